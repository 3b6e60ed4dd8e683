#pragma once

#include "core/base/secret.h"

#include <QHash>
#include <QString>

#include <optional>

namespace lanyard {

/// Which proxy the user wants.
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

/// What was found in a text that names a proxy: a host, or an address as it is pasted ("http://proxy.example:3128").
struct ProxyText
{
    enum class Problem { None, Missing, Unreadable, OtherScheme, HoldsPassword };

    Problem problem = Problem::None;
    QString host = {};
    quint16 port = 0;                           ///< 0: none in it
    std::optional<ProxyChoice::Kind> kind = {}; ///< nothing: not told
};
[[nodiscard]] ProxyText readProxyText(const QString &text);

/// 1 to 65535, in digits of any script; 0 when it is no such number.
[[nodiscard]] quint16 readPort(const QString &text);

/// What a proxy asks for.
struct ProxySignIn
{
    QString userName;
    Secret password;
};

/// Which proxy counts at present, and what single proxies ask for. Where that is kept is elsewhere (Preferences,
/// ProxySignIns).
class ProxySettings
{
public:
    /// The system's, and never another.
    [[nodiscard]] static const ProxySettings &ofSystem();

    [[nodiscard]] const ProxyChoice &choice() const { return m_choice; }
    void setChoice(const ProxyChoice &choice);

    /// For the proxy "host:port" and for no other.
    void setSignIn(const QString &proxy, const ProxySignIn &signIn);
    [[nodiscard]] std::optional<ProxySignIn> signIn(const QString &proxy) const;

    /// Another number after each change: connections made before carry no new request.
    [[nodiscard]] quint64 revision() const { return m_revision; }

private:
    ProxyChoice m_choice;
    QHash<QString, ProxySignIn> m_signIns;
    quint64 m_revision = 0;
};

} // namespace lanyard
