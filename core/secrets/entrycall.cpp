#include "core/secrets/entrycall.h"

#include "core/secrets/buscall.h"
#include "core/secrets/bussecret.h"
#include "core/secrets/keyringprompt.h"

#include <QDBusMetaType>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr auto collectionInterface = "org.freedesktop.Secret.Collection"_L1;
constexpr auto itemInterface = "org.freedesktop.Secret.Item"_L1;
constexpr auto propertiesInterface = AskingCall::PropertiesInterface;

using FoundItems = QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>>;
using PathAndPrompt = QDBusPendingReply<QDBusObjectPath, QDBusObjectPath>;
using PathsAndPrompt = QDBusPendingReply<QList<QDBusObjectPath>, QDBusObjectPath>;

QString collectionOf(const QString &item)
{
    return item.left(item.lastIndexOf(u'/'));
}

} // namespace

EntryCall::EntryCall(const QString &service, const QString &key, QObject *parent)
    : AskingCall(parent), m_service(service), m_key(key)
{
    qDBusRegisterMetaType<BusAttributes>();
    qDBusRegisterMetaType<BusSecret>();
}

Pending<EntryCall::Found> EntryCall::read()
{
    search([this](const Paths &unlocked, const Paths &locked) {
        if (!unlocked.isEmpty())
            readItem(unlocked.first().path());
        else if (!locked.isEmpty())
            unlockItem(locked.first().path());
        else
            endAsAbsent();
    });
    return pending();
}

Pending<EntryCall::Found> EntryCall::write(const Secret &secret)
{
    call(secretServicePath, secretServiceInterface, u"ReadAlias"_s, {u"default"_s},
         [this, secret](const QDBusPendingReply<QDBusObjectPath> &collection) {
             if (collection.value().path() == "/"_L1)
                 return end(errorOf(Error::Kind::KeychainNotSetUp));
             openSession([this, secret, path = collection.value().path()] { createItem(path, secret); });
         });
    return pending().map<Found>(
        this, [](const Found &found) -> Result<Found> { return found; },
        [this](const Error &error) { return asWriteError(error); });
}

// Whoever has refused it, or is locked, has not written it, unless that was said of the search for it.
Error EntryCall::asWriteError(Error error) const
{
    const bool isNo = error.kind == Error::Kind::KeychainRefused || error.kind == Error::Kind::KeychainLocked;
    error.mayBeWritten = m_written == Written::Yes || (m_written == Written::Perhaps && !isNo);
    return error;
}

Pending<EntryCall::Found> EntryCall::remove(bool mayAsk)
{
    m_isRemoval = true;
    const auto found = [this, mayAsk](const Paths &unlocked, const Paths &locked) {
        const Paths all = unlocked + locked;
        if (all.isEmpty())
            endAsAbsent();
        else if (mayAsk)
            removeAll(all);
        else
            end(errorOf(Error::Kind::KeychainLocked));
    };
    if (mayAsk) {
        search(found);
        return pending();
    }
    // KeePassXC asks for the database's password when it receives a search while none is open.
    findLocked([this, found](const Paths &collections, const Paths &locked) {
        if (locked.size() < collections.size())
            search(found);
        else
            end(errorOf(Error::Kind::KeychainLocked));
    });
    return pending();
}

Pending<EntryCall::Found> EntryCall::unlock(const QString &usualKeyring)
{
    findLocked([this, usualKeyring](const Paths &, const Paths &locked) {
        if (locked.isEmpty())
            return setUp(usualKeyring);
        call(secretServicePath, secretServiceInterface, u"Unlock"_s, {QVariant::fromValue(locked)},
             [this](const PathsAndPrompt &asked) { prompt(asked.argumentAt<1>().path(), [this] { end(Found()); }); });
    });
    return pending();
}

void EntryCall::setUp(const QString &keyring)
{
    call(secretServicePath, secretServiceInterface, u"ReadAlias"_s, {u"default"_s},
         [this, keyring](const QDBusPendingReply<QDBusObjectPath> &collection) {
             if (collection.value().path() != "/"_L1)
                 return end(Found());
             const QVariantMap properties{{u"org.freedesktop.Secret.Collection.Label"_s, keyring}};
             call(secretServicePath, secretServiceInterface, u"CreateCollection"_s, {properties, u"default"_s},
                  [this](const PathAndPrompt &created) {
                      prompt(created.argumentAt<1>().path(), [this] { end(Found()); });
                  });
         });
}

void EntryCall::giveWay()
{
    if (!m_isRemoval)
        endWhenAsking();
}

void EntryCall::search(const std::function<void(const Paths &, const Paths &)> &then)
{
    call(secretServicePath, secretServiceInterface, u"SearchItems"_s,
         {QVariant::fromValue(BusAttributes{{u"server"_s, m_service}, {u"user"_s, m_key}})},
         [then](const FoundItems &found) { then(found.argumentAt<0>(), found.argumentAt<1>()); });
}

void EntryCall::findLocked(const std::function<void(const Paths &, const Paths &)> &then)
{
    call(secretServicePath, propertiesInterface, u"Get"_s, {QString(secretServiceInterface), u"Collections"_s},
         [this, then](const QDBusPendingReply<QDBusVariant> &collections) {
             collectLocked(qdbus_cast<Paths>(collections.value().variant()), 0, {}, then);
         });
}

