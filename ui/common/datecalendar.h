#pragma once

#include <QDate>
#include <QObject>

#include <functional>

class QKeyEvent;
class QLineEdit;
class QWidget;

namespace lanyard {

/// The calendar of a line edit that takes a date. It opens with F4 or Alt+Down, the keys that open the list of a combo
/// box, unless the text is read-only, or by open().
class DateCalendar : public QObject
{
    Q_OBJECT

public:
    /// Where the calendar opens.
    using Standing = std::function<QDate()>;

    /// Owned by @p edit. The calendar is a child of @p owner, which outlives it; @p name is its accessible name.
    DateCalendar(QLineEdit &edit, QWidget &owner, const QString &name, Standing standing);

    /// Whether @p key is one of those.
    [[nodiscard]] static bool isOpenedBy(const QKeyEvent &key);

    /// Below @p place; afterwards the line edit has the focus.
    void open(const QWidget &place);

Q_SIGNALS:
    void chosen(QDate date);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit &m_edit;
    QWidget &m_owner;
    QString m_name;
    Standing m_standing;
};

} // namespace lanyard
