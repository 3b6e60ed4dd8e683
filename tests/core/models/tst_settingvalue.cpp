// What is typed for a setting is read as what it says, or refused with a reason: never as something else.

#include "core/models/settingvalue.h"

#include "core/document/halftyped.h"
#include "core/document/notation.h"
#include "core/document/setting.h"
#include "tests/support/testclass.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class SettingValueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadByTypeAndLocale_data();
    void isReadByTypeAndLocale();
    void aNumberMayHaveItsSettingsUnit_data();
    void aNumberMayHaveItsSettingsUnit();
    void theLanguageOfTheWordsChangesNoFormat_data();
    void theLanguageOfTheWordsChangesNoFormat();
    void everyLocaleReadsNumbersAsItWritesThem();
    void whatEveryLocaleWritesIsUnderstood();
    void whatIsWrittenIsReadAgain();
    void whatStandsThereStays_data();
    void whatStandsThereStays();
    void whatIsJsonIsTaken();
    void theFaultInJsonHasAPlace_data();
    void theFaultInJsonHasAPlace();
    void aChosenColourIsWrittenLikeTheOneBefore_data();
    void aChosenColourIsWrittenLikeTheOneBefore();
    void aColourInTwoReadingsIsNotGuessed();
    void aLongTextIsReadAtOnce_data();
    void aLongTextIsReadAtOnce();
};

