#include "core/models/editvalue.h"

#include "core/document/jsontext.h"
#include "core/document/userfields.h"

namespace lanyard {

bool isUnchanged(const QJsonValue &base, const QJsonValue &value)
{
    return base == value || (isJsonNothing(base) && isJsonNothing(value));
}

QJsonValue asEdit(const Path &path, const QJsonValue &value)
{
    if (!value.isUndefined())
        return value;
    const UserField *field = path.isSetting() ? nullptr : userField(path.fieldKey());
    return field && field->kind == FieldKind::Date ? QJsonValue(QJsonValue::Null) : QJsonValue(QString());
}

} // namespace lanyard
