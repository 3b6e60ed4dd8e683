#include "tests/core/faultbench.h"

#include "core/http/httpcall.h"
#include "tests/core/wiretls.h"
#include "tests/support/sanitized.h"
#include "tests/support/system.h"

#include <QNetworkReply>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

// Long enough to see what comes after the end: a second completion, a request that Qt repeats, a late connection.
constexpr int afterMs = 20;

qint64 longestGap = 0;
qint64 longestCall = 0;
int rowsRun = 0;

Origin pinned(const WireServer &server, TrustStore &trust)
{
    const Origin origin = originOf(server.address());
    if (origin.isEncrypted())
        static_cast<void>(trust.setPin(origin, pinOf(serverTls())));
    return origin;
}

WireServer &prepared(WireServer &server, const WireServer &elsewhere, const FaultRow &row)
{
    if (row.isTls)
        server.setTls(serverTls());
    QList<WireServer::Script> scripts = row.fault.scripts;
    for (WireServer::Script &script : scripts) {
        for (WireStep &step : script)
            step.bytes.replace("ELSEWHERE", "127.0.0.1:" + QByteArray::number(elsewhere.port()));
    }
    server.setScripts(scripts);
    return server;
}

bool hasReset(const Fault &fault)
{
    for (const WireServer::Script &script : fault.scripts) {
        if (std::any_of(script.begin(), script.end(),
                        [](const auto &step) { return step.end == WireStep::End::Reset; }))
            return true;
    }
    return false;
}

} // namespace

// A sanitizer needs memory of its own.
qint64 FaultBounds::memoryKiB()
{
#ifdef LANYARD_SANITIZED
    return 0;
#else
    return 250 * 1024;
#endif
}

void addFaultRows(const QList<Fault> &faults)
{
    QTest::addColumn<FaultRow>("row");
    for (const Fault &fault : faults) {
        for (const bool isTls : {false, true}) {
            if (!(isTls ? fault.overTls : fault.overPlain))
                continue;
            for (const bool isPost : {false, true}) {
                const QByteArray name = fault.name + (isPost ? ", POST" : ", GET") + (isTls ? " over TLS" : "");
                QTest::newRow(name.constData()) << FaultRow{fault, isPost, isTls};
            }
        }
    }
}

FaultBench::FaultBench(const FaultRow &row)
    : origin(pinned(prepared(server, elsewhere, row), trust)),
      client(origin, trust, HttpClient::PlainHttp::Refuse, row.fault.limits), m_row(row)
{
}

QByteArray FaultBench::figures()
{
    return QByteArray::number(rowsRun) + " rows; longest call " + QByteArray::number(longestCall) +
           " ms, longest gap of the event loop " + QByteArray::number(longestGap) + " ms, peak memory " +
           QByteArray::number(peakMemoryKiB() / 1024) + " MiB";
}

void FaultBench::run()
{
    // What became of a POST is unknown either way.
    if (!m_row.isPost && hasReset(m_row.fault))
        NEEDS_EVERY_RESET;
    call();
    for (const auto check :
         {&FaultBench::checkEnd, &FaultBench::checkWire, &FaultBench::checkSecrets, &FaultBench::checkRemains}) {
        if (!QTest::currentTestFailed())
            (this->*check)();
    }
}

void FaultBench::call()
{
    const Credential token = tokenOf(origin, canaryToken);
    QElapsedTimer clock;
    clock.start();
    const auto pending = m_row.isPost ? client.post(userPath, {{u"text"_s, QString::fromLatin1(canaryBody)}}, token)
                                      : client.get(userPath, token);
    QObject context;
    QEventLoop loop;
    pending.then(&context, [&](Result<ServiceAnswer> arrived) {
        ++m_completions;
        m_result.emplace(std::move(arrived));
        m_tookMs = clock.elapsed();
        loop.quit();
    });
    QTimer::singleShot(timeoutMs, &loop, &QEventLoop::quit);
    loop.exec();
    spin(afterMs);
    longestCall = std::max(longestCall, m_tookMs);
    m_gapMs = m_heartbeat.longestGapMs() - m_idle.longestGapMs();
    longestGap = std::max(longestGap, m_gapMs);
    ++rowsRun;
}

void FaultBench::checkEnd() const
{
    QCOMPARE(m_completions, 1);
    const Ending wanted = m_row.isPost ? m_row.fault.post : m_row.fault.get;
    if (wanted.isEmpty())
        VERIFY_OK(*m_result);
    else if (!m_row.fault.maySucceed || !m_result->ok())
        QVERIFY2(!m_result->ok() && wanted.contains(m_result->error().kind), told(*m_result).constData());
    QVERIFY2(m_tookMs <= m_row.fault.limits.deadlineMs + FaultBounds::lateMs, QByteArray::number(m_tookMs).constData());
    QVERIFY2(m_gapMs <= FaultBounds::gapMs,
             ("the event loop was held up for " + QByteArray::number(m_gapMs) + " ms").constData());
    const qint64 memory = FaultBounds::memoryKiB();
    QVERIFY2(memory == 0 || peakMemoryKiB() <= memory, (QByteArray::number(peakMemoryKiB()) + " KiB").constData());
}

void FaultBench::checkWire() const
{
    const QByteArray &wire = server.received();
    const Fault &fault = m_row.fault;
    const auto gets = wire.count("GET /");
    const auto least = fault.leastGets > 0 ? fault.leastGets : fault.gets;
    QVERIFY2(m_row.isPost ? gets == 0 : gets >= least && gets <= fault.gets,
             (QByteArray::number(gets) + " GETs").constData());
    QCOMPARE(wire.count("POST /"), m_row.isPost ? fault.posts : 0);
    QCOMPARE(elsewhere.connections(), 0);
    QCOMPARE(elsewhere.received(), QByteArray());
}

// Each secret stands in the one place it belongs to, once for each request, and in nothing that is shown.
void FaultBench::checkSecrets() const
{
    const QByteArray &wire = server.received();
    const auto requests = wire.count("GET /") + wire.count("POST /");
    QCOMPARE(wire.count("CANARY"), requests + wire.count("POST /"));
    const QByteArray authorization = "\r\nAuthorization: Bearer " + canaryToken + "\r\n";
    QCOMPARE(wire.toLower().count(authorization.toLower()), requests); // Qt 6.8 writes names in small letters
    QCOMPARE(wire.count("{\"text\":\"" + canaryBody + "\"}"), wire.count("POST /"));
    for (const WireRequest &request : server.requests()) {
        QVERIFY(!request.target.contains("CANARY"));
        QCOMPARE(request.countOf("Cookie") + request.countOf("Proxy-Authorization") + request.countOf("Upgrade"), 0);
        QCOMPARE(request.header("Accept-Encoding"), "identity");
    }
    if (m_result->ok())
        return;
    const Error error = m_result->error();
    QVERIFY(!errorText(error).contains("CANARY"_L1));
    QVERIFY(!errorDetails(error).contains("CANARY"_L1));
}

void FaultBench::checkRemains() const
{
    QCOMPARE(client.findChildren<HttpCall *>().size(), 0);
    QCOMPARE(client.findChildren<QNetworkReply *>().size(), 0);
    QCOMPARE(client.findChildren<QTimer *>().size(), 0);
    QCOMPARE(client.findChildren<QIODevice *>().size(), 0);
}

} // namespace lanyard::testing
