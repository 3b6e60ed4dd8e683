#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace lanyard {

/// What in a JSON text would not come back with an equal value from Qt's reader and writer: a member name that stands
/// twice in its object (Qt keeps the last one), a number that neither a 64-bit signed integer nor a double holds.
///
/// nullopt when there is nothing. Otherwise DoubledMember or InexactNumber, with the member's path ("user.rank") as the
/// subject and what stands there in the technical text. @p json must be text that Qt's reader has accepted.
[[nodiscard]] std::optional<Error> inexactMember(const QByteArray &json);

/// Whether two JSON numbers have the same value as decimal numbers, whatever their notation.
[[nodiscard]] bool sameNumber(QByteArrayView a, QByteArrayView b);

} // namespace lanyard
