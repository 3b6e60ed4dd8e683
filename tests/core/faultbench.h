// Makes one call against a server that does one thing wrong, and looks at everything that must hold whatever it was.
#pragma once

#include "tests/core/clientfixture.h"
#include "tests/core/heartbeat.h"

namespace lanyard::testing {

// Marks of the two secrets: what is found anywhere but where it belongs has leaked.
inline const QByteArray canaryToken = "CANARY.token-7f3a";
inline const QByteArray canaryBody = "CANARY-body-51c9";

// How a call must end: with an error of one of these kinds (more than one where the network decides which), or, when
// there is none, as a success.
using Ending = QList<Error::Kind>;
inline const Ending succeeds = {};
inline const Ending isNotTheService = {Error::Kind::NotTheService};
inline const Ending isUnreachable = {Error::Kind::Unreachable};
inline const Ending isUnknown = {Error::Kind::OutcomeUnknown};
inline const Ending isIncomplete = {Error::Kind::AnswerIncomplete};
inline const Ending isUnreadable = {Error::Kind::AnswerUnreadable};
inline const Ending isTimedOut = {Error::Kind::TimedOut};

// Quick enough for many rows, long enough for a machine that does other things besides.
inline constexpr HttpLimits benchLimits = {
    .connectMs = 3000, .inactivityMs = 3000, .deadlineMs = 6000, .bodyBytes = 65'536};
// For rows that end by them.
inline constexpr HttpLimits shortLimits = {
    .connectMs = 150, .inactivityMs = 150, .deadlineMs = 400, .bodyBytes = 65'536};

struct Fault
{
    // Begins with the fault's letter and number, by which the row is found again.
    QByteArray name = {};
    // Of the connections in turn. ELSEWHERE stands for host and port of a server where nothing may ever arrive.
    QList<WireServer::Script> scripts = {};
    Ending get = isNotTheService;
    Ending post = isNotTheService;
    bool maySucceed = false; // as well: it depends on the version of Qt
    int gets = 1;            // how often a read is sent
    int leastGets = 0;       // where the network decides; 0: exactly so often
    int posts = 1;
    HttpLimits limits = benchLimits;
    bool overPlain = true;
    bool overTls = true;
};

// One way of trying a fault.
struct FaultRow
{
    Fault fault;
    bool isPost = false;
    bool isTls = false;
};

// The columns and rows of a test: each fault as GET and as POST, over http and over https.
void addFaultRows(const QList<Fault> &faults);

// The limits that hold for every row.
struct FaultBounds
{
    // Beyond the call's own deadline, on a busy machine. A call without one never ends.
    static constexpr qint64 lateMs = 5000;
    // Of the event loop, beyond what the machine did to an idle thread. Whoever waits on it for the server waits for
    // three seconds (benchLimits).
    static constexpr qint64 gapMs = 1000;
    static qint64 memoryKiB(); // resident, at the most; 0: not looked at
};

class FaultBench
{
public:
    explicit FaultBench(const FaultRow &row);

    // Makes the call and checks everything; what is wrong fails the test that runs.
    void run();

    // The figures of all rows so far, in one line.
    static QByteArray figures();

    WireServer server;
    WireServer elsewhere; // where nothing may ever arrive
    TrustStore trust;
    Origin origin;
    HttpClient client;

    const std::optional<Result<ServiceAnswer>> &result() const { return m_result; }

private:
    void call();
    void checkEnd() const;
    void checkWire() const;
    void checkSecrets() const;
    void checkRemains() const;

    FaultRow m_row;
    IdleThread m_idle;
    Heartbeat m_heartbeat;
    std::optional<Result<ServiceAnswer>> m_result;
    int m_completions = 0;
    qint64 m_tookMs = 0;
    qint64 m_gapMs = 0;
};

} // namespace lanyard::testing

Q_DECLARE_METATYPE(lanyard::testing::FaultRow)
