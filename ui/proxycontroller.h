#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace lanyard {

class MainWindow;
class ProxySignInDialog;
class ProxySignIns;

/// Gives a proxy the user name and the password that it asks for: those that the keychain holds, or those that the user
/// enters. What the proxy refuses is not sent to it again by itself.
class ProxyController : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ProxyController(ProxySignIns &signIns, MainWindow &window, QObject *parent = nullptr);

    /// Runs @p again with what the keychain holds for the proxy, or @p otherwise when it holds nothing that the proxy
    /// has not refused already.
    void useKept(const QString &proxy, const std::function<void()> &again, const std::function<void()> &otherwise);
    /// Whether @p error may be a proxy's answer to a user name and a password that it does not accept: some proxies do
    /// not ask again, and what they say instead is not told apart.
    [[nodiscard]] static bool mayBeRefused(const Error &error);
    /// Asks the user, in front of @p window, for what the proxy of @p error wants, and runs @p again with the answer.
    void ask(const Error &error, QWidget *window, const std::function<void()> &again);

private:
    ProxySignIns &m_signIns;
    MainWindow &m_window;
    QPointer<ProxySignInDialog> m_dialog;
};

} // namespace lanyard
