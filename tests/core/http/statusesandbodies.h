// Every status and every kind of body that a service, or something before it, answers with, and what is to come of
// each: for the classifier alone, and for the whole way over a socket.
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
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
        const bool isInDoubt = kind == Error::Kind::AnswerIncomplete || kind == Error::Kind::AnswerUnreadable;
        return isInDoubt ? Error::Kind::OutcomeUnknown : kind;
    }
};

inline const QList<Body> &bodies()
{
    using namespace Qt::StringLiterals;
    static const QList<Body> all{
        {"success", R"({"success":true,"token":"x"})", true, {}, {}, 0},
        {"success with a BOM", "\xEF\xBB\xBF {\"success\":true}\r\n", true, {}, {}, 0},
        {"failure", R"({"success":false,"code":3,"message":"No."})", false, Error::Kind::Refused, u"No."_s, 3},
        {"defaults left out", R"({"code":"12","message":"No."})", false, Error::Kind::Refused, u"No."_s, 12},
        {"nothing but defaults", "{}", false, Error::Kind::Refused, {}, 0},
        {"success as text", R"({"success":"true"})", false, Error::Kind::NotTheService, {}, 0},
        {"success as number", R"({"success":1})", false, Error::Kind::NotTheService, {}, 0},
        {"success is null", R"({"success":null,"message":null})", false, Error::Kind::Refused, {}, 0},
        {"problem", R"({"title":"Bad.","status":400,"detail":"Why.","errors":{"a":["one","two"],"b":["three"]}})",
         false, Error::Kind::NotTheService, u"Bad. Why. a: one a: two b: three"_s, 0},
        {"list of errors", R"({"success":false,"errors":["One.","Two."]})", false, Error::Kind::Refused, u"One. Two."_s,
         0},
        {"errors of members",
         R"({"errors":[{"field":"city","message":"Too long."},{"property":"b","description":"Bad."},{"msg":"No."}]})",
         false, Error::Kind::NotTheService, u"city: Too long. b: Bad. No."_s, 0},
        {"error within", R"({"success":false,"error":{"code":4,"message":"No."}})", false, Error::Kind::Refused,
         u"No."_s, 0},
        {"list of messages", R"({"success":false,"message":["One.","Two."]})", false, Error::Kind::Refused,
         u"One. Two."_s, 0},
        {"other JSON", R"({"hello":"world"})", false, Error::Kind::NotTheService, {}, 0},
        {"empty", "", false, Error::Kind::NotTheService, {}, 0},
        {"web page", "<!DOCTYPE html><html></html>", false, Error::Kind::NotTheService, {}, 0},
        {"array", R"([{"success":true}])", false, Error::Kind::NotTheService, {}, 0},
        {"text", R"("success")", false, Error::Kind::NotTheService, {}, 0},
        {"binary", QByteArray("\x1f\x8b\x08\0\0", 5), false, Error::Kind::NotTheService, {}, 0},
        {"cut", R"({"success":true,"user":{"id":)", false, Error::Kind::AnswerIncomplete, {}, 0},
        {"two objects", R"({"success":true}{"success":true})", false, Error::Kind::AnswerIncomplete, {}, 0},
        {"NUL behind", QByteArray("{\"success\":true}\0", 17), false, Error::Kind::AnswerIncomplete, {}, 0},
        {"too deep",
         "{\"success\":true,\"a\":" + QByteArray(2000, '[') + QByteArray(2000, ']') + '}',
         false,
         Error::Kind::AnswerUnreadable,
         {},
         0},
    };
    return all;
}

// Every status but 200, and what a user can do next, when the service itself has written the body.
inline const QList<std::pair<int, Error::Kind>> &statuses()
{
    static const QList<std::pair<int, Error::Kind>> all{
        {201, Error::Kind::NotTheService},  {202, Error::Kind::NotTheService},  {204, Error::Kind::NotTheService},
        {206, Error::Kind::NotTheService},  {101, Error::Kind::NotTheService},  {300, Error::Kind::NotTheService},
        {301, Error::Kind::NotTheService},  {302, Error::Kind::NotTheService},  {303, Error::Kind::NotTheService},
        {304, Error::Kind::NotTheService},  {307, Error::Kind::NotTheService},  {308, Error::Kind::NotTheService},
        {400, Error::Kind::Refused},        {401, Error::Kind::SessionExpired}, {403, Error::Kind::Forbidden},
        {404, Error::Kind::NotTheService},  {405, Error::Kind::NotTheService},  {407, Error::Kind::GatewaySignIn},
        {409, Error::Kind::Refused},        {410, Error::Kind::NotTheService},  {413, Error::Kind::Refused},
        {415, Error::Kind::Refused},        {422, Error::Kind::Refused},        {429, Error::Kind::TooManyRequests},
        {451, Error::Kind::GatewayRefused}, {500, Error::Kind::ServiceFault},   {501, Error::Kind::NotTheService},
        {502, Error::Kind::GatewayFault},   {503, Error::Kind::ServiceFault},   {504, Error::Kind::GatewayFault},
        {511, Error::Kind::NetworkSignIn},  {520, Error::Kind::ServiceFault},   {599, Error::Kind::ServiceFault},
    };
    return all;
}

// A refusal or a fault in another form than the service's own is somebody else's.
inline Error::Kind kindOf(int status, const Body &body)
{
    const QByteArrayView name(body.name);
    const bool isPage = name == "web page";
    const bool isForeign = isPage || name == "other JSON" || name == "array" || name == "text" || name == "binary";
    // With the service's envelope it says itself that it does not have, offer or allow what was asked for.
    const bool isCallRefused = status == 404 || status == 405 || status == 410 || status == 451 || status == 501;
    const auto object = QJsonDocument::fromJson(QByteArray(body.bytes).replace("\xEF\xBB\xBF", "")).object();
    if (isCallRefused && object.contains(QLatin1StringView("success")))
        return Error::Kind::Refused;
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
