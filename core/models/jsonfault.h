#pragma once

#include <QStringView>

#include <optional>

namespace lanyard {

/// The first place at which a text stops being JSON as RFC 8259 has it, and why. QJsonDocument takes more (a number
/// such as 1., any letter behind a backslash), and names causes that are none.
struct JsonFault
{
    enum class Kind {
        NoValue,
        Unquoted,     ///< a text without quotation marks, or with others
        NoName,       ///< of a member
        UnquotedName, ///< as Unquoted
        NoColon,
        NoCommaInObject,
        NoCommaInList,
        OpenText, ///< without a closing quotation mark
        ControlCharacter,
        Escape,
        Number,
        LeadingZero,
        TooDeep,
        GoesOn ///< behind the end of the value
    };

    Kind kind;
    qsizetype offset; ///< in UTF-16 units
};

/// nullopt: @p text is one JSON value.
[[nodiscard]] std::optional<JsonFault> findJsonFault(QStringView text);

} // namespace lanyard
