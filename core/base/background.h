#pragma once

#include "core/base/large.h"
#include "core/base/pending.h"

#include <QFutureWatcher>
#include <QPromise>

#include <functional>

namespace lanyard {

/// Runs @p job in another thread, to its end; the program's end waits for it.
void runInBackground(std::function<void()> job);

/// What @p work returns, which runs in another thread: for what would hold the window up. Cancelled, it still runs to
/// its end. Nothing is delivered once @p context is destroyed.
template<typename T>
[[nodiscard]] Pending<T> inBackground(QObject *context, std::function<Result<T>()> work)
{
    Promise<T> promise;
    const auto isCancelled = std::make_shared<bool>(false);
    promise.onCancel([isCancelled] { *isCancelled = true; });
    const auto outcome = std::make_shared<QPromise<Result<T>>>();
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    // It has the outcome too, so that whichever thread lets go of it last has seen what the other did with it.
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, promise, isCancelled, outcome] {
        promise.complete(*isCancelled ? Result<T>(Error{}) : watcher->result());
        watcher->deleteLater();
    });
    watcher->setFuture(outcome->future());
    runInBackground([outcome, work = std::move(work)] {
        outcome->start();
        outcome->addResult(work());
        outcome->finish();
    });
    return promise.pending();
}

} // namespace lanyard
