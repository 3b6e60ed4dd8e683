#include "ui/common/pointerwatch.h"

#include <QCoreApplication>
#include <QCursor>
#include <QEvent>

#include <utility>

namespace lanyard {

namespace {

bool isOfPointer(QEvent::Type type)
{
    return type == QEvent::MouseMove || type == QEvent::MouseButtonPress || type == QEvent::Wheel;
}

} // namespace

PointerWatch::PointerWatch(QWidget &area) : QObject(&area), m_area(area), m_leftAt(QCursor::pos())
{
    area.installEventFilter(this);
}

void PointerWatch::setPointing(bool isPointing)
{
    if (std::exchange(m_isPointing, isPointing) != isPointing)
        Q_EMIT changed();
}

// A dialog that opens takes the pointer away from the area, and gives it back when it closes: that is no movement.
// While the pointer is over the area, the events of the whole program: what is in the area hears of a movement only if
// it asks for it, and keys go elsewhere.
bool PointerWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_area && event->type() == QEvent::Enter) {
        QCoreApplication::instance()->installEventFilter(this);
        setPointing(QCursor::pos() != m_leftAt);
    } else if (watched == &m_area && (event->type() == QEvent::Leave || event->type() == QEvent::Hide)) {
        QCoreApplication::instance()->removeEventFilter(this);
        m_leftAt = QCursor::pos();
        setPointing(false);
    } else if (event->type() == QEvent::KeyPress) {
        setPointing(false);
    } else if (isOfPointer(event->type()) && m_area.underMouse()) {
        setPointing(true);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace lanyard

#include "moc_pointerwatch.cpp"