// A row: type, locale, typed, what is saved (nothing: refused), a part of the sentence, what is stored.
void SettingValueTest::isReadByTypeAndLocale_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<std::optional<QString>>("saved");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("stored");
    const auto saves = [](const char *type, const char *locale, const QString &typed, const QString &saved,
                          const QString &stored = {}) {
        QTest::addRow("%s, %s: %s", type, locale, qPrintable(typed))
            << QString::fromLatin1(type) << QString::fromLatin1(locale) << typed << std::optional(saved) << QString()
            << stored;
    };
    const auto refuses = [](const char *type, const char *locale, const QString &typed, const QString &says,
                            const QString &stored = {}) {
        QTest::addRow("%s, %s: %s", type, locale, qPrintable(typed))
            << QString::fromLatin1(type) << QString::fromLatin1(locale) << typed << std::optional<QString>() << says
            << stored;
    };
    saves("Int32", "en_US", u"-0"_s, u"0"_s);
    // In marks that people and programs put around what they copy
    for (const QString &marks : {u"“”"_s, u"„“"_s, u"\"\""_s, u"«»"_s, u"‘’"_s, u"<>"_s, u"「」"_s}) {
        const auto in = [&marks](const QString &text) { return marks.front() + text + marks.back(); };
        saves("Url", "de_DE", in(u"https://example.org/x"_s), u"https://example.org/x"_s);
        saves("Guid", "de_DE", in(u"6f9619ff-8b86-d011-b42d-00c04fc964ff"_s),
              u"6f9619ff-8b86-d011-b42d-00c04fc964ff"_s);
        saves("Color", "de_DE", in(u"#3366CC"_s), u"#3366CC"_s);
        saves("Double", "de_DE", in(u" 12,75"_s), u"12.75"_s);
        saves("DateOnly", "de_DE", in(u"3.4.2025"_s), u"2025-04-03"_s);
        saves("TimeSpan", "de_DE", in(u"02:30:00"_s), u"02:30:00"_s);
        saves("Boolean", "de_DE", in(u"nein"_s), u"false"_s, u"true"_s);
        saves("String", "de_DE", in(u"a"_s), in(u"a"_s));
    }
    saves("Json", "de_DE", u"\"a\""_s, u"\"a\""_s);
    saves("Int64", "de_DE", u"-000"_s, u"000"_s);
    // The locale's notation and the service's
    saves("Double", "it_IT", u"12,75"_s, u"12.75"_s);
    saves("Double", "de_DE", u"12,75"_s, u"12.75"_s);
    saves("Double", "de_DE", u"12.75"_s, u"12.75"_s);
    saves("Double", "de_DE", u"1.234,5"_s, u"1234.5"_s);
    saves("Double", "de_DE", u"1.234.567"_s, u"1234567"_s);
    saves("Double", "de_DE", u"0,125"_s, u"0.125"_s);
    saves("Double", "it_IT", u"1,234"_s, u"1.234"_s);
    saves("Double", "fr_FR", u"1\u202F234,5"_s, u"1234.5"_s);
    saves("Double", "fr_FR", u"1 234,5"_s, u"1234.5"_s);
    saves("Double", "de_CH", u"1'234.5"_s, u"1234.5"_s);
    saves("Double", "fr_CH", u"1'234,5"_s, u"1234.5"_s);
    saves("Double", "en_US", u"1,234.5"_s, u"1234.5"_s);
    saves("Double", "en_US", u"1,234,567"_s, u"1234567"_s);
    saves("Double", "hi_IN", u"12,34,567.5"_s, u"1234567.5"_s);
    saves("Double", "hi_IN", u"१२.७५"_s, u"12.75"_s);
    saves("Double", "ar_EG", u"١٢٫٧٥"_s, u"12.75"_s);
    saves("Double", "ar_EG", u"١٬٢٣٤"_s, u"1234"_s);
    saves("Double", "ar_EG", u"12.75"_s, u"12.75"_s);
    saves("Double", "en_US", u"\u22125"_s, u"-5"_s);
    saves("Double", "en_US", u".5"_s, u"0.5"_s);
    saves("Double", "en_US", u"1.5E-7"_s, u"1.5E-7"_s);
    saves("Double", "sv_SE", u"1,5×10^3"_s, u"1.5e3"_s);
    saves("Double", "en_US", u" 7 "_s, u"7"_s);
    saves("Double", "en_US", u"0.1000000000000000055511151231257827"_s, u"0.1000000000000000055511151231257827"_s);
    refuses("Double", "en_US", u"12,75"_s, u"not a number"_s);
    refuses("Double", "en_US", u"1,234"_s, u"Write 1234 or 1.234."_s);
    refuses("Double", "de_DE", u"1.234"_s, u"Write 1234 or 1,234."_s);
    refuses("Double", "fr_FR", u"1.234"_s, u"two ways"_s);
    refuses("Double", "ar_EG", u"1,234"_s, u"two ways"_s);
    // Groups as they are typed elsewhere, where they leave one reading
    for (const char *locale :
         {"pt_PT", "fr_FR", "pl_PL", "ru_RU", "de_CH", "en_US", "it_IT", "ar_EG", "en_ZA", "hi_IN"}) {
        saves("Double", locale, u"1.234,5"_s, u"1234.5"_s);
        saves("Decimal", locale, u"-1.234.567,25"_s, u"-1234567.25"_s);
        saves("Double", locale, u"1,234.5"_s, u"1234.5"_s);
        saves("Double", locale, u"1,234.567"_s, u"1234.567"_s);
        saves("Double", locale, u"1.234,567"_s, u"1234.567"_s);
        saves("Double", locale, u"1.234.567"_s, u"1234567"_s);
        saves("Int32", locale, u"1.234.567"_s, u"1234567"_s);
        refuses("Int32", locale, u"1.234,5"_s, u"whole number"_s);
        for (const QString &text :
             {u"1.23,4"_s, u"1234.5,6"_s, u"0.123,4"_s, u"1.234,"_s, u"1.234.56"_s, u"1.234,5.6"_s})
            refuses("Double", locale, text, u"not a number"_s);
    }
    refuses("Double", "pt_PT", u"1.000"_s, u"Write 1000 or 1,000."_s);
    refuses("Double", "pt_PT", u"-1.234"_s, u"Write -1234 or -1,234."_s);
    for (const char *locale : {"fr_FR", "pt_PT", "ru_RU", "pl_PL", "de_CH", "en_US"}) // points do not group there
        refuses("Int32", locale, u"1.234"_s, u"in digits only"_s);
    for (const char *locale : {"fr_FR", "de_DE", "de_CH"})
        refuses("Int32", locale, u"1,234"_s, u"in digits only"_s);
    saves("Int32", "de_DE", u"1.234"_s, u"1234"_s);
    for (const QString &text : {u"thirty"_s, u"--5"_s}) // its limits are another matter
        refuses("Int32", "en_US", text, u"This is not a whole number. Write it like 30."_s);
    refuses("Int32", "en_US", u"2147483648"_s, u"Write one from -2147483648 to 2147483647."_s);
    saves("Int32", "en_US", u"1,234"_s, u"1234"_s);
    refuses("Int32", "ar_EG", u"1,234"_s, u"whole number"_s);
    refuses("Double", "it_IT", u"1.23,4"_s, u"not a number"_s);
    refuses("Double", "en_US", u"12x"_s, u"not a number"_s);
    refuses("Double", "fr_FR", u"12,50 €"_s, u"without the unit “€”"_s);
    refuses("Decimal", "fr_FR", u"1\u202F234,50\u00A0EUR"_s, u"without the unit “EUR”"_s);
    refuses("Decimal", "en_US", u"$12.50"_s, u"without the unit “$”"_s);
    refuses("Double", "fr_FR", u"10 %"_s, u"without the unit “%”"_s);
    for (const QString &percent : {u"%"_s, u"٪"_s, u"﹪"_s, u"؉"_s, u"‱"_s})
        refuses("Int32", "ar_EG", u"١٢"_s + percent, u"without the unit “%1”"_s.arg(percent));
    refuses("Int32", "ja_JP", u"12％"_s, u"without the unit “%”"_s);
    refuses("Double", "ar_EG", u"١٢٫٥٪"_s, u"without the unit “٪”"_s);
    refuses("Int32", "fr_FR", u"-10 km/h"_s, u"without the unit “km/h”"_s);
    refuses("Double", "fr_FR", u"7h45"_s, u"without units"_s);
    refuses("Int32", "fr_FR", u"7 h 45 min"_s, u"without units"_s);
    refuses("Int32", "fr_FR", u"12,5 €"_s, u"in digits only"_s);
    refuses("Double", "fr_FR", u"à peu près 12 ou plus"_s, u"like 1234,5"_s);
    refuses("Double", "en_US", u"1D5"_s, u"not a number"_s);
    refuses("Double", "en_US", u"१2"_s, u"not a number"_s);
    refuses("Double", "en_US", u"12."_s, u"not a number"_s);
    refuses("Double", "en_US", u"--5"_s, u"not a number"_s);
    refuses("Double", "en_US", u"Infinity"_s, u"not a number"_s);
    refuses("Double", "en_US", u"∞"_s, u"not a number"_s);
    refuses("Double", "en_US", u"NaN"_s, u"not a number"_s);
    refuses("Double", "en_US", u"1e999"_s, u"does not fit here"_s);
    refuses("Double", "en_US", u"1e-999"_s, u"too small"_s);
    refuses("Single", "en_US", u"1e39"_s, u"does not fit here"_s);
    saves("float", "en_US", u"3.4e38"_s, u"3.4e38"_s);
    saves("Decimal", "it_IT", u"0,1234567890123456789012345678"_s, u"0.1234567890123456789012345678"_s);
    saves("Decimal", "en_US", u"79228162514264337593543950335"_s, u"79228162514264337593543950335"_s);
    refuses("Decimal", "en_US", u"79228162514264337593543950336"_s, u"does not fit here"_s);
    refuses("Decimal", "en_US", u"9.99999999999999999999999999999"_s, u"28 digits"_s);
    refuses("Decimal", "en_US", u"1e3"_s, u"exponent"_s);
    // What people in other places write
    saves("Double", "ar_EG", u"\u061C-١٬٢٣٤٫٥"_s, u"-1234.5"_s);
    saves("Double", "fa_IR", u"\u200E\u2212۱٬۲۳۴٫۵"_s, u"-1234.5"_s);
    refuses("Double", "fa_IR", u"۱۲/۷۵"_s, u"not a number"_s);
    refuses("Double", "ar_EG", u"١٢،٧٥"_s, u"not a number"_s);
    refuses("Double", "ar_EG", u"12,345"_s, u"two ways"_s);
    saves("Double", "en_IN", u"1,23,456.5"_s, u"123456.5"_s);
    saves("Int32", "hi_IN", u"१२,३४,५६७"_s, u"1234567"_s);
    saves("Int32", "bn_BD", u"১২,৩৪,৫৬৭"_s, u"1234567"_s);
    refuses("Int32", "en_US", u"12,34,567"_s, u"whole number"_s);
    saves("Double", "my_MM", u"၁၂.၅"_s, u"12.5"_s);
    saves("Double", "de_CH", u"1’234.5"_s, u"1234.5"_s);
    saves("Double", "fr_FR", u"1\u202F234\u202F567,5"_s, u"1234567.5"_s);
    refuses("Double", "fr_FR", u"1\u202F23,5"_s, u"not a number"_s);
    saves("Double", "ru_RU", u"1\u00A0234,5"_s, u"1234.5"_s);
    saves("Double", "pt_BR", u"1.234,5"_s, u"1234.5"_s);
    refuses("Double", "pt_BR", u"1.234"_s, u"two ways"_s);
    refuses("Double", "de_AT", u"1.234"_s, u"two ways"_s);
    saves("Double", "ja_JP", u"１２.５"_s, u"12.5"_s);
    saves("Double", "ja_JP", u"−１２．５"_s, u"-12.5"_s);
    saves("Int32", "ja_JP", u"１，２３４"_s, u"1234"_s);
    saves("Boolean", "ja_JP", u"ｔｒｕｅ"_s, u"true"_s);
    saves("Color", "ja_JP", u"＃３３６６ＣＣ"_s, u"#3366CC"_s);
    saves("TimeSpan", "ja_JP", u"１．０２：３０：００"_s, u"1.02:30:00"_s);
    saves("Time", "ja_JP", u"７：３０"_s, u"07:30:00"_s);
    saves("Date", "ja_JP", u"２０２４／８／２６"_s, u"2024-08-26"_s);
    saves("DateTime", "ja_JP", u"２０２４／８／２６　１２：３０"_s, u"2024-08-26T12:30:00"_s);
    refuses("Date", "ja_JP", u"２０２４／８／２６　１２：３０"_s, u"Only a date"_s);
    refuses("Double", "ja_JP", u"５²"_s, u"not a number"_s);
    // From spreadsheets and text programs
    for (const auto &[before, after] :
         {std::pair(u"\uFEFF"_s, u"\t"_s), {u"\t"_s, u"\r\n"_s}, {u"\u00A0"_s, u"\u200E"_s}, {u"“"_s, u"”\n"_s}}) {
        const auto pasted = [&before = before, &after = after](const QString &text) { return before + text + after; };
        saves("Double", "pl_PL", pasted(u"1\u00A0234,5"_s), u"1234.5"_s);
        saves("DateTime", "fr_FR", pasted(u"26/08/2024\u00A012:30"_s), u"2024-08-26T12:30:00"_s);
        saves("Date", "ar_EG", pasted(u"٢٦\u200F/٨\u200F/٢٠٢٤"_s), u"2024-08-26"_s);
        saves("DateTime", "fa_IR", pasted(u"۲۰۲۴/۸/۲۶،\u200F ۱۲:۳۰"_s), u"2024-08-26T12:30:00"_s);
        saves("Date", "hi_IN", pasted(u"२६/८/२०२४"_s), u"2024-08-26"_s);
        saves("DateTime", "zh_CN", pasted(u"2024年8月26日 12:30"_s), u"2024-08-26T12:30:00"_s);
        saves("Time", "de_DE", pasted(u"7:30\u202FUhr"_s), u"07:30:00"_s);
        saves("Guid", "de_DE", pasted(u"6f9619ff-8b86-d011-b42d-00c04fc964ff"_s),
              u"6f9619ff-8b86-d011-b42d-00c04fc964ff"_s);
        saves("Color", "de_DE", pasted(u"#3366CC"_s), u"#3366CC"_s);
        refuses("Double", "de_DE", pasted(u"12\t13"_s), u"not a number"_s);
    }
    saves("Double", "en_US", u"+5"_s, u"5"_s);
    refuses("Double", "de_DE", u"1.234e3"_s, u"two ways"_s);
    // A first group of four digits
    refuses("Double", "es_ES", u"1234.567"_s, u"Write 1234567 or 1234,567."_s);
    saves("Double", "pt_PT", u"1234.567"_s, u"1234.567"_s); // a space groups there
    saves("Double", "es_ES", u"1234.5678"_s, u"1234.5678"_s);
    saves("Double", "es_ES", u"1234.567,5"_s, u"1234567.5"_s);
    saves("Int32", "es_ES", u"1234.567"_s, u"1234567"_s);
    saves("Double", "pl_PL", u"1234\u00A0567,5"_s, u"1234567.5"_s);
    saves("Int32", "pl_PL", u"1 000 000"_s, u"1000000"_s);
    // Signs, zeros and spaces that look alike
    saves("Int32", "de_CH", u"1'000"_s, u"1000"_s);
    saves("Double", "de_LI", u"1'000.5"_s, u"1000.5"_s);
    saves("Int32", "fr_FR", u"1\u00A0000"_s, u"1000"_s);
    refuses("Int32", "en_US", u"1\u00A0000"_s, u"whole number"_s);
    refuses("Int32", "en_US", u"1e5"_s, u"whole number"_s);
    refuses("Int32", "en_US", u"1.000"_s, u"whole number"_s);
    saves("Double", "tr_TR", u"1,5"_s, u"1.5"_s);
    saves("Double", "en_US", u"+007.50"_s, u"007.50"_s);
    saves("Int32", "ar_EG", u"\u061C\u2212٣٠"_s, u"-30"_s);
    saves("Double", "ar_EG", u"٫٥"_s, u"0.5"_s);
    refuses("Double", "ja_JP", u"1，5"_s, u"not a number"_s);
    saves("Int32", "en_IN", u"1,00,000"_s, u"100000"_s);
    saves("Int32", "en_IN", u"100,000"_s, u"100000"_s);
    // Nothing is a value of a text only, or where there was none
    for (const char *type : {"Int32", "Int64", "Single", "Double", "Decimal", "Boolean", "DateTime", "DateTimeOffset",
                             "Date", "TimeOnly", "TimeSpan", "Guid", "Json", "Object", "Color", "Url"}) {
        for (const QString &typed : {QString(), u" \t "_s}) {
            refuses(type, "it_IT", typed, u"An empty value does not fit this type ("_s, u"5"_s);
            saves(type, "it_IT", typed, QString(), u" "_s);
        }
    }
    for (const char *type : {"int?", "Nullable<DateTime>", "System.Nullable<System.Guid>"})
        saves(type, "it_IT", u" "_s, QString(), u"5"_s);
    saves("Object", "en_US", QString(), QString(), u"words"_s);
    saves("String", "en_US", QString(), QString(), u"words"_s);
    saves("List<string>", "en_US", QString(), QString(), u"a,b"_s);
    saves("String", "en_US", u"   "_s, u"   "_s, u"5"_s);
    saves("Boolean", "tr_TR", u"TRUE"_s, u"true"_s, u"false"_s);
    refuses("Boolean", "de_DE", u"oui"_s, u"neither true nor false"_s);
    refuses("Json", "en_US", u"{\"a\": 1,}"_s, u"a name in quotation marks was expected"_s);
    refuses("Json", "en_US", u"{\"a\": 1, \"a\": 2}"_s, u"different ways"_s, u"{}"_s);
    refuses("Object", "en_US", u"words"_s, u"not valid JSON"_s, u"{\"a\": 1, \"a\": 2}"_s);
    saves("Object", "en_US", u"{\"a\": 1, \"a\": 2}"_s, u"{\"a\": 1, \"a\": 2}"_s, u"words"_s);
    refuses("Url", "en_US", u"https:/example.com"_s, u"not a web address"_s);
    refuses("Url", "en_US", u"https://exa mple.com"_s, u"not a web address"_s);
    refuses("Color", "en_US", u"rgb(1, 2, 3)"_s, u"not a colour"_s);
    refuses("DateTime", "de_DE", u"29.2.2023 7:00"_s, u"2023 has no 29 Feb"_s);
    refuses("DateOnly", "de_DE", u"31.4.2024"_s, u"2024 has no 31 Apr"_s);
    refuses("DateTime", "de_DE", u"29.2. 7:00"_s, u"Day, month or year"_s);
    saves("DateTime", "de_DE", u"31.3.2024 2:30"_s, u"2024-03-31T02:30:00"_s); // no zone: no gap
    saves("DateTime", "en_US", u"8/26/2024, 7:05\u202FPM"_s, u"2024-08-26T19:05:00"_s);
    saves("DateTime", "es_ES", u"26/8/2024 7:05 p.\u00A0m."_s, u"2024-08-26T19:05:00"_s);
    refuses("Date", "ar_SA", u"١/٩/١٤٤٥"_s, u"unusual"_s);
    saves("TimeOnly", "de_DE", u"7.30"_s, u"07:30:00"_s);
    saves("TimeOnly", "ar_EG", u"٧:٣٠"_s, u"07:30:00"_s);
    refuses("TimeOnly", "en_US", u"24:00"_s, u"not a time"_s);
    refuses("TimeOnly", "en_US", u"730"_s, u"not a time"_s);
    saves("TimeOnly", "el_GR", u"7:30 μ.μ."_s, u"19:30:00"_s);
    // English with a decimal comma: not everybody who writes it does so
    for (const char *locale : {"en_ZA", "en_DE", "en_SE"}) {
        refuses("Double", locale, u"1,234"_s, u"Write 1234 or 1,2340."_s);
        refuses("Decimal", locale, u"1.234"_s, u"Write 1234 or 1,2340."_s);
        saves("Double", locale, u"1,2340"_s, u"1.2340"_s);
        saves("Double", locale, u"12,5"_s, u"12.5"_s);
        saves("Double", locale, u"12.5"_s, u"12.5"_s);
    }
    for (const QString &text :
         {u"5 GB"_s, u"5GB"_s, u"50%"_s, u"50 %"_s, u"€5"_s, u"5 €"_s, u"$5"_s, u"(5)"_s, u"5-"_s, u"\u20135"_s, u"½"_s,
          u"1½"_s, u"5²"_s, u"1_000"_s, u"1 234"_s, u"5k"_s, u"#5"_s, u"5m"_s}) {
        for (const char *type : {"Double", "Decimal", "Int32", "UInt64"})
            refuses(type, "en_US", text, u"number"_s);
    }
    // Whole numbers and their ranges
    saves("Int32", "en_US", u"1,234"_s, u"1234"_s);
    saves("Int32", "de_DE", u"1.234"_s, u"1234"_s);
    saves("Int32", "ar_EG", u"٣٠"_s, u"30"_s);
    saves("Int32", "sv_SE",
          u"\u2212"
          u"30"_s,
          u"-30"_s);
    saves("int?", "en_US", u""_s, u""_s, u"5"_s);
    saves("Int32", "en_US", u"+30"_s, u"30"_s);
    saves("Int32", "en_US", u"007"_s, u"007"_s);
    saves("Int32", "en_US", u"2147483647"_s, u"2147483647"_s);
    saves("Int64", "en_US", u"9223372036854775807"_s, u"9223372036854775807"_s);
    saves("UInt64", "en_US", u"18446744073709551615"_s, u"18446744073709551615"_s);
    saves("SByte", "en_US", u"-128"_s, u"-128"_s);
    refuses("Int32", "en_US", u"7 days"_s, u"whole number"_s);
    refuses("Int32", "en_US", u"99999999999999"_s, u"-2147483648 to 2147483647"_s);
    refuses("Int32", "en_US", u"2147483648"_s, u"does not fit here"_s);
    refuses("Int32", "en_US", u"0x1F"_s, u"whole number"_s);
    refuses("Int32", "en_US", u"12.5"_s, u"whole number"_s);
    refuses("Int32", "en_US", u"1e3"_s, u"whole number"_s);
    refuses("Int32", "it_IT", u"1,000"_s, u"whole number"_s);
    refuses("Int32", "en_US", u"12,34"_s, u"whole number"_s);
    refuses("Int64", "en_US", u"9223372036854775808"_s, u"does not fit here"_s);
    refuses("Int64", "en_US", u"-9223372036854775809"_s, u"does not fit here"_s);
    refuses("UInt32", "en_US", u"-1"_s, u"does not fit here"_s);
    refuses("Byte", "en_US", u"256"_s, u"from 0 to 255"_s);
    refuses("System.Nullable<System.Int16>", "en_US", u"40000"_s, u"does not fit here"_s);
    // Yes and no
    saves("Boolean", "en_US", u"no"_s, u"False"_s, u"True"_s);
    saves("Boolean", "en_US", u"true"_s, u"Y"_s, u"Y"_s);
    saves("Boolean", "en_US", u"off"_s, u"N"_s, u"Y"_s);
    saves("Boolean", "de_DE", u"Ja"_s, u"1"_s, u"0"_s);
    saves("Boolean", "fr_FR", u"faux"_s, u"false"_s, u"maybe"_s);
    refuses("Boolean", "en_US", u"maybe"_s, u"neither true nor false"_s);
    refuses("Boolean", "en_US", u"2"_s, u"neither true nor false"_s);
    // Dates and times
    saves("DateTime", "en_US", u"2024-08-26T07:00:00+02:00"_s, u"2024-08-26T07:00:00+02:00"_s);
    saves("DateTime", "de_DE", u"26.8.2024 7:05"_s, u"2024-08-26T07:05:00"_s);
    saves("DateTime", "en_US", u"8/26/2024 7:05 pm"_s, u"2024-08-26T19:05:00"_s);
    saves("DateTime", "ar_EG", u"٢٠٢٤-٠٨-٢٦T٠٧:٠٠:٠٠"_s, u"2024-08-26T07:00:00"_s);
    saves("DateTime", "de_DE", u"26.8.2024"_s, u"2024-08-26T00:00:00Z"_s, u"2023-01-01T00:00:00Z"_s);
    refuses("DateTime", "de_DE", u"26.8.2024"_s, u"time is missing"_s, u"2024-08-26T06:00:00"_s);
    refuses("DateTime", "de_DE", u"2024-08-26T07:00:00"_s, u"time zone"_s, u"2024-08-26T06:00:00.0000000+02:00"_s);
    refuses("DateTimeOffset", "en_US", u"2024-08-26T07:00:00"_s, u"time zone"_s);
    refuses("DateTime", "en_US", u"yesterday"_s, u"not a date"_s);
    refuses("DateTime", "en_US", u"2024-02-30T00:00:00Z"_s, u"2024 has no "_s);
    // What is said is the cause
    refuses("DateTime", "de_DE", u"12.03.24"_s, u"four digits"_s);
    refuses("DateTime", "en_US", u"3/4/24"_s, u"four digits"_s);
    refuses("DateTime", "de_DE", u"12.03.24 7:05"_s, u"four digits"_s);
    refuses("DateTime", "en_US", u"3/4/24 7:05 pm"_s, u"four digits"_s);
    refuses("DateTime", "en_US", u"March 4, 24 7:05"_s, u"four digits"_s);
    refuses("DateTime", "ja_JP", u"3/4/2024 7:05"_s,
            u"4 March or 3 April in 2024. Write it like 2024-03-04 07:00:00"_s);
    refuses("DateTime", "en_CA", u"3/4/2024"_s, u"4 March or 3 April"_s);
    refuses("DateTime", "en_CA", u"3/4/2024"_s, u"4 March or 3 April"_s, u"2023-01-01T00:00:00Z"_s);
    refuses("DateTime", "en_US", u"04.03.1985 7:05 PM"_s, u"3 April or 4 March"_s);
    refuses("DateOnly", "en_US", u"04.03.1985"_s, u"3 April or 4 March"_s);
    refuses("DateTime", "en_US", u"17 March 7:05"_s, u"Day, month or year"_s);
    refuses("DateTime", "de_DE", u"17.3. 19.24"_s, u"Day, month or year"_s);
    refuses("DateTime", "en_US", u"7:05"_s, u"date is missing"_s);
    refuses("DateTime", "en_US", u"7:05 pm"_s, u"date is missing"_s);
    refuses("DateTime", "en_US", u"07:05:00Z"_s, u"date is missing"_s);
    refuses("DateTimeOffset", "en_US", u"8/26/2024"_s, u"time is missing. Write it too, like 26 Aug 2024 07:00"_s);
    refuses("DateTime", "en_US", u"8/26/2024"_s, u"time is missing"_s);
    refuses("DateTime", "de_DE", u"26.8.2024 25:00"_s, u"time of day"_s);
    refuses("DateTime", "de_DE", u"26.8.2024 7:60"_s, u"time of day"_s);
    refuses("DateTime", "de_DE", u"26.8.2024 7:5"_s, u"time of day"_s);
    refuses("DateTime", "en_US", u"8/26/2024 13:00 pm"_s, u"time of day"_s);
    refuses("DateTime", "en_US", u"2024-08-26T25:00:00Z"_s, u"time of day"_s, u"2023-01-01T00:00:00Z"_s);
    refuses("DateTime", "en_US", u"2024-08-26T24:00:00Z"_s, u"time of day"_s);
    refuses("DateTime", "de_DE", u"31.2.2024 7:05"_s, u"2024 has no "_s);
    refuses("DateTime", "de_DE", u"31.2.2024 25:00"_s, u"2024 has no "_s);
    refuses("DateTime", "de_DE", u"26.8.2024 7:05 CET"_s, u"time zone is not understood"_s);
    refuses("DateTime", "de_DE", u"26.8.2024 7:05 +2"_s, u"time zone is not understood"_s);
    refuses("DateTime", "en_US", u"2024-08-26T07:05:00+02"_s, u"time zone is not understood"_s);
    saves("DateTime", "de_DE", u"26.8.2024 7:05 UTC"_s, u"2024-08-26T07:05:00Z"_s);
    saves("DateTime", "de_DE", u"26.8.2024 7:05 +0200"_s, u"2024-08-26T07:05:00+02:00"_s);
    saves("DateTime", "en_US", u"2024-08-26T07:05:00+0200"_s, u"2024-08-26T07:05:00+02:00"_s);
    saves("DateTime", "en_US", u"Mon 26-Aug-2024"_s, u"2024-08-26T00:00:00Z"_s, u"2023-01-01T00:00:00Z"_s);
    refuses("DateTime", "en_US", u"26-08-2024 07:05"_s, u"order used here"_s);
    saves("DateTime", "en_US", u"08-26-2024 07:05"_s, u"2024-08-26T07:05:00"_s);
    refuses("Date", "it_IT", u"07/13/2027"_s, u"order used here"_s, u"2024-01-01"_s);
    refuses("DateTime", "it_IT", u"07/13/2027 7:05"_s, u"order used here"_s);
    saves("Date", "it_IT", u"2027/07/13"_s, u"2027-07-13"_s);
    refuses("DateTime", "en_US", u"1724655600"_s, u"not a date"_s);
    saves("DateTime", "en_US", u"7:05 8/26/2024"_s, u"2024-08-26T07:05:00"_s);
    saves("DateTime", "en_US", u"7:05 pm, 8/26/2024"_s, u"2024-08-26T19:05:00"_s);
    saves("DateTime", "vi_VN", u"06:30 26/08/2024"_s, u"2024-08-26T06:30:00"_s);
    saves("DateTime", "vi_VN", u"06:30, 26/08/2024"_s, u"2024-08-26T06:30:00"_s);
    saves("DateTime", "da_DK", u"26.08.2024 kl. 08.00"_s, u"2024-08-26T08:00:00"_s);
    saves("DateTime", "da_DK", u"26. august 2024 kl. 8.05"_s, u"2024-08-26T08:05:00"_s);
    saves("DateTime", "de_DE", u"26.08.2024 um 7:00"_s, u"2024-08-26T07:00:00"_s);
    saves("DateTime", "de_DE", u"26.08.2024, 7:00 Uhr"_s, u"2024-08-26T07:00:00"_s);
    refuses("DateTime", "vi_VN", u"25:30 26/08/2024"_s, u"time of day"_s);
    refuses("DateTime", "en_US", u"7:05 Aug"_s, u"not a date"_s);
    saves("Date", "de_DE", u"26.8.2024 00:00:00"_s, u"2024-08-26"_s);
    refuses("Date", "de_DE", u"26.8.2024 7:00"_s, u"Only a date"_s);
    refuses("Date", "de_DE", u"2024-08-26T07:00:00Z"_s, u"Only a date"_s);
    for (const QString &midnight : {u"T00:00:00"_s, u"T00:00:00.0000000"_s, u"T00:00:00+02:00"_s, u" 0:00"_s})
        saves("Date", "de_DE", u"2024-08-26"_s + midnight, u"2024-08-26"_s);
    // Offsets of zones that are, and that are none
    for (const QString &zone : {u"+14:00"_s, u"-14:00"_s, u"+05:45"_s, u"-00:30"_s}) {
        saves("DateTimeOffset", "en_US", u"2024-08-26T07:05:00"_s + zone, u"2024-08-26T07:05:00"_s + zone);
        saves("DateTimeOffset", "en_US", u"8/26/2024 7:05 "_s + zone, u"2024-08-26T07:05:00"_s + zone);
    }
    for (const QString &zone : {u"+14:01"_s, u"-14:30"_s, u"+15:00"_s, u"+25:00"_s, u"+02:60"_s, u"-2400"_s}) {
        refuses("DateTime", "en_US", u"2024-08-26T07:05:00"_s + zone, u"that far from UTC"_s);
        refuses("DateTimeOffset", "de_DE", u"26.8.2024 7:05 "_s + zone, u"that far from UTC"_s);
    }
    // Years of other calendars, and those that nobody means
    for (const char *type : {"DateTime", "Date"}) {
        const QString time = QByteArrayView(type) == "Date" ? QString() : u" 7:05"_s;
        const QString saved = time.isEmpty() ? QString() : u"T07:05:00"_s;
        refuses(type, "th_TH", u"26/8/2567"_s + time, u"year 2567 is unusual"_s);
        refuses(type, "fa_IR", u"۱۴۰۳/۶/۵"_s + time, u"write the date like 1403-06-05"_s);
        refuses(type, "en_US", u"17 March 1849"_s + time, u"unusual"_s);
        saves(type, "en_US", u"17 March 1850"_s + time, u"1850-03-17"_s + saved);
        saves(type, "en_US", u"17 March 2200"_s + time, u"2200-03-17"_s + saved);
        refuses(type, "en_US", u"17 March 2201"_s + time, u"unusual"_s);
        refuses(type, "ne_NP", u"2081/5/10"_s + time, u"year 2081 is unusual"_s);
        refuses(type, "th_TH", u"26 สิงหาคม พ.ศ. 2567"_s + time, u"another calendar"_s);
        refuses(type, "en_US", u"Tuesday, August 26, 2024"_s + time, u"day of the week"_s);
        saves(type, "fa_IR", u"1403-06-05"_s + (time.isEmpty() ? time : u"T07:05:00"_s), u"1403-06-05"_s + saved);
        saves(type, "fa_IR", u"۱۴۰۳-۰۶-۰۵"_s + time, u"1403-06-05"_s + saved);
    }
    refuses("Date", "de_DE", u"26.8.2024 7:05"_s, u"without a time"_s);
    refuses("Date", "en_US", u"2024-08-26T07:05:00Z"_s, u"without a time"_s, u"2000-01-01T00:00:00Z"_s);
    saves("Date", "en_US", u"2024-08-26T00:00:00Z"_s, u"2024-08-26T00:00:00Z"_s, u"2000-01-01T00:00:00Z"_s);
    refuses("Date", "de_DE", u"26.8.24"_s, u"four digits"_s);
    refuses("Date", "en_US", u"2024-08-26T25:00:00Z"_s, u"not a date"_s);
    refuses("TimeOnly", "en_US", u"7:05+02:00"_s, u"without a time zone"_s);
    saves("DateOnly", "it_IT", u"17/3/1984"_s, u"1984-03-17"_s);
    saves("Date", "en_US", u"17 March 1984"_s, u"1984-03-17T00:00:00"_s, u"2000-01-01T00:00:00"_s);
    refuses("Date", "en_US", u"3/17/84"_s, u"four digits"_s);
    saves("TimeOnly", "en_US", u"7:30 pm"_s, u"19:30:00"_s);
    // Halves of the day in whole words, in front and behind, and hours and minutes with their marks
    for (const QString &evening : {u"مساءً"_s, u"مساء"_s, u"م"_s, u"بعد الظهر"_s})
        saves("DateTime", "ar_EG", u"15/06/2024 10:00:00 "_s + evening, u"2024-06-15T22:00:00"_s);
    saves("DateTime", "ar_EG", u"١٥/٠٦/٢٠٢٤ ١٠:٠٠ صباحًا"_s, u"2024-06-15T10:00:00"_s);
    saves("Time", "ar_SA", u"12:30 صباحا"_s, u"00:30:00"_s);
    refuses("Time", "ar_EG", u"12:30 مساءً"_s, u"time of day"_s);                   // noon or midnight
    saves("DateTime", "ar_EG", u"15/06/2024 م 10:00"_s, u"2024-06-15T10:00:00"_s); // a Gregorian date
    for (const QString &time : {u"午後10:30"_s, u"午後 10:30"_s, u"22時30分"_s, u"午後10時30分"_s, u"10:30 午後"_s,
                                u"２２：３０"_s, u"午後１０時半"_s, u"22 時 30 分"_s}) {
        saves("DateTime", "ja_JP", u"2024/6/15 "_s + time, u"2024-06-15T22:30:00"_s);
        saves("DateTime", "ja_JP", u"2024年6月15日(土) "_s + time, u"2024-06-15T22:30:00"_s);
        saves("DateTime", "ja_JP", u"2024年6月15日"_s + time, u"2024-06-15T22:30:00"_s);
        saves("DateTime", "ja_JP", u"2024/6/15(土)"_s + time, u"2024-06-15T22:30:00"_s);
        refuses("DateTime", "ja_JP", u"2024/6/15(日)"_s + time, u"day of the week"_s);
        refuses("Date", "ja_JP", u"2024/6/15 "_s + time, u"Only a date"_s);
        saves("Time", "ja_JP", time, u"22:30:00"_s);
    }
    saves("Time", "ja_JP", u"午前9時30分"_s, u"09:30:00"_s);
    saves("Time", "ja_JP", u"午後9:15"_s, u"21:15:00"_s);
    saves("Time", "ja_JP", u"午後0:15"_s, u"12:15:00"_s);
    saves("Time", "ja_JP", u"9時"_s, u"09:00:00"_s);
    saves("Time", "ja_JP", u"9時5分7秒"_s, u"09:05:07"_s);
    saves("Time", "zh_CN", u"下午12:30"_s, u"12:30:00"_s);
    saves("Time", "zh_TW", u"上午9點30分"_s, u"09:30:00"_s);
    saves("DateTime", "zh_CN", u"2024年6月15日 22时30分"_s, u"2024-06-15T22:30:00"_s);
    saves("DateTime", "zh_CN", u"2024年6月15日下午10:30"_s, u"2024-06-15T22:30:00"_s);
    saves("DateTime", "ko_KR", u"2024. 6. 15. 오후 10:30"_s, u"2024-06-15T22:30:00"_s);
    saves("DateTime", "ko_KR", u"2024년 6월 15일 오후 10시 30분"_s, u"2024-06-15T22:30:00"_s);
    for (const QString &none : {u"午後12:30"_s, u"午前12時"_s, u"午後13:30"_s, u"2時間"_s, u"2時間30分"_s,
                                u"22時61分"_s, u"25時"_s, u"朝9:30"_s, u"午後午前9:30"_s})
        refuses("Time", "ja_JP", none, u"not a time of day"_s);
    refuses("DateTime", "ar_EG", u"15/06/2024 10:00:00 ليلا"_s, u"time of day"_s);
    refuses("DateTime", "de_DE", u"26.8.2024 7:05 am Abend"_s, u"time of day"_s);
    refuses("DateTime", "de_DE", u"26.8.2024 7:05 Europe/Berlin"_s, u"time zone is not understood"_s);
    refuses("TimeOnly", "en_US", u"25:00"_s, u"time of day"_s);
    saves("TimeSpan", "en_US", u"1.02:30:00"_s, u"1.02:30:00"_s);
    refuses("TimeSpan", "en_US", u"24:00:00"_s, u"hours go up to 23"_s);
    refuses("TimeSpan", "en_US", u"7:60"_s, u"minutes and seconds to 59"_s);
    saves("TimeSpan", "en_US", u"10675199.02:48:05.4775807"_s, u"10675199.02:48:05.4775807"_s);
    saves("TimeSpan", "en_US", u"-10675199.02:48:05.4775808"_s, u"-10675199.02:48:05.4775808"_s);
    saves("TimeSpan", "en_US", u"10675199.02:48:05.4"_s, u"10675199.02:48:05.4"_s);
    saves("TimeSpan", "fa_IR", u"۱۰:۳۰:۰۰"_s, u"10:30:00"_s);
    // Hours and minutes, or minutes and seconds
    for (const QString &stored : {QString(), u"02:00:00"_s, u"PT5M"_s, u"soon"_s, u"90"_s}) {
        refuses("TimeSpan", "en_US", u"1:30"_s, u"two ways. Write 01:30:00 or 00:01:30."_s, stored);
        refuses("TimeSpan", "fa_IR", u"-۱۰:۳۰"_s, u"Write -10:30:00 or -00:10:30."_s, stored);
        refuses("TimeSpan", "en_US", u"45:30"_s, u"Write 1.21:30:00 or 00:45:30."_s, stored);
    }
    saves("TimeSpan", "en_US", u"1.02:30"_s, u"1.02:30"_s, u"02:00:00"_s);
    for (const QString &stored : {u"2:00"_s, u"02:00"_s, u"-1.02:00"_s})
        saves("TimeSpan", "fa_IR", u"۱۰:۳۰"_s, u"10:30"_s, stored);
    for (const QString &sign : {QString(), u"-"_s}) {
        for (const QString &span :
             {u"10675199.02:48:05.4775809"_s, u"10675199.02:48:05.5"_s, u"10675199.02:48:06"_s, u"10675199.03:00"_s,
              u"10675200.00:00"_s, u"99999999.00:00:00"_s, u"99999999999999999999999.00:00:00"_s})
            refuses("TimeSpan", "en_US", sign + span, u"too long"_s);
    }
    refuses("TimeSpan", "en_US", u"10675199.02:48:05.4775808"_s, u"too long"_s);
    saves("TimeSpan", "en_US", u"P10675199DT2H48M5S"_s, u"P10675199DT2H48M5S"_s, u"PT5M"_s);
    saves("TimeSpan", "en_US", u"-P1Y2M10DT2H30M"_s, u"-P1Y2M10DT2H30M"_s, u"P1D"_s);
    for (const QString &span : {u"P10675200D"_s, u"P29248Y"_s, u"PT99999999999999999S"_s, u"P355840M"_s})
        refuses("TimeSpan", "en_US", span, u"too long"_s, u"PT5M"_s);
    refuses("TimeSpan", "en_US", u"P1D1D"_s, u"not a duration"_s, u"PT5M"_s);
    refuses("TimeSpan", "en_US", u"7"_s, u"duration"_s);
    // Others
    saves("Guid", "en_US", u"{6F9619FF-8B86-D011-B42D-00C04FC964FF}"_s, u"{6F9619FF-8B86-D011-B42D-00C04FC964FF}"_s);
    saves("Guid", "en_US", u"(6F9619FF-8B86-D011-B42D-00C04FC964FF)"_s, u"(6F9619FF-8B86-D011-B42D-00C04FC964FF)"_s);
    for (const QString &guid : {u"{6f9619ff-8b86-d011-b42d-00c04fc964ff"_s, u"(6f9619ff-8b86-d011-b42d-00c04fc964ff}"_s,
                                u"{6f9619ff8b86d011b42d00c04fc964ff}"_s, u"6f9619ff-8b86d011-b42d-00c04fc964ff"_s})
        refuses("Guid", "en_US", guid, u"identifier"_s);
    refuses("Guid", "en_US", u"6f9619ff-8b86"_s, u"identifier"_s);
    saves("Color", "en_US", u"#36c"_s, u"#36c"_s);
    for (const QString &colour : {u"#803366CC"_s, u"#3366cc80"_s}) {
        refuses("Color", "en_US", colour, u"two ways"_s);
        refuses("Color", "en_US", colour, u"two ways"_s, u"#3366CC"_s);
        saves("Color", "en_US", colour, colour, u"#336600FF"_s);
    }
    saves("Color", "en_US", u"#3366CC"_s, u"#3366CC"_s, u"#336600FF"_s);
    saves("Color", "en_US", u"RoyalBlue"_s, u"RoyalBlue"_s);
    refuses("Color", "en_US", u"#zzz"_s, u"not a colour"_s);
    refuses("Color", "en_US", u"#12345"_s, u"not a colour"_s);
    refuses("Color", "en_US", u"blueish"_s, u"not a colour"_s);
    saves("Url", "en_US", u"https://example.org/a?b=c#d"_s, u"https://example.org/a?b=c#d"_s);
    saves("Uri", "en_US", u"ldap://b.example"_s, u"ldap://b.example"_s, u"ldap://a.example"_s);
    refuses("Url", "en_US", u"javascript:x"_s, u"javascript:"_s);
    refuses("Url", "en_US", u"javascript:y"_s, u"javascript:"_s, u"javascript:x"_s);
    refuses("Url", "en_US", u"example.org/a"_s, u"https:// in front"_s);
    refuses("Url", "en_US", u"example.org:8080/a"_s, u"https:// in front"_s);
    refuses("Url", "en_US", u"/portal"_s, u"https:// in front"_s);
    refuses("Url", "en_US", u"https://"_s, u"not a web address"_s);
    refuses("Url", "en_US", u"https://a b"_s, u"not a web address"_s);
    refuses("Url", "en_US", u"file:///etc/passwd"_s, u"file:"_s);
    saves("Json", "en_US", u"5"_s, u"5"_s);
    saves("Object", "en_US", u"plain words"_s, u"plain words"_s, u"other words"_s);
    refuses("Object", "en_US", u"plain words"_s, u"JSON"_s, u"{}"_s);
    refuses("JSON", "en_US", u"{\"a\":1"_s, u"closing brace"_s);
    refuses("JSON", "en_US", u"1,2"_s, u"JSON"_s);
    saves("String", "de_DE", u" any, text \n"_s, u" any, text \n"_s);
    saves("List<string>", "de_DE", u"a,b"_s, u"a,b"_s);
    refuses("Int32", "en_US", u"1\n2"_s, u"one line"_s);
}

