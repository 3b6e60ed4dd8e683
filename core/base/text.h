#pragma once

#include <QString>

namespace lanyard {

/// @p text for display: control, bidirectional-override and zero-width characters are shown as ‹U+202E› instead of
/// acting on what stands around them; line breaks and tabs stay when @p multiLine. Joiners stay where a script or an
/// emoji needs them. Text beyond @p limit UTF-16 units is cut with an ellipsis (limit < 0: no limit).
[[nodiscard]] QString visibleText(const QString &text, bool multiLine = false, qsizetype limit = -1);

/// @p text for display within a line or a cell, in the direction of its own first letter, whichever way the window
/// reads.
[[nodiscard]] QString inOwnDirection(const QString &text);
/// The same for identifiers, keys and addresses, which are always read from left to right.
[[nodiscard]] QString leftToRight(const QString &text);

/// What visibleText() does, for an editor and whole: only LRM, RLM and ALM between other characters stay as they are.
[[nodiscard]] QString editableText(const QString &text, bool multiLine);
/// What an editor that was filled with editableText(@p original) now means: the marks that are left in it are the
/// characters that they stand for. A mark for a character that @p original does not hold is just text.
[[nodiscard]] QString fromEditable(const QString &edited, const QString &original);

/// What an editor keeps of a text while it is worked in, however the text came: every kind of line break is \n; other
/// control characters than tabs, bidirectional overrides and zero-width characters that no script needs are gone. Only
/// where @p text differs from what stood there @p before: what was there already is not touched by what comes beside
/// it.
[[nodiscard]] QString keptText(const QString &text, const QString &before = {});
/// The same for an editor of one line: line breaks are gone at the ends (a pasted cell of a table has one) and spaces
/// within, and so are tabs.
[[nodiscard]] QString keptLine(const QString &text, const QString &before = {});

/// What such a text means: without halves of characters, and without what is nothing at an end (a joiner, LRM or RLM),
/// where an editor still waits for what may follow.
[[nodiscard]] QString meantText(const QString &kept);

/// Both at once, for a text that came in whole.
[[nodiscard]] QString typedText(const QString &text);
[[nodiscard]] QString typedLine(const QString &text);

/// Whether nobody sees @p c at the end of a text: spaces, control and format characters, fillers.
[[nodiscard]] bool isUnseen(QChar c);
/// @p text without white space and characters that cannot be seen at its ends.
[[nodiscard]] QStringView withoutUnseenEnds(QStringView text);

/// @p text for a tool tip, which shows it plain whatever it holds (Qt takes what looks like HTML for HTML), and long
/// lines broken.
[[nodiscard]] QString toolTipText(const QString &text);

} // namespace lanyard
