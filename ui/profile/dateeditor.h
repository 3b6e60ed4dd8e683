#pragma once

#include "ui/profile/fieldeditor.h"

#include <QDate>

class QLineEdit;
class QToolButton;

namespace lanyard {

/// A calendar date that may be "not set": a line to type it into and a calendar to pick it from. (QDateEdit knows no
/// empty date, and typing over its special value goes wrong.)
class DateFieldEditor : public FieldEditor
{
    Q_OBJECT

public:
    DateFieldEditor(const UserField &field, QWidget *parent);

    void setValue(const QVariant &value) override;
    void setReadOnly(const QString &text) override;
    void setEditable() override;
    [[nodiscard]] QString problem() const override;

private:
    void textEdited(const QString &text);
    void openCalendar();
    void pick(QDate date);
    void setProblem(const QString &problem);

    QLineEdit *m_edit;
    QToolButton *m_calendar;
    QDate m_date;
    QString m_problem;
};

/// A date as a person types it in the current locale: its short and long forms with two- or four-digit years, or ISO
/// 8601. Invalid when it is none of these.
[[nodiscard]] QDate dateFromTyped(const QString &text);

} // namespace lanyard
