#include "ui/profile/dateeditor.h"

#include "core/base/typedtext.h"
#include "core/document/typeddate.h"
#include "core/models/fieldvalue.h"
#include "ui/common/borrowedchild.h"
#include "ui/common/calendarpopup.h"
#include "ui/common/datecalendar.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/longtext.h"
#include "ui/common/readtext.h"
#include "ui/look/icons.h"
#include "ui/look/spacing.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

class AccessibleDateEditor : public AccessibleWithBorrowedChild
{
public:
    using AccessibleWithBorrowedChild::AccessibleWithBorrowedChild;

protected:
    [[nodiscard]] QWidget *borrowed() const override { return CalendarPopup::openOn(widget()); }
};

QAccessibleInterface *makeDateAccess(const QString &className, QObject *object)
{
    auto *editor = className == "lanyard::DateFieldEditor"_L1 ? qobject_cast<DateFieldEditor *>(object) : nullptr;
    return editor ? new AccessibleDateEditor(editor) : nullptr;
}

} // namespace

DateFieldEditor::DateFieldEditor(const UserField &field, QWidget *parent)
    : FieldEditor(parent), m_edit(new QLineEdit), m_calendar(new QToolButton)
{
    QAccessible::installFactory(makeDateAccess); // registered once, however often it is called
    const QString label = fieldLabel(field);
    m_edit->setAccessibleName(label);
    setHint(m_edit, tr("not set"));
    offerClearing(*m_edit);
    writeLine(m_edit, {}, longestText(FieldKind::Date));
    m_calendar->setText(tr("Calendar for %1").arg(label));
    m_calendar->setToolTip(m_calendar->text());
    m_calendar->setAccessibleName(m_calendar->text());
    m_calendar->setIcon(icon("calendar"_L1));
    m_calendar->setIconSize(QSize(iconSide(), iconSide()));
    m_calendar->setMinimumSize(targetSide(), targetSide());
    auto *layout = new QHBoxLayout(this);
    setSpaces(*layout, Space::Small);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_calendar);
    setFocusProxy(m_edit);
    finishOnLeaving(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &DateFieldEditor::takeText);
    connect(m_edit, &QLineEdit::returnPressed, this, &DateFieldEditor::finish);
    auto *calendar = new DateCalendar(*m_edit, *this, m_calendar->text(), [this] { return standingDate(); });
    connect(m_calendar, &QToolButton::clicked, calendar, [this, calendar] { calendar->open(*m_calendar); });
    connect(calendar, &DateCalendar::chosen, this, &DateFieldEditor::pick);
}

void DateFieldEditor::setValue(const QVariant &value)
{
    const DateReading reading = readBirthDate(value.toString());
    if (reading.ok() || value.toString().isEmpty())
        m_lastDate = reading.date;
    if (m_edit->text() == value.toString())
        return;
    write(value.toString());
    m_edit->setCursorPosition(0);
}

void DateFieldEditor::setReadOnly(const QString &text)
{
    m_edit->setReadOnly(true);
    showForReading(*m_edit, true);
    write(text);
    m_calendar->hide();
}

void DateFieldEditor::setEditable()
{
    m_edit->setReadOnly(false);
    showForReading(*m_edit, false);
    m_calendar->show();
}

void DateFieldEditor::finish()
{
    if (!m_edit->isReadOnly())
        Q_EMIT finished();
}

void DateFieldEditor::takeText()
{
    if (m_writing)
        return;
    if (m_edit->isReadOnly()) // assistive technology may still try
        return write(QString(m_text));
    const QString text = m_edit->text();
    const QString kept = refuses(text, m_text, longestText(FieldKind::Date)) ? m_text : keptLine(text, m_text);
    if (kept != text)
        write(kept);
    m_text = kept;
    Q_EMIT typing(meantText(kept));
}

void DateFieldEditor::write(const QString &text)
{
    const QScopedValueRollback writing(m_writing, true);
    m_text = text;
    writeLine(m_edit, text, longestText(FieldKind::Date));
}

QDate DateFieldEditor::standingDate() const
{
    const DateReading reading = readBirthDate(m_edit->text());
    const QDate standing = reading.ok() ? reading.date : m_lastDate;
    return standing.isValid() ? standing : QDate(QDate::currentDate().year() - 40, 1, 1);
}

void DateFieldEditor::pick(QDate date)
{
    Q_EMIT edited(date);
    Q_EMIT finished();
}

} // namespace lanyard

#include "moc_dateeditor.cpp"
