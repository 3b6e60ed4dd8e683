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
    return isDefinite(error) || error.kind == Error::Kind::OutcomeUnknown || error.kind == Error::Kind::Cancelled ||
           error.kind == Error::Kind::GatewayFault || isRefusalWithUser(error) ||
           (error.kind == Error::Kind::NotTheService && error.httpStatus < 300);
}

bool isDoneWithoutBody(const Error &error)
{
    return error.httpStatus == 204 || error.httpStatus == 205;
}

} // namespace lanyard
