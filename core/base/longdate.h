#pragma once

#include <QString>

class QDate;

namespace lanyard {

/// With the month in words, as the user's language writes it: "25 October 2026". The year is always whole.
[[nodiscard]] QString longDate(const QDate &date);

} // namespace lanyard
