#pragma once

#include "core/base/laterwrite.h"
#include "core/base/statefile.h"
#include "core/http/credential.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace lanyard {

/// An account that has been used to sign in on this computer. Holds no secret.
struct SavedAccount
{
    Origin origin;
    QString userName;
    /// What the service accepted at sign-in, which need not be the name in the user's document: an e-mail address, or a
    /// domain and a name. Empty: not known.
    QString acceptedName = {};
    QString userId = {}; ///< at the service, which may give a name to another user; empty: not known
    Credential::Kind kind = Credential::Kind::Token;
    bool plainHttp = false;  ///< the user agreed to an unencrypted connection
    bool kept = false;       ///< its token or key is in the keychain
    bool removalDue = false; ///< it should have been removed from the keychain, but could not be
    std::optional<QDateTime> expiresAt;

    [[nodiscard]] bool isSameAs(const SavedAccount &other) const
    {
        return origin == other.origin && userName.compare(other.userName, Qt::CaseInsensitive) == 0;
    }
    /// Whether a start with @p wantedOrigin and @p wantedName refers to this account; an empty one matches any.
    [[nodiscard]] bool matches(const Origin &wantedOrigin, const QString &wantedName) const
    {
        return (wantedOrigin.isEmpty() || origin == wantedOrigin) &&
               (wantedName.isEmpty() || userName.compare(wantedName, Qt::CaseInsensitive) == 0 ||
                acceptedName.compare(wantedName, Qt::CaseInsensitive) == 0);
    }
    /// The name to sign in with.
    [[nodiscard]] const QString &signInName() const { return acceptedName.isEmpty() ? userName : acceptedName; }
    /// The entry's key in the keychain: program, origin and user, because Windows looks up by key alone. The same for
    /// every spelling of the name.
    [[nodiscard]] QString keychainKey() const;
};

/// The accounts remembered on this computer, most recently used first. Kept in a file (see StateFile).
///
/// Beyond fifty, the least recently used ones are forgotten, but never one that has an entry in the keychain.
class SavedAccounts
{
public:
    /// @p file empty: in memory only.
    explicit SavedAccounts(QString file = {});

    /// The file exists and could not be used: the list is empty for that reason.
    [[nodiscard]] bool isUnusable() const { return m_file.isUnusable(); }
    [[nodiscard]] const QList<SavedAccount> &accounts() const { return m_accounts; }
    /// The remembered account of that origin and user.
    [[nodiscard]] std::optional<SavedAccount> find(const Origin &origin, const QString &userName) const;
    /// The account that a start with @p origin and @p userName refers to (empty: any): one with a saved sign-in before
    /// others, the most recently used first.
    [[nodiscard]] std::optional<SavedAccount> bestMatch(const Origin &origin, const QString &userName) const;
    /// The servers without duplicates, most recently used first.
    [[nodiscard]] QStringList servers() const;

    /// Puts it first. Changes made by other processes are read first and kept. False if it could not be written.
    bool remember(const SavedAccount &account);
    /// Its entry no longer has to be removed from the keychain. False if that could not be written.
    bool clearRemovalDue(const SavedAccount &account);
    /// Reads the changes made by other processes.
    void refresh();

    /// For what could not be written.
    [[nodiscard]] const LaterWrite &laterWrite() const { return m_later; }

private:
    void load();
    [[nodiscard]] bool save();
    [[nodiscard]] bool write();
    [[nodiscard]] QList<SavedAccount> mergedInto(QList<SavedAccount> present) const;

    StateFile m_file;
    QList<SavedAccount> m_accounts;
    // Not in the file yet.
    QList<SavedAccount> m_unwritten;                ///< most recently used first
    QList<SavedAccount> m_removed;                  ///< no longer due for removal
    LaterWrite m_later{[this] { return write(); }}; // declared last: it writes when it is destroyed
};

} // namespace lanyard
