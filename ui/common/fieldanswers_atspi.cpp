#include "ui/common/fieldanswers.h"

#include "ui/common/atspirelations.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QLineEdit>
#include <QMenu>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// The numbers and names are AT-SPI's.
enum StateBit {
    Editable = 7,
    Focusable = 11,
    Focused = 12,
    Showing = 25,
    Visible = 30,
    InvalidEntry = 36,
    Checkable = 41
};
constexpr uint LabelledBy = 2;
constexpr uint DescribedBy = 18;
constexpr uint DescriptionFor = 19;
constexpr uint CheckMenuItemRole = 8;
constexpr uint MenuRole = 33;
constexpr uint RadioMenuItemRole = 45;
constexpr auto AccessiblePath = "/org/a11y/atspi/accessible"_L1;
constexpr auto AccessibleInterface = "org.a11y.atspi.Accessible"_L1;
constexpr auto TextInterface = "org.a11y.atspi.Text"_L1;

QDBusConnection accessibilityBus()
{
    return QDBusConnection(u"a11y"_s); // the name used by Qt's bridge
}

QString pathOf(QAccessibleInterface *interface)
{
    return interface ? u"%1/%2"_s.arg(AccessiblePath).arg(QAccessible::uniqueId(interface)) : QString();
}

QAccessibleInterface *interfaceAt(const QString &path)
{
    bool isNumber = false;
    const QAccessible::Id id = path.mid(path.lastIndexOf(u'/') + 1).toUInt(&isNumber);
    QAccessibleInterface *interface = isNumber ? QAccessible::accessibleInterface(id) : nullptr;
    return interface && interface->isValid() ? interface : nullptr;
}

// What is to be corrected in the states that Qt reports.
struct Correction
{
    quint64 missing = 0;
    quint64 wrong = 0;
};

constexpr quint64 bit(StateBit state)
{
    return quint64(1) << state;
}

// Qt says that the current cell of every view has the focus, whichever view has it; that the cells of a view on a
// hidden page are showing; that what is around a field has its focus; that every line edit can be edited; and of an
// entry of a menu only that it is checked, not that it can be.
Correction correctionOf(QAccessibleInterface &interface)
{
    if (const QObject *object = interface.object()) {
        const auto *widget = qobject_cast<const QWidget *>(object);
        const bool isFrame = widget && widget->focusPolicy() == Qt::NoFocus && widget->focusProxy();
        if (const auto *entry = qobject_cast<const QAction *>(object))
            return {entry->isCheckable() ? bit(Checkable) : 0, 0};
        const auto *line = qobject_cast<const QLineEdit *>(object);
        const quint64 editable = line && line->isReadOnly() ? bit(Editable) : 0;
        return {isInvalidField(*object) ? bit(InvalidEntry) : 0, editable | (isFrame ? bit(Focused) : 0)};
    }
    const QAccessibleInterface *parent = interface.parent();
    const auto *view = parent ? qobject_cast<const QAbstractItemView *>(parent->object()) : nullptr;
    if (view && !view->isVisible())
        return {0, bit(Focusable) | bit(Focused) | bit(Showing) | bit(Visible)};
    return {0, view && !view->hasFocus() ? bit(Focused) : 0};
}

// Of an entry that Qt calls an item like the others, though it opens a menu or is checked or not; 0 for those.
uint roleOf(const QAction &entry)
{
    if (entry.menu())
        return MenuRole;
    if (!entry.isCheckable())
        return 0;
    const QActionGroup *group = entry.actionGroup();
    return group && group->isExclusive() ? RadioMenuItemRole : CheckMenuItemRole;
}

bool isTextOfOneLine(const QAccessibleInterface &interface)
{
    return qobject_cast<QLineEdit *>(interface.object()) || qobject_cast<QAbstractSpinBox *>(interface.object());
}

// All of a line looks alike. Qt says of each place in it that what is alike ends there, before the first character:
// Orca reads from one such end to the next, and so left the last character out.
bool answerLooks(QAccessibleInterface &interface, const QDBusMessage &message, const QDBusConnection &bus)
{
    const QAccessibleTextInterface *text = interface.textInterface();
    const int length = text ? text->characterCount() : 0;
    return bus.send(message.createReply({QVariant::fromValue(QMap<QString, QString>()), 0, length}));
}

// Registered in front of the object with which Qt's bridge answers for every widget; forwards everything that is not
// about a field or the states of a cell. All of this is public in Qt: the object is found by its path, and accepts
// messages from any caller. The alternatives were worse: a field's interface (text, editable text, selections,
// character positions) would have had to be rewritten for each kind of editor, and still no state of QAccessible would
// have been the right one.
class FieldAnswers : public QDBusVirtualObject
{
public:
    explicit FieldAnswers(QDBusVirtualObject *bridge) : QDBusVirtualObject(bridge), m_bridge(bridge) {}

