// Words in dates that CLDR does not have.
#include "core/document/datetext.h"
#include "core/document/datewords.h"

using namespace Qt::StringLiterals;

namespace lanyard {

// Words that people write around a date, and CLDR's formats do not have. In another language they may be the name of a
// day: "nd" is a Sunday in Polish.
void DateWords::addUsualWords()
{
    struct Words
    {
        QLocale::Language language;
        QStringView words;
    };
    static constexpr std::array usual{Words{QLocale::English, u"st nd rd th"},
                                      Words{QLocale::Polish, u"dnia r roku"},
                                      Words{QLocale::Czech, u"roku"},
                                      Words{QLocale::Slovak, u"roku"},
                                      Words{QLocale::Russian, u"г года"},
                                      Words{QLocale::Ukrainian, u"р року"},
                                      Words{QLocale::French, u"le er"},
                                      Words{QLocale::Spanish, u"el de del o a"},
                                      Words{QLocale::Catalan, u"el de del er"},
                                      Words{QLocale::Galician, u"o de do"},
                                      Words{QLocale::Portuguese, u"de o a"},
                                      Words{QLocale::Italian, u"il del o a"},
                                      Words{QLocale::Thai, u"ที่ วันที่"},
                                      Words{QLocale::Vietnamese, u"ngày tháng năm mồng mùng"},
                                      Words{QLocale::Greek, u"η ης του"},
                                      Words{QLocale::Danish, u"d den"},
                                      Words{QLocale::NorwegianBokmal, u"d den"},
                                      Words{QLocale::NorwegianNynorsk, u"d den"},
                                      Words{QLocale::Swedish, u"den"},
                                      Words{QLocale::German, u"am den"}};
    for (const Words &of : usual) {
        if (of.language == locale.language() || of.language == language)
            fillers << plainDateText(of.words.toString()).split(u' ');
    }
}

// As they are abbreviated on calendars and in lists, and not in CLDR. In Chinese, the same day has several words.
void DateWords::addUsualDays()
{
    using Week = std::array<QStringView, 7>;
    static constexpr Week polish{u"pn pon pnd", u"wt wto", u"śr śro", u"cz czw", u"pt pia", u"so sob sb", u"nd ndz"};
    static constexpr Week chinese{u"一 周一 週一 星期一 礼拜一 禮拜一",
                                  u"二 周二 週二 星期二 礼拜二 禮拜二",
                                  u"三 周三 週三 星期三 礼拜三 禮拜三",
                                  u"四 周四 週四 星期四 礼拜四 禮拜四",
                                  u"五 周五 週五 星期五 礼拜五 禮拜五",
                                  u"六 周六 週六 星期六 礼拜六 禮拜六",
                                  u"日 周日 週日 星期日 礼拜日 禮拜日 周天 週天 星期天 礼拜天 禮拜天"};
    const auto isSpoken = [this](QLocale::Language one) { return locale.language() == one || language == one; };
    if (isSpoken(QLocale::Polish))
        addUsualDays(polish);
    if (isSpoken(QLocale::Chinese))
        addUsualDays(chinese);
}

void DateWords::addUsualDays(const std::array<QStringView, 7> &week)
{
    for (int day = 1; const QStringView usual : week) {
        const QStringList names = plainDateText(usual.toString()).split(u' ');
        for (const QString &name : names) {
            fillers << name;
            if (const DayName named{name, day}; !days.contains(named))
                days.append(named);
        }
        ++day;
    }
}

} // namespace lanyard
