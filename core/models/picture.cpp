#include "core/models/picture.h"

#include "core/models/pictureformat.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QImageReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype Base64Limit = 8 * 1024 * 1024;
constexpr int ChosenSideLimit = 20'000;
// A small file can still require gigabytes for its pixels. libjpeg decodes at the requested size, but a progressive
// JPEG needs six bytes a pixel before that; libpng decodes the whole picture.
constexpr qint64 JpegPixelLimit = 30'000'000;
constexpr qint64 PngPixelLimit = 16'000'000;
constexpr int ServiceAllocationMiB = 128;
constexpr int ChosenAllocationMiB = 512;
constexpr int JpegQuality = 88;
constexpr qint64 HeadBytes = 16 * 1024; // a drawing may begin with its licence

class PictureText
{
    Q_DECLARE_TR_FUNCTIONS(PictureText)
};

// Base64 as services send it: in an address of data or not, percent-encoded or not, in either alphabet.
QByteArray fromAnyBase64(QStringView text)
{
    text = text.trimmed();
    if (text.startsWith("data:"_L1, Qt::CaseInsensitive))
        text = text.mid(text.indexOf(u',') + 1);
    QByteArray base64 = text.toLatin1();
    if (base64.contains('%'))
        base64 = QByteArray::fromPercentEncoding(base64);
    return QByteArray::fromBase64(base64.replace('-', '+').replace('_', '/'));
}

QImage squareOf(const QImage &image)
{
    const int side = std::min(image.width(), image.height());
    const QImage square = image.copy((image.width() - side) / 2, (image.height() - side) / 2, side, side);
    return side <= PictureSide
               ? square
               : square.scaled(PictureSide, PictureSide, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

bool isTransparent(const QImage &image)
{
    if (!image.hasAlphaChannel())
        return false;
    const QImage argb = image.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < argb.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(argb.constScanLine(y));
        if (std::any_of(line, line + argb.width(), [](QRgb pixel) { return qAlpha(pixel) != 255; }))
            return true;
    }
    return false;
}

} // namespace

std::optional<ShownPicture> decodePicture(const QString &base64)
{
    if (base64.size() > Base64Limit)
        return std::nullopt;
    QByteArray data = fromAnyBase64(base64);
    const QByteArray format = formatOf(data);
    if (format.isEmpty())
        return std::nullopt;
    QBuffer buffer(&data);
    buffer.open(QIODevice::ReadOnly);
    if (format == "png" && !holdsItsChunks(buffer))
        return std::nullopt;
    QImageReader::setAllocationLimit(ServiceAllocationMiB);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    QSize size = reader.size();
    const qint64 pixels = qint64(size.width()) * size.height();
    if (size.isEmpty() || pixels > (format == "png" ? PngPixelLimit : JpegPixelLimit))
        return std::nullopt;
    if (size.width() > ShownSide || size.height() > ShownSide)
        reader.setScaledSize(size.scaled(ShownSide, ShownSide, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    // A camera held upright: the pixels are stored sideways.
    if (reader.transformation() & QImageIOHandler::TransformationRotate90)
        size.transpose();
    const QImage image = reader.read();
    return image.isNull() ? std::nullopt : std::optional(ShownPicture{image, size});
}

QByteArray pictureData(const QString &base64)
{
    return decodePicture(base64) ? fromAnyBase64(base64) : QByteArray();
}

PictureFacts pictureFacts(const QString &base64)
{
    const QByteArray data = fromAnyBase64(base64);
    const auto picture = decodePicture(base64);
    return {picture ? QString::fromLatin1(formatOf(data)).toUpper() : QString(), picture ? picture->size : QSize(),
            data.size(), QCryptographicHash::hash(data, QCryptographicHash::Sha256)};
}

std::optional<PreparedPicture> preparePicture(QIODevice &device)
{
    QImageReader::setAllocationLimit(ChosenAllocationMiB);
    QImageReader reader(&device);
    reader.setAutoTransform(true);
    // Before anything else: asking for the size would run the decoder of whatever format the file has.
    const QByteArray format = reader.format();
    if (!isAccepted(format) || !isWhole(format, device))
        return std::nullopt;
    const QSize size = reader.size();
    if (size.isEmpty() || size.width() > ChosenSideLimit || size.height() > ChosenSideLimit)
        return std::nullopt;
    return preparePicture(reader.read());
}

std::optional<PreparedPicture> preparePicture(const QImage &image)
{
    if (image.isNull())
        return std::nullopt;
    PreparedPicture prepared;
    prepared.image = squareOf(image);
    const QImage pixels =
        prepared.image.convertToFormat(isTransparent(prepared.image) ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    // A copy of the pixels only: a file's text chunks travel with the QImage, and would be written again, including
    // names.
    const QImage bare =
        QImage(pixels.constBits(), pixels.width(), pixels.height(), pixels.bytesPerLine(), pixels.format()).copy();
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    const bool png = bare.format() == QImage::Format_ARGB32;
    if (!bare.save(&buffer, png ? "png" : "jpeg", png ? -1 : JpegQuality))
        return std::nullopt;
    prepared.base64 = QString::fromLatin1(data.toBase64());
    prepared.bytes = data.size();
    return prepared;
}

QString pictureRefusal(QIODevice &device)
{
    device.seek(0);
    const QByteArray head = device.peek(HeadBytes);
    const QString format = foreignFormat(head);
    if (!format.isEmpty())
        return PictureText::tr("This is a %1 file, which cannot be used here. Choose a PNG or JPEG file.").arg(format);
    QImageReader reader(&device);
    const bool isSafe = formatOf(head) != "png" || holdsItsChunks(device);
    const QSize size = isSafe && isAccepted(reader.format()) ? reader.size() : QSize();
    if (size.width() > ChosenSideLimit || size.height() > ChosenSideLimit)
        return PictureText::tr("This picture is too large: %1 × %2 pixels.").arg(size.width()).arg(size.height());
    return formatOf(head).isEmpty() && !isAccepted(reader.format())
               ? PictureText::tr("This is not a picture. Choose a PNG or JPEG file.")
               : PictureText::tr("This picture is damaged and cannot be read.");
}

} // namespace lanyard
