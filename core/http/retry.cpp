#include "core/http/retry.h"

#include "core/http/headervalue.h"

namespace lanyard {

namespace {

constexpr int TryLimit = 3;
constexpr int LongestPauseSeconds = 5;

bool asksForPause(const RawAnswer &answer)
{
    return answer.status == 429 || answer.status == 503;
}

// Not a refused connection, an unknown name or a failed handshake: those would only fail again.
bool wasLost(const RawAnswer &answer)
{
    if (!answer.wasSent)
        return false;
    // Qt wants to resend the request by itself: possibly after it has seen the status, but also as its own way of
    // following a redirect.
    if (answer.networkError == QNetworkReply::ContentReSendError)
        return answer.status == 0 || answer.status == 200;
    return answer.status == 0 && (answer.networkError == QNetworkReply::RemoteHostClosedError ||
                                  answer.networkError == QNetworkReply::UnknownNetworkError);
}

} // namespace

std::optional<int> retryDelay(const RawAnswer &answer, int tries)
{
    if (answer.isPost || answer.stop != RawAnswer::Stop::None || tries >= TryLimit)
        return std::nullopt;
    if (asksForPause(answer)) {
        const int seconds = retryAfterSeconds(answer.retryAfter, QDateTime::currentDateTimeUtc());
        return seconds >= 0 && seconds <= LongestPauseSeconds ? std::optional(seconds * 1000) : std::nullopt;
    }
    if (wasLost(answer))
        return tries == 1 ? 100 : 400;
    return std::nullopt;
}

} // namespace lanyard
