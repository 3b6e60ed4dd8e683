// A4, the whole of it: golden answers to the four calls, cut at every byte in every way in which a connection can end.
// Half an answer is never a success.

#include "core/session/authapi.h"
#include "tests/core/clientfixture.h"
#include "tests/core/wiretls.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using Kind = Error::Kind;
using End = WireStep::End;

namespace {

// Many at a time, for most of them wait for a pause or a deadline.
constexpr qsizetype AtATime = 96;

QByteArray chunked(const QByteArray &body)
{
    const qsizetype half = body.size() / 2;
    const auto chunk = [](const QByteArray &bytes) {
        return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
    };
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" +
           chunk(body.left(half)) + chunk(body.mid(half)) + "0\r\n\r\n";
}

// A call to a server whose answer is cut.
class CutCall
{
public:
    CutCall(const QByteArray &call, const QByteArray &answer, End end, bool isTls)
    {
        if (isTls)
            m_server.setTls(serverTls());
        m_server.setScript(WireStep::lastAnswer(answer, end));
        m_origin = originOf(m_server.address());
        if (isTls)
            static_cast<void>(m_trust.setPin(m_origin, pinOf(serverTls())));
        m_api = std::make_unique<AuthApi>(m_origin, m_trust, HttpClient::PlainHttp::Refuse,
                                          // Qt does not notice an end within a chunk's length: the deadline does.
                                          HttpLimits{.connectMs = 10'000,
                                                     .inactivityMs = 1500,
                                                     .deadlineMs = 10'000,
                                                     .patientInactivityMs = 1500,
                                                     .patientDeadlineMs = 10'000});
        make(call);
    }

    [[nodiscard]] bool isDone() const { return m_done; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const WireServer &server() const { return m_server; }

private:
    void make(const QByteArray &call)
    {
        AuthApi &api = *m_api;
        const Credential token = tokenOf(m_origin, "abc");
        const auto note = [this](const auto &result) {
            m_done = true;
            if (!result)
                m_error = result.error();
        };
        if (call == "login")
            api.login(u"mrossi"_s, Secret::fromText(u"lanyard"_s)).then(m_api.get(), note);
        else if (call == "user")
            api.user(token).then(m_api.get(), note);
        else if (call == "update")
            api.update(token, User(QJsonObject{{u"id"_s, u"7"_s}})).then(m_api.get(), note);
        else
            api.logout(token).then(m_api.get(), note);
    }

    WireServer m_server;
    TrustStore m_trust;
    Origin m_origin;
    std::unique_ptr<AuthApi> m_api;
    bool m_done = false;
    std::optional<Error> m_error;
};

using Calls = std::vector<std::unique_ptr<CutCall>>;

[[nodiscard]] bool waitForAll(const Calls &calls)
{
    return eventually(
        [&calls] { return std::all_of(calls.begin(), calls.end(), [](const auto &call) { return call->isDone(); }); });
}

} // namespace

class FaultCutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCutAnswerIsNeverASuccess_data();
    void aCutAnswerIsNeverASuccess();
    void aWholeAnswerIsASuccessHoweverItEnds_data();
    void aWholeAnswerIsASuccessHoweverItEnds();
    void cleanupTestCase() { qInfo("%d answers cut, %d of them taken for a success", m_cuts, m_wrong); }

private:
    void checkCut(const QByteArray &call, const CutCall &made, qsizetype cut, bool mayBeEmpty);

    int m_cuts = 0;
    int m_wrong = 0;
};

static void addAnswers()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<End>("end");
    const QByteArray user = R"({"success":true,"user":{"id":"7","userName":"é","roles":["a"],"rank":3}})";
    const QByteArray open = "HTTP/1.1 200 OK\r\n\r\n";
    const QList<std::tuple<const char *, QByteArray, QByteArray>> all{
        {"login", "login", httpAnswer(R"({"success":true,"token":"abc.def","expiresIn":1800})")},
        {"user", "user", httpAnswer(user)},
        {"update", "update", httpAnswer(user)},
        {"logout", "logout", httpAnswer(success)},
        {"user in chunks", "user", chunked(user)},
        {"update in chunks", "update", chunked(user)},
        {"user without length", "user", open + user},
        {"update without length", "update", open + user},
    };
    for (const auto &[name, call, answer] : all) {
        for (const bool tls : {false, true}) {
            for (const auto &[how, end] : {std::pair("FIN", End::Close), std::pair("RST", End::Reset)})
                QTest::addRow("A4 %s, %s%s", name, how, tls ? " over TLS" : "") << call << answer << tls << end;
        }
    }
}

void FaultCutTest::aCutAnswerIsNeverASuccess_data()
{
    addAnswers();
}

void FaultCutTest::checkCut(const QByteArray &call, const CutCall &made, qsizetype cut, bool mayBeEmpty)
{
    ++m_cuts;
    m_wrong += made.error() ? 0 : 1;
    QVERIFY2(made.error(), ("success after " + QByteArray::number(cut) + " bytes").constData());
    QCOMPARE(made.server().received().count("POST /"), call == "user" ? 0 : 1);
    // A login that is not known to have worked has not.
    if (call == "update" || call == "logout")
        QVERIFY2(made.error()->kind == Kind::OutcomeUnknown || mayBeEmpty,
                 ("after " + QByteArray::number(cut) + " bytes: " + errorDetails(*made.error()).toUtf8()).constData());
}

void FaultCutTest::aCutAnswerIsNeverASuccess()
{
    QFETCH(const QByteArray, call);
    QFETCH(const QByteArray, answer);
    QFETCH(const bool, tls);
    QFETCH(const End, end);
    // The mark that ends a chunked answer tells nothing more: when the object is whole, it may count.
    const qsizetype limit = answer.endsWith("0\r\n\r\n") ? answer.lastIndexOf('}') + 1 : answer.size();
    const qsizetype step = tls ? rounds(7, 1) : 1;
    const bool hasLength = answer.contains("Content-Length") || answer.contains("chunked");
    for (qsizetype first = 0; first < limit; first += AtATime * step) {
        Calls calls;
        for (qsizetype cut = first; cut < qMin(limit, first + AtATime * step); cut += step)
            calls.push_back(std::make_unique<CutCall>(call, answer.left(cut), end, tls));
        QVERIFY2(waitForAll(calls), "not every call has ended");
        for (std::size_t i = 0; i < calls.size() && !QTest::currentTestFailed(); ++i) {
            const qsizetype cut = first + static_cast<qsizetype>(i) * step;
            checkCut(call, *calls[i], cut, !hasLength && answer.left(cut).endsWith('\n'));
        }
        if (QTest::currentTestFailed())
            return;
    }
}

void FaultCutTest::aWholeAnswerIsASuccessHoweverItEnds_data()
{
    addAnswers();
}

// Of a reset nobody can say whether it overtook the answer's last bytes: no error is required, and none is wrong.
void FaultCutTest::aWholeAnswerIsASuccessHoweverItEnds()
{
    QFETCH(const QByteArray, call);
    QFETCH(const QByteArray, answer);
    QFETCH(const bool, tls);
    QFETCH(const End, end);
    Calls calls;
    calls.push_back(std::make_unique<CutCall>(call, answer, end, tls));
    QVERIFY(waitForAll(calls));
    const auto &error = calls.front()->error();
    QVERIFY2(!error || end == End::Reset, error ? qPrintable(errorDetails(*error)) : "");
    QVERIFY(calls.front()->server().received().count("POST /") == (call == "user" ? 0 : 1));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::FaultCutTest)
#include "tst_faultcut.moc"
