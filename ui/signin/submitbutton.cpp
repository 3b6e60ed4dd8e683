#include "ui/signin/submitbutton.h"

#include <QApplication>
#include <QKeyEvent>

namespace lanyard {

bool SubmitButton::isHeldEnter(const QKeyEvent &event)
{
    return event.isAutoRepeat() && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter);
}

bool SubmitButton::takePress()
{
    if (!isEnabled())
        return false;
    if (m_sinceAsked.isValid() && !m_sinceAsked.hasExpired(QApplication::doubleClickInterval())) {
        m_sinceAsked.start();
        return false;
    }
    m_sinceAsked.invalidate();
    return true;
}

void SubmitButton::mouseDoubleClickEvent(QMouseEvent *) {}

// Accepted, so that the dialog does not take it for Enter in one of its fields either.
void SubmitButton::keyPressEvent(QKeyEvent *event)
{
    if (!isHeldEnter(*event))
        QPushButton::keyPressEvent(event);
}

} // namespace lanyard

#include "moc_submitbutton.cpp"
