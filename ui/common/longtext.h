#pragma once

#include <QString>

class QLineEdit;

namespace lanyard {

/// Says that a text of more than @p most characters was not taken.
[[nodiscard]] QString tooLongText(qsizetype most);

/// Writes @p text into @p edit, which then lets texts of up to @p most characters in, and one more character: a longer
/// text is recognised by it and refused by the receiver of textChanged(). Qt cuts it to that length before laying it
/// out, which is what takes long.
void writeLine(QLineEdit *edit, const QString &text, qsizetype most);

} // namespace lanyard
