#include "core/session/saving.h"

namespace lanyard {

namespace {

// An answer without the lists that were there before does not tell whether a setting was taken.
bool isWhole(const User &answer, const User &base)
{
    return !answer.isEmpty() && (answer.hasSettings() || !base.hasSettings()) &&
           (answer.hasApiKeys() || !base.hasApiKeys());
}

// One save, from the first read to the last. Lives as long as its calls.
class Save : public std::enable_shared_from_this<Save>
{
public:
    Save(AuthApi &api, Credential credential, QString userId, QList<Change> changes, QObject *context)
        : m_api(api), m_credential(std::move(credential)), m_userId(std::move(userId)), m_changes(std::move(changes)),
          m_context(context)
    {
    }

    Pending<SaveOutcome> start()
    {
        m_api.user(m_credential).then(m_context, [self = shared_from_this()](const Result<User> &read) {
            if (self->isOurs(read))
                self->post(read.value());
        });
        return m_promise.pending();
    }

private:
    // Completes with the reason if not.
    bool isOurs(const Result<User> &read)
    {
        if (!read)
            m_promise.complete(read.error());
        else if (read.value().id() != m_userId)
            m_promise.complete(errorOf(Error::Kind::OtherUser));
        else
            return true;
        return false;
    }

    void post(const User &theirs)
    {
        if (theirs.inexact())
            return m_promise.complete(*theirs.inexact());
        const Merge merge = merged(m_changes, theirs);
        if (!merge.conflicts.isEmpty())
            return m_promise.complete(SaveOutcome{theirs, {}, merge.conflicts, false});
        if (merge.changes.isEmpty())
            return finish(theirs, false);
        const auto answered = [self = shared_from_this(), theirs](const Result<User> &answer) {
            if (!answer && answer.error().kind != Error::Kind::OutcomeUnknown)
                self->m_promise.complete(answer.error());
            else if (answer && isWhole(answer.value(), theirs))
                self->accept(answer, false);
            else
                self->readBack(!answer);
        };
        m_api.update(m_credential, withChanges(theirs.document(), merge.changes)).then(m_context, answered);
    }

    void readBack(bool answerLost)
    {
        m_api.user(m_credential).then(m_context, [self = shared_from_this(), answerLost](const Result<User> &read) {
            if (read || read.error().kind == Error::Kind::SessionExpired)
                return self->accept(read, answerLost);
            Error error = read.error();
            error.kind = Error::Kind::OutcomeUnknown;
            self->m_promise.complete(error);
        });
    }

    void accept(const Result<User> &read, bool answerLost)
    {
        if (isOurs(read))
            finish(read.value(), answerLost);
    }

    void finish(const User &user, bool answerLost)
    {
        m_promise.complete(SaveOutcome{user, changesNotIn(user.document(), m_changes), {}, answerLost});
    }

    AuthApi &m_api;
    Credential m_credential;
    QString m_userId;
    QList<Change> m_changes;
    QObject *m_context;
    Promise<SaveOutcome> m_promise;
};

} // namespace

Pending<SaveOutcome> saveChanges(AuthApi &api, const Credential &credential, const QString &userId,
                                 const QList<Change> &changes, QObject *context)
{
    return std::make_shared<Save>(api, credential, userId, changes, context)->start();
}

} // namespace lanyard
