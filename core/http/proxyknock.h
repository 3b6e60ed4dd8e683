#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"
#include "core/http/origin.h"

#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTimer>

#include <optional>

namespace lanyard {

/// Asks an HTTP proxy for a tunnel, and lets go of it: to learn which sign-ins the proxy offers, before Qt asks for
/// one.
///
/// Qt chooses NTLM before Basic and, where the proxy does not go on with it, asks again and again without a pause.
class ProxyKnock : public QObject
{
    Q_OBJECT

public:
    /// Begins at once; ends within @p limitMs. @p proxy holds the user name and the password, if they are known.
    ProxyKnock(const QNetworkProxy &proxy, const Origin &origin, int limitMs, QObject *parent);

    /// Whether the proxy wants a sign-in.
    [[nodiscard]] bool asks() const { return m_asks; }
    /// Why no request can go through it; nothing when Qt can go on.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// What is to be sent to the proxy for its sign-in by Basic; empty otherwise.
    [[nodiscard]] const Secret &authorization() const { return m_authorization; }

Q_SIGNALS:
    void ended();

private:
    void knock();
    void read();
    void decide(int status, const QByteArray &challenges);
    void end(const std::optional<Error> &error = {});
    [[nodiscard]] Error errorOfProxy(Error::Kind kind) const;

    QNetworkProxy m_proxy;
    QByteArray m_target;
    QTcpSocket *m_socket = nullptr; // of this try
    QTimer m_limit;
    QByteArray m_head;
    Secret m_authorization;
    bool m_asks = false;
    bool m_hasEnded = false;
    std::optional<Error> m_error;
};

} // namespace lanyard
