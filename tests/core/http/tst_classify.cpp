// The one classifier: whatever a service or something in between answers becomes a checked answer or the right error.

#include "core/base/json.h"
#include "core/base/utc.h"
#include "core/http/classify.h"
#include "core/http/envelope.h"
#include "core/http/headervalue.h"
#include "tests/core/http/statusesandbodies.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;
using Network = QNetworkReply::NetworkError;
using Stop = RawAnswer::Stop;

namespace {

RawAnswer answerOf(int status, const QByteArray &body)
{
    RawAnswer answer;
    answer.status = status;
    answer.body = body;
    answer.origin = u"https://a.example"_s;
    return answer;
}

} // namespace

class ClassifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatusWithEveryBody_data();
    void everyStatusWithEveryBody();
    void everyRefusalIsToldTruly_data();
    void everyRefusalIsToldTruly();
    void everyBodyWithStatus200_data();
    void everyBodyWithStatus200();
    void whatWeStoppedIsToldAsThat_data();
    void whatWeStoppedIsToldAsThat();
    void withoutAStatus_data();
    void withoutAStatus();
    void aProxyIsNamedUntilTheRequestIsSent();
    void aHeadThatCouldNotBeReadIsNotTheServices();
    void aLengthThatIsNoneIsNotBelieved();
    void anAnswerThatBrokeOffIsNeverASuccess_data();
    void anAnswerThatBrokeOffIsNeverASuccess();
    void theServicesOwnMaintenanceIsNotTheGateways();
    void aRedirectNamesItsTarget();
    void certificateErrorsCarryTheFacts();
    void retryAfter_data();
    void retryAfter();
    void retryAfterReachesTheError();
    void integers_data();
    void integers();
};

void ClassifyTest::everyStatusWithEveryBody_data()
{
    QTest::addColumn<int>("status");
    for (const auto &[status, kind] : statuses())
        QTest::addRow("%d", status) << status;
}

void ClassifyTest::everyStatusWithEveryBody()
{
    QFETCH(const int, status);
    for (const Body &body : bodies()) {
        RawAnswer answer = answerOf(status, body.bytes);
        answer.networkError = Network::UnknownContentError; // what Qt says of a status does not matter
        const auto result = classify(answer);
        QVERIFY2(!result, body.name);
        QVERIFY2(result.error().kind == kindOf(status, body), body.name);
        QCOMPARE(result.error().httpStatus, status);
        QCOMPARE(result.error().subject, u"https://a.example"_s);
        QCOMPARE(result.error().code, body.code);
        QCOMPARE(result.error().serverMessage, body.message);
    }
}

void ClassifyTest::everyRefusalIsToldTruly_data()
{
    QTest::addColumn<int>("status");
    for (int status = 400; status < 600; ++status)
        QTest::addRow("%d", status) << status;
}

// To a service that is known: nobody is told to correct, to repeat or to look at what the status is not about.
void ClassifyTest::everyRefusalIsToldTruly()
{
    QFETCH(const int, status);
    const QSet<int> ofContent{400, 409, 422};
    const QSet<int> ofForm{405, 406, 411, 414, 415, 416, 417, 421, 426, 428, 431, 501, 505, 506, 510};
    for (const QByteArray &body :
         {QByteArray(R"({"success":false,"message":"Words."})"), QByteArray(R"({"title":"Words.","status":400})"),
          QByteArray("{}"), QByteArray(), QByteArray("<html>"), QByteArray("Words.")}) {
        RawAnswer answer = answerOf(status, body);
        answer.isKnownService = true;
        const auto result = classify(answer);
        QVERIFY(!result);
        const Error &error = result.error();
        const QString text = errorText(error);
        QVERIFY2(!text.contains(u"address"_s), qPrintable(text));
        QVERIFY2(ofContent.contains(status) || !text.contains(u"orrect it"_s), qPrintable(text));
        const bool isOwn = body.startsWith("{\"");
        QVERIFY2(!isOwn || text.endsWith(u"Server says: “Words.”"_s), qPrintable(text));
        // Nobody in front of the service is blamed for its own words, but where only they use the status.
        const bool isGateways =
            status == 407 || status == 502 || status == 504 || status == 511 || (status >= 520 && status <= 530);
        QVERIFY2(!isOwn || isGateways || !text.contains(u"in front of"_s), qPrintable(text));
        QVERIFY2(!isOwn || isGateways || !text.contains(u"like an account service"_s), qPrintable(text));
        if (isOwn && ofForm.contains(status)) {
            QVERIFY2(!text.contains(u"ry again"_s), qPrintable(text));
            QCOMPARE(nextStep(error), NextStep::None);
        }
    }
}

