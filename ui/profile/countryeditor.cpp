#include "ui/profile/countryeditor.h"

#include "core/base/typedtext.h"
#include "core/document/countries.h"
#include "core/models/fieldvalue.h"
#include "ui/common/announce.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/longtext.h"
#include "ui/profile/countrybox.h"
#include "ui/profile/suggestionlist.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStringListModel>

namespace lanyard {

namespace {

// A name that the service has beside its code is shown as the service wrote it, unless it is the country's usual one.
QString shownText(const QStringList &value)
{
    const Country *country = findCountry(value.value(1), value.value(0));
    if (country && (value.value(0).isEmpty() || value.value(0) == country->name))
        return country->displayName;
    return value.value(0);
}

} // namespace

CountryFieldEditor::CountryFieldEditor(const UserField &field, QWidget *parent)
    : FieldEditor(parent), m_box(new CountryBox), m_suggestions(new QStringListModel(this)), m_completer(nullptr)
{
    nameField(m_box, fieldLabel(field));
    setHint(m_box->lineEdit(), tr("not set"));
    writeLine(m_box->lineEdit(), {}, longestText(FieldKind::Country));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    setFocusProxy(m_box);
    m_found = new LateAnnouncement(m_box, m_box);
    addCompleter();
    // It would choose the current entry whenever the focus leaves.
    disconnect(m_box->lineEdit(), nullptr, m_box, nullptr);
    finishOnLeaving(m_box);
    connect(m_box->lineEdit(), &QLineEdit::textChanged, this, &CountryFieldEditor::takeText);
    connect(m_box->lineEdit(), &QLineEdit::textEdited, this, &CountryFieldEditor::offer);
    connect(m_box->lineEdit(), &QLineEdit::returnPressed, this, &CountryFieldEditor::finish);
    connect(m_box, &QComboBox::activated, this, &CountryFieldEditor::choose);
}

// Not the combo box's own: that one writes each entry that the arrow keys pass into the line edit.
void CountryFieldEditor::addCompleter()
{
    m_box->setCompleter(nullptr);
    m_completer = new QCompleter(m_suggestions, this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // offer() has chosen them
    m_list = new SuggestionList(*m_box);
    for (QWidget *one : {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_box->view())})
        one->setAccessibleName(tr("Countries"));
    setOpenedList(*m_box, *m_list);
    connect(m_list, &SuggestionList::closed, this, [this] { m_found->set({}); });
    m_list->serve(*m_completer);
    m_completer->setWidget(m_box->lineEdit());
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            [this](const QString &name) { choose(m_box->findText(name, Qt::MatchExactly | Qt::MatchCaseSensitive)); });
}

void CountryFieldEditor::setValue(const QVariant &value)
{
    const QStringList country = value.toStringList();
    const QString text = shownText(country);
    m_value = country;
    if (!m_isSettling)
        m_entered = country;
    m_isTyped = false;
    if (m_box->currentText() != text)
        m_completer->popup()->hide(); // it was about what has been reverted or replaced
    const QScopedValueRollback writing(m_writing, true);
    m_box->setCurrentIndex(CountryBox::rowOf(findCountry(country.value(1), country.value(0))));
    m_text = text;
    if (m_box->currentText() != text)
        writeLine(m_box->lineEdit(), text, longestText(FieldKind::Country));
}

void CountryFieldEditor::setReadOnly(const QString &text)
{
    m_box->setEnabled(false);
    write(text);
}

void CountryFieldEditor::setEditable()
{
    m_box->setEnabled(true);
}

void CountryFieldEditor::finish()
{
    m_completer->popup()->hide();
    m_found->set({});
    if (!std::exchange(m_isTyped, false))
        return;
    const QString typed = m_box->currentText();
    const QString name = meantText(typed).trimmed();
    settle(valueOf(name, countryFromTyped(name)));
    if (m_text != typed) // what was typed became a country
        announceAfterFocus(m_box, m_text);
}

void CountryFieldEditor::settle(const QStringList &value)
{
    const QScopedValueRollback settling(m_isSettling, true);
    m_isTyped = false;
    Q_EMIT edited(value);
    Q_EMIT finished();
}

// A key that is still held has just closed a list or a dialog.
bool CountryFieldEditor::takesBack(const QKeyEvent &key)
{
    if (!key.matches(QKeySequence::Cancel) || key.isAutoRepeat() || (!m_isTyped && m_value == m_entered))
        return false;
    m_completer->popup()->hide();
    m_found->set({});
    settle(m_entered);
    QAccessibleValueChangeEvent change(m_box, m_text);
    QAccessible::updateAccessibility(&change);
    announce(m_box, m_text.isEmpty() ? m_box->lineEdit()->placeholderText() : m_text);
    return true;
}

void CountryFieldEditor::showEvent(QShowEvent *event)
{
    window()->installEventFilter(this);
    FieldEditor::showEvent(event);
}

// The suggestions are a window of their own, which would stay where it is, and set the country of a page that is not
// shown.
void CountryFieldEditor::hideEvent(QHideEvent *event)
{
    m_completer->popup()->hide();
    FieldEditor::hideEvent(event);
}

bool CountryFieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    const bool isMoved = event->type() == QEvent::Move || event->type() == QEvent::Resize;
    if (watched == window() && (isMoved || event->type() == QEvent::WindowDeactivate))
        m_completer->popup()->hide();
    if (watched == window())
        return false;
    if (event->type() == QEvent::FocusIn && isLasting(*static_cast<QFocusEvent *>(event)))
        m_entered = m_value;
    const bool isKey = watched == m_box && event->type() == QEvent::KeyPress && m_box->isEnabled();
    return (isKey && takesBack(*static_cast<QKeyEvent *>(event))) || FieldEditor::eventFilter(watched, event);
}

// Typing the original value again restores it, in any spelling.
QStringList CountryFieldEditor::valueOf(const QString &name, const Country *country) const
{
    if (name == shownText(m_value))
        return m_value;
    return country ? QStringList{country->name, country->code} : QStringList{name, QString()};
}

void CountryFieldEditor::takeText()
{
    if (m_writing)
        return;
    if (!m_box->isEnabled()) // assistive technology may still try
        return write(QString(m_text));
    const QString text = m_box->currentText();
    const QString kept = refuses(text, m_text, longestText(FieldKind::Country)) ? m_text : keptLine(text, m_text);
    if (kept != text)
        write(kept);
    m_text = kept;
    m_isTyped = true;
    const QString name = meantText(kept).trimmed();
    Q_EMIT typing(valueOf(name, findCountry({}, name)));
}

void CountryFieldEditor::offer(const QString &typed)
{
    QStringList names;
    for (const Country *country : suggestedCountries(typed))
        names << country->displayName;
    m_suggestions->setStringList(names);
    m_found->set(names.isEmpty() ? QString() : tr("%n countries", nullptr, static_cast<int>(names.size())));
    // Not over another field: what was being composed is committed when the focus has left.
    if (names.isEmpty() || !m_box->hasFocus())
        m_completer->popup()->hide();
    else {
        m_completer->complete();
        m_list->place();
    }
}

void CountryFieldEditor::choose(int index)
{
    if (index < 0)
        return;
    const Country &country = countries().at(index);
    m_found->set({});
    announce(m_box, country.displayName);
    settle({country.name, country.code});
}

void CountryFieldEditor::write(const QString &text)
{
    const QScopedValueRollback writing(m_writing, true);
    m_text = text;
    writeLine(m_box->lineEdit(), text, longestText(FieldKind::Country));
}

} // namespace lanyard

#include "moc_countryeditor.cpp"
