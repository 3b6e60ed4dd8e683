#include "ui/common/toldevents.h"

#include "core/base/typedtext.h"
#include "ui/common/hiddentyping.h"
#include "ui/common/readtext.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVariant>

#include <memory>
#include <utility>

namespace lanyard {

namespace {

constexpr char ToldNameProperty[] = "lanyard_told_name";
constexpr char ToldDescriptionProperty[] = "lanyard_told_description";

QString dots(const QString &text)
{
    return QString(text.size(), u'•');
}

enum class Dots { ForAll, ForRemoved };

std::unique_ptr<QAccessibleEvent> masked(QObject *field, const QAccessibleEvent &event, Dots whatFor)
{
    const auto added = [whatFor](const QString &text) { return whatFor == Dots::ForAll ? dots(text) : text; };
    switch (event.type()) {
    case QAccessible::TextInserted: {
        const auto &inserted = static_cast<const QAccessibleTextInsertEvent &>(event);
        return std::make_unique<QAccessibleTextInsertEvent>(field, inserted.changePosition(),
                                                            added(inserted.textInserted()));
    }
    case QAccessible::TextRemoved: {
        const auto &removed = static_cast<const QAccessibleTextRemoveEvent &>(event);
        return std::make_unique<QAccessibleTextRemoveEvent>(field, removed.changePosition(),
                                                            dots(removed.textRemoved()));
    }
    case QAccessible::TextUpdated: {
        const auto &updated = static_cast<const QAccessibleTextUpdateEvent &>(event);
        return std::make_unique<QAccessibleTextUpdateEvent>(field, updated.changePosition(),
                                                            dots(updated.textRemoved()), added(updated.textInserted()));
    }
    default:
        return nullptr;
    }
}

// A screen reader would read out all of the line.
std::unique_ptr<QAccessibleEvent> narrowed(QLineEdit *line, const QAccessibleEvent &event)
{
    if (event.type() != QAccessible::TextUpdated)
        return nullptr;
    const auto &update = static_cast<const QAccessibleTextUpdateEvent &>(event);
    const QString before = update.textRemoved();
    const QString now = update.textInserted();
    const auto [from, to] = changedPart(now, before);
    const int position = update.changePosition() + static_cast<int>(from);
    const QString removed = before.sliced(from, before.size() - from - (now.size() - to));
    const QString inserted = now.sliced(from, to - from);
    std::unique_ptr<QAccessibleTextCursorEvent> told;
    if (removed.isEmpty())
        told = std::make_unique<QAccessibleTextInsertEvent>(line, position, inserted);
    else if (inserted.isEmpty())
        told = std::make_unique<QAccessibleTextRemoveEvent>(line, position, removed);
    else
        told = std::make_unique<QAccessibleTextUpdateEvent>(line, position, removed, inserted);
    told->setCursorPosition(update.cursorPosition());
    return told;
}

// Whether @p event brings what is hidden, a moment later, in a field whose text is its @p property: it may be in that
// or not yet. A text is copied only if some may be hidden.
bool bringsHidden(const QWidget &field, const char *property, const QAccessibleEvent &event)
{
    const bool isUpdate = event.type() == QAccessible::TextUpdated;
    if ((!isUpdate && event.type() != QAccessible::TextInserted) || !isAnyTypingHidden(field))
        return false;
    const QString text = field.property(property).toString();
    const auto isHidden = [&field](const QString &whole) { return isTypingHidden(field, whole); };
    if (isUpdate)
        return isHidden(static_cast<const QAccessibleTextUpdateEvent &>(event).textInserted()) || isHidden(text);
    const auto &inserted = static_cast<const QAccessibleTextInsertEvent &>(event);
    return isHidden(text) || isHidden(QString(text).insert(inserted.changePosition(), inserted.textInserted()));
}

// Null for an event that may be told as it is.
std::unique_ptr<QAccessibleEvent> corrected(const QAccessibleEvent &event)
{
    auto *area = qobject_cast<QPlainTextEdit *>(event.object());
    if (area && bringsHidden(*area, "plainText", event))
        return masked(area, event, Dots::ForAll);
    auto *line = qobject_cast<QLineEdit *>(event.object());
    if (!line)
        return nullptr;
    if (line->echoMode() != QLineEdit::Normal || bringsHidden(*line, "text", event))
        return masked(line, event, Dots::ForAll);
    auto narrow = narrowed(line, event);
    auto hidden = isMasked(*line) ? masked(line, narrow ? *narrow : event, Dots::ForRemoved) : nullptr;
    return hidden ? std::move(hidden) : std::move(narrow);
}

// Of the current cell or the selected ones: again for the first day of another month, and before its days are in the
// cells. CalendarPopup tells of the day, by its own interface.
bool isOfACalendar(const QAccessibleEvent &event)
{
    switch (event.type()) {
    case QAccessible::Focus:
    case QAccessible::Selection:
    case QAccessible::SelectionAdd:
    case QAccessible::SelectionRemove:
        return event.child() >= 0 && event.object() && event.object()->inherits("QCalendarView");
    default:
        return false;
    }
}

// What has got the focus, while nobody has been told of it, and what they were told of last.
QAccessible::Id heldFocus = 0;
QAccessible::Id toldFocus = 0;
QAccessible::Id toldWindow = 0;

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
    if (isOfACalendar(*event) || isToldText(*event) || isOfSuggestions(*event))
        return;
    if (event->type() == QAccessible::Focus && QAccessible::isActive())
        return hold(*event);
    if (isOfHeldFocus(*event))
        tellHeldFocus();
    const auto instead = corrected(*event);
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
}

} // namespace lanyard
