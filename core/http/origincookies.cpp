#include "core/http/origincookies.h"

#include <QNetworkCookie>

#include <algorithm>

namespace lanyard {

namespace {

constexpr qsizetype CookieCountLimit = 20;
constexpr qsizetype CookieSizeLimit = 4096; // of name and value

// A header's value ends at a control character: a value with one is not a valid cookie (RFC 6265 section 4.1.1).
bool isUsableCookie(const QNetworkCookie &cookie)
{
    const QByteArray text = cookie.name() + cookie.value();
    return !cookie.name().isEmpty() && text.size() <= CookieSizeLimit &&
           std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

} // namespace

OriginCookies::OriginCookies(const Origin &origin, QObject *parent) : QNetworkCookieJar(parent), m_origin(origin) {}

QList<QNetworkCookie> OriginCookies::cookiesForUrl(const QUrl &url) const
{
    const bool isSameScheme = (url.scheme() == QLatin1StringView("https")) == m_origin.isEncrypted();
    return isSameScheme && url.port() == m_origin.port() && url.host(QUrl::FullyEncoded) == m_origin.host()
               ? QNetworkCookieJar::cookiesForUrl(url)
               : QList<QNetworkCookie>();
}

bool OriginCookies::setCookiesFromUrl(const QList<QNetworkCookie> &cookies, const QUrl &url)
{
    QList<QNetworkCookie> usable;
    for (QNetworkCookie cookie : cookies) {
        cookie.normalize(url); // completes path and domain
        const bool mayBeSet = isUsableCookie(cookie) && (!cookie.isSecure() || m_origin.isEncrypted());
        if (!mayBeSet || url.host(QUrl::FullyEncoded) != m_origin.host() || !validateCookie(cookie, url))
            continue;
        cookie.setDomain(url.host(QUrl::FullyEncoded)); // for no other host in the domain
        usable.append(cookie);
    }
    const bool changed = QNetworkCookieJar::setCookiesFromUrl(usable, url);
    QList<QNetworkCookie> kept = allCookies();
    while (kept.size() > CookieCountLimit)
        kept.removeFirst();
    setAllCookies(kept);
    return changed;
}

} // namespace lanyard

#include "moc_origincookies.cpp"
