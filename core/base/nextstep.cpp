#include "core/base/errortext.h"

#include <algorithm>
#include <array>

namespace lanyard {

NextStep nextStep(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Unreachable:
    case Error::Kind::ProxyInTheWay:
    case Error::Kind::ProxySignInUnsupported:
    case Error::Kind::ProxyUnsupported: // another may have been chosen meanwhile
    case Error::Kind::GatewaySignIn:    // its administrator may have fixed it meanwhile
    case Error::Kind::GatewayRefused:
    case Error::Kind::GatewayFault:
    case Error::Kind::NetworkSignIn:
    case Error::Kind::ClientCertificateDemanded:
    case Error::Kind::TlsFailed:
    case Error::Kind::TimedOut:
    case Error::Kind::NotTheService: // possibly the network's own sign-in page
    case Error::Kind::AnswerIncomplete:
    case Error::Kind::AnswerUnreadable: // corrected at the server meanwhile
    case Error::Kind::RedirectedToItself:
    case Error::Kind::OutcomeUnknown:
    case Error::Kind::TooManyRequests:
    case Error::Kind::Refused:
    case Error::Kind::ServiceFault:
    case Error::Kind::CaCertificatesUnusable: // corrected in the file or the preferences
    case Error::Kind::NotWritten:
    case Error::Kind::KeychainSilent:
    case Error::Kind::KeychainRefused:
        return NextStep::TryAgain;
    case Error::Kind::AddressInvalid:
    case Error::Kind::PlainHttpRefused:
    case Error::Kind::Redirected:
    case Error::Kind::SignInRefused:
    case Error::Kind::SessionExpired:
    case Error::Kind::UnusableCredential:
    case Error::Kind::UnusableToken:
    case Error::Kind::HttpsExpected:
    case Error::Kind::HttpExpected:
    case Error::Kind::OtherUser:
        return NextStep::SignInAgain; // where all of these can be entered or allowed
    case Error::Kind::ProxySignIn:
        return NextStep::SignInToProxy;
    case Error::Kind::CertificateUntrusted:
    case Error::Kind::CertificateChanged:
        return NextStep::LookAtCertificate;
    case Error::Kind::KeychainNotSetUp:
    case Error::Kind::KeychainLocked:
        return NextStep::UnlockKeychain;
    case Error::Kind::Cancelled:
    case Error::Kind::TooLarge:
    case Error::Kind::Forbidden:
    case Error::Kind::DoubledMember:
    case Error::Kind::InexactNumber:
    case Error::Kind::KeychainMissing:
    case Error::Kind::AlreadyOpen: // it is shown at once
        return NextStep::None;
    }
    Q_UNREACHABLE();
}

bool isAboutForm(int status)
{
    static constexpr std::array statuses{406, 411, 414, 415, 416, 417, 421, 426, 428, 431, 505, 506, 510};
    return std::find(statuses.begin(), statuses.end(), status) != statuses.end();
}

bool isAboutOffer(int status)
{
    return status == 405 || status == 501;
}

NextStep nextStep(const Error &error)
{
    const bool isRefusal = error.kind == Error::Kind::Refused || error.kind == Error::Kind::ServiceFault;
    if (isRefusal && (isAboutForm(error.httpStatus) || isAboutOffer(error.httpStatus)))
        return NextStep::None;
    const bool isElsewhere = error.kind == Error::Kind::Redirected && error.suggestion.isEmpty();
    const bool isOfAddress = error.kind == Error::Kind::Redirected || error.kind == Error::Kind::HttpsExpected ||
                             error.kind == Error::Kind::HttpExpected;
    return isElsewhere || (isOfAddress && error.isKnownService) ? NextStep::TryAgain : nextStep(error.kind);
}

bool isRefusalOfValues(const Error &error)
{
    static constexpr std::array statuses{200, 400, 413, 422};
    return error.kind == Error::Kind::Refused &&
           std::find(statuses.begin(), statuses.end(), error.httpStatus) != statuses.end();
}

bool isKeychainError(Error::Kind kind)
{
    return kind >= Error::Kind::KeychainMissing && kind <= Error::Kind::KeychainRefused;
}

} // namespace lanyard
