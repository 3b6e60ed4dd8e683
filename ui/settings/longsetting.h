#pragma once

#include <QString>

class QWidget;

namespace lanyard {

class SettingsModel;

/// Opens a dialog, in front of @p parent, for the setting with that id. It starts with @p typed instead of the value,
/// unless that is null. While it is open, a reload can change the value, move the setting or remove it.
void editLongSetting(SettingsModel &model, const QString &id, const QString &typed, QWidget *parent);

/// What is being typed in those dialogs in front of @p parent becomes an edit, where it is valid.
void takeLongTexts(QWidget &parent);

/// Closes those that show a secret. What is being typed in them becomes an edit, or waits in its place if it is
/// invalid.
void closeLongTextsWithSecrets(const SettingsModel &model, QWidget &parent);

} // namespace lanyard