    [[nodiscard]] QString introspect(const QString &path) const override { return m_bridge->introspect(path); }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &bus) override
    {
        const bool isAboutLooks = message.interface() == TextInterface &&
                                  (message.member() == "GetAttributeRun"_L1 || message.member() == "GetAttributes"_L1);
        const bool isQuestion = !m_isAsking && message.interface() == AccessibleInterface &&
                                (message.member() == "GetState"_L1 || message.member() == "GetRelationSet"_L1 ||
                                 message.member() == "GetRole"_L1);
        QAccessibleInterface *interface = isQuestion || isAboutLooks ? interfaceAt(message.path()) : nullptr;
        if (interface && isAboutLooks && isTextOfOneLine(*interface))
            return answerLooks(*interface, message, bus);
        if (!interface || isAboutLooks)
            return m_bridge->handleMessage(message, bus);
        if (const Correction correction = correctionOf(*interface);
            message.member() == "GetState"_L1 && (correction.missing | correction.wrong) != 0)
            return answerState(correction, message, bus);
        const QObject *field = interface->object();
        const auto *entry = qobject_cast<const QAction *>(field);
        if (const uint role = entry ? roleOf(*entry) : 0; role != 0 && message.member() == "GetRole"_L1)
            return bus.send(message.createReply(role));
        if (field && message.member() == "GetRelationSet"_L1 &&
            (labelOf(*field) || descriptionOf(*field) || describedBy(*field)))
            return answerRelations(*field, message, bus);
        return m_bridge->handleMessage(message, bus);
    }

private:
    // Qt's answer, corrected. Within one process a call is answered directly, without the bus.
    bool answerState(const Correction &correction, const QDBusMessage &message, const QDBusConnection &bus)
    {
        m_isAsking = true;
        const QDBusMessage own = bus.call(
            QDBusMessage::createMethodCall(bus.baseService(), message.path(), message.interface(), message.member()));
        m_isAsking = false;
        auto states = qdbus_cast<QList<uint>>(own.arguments().value(0));
        if (states.size() != 2)
            return m_bridge->handleMessage(message, bus);
        const quint64 all = ((quint64(states[1]) << 32 | states[0]) | correction.missing) & ~correction.wrong;
        states = {static_cast<uint>(all), static_cast<uint>(all >> 32)};
        return bus.send(message.createReply(QVariant::fromValue(states)));
    }

    static bool answerRelations(const QObject &field, const QDBusMessage &message, const QDBusConnection &bus)
    {
        QList<RelationTo> relations;
        const auto relate = [&](uint kind, QWidget *to) {
            if (to)
                relations << RelationTo{
                    kind, {{bus.baseService(), QDBusObjectPath(pathOf(QAccessible::queryAccessibleInterface(to)))}}};
        };
        relate(LabelledBy, labelOf(field));
        relate(DescriptionFor, describedBy(field));
        QWidget *description = descriptionOf(field);
        relate(DescribedBy, description && description->isVisible() ? description : nullptr);
        return bus.send(message.createReply(QVariant::fromValue(relations)));
    }

    QDBusVirtualObject *m_bridge;
    bool m_isAsking = false;
};

// Qt's bridge registers on the bus only after it has been notified of a listener.
void standBeforeTheBridge()
{
    QDBusConnection bus = accessibilityBus();
    auto *bridge =
        bus.isConnected() ? qobject_cast<QDBusVirtualObject *>(bus.objectRegisteredAt(AccessiblePath)) : nullptr;
    if (!bridge || dynamic_cast<FieldAnswers *>(bridge))
        return;
    bus.unregisterObject(AccessiblePath);
    if (!bus.registerVirtualObject(AccessiblePath, new FieldAnswers(bridge), QDBusConnection::SubPath))
        bus.registerVirtualObject(AccessiblePath, bridge, QDBusConnection::SubPath);
}

class Listening : public QAccessible::ActivationObserver
{
public:
    void accessibilityActiveChanged(bool active) override
    {
        if (active)
            QMetaObject::invokeMethod(qApp, standBeforeTheBridge, Qt::QueuedConnection);
    }
};

} // namespace

void installFieldAnswers()
{
    qDBusRegisterMetaType<QMap<QString, QString>>();
    qDBusRegisterMetaType<Reference>();
    qDBusRegisterMetaType<QList<Reference>>();
    qDBusRegisterMetaType<RelationTo>();
    qDBusRegisterMetaType<QList<RelationTo>>();
    static Listening listening;
    static const bool once = (QAccessible::installActivationObserver(&listening), true);
    Q_UNUSED(once);
    listening.accessibilityActiveChanged(QAccessible::isActive());
}

void announceState(QAccessibleInterface *access, const QString &state, bool on)
{
    if (!access || !QAccessible::isActive() || !accessibilityBus().isConnected())
        return;
    QDBusMessage signal =
        QDBusMessage::createSignal(pathOf(access), u"org.a11y.atspi.Event.Object"_s, u"StateChanged"_s);
    signal.setArguments({state, on ? 1 : 0, 0, QVariant::fromValue(QDBusVariant(0)), QVariantMap()});
    accessibilityBus().send(signal);
}

} // namespace lanyard