void ClassifyTest::everyBodyWithStatus200_data()
{
    QTest::addColumn<int>("index");
    for (qsizetype i = 0; i < bodies().size(); ++i)
        QTest::newRow(bodies().at(i).name) << static_cast<int>(i);
}

void ClassifyTest::everyBodyWithStatus200()
{
    QFETCH(const int, index);
    const Body &body = bodies().at(index);
    for (const bool isPost : {false, true}) {
        RawAnswer answer = answerOf(200, body.bytes);
        answer.isPost = answer.wasSent = isPost;
        const auto result = classify(answer);
        if (body.succeeds) {
            VERIFY_OK(result);
            QCOMPARE(result.value().envelope.value("success"_L1), QJsonValue(true));
            continue;
        }
        COMPARE_ERROR(result, isPost ? body.kindOfPost() : body.kind);
        QCOMPARE(result.error().serverMessage, body.message);
        QCOMPARE(result.error().code, body.code);
        QCOMPARE(result.error().httpStatus, 200);
    }
}

void ClassifyTest::whatWeStoppedIsToldAsThat_data()
{
    QTest::addColumn<int>("stop");
    QTest::addColumn<bool>("sentPost");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *name, Stop stop, bool sentPost, Kind kind) {
        QTest::newRow(name) << static_cast<int>(stop) << sentPost << kind;
    };
    row("cancelled", Stop::ByUser, false, Kind::Cancelled);
    row("cancelled POST", Stop::ByUser, true, Kind::Cancelled);
    row("no connection", Stop::Connect, false, Kind::Unreachable);
    row("no connection for a POST", Stop::Connect, true, Kind::Unreachable);
    row("silence", Stop::Silence, false, Kind::TimedOut);
    row("silence after a POST", Stop::Silence, true, Kind::OutcomeUnknown);
    row("deadline", Stop::Deadline, false, Kind::TimedOut);
    row("deadline of a POST", Stop::Deadline, true, Kind::OutcomeUnknown);
    row("size", Stop::Size, false, Kind::TooLarge);
    row("size of a POST's answer", Stop::Size, true, Kind::OutcomeUnknown);
    row("certificate", Stop::Certificate, false, Kind::CertificateUntrusted);
    row("certificate of a POST", Stop::Certificate, true, Kind::CertificateUntrusted);
}

void ClassifyTest::whatWeStoppedIsToldAsThat()
{
    QFETCH(const int, stop);
    QFETCH(const bool, sentPost);
    QFETCH(const Kind, kind);
    // Whatever had arrived by then: a success, or nothing.
    for (const int status : {200, 0}) {
        RawAnswer answer = answerOf(status, R"({"success":true})");
        answer.stop = static_cast<Stop>(stop);
        answer.networkError = Network::OperationCanceledError;
        answer.isPost = answer.wasSent = sentPost;
        COMPARE_ERROR(classify(answer), kind);
    }
}

