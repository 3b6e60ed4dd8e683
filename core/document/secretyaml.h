#pragma once

#include <QString>

namespace lanyard {

/// @p text with "•••" in the place of the value of each name that speaksOfSecret(), written as in YAML: behind it on
/// the line, on the lines below it, as a list, or in braces.
[[nodiscard]] QString withoutSecretYaml(const QString &text);

} // namespace lanyard
