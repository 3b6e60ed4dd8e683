#include "tests/fuzz/fuzzedchanges.h"

#include "core/document/setting.h"
#include "core/document/userfields.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

// A field that can be edited, or the companion of one.
Path fieldAt(std::size_t number)
{
    static const QStringList keys = [] {
        QStringList all;
        for (const UserField &field : userFields()) {
            if (field.editable)
                all << field.key.toString();
            if (!field.companion.isEmpty())
                all << field.companion.toString();
        }
        return all;
    }();
    return Path::field(keys.at(static_cast<qsizetype>(number % static_cast<std::size_t>(keys.size()))));
}

} // namespace

QJsonObject documentOf(const Json &json)
{
    return toQt(json).toObject();
}

QList<Change> changesOf(const Json &json)
{
    QList<Change> changes;
    for (const Json &item : json.items) {
        if (item.kind != Json::Kind::List || item.items.size() < 2)
            continue;
        const Json &place = item.items.at(0);
        Change change{place.kind == Json::Kind::Text && !place.text.isEmpty() ? Path::setting(place.text)
                                                                              : fieldAt(place.number.toUInt()),
                      toQt(item.items.at(1))};
        if (item.items.size() > 2)
            change.before = toQt(item.items.at(2));
        change.wasSent = item.items.size() > 3 && item.items.at(3).kind == Json::Kind::True;
        const bool isNew = std::none_of(changes.begin(), changes.end(),
                                        [&change](const Change &other) { return other.path == change.path; });
        if (isNew)
            changes.append(change);
    }
    return changes;
}

SettingPlace settingPlace(const QJsonObject &document, const QString &id)
{
    SettingPlace place;
    const QJsonArray settings = document.value("settings"_L1).toArray();
    for (qsizetype i = 0; i < settings.size(); ++i) {
        const QJsonObject setting = settings.at(i).toObject();
        if (!Setting::isNone(setting) && Setting::idIn(setting) == id)
            place = {place.count + 1, i};
    }
    return place;
}

bool hasPlace(const QJsonObject &document, const Path &path)
{
    return !path.isSetting() || settingPlace(document, path.settingId()).count == 1;
}

QJsonObject without(QJsonObject document, const QList<Change> &changes)
{
    QJsonArray settings = document.value("settings"_L1).toArray();
    for (const Change &change : changes) {
        if (!change.path.isSetting()) {
            document.remove(change.path.fieldKey());
        } else if (const auto place = settingPlace(document, change.path.settingId()); place.count == 1) {
            QJsonObject setting = settings.at(place.last).toObject();
            setting.remove("value"_L1);
            settings.replace(place.last, setting);
        }
    }
    if (document.contains("settings"_L1) && document.value("settings"_L1).isArray())
        document.insert("settings"_L1, settings);
    return document;
}

} // namespace lanyard::testing
