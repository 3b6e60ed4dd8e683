#pragma once

#include "core/models/placetext.h"

#include <QImage>

namespace lanyard {

/// If @p path is the place of a picture, the pictures that @p values are, for display: null where there is none, or one
/// that cannot be shown. Else empty.
[[nodiscard]] QList<QImage> placePictures(const Path &path, const QList<ValueAt> &values);

} // namespace lanyard
