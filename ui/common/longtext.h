#pragma once

#include <QString>

#include <functional>

class QLineEdit;

namespace lanyard {

/// What fits into a line that nothing else limits.
inline constexpr qsizetype LongestLine = 32'767;

/// Says that a text of more than @p most characters was not taken.
[[nodiscard]] QString tooLongText(qsizetype most);

/// Writes @p text into @p edit, which then lets texts of up to @p most characters in, and one more character: a longer
/// text is recognised by it and refused by the receiver of textChanged(). Qt cuts it to that length before laying it
/// out, which is what takes long.
void writeLine(QLineEdit *edit, const QString &text, qsizetype most);

/// From now on @p edit takes no text of more than @p most characters, however it comes: it keeps the one that it had (a
/// secret: none), and @p refused is called after that. Qt would cut it, and a part of a password would be refused as
/// wrong.
void refuseLongTexts(QLineEdit *edit, qsizetype most, const std::function<void()> &refused);

} // namespace lanyard
