#pragma once

#include "tests/service/accountstore.h"
#include "tests/service/loginguard.h"
#include "tests/service/tokens.h"

namespace lanyard::testing {

// The four calls, without a wire: a request in, an answer out. Not thread-safe.
class Calls
{
public:
    Answer handle(const LoggedRequest &request, const ServiceOptions &options);

    AccountStore &store() { return m_store; }
    Tokens &tokens() { return m_tokens; }
    LoginGuard &guard() { return m_guard; }

    // True once after each change of what the state file holds.
    bool takeChanged();

private:
    // Who is calling: an account, or the answer that turns the caller away.
    struct Caller
    {
        Account *account = nullptr;
        QByteArray token = {}; // empty with an API key
        int permissions = ~0;
        Answer rejection = {};
    };

    Caller authenticate(const LoggedRequest &request, const ServiceOptions &options);
    Answer login(const LoggedRequest &request, const ServiceOptions &options);
    Answer getUser(const LoggedRequest &request, const ServiceOptions &options);
    Answer updateUser(const LoggedRequest &request, const ServiceOptions &options);
    Answer logout(const LoggedRequest &request, const ServiceOptions &options);

    AccountStore m_store;
    Tokens m_tokens;
    LoginGuard m_guard;
    bool m_changed = false;
};

} // namespace lanyard::testing
