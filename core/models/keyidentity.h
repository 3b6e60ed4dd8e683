#pragma once

#include "core/document/apikey.h"

#include <QList>

namespace lanyard {

/// For each key of @p before, where the same key stands in @p after; -1 when it is gone.
///
/// A key is told by its id. Where an id is missing or borne by two keys it tells nothing: then only a key of the same
/// name and secrets is the same one, and among equal ones the order decides. A key that cannot be told is gone, so that
/// nobody is given another one in its place.
[[nodiscard]] QList<int> whereKeysWent(const QList<ApiKey> &before, const QList<ApiKey> &after);

} // namespace lanyard
