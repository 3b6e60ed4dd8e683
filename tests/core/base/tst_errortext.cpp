// Texts for people: every error has a sentence, and what a server says can neither act nor pretend.

#include "core/base/sentences.h"
#include "core/base/text.h"
#include "core/document/permissions.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <QMetaEnum>
#include <QSet>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class ErrorTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueDoesNotReorderItsSentence_data();
    void aValueDoesNotReorderItsSentence();
    void quotedWordsDoNotLeaveTheirQuotationMarks_data();
    void quotedWordsDoNotLeaveTheirQuotationMarks();
    void aToolTipReadsInTheDirectionOfItsText_data();
    void aToolTipReadsInTheDirectionOfItsText();
    void aSentenceHasOneFullStop_data();
    void aSentenceHasOneFullStop();
    void everyKindHasASentenceOfItsOwn();
    void theSubjectIsNamed_data();
    void theSubjectIsNamed();
    void theServersWordsAreQuoted();
    void theServersWordsAreCutAt500();
    void aRefusalIsBlamedOnWhatWasEnteredOnlyIfItIs_data();
    void aRefusalIsBlamedOnWhatWasEnteredOnlyIfItIs();
    void aRefusalSaysWhatToDo_data();
    void aRefusalSaysWhatToDo();
    void aServiceThatHasAnsweredIsNotDoubtedByItsAddress();
    void theServersWordsStayPlainText();
    void placeholdersInTheServersWordsStay();
    void aCertificateOfAnotherTimeMakesOneThinkOfTheClock_data();
    void aCertificateOfAnotherTimeMakesOneThinkOfTheClock();
    void aWaitIsToldInFittingUnits_data();
    void aWaitIsToldInFittingUnits();
    void detailsTellKindStatusAndCode();
    void everyKindHasItsNextStep();
    void visibleText_data();
    void visibleText();
    void permissionsAreToldInWords_data();
    void permissionsAreToldInWords();
};

namespace {

// The words of a language that is written right to left; those of the test stay English.
class RightToLeftWords : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        return qstrcmp(source, "LTR") == 0 ? u"RTL"_s : QString();
    }
};

} // namespace

void ErrorTextTest::aValueDoesNotReorderItsSentence_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isMarked"); // in an English sentence
    QTest::newRow("English") << u"licences.example.com"_s << false;
    QTest::newRow("a number") << u"127.0.0.1:8443"_s << false;
    QTest::newRow("Arabic") << u"خادم الحسابات"_s << true;
    QTest::newRow("Arabic and a number") << u"خادم 2"_s << true;
    QTest::newRow("Hebrew") << u"שרת (ראשי)"_s << true;
    QTest::newRow("English and Arabic") << u"server خادم"_s << true;
    QTest::newRow("Arabic digits") << u"١٢٣"_s << true;
    QTest::newRow("beyond U+FFFF") << u"\U00010840"_s << true;          // Imperial Aramaic
    QTest::newRow("marks of its own") << u"a\u2069 \u202Eb"_s << false; // they are shown
}

void ErrorTextTest::aValueDoesNotReorderItsSentence()
{
    QFETCH(const QString, value);
    QFETCH(const bool, isMarked);
    const QString shown = lanyard::visibleText(value);
    const QString marked = QChar(0x2068) + shown + QChar(0x2069);
    Error error;
    error.kind = Error::Kind::Unreachable;
    error.subject = value;
    error.serverMessage = value;
    QString text = errorText(error);
    QCOMPARE(text.count(marked), isMarked ? 2 : 0);
    QVERIFY(!text.isRightToLeft()); // though it begins with the value
    QCOMPARE(withoutQuoteMarks(text).count(shown), 2);
    QVERIFY(!withoutQuoteMarks(text).contains(QChar(0x2068)) && !withoutQuoteMarks(text).contains(QChar(0x2069)));
    RightToLeftWords words;
    QCoreApplication::installTranslator(&words);
    QCOMPARE(errorText(error).count(marked), 2);
    QCoreApplication::removeTranslator(&words);
}

