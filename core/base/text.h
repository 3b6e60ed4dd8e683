#pragma once

#include <QString>

namespace lanyard {

/// @p text for display: control, bidirectional-override and zero-width characters are shown as ‹U+202E› instead of
/// affecting the text around them; line breaks and tabs stay if @p multiLine. Joiners stay where a script or an emoji
/// needs them. Text longer than @p limit UTF-16 units is cut with an ellipsis (limit < 0: no limit).
[[nodiscard]] QString visibleText(const QString &text, bool multiLine = false, qsizetype limit = -1);

/// Whether it is empty, or nothing but spaces.
[[nodiscard]] bool isBlank(const QString &text);

/// @p text with marks for what a line does not show and two texts may differ in: ↵ for a line break, → for a tab, ␣ for
/// a space at either end of a line and after another one, ‹U+00A0› for a no-break space, ‹U+2011› for a hyphen that is
/// not that of the keyboard.
[[nodiscard]] QString withSpaceMarks(const QString &text);

/// @p text for display within a line or a cell, in the direction of its own first letter, regardless of the window's
/// layout direction.
[[nodiscard]] QString inOwnDirection(const QString &text);
/// The same for identifiers, keys and addresses, which always read left to right.
[[nodiscard]] QString leftToRight(const QString &text);

/// Whether the order of @p text depends on such marks: by a window that reads right to left, or because it does so
/// itself in part.
[[nodiscard]] bool isReordered(const QString &text);

/// A value from outside (a name, an address, words of the service) within a sentence of the window: visible in one
/// line, with single quotation marks for the double ones, with which it could end the quotation that it stands in, and
/// go on as the window's own words; and marked if it would otherwise reorder the sentence around it, because one of the
/// two reads right to left.
[[nodiscard]] QString quoted(const QString &value, qsizetype limit = -1);
/// @p text without the marks of quoted(), for what is read aloud or copied.
[[nodiscard]] QString withoutQuoteMarks(const QString &text);

/// Like visibleText(), for an editor and uncut: only LRM, RLM and ALM between other characters stay as they are.
[[nodiscard]] QString editableText(const QString &text, bool multiLine);
/// What the content of an editor that was filled with editableText(@p original) means: the remaining marks are turned
/// back into the characters that they stand for. A mark for a character that @p original does not contain is ordinary
/// text.
[[nodiscard]] QString fromEditable(const QString &edited, const QString &original);

/// @p text for a tooltip: always plain (Qt treats anything that looks like HTML as HTML), with long lines wrapped, each
/// in the direction of the first letter of its paragraph, as quoted() marks it, whatever that of the window is.
[[nodiscard]] QString toolTipText(const QString &text);

} // namespace lanyard
