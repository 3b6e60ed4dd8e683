#include "tests/service/answer.h"

#include <QJsonDocument>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using FailureForm = ServiceOptions::FailureForm;

namespace {

Answer json(int status, const QJsonObject &object)
{
    return {.status = status,
            .contentType = "application/json; charset=utf-8",
            .body = QJsonDocument(object).toJson(QJsonDocument::Indented)};
}

QJsonObject envelope(const Refusal &refusal, const ServiceOptions &options)
{
    QJsonObject object{{u"code"_s, refusal.code}, {u"message"_s, refusal.message}};
    if (options.writeDefaults) {
        object.insert(u"success"_s, false);
    }
    return object;
}

int statusOf(FailureForm form)
{
    switch (form) {
    case FailureForm::Status400:
    case FailureForm::ProblemJson:
        return 400;
    case FailureForm::Status401:
        return 401;
    case FailureForm::Status403:
        return 403;
    case FailureForm::Status429:
        return 429;
    case FailureForm::Status500:
        return 500;
    case FailureForm::Status502:
        return 502;
    case FailureForm::Status503:
        return 503;
    default:
        return 200;
    }
}

Answer withoutRetryAfter(const Refusal &refusal, const ServiceOptions &options)
{
    const int status = statusOf(options.failureForm);
    switch (options.failureForm) {
    case FailureForm::Envelope200:
        return json(status, envelope(refusal, options));
    case FailureForm::ProblemJson:
        return problem(status, refusal.message);
    case FailureForm::Status500:
        return options.failureBody ? problem(status, u"An error occurred while processing your request."_s)
                                   : nothing(status);
    case FailureForm::Status502:
        return page(status, "Bad Gateway");
    case FailureForm::Status503:
        return page(status, "Service Unavailable");
    case FailureForm::Html:
        return page(status, "Welcome");
    case FailureForm::Empty:
        return nothing(status);
    default:
        return options.failureBody ? json(status, envelope(refusal, options)) : nothing(status);
    }
}

} // namespace

Answer succeeded(QJsonObject members, const ServiceOptions &options)
{
    members.insert(u"success"_s, true);
    if (options.writeDefaults) {
        members.insert(u"code"_s, 0);
        members.insert(u"message"_s, QJsonValue::Null);
    }
    return json(200, members);
}

Answer refused(const Refusal &refusal, const ServiceOptions &options)
{
    Answer answer = withoutRetryAfter(refusal, options);
    std::optional<int> retryAfter = options.retryAfter ? refusal.retryAfter : std::nullopt;
    if (options.failureForm == FailureForm::Status429 && !retryAfter) {
        retryAfter = options.blockSeconds;
    }
    if (retryAfter) {
        answer.headers.append({"Retry-After", QByteArray::number(*retryAfter)});
    }
    return answer;
}

Answer problem(int status, const QString &title, const QJsonObject &errors)
{
    const auto hex = [] {
        return QString::number(QRandomGenerator::global()->generate64(), 16).rightJustified(16, u'0');
    };
    QJsonObject object{{u"type"_s, u"https://tools.ietf.org/html/rfc7231#section-6.5.1"_s},
                       {u"title"_s, title},
                       {u"status"_s, status},
                       {u"traceId"_s, u"00-%1%2-%3-00"_s.arg(hex(), hex(), hex())}};
    if (!errors.isEmpty()) {
        object.insert(u"errors"_s, errors);
    }
    Answer answer = json(status, object);
    answer.contentType = "application/problem+json; charset=utf-8";
    return answer;
}

Answer unauthorized(const QByteArray &challenge)
{
    return {.status = 401, .headers = {{"WWW-Authenticate", challenge}}};
}

Answer page(int status, const QByteArray &title)
{
    return {.status = status,
            .contentType = "text/html; charset=utf-8",
            .body = "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head>\n<body><h1>" + title +
                    "</h1></body></html>\n"};
}

Answer nothing(int status)
{
    return {.status = status};
}

} // namespace lanyard::testing