// What the service says would read as Lanyard's own words.
void ErrorTextTest::quotedWordsDoNotLeaveTheirQuotationMarks_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("shown");
    QTest::newRow("closing") << u"no”. All is fine. “"_s << u"no’. All is fine. ‘"_s;
    QTest::newRow("straight") << u"no\". All is fine."_s << u"no'. All is fine."_s;
    QTest::newRow("of other languages") << u"„no“ «no» ＂"_s << u"‘no‘ ‘no’ '"_s;
    QTest::newRow("lines") << u"no\n\u2028\u2029fine"_s << u"no‹U+000A›‹U+2028›‹U+2029›fine"_s;
}

void ErrorTextTest::quotedWordsDoNotLeaveTheirQuotationMarks()
{
    QFETCH(const QString, said);
    QTEST(quoted(said), "shown");
}

void ErrorTextTest::aToolTipReadsInTheDirectionOfItsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isMarked"); // in an English window
    QTest::addColumn<QString>("marks"); // of its lines, otherwise
    QTest::newRow("an address") << u"127.0.0.1:8443"_s << false << u"L"_s;
    QTest::newRow("English") << u"A name (a remark)."_s << false << u"L"_s;
    QTest::newRow("Arabic") << u"خادم الحسابات"_s << true << u"R"_s;
    QTest::newRow("one below the other") << u"خادم\nlicences.example.com"_s << true << u"RL"_s;
    // Its second line begins with a word of the other direction.
    QTest::newRow("longer than a line") << u"خادم "_s.repeated(16) + u"licences خادم"_s << true << u"RR"_s;
    QTest::newRow("what looks like HTML") << u"<b>خادم"_s << true << u"L"_s;
}

void ErrorTextTest::aToolTipReadsInTheDirectionOfItsText()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isMarked);
    QFETCH(const QString, marks);
    const auto marksIn = [](const QString &tip) {
        QString found;
        const QStringList lines = tip.split(u'\n');
        for (const QString &line : lines) {
            if (line.endsWith(QChar(0x2069)))
                found += line.startsWith(QChar(0x2066)) ? u'L' : line.startsWith(QChar(0x2067)) ? u'R' : u'?';
        }
        return found;
    };
    QCOMPARE(marksIn(toolTipText(text)), isMarked ? marks : QString());
    RightToLeftWords words;
    QCoreApplication::installTranslator(&words);
    QCOMPARE(marksIn(toolTipText(text)), marks);
    QCoreApplication::removeTranslator(&words);
    QCOMPARE(withoutQuoteMarks(toolTipText(text)).remove(u'\n').remove(u' '),
             QString(text).replace(u'<', "&lt;"_L1).replace(u'>', "&gt;"_L1).remove(u'\n').remove(u' '));
}

// Behind a value that is quoted, and between two sentences.
void ErrorTextTest::aSentenceHasOneFullStop_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("said");
    const QString kept = u"It kept “%1”."_s;
    QTest::newRow("a word") << kept << u"Roma"_s << u"It kept “Roma”."_s;
    QTest::newRow("a sentence") << kept << u"In the office."_s << u"It kept “In the office.”"_s;
    QTest::newRow("a question") << kept << u"Where?"_s << u"It kept “Where?”"_s;
    QTest::newRow("cut") << kept << u"In the…"_s << u"It kept “In the…”"_s;
    QTest::newRow("in brackets") << kept << u"(In the office.)"_s << u"It kept “(In the office.)”"_s;
    QTest::newRow("a place for an argument") << kept << u"%1”.%2."_s << u"It kept “%1”.%2.”"_s;
    QTest::newRow("another direction") << kept << u"\u2068משרד.\u2069"_s << u"It kept “\u2068משרד.\u2069”"_s;
    QTest::newRow("in the middle") << u"Key “%1”. Status: none."_s << u"Old."_s << u"Key “Old.” Status: none."_s;
    QTest::newRow("German") << u"Jetzt „%1“."_s << u"Im Büro."_s << u"Jetzt „Im Büro.“"_s;
    QTest::newRow("French") << u"Maintenant « %1 »."_s << u"Au bureau."_s << u"Maintenant « Au bureau. »"_s;
}