void SettingValueTest::isReadByTypeAndLocale()
{
    QFETCH(const QString, type);
    QFETCH(const QString, locale);
    QFETCH(const QString, typed);
    QFETCH(const std::optional<QString>, saved);
    QFETCH(const QString, says);
    QFETCH(const QString, stored);
    const SettingReading reading = readSetting(type, typed, stored, QLocale(locale));
    QVERIFY2(reading.ok() == saved.has_value(), qPrintable(reading.text + u" | "_s + reading.problem));
    if (saved)
        QCOMPARE(reading.text, *saved);
    QVERIFY2(reading.problem.contains(says), qPrintable(reading.problem));
}

// An English interface on another country's formats.
void SettingValueTest::aNumberMayHaveItsSettingsUnit_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("saved"); // null: refused
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *type, const QString &typed, const QString &saved,
                        const char *says = "") {
        QTest::addRow("%s, %s: %s", name, type, qPrintable(typed))
            << QString::fromUtf8(name) << QString::fromLatin1(type) << typed << saved << QString::fromUtf8(says);
    };
    for (const char *name : {"Discount (%)", "Discount [%]", "Rabatt in %", "Discount, %", "Remise en %."}) {
        row(name, "Double", u"12,50 %"_s, u"12.50"_s);
        row(name, "Decimal", u"12,5\u202F%"_s, u"12.5"_s);
        row(name, "Double", u" “12,5%” "_s, u"12.5"_s);
        row(name, "Double", u"12,5"_s, u"12.5"_s);
        row(name, "Int32", u"12,5 %"_s, {}, "not a whole number");
        row(name, "Byte", u"300 %"_s, {}, "does not fit here");
        row(name, "Double", u"1.234 %"_s, {}, "two ways");
        row(name, "Double", u"5 ‰"_s, {}, "without the unit “‰”");
        row(name, "Double", u"% 5 %"_s, {}, "not a number");
    }
    for (const char *name : {"Discount (%)", "الخصم (٪)", "割引（％）"}) {
        for (const QString &percent : {u"%"_s, u"٪"_s, u"％"_s})
            row(name, "Int32", u"12"_s + percent, u"12"_s);
    }
    row("Idle time (min)", "Int32", u"45 min"_s, u"45"_s);
    row("Idle time (min)", "Int32", u"45 s"_s, {}, "without the unit “s”");
    row("Power (mW)", "Int32", u"5 MW"_s, {}, "without the unit “MW”");
    row("Fee (€)", "Decimal", u"€ 12,50"_s, u"12.50"_s);
    row("Idle time", "Int32", u"45 min"_s, {}, "without the unit “min”");
    row("Idle time (min)", "String", u"45 min"_s, u"45 min"_s);
}

