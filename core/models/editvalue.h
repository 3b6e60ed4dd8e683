#pragma once

#include "core/document/change.h"

namespace lanyard {

/// Whether @p value in an editor is no edit of @p base. A text editor cannot show the difference between null, missing
/// and "": leaving it empty is not an edit.
[[nodiscard]] bool isUnchanged(const QJsonValue &base, const QJsonValue &value);

/// Whether it is a setting that @p base does not have, or has twice: then it tells nothing about it.
[[nodiscard]] bool isGone(const Path &path, const User &base);

/// The edit that restores @p value at @p path after a different one was saved. A change cannot express "missing".
[[nodiscard]] QJsonValue asEdit(const Path &path, const QJsonValue &value);

/// Stands for @p picture where there is no room for it, as in a draft: it tells whether another picture is the same,
/// and is never the same as one (see isFingerprint()). That of a fingerprint is itself.
[[nodiscard]] QJsonValue fingerprintOf(const QJsonValue &picture);
[[nodiscard]] bool isFingerprint(const QJsonValue &value);
/// One that was written to a file; Undefined if @p text is none.
[[nodiscard]] QJsonValue fingerprintFrom(const QString &text);
[[nodiscard]] QString fingerprintText(const QJsonValue &fingerprint);

} // namespace lanyard
