#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace lanyard {

class SettingsModel;

/// Opens a dialog, in front of @p parent, for the setting with that id. It starts with @p typed instead of the value,
/// unless that is null. While it is open, a reload can change the value, move the setting or remove it. Where a secret
/// that is known comes into it in presentation mode, it closes as in presentLongTexts(), and @p hidden is
/// called.
void editLongSetting(SettingsModel &model, const QString &id, const QString &typed, QWidget *parent,
                     const std::function<void()> &hidden);

/// What is being typed in those dialogs in front of @p parent becomes an edit, where it is valid.
void takeLongTexts(QWidget &parent);

/// When presentation mode begins, closes those that show a secret. What is being typed in them becomes an edit, or
/// waits in its place if it is invalid. If it can be neither, for its setting is gone, the dialog waits out of sight
/// until the mode ends.
void presentLongTexts(const SettingsModel &model, QWidget &parent, bool isPresenting);

} // namespace lanyard
