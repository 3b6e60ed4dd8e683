#pragma once

#include "core/models/settingvalue.h"

#include <functional>

class QLineEdit;
class QModelIndex;

namespace lanyard {

/// Gives @p edit, the editor of @p setting, a calendar if that is a date, or a date and time, and no secret: the day is
/// chosen, the time stays. @p read tells what a text in it means.
void addCalendar(QLineEdit &edit, const QModelIndex &setting,
                 const std::function<SettingReading(const QString &text)> &read);

} // namespace lanyard
