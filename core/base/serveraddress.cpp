#include "core/base/serveraddress.h"

#include "core/base/addresstext.h"
#include "core/base/typedtext.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// Where the service's own calls and pages begin.
constexpr std::array pageNames{"v1"_L1,      "swagger"_L1,  "swagger-ui"_L1, "swagger.json"_L1, "swagger.html"_L1,
                               "openapi"_L1, "api-docs"_L1, "index.html"_L1, "index.htm"_L1,    "default.aspx"_L1};
// Pages that often precede a service, but are also names of services: treated as pages only if more follows.
constexpr std::array maybePageNames{"login"_L1,   "signin"_L1, "sign-in"_L1, "logout"_L1,
                                    "account"_L1, "home"_L1,   "docs"_L1,    "health"_L1};

template<typename Names>
bool isOneOf(const QString &segment, const Names &names)
{
    return std::any_of(names.begin(), names.end(),
                       [&segment](QLatin1StringView name) { return segment.compare(name, Qt::CaseInsensitive) == 0; });
}

// Full-width letters of an East Asian keyboard (U+FF01 to U+FF5E), and its full stop.
QString withUsualLetters(QString text)
{
    for (QChar &c : text) {
        if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E)
            c = QChar(static_cast<char16_t>(c.unicode() - 0xFEE0));
        else if (c == QChar(0x3002))
            c = u'.';
    }
    return text;
}

