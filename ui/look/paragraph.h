#pragma once

#include <QString>

namespace lanyard {

class PlainLabel;

/// A label whose text takes as many lines as it needs.
[[nodiscard]] PlainLabel *paragraph(const QString &text);
/// The same of second rank: what explains a control, below it.
[[nodiscard]] PlainLabel *note(const QString &text);
/// The program's logo, four lines high.
[[nodiscard]] PlainLabel *logo();

} // namespace lanyard
