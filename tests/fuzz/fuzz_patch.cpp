// Changes are laid over a document where they belong, and nothing else differs.

#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/fuzzedchanges.h"

#include "core/document/arrival.h"
#include "core/document/samemeaning.h"
#include "core/document/user.h"

#include <algorithm>

namespace lanyard::testing {

// A document, then a list of changes (see changesOf()).
void fuzz(Input input)
{
    const auto values = readAll(input.rest());
    if (values.size() < 2)
        return;
    const QJsonObject document = documentOf(values.at(0));
    const QList<Change> changes = changesOf(values.at(1));
    const QJsonObject changed = withChanges(document, changes);
    require(without(changed, changes) == without(document, changes), "nothing else differs");
    require(withChanges(changed, changes) == changed, "changing again changes nothing");
    require(withChanges(document, {}) == document, "no change is no change");
    for (const Change &change : changes) {
        const QJsonValue now = User(changed).valueAt(change.path);
        if (hasPlace(document, change.path))
            require(now == change.value, "a change stands where it belongs");
        else
            require(now.isUndefined(), "a setting that is not there is never invented");
    }
    const QList<Change> missing = changesNotIn(User(changed), changes);
    for (const Change &change : missing)
        require(!hasPlace(document, change.path), "a change that was laid over a document is seen in it");
    // A setting that is not there for certain does not count as cleared.
    const QList<Change> notYet = changesNotIn(User(document), changes);
    for (const Change &change : notYet)
        require(!hasPlace(document, change.path) || !sameMeaning(kindAt(change.path, User(document)),
                                                                 User(document).valueAt(change.path), change.value),
                "a change that stands there is seen");
    const auto withoutPlace = std::count_if(
        changes.begin(), changes.end(), [&document](const Change &change) { return !hasPlace(document, change.path); });
    const auto seenToBeGone = std::count_if(
        notYet.begin(), notYet.end(), [&document](const Change &change) { return !hasPlace(document, change.path); });
    require(withoutPlace == seenToBeGone, "a change to a setting that is not there is missing");
}

} // namespace lanyard::testing
