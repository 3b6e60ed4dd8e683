// The table of switches: one row per option of the service.

#include "tests/service/commandline.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

using DateForm = ServiceOptions::DateForm;
using FailureForm = ServiceOptions::FailureForm;
using Tls = ServiceOptions::Tls;

namespace {

template<bool ServiceOptions::*member, bool value>
bool set(ServiceOptions &options, const QString &)
{
    options.*member = value;
    return true;
}

template<int ServiceOptions::*member, int least, int most = std::numeric_limits<int>::max()>
bool number(ServiceOptions &options, const QString &value)
{
    bool ok = false;
    options.*member = value.toInt(&ok);
    return ok && options.*member >= least && options.*member <= most;
}

template<typename Enum>
struct Word
{
    QLatin1StringView word;
    Enum value;
};

template<typename Enum, std::size_t n>
bool choose(Enum &target, const Word<Enum> (&words)[n], const QString &value)
{
    for (const Word<Enum> &word : words) {
        if (value == word.word) {
            target = word.value;
            return true;
        }
    }
    return false;
}

bool setPort(ServiceOptions &options, const QString &value)
{
    bool ok = false;
    options.port = value.toUShort(&ok);
    return ok;
}

bool setStateFile(ServiceOptions &options, const QString &value)
{
    options.stateFile = value;
    return !value.isEmpty();
}

bool setDateForm(ServiceOptions &options, const QString &value)
{
    static constexpr Word<DateForm> words[] = {{"as-stored"_L1, DateForm::AsStored},
                                               {"utc"_L1, DateForm::Utc},
                                               {"offset"_L1, DateForm::Offset},
                                               {"no-zone"_L1, DateForm::NoZone}};
    return choose(options.dateForm, words, value);
}

bool setFailureForm(ServiceOptions &options, const QString &value)
{
    static constexpr Word<FailureForm> words[] = {{"envelope"_L1, FailureForm::Envelope200},
                                                  {"400"_L1, FailureForm::Status400},
                                                  {"401"_L1, FailureForm::Status401},
                                                  {"403"_L1, FailureForm::Status403},
                                                  {"429"_L1, FailureForm::Status429},
                                                  {"500"_L1, FailureForm::Status500},
                                                  {"502"_L1, FailureForm::Status502},
                                                  {"503"_L1, FailureForm::Status503},
                                                  {"problem"_L1, FailureForm::ProblemJson},
                                                  {"empty"_L1, FailureForm::Empty},
                                                  {"html"_L1, FailureForm::Html}};
    return choose(options.failureForm, words, value);
}

bool setTls(ServiceOptions &options, const QString &value)
{
    static constexpr Word<Tls> words[] = {{"off"_L1, Tls::Off},
                                          {"self-signed"_L1, Tls::SelfSigned},
                                          {"expired"_L1, Tls::Expired},
                                          {"misnamed"_L1, Tls::Misnamed},
                                          {"expired-misnamed"_L1, Tls::ExpiredMisnamed}};
    return choose(options.tls, words, value);
}

bool addIgnored(ServiceOptions &options, const QString &value)
{
    options.ignoredMembers.append(value);
    return !value.isEmpty();
}

bool setKeyHeader(ServiceOptions &options, const QString &value)
{
    options.apiKeyHeader = value;
    return !value.isEmpty();
}

constexpr Switch table[] = {
    {"port", "port", "Listen on this port of 127.0.0.1; 0, as without this switch: a free one.", setPort},
    {"state", "file", "Read users and sessions from this file if it exists; write it after each change.", setStateFile},
    {"tls", "kind", "off, self-signed, expired, misnamed or expired-misnamed (then without any name).", setTls},

    {"write-defaults", nullptr, "Write null, 0, false and [] in answers, which are left out otherwise.",
     set<&ServiceOptions::writeDefaults, true>},
    {"date-form", "form", "Dates of the service's own: as-stored, utc, offset (+02:00) or no-zone.", setDateForm},
    {"fraction-digits", "count", "Fraction digits of the dates that the service writes, 0 to 9. Default: 7.",
     number<&ServiceOptions::fractionDigits, 0, 9>},
    {"integers-as-strings", nullptr, "Write 64-bit integers as strings.",
     set<&ServiceOptions::integersAsStrings, true>},
    {"omit-nested-lists", nullptr, "Leave apiKeys and settings out of answers though they exist.",
     set<&ServiceOptions::omitNestedLists, true>},
    {"latency", "ms", "Wait this long before each answer.", number<&ServiceOptions::latencyMs, 0>},
    {"generated-keys", "count", "Add this many API keys to each user.", number<&ServiceOptions::generatedKeys, 0>},
    {"generated-settings", "count", "Add this many settings to each user.",
     number<&ServiceOptions::generatedSettings, 0>},
    {"html-for-unknown-paths", nullptr, "Answer an unknown path with 200 and a web page instead of 404.",
     set<&ServiceOptions::htmlForUnknownPaths, true>},

    {"failures", "form",
     "How a refusal is answered: envelope (200 without success), 400, 401, 403, 429, 500, 502, 503, problem, empty or "
     "html.",
     setFailureForm},
    {"failures-without-body", nullptr, "Answer the refusals 400, 401, 403, 429 and 500 without a body.",
     set<&ServiceOptions::failureBody, false>},
    {"no-retry-after", nullptr, "Do not say when a blocked sign-in may be tried again.",
     set<&ServiceOptions::retryAfter, false>},
    {"block-after", "count", "Failed sign-ins that block an address; 0: never. Default: 5.",
     number<&ServiceOptions::blockAfterFailures, 0>},
    {"block-seconds", "seconds", "How long it stays blocked. Default: 300.", number<&ServiceOptions::blockSeconds, 0>},

    {"token-lifetime", "seconds", "How long a session lasts. Default: 1800.",
     number<&ServiceOptions::tokenLifetimeSeconds, 0>},
    {"opaque-tokens", nullptr, "Hand out random text as tokens instead of JWTs.", set<&ServiceOptions::jwt, false>},
    {"no-expires-in", nullptr, "Do not tell how long a token lasts.", set<&ServiceOptions::tellExpiresIn, false>},
    {"stateless-tokens", nullptr, "Let a token outlive its logout.", set<&ServiceOptions::statelessTokens, true>},
    {"api-key-header", "name", "The header that carries an API key. Default: x-api-key.", setKeyHeader},
    {"enforce-key-permissions", nullptr, "Answer 403 to a key without Read (get) or Write (update).",
     set<&ServiceOptions::enforceKeyPermissions, true>},

    {"replace-on-update", nullptr, "Drop members that an update does not send, instead of keeping them.",
     set<&ServiceOptions::replaceOnUpdate, true>},
    {"ignore", "member", "Leave this member of the user alone in updates. May be given more than once.", addIgnored},
    {"allow-shared-email", nullptr, "Accept an e-mail address that another account has.",
     set<&ServiceOptions::refuseEmailInUse, false>},
    {"update-without-user", nullptr, "Answer an update without the user.",
     set<&ServiceOptions::updateAnswersUser, false>},
    {"store-everything", nullptr, "Store all that an update sends, also ids, roles and keys.",
     set<&ServiceOptions::storeEverything, true>},
};

} // namespace

std::span<const Switch> switches()
{
    return table;
}

} // namespace lanyard::testing
