#pragma once

#include <QString>

namespace lanyard {

/// A text normalised for comparing dates: lower case without accents, ASCII digits and single spaces; no invisible
/// characters, no dots. Separators between numbers become spaces.
[[nodiscard]] QString plainDateText(const QString &text);

/// Whether @p c is a part of a word: a letter, or a mark on one.
[[nodiscard]] bool isWordPart(QChar c);

/// Whether @p text has any: without, no name and no literal of a format has to be looked for.
[[nodiscard]] bool hasWords(QStringView text);

/// The position of @p word in @p text as a whole word, or -1: "mar" is not found in "marzo", "3月" not in "13月".
[[nodiscard]] qsizetype findWord(QStringView word, QStringView text);

} // namespace lanyard
