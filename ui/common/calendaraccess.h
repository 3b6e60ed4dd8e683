#pragma once

class QCalendarWidget;

namespace lanyard {

/// Gives the days of calendars the whole date as their name: Qt's have a number only. Call it once, before a calendar
/// is made.
void installCalendarAccess();

/// Tells a screen reader that the selected day of @p calendar has the focus, if it has it.
void tellSelectedDay(QCalendarWidget &calendar);

} // namespace lanyard
