#include "core/http/answerreader.h"

#include "core/http/envelope.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace lanyard {

Result<ServiceAnswer> readAnswer(RawAnswer answer, const QByteArrayList &pieces)
{
    answer.body = pieces.join();
    return classify(answer);
}

void readElsewhere(const RawAnswer &answer, const QByteArrayList &pieces, QObject *context,
                   const std::function<void(Result<ServiceAnswer>)> &then)
{
    using Outcome = Result<ServiceAnswer>;
    const auto promise = std::make_shared<QPromise<Outcome>>();
    auto *watcher = new QFutureWatcher<Outcome>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then] { then(watcher->result()); });
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, answer, pieces] {
        promise->start();
        promise->addResult(readAnswer(answer, pieces));
        promise->finish();
    });
}

bool endsWithItsConnection(const RawAnswer &answer, const QByteArrayList &pieces)
{
    return answer.status == 200 && answer.networkError == QNetworkReply::ContentReSendError && answer.endsConnection &&
           readJsonObject(pieces.join());
}

} // namespace lanyard
