#pragma once

#include <QImage>
#include <QIODevice>
#include <QString>

#include <optional>

namespace lanyard {

/// The picture that the service holds, for display. Only data, never a reference: base64 (perhaps with a `data:`
/// prefix) of at most 8 MiB, PNG or JPEG by its first bytes, at most 2048 × 2048. Nothing for everything else.
[[nodiscard]] std::optional<QImage> decodePicture(const QString &base64);

/// A picture made fit for the service.
struct PreparedPicture
{
    QImage image;
    QString base64;
    qsizetype bytes = 0; ///< of the encoded picture
};

/// Sides of a prepared picture, in pixels.
constexpr int PictureSide = 512;

/// Reads a picture that the person chose: turned as its EXIF says, cropped to a square, at most PictureSide wide,
/// encoded anew so that no metadata is left (JPEG, or PNG where it is transparent). Nothing when it is not a PNG, JPEG,
/// WebP, BMP or GIF that can be read, or one of unreasonable size.
[[nodiscard]] std::optional<PreparedPicture> preparePicture(QIODevice &device);
[[nodiscard]] std::optional<PreparedPicture> preparePicture(const QImage &image);

} // namespace lanyard
