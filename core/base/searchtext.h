#pragma once

#include <QStringList>

namespace lanyard {

/// What the text of a filter means, as it is shown: any white space separates words, and invisible characters, and
/// quotation marks around it, do not count.
[[nodiscard]] QString searchedText(const QString &typed);

/// Its words, to be looked for in a searchForm().
[[nodiscard]] QStringList searchWords(const QString &typed);

/// @p text in the form in which words are looked for: without invisible characters (visibleText() may have marked them:
/// the marks are found too), and with one form and case for all that people write for the same letter, with its accent
/// or without.
[[nodiscard]] QString searchForm(const QString &text);

} // namespace lanyard
