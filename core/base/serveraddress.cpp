#include "core/base/serveraddress.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// Where the service's own calls and pages begin, and those of sign-in pages that stand before it.
constexpr std::array pageNames{"v1"_L1,         "swagger"_L1,      "swagger-ui"_L1,   "openapi"_L1, "api-docs"_L1,
                               "index.html"_L1, "index.htm"_L1,    "login"_L1,        "signin"_L1,  "sign-in"_L1,
                               "logout"_L1,     "account"_L1,      "default.aspx"_L1, "home"_L1,    "docs"_L1,
                               "health"_L1,     "swagger.json"_L1, "swagger.html"_L1};

bool isUnseen(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
}

// Letters of an East Asian keyboard, twice as wide (U+FF01 to U+FF5E), and its full stop.
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

QString withoutWrapping(QString text)
{
    static const QString wrapping = u"\"'`“”„«»<>()[]{},;"_s;
    const auto isWrapping = [](QChar c) { return isUnseen(c) || wrapping.contains(c); };
    // An IPv6 address begins with a bracket of its own.
    while (!text.isEmpty() && isWrapping(text.front()) && !(text.front() == u'[' && text.contains(u"]"_s)))
        text.remove(0, 1);
    while (!text.isEmpty() && isWrapping(text.back()) && !(text.back() == u']' && text.contains(u"["_s)))
        text.chop(1);
    while (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

// The scheme as it was meant: "https:/host", "https//host", "//host".
QString withWholeScheme(const QString &text)
{
    static const QRegularExpression start(u"\\A(https?)(?::/(?!/)|//|:///+)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    if (text.startsWith("//"_L1))
        return u"https:"_s + text;
    const QRegularExpressionMatch match = start.match(text);
    return match.hasMatch() ? match.captured(1).toLower() + u"://"_s + text.mid(match.capturedLength()) : text;
}

// An address within a sentence: from its scheme to the next space.
QString outOfSentence(const QString &text)
{
    static const QRegularExpression address(u"https?:/+[^\\s\"'<>“”«»]+"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = address.match(text);
    return match.hasMatch() ? match.captured() : text;
}

QString withoutLabel(const QString &text)
{
    static const QRegularExpression label(u"\\A(server|url|address|host|service)\\s*[:=]\\s*"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = label.match(text);
    // "host:5455" is an address, "host: licences.example" a label.
    const QString rest = text.mid(match.capturedLength());
    const bool isPort = !rest.isEmpty() && rest.front().isDigit() && !rest.contains(u'.') && !rest.contains(u':');
    return match.hasMatch() && !isPort ? rest : text;
}

QString withoutPage(const QString &address)
{
    qsizetype start = address.indexOf("://"_L1);
    start = address.indexOf(u'/', start < 0 ? 0 : start + 3);
    if (start < 0)
        return address;
    const QStringList segments = address.mid(start + 1).split(u'/');
    QString kept = address.left(start);
    for (const QString &segment : segments) {
        const bool isPage = std::any_of(pageNames.begin(), pageNames.end(), [&segment](QLatin1StringView page) {
            return segment.compare(page, Qt::CaseInsensitive) == 0;
        });
        if (isPage)
            return kept;
        kept += u'/' + segment;
    }
    return address;
}

} // namespace

QString serverAddressFrom(const QString &typed)
{
    QString address = withoutWrapping(withUsualLetters(typed));
    address = withWholeScheme(withoutWrapping(withoutLabel(outOfSentence(address))));
    // "https://user:12#34@host": what stands before the mark is no host, but the beginning of a password.
    static const QRegularExpression password(u"\\A(?:https?://)?[^/?#@]+[?#][^/]*@"_s);
    if (password.match(address).hasMatch())
        return typed;
    for (const QChar mark : {u'#', u'?'}) {
        if (const qsizetype at = address.indexOf(mark); at >= 0)
            address.truncate(at);
    }
    address = withoutPage(address);
    const QString rest = address.mid(address.indexOf("://"_L1) < 0 ? 0 : address.indexOf("://"_L1) + 3);
    return rest.isEmpty() ? typed : address;
}

} // namespace lanyard