// And while it is being typed, nothing is said against its beginning.
void SettingValueTest::aNumberMayHaveItsSettingsUnit()
{
    QFETCH(const QString, name);
    QFETCH(const QString, type);
    QFETCH(const QString, typed);
    QFETCH(const QString, saved);
    QFETCH(const QString, says);
    const QLocale before;
    const auto restore = qScopeGuard([&before] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(u"de_DE"_s));
    for (const QString &at : {u"name"_s, u"description"_s}) {
        const Setting setting({{u"id"_s, 1}, {u"name"_s, u"x"_s}, {u"type"_s, type}, {u"value"_s, u"1"_s}, {at, name}});
        const SettingReading reading = readSetting(setting, typed);
        QVERIFY2(reading.ok() == !saved.isNull() && reading.problem.contains(says), qPrintable(reading.problem));
        QCOMPARE(reading.text, saved.isNull() ? typed : saved);
        const auto reads = [&setting](const QString &text) { return readSetting(setting, text).ok(); };
        for (qsizetype length = 1; !saved.isNull() && length < typed.trimmed().size(); ++length) {
            const QString begun = typed.trimmed().left(length);
            QVERIFY2(reads(begun) || begun.front() == u'“' || begun.front() == u'€' ||
                         mayBecomeSetting(setting.type(), begun, reads, setting.unit()),
                     qPrintable(begun));
        }
    }
}

