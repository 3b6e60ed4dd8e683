#include "core/http/origin.h"

#include "core/base/serveraddress.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype AddressLimit = 2048;

int defaultPort(const QString &scheme)
{
    return scheme == "https"_L1 ? 443 : 80;
}

bool hasUnusableCharacters(const QString &text)
{
    for (const QChar c : text) {
        if (c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c == u'\\')
            return true;
    }
    return false;
}

// Dot segments are refused, also when percent-encoded: we and a proxy would resolve them differently. Brackets belong
// to an IPv6 host (RFC 3986); behind it they are left of a link that was written as text.
bool hasUsablePath(const QString &path)
{
    const QStringList segments = path.split(u'/', Qt::SkipEmptyParts);
    for (const QString &segment : segments) {
        const QString plain = QUrl::fromPercentEncoding(segment.toUtf8());
        if (plain == "."_L1 || plain == ".."_L1 || plain.contains(u'/') || hasUnusableCharacters(plain))
            return false;
    }
    return !path.contains("//"_L1) && !path.contains(u'[') && !path.contains(u']');
}

// The zone of an IPv6 address (RFC 6874): with characters that interface names do not have, it does not survive a round
// trip.
bool hasUsableZone(const QString &host)
{
    const qsizetype start = host.contains(u':') ? host.indexOf(u'%') : -1;
    return start < 0 || std::all_of(host.begin() + start + 1, host.end(), [](QChar c) {
               return c.unicode() < 0x7f && (c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_' || c == u'~');
           });
}

class OriginText
{
    Q_DECLARE_TR_FUNCTIONS(OriginText)

public:
    static QString twoServers() { return tr("It names two servers; enter only the address of the account service."); }
    static QString userInfo() { return tr("It must not contain a username or password."); }
    static QString otherScheme() { return tr("Only https and http can be used."); }
    static QString oneSlash() { return tr("Two slashes belong behind the colon, as in https://."); }
};

// Of letters, dots and hyphens, with a scheme and perhaps a port, as what is stored is: nothing in it can be misread,
// and no rule for what people type has to be looked at, which takes longer than the rest of a start's reading. So is no
// text at all, which is what most starts are given.
bool isPlain(const QString &text)
{
    if (text.isEmpty())
        return true;
    const QLatin1StringView scheme = text.startsWith("https:"_L1) ? "https://"_L1 : "http://"_L1;
    if (!text.startsWith(scheme))
        return false;
    const QStringView rest = QStringView(text).sliced(scheme.size());
    const qsizetype colon = rest.indexOf(u':');
    const QStringView host = colon < 0 ? rest : rest.first(colon);
    const QStringView port = colon < 0 ? QStringView() : rest.sliced(colon + 1);
    const auto isLetterOrDigit = [](QChar c) { return c.unicode() < 0x80 && c.isLetterOrNumber(); };
    return !host.isEmpty() && (colon < 0 || !port.isEmpty()) && std::all_of(host.begin(), host.end(), [&](QChar c) {
        return isLetterOrDigit(c) || c == u'.' || c == u'-';
    }) && std::all_of(port.begin(), port.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// Behind the last at sign, which may be encoded as often as the text is; -1 if there is none.
qsizetype endOfUserInfo(const QString &text)
{
    if (!text.contains(u'@') && !text.contains(u'%'))
        return -1;
    static const QRegularExpression atSign(u"@|%(?:25)*40"_s);
    QRegularExpressionMatch match;
    return text.lastIndexOf(atSign, -1, &match) < 0 ? -1 : match.capturedEnd();
}

// As an address without a scheme it would name another server: the host "htp" without a port.
bool hasSchemeWithOneSlash(const QString &text)
{
    static const QRegularExpression schemeWithOneSlash(u"^[A-Za-z][A-Za-z0-9+-]*:/(?!/)"_s);
    return text.contains(schemeWithOneSlash);
}

// For display: the part before the host may be a password, which can contain any character.
QString withoutUserInfo(const QString &text)
{
    const qsizetype start = text.indexOf("://"_L1) < 0 ? 0 : text.indexOf("://"_L1) + 3;
    const qsizetype end = endOfUserInfo(text);
    return end < start ? text : text.left(start) + u"…@"_s + text.mid(end);
}

} // namespace

Result<Origin> Origin::parse(const QString &typed)
{
    Error invalid;
    invalid.kind = Error::Kind::AddressInvalid;
    QString text = typed.trimmed();
    invalid.subject = withoutUserInfo(text);
    const bool mayBeMisread = !isPlain(text);
    const bool isOfTwo = mayBeMisread && namesTwoServers(text.left(AddressLimit));
    if (isOfTwo)
        invalid.technical = OriginText::twoServers();
    const bool hasOneSlash = mayBeMisread && hasSchemeWithOneSlash(text.left(AddressLimit));
    if (hasOneSlash && !isOfTwo)
        invalid.technical = OriginText::oneSlash();
    if (text.isEmpty() || text.size() > AddressLimit || isOfTwo || hasOneSlash || hasUnusableCharacters(text))
        return invalid;
    if (!text.contains("://"_L1))
        text.prepend("https://"_L1);

    QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme();
    // Anywhere: "https://user:12/3@host" has its user information in what looks like the path.
    const bool hasUserInfo = text.contains(u'@') || (!url.isValid() && endOfUserInfo(text) >= 0);
    if (hasUserInfo)
        invalid.technical = OriginText::userInfo();
    else if (url.isValid() && scheme != "https"_L1 && scheme != "http"_L1)
        invalid.technical = OriginText::otherScheme();
    if (!url.isValid() || (scheme != "https"_L1 && scheme != "http"_L1) || url.host().isEmpty() || hasUserInfo ||
        !hasUsableZone(url.host()) || url.hasQuery() || url.hasFragment() || url.port(defaultPort(scheme)) == 0 ||
        !hasUsablePath(url.path(QUrl::FullyEncoded)))
        return invalid;

    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    url.setPort(url.port(defaultPort(scheme)));
    Origin origin;
    origin.m_base = url;
    // What is stored must be readable again. Non-ASCII letters take up to nine times the space; and written out,
    // "https:/a.examplehttps:/b.example" is a path of the host "https", and names other servers than it did.
    const QString written = origin.text();
    const bool writtenOfTwo = !isPlain(written) && namesTwoServers(written.left(AddressLimit));
    if (writtenOfTwo)
        invalid.technical = OriginText::twoServers();
    if (written.size() > AddressLimit || writtenOfTwo)
        return invalid;
    return origin;
}

bool Origin::isEncrypted() const
{
    return m_base.scheme() == "https"_L1;
}

bool Origin::isLoopback() const
{
    const QString name = host();
    // With a zone the address belongs to that interface, whatever responds there.
    return name == "localhost"_L1 || (!name.contains(u'%') && QHostAddress(name).isLoopback());
}

QString Origin::text() const
{
    if (isEmpty())
        return {};
    return m_base.scheme() + "://"_L1 + shortText();
}

QString Origin::shortText() const
{
    const QString name = host();
    QString text = name.contains(u':') ? u'[' + name + u']' : name;
    if (m_base.port() != defaultPort(m_base.scheme()))
        text += u':' + QString::number(m_base.port());
    return text + m_base.path(QUrl::FullyEncoded);
}

QString Origin::host() const
{
    return m_base.host(QUrl::FullyEncoded);
}

quint16 Origin::port() const
{
    return static_cast<quint16>(m_base.port());
}

QString Origin::withOtherScheme() const
{
    QUrl other = m_base;
    other.setScheme(isEncrypted() ? u"http"_s : u"https"_s);
    return other.toString(QUrl::FullyEncoded);
}

QUrl Origin::url(QLatin1StringView path) const
{
    QUrl url = m_base;
    url.setPath(m_base.path(QUrl::FullyEncoded) + path, QUrl::StrictMode);
    return url;
}

} // namespace lanyard
