#include "tests/ui/ear.h"

#include "tests/support/eventually.h"

#include <QAccessible>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QLineEdit>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

bool getsKeysAtOnce()
{
    QLineEdit line;
    QTest::keyClick(&line, Qt::Key_A);
    return line.text() == "a"_L1;
}

} // namespace

bool Ear::listen()
{
    const QDBusMessage answer = QDBusConnection::sessionBus().call(
        QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s));
    const QString address = answer.arguments().value(0).toString();
    if (address.isEmpty())
        return false;
    QDBusConnection::connectToBus(address, u"ear"_s);
    return hears(u"Object"_s, u"Announcement"_s, SLOT(note(QDBusMessage))) &&
           hears(u"Object"_s, u"StateChanged"_s, SLOT(noteChange(QDBusMessage))) &&
           eventually([] { return QAccessible::isActive(); });
}

// The bus answers once it knows what is listened to: before that, it passes on nothing.
bool Ear::hears(const QString &kind, const QString &event, const char *slot)
{
    QDBusConnection bus(u"ear"_s);
    const QString driver = u"org.freedesktop.DBus"_s;
    return bus.connect({}, {}, u"org.a11y.atspi.Event."_s + kind, event, this, slot) &&
           bus.call(QDBusMessage::createMethodCall(driver, u"/org/freedesktop/DBus"_s, driver, u"GetId"_s)).type() ==
               QDBusMessage::ReplyMessage;
}

bool Ear::listenToTexts()
{
    return registerFor(u"object:text-changed"_s) && hears(u"Object"_s, u"TextChanged"_s, SLOT(noteText(QDBusMessage)));
}

bool Ear::listenToNames()
{
    return registerFor(u"object:property-change:accessible-name"_s) &&
           hears(u"Object"_s, u"PropertyChange"_s, SLOT(noteName(QDBusMessage)));
}

bool Ear::listenToWindows()
{
    return registerFor(u"window:activate"_s) && hears(u"Window"_s, u"Activate"_s, SLOT(noteWindow(QDBusMessage)));
}

bool Ear::listenToCarets()
{
    for (const QString &what : {u"TextCaretMoved"_s, u"TextSelectionChanged"_s}) {
        if (!hears(u"Object"_s, what, SLOT(noteCaret(QDBusMessage))))
            return false;
    }
    return registerFor(u"object:text-caret-moved"_s) && registerFor(u"object:text-selection-changed"_s);
}

bool Ear::listenToNotices()
{
    const QString event = u"object:state-changed:showing"_s;
    if (!callRegistry(u"RegisterEvent"_s, event))
        return false;
    m_registered << event;
    return true;
}

bool Ear::listenToFocus()
{
    return registerFor(u"object:state-changed:focused"_s);
}

// No test after it is to wait for its keys.
Ear::~Ear()
{
    if (m_registered.isEmpty())
        return;
    for (const QString &event : std::as_const(m_registered))
        QVERIFY(callRegistry(u"DeregisterEvent"_s, event));
    QVERIFY(eventually(getsKeysAtOnce));
}

// Of texts and of the focus, Qt tells only where somebody is registered for them. It then passes each key through the
// registry, and the program gets it after that.
bool Ear::registerFor(const QString &event)
{
    if (!callRegistry(u"RegisterEvent"_s, event))
        return false;
    m_registered << event;
    return eventually([] { return !getsKeysAtOnce(); });
}

bool Ear::callRegistry(const QString &method, const QString &event)
{
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/registry"_s,
                                                       u"org.a11y.atspi.Registry"_s, method);
    call.setArguments({event});
    return QDBusConnection(u"ear"_s).call(call).type() == QDBusMessage::ReplyMessage;
}

// Qt's bridge answers itself at once.
static QVariant askAbout(QAccessibleInterface &access, const QString &question)
{
    const QDBusConnection bus(u"a11y"_s);
    const QString path = u"/org/a11y/atspi/accessible/%1"_s.arg(QAccessible::uniqueId(&access));
    return bus.call(QDBusMessage::createMethodCall(bus.baseService(), path, u"org.a11y.atspi.Accessible"_s, question))
        .arguments()
        .value(0);
}

