// The three-way merge asks only about what both changed differently, and loses nothing that can be set.

#include "core/document/arrival.h"
#include "core/document/jsontext.h"
#include "core/document/merge.h"
#include "core/document/setting.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/fuzzedchanges.h"

#include <QJsonArray>

#include <algorithm>

namespace lanyard::testing {

namespace {

// A profile's member that is no text is not replaced by one, and neither is the other half of its place.
bool isText(const QJsonObject &document, const Path &path)
{
    const QJsonValue value = User(document).valueAt(path);
    return value.isString() || isJsonNothing(value);
}

bool canBeSet(const QJsonObject &document, const Path &path, const QList<Change> &mine)
{
    if (!path.isSetting())
        return std::all_of(mine.begin(), mine.end(), [&](const Change &change) {
            return placeOf(change.path) != placeOf(path) || isText(document, change.path);
        });
    const SettingPlace place = settingPlace(document, path.settingId());
    const QJsonArray settings = document.value(QLatin1StringView("settings")).toArray();
    return place.count == 1 && !Setting(settings.at(place.last).toObject()).readOnly();
}

QString lettersAndDigits(const QJsonValue &value)
{
    const QString text = value.toString().normalized(QString::NormalizationForm_KC).toUpper().toCaseFolded();
    QString kept;
    for (const uint character : text.toUcs4()) {
        if (QChar::isLetterOrNumber(character))
            kept += QChar::fromUcs4(character);
    }
    return kept;
}

// A change counts as made where the service shows its text in a form of its own, with the same letters and digits.
bool isInItsForm(const Change &change, const User &theirs)
{
    if (!isNormalised(change, theirs))
        return false;
    const QJsonValue now = theirs.valueAt(change.path);
    const SettingKind kind = kindAt(change.path, theirs);
    require(change.wasSent, "what was never sent has no form of the service's");
    require(change.before && !sameMeaning(kind, now, *change.before), "what is still there is no form of another text");
    require(kind == SettingKind::Url || lettersAndDigits(now) == lettersAndDigits(change.value),
            "another form of a text has its letters and digits");
    return true;
}

void checkConflict(const Conflict &conflict, const QJsonObject &theirs, const QList<Change> &all)
{
    require(!conflict.mine.isEmpty() && conflict.mine.size() == conflict.theirs.size(), "a conflict has two sides");
    bool bothChanged = false;
    for (qsizetype i = 0; i < conflict.mine.size(); ++i) {
        const Change &mine = conflict.mine.at(i);
        const QJsonValue now = User(theirs).valueAt(mine.path);
        require(conflict.theirs.at(i) == now, "a conflict shows what the service has");
        require(canBeSet(theirs, mine.path, all), "nobody is asked about what cannot be set");
        require(placeOf(mine.path) == placeOf(conflict.path()), "a conflict is about one place");
        const SettingKind kind = kindAt(mine.path, User(theirs));
        bothChanged = bothChanged || (!sameMeaning(kind, now, mine.value) && !isInItsForm(mine, User(theirs)) &&
                                      mine.before && !sameMeaning(kind, now, *mine.before));
    }
    require(bothChanged, "a conflict is only what both changed differently");
}

} // namespace

// What the service has, then a list of changes (see changesOf()).
void fuzz(Input input)
{
    const auto values = readAll(input.rest());
    if (values.size() < 2)
        return;
    const QJsonObject theirs = documentOf(values.at(0));
    QList<Change> mine = changesOf(values.at(1));
    const Merge merge = merged(mine, User(theirs));

    QList<Change> met = merge.changes;
    for (const Conflict &conflict : merge.conflicts) {
        checkConflict(conflict, theirs, mine);
        met += conflict.mine;
    }
    for (const Change &change : std::as_const(mine)) {
        const auto count = std::count_if(met.begin(), met.end(), [&change](const Change &other) {
            return other.path == change.path && other.value == change.value;
        });
        const bool isThere =
            sameMeaning(kindAt(change.path, User(theirs)), User(theirs).valueAt(change.path), change.value) ||
            isInItsForm(change, User(theirs));
        require(count <= 1, "a change is made or asked about, not both");
        require(count == 1 || isThere || !canBeSet(theirs, change.path, mine), "no change is lost");
    }
    require(met.size() <= mine.size(), "nothing is changed that nobody changed");
    if (std::all_of(mine.begin(), mine.end(), [&theirs](const Change &change) { return isDone(change, User(theirs)); }))
        require(met.isEmpty(), "what the service shows already is not posted");

    // The user looks at each conflict and keeps the change.
    for (Change &change : mine)
        change.before = User(theirs).valueAt(change.path);
    const Merge decided = merged(mine, User(theirs));
    require(decided.conflicts.isEmpty(), "nobody is asked twice");
    for (const Change &change : changesNotIn(User(withChanges(theirs, decided.changes)), mine))
        require(!canBeSet(theirs, change.path, mine), "what is posted holds every change that can be made");
}

} // namespace lanyard::testing
