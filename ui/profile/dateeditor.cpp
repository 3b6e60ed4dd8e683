#include "ui/profile/dateeditor.h"

#include "core/account/dates.h"
#include "ui/common/icons.h"

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QString fourDigitFormat(const QLocale &locale)
{
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains("yyyy"_L1))
        format.replace("yy"_L1, "yyyy"_L1);
    return format;
}

} // namespace

QDate dateFromTyped(const QString &text)
{
    const QLocale locale;
    const QString trimmed = text.trimmed();
    for (const QString &format : {fourDigitFormat(locale), locale.dateFormat(QLocale::LongFormat), u"yyyy-MM-dd"_s}) {
        const QDate date = locale.toDate(trimmed, format);
        // A year of two digits would be read as one of the first century.
        if (date.isValid() && date.year() >= 1000)
            return date;
    }
    return {};
}

DateFieldEditor::DateFieldEditor(const UserField &field, QWidget *parent)
    : FieldEditor(parent), m_edit(new QLineEdit), m_calendar(new QToolButton)
{
    const QString label = fieldLabel(field);
    m_edit->setAccessibleName(label);
    m_edit->setPlaceholderText(tr("not set"));
    m_edit->setClearButtonEnabled(true);
    m_calendar->setText(tr("Calendar for %1").arg(label));
    m_calendar->setToolTip(m_calendar->text());
    m_calendar->setAccessibleName(m_calendar->text());
    m_calendar->setIcon(icon("calendar"_L1));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_calendar);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &DateFieldEditor::textEdited);
    // The clear button changes the text without textEdited.
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() && m_date.isValid())
            textEdited(text);
    });
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        if (m_date.isValid() && m_problem.isEmpty() && !m_edit->isReadOnly())
            m_edit->setText(displayDate(m_date));
    });
    connect(m_calendar, &QToolButton::clicked, this, &DateFieldEditor::openCalendar);
}

void DateFieldEditor::setValue(const QVariant &value)
{
    const QDate date = value.toDate();
    // What is being typed stays: "1.2.1984" is not rewritten under the cursor to "01.02.1984".
    if (date == m_date && (date.isValid() ? dateFromTyped(m_edit->text()) == date : m_edit->text().isEmpty()))
        return;
    if (!m_problem.isEmpty() && date == m_date)
        return;
    m_date = date;
    m_edit->setText(date.isValid() ? displayDate(date) : QString());
    m_edit->setCursorPosition(0);
    setProblem({});
}

void DateFieldEditor::setReadOnly(const QString &text)
{
    m_edit->setReadOnly(true);
    m_edit->setText(text);
    // What was half typed is gone with it, and must not hold back the saves of the next person.
    setProblem({});
    m_calendar->hide();
}

void DateFieldEditor::setEditable()
{
    m_edit->setReadOnly(false);
    m_calendar->show();
}

QString DateFieldEditor::problem() const
{
    return m_problem;
}

void DateFieldEditor::textEdited(const QString &text)
{
    const QDate date = dateFromTyped(text);
    if (!date.isValid() && !text.trimmed().isEmpty()) {
        setProblem(tr("This is not a date. Write it like %1, or leave it empty.").arg(displayDate(QDate(1984, 3, 17))));
        return;
    }
    setProblem({});
    m_date = date;
    Q_EMIT edited(date);
}

void DateFieldEditor::openCalendar()
{
    auto *calendar = new QCalendarWidget(this);
    calendar->setWindowFlags(Qt::Popup);
    calendar->setAttribute(Qt::WA_DeleteOnClose);
    calendar->setAccessibleName(m_calendar->text());
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setSelectedDate(m_date.isValid() ? m_date : QDate(QDate::currentDate().year() - 40, 1, 1));
    connect(calendar, &QCalendarWidget::activated, this, &DateFieldEditor::pick);
    connect(calendar, &QCalendarWidget::clicked, this, &DateFieldEditor::pick);
    connect(calendar, &QCalendarWidget::activated, calendar, &QWidget::close);
    connect(calendar, &QCalendarWidget::clicked, calendar, &QWidget::close);
    calendar->move(m_calendar->mapToGlobal(QPoint(0, m_calendar->height())));
    calendar->show();
    calendar->setFocus();
}

void DateFieldEditor::pick(QDate date)
{
    m_date = date;
    m_edit->setText(displayDate(date));
    setProblem({});
    Q_EMIT edited(date);
}

void DateFieldEditor::setProblem(const QString &problem)
{
    if (std::exchange(m_problem, problem) != problem)
        Q_EMIT messageChanged();
}

} // namespace lanyard

#include "moc_dateeditor.cpp"
