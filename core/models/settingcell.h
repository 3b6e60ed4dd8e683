#pragma once

#include "core/document/change.h"
#include "core/document/settingnodes.h"
#include "core/models/settingvalue.h"

#include <optional>

namespace lanyard {

class DocumentEdits;

/// What the row of one setting shows, with the user's edits applied, and why it cannot be changed. Short-lived: it
/// refers to the edits and the node.
class SettingCell
{
public:
    /// @p node is that of @p setting.
    SettingCell(const DocumentEdits &user, const SettingNode &node, const Setting &setting);

    [[nodiscard]] const Setting &setting() const { return m_setting; }
    [[nodiscard]] bool canEdit() const;
    /// Empty if it can be changed.
    [[nodiscard]] QString lockReason() const;
    [[nodiscard]] bool hasMisfit() const;
    /// The invalid text typed there, which may be empty; null if there is none.
    [[nodiscard]] QString misfit() const;
    /// What stood in an editor before the misfit was typed there; null if there is none.
    [[nodiscard]] QString textWithoutMisfit() const;
    /// Edited, or with a misfit.
    [[nodiscard]] bool isChanged() const;
    /// The misfit, else the value as it is stored.
    [[nodiscard]] QString value() const;
    /// localValue(): it is shown and edited instead of value(). Null for a secret and a misfit.
    [[nodiscard]] QString localText() const;
    /// Whether it says yes; nullopt if it is neither yes nor no, secret, or cannot be changed.
    [[nodiscard]] std::optional<bool> isOn() const;
    /// The remarks about the value, empty if there are none.
    [[nodiscard]] QString notice() const;
    /// Whether it is there because somebody else changed the setting, or the service said something about it.
    [[nodiscard]] bool hasNews() const;
    [[nodiscard]] bool isElsewhere() const;
    /// Why the misfit is not a value of the type; empty if there is none.
    [[nodiscard]] QString problem() const;
    /// The text shown beside the cell, or as a mark in it.
    [[nodiscard]] QString stateText() const;
    /// What @p typed means as its value. For a secret, the sentence reveals nothing about it.
    [[nodiscard]] SettingReading read(const QString &typed) const;

    /// The cell of a SettingsModel::Column in one line that is safe to show, cut at @p limit; masked if it is a secret.
    [[nodiscard]] QString text(int column, qsizetype limit) const;
    /// The full text of a cell that may be cut, and what it does not show: beside the name the type, beside the value
    /// its exact form and why it cannot be changed; the type as the service writes it. Never treated as HTML.
    [[nodiscard]] QString toolTip(int column) const;
    /// The type in words, with its range.
    [[nodiscard]] QString typeText() const;
    /// What a screen reader says of a cell after its text: stateText(), for the name after the type, for the value
    /// after its exact form.
    [[nodiscard]] QString description(int column) const;

private:
    static constexpr qsizetype TypeNameLimit = 100; // of what is shown of a type's name

    [[nodiscard]] QString validValue() const;
    [[nodiscard]] QString localTextOf(const QString &value) const;
    [[nodiscard]] QString remarkOnValue() const;
    [[nodiscard]] QString typeLabel(qsizetype limit) const;
    [[nodiscard]] QString lockReasonOfService() const;
    [[nodiscard]] QString exactText() const;
    [[nodiscard]] QString shownValue(qsizetype limit) const;
    [[nodiscard]] QString shownLine(const QString &text, qsizetype limit) const;

    const DocumentEdits &m_user;
    const SettingNode &m_node;
    const Setting &m_setting;
    Path m_path;
};

} // namespace lanyard
