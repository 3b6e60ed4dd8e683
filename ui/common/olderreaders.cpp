#include "ui/common/olderreaders.h"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype MostNotices = 8;

const QString registryService = u"org.a11y.atspi.Registry"_s;
const QString registryPath = u"/org/a11y/atspi/registry"_s;

QDBusConnection bridge()
{
    return QDBusConnection(u"a11y"_s); // the name used by Qt's bridge
}

// What the notification is for who looks at it. It has no widget: nothing is on the screen. Of one in a dialog, Orca
// would read all that the dialog says first.
class Notice : public QAccessibleInterface
{
public:
    Notice(QWidget *about, QString text) : m_about(about), m_text(std::move(text)) {}

    [[nodiscard]] bool isValid() const override { return m_about != nullptr; }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(qApp); }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QRect rect() const override { return {}; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Notification; }
    [[nodiscard]] QAccessible::State state() const override { return {}; }
    [[nodiscard]] QString text(QAccessible::Text part) const override
    {
        return part == QAccessible::Name ? m_text : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}

private:
    QPointer<QWidget> m_about;
    QString m_text;
};

// As "object:state-changed:showing" and "Object:StateChanged:Showing" are the same; a part that is not asked for is
// left empty, as in "Object:Announcement:".
bool includes(QString event, const QString &wanted)
{
    event.remove(u'-');
    while (event.endsWith(u':'))
        event.chop(1);
    return (wanted + u':').startsWith(event + u':', Qt::CaseInsensitive);
}

} // namespace

OlderReaders::OlderReaders(QObject *parent) : QObject(parent)
{
    for (const QString &change : {u"EventListenerRegistered"_s, u"EventListenerDeregistered"_s})
        bridge().connect(registryService, registryPath, registryService, change, this, SLOT(look()));
    look();
}

void OlderReaders::look()
{
    const QDBusMessage call =
        QDBusMessage::createMethodCall(registryService, registryPath, registryService, u"GetRegisteredEvents"_s);
    auto *answer = new QDBusPendingCallWatcher(bridge().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        QSet<QString> showing;
        QSet<QString> announced;
        const QList<QVariant> values = answer->reply().arguments();
        if (!values.isEmpty() && values.first().canConvert<QDBusArgument>()) {
            const auto list = values.first().value<QDBusArgument>();
            list.beginArray();
            while (!list.atEnd()) {
                QString reader;
                QString event;
                list.beginStructure();
                list >> reader >> event;
                list.endStructure();
                if (includes(event, u"object:statechanged:showing"_s))
                    showing.insert(reader);
                if (includes(event, u"object:announcement"_s))
                    announced.insert(reader);
            }
            list.endArray();
        }
        m_readers = (showing - announced).values();
        m_isKnown = true;
        const auto waiting = std::exchange(m_waiting, {});
        for (const auto &[about, text] : waiting) {
            if (about)
                tell(about, text);
        }
    });
}

// Each time another one: what a reader has read of one, it may keep.
void OlderReaders::tell(QWidget *about, const QString &text)
{
    if (!m_isKnown) {
        m_waiting.append({about, text});
        if (m_waiting.size() > MostNotices)
            m_waiting.removeFirst();
        return;
    }
    if (m_readers.isEmpty())
        return;
    m_notices << QAccessible::registerAccessibleInterface(new Notice(about, text));
    if (m_notices.size() > MostNotices)
        QAccessible::deleteAccessibleInterface(m_notices.takeFirst());
    for (const QString &reader : std::as_const(m_readers))
        sendTo(reader, m_notices.constLast());
}

void OlderReaders::sendTo(const QString &reader, QAccessible::Id notice) const
{
    const QString path = u"/org/a11y/atspi/accessible/%1"_s.arg(notice);
    QDBusMessage signal =
        QDBusMessage::createTargetedSignal(reader, path, u"org.a11y.atspi.Event.Object"_s, u"StateChanged"_s);
    signal.setArguments({u"showing"_s, 1, 0, QVariant::fromValue(QDBusVariant(0)), QVariantMap()});
    bridge().send(signal);
}

} // namespace lanyard

#include "moc_olderreaders.cpp"