void ErrorTextTest::aSentenceHasOneFullStop()
{
    QFETCH(const QString, sentence);
    QFETCH(const QString, value);
    QTEST(withQuotation(sentence, value), "said");
    QCOMPARE(inSequence({u"changed"_s, QString(), u"It is wrong."_s, u"Why?"_s, u"“So.”"_s, u"locked"_s}),
             u"changed. It is wrong. Why? “So.” locked"_s);
}

void ErrorTextTest::everyKindHasASentenceOfItsOwn()
{
    const auto kinds = QMetaEnum::fromType<Error::Kind>();
    QSet<QString> sentences;
    for (int i = 0; i < kinds.keyCount(); ++i) {
        Error error;
        error.kind = static_cast<Error::Kind>(kinds.value(i));
        error.subject = u"https://licences.example.com"_s;
        const QString text = errorText(error);
        QVERIFY2(text.size() > 5 && text.endsWith(u'.'), kinds.key(i));
        QVERIFY2(text.at(0).isUpper() || text.startsWith(error.subject) || text.startsWith(u'“'), kinds.key(i));
        QVERIFY2(!text.contains(u'%'), kinds.key(i));
        QVERIFY2(!sentences.contains(text), kinds.key(i));
        QVERIFY2(errorDetails(error).contains(QLatin1StringView(kinds.key(i))), kinds.key(i));
        sentences.insert(text);
    }
    QVERIFY(sentences.size() >= 22);
}

void ErrorTextTest::theSubjectIsNamed_data()
{
    QTest::addColumn<Error::Kind>("kind");
    for (const auto kind : {Error::Kind::AddressInvalid, Error::Kind::PlainHttpRefused, Error::Kind::Unreachable,
                            Error::Kind::TimedOut, Error::Kind::CertificateUntrusted, Error::Kind::CertificateChanged,
                            Error::Kind::Redirected, Error::Kind::NotTheService, Error::Kind::AnswerIncomplete,
                            Error::Kind::TooLarge, Error::Kind::OutcomeUnknown})
        QTest::newRow(QMetaEnum::fromType<Error::Kind>().valueToKey(static_cast<int>(kind))) << kind;
}

void ErrorTextTest::theSubjectIsNamed()
{
    QFETCH(const Error::Kind, kind);
    Error error;
    error.kind = kind;
    error.subject = u"https://a.example\u202E/%1<b>"_s;
    QVERIFY(errorText(error).contains(u"https://a.example‹U+202E›/%1<b>"_s));
    error.subject = QString(5000, u'a');
    QVERIFY(errorText(error).size() < 500);
}

void ErrorTextTest::theServersWordsAreQuoted()
{
    Error error;
    error.kind = Error::Kind::Refused;
    const QString sentence = errorText(error);
    error.serverMessage = u"  Invalid user name or password. "_s;
    QCOMPARE(errorText(error), sentence + u" Server says: “Invalid user name or password.”"_s);
    error.serverMessage = u" \n\t "_s;
    QCOMPARE(errorText(error), sentence);
}

void ErrorTextTest::theServersWordsAreCutAt500()
{
    Error error;
    error.kind = Error::Kind::Refused;
    const QString sentence = errorText(error);
    error.serverMessage = QString(500, u'x');
    QCOMPARE(errorText(error).count(u'x'), 500 + sentence.count(u'x'));
    QVERIFY(errorText(error).endsWith(u"x”"_s));
    error.serverMessage = QString(501, u'x');
    QCOMPARE(errorText(error).count(u'x'), 500 + sentence.count(u'x'));
    QVERIFY(errorText(error).endsWith(u"x…”"_s));
    error.serverMessage = QString(1'000'000, u'x');
    QVERIFY(errorText(error).size() < 700);
    QVERIFY(errorDetails(error).size() < 700);
}

