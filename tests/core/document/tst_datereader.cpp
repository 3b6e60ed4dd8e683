// A date is read as people write it, in every language that Qt knows, and never as another one.

#include "core/document/dateorder.h"
#include "core/document/datereader.h"
#include "core/document/dates.h"
#include "core/document/halftyped.h"
#include "core/document/typeddate.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

using Fault = DateReading::Fault;

// Day and month that can be mistaken for each other, that cannot, and the ends of months, years and centuries.
const QList<QDate> &dates()
{
    static const QList<QDate> list{{1984, 3, 17}, {1984, 3, 4},   {1984, 12, 11}, {2000, 2, 29},  {1999, 12, 31},
                                   {2001, 1, 1},  {1970, 1, 2},   {1955, 5, 5},   {1931, 10, 25}, {1962, 6, 30},
                                   {1978, 7, 9},  {1945, 8, 10},  {1900, 9, 12},  {1988, 11, 8},  {2012, 4, 1},
                                   {2024, 2, 1},  {1911, 11, 11}, {1966, 1, 12},  {2020, 10, 2},  {1850, 6, 7}};
    return list;
}

QString shortFormat(const QLocale &locale)
{
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains("yyyy"_L1))
        format.replace("yy"_L1, "yyyy"_L1);
    return format;
}

// The locale's short form with @p digits for day and month, in ASCII digits: as it is typed on most keyboards.
QString typedForm(const QLocale &locale, QDate date, int digits)
{
    static const QRegularExpression day(u"d+"_s);
    static const QRegularExpression month(u"M+"_s);
    static const QRegularExpression quoted(u"'[^']*'"_s);
    QString format = shortFormat(locale).remove(quoted);
    format.replace(day, QString(digits, u'd')).replace(month, QString(digits, u'M'));
    return QLocale::c().toString(date, format);
}

QList<QString> formsOf(const QLocale &locale, QDate date)
{
    QList<QString> forms{typedForm(locale, date, 1),
                         typedForm(locale, date, 2),
                         date.toString(Qt::ISODate),
                         locale.toString(date, shortFormat(locale)),
                         locale.toString(date, u"d MMMM yyyy"_s),
                         locale.toString(date, u"d MMM yyyy"_s),
                         locale.toString(date, QLocale::LongFormat),
                         QString::number(date.day()) + u' ' + locale.standaloneMonthName(date.month()) + u' ' +
                             QString::number(date.year()),
                         QLocale::c().toString(date, u"MMMM d, yyyy"_s)};
    return forms;
}

} // namespace

class DateReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLocale();
    void whatIsShownIsReadInEveryLocale();
    void examples_data();
    void examples();
    void monthsAreNamedInTheLanguageOfTheSentence_data();
    void monthsAreNamedInTheLanguageOfTheSentence();
    void whatMoreCharactersWouldMendIsHalfTyped_data();
    void whatMoreCharactersWouldMendIsHalfTyped();
    void whatALocaleWritesIsHalfTypedUntilItIsWhole_data();
    void whatALocaleWritesIsHalfTypedUntilItIsWhole();
};

void DateReaderTest::everyLocale()
{
    const QList<QLocale> locales =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    QVERIFY(locales.size() > 400);
    qsizetype read = 0;
    QStringList refused;
    qsizetype ambiguous = 0; // in numbers, where nobody could tell
    QStringList wrong;
    for (const QLocale &locale : locales) {
        for (const QDate date : dates()) {
            for (const QString &form : formsOf(locale, date)) {
                const DateReading reading = readDate(form, locale);
                if (reading.fault == Fault::Ambiguous && dayOrder(locale) == DayOrder::Uncertain)
                    ++ambiguous;
                else if (!reading.ok())
                    refused << locale.name() + u": "_s + form;
                else if (reading.date == date)
                    ++read;
                else
                    wrong << u"%1: %2 read as %3"_s.arg(locale.name(), form, reading.date.toString(Qt::ISODate));
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 20).join(u'\n')));
    qInfo("%lld read, %lld refused, %lld ambiguous", read, refused.size(), ambiguous);
    QVERIFY2(refused.size() * 1000 < read, qPrintable(refused.mid(0, 300).join(u'\n')));
}

void DateReaderTest::whatIsShownIsReadInEveryLocale()
{
    const QLocale before;
    QStringList wrong;
    const QList<QLocale> locales =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    for (const QLocale &locale : locales) {
        QLocale::setDefault(locale);
        for (const QDate date : dates()) {
            if (readDate(displayDate(date)).date != date)
                wrong << locale.name() + u": "_s + displayDate(date);
        }
    }
    QLocale::setDefault(before);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.mid(0, 20).join(u'\n')));
}

