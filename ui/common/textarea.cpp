#include "ui/common/textarea.h"

#include "core/base/typedtext.h"
#include "ui/look/outlines.h"

#include <QDropEvent>
#include <QMimeData>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace lanyard {

namespace {

// Longer than any word; 10,000 take Qt 20 ms.
constexpr qsizetype LongestWord = 4000;

qsizetype longestWordIn(const QString &text)
{
    qsizetype longest = 0;
    qsizetype current = 0;
    for (const QChar c : text) {
        current = c.isSpace() ? 0 : current + 1;
        longest = std::max(longest, current);
    }
    return longest;
}

QString withLineFeeds(QString text)
{
    text.replace(QChar::ParagraphSeparator, u'\n');
    return text.replace(QChar::LineSeparator, u'\n'); // Shift+Enter
}

} // namespace

// Before the text is set: it is laid out at once.
void TextArea::breakLinesFor(const QString &text)
{
    setWordWrapMode(longestWordIn(text) > LongestWord ? QTextOption::WrapAnywhere
                                                      : QTextOption::WrapAtWordBoundaryOrAnywhere);
}

void TextArea::setText(const QString &text)
{
    breakLinesFor(text);
    setPlainText(text);
}

QString TextArea::text() const
{
    return withLineFeeds(document()->toRawText());
}

QMimeData *TextArea::createMimeDataFromSelection() const
{
    auto *plain = new QMimeData;
    plain->setText(withLineFeeds(textCursor().selectedText()));
    return plain;
}

void TextArea::insertFromMimeData(const QMimeData *source)
{
    if (!source->hasText()) // a picture would replace the selection with nothing
        return;
    QMimeData typed;
    typed.setText(typedText(source->text()));
    const qsizetype replaced = textCursor().selectionEnd() - textCursor().selectionStart();
    // Before it is laid out, which is what takes long. A text that is too long already may become shorter.
    if (typed.text().size() > replaced && document()->characterCount() - 1 - replaced + typed.text().size() > m_most)
        return Q_EMIT refused();
    breakLinesFor(text() + typed.text());
    QPlainTextEdit::insertFromMimeData(&typed);
}

void TextArea::dropEvent(QDropEvent *event)
{
    if (event->dropAction() != Qt::MoveAction || event->source() == viewport())
        return QPlainTextEdit::dropEvent(event);
    QDropEvent copy(event->position(), Qt::CopyAction, event->mimeData(), event->buttons(), event->modifiers());
    QPlainTextEdit::dropEvent(&copy);
    event->setDropAction(Qt::CopyAction);
    event->setAccepted(copy.isAccepted());
}

void TextArea::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    if (!isReadOnly() || !hasFocus() || frameShape() != QFrame::NoFrame)
        return;
    QStyleOption option;
    option.initFrom(this);
    option.rect = viewport()->rect();
    QPainter painter(viewport());
    paintFocusRing(painter, option, palette().color(QPalette::Window));
}

bool TextArea::event(QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        viewport()->update();
    return QPlainTextEdit::event(event);
}

// Qt moves what is painted: the ring would go with it.
void TextArea::scrollContentsBy(int dx, int dy)
{
    QPlainTextEdit::scrollContentsBy(dx, dy);
    viewport()->update();
}

} // namespace lanyard

#include "moc_textarea.cpp"
