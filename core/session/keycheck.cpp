#include "core/session/keycheck.h"

#include "core/base/text.h"
#include "core/session/authapi.h"

#include <QCoreApplication>

namespace lanyard {

namespace {

constexpr qsizetype HolderNameLength = 100;

class KeyCheckText
{
    Q_DECLARE_TR_FUNCTIONS(KeyCheckText)

public:
    static QString ofHolder(const KeyHolder &holder)
    {
        const QString userName = quoted(holder.userName, HolderNameLength);
        const QString fullName = quoted(holder.fullName, HolderNameLength);
        QString name = userName.isEmpty() ? fullName : userName;
        if (!userName.isEmpty() && userName != fullName)
            name = tr("%1 (%2)", "user name, full name").arg(userName, fullName);
        return holder.isOther ? tr("This key works, but it belongs to another user: %1.").arg(name)
                              : tr("This key works: it belongs to %1.").arg(name);
    }
    static QString refused()
    {
        return tr("The service does not accept this key. It may have been replaced: reload to get the current one.");
    }
};

KeyHolder holderIn(const User &user, const User &own)
{
    const KnownSecrets secrets = user.knownKeys() + user.knownSettings();
    return {secrets.redacted(user.userName()), secrets.redacted(user.displayName()), user.id() != own.id()};
}

Error asKeyError(Error error)
{
    if (error.kind == Error::Kind::SessionExpired)
        error.kind = Error::Kind::SignInRefused;
    return error;
}

} // namespace

KeyCheck::KeyCheck(std::shared_ptr<AuthApi> api, User user, QObject *parent)
    : QObject(parent), m_api(std::move(api)), m_user(std::move(user))
{
}

const Origin &KeyCheck::origin() const
{
    return m_api->origin();
}

Pending<KeyHolder> KeyCheck::check(const Secret &key)
{
    const auto credential = Credential::make(Credential::Kind::ApiKey, m_api->origin(), key);
    if (!credential)
        return completed<KeyHolder>(credential.error());
    return m_api->user(credential.value(), m_user)
        .map<KeyHolder>(
            this, [own = m_user](const User &user) -> Result<KeyHolder> { return holderIn(user, own); }, &asKeyError);
}

QString keyCheckText(const Result<KeyHolder> &holder)
{
    if (holder)
        return KeyCheckText::ofHolder(holder.value());
    const Error &error = holder.error();
    if (error.kind == Error::Kind::Cancelled)
        return {};
    return error.kind == Error::Kind::SignInRefused ? withServersWords(KeyCheckText::refused(), error)
                                                    : errorText(error);
}

} // namespace lanyard

#include "moc_keycheck.cpp"
