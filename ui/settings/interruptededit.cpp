#include "ui/settings/interruptededit.h"

#include "core/models/settingsfilter.h"
#include "core/models/settingsmodel.h"
#include "ui/settings/settingremark.h"

#include <QApplication>
#include <QTreeView>

#include <utility>

namespace lanyard {

InterruptedEdit::InterruptedEdit(SettingsModel &model, SettingsFilter &filter, QTreeView &tree,
                                 SettingDelegate &delegate, SettingRemark &remark)
    : m_model(model), m_filter(filter), m_tree(tree), m_delegate(delegate), m_remark(remark)
{
    // Once all rows are as the service now has them; until then the remark changes with each.
    QObject::connect(
        &m_model, &QAbstractItemModel::dataChanged, &m_delegate, [this] { endIfLocked(); }, Qt::QueuedConnection);
}

bool InterruptedEdit::isSecret(const QString &id) const
{
    return m_model.indexOfSetting(id).data(SettingsModel::HoldsSecretRole).toBool();
}

// The tree stays as it is, and the editor stays open, if a setting has only become one that cannot be changed.
void InterruptedEdit::endIfLocked()
{
    const auto typing = m_delegate.typing();
    if (!typing || (m_model.indexOfSetting(typing->id).flags() & Qt::ItemIsEditable))
        return;
    remember();
    m_delegate.discardEditor();
    resume();
}

void InterruptedEdit::tellLost(const QString &id, const QString &text)
{
    m_remark.tellGone(isSecret(id) ? QString() : text);
}

void InterruptedEdit::remember()
{
    m_delegate.finishComposing();
    const auto typing = m_delegate.typing();
    if (!typing)
        return;
    m_pending = Pending{*typing, m_model.fullNameOf(typing->id), isSecret(typing->id) ? QString() : typing->text,
                        m_delegate.openEditor()->hasFocus()};
}

void InterruptedEdit::resume()
{
    auto pending = std::exchange(m_pending, std::nullopt);
    if (!pending)
        return;
    const QModelIndex current = m_model.indexOfSetting(pending->typing.id);
    const QModelIndex setting =
        m_model.fullNameOf(pending->typing.id) == pending->fullName ? m_filter.mapFromSource(current) : QModelIndex();
    pending->typing.id = current.data(SettingsModel::IdRole).toString();
    if (setting.isValid() && (setting.flags() & Qt::ItemIsEditable))
        return reopen(setting, *pending);
    const bool isTyped = pending->typing.text != pending->typing.opened;
    if (isTyped || pending->hadFocus)
        m_remark.tellGone(isTyped ? pending->shown : QString());
    // In the list the next letters would lead to another row.
    if (pending->hadFocus)
        m_remark.receiveTyping();
}

void InterruptedEdit::leave()
{
    const auto typing = m_delegate.typing();
    m_leftId = typing ? typing->id : QString();
    m_leftCursor = typing ? typing->cursor : 0;
    m_delegate.closeOpenEditor();
}

void InterruptedEdit::comeBack()
{
    const QModelIndex setting = m_filter.mapFromSource(m_model.indexOfSetting(std::exchange(m_leftId, {})));
    if (!setting.isValid() || !(setting.flags() & Qt::ItemIsEditable) || !m_tree.isVisible())
        return;
    m_tree.setCurrentIndex(setting.siblingAtColumn(SettingsModel::Name));
    m_tree.edit(setting);
    m_delegate.setCursor(m_leftCursor);
}

void InterruptedEdit::noteFocus()
{
    const QWidget *editor = m_delegate.openEditor();
    m_hadFocus = editor && editor->hasFocus();
}

void InterruptedEdit::restoreFocus()
{
    if (QWidget *editor = m_hadFocus ? m_delegate.openEditor() : nullptr) {
        editor->show();
        editor->setFocus();
    }
}

void InterruptedEdit::reopen(const QModelIndex &setting, const Pending &pending)
{
    m_tree.setCurrentIndex(setting.siblingAtColumn(SettingsModel::Name));
    QWidget *focus = pending.hadFocus ? nullptr : QApplication::focusWidget();
    m_tree.edit(setting);
    m_delegate.resume(pending.typing);
    if (focus)
        focus->setFocus();
}

} // namespace lanyard
