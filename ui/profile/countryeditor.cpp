#include "ui/profile/countryeditor.h"

#include "core/account/countries.h"
#include "core/base/text.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>

namespace lanyard {

namespace {

// A name that the service holds beside its code stays as the service wrote it, unless it is the country's usual one.
QString shownText(const QStringList &value)
{
    const Country *country = findCountry(value.value(1), value.value(0));
    if (country && (value.value(0).isEmpty() || value.value(0) == country->name))
        return country->displayName;
    return value.value(0);
}

} // namespace

CountryFieldEditor::CountryFieldEditor(const UserField &field, QWidget *parent)
    : FieldEditor(parent), m_box(new QComboBox)
{
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->setAccessibleName(fieldLabel(field));
    m_box->lineEdit()->setAccessibleName(fieldLabel(field));
    m_box->lineEdit()->setPlaceholderText(tr("not set"));
    for (const Country &country : countries())
        m_box->addItem(country.displayName, country.code);
    m_box->setCurrentIndex(-1);
    // Not as wide as the longest country: the form has to fit a narrow window.
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(10);
    m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_box->completer()->setFilterMode(Qt::MatchContains);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::textActivated, this, &CountryFieldEditor::takeText);
    connect(m_box->lineEdit(), &QLineEdit::textEdited, this, &CountryFieldEditor::takeText);
    connect(m_box->completer(), qOverload<const QString &>(&QCompleter::activated), this,
            &CountryFieldEditor::takeText);
}

void CountryFieldEditor::setValue(const QVariant &value)
{
    const QStringList country = value.toStringList();
    if (country == m_value && m_box->currentText() == shownText(country))
        return;
    const bool typedNow = m_box->lineEdit()->hasFocus() && country == m_value;
    m_value = country;
    if (typedNow)
        return;
    m_box->setCurrentIndex(m_box->findText(shownText(country), Qt::MatchExactly | Qt::MatchCaseSensitive));
    m_box->setEditText(shownText(country));
}

void CountryFieldEditor::setReadOnly(const QString &text)
{
    m_box->setEnabled(false);
    m_box->setEditText(text);
}

void CountryFieldEditor::setEditable()
{
    m_box->setEnabled(true);
}

void CountryFieldEditor::takeText(const QString &text)
{
    const QString name = typedLine(text).trimmed();
    const Country *country = findCountry({}, name);
    m_value = country ? QStringList{country->name, country->code} : QStringList{name, QString()};
    Q_EMIT edited(m_value);
}

} // namespace lanyard

#include "moc_countryeditor.cpp"
