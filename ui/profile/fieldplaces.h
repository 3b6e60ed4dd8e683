#pragma once

#include <QStringView>

namespace lanyard {

/// The columns of a group of fields.
inline constexpr int FieldColumns = 6;

/// How many of them the field with that key takes, by what usually stands in it.
[[nodiscard]] int columnsOf(QStringView key);

/// Whether it begins a line of its own.
[[nodiscard]] bool beginsLine(QStringView key);

} // namespace lanyard
