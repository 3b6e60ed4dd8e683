#pragma once

#include "core/base/result.h"

#include <QCoreApplication>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace lanyard {

/// The consumer's end of an asynchronous call: completes exactly once, with a Result.
///
/// A subscription needs a context object: once that is destroyed, the continuation is dropped. The continuation always
/// runs from the event loop of the context's thread, never inside then() or inside the code that completed the call, so
/// it may destroy either side. Nothing is delivered once the application object is being destroyed. (QFuture::then with
/// a context asserts in Qt 6.4.2 when the context is destroyed first; hence this class.)
template<typename T>
class Pending
{
public:
    /// At most one subscription per call.
    template<typename F>
    void then(QObject *context, F continuation) const
    {
        Q_ASSERT(context && !m_state->continuation);
        m_state->context = context;
        m_state->continuation = std::move(continuation);
        m_state->deliver();
    }

    /// Asks the producer to stop. The call then completes with Error::Kind::Cancelled, unless it has already completed.
    void cancel() const
    {
        if (!m_state->result && m_state->cancelHook)
            std::exchange(m_state->cancelHook, nullptr)();
    }

    /// The same call with its value mapped to another Result by @p convert and its error to another by @p convertError;
    /// cancelling reaches the original call.
    template<typename U, typename F, typename E = std::identity>
    [[nodiscard]] Pending<U> map(QObject *context, F convert, E convertError = {}) const;
    /// This call, then the one that @p next starts with its value: the result is that of the second. An error of the
    /// first is the result, and @p next is not called. Cancelling reaches the one that is running; @p unwanted receives
    /// the value of a first call that was faster than the cancellation.
    template<typename U, typename F, typename G = void (*)(const T &)>
    [[nodiscard]] Pending<U> andThen(
        QObject *context, F next, G unwanted = [](const T &) {}) const;

private:
    template<typename>
    friend class Promise;

    struct State
    {
        std::optional<Result<T>> result;
        QPointer<QObject> context;
        std::function<void(Result<T>)> continuation;
        std::function<void()> cancelHook;
        bool delivered = false;

        void deliver()
        {
            if (!result || !continuation || delivered)
                return;
            delivered = true;
            // Always moved out of the state: what it holds (the promise of a mapped call) must not wait forever.
            auto taken = std::exchange(continuation, nullptr);
            // During shutdown the application destroys queued events while holding the queue's lock: what they hold (a
            // mapped call) completes as cancelled in its destructor, and would deadlock on that lock.
            if (!context || QCoreApplication::closingDown())
                return;
            auto run = [call = std::move(taken), value = std::move(*result)]() mutable { call(std::move(value)); };
            QMetaObject::invokeMethod(context, std::move(run), Qt::QueuedConnection);
        }
    };

    explicit Pending(std::shared_ptr<State> state) : m_state(std::move(state)) {}
    std::shared_ptr<State> m_state;
};

/// The producer's end. Copies refer to the same call. If the last copy is destroyed without having completed it, the
/// call completes as cancelled, so that no consumer waits forever.
template<typename T>
class Promise
{
public:
    Promise() : m_end(std::make_shared<End>()) {}

    [[nodiscard]] Pending<T> pending() const { return Pending<T>(m_end->state); }

    /// The first completion counts; a later one (a response that arrives after its deadline) is dropped.
    void complete(Result<T> result) const { m_end->complete(std::move(result)); }
    [[nodiscard]] bool isComplete() const { return m_end->state->result.has_value(); }

    /// @p hook runs when the consumer cancels. It must not keep a copy of this promise.
    void onCancel(const std::function<void()> &hook) const { m_end->state->cancelHook = hook; }

private:
    struct End
    {
        std::shared_ptr<typename Pending<T>::State> state = std::make_shared<typename Pending<T>::State>();
        End() = default;
        Q_DISABLE_COPY_MOVE(End)
        ~End() { complete(Error{}); }
        void complete(Result<T> result) const
        {
            if (state->result)
                return;
            state->cancelHook = nullptr;
            state->result.emplace(std::move(result));
            state->deliver();
        }
    };
    std::shared_ptr<End> m_end;
};

template<typename T>
template<typename U, typename F, typename E>
Pending<U> Pending<T>::map(QObject *context, F convert, E convertError) const
{
    Promise<U> promise;
    promise.onCancel([source = *this] { source.cancel(); });
    then(context, [promise, convert = std::move(convert), convertError = std::move(convertError)](Result<T> result) {
        if (result)
            promise.complete(convert(std::move(result).value()));
        else
            promise.complete(convertError(result.error()));
    });
    return promise.pending();
}

template<typename T>
template<typename U, typename F, typename G>
Pending<U> Pending<T>::andThen(QObject *context, F next, G unwanted) const
{
    Promise<U> promise;
    const auto isCancelled = std::make_shared<bool>(false);
    promise.onCancel([first = *this, isCancelled] {
        *isCancelled = true;
        first.cancel();
    });
    then(context,
         [context, promise, isCancelled, next = std::move(next), unwanted = std::move(unwanted)](Result<T> result) {
             if (!result)
                 return promise.complete(result.error());
             if (*isCancelled) {
                 unwanted(result.value());
                 return promise.complete(Error{});
             }
             const Pending<U> second = next(std::move(result).value());
             promise.onCancel([second] { second.cancel(); });
             second.then(context, [promise](Result<U> last) { promise.complete(std::move(last)); });
         });
    return promise.pending();
}

/// A call that has already completed.
template<typename T>
[[nodiscard]] Pending<T> completed(Result<T> result)
{
    Promise<T> promise;
    promise.complete(std::move(result));
    return promise.pending();
}

} // namespace lanyard
