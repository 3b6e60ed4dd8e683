#include "core/models/settingtypetext.h"

#include "core/base/text.h"
#include "core/document/numbertext.h"
#include "core/document/settingtype.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

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
    static QString notNegative(const QString &type) { return tr("%1, 0 or more", "a type of number").arg(type); }
    static QString named(const QString &type, const QString &name) { return tr("%1 (%2)").arg(type, name); }
};

// Of 16 bits: the limits of a larger type are a computer's, and in nobody's way.
constexpr qsizetype MostDigitsOfARange = 5;

QString textWithRange(const QString &typeName, qsizetype limit)
{
    const QString label = settingTypeLabel(typeName);
    if (label.isEmpty())
        return visibleText(typeName, false, limit);
    const SettingType type = settingType(typeName);
    return type.least.isEmpty()
               ? label
               : SettingTypeWords::range(label, localNumber(type.least, QLocale()), localNumber(type.most, QLocale()));
}

} // namespace

QString settingTypeText(const QString &typeName, qsizetype limit)
{
    const SettingType type = settingType(typeName);
    if (type.most.size() <= MostDigitsOfARange)
        return textWithRange(typeName, limit);
    const QString label = settingTypeLabel(typeName);
    return type.least == u"0"_s ? SettingTypeWords::notNegative(label) : label;
}

QString exactSettingTypeText(const QString &typeName, qsizetype limit)
{
    const QString words = textWithRange(typeName, limit);
    const QString name = visibleText(typeName, false, limit);
    return name.isEmpty() || name == words ? words : SettingTypeWords::named(words, name);
}

} // namespace lanyard
