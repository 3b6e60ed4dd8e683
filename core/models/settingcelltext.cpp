// What the cells of a setting say.
#include "core/models/settingcell.h"

#include "core/base/sentences.h"
#include "core/base/text.h"
#include "core/document/clocktext.h"
#include "core/document/secretvalue.h"
#include "core/models/documentedits.h"
#include "core/models/noname.h"
#include "core/models/settingmoment.h"
#include "core/models/settingsmodel.h"
#include "core/models/settingtypetext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype ToolTipLimit = 1800; // and what stands below it

class SettingCellWords
{
    Q_DECLARE_TR_FUNCTIONS(SettingCellWords)

public:
    static QString inLocalTime(const QString &type) { return tr("%1, in your local time").arg(type); }
    static QString checkBox() { return tr("check box"); }
    static QString checkBox(bool isOn) { return isOn ? tr("check box, checked") : tr("check box, not checked"); }
};

// A password shows nothing of itself, not even its end; multiple lines are joined into one. Spaces are layout in JSON,
// and a part of any other value: they would be taken for no difference.
QString cellText(const Setting &setting, const QString &value, const HiddenSecrets &hidden, qsizetype limit)
{
    if (setting.looksSecret())
        return value.isEmpty() ? QString() : QString(8, u'•');
    const QString plain = withoutSecretValues(hidden.shown(value, limit * 4));
    const bool isJson = setting.type() == SettingKind::Json;
    return visibleText(isJson ? plain.simplified() : withSpaceMarks(plain), false, limit);
}

} // namespace

QString SettingCell::typeLabel(qsizetype limit) const
{
    const QString label = settingTypeLabel(m_setting.typeName());
    return label.isEmpty() ? shownLine(m_setting.typeName(), limit) : label;
}

QString SettingCell::shownValue(qsizetype limit) const
{
    const QString local = localText();
    return local.isEmpty() ? cellText(m_setting, value(), m_user.hidden(), limit) : visibleText(local, false, limit);
}

QString SettingCell::shownLine(const QString &text, qsizetype limit) const
{
    return visibleText(m_user.hidden().shown(text, 2 * limit), false, limit);
}

QString SettingCell::text(int column, qsizetype limit) const
{
    switch (column) {
    case SettingsModel::Name:
        return isBlank(m_setting.name()) ? noName() : shownLine(m_setting.name(), limit);
    case SettingsModel::Value:
        return shownValue(limit);
    case SettingsModel::Type:
        return typeLabel(limit);
    default:
        return shownLine(m_setting.description(), limit);
    }
}

QString SettingCell::typeText() const
{
    const QString type = settingTypeText(m_user.hidden().shown(m_setting.typeName()), TypeNameLimit);
    return localText().isEmpty() || zoneOf(value()).isEmpty() ? type : SettingCellWords::inLocalTime(type);
}

QString SettingCell::toolTip(int column) const
{
    QStringList lines{column == SettingsModel::Type ? shownLine(m_setting.typeName(), ToolTipLimit)
                                                    : text(column, ToolTipLimit)};
    if (column == SettingsModel::Name)
        lines << (hasNews() ? notice() : QString())
              << exactSettingTypeText(m_user.hidden().shown(m_setting.typeName()), TypeNameLimit);
    else if (column == SettingsModel::Value)
        lines << exactText() << lockReason();
    lines.removeAll(QString());
    return toolTipText(lines.join(u'\n'));
}

// A screen reader reads the cells of the row that is current, and then this of its name.
QString SettingCell::description(int column) const
{
    QStringList parts;
    const auto on = isOn();
    if (column == SettingsModel::Name)
        parts << typeText() << (on ? SettingCellWords::checkBox(*on) : QString());
    else if (column == SettingsModel::Value)
        parts << inSequence(exactText().split(u'\n')) << (on ? SettingCellWords::checkBox() : QString());
    parts << stateText();
    return inSequence(parts);
}

} // namespace lanyard
