#pragma once

#include <QCalendarWidget>

namespace lanyard {

/// A calendar that pops up beside a field and closes when a day is chosen, with Esc, or by a click elsewhere. It can be
/// operated by keyboard alone; a screen reader finds it below its parent and hears the whole date at each step.
class CalendarPopup : public QCalendarWidget
{
    Q_OBJECT

public:
    CalendarPopup(const QString &name, QDate standing, QWidget *parent);

    /// Below @p button, or above it if there is no room. Deletes itself when closed.
    void popUpAt(const QWidget &button);

Q_SIGNALS:
    void chosen(QDate date);
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void nameParts();
    void choose(QDate date);
    void sayMonth(int year, int month);
    void sayDate();
};

/// Makes an open calendar an accessible child of its parent: Qt leaves popup windows out of its tree.
void installCalendarAccess();

} // namespace lanyard
