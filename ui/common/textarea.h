#pragma once

#include <QPlainTextEdit>

namespace lanyard {

/// A plain-text editor that stays quick with texts that have no place to break a line, such as base64: Qt looks for one
/// to the end of the text at each line, which takes seconds for a few thousand lines. They are then broken anywhere.
class TextArea : public QPlainTextEdit
{
    Q_OBJECT

public:
    using QPlainTextEdit::QPlainTextEdit;

    void setText(const QString &text);
    /// What stands in it, lines ended by \n. Unlike toPlainText() with no-break spaces as they are.
    [[nodiscard]] QString text() const;

protected:
    void insertFromMimeData(const QMimeData *source) override;

private:
    void breakLinesFor(const QString &text);
};

} // namespace lanyard
