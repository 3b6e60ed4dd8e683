#include "core/http/envelope.h"

#include "core/base/json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// The first of @p names that has a text, or anything that wordsIn() finds there.
QString wordsIn(const QJsonValue &value);
template<typename Names>
QString firstWords(const QJsonObject &object, const Names &names)
{
    for (const QLatin1StringView name : names) {
        if (QString words = wordsIn(object.value(name)); !words.trimmed().isEmpty())
            return words;
    }
    return {};
}

// A text, the texts of a list, or an object's message: services write all three.
QString wordsIn(const QJsonValue &value)
{
    static constexpr std::array names{"message"_L1, "description"_L1, "detail"_L1, "msg"_L1, "title"_L1};
    if (value.isObject())
        return firstWords(value.toObject(), names);
    QStringList words;
    const QJsonArray list = value.toArray();
    for (const QJsonValue &item : list)
        words << wordsIn(item);
    words.removeAll(QString());
    return value.isArray() ? words.join(u' ') : value.toString();
}

// The words about a member of the request; an empty name: about the whole.
struct MemberWords
{
    QString name;
    QString words;
};

// Of an object by the members' names, or of a list of objects that name them.
QList<MemberWords> membersIn(const QJsonValue &errors)
{
    static constexpr std::array names{"field"_L1, "property"_L1, "propertyName"_L1, "path"_L1, "param"_L1};
    QList<MemberWords> members;
    const QJsonObject object = errors.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonArray texts = it->isArray() && !it->toArray().isEmpty() ? it->toArray() : QJsonArray{*it};
        for (const QJsonValue &text : texts)
            members.append({it.key(), wordsIn(text)});
    }
    const QJsonArray list = errors.toArray();
    for (const QJsonValue &entry : list)
        members.append({firstWords(entry.toObject(), names), wordsIn(entry)});
    return members;
}

QString problemText(const QJsonObject &problem)
{
    QStringList parts{wordsIn(problem.value("title"_L1)), wordsIn(problem.value("detail"_L1))};
    for (const QList<MemberWords> members = membersIn(problem.value("errors"_L1)); const auto &[name, words] : members)
        parts << (name.isEmpty() || words.isEmpty() ? words : name + u": "_s + words);
    parts.removeAll(QString());
    return parts.join(u' ');
}

// Gateways have lists of errors, too; theirs are not about members of the request.
bool hasErrorsByMember(const QJsonObject &object)
{
    const QJsonValue errors = object.value("errors"_L1);
    const QList<MemberWords> members = errors.isArray() ? membersIn(errors) : QList<MemberWords>();
    return errors.isObject() || std::any_of(members.begin(), members.end(), [](const MemberWords &member) {
               return !member.name.isEmpty() && !member.words.isEmpty();
           });
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
    return (object.contains("title"_L1) || object.contains("traceId"_L1) || hasErrorsByMember(object)) &&
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

bool saysDone(int status, const QByteArray &body)
{
    const auto envelope = readJsonObject(body);
    return status >= 200 && status < 300 && (envelope ? envelopeSucceeded(envelope.value()) : body.trimmed().isEmpty());
}

QString envelopeMessage(const QJsonObject &envelope)
{
    QString text = wordsIn(envelope.value("message"_L1));
    if (text.isEmpty())
        text = problemText(envelope);
    const QJsonValue error = envelope.value("error"_L1); // a text there is usually the name of the status
    return text.isEmpty() && (error.isObject() || envelope.contains("success"_L1)) ? wordsIn(error) : text;
}

QHash<QString, QString> envelopeMembers(const QJsonObject &envelope)
{
    QHash<QString, QString> members;
    for (const QList<MemberWords> all = membersIn(envelope.value("errors"_L1)); const auto &[name, words] : all) {
        if (envelope.value("errors"_L1).isArray() && name.isEmpty())
            continue; // about the whole
        QString &present = members[name];
        present = present.isEmpty() ? words : present + u' ' + words;
    }
    return members;
}

void describeRefusal(Error &error, const QJsonObject &envelope)
{
    error.serverMessage = envelopeMessage(envelope);
    error.code = envelopeCode(envelope);
    error.refusedMembers = envelopeMembers(envelope);
    error.showsUser = !envelope.value("user"_L1).toObject().isEmpty();
}

qint64 envelopeCode(const QJsonObject &envelope)
{
    return jsonInteger(envelope.value("code"_L1)).value_or(0);
}

} // namespace lanyard
