#pragma once

#include "core/document/apikey.h"

#include <QList>

namespace lanyard {

/// For each key in @p before, the position of the same key in @p after; -1 if it is gone.
///
/// A key is identified by its id, unless the key that has it afterwards has another name and other secrets: then the
/// service has renumbered its keys, and the one with the same name and secrets is the same. An id that is missing or
/// shared by two keys identifies nothing: then only a key with the same name and secrets is the same one, and among
/// equal ones the order decides. A key that cannot be identified is gone, so that no other key is taken for it.
[[nodiscard]] QList<int> whereKeysWent(const QList<ApiKey> &before, const QList<ApiKey> &after);

} // namespace lanyard
