#include "core/models/settingtypetext.h"

#include "core/base/text.h"
#include "core/document/numbertext.h"
#include "core/document/settingtype.h"

#include <QCoreApplication>
#include <QLocale>

namespace lanyard {

namespace {

class SettingTypeWords
{
    Q_DECLARE_TR_FUNCTIONS(SettingTypeWords)

public:
    static QString range(const QString &type, const QString &least, const QString &most)
    {
        return tr("%1 from %2 to %3").arg(type, least, most);
    }
    static QString named(const QString &type, const QString &name) { return tr("%1 (%2)").arg(type, name); }
};

} // namespace

QString settingTypeText(const QString &typeName, qsizetype limit)
{
    const QString label = settingTypeLabel(typeName);
    if (label.isEmpty())
        return visibleText(typeName, false, limit);
    const SettingType type = settingType(typeName);
    return type.least.isEmpty()
               ? label
               : SettingTypeWords::range(label, localNumber(type.least, QLocale()), localNumber(type.most, QLocale()));
}

QString exactSettingTypeText(const QString &typeName, qsizetype limit)
{
    const QString words = settingTypeText(typeName, limit);
    const QString name = visibleText(typeName, false, limit);
    return name.isEmpty() || name == words ? words : SettingTypeWords::named(words, name);
}

} // namespace lanyard
