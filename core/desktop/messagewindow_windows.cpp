#include "core/desktop/messagewindow_windows.h"

#include <utility>

namespace lanyard {

namespace {

constexpr auto windowClass = L"LanyardMessages";

} // namespace

MessageWindow::MessageWindow(Handler handler, QObject *parent) : QObject(parent), m_handler(std::move(handler))
{
    WNDCLASSEXW kind = {};
    kind.cbSize = sizeof kind;
    kind.lpfnWndProc = &MessageWindow::receive;
    kind.hInstance = GetModuleHandleW(nullptr);
    kind.lpszClassName = windowClass;
    RegisterClassExW(&kind); // fails from the second time on, as it should
    m_window = CreateWindowExW(0, windowClass, nullptr, 0, 0, 0, 0, 0, HWND_MESSAGE, nullptr, kind.hInstance, nullptr);
    if (m_window)
        SetWindowLongPtrW(m_window, GWLP_USERDATA, reinterpret_cast<LONG_PTR>(this));
}

MessageWindow::~MessageWindow()
{
    if (!m_window)
        return;
    SetWindowLongPtrW(m_window, GWLP_USERDATA, 0);
    DestroyWindow(m_window);
}

LRESULT CALLBACK MessageWindow::receive(HWND window, UINT message, WPARAM first, LPARAM second)
{
    if (const auto *self = reinterpret_cast<MessageWindow *>(GetWindowLongPtrW(window, GWLP_USERDATA)))
        self->m_handler(message, first, second);
    return DefWindowProcW(window, message, first, second);
}

} // namespace lanyard
