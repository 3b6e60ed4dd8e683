#include "tests/service/loggedrequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

constexpr qsizetype longestLoggedText = 2000; // a picture would fill the log

QJsonValue redacted(const QJsonValue &value);

QJsonObject redactedObject(QJsonObject object)
{
    static const QRegularExpression secret(u"password|passphrase|secret|token|^key$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    // A setting tells by its name that its value is a secret.
    const bool secretSetting = object.value("name"_L1).toString().contains(secret);
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString name = it.key();
        const bool hidden = name.contains(secret) || (secretSetting && name == "value"_L1);
        it.value() = hidden ? QJsonValue(u"***"_s) : redacted(it.value());
    }
    return object;
}

QJsonValue redacted(const QJsonValue &value)
{
    if (value.isObject()) {
        return redactedObject(value.toObject());
    }
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue item : value.toArray()) {
            list.append(redacted(item));
        }
        return list;
    }
    const QString text = value.toString();
    return text.size() > longestLoggedText ? QJsonValue(u"(%1 characters)"_s.arg(text.size())) : value;
}

} // namespace

QByteArray LoggedRequest::header(const QByteArray &name) const
{
    for (const auto &[field, value] : headers) {
        if (field.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

bool LoggedRequest::hasHeader(const QByteArray &name) const
{
    return std::any_of(headers.begin(), headers.end(),
                       [&name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
}

QByteArray LoggedRequest::pathWithoutQuery() const
{
    const qsizetype query = path.indexOf('?');
    return query < 0 ? path : path.left(query);
}

QJsonObject LoggedRequest::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QByteArray redactedLine(const LoggedRequest &request, const QByteArray &apiKeyHeader)
{
    QJsonArray headers;
    for (const auto &[name, value] : request.headers) {
        const bool hidden = name.compare("Authorization", Qt::CaseInsensitive) == 0 ||
                            name.compare("Cookie", Qt::CaseInsensitive) == 0 ||
                            name.compare(apiKeyHeader, Qt::CaseInsensitive) == 0;
        headers.append(QString::fromLatin1(name + ": " + (hidden ? QByteArray("***") : value)));
    }
    QJsonObject line{{u"elapsedMs"_s, request.elapsedMs},
                     {u"method"_s, QString::fromLatin1(request.method)},
                     {u"path"_s, QString::fromLatin1(request.pathWithoutQuery())},
                     {u"status"_s, request.status},
                     {u"headers"_s, headers},
                     {u"bytes"_s, request.body.size()}};
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (document.isObject()) {
        line.insert(u"body"_s, redactedObject(document.object()));
    }
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

} // namespace lanyard::testing