void SettingValueTest::theLanguageOfTheWordsChangesNoFormat_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("formats");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("saved");
    const auto row = [](const char *variable, const char *formats, const char *type, const QString &typed,
                        const QString &saved) {
        QTest::addRow("%s=%s, %s: %s", variable, formats, type, qPrintable(typed))
            << QByteArray(variable) << QByteArray(formats) << QString::fromLatin1(type) << typed << saved;
    };
    row("LC_ALL", "de_CH.UTF-8", "DateOnly", u"3.4.2025"_s, u"2025-04-03"_s);
    row("LC_TIME", "de_CH.UTF-8", "DateOnly", u"3.4.2025"_s, u"2025-04-03"_s);
    row("LC_TIME", "de_CH.UTF-8", "DateOnly", u"3. März 2025"_s, u"2025-03-03"_s);
    row("LC_TIME", "de_CH.UTF-8", "DateOnly", u"3 March 2025"_s, u"2025-03-03"_s);
    row("LC_TIME", "en_US.UTF-8", "DateOnly", u"3/4/2025"_s, u"2025-03-04"_s);
    row("LC_ALL", "hi_IN.UTF-8", "Int32", u"12,34,567"_s, u"1234567"_s);
    row("LC_NUMERIC", "hi_IN.UTF-8", "Decimal", u"12,34,567.50"_s, u"1234567.50"_s);
    row("LC_NUMERIC", "de_CH.UTF-8", "Int32", u"12'000"_s, u"12000"_s);
}

