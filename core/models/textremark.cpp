#include "core/models/textremark.h"

#include "core/base/charactername.h"
#include "core/base/codepoint.h"
#include "core/base/lookalikes.h"
#include "core/document/settingtype.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <map>

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
    static QString space() { return tr("a space"); }
    static QString fullWidth(char32_t first)
    {
        return tr("full-width characters (such as %1)").arg(codePointName(first));
    }
    static QString characters(const QString &within) { return tr("This contains %1. Is that intended?").arg(within); }
    static QString begins(const QString &space, const QString &within)
    {
        return within.isEmpty() ? tr("This begins with %1. Is that intended?").arg(space)
                                : tr("This begins with %1 and contains %2. Is that intended?").arg(space, within);
    }
    static QString ends(const QString &space, const QString &within)
    {
        return within.isEmpty() ? tr("This ends with %1. Is that intended?").arg(space)
                                : tr("This ends with %1 and contains %2. Is that intended?").arg(space, within);
    }
    static QString beginsAndEnds(const QString &spaces, const QString &within)
    {
        return within.isEmpty()
                   ? tr("This begins and ends with %1. Is that intended?").arg(spaces)
                   : tr("This begins and ends with %1 and contains %2. Is that intended?").arg(spaces, within);
    }
    static QString zerosInFront()
    {
        return tr("This begins with zeros, as a code does: in a number, programs leave them out. Is it intended?");
    }
    static QString removed(const QStringList &names)
    {
        return tr("What cannot be seen was removed from what you entered: %1.").arg(names.join(u", "_s));
    }
};

// Email, System.MailAddress, e-mail address?
bool isAddressType(const QString &typeName)
{
    QString letters = typeName.toLower();
    letters.removeIf([](QChar c) { return !c.isLetter(); });
    return letters.endsWith("mail"_L1) || letters.endsWith("mailaddress"_L1);
}

constexpr qsizetype MostNames = 4; // more would not be read

