#include "core/account/change.h"

#include "core/account/jsontext.h"
#include "core/account/setting.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// -1 when it is not there. An id that stands twice is nobody's: the first one is as good as any, so neither is taken.
qsizetype indexOfSetting(const QJsonArray &settings, const QString &id)
{
    qsizetype found = -1;
    for (qsizetype i = 0; i < settings.size(); ++i) {
        if (Setting(settings.at(i).toObject()).id() != id)
            continue;
        if (found >= 0)
            return -1;
        found = i;
    }
    return found;
}

} // namespace

QJsonValue valueAt(const QJsonObject &document, const Path &path)
{
    if (!path.isSetting())
        return document.value(path.fieldKey());
    const QJsonArray settings = document.value("settings"_L1).toArray();
    const qsizetype index = indexOfSetting(settings, path.settingId());
    return index < 0 ? QJsonValue(QJsonValue::Undefined) : settings.at(index).toObject().value("value"_L1);
}

QJsonObject withChanges(QJsonObject document, const QList<Change> &changes)
{
    QJsonArray settings = document.value("settings"_L1).toArray();
    bool settingsChanged = false;
    for (const Change &change : changes) {
        if (!change.path.isSetting()) {
            document.insert(change.path.fieldKey(), change.value);
            continue;
        }
        const qsizetype index = indexOfSetting(settings, change.path.settingId());
        if (index < 0)
            continue;
        QJsonObject setting = settings.at(index).toObject();
        setting.insert("value"_L1, change.value);
        settings.replace(index, setting);
        settingsChanged = true;
    }
    if (settingsChanged)
        document.insert("settings"_L1, settings);
    return document;
}

QList<Change> changesNotIn(const QJsonObject &answer, const QList<Change> &changes)
{
    QList<Change> missing;
    std::copy_if(changes.begin(), changes.end(), std::back_inserter(missing),
                 [&answer](const Change &change) { return !sameMeaning(valueAt(answer, change.path), change.value); });
    return missing;
}

} // namespace lanyard
