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
        GoesOn ///< text after the end of the value
    };

    Kind kind;
    qsizetype offset; ///< in UTF-16 units
};

/// nullopt: @p text is one valid JSON value.
[[nodiscard]] std::optional<JsonFault> findJsonFault(QStringView text);

} // namespace lanyard
