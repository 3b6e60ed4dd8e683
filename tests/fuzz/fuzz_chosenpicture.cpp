// Whatever file a user chooses as a picture: what is sent is a small square that can be shown again, or nothing.

#include "core/models/picture.h"
#include "tests/fuzz/fuzz.h"

#include <QBuffer>
#include <QImageReader>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace lanyard::testing {

namespace {

// Of PNG, JPEG, GIF, BMP and WebP files.
constexpr std::array beginnings{"\x89PNG\r\n\x1A\n", "\xFF\xD8\xFF", "GIF8", "BM", "RIFF"};

// Of a PNG from its header alone: its decoder is what is looked at here.
QSize claimedSize(QByteArray bytes)
{
    if (bytes.startsWith(beginnings.front()) && bytes.size() >= 24)
        return {qFromBigEndian<qint32>(bytes.constData() + 16), qFromBigEndian<qint32>(bytes.constData() + 20)};
    QBuffer header(&bytes);
    header.open(QIODevice::ReadOnly);
    return QImageReader(&header).size();
}

} // namespace

void fuzz(Input input)
{
    QByteArray bytes = input.rest();
    const bool isAccepted = std::any_of(beginnings.begin(), beginnings.end(),
                                        [&bytes](const char *beginning) { return bytes.startsWith(beginning); });
    // Files that are allowed to be large, and are, only take time here.
    constexpr int sideLimit = 1500;
    const QSize size = isAccepted ? claimedSize(bytes) : QSize();
    if (size.width() > sideLimit || size.height() > sideLimit)
        return;

    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    const auto prepared = preparePicture(file);
    if (!prepared)
        return;
    require(isAccepted, "no other kind of file is a picture");
    const QSize side = prepared->image.size();
    require(side.width() == side.height() && side.width() > 0 && side.width() <= PictureSide,
            "what is sent is a square of at most 512");
    const QByteArray data = QByteArray::fromBase64(prepared->base64.toLatin1());
    require(data.size() == prepared->bytes, "the size that is told is the data's");
    const bool isPng = data.startsWith("\x89PNG\r\n\x1A\n");
    require(isPng || data.startsWith("\xFF\xD8\xFF"), "what is sent is PNG or JPEG");
    require(!isPng || (!data.contains("tEXt") && !data.contains("eXIf") && !data.contains("iTXt")),
            "nothing else of the file is sent");
    const auto shown = decodePicture(prepared->base64);
    require(shown && shown->size == side, "what is sent can be shown again");
}

} // namespace lanyard::testing