void EntryCall::collectLocked(const Paths &collections, qsizetype row, const Paths &locked,
                              const std::function<void(const Paths &, const Paths &)> &then)
{
    if (row == collections.size())
        return then(collections, locked);
    call(collections.at(row).path(), propertiesInterface, u"Get"_s, {QString(collectionInterface), u"Locked"_s},
         [this, collections, row, locked, then](const QDBusPendingReply<QDBusVariant> &isLocked) {
             const bool adds = isLocked.value().variant().toBool();
             collectLocked(collections, row + 1, adds ? locked + Paths{collections.at(row)} : locked, then);
         });
}

// Individually locked in an open collection: the service asks about each access. For a locked collection the user is
// not asked for a password unless they request it.
void EntryCall::unlockItem(const QString &item)
{
    const auto unlock = [this, item](const QDBusPendingReply<QDBusVariant> &isCollectionLocked) {
        if (isCollectionLocked.value().variant().toBool())
            return end(errorOf(Error::Kind::KeychainLocked));
        call(secretServicePath, secretServiceInterface, u"Unlock"_s,
             {QVariant::fromValue(Paths{QDBusObjectPath(item)})}, [this, item](const PathsAndPrompt &asked) {
                 prompt(asked.argumentAt<1>().path(), [this, item] { readItem(item); });
             });
    };
    call(collectionOf(item), propertiesInterface, u"Get"_s, {QString(collectionInterface), u"Locked"_s}, unlock);
}

// Once per permission: one that KeePassXC does not remember is used up by it (Item::getSecret()).
void EntryCall::readItem(const QString &item)
{
    if (m_isDropped)
        return end(Error{});
    openSession([this, item] {
        call(item, itemInterface, u"GetSecret"_s, {QVariant::fromValue(QDBusObjectPath(session()))},
             [this](const QDBusPendingReply<BusSecret> &answer) {
                 BusSecret secret = answer.value();
                 const Secret value{QByteArrayView(secret.value)};
                 wipe(secret.value);
                 // Empty: written by another program.
                 end(value.isEmpty() ? Result<Found>(errorOf(Error::Kind::KeychainRefused)) : Result<Found>(value));
             });
    });
}

// With the label and the attributes that qtkeychain gives its entries (libsecret.cpp, qtkeychainSchema()): each of the
// two finds and replaces what the other has written.
void EntryCall::createItem(const QString &collection, const Secret &secret)
{
    const BusAttributes attributes{{u"server"_s, m_service},
                                   {u"user"_s, m_key},
                                   {u"type"_s, u"plaintext"_s},
                                   {u"xdg:schema"_s, u"org.qt.keychain"_s}};
    const QVariantMap properties{{u"org.freedesktop.Secret.Item.Label"_s, m_service},
                                 {u"org.freedesktop.Secret.Item.Attributes"_s, QVariant::fromValue(attributes)}};
    // Qt's message keeps these bytes until the reply arrives; they are overwritten with it (app/wipingheap.cpp).
    const BusSecret value{QDBusObjectPath(session()), {}, secret.expose().toByteArray(), u"text/plain"_s};
    m_written = Written::Perhaps;
    call(collection, collectionInterface, u"CreateItem"_s, {properties, QVariant::fromValue(value), true},
         [this](const PathAndPrompt &created) {
             prompt(created.argumentAt<1>().path(), [this] {
                 m_written = Written::Yes;
                 search([this](const Paths &unlocked, const Paths &locked) {
                     const bool isThere = !unlocked.isEmpty() || !locked.isEmpty();
                     m_written = isThere ? Written::Yes : Written::No;
                     end(isThere ? Result<Found>(Found()) : Result<Found>(errorOf(Error::Kind::KeychainRefused)));
                 });
             });
         });
}

// Not unlocked before: KeePassXC asks whether to delete, whether or not it may be read.
void EntryCall::removeAll(const Paths &items)
{
    call(items.first().path(), itemInterface, u"Delete"_s, {},
         [this, items](const QDBusPendingReply<QDBusObjectPath> &asked) {
             prompt(asked.value().path(), [this, items] {
                 if (items.size() > 1)
                     return removeAll(items.mid(1));
                 search([this](const Paths &unlocked, const Paths &locked) {
                     const bool isGone = unlocked.isEmpty() && locked.isEmpty();
                     end(isGone ? Result<Found>(Found()) : Result<Found>(errorOf(Error::Kind::KeychainRefused)));
                 });
             });
         });
}

// Uncertain while something is locked: gnome-keyring also searches locked items, KeePassXC cannot.
void EntryCall::endAsAbsent()
{
    findLocked([this](const Paths &collections, const Paths &locked) {
        if (collections.isEmpty())
            end(errorOf(Error::Kind::KeychainNotSetUp));
        else if (!locked.isEmpty())
            end(errorOf(Error::Kind::KeychainLocked));
        else
            end(Found());
    });
}

} // namespace lanyard

#include "moc_entrycall.cpp"
