// A pasted password or key is what was pasted without what only stands around it, and one that cannot be sent says why.

#include "core/http/credential.h"
#include "core/session/enteredsecret.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r';
}

void checkPassword(const QString &pasted)
{
    const QString password = enteredPassword(pasted).exposeText();
    const qsizetype start = pasted.indexOf(password);
    require(start >= 0, "a password is a part of what was pasted");
    const QString around = password.isEmpty() ? pasted : pasted.first(start) + pasted.sliced(start + password.size());
    require(std::all_of(around.begin(), around.end(), isLineBreak), "only line breaks are left out of a password");
    require(password.isEmpty() || (!isLineBreak(password.front()) && !isLineBreak(password.back())),
            "a password neither begins nor ends with a line break");
    require(isHarmless(passwordRemark(pasted)), "a remark about a password is harmless");
    require(enteredPassword(password) == enteredPassword(pasted), "a password is itself");
}

void checkApiKey(const QString &pasted)
{
    static const Origin origin = Origin::parse(u"https://a.example"_s).value();
    const Secret key = enteredApiKey(pasted);
    require(pasted.contains(key.exposeText()), "a key is a part of what was pasted");
    require(enteredApiKey(key.exposeText()) == key, "a key is itself");
    const QString problem = apiKeyProblem(pasted);
    require(isHarmless(problem), "what is wrong with a key is told harmlessly");
    const bool isUsable = Credential::make(Credential::Kind::ApiKey, origin, key).ok();
    require(isUsable == problem.isEmpty(), "a key can be sent, or says why not");
}

} // namespace

void fuzz(Input input)
{
    const QString pasted = QString::fromUtf8(input.rest());
    checkPassword(pasted);
    checkApiKey(pasted);
}

} // namespace lanyard::testing
