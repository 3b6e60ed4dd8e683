#pragma once

#include <QString>

namespace lanyard {

/// Where a text differs from the one before, in UTF-16 units; no character is cut in two.
struct ChangedPart
{
    qsizetype from;
    qsizetype to;
};

[[nodiscard]] ChangedPart changedPart(QStringView text, QStringView before);

/// @p text as an editor keeps it during editing, however it was entered: every kind of line break becomes \n;
/// control characters other than tabs, bidirectional overrides, and zero-width characters that no script needs are
/// removed. Only where @p text differs from the text @p before the edit: existing text is not changed by an edit beside
/// it.
[[nodiscard]] QString keptText(const QString &text, const QString &before = {});
/// The same for a single-line editor: line breaks are removed at the ends, tabs at the end (pasted table cells have
/// them), and both become spaces within.
[[nodiscard]] QString keptLine(const QString &text, const QString &before = {});
/// The same for a secret of one line, in which tabs and line breaks may stand for something: both are removed only
/// where keptLine() removes them at the ends. Tabs that @p before has at its end are kept.
[[nodiscard]] QString keptSecret(const QString &text, const QString &before = {});

/// What such a text means once editing has ended: without unpaired surrogates, and without characters that mean nothing
/// at an end (a joiner, LRM or RLM), which an editor keeps because more may follow.
[[nodiscard]] QString meantText(const QString &kept);

/// Both at once, for text that arrived as a whole.
[[nodiscard]] QString typedText(const QString &text);
[[nodiscard]] QString typedLine(const QString &text);

/// The edited @p text, whose lines end with \n, with \r\n as in the text @p before if that has them.
[[nodiscard]] QString withLineEndsOf(const QString &before, QString text);

/// Whether @p c is invisible at the end of a text: spaces, control and format characters, fillers.
[[nodiscard]] bool isUnseen(QChar c);
/// @p text without white space and invisible characters at its ends.
[[nodiscard]] QStringView withoutUnseenEnds(QStringView text);

/// What people and programs put around what they copy: the quotation marks of many languages.
[[nodiscard]] const QString &quotationMarks();
/// @p text with spaces of any kind, and with signs, digits and Latin letters of full width, as ASCII has them: some
/// keyboards and programs write no others.
[[nodiscard]] QString halfWidth(QString text);
/// @p text without white space, invisible characters, and pairs of quotation marks or angle brackets around it.
[[nodiscard]] QString unwrapped(const QString &text);

} // namespace lanyard
