// What a session calls its user: in the list of accounts, in the keychain, and wherever nobody is signed in.
#include "core/base/knownsecrets.h"
#include "core/document/usersecrets.h"
#include "core/session/session.h"

namespace lanyard {

// Into a file that holds no secret, and shown when nobody knows the secrets any more: one may have been written into a
// name.
QString Session::withoutSecretsOf(const User &user, const Credential &credential, const QString &name) const
{
    const QString clean =
        withoutSecrets(name, user.knownKeys() + user.knownSettings() + KnownSecrets({credential.secret()}));
    return m_nameFilter ? m_nameFilter(clean) : clean;
}

// The service's name for the user. One with a secret in it is no name, nor is one that would fill the list of accounts:
// then the one before, or what was entered, which the next sign-in needs as it is unless it has a key in it.
SavedAccount Session::namedSafely(const SavedAccount &account, const User &user, const Credential &credential) const
{
    SavedAccount named = account;
    if ((user.knownKeys() + KnownSecrets({credential.secret()})).isIn(account.acceptedName))
        named.acceptedName.clear();
    named.userName = named.acceptedName;
    QStringList names{account.userName};
    if (const QString followed = user.userName(); followed.size() <= SavedAccount::FollowedNameLimit)
        names << followed;
    for (const QString &name : std::as_const(names)) {
        if (!name.isEmpty() && withoutSecretsOf(user, credential, name) == name)
            named.userName = name;
    }
    return named;
}

// So that the next start finds the saved sign-in under the name that the user has now.
void Session::followUserName()
{
    if (user().isEmpty())
        return;
    const SavedAccount before = m_account;
    SavedAccount renamed = namedSafely(before, user(), m_credential);
    if (renamed.userName == before.userName)
        return;
    // Whoever signed in with the old name will have to use the new one; an e-mail address stays.
    if (before.acceptedName.compare(before.userName, Qt::CaseInsensitive) == 0)
        renamed.acceptedName.clear();
    // The service may give the name of one user to another, whose saved sign-in is not ours to replace.
    if (before.keychainKey() != renamed.keychainKey() && m_signIns.belongsToAnother(renamed))
        return;
    goBy(renamed);
    if (m_isToBeKept && (m_keeping || m_storage != Storage::KeychainFailed) &&
        before.keychainKey() != renamed.keychainKey())
        keepCredential(true);
}

void Session::followFullName()
{
    if (user().isEmpty())
        return;
    m_account.fullName = withoutSecretsOf(user(), m_credential, user().displayName());
    m_signIns.noteFullName(m_account);
}

} // namespace lanyard