void ClassifyTest::withoutAStatus_data()
{
    QTest::addColumn<Network>("error");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Kind>("kindOfSentPost");
    const auto row = [](const char *name, Network error, Kind kind, Kind kindOfSentPost) {
        QTest::newRow(name) << error << kind << kindOfSentPost;
    };
    row("refused", Network::ConnectionRefusedError, Kind::Unreachable, Kind::Unreachable);
    row("no such host", Network::HostNotFoundError, Kind::Unreachable, Kind::Unreachable);
    row("handshake", Network::SslHandshakeFailedError, Kind::TlsFailed, Kind::TlsFailed);
    row("closed", Network::RemoteHostClosedError, Kind::Unreachable, Kind::OutcomeUnknown);
    row("Qt would send again", Network::ContentReSendError, Kind::Unreachable, Kind::OutcomeUnknown);
    row("network failure", Network::UnknownNetworkError, Kind::Unreachable, Kind::OutcomeUnknown);
    row("silence", Network::OperationCanceledError, Kind::TimedOut, Kind::OutcomeUnknown);
    row("timeout", Network::TimeoutError, Kind::TimedOut, Kind::OutcomeUnknown);
    row("not HTTP", Network::ProtocolFailure, Kind::NotTheService, Kind::OutcomeUnknown);
    row("no error and no status", Network::NoError, Kind::Unreachable, Kind::OutcomeUnknown);
}

void ClassifyTest::withoutAStatus()
{
    QFETCH(const Network, error);
    QFETCH(const Kind, kind);
    QFETCH(const Kind, kindOfSentPost);
    RawAnswer answer = answerOf(0, R"({"success":true})");
    answer.networkError = error;
    answer.networkText = u"Qt's words"_s;
    COMPARE_ERROR(classify(answer), kind);
    QCOMPARE(classify(answer).error().technical, u"Qt's words"_s);
    answer.isPost = true;
    COMPARE_ERROR(classify(answer), kind); // not sent yet
    answer.wasSent = true;
    COMPARE_ERROR(classify(answer), kindOfSentPost);
}

// Until TLS stands it is the proxy that speaks; after that a POST may have been carried out.
void ClassifyTest::aProxyIsNamedUntilTheRequestIsSent()
{
    RawAnswer answer = answerOf(0, {});
    for (const Network error :
         {Network::ProxyConnectionRefusedError, Network::ProxyNotFoundError, Network::UnknownNetworkError,
          Network::RemoteHostClosedError, Network::ContentReSendError}) {
        answer.networkError = error;
        answer.proxy = u"proxy.example:3128"_s;
        for (const bool isPost : {false, true}) {
            answer.isPost = isPost;
            COMPARE_ERROR(classify(answer), Kind::ProxyInTheWay);
            QCOMPARE(classify(answer).error().subject, answer.proxy);
        }
    }
    answer.networkError = Network::ProxyAuthenticationRequiredError;
    for (const bool isPost : {false, true}) {
        answer.isPost = isPost;
        COMPARE_ERROR(classify(answer), Kind::ProxySignIn);
        QCOMPARE(classify(answer).error().subject, answer.proxy);
    }
    answer.networkError = Network::ContentReSendError;
    answer.stop = Stop::Connect;
    COMPARE_ERROR(classify(answer), Kind::ProxyInTheWay);
    answer.stop = Stop::None;
    answer.wasSent = true;
    COMPARE_ERROR(classify(answer), Kind::OutcomeUnknown);
    QCOMPARE(classify(answer).error().subject, answer.origin);
    answer.wasSent = false;
    answer.networkError = Network::SslHandshakeFailedError; // the service's own
    COMPARE_ERROR(classify(answer), Kind::TlsFailed);
}

void ClassifyTest::aHeadThatCouldNotBeReadIsNotTheServices()
{
    for (const Stop stop : {Stop::Silence, Stop::Deadline}) {
        RawAnswer answer = answerOf(200, R"({"success":true})");
        answer.stop = stop;
        answer.headWasRead = false;
        COMPARE_ERROR(classify(answer), Kind::NotTheService);
        answer.isPost = answer.wasSent = true;
        COMPARE_ERROR(classify(answer), Kind::OutcomeUnknown);
    }
}

