#pragma once

#include "core/base/pending.h"
#include "core/document/merge.h"
#include "core/http/credential.h"
#include "core/session/saving.h"

#include <QObject>

#include <memory>

namespace lanyard {

class AuthApi;

/// The signed-in user as last reported by the service, and the two calls that work on it: reloading it, and saving
/// changes to it.
///
/// At most one of the two runs at a time; a save cancels a reload, whose response would be older than the save's.
class DocumentSync : public QObject
{
    Q_OBJECT

public:
    /// Why the user changed. The outcome of a save reaches the edits through saved() and conflicted().
    enum class Cause { Opened, Reloaded, Saved, Closed };
    Q_ENUM(Cause)

    /// @p secondLookMs as for saveChanges().
    explicit DocumentSync(int secondLookMs, QObject *parent = nullptr);

    /// Works for the holder of @p credential from now on; @p user is the service's latest response about them.
    void open(const std::shared_ptr<AuthApi> &api, const Credential &credential, const User &user);
    /// Forgets all of that.
    void close();
    /// Drops the response to the call in progress; a save that has not posted yet never does. The user stays.
    void stop();

    /// Empty while closed.
    [[nodiscard]] const User &user() const { return m_user; }
    [[nodiscard]] bool isReloading() const { return m_reload.has_value(); }
    [[nodiscard]] bool isSaving() const { return m_save.has_value(); }
    /// Whether the save in progress, or the last one, has posted something that the service has not refused.
    [[nodiscard]] bool mayArrive() const { return m_mayArrive; }

    /// Ends in userChanged() or reloadFailed(). Does nothing while either call runs.
    void reload();
    /// Ends it at once, without a signal: the user is unchanged.
    void cancelReload();
    /// Ends in saved() or conflicted(), both after userChanged(), or in saveFailed(). A change without `before` is
    /// relative to what was last read. Does nothing while another save runs.
    void save(const QList<Change> &changes);
    /// Ends the save soon, as described at saveChanges(); nothing is sent twice.
    void cancelSave();

Q_SIGNALS:
    void userChanged(lanyard::DocumentSync::Cause cause);
    void reloadingChanged();
    void reloadFailed(const lanyard::Error &error);
    /// The service shows every change but those in @p notKept. @p doubt as in SaveOutcome.
    void saved(const QList<lanyard::Change> &notKept, const std::optional<lanyard::Error> &doubt, lanyard::Post post);
    /// Nothing was sent: these have to be resolved first.
    void conflicted(const QList<lanyard::Conflict> &conflicts);
    void saveFailed(const lanyard::Error &error);
    /// After any of the three.
    void saveEnded();

private:
    void setUser(const User &user, Cause cause);
    void setReload(const std::optional<Pending<User>> &reload);

    int m_secondLookMs;
    std::shared_ptr<AuthApi> m_api;
    Credential m_credential;
    User m_user;
    std::optional<Pending<User>> m_reload;
    std::optional<Pending<SaveOutcome>> m_save;
    bool m_mayArrive = false;
    // The context of the running call: a new one drops it.
    std::unique_ptr<QObject> m_calls = std::make_unique<QObject>();
};

} // namespace lanyard