void DateReaderTest::examples_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QDate>("date"); // invalid: refused
    QTest::addColumn<Fault>("fault");
    const auto row = [](const char *locale, const QString &typed, QDate date, Fault fault = Fault::None) {
        QTest::addRow("%s: %s", locale, qPrintable(typed)) << QString::fromLatin1(locale) << typed << date << fault;
    };
    const QDate march(1984, 3, 17);
    for (const char *locale :
         {"de_DE", "fr_FR", "it_IT", "pt_BR", "pl_PL", "ru_RU", "tr_TR", "nl_NL", "sv_SE", "en_GB"}) {
        row(locale, u"1.2.1984"_s, QDate(1984, 2, 1));
        row(locale, u"01/02/1984"_s, QDate(1984, 2, 1));
    }
    // A date only in the order that is not in use there
    for (const QString &text : {u"17/3/1984"_s, u"17-03-1984"_s, u"17.3.1984"_s, u"Sat 17/3/1984"_s, u" 17 3 1984 "_s})
        row("en_US", text, QDate(), Fault::OtherOrder);
    for (const QString &text : {u"3/17/1984"_s, u"03-17-1984"_s, u"3/17/1984 00:00"_s, u"07/13/2027"_s}) {
        for (const char *locale : {"it_IT", "de_DE", "en_GB", "ar_EG", "en_ZA"})
            row(locale, text, QDate(), Fault::OtherOrder);
    }
    // Dots stand where the day comes first
    for (const QString &text : {u"04.03.1985"_s, u"4. 3. 1985"_s, u"4.3.1985 0:00"_s, u"\u0664.\u0663.\u0661985"_s})
        row("en_US", text, QDate(), Fault::Ambiguous);
    row("en_US", u"4.17.1984"_s, QDate(1984, 4, 17));
    row("en_US", u"4.4.1984"_s, QDate(1984, 4, 4));
    row("en_US", u"Sat. 3/17/1984"_s, march);
    row("it_IT", u"13/13/2027"_s, QDate(), Fault::NotADate);
    row("it_IT", u"march 17 1984"_s, march);
    row("it_IT", u"1984/03/17"_s, march);
    row("en_US", u"3/17/1984"_s, march);
    row("en_US", u"3/4/1984"_s, QDate(1984, 3, 4));
    row("en_GB", u"3/4/1984"_s, QDate(1984, 4, 3));
    row("en_US", u"17 March 1984"_s, march);
    row("en_US", u"March 17th, 1984"_s, march);
    row("en_US", u"Saturday, 17 of march 1984"_s, march);
    row("de_DE", u"17. 3. 1984"_s, march);
    row("de_DE", u"29.2.1984"_s, QDate(1984, 2, 29));
    row("de_DE", u"29.2.1983"_s, QDate(), Fault::NoSuchDay);
    row("de_DE", u"31. April 1983"_s, QDate(), Fault::NoSuchDay);
    row("de_DE", u"30.2.1984 0:00"_s, QDate(), Fault::NoSuchDay);
    row("de_DE", u"32.1.1984"_s, QDate(), Fault::NotADate);
    row("en_US", u"2/29/1983"_s, QDate(), Fault::NoSuchDay);
    row("en_CA", u"29/02/1983"_s, QDate(), Fault::NoSuchDay);
    row("de_DE", u"2/29/1983"_s, QDate(), Fault::NoSuchDay);
    row("de_DE", u"19830229"_s, QDate(), Fault::NoSuchDay);
    row("ja_JP", u"1983年2月29日"_s, QDate(), Fault::NoSuchDay);
    row("de_DE", u"29.2."_s, QDate(), Fault::Incomplete);
    row("de_DE", u"29.2.84"_s, QDate(), Fault::NoFullYear);
    row("de_DE", u"17\u00A0März\u202F1984"_s, march);
    row("de_DE", u"17.\u200B3.1984"_s, march);
    row("de_DE", u"1７.3.1984"_s, march);
    row("de_DE", u"1984-3-17"_s, march);
    row("de_DE", u"17\u20133\u20131984"_s, march);
    row("de_DE", u"17\u22123\u22121984"_s, march);
    row("tr_TR", u"17 MART 1984"_s, march);
    row("tr_TR", u"17 EYLÜL 1984"_s, QDate(1984, 9, 17));
    row("tr_TR", u"17 KASIM 1984"_s, QDate(1984, 11, 17));
    row("tr_TR", u"17 ARALIK 1984"_s, QDate(1984, 12, 17));
    row("tr_TR", u"17 HAZİRAN 1984"_s, QDate(1984, 6, 17));
    row("el_GR", u"17 ΜΑΡΤΙΟΥ 1984"_s, march);
    row("zh_CN", u"一九八四年三月十七日"_s, QDate(), Fault::NotADate);
    row("ar_EG", u"17/3/١٩٨٤"_s, march);
    row("en_US", u"1/1/0"_s, QDate(), Fault::NoFullYear);
    row("en_US", u"1984-03-17T23:30:00-05:00"_s, march);
    row("de_DE", u"17.März 1984"_s, march);
    row("de_DE", u"17. March 1984"_s, march);
    row("de_DE", u"17 mär 1984"_s, march);
    row("fr_FR", u"17 mars 1984"_s, march);
    row("fr_FR", u"1er mars 1984"_s, QDate(1984, 3, 1));
    row("fr_FR", u"mar. 13 mars 1984"_s, QDate(1984, 3, 13));  // a Tuesday
    row("bas_CM", u"5 may 1955"_s, QDate(), Fault::Ambiguous); // November there
    row("pl_PL", u"17 marca 1984"_s, march);
    row("pl_PL", u"17 marzec 1984"_s, march);
    row("ru_RU", u"17 марта 1984 г."_s, march);
    row("es_ES", u"17 de marzo de 1984"_s, march);
    for (const QString &april : {u"5 NİSAN 1984"_s, u"5 nisan 1984"_s, u"5 Nisan 1984"_s})
        row("tr_TR", april, QDate(1984, 4, 5));
    row("tr_TR", u"17 KASIM 1984"_s, QDate(1984, 11, 17));
    row("el_GR", u"5 ΜΑΡΤΙΟΥ 1984"_s, QDate(1984, 3, 5));
    row("el_GR", u"5 μαρτιου 1984"_s, QDate(1984, 3, 5));
    row("en_US", u"1² March 1984"_s, QDate(), Fault::NotADate);
    row("zh_CN", u"1984年3月17日"_s, march);
    row("zh_CN", u"1984年03月17日 星期六"_s, march);
    row("ja_JP", u"１９８４／３／１７"_s, march);
    row("ja_JP", u"3/4/1984"_s, QDate(), Fault::Ambiguous);
    row("ja_JP", u"17/3/1984"_s, march);
    row("ko_KR", u"1984년 3월 17일"_s, march);
    row("ar_EG", u"١٧/٣/١٩٨٤"_s, march);
    row("ar_EG", u"\u200F17/\u200F3/1984"_s, march);
    row("en_GB", u"\u200E17\u200F/3\u200B/19\u00AD84\uFEFF"_s, march); // where no format of Qt has them
    row("ar_EG", u"17/3/1984"_s, march);
    row("fa_IR", u"۱۹۸۴/۳/۱۷"_s, march);
    row("hi_IN", u"१७/३/१९८४"_s, march);
    row("en_US", u"1984-03-17"_s, march);
    row("en_US", u"1984-3-17"_s, march);
    row("en_US", u"1984/03/17"_s, march);
    row("en_US", u"1984.3.17"_s, march);
    row("en_US", u"1984-03-17T00:00:00Z"_s, march);
    row("en_US", u"1984-03-17 12:30"_s, march);
    row("en_US", u"19840317"_s, march);
    row("en_US", u" 3 17 1984 "_s, march);
    row("pl_PL", u"17.III.1984"_s, march);
    row("pl_PL", u"17 marca 1984 r."_s, march);
    row("pl_PL", u"17.03.1984 r."_s, march);
    row("pl_PL", u"17 marca 1984 roku"_s, march);
    row("pl_PL", u"sobota, 17 marca 1984 r."_s, march);
    row("pl_PL", u"dnia 17 marca 1984"_s, march);
    row("it_IT", u"1° marzo 1984"_s, QDate(1984, 3, 1)); // the key of an Italian keyboard
    row("it_IT", u"1º marzo 1984"_s, QDate(1984, 3, 1));
    row("th_TH", u"17 มีค 1984"_s, march);
    row("he_IL", u"17 במרץ 1984"_s, march);
    row("he_IL", u"17 במרס 1984"_s, march);
    row("he_IL", u"17 מרס 1984"_s, march);
    row("he_IL", u"ב-17 במרץ 1984"_s, march);
    row("he_IL", u"ב־17 במרץ 1984"_s, march);
    row("he_IL", u"17 ביולי 1984"_s, QDate(1984, 7, 17));
    row("he_IL", u"17 בפבר׳ 1984"_s, QDate(1984, 2, 17));
    row("he_IL", u"17 בספט' 1984"_s, QDate(1984, 9, 17));
    row("he_IL", u"יום שבת, 17 במרץ 1984"_s, march);
    row("hu_HU", u"1984. III. 17."_s, march);
    row("de_DE", u"am 17. März 1984"_s, march);
    row("fr_FR", u"le 17 mars 1984"_s, march);
    row("en_US", u"17-Mar-1984"_s, march);
    row("en_US", u"17MAR1984"_s, march);
    for (const QString &text : {u"ngày 17 tháng 3 năm 1984"_s, u"17 tháng 3 năm 1984"_s, u"Ngày 17 tháng 3, 1984"_s,
                                u"Ngày 17 Tháng 03 Năm 1984"_s, u"17 thang 3 nam 1984"_s})
        row("vi_VN", text, march);
    row("vi_VN", u"ngày 3 tháng 12 năm 1984"_s, QDate(1984, 12, 3));
    row("vi_VN", u"ngày 3 tháng 4 năm 1984"_s, QDate(1984, 4, 3));
    row("vi_VN", u"ngày 17 tháng 3"_s, QDate(), Fault::Incomplete);
    row("el_GR", u"1η Μαρτίου 1984"_s, QDate(1984, 3, 1));
    row("el_GR", u"1η ΜΑΡΤΙΟΥ 1984"_s, QDate(1984, 3, 1));
    row("hi_IN", u"17 सितम्बर 1984"_s, QDate(1984, 9, 17));
    row("hi_IN", u"17 सितंबर 1984"_s, QDate(1984, 9, 17));
    row("hi_IN", u"17 नवम्बर 1984"_s, QDate(1984, 11, 17));
    row("hi_IN", u"१७ दिसम्बर १९८४"_s, QDate(1984, 12, 17));
    row("da_DK", u"d. 17. marts 1984"_s, march);
    row("da_DK", u"den 17. marts 1984"_s, march);
    row("nb_NO", u"d. 17. mars 1984"_s, march);
    row("de_DE", u"den 17. März 1984"_s, march);
    // As spreadsheets paste a date
    row("de_DE", u"17.3.1984 00:00:00"_s, march);
    row("de_DE", u"17.3.1984, 0:00"_s, march);
    row("en_GB", u"17/03/1984 00:00:00"_s, march);
    row("en_US", u"17 Mar 1984 12:00 AM"_s, march);
    row("en_US", u"3/17/1984 12:00:00 AM"_s, march);
    row("en_US", u"March 17, 1984 00:00:00.000"_s, march);
    row("ar_EG", u"١٧/٣/١٩٨٤ ٠٠:٠٠:٠٠"_s, march);
    row("de_DE", u"17.3.84 00:00:00"_s, QDate(), Fault::NoFullYear);
    row("ja_JP", u"3/4/1984 0:00"_s, QDate(), Fault::Ambiguous);
    // AM where nobody writes it: from an American program.
    row("pl_PL", u"5/1/1984 12:00:00 AM"_s, QDate(), Fault::Ambiguous);
    row("pl_PL", u"5/5/1984 12:00:00 AM"_s, QDate(1984, 5, 5));
    row("en_US", u"5/1/1984 12:00:00 AM"_s, QDate(1984, 5, 1));
    row("en_AU", u"5/1/1984 12:00:00 am"_s, QDate(1984, 1, 5));
    for (const QString &time : {u"12:30"_s, u"12:00"_s, u"00:00:01"_s, u"0:00:00.5"_s, u"12:00 PM"_s, u"00:00Z"_s})
        row("en_US", u"3/17/1984 "_s + time, QDate(), Fault::HasATime);
    row("de_DE", u"17.3.1984 25:00"_s, QDate(), Fault::NotADate);
    row("de_DE", u"17.3.1984 0:00 0:00"_s, QDate(), Fault::NotADate);
    row("de_DE", u"0:00"_s, QDate(), Fault::NotADate);
    // As people write months, and CLDR does not
    const QDate september(1984, 9, 17);
    for (const char *locale : {"en_US", "en_GB", "de_DE", "fr_FR", "nl_NL", "C"}) {
        row(locale, u"17 Sept 1984"_s, september);
        row(locale, u"17 Sept. 1984"_s, september);
        row(locale, u"17. SEPTEMB 1984"_s, september);
    }
    row("en_US", u"Sept 17th, 1984"_s, september);
    row("en_US", u"17-sept-1984"_s, september);
    row("de_DE", u"17. Mrz. 1984"_s, march);
    row("de_DE", u"17 mrz 1984"_s, march);
    row("de_DE", u"17. Maerz 1984"_s, march);
    row("de_DE", u"17 Marz 1984"_s, march);
    row("de_DE", u"17. Jänner 1984"_s, QDate(1984, 1, 17));
    row("de_DE", u"17. JÄNNER 1984"_s, QDate(1984, 1, 17));
    row("de_AT", u"17. Jaenner 1984"_s, QDate(1984, 1, 17));
    row("de_AT", u"17. Januar 1984"_s, QDate(1984, 1, 17));
    row("de_AT", u"17. Feber 1984"_s, QDate(1984, 2, 17));
    row("fr_FR", u"17 fev 1984"_s, QDate(1984, 2, 17));
    row("fr_FR", u"17 fév. 1984"_s, QDate(1984, 2, 17));
    row("fr_FR", u"17 FÉV 1984"_s, QDate(1984, 2, 17));
    row("fr_FR", u"17 fevrier 1984"_s, QDate(1984, 2, 17));
    row("fr_FR", u"17 aout 1984"_s, QDate(1984, 8, 17));
    row("fr_FR", u"17 dec 1984"_s, QDate(1984, 12, 17));
    row("fr_FR", u"17 juill 1984"_s, QDate(1984, 7, 17));
    row("fr_FR", u"17 jui 1984"_s, QDate(), Fault::Ambiguous);
    row("fr_FR", u"17 jui"_s, QDate(), Fault::Incomplete);
    row("fr_FR", u"17 ma 1984"_s, QDate(), Fault::NotADate);
    row("fr_FR", u"17 mas 1984"_s, QDate(), Fault::NotADate);
    row("it_IT", u"17 sett. 1984"_s, september);
    row("it_IT", u"17 sett 1984"_s, september);
    row("it_IT", u"17 SET. 1984"_s, september);
    row("it_IT", u"17 sett 84"_s, QDate(), Fault::NoFullYear);
    row("it_IT", u"17 sett"_s, QDate(), Fault::Incomplete);
    row("es_ES", u"17 de setiembre de 1984"_s, september);
    row("es_ES", u"17 set 1984"_s, september);
    row("pt_BR", u"17 de marco de 1984"_s, march);
    row("pt_PT", u"17 fever 1984"_s, QDate(1984, 2, 17));
    row("fi_FI", u"17 mar 1984"_s, QDate(), Fault::Ambiguous); // November there, March in English
    row("fi_FI", u"17 maalis 1984"_s, march);
    row("fi_FI", u"17. maaliskuuta 1984"_s, march);
    row("cs_CZ", u"17. čer 1984"_s, QDate(), Fault::Ambiguous); // June or July
    row("cs_CZ", u"17. června 1984"_s, QDate(1984, 6, 17));
    row("cs_CZ", u"17. cerven 1984"_s, QDate(1984, 6, 17));
    row("cs_CZ", u"17. červenec 1984"_s, QDate(1984, 7, 17));
    row("hr_HR", u"17. lis 1984"_s, QDate(1984, 10, 17));
    row("pl_PL", u"17 lis 1984"_s, QDate(1984, 11, 17));
    row("pl_PL", u"17 MARZEC 1984"_s, march);
    row("pl_PL", u"17 pazdziernika 1984"_s, QDate(1984, 10, 17));
    row("sl_SI", u"17. marca 1984"_s, march);
    row("lv_LV", u"1984. gada 17. marta"_s, march);
    row("sr_RS", u"17. марта 1984."_s, march);
    row("sr_RS", u"17. marta 1984."_s, march);
    row("sr_Latn_RS", u"17. septembra 1984."_s, september);
    row("bs_BA", u"17. juna 1984."_s, QDate(1984, 6, 17));
    row("uk_UA", u"17 бер 1984"_s, march);
    row("da_DK", u"17. marts 1984"_s, march);
    row("da_DK", u"lordag 17. marts 1984"_s, march);
    row("nl_NL", u"17 mrt 1984"_s, march);
    row("nl_NL", u"17 maa 1984"_s, march);
    row("tr_TR", u"17 EYLÜL 1984"_s, september);
    row("tr_TR", u"17 eylul 1984"_s, september);
    row("ar_EG", u"17 ابريل 1984"_s, QDate(1984, 4, 17)); // without its hamza
    row("ar_EG", u"17 كانون الثاني 1984"_s, QDate(1984, 1, 17));
    row("ar_LB", u"17 يناير 1984"_s, QDate(1984, 1, 17));
    row("hi_IN", u"17 फरवरी 1984"_s, QDate(1984, 2, 17)); // without its nukta
    row("en_US", u"17 Ma 1984"_s, QDate(), Fault::NotADate);
    row("en_US", u"17 Marz 1984"_s, QDate(), Fault::NotADate);
    row("en_US", u"17 Ju 1984"_s, QDate(), Fault::NotADate);
    row("en_US", u"17 Augus 1984"_s, QDate(1984, 8, 17));
    // Where people write both orders, or CLDR knows less than they
    for (const char *locale : {"en_CA", "fr_CA", "es_US", "haw_US", "es_PA", "es_PR", "es_PH", "zu_ZA", "ee_GH", "C"}) {
        row(locale, u"3/4/1984"_s, QDate(), Fault::Ambiguous);
        row(locale, u"04-03-1984"_s, QDate(), Fault::Ambiguous);
        row(locale, u"17/3/1984"_s, march);
        row(locale, u"3/17/1984"_s, march);
        row(locale, u"4/4/1984"_s, QDate(1984, 4, 4));
        row(locale, u"1984-03-17"_s, march);
        row(locale, u"1984/3/4"_s, QDate(1984, 3, 4));
        row(locale, u"17 March 1984"_s, march);
    }
    for (const char *locale : {"en_PH", "fil_PH", "en_GU", "en_PR", "chr_US"})
        row(locale, u"3/4/1984"_s, QDate(1984, 3, 4));
    for (const char *locale : {"en_ZA", "af_ZA", "sv_SE", "en_IN", "en_AU", "en_NZ", "es_MX", "kn_IN", "so_SO"})
        row(locale, u"3/4/1984"_s, QDate(1984, 4, 3));
    // Another calendar is said to be one, and not read as if its years were ours
    for (const QString &thai : {u"17 มีนาคม พ.ศ. 2527"_s, u"๑๗ มี.ค. พ.ศ. ๒๕๒๗"_s, u"17 มี.ค. B.E. 2527"_s,
                                u"17 มีนาคม พุทธศักราช 2527"_s, u"17 มีนาคม พศ 2527"_s})
        row("th_TH", thai, QDate(), Fault::OtherCalendar);
    for (const QString &thai :
         {u"17 มีนาคม ค.ศ. 1984"_s, u"17 มีนาคม คศ 1984"_s, u"17 มี.ค. คริสต์ศักราช 1984"_s, u"วันเสาร์ที่ 17 มีนาคม ค.ศ. 1984"_s,
          u"วันเสาร์ ที่ 17 มีนาคม 1984"_s, u"วันที่ ๑๗ มีนาคม ค.ศ. ๑๙๘๔"_s})
        row("th_TH", thai, march);
    row("fa_IR", u"۱۳۶۲/۱۲/۲۶ هـ ش"_s, QDate(), Fault::OtherCalendar);
    row("fa_IR", u"1984/3/17 میلادی"_s, march);
    row("ar_SA", u"١٤٠٤/٦/١٤ هـ"_s, QDate(), Fault::OtherCalendar);
    row("ar_EG", u"17/3/1984 م"_s, march);
    for (const QString &japanese : {u"昭和59年3月17日"_s, u"平成元年3月17日"_s, u"令和6年3月17日"_s})
        row("ja_JP", japanese, QDate(), Fault::OtherCalendar);
    row("zh_TW", u"民國73年3月17日"_s, QDate(), Fault::OtherCalendar);
    row("zh_TW", u"西元1984年3月17日"_s, march);
    row("ne_NP", u"वि.सं. 2040/12/4"_s, QDate(), Fault::OtherCalendar);
    // A day of the week that is not the date's: one of the two is wrong
    row("en_US", u"Mon 17 March 1984"_s, QDate(), Fault::OtherWeekday);
    row("th_TH", u"วันจันทร์ที่ 17 มีนาคม ค.ศ. 1984"_s, QDate(), Fault::OtherWeekday);
    row("he_IL", u"יום שני, 17 במרץ 1984"_s, QDate(), Fault::OtherWeekday);
    row("pl_PL", u"poniedziałek, 17 marca 1984 r."_s, QDate(), Fault::OtherWeekday);
    row("en_US", u"Monday, March 17, 1984"_s, QDate(), Fault::OtherWeekday);
    row("en_US", u"Sunday 3/17/1984"_s, QDate(), Fault::OtherWeekday);
    row("en_US", u"Sat 17 March 1984"_s, march);
    for (const QString &name :
         {u"pn"_s, u"wt."_s, u"śr."_s, u"cz."_s, u"czw."_s, u"pt"_s, u"nd"_s, u"nd."_s, u"ndz."_s}) {
        row("pl_PL", name + u" 17 marca 1984"_s, QDate(), Fault::OtherWeekday);
        row("pl_PL", u"17.03.1984 "_s + name, QDate(), Fault::OtherWeekday);
    }
    for (const QString &saturday : {u"so"_s, u"sob."_s, u"sb."_s})
        row("pl_PL", saturday + u" 17 marca 1984"_s, march);
    row("pl_PL", u"nd. 18 marca 1984"_s, QDate(1984, 3, 18));
    row("pl_PL", u"2nd March 1984"_s, QDate(1984, 3, 2)); // a Friday, in English
    // Nor is a word that is unknown in the language passed over
    for (const char *locale : {"pl_PL", "de_DE", "tr_TR", "fi_FI"}) {
        for (const QString &word : {u"rd"_s, u"il"_s, u"el"_s, u"le"_s, u"er"_s, u"zz"_s, u"o"_s})
            row(locale, word + u" 17.3.1984"_s, QDate(), Fault::NotADate);
    }
    row("de_DE", u"Mo., 17. März 1984"_s, QDate(), Fault::OtherWeekday);
    row("de_DE", u"Sa., 17. März 1984"_s, march);
    row("de_DE", u"Mon 17.3.1984"_s, QDate(), Fault::OtherWeekday);
    row("fr_FR", u"mar. 14 mars 1984"_s, QDate(), Fault::OtherWeekday);
    row("fr_FR", u"sam. 17 mar. 1984"_s, march);
    row("zh_CN", u"1984年3月17日 星期一"_s, QDate(), Fault::OtherWeekday);
    row("ja_JP", u"1984年3月17日(土)"_s, march);
    row("ja_JP", u"1984年3月17日(月)"_s, QDate(), Fault::OtherWeekday);
    // The marks of year, month and day are names of days of the week as well
    for (const QString &date : {u"1984/3/17"_s, u"１９８４／０３／１７"_s, u"1984-03-17 "_s, u"17/3/1984"_s}) {
        row("ja_JP", date + u"(土)"_s, march);
        row("ko_KR", date + u"(토)"_s, march);
        row("zh_CN", date + u"（周六）"_s, march);
        for (const QString &saturday : {u"六"_s, u"週六"_s, u"星期六"_s, u"禮拜六"_s})
            row("zh_TW", date + u'(' + saturday + u')', march);
        for (const QString &other : {u"日"_s, u"月"_s, u"金"_s})
            row("ja_JP", date + u'(' + other + u')', QDate(), Fault::OtherWeekday);
        for (const QString &other : {u"일"_s, u"월"_s, u"금"_s})
            row("ko_KR", date + u'(' + other + u')', QDate(), Fault::OtherWeekday);
        for (const QString &other : {u"日"_s, u"五"_s, u"周日"_s, u"週五"_s, u"禮拜天"_s}) {
            row("zh_CN", date + u'(' + other + u')', QDate(), Fault::OtherWeekday);
            row("zh_TW", date + u'(' + other + u')', QDate(), Fault::OtherWeekday);
        }
    }
    row("ja_JP", u"1984/3/18(日)"_s, QDate(1984, 3, 18));
    row("ja_JP", u"1984/3/19(月)"_s, QDate(1984, 3, 19));
    row("zh_TW", u"1984年3月17日(日)"_s, QDate(), Fault::OtherWeekday);
    row("zh_TW", u"1984年3月17日 （六）"_s, march);
    row("ja_JP", u"3月17日1984年"_s, march);
    row("ja_JP", u"3月17日(土)1984年"_s, march);
    row("ja_JP", u"3月17日(日)1984年"_s, QDate(), Fault::OtherWeekday);
    row("ko_KR", u"1984.3.17일"_s, march);
    row("ko_KR", u"1984.3.17월"_s, QDate(), Fault::OtherWeekday);
    row("en_US", u"17/3/84"_s, QDate(), Fault::NoFullYear);
    row("en_US", u"31/31/19"_s, QDate(), Fault::NotADate); // in no year
    row("en_US", u"84-3-17"_s, QDate(), Fault::NoFullYear);
    row("en_US", u"March 17, 84"_s, QDate(), Fault::NoFullYear);
    row("en_US", u"1/2"_s, QDate(), Fault::Incomplete);
    row("en_US", u"17 March"_s, QDate(), Fault::Incomplete);
    row("en_US", u"March 1984"_s, QDate(), Fault::Incomplete);
    row("en_US", u"1984"_s, QDate(), Fault::Incomplete);
    row("en_US", u"31/31/2000"_s, QDate(), Fault::NotADate);
    row("en_US", u"30 February 1984"_s, QDate(), Fault::NoSuchDay);
    row("en_US", u"1984-13-01"_s, QDate(), Fault::NotADate);
    row("en_US", u"1984-17-03"_s, QDate(), Fault::NotADate); // a year first is followed by the month, always
    for (const QString &early : {u"0990-03-17"_s, u"17.3.0990"_s, u"17 marca 0990"_s, u"0001-01-01"_s, u"1.1.0001"_s})
        row("pl_PL", early, QDate(), Fault::EarlyYear);
    row("en_US", u"0990-13-17"_s, QDate(), Fault::NotADate);
    row("en_US", u"1724655600"_s, QDate(), Fault::NotADate); // seconds since 1970
    row("en_US", u"zz"_s, QDate(), Fault::NotADate);
    row("en_US", u"17/3/19845"_s, QDate(), Fault::NotADate);
    row("en_US", u"17/3/198"_s, QDate(), Fault::NotADate);
    row("en_US", u"17:3:1984"_s, QDate(), Fault::NotADate);
    row("en_US", u"1 2 3 1984"_s, QDate(), Fault::NotADate);
    row("en_US", u"tomorrow"_s, QDate(), Fault::NotADate);
    row("en_US", u""_s, QDate(), Fault::NotADate);
    row("en_US", QString(100'000, u'1'), QDate(), Fault::NotADate);
}

void DateReaderTest::examples()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, typed);
    QFETCH(const QDate, date);
    QFETCH(const Fault, fault);
    const DateReading reading = readDate(typed, QLocale(locale));
    QCOMPARE(reading.date, date);
    QCOMPARE(reading.fault, fault);
}

