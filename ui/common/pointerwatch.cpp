#include "ui/common/pointerwatch.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace lanyard {

namespace {

bool isOfPointer(QEvent::Type type)
{
    return type == QEvent::MouseMove || type == QEvent::MouseButtonPress || type == QEvent::Wheel;
}

} // namespace

PointerWatch::PointerWatch(QWidget &area) : QObject(&area), m_area(area)
{
    area.installEventFilter(this);
}

void PointerWatch::setPointing(bool isPointing)
{
    if (std::exchange(m_isPointing, isPointing) != isPointing)
        Q_EMIT changed();
}

// While the pointer is over the area, the events of the whole program: what is in the area hears of a movement only if
// it asks for it, and keys go elsewhere.
bool PointerWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_area && event->type() == QEvent::Enter) {
        QCoreApplication::instance()->installEventFilter(this);
        setPointing(true);
    } else if (watched == &m_area && (event->type() == QEvent::Leave || event->type() == QEvent::Hide)) {
        QCoreApplication::instance()->removeEventFilter(this);
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
