// Pending, Promise and Result: an asynchronous call completes exactly once, whoever is destroyed meanwhile.

#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <QProcess>

#include <string_view>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class PendingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aResultHoldsAValueOrAnError();
    void theFirstCompletionCounts();
    void theContinuationRunsFromTheEventLoopOnly();
    void aCompletedCallDeliversToALateSubscriber();
    void aDroppedPromiseCompletesAsCancelled();
    void copiesOfAPromiseAreOneCall();
    void nothingIsDeliveredToADestroyedContext();
    void nothingIsDeliveredToAContextDestroyedAfterCompletion();
    void whatADroppedContinuationHoldsIsGivenBack();
    void cancellingReachesTheProducerOnce();
    void cancellingACompleteCallDoesNothing();
    void theContinuationMayDestroyBothEnds();
    void mapTurnsTheValue();
    void mapTurnsTheError();
    void mapMayRefuseTheValue();
    void cancellingAMappedCallReachesTheOriginal();
    void aMappedCallWhoseContextIsGoneCompletesAsCancelled();
    void twoCallsAreOne();
    void anErrorOfTheFirstCallIsTheResult();
    void cancellingReachesTheCallThatRuns();
    void aValueThatCameBeforeTheCancellationIsHandedOver();
    void theSecondCallIsDroppedWithItsContext();
    void aCallUnderWayDoesNotKeepTheProgramFromEnding();
};

namespace {

// What a program is that ends while an answer is on its way: run as a process of its own by the test of that.
constexpr auto endEarly = "--end-early";

int endWithAnAnswerOnItsWay(int argc, char **argv)
{
    static QObject longLived; // outlives the application, as what deleteLater() was called for in the last moment does
    QCoreApplication application(argc, argv);
    const Promise<int> promise;
    promise.pending().map<int>(&longLived, [](int n) -> Result<int> { return n; }).then(&longLived, [](auto) {});
    promise.complete(1);
    return 0;
}

} // namespace

void PendingTest::aResultHoldsAValueOrAnError()
{
    Result<QString> value(u"text"_s);
    QVERIFY(value.ok() && value);
    QCOMPARE(value.value(), u"text"_s);
    QCOMPARE(std::move(value).value(), u"text"_s);
    const Result<QString> error(errorOf(Error::Kind::Forbidden));
    QVERIFY(!error.ok() && !error);
    QCOMPARE(error.error().kind, Error::Kind::Forbidden);
}

void PendingTest::theFirstCompletionCounts()
{
    const Promise<int> promise;
    QList<int> values;
    promise.pending().then(this, [&values](const Result<int> &result) { values << result.value(); });
    QVERIFY(!promise.isComplete());
    promise.complete(1);
    promise.complete(2);
    promise.complete(errorOf(Error::Kind::TimedOut));
    QVERIFY(promise.isComplete());
    spin(0);
    promise.complete(3);
    spin(0);
    QCOMPARE(values, QList<int>{1});
}

void PendingTest::theContinuationRunsFromTheEventLoopOnly()
{
    int runs = 0;
    const auto count = [&runs](const Result<int> &) { ++runs; };
    const Promise<int> promise;
    promise.pending().then(this, count);
    promise.complete(1);
    QCOMPARE(runs, 0); // not inside complete()
    completed<int>(2).then(this, count);
    QCOMPARE(runs, 0); // not inside then()
    spin(0);
    QCOMPARE(runs, 2);
}

void PendingTest::aCompletedCallDeliversToALateSubscriber()
{
    const Promise<int> promise;
    promise.complete(7);
    spin(0);
    QCOMPARE(wait(promise.pending()).value(), 7);
}

void PendingTest::aDroppedPromiseCompletesAsCancelled()
{
    std::optional<Promise<int>> promise(std::in_place);
    const Pending<int> pending = promise->pending();
    promise.reset();
    COMPARE_ERROR(wait(pending), Error::Kind::Cancelled);
}

