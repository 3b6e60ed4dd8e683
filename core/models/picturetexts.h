#pragma once

#include <QJsonValue>
#include <QStringList>

namespace lanyard {

/// A stored picture in words, with its kind and its size: "a picture (PNG, 64 × 64 pixels, 1 kB)"; "not set" for none.
[[nodiscard]] QString pictureText(const QJsonValue &picture);

/// The same for several: two that look alike in words are told apart by a number.
[[nodiscard]] QStringList pictureTexts(const QList<QJsonValue> &pictures);

} // namespace lanyard
