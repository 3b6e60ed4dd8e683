#pragma once

#include <QByteArrayView>

namespace lanyard {

/// Whether a JSON number keeps its value through Qt's reader and writer: 64-bit signed integers and doubles do.
[[nodiscard]] bool survives(QByteArrayView number);

/// One notation for all that have the same value as decimal numbers.
[[nodiscard]] QByteArray normalNumber(QByteArrayView number);

/// Whether two JSON numbers have the same value as decimal numbers, whatever their notation.
[[nodiscard]] bool sameNumber(QByteArrayView a, QByteArrayView b);

} // namespace lanyard
