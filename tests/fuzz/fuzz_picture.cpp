// Of what a service says is a picture, only small PNG and JPEG data reach a decoder.

#include "core/models/picture.h"
#include "tests/fuzz/fuzz.h"

#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

quint32 checkSum(QByteArrayView bytes)
{
    quint32 sum = 0xFFFFFFFF;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ (sum & 1 ? 0xEDB88320 : 0);
    }
    return ~sum;
}

// A fuzzer does not find check sums by itself: with the right ones, the chunks behind the first are read as well.
QByteArray withCheckSums(QByteArray png)
{
    for (qsizetype at = 8; at + 12 <= png.size();) {
        const auto length = qsizetype(qFromBigEndian<quint32>(png.constData() + at));
        if (length > png.size() - at - 12)
            break;
        qToBigEndian(checkSum(QByteArrayView(png).sliced(at + 4, length + 4)), png.data() + at + 8 + length);
        at += 12 + length;
    }
    return png;
}

void checkPicture(const QString &text)
{
    const auto picture = decodePicture(text);
    if (!picture)
        return;
    const QImage &image = picture->image;
    require(!image.isNull() && image.width() <= ShownSide && image.height() <= ShownSide,
            "no picture is larger than 1024");
    const qsizetype comma = text.startsWith("data:"_L1, Qt::CaseInsensitive) ? text.indexOf(u',') : -1;
    const QByteArray data = QByteArray::fromBase64(text.mid(comma + 1).toLatin1());
    require(data.startsWith("\x89PNG") || data.startsWith("\xFF\xD8\xFF"), "only PNG and JPEG are pictures");
}

} // namespace

// Form, then the bytes: 0 data, 1 data behind a prefix, 2 PNG whose check sums shall be right, 3 the member's text.
void fuzz(Input input)
{
    const int form = input.choice(4);
    const QByteArray bytes = input.rest();
    const QByteArray data = form == 2 ? withCheckSums(bytes.first(bytes.size())) : bytes;
    const QString prefix = form == 1 ? u"data:image/png;base64,"_s : QString();
    checkPicture(form == 3 ? QString::fromUtf8(bytes) : prefix + QString::fromLatin1(data.toBase64()));
}

} // namespace lanyard::testing