void SettingValueTest::theLanguageOfTheWordsChangesNoFormat()
{
    QFETCH(const QByteArray, variable);
    QFETCH(const QByteArray, formats);
    QFETCH(const QString, type);
    QFETCH(const QString, typed);
    const QByteArray before = qgetenv("LC_ALL");
    const auto restore = qScopeGuard([&] {
        qunsetenv(variable.constData());
        qunsetenv("LANGUAGE");
        qputenv("LC_ALL", before);
    });
    qunsetenv("LC_ALL");
    qputenv("LANGUAGE", "en");
    qputenv(variable.constData(), formats);
    const SettingReading reading = readSetting(type, typed, {}, QLocale::system());
    QVERIFY2(reading.ok(), qPrintable(reading.problem));
    QTEST(reading.text, "saved");
}

namespace {

QStringList texts()
{
    return {u"0"_s,       u"7"_s,          u"-7"_s,         u"+7"_s,        u"007"_s,       u"12"_s,
            u"12.5"_s,    u"12,5"_s,       u"12.75"_s,      u"12,75"_s,     u"1.234"_s,     u"1,234"_s,
            u"1 234"_s,   u"1\u00A0234"_s, u"1\u202F234"_s, u"1'234"_s,     u"1’234"_s,     u"1.234,5"_s,
            u"1,234.5"_s, u"1.234.567"_s,  u"1,234,567"_s,  u"12.34.567"_s, u"12,34,567"_s, u"0.125"_s,
            u"0,125"_s,   u"1.000"_s,      u"1,000"_s,      u"1e5"_s,       u"1.5e3"_s,     u"1,5e3"_s,
            u".5"_s,      u",5"_s,         u"5."_s,         u"5,"_s,        u"1..5"_s,      u"--5"_s,
            u"0x1F"_s,    u"12.3456"_s,    u"12,3456"_s,    u"123.456"_s,   u"123,456"_s,   u"1 23"_s,
            u"1 234,5"_s, u"1'234.5"_s,    u"1234567.25"_s};
}

// As Qt reads it there, told nothing of ours; a sign for groups that a keyboard has is the locale's.
std::optional<double> asQtReads(QString text, const QLocale &locale)
{
    const QString group = locale.groupSeparator();
    if (text.startsWith(u'0' + group))
        return std::nullopt; // Qt makes 125 of 0.125, as no user does
    if (group == u"\u00A0"_s || group == u"\u202F"_s)
        text.replace(QRegularExpression(u"[ \u00A0\u202F]"_s), group);
    if (group == u"’"_s)
        text.replace(u'\'', group);
    if (const qsizetype e = text.indexOf(u'e'); e >= 0) { // it does not read the ×10^ that it writes
        const auto mantissa = asQtReads(text.left(e), locale);
        return mantissa ? std::optional(*mantissa * std::pow(10, text.mid(e + 1).toInt())) : std::nullopt;
    }
    bool ok = false;
    const double value = locale.toDouble(text, &ok);
    if (ok)
        return value;
    // In India it wants 1,23,456 and nothing else, and in some locales 1.234 is none but 10.000 is.
    for (const QLocale &other : {QLocale(u"en_US"_s), QLocale(u"de_DE"_s)}) {
        if (group == other.groupSeparator() && locale.decimalPoint() == other.decimalPoint() && locale != other)
            return asQtReads(text, other);
    }
    return std::nullopt;
}

// Either here or there, and nowhere otherwise. Qt would read no comma as a group of thousandths.
std::optional<double> inTheOnlyWay(const QString &text, const QLocale &locale, bool isWhole)
{
    static const QRegularExpression thousand(u"\\A[1-9]\\d{0,2}([.,])\\d{3}\\z"_s);
    if (const auto match = thousand.match(text); match.hasMatch()) {
        const bool isFraction = !isWhole || (locale.decimalPoint() != ","_L1 && locale.decimalPoint() != "."_L1) ||
                                match.capturedView(1) == locale.decimalPoint();
        return isFraction ? std::nullopt : std::optional(QString(text).remove(match.captured(1)).toDouble());
    }
    bool isEnglish = false;
    const double english = QLocale(u"en_US"_s).toDouble(text, &isEnglish);
    bool isGerman = false;
    const double german = QLocale(u"de_DE"_s).toDouble(text, &isGerman);
    return isEnglish == isGerman ? std::nullopt : std::optional(isEnglish ? english : german);
}

std::optional<double> asTheServiceReads(const QString &text)
{
    static const QRegularExpression pattern(u"\\A[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?\\z"_s);
    return pattern.match(text).hasMatch() ? std::optional(text.toDouble()) : std::nullopt;
}

} // namespace

