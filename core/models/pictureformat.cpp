#include "core/models/pictureformat.h"

#include <QList>
#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

struct ForeignFormat
{
    qsizetype at; // in the file
    QByteArrayView bytes;
    QLatin1StringView name;
};

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

} // namespace

QByteArray formatOf(const QByteArray &data)
{
    if (data.startsWith("\x89PNG\r\n\x1A\n"))
        return QByteArrayLiteral("png");
    if (data.startsWith("\xFF\xD8\xFF"))
        return QByteArrayLiteral("jpeg");
    return {};
}

bool isAccepted(const QByteArray &format)
{
    static const QList<QByteArray> accepted{"png", "jpeg", "jpg", "webp", "bmp", "gif"};
    return accepted.contains(format);
}

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

bool isWhole(const QByteArray &format, QIODevice &device)
{
    return format == "png"    ? holdsItsChunks(device)
           : format == "jpeg" ? hasItsEnd(device)
           : format == "bmp"  ? holdsItsPixels(device)
           : format == "gif"  ? holdsItsFirstFrame(device)
                              : true;
}

} // namespace lanyard