void ErrorTextTest::aRefusalIsBlamedOnWhatWasEnteredOnlyIfItIs_data()
{
    QTest::addColumn<bool>("isBlamed");
    for (const char *words : {"", "Invalid user name or password.", "Wrong password", "The password is incorrect.",
                              "Bad credentials", "Unknown user", "User not found", "API key does not exist"})
        QTest::newRow(words) << true;
    for (const char *words : {"Account is locked out. Contact support.", "Two-factor code required",
                              "Password expired; change it in the portal.", "Login is disabled for maintenance"})
        QTest::newRow(words) << false;
}

void ErrorTextTest::aRefusalIsBlamedOnWhatWasEnteredOnlyIfItIs()
{
    QFETCH(const bool, isBlamed);
    Error error = errorOf(Error::Kind::SignInRefused);
    error.serverMessage = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(errorText(error).contains(u"Check what you entered"_s), isBlamed);
    QVERIFY(errorText(error).startsWith(u"The sign-in was refused."_s));
}

void ErrorTextTest::aRefusalSaysWhatToDo_data()
{
    using Kind = Error::Kind;
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("retryAfter");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("expected"); // the whole text
    const auto row = [](const char *name, Kind kind, int status, int retryAfter, const QString &message,
                        const QString &expected) {
        QTest::newRow(name) << kind << status << retryAfter << message << expected;
    };
    const QString conflict =
        u"The service refused this, because it conflicts with what is stored there now. Try again: "
        "that is read first. If it is refused again, correct it."_s;
    row("409", Kind::Refused, 409, -1, {}, conflict);
    row("409 with words", Kind::Refused, 409, -1, u"This name is taken."_s,
        conflict + u" Server says: “This name is taken.”"_s);
    row("412", Kind::Refused, 412, -1, {},
        u"The service refused this, because it was changed elsewhere in the meantime. Try again: the change is read "
        "first."_s);
    row("404", Kind::Refused, 404, -1, {}, u"The service does not have what was asked for. Ask its administrator."_s);
    row("405", Kind::Refused, 405, -1, {}, u"The service does not offer this. Ask its administrator."_s);
    row("413", Kind::Refused, 413, -1, {},
        u"The service refused this, because it is too large. Make it smaller and try again."_s);
    row("423", Kind::Refused, 423, -1, {},
        u"The service refused this, because it is locked at the moment. Try again later."_s);
    row("423 and when", Kind::Refused, 423, 600, {},
        u"The service refused this, because it is locked at the moment. Try again in 10 minute(s)."_s);
    row("428", Kind::Refused, 428, -1, {},
        u"The service does not accept the request in the form in which Lanyard sends it (status 428). Trying again "
        u"will "
        "not help. Ask its administrator."_s);
    row("507", Kind::ServiceFault, 507, -1, {},
        u"The service has no room left to store this. Ask its administrator."_s);
    row("422", Kind::Refused, 422, -1, {}, u"The service refused this. Correct it and try again."_s);
    row("503 and when", Kind::ServiceFault, 503, 600, {},
        u"The service is busy or down for maintenance. Try again in 10 minute(s)."_s);
    row("503", Kind::ServiceFault, 503, -1, {}, u"The service is busy or down for maintenance. Try again later."_s);
    row("503 and a moment that has passed", Kind::ServiceFault, 503, 0, {},
        u"The service is busy or down for maintenance. Try again."_s);
    row("500", Kind::ServiceFault, 500, -1, {}, u"The service reported an internal error. Try again later."_s);
    row("202", Kind::NotTheService, 202, -1, {},
        u"https://a.example accepted the request, but did not say whether it has been carried out."_s);
    row("no token but words", Kind::UnusableToken, 200, -1, u"Enter the code that was sent to you."_s,
        u"The service did not sign you in: it sent no session token. "
        "Server says: “Enter the code that was sent to you.”"_s);
}