// 0 silent changes of meaning: what is saved is what the locale says, or the service's notation where the locale says
// nothing; and never one where the other says something else.
void SettingValueTest::everyLocaleReadsNumbersAsItWritesThem()
{
    const QList<QLocale> locales =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry);
    QVERIFY(locales.size() > 500);
    int accepted = 0;
    for (const QLocale &locale : locales) {
        for (const QString &text : texts()) {
            for (const QString &type : {u"Int32"_s, u"Int64"_s, u"Double"_s, u"Decimal"_s}) {
                const SettingReading reading = readSetting(type, text, {}, locale);
                if (!reading.ok())
                    continue;
                ++accepted;
                const auto local = asQtReads(text, locale);
                const auto wire = asTheServiceReads(text);
                const double saved = asTheServiceReads(reading.text).value_or(qQNaN());
                const QByteArray what = (locale.name() + u' ' + type + u' ' + text + u" → "_s + reading.text).toUtf8();
                // Rows of their own above: of whole thousands Qt reads 10.000 but not 1.234 in some locales.
                const bool isThousand =
                    text.startsWith(u'1') && QString(text).remove(locale.groupSeparator()) == "1234"_L1;
                const bool isLakh = text.endsWith(",567"_L1) && saved == 1234567; // 12,34,567 and 1,234,567
                const bool isSwiss = text.contains(u'\'') || text.contains(u'’');
                const bool isSpaced = text.size() > 1 && text.at(1).isSpace() && saved >= 1234 && saved < 1235;
                if ((isThousand && type.startsWith("Int"_L1) && saved == 1234) || isLakh || isSwiss || isSpaced)
                    continue;
                if (const auto only = inTheOnlyWay(text, locale, type.startsWith("Int"_L1)); only && !local) {
                    QVERIFY2(saved == *only, what.constData());
                    continue;
                }
                QVERIFY2(local || wire, what.constData());
                QVERIFY2(saved == (local ? *local : *wire), what.constData());
                if (local && wire && type != "Int32"_L1 && type != "Int64"_L1)
                    QVERIFY2(*local == *wire, what.constData());
                if (type.startsWith("Int"_L1))
                    QVERIFY2(QRegularExpression(u"\\A-?[0-9]+\\z"_s).match(reading.text).hasMatch(), what.constData());
            }
        }
    }
    QVERIFY(accepted > 10'000);
}

// Its own digits, signs and groups.
void SettingValueTest::whatEveryLocaleWritesIsUnderstood()
{
    const QList<QLocale> locales =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry);
    for (const QLocale &locale : locales) {
        for (const double number : {-1234567.25, 12.5, 0.75, 987654321.0}) {
            const SettingReading reading = readSetting(u"Double"_s, locale.toString(number, 'f', 2), {}, locale);
            QVERIFY2(reading.ok() && reading.text.toDouble() == number,
                     qPrintable(locale.name() + u' ' + locale.toString(number, 'f', 2) + u" → "_s + reading.text));
        }
        const SettingReading reading = readSetting(u"Int32"_s, locale.toString(-1234567), {}, locale);
        QVERIFY2(reading.text == "-1234567"_L1, qPrintable(locale.name() + u' ' + locale.toString(-1234567)));
    }
}

// Whatever is typed: what comes of it is in the service's notation, which every locale reads as the same or refuses.
void SettingValueTest::whatIsWrittenIsReadAgain()
{
    const QStringList parts{u"0"_s, u"1"_s, u"7"_s,      u"12"_s, u"234"_s,    u"."_s, u","_s,
                            u"'"_s, u" "_s, u"\u202F"_s, u"-"_s,  u"\u2212"_s, u"e"_s, u"٣"_s,
                            u"५"_s, u"٫"_s, u":"_s,      u"/"_s,  u"T"_s,      u"Z"_s, u"+"_s};
    std::mt19937 random(1); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same texts each time
    for (int i = 0; i < 1'500; ++i) {
        QString text;
        for (unsigned length = random() % 8; length > 0; --length)
            text += parts.at(static_cast<qsizetype>(random() % static_cast<unsigned>(parts.size())));
        for (const QString &type : {u"Int32"_s, u"Double"_s, u"Decimal"_s, u"TimeOnly"_s, u"TimeSpan"_s}) {
            for (const QString &locale : {u"en_US"_s, u"de_DE"_s, u"fr_CH"_s, u"ar_EG"_s, u"hi_IN"_s}) {
                const SettingReading reading = readSetting(type, text, {}, QLocale(locale));
                if (!reading.ok())
                    continue;
                const SettingReading again = readSetting(type, reading.text, {}, QLocale::c());
                const QByteArray what = (locale + u' ' + type + u' ' + text + u" → "_s + reading.text).toUtf8();
                QVERIFY2(again.ok() && again.text == reading.text, what.constData());
                const SettingReading elsewhere = readSetting(type, reading.text, {}, QLocale(locale));
                const bool isNumber = type != "TimeOnly"_L1 && type != "TimeSpan"_L1;
                if (isNumber && elsewhere.ok())
                    QVERIFY2(elsewhere.text == reading.text, what.constData());
            }
        }
    }
}

void SettingValueTest::whatStandsThereStays_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<bool>("isUsual");
    const auto row = [](const char *type, const QString &stored, bool isUsual) {
        QTest::addRow("%s: %s", type, qPrintable(stored)) << QString::fromLatin1(type) << stored << isUsual;
    };
    row("Int32", u"0x1F"_s, false);
    row("Int32", u"1,000"_s, false);
    row("Int32", u"01"_s, true);
    row("Int32", u"99999999999999"_s, false);
    row("Int32", u" 5"_s, false);
    row("Int32", u""_s, true);
    row("Double", u"1.50"_s, true);
    row("Double", u"1.234"_s, true);
    row("Double", u"1,234"_s, false);
    row("Double", u"NaN"_s, false);
    row("Boolean", u"Y"_s, true);
    row("Boolean", u"maybe"_s, false);
    row("DateTime", u"2024-08-26T06:00:00.0000000+02:00"_s, true);
    row("DateTime", u"2024-08-26"_s, true);
    row("DateTime", u"yesterday"_s, false);
    row("Color", u"#zzz"_s, false);
    row("Url", u"javascript:x"_s, false);
    row("Url", u"ldap://a.example"_s, true);
    row("Json", u"{broken"_s, false);
    row("Object", u"words"_s, true);
    row("String", u"anything"_s, true);
}

void SettingValueTest::whatStandsThereStays()
{
    QFETCH(const QString, type);
    QFETCH(const QString, stored);
    QFETCH(const bool, isUsual);
    for (const QString &locale : {u"en_US"_s, u"de_DE"_s, u"ar_EG"_s}) {
        const SettingReading reading = readSetting(type, stored, stored, QLocale(locale));
        QVERIFY(reading.ok());
        QCOMPARE(reading.text, stored);
    }
    QCOMPARE(isUsualSetting(type, stored), isUsual);
}

