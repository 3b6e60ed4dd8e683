#include "ui/common/calendaraccess.h"

#include "ui/common/partaccess.h"

#include <QAccessibleWidget>
#include <QCalendarWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// The rows of the view's model: the days of the week, then six weeks.
constexpr int FirstWeek = 1;

QCalendarWidget *calendarOf(const QTableView &days)
{
    for (QWidget *around = days.parentWidget(); around; around = around->parentWidget()) {
        if (auto *calendar = qobject_cast<QCalendarWidget *>(around))
            return calendar;
    }
    return nullptr;
}

// The model tells its number only. The first weeks may begin in the month before, the last ones end in the one after.
QDate dateAt(const QTableView &days, const QModelIndex &cell)
{
    const QCalendarWidget *calendar = calendarOf(days);
    const int day = cell.row() < FirstWeek || !calendar ? 0 : cell.data().toInt();
    if (day == 0)
        return {};
    const QDate first(calendar->yearShown(), calendar->monthShown(), 1);
    constexpr int middle = 15;
    const bool isBefore = cell.row() <= FirstWeek + 1 && day > middle;
    const bool isAfter = cell.row() > FirstWeek + 2 && day < middle;
    return first.addMonths(isBefore ? -1 : isAfter ? 1 : 0).addDays(day - 1);
}

class DayAccess : public PartAccess
{
public:
    DayAccess(QTableView *days, int row, int column) : PartAccess(days), m_days(days), m_row(row), m_column(column) {}

    [[nodiscard]] QAccessible::Role role() const override
    {
        return m_row < FirstWeek ? QAccessible::ColumnHeader : QAccessible::Cell;
    }

    [[nodiscard]] QString text(QAccessible::Text text) const override
    {
        if (!isValid() || text != QAccessible::Name)
            return {};
        const QDate date = dateAt(*m_days, index());
        return date.isValid() ? m_days->locale().toString(date, QLocale::LongFormat) : index().data().toString();
    }

    [[nodiscard]] QRect rect() const override
    {
        const QRect cell = isValid() ? m_days->visualRect(index()) : QRect();
        return isValid() ? QRect(m_days->viewport()->mapToGlobal(cell.topLeft()), cell.size()) : QRect();
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid)
            return state;
        const bool isCurrent = index().isValid() && m_days->currentIndex() == index();
        state.invisible = !m_days->isVisible() || !index().isValid();
        state.focusable = m_row >= FirstWeek;
        state.selectable = state.focusable;
        state.selected = isCurrent;
        state.focused = isCurrent && m_days->hasFocus();
        return state;
    }

    void doAction(const QString &name) override
    {
        const QDate date = isValid() && name == pressAction() ? dateAt(*m_days, index()) : QDate();
        if (date.isValid())
            Q_EMIT calendarOf(*m_days)->activated(date);
    }

private:
    [[nodiscard]] QModelIndex index() const
    {
        return m_row < 0 || m_column < 0 ? QModelIndex() : m_days->model()->index(m_row, m_column);
    }

    QTableView *m_days; // while this is valid
    int m_row;
    int m_column;
};

// Its children are numbered as Qt's, which tells of the current one by that number: with a row and a column of headers,
// which calendars do not show.
class DaysAccess : public QAccessibleWidget
{
public:
    explicit DaysAccess(QTableView *days) : QAccessibleWidget(days, QAccessible::Table) {}

    [[nodiscard]] int childCount() const override { return (days()->model()->rowCount() + 1) * columns(); }

    [[nodiscard]] QAccessibleInterface *child(int number) const override
    {
        if (number < 0 || number >= childCount())
            return nullptr;
        return m_parts.at(number,
                          [&] { return new DayAccess(days(), number / columns() - 1, number % columns() - 1); });
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override { return m_parts.numberOf(child); }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const QModelIndex cell = days()->indexAt(days()->viewport()->mapFromGlobal(QPoint(x, y)));
        return cell.isValid() ? child(numberOf(cell)) : nullptr;
    }

    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return days()->hasFocus() ? child(numberOf(days()->currentIndex())) : nullptr;
    }

    [[nodiscard]] int numberOf(const QModelIndex &cell) const
    {
        return (cell.row() + 1) * columns() + cell.column() + 1;
    }

private:
    [[nodiscard]] QTableView *days() const { return static_cast<QTableView *>(widget()); }
    [[nodiscard]] int columns() const { return days()->model()->columnCount() + 1; }

    mutable AccessParts m_parts;
};

QAccessibleInterface *makeDaysAccess(const QString &className, QObject *object)
{
    auto *days = className.endsWith("QCalendarView"_L1) ? qobject_cast<QTableView *>(object) : nullptr;
    return days ? new DaysAccess(days) : nullptr;
}

} // namespace

bool isDaysOfACalendar(const QObject *object)
{
    return object && (object->inherits("QCalendarView") || object->inherits("QtPrivate::QCalendarView"));
}

void installCalendarAccess()
{
    QAccessible::installFactory(makeDaysAccess); // registered once, however often it is called
}

void tellSelectedDay(QCalendarWidget &calendar)
{
    auto *days = calendar.findChild<QTableView *>(u"qt_calendar_calendarview"_s);
    auto *access = days && QAccessible::isActive() && days->hasFocus()
                       ? dynamic_cast<DaysAccess *>(QAccessible::queryAccessibleInterface(days))
                       : nullptr;
    if (!access || !days->currentIndex().isValid())
        return;
    QAccessibleEvent event(access->focusChild(), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

} // namespace lanyard