// The sentences are in English, in whatever country.
void DateReaderTest::monthsAreNamedInTheLanguageOfTheSentence_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *locale, const QString &typed, const QString &says) {
        QTest::addRow("%s: %s", locale, qPrintable(typed)) << QString::fromLatin1(locale) << typed << says;
    };
    row("pl_PL", u"31.02.1984"_s, u"1984 has no 31 February."_s);
    row("en_US", u"2/30/1984"_s, u"1984 has no February 30."_s);
    // Both that may be meant
    row("en_US", u"04.03.1985"_s, u"This may be April 3 or March 4 in 1985. Write it like 1985-04-03, or"_s);
    row("pl_PL", u"5/1/1984 12:00 AM"_s, u"This may be 5 January or 1 May in 1984. Write it like 1984-01-05, or"_s);
}

void DateReaderTest::monthsAreNamedInTheLanguageOfTheSentence()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, typed);
    QFETCH(const QString, says);
    const QLocale before;
    const auto restore = qScopeGuard([&before] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(locale));
    const QString sentence = dateProblem(readBirthDate(typed), {QDate(1984, 3, 17)});
    QVERIFY2(sentence.startsWith(says), qPrintable(sentence));
}

void DateReaderTest::whatMoreCharactersWouldMendIsHalfTyped_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isHalf");
    const auto row = [](const char *locale, const QString &typed, bool isHalf) {
        QTest::addRow("%s %s", locale, qPrintable(typed)) << QString::fromLatin1(locale) << typed << isHalf;
    };
    for (const QString &typed :
         {u"1"_s,         u"17/"_s,       u"17/0"_s,          u"17/3"_s,     u"31/1"_s,  u"17/3/"_s,
          u"17/3/1"_s,    u"17/3/19"_s,   u"17/3/20"_s,       u"17-3-200"_s, u"17.03"_s, u"17 m"_s,
          u"17 de mar"_s, u"17 sep 19"_s, u"sábado, 17 de"_s, u"17 Dece"_s,  u"198"_s,   u"1984-"_s,
          u"1984-1"_s,    u"2004-12-"_s,  u"200412"_s})
        row("es_ES", typed, true);
    for (const QString &typed : {u"17/13"_s, u"32/"_s, u"31/4/"_s, u"zz"_s, u"17 xq"_s, u"17 marr"_s, u"1984-13"_s,
                                 u"3/17/1984"_s, u"1/2/3/4"_s, u"17/3/1984 x"_s})
        row("es_ES", typed, false);
    row("en_US", u"3/1"_s, true);
    row("en_US", u"March 1"_s, true);
    row("en_US", u"17/3"_s, false);
    row("de_DE", u"17. Mä"_s, true);
}

