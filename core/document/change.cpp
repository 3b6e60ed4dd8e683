#include "core/document/change.h"

#include "core/document/user.h"
#include "core/document/userfields.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lanyard {

std::optional<Path> otherHalf(const Path &path)
{
    const UserField *field = path.isSetting() ? nullptr : userField(path.fieldKey());
    if (!field || field->companion.isEmpty())
        return std::nullopt;
    return Path::field(QString(path.fieldKey() == field->key ? field->companion : field->key));
}

QJsonObject withChanges(QJsonObject document, const QList<Change> &changes)
{
    QJsonArray settings = document.value("settings"_L1).toArray();
    const SettingIndex indexes(settings);
    bool settingsChanged = false;
    for (const Change &change : changes) {
        if (!change.path.isSetting()) {
            document.insert(change.path.fieldKey(), change.value);
            continue;
        }
        const qsizetype index = change.path.isFormerSetting() ? -1 : indexes.only(change.path.settingId());
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

bool isGone(const Change &change, const User &user)
{
    if (!change.path.isSetting())
        return false;
    const auto name = user.settingNameAt(change.path);
    return !name || (change.settingName && change.settingName != name);
}

} // namespace lanyard
