#pragma once

#include "core/base/result.h"

#include <QString>
#include <QUrl>

namespace lanyard {

/// The location of an account service: scheme, host, port and optionally a path prefix. The unit of trust: tokens, pins
/// and connections belong to one origin and are never used at another.
class Origin
{
public:
    Origin() = default;

    /// Parses an address as a user types it. The default scheme is https. Refused (AddressInvalid): schemes other than
    /// https and http, user information, query, fragment, "." or ".." in the path, port 0, white space and control
    /// characters; the error's technical text is then a sentence for the user, or empty. For pasted text see
    /// serverAddressFrom().
    [[nodiscard]] static Result<Origin> parse(const QString &typed);

    [[nodiscard]] bool isEmpty() const { return m_base.isEmpty(); }
    /// Whether the connection is encrypted.
    [[nodiscard]] bool isEncrypted() const;
    /// Whether the connection never leaves this computer: localhost, 127.0.0.0/8, ::1.
    [[nodiscard]] bool isLoopback() const;

    /// scheme://host:port[/prefix], the host in its ASCII form, so that look-alike letters stand out. The scheme's
    /// default port is omitted. Serves as the identity in the keychain, in files and on screen.
    [[nodiscard]] QString text() const;
    /// The same without its scheme: for places where space is limited.
    [[nodiscard]] QString shortText() const;
    /// The host as sent over the network.
    [[nodiscard]] QString host() const;
    [[nodiscard]] quint16 port() const;

    /// The same host, port and prefix with https instead of http, or http instead of https; the port is always
    /// included.
    [[nodiscard]] QString withOtherScheme() const;

    /// @p path begins with a slash and is appended to the prefix.
    [[nodiscard]] QUrl url(QLatin1StringView path) const;

    /// Compares the text: two QUrls with the same text can differ internally.
    friend bool operator==(const Origin &a, const Origin &b) { return a.text() == b.text(); }

private:
    QUrl m_base; // normalised: lower-case ACE host, explicit port, no trailing slash
};

} // namespace lanyard
