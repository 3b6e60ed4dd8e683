// Every status and every kind of body that a service, or something before it, answers with, and what is to come of
// each: for the classifier alone, and for the whole way over a socket.
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <algorithm>
#include <utility>

namespace lanyard::testing {

struct Body
{
    const char *name;
    QByteArray bytes;
    bool succeeds;    // with status 200
    Error::Kind kind; // with status 200, if not
    QString message;
    qint64 code;

    /// Of a POST whose answer is not whole, or cannot be read, nobody knows what it did.
    [[nodiscard]] Error::Kind kindOfPost() const
    {
        const bool isUnknown = kind == Error::Kind::AnswerIncomplete || kind == Error::Kind::AnswerUnreadable;
        return isUnknown ? Error::Kind::OutcomeUnknown : kind;
    }
};

inline const QList<Body> &bodies()
{
    using namespace Qt::StringLiterals;
    using Kind = Error::Kind;
    static const QList<Body> all{
        {"success", R"({"success":true,"token":"x"})", true, {}, {}, 0},
        {"success with a BOM", "\xEF\xBB\xBF {\"success\":true}\r\n", true, {}, {}, 0},
        {"failure", R"({"success":false,"code":3,"message":"No."})", false, Kind::Refused, u"No."_s, 3},
        {"defaults left out", R"({"code":"12","message":"No."})", false, Kind::Refused, u"No."_s, 12},
        {"nothing but defaults", "{}", false, Kind::Refused, {}, 0},
        {"success as text", R"({"success":"true"})", false, Kind::NotTheService, {}, 0},
        {"success as number", R"({"success":1})", false, Kind::NotTheService, {}, 0},
        {"success is null", R"({"success":null,"message":null})", false, Kind::Refused, {}, 0},
        {"problem", R"({"title":"Bad.","status":400,"detail":"Why.","errors":{"a":["one","two"],"b":["three"]}})",
         false, Kind::NotTheService, u"Bad. Why. a: one a: two b: three"_s, 0},
        {"list of errors", R"({"success":false,"errors":["One.","Two."]})", false, Kind::Refused, u"One. Two."_s, 0},
        {"errors of members",
         R"({"errors":[{"field":"city","message":"Too long."},{"property":"b","description":"Bad."},{"msg":"No."}]})",
         false, Kind::NotTheService, u"city: Too long. b: Bad. No."_s, 0},
        {"error within", R"({"success":false,"error":{"code":4,"message":"No."}})", false, Kind::Refused, u"No."_s, 0},
        {"list of messages", R"({"success":false,"message":["One.","Two."]})", false, Kind::Refused, u"One. Two."_s, 0},
        {"other JSON", R"({"hello":"world"})", false, Kind::NotTheService, {}, 0},
        {"empty", "", false, Kind::NotTheService, {}, 0},
        {"web page", "<!DOCTYPE html><html></html>", false, Kind::NotTheService, {}, 0},
        {"array", R"([{"success":true}])", false, Kind::NotTheService, {}, 0},
        {"text", R"("success")", false, Kind::NotTheService, {}, 0},
        {"binary", QByteArray("\x1f\x8b\x08\0\0", 5), false, Kind::NotTheService, {}, 0},
        {"cut", R"({"success":true,"user":{"id":)", false, Kind::AnswerIncomplete, {}, 0},
        {"two objects", R"({"success":true}{"success":true})", false, Kind::AnswerIncomplete, {}, 0},
        {"NUL behind", QByteArray("{\"success\":true}\0", 17), false, Kind::AnswerIncomplete, {}, 0},
        {"too deep",
         "{\"success\":true,\"a\":" + QByteArray(2000, '[') + QByteArray(2000, ']') + '}',
         false,
         Kind::AnswerUnreadable,
         {},
         0},
    };
    return all;
}

// Every status but 200, and what a user can do next, when the service itself has written the body.
inline const QList<std::pair<int, Error::Kind>> &statuses()
{
    using Kind = Error::Kind;
    static const QList<std::pair<int, Kind>> all{
        {201, Kind::NotTheService},  {202, Kind::NotTheService},  {204, Kind::NotTheService},
        {206, Kind::NotTheService},  {101, Kind::NotTheService},  {300, Kind::NotTheService},
        {301, Kind::NotTheService},  {302, Kind::NotTheService},  {303, Kind::NotTheService},
        {304, Kind::NotTheService},  {307, Kind::NotTheService},  {308, Kind::NotTheService},
        {400, Kind::Refused},        {401, Kind::SessionExpired}, {403, Kind::Forbidden},
        {404, Kind::NotTheService},  {405, Kind::NotTheService},  {407, Kind::GatewaySignIn},
        {409, Kind::Refused},        {410, Kind::NotTheService},  {413, Kind::Refused},
        {415, Kind::Refused},        {422, Kind::Refused},        {429, Kind::TooManyRequests},
        {451, Kind::GatewayRefused}, {500, Kind::ServiceFault},   {501, Kind::NotTheService},
        {502, Kind::GatewayFault},   {503, Kind::ServiceFault},   {504, Kind::GatewayFault},
        {511, Kind::NetworkSignIn},  {520, Kind::ServiceFault},   {599, Kind::ServiceFault},
    };
    return all;
}

// A refusal or a fault in another form than the service's own is somebody else's.
inline Error::Kind kindOf(int status, const Body &body)
{
    const QByteArrayView name(body.name);
    const bool isPage = name == "web page";
    const bool isForeign = isPage || name == "other JSON" || name == "array" || name == "text" || name == "binary";
    if ((status == 400 || status == 401 || status == 403) && isForeign)
        return Error::Kind::GatewayRefused;
    if ((status == 409 || status == 413 || status == 415 || status == 422) && isPage)
        return Error::Kind::GatewayRefused;
    if ((status == 500 || status == 503 || status == 520 || status == 599) && isForeign)
        return Error::Kind::GatewayFault;
    const auto row =
        std::find_if(statuses().begin(), statuses().end(), [status](const auto &s) { return s.first == status; });
    return row->second;
}

} // namespace lanyard::testing
