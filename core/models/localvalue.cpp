#include "core/models/localvalue.h"

#include "core/document/numbertext.h"
#include "core/models/settingmoment.h"
#include "core/models/settingvalue.h"

#include <algorithm>

namespace lanyard {

QString localValue(const QString &typeName, const QString &stored)
{
    const SettingType type = settingType(typeName);
    const QStringList texts =
        type.isNumber() ? QStringList{localNumber(stored, QLocale())} : momentTexts(type.kind, stored);
    const auto exact = std::find_if(texts.begin(), texts.end(), [&](const QString &text) {
        const SettingReading reading = readSetting(typeName, text, stored);
        return text != stored && reading.ok() && reading.text == stored;
    });
    return exact == texts.end() ? QString() : *exact;
}

} // namespace lanyard
