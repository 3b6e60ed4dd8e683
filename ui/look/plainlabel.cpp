#include "ui/look/plainlabel.h"

#include "core/base/text.h"
#include "ui/look/breaks.h"
#include "ui/look/outlines.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QStyleOption>

#include <utility>

namespace lanyard {

PlainLabel::PlainLabel(const QString &text, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
}

void PlainLabel::setText(const QString &text)
{
    const QString shown = wordWrap() ? withOverlongBreakable(text) : text;
    QLabel::setText(shown);
    if (accessibleName() != m_spoken)
        return; // a name of its own
    const QString spoken = withoutQuoteMarks(text).remove(LineBreak);
    const QString name = spoken == shown ? QString() : spoken;
    if (std::exchange(m_spoken, name) != name) // Qt would tell of it
        setAccessibleName(name);
}

QString PlainLabel::text() const
{
    return QLabel::text().remove(LineBreak);
}

void PlainLabel::setWordWrap(bool isWrapped)
{
    QLabel::setWordWrap(isWrapped);
    if (!QLabel::text().isEmpty())
        setText(text());
}

void PlainLabel::copySelection() const
{
    // One of the text itself is shown as a mark.
    QString text = withoutQuoteMarks(selectedText()).remove(LineBreak);
    QGuiApplication::clipboard()->setText(text.replace(QChar::ParagraphSeparator, u'\n'));
}

void PlainLabel::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy) || !hasSelectedText())
        return QLabel::keyPressEvent(event);
    event->accept();
    copySelection();
}

// Also after a click: what can be selected in it has no cursor that is easily seen.
void PlainLabel::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    if (!hasFocus())
        return;
    QStyleOption option;
    option.initFrom(this);
    QPainter painter(this);
    paintFocusRing(painter, option, palette().color(QPalette::Window));
}

void PlainLabel::contextMenuEvent(QContextMenuEvent *event)
{
    if (!hasSelectedText())
        return QLabel::contextMenuEvent(event);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy"), this, &PlainLabel::copySelection);
    menu->popup(event->globalPos());
}

void PlainLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        alignWithWindow();
}

void PlainLabel::showEvent(QShowEvent *event)
{
    alignWithWindow();
    QLabel::showEvent(event);
}

// Qt aligns a text at the edge where its own letters begin: an English heading at the far end of a window that is
// laid out right to left.
void PlainLabel::alignWithWindow()
{
    const Qt::Alignment now = alignment();
    const bool isOurs = now & Qt::AlignAbsolute;
    if (!isOurs && !(now & Qt::AlignLeft))
        return;
    const Qt::Alignment edge = isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    const Qt::Alignment wanted = (now & Qt::AlignVertical_Mask) | Qt::AlignAbsolute | edge;
    if (now != wanted)
        setAlignment(wanted);
}

Heading::Heading(const QString &text, double scale, QWidget *parent) : PlainLabel(text, parent)
{
    QFont larger = font();
    larger.setPointSizeF(larger.pointSizeF() * scale);
    larger.setBold(true);
    setFont(larger);
}

} // namespace lanyard

#include "moc_plainlabel.cpp"
