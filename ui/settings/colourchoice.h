#pragma once

class QModelIndex;
class QString;
class QWidget;

namespace lanyard {

class SettingsModel;

/// Whether the setting is a colour.
[[nodiscard]] bool isColourSetting(const QModelIndex &setting);
/// Whether its colour can be chosen instead of written: not if it is locked, secret, or in a notation that can be read
/// in two ways.
[[nodiscard]] bool canChooseColour(const QModelIndex &setting);
/// Opens a dialog, in front of @p parent, that chooses the colour of the setting with that id. The chosen one is
/// written in the style of the one before.
void chooseColour(SettingsModel &model, const QString &id, QWidget *parent);

} // namespace lanyard