void ErrorTextTest::aRefusalSaysWhatToDo()
{
    QFETCH(const Error::Kind, kind);
    QFETCH(const int, status);
    QFETCH(const int, retryAfter);
    QFETCH(const QString, message);
    QFETCH(const QString, expected);
    Error error = errorOf(kind);
    error.httpStatus = status;
    error.retryAfterSeconds = retryAfter;
    error.serverMessage = message;
    error.subject = u"https://a.example"_s;
    QCOMPARE(errorText(error), expected);
}

// In a session there is no place to enter another address, and the one it has is right.
void ErrorTextTest::aServiceThatHasAnsweredIsNotDoubtedByItsAddress()
{
    const auto kinds = QMetaEnum::fromType<Error::Kind>();
    for (int i = 0; i < kinds.keyCount(); ++i) {
        Error error = errorOf(static_cast<Error::Kind>(kinds.value(i)));
        if (error.kind == Error::Kind::AddressInvalid || error.kind == Error::Kind::PlainHttpRefused)
            continue; // nothing was sent that could have been answered
        error.subject = u"http://a.example"_s;
        error.isKnownService = true;
        for (const QString &suggestion : {QString(), u"https://a.example"_s}) {
            error.suggestion = suggestion;
            for (const int status : {0, 200, 304, 404, 405, 410, 501}) {
                error.httpStatus = status;
                const QString text = errorText(error);
                QVERIFY2(!text.contains(u"Check the address"_s) && !text.contains(u"nter https"_s) &&
                             !text.contains(u"as the server"_s),
                         qPrintable(text));
            }
        }
    }
    for (const auto kind : {Error::Kind::Redirected, Error::Kind::HttpsExpected, Error::Kind::HttpExpected}) {
        Error error = errorOf(kind);
        error.suggestion = u"https://a.example"_s;
        QCOMPARE(nextStep(error), NextStep::SignInAgain);
        error.isKnownService = true;
        QCOMPARE(nextStep(error), NextStep::TryAgain);
    }
}

void ErrorTextTest::theServersWordsStayPlainText()
{
    Error error;
    error.kind = Error::Kind::ServiceFault;
    error.serverMessage = u"<a href='https://evil.example'>call</a>\nnow\u202E\u0007"_s;
    QVERIFY(errorText(error).endsWith(u"“<a href='https://evil.example'>call</a>‹U+000A›now‹U+202E›‹U+0007›”"_s));
}

void ErrorTextTest::placeholdersInTheServersWordsStay()
{
    Error error;
    error.kind = Error::Kind::Unreachable;
    error.subject = u"%2 %1"_s;
    error.serverMessage = u"%1 %2 %n"_s;
    QVERIFY(errorText(error).startsWith(u"%2 %1 could not"_s));
    QVERIFY(errorText(error).endsWith(u"“%1 %2 %n”"_s));
}

void ErrorTextTest::aCertificateOfAnotherTimeMakesOneThinkOfTheClock_data()
{
    QTest::addColumn<int>("validFromDays"); // from now
    QTest::addColumn<int>("validUntilDays");
    QTest::addColumn<QString>("words"); // empty: the clock is not spoken of
    QTest::newRow("in order") << -10 << 10 << QString();
    QTest::newRow("not yet valid") << 2 << 10 << u"not valid yet by this computer’s clock"_s;
    QTest::newRow("expired") << -10 << -2 << u"expired by this computer’s clock"_s;
}

void ErrorTextTest::aCertificateOfAnotherTimeMakesOneThinkOfTheClock()
{
    QFETCH(const int, validFromDays);
    QFETCH(const int, validUntilDays);
    QFETCH(const QString, words);
    Error error = errorOf(Error::Kind::CertificateUntrusted);
    error.subject = u"https://licences.example.com"_s;
    error.certificate.emplace();
    error.certificate->validFrom = QDateTime::currentDateTimeUtc().addDays(validFromDays);
    error.certificate->validUntil = QDateTime::currentDateTimeUtc().addDays(validUntilDays);
    QCOMPARE(errorText(error).contains(u"clock"_s), !words.isEmpty());
    QVERIFY2(errorText(error).contains(words), qPrintable(errorText(error)));
}

