#pragma once

#include "core/base/secret.h"

#include <QHash>
#include <QString>

#include <functional>
#include <optional>

namespace lanyard {

/// The user's choice of proxy.
struct ProxyChoice
{
    enum class Way {
        System, ///< the environment's or the desktop's
        None,
        Manual, ///< the one below
    };
    enum class Kind { Http, Socks5 };

    Way way = Way::System;
    Kind kind = Kind::Http;
    QString host = {};
    quint16 port = 0;

    friend bool operator==(const ProxyChoice &a, const ProxyChoice &b) = default;
};

/// The parts of a text that names a proxy: a host, or a pasted address ("http://proxy.example:3128").
struct ProxyText
{
    enum class Problem { None, Missing, Unreadable, OtherScheme, HoldsPassword };

    Problem problem = Problem::None;
    QString host = {};
    quint16 port = 0;                           ///< 0: not given
    std::optional<ProxyChoice::Kind> kind = {}; ///< nullopt: not given
};
[[nodiscard]] ProxyText readProxyText(const QString &text);

/// 1 to 65535, in digits of any script; 0 if it is not such a number.
[[nodiscard]] quint16 readPort(const QString &text);

/// The credentials that a proxy asks for.
struct ProxySignIn
{
    QString userName;
    Secret password;
};

/// The proxy in use, and the credentials of individual proxies. They are stored elsewhere (Preferences, ProxySignIns).
class ProxySettings
{
public:
    /// Always the system's.
    [[nodiscard]] static const ProxySettings &ofSystem();

    [[nodiscard]] const ProxyChoice &choice() const { return m_choice; }
    void setChoice(const ProxyChoice &choice);

    /// For the proxy "host:port" only.
    void setSignIn(const QString &proxy, const ProxySignIn &signIn);
    [[nodiscard]] std::optional<ProxySignIn> signIn(const QString &proxy) const;

    /// Calls @p heard with each proxy "host:port" that lets a request through: it accepts what it was sent. One only;
    /// null: nobody any more.
    void setListener(std::function<void(const QString &proxy)> heard) { m_heard = std::move(heard); }
    void tellLetThrough(const QString &proxy) const;

    /// Changes with each modification: existing connections carry no new requests.
    [[nodiscard]] quint64 revision() const { return m_revision; }

private:
    ProxyChoice m_choice;
    QHash<QString, ProxySignIn> m_signIns;
    std::function<void(const QString &)> m_heard;
    quint64 m_revision = 0;
};

} // namespace lanyard
