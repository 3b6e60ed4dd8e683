#include "core/base/background.h"

#include <QThreadPool>

#include <atomic>

namespace lanyard {

void runInBackground(std::function<void()> job)
{
    // The pool hands the job over safely; this says so to ThreadSanitizer, which does not see into Qt.
    static std::atomic<int> handedOver = 0;
    std::function<void()> told = [job = std::move(job)] {
        static_cast<void>(handedOver.load(std::memory_order_acquire));
        job();
    };
    handedOver.fetch_add(1, std::memory_order_release);
    QThreadPool::globalInstance()->start(std::move(told));
}

} // namespace lanyard
