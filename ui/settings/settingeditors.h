#pragma once

#include "core/document/setting.h"

#include <QString>

#include <functional>
#include <optional>

class QModelIndex;
class QStyleOptionViewItem;
class QWidget;

namespace lanyard {

/// The editors of settings in their cells. They accept every character; what a text means is decided elsewhere.

[[nodiscard]] SettingKind settingKindOf(const QModelIndex &index);
[[nodiscard]] bool isSecretSetting(const QModelIndex &index);

/// Whether a text is too long for a cell, or has more than one line.
[[nodiscard]] bool needsDialog(const QString &text);
/// Whether the setting's value is edited in a dialog. A secret never is: a larger editor would show it in clear text.
[[nodiscard]] bool needsDialog(const QModelIndex &setting);

/// What a setting that is true or false has as its value once it is switched; nullopt for any other setting, a
/// value that is neither, and one that cannot be changed. @p setting is the cell of the value.
[[nodiscard]] std::optional<QString> switchedText(const QModelIndex &setting);

/// What an editor tells, however a text is entered: keyboard, paste, drop, input method, assistive technology.
struct SettingEditorEvents
{
    std::function<void()> changed;                        ///< its content
    std::function<void(const QString &sentence)> refused; ///< the text is too long, and the content stays as it was
    std::function<void(const QString &remark)> removed;   ///< what nobody sees, from a secret: see removedRemark()
};

/// An editor with the setting's value.
[[nodiscard]] QWidget *makeSettingEditor(QWidget *parent, const QModelIndex &setting,
                                         const SettingEditorEvents &events);
/// Shows with a mark, not by a colour alone, that the content of @p editor is refused.
void markInvalid(QWidget *editor, bool isInvalid);
/// Over the end of its row, with the name of the setting in sight at the beginning: where its cell is out of sight.
void placeOverRow(QWidget &editor, const QStyleOptionViewItem &option);
/// Replaces the content; @p cursor is for editors that have one.
void setTextIn(QWidget *editor, const QString &text, int cursor);

} // namespace lanyard
