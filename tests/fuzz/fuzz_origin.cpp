// An address that is accepted means one place, however often it is read and written.

#include "core/base/serveraddress.h"
#include "core/http/origin.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

// What is taken for the address is one for good, and one that is usable goes nowhere else.
void checkPasted(const QString &typed)
{
    const QString meant = serverAddressFrom(typed);
    require(serverAddressFrom(meant) == meant, "the address in a text is itself");
    require(!typed.contains(u'@') || meant == typed, "an address with a name or a password is left as it is");
    const auto origin = Origin::parse(meant);
    if (!origin)
        return requireReadable(origin.error());
    const QString text = origin.value().text();
    // Not of a host called "http", or of a path that ends as a sentence does: there the rest is taken for a slip.
    const bool isUsual = !origin.value().host().startsWith("http"_L1) && text.back().isLetterOrNumber();
    require(!isUsual || serverAddressFrom(text) == text, "an origin's text is its own address");
}

} // namespace

void fuzz(Input input)
{
    const QString typed = QString::fromUtf8(input.rest());
    checkPasted(typed);
    const auto parsed = Origin::parse(typed);
    if (!parsed)
        return requireReadable(parsed.error());
    const Origin &origin = parsed.value();
    const QString text = origin.text();
    const auto again = Origin::parse(text);
    require(again && again.value() == origin && again.value().text() == text, "an origin's text is the same origin");
    require(std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < QChar(0x7F); }),
            "an origin's text is printable ASCII");
    require(text.startsWith(origin.isEncrypted() ? "https://"_L1 : "http://"_L1), "an origin is https or http");
    require(!origin.host().isEmpty() && origin.port() != 0 && origin.shortText().contains(origin.host()),
            "an origin has a host and a port");

    const QUrl url = origin.url("/v1/auth/user"_L1);
    require(url.isValid() && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment(),
            "a request's address is nothing but a place");
    require(url.host(QUrl::FullyEncoded) == origin.host() && url.port() == origin.port(),
            "a request goes to the origin's host");
    require(url.path(QUrl::FullyEncoded).endsWith("/v1/auth/user"_L1) &&
                !url.path(QUrl::FullyDecoded).contains("/../"_L1),
            "a request's path is the prefix and the call");
    const QString host = origin.host();
    require(!origin.isLoopback() || host == "localhost"_L1 || host.startsWith("127."_L1) || host == "::1"_L1 ||
                host.startsWith("::ffff:"_L1),
            "only this computer is called this computer");
}

} // namespace lanyard::testing
