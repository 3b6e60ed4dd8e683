// What the tests of core share: waiting for a call to complete, and short ways to make values.
#pragma once

#include "core/base/pending.h"
#include "core/http/credential.h"
#include "tests/support/eventually.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

namespace lanyard::testing {

inline constexpr QLatin1StringView userPath{"/v1/auth/user"};

// The result of a call. Runs the event loop until it is there; a call that never completes fails the test.
template<typename T>
[[nodiscard]] Result<T> wait(const Pending<T> &pending)
{
    QObject context;
    QEventLoop loop;
    std::optional<Result<T>> result;
    pending.then(&context, [&result, &loop](Result<T> arrived) {
        result.emplace(std::move(arrived));
        loop.quit();
    });
    QTimer::singleShot(timeoutMs, &loop, &QEventLoop::quit);
    loop.exec();
    if (result)
        return *std::move(result);
    QTest::qFail("the call did not complete", __FILE__, __LINE__);
    return Error{};
}

// How often a campaign is repeated: its long form when LANYARD_LONG is set, as `./test all` does.
[[nodiscard]] inline int rounds(int shortForm, int longForm)
{
    return qEnvironmentVariableIsSet("LANYARD_LONG") ? longForm : shortForm;
}

// Runs the event loop for that long.
inline void spin(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

template<typename T>
[[nodiscard]] QByteArray told(const Result<T> &result)
{
    return result.ok() ? QByteArray("it succeeded") : errorDetails(result.error()).toUtf8();
}

// Only for addresses that are right.
[[nodiscard]] inline Origin originOf(const QString &address)
{
    return Origin::parse(address).value();
}

[[nodiscard]] inline Credential tokenOf(const Origin &origin, const QByteArray &token)
{
    return Credential::make(Credential::Kind::Token, origin, Secret(QByteArrayView(token))).value();
}

[[nodiscard]] inline Credential keyOf(const Origin &origin, const QByteArray &key)
{
    return Credential::make(Credential::Kind::ApiKey, origin, Secret(QByteArrayView(key))).value();
}

} // namespace lanyard::testing

// The result is a value; if it is an error, the test tells which.
#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto &looked = (result);                                                                                 \
        QVERIFY2(looked.ok(), lanyard::testing::told(looked).constData());                                             \
    } while (false)

// The result is an error of this kind.
#define COMPARE_ERROR(result, wanted)                                                                                  \
    do {                                                                                                               \
        const auto &looked = (result);                                                                                 \
        QVERIFY2(!looked.ok(), "it succeeded");                                                                        \
        QCOMPARE(looked.error().kind, wanted);                                                                         \
    } while (false)
