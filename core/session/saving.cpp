#include "core/session/saving.h"

#include "core/base/background.h"
#include "core/document/arrival.h"
#include "core/document/excerpt.h"
#include "core/document/settingids.h"
#include "core/session/authapi.h"
#include "core/session/postoutcome.h"

#include <QTimer>

#include <set>

namespace lanyard {

namespace {

// One save, from the first read to the last. Lives as long as its calls.
class Save : public std::enable_shared_from_this<Save>
{
public:
    Save(AuthApi &api, Credential credential, User known, QList<Change> changes, int secondLookMs,
         std::function<void(bool)> mayArrive)
        : m_api(api), m_credential(std::move(credential)), m_known(std::move(known)), m_changes(std::move(changes)),
          m_secondLookMs(secondLookMs), m_mayArrive(std::move(mayArrive))
    {
    }

    ~Save()
    {
        letGo(std::move(m_known));
        letGo(std::move(m_before));
    }

    Pending<SaveOutcome> start()
    {
        armCancel();
        run(read(), [self = shared_from_this()](const Result<User> &read) {
            if (self->isOurs(read))
                self->post(read.value());
        });
        return m_promise.pending();
    }

private:
    // What has not been sent is no longer sent; for what has, reading back shows the outcome. A second cancel stops
    // that too.
    void cancel()
    {
        armCancel();
        if (m_posted.isEmpty())
            m_promise.complete(Error{}); // even if the read has its response already
        if (m_cancelRunning)
            return std::exchange(m_cancelRunning, nullptr)();
        m_promise.complete(errorOf(Error::Kind::OutcomeUnknown));
    }

    void armCancel()
    {
        m_promise.onCancel([save = weak_from_this()] {
            if (const auto self = save.lock())
                self->cancel();
        });
    }

    // A change by somebody else must not be missed because of a stale response: see HttpClient::Over.
    [[nodiscard]] Pending<User> read() { return m_api.user(m_credential, m_known, HttpClient::Over::NewConnection); }

    // Every call goes through here, so that it can be cancelled.
    template<typename F>
    void run(const Pending<User> &call, F continuation)
    {
        m_cancelRunning = [call] { call.cancel(); };
        call.then(&m_api, [self = shared_from_this(), continuation](const Result<User> &result) {
            self->m_cancelRunning = nullptr;
            if (!self->m_promise.isComplete())
                continuation(result);
        });
    }

    // Completes with the reason if not. What was posted may have been carried out, whoever answers now.
    bool isOurs(const Result<User> &read)
    {
        if (read && read.value().id() == m_known.id()) {
            m_changes = followed(m_changes, m_known, read.value());
            m_known = read.value();
            return true;
        }
        const Error::Kind other = m_posted.isEmpty() ? Error::Kind::OtherUser : Error::Kind::OutcomeUnknown;
        m_promise.complete(read ? errorOf(other) : read.error());
        return false;
    }

    void post(const User &theirs)
    {
        const Merge merge = merged(m_changes, theirs);
        if (!merge.conflicts.isEmpty())
            return m_promise.complete(SaveOutcome{theirs, {}, merge.conflicts});
        if (merge.changes.isEmpty())
            return finish(theirs, Post::None);
        m_before = theirs;
        if (!theirs.isLarge())
            return send(merge.changes, theirs.with(merge.changes));
        const auto make = [theirs, changes = merge.changes]() -> Result<User> { return theirs.with(changes); };
        run(inBackground<User>(&m_api, make),
            [self = shared_from_this(), changes = merge.changes](const Result<User> &changed) {
                self->send(changes, changed.value());
            });
    }

    void send(const QList<Change> &changes, const User &changed)
    {
        m_posted = changes;
        markSent();
        m_known = changed;
        run(m_api.update(m_credential, changed),
            [self = shared_from_this(), changed](const Result<User> &answer) { self->answered(answer, changed); });
    }

    void markSent()
    {
        std::set<Path> paths;
        for (Change &change : m_posted) {
            change.wasSent = true;
            paths.insert(change.path);
        }
        for (Change &change : m_changes)
            change.wasSent = change.wasSent || paths.contains(change.path);
        m_mayArrive(true);
    }

