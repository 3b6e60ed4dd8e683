#pragma once

class QCalendarWidget;
class QObject;

namespace lanyard {

/// Whether it is the table of days in a calendar: its class has no public name, and another one in Qt 6.8 than in 6.4.
[[nodiscard]] bool isDaysOfACalendar(const QObject *object);

/// Gives the days of calendars the whole date as their name: Qt's have a number only. Call it once, before a calendar
/// is made.
void installCalendarAccess();

/// Tells a screen reader that the selected day of @p calendar has the focus, if it has it.
void tellSelectedDay(QCalendarWidget &calendar);

} // namespace lanyard
