#include "core/http/proxysettings.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

ProxyText faulty(ProxyText::Problem problem)
{
    ProxyText faulty;
    faulty.problem = problem;
    return faulty;
}

} // namespace

ProxyText readProxyText(const QString &text)
{
    QString address = text.trimmed();
    if (address.isEmpty())
        return faulty(ProxyText::Problem::Missing);
    const bool hasScheme = address.contains("://"_L1);
    if (!hasScheme && address.count(u':') > 1 && !address.contains(u'[') && !address.contains(u'@'))
        address = u'[' + address + u']'; // IPv6 alone
    const QUrl url(hasScheme ? address : "http://"_L1 + address);
    if (!url.userInfo().isEmpty() || address.contains(u'@'))
        return faulty(ProxyText::Problem::HoldsPassword);
    const QString scheme = url.scheme();
    if (hasScheme && scheme != "http"_L1 && scheme != "socks5"_L1 && scheme != "socks5h"_L1)
        return faulty(ProxyText::Problem::OtherScheme);
    const bool isMore = (!url.path().isEmpty() && url.path() != "/"_L1) || url.hasQuery() || url.hasFragment();
    // A zone (fe80::1%eth0) is escaped in an address, and Qt's proxies do not support one.
    const bool hasZone = url.host().contains(u'%');
    if (!url.isValid() || url.host().isEmpty() || hasZone || isMore || url.port(1) == 0)
        return faulty(ProxyText::Problem::Unreadable);
    ProxyText read;
    read.host = url.host();
    read.port = static_cast<quint16>(url.port(0));
    if (hasScheme)
        read.kind = scheme == "http"_L1 ? ProxyChoice::Kind::Http : ProxyChoice::Kind::Socks5;
    return read;
}

quint16 readPort(const QString &text)
{
    uint port = 0;
    const QString digits = text.trimmed();
    for (const QChar digit : digits) {
        if (!digit.isDigit())
            return 0;
        port = port * 10 + static_cast<uint>(digit.digitValue());
        if (port > 0xFFFF)
            return 0;
    }
    return static_cast<quint16>(port);
}

const ProxySettings &ProxySettings::ofSystem()
{
    static const ProxySettings settings;
    return settings;
}

void ProxySettings::setChoice(const ProxyChoice &choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    ++m_revision;
}

void ProxySettings::setSignIn(const QString &proxy, const ProxySignIn &signIn)
{
    m_signIns.insert(proxy, signIn);
    ++m_revision;
}

void ProxySettings::tellLetThrough(const QString &proxy) const
{
    if (m_heard && !proxy.isEmpty())
        m_heard(proxy);
}

std::optional<ProxySignIn> ProxySettings::signIn(const QString &proxy) const
{
    const auto found = m_signIns.constFind(proxy);
    return found == m_signIns.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace lanyard
