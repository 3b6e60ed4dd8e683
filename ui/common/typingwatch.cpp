#include "ui/common/typingwatch.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

namespace lanyard {

bool isTyping(const QEvent &event)
{
    if (event.type() == QEvent::InputMethod)
        return true;
    if (event.type() != QEvent::KeyPress)
        return false;
    const auto &key = static_cast<const QKeyEvent &>(event);
    const bool isDeletion = key.key() == Qt::Key_Backspace || key.key() == Qt::Key_Delete;
    return isDeletion || (!key.text().isEmpty() && key.text().at(0).isPrint());
}

TypingWatch::TypingWatch(const QWidget &root) : m_root(root)
{
    QCoreApplication::instance()->installEventFilter(this);
}

// What takes text also takes an input method: a space on a button is a press.
bool TypingWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (m_hasTyped || !isTyping(*event) || !watched->isWidgetType())
        return false;
    const auto *widget = static_cast<QWidget *>(watched);
    if (!widget->testAttribute(Qt::WA_InputMethodEnabled))
        return false;
    while (widget && widget != &m_root)
        widget = widget->parentWidget();
    m_hasTyped = widget != nullptr;
    return false;
}

} // namespace lanyard

#include "moc_typingwatch.cpp"
