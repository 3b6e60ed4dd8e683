#include "core/models/editvalue.h"

#include "core/document/jsontext.h"
#include "core/document/user.h"
#include "core/document/userfields.h"

#include <QCryptographicHash>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lanyard {

bool isUnchanged(const QJsonValue &base, const QJsonValue &value)
{
    return base == value || (isJsonNothing(base) && isJsonNothing(value));
}

bool isGone(const Path &path, const User &base)
{
    return path.isSetting() && !base.settingNameAt(path);
}

QJsonValue asEdit(const Path &path, const QJsonValue &value)
{
    if (!value.isUndefined())
        return value;
    const UserField *field = path.isSetting() ? nullptr : userField(path.fieldKey());
    return field && field->kind == FieldKind::Date ? QJsonValue(QJsonValue::Null) : QJsonValue(QString());
}

QJsonValue fingerprintOf(const QJsonValue &picture)
{
    if (isFingerprint(picture))
        return picture;
    const QByteArray text = isJsonNothing(picture) ? QByteArray() : jsonText(picture).toUtf8();
    return fingerprintFrom(QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex()));
}

bool isFingerprint(const QJsonValue &value)
{
    return value.isObject() && !fingerprintText(value).isEmpty();
}

QJsonValue fingerprintFrom(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonObject{{u"sha256"_s, text}};
}

QString fingerprintText(const QJsonValue &fingerprint)
{
    return fingerprint["sha256"_L1].toString();
}

} // namespace lanyard
