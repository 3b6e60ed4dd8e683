// What the keys do while a cell is being edited, and how its editor is closed.
#include "ui/settings/settingcontent.h"
#include "ui/settings/settingdelegate.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QMenuBar>

namespace lanyard {

namespace {

// For as long as a menu is looked at: a closed editor could not get the focus back, which would stay in the menu bar.
bool isForAMenu(const QEvent &event)
{
    return event.type() == QEvent::FocusOut &&
           static_cast<const QFocusEvent &>(event).reason() == Qt::MenuBarFocusReason;
}

} // namespace

// Elsewhere from the menu bar: the editor is told nothing more.
void SettingDelegate::closeIfLeftFromMenuBar()
{
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *before, const QWidget *now) {
        const bool isWithin = m_editor && (now == m_editor || m_editor->isAncestorOf(now));
        if (now && !isWithin && qobject_cast<const QMenuBar *>(before))
            closeOpenEditor();
    });
}

bool SettingDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor)
        return SettingPainter::eventFilter(watched, event);
    m_composition.follow(m_editor, *event);
    if (isForAMenu(*event))
        return false; // else it would be committed and closed
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

// After the key press that requested it. Qt's own way would close the editor even if a save has closed it meanwhile.
void SettingDelegate::closeSoon()
{
    QMetaObject::invokeMethod(
        this,
        [this, editor = m_editor] {
            if (editor && editor == openEditor())
                closeOpenEditor();
        },
        Qt::QueuedConnection);
}

void SettingDelegate::closeOpenEditor()
{
    const QPointer<QWidget> editor = openEditor();
    if (!editor)
        return;
    finishComposing();
    Q_EMIT commitData(editor);
    // With a filter the new value may have removed the row, and the editor with it.
    if (editor && editor->isVisible())
        Q_EMIT closeEditor(editor);
}

void SettingDelegate::discardEditor()
{
    QWidget *editor = openEditor();
    if (!editor)
        return;
    m_opened = textIn(editor); // nothing to commit
    Q_EMIT closeEditor(editor, RevertModelCache);
}

} // namespace lanyard
