#pragma once

#include <QString>

namespace lanyard {

class ApiKeysModel;

/// How many keys there are, and how many of them are usable now: "9 keys, 6 usable".
[[nodiscard]] QString keysSummary(const ApiKeysModel &model);

/// That keys expire within a day, seven days, or the days from which a key counts as expiring: the shortest of these
/// that holds for any, with the names of the first of its keys. Empty if no key is expiring.
[[nodiscard]] QString expiryNotice(const ApiKeysModel &model);

} // namespace lanyard
