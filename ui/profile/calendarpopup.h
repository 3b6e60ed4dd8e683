#pragma once

#include <QCalendarWidget>

namespace lanyard {

/// A calendar that pops up beside a field and goes when a day was chosen, with Esc, or by a click elsewhere. It is
/// worked by keys alone, and a screen reader finds it below its parent and is told the whole date of each step.
class CalendarPopup : public QCalendarWidget
{
    Q_OBJECT

public:
    CalendarPopup(const QString &name, QDate standing, QWidget *parent);

    /// Below @p button, or above it where there is no room. It deletes itself when it closes.
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

/// Makes an open calendar a child of its parent for assistive technology: Qt leaves windows that pop up out of its
/// tree.
void installCalendarAccess();

} // namespace lanyard
