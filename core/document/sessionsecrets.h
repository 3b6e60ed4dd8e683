#pragma once

#include "core/base/knownsecrets.h"
#include "core/base/secret.h"
#include "core/document/user.h"

#include <QList>

namespace lanyard {

/// What is secret in the document of a user, and what was so in any earlier one since they signed in: a key that the
/// service no longer lists may still be in use elsewhere, and may still stand in another place of the document.
class SessionSecrets
{
public:
    /// So many are kept of the former keys, and of the former values of secret settings; the newest.
    static constexpr qsizetype MostFormer = 2000;

    /// @p user is the document from now on. If it is that of another user, or empty, nothing is left of the others.
    void follow(const User &user);
    /// The same, of a document in which the lists that hold secrets are the same texts; others are left alone. For what
    /// may be an answer of less than a whole document.
    void followSame(const User &user);
    [[nodiscard]] const User &user() const { return m_user; }

    /// Of the document and of the earlier ones.
    [[nodiscard]] QList<Secret> all() const;
    /// The same, hashed: those of the document once.
    [[nodiscard]] KnownSecrets known() const;
    /// The same of the settings only.
    [[nodiscard]] KnownSecrets knownSettings() const;
    /// Keys and client secrets that were in an earlier document only.
    [[nodiscard]] const QList<Secret> &formerKeys() const { return m_formerKeys; }

private:
    User m_user;
    QList<Secret> m_formerKeys;
    QList<Secret> m_formerSettings;
};

} // namespace lanyard
