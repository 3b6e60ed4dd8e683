#pragma once

#include "core/base/result.h"

#include <QString>
#include <QUrl>

namespace lanyard {

/// Where an account service is: scheme, host, port and perhaps a path prefix. The unit of trust: tokens, pins and
/// connections belong to one origin and are never used at another.
class Origin
{
public:
    Origin() = default;

    /// Reads an address as a person types it. Without a scheme it is https. Refused (AddressInvalid): other schemes
    /// than https and http, user information, query, fragment, "." or ".." in the path, port 0, white space and control
    /// characters inside; the error's technical text is then a sentence for the user, or empty. See serverAddressFrom()
    /// for what people paste.
    [[nodiscard]] static Result<Origin> parse(const QString &typed);

    [[nodiscard]] bool isEmpty() const { return m_base.isEmpty(); }
    /// Whether the bytes are encrypted on their way.
    [[nodiscard]] bool isEncrypted() const;
    /// Whether the bytes never leave this computer: localhost, 127.0.0.0/8, ::1.
    [[nodiscard]] bool isLoopback() const;

    /// scheme://host:port[/prefix], the host in its ASCII form, so that look-alike letters are seen. The port is left
    /// out when it is the scheme's own. Serves as identity in the keychain, in files and on screen.
    [[nodiscard]] QString text() const;
    /// Host and, if it is not the scheme's own, port: for places where room is short.
    [[nodiscard]] QString shortText() const;
    /// Host as it goes on the wire.
    [[nodiscard]] QString host() const;
    [[nodiscard]] quint16 port() const;

    /// The same host, port and prefix with https for http, or http for https; the port always written out.
    [[nodiscard]] QString withOtherScheme() const;

    /// @p path begins with a slash and is put behind the prefix.
    [[nodiscard]] QUrl url(QLatin1StringView path) const;

    /// By their text: two QUrls of one text can differ in how they came to it.
    friend bool operator==(const Origin &a, const Origin &b) { return a.text() == b.text(); }

private:
    QUrl m_base; // normalised: lower-case ACE host, explicit port, no trailing slash
};

} // namespace lanyard