QString joined(QStringList sentences)
{
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

// "Bonjour !", « Bonjour » and 12 345
bool isUsualInProse(const QString &text, qsizetype i)
{
    const QChar before = i > 0 ? text.at(i - 1) : QChar();
    const QChar after = i + 1 < text.size() ? text.at(i + 1) : QChar();
    const bool isBetweenDigits = before.isDigit() && (after.isDigit() || after.isLetter() || after.isSymbol());
    return before == u'«' || isBetweenDigits || (!after.isNull() && u"!?:;»%€–—"_s.contains(after));
}

// Programs write "-", which is what the others are taken for.
bool isOddHyphen(const QString &text, char32_t code, TextUse use)
{
    constexpr char32_t minus = 0x2212;
    if (code == '-' || (code != minus && QChar::category(code) != QChar::Punctuation_Dash))
        return false;
    const bool isDash = code >= 0x2012 && code <= 0x2015;
    return use == TextUse::Code || (!isDash && (use != TextUse::Prose || !text.contains(u' ')));
}

// Marks of direction have a meaning beside letters that are written from right to left.
bool isOdd(const QString &text, qsizetype i, char32_t code, TextUse use)
{
    const bool isProse = use == TextUse::Prose || use == TextUse::Value;
    if (isDirectionMark(code))
        return !hasRightToLeft(text);
    if (code == '\t' || isInvisible(code, isProse))
        return !isNeededAt(text, i, code);
    if (code <= 0xFFFF && isUnusualSpace(QChar(static_cast<char16_t>(code))))
        return !(isProse && isUsualInProse(text, i));
    if (use == TextUse::Secret)
        return false;
    return isOddHyphen(text, code, use) ||
           (use == TextUse::Code && QChar::decompositionTag(code) == QChar::Wide && code >= 0xFF01);
}

std::map<char32_t, int> countedCharacters(QString text)
{
    std::map<char32_t, int> counts;
    text.replace("\r\n"_L1, "\n"_L1);
    for (qsizetype i = 0; i < text.size();) {
        const Point point = pointAt(text, i);
        ++counts[point.code];
        i += point.units;
    }
    return counts;
}

QString oddCharactersIn(const QString &text, TextUse use, const QString &before)
{
    QStringList names;
    QList<char32_t> wide; // one name stands for all of them
    std::map<char32_t, int> stored = countedCharacters(before);
    for (qsizetype i = 0; i < text.size() && names.size() < MostNames;) {
        const Point point = pointAt(text, i);
        i += point.units;
        if (--stored[point.code] >= 0 || !isOdd(text, i - point.units, point.code, use))
            continue;
        const bool isWide = QChar::decompositionTag(point.code) == QChar::Wide && !QChar::isSpace(point.code);
        const QString name = isWide ? QString() : characterName(point.code);
        if (isWide && !wide.contains(point.code))
            wide << point.code;
        if (!names.contains(name))
            names << name;
    }
    if (!wide.isEmpty())
        names.replace(names.indexOf(QString()),
                      wide.size() == 1 ? characterName(wide.front()) : TextRemark::fullWidth(wide.front()));
    QString lookalikes = use == TextUse::Secret ? QString() : lookalikesIn(text);
    lookalikes.removeIf([known = lookalikesIn(before)](QChar letter) { return known.contains(letter); });
    for (const QString letters = lookalikes.left(MostNames - names.size()); const QChar letter : letters)
        names << characterName(letter.unicode());
    return names.join(u", "_s);
}

QString spaceName(QChar space)
{
    return space == u' ' ? TextRemark::space() : characterName(space.unicode());
}

// 007, but not 0.7
QString numberRemark(const QString &number)
{
    static const QRegularExpression zeros(u"\\A[+-]?0\\d"_s);
    return number.contains(zeros) ? TextRemark::zerosInFront() : QString();
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
    static const QRegularExpression sign(u"[<>():\"\\\\]"_s);
    const QRegularExpressionMatch match = sign.match(plain);
    const qsizetype at = plain.indexOf(u'@');
    const bool isWhole = (at > 0 || isQuoted) && at + 1 < plain.size();
    // What tells the most: each of them asks the same question.
    QString remark;
    if (plain.count(u'@') > 1 || std::any_of(plain.begin(), plain.end(), isSeparator))
        remark = TextRemark::severalAddresses();
    else if (!isWhole)
        remark = TextRemark::noAddress();
    else if (match.hasMatch())
        remark = TextRemark::signInAddress(match.captured().front());
    else if (std::any_of(plain.begin(), plain.end(), [](QChar c) { return c.isSpace(); }))
        remark = TextRemark::spaceInAddress();
    return joined({remark, characterRemark(plain, TextUse::Code)});
}

QString characterRemark(const QString &text, TextUse use, const QString &before)
{
    const QString odd = oddCharactersIn(text, use, before);
    return odd.isEmpty() ? QString() : TextRemark::characters(odd);
}

QString lineRemark(const QString &text, TextUse use, const QString &before)
{
    const auto beginsIn = [](const QString &line) { return !line.isEmpty() && line.front().isSpace(); };
    const auto endsIn = [](const QString &line) { return !line.isEmpty() && line.back().isSpace(); };
    const bool begins = beginsIn(text) && !beginsIn(before);
    const bool ends = endsIn(text) && !endsIn(before);
    if (!begins && !ends)
        return characterRemark(text, use, before);
    if (text.size() == 1)
        return TextRemark::ends(spaceName(text.back()), {});
    const QString within = oddCharactersIn(text.sliced(begins ? 1 : 0).chopped(ends ? 1 : 0), use, before);
    if (!ends)
        return TextRemark::begins(spaceName(text.front()), within);
    if (!begins)
        return TextRemark::ends(spaceName(text.back()), within);
    QStringList spaces{spaceName(text.front()), spaceName(text.back())};
    spaces.removeDuplicates();
    return TextRemark::beginsAndEnds(spaces.join(u", "_s), within);
}

QString settingRemark(const QString &typeName, const QString &value, const QString &before)
{
    const SettingType type = settingType(typeName);
    if (type.isNumber())
        return numberRemark(value);
    if (type.kind != SettingKind::Text)
        return {};
    return isAddressType(typeName) ? addressRemark(value) : characterRemark(value, TextUse::Value, before);
}

QString removedRemark(const QString &typed, const QString &kept)
{
    QStringList names;
    std::map<char32_t, int> left = countedCharacters(kept);
    for (const auto &[code, count] : countedCharacters(typed)) {
        if (count > left[code] && isInvisible(code, false) && names.size() < MostNames)
            names << characterName(code);
    }
    return names.isEmpty() ? QString() : TextRemark::removed(names);
}

} // namespace lanyard