void ClassifyTest::aLengthThatIsNoneIsNotBelieved()
{
    for (const char *length : {"16, 17", "-1", "sixteen", "0x10", "1234567890123456789", "+16", "1 6"}) {
        RawAnswer answer = answerOf(200, R"({"success":true})");
        answer.contentLength = length;
        COMPARE_ERROR(classify(answer), Kind::AnswerIncomplete);
        answer.isPost = answer.wasSent = true;
        COMPARE_ERROR(classify(answer), Kind::OutcomeUnknown);
    }
}

void ClassifyTest::anAnswerThatBrokeOffIsNeverASuccess_data()
{
    QTest::addColumn<Network>("error");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("closed") << Network::RemoteHostClosedError << Kind::AnswerIncomplete;
    QTest::newRow("network") << Network::UnknownNetworkError << Kind::AnswerIncomplete;
    QTest::newRow("content") << Network::UnknownContentError << Kind::AnswerIncomplete;
    QTest::newRow("silence") << Network::OperationCanceledError << Kind::TimedOut;
}

void ClassifyTest::anAnswerThatBrokeOffIsNeverASuccess()
{
    QFETCH(const Network, error);
    QFETCH(const Kind, kind);
    RawAnswer answer = answerOf(200, R"({"success":true})");
    answer.networkError = error;
    COMPARE_ERROR(classify(answer), kind);
    answer.isPost = answer.wasSent = true;
    COMPARE_ERROR(classify(answer), Kind::OutcomeUnknown);
}

// nginx puts its name on everything that it passes on.
void ClassifyTest::theServicesOwnMaintenanceIsNotTheGateways()
{
    RawAnswer answer = answerOf(503, R"({"success":false,"code":17,"message":"Maintenance until 18:00"})");
    answer.server = "nginx";
    answer.retryAfter = "60";
    COMPARE_ERROR(classify(answer), Kind::ServiceFault);
    QVERIFY(errorText(classify(answer).error()).contains(u"60 second"_s));
}

void ClassifyTest::aRedirectNamesItsTarget()
{
    for (const int status : {300, 301, 302, 303, 304, 305, 307, 308}) {
        RawAnswer answer = answerOf(status, R"({"success":true})");
        answer.location = u"https://elsewhere.example/x"_s;
        COMPARE_ERROR(classify(answer), Kind::Redirected);
        QCOMPARE(classify(answer).error().subject, answer.location);
        QVERIFY(errorText(classify(answer).error()).contains(answer.location));
    }
}

void ClassifyTest::certificateErrorsCarryTheFacts()
{
    RawAnswer answer = answerOf(0, {});
    answer.stop = Stop::Certificate;
    answer.certificate.emplace();
    answer.certificate->reasons = QStringList{u"why"_s};
    const auto untrusted = classify(answer);
    COMPARE_ERROR(untrusted, Kind::CertificateUntrusted);
    QCOMPARE(untrusted.error().certificate->reasons, QStringList{u"why"_s});
    answer.certificate->expectedSha256 = QByteArray(32, '\1');
    COMPARE_ERROR(classify(answer), Kind::CertificateChanged);
}