// Neither a space before a port nor a backslash is part of an address.
QString withoutSlips(QString text)
{
    static const QRegularExpression space(u"\\s*:\\s*(?=//|\\d{1,5}(?:[/?#]|\\s*\\z))"_s);
    // The way systems write an interface; in an address the percent sign is encoded (RFC 6874).
    static const QRegularExpression zone(u"(?<=:)([0-9a-f.]*)%(?!25)(?=\\w+(?:\\]|\\z))"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    text = withoutInvisible(std::move(text)).replace(space, u":"_s).replace(zone, u"\\1%25"_s);
    if (text.trimmed().startsWith("http"_L1, Qt::CaseInsensitive))
        text.replace(u'\\', u'/');
    return text;
}

// A bare IPv6 address.
QString withBrackets(const QString &text)
{
    static const QRegularExpression address(u"\\A[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*(?:%25\\w+)?\\z"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return address.match(text).hasMatch() ? u'[' + text + u']' : text;
}

// The trailing dot of a fully qualified host: no certificate has it in its names.
QString withoutRootDot(const QString &text)
{
    static const QRegularExpression dot(u"(?<=[^/:.])\\.+(?=:|/|\\z)"_s);
    const qsizetype start = text.indexOf("://"_L1) < 0 ? 0 : text.indexOf("://"_L1) + 3;
    const qsizetype path = text.indexOf(u'/', start);
    const QString host = text.mid(start, path < 0 ? -1 : path - start);
    return text.left(start) + QString(host).remove(dot) + (path < 0 ? QString() : text.mid(path));
}

QString withoutWrapping(QString text)
{
    static const QString brackets = u"<>()[]{},;"_s;
    static const QString endings = u".!…、"_s; // of a sentence
    const auto isWrapping = [](QChar c) { return isUnseen(c) || quotationMarks().contains(c) || brackets.contains(c); };
    const auto isEnding = [&](QChar c) {
        // "fd00::" is an address.
        return isWrapping(c) || endings.contains(c) || (c == u':' && text.contains("://"_L1));
    };
    // An IPv6 address has an opening bracket of its own.
    while (!text.isEmpty() && isWrapping(text.front()) && !(text.front() == u'[' && text.contains(u"]"_s)))
        text.remove(0, 1);
    while (!text.isEmpty() && isEnding(text.back()) && !(text.back() == u']' && text.contains(u"["_s)))
        text.chop(1);
    return text;
}

// The intended scheme: "https:/host", "https//host", "//host", "https://https://host".
QString withWholeScheme(const QString &text)
{
    static const QRegularExpression start(u"\\A(https?)(?::/(?!/)|//|:///+)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression twice(u"\\Ahttps?://(?=https?:?/)"_s, QRegularExpression::CaseInsensitiveOption);
    if (text.startsWith("//"_L1))
        return withWholeScheme(u"https:"_s + text);
    if (const QRegularExpressionMatch match = start.match(text); match.hasMatch())
        return withWholeScheme(match.captured(1).toLower() + u"://"_s + text.mid(match.capturedLength()));
    QString once = text;
    while (twice.match(once).hasMatch())
        once.remove(twice);
    return once == text ? text : withWholeScheme(once);
}

// The address within a sentence, or beside itself as programs write a link as text: "https://host<https://host/>".
QString outOfSentence(const QString &text)
{
    static const QRegularExpression address(
        u"(?:\\A|(?<=[\\s<|(\\[=:%1]))https?:/+(?:\\[[^\\s\\]]*\\])?[^\\s<>|\\[\\]%1]*"_s.arg(quotationMarks()),
        QRegularExpression::CaseInsensitiveOption);
    // None of these is in an address.
    const bool isSentence = text.contains("]("_L1) || std::any_of(text.begin(), text.end(), [](QChar c) {
                                return c.isSpace() || "\"<>|"_L1.contains(c);
                            });
    const QRegularExpressionMatch match = isSentence ? address.match(text) : QRegularExpressionMatch();
    return match.hasMatch() ? match.captured() : text;
}

// Links within links are encoded once for each; Proofpoint has an encoding of its own.
QString withoutEncoding(QString text)
{
    constexpr int depth = 3;
    for (int i = 0; i < depth && text.contains(u'%'); ++i)
        text = QUrl::fromPercentEncoding(text.toUtf8());
    return text.replace("-3A__"_L1, "://"_L1, Qt::CaseInsensitive);
}

// The host and port that @p match found, behind a scheme or without one; empty if it is no host. The usual ports of
// http and https are not told apart: they lead to one another.
QString serverIn(const QRegularExpressionMatch &match)
{
    const int usualPort = match.captured(1).compare("http"_L1, Qt::CaseInsensitive) == 0 ? 80 : 443;
    QString host = match.captured(2);
    while (host.endsWith(u'.'))
        host.chop(1);
    const QUrl url(u"https://"_s + host + (match.captured(3).isEmpty() ? QString() : u':' + match.captured(3)));
    const int port = url.port(usualPort);
    return url.host(QUrl::FullyEncoded) + (port == usualPort ? QString() : u':' + QString::number(port));
}

// An address that was encoded as a whole, perhaps more than once, as if it were to be a part of another one.
QString decoded(const QString &text)
{
    constexpr int most = 3;
    static const QRegularExpression start(u"\\A(?:https?%(?:25)*3A(?=[/%])|[\\w.-]+%(?:25)*3A\\d+(?=[/%]|\\z))"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    // Behind these, the host may be another one than it seems.
    static const QRegularExpression doubtful(u"[\\s@\\\\<>\"\\p{C}\\x{FFFD}]"_s);
    QString plain = text;
    for (int i = 0; i < most && start.match(plain).hasMatch(); ++i)
        plain = QUrl::fromPercentEncoding(plain.toUtf8());
    return start.match(plain).hasMatch() || doubtful.match(plain).hasMatch() ? text : plain;
}

// "host: licences.example" and "URL=https://…" are labelled; "host:5455" is an address.
QString withoutLabel(const QString &text)
{
    static const QRegularExpression label(
        u"\\A(server|url|uri|href|address|host|service|view-source|feed)\\s*(?:[:=]\\s+|=|:(?=https?:))"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.mid(label.match(text).capturedLength());
}

// @p hasMore: a query or a fragment followed, as after a sign-in page.
QString withoutPage(const QString &address, bool hasMore)
{
    qsizetype start = address.indexOf("://"_L1);
    start = address.indexOf(u'/', start < 0 ? 0 : start + 3);
    if (start < 0)
        return address;
    const QStringList segments = address.mid(start + 1).split(u'/', Qt::SkipEmptyParts);
    QString kept = address.left(start);
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const bool moreFollows = hasMore || (i + 1 < segments.size() && isOneOf(segments.at(i + 1), maybePageNames));
        if (isOneOf(segments.at(i), pageNames) || (moreFollows && isOneOf(segments.at(i), maybePageNames)))
            return kept;
        kept += u'/' + segments.at(i);
    }
    return address;
}

// One step towards the address in a text. What it leaves may again end, or begin, as a sentence does:
// "https://host/a.#b".
QString nearerToAddress(const QString &typed)
{
    QString address = withoutWrapping(withoutSlips(withoutWrapping(withUsualLetters(typed))));
    address = withBrackets(withWholeScheme(decoded(withoutWrapping(withoutLabel(outOfSentence(address))))));
    // The address may be preceded by a user name and password, which can contain any of the characters at which it
    // would be cut: it is left unchanged, for Origin::parse() to refuse.
    if (typed.contains(u'@') || address.contains(QChar(0xFF20)) || namesTwoServers(typed))
        return typed;
    const QString whole = address;
    for (const QChar mark : {u'#', u'?'}) {
        if (const qsizetype at = address.indexOf(mark); at >= 0)
            address.truncate(at);
    }
    address = withoutRootDot(withoutPage(address, address != whole));
    const QString rest = address.mid(address.indexOf("://"_L1) < 0 ? 0 : address.indexOf("://"_L1) + 3);
    return rest.isEmpty() ? typed : address;
}

} // namespace

QString serverAddressFrom(const QString &typed)
{
    constexpr int most = 8;
    QString address = typed;
    for (int i = 0; i < most && !address.isEmpty(); ++i) {
        const QString nearer = nearerToAddress(address);
        if (nearer == address)
            break;
        address = nearer;
    }
    return address;
}

bool namesTwoServers(const QString &text)
{
    // At the beginning a host needs no scheme, and its port may be empty. "[https://a](https://b)" begins with none.
    static const QRegularExpression address(
        u"(?:(https?):/+|(?<==)//|\\A(?=(?:\\[[^\\s/?#=\\]]*\\]|[^\\s/?#:=\\[]+)(?::\\d*)?[/?#]))"
        "(\\[[^\\s\\]]*\\]|[\\w.-]+)(?::(\\d+))?"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QSet<QString> servers;
    auto matches =
        address.globalMatch(withWholeScheme(withoutEncoding(withoutSlips(withUsualLetters(text)).trimmed())));
    while (matches.hasNext())
        servers.insert(serverIn(matches.next()));
    servers.remove(QString());
    return servers.size() > 1;
}

bool namesAnotherServer(const QString &typed, const QString &address)
{
    static const QRegularExpression authority(u"\\A(?:https?:)?(?://)?([^/?#\\s]*)"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    const auto serverOf = [](const QString &text) { return authority.match(text).captured(1).toLower(); };
    return serverOf(withWholeScheme(withoutWrapping(withoutSlips(withoutWrapping(withUsualLetters(typed)))))) !=
           serverOf(address);
}

} // namespace lanyard