    void answered(const Result<User> &answer, const User &sent)
    {
        if (answer && !answer.value().isEmpty() && answer.value().id() != m_known.id()) {
            m_doubt = errorOf(Error::Kind::OutcomeUnknown);
        } else if (answer && !isExcerpt(answer.value(), sent) && isKept(answer.value())) {
            return finish(answer.value(), Post::Answered);
        } else if (!answer && !isDoneWithoutBody(answer.error())) {
            if (!mayHaveBeenDone(answer.error())) {
                m_mayArrive(false);
                return m_promise.complete(answer.error());
            }
            m_doubt = answer.error();
            m_isCancelled = m_doubt->kind == Error::Kind::Cancelled;
            if (m_isCancelled || m_doubt->saysDone)
                m_doubt->kind = Error::Kind::OutcomeUnknown;
        }
        readBack();
    }

    // If not, the response may show the user as before: some services answer so, and a gateway may have sent twice what
    // was read.
    [[nodiscard]] bool isKept(const User &now) const { return changesNotIn(now, m_changes).isEmpty(); }

    void readBack()
    {
        run(read(), [self = shared_from_this()](const Result<User> &read) {
            if (read || read.error().kind == Error::Kind::SessionExpired) {
                if (self->isOurs(read))
                    self->look(read.value());
                return;
            }
            Error error = read.error();
            error.kind = Error::Kind::OutcomeUnknown;
            self->m_promise.complete(error);
        });
    }

    // The read shows whether the post was carried out. If nothing of it is visible, it may still be on its way.
    void look(const User &now)
    {
        const bool isShown = !m_doubt || showsThePost(now);
        if (isShown && m_doubt && m_doubt->saysDone)
            m_doubt.reset(); // the response said so already
        if (isShown)
            return finish(now, Post::Answered);
        if (isRefusalWithUser(*m_doubt))
            return m_promise.complete(*m_doubt);
        if (!std::exchange(m_lookedTwice, true)) {
            QTimer::singleShot(m_secondLookMs, &m_api, [self = shared_from_this()] {
                if (!self->m_promise.isComplete())
                    self->readBack();
            });
            return;
        }
        // A service that was only slow may still carry out what was sent.
        if (m_isCancelled || isDefinite(*m_doubt))
            m_promise.complete(*m_doubt);
        else
            finish(now, Post::Unseen);
    }

    // Something that was not there before.
    [[nodiscard]] bool showsThePost(const User &now) const
    {
        const QList<Change> there = followed(m_posted, m_before, now);
        for (qsizetype i = 0; i < there.size(); ++i) {
            if (!isDone(m_posted.at(i), m_before) && !isGone(there.at(i), now) && hasArrived(there.at(i), now))
                return true;
        }
        return false;
    }

    void finish(const User &user, Post post)
    {
        const Evidence evidence = m_doubt ? Evidence::Document : Evidence::Answer;
        m_promise.complete(SaveOutcome{user, changesNotIn(user, m_changes, evidence), {}, m_doubt, post});
    }

    AuthApi &m_api;
    Credential m_credential;
    User m_known; // as last read or sent
    QList<Change> m_changes;
    QList<Change> m_posted;
    User m_before; // before the post
    int m_secondLookMs;
    std::function<void(bool)> m_mayArrive;
    std::optional<Error> m_doubt; // the outcome of the post, if it does not show whether it was carried out
    bool m_isCancelled = false;   // after the post was started
    bool m_lookedTwice = false;
    std::function<void()> m_cancelRunning; // null while no call is running
    Promise<SaveOutcome> m_promise;
};

} // namespace

Pending<SaveOutcome> saveChanges(AuthApi &api, const Credential &credential, const User &known,
                                 const QList<Change> &changes, int secondLookMs,
                                 const std::function<void(bool)> &mayArrive)
{
    return std::make_shared<Save>(api, credential, known, changes, secondLookMs, mayArrive)->start();
}

} // namespace lanyard
