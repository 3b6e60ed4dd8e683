#include "core/models/textremark.h"

#include "core/base/codepoint.h"
#include "core/document/settingtype.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

class TextRemark
{
    Q_DECLARE_TR_FUNCTIONS(TextRemark)

public:
    static QString spaceInAddress() { return tr("An e-mail address has no spaces. Is this one correct?"); }
    static QString severalAddresses() { return tr("This could be more than one e-mail address. Is it correct?"); }
    static QString signInAddress(QChar sign)
    {
        return tr("An e-mail address has no “%1”. Is this one correct?").arg(sign);
    }
    static QString noAddress() { return tr("An e-mail address has a name, an @ and a server. Is this one correct?"); }
    static QString spaceAtAnEnd()
    {
        return tr("This begins or ends with a space, which is easy to miss. Is it intended?");
    }
    static QString tab() { return tr("There is a tab in this text. Is it intended?"); }
    static QString space(const QString &code)
    {
        return tr("There is an unusual space (%1) in this text, which other programs may not take for a space. Is it "
                  "intended?")
            .arg(code);
    }
};

// Email, System.MailAddress, e-mail address?
bool isAddressType(const QString &typeName)
{
    QString letters = typeName.toLower();
    letters.removeIf([](QChar c) { return !c.isLetter(); });
    return letters.endsWith("mail"_L1) || letters.endsWith("mailaddress"_L1);
}

// "Bonjour !", « Bonjour » and 12 345
bool isUsualInProse(const QString &text, qsizetype i)
{
    const QChar before = i > 0 ? text.at(i - 1) : QChar();
    const QChar after = i + 1 < text.size() ? text.at(i + 1) : QChar();
    const bool isBetweenDigits = before.isDigit() && (after.isDigit() || after.isLetter() || after.isSymbol());
    return before == u'«' || isBetweenDigits || (!after.isNull() && u"!?:;»%€–—"_s.contains(after));
}

} // namespace

QString addressRemark(const QString &address)
{
    if (address.isEmpty())
        return {};
    // "a, b"@c.example
    static const QRegularExpression quotedName(u"\\A\"(?:[^\"\\\\]|\\\\.)*\"(?=@)"_s);
    const QString plain = QString(address).remove(quotedName);
    const bool isQuoted = plain.size() < address.size();
    const auto isSeparator = [](QChar c) { return c == u',' || c == u';'; };
    if (plain.count(u'@') > 1 || std::any_of(plain.begin(), plain.end(), isSeparator))
        return TextRemark::severalAddresses();
    if (std::any_of(plain.begin(), plain.end(), [](QChar c) { return c.isSpace(); }))
        return TextRemark::spaceInAddress();
    static const QRegularExpression sign(u"[<>():\"\\\\]"_s);
    if (const QRegularExpressionMatch match = sign.match(plain); match.hasMatch())
        return TextRemark::signInAddress(match.captured().front());
    const qsizetype at = plain.indexOf(u'@');
    const bool isWhole = (at > 0 || isQuoted) && at + 1 < plain.size();
    return isWhole ? QString() : TextRemark::noAddress();
}

QString spaceRemark(const QString &text, bool isProse)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\t')
            return TextRemark::tab();
        if (isUnusualSpace(c) && !(isProse && isUsualInProse(text, i)))
            return TextRemark::space(codePointName(c.unicode()));
    }
    return {};
}

QString lineRemark(const QString &text)
{
    const QString unusual = spaceRemark(text, false);
    const bool hasSpaceAtAnEnd = !text.isEmpty() && (text.front().isSpace() || text.back().isSpace());
    return unusual.isEmpty() && hasSpaceAtAnEnd ? TextRemark::spaceAtAnEnd() : unusual;
}

QString settingRemark(const QString &typeName, const QString &value)
{
    if (settingType(typeName).kind != SettingKind::Text)
        return {};
    return isAddressType(typeName) ? addressRemark(value) : spaceRemark(value, true);
}

} // namespace lanyard
