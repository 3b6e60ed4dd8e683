#pragma once

#include <QObject>

#include <functional>
#include <qt_windows.h>

namespace lanyard {

/// A window of Windows that nobody sees, for what the system tells windows alone.
class MessageWindow : public QObject
{
public:
    /// Called with the number of each message and what comes with it, also of those that are not for us.
    using Handler = std::function<void(UINT message, WPARAM first, LPARAM second)>;

    explicit MessageWindow(Handler handler, QObject *parent = nullptr);
    ~MessageWindow() override;

    /// Null if there could be none.
    [[nodiscard]] HWND handle() const { return m_window; }

private:
    static LRESULT CALLBACK receive(HWND window, UINT message, WPARAM first, LPARAM second);

    Handler m_handler;
    HWND m_window;
};

} // namespace lanyard
