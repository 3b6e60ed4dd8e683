#pragma once

#include <QString>

namespace lanyard {

/// A certificate's fingerprint in groups of four digits on two lines, the way administrators read it out.
[[nodiscard]] QString fingerprintText(const QByteArray &sha256);

/// Its first and last groups: enough to tell the certificates in a list apart, never enough to verify one.
[[nodiscard]] QString shortFingerprintText(const QByteArray &sha256);

} // namespace lanyard
