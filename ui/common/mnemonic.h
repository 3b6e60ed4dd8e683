#pragma once

#include <QString>

namespace lanyard {

/// The text of a button, tab or entry as it is read: without the mark of its mnemonic, and "&&" as the "&" it stands
/// for.
[[nodiscard]] QString withoutMnemonic(const QString &text);

} // namespace lanyard
