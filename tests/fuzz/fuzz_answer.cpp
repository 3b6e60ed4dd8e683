// Whatever comes back from a call becomes a success that says so itself, or an error that a user can read.

#include "core/base/json.h"
#include "core/document/user.h"
#include "core/http/classify.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/lenientjson.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace lanyard::testing {

namespace {

using Network = QNetworkReply::NetworkError;

constexpr std::array networkErrors{Network::NoError,           Network::OperationCanceledError,
                                   Network::TimeoutError,      Network::ConnectionRefusedError,
                                   Network::HostNotFoundError, Network::RemoteHostClosedError,
                                   Network::ProtocolFailure,   Network::UnknownContentError};

bool saysSuccess(const QByteArray &body)
{
    const Json json = readLeniently(body);
    const auto last = std::find(json.names.rbegin(), json.names.rend(), QStringLiteral("success"));
    return last != json.names.rend() &&
           json.items.at(static_cast<std::size_t>(json.names.rend() - last - 1)).kind == Json::Kind::True;
}

// stop, network error, is a post, was sent; then lines: status, Retry-After, location, origin, Qt's words; the body.
RawAnswer answerOf(Input &input)
{
    RawAnswer answer;
    answer.stop = static_cast<RawAnswer::Stop>(input.choice(5));
    answer.networkError = networkErrors.at(static_cast<std::size_t>(input.choice(networkErrors.size())));
    answer.isPost = input.choice(2) == 1;
    answer.wasSent = input.choice(2) == 1;
    answer.status = input.line().toInt();
    answer.retryAfter = input.line();
    answer.location = QString::fromUtf8(input.line());
    answer.origin = QString::fromUtf8(input.line());
    answer.networkText = QString::fromUtf8(input.line());
    answer.body = input.rest();
    if (answer.stop == RawAnswer::Stop::Certificate) {
        answer.certificate.emplace();
        answer.certificate->expectedSha256 = answer.retryAfter;
    }
    return answer;
}

} // namespace

void fuzz(Input input)
{
    const RawAnswer answer = answerOf(input);
    const auto result = classify(answer);
    if (!result) {
        requireReadable(result.error());
        const Error::Kind kind = result.error().kind;
        const bool isUnanswered = answer.status == 0 || answer.status == 200;
        require(!(answer.isPost && answer.wasSent && isUnanswered) ||
                    (kind != Error::Kind::TimedOut && kind != Error::Kind::AnswerIncomplete &&
                     kind != Error::Kind::TooLarge),
                "a post that may have been carried out is never called failed");
        return;
    }
    require(answer.stop == RawAnswer::Stop::None && answer.networkError == Network::NoError && answer.status / 100 == 2,
            "only a whole answer with a status of success is a success");
    require(saysSuccess(answer.body), "a success says so itself");
    const ServiceAnswer &value = result.value();
    require(value.envelope.value(QLatin1StringView("success")) == QJsonValue(true), "the success is the body's own");
    const JsonSource source = value.objects.value(QStringLiteral("user"));
    const auto user = User::fromAnswer(value.envelope, source);
    if (!user)
        return requireReadable(user.error());
    require(!user.value().id().isEmpty(), "a user has an id");
    require(source.object().end <= answer.body.size() && parseJson(source.at(source.object()).toByteArray()).isObject(),
            "its bytes are an object of the answer");
}

} // namespace lanyard::testing
