#include "core/session/saving.h"

namespace lanyard {

namespace {

SaveOutcome compared(const User &answer, const QList<Change> &changes)
{
    return {answer, changesNotIn(answer.document(), changes)};
}

// An answer without the lists that were there before does not tell whether a setting was taken.
bool isWhole(const User &answer, const User &base)
{
    return !answer.isEmpty() && (answer.hasSettings() || !base.hasSettings()) &&
           (answer.hasApiKeys() || !base.hasApiKeys());
}

} // namespace

Pending<SaveOutcome> saveChanges(AuthApi &api, const Credential &credential, const User &base,
                                 const QList<Change> &changes, QObject *context)
{
    Promise<SaveOutcome> promise;
    const auto finish = [promise, base, changes](const Result<User> &answer) {
        if (!answer)
            promise.complete(answer.error());
        else if (answer.value().id() != base.id())
            promise.complete(errorOf(Error::Kind::OtherUser));
        else
            promise.complete(compared(answer.value(), changes));
    };
    api.update(credential, withChanges(base.document(), changes))
        .then(context, [&api, credential, base, context, finish](const Result<User> &answer) {
            if (!answer || isWhole(answer.value(), base))
                finish(answer);
            else
                api.user(credential).then(context, finish);
        });
    return promise.pending();
}

} // namespace lanyard
