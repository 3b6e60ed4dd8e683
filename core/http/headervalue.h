#pragma once

#include <QByteArray>
#include <QDateTime>

namespace lanyard {

/// Whether @p text consists of ASCII digits only.
[[nodiscard]] bool isNumber(QByteArrayView text);

/// An HTTP date in any of its three forms (RFC 9110 section 5.6.7), or as balancers write one: in another case, with
/// the weekday in their own language, which adds nothing, or with another name for the same time zone. Invalid if it is
/// not one.
[[nodiscard]] QDateTime httpDate(const QByteArray &text);

/// Seconds from a Retry-After header, given as a number or an HTTP date (RFC 9110 section 10.2.3), clamped to a day; -1
/// if there is none or it cannot be parsed.
[[nodiscard]] int retryAfterSeconds(const QByteArray &header, const QDateTime &now);

} // namespace lanyard
