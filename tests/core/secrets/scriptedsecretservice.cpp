#include "tests/core/secrets/scriptedsecretservice.h"

#include "core/secrets/bussecret.h"

#include <QDBusError>
#include <QDBusMetaType>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

using Paths = QList<QDBusObjectPath>;

const QString root = u"/org/freedesktop/secrets"_s;
const QString collection = root + u"/collection/passwords"_s;
const QString item = collection + u"/1"_s;

QVariant none()
{
    return QVariant::fromValue(QDBusObjectPath(u"/"_s));
}

QVariant variant(const QVariant &value)
{
    return QVariant::fromValue(QDBusVariant(value));
}

} // namespace

ScriptedSecretService::ScriptedSecretService(const QString &otherName)
    : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"scripted"_s))
{
    qDBusRegisterMetaType<BusAttributes>();
    qDBusRegisterMetaType<BusSecret>();
    m_bus.registerVirtualObject(root, this, QDBusConnection::SubPath);
    if (!otherName.isEmpty())
        m_bus.registerService(otherName);
    m_bus.registerService(u"org.freedesktop.secrets"_s);
}

ScriptedSecretService::~ScriptedSecretService()
{
    quit();
}

void ScriptedSecretService::quit()
{
    m_bus.unregisterService(u"org.freedesktop.secrets"_s);
    m_bus.unregisterObject(root);
    QDBusConnection::disconnectFromBus(u"scripted"_s);
}

QVariantList ScriptedSecretService::found() const
{
    const Paths all = value.isEmpty() || isLocked ? Paths() : Paths{QDBusObjectPath(item)};
    return {QVariant::fromValue(m_isAllowed ? all : Paths()), QVariant::fromValue(m_isAllowed ? Paths() : all)};
}

QString ScriptedSecretService::newPrompt(const QString &what)
{
    const QString path = root + u"/prompt/"_s + QString::number(m_prompts.size());
    m_prompts.insert(path, what);
    return path;
}

void ScriptedSecretService::answerSearches()
{
    searchWaits = false;
    for (const QDBusMessage &search : std::exchange(m_searches, {}))
        m_bus.send(search.createReply(found()));
}

void ScriptedSecretService::answerPrompt(bool yes)
{
    const QString what = std::exchange(m_prompt, {});
    if (yes && what == u"Unlock"_s)
        m_isAllowed = true;
    if (yes && what == u"UnlockCollection"_s)
        isLocked = false;
    if (yes && what == u"Delete"_s)
        value.clear();
    if (yes && what == u"CreateItem"_s)
        value = m_newValue;
    if (yes && what == u"CreateCollection"_s)
        isSetUp = true;
    if (yes && what.startsWith(u"Create"_s))
        properties = m_newProperties;
    QDBusMessage completed =
        QDBusMessage::createSignal(m_promptPath, u"org.freedesktop.Secret.Prompt"_s, u"Completed"_s);
    completed << !yes << variant(QString());
    m_bus.send(completed);
    for (const QDBusMessage &shown : std::exchange(m_shows, {}))
        m_bus.send(shown);
}

bool ScriptedSecretService::handleMessage(const QDBusMessage &message, const QDBusConnection &)
{
    calls << message.member();
    if (isSilent)
        return true;
    if (message.member() == u"SearchItems"_s && searchWaits)
        m_searches << message;
    else if (message.member() == u"SearchItems"_s && searchFails)
        m_bus.send(message.createErrorReply(QDBusError::Failed, u"out of order"_s));
    else if (const QDBusMessage reply = message.createReply(answerTo(message));
             message.member() == u"Prompt"_s && promptWaits)
        m_shows << reply;
    else
        m_bus.send(reply);
    return true;
}

QVariantList ScriptedSecretService::answerTo(const QDBusMessage &message)
{
    const QString method = message.member();
    if (method == u"Get"_s && message.arguments().last() == u"Collections"_s)
        return {variant(QVariant::fromValue(isSetUp ? Paths{QDBusObjectPath(collection)} : Paths()))};
    if (method == u"Get"_s)
        return {variant(isLocked)};
    if (method == u"SearchItems"_s)
        return found();
    if (method == u"ReadAlias"_s)
        return {isSetUp ? QVariant::fromValue(QDBusObjectPath(collection)) : none()};
    if (method == u"CreateCollection"_s) {
        m_newProperties = qdbus_cast<QVariantMap>(message.arguments().at(0));
        return {none(), QVariant::fromValue(QDBusObjectPath(newPrompt(method)))};
    }
    if (method == u"OpenSession"_s)
        return {variant(QString()), QVariant::fromValue(QDBusObjectPath(root + u"/session/1"_s))};
    if (method == u"Unlock"_s)
        return {QVariant::fromValue(Paths()),
                QVariant::fromValue(QDBusObjectPath(newPrompt(isLocked ? u"UnlockCollection"_s : u"Unlock"_s)))};
    if (method == u"GetSecret"_s) {
        m_isAllowed = remembersYes;
        return {QVariant::fromValue(BusSecret{message.arguments().first().value<QDBusObjectPath>(), {}, value, {}})};
    }
    if (method == u"CreateItem"_s) {
        m_newProperties = qdbus_cast<QVariantMap>(message.arguments().at(0));
        m_newValue = qdbus_cast<BusSecret>(message.arguments().at(1)).value;
        return {none(), QVariant::fromValue(QDBusObjectPath(newPrompt(method)))};
    }
    if (method == u"Delete"_s)
        return {QVariant::fromValue(QDBusObjectPath(newPrompt(method)))};
    if (method == u"Prompt"_s) {
        m_promptPath = message.path();
        m_prompt = m_prompts.value(message.path());
        ++prompts;
    }
    if (method == u"Dismiss"_s)
        m_prompt.clear();
    return {};
}

} // namespace lanyard::testing