void PendingTest::copiesOfAPromiseAreOneCall()
{
    std::optional<Promise<int>> first(std::in_place);
    const Promise<int> second = *first;
    const Pending<int> pending = first->pending();
    first.reset();
    QVERIFY(!second.isComplete());
    second.complete(5);
    QCOMPARE(wait(pending).value(), 5);
}

void PendingTest::nothingIsDeliveredToADestroyedContext()
{
    int runs = 0;
    const Promise<int> promise;
    {
        QObject context;
        promise.pending().then(&context, [&runs](const Result<int> &) { ++runs; });
    }
    promise.complete(1);
    spin(0);
    QCOMPARE(runs, 0);
}

void PendingTest::nothingIsDeliveredToAContextDestroyedAfterCompletion()
{
    int runs = 0;
    const Promise<int> promise;
    {
        QObject context;
        promise.pending().then(&context, [&runs](const Result<int> &) { ++runs; });
        promise.complete(1);
    }
    spin(0);
    QCOMPARE(runs, 0);
}

void PendingTest::whatADroppedContinuationHoldsIsGivenBack()
{
    const auto held = std::make_shared<int>(1);
    const Promise<int> promise;
    const Pending<int> pending = promise.pending();
    {
        QObject context;
        pending.then(&context, [held](const Result<int> &) {});
    }
    promise.complete(1);
    QCOMPARE(held.use_count(), 1);
}

void PendingTest::cancellingReachesTheProducerOnce()
{
    std::optional<Promise<int>> promise(std::in_place);
    int cancelled = 0;
    promise->onCancel([&] {
        ++cancelled;
        promise.reset(); // as a producer does that ends its work
    });
    const Pending<int> pending = promise->pending();
    pending.cancel();
    pending.cancel();
    QCOMPARE(cancelled, 1);
    COMPARE_ERROR(wait(pending), Error::Kind::Cancelled);
}

void PendingTest::cancellingACompleteCallDoesNothing()
{
    const Promise<int> promise;
    int cancelled = 0;
    promise.onCancel([&cancelled] { ++cancelled; });
    promise.complete(4);
    promise.pending().cancel();
    QCOMPARE(cancelled, 0);
    QCOMPARE(wait(promise.pending()).value(), 4);
}

void PendingTest::theContinuationMayDestroyBothEnds()
{
    auto context = std::make_unique<QObject>();
    auto promise = std::make_unique<Promise<int>>();
    promise->pending().then(context.get(), [&](const Result<int> &) {
        promise.reset();
        context.reset();
    });
    promise->complete(1);
    spin(0);
    QVERIFY(!promise && !context);
}

void PendingTest::mapTurnsTheValue()
{
    const auto text =
        completed<int>(12).map<QString>(this, [](int n) -> Result<QString> { return QString::number(n); });
    QCOMPARE(wait(text).value(), u"12"_s);
}

void PendingTest::mapTurnsTheError()
{
    const auto convert = [](int) -> Result<QString> { return QString(); };
    const Error expired = errorOf(Error::Kind::SessionExpired);
    COMPARE_ERROR(wait(completed<int>(expired).map<QString>(this, convert)), Error::Kind::SessionExpired);
    const auto turned = completed<int>(expired).map<QString>(this, convert, [](Error error) {
        error.kind = Error::Kind::SignInRefused;
        return error;
    });
    COMPARE_ERROR(wait(turned), Error::Kind::SignInRefused);
}

void PendingTest::mapMayRefuseTheValue()
{
    const auto refused =
        completed<int>(1).map<int>(this, [](int) -> Result<int> { return errorOf(Error::Kind::NotTheService); });
    COMPARE_ERROR(wait(refused), Error::Kind::NotTheService);
}

void PendingTest::cancellingAMappedCallReachesTheOriginal()
{
    const Promise<int> promise;
    int cancelled = 0;
    promise.onCancel([&cancelled] { ++cancelled; });
    const auto mapped = promise.pending().map<int>(this, [](int n) -> Result<int> { return n; });
    mapped.cancel();
    QCOMPARE(cancelled, 1);
    promise.complete(errorOf(Error::Kind::Cancelled));
    COMPARE_ERROR(wait(mapped), Error::Kind::Cancelled);
}

