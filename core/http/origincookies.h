#pragma once

#include "core/http/origin.h"

#include <QNetworkCookieJar>

namespace lanyard {

/// The cookies of one origin for the duration of a session, in memory: a load balancer needs them to send a session's
/// requests to the same server each time. Other hosts neither set nor receive any; a cookie for a whole domain is kept
/// for this host only. Bounded in number and size, like a browser's (RFC 6265 section 6.1).
class OriginCookies : public QNetworkCookieJar
{
    Q_OBJECT

public:
    explicit OriginCookies(const Origin &origin, QObject *parent = nullptr);

    [[nodiscard]] QList<QNetworkCookie> cookiesForUrl(const QUrl &url) const override;
    bool setCookiesFromUrl(const QList<QNetworkCookie> &cookies, const QUrl &url) override;

private:
    Origin m_origin;
};

} // namespace lanyard
