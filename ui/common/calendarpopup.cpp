#include "ui/common/calendarpopup.h"

#include "ui/common/calendaraccess.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QItemSelectionModel>
#include <QScreen>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QAccessibleInterface *makeCalendarAccess(const QString &className, QObject *object)
{
    return className == "lanyard::CalendarPopup"_L1
               ? new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Dialog)
               : nullptr;
}

} // namespace

QWidget *CalendarPopup::openOn(const QWidget *owner)
{
    auto *calendar = owner ? owner->findChild<CalendarPopup *>(QString(), Qt::FindDirectChildrenOnly) : nullptr;
    return calendar && calendar->isVisible() ? calendar : nullptr;
}

CalendarPopup::CalendarPopup(const QString &name, QDate standing, QWidget *parent) : QCalendarWidget(parent)
{
    QAccessible::installFactory(makeCalendarAccess); // registered once, however often it is called
    setWindowFlags(Qt::Popup);
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(name);
    setVerticalHeaderFormat(NoVerticalHeader);
    setSelectedDate(standing);
    nameParts();
    connect(this, &QCalendarWidget::activated, this, &CalendarPopup::choose);
    connect(this, &QCalendarWidget::clicked, this, &CalendarPopup::choose);
    connect(this, &QCalendarWidget::currentPageChanged, this, &CalendarPopup::sayMonth);
    connect(this, &QCalendarWidget::selectionChanged, this, [this] {
        if (!std::exchange(m_isDayDue, true)) // it may be told of twice
            QMetaObject::invokeMethod(this, &CalendarPopup::sayDay, Qt::QueuedConnection);
    });
    connect(days()->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { m_isDayTold = true; });
}

// Qt gives its buttons an arrow and no name, and the table of days no name at all.
void CalendarPopup::nameParts()
{
    if (auto *previous = findChild<QWidget *>(u"qt_calendar_prevmonth"_s))
        previous->setAccessibleName(tr("Previous month"));
    if (auto *next = findChild<QWidget *>(u"qt_calendar_nextmonth"_s))
        next->setAccessibleName(tr("Next month"));
    if (auto *year = findChild<QWidget *>(u"qt_calendar_yearedit"_s))
        year->setAccessibleName(tr("Year"));
    sayMonth(yearShown(), monthShown());
}

void CalendarPopup::popUpAt(const QWidget &button)
{
    adjustSize();
    const QRect room = button.screen()->availableGeometry();
    QPoint position = button.mapToGlobal(QPoint(0, button.height()));
    if (position.y() + height() > room.bottom())
        position.setY(std::max(room.top(), button.mapToGlobal(QPoint()).y() - height()));
    position.setX(std::max(room.left(), std::min(position.x(), room.right() - width())));
    move(position);
    show();
    setFocus();
    // Queued, as Qt tells of the table after this.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isDayTold = false;
            sayDay();
        },
        Qt::QueuedConnection);
}

void CalendarPopup::choose(QDate date)
{
    Q_EMIT chosen(date);
    close();
}

void CalendarPopup::sayMonth(int year, int month)
{
    days()->setAccessibleName(locale().toString(QDate(year, month, 1), u"MMMM yyyy")); // words: a form
}

// Qt tells of a cell, but not of another month's day in the same one.
void CalendarPopup::sayDay()
{
    m_isDayDue = false;
    if (!std::exchange(m_isDayTold, false))
        tellSelectedDay(*this);
}

QAbstractItemView *CalendarPopup::days() const
{
    return findChild<QAbstractItemView *>(u"qt_calendar_calendarview"_s);
}

void CalendarPopup::closeEvent(QCloseEvent *event)
{
    QCalendarWidget::closeEvent(event);
    Q_EMIT closed();
}

} // namespace lanyard

#include "moc_calendarpopup.cpp"
