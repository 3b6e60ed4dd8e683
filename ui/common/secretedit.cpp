#include "ui/common/secretedit.h"

#include "ui/common/toldtexts.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPointer>

namespace lanyard {

SecretEdit::SecretEdit(QWidget *parent) : QLineEdit(parent)
{
    setRevealed(false);
}

void SecretEdit::setRevealed(bool revealed)
{
    m_isRevealed = revealed;
    setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    // setEchoMode resets them.
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
}

// Of what is shown as dots, Qt copies nothing, and its menu offers nothing (QWidgetLineControl::copy()).
void SecretEdit::doHidden(const std::function<void()> &act)
{
    if (!m_isRevealed)
        return act();
    const QPointer alive(this);
    setEchoMode(QLineEdit::Password);
    act();
    if (alive)
        setRevealed(m_isRevealed); // which act() may have changed
}

// What is typed is never copied; the rest selects, copies or cuts, and moves about.
void SecretEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isTyped = !event->text().isEmpty() && event->text().front().isPrint();
    if (isTyped)
        QLineEdit::keyPressEvent(event);
    else
        doHidden([this, event] { QLineEdit::keyPressEvent(event); });
}

void SecretEdit::mouseReleaseEvent(QMouseEvent *event)
{
    doHidden([this, event] { QLineEdit::mouseReleaseEvent(event); });
}

void SecretEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = nullptr;
    doHidden([this, &menu] { menu = createStandardContextMenu(); });
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(event->globalPos());
}

void SecretEdit::wipe()
{
    // Qt keeps an undo command for each typed character, and their memory after it forgets them: the same number of
    // others take their place, of which nobody is told. Hidden, so that nobody reads what is taken out either.
    const TextSilence silence(*this);
    const bool wasRevealed = m_isRevealed;
    setRevealed(false);
    const qsizetype size = text().size();
    setText({});
    {
        const QSignalBlocker unseen(*this); // nobody has entered these
        insert(QString(qMin<qsizetype>(4 * size, maxLength()), u'x'));
        setText({});
    }
    setRevealed(wasRevealed);
}

} // namespace lanyard

#include "moc_secretedit.cpp"
