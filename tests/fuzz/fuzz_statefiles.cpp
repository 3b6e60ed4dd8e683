// The program's own files may hold anything: what is believed of them is sane, and comes back when it is written.

#include "core/base/json.h"
#include "core/base/statefile.h"
#include "core/http/truststore.h"
#include "core/session/savedaccounts.h"
#include "core/settings/preferences.h"
#include "tests/fuzz/fuzzedfile.h"
#include "tests/fuzz/lenientjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

bool isSameAccount(const SavedAccount &a, const SavedAccount &b)
{
    // In a file, a moment has no fraction of a second; the year 10000 has no form.
    const auto seconds = [](const SavedAccount &account) {
        return account.expiresAt && account.expiresAt->toUTC().date().year() < 9999
                   ? account.expiresAt->toSecsSinceEpoch()
                   : 0;
    };
    return a.isSameAs(b) && a.userName == b.userName && a.kind == b.kind && a.plainHttp == b.plainHttp &&
           a.kept == b.kept && a.fullName == b.fullName && a.isListed == b.isListed && a.lastUsed == b.lastUsed &&
           seconds(a) == seconds(b);
}

void checkAccounts(const QString &path)
{
    SavedAccounts list(path);
    const auto spare = std::count_if(list.accounts().begin(), list.accounts().end(),
                                     [](const SavedAccount &account) { return !account.kept && !account.removalDue; });
    require(spare <= 50, "the list of accounts has an end");
    for (const SavedAccount &account : list.accounts()) {
        const auto origin = Origin::parse(account.origin.text());
        require(origin && origin.value() == account.origin, "an account is at an address that can be used");
        require(account.userName.size() <= qsizetype(64) * 1024, "a user's name is no book");
        require(list.find(account.origin, account.userName).has_value(), "an account is found again");
    }
    if (list.accounts().isEmpty())
        return;
    require(list.remember(list.accounts().last()), "the list is written");
    const SavedAccounts again(path);
    require(std::equal(list.accounts().begin(), list.accounts().end(), again.accounts().begin(), again.accounts().end(),
                       isSameAccount),
            "the list comes back as it was written");
}

void checkPins(const QString &path)
{
    TrustStore store(path);
    for (const QString &text : store.origins()) {
        const auto origin = Origin::parse(text);
        require(origin && origin.value().text() == text, "a pin is for an address that can be used");
        require(store.pin(origin.value()).size() == 32, "a pin is a whole SHA-256");
    }
    const Origin added = Origin::parse(u"https://added.example"_s).value();
    require(store.setPin(added, QByteArray(32, 'x')), "the pins are written");
    const TrustStore again(path);
    require(again.origins() == store.origins(), "the pins come back as they were written");
    for (const QString &text : store.origins())
        require(again.pin(Origin::parse(text).value()) == store.pin(Origin::parse(text).value()), "every pin as well");
}

void checkPreferences(const QString &path)
{
    Preferences preferences(path);
    const bool keep = !preferences.keepDrafts();
    require(preferences.setKeepDrafts(keep) && Preferences(path).keepDrafts() == keep, "a choice comes back");
}

} // namespace

// Which reader, whether to make JSON of the rest, then the file.
void fuzz(Input input)
{
    static const QString path = fuzzedFolder() + u"/state.json"_s;
    const int reader = input.choice(3);
    const bool isJson = input.choice(2) == 1;
    const QByteArray rest = input.rest();
    const Json json = isJson ? readLeniently(rest) : Json();
    const QByteArray content = isJson ? written(json) : rest;
    writeFile(path, content);
    require(content.isEmpty() || StateFile(path, content.size() - 1).read().isEmpty(), "a file too large is not read");
    // Qt's reader refuses a number that no double can hold; the program takes its digits.
    const bool isObject = isJson ? json.kind == Json::Kind::Object : parseJson(content).isObject();
    if (!isObject)
        require(StateFile(path).read().isEmpty(), "what is no JSON object counts as empty");
    if (reader == 0)
        checkAccounts(path);
    else if (reader == 1)
        checkPins(path);
    else
        checkPreferences(path);
}

} // namespace lanyard::testing
