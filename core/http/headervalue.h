#pragma once

#include <QByteArray>
#include <QDateTime>

namespace lanyard {

/// Whether @p text consists of ASCII digits only.
[[nodiscard]] bool isNumber(QByteArrayView text);

/// An HTTP date (RFC 9110 section 5.6.7) in the one form still in use; invalid if it is not one.
[[nodiscard]] QDateTime httpDate(const QByteArray &text);

/// Seconds from a Retry-After header, given as a number or an HTTP date (RFC 9110 section 10.2.3), clamped to 0…300; -1
/// if there is none or it cannot be parsed.
[[nodiscard]] int retryAfterSeconds(const QByteArray &header, const QDateTime &now);

} // namespace lanyard
