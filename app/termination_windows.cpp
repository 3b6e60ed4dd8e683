#include "app/termination.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>

#include <qt_windows.h>
#include <utility>

namespace lanyard {

// Windows asks each window before it signs the user out or shuts down, and tells it when it does; the process ends when
// all have heard it. Not quit(), which Qt would do then: a window with unsaved changes would ask, with no user to
// answer.
struct Termination::Listener : QAbstractNativeEventFilter
{
    explicit Listener(const std::function<void()> &end) : m_end(end)
    {
        QCoreApplication::instance()->installNativeEventFilter(this);
    }

    ~Listener() override
    {
        if (QCoreApplication::instance())
            QCoreApplication::instance()->removeNativeEventFilter(this);
    }
    Q_DISABLE_COPY_MOVE(Listener)

    bool nativeEventFilter(const QByteArray &, void *native, qintptr *result) override
    {
        const auto *message = static_cast<const MSG *>(native);
        if (message->message != WM_ENDSESSION || message->wParam == 0)
            return false;
        if (!std::exchange(m_isTold, true)) // each window is
            m_end();
        *result = 0;
        return true;
    }

private:
    const std::function<void()> &m_end; // it may be set later
    bool m_isTold = false;
};

Termination::Termination() : m_end([] { QCoreApplication::exit(0); }), m_listener(std::make_unique<Listener>(m_end)) {}

Termination::~Termination() = default;

} // namespace lanyard
