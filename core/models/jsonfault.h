#pragma once

#include <QStringView>

#include <optional>

namespace lanyard {

/// The first place where a text is not valid JSON (RFC 8259), and why. QJsonDocument accepts more (a number such as 1.,
/// any letter after a backslash), and reports misleading causes.
struct JsonFault
{
    enum class Kind {
        NoValue,
        Unquoted,     ///< a string without quotation marks, or with the wrong ones
        NoName,       ///< for a member
        UnquotedName, ///< like Unquoted
        NoColon,
        NoCommaInObject,
        NoCommaInList,
        OpenText, ///< a string without a closing quotation mark
        ControlCharacter,
        Escape,
        Number,
        LeadingZero,
        TooDeep,
        GoesOn,     ///< text after the end of the value
        DoubledName ///< valid, but what it means is up to who reads it; only if there is no other fault
    };

    Kind kind;
    qsizetype offset; ///< in UTF-16 units
};

/// nullopt: @p text is one valid JSON value, with each name once in its object.
[[nodiscard]] std::optional<JsonFault> findJsonFault(QStringView text);

} // namespace lanyard
