#pragma once

#include <QStringView>

#include <optional>

namespace lanyard {

/// A character that is written as several.
struct Escape
{
    char32_t code = 0;
    qsizetype length = 0; ///< of what is written
};

/// Whether an escape may begin with @p c.
[[nodiscard]] constexpr bool beginsEscape(char16_t c)
{
    return c == u'%' || c == u'&' || c == u'\\';
}

/// That with which @p text begins, as in an address (%C3%A9), in HTML (&#233;, &amp;) or in JSON (\u00e9, \n).
[[nodiscard]] std::optional<Escape> escapeAtBeginOf(QStringView text);

} // namespace lanyard