void ErrorTextTest::aWaitIsToldInFittingUnits_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("not told") << -1 << u"Wait a few minutes"_s;
    QTest::newRow("now") << 0 << u"Try again."_s;
    QTest::newRow("seconds") << 89 << u"in 89 second"_s;
    QTest::newRow("minutes, rounded up") << 90 << u"in 2 minute"_s;
    QTest::newRow("five minutes") << 300 << u"in 5 minute"_s;
    QTest::newRow("an hour and a half, rounded up") << 5400 << u"in 2 hour"_s;
    QTest::newRow("a day") << 86'400 << u"in 24 hour"_s;
}

void ErrorTextTest::aWaitIsToldInFittingUnits()
{
    QFETCH(const int, seconds);
    QFETCH(const QString, expected);
    Error error;
    error.retryAfterSeconds = seconds;
    error.kind = Error::Kind::TooManyRequests;
    QVERIFY2(errorText(error).contains(expected), qPrintable(errorText(error)));
    error.kind = Error::Kind::ServiceFault;
    QVERIFY(errorText(error).contains(seconds < 0 ? u"later"_s : expected));
}

void ErrorTextTest::detailsTellKindStatusAndCode()
{
    Error error;
    error.kind = Error::Kind::ServiceFault;
    QCOMPARE(errorDetails(error), u"Error: ServiceFault"_s);
    error.httpStatus = 502;
    error.code = -7;
    error.subject = u"https://a.example"_s;
    error.serverMessage = u"words"_s;
    error.technical = u"more\u0000words"_s;
    QCOMPARE(errorDetails(error), u"Error: ServiceFault\nHTTP status: 502\nService code: -7\nAbout: https://a.example\n"
                                  "Server says: words\nDetails: more‹U+0000›words"_s);
}

void ErrorTextTest::visibleText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("multiLine");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &text, const QString &shown, bool multiLine = false,
                        int limit = -1) { QTest::newRow(name) << text << multiLine << limit << shown; };
    row("empty", u""_s, u""_s);
    row("plain", u"Ελένη 東京 ليلى"_s, u"Ελένη 東京 ليلى"_s);
    row("NUL", u"a\u0000b"_s, u"a‹U+0000›b"_s);
    row("escape", u"\u001B[31m"_s, u"‹U+001B›[31m"_s);
    row("DEL and C1", u"\u007F\u0085\u009F"_s, u"‹U+007F›‹U+0085›‹U+009F›"_s);
    row("bidi", u"\u202Agpj.\u202Eexe\u202C"_s, u"‹U+202A›gpj.‹U+202E›exe‹U+202C›"_s);
    row("bidi isolates", u"\u2066a\u2069"_s, u"‹U+2066›a‹U+2069›"_s);
    row("marks", u"\u200E\u200F\u061C"_s, u"‹U+200E›‹U+200F›‹U+061C›"_s);
    row("zero width", u"a\u200Bb\u2060c\uFEFFd"_s, u"a‹U+200B›b‹U+2060›c‹U+FEFF›d"_s);
    row("soft hyphen", u"a\u00ADb"_s, u"a‹U+00AD›b"_s);
    row("separators", u"a\u2028b\u2029c"_s, u"a‹U+2028›b‹U+2029›c"_s);
    row("family", u"👨‍👩‍👧"_s, u"👨‍👩‍👧"_s);
    row("Persian", u"می\u200Cخواهم"_s, u"می\u200Cخواهم"_s);
    row("flag of a region", u"🏴\U000E0067\U000E0062\U000E007F"_s, u"🏴\U000E0067\U000E0062\U000E007F"_s);
    row("hidden tags", u"a\U000E0041"_s, u"a‹U+E0041›"_s);
    row("joiner between letters that stand alone", u"pay\u200Cpal"_s, u"pay‹U+200C›pal"_s);
    row("Khmer words", u"ខ្មែរ\u200Bខ្មែរ"_s, u"ខ្មែរ\u200Bខ្មែរ"_s);
    row("filler", u"a\u3164"_s, u"a‹U+3164›"_s);
    row("vowel separators", u"ᠠ\u180E\u180Eᠡ"_s, u"ᠠ\u180E‹U+180E›ᠡ"_s);
    row("joiner at the ends", u"\u200Da\u200C"_s, u"‹U+200D›a‹U+200C›"_s);
    row("line breaks in one line", u"a\r\nb\tc"_s, u"a‹U+000D›‹U+000A›b‹U+0009›c"_s);
    row("line breaks in more lines", u"a\r\nb\tc\v"_s, u"a\r\nb\tc‹U+000B›"_s, true);
    row("as long as allowed", u"abc"_s, u"abc"_s, false, 3);
    row("too long", u"abcd"_s, u"abc…"_s, false, 3);
    row("nothing allowed", u"abcd"_s, u"…"_s, false, 0);
    row("never half a character", u"ab🔑d"_s, u"ab…"_s, false, 3);
}

