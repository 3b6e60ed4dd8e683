#include "ui/settings/switchgesture.h"

#include "core/models/settingsmodel.h"
#include "ui/settings/settingeditors.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace lanyard {

namespace {

// A key that is held down switches once.
SwitchStep stepOfKey(const QKeyEvent &key)
{
    if (key.key() != Qt::Key_Space)
        return SwitchStep::None;
    return key.isAutoRepeat() ? SwitchStep::Swallowed : SwitchStep::Done;
}

// A press selects the row, as ever; a double click is two clicks.
SwitchStep stepOfMouse(const QMouseEvent &mouse)
{
    if (mouse.button() != Qt::LeftButton || mouse.modifiers() != Qt::NoModifier)
        return SwitchStep::None;
    return mouse.type() == QEvent::MouseButtonRelease ? SwitchStep::Done : SwitchStep::Swallowed;
}

} // namespace

SwitchStep switchStep(const QModelIndex &cell, const QEvent *event)
{
    const QModelIndex value = cell.siblingAtColumn(SettingsModel::Value);
    if (!event || !(value.flags() & Qt::ItemIsEditable) || !switchedText(value))
        return SwitchStep::None;
    switch (event->type()) {
    case QEvent::KeyPress:
        return stepOfKey(*static_cast<const QKeyEvent *>(event));
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseButtonRelease:
        return cell == value ? stepOfMouse(*static_cast<const QMouseEvent *>(event)) : SwitchStep::None;
    default:
        return SwitchStep::None;
    }
}

} // namespace lanyard
