// A scripted server and a client of it.
#pragma once

#include "core/http/httpclient.h"
#include "core/http/truststore.h"
#include "tests/core/support.h"
#include "tests/wire/wireserver.h"

namespace lanyard::testing {

// The least that counts as a success.
inline const QByteArray success = R"({"success":true})";

struct ClientFixture
{
    explicit ClientFixture(const WireStep &step = WireStep::answer(httpAnswer(success)), HttpLimits limits = {})
        : origin(originOf(server.address())), client(origin, trust, HttpClient::PlainHttp::Refuse, limits)
    {
        server.setScript(step);
    }

    WireServer server;
    TrustStore trust;
    Origin origin;
    HttpClient client;
};

} // namespace lanyard::testing
