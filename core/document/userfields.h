#pragma once

#include <QLatin1StringView>
#include <QString>

#include <span>

namespace lanyard {

/// How a member of the profile is displayed, edited and written.
enum class FieldKind {
    Text,
    MultiLine,
    Email,
    Phone,
    Date,      ///< a calendar date, in no time zone
    Timestamp, ///< a moment, shown in local time if it has a time zone
    Country,   ///< a name, with its ISO 3166-1 code in the companion member
    Image,     ///< base64 of a PNG or JPEG, optionally with a data: prefix
    Number,    ///< a 64-bit integer, possibly written as a string
    List,      ///< strings
};

/// The forms of its own in which a service may store a text. Letters, digits and punctuation are the text, unless the
/// table of fields says of one that they are not.
enum class OwnForm {
    None,    ///< as it was sent; or it is no text, but one of the notations that sameMeaning() knows
    Spaces,  ///< without the spaces at either end of its lines and the blank lines at either end of it, each run of
             ///< spaces as one; without control characters; accents written as one character with their letter or not
    AnyCase, ///< also in other letters of upper and lower case
    Code,    ///< letters and digits in either case: spaces and punctuation only group them
    Address, ///< of the web: as sameMeaning() has it, with or without a slash at its end
};

enum class FieldGroup { Name, Contact, Address, About, Account };

/// How much of a line of the form a field takes, by what usually stands in it. Alone: nothing stands beside it.
enum class FieldWidth { Whole, Half, Third, TwoThirds, ThirdAlone };

/// One member of the profile.
struct UserField
{
    QLatin1StringView key;
    FieldKind kind;
    OwnForm ownForm;
    FieldGroup group;
    bool editable;
    const char *label; ///< untranslated; fieldLabel() translates it
    FieldWidth width = FieldWidth::Whole;
    QLatin1StringView companion = {};  ///< a second member that is always edited together with this one
    const char *explanation = nullptr; ///< what its label does not tell, untranslated
};

/// The one table: form, models, diff, merge, review and tests iterate over it. A new member of the profile is one new
/// row.
[[nodiscard]] std::span<const UserField> userFields();

/// The row of @p key (or of the field whose companion it is); null if there is none.
[[nodiscard]] const UserField *userField(QStringView key);

/// The row for @p member, the service's name in any form for a member of the request: "User.Email", "$.user.email",
/// "/user/email". Null if it is not part of the profile.
[[nodiscard]] const UserField *fieldOfMember(const QString &member);

/// Whether a text in an editor of that kind may be no value of it (a misfit). Any text is a value of the other kinds.
[[nodiscard]] bool hasMisfits(FieldKind kind);

[[nodiscard]] QString fieldLabel(const UserField &field);
/// Empty if its label tells all.
[[nodiscard]] QString fieldExplanation(const UserField &field);
[[nodiscard]] QString groupLabel(FieldGroup group);

} // namespace lanyard
