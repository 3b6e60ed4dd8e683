#include "core/http/classify.h"

#include "core/http/challenge.h"
#include "core/http/connectionerror.h"
#include "core/http/envelope.h"
#include "core/http/gateway.h"
#include "core/http/headervalue.h"
#include "core/http/origin.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// A moment given by the service is measured by its own clock: this computer's may be wrong.
QDateTime serviceNow(const RawAnswer &answer)
{
    const QDateTime date = httpDate(answer.date);
    return date.isValid() ? date : QDateTime::currentDateTimeUtc();
}

class ClassifyText
{
    Q_DECLARE_TR_FUNCTIONS(ClassifyText)
};

// Whether @p body is text of JSON that is not UTF-8 (RFC 8259 section 8.1).
bool hasOtherEncoding(const QByteArray &body)
{
    if (const auto encoding = QStringConverter::encodingForData(body, u'{'))
        return *encoding != QStringConverter::Utf8;
    if (!body.trimmed().startsWith('{'))
        return false;
    QStringDecoder decoder(QStringConverter::Utf8);
    static_cast<void>(QString(decoder(body)));
    return decoder.hasError();
}

// Why a response that arrived whole could not be read, as a sentence; empty if its form is not to blame.
QString unreadableForm(const RawAnswer &answer)
{
    if (answer.status < 200)
        return ClassifyText::tr("It begins with an interim response (status %1), which Lanyard does not support.")
            .arg(answer.status);
    const QByteArray encoding = answer.contentEncoding.trimmed().toLower();
    if (!encoding.isEmpty() && encoding != "identity")
        return ClassifyText::tr("It is compressed (%1), although Lanyard did not ask for that.")
            .arg(QString::fromLatin1(encoding.left(20)));
    if (hasOtherEncoding(answer.body))
        return ClassifyText::tr("Its text is not encoded as UTF-8.");
    return isTooDeep(answer.body)
               ? ClassifyText::tr(
                     "Its objects and lists are nested more deeply than the 1,024 levels that Lanyard reads.")
               : QString();
}

std::optional<Error> unreadable(const RawAnswer &answer)
{
    const QString form = unreadableForm(answer);
    // A web page is none of the service's, in whatever form.
    if (form.isEmpty() || (answer.status == 200 && isWebPage(answer)))
        return std::nullopt;
    Error error = unanswered(Error::Kind::AnswerUnreadable, answer);
    error.technical = form;
    return error;
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
    case 408:
        return Error::Kind::TimedOut;
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

// Statuses with which a service refuses what was entered. About the rest of 4xx, which concerns the request itself,
// nobody can do anything.
bool isAboutContent(int status)
{
    static constexpr std::array statuses{400, 409, 412, 413, 415, 422};
    return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
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
    if (refusesTheCall(answer))
        return Error::Kind::Refused;
    const Error::Kind kind = kindOfStatus(answer.status);
    const bool isRefusal = answer.status == 400 || answer.status == 401 || answer.status == 403;
    const bool isForeign =
        kind == Error::Kind::Refused && (isWebPage(answer) || (!isServices && !isAboutContent(answer.status)));
    if (isForeign || (isRefusal && !answeredByService(answer)))
        return readChallenge(answer.challenge).foreign.isEmpty() ? Error::Kind::GatewayRefused
                                                                 : Error::Kind::GatewaySignIn;
    return kind == Error::Kind::ServiceFault && !failedInService(answer) ? Error::Kind::GatewayFault : kind;
}

// The address of the server, if the target is the same call.
QString redirectedBase(const RawAnswer &answer)
{
    const QString target = answer.location.endsWith(u'/') ? answer.location.chopped(1) : answer.location;
    if (answer.path.isEmpty() || !target.endsWith(answer.path))
        return {};
    const auto base = Origin::parse(target.chopped(answer.path.size()));
    return base ? base.value().text() : QString();
}

void describeRedirect(Error &error, const RawAnswer &answer)
{
    const QString base = redirectedBase(answer);
    if (answer.location.isEmpty())
        error.kind = Error::Kind::NotTheService; // without a target there is nothing to report
    else if (base == answer.origin)
        error.kind = Error::Kind::RedirectedToItself;
    else
        error.subject = answer.location;
    if (error.kind == Error::Kind::Redirected)
        error.suggestion = base;
}

// 201 is what a framework makes of a post that was carried out. Only a body that says so, too, is believed.
bool isDone(const RawAnswer &answer)
{
    if (answer.status != 201 || answer.networkError != QNetworkReply::NoError)
        return answer.status == 200;
    return !answer.body.trimmed().isEmpty() && saysDone(answer.status, answer.body);
}

Error ofStatus(const RawAnswer &answer)
{
    Error error = errorOf(kindOfAnswer(answer), answer);
    error.saysDone = !answer.writtenBy && saysDone(answer.status, answer.body);
    error.retryAfterSeconds = retryAfterSeconds(answer.retryAfter, serviceNow(answer));
    error.answeredBy = gatewayName(answer);
    error.isGateways = answer.writtenBy || !error.answeredBy.isEmpty() || isGatewayStatus(answer.status);
    if (error.kind == Error::Kind::Redirected)
        describeRedirect(error, answer);
    // An empty one, in which nobody is named, is usual where the service itself counts requests.
    const bool isThrottle = error.kind == Error::Kind::TooManyRequests;
    error.isServices = isServicesOwn(answer) && (isThrottle || hasServicesForm(answer.body));
    if (isThrottle && error.isServices)
        error.answeredBy.clear(); // a gateway that only relays it
    if (error.kind == Error::Kind::HttpsExpected)
        error.suggestion = answer.otherScheme;
    if (error.kind == Error::Kind::GatewaySignIn)
        error.answeredBy = readChallenge(answer.challenge).foreign;
    if (const auto envelope = readJsonObject(answer.body))
        describeRefusal(error, envelope.value());
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

Result<ServiceAnswer> classify(RawAnswer answer)
{
    if (const auto error = stopped(answer))
        return *error;
    if (answer.status == 0)
        return withoutStatus(answer);
    // Whatever they announce, the response to the call is still to come. After 101 there is none in HTTP.
    if (answer.status >= 100 && answer.status < 200 && answer.status != 101)
        return *unreadable(answer);
    if (!isDone(answer))
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
        if (const auto error = unreadable(answer))
            return *error;
        const bool looksLikeJson = answer.body.trimmed().startsWith('{');
        Error error = looksLikeJson ? unanswered(Error::Kind::AnswerIncomplete, answer)
                                    : errorOf(Error::Kind::NotTheService, answer);
        error.technical = envelope.error().technical;
        error.answeredBy = gatewayName(answer);
        error.saysDone = !answer.writtenBy && saysDone(answer.status, answer.body);
        return error;
    }
    if (!envelopeSucceeded(envelope.value())) {
        // Any other JSON object is another service's response, not a refusal.
        Error error =
            errorOf(envelopeRefused(envelope.value()) ? Error::Kind::Refused : Error::Kind::NotTheService, answer);
        describeRefusal(error, envelope.value());
        error.retryAfterSeconds = retryAfterSeconds(answer.retryAfter, serviceNow(answer));
        return error;
    }
    return withSources(
        {std::move(envelope).value(), httpDate(answer.date), JsonSource(Secret::of(std::move(answer.body)))});
}

} // namespace lanyard
