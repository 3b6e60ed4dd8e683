#include "core/document/clockwords.h"

#include "core/document/datetext.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

enum class Half { None, Morning, Afternoon };

// "p. m." and "PM" are "pm", and Arabic is mostly written without vowel signs.
QString plain(const QString &word)
{
    return plainDateText(word).remove(u' ');
}

// Whole words, where CLDR has abbreviations only.
struct Words
{
    QLocale::Language language;
    QStringView morning;
    QStringView afternoon;
};

constexpr std::array wholeWords{Words{QLocale::Arabic, u"صباحا|قبل الظهر", u"مساء|بعد الظهر"},
                                Words{QLocale::Persian, u"ق.ظ.|قبل از ظهر", u"ب.ظ.|بعد از ظهر"},
                                Words{QLocale::Japanese, u"午前", u"午後"},
                                Words{QLocale::Chinese, u"上午", u"下午"},
                                Words{QLocale::Cantonese, u"上午", u"下午"},
                                Words{QLocale::Korean, u"오전", u"오후"}};

QStringList wordsOf(const QLocale &locale, Half half)
{
    const bool isMorning = half == Half::Morning;
    QStringList words{isMorning ? u"am"_s : u"pm"_s, isMorning ? locale.amText() : locale.pmText()};
    for (const Words &of : wholeWords) {
        if (of.language == locale.language())
            words << (isMorning ? of.morning : of.afternoon).toString().split(u'|');
    }
    words.removeAll(QString());
    return words;
}

Half halfOf(const QString &text, const QLocale &locale)
{
    const QString word = plain(text);
    const auto isSame = [&word](const QString &other) { return plain(other) == word; };
    for (const Half half : {Half::Morning, Half::Afternoon}) {
        const QStringList words = wordsOf(locale, half);
        if (!word.isEmpty() && std::any_of(words.begin(), words.end(), isSame))
            return half;
    }
    return Half::None;
}

// Not everywhere: "م" before a time is what marks the date as Gregorian in Arabic.
bool writesHalfFirst(const QLocale &locale)
{
    const QString format = locale.timeFormat(QLocale::ShortFormat);
    const qsizetype half = format.indexOf(u'a', 0, Qt::CaseInsensitive);
    return locale.language() == QLocale::Japanese || locale.language() == QLocale::Chinese ||
           locale.language() == QLocale::Cantonese || locale.language() == QLocale::Korean ||
           (half >= 0 && half < format.indexOf(u'h', 0, Qt::CaseInsensitive));
}

// 22時30分, 22时, 오후 10시 반; not 2時間.
QString withColons(const QString &text)
{
    static const QRegularExpression pattern(
        u"(?<![\\d:.])(\\d{1,2}) ?[時时點点시](?! ?[間间간])(?: ?(?:([半반])|整|(\\d{1,2}) ?(?:[分분](?: ?(\\d{1,2}) "
        "?[秒초])?)?(?!\\d)))?"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return text;
    const auto digits = [](const QString &number) { return number.rightJustified(2, u'0'); };
    QString time = u' ' + match.captured(1) + u':' + (match.hasCaptured(2) ? u"30"_s : digits(match.captured(3)));
    if (match.hasCaptured(4))
        time += u':' + digits(match.captured(4));
    return QString(text).replace(match.capturedStart(), match.capturedLength(), time).trimmed();
}

} // namespace

bool isHalfOfDay(const QString &text, const QLocale &locale)
{
    return halfOf(text, locale) != Half::None;
}

// The twelfth hour of "مساء" and of Japan's halves is noon to some, and midnight to others.
std::optional<int> hourOfDay(int hour, const QString &half, const QLocale &locale)
{
    const Half of = halfOf(half, locale);
    const bool isJapanese = locale.language() == QLocale::Japanese && !plain(half).endsWith(u'm');
    const bool isArabicEvening = of == Half::Afternoon && plain(half) == plain(u"مساء"_s);
    const int least = isJapanese ? 0 : 1;
    const int most = isJapanese || isArabicEvening ? 11 : 12;
    if (of == Half::None || hour < least || hour > most)
        return std::nullopt;
    return hour % 12 + (of == Half::Afternoon ? 12 : 0);
}

QString withUsualClock(const QString &text, const QLocale &locale)
{
    static const QRegularExpression afterDay(u"(?<=[)日号號일])(?=\\d{1,2}:\\d{2})"_s);
    static const QRegularExpression halfFirst(
        u"(?<![\\p{L}\\p{M}.])([\\p{L}\\p{M}][\\p{L}\\p{M}. ]*?) ?(\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)"_s);
    QString usual = withColons(text).replace(afterDay, u" "_s);
    const QRegularExpressionMatch match = halfFirst.match(usual);
    if (!match.hasMatch() || !writesHalfFirst(locale))
        return usual;
    // 15日午後10:30
    const QString before = match.captured(1);
    for (qsizetype from = 0; from < before.size(); ++from) {
        const QString half = before.sliced(from);
        if (isHalfOfDay(half, locale) && (from == 0 || u"日号號일 "_s.contains(before.at(from - 1))))
            return usual
                .replace(match.capturedStart() + from, match.capturedLength() - from,
                         u' ' + match.captured(2) + u' ' + half)
                .trimmed();
    }
    return usual;
}

} // namespace lanyard
