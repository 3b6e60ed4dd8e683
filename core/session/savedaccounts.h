#pragma once

#include "core/base/laterwrite.h"
#include "core/base/statefile.h"
#include "core/http/credential.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace lanyard {

/// An account that was signed in to from this computer. Holds no secret.
struct SavedAccount
{
    Origin origin;
    QString userName;
    Credential::Kind kind = Credential::Kind::Token;
    bool plainHttp = false;  ///< the person agreed to an unencrypted connection
    bool kept = false;       ///< its token or key was put into the keychain
    bool removalDue = false; ///< it could not be taken out of the keychain when it should have been
    std::optional<QDateTime> expiresAt;

    [[nodiscard]] bool isSameAs(const SavedAccount &other) const
    {
        return origin == other.origin && userName.compare(other.userName, Qt::CaseInsensitive) == 0;
    }
    /// Whether a start for @p wantedOrigin and @p wantedName means this one; an empty one means any.
    [[nodiscard]] bool matches(const Origin &wantedOrigin, const QString &wantedName) const
    {
        return (wantedOrigin.isEmpty() || origin == wantedOrigin) &&
               (wantedName.isEmpty() || userName.compare(wantedName, Qt::CaseInsensitive) == 0);
    }
    /// The entry's key in the keychain: program, origin and user, because Windows looks up by key alone. The same for
    /// every spelling of the name.
    [[nodiscard]] QString keychainKey() const;
};

/// The accounts that this computer remembers, the one used last first. Kept in a file (see StateFile).
///
/// Beyond fifty, the ones used longest ago are forgotten, but never one that the keychain holds something of.
class SavedAccounts
{
public:
    /// @p file empty: in memory only.
    explicit SavedAccounts(QString file = {});

    /// Its file is there and could not be used: the list is empty for that reason.
    [[nodiscard]] bool isUnusable() const { return m_file.isUnusable(); }
    [[nodiscard]] const QList<SavedAccount> &accounts() const { return m_accounts; }
    /// The remembered one of that origin and user.
    [[nodiscard]] std::optional<SavedAccount> find(const Origin &origin, const QString &userName) const;
    /// The one that a start for @p origin and @p userName means (empty: any): one whose sign-in is kept before others,
    /// the one used last before earlier ones.
    [[nodiscard]] std::optional<SavedAccount> meant(const Origin &origin, const QString &userName) const;
    /// The servers without doubles, the one used last first.
    [[nodiscard]] QStringList servers() const;

    /// Puts it first. What other programs wrote meanwhile is read before and stays. False when it could not be written.
    bool remember(const SavedAccount &account);
    /// Its removal from the keychain is due no longer. False when that could not be written.
    bool setRemoved(const SavedAccount &account);
    /// Reads what other programs wrote meanwhile.
    void refresh();

    /// Of what could not be written.
    [[nodiscard]] const LaterWrite &laterWrite() const { return m_later; }

private:
    void load();
    [[nodiscard]] bool save();
    [[nodiscard]] bool write();
    [[nodiscard]] QList<SavedAccount> mergedInto(QList<SavedAccount> present) const;

    StateFile m_file;
    QList<SavedAccount> m_accounts;
    // Not in the file yet.
    QList<SavedAccount> m_unwritten;                ///< the one used last first
    QList<SavedAccount> m_removed;                  ///< due for removal no longer
    LaterWrite m_later{[this] { return write(); }}; // the last one: it writes when it is destroyed
};

} // namespace lanyard
