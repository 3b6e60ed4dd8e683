#pragma once

#include "tests/service/loggedrequest.h"
#include "tests/service/serviceoptions.h"

#include <optional>

namespace lanyard::testing {

struct Answer
{
    int status = 200;
    QByteArray contentType = {}; // empty with an empty body
    QByteArray body = {};
    HeaderList headers = {};
};

// Why the service refuses a call that it understood.
struct Refusal
{
    int code = 0;
    QString message = {};
    std::optional<int> retryAfter = {}; // seconds
};

// 200 with `success`, and the members given.
Answer succeeded(QJsonObject members, const ServiceOptions &options);
// In the form that the options say.
Answer refused(const Refusal &refusal, const ServiceOptions &options);
// application/problem+json, as services of this family write it; errors may be empty.
Answer problem(int status, const QString &title, const QJsonObject &errors = {});
// 401 without a body.
Answer unauthorized(const QByteArray &challenge);
// A web page, such as something between the client and the service sends.
Answer page(int status, const QByteArray &title);
Answer nothing(int status);

} // namespace lanyard::testing
