#pragma once

#include "core/base/error.h"
#include "core/base/secret.h"
#include "core/http/origin.h"

#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTimer>

#include <optional>

namespace lanyard {

/// Requests a tunnel from an HTTP proxy and drops it again, to learn which authentication schemes the proxy offers
/// before Qt is asked for a sign-in.
///
/// Qt chooses NTLM before Basic and, if the proxy does not continue the exchange, retries endlessly without a pause.
class ProxyKnock : public QObject
{
    Q_OBJECT

public:
    /// Starts when the event loop runs next; ends within @p limitMs. @p proxy holds the user name and the password, if
    /// known.
    ProxyKnock(const QNetworkProxy &proxy, const Origin &origin, int limitMs, QObject *parent);

    /// Why no request can go through the proxy; nullopt if Qt can proceed.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// The header value for signing in at the proxy with Basic; empty otherwise.
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
    QTcpSocket *m_socket = nullptr; // of this attempt
    QTimer m_limit;
    QByteArray m_head;
    Secret m_authorization;
    bool m_hasEnded = false;
    std::optional<Error> m_error;
};

} // namespace lanyard
