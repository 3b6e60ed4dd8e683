// Pictures: what a server sends is only ever data of two kinds, and what the user chose is made fit for it.

#include "core/models/picture.h"
#include "tests/core/support.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"

#include <QBuffer>
#include <QImageReader>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

QImage drawn(int width, int height, bool transparent = false)
{
    QImage image(width, height, QImage::Format_ARGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgba(x % 256, y % 256, 90, transparent && x < width / 2 ? 100 : 255));
    }
    return image;
}

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return data;
}

QString base64(const QByteArray &data)
{
    return QString::fromLatin1(data.toBase64());
}

// Counts what is read of it.
class CountingBuffer : public QBuffer
{
public:
    using QBuffer::QBuffer;
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const qint64 count = QBuffer::readData(data, size);
        m_bytesRead += count;
        return count;
    }

private:
    qint64 m_bytesRead = 0;
};

QByteArray bigEndian(quint32 number)
{
    number = qToBigEndian(number);
    return QByteArray(reinterpret_cast<const char *>(&number), sizeof number);
}

// The check sum of a PNG's chunk (PNG specification, annex D).
quint32 checkSum(const QByteArray &data)
{
    quint32 sum = 0xFFFF'FFFF;
    for (const char byte : data) {
        sum ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB8'8320 : sum >> 1;
    }
    return ~sum;
}

// A PNG that says it is of another size, under a right check sum: a decoder that trusts it allocates that much.
QByteArray claiming(QByteArray png, quint32 width, quint32 height)
{
    png.replace(16, 8, bigEndian(width) + bigEndian(height));
    return png.replace(29, 4, bigEndian(checkSum(png.mid(12, 17))));
}

// As a phone writes it that was held upright: the pixels lie on their side, and a tag says so (Exif, 0x0112).
QByteArray lyingOnItsSide(const QByteArray &jpeg)
{
    const QByteArray tag = QByteArray::fromHex("FFE1002245786966000049492A000800000001001201030001000000"
                                               "0600000000000000");
    return jpeg.left(2) + tag + jpeg.mid(2);
}

// @p size bytes that stand where @p png has its first chunk of pixels, under another type.
QByteArray withChunk(const QByteArray &png, const QByteArray &type, quint32 claimed, const QByteArray &content)
{
    constexpr qsizetype afterHeader = 33;
    const QByteArray chunk = bigEndian(claimed) + type + content + bigEndian(checkSum(type + content));
    return png.left(afterHeader) + chunk + png.mid(afterHeader);
}

} // namespace

class PictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyPngAndJpegAreShown_data();
    void onlyPngAndJpegAreShown();
    void aChosenPictureIsMadeFit_data();
    void aChosenPictureIsMadeFit();
    void transparencyStays();
    void nothingElseOfTheFileIsSent();
    void whatIsNoPictureIsRefused_data();
    void whatIsNoPictureIsRefused();
    void noMemoryIsTakenForWhatAChunkClaims_data();
    void noMemoryIsTakenForWhatAChunkClaims();
    void aFileOfAnotherKindIsNotReadForItsSize_data();
    void aFileOfAnotherKindIsNotReadForItsSize();
};

void PictureTest::onlyPngAndJpegAreShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QSize>("size"); // of the whole picture; invalid: not shown
    const auto row = [](const char *name, const QString &text, QSize size = {}) {
        QTest::newRow(name) << text << size;
    };
    const QByteArray png = encoded(drawn(40, 30), "png");
    row("PNG", base64(png), {40, 30});
    row("JPEG", base64(encoded(drawn(40, 30), "jpeg")), {40, 30});
    row("with a prefix", u"data:image/png;base64,"_s + base64(png), {40, 30});
    row("with a wrong prefix", u"data:text/html;base64,"_s + base64(png), {40, 30});
    row("with a prefix in capitals", u"DATA:image/PNG;base64,"_s + base64(png), {40, 30});
    row("with parameters", u"data:image/png;name=a.png;charset=utf-8;base64,"_s + base64(png), {40, 30});
    row("behind a line break", u"\r\n data:image/png;base64,"_s + base64(png), {40, 30});
    const QByteArray photo = encoded(drawn(40, 30), "jpeg"); // which has both signs that are of one alphabet alone
    row("for addresses",
        QString::fromLatin1(photo.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)), {40, 30});
    row("percent-encoded", u"data:image/jpeg;base64,"_s + QString::fromLatin1(photo.toBase64().toPercentEncoding()),
        {40, 30});
    row("in lines", QString(base64(png)).insert(76, u"\r\n"_s).insert(40, u' '), {40, 30});
    row("as thin as a line", base64(encoded(drawn(1, 30'000), "png")), {1, 30'000});
    row("a phone's photo", base64(encoded(drawn(4032, 3024), "jpeg")), {4032, 3024});
    row("a pixel more than a screen is wide", base64(encoded(drawn(2049, 10), "png")), {2049, 10});
    row("a large PNG", base64(encoded(drawn(3000, 2000), "png")), {3000, 2000});
    row("all grey", base64(encoded(drawn(40, 30).convertToFormat(QImage::Format_Grayscale8), "jpeg")), {40, 30});
    row("sixteen bits", base64(encoded(drawn(40, 30).convertToFormat(QImage::Format_RGBA64), "png")), {40, 30});
    row("a phone held upright", base64(lyingOnItsSide(encoded(drawn(40, 30), "jpeg"))), {30, 40});
    row("the same, and large", base64(lyingOnItsSide(encoded(drawn(2000, 1000), "jpeg"))), {1000, 2000});
    row("a PNG of too many pixels", base64(claiming(png, 4001, 4001)));
    row("claims to be huge", base64(claiming(png, 60'000, 60'000)));
    row("claims to be empty", base64(claiming(png, 0, 0)));
    row("cut", base64(png.left(60)));
    row("first bytes only", base64(png.left(8)));
    row("BMP", base64(encoded(drawn(40, 30), "bmp")));
    row("PPM", base64(encoded(drawn(40, 30), "ppm")));
    row("SVG", base64("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"));
    row("XPM", base64("/* XPM */ static char *a[] = {\"1 1 1 1\", \"a c red\", \"a\"};"));
    row("address", u"https://evil.example/picture.png"_s);
    row("file", u"file:///etc/passwd"_s);
    row("not base64", u"€€€€"_s);
    row("empty", u""_s);
    row("prefix only", u"data:image/png;base64,"_s);
    row("too long", QString(8 * 1024 * 1024 + 1, u'A'));

    const QByteArray jpeg = encoded(drawn(40, 30), "jpeg");
    row("GIF", u"R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs="_s);
    row("WebP", base64("RIFF\x1A\0\0\0WEBPVP8L\x0D\0\0\0\x2F\0\0\0"));
    row("TIFF", base64(QByteArray("II*\0\x08\0\0\0\0\0", 10)));
    row("ICO", base64(QByteArray("\0\0\1\0\1\0\x10\x10\0\0\1\0\x20\0", 14)));
    row("PDF", base64("%PDF-1.7\n1 0 obj"));
    row("HTML", base64("<html><img src='file:///etc/passwd'></html>"));
    row("SVG that names a file",
        base64("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"));
    row("SVG, packed", base64(QByteArray("\x1F\x8B\x08\0\0\0\0\0", 8)));
    row("SVG under the first bytes of a PNG", base64("\x89PNG\r\n\x1A\n<svg xmlns='http://www.w3.org/2000/svg'/>"));
    row("SVG as an address of data", u"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"_s);
    row("PNG behind a space", base64(' ' + png));
    row("PNG in JPEG's clothes", base64("\xFF\xD8\xFF" + png));
    row("PNG with a page behind it", base64(png + "<script>1</script>"), {40, 30});
    row("PNG of half a picture", base64(png.left(png.size() / 2)));
    row("PNG with a chunk of 2 GiB", base64(withChunk(png, "zTXt", 0x7FFF'FFFF, "x")));
    row("PNG with a profile of 1 GiB", base64(withChunk(png, "iCCP", 0x4000'0000, "x")));
    row("PNG of one endless line", base64(claiming(png, 0x7FFF'FFFF, 1)));
    row("PNG of negative size", base64(claiming(png, 0xFFFF'FFFF, 0xFFFF'FFFF)));
    row("JPEG's first bytes", base64("\xFF\xD8\xFF"));
    row("JPEG that is cut in its header", base64(jpeg.left(30)));
    row("JPEG that claims to be huge",
        base64(QByteArray(jpeg).replace(QByteArray("\x00\x1E\x00\x28", 4), "\xFF\xFF\xFF\xFF")));
    row("JPEG of too many pixels",
        base64(QByteArray(jpeg).replace(QByteArray("\x00\x1E\x00\x28", 4), "\x4E\x20\x4E\x20")));
}

void PictureTest::onlyPngAndJpegAreShown()
{
    QFETCH(const QString, text);
    QFETCH(const QSize, size);
    const auto picture = decodePicture(text);
    QCOMPARE(picture.has_value(), size.isValid());
    if (!picture)
        return;
    QCOMPARE(picture->size, size);
    const int side = std::max(size.width(), size.height());
    QCOMPARE(std::max(picture->image.width(), picture->image.height()), std::min(side, ShownSide));
}

void PictureTest::aChosenPictureIsMadeFit_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("side");
    QTest::newRow("small PNG") << encoded(drawn(40, 30), "png") << 30;
    QTest::newRow("large JPEG") << encoded(drawn(1200, 800), "jpeg") << PictureSide;
    QTest::newRow("tall BMP") << encoded(drawn(20, 900), "bmp") << 20;
    QTest::newRow("on its side") << lyingOnItsSide(encoded(drawn(1200, 800), "jpeg")) << PictureSide;
    QTest::newRow("JPEG with something behind it")
        << encoded(drawn(1200, 800), "jpeg") + QByteArray(500, 'x') << PictureSide;
    QTest::newRow("four colours of a printer")
        << QByteArray::fromBase64(
               "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAUDg8SDw0UEhASFxUUGB4yIR4cHB49LC4kMklATEtHQEZFUFpzYlBVbVZFRmSIZW13e4GC"
               "gU5gjZeMfZZzfoF8/9sAQwEVFxceGh47ISE7fFNGU3x8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8"
               "fHx8fHx8/8AAFAgACAAIBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAFBv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/"
               "xAAVAQEBAAAAAAAAAAAAAAAAAAAFBv/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAOBAEAAhEDEQQAAD8AqAEEc2YD/9k=")
        << 8;
    QTest::newRow("a GIF in motion")
        << QByteArray::fromBase64(
               "R0lGODlhIAAgAPAAAP8AAAAAACH5BAAKAAAAIf8LTkVUU0NBUEUyLjADAQAAACwAAAAAIAAgAAACHoSPqcvtD6OctNqLs968"
               "+w+G4kiW5omm6sq27gubBQAh+QQACgAAACwAAAAAIAAgAIAAAP8AAAACHoSPqcvtD6OctNqLs968+w+G4kiW5omm6sq27gub"
               "BQA7")
        << 32;
    QTest::newRow("square") << encoded(drawn(PictureSide, PictureSide), "png") << PictureSide;
}

void PictureTest::aChosenPictureIsMadeFit()
{
    QFETCH(QByteArray, file);
    QFETCH(const int, side);
    QBuffer device(&file);
    QVERIFY(device.open(QIODevice::ReadOnly));
    const auto prepared = preparePicture(device);
    QVERIFY(prepared);
    QCOMPARE(prepared->image.size(), QSize(side, side));
    QCOMPARE(prepared->bytes, QByteArray::fromBase64(prepared->base64.toLatin1()).size());
    QVERIFY(QByteArray::fromBase64(prepared->base64.toLatin1()).startsWith("\xFF\xD8\xFF"));
    const auto shown = decodePicture(prepared->base64);
    QVERIFY(shown);
    QCOMPARE(shown->size, QSize(side, side));
}

void PictureTest::transparencyStays()
{
    const auto prepared = preparePicture(drawn(60, 60, true));
    QVERIFY(prepared);
    QVERIFY(prepared->base64.startsWith(u"iVBOR"_s));
    QCOMPARE(qAlpha(decodePicture(prepared->base64)->image.pixel(10, 10)), 100);
}

void PictureTest::nothingElseOfTheFileIsSent()
{
    for (const bool transparent : {false, true}) {
        QImage image = drawn(60, 60, transparent);
        image.setText(u"Comment"_s, u"CANARY of the camera"_s);
        image.setText(u"GPS"_s, u"CANARY"_s);
        QByteArray file = encoded(image, "png");
        QVERIFY(file.contains("CANARY"));
        QBuffer device(&file);
        QVERIFY(device.open(QIODevice::ReadOnly));
        const auto prepared = preparePicture(device);
        QVERIFY(prepared);
        QVERIFY(!QByteArray::fromBase64(prepared->base64.toLatin1()).contains("CANARY"));
        QVERIFY(decodePicture(prepared->base64)->image.textKeys().isEmpty());
    }
}

void PictureTest::whatIsNoPictureIsRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("named"); // in the refusal
    const QString none = u"not a picture"_s;
    const auto isoFile = [](const char *brand) { return QByteArray("\0\0\0\x18", 4) + brand + QByteArray(16, '\0'); };
    QTest::newRow("empty") << QByteArray() << none;
    QTest::newRow("text") << QByteArray("hello") << none;
    QTest::newRow("other kind") << encoded(drawn(10, 10), "ppm") << none;
    QTest::newRow("claims to be huge") << claiming(encoded(drawn(40, 30), "png"), 60'000, 60'000) << u"60000 ×"_s;
    QTest::newRow("cut") << encoded(drawn(40, 30), "png").left(60) << u"damaged"_s;
    QTest::newRow("as thin as a line") << encoded(drawn(1, 30'000), "png") << u"1 × 30000"_s;
    const QByteArray bmp = encoded(drawn(400, 300), "bmp");
    QTest::newRow("half a BMP") << bmp.left(bmp.size() / 2) << u"damaged"_s;
    const QByteArray gif = QByteArray::fromBase64(
        "R0lGODlhGAAYAPAAAMIAPT0AwiH5BAAAAAAALAAAAAAYABgAAAJAhI+py+0Po5y02qsC0FH7jXygxx3lVnKioaKg+34BOc4x"
        "LeatPaskrxuherYh8dgTIpfMpvMJjUqn1Kr1iiUWAAA7");
    QTest::newRow("half a GIF") << gif.left(gif.size() / 2) << u"damaged"_s;
    QTest::newRow("a GIF's first bytes") << QByteArray("GIF89a") << u"damaged"_s;
    QTest::newRow("JPEG 2000") << QByteArray("\0\0\0\x0CjP  \r\n\x87\n", 12) << u"JPEG 2000"_s;
    QTest::newRow("animated WebP") << QByteArray("RIFF\x40\0\0\0WEBPVP8X\x0A\0\0\0\x02\0\0\0", 24) << u"WebP"_s;
    QTest::newRow("AVIF in motion") << isoFile("ftypavis") << u"AVIF"_s;
    QTest::newRow("a film") << isoFile("ftypisom") << none;
    const QByteArray jpeg = encoded(drawn(400, 300), "jpeg");
    QTest::newRow("half a JPEG") << jpeg.left(jpeg.size() / 2) << u"damaged"_s;
    QTest::newRow("half a JPEG with a preview in it")
        << jpeg.left(2) + QByteArray::fromHex("FFE10008FFDAFFD90000") + jpeg.mid(2, jpeg.size() / 2) << u"damaged"_s;
    QTest::newRow("a JPEG without its pixels") << jpeg.left(jpeg.indexOf("\xFF\xDA")) << u"damaged"_s;
    QTest::newRow("an SVG behind a licence")
        << "<?xml version='1.0'?><!--" + QByteArray(2000, 'x') + "--><svg xmlns='http://www.w3.org/2000/svg'/>"
        << u"SVG"_s;
    QTest::newRow("an iPhone's") << isoFile("ftypheic") << u"HEIC"_s;
    QTest::newRow("AVIF") << isoFile("ftypavif") << u"AVIF"_s;
    QTest::newRow("TIFF") << QByteArray("II*\0\x08\0\0\0", 8) << u"TIFF"_s;
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << u"PDF"_s;
    QTest::newRow("SVG") << QByteArray("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>") << u"SVG"_s;
}

void PictureTest::whatIsNoPictureIsRefused()
{
    QFETCH(QByteArray, file);
    QBuffer device(&file);
    QVERIFY(device.open(QIODevice::ReadOnly));
    QVERIFY(!preparePicture(device));
    QVERIFY(!preparePicture(QImage()));
    QFETCH(const QString, named);
    QVERIFY2(pictureRefusal(device).contains(named), qPrintable(pictureRefusal(device)));
}

void PictureTest::noMemoryIsTakenForWhatAChunkClaims_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray png = encoded(drawn(4, 3), "png");
    const QByteArray head = QByteArray::fromHex("45000000") + "tEXt"; // 1.1 GB
    QTest::newRow("behind the header") << withChunk(png, "tEXt", 0x4500'0000, QByteArray(8, '\0'));
    for (const int rest : {0, 2, 3, 4})
        QTest::addRow("the file ends %d bytes behind it", rest) << png.left(33) + head + QByteArray(rest, '\0');
}

void PictureTest::noMemoryIsTakenForWhatAChunkClaims()
{
    QFETCH(QByteArray, file);
    const qint64 before = peakMemoryKiB();
    QVERIFY(!decodePicture(base64(file)));
    QBuffer device(&file);
    QVERIFY(device.open(QIODevice::ReadOnly));
    QVERIFY(!preparePicture(device));
    QVERIFY(pictureRefusal(device).contains("damaged"_L1));
    QVERIFY(peakMemoryKiB() - before < 100 * 1024);
}

void PictureTest::aFileOfAnotherKindIsNotReadForItsSize_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray filling(1024 * 1024, ' ');
    QTest::newRow("SVG") << "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>" + filling + "</svg>";
    QTest::newRow("SVG behind a licence")
        << "<?xml version='1.0'?><!--" + filling + "--><svg xmlns='http://www.w3.org/2000/svg'/>";
    QTest::newRow("XBM") << "#define x_width 9\n" + filling + "\n#define x_height 9\n";
}

void PictureTest::aFileOfAnotherKindIsNotReadForItsSize()
{
    QFETCH(QByteArray, file);
    CountingBuffer device(&file);
    QVERIFY(device.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    QVERIFY(!preparePicture(device));
    static_cast<void>(pictureRefusal(device));
    QVERIFY2(device.bytesRead() < 64 * 1024, QByteArray::number(device.bytesRead()).constData());
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::PictureTest)
#include "tst_picture.moc"
