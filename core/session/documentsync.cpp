#include "core/session/documentsync.h"

#include "core/session/authapi.h"
#include "core/session/saving.h"

#include <QPointer>

#include <utility>

namespace lanyard {

DocumentSync::DocumentSync(int secondLookMs, QObject *parent) : QObject(parent), m_secondLookMs(secondLookMs) {}

void DocumentSync::open(const std::shared_ptr<AuthApi> &api, const Credential &credential, const User &user)
{
    stop();
    m_api = api;
    m_credential = credential;
    setUser(user, Cause::Opened);
}

void DocumentSync::close()
{
    stop();
    m_api.reset();
    m_credential = {};
    setUser({}, Cause::Closed);
}

void DocumentSync::stop()
{
    m_calls = std::make_unique<QObject>();
    if (m_save && !m_mayArrive)
        m_save->cancel();
    m_save.reset();
    if (m_reload) {
        m_reload->cancel();
        setReload({});
    }
}

void DocumentSync::setReload(const std::optional<Pending<User>> &reload)
{
    m_reload = reload;
    Q_EMIT reloadingChanged();
}

void DocumentSync::setUser(const User &user, Cause cause)
{
    User before = std::exchange(m_user, user);
    Q_EMIT userChanged(cause);
    letGo(std::move(before));
}

void DocumentSync::reload()
{
    if (m_reload || m_save)
        return;
    setReload(m_api->user(m_credential, m_user, HttpClient::Over::NewConnection)); // as a save reads: not what is old
    m_reload->then(m_calls.get(), [this](const Result<User> &user) {
        setReload({});
        if (!user)
            Q_EMIT reloadFailed(user.error());
        else if (user.value().id() != m_user.id())
            Q_EMIT reloadFailed(errorOf(Error::Kind::OtherUser));
        else
            setUser(user.value(), Cause::Reloaded);
    });
}

void DocumentSync::cancelReload()
{
    if (m_reload)
        stop();
}

void DocumentSync::save(const QList<Change> &changes)
{
    if (m_save)
        return;
    stop();
    QList<Change> complete = changes;
    for (Change &change : complete) {
        const auto other = otherHalf(change.path);
        if (!change.before)
            change.before = m_user.valueAt(change.path);
        if (!change.otherBefore && other)
            change.otherBefore = m_user.valueAt(*other);
        if (!change.settingName)
            change.settingName = m_user.settingNameAt(change.path);
        if (const auto setting = m_user.settingAt(change.path); setting && !change.settingType)
            change.settingType = setting->typeName();
    }
    m_mayArrive = false;
    m_save = saveChanges(*m_api, m_credential, m_user, complete, m_secondLookMs,
                         [this, calls = QPointer(m_calls.get())](bool mayArrive) {
                             if (calls)
                                 m_mayArrive = mayArrive;
                         });
    m_save->then(m_calls.get(), [this](const Result<SaveOutcome> &outcome) {
        m_save.reset();
        if (!outcome) {
            Q_EMIT saveFailed(outcome.error());
        } else {
            User before = m_user; // until nobody works with it any more
            setUser(outcome.value().user, Cause::Saved);
            if (outcome.value().conflicts.isEmpty())
                Q_EMIT saved(outcome.value().notKept, outcome.value().doubt, outcome.value().post);
            else
                Q_EMIT conflicted(outcome.value().conflicts);
            letGo(std::move(before));
        }
        Q_EMIT saveEnded();
    });
}

void DocumentSync::cancelSave()
{
    if (m_save)
        m_save->cancel();
}

} // namespace lanyard

#include "moc_documentsync.cpp"
