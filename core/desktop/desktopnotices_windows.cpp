#include "core/desktop/desktopnotices.h"
#include "core/desktop/messagewindow_windows.h"

#include <QTimer>

#include <algorithm>
#include <shellapi.h>

namespace lanyard {

namespace {

constexpr int ShownMs = 30'000; // or until it is clicked on, or put away
constexpr UINT IconMessage = WM_APP + 1;

template<std::size_t Size>
void copyInto(wchar_t (&field)[Size], QString text)
{
    constexpr auto most = static_cast<qsizetype>(Size) - 1;
    if (text.size() > most)
        text = text.first(most - 1) + QChar(0x2026);
    field[text.toWCharArray(field)] = L'\0';
}

// Windows shows a notice of an icon beside the clock, which is there as long as the notice is.
class NoticeIcon : public MessageWindow
{
public:
    explicit NoticeIcon(QObject *parent)
        : MessageWindow([this](UINT message, WPARAM, LPARAM event) { heard(message, LOWORD(event)); }, parent)
    {
        m_icon.cbSize = sizeof m_icon;
        m_icon.hWnd = handle();
        m_icon.uID = 1;
        QTimer::singleShot(ShownMs, this, &QObject::deleteLater);
    }

    ~NoticeIcon() override { Shell_NotifyIconW(NIM_DELETE, &m_icon); }

    [[nodiscard]] bool show(const QString &title, const QString &text)
    {
        m_icon.uFlags = NIF_ICON | NIF_INFO | NIF_MESSAGE | NIF_TIP;
        m_icon.uCallbackMessage = IconMessage;
        m_icon.dwInfoFlags = NIIF_INFO;
        m_icon.hIcon = LoadIconW(GetModuleHandleW(nullptr), L"IDI_ICON1");
        if (!m_icon.hIcon)
            m_icon.hIcon = LoadIconW(nullptr, MAKEINTRESOURCEW(32516)); // IDI_INFORMATION
        copyInto(m_icon.szTip, QStringLiteral("Lanyard"));
        copyInto(m_icon.szInfoTitle, title);
        copyInto(m_icon.szInfo, text);
        return handle() && Shell_NotifyIconW(NIM_ADD, &m_icon);
    }

private:
    void heard(UINT message, UINT event)
    {
        if (message == IconMessage && (event == NIN_BALLOONUSERCLICK || event == NIN_BALLOONTIMEOUT))
            deleteLater();
    }

    NOTIFYICONDATAW m_icon = {};
};

} // namespace

void DesktopNotices::show(const QString &title, const QString &text)
{
    send(title, text);
}

void DesktopNotices::send(const QString &title, const QString &body)
{
    auto *icon = new NoticeIcon(this);
    if (icon->show(title, body))
        return;
    delete icon;
    Q_EMIT notShown();
}

} // namespace lanyard

#include "moc_desktopnotices.cpp"
