#include "core/http/proxyrules.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int DefaultProxyPort = 1080; // curl's

QString proxyVariable(const QProcessEnvironment &environment, const QString &name)
{
    const QString value = environment.value(name).trimmed();
    return value.isEmpty() ? environment.value(name.toUpper()).trimmed() : value;
}

QString withoutBrackets(const QString &text)
{
    return text.startsWith(u'[') && text.endsWith(u']') ? text.mid(1, text.size() - 2) : text;
}

QString withoutDot(QString name)
{
    while (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

// For a text that is not an address: the part before the last @ may be a password.
QString withoutSignIn(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    return at < 0 ? text : u"…"_s + text.sliced(at);
}

bool isSubnetOf(const QHostAddress &address, const QString &entry)
{
    const auto subnet = QHostAddress::parseSubnet(entry);
    return subnet.second >= 0 && address.protocol() == subnet.first.protocol() && address.isInSubnet(subnet);
}

bool excludes(QString entry, const QUrl &url)
{
    static const QRegularExpression withPort(u"^(\\[[^\\]]*\\]|[^:]*):(\\d+)$"_s);
    if (const auto match = withPort.match(entry); match.hasMatch()) {
        if (match.captured(2).toInt() != url.port(443))
            return false;
        entry = match.captured(1);
    }
    entry = withoutBrackets(entry);
    const QString host = withoutDot(withoutBrackets(url.host()));
    const QHostAddress address(host);
    if (!address.isNull())
        return entry.contains(u'/') ? isSubnetOf(address, entry) : address == QHostAddress(entry);
    if (entry.startsWith(u'.'))
        entry.remove(0, 1);
    entry = withoutDot(entry);
    return !entry.isEmpty() &&
           (host.compare(entry, Qt::CaseInsensitive) == 0 || host.endsWith(u'.' + entry, Qt::CaseInsensitive));
}

bool isExcluded(const QString &list, const QUrl &url)
{
    if (list == u"*"_s)
        return true;
    static const QRegularExpression separator(u"[,\\s]+"_s);
    const QStringList entries = list.split(separator, Qt::SkipEmptyParts);
    return std::any_of(entries.begin(), entries.end(), [&url](const QString &entry) { return excludes(entry, url); });
}

} // namespace

Result<std::optional<QNetworkProxy>> proxyFor(const Origin &origin, const QProcessEnvironment &environment)
{
    const QUrl target = origin.url(QLatin1StringView("/"));
    if (isExcluded(proxyVariable(environment, u"no_proxy"_s), target))
        return std::optional(QNetworkProxy(QNetworkProxy::NoProxy));
    QString text = proxyVariable(environment, u"https_proxy"_s);
    if (text.isEmpty())
        text = proxyVariable(environment, u"all_proxy"_s);
    if (text.isEmpty())
        return std::optional<QNetworkProxy>();
    if (!text.contains(u"://"_s))
        text.prepend(u"http://"_s);
    const QUrl url(text);
    const QString scheme = url.scheme().toLower();
    const bool isSocks = scheme == u"socks5"_s || scheme == u"socks5h"_s;
    const bool isAddress = url.isValid() && !url.host().isEmpty() && url.port(DefaultProxyPort) != 0;
    if (!isAddress || (!isSocks && scheme != u"http"_s)) {
        Error error = errorOf(Error::Kind::ProxyUnsupported);
        error.subject =
            isAddress ? url.toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)
                      : withoutSignIn(text);
        return error;
    }
    QNetworkProxy proxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                        static_cast<quint16>(url.port(DefaultProxyPort)));
    if (scheme == u"socks5"_s) // with an h the proxy resolves names, without it this computer does
        proxy.setCapabilities(proxy.capabilities() & ~QNetworkProxy::HostNameLookupCapability);
    proxy.setUser(url.userName(QUrl::FullyDecoded));
    proxy.setPassword(url.password(QUrl::FullyDecoded));
    return std::optional(proxy);
}

} // namespace lanyard
