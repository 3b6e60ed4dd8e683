#pragma once

#include "core/models/settingvalue.h"

#include <functional>

class QLineEdit;
class QModelIndex;

namespace lanyard {

/// Whether @p setting, the cell of its value, is a date, or a date and time, and no secret.
[[nodiscard]] bool hasCalendar(const QModelIndex &setting);

/// Gives @p edit, the editor of @p setting, a calendar if it hasCalendar(): the day is chosen, the time stays. @p read
/// tells what a text in it means.
void addCalendar(QLineEdit &edit, const QModelIndex &setting,
                 const std::function<SettingReading(const QString &text)> &read);

} // namespace lanyard
