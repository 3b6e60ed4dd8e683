#include "ui/settings/interruptededit.h"

#include "core/models/settingsfilter.h"
#include "core/models/settingsmodel.h"

#include <QApplication>
#include <QTreeView>

#include <utility>

namespace lanyard {

void InterruptedEdit::remember()
{
    m_delegate.finishComposing();
    const auto typing = m_delegate.typing();
    if (!typing)
        return;
    const bool isSecret = m_model.indexOfSetting(typing->id).data(SettingsModel::SecretRole).toBool();
    m_pending = Pending{*typing, m_model.fullNameOf(typing->id), isSecret ? QString() : typing->text,
                        m_delegate.openEditor()->hasFocus()};
}

std::optional<QString> InterruptedEdit::resume()
{
    const auto pending = std::exchange(m_pending, std::nullopt);
    if (!pending)
        return std::nullopt;
    const QString &id = pending->typing.id;
    const QModelIndex setting = m_model.fullNameOf(id) == pending->fullName
                                    ? m_filter.mapFromSource(m_model.indexOfSetting(id))
                                    : QModelIndex();
    if (setting.isValid() && (setting.flags() & Qt::ItemIsEditable)) {
        reopen(setting, *pending);
        return std::nullopt;
    }
    return pending->typing.text == pending->typing.opened ? std::nullopt : std::optional(pending->shown);
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
