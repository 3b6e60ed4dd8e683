#pragma once

#include "ui/profile/fieldeditor.h"

#include <QDate>

class QLineEdit;
class QToolButton;

namespace lanyard {

/// A calendar date that may be "not set": a line edit, whose text ProfileModel reads, and a calendar to choose from.
/// (QDateEdit has no empty date, and typing over its special value does not work.)
class DateFieldEditor : public FieldEditor
{
    Q_OBJECT

public:
    DateFieldEditor(const UserField &field, QWidget *parent);

    void setValue(const QVariant &value) override;
    void setReadOnly(const QString &text) override;
    void setEditable() override;
    void finish() override;

private:
    void takeText();
    void write(const QString &text);
    [[nodiscard]] QDate standingDate() const;
    void pick(QDate date);

    QLineEdit *m_edit;
    QToolButton *m_calendar;
    QString m_text;   // as displayed
    QDate m_lastDate; // that was shown: where the calendar opens if the present text is no date
    bool m_writing = false;
};

} // namespace lanyard