void ErrorTextTest::visibleText()
{
    QFETCH(const QString, text);
    QFETCH(const bool, multiLine);
    QFETCH(const int, limit);
    QFETCH(const QString, shown);
    QCOMPARE(lanyard::visibleText(text, multiLine, limit), shown);
}

void ErrorTextTest::permissionsAreToldInWords_data()
{
    QTest::addColumn<qint64>("bits");
    QTest::addColumn<QString>("words");
    QTest::newRow("none") << qint64(0) << u"none"_s;
    QTest::newRow("read") << qint64(1) << u"Read"_s;
    QTest::newRow("all four") << qint64(15) << u"Read, Write, Delete, Create"_s;
    QTest::newRow("known and unknown") << qint64(65) << u"Read, other (64)"_s;
    QTest::newRow("unknown only") << qint64(48) << u"other (48)"_s;
    QTest::newRow("high bit") << (qint64(1) << 40) << u"other (1099511627776)"_s;
    QTest::newRow("negative") << qint64(-1) << u"Read, Write, Delete, Create, other (-16)"_s;
}

void ErrorTextTest::permissionsAreToldInWords()
{
    QFETCH(const qint64, bits);
    QFETCH(const QString, words);
    QCOMPARE(permissionText(bits), words);
}

// What is offered must help: a session that ended is not tried again, what only an administrator can mend is not
// offered.
void ErrorTextTest::everyKindHasItsNextStep()
{
    const auto kinds = QMetaEnum::fromType<Error::Kind>();
    QHash<NextStep, int> steps;
    for (int i = 0; i < kinds.keyCount(); ++i)
        ++steps[nextStep(static_cast<Error::Kind>(kinds.value(i)))];
    QCOMPARE(steps.size(), 6);
    QCOMPARE(nextStep(Error::Kind::Unreachable), NextStep::TryAgain);
    QCOMPARE(nextStep(Error::Kind::OutcomeUnknown), NextStep::TryAgain);
    QCOMPARE(nextStep(Error::Kind::SessionExpired), NextStep::SignInAgain);
    QCOMPARE(nextStep(Error::Kind::CertificateUntrusted), NextStep::LookAtCertificate);
    QCOMPARE(nextStep(Error::Kind::KeychainLocked), NextStep::UnlockKeychain);
    QCOMPARE(nextStep(Error::Kind::ProxySignIn), NextStep::SignInToProxy);
    QCOMPARE(nextStep(Error::Kind::CertificateChanged), NextStep::LookAtCertificate);
    QCOMPARE(nextStep(Error::Kind::DoubledMember), NextStep::None);
    Error redirected = errorOf(Error::Kind::Redirected); // to a network's sign-in page
    QCOMPARE(nextStep(redirected), NextStep::TryAgain);
    redirected.suggestion = u"https://new.example.com"_s;
    QCOMPARE(nextStep(redirected), NextStep::SignInAgain);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::ErrorTextTest)
#include "tst_errortext.moc"
