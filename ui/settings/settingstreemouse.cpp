// How a setting that is true or false is switched by a click on its box, and on nothing else: whoever only wants to
// select the row must not change it.
#include "ui/settings/settingpainter.h"
#include "ui/settings/settingstree.h"

#include <QMouseEvent>

#include <utility>

namespace lanyard {

QModelIndex SettingsTree::switchAt(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    const auto *painter = qobject_cast<const SettingPainter *>(itemDelegate());
    if (!index.isValid() || !painter || indexWidget(index))
        return {};
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = visualRect(index);
    return painter->switchRect(option, index).contains(position) ? index : QModelIndex();
}

void SettingsTree::mousePressEvent(QMouseEvent *event)
{
    QTreeView::mousePressEvent(event); // which may close an editor, and that a filter may move the rows
    m_pressedSwitch = event->button() == Qt::LeftButton ? switchAt(event->position().toPoint()) : QModelIndex();
}

void SettingsTree::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const QPersistentModelIndex pressed = std::exchange(m_pressedSwitch, {});
    if (event->button() == Qt::LeftButton && pressed.isValid() && pressed == switchAt(event->position().toPoint()))
        Q_EMIT switchPressed(pressed);
}

// The second of two quick clicks switches back; elsewhere it opens an editor.
void SettingsTree::mouseDoubleClickEvent(QMouseEvent *event)
{
    m_pressedSwitch = event->button() == Qt::LeftButton ? switchAt(event->position().toPoint()) : QModelIndex();
    if (!m_pressedSwitch.isValid())
        QTreeView::mouseDoubleClickEvent(event);
}

} // namespace lanyard
