#pragma once

#include <QImage>
#include <QIODevice>
#include <QSize>
#include <QString>

#include <optional>

namespace lanyard {

/// A picture as the service holds it, for display.
struct ShownPicture
{
    QImage image; ///< at most ShownSide pixels a side
    QSize size;   ///< of the whole picture, before its EXIF turns it
};

/// Sides of a picture that is only shown, in pixels: enough for the largest place it has, at three times the usual
/// scale.
constexpr int ShownSide = 1024;

/// Only data, never a reference: base64 (perhaps with a `data:` prefix) of at most 8 MiB, PNG or JPEG by its first
/// bytes, of at most 30 million pixels (PNG: 16 million). Nothing for everything else.
[[nodiscard]] std::optional<ShownPicture> decodePicture(const QString &base64);

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

/// One sentence, in the user's language, on why preparePicture() did not take what @p device holds. Names the format
/// where it is one that people have files of.
[[nodiscard]] QString pictureRefusal(QIODevice &device);

} // namespace lanyard
