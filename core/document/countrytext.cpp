#include "core/document/countrytext.h"

#include <QList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr QStringView apostrophes = u"'’‘ʼ`";

} // namespace

QString plainCountryName(const QString &name)
{
    static constexpr std::array likes{
        std::pair{u'ı', u'i'}, std::pair{u'ł', u'l'}, std::pair{u'ø', u'o'}, std::pair{u'đ', u'd'},
        // Arabic yeh and kaf, as many Persian keyboards have them, and teh marbuta
        std::pair{u'ي', u'ی'}, std::pair{u'ى', u'ی'}, std::pair{u'ك', u'ک'}, std::pair{u'ة', u'ه'}};
    QString plain;
    // Decomposed before case folding: otherwise Qt leaves a capital for "İ". Nor does it fold "ß", "æ" and "œ".
    QString folded = name.normalized(QString::NormalizationForm_KD).toCaseFolded();
    folded.replace(u'ß', "ss"_L1).replace(u'æ', "ae"_L1).replace(u'œ', "oe"_L1);
    for (const QChar c : folded) {
        if (apostrophes.contains(c)) // one of them counts as a letter
            continue;
        const auto *like = std::find_if(likes.begin(), likes.end(), [c](const auto &pair) { return pair.first == c; });
        if (like != likes.end())
            plain += like->second;
        else if (c.isLetterOrNumber() || c.isSurrogate())
            plain += c;
        else if (c == u'&')
            plain += " and "_L1;
        else if (!c.isMark() && c != u'.')
            plain += u' ';
    }
    plain = plain.simplified();
    if (plain.startsWith("the "_L1))
        plain.remove(0, 4);
    if (plain.startsWith("st "_L1))
        plain.replace(0, 2, u"saint"_s);
    return plain;
}

QString spelledCountryName(const QString &name)
{
    static constexpr std::array letters{std::pair{u'ä', "ae"_L1}, std::pair{u'ö', "oe"_L1}, std::pair{u'ü', "ue"_L1},
                                        std::pair{u'å', "aa"_L1}, std::pair{u'ø', "oe"_L1}};
    QString spelled = name.normalized(QString::NormalizationForm_C).toLower();
    for (const auto &[letter, written] : letters)
        spelled.replace(letter, written);
    return plainCountryName(spelled);
}

QString exactCountryName(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded().simplified();
}

QString countryCodeText(const QString &typed)
{
    const QString text = typed.normalized(QString::NormalizationForm_KC);
    const bool isAscii = std::all_of(text.begin(), text.end(), [](QChar c) { return c < QChar(0x80); });
    return isAscii ? plainCountryName(text).toUpper() : QString();
}

QString countryCodeOfFlag(const QString &text)
{
    constexpr char32_t first = 0x1F1E6; // REGIONAL INDICATOR SYMBOL LETTER A
    QString code;
    const QList<uint> points = text.toUcs4();
    for (const uint point : points) {
        if (points.size() != 2 || point < first || point > first + 25)
            return {};
        code += QChar(u'A' + static_cast<char16_t>(point - first));
    }
    return code;
}

} // namespace lanyard
