// What the keys do while a cell is being edited.
#include "ui/settings/settingdelegate.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QKeyEvent>

namespace lanyard {

bool SettingDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor)
        return SettingPainter::eventFilter(watched, event);
    m_composition.follow(m_editor, *event);
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event)->key() : 0;
    if (key == Qt::Key_Enter || key == Qt::Key_Return)
        return refuseOrClose(); // if it is not refused, the editor receives the key too
    const auto *box = qobject_cast<QComboBox *>(m_editor.data());
    if (key == Qt::Key_Escape && !(box && box->view()->isVisible()))
        Q_EMIT cancelled(m_id);
    return SettingPainter::eventFilter(watched, event);
}

// With a problem it stays open, so that it can be corrected at once.
bool SettingDelegate::refuseOrClose()
{
    const bool isRefused = !problem().isEmpty();
    if (isRefused)
        check(true);
    else
        closeSoon();
    return isRefused;
}

} // namespace lanyard
