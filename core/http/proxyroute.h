#pragma once

#include "core/base/pending.h"
#include "core/base/secret.h"
#include "core/http/origin.h"
#include "core/http/proxysettings.h"

#include <QObject>

namespace lanyard {

class ProxyKnock;

/// One client's route through an HTTP proxy. A proxy may begin to ask for a sign-in in the middle of a session: it is
/// queried before each new connection.
class ProxyRoute : public QObject
{
    Q_OBJECT

public:
    /// @p settings must outlive it.
    ProxyRoute(const Origin &origin, const ProxySettings &settings, int connectMs, QObject *parent);

    /// Whether the proxy has been queried, and a connection through it is open.
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    void setOpen(bool isOpen) { m_isOpen = isOpen; }
    /// What the proxy has to be sent, learnt by the last query; empty if nothing.
    [[nodiscard]] const Secret &authorization() const { return m_authorization; }

    /// Queries the proxy. Whoever asks while a query is under way receives its result.
    [[nodiscard]] Pending<Done> query();
    /// The settings have changed: what an earlier proxy was asked says nothing about the present one.
    void forget();

private:
    [[nodiscard]] ProxyKnock *knock();

    Origin m_origin;
    const ProxySettings &m_settings;
    int m_connectMs;
    ProxyKnock *m_knock = nullptr; // while it queries the proxy
    bool m_isOpen = false;
    Secret m_authorization;
};

} // namespace lanyard
