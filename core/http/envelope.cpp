#include "core/http/envelope.h"

#include "core/base/json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QString problemText(const QJsonObject &problem)
{
    QStringList parts;
    const QString title = problem.value("title"_L1).toString();
    if (!title.isEmpty())
        parts << title;
    const QString detail = problem.value("detail"_L1).toString();
    if (!detail.isEmpty())
        parts << detail;
    const QJsonObject errors = problem.value("errors"_L1).toObject();
    for (auto it = errors.begin(); it != errors.end(); ++it) {
        const QJsonArray texts = it.value().toArray();
        for (const QJsonValue &text : texts)
            parts << it.key() + u": "_s + text.toString();
    }
    return parts.join(u' ');
}

// How web application firewalls number what they have blocked: F5, Cloudflare, Imperva and others.
bool hasFirewallsMembers(const QJsonObject &object)
{
    static constexpr std::array names{"supportid"_L1, "incidentid"_L1,  "rayid"_L1,           "ray"_L1,
                                      "blockid"_L1,   "blockreason"_L1, "cloudflareerror"_L1, "attackid"_L1};
    const QStringList members = object.keys();
    return std::any_of(members.begin(), members.end(), [](QString member) {
        member = member.remove(u'_').remove(u'-').toLower();
        return std::find(names.begin(), names.end(), member) != names.end();
    });
}

// Beside a message or a code these indicate another framework, or a gateway: Spring, NestJS, Kong, gRPC, Azure and many
// that use "result" or "data".
bool hasForeignMembers(const QJsonObject &object)
{
    static constexpr std::array names{"status"_L1,           "statusCode"_L1, "status_code"_L1,       "error"_L1,
                                      "timestamp"_L1,        "path"_L1,       "error_description"_L1, "data"_L1,
                                      "result"_L1,           "msg"_L1,        "request_id"_L1,        "requestId"_L1,
                                      "exception"_L1,        "details"_L1,    "detailed_error"_L1,    "fault"_L1,
                                      "documentation_url"_L1};
    const QJsonValue code = object.value("code"_L1);
    return (!code.isUndefined() && !code.isNull() && !jsonInteger(code)) || hasFirewallsMembers(object) ||
           std::any_of(names.begin(), names.end(), [&object](QLatin1StringView name) { return object.contains(name); });
}

} // namespace

Result<QJsonObject> readJsonObject(const QByteArray &bytes)
{
    QJsonParseError problem{};
    const QJsonDocument document = parseJson(bytes, &problem);
    if (problem.error == QJsonParseError::NoError && document.isObject())
        return document.object();
    return errorOf(Error::Kind::AnswerIncomplete,
                   problem.error == QJsonParseError::NoError
                       ? u"not a JSON object"_s
                       : u"%1 at byte %2 of %3"_s.arg(problem.errorString()).arg(problem.offset).arg(bytes.size()));
}

bool isTooDeep(const QByteArray &bytes)
{
    QJsonParseError problem{};
    static_cast<void>(parseJson(bytes, &problem));
    return problem.error == QJsonParseError::DeepNesting;
}

bool isEnvelope(const QJsonObject &object)
{
    return object.isEmpty() || object.contains("success"_L1) ||
           ((object.contains("code"_L1) || object.contains("message"_L1)) && !hasForeignMembers(object));
}

bool isProblem(const QJsonObject &object)
{
    return (object.contains("title"_L1) || object.contains("traceId"_L1) || object.value("errors"_L1).isObject()) &&
           !hasFirewallsMembers(object);
}

bool envelopeRefused(const QJsonObject &envelope)
{
    if (!isEnvelope(envelope))
        return false;
    const QJsonValue success = envelope.value("success"_L1);
    return success.isUndefined() || success.isNull() || success == false || success == 0 ||
           success.toString().compare("false"_L1, Qt::CaseInsensitive) == 0;
}

bool envelopeSucceeded(const QJsonObject &envelope)
{
    return envelope.value("success"_L1).isBool() && envelope.value("success"_L1).toBool();
}

QString envelopeMessage(const QJsonObject &envelope)
{
    const QString message = envelope.value("message"_L1).toString();
    return message.isEmpty() ? problemText(envelope) : message;
}

QHash<QString, QString> envelopeMembers(const QJsonObject &envelope)
{
    QHash<QString, QString> members;
    const QJsonObject errors = envelope.value("errors"_L1).toObject();
    for (auto it = errors.begin(); it != errors.end(); ++it) {
        QStringList texts;
        const QJsonArray list = it.value().toArray();
        for (const QJsonValue &text : list)
            texts << text.toString();
        members.insert(it.key(), texts.isEmpty() ? it.value().toString() : texts.join(u' '));
    }
    return members;
}

qint64 envelopeCode(const QJsonObject &envelope)
{
    return jsonInteger(envelope.value("code"_L1)).value_or(0);
}

} // namespace lanyard
