#include "core/document/userfields.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using enum FieldKind;
using Group = FieldGroup;
using Own = OwnForm;
using Width = FieldWidth;

constexpr std::array fields{
    UserField{"image"_L1, Image, Own::None, Group::Name, true, QT_TRANSLATE_NOOP("UserField", "Picture")},
    UserField{"title"_L1, Text, Own::Spaces, Group::Name, true, QT_TRANSLATE_NOOP("UserField", "Title"),
              Width::ThirdAlone},
    UserField{"firstName"_L1, Text, Own::Spaces, Group::Name, true, QT_TRANSLATE_NOOP("UserField", "First name"),
              Width::Half},
    UserField{"lastName"_L1, Text, Own::Spaces, Group::Name, true, QT_TRANSLATE_NOOP("UserField", "Last name"),
              Width::Half},
    UserField{"userName"_L1, Text, Own::AnyCase, Group::Name, true, QT_TRANSLATE_NOOP("UserField", "Username"),
              Width::Half},
    UserField{"email"_L1, Email, Own::AnyCase, Group::Contact, true, QT_TRANSLATE_NOOP("UserField", "E-mail")},
    UserField{"phoneNumber"_L1, Phone, Own::Code, Group::Contact, true, QT_TRANSLATE_NOOP("UserField", "Phone"),
              Width::Half},
    UserField{"mobile"_L1, Phone, Own::Code, Group::Contact, true, QT_TRANSLATE_NOOP("UserField", "Mobile"),
              Width::Half},
    UserField{"address"_L1, MultiLine, Own::Spaces, Group::Address, true, QT_TRANSLATE_NOOP("UserField", "Address")},
    UserField{"postalCode"_L1, Text, Own::Code, Group::Address, true, QT_TRANSLATE_NOOP("UserField", "Postal code"),
              Width::Third},
    UserField{"city"_L1, Text, Own::Spaces, Group::Address, true, QT_TRANSLATE_NOOP("UserField", "City"),
              Width::TwoThirds},
    UserField{"region"_L1, Text, Own::Spaces, Group::Address, true, QT_TRANSLATE_NOOP("UserField", "Region"),
              Width::Half},
    UserField{"country"_L1, Country, Own::AnyCase, Group::Address, true, QT_TRANSLATE_NOOP("UserField", "Country"),
              Width::Half, "countryCode"_L1},
    UserField{"department"_L1, Text, Own::Spaces, Group::About, true, QT_TRANSLATE_NOOP("UserField", "Department"),
              Width::Half},
    UserField{"birthDate"_L1, Date, Own::None, Group::About, true, QT_TRANSLATE_NOOP("UserField", "Birth date"),
              Width::Half},
    UserField{"notes"_L1, MultiLine, Own::Spaces, Group::About, true, QT_TRANSLATE_NOOP("UserField", "Notes")},
    UserField{"id"_L1, Text, Own::None, Group::Account, false, QT_TRANSLATE_NOOP("UserField", "User ID")},
    UserField{"roles"_L1, List, Own::None, Group::Account, false, QT_TRANSLATE_NOOP("UserField", "Roles")},
    UserField{"rank"_L1,
              Number,
              Own::None,
              Group::Account,
              false,
              QT_TRANSLATE_NOOP("UserField", "Rank"),
              Width::Half,
              {},
              QT_TRANSLATE_NOOP("UserField", "A level that the service’s administrators set.")},
    UserField{"customerId"_L1,
              Number,
              Own::None,
              Group::Account,
              false,
              QT_TRANSLATE_NOOP("UserField", "Customer ID"),
              Width::Half,
              {},
              QT_TRANSLATE_NOOP("UserField", "The customer that this account belongs to.")},
    UserField{"createdAt"_L1, Timestamp, Own::None, Group::Account, false, QT_TRANSLATE_NOOP("UserField", "Created"),
              Width::Half},
    UserField{"updatedAt"_L1, Timestamp, Own::None, Group::Account, false, QT_TRANSLATE_NOOP("UserField", "Updated"),
              Width::Half},
    UserField{"lastLogIn"_L1, Timestamp, Own::None, Group::Account, false,
              QT_TRANSLATE_NOOP("UserField", "Last sign-in"), Width::Half},
    UserField{"lastDismissMessages"_L1,
              Timestamp,
              Own::None,
              Group::Account,
              false,
              QT_TRANSLATE_NOOP("UserField", "Messages dismissed"),
              Width::Half,
              {},
              QT_TRANSLATE_NOOP("UserField", "When you last closed the service’s messages.")},
};

} // namespace

std::span<const UserField> userFields()
{
    return fields;
}

const UserField *userField(QStringView key)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [key](const UserField &field) {
        return field.key == key || (!field.companion.isEmpty() && field.companion == key);
    });
    return found == fields.end() ? nullptr : &*found;
}

const UserField *fieldOfMember(const QString &member)
{
    QString path = member;
    static const QRegularExpression marks(u"[\\[\\]'\"/]+"_s);
    QStringList names = path.replace(marks, u"."_s).split(u'.', Qt::SkipEmptyParts);
    if (!names.isEmpty() && names.constFirst() == "$"_L1)
        names.removeFirst();
    if (names.size() > 1 && names.constFirst().compare("user"_L1, Qt::CaseInsensitive) == 0)
        names.removeFirst();
    if (names.size() != 1) // inside one of the lists
        return nullptr;
    const auto matches = [name = names.constFirst()](QLatin1StringView key) {
        return !key.isEmpty() && name.compare(key, Qt::CaseInsensitive) == 0;
    };
    const auto found = std::find_if(fields.begin(), fields.end(), [&matches](const UserField &field) {
        return matches(field.key) || matches(field.companion);
    });
    return found == fields.end() ? nullptr : &*found;
}

bool hasMisfits(FieldKind kind)
{
    return kind == FieldKind::Date || kind == FieldKind::Country;
}

QString fieldLabel(const UserField &field)
{
    return QCoreApplication::translate("UserField", field.label);
}

QString fieldExplanation(const UserField &field)
{
    return field.explanation ? QCoreApplication::translate("UserField", field.explanation) : QString();
}

QString groupLabel(FieldGroup group)
{
    static constexpr std::array labels{
        QT_TRANSLATE_NOOP("UserField", "Name"), QT_TRANSLATE_NOOP("UserField", "Contact"),
        QT_TRANSLATE_NOOP("UserField", "Postal address"), QT_TRANSLATE_NOOP("UserField", "About"),
        QT_TRANSLATE_NOOP("UserField", "Account")};
    return QCoreApplication::translate("UserField", labels.at(static_cast<std::size_t>(group)));
}

} // namespace lanyard
