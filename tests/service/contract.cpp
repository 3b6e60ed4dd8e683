#include "tests/service/contract.h"

#include "tests/service/dates.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Member::Kind;

namespace {

constexpr std::array userTable{
    Member{"id"_L1, Kind::Text, true},
    Member{"userName"_L1, Kind::Text},
    Member{"email"_L1, Kind::Text},
    Member{"phoneNumber"_L1, Kind::Text},
    Member{"title"_L1, Kind::Text},
    Member{"firstName"_L1, Kind::Text},
    Member{"lastName"_L1, Kind::Text},
    Member{"department"_L1, Kind::Text},
    Member{"birthDate"_L1, Kind::Date},
    Member{"createdAt"_L1, Kind::Date, true},
    Member{"updatedAt"_L1, Kind::Date, true},
    Member{"lastDismissMessages"_L1, Kind::Date},
    Member{"lastLogIn"_L1, Kind::Date, true},
    Member{"rank"_L1, Kind::Integer32, true},
    Member{"image"_L1, Kind::Text},
    Member{"address"_L1, Kind::Text},
    Member{"postalCode"_L1, Kind::Text},
    Member{"region"_L1, Kind::Text},
    Member{"city"_L1, Kind::Text},
    Member{"country"_L1, Kind::Text},
    Member{"countryCode"_L1, Kind::Text},
    Member{"mobile"_L1, Kind::Text},
    Member{"notes"_L1, Kind::Text},
    Member{"customerId"_L1, Kind::Integer64, true},
    Member{"roles"_L1, Kind::Texts, true},
    Member{"apiKeys"_L1, Kind::Keys, true},
    Member{"settings"_L1, Kind::Settings},
};

constexpr std::array key{
    Member{"id"_L1, Kind::Integer64},
    Member{"name"_L1, Kind::Text},
    Member{"key"_L1, Kind::Text},
    Member{"clientSecret"_L1, Kind::Text},
    Member{"createdDate"_L1, Kind::Date, true},
    Member{"expireDate"_L1, Kind::Date, true},
    Member{"ownerId"_L1, Kind::Text},
    Member{"revoked"_L1, Kind::Boolean},
    Member{"permissions"_L1, Kind::Integer32},
    Member{"description"_L1, Kind::Text},
};

constexpr std::array settingTable{
    Member{"id"_L1, Kind::Integer64, true}, Member{"category"_L1, Kind::Text},
    Member{"group"_L1, Kind::Text},         Member{"name"_L1, Kind::Text},
    Member{"value"_L1, Kind::Text},         Member{"type"_L1, Kind::Text},
    Member{"description"_L1, Kind::Text},   Member{"readOnly"_L1, Kind::Boolean, true},
    Member{"userId"_L1, Kind::Text, true},
};

bool isNested(Kind kind)
{
    return kind == Kind::Keys || kind == Kind::Settings;
}

std::span<const Member> itemMembers(Kind kind)
{
    return kind == Kind::Keys ? keyMembers() : settingMembers();
}

bool isInteger(const QJsonValue &value)
{
    bool ok = value.isDouble() && value.toDouble() == static_cast<double>(value.toInteger());
    if (value.isString()) {
        value.toString().toLongLong(&ok);
    }
    return ok;
}

bool isDefault(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || value == QJsonValue(0) || value == QJsonValue(false) ||
           (value.isString() && value.toString().isEmpty()) || (value.isArray() && value.toArray().isEmpty());
}

QJsonValue writtenDefault(const QJsonValue &stored, Kind kind)
{
    if (stored.isString()) {
        return stored;
    }
    switch (kind) {
    case Kind::Integer32:
    case Kind::Integer64:
        return 0;
    case Kind::Boolean:
        return false;
    case Kind::Texts:
    case Kind::Keys:
    case Kind::Settings:
        return QJsonArray();
    default:
        return QJsonValue::Null;
    }
}

QJsonObject dressedObject(QJsonObject object, std::span<const Member> members, const ServiceOptions &options);

QJsonValue dressedValue(const QJsonValue &value, const Member &member, const ServiceOptions &options)
{
    if (isNested(member.kind)) {
        QJsonArray list;
        for (const QJsonValue item : value.toArray()) {
            list.append(dressedObject(item.toObject(), itemMembers(member.kind), options));
        }
        return list;
    }
    if (member.kind == Kind::Integer64 && options.integersAsStrings) {
        return idText(value);
    }
    if (member.kind == Kind::Date && member.owned && options.dateForm != ServiceOptions::DateForm::AsStored) {
        if (const auto instant = Instant::parse(value.toString())) {
            return instant->text(options.dateForm, options.fractionDigits);
        }
    }
    return value;
}

QJsonObject dressedObject(QJsonObject object, std::span<const Member> members, const ServiceOptions &options)
{
    for (const Member &member : members) {
        const QJsonValue value = object.value(member.name);
        const bool omitted = isNested(member.kind) && options.omitNestedLists;
        if (omitted || (isDefault(value) && !options.writeDefaults)) {
            object.remove(member.name);
        } else if (isDefault(value)) {
            object.insert(member.name, writtenDefault(value, member.kind));
        } else {
            object.insert(member.name, dressedValue(value, member, options));
        }
    }
    return object;
}

bool fits(const QJsonValue &value, Kind kind)
{
    switch (kind) {
    case Kind::Text:
        return value.isString() || value.isNull();
    case Kind::Date:
        return value.isNull() || (value.isString() && Instant::parse(value.toString()));
    case Kind::Integer32:
    case Kind::Integer64:
        return isInteger(value);
    case Kind::Boolean:
        return value.isBool();
    default:
        return value.isArray() || value.isNull();
    }
}

void collectMisfits(const QJsonObject &object, std::span<const Member> members, const QString &path,
                    QJsonObject &errors)
{
    for (const Member &member : members) {
        const QJsonValue value = object.value(member.name);
        const QString place = path + u'.' + member.name;
        if (!value.isUndefined() && !fits(value, member.kind)) {
            errors.insert(place, QJsonArray{u"The JSON value could not be converted. Path: %1."_s.arg(place)});
        }
        if (!isNested(member.kind)) {
            continue;
        }
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i) {
            collectMisfits(items.at(i).toObject(), itemMembers(member.kind), u"%1[%2]"_s.arg(place).arg(i), errors);
        }
    }
}

} // namespace

std::span<const Member> userMembers()
{
    return userTable;
}

std::span<const Member> keyMembers()
{
    return key;
}

std::span<const Member> settingMembers()
{
    return settingTable;
}

QJsonObject dressed(const QJsonObject &document, const ServiceOptions &options)
{
    return dressedObject(document, userTable, options);
}

QJsonObject misfits(const QJsonObject &document)
{
    constexpr int longestName = 256;
    QJsonObject errors;
    collectMisfits(document, userTable, u"$.user"_s, errors);
    for (const QString &name : {u"userName"_s, u"email"_s}) {
        if (document.value(name).toString().size() > longestName) {
            errors.insert(u"User."_s + name, QJsonArray{u"The field must be at most 256 characters long."_s});
        }
    }
    return errors;
}

QString idText(const QJsonValue &id)
{
    return id.isDouble() ? QString::number(id.toInteger()) : id.toString();
}

} // namespace lanyard::testing
