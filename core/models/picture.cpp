#include "core/models/picture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QtEndian>

#include <algorithm>
#include <array>

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

// By the first bytes, not by the declared type: only two decoders ever process a server's data.
QByteArray formatOf(const QByteArray &data)
{
    if (data.startsWith("\x89PNG\r\n\x1A\n"))
        return QByteArrayLiteral("png");
    if (data.startsWith("\xFF\xD8\xFF"))
        return QByteArrayLiteral("jpeg");
    return {};
}

// For pictures chosen by the user.
bool isAccepted(const QByteArray &format)
{
    static const QList<QByteArray> accepted{"png", "jpeg", "jpg", "webp", "bmp", "gif"};
    return accepted.contains(format);
}

class PictureText
{
    Q_DECLARE_TR_FUNCTIONS(PictureText)
};

struct ForeignFormat
{
    qsizetype at; // in the file
    QByteArrayView bytes;
    QLatin1StringView name;
};

// Formats that phones, scanners and drawing programs write, and this program does not read.
QString foreignFormat(const QByteArray &head)
{
    static constexpr std::array formats{
        ForeignFormat{4, "ftyphei", "HEIC"_L1},     ForeignFormat{4, "ftypmif1", "HEIC"_L1},
        ForeignFormat{4, "ftyphev", "HEIC"_L1},     ForeignFormat{4, "ftypavi", "AVIF"_L1},
        ForeignFormat{0, "\xFF\x0A", "JPEG XL"_L1}, ForeignFormat{4, "JXL ", "JPEG XL"_L1},
        ForeignFormat{0, "II*", "TIFF"_L1},         ForeignFormat{0, {"MM\0*", 4}, "TIFF"_L1},
        ForeignFormat{4, "jP  ", "JPEG 2000"_L1},   ForeignFormat{4, "ftypmsf1", "HEIC"_L1},
        ForeignFormat{8, "WEBP", "WebP"_L1},        ForeignFormat{0, "%PDF", "PDF"_L1},
        ForeignFormat{0, "8BPS", "Photoshop"_L1},
    };
    const auto found = std::find_if(formats.begin(), formats.end(), [&head](const ForeignFormat &format) {
        return head.mid(format.at).startsWith(format.bytes);
    });
    if (found != formats.end())
        return found->name;
    return head.contains("<svg") ? u"SVG"_s : QString();
}

// libpng trusts a chunk's declared length, and allocates that much memory before it reads: a hundred bytes can claim
// two gigabytes.
bool holdsItsChunks(QIODevice &png)
{
    constexpr qint64 signature = 8;
    constexpr qint64 headSize = 8;  // length and type
    constexpr qint64 overhead = 12; // plus the checksum after the content
    const qint64 start = png.pos();
    QByteArray head;
    qint64 at = start + signature;
    while (at + headSize <= png.size() && !head.endsWith("IEND")) {
        if (!png.seek(at) || (head = png.read(headSize)).size() != headSize)
            return false;
        at += overhead + qFromBigEndian<quint32>(head.constData());
    }
    return png.seek(start) && at <= png.size();
}

// libjpeg paints missing parts grey and reports success. After the header, the two bytes of the end marker occur
// nowhere else; a preview in the header has its own.
bool hasItsEnd(QIODevice &jpeg)
{
    constexpr qint64 chunk = 64 * 1024;
    const qint64 start = jpeg.pos();
    bool isInHeader = true;
    QByteArray head;
    for (qint64 at = start + 2; isInHeader;) {
        if (!jpeg.seek(at) || (head = jpeg.read(4)).size() != 4 || head.at(0) != '\xFF')
            break;
        isInHeader = head.at(1) != '\xDA';
        // An FF byte may be repeated as padding.
        at += head.at(1) == '\xFF' ? 1 : 2 + qFromBigEndian<quint16>(head.constData() + 2);
    }
    bool isWhole = false;
    for (QByteArray tail, read; !isInHeader && !isWhole && !(read = jpeg.read(chunk)).isEmpty(); tail = read.right(1))
        isWhole = (tail + read).contains("\xFF\xD9");
    return jpeg.seek(start) && isWhole;
}

// The block of a BMP's pixels, by the sizes in its header: Qt leaves missing lines blank.
bool holdsItsPixels(QIODevice &bmp)
{
    constexpr qint64 headSize = 14;
    const qint64 start = bmp.pos();
    const QByteArray head = bmp.peek(headSize);
    return head.size() == headSize && bmp.size() - start >= qFromLittleEndian<quint32>(head.constData() + 2);
}

// A GIF's blocks up to the end of its first frame: Qt shows what there is of it.
bool holdsItsFirstFrame(QIODevice &gif)
{
    constexpr qint64 headSize = 13;
    constexpr qint64 frameSize = 9;
    const auto paletteSize = [](char flags) { return (flags & 0x80) != 0 ? 3 << ((flags & 0x07) + 1) : 0; };
    const auto byteAt = [&gif](qint64 at) {
        char byte = 0;
        return gif.seek(at) && gif.getChar(&byte) ? int(static_cast<quint8>(byte)) : -1;
    };
    const qint64 start = gif.pos();
    qint64 at = start + headSize + paletteSize(static_cast<char>(qMax(0, byteAt(start + 10))));
    int introducer = byteAt(at);
    int size = -1;
    while (introducer == '!' || introducer == ',') {
        // An extension's label, or a frame's head with its palette and the width of its codes; then blocks, to an empty
        // one.
        at += introducer == '!' ? 2 : 2 + frameSize + paletteSize(static_cast<char>(qMax(0, byteAt(at + frameSize))));
        while ((size = byteAt(at)) > 0)
            at += 1 + size;
        if (size < 0 || introducer == ',')
            break;
        introducer = byteAt(++at);
    }
    return gif.seek(start) && introducer == ',' && size == 0;
}

// Whether what the decoders would fill up, or take memory for, is there.
bool isWhole(const QByteArray &format, QIODevice &device)
{
    return format == "png"    ? holdsItsChunks(device)
           : format == "jpeg" ? hasItsEnd(device)
           : format == "bmp"  ? holdsItsPixels(device)
           : format == "gif"  ? holdsItsFirstFrame(device)
                              : true;
}

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
