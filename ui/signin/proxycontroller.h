#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace lanyard {

class MessageQueue;
class ProxySignInDialog;
class ProxySignIns;

/// Answers a proxy's request for a user name and a password: with those in the keychain, or those that the user enters.
/// What the proxy has refused is not sent to it again automatically.
class ProxyController : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ProxyController(ProxySignIns &signIns, MessageQueue &messages, QObject *parent = nullptr);

    /// Runs @p again with the sign-in saved in the keychain for the proxy, or @p otherwise if there is none that the
    /// proxy has not refused already.
    void useKept(const QString &proxy, const std::function<void()> &again, const std::function<void()> &otherwise);
    /// Whether @p error may be a proxy's response to a wrong user name or password: some proxies do not ask again, and
    /// their response is indistinguishable from others.
    [[nodiscard]] static bool mayBeRefused(const Error &error);
    /// Asks the user, in front of @p window, for the credentials that the proxy of @p error requires, and runs @p again
    /// with them.
    void ask(const Error &error, QWidget *window, const std::function<void()> &again);

private:
    ProxySignIns &m_signIns;
    MessageQueue &m_messages;
    QPointer<ProxySignInDialog> m_dialog;
};

} // namespace lanyard