uint Ear::roleOf(QAccessibleInterface &access)
{
    return askAbout(access, u"GetRole"_s).toUInt();
}

bool Ear::isSaidToBeCheckable(QAccessibleInterface &access)
{
    const auto states = qdbus_cast<QList<uint>>(askAbout(access, u"GetState"_s));
    constexpr int Checkable = 41;
    return states.size() == 2 && ((states[1] >> (Checkable - 32)) & 1) != 0;
}

QList<uint> Ear::relationsOf(QAccessibleInterface &access)
{
    QList<uint> kinds;
    const auto relations = askAbout(access, u"GetRelationSet"_s).value<QDBusArgument>();
    relations.beginArray();
    while (!relations.atEnd()) {
        uint kind = 0;
        relations.beginStructure();
        relations >> kind;
        relations.beginArray();
        while (!relations.atEnd()) {
            QString service;
            QDBusObjectPath path;
            relations.beginStructure();
            relations >> service >> path;
            relations.endStructure();
        }
        relations.endArray();
        relations.endStructure();
        kinds << kind;
    }
    relations.endArray();
    return kinds;
}

std::pair<int, int> Ear::runAt(QAccessibleInterface &access, int offset)
{
    const QDBusConnection bus(u"a11y"_s);
    const QString path = u"/org/a11y/atspi/accessible/%1"_s.arg(QAccessible::uniqueId(&access));
    QDBusMessage question =
        QDBusMessage::createMethodCall(bus.baseService(), path, u"org.a11y.atspi.Text"_s, u"GetAttributeRun"_s);
    question.setArguments({offset, false});
    const QVariantList answer = bus.call(question).arguments();
    return {answer.value(1, -1).toInt(), answer.value(2, -1).toInt()};
}

// Asked for only now, as a reader that is slow.
QStringList Ear::notices() const
{
    QStringList texts;
    for (const uint id : m_notices) {
        const QAccessibleInterface *notice = QAccessible::accessibleInterface(id);
        const bool isThere = notice && notice->isValid() && notice->parent();
        texts << (isThere ? u"%1 %2"_s.arg(notice->parent()->role()).arg(notice->text(QAccessible::Name)) : u"?"_s);
    }
    return texts;
}

void Ear::noteCaret(const QDBusMessage &signal)
{
    const QAccessibleInterface *access = QAccessible::accessibleInterface(signal.path().section(u'/', -1).toUInt());
    m_told << u"^ "_s + (access ? access->text(QAccessible::Name) : QString());
}

void Ear::note(const QDBusMessage &signal)
{
    m_heard << signal.arguments().value(3).value<QDBusVariant>().variant().toString();
    m_told << m_heard.constLast();
}

void Ear::noteChange(const QDBusMessage &signal)
{
    const QAccessible::Id id = signal.path().section(u'/', -1).toUInt();
    if (signal.arguments().value(0) == u"focused"_s && signal.arguments().value(1).toInt() == 1)
        if (const QAccessibleInterface *access = QAccessible::accessibleInterface(id)) {
            m_focused << access->text(QAccessible::Name);
            m_told << u"> "_s + m_focused.constLast();
        }
    const QAccessibleInterface *changed = QAccessible::accessibleInterface(id);
    if (changed && changed->role() == QAccessible::Notification)
        m_notices << id;
    m_changes << u"%1 %2"_s.arg(signal.arguments().value(0).toString()).arg(signal.arguments().value(1).toInt());
}

void Ear::noteText(const QDBusMessage &signal)
{
    m_texts << u"%1 %2 %3"_s.arg(signal.arguments().value(0).toString())
                   .arg(signal.arguments().value(1).toInt())
                   .arg(signal.arguments().value(3).value<QDBusVariant>().variant().toString());
}

// Qt sends no name along: whoever listens asks for it.
void Ear::noteName(const QDBusMessage &signal)
{
    const QAccessible::Id id = signal.path().section(u'/', -1).toUInt();
    const QAccessibleInterface *access = QAccessible::accessibleInterface(id);
    if (access && signal.arguments().value(0) == u"accessible-name"_s)
        m_names << access->text(QAccessible::Name);
}

} // namespace lanyard::testing

#include "moc_ear.cpp"
