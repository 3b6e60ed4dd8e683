#pragma once

#include <QString>

namespace lanyard {

/// A group of a fingerprint has this many digits, the way administrators read it out.
constexpr int FingerprintGroupLength = 4;

/// The group at @p index, from 0, of a certificate's fingerprint; empty beyond the last one.
[[nodiscard]] QString fingerprintGroup(const QByteArray &sha256, int index);

/// The whole in groups, with @p groupsInLine of them on a line.
[[nodiscard]] QString fingerprintText(const QByteArray &sha256, int groupsInLine = 8);

/// Its first and last groups: enough to tell the certificates in a list apart, never enough to verify one.
[[nodiscard]] QString shortFingerprintText(const QByteArray &sha256);

/// The first group in which the fingerprints @p a and @p b differ, from 0; -1 if they do not.
[[nodiscard]] int firstDifference(const QByteArray &a, const QByteArray &b);

} // namespace lanyard
