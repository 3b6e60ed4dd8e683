#include "core/desktop/messagewindow_windows.h"
#include "core/desktop/screenlock.h"

#include <wtsapi32.h>

namespace lanyard {

namespace {

// Of the session of this user alone, by Windows+L as by the time without a key pressed.
class LockMessages : public MessageWindow
{
public:
    LockMessages(const std::function<void()> &locked, QObject *parent)
        : MessageWindow(
              [locked](UINT message, WPARAM what, LPARAM) {
                  if (message == WM_WTSSESSION_CHANGE && what == WTS_SESSION_LOCK)
                      locked();
              },
              parent)
    {
        if (handle())
            WTSRegisterSessionNotification(handle(), NOTIFY_FOR_THIS_SESSION);
    }

    ~LockMessages() override
    {
        if (handle())
            WTSUnRegisterSessionNotification(handle());
    }
};

} // namespace

void ScreenLock::watch()
{
    new LockMessages([this] { activeChanged(true); }, this);
}

void ScreenLock::activeChanged(bool active)
{
    if (active)
        Q_EMIT locked();
}

} // namespace lanyard

#include "moc_screenlock.cpp"
