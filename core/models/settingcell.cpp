#include "core/models/settingcell.h"

#include "core/base/sentences.h"
#include "core/base/text.h"
#include "core/document/jsontext.h"
#include "core/document/secretvalue.h"
#include "core/document/servicelist.h"
#include "core/models/documentedits.h"
#include "core/models/fieldvalue.h"
#include "core/models/localvalue.h"
#include "core/models/settingmoment.h"
#include "core/models/settingsmodel.h"
#include "core/models/textremark.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

class SettingCellText
{
    Q_DECLARE_TR_FUNCTIONS(SettingCell)

public:
    static QString changed() { return tr("changed"); }
    static QString notALine()
    {
        return tr("A secret that is not a single line of text: it stays hidden and cannot be changed here.");
    }
    static QString doubled()
    {
        return tr(
            "The service lists this setting twice, so it cannot be changed here: it is unclear which one applies.");
    }
    static QString locked() { return tr("Set by the service: it cannot be changed here."); }
    static QString noId()
    {
        return tr("The service did not send an ID for this setting, so it cannot be changed here.");
    }
    static QString notText()
    {
        return tr("The service keeps this value as something other than text: it cannot be changed here.");
    }
    static QString leftOut()
    {
        return tr("The service left the settings out of its last response. Reload to change them.");
    }
    static QString unreadable()
    {
        return tr(
            "The service sent the settings in a form that Lanyard cannot read: this is the value as last read, and "
            "it cannot be changed.");
    }
    static QString unusual(const QString &type, bool isEdited)
    {
        return (isEdited ? tr("This value does not fit its type (%1). It is saved as it stands here.")
                         : tr("This value does not fit its type (%1). It stays as it is unless you change it."))
            .arg(type);
    }
};

// A secret is edited in one masked line. An editor would reveal or damage a value that does not fit.
bool fitsMaskedLine(const Setting &setting)
{
    return !setting.looksSecret() || fitsEditor(FieldKind::Text, setting.value());
}

} // namespace

SettingCell::SettingCell(const DocumentEdits &user, const SettingNode &node, const Setting &setting)
    : m_user(user), m_node(node), m_setting(setting), m_path(Path::setting(setting.id()))
{
}

bool SettingCell::canEdit() const
{
    return !m_setting.readOnly() && !m_node.doubled && m_user.base().hasSettings() && fitsMaskedLine(m_setting) &&
           !m_user.base().lock(m_path);
}

QString SettingCell::lockReason() const
{
    if (canEdit())
        return {};
    return fitsMaskedLine(m_setting) ? lockReasonOfService() : SettingCellText::notALine();
}

QString SettingCell::lockReasonOfService() const
{
    if (m_node.doubled && !m_setting.id().isEmpty())
        return SettingCellText::doubled();
    if (m_setting.isLocked())
        return SettingCellText::locked();
    if (m_setting.id().isEmpty())
        return SettingCellText::noId();
    if (m_setting.readOnly())
        return SettingCellText::notText();
    if (const auto lock = m_user.base().lock(m_path))
        return errorText(*lock);
    return listForm(m_user.base().value("settings"_L1)) == ListForm::Unreadable ? SettingCellText::unreadable()
                                                                                : SettingCellText::leftOut();
}

bool SettingCell::hasMisfit() const
{
    return m_user.hasMisfit(m_path) && canEdit();
}

QString SettingCell::misfit() const
{
    return hasMisfit() ? m_user.misfit(m_path) : QString();
}

bool SettingCell::isChanged() const
{
    return m_user.isEdited(m_path) || hasMisfit();
}

QString SettingCell::value() const
{
    return hasMisfit() ? misfit() : validValue();
}

// The node's own setting, not the base's: there, settings may be missing, and an id may appear twice.
QString SettingCell::validValue() const
{
    return m_user.isEdited(m_path) ? jsonText(m_user.value(m_path)) : m_setting.value();
}

QString SettingCell::localText() const
{
    return hasMisfit() ? QString() : localTextOf(value());
}

QString SettingCell::localTextOf(const QString &value) const
{
    if (m_setting.looksSecret())
        return {};
    const QString local = localValue(m_setting.typeName(), value);
    // What presentation mode hides would not be found in the user's digits.
    return local.isEmpty() || !m_user.hidden().hides(value) ? local : QString();
}

QString SettingCell::textWithoutMisfit() const
{
    if (!hasMisfit())
        return {};
    const QString local = localTextOf(validValue());
    const QString text = local.isEmpty() ? validValue() : local;
    return text.isNull() ? u""_s : text;
}

QString SettingCell::exactText() const
{
    return localText().isEmpty() ? QString() : exactMoment(m_setting.type(), value());
}

std::optional<bool> SettingCell::isOn() const
{
    const bool isSwitch = m_setting.type() == SettingKind::Boolean && !m_setting.looksSecret() && canEdit();
    return isSwitch ? readSettingBoolean(value()) : std::nullopt;
}

QString SettingCell::notice() const
{
    const QString notice = m_user.notice(m_path);
    QString remark = hasMisfit() ? QString() : remarkOnValue();
    if (!remark.isEmpty() && !canEdit()) // asked last: it takes ten times as long
        remark.clear();
    return notice.isEmpty() || remark.isEmpty() ? notice + remark : notice + u' ' + remark;
}

QString SettingCell::remarkOnValue() const
{
    const bool isEdited = m_user.isEdited(m_path);
    if (!isUsualSetting(m_setting.typeName(), value()))
        return SettingCellText::unusual(quoted(m_user.hidden().shown(m_setting.typeName()), TypeNameLimit), isEdited);
    const auto askedOver = m_user.askedOver(m_path);
    if (!askedOver)
        return {};
    // Of other texts, the cell marks the spaces at the ends.
    const QString before = jsonText(*askedOver);
    return m_setting.looksSecret() ? lineRemark(value(), TextUse::Secret, before)
                                   : settingRemark(m_setting.typeName(), value(), before);
}

bool SettingCell::hasNews() const
{
    return !m_user.notice(m_path).isEmpty();
}

bool SettingCell::isElsewhere() const
{
    return m_user.isElsewhere(m_path);
}

QString SettingCell::problem() const
{
    return hasMisfit() ? m_user.hidden().shown(read(misfit()).problem) : QString();
}

QString SettingCell::stateText() const
{
    QStringList parts;
    if (isChanged())
        parts << SettingCellText::changed();
    parts << problem() << notice() << lockReason();
    return inSequence(parts);
}

SettingReading SettingCell::read(const QString &typed) const
{
    // A text entered here before is as acceptable as the service's own.
    if (m_user.isEdited(m_path)) {
        const QString edit = jsonText(m_user.value(m_path));
        const QString local = localValue(m_setting.typeName(), edit);
        if (typed == edit || (!local.isEmpty() && typed == local))
            return {edit};
    }
    return readSetting(m_setting, typed);
}

} // namespace lanyard
