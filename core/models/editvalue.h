#pragma once

#include "core/document/change.h"

namespace lanyard {

/// Whether @p value in an editor is no edit of @p base. A text editor cannot show the difference between null, missing
/// and "": leaving it empty is not an edit.
[[nodiscard]] bool isUnchanged(const QJsonValue &base, const QJsonValue &value);

/// The edit that restores @p value at @p path after a different one was saved. A change cannot express "missing".
[[nodiscard]] QJsonValue asEdit(const Path &path, const QJsonValue &value);

} // namespace lanyard
