#include "core/session/postoutcome.h"

namespace lanyard {

bool isDefinite(const Error &error)
{
    return error.kind == Error::Kind::ServiceFault || error.kind == Error::Kind::Redirected ||
           error.kind == Error::Kind::RedirectedToItself;
}

bool isRefusalWithUser(const Error &error)
{
    return error.kind == Error::Kind::Refused && error.showsUser;
}

bool mayHaveBeenDone(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Refused: // the service's own, as these kinds are
    case Error::Kind::SessionExpired:
    case Error::Kind::Forbidden:
        return isRefusalWithUser(error);
    case Error::Kind::TimedOut:
    case Error::Kind::TooManyRequests:
    case Error::Kind::HttpsExpected:
    case Error::Kind::ClientCertificateDemanded:
        return error.httpStatus != 0 && !error.isServices;
    case Error::Kind::GatewayRefused:
    case Error::Kind::GatewaySignIn:
    case Error::Kind::GatewayFault:
    case Error::Kind::NetworkSignIn:
    case Error::Kind::NotTheService:
    case Error::Kind::OutcomeUnknown:
    case Error::Kind::Cancelled:
        return true;
    default:
        return isDefinite(error);
    }
}

bool isDoneWithoutBody(const Error &error)
{
    return error.httpStatus == 204 || error.httpStatus == 205;
}

} // namespace lanyard
