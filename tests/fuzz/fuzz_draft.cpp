// A draft may hold anything: what is taken from it are changes that an editor could have made, at places that exist.

#include "core/document/jsontext.h"
#include "core/document/user.h"
#include "core/document/userfields.h"
#include "core/workspace/draft.h"
#include "tests/fuzz/fuzzedfile.h"
#include "tests/fuzz/lenientjson.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

// The one file of a folder that a store has written to.
QString fileOf(const DraftStore &store, const Origin &origin, const User &user)
{
    require(store.write(origin, user, {{{Path::field(u"notes"), u"x"_s}}}, {}), "a draft is written");
    const QDir folder(fuzzedFolder());
    const QStringList names = folder.entryList({u"draft-*.json"_s}, QDir::Files);
    require(names.size() == 1, "a draft is one file");
    return folder.filePath(names.first());
}

// Only a setting that the user is known to have may be kept.
User withSettingsOf(const User &user, const QList<Change> &changes)
{
    QJsonArray settings;
    for (const Change &change : changes) {
        if (change.path.isSetting())
            settings.append(QJsonObject{{u"id"_s, change.path.settingId()}});
    }
    QJsonObject document = user.document();
    document.insert(u"settings"_s, settings);
    return User(document);
}

bool areSame(const QList<Change> &a, const QList<Change> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Change &one, const Change &other) {
        return one.path == other.path && one.value == other.value && one.before == other.before;
    });
}

QList<Change> withoutSecrets(QList<Change> changes)
{
    changes.removeIf([](const Change &change) {
        const HiddenSecrets hidden;
        return hidden.finds(jsonSource(change.value)) || hidden.finds(change.settingName.value_or(QString())) ||
               hidden.finds(jsonSource(change.before.value_or(QJsonValue()))) ||
               hidden.finds(jsonSource(change.otherBefore.value_or(QJsonValue())));
    });
    return changes;
}

} // namespace

// 0: the file as it is, 1: JSON made of it, 2: that of this person; then the file.
void fuzz(Input input)
{
    static const Origin origin = Origin::parse(u"https://a.example"_s).value();
    static const User user(QJsonObject{{u"id"_s, u"7"_s}});
    static const DraftStore store(fuzzedFolder());
    static const QString path = fileOf(store, origin, user);

    const int form = input.choice(3);
    const QByteArray rest = input.rest();
    Json json = readLeniently(rest);
    if (form == 2 && json.kind == Json::Kind::Object) {
        json.names.insert(json.names.end(), {u"server"_s, u"user"_s});
        for (const QString &value : {origin.text(), user.id()})
            json.items.push_back({Json::Kind::Text, {}, value, {}, {}});
    }
    writeFile(path, form == 0 ? rest : written(json));

    const auto draft = store.read(origin, user.id());
    if (!draft)
        return;
    require(!draft->changes.isEmpty() || !draft->misfits.isEmpty(), "a draft holds something");
    const QList<Change> all = draft->changes + draft->misfits;
    for (const Change &change : all) {
        const UserField *field = userField(change.path.fieldKey());
        require(change.path.isSetting() ? !change.path.settingId().isEmpty() : field && field->editable,
                "a draft changes only what can be edited");
        require(!change.value.isUndefined(), "a change has a value");
    }
    for (const Change &misfit : draft->misfits) // a number that is needed may have been emptied
        require(misfit.value.isString() && (misfit.path.isSetting() || !misfit.value.toString().isEmpty()),
                "a misfit is a text");
    require(store.write(origin, withSettingsOf(user, all), *draft, {}), "a draft is written again");
    const auto again = store.read(origin, user.id()).value_or(Draft{});
    require(areSame(withoutSecrets(draft->changes), again.changes) &&
                areSame(withoutSecrets(draft->misfits), again.misfits),
            "a draft comes back as it was written, but for secrets");
}

} // namespace lanyard::testing