void DateReaderTest::whatMoreCharactersWouldMendIsHalfTyped()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, typed);
    QFETCH(const bool, isHalf);
    const QLocale spoken(locale);
    int read = 0;
    const auto isDate = [&](const QString &text) { return ++read, readDate(text, spoken).ok(); };
    QCOMPARE(mayBecomeDate(typed, isDate, spoken), isHalf);
    QVERIFY2(read <= 300, qPrintable(QString::number(read))); // at each key
}

void DateReaderTest::whatALocaleWritesIsHalfTypedUntilItIsWhole_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QLocale>("locale");
    const QDate date(1991, 7, 25);
    for (const char *name :
         {"en_US", "en_GB", "de_DE", "fr_FR", "es_ES", "pt_PT", "it_IT", "pl_PL", "ru_RU", "hu_HU", "fi_FI", "cs_CZ",
          "lt_LT", "sv_SE", "ar_EG", "fa_IR", "hi_IN", "ja_JP", "zh_CN", "ko_KR", "th_TH", "el_GR", "vi_VN", "he_IL"}) {
        const QLocale locale{QLatin1StringView(name)};
        for (const QString &text :
             {locale.toString(date, QLocale::ShortFormat), locale.toString(date, u"d MMMM yyyy"),
              locale.toString(date, u"d. MMM yyyy"), date.toString(Qt::ISODate), date.toString(u"yyyyMMdd"),
              date.toString(u"dd.MM.yyyy"), date.toString(u"d. M. yyyy"), QLocale::c().toString(date, u"MMMM d, yyyy"),
              QLocale::c().toString(date, u"d-MMM-yyyy")}) {
            if (readDate(text, locale).ok())
                QTest::addRow("%s %s", name, qPrintable(text)) << text << locale;
        }
    }
}

void DateReaderTest::whatALocaleWritesIsHalfTypedUntilItIsWhole()
{
    QFETCH(const QString, text);
    QFETCH(const QLocale, locale);
    for (qsizetype length = 1; length < text.size(); ++length) {
        int read = 0;
        const auto isDate = [&](const QString &begun) { return ++read, readDate(begun, locale).ok(); };
        const QString begun = text.left(length);
        QVERIFY2(isDate(begun) || mayBecomeDate(begun, isDate, locale), qPrintable(begun));
        QVERIFY2(read <= 300, qPrintable(u"%1: %2"_s.arg(begun).arg(read)));
    }
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::DateReaderTest)
#include "tst_datereader.moc"
