// Secrets in every text of a JSON value.
#include "core/base/knownsecrets.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace lanyard {

bool KnownSecrets::isIn(const QJsonValue &value) const
{
    const auto isInIt = [this](const QJsonValue &part) { return isIn(part); };
    if (value.isString())
        return isIn(value.toString());
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::any_of(array.begin(), array.end(), isInIt);
    }
    const QJsonObject object = value.toObject();
    const QStringList names = object.keys();
    return std::any_of(object.begin(), object.end(), isInIt) ||
           std::any_of(names.begin(), names.end(), [this](const QString &name) { return isIn(name); });
}

QJsonValue KnownSecrets::redacted(const QJsonValue &value) const
{
    if (value.isString())
        return redacted(value.toString());
    if (value.isArray()) {
        QJsonArray clean;
        for (const QJsonArray array = value.toArray(); const QJsonValue element : array)
            clean.append(redacted(element));
        return clean;
    }
    if (!value.isObject())
        return value;
    const QJsonObject whole = value.toObject();
    QJsonObject clean;
    for (auto member = whole.begin(); member != whole.end(); ++member)
        clean.insert(redacted(member.key()), redacted(QJsonValue(member.value())));
    return clean;
}

} // namespace lanyard
