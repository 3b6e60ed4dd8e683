#include "ui/common/toldevents.h"

#include "ui/common/calendaraccess.h"
#include "ui/common/toldtexts.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QPointer>
#include <QVariant>

#include <memory>
#include <utility>

namespace lanyard {

namespace {

constexpr char ToldNameProperty[] = "lanyard_told_name";
constexpr char ToldDescriptionProperty[] = "lanyard_told_description";

// Of the current cell or the selected ones: again for the first day of another month, and before its days are in the
// cells. CalendarPopup tells of the day, by its own interface.
bool isOfACalendar(const QAccessibleEvent &event)
{
    switch (event.type()) {
    case QAccessible::Focus:
    case QAccessible::Selection:
    case QAccessible::SelectionAdd:
    case QAccessible::SelectionRemove:
        return event.child() >= 0 && isDaysOfACalendar(event.object());
    default:
        return false;
    }
}

// What has got the focus, while nobody has been told of it, and what they were told of last.
QAccessible::Id heldFocus = 0;
QAccessible::Id toldFocus = 0;
QAccessible::Id toldWindow = 0;

// Where the focus is, once the control has been told so itself.
QPointer<QWidget> arrivedFocus;

// A list is told before its row.
bool isOfPartOfHeld(const QAccessibleEvent &focus)
{
    const QAccessibleInterface *part = heldFocus ? focus.accessibleInterface() : nullptr;
    QAccessibleInterface *whole = part ? part->parent() : nullptr;
    return whole && QAccessible::uniqueId(whole) == heldFocus;
}

void hold(const QAccessibleEvent &focus)
{
    if (isOfPartOfHeld(focus))
        tellHeldFocus();
    if (!std::exchange(heldFocus, focus.uniqueId()))
        QMetaObject::invokeMethod(qApp, tellHeldFocus, Qt::QueuedConnection);
}

// Where the caret is and what is selected, in a text that has not the focus, as when an editor is filled or a field is
// left: that is no news. What it is when the focus comes is read with it: Orca would take it for the focus, and then
// not say what that is at.
bool isOfCaretElsewhere(const QAccessibleEvent &event)
{
    if (event.type() != QAccessible::TextCaretMoved && event.type() != QAccessible::TextSelectionChanged)
        return false;
    auto *text = qobject_cast<QWidget *>(event.object());
    QWidget *field = text && text->focusProxy() ? text->focusProxy() : text;
    if (!field)
        return false;
    const auto isHeld = [field] {
        QAccessibleInterface *access = heldFocus ? QAccessible::queryAccessibleInterface(field) : nullptr;
        return access && QAccessible::uniqueId(access) == heldFocus;
    };
    return field != QApplication::focusObject() || field != arrivedFocus || isHeld();
}

// That an editor is filled before it is shown: Orca would read that, and then take the field for what it has read.
bool isOfTextNotShown(const QAccessibleEvent &event)
{
    const bool isOfText = event.type() == QAccessible::TextInserted || event.type() == QAccessible::TextRemoved ||
                          event.type() == QAccessible::TextUpdated;
    const auto *text = isOfText ? qobject_cast<QWidget *>(event.object()) : nullptr;
    return text && !text->isVisible();
}

// Of its text, for one: a screen reader takes no notice of that before it knows where the focus is.
bool isOfHeldFocus(const QAccessibleEvent &event)
{
    return heldFocus && event.type() != QAccessible::ObjectHide && event.type() != QAccessible::ObjectDestroyed &&
           event.object() && event.object() == QApplication::focusObject() && event.uniqueId() == heldFocus;
}

// In an active window it would be read again. What a row shows may be new.
bool isToldFocus(QAccessible::Id id, const QAccessibleInterface &access)
{
    const bool isAgain = std::exchange(toldFocus, id) == id;
    return isAgain && access.object() && access.object()->isWidgetType();
}

bool isSuggestions(const QWidget *window)
{
    return window && window->windowType() == Qt::Popup && qobject_cast<const QAbstractItemView *>(window);
}

// Not of a list of suggestions, while the keys go on into its field, nor of the window that it has been opened from.
bool isOfSuggestions(const QAccessibleEvent &event)
{
    const bool isOfWindow = event.type() == QAccessible::StateChanged &&
                            static_cast<const QAccessibleStateChangeEvent &>(event).changedStates().active;
    const QAccessibleInterface *access = isOfWindow ? event.accessibleInterface() : nullptr;
    if (!access)
        return false;
    if (isSuggestions(qobject_cast<QWidget *>(event.object())))
        return true;
    if (isSuggestions(QApplication::activePopupWidget())) {
        toldWindow = event.uniqueId(); // it has been active
        return true;
    }
    const QAccessible::Id told = std::exchange(toldWindow, access->state().active ? event.uniqueId() : 0);
    const bool isAgain = toldWindow && told == toldWindow;
    if (!isAgain)
        toldFocus = 0;
    return isAgain;
}

// As it was told before: Qt tells of each text that is set. Only its hash is kept, for it may be a secret on the
// screen.
bool isToldText(const QAccessibleEvent &event)
{
    const bool isName = event.type() == QAccessible::NameChanged;
    if ((!isName && event.type() != QAccessible::DescriptionChanged) || !event.object() || event.child() >= 0)
        return false;
    const QAccessibleInterface *access = event.accessibleInterface();
    if (!access)
        return false;
    const char *property = isName ? ToldNameProperty : ToldDescriptionProperty;
    const auto text = static_cast<qulonglong>(
        qHash(access->text(isName ? QAccessible::Name : QAccessible::Description), QHashSeed::globalSeed()));
    const QVariant before = event.object()->property(property);
    event.object()->setProperty(property, text);
    return before.isValid() && before.toULongLong() == text;
}

// While the handler is not installed, Qt passes an event on to the platform: there is no public way to do that.
void passOn(QAccessibleEvent *event)
{
    const auto handler = QAccessible::installUpdateHandler(nullptr);
    QAccessible::updateAccessibility(event);
    QAccessible::installUpdateHandler(handler);
}

void tellCorrected(QAccessibleEvent *event)
{
    if (isOfACalendar(*event) || isToldText(*event) || isOfSuggestions(*event) || isOfCaretElsewhere(*event) ||
        isOfTextNotShown(*event) || isSilenced(*event))
        return;
    if (event->type() == QAccessible::Focus && QAccessible::isActive())
        return hold(*event);
    if (isOfHeldFocus(*event))
        tellHeldFocus();
    const auto instead = correctedText(*event);
    passOn(instead ? instead.get() : event);
}

} // namespace

void tellHeldFocus()
{
    const QAccessible::Id id = std::exchange(heldFocus, 0);
    QAccessibleInterface *access = QAccessible::accessibleInterface(id);
    if (!access || !access->isValid() || isToldFocus(id, *access))
        return;
    QAccessibleEvent event(access, QAccessible::Focus);
    passOn(&event);
}

bool isFocusNews(QWidget &control)
{
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&control);
    return access && heldFocus == QAccessible::uniqueId(access) && heldFocus != toldFocus;
}

void correctToldEvents()
{
    const auto before = QAccessible::installUpdateHandler(tellCorrected);
    if (before && before != tellCorrected)
        QAccessible::installUpdateHandler(before); // a test listens
    static QPointer<QObject> following;            // once, however often this is called
    if (following)
        return;
    following = new QObject(qApp);
    arrivedFocus = QApplication::focusWidget();
    QObject::connect(qApp, &QApplication::focusChanged, following, [](QWidget *, QWidget *now) { arrivedFocus = now; });
}

} // namespace lanyard
