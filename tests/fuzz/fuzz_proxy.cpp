// The environment names a proxy, or none, or one that cannot be used: what is not understood is never gone around.

#include "core/http/proxyrules.h"
#include "core/http/proxysettings.h"
#include "tests/fuzz/fuzz.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

void checkEntered(const QString &text)
{
    const ProxyText read = readProxyText(text);
    if (read.problem != ProxyText::Problem::None)
        return;
    require(!read.host.isEmpty(), "a proxy that is entered has a host");
    const QString port = read.port == 0 ? QString() : u':' + QString::number(read.port);
    const QString host = read.host.contains(u':') ? u'[' + read.host + u']' : read.host;
    const ProxyText again = readProxyText(host + port);
    require(again.host == read.host && again.port == read.port, "a proxy is itself");
}

} // namespace

// A line for https_proxy, a line for no_proxy, the service.
void fuzz(Input input)
{
    const QString address = QString::fromUtf8(input.line());
    const QString excluded = QString::fromUtf8(input.line());
    checkEntered(address);
    const auto origin = Origin::parse(QString::fromUtf8(input.rest()));
    if (!origin)
        return;
    QProcessEnvironment environment;
    environment.insert(u"no_proxy"_s, excluded);
    const auto without = proxyFor(origin.value(), environment);
    require(without.ok(), "no proxy is no fault");
    const bool isDirect = without.value() && without.value()->type() == QNetworkProxy::NoProxy;
    require(!without.value() || isDirect, "what is not named is not used");

    environment.insert(u"https_proxy"_s, address);
    const auto named = proxyFor(origin.value(), environment);
    if (!named) {
        require(!isDirect, "a proxy that is not asked may be anything");
        require(!named.error().subject.isEmpty(), "a proxy that cannot be used is named");
        return requireReadable(named.error());
    }
    require(named.value().has_value() || address.trimmed().isEmpty(), "what is not understood is not gone around");
    if (!named.value())
        return;
    require(isDirect == (named.value()->type() == QNetworkProxy::NoProxy), "only no_proxy goes around a proxy");
    require(isDirect || (!named.value()->hostName().isEmpty() && named.value()->port() != 0),
            "a proxy has a host and a port");
}

} // namespace lanyard::testing
