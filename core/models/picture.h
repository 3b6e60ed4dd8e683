#pragma once

#include <QImage>
#include <QIODevice>
#include <QSize>
#include <QString>

#include <optional>

namespace lanyard {

/// A picture held by the service, for display.
struct ShownPicture
{
    QImage image; ///< at most ShownSide pixels per side
    QSize size;   ///< of the whole picture, before EXIF rotation
};

/// Side length of a picture for display, in pixels: enough for its largest place at three times the usual scale.
constexpr int ShownSide = 1024;

/// Data only, never a reference: base64 (optionally with a `data:` prefix) of at most 8 MiB, PNG or JPEG by its first
/// bytes, of at most 30 million pixels (PNG: 16 million). nullopt for everything else.
[[nodiscard]] std::optional<ShownPicture> decodePicture(const QString &base64);

/// The bytes of a picture that decodePicture() would show, as they are; empty for everything else.
[[nodiscard]] QByteArray pictureData(const QString &base64);

/// What distinguishes a picture held by the service in words.
struct PictureFacts
{
    QString kind;        ///< PNG or JPEG; empty: it is not a picture that would be shown
    QSize size;          ///< as in ShownPicture
    qsizetype bytes = 0; ///< of the encoded picture
    QByteArray sha256;   ///< of those bytes
};
[[nodiscard]] PictureFacts pictureFacts(const QString &base64);

/// A picture prepared for the service.
struct PreparedPicture
{
    QImage image;
    QString base64;
    qsizetype bytes = 0; ///< of the encoded picture
};

/// Side length of a prepared picture, in pixels.
constexpr int PictureSide = 512;

/// Reads a picture chosen by the user: rotated according to EXIF, cropped to a square, at most PictureSide wide,
/// re-encoded so that no metadata is left (JPEG, or PNG if it is transparent). nullopt if it is not a readable PNG,
/// JPEG, WebP, BMP or GIF, or is unreasonably large.
[[nodiscard]] std::optional<PreparedPicture> preparePicture(QIODevice &device);
[[nodiscard]] std::optional<PreparedPicture> preparePicture(const QImage &image);

/// One sentence, in the user's language, on why preparePicture() rejected the content of @p device. Names the format if
/// it is a common one.
[[nodiscard]] QString pictureRefusal(QIODevice &device);

} // namespace lanyard
