#include "ui/settings/switchgesture.h"

#include "core/models/settingsmodel.h"
#include "ui/settings/settingeditors.h"

#include <QKeyEvent>

namespace lanyard {

SwitchStep switchStep(const QModelIndex &cell, const QEvent *event)
{
    const QModelIndex value = cell.siblingAtColumn(SettingsModel::Value);
    if (!event || event->type() != QEvent::KeyPress || !(value.flags() & Qt::ItemIsEditable) || !switchedText(value))
        return SwitchStep::None;
    const auto &key = *static_cast<const QKeyEvent *>(event);
    const bool isEdit = key.key() == Qt::Key_F2 || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (key.key() != Qt::Key_Space && !isEdit)
        return SwitchStep::None;
    return key.isAutoRepeat() ? SwitchStep::Swallowed : SwitchStep::Done; // a key that is held down switches once
}

} // namespace lanyard