void ClassifyTest::retryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("seconds");
    const auto row = [](const QByteArray &header, int seconds) {
        QTest::newRow(header.isEmpty() ? "(none)" : header.simplified().constData()) << header << seconds;
    };
    row("", -1);
    row("0", 0);
    row("1", 1);
    row(" 120 ", 120);
    row("300", 300);
    row("301", 301);
    row("7200", 7200);
    row("99999999999999999999999999", 86'400);
    row("30, 30", 30);
    row("-5", -1);
    row("+5", -1);
    row("1.5", -1);
    row("soon", -1);
    row("Fri, 31 May 2024 12:01:40 GMT", 100);
    row("Fri, 31 May 2024 12:00:00 GMT", 0);
    row("Fri, 31 May 2024 11:59:59 GMT", 0);
    row("Fri, 31 May 2024 23:00:00 GMT", 39'600);
    row("Thu, 01 Jun 2090 12:00:00 GMT", 86'400);
    row("Mon, 01 Jan 1900 00:00:00 GMT", 0);
    // The other forms of RFC 9110, and as balancers write one.
    for (const char *date :
         {"Friday, 31-May-24 12:01:40 GMT", "Fri May 31 12:01:40 2024", "fri, 31 may 2024 12:01:40 gmt",
          "FRI, 31 MAY 2024 12:01:40 GMT", "Fr, 31 May 2024 12:01:40 GMT", "ven., 31 May 2024 12:01:40 GMT",
          "\xD0\xBF\xD1\x82, 31 May 2024 12:01:40 GMT", "Fri, 31 May 2024 12:01:40 UTC",
          "Fri, 31 May 2024 12:01:40 +0000", "Fri, 31 May 2024 12:01:40", "31 May 2024 12:01:40 GMT",
          "Sat, 31 May 2024 12:01:40 GMT"})
        row(date, 100);
    row("Sat, 1 Jun 2024 12:00:00 GMT", 86'400);
    for (const char *date : {"Fri, 31 Mai 2024 12:01:40 GMT", "Fri, 32 May 2024 12:01:40 GMT",
                             "Fri, 31 May 2024 12:01:40 CEST", "Fri, 31 May 2024 25:01:40 GMT", "05/31/2024 12:01:40"})
        row(date, -1);
    row("120\r\nX: 1", -1);
}

void ClassifyTest::retryAfter()
{
    QFETCH(const QByteArray, header);
    QFETCH(const int, seconds);
    QCOMPARE(retryAfterSeconds(header, utcMoment(QDate(2024, 5, 31), QTime(12, 0))), seconds);
}

void ClassifyTest::retryAfterReachesTheError()
{
    for (const int status : {200, 400, 403, 429, 503}) {
        RawAnswer answer = answerOf(status, R"({"success":false})");
        answer.retryAfter = "17";
        QCOMPARE(classify(answer).error().retryAfterSeconds, 17);
    }
}

void ClassifyTest::integers_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("isInteger");
    QTest::addColumn<qint64>("integer");
    const auto row = [](const char *name, const QJsonValue &value, bool isInteger, qint64 integer = 0) {
        QTest::newRow(name) << value << isInteger << integer;
    };
    row("zero", 0, true, 0);
    row("negative", -5, true, -5);
    row("beyond a double", QJsonValue(qint64(9007199254740993)), true, 9007199254740993);
    const qint64 largest = std::numeric_limits<qint64>::max();
    row("largest", QJsonValue(largest), true, largest);
    row("whole double", 12.0, true, 12);
    row("text", u"9007199254740993"_s, true, 9007199254740993);
    row("text with spaces", u" 7 "_s, true, 7);
    row("negative text", u"-7"_s, true, -7);
    row("fraction", 3.5, false);
    row("small fraction", 0.5, false);
    row("huge", 1e30, false);
    row("word", u"seven"_s, false);
    row("hexadecimal", u"0x10"_s, false);
    row("fraction as text", u"3.5"_s, false);
    row("empty text", u""_s, false);
    row("too long text", u"99999999999999999999"_s, false);
    row("true", true, false);
    row("null", QJsonValue::Null, false);
    row("missing", QJsonValue::Undefined, false);
}

void ClassifyTest::integers()
{
    QFETCH(const QJsonValue, value);
    QFETCH(const bool, isInteger);
    QFETCH(const qint64, integer);
    const auto read = jsonInteger(value);
    QCOMPARE(read.has_value(), isInteger);
    QCOMPARE(read.value_or(0), integer);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::ClassifyTest)
#include "tst_classify.moc"
