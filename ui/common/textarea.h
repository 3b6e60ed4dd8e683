#pragma once

#include <QPlainTextEdit>

namespace lanyard {

/// A plain-text editor that stays fast with texts that have no place to break a line, such as base64: Qt searches for
/// one to the end of the text at each line, which takes seconds for a few thousand lines. Such texts are then broken
/// anywhere.
class TextArea : public QPlainTextEdit
{
    Q_OBJECT

public:
    using QPlainTextEdit::QPlainTextEdit;

    void setText(const QString &text);
    /// The content, with lines separated by \n. Unlike toPlainText(), it keeps no-break spaces.
    [[nodiscard]] QString text() const;

protected:
    void insertFromMimeData(const QMimeData *source) override;

private:
    void breakLinesFor(const QString &text);
};

} // namespace lanyard
