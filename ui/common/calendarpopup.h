#pragma once

#include <QCalendarWidget>

class QAbstractItemView;

namespace lanyard {

/// A calendar that pops up beside a field and closes when a day is chosen, with Esc, or by a click elsewhere. It can be
/// operated by keyboard alone; a screen reader finds it below its parent and hears the whole date at each step.
class CalendarPopup : public QCalendarWidget
{
    Q_OBJECT

public:
    CalendarPopup(const QString &name, QDate standing, QWidget *parent);
    ~CalendarPopup() override;

    /// The one that is open with @p owner as its parent, which is to report it as an accessible child (see
    /// AccessibleWithBorrowedChild): Qt leaves popup windows out of its tree. Null if there is none.
    [[nodiscard]] static QWidget *openOn(const QWidget *owner);

    /// Below @p button, or above it if there is no room. Deletes itself when closed.
    void popUpAt(const QWidget &button);

Q_SIGNALS:
    void chosen(QDate date);
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void nameParts();
    void dress();
    void choose(QDate date);
    void sayMonth(int year, int month);
    void sayDaySoon();
    [[nodiscard]] QAbstractItemView *days() const;

    bool m_isDayDue = false; // to be told
};

} // namespace lanyard
