#pragma once

#include <QPlainTextEdit>

#include <limits>

namespace lanyard {

/// A plain-text editor that stays fast with texts that have no place to break a line, such as base64: Qt searches for
/// one to the end of the text at each line, which takes seconds for a few thousand lines. Such texts are then broken
/// anywhere.
class TextArea : public QPlainTextEdit
{
    Q_OBJECT

public:
    using QPlainTextEdit::QPlainTextEdit;

    /// What is pasted or dropped beyond @p most characters is refused as a whole: nothing is ever cut.
    void setMostCharacters(qsizetype most) { m_most = most; }
    void setText(const QString &text);
    /// The content, with lines separated by \n. Unlike toPlainText(), it keeps no-break spaces.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// A paste or drop was refused because the text would be too long.
    void refused();

protected:
    /// Plain text alone, with its no-break spaces, which Qt would replace.
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void insertFromMimeData(const QMimeData *source) override;
    /// What comes from elsewhere is copied, never moved: it may be refused.
    void dropEvent(QDropEvent *event) override;
    /// A ring while it is only read, without a frame, and has the focus: there is no cursor then.
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void breakLinesFor(const QString &text);

    qsizetype m_most = std::numeric_limits<qsizetype>::max();
};

} // namespace lanyard
