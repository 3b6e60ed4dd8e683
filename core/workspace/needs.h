#pragma once

#include "core/session/session.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>

namespace lanyard {

class ApiKeysModel;
class DocumentEdits;
class DraftWriter;
class Saver;
struct SaveResult;

/// What an account needs, or is busy with, in words of a list of accounts; the most urgent first.
enum class Need {
    Conflict,             ///< a save waits for decisions, or would ask for them
    NotSaved,             ///< a save has failed, at least in part
    SessionEnded,         ///< nothing can be read or saved until the user signs in again
    CertificateUntrusted, ///< nothing is sent until the user has decided about the server's certificate
    CertificateChanged,   ///< the same, about one that replaces the trusted one
    Unreachable,          ///< the last call has not reached the service
    KeychainLocked,       ///< the sign-in could not be read from the keychain, or saved there
    Saving,
    Unsaved,     ///< something is edited, or was in an earlier run
    KeyExpired,  ///< an API key of the user has expired within the last days (ApiKey::ExpiringDays)
    SigningIn,   ///< also from the keychain
    SignedOut,   ///< and nothing of the above is the reason
    NotRestored, ///< the saved sign-in has not been used yet: nothing is known
};

/// Whether nothing goes on there without the user.
[[nodiscard]] constexpr bool isUrgent(Need need)
{
    return need <= Need::KeychainLocked;
}

/// In the user's language; empty for NotRestored.
[[nodiscard]] QString needText(Need need);

/// Watches what one account needs.
class Needs : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. @p account is that of the workspace, with an empty origin for none.
    Needs(Session &session, Saver &saver, DocumentEdits &edits, const DraftWriter &drafts, ApiKeysModel &apiKeys,
          const SavedAccount &account);

    [[nodiscard]] QList<Need> list() const;
    /// Whether something is edited, also in an earlier run of the program, for a user who is not signed in yet.
    [[nodiscard]] bool isUnsaved() const;
    /// The account is another one, of which nothing is known yet.
    void reset();

Q_SIGNALS:
    void changed();

private:
    void noteSave(const SaveResult &result);
    void noteFailure(const std::optional<Error> &error);
    void noteKeys();
    void planEnd();
    void update();
    [[nodiscard]] bool isKeychainLocked() const;

    Session &m_session;
    Saver &m_saver;
    DocumentEdits &m_edits;
    const DraftWriter &m_drafts;
    ApiKeysModel &m_apiKeys;
    const SavedAccount &m_account;
    bool m_isNotSaved = false;            // the last save has failed, at least in part
    std::optional<Error::Kind> m_failure; // of the last call that was to read the user
    bool m_isUntouched = true;            // nobody has tried to sign in
    bool m_hasExpiredKey = false;
    QTimer m_end; // of the session, which nothing else tells
    QList<Need> m_told;
};

} // namespace lanyard
