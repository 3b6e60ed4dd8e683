#include "core/http/classify.h"

#include "core/http/challenge.h"
#include "core/http/connectionerror.h"
#include "core/http/envelope.h"
#include "core/http/gateway.h"
#include "core/http/headervalue.h"
#include "core/http/origin.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// A moment given by the service is measured by its own clock: this computer's may be wrong.
QDateTime serviceNow(const RawAnswer &answer)
{
    const QDateTime date = httpDate(answer.date);
    return date.isValid() ? date : QDateTime::currentDateTimeUtc();
}

Error::Kind kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return Error::Kind::SessionExpired;
    case 403:
        return Error::Kind::Forbidden;
    case 404:
    case 405:
    case 410:
    case 501:
        return Error::Kind::NotTheService;
    case 407:
        return Error::Kind::GatewaySignIn;
    case 429:
        return Error::Kind::TooManyRequests;
    case 451:
        return Error::Kind::GatewayRefused;
    case 502:
    case 504:
        return Error::Kind::GatewayFault;
    case 511:
        return Error::Kind::NetworkSignIn;
    default:
        return status >= 500   ? Error::Kind::ServiceFault
               : status >= 400 ? Error::Kind::Refused
               : status >= 300 ? Error::Kind::Redirected
                               : Error::Kind::NotTheService;
    }
}

// Who produced it, if the status alone is inconclusive: a refusal is the service's only in its own form.
Error::Kind kindOfAnswer(const RawAnswer &answer)
{
    // The service's own messages may quote anything.
    const bool isServices = hasServicesForm(answer.body);
    if (!isServices && answer.status == 400 && saysHttpsExpected(answer))
        return Error::Kind::HttpsExpected;
    if (!isServices && answer.status >= 400 && answer.status < 500 && demandsClientCertificate(answer))
        return Error::Kind::ClientCertificateDemanded;
    const Error::Kind kind = kindOfStatus(answer.status);
    const bool isRefusal = answer.status == 400 || answer.status == 401 || answer.status == 403;
    const bool isPageOfRefusal = kind == Error::Kind::Refused && isWebPage(answer);
    if (isPageOfRefusal || (isRefusal && !answeredByService(answer)))
        return readChallenge(answer.challenge).foreign.isEmpty() ? Error::Kind::GatewayRefused
                                                                 : Error::Kind::GatewaySignIn;
    return kind == Error::Kind::ServiceFault && !failedInService(answer) ? Error::Kind::GatewayFault : kind;
}

// The address to enter instead, if the target is the same call elsewhere.
QString redirectedBase(const RawAnswer &answer)
{
    if (answer.path.isEmpty() || !answer.location.endsWith(answer.path))
        return {};
    const auto base = Origin::parse(answer.location.chopped(answer.path.size()));
    return base && base.value().text() != answer.origin ? base.value().text() : QString();
}

Error ofStatus(const RawAnswer &answer)
{
    Error error = errorOf(kindOfAnswer(answer), answer);
    error.retryAfterSeconds = retryAfterSeconds(answer.retryAfter, serviceNow(answer));
    error.answeredBy = gatewayName(answer);
    error.isGateways = answer.writtenBy || !error.answeredBy.isEmpty() || isGatewayStatus(answer.status);
    if (error.kind == Error::Kind::Redirected) {
        // Without a target there is nothing to report.
        if (answer.location.isEmpty())
            error.kind = Error::Kind::NotTheService;
        else
            error.subject = answer.location;
        error.suggestion = redirectedBase(answer);
    }
    if (error.kind == Error::Kind::HttpsExpected)
        error.suggestion = answer.otherScheme;
    if (error.kind == Error::Kind::GatewaySignIn)
        error.answeredBy = readChallenge(answer.challenge).foreign;
    if (const auto envelope = readJsonObject(answer.body)) {
        error.serverMessage = envelopeMessage(envelope.value());
        error.code = envelopeCode(envelope.value());
        error.refusedMembers = envelopeMembers(envelope.value());
    }
    return error;
}

// Done here, where a large response is parsed on another thread.
ServiceAnswer withSources(ServiceAnswer answer)
{
    for (auto member = answer.envelope.constBegin(); member != answer.envelope.constEnd(); ++member) {
        if (member->isObject())
            answer.objects.insert(member.key(), answer.source.objectAt(answer.source.value(member.key())));
    }
    return answer;
}

} // namespace

Result<ServiceAnswer> classify(const RawAnswer &answer)
{
    if (const auto error = stopped(answer))
        return *error;
    if (answer.status == 0)
        return withoutStatus(answer);
    if (answer.status != 200)
        return ofStatus(answer);
    // Qt reports a body shorter than its announced length as a connection error, after the status.
    if (answer.networkError != QNetworkReply::NoError)
        return unanswered(answer.networkError == QNetworkReply::OperationCanceledError ? Error::Kind::TimedOut
                                                                                       : Error::Kind::AnswerIncomplete,
                          answer);
    // Of two lengths Qt uses the first, and it treats an invalid one as "until the end".
    if (!answer.contentLength.isEmpty() && (!isNumber(answer.contentLength) || answer.contentLength.size() > 18)) {
        Error error = unanswered(Error::Kind::AnswerIncomplete, answer);
        error.technical = u"the answer's length is not a number"_s;
        return error;
    }
    auto envelope = readJsonObject(answer.body);
    if (!envelope) {
        const bool looksLikeJson = answer.body.trimmed().startsWith('{');
        Error error = looksLikeJson ? unanswered(Error::Kind::AnswerIncomplete, answer)
                                    : errorOf(Error::Kind::NotTheService, answer);
        error.technical = envelope.error().technical;
        error.answeredBy = gatewayName(answer);
        return error;
    }
    if (!envelopeSucceeded(envelope.value())) {
        // Any other JSON object is another service's response, not a refusal.
        Error error =
            errorOf(envelopeRefused(envelope.value()) ? Error::Kind::Refused : Error::Kind::NotTheService, answer);
        error.serverMessage = envelopeMessage(envelope.value());
        error.code = envelopeCode(envelope.value());
        error.refusedMembers = envelopeMembers(envelope.value());
        error.retryAfterSeconds = retryAfterSeconds(answer.retryAfter, serviceNow(answer));
        return error;
    }
    return withSources({std::move(envelope).value(), httpDate(answer.date), JsonSource(Secret(answer.body))});
}

} // namespace lanyard
