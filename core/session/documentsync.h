#pragma once

#include "core/base/pending.h"
#include "core/document/merge.h"
#include "core/http/credential.h"
#include "core/session/connection.h"
#include "core/session/saving.h"

#include <QObject>

namespace lanyard {

/// The user whose session it is, as the service last told it, and the two calls that work on it: reading it again, and
/// saving changes to it.
///
/// At most one of the two runs at a time; a save stops a reload, whose answer would be older than the save's.
class DocumentSync : public QObject
{
    Q_OBJECT

public:
    /// Why there is another user: what a save brought is told to the edits by saved() and conflicted().
    enum class Cause { Opened, Reloaded, Saved, Closed };
    Q_ENUM(Cause)

    /// @p secondLookMs as for saveChanges().
    explicit DocumentSync(int secondLookMs, QObject *parent = nullptr);

    /// Works for the holder of @p credential from now on; @p user is what the service has just told of them.
    void open(const Connection &connection, const Credential &credential, const User &user);
    /// Forgets all of that.
    void close();
    /// Drops the answer to what is running. The user stays.
    void stop();

    /// Empty while closed.
    [[nodiscard]] const User &user() const { return m_user; }
    [[nodiscard]] bool isReloading() const { return m_reload.has_value(); }
    [[nodiscard]] bool isSaving() const { return m_save.has_value(); }

    /// Ends in userChanged() or reloadFailed(). Does nothing while either call runs.
    void reload();
    /// Ends it at once, without a signal: the user stays what it was.
    void cancelReload();
    /// Ends in saved() or conflicted(), both after userChanged(), or in saveFailed(). A change whose `before` is not
    /// told is one to what was last read. Does nothing while another save runs.
    void save(const QList<Change> &changes);
    /// Ends the save as described at saveChanges(), soon; nothing is sent twice.
    void cancelSave();

Q_SIGNALS:
    void userChanged(lanyard::DocumentSync::Cause cause);
    void reloadFailed(const lanyard::Error &error);
    /// The service shows every change but those in @p notKept. @p doubt as in SaveOutcome.
    void saved(const QList<lanyard::Change> &notKept, const std::optional<lanyard::Error> &doubt, bool hasArrived);
    /// Nothing was sent: these want to be decided first.
    void conflicted(const QList<lanyard::Conflict> &conflicts);
    void saveFailed(const lanyard::Error &error);
    /// After one of the three.
    void saveEnded();

private:
    /// Runs @p continuation with the answer, unless it was dropped meanwhile.
    template<typename T, typename F>
    void whenCurrent(const Pending<T> &pending, F continuation);
    void setUser(const User &user, Cause cause);

    int m_secondLookMs;
    Connection m_connection;
    Credential m_credential;
    User m_user;
    std::optional<Pending<User>> m_reload;
    std::optional<Pending<SaveOutcome>> m_save;
    quint64 m_number = 0; // tells what runs from what was dropped
};

} // namespace lanyard
