#include "ui/common/fieldaccess.h"

#include "core/base/text.h"
#include "ui/common/fieldanswers.h"

#include <QAccessible>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPointer>
#include <QVariant>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr char InvalidProperty[] = "lanyard_invalid_entry";
constexpr char ReadOnlyProperty[] = "lanyard_told_read_only";
constexpr char LabelProperty[] = "lanyard_label";
constexpr char DescriptionProperty[] = "lanyard_description";
constexpr char DescribedProperty[] = "lanyard_described";
constexpr char MenuProperty[] = "lanyard_opened_menu";

using WidgetPointer = QPointer<QWidget>;

// Tells whether the list of a field is open: Qt tells nobody.
class OpenWatch : public QObject
{
public:
    OpenWatch(QWidget &field, QWidget &list) : QObject(&field), m_field(field), m_class(field.metaObject())
    {
        list.installEventFilter(this);
    }

    bool eventFilter(QObject *list, QEvent *event) override
    {
        if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
            tell(static_cast<QWidget *>(list)->isVisible());
        return false;
    }

private:
    void tell(bool isOpen)
    {
        const bool isEnding = m_field.metaObject() != m_class; // it is being destroyed, and its list after it
        if (std::exchange(m_isOpen, isOpen) == isOpen || isEnding || !QAccessible::isActive())
            return;
        QAccessible::State changed;
        changed.expanded = true;
        QAccessibleStateChangeEvent event(&m_field, changed);
        QAccessible::updateAccessibility(&event);
        announceState(QAccessible::queryAccessibleInterface(&m_field), u"expanded"_s, isOpen);
    }

    QWidget &m_field;
    const QMetaObject *m_class;
    bool m_isOpen = false;
};

QWidget *related(const QObject &field, const char *property)
{
    return field.property(property).value<WidgetPointer>();
}

// A combo box and its line edit are two objects for assistive technology, and one field for the user.
QList<QWidget *> partsOf(QWidget *field)
{
    auto *around = qobject_cast<QComboBox *>(field->parentWidget());
    auto *box = around ? around : qobject_cast<QComboBox *>(field);
    return box && box->lineEdit() ? QList<QWidget *>{box, box->lineEdit()} : QList<QWidget *>{field};
}

} // namespace

bool isInvalidField(const QObject &field)
{
    return field.property(InvalidProperty).toBool();
}

QWidget *labelOf(const QObject &field)
{
    return related(field, LabelProperty);
}

QWidget *descriptionOf(const QObject &field)
{
    return related(field, DescriptionProperty);
}

QWidget *describedBy(const QObject &text)
{
    return related(text, DescribedProperty);
}

QWidget *openedMenu(const QObject &button)
{
    return related(button, MenuProperty);
}

void setOpenedMenu(QWidget &button, QWidget &menu)
{
    button.setProperty(MenuProperty, QVariant::fromValue(WidgetPointer(&menu)));
}

void setOpenedList(QWidget &field, QWidget &list)
{
    setOpenedMenu(field, list);
    tellOpening(field, list);
}

void tellOpening(QWidget &field, QWidget &list)
{
    new OpenWatch(field, list); // owned by the field
}

void installFieldAccess()
{
    installFieldAnswers();
}

void nameField(QWidget *field, const QString &name)
{
    const auto parts = partsOf(field);
    for (QWidget *part : parts)
        part->setAccessibleName(name);
}

void describeField(QWidget *field, const QString &description, bool isInvalid)
{
    const QString spoken = withoutQuoteMarks(description);
    const auto parts = partsOf(field);
    for (QWidget *part : parts) {
        if (part->accessibleDescription() != spoken)
            part->setAccessibleDescription(spoken);
        if (part->property(InvalidProperty).toBool() == isInvalid)
            continue;
        part->setProperty(InvalidProperty, isInvalid);
        announceState(QAccessible::queryAccessibleInterface(part), u"invalid-entry"_s, isInvalid);
    }
}

void tellReadOnly(QWidget &field)
{
    const bool isReadOnly = field.property("readOnly").toBool();
    const bool isNew = field.property(ReadOnlyProperty).toBool() != isReadOnly;
    field.setProperty(ReadOnlyProperty, isReadOnly);
    if (!isNew || !QAccessible::isActive())
        return;
    QAccessible::State changed;
    changed.readOnly = true;
    changed.editable = true;
    QAccessibleStateChangeEvent event(&field, changed);
    QAccessible::updateAccessibility(&event);
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&field);
    announceState(access, u"read-only"_s, isReadOnly);
    announceState(access, u"editable"_s, !isReadOnly);
}

void setHint(QLineEdit *field, const QString &hint)
{
    const auto show = [field, hint](const QString &text) {
        const QString shown = text.isEmpty() ? hint : QString();
        if (field->placeholderText() != shown)
            field->setPlaceholderText(shown);
    };
    QObject::connect(field, &QLineEdit::textChanged, field, show);
    show(field->text());
}

void relateField(QWidget *field, QWidget *label, QWidget *description)
{
    const auto parts = partsOf(field);
    for (QWidget *part : parts) {
        part->setProperty(LabelProperty, QVariant::fromValue(WidgetPointer(label)));
        part->setProperty(DescriptionProperty, QVariant::fromValue(WidgetPointer(description)));
    }
    if (description)
        attachText(*description, *field);
}

void attachText(QWidget &text, QWidget &field)
{
    text.setProperty(DescribedProperty, QVariant::fromValue(WidgetPointer(&field)));
}

} // namespace lanyard
