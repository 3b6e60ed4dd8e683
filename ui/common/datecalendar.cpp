#include "ui/common/datecalendar.h"

#include "ui/common/calendarpopup.h"

#include <QKeyEvent>
#include <QLineEdit>

#include <utility>

namespace lanyard {

DateCalendar::DateCalendar(QLineEdit &edit, QWidget &owner, const QString &name, Standing standing)
    : QObject(&edit), m_edit(edit), m_owner(owner), m_name(name), m_standing(std::move(standing))
{
    m_edit.installEventFilter(this);
}

void DateCalendar::open(const QWidget &place)
{
    auto *calendar = new CalendarPopup(m_name, m_standing(), &m_owner);
    connect(calendar, &CalendarPopup::chosen, this, &DateCalendar::chosen);
    connect(calendar, &CalendarPopup::closed, &m_edit, [this] { m_edit.setFocus(Qt::PopupFocusReason); });
    calendar->popUpAt(place);
}

bool DateCalendar::isOpenedBy(const QKeyEvent &key)
{
    return key.key() == Qt::Key_F4 || (key.key() == Qt::Key_Down && key.modifiers().testFlag(Qt::AltModifier));
}

bool DateCalendar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || m_edit.isReadOnly() || !isOpenedBy(*static_cast<QKeyEvent *>(event)))
        return QObject::eventFilter(watched, event);
    open(m_edit);
    return true;
}

} // namespace lanyard

#include "moc_datecalendar.cpp"
