#include "ui/common/enterkey.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

namespace lanyard {

namespace {

bool isPlainEnter(const QKeyEvent &key)
{
    const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    return isEnter && (key.modifiers() & ~Qt::KeypadModifier) == 0;
}

// Check boxes and radio buttons are answers, not actions: there Enter is the dialog's.
QAbstractButton *focusedButton(QObject *widget)
{
    auto *button = qobject_cast<QAbstractButton *>(widget);
    const bool isAction = qobject_cast<QPushButton *>(button) || qobject_cast<QToolButton *>(button);
    return isAction && button->hasFocus() ? button : nullptr;
}

} // namespace

bool EnterKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !isPlainEnter(static_cast<QKeyEvent &>(*event)))
        return false;
    QAbstractButton *button = focusedButton(watched);
    if (!button)
        return false;
    event->accept();
    if (!static_cast<QKeyEvent &>(*event).isAutoRepeat())
        button->click();
    return true;
}

} // namespace lanyard

#include "moc_enterkey.cpp"