void SettingValueTest::theFaultInJsonHasAPlace_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("says");
    const auto row = [](const QString &typed, const char *says) {
        QTest::addRow("%s", qPrintable(typed.left(40))) << typed << QString::fromLatin1(says);
    };
    row(u"{\n  \"ä\": 1\n  \"b\": 2\n}"_s, "Line 3, column 3: a comma or a closing brace is missing.");
    constexpr auto unquoted = "text must be in straight double quotation marks (\").";
    for (const QString &typed : {u"abc{}"_s, u"x"_s, u"NaN"_s, u"'x'"_s, u"\u201Cx\u201D"_s, u"\u201Ex\u201C"_s})
        row(typed, unquoted);
    row(u"{\"a\": yes}"_s, "Line 1, column 7: text must be in straight double quotation marks (\").");
    row(u"[1, \u201Cx\u201D]"_s, "Line 1, column 5: text must be in straight double quotation marks (\").");
    row(u"{a: 1}"_s, "Line 1, column 2: a name must be in straight double quotation marks (\").");
    row(u"[1, ]"_s, "Line 1, column 5: a value was expected here.");
    row(u"{\"a\": }"_s, "Line 1, column 7: a value was expected here.");
    row(u"{\"a\": 1,}"_s, "Line 1, column 9: a name in quotation marks was expected here.");
    row(u"{\"a\" 1}"_s, "Line 1, column 6: a colon is missing.");
    row(u"[1 2]"_s, "Line 1, column 4: a comma or a closing bracket is missing.");
    row(u"[1.]"_s, "Line 1, column 4: a digit was expected here.");
    row(u"[-]"_s, "a digit was expected here.");
    row(u"[1e+]"_s, "a digit was expected here.");
    row(u"[.5]"_s, "Line 1, column 2: a value was expected here.");
    row(u"[01]"_s, "a number must not begin with an extra zero.");
    row(u"[\"\\q\"]"_s, "Line 1, column 3: the backslash is not followed by a known letter.");
    row(u"[\"\\u12\"]"_s, "the backslash is not followed by a known letter.");
    row(u"[\n\"a\nb\"]"_s, "Line 2, column 3: a line break or tab in text must be written as \\n or \\t.");
    row(u"[\"a"_s, "Line 1, column 2: the closing quotation mark of this text is missing.");
    row(u"{} x"_s, "Line 1, column 4: nothing may follow the value.");
    constexpr auto doubled = "this name is in the object already.";
    row(u"{\"a\": 1,\n \"a\": 2}"_s, "Line 2, column 2: this name is in the object already.");
    for (const QString &typed : {u"[{\"b\": {}, \"a\": [{\"a\": 1}], \"a\": 2}]"_s, u"{\"a\": 1, \"\\u0061\": 2}"_s,
                                 u"{\"\": 1, \"\": 2}"_s, u"{\"ä\\n\": 1, \"\\u00e4\\n\": 2}"_s})
        row(typed, doubled);
    row(u"{\"a\": 1, \"a\": 2, }"_s, "a name in quotation marks was expected here."); // is no JSON at all
    row(u"truely"_s, "nothing may follow the value.");
    row(u"[1]]"_s, "nothing may follow the value.");
    const auto noSpace = [&row](const QString &typed, const char *says) {
        row(typed, QByteArray(says).append(" is no space in JSON. Write a usual one, or none.").constData());
    };
    noSpace(u"{\u00A0\"a\": 1}"_s, "Line 1, column 2: a no-break space (U+00A0)");
    noSpace(u"{\"a\":\n \u202F1}"_s, "Line 2, column 2: a narrow no-break space (U+202F)");
    noSpace(u"[1,\u30002]"_s, "Line 1, column 4: an unusual space (U+3000)");
    noSpace(u"[1\u200B, 2]"_s, "Line 1, column 3: a zero-width space (U+200B)");
    noSpace(u"\uFEFF{}"_s, "Line 1, column 1: a byte order mark (U+FEFF)");
    noSpace(u"{}\u000C"_s, "Line 1, column 3: an unusual space (U+000C)");
    row(QString(1000, u'['), "objects and lists are nested too deeply.");
}

void SettingValueTest::whatIsJsonIsTaken()
{
    for (const char *text : {"null", "true", " false\n", "0", "-0.5e-7", "1E+2", "\"\"", "[]", "{}", "[ ]",
                             R"({"a":{"a":1,"A":{}},"A":[{"a":1},{"a":2}]})",
                             R"({"a":{"b":[1,"\u00e4\n\"",null,{}]},"c":"d"})", "[[[]],{}]\r\n"}) {
        const SettingReading reading = readSetting(u"Json"_s, QString::fromLatin1(text), u"{}"_s);
        QVERIFY2(reading.ok(), qPrintable(reading.problem));
    }
}

void SettingValueTest::theFaultInJsonHasAPlace()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, says);
    const SettingReading reading = readSetting(u"Json"_s, typed, u"{}"_s);
    QVERIFY2(reading.problem.endsWith(says), qPrintable(reading.problem));
    QVERIFY(reading.faultAt >= 0 && reading.faultAt <= typed.size());
    const QStringView before = QStringView(typed).left(reading.faultAt);
    const auto place =
        u"Line %1, column %2:"_s.arg(before.count(u'\n') + 1).arg(before.size() - before.lastIndexOf(u'\n'));
    QVERIFY2(reading.problem.contains(place), qPrintable(place));
}

void SettingValueTest::aChosenColourIsWrittenLikeTheOneBefore_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<quint32>("chosen");
    QTest::addColumn<QString>("written");
    QTest::newRow("capitals") << u"#AB00CD"_s << 0x3366CFU << u"#3366CF"_s;
    QTest::newRow("small letters") << u"#ab00cd"_s << 0x3366CFU << u"#3366cf"_s;
    QTest::newRow("three digits that suffice") << u"#abc"_s << 0x3366CCU << u"#36c"_s;
    QTest::newRow("three digits that do not") << u"#ABC"_s << 0x3366CDU << u"#3366CD"_s;
    QTest::newRow("six digits stay six") << u"#3366CD"_s << 0x3366CCU << u"#3366CC"_s;
    QTest::newRow("a name") << u"teal"_s << 0x00000AU << u"#00000A"_s;
    QTest::newRow("nothing") << QString() << 0x0F0000U << u"#0F0000"_s;
    QTest::newRow("the same by its name") << u"Red"_s << 0xFF0000U << u"Red"_s;
    QTest::newRow("the same in three digits") << u"#3Ac"_s << 0x33AACCU << u"#3Ac"_s;
    QTest::newRow("the same in mixed letters") << u"#aBcDeF"_s << 0xABCDEFU << u"#aBcDeF"_s;
}

void SettingValueTest::aChosenColourIsWrittenLikeTheOneBefore()
{
    QFETCH(const QString, before);
    QFETCH(const quint32, chosen);
    QTEST(writeColour(chosen, before), "written");
    QVERIFY(readSetting(u"Color"_s, writeColour(chosen, before), before).ok());
}

void SettingValueTest::aColourInTwoReadingsIsNotGuessed()
{
    for (const QString &text :
         {u"#803366CC"_s, u"#3366CC80"_s, u"#FF3366FF"_s, u"transparent"_s, u"#36C8"_s, u"nothing"_s})
        QVERIFY2(!rgbOfColour(text), qPrintable(text));
    QCOMPARE(rgbOfColour(u"#36C"_s), 0x3366CCU);
    QCOMPARE(rgbOfColour(u" Blue "_s), 0x0000FFU);
}

void SettingValueTest::aLongTextIsReadAtOnce_data()
{
    QTest::addColumn<QString>("type");
    for (const char *type : {"Int32", "Double", "Single", "Decimal", "Boolean", "DateTime", "DateTimeOffset", "Date",
                             "TimeOnly", "TimeSpan", "Guid", "Color", "Url", "Json", "Object", "String", "Unknown"})
        QTest::newRow(type) << QString::fromLatin1(type);
}

// Four times as long a text takes about four times as long, and its sentence does not repeat it.
void SettingValueTest::aLongTextIsReadAtOnce()
{
    QFETCH(const QString, type);
    const auto nanoseconds = [&type](const QString &text) {
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 3; ++i) {
            QElapsedTimer timer;
            timer.start();
            const SettingReading reading = readSetting(type, text, u"x"_s, QLocale(u"de_DE"_s));
            best = std::min(best, timer.nsecsElapsed());
            if (!reading.ok() && reading.problem.size() > 300)
                return std::numeric_limits<qint64>::max();
        }
        return best;
    };
    for (const QString &part : {u"1"_s, u"1."_s, u"1,"_s, u"T"_s, u" ,"_s, u"7:"_s, u"a"_s, u"ä"_s, u"1 "_s, u"["_s,
                                u"\"a"_s, u"#"_s, u"-"_s, u"1.234e1"_s, u"P1"_s, u"://"_s}) {
        for (const QString &before : {QString(), u"7:30"_s, u"https://a/"_s, u"1.234e"_s, u"x:"_s}) {
            const QString tail = u"z"_s;
            constexpr qint64 noise = 20'000'000;
            qint64 fine = 0;
            qint64 longer = noise;
            for (int again = 0; again < 4 && longer >= std::max(noise, 9 * fine); ++again) { // others may be at work
                fine = nanoseconds(before + part.repeated(25'000 / part.size()) + tail);
                longer = nanoseconds(before + part.repeated(100'000 / part.size()) + tail);
            }
            QVERIFY2(longer < std::numeric_limits<qint64>::max() && longer < std::max(noise, 9 * fine),
                     qPrintable(before + part + u": %1 µs, %2 µs"_s.arg(fine / 1000).arg(longer / 1000)));
        }
    }
    const QString scheme = u"a"_s.repeated(100'000) + u":b"_s;
    QVERIFY(nanoseconds(scheme) < std::numeric_limits<qint64>::max());
    const QString exponent = u"1.234e"_s + u"1"_s.repeated(100'000);
    QVERIFY(nanoseconds(exponent) < std::numeric_limits<qint64>::max());
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::SettingValueTest)
#include "tst_settingvalue.moc"