void PendingTest::aMappedCallWhoseContextIsGoneCompletesAsCancelled()
{
    const Promise<int> promise;
    std::optional<Pending<int>> mapped;
    {
        QObject context;
        mapped = promise.pending().map<int>(&context, [](int n) -> Result<int> { return n; });
    }
    promise.complete(1);
    COMPARE_ERROR(wait(*mapped), Error::Kind::Cancelled);
}

void PendingTest::twoCallsAreOne()
{
    const Promise<int> first;
    const Promise<QString> second;
    int given = 0;
    const auto both = first.pending().andThen<QString>(this, [&](int n) {
        given = n;
        return second.pending();
    });
    first.complete(7);
    second.complete(u"seven"_s);
    const auto result = wait(both);
    QCOMPARE(given, 7);
    QCOMPARE(result.value(), u"seven"_s);
}

void PendingTest::anErrorOfTheFirstCallIsTheResult()
{
    const Promise<int> first;
    bool isAsked = false;
    const auto both = first.pending().andThen<int>(this, [&](int n) {
        isAsked = true;
        return completed<int>(n);
    });
    first.complete(errorOf(Error::Kind::NotTheService));
    COMPARE_ERROR(wait(both), Error::Kind::NotTheService);
    QVERIFY(!isAsked);
}

void PendingTest::cancellingReachesTheCallThatRuns()
{
    for (const bool isSecond : {false, true}) {
        const Promise<int> calls[2];
        int cancelled[2] = {};
        for (const int i : {0, 1})
            calls[i].onCancel([&cancelled, i] { ++cancelled[i]; });
        bool isAsked = false;
        const auto both = calls[0].pending().andThen<int>(this, [&](int) {
            isAsked = true;
            return calls[1].pending();
        });
        if (isSecond) {
            calls[0].complete(1);
            VERIFY_EVENTUALLY(isAsked);
        }
        both.cancel();
        QVERIFY(cancelled[0] == (isSecond ? 0 : 1) && cancelled[1] == (isSecond ? 1 : 0));
        calls[isSecond ? 1 : 0].complete(errorOf(Error::Kind::Cancelled));
        COMPARE_ERROR(wait(both), Error::Kind::Cancelled);
    }
}

void PendingTest::aValueThatCameBeforeTheCancellationIsHandedOver()
{
    const Promise<int> first;
    int unwanted = 0;
    bool isAsked = false;
    const auto both = first.pending().andThen<int>(
        this,
        [&](int n) {
            isAsked = true;
            return completed<int>(n);
        },
        [&](int n) { unwanted = n; });
    first.complete(7);
    both.cancel();
    COMPARE_ERROR(wait(both), Error::Kind::Cancelled);
    QVERIFY(unwanted == 7 && !isAsked);
}

void PendingTest::theSecondCallIsDroppedWithItsContext()
{
    const Promise<int> second;
    auto context = std::make_unique<QObject>();
    bool isAsked = false;
    const auto both = completed<int>(1).andThen<int>(context.get(), [&](int) {
        isAsked = true;
        return second.pending();
    });
    VERIFY_EVENTUALLY(isAsked);
    context.reset();
    second.complete(1);
    COMPARE_ERROR(wait(both), Error::Kind::Cancelled);
}

void PendingTest::aCallUnderWayDoesNotKeepTheProgramFromEnding()
{
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(), {u"tst_pending"_s, QLatin1StringView(endEarly)});
    const bool ended = program.waitForFinished();
    program.kill();
    QVERIFY(program.waitForFinished() || ended);
    QVERIFY2(ended, "It hangs while the application object is destroyed.");
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
}

static int run(int argc, char **argv)
{
    if (argc == 2 && std::string_view(argv[1]) == endEarly)
        return endWithAnAnswerOnItsWay(argc, argv);
    return runTest<QCoreApplication, PendingTest>(argc, argv);
}

} // namespace lanyard::testing

LANYARD_TEST_MAIN(lanyard::testing::run)
#include "tst_pending.moc"
