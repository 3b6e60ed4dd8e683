#pragma once

#include <QString>

namespace lanyard {

/// A certificate's fingerprint in groups of four digits over two lines, as administrators read it out.
[[nodiscard]] QString fingerprintText(const QByteArray &sha256);

/// Its first and last groups: enough to tell the certificates of a list apart, never to decide on one.
[[nodiscard]] QString shortFingerprintText(const QByteArray &sha256);

} // namespace lanyard
