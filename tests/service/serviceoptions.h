#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace lanyard::testing {

// How the stand-in account service behaves. A service as shipped is `ServiceOptions{}`; each member is one way in
// which real ones differ, and one switch of `lanyard-service`.
struct ServiceOptions
{
    // The form of the dates that the service owns: createdAt, updatedAt, lastLogIn and those of the keys. AsStored
    // answers them as the accounts hold them, and writes new ones as Utc. Dates that a client sends are never touched.
    enum class DateForm { AsStored, Utc, Offset, NoZone };

    // The form of a refusal: wrong password, sign-in blocked, e-mail or user name in use.
    // Empty is a 200 with nothing in it, Html a 200 with a web page; 502 and 503 are pages of something in between.
    enum class FailureForm {
        Envelope200,
        Status400,
        Status401,
        Status403,
        Status429, // always with Retry-After
        Status500,
        Status502,
        Status503,
        ProblemJson,
        Empty,
        Html
    };

    // What is wrong with the certificate, besides that nobody vouches for it.
    enum class Tls { Off, SelfSigned, Expired, Misnamed, ExpiredMisnamed };

    // Answers
    bool writeDefaults = false; // null, 0, false, "" and [] are left out as shipped
    DateForm dateForm = DateForm::AsStored;
    int fractionDigits = 7;         // of new dates and of those that dateForm rewrites: 0 to 9
    bool integersAsStrings = false; // customerId, expiresIn and the ids of keys and settings, which have 64 bits
    bool omitNestedLists = false;   // apiKeys and settings are left out of answers though they exist
    int latencyMs = 0;              // every answer waits this long
    int generatedKeys = 0;          // added to each user's own
    int generatedSettings = 0;
    bool htmlForUnknownPaths = false; // 200 and a web page instead of 404

    // Refusals
    FailureForm failureForm = FailureForm::Envelope200;
    bool failureBody = true;    // Status400, 401, 403 and 429 carry the envelope, 500 a problem+json
    bool retryAfter = true;     // a blocked sign-in says when to come back, whatever its form
    int blockAfterFailures = 5; // sign-ins that failed from one address; 0: never
    int blockSeconds = 300;

    // Sessions
    int tokenLifetimeSeconds = 1800; // 0 or less: a token is expired when it is handed out
    bool jwt = true;                 // otherwise opaque
    bool tellExpiresIn = true;
    bool statelessTokens = false; // a token outlives its logout
    QString apiKeyHeader = QStringLiteral("x-api-key");
    bool enforceKeyPermissions = false; // 403 for a key without Read (get) or Write (update)

    // Update
    bool replaceOnUpdate = false;    // members that were not sent go away; otherwise they stay
    QStringList ignoredMembers = {}; // members of the user that an update leaves alone without a word
    bool refuseEmailInUse = true;    // by another account
    bool updateAnswersUser = true;   // the answer carries the user
    bool storeEverything = false;    // also what a service should keep to itself: id, roles, rank, keys, ...

    // Taken up by start() only
    Tls tls = Tls::Off;
    quint16 port = 0;         // 0: a free one
    QString stateFile = {};   // read by the constructor if it exists, written after each change; empty: none
    QByteArray accounts = {}; // JSON like accounts.json, read by the constructor; empty: those built in
};

} // namespace lanyard::testing
