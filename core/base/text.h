#pragma once

#include <QString>

namespace lanyard {

/// @p text for display: control, bidirectional-override and zero-width characters are shown as ‹U+202E› instead of
/// affecting the text around them; line breaks and tabs stay if @p multiLine. Joiners stay where a script or an emoji
/// needs them. Text longer than @p limit UTF-16 units is cut with an ellipsis (limit < 0: no limit).
[[nodiscard]] QString visibleText(const QString &text, bool multiLine = false, qsizetype limit = -1);

/// @p text for display within a line or a cell, in the direction of its own first letter, regardless of the window's
/// layout direction.
[[nodiscard]] QString inOwnDirection(const QString &text);
/// The same for identifiers, keys and addresses, which always read left to right.
[[nodiscard]] QString leftToRight(const QString &text);

/// Like visibleText(), for an editor and uncut: only LRM, RLM and ALM between other characters stay as they are.
[[nodiscard]] QString editableText(const QString &text, bool multiLine);
/// What the content of an editor that was filled with editableText(@p original) means: the remaining marks are turned
/// back into the characters that they stand for. A mark for a character that @p original does not contain is ordinary
/// text.
[[nodiscard]] QString fromEditable(const QString &edited, const QString &original);

/// @p text as an editor keeps it during editing, however it was entered: every kind of line break becomes \n;
/// control characters other than tabs, bidirectional overrides, and zero-width characters that no script needs are
/// removed. Only where @p text differs from the text @p before the edit: existing text is not changed by an edit beside
/// it.
[[nodiscard]] QString keptText(const QString &text, const QString &before = {});
/// The same for a single-line editor: line breaks are removed at the ends (a pasted table cell has one) and become
/// spaces within, and so do tabs.
[[nodiscard]] QString keptLine(const QString &text, const QString &before = {});

/// What such a text means once editing has ended: without unpaired surrogates, and without characters that mean nothing
/// at an end (a joiner, LRM or RLM), which an editor keeps because more may follow.
[[nodiscard]] QString meantText(const QString &kept);

/// Both at once, for text that arrived as a whole.
[[nodiscard]] QString typedText(const QString &text);
[[nodiscard]] QString typedLine(const QString &text);

/// Whether @p c is invisible at the end of a text: spaces, control and format characters, fillers.
[[nodiscard]] bool isUnseen(QChar c);
/// @p text without white space and invisible characters at its ends.
[[nodiscard]] QStringView withoutUnseenEnds(QStringView text);

/// @p text for a tooltip: always plain (Qt treats anything that looks like HTML as HTML), with long lines wrapped.
[[nodiscard]] QString toolTipText(const QString &text);

} // namespace lanyard
