// The program's icons: one family, sharp on every screen, in the colours of the desktop; and its own, for the desktop.
#include "app/application.h"
#include "tests/support/testclass.h"
#include "tests/ui/desktops.h"
#include "ui/look/icons.h"
#include "ui/look/spacing.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void iconsAreOfOneFamily();
    void anIconIsSharpAtEveryScale_data();
    void anIconIsSharpAtEveryScale();
    void anIconFollowsThePalette_data();
    void anIconFollowsThePalette();
    void iconsGrowWithTheText();
    void theButtonThatClearsALineGrowsWithTheText();
    void theProgramsIconIsInstalledInEverySize();
    void theProgramsIconIsDrawnFromOneDrawing();
    void aWindowsIconIsDrawnOnce();
    void theSymbolicIconHasOneColour();
};

namespace {

constexpr int UsualSide = 17; // odd, so that nothing is even by accident
const QList<int> IconSides{16, 22, 24, 32, 48, 64, 128, 256, 512};

QStringList lineIcons()
{
    QStringList names;
    for (const QString &file : QDir(u":/icons"_s).entryList({u"*.svg"_s})) {
        if (file != "lanyard.svg"_L1)
            names << file.chopped(4);
    }
    return names;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QImage drawn(const QString &svg, QSize size)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QSvgRenderer(svg).render(&painter, QRectF(QPointF(0, 0), size));
    return image;
}

// How much of the pixels is covered, as a picture.
QImage shapeOf(const QImage &image)
{
    return image.convertToFormat(QImage::Format_ARGB32_Premultiplied).convertToFormat(QImage::Format_Alpha8);
}

// The greatest difference of two pixels.
int difference(const QImage &a, const QImage &b)
{
    if (a.size() != b.size())
        return 255;
    int most = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb one = a.pixel(x, y);
            const QRgb other = b.pixel(x, y);
            most = std::max({most, qAbs(qAlpha(one) - qAlpha(other)), qAbs(qRed(one) - qRed(other)),
                             qAbs(qGreen(one) - qGreen(other)), qAbs(qBlue(one) - qBlue(other))});
        }
    }
    return most;
}

QColor colourOf(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QColor colour = image.pixelColor(x, y); colour.alpha() == 255)
                return colour;
        }
    }
    return {};
}

} // namespace

void TestIcons::iconsAreOfOneFamily()
{
    static const QRegularExpression family(
        u"^<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\" fill=\"none\" stroke=\"#000\" "
        "stroke-width=\"1.3\" stroke-linecap=\"round\" stroke-linejoin=\"round\">"_s);
    static const QRegularExpression own(
        u"(?:stroke-width|stroke-line\\w+|style|class)=|(?:stroke|fill)=\"(?!#000\"|none\")"_s);
    const QStringList names = lineIcons();
    QVERIFY(names.size() > 20);
    for (const QString &name : names) {
        const QString drawing = QString::fromUtf8(contentOf(u":/icons/%1.svg"_s.arg(name)));
        const QRegularExpressionMatch match = family.match(drawing);
        QVERIFY2(match.hasMatch(), qPrintable(name));
        QVERIFY2(!own.match(drawing.mid(match.capturedEnd())).hasMatch(), qPrintable(name));
    }
}

void TestIcons::anIconIsSharpAtEveryScale_data()
{
    QTest::addColumn<qreal>("scale");
    for (const qreal scale : {1.0, 1.25, 1.5, 1.75, 2.0, 3.0})
        QTest::addRow("%d %%", qRound(scale * 100)) << scale;
}

// As a pixmap for a label, and as a button paints it: pixel by pixel as the drawing is in that size.
void TestIcons::anIconIsSharpAtEveryScale()
{
    QFETCH(const qreal, scale);
    const QSize size(UsualSide, UsualSide);
    const QStringList names = lineIcons();
    for (const QString &name : names) {
        const QByteArray latin = name.toLatin1();
        const QIcon one = icon(QLatin1StringView(latin));
        const QPixmap pixmap = one.pixmap(size, scale);
        QCOMPARE(pixmap.size(), size * scale);
        QCOMPARE(pixmap.devicePixelRatio(), scale);
        const QImage wanted = shapeOf(drawn(u":/icons/%1.svg"_s.arg(name), pixmap.size()));
        QVERIFY2(difference(shapeOf(pixmap.toImage()), wanted) <= 2, qPrintable(name));

        QImage screen(pixmap.size(), QImage::Format_ARGB32_Premultiplied);
        screen.setDevicePixelRatio(scale);
        screen.fill(Qt::transparent);
        QPainter painter(&screen);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        one.paint(&painter, QRect(QPoint(0, 0), size));
        painter.end();
        QVERIFY2(difference(shapeOf(screen), wanted) <= 2, qPrintable(name));
    }
}

void TestIcons::anIconFollowsThePalette_data()
{
    QTest::addColumn<int>("desktop");
    for (int i = 0; i < desktops().size(); ++i)
        QTest::newRow(qPrintable(desktops().at(i).name)) << i;
}

void TestIcons::anIconFollowsThePalette()
{
    QFETCH(const int, desktop);
    const QPalette before = QApplication::palette();
    const auto restored = qScopeGuard([&before] { QApplication::setPalette(before); });
    const QIcon one = icon("lock"_L1); // made before the switch
    QApplication::setPalette(desktops().at(desktop).palette);
    const QPalette now = QApplication::palette();
    const auto shown = [&one](QIcon::Mode mode) { return colourOf(one.pixmap(QSize(64, 64), 1, mode).toImage()); };
    QCOMPARE(shown(QIcon::Normal).rgb(), now.color(QPalette::Active, QPalette::WindowText).rgb());
    QCOMPARE(shown(QIcon::Disabled).rgb(), now.color(QPalette::Disabled, QPalette::WindowText).rgb());
    QCOMPARE(shown(QIcon::Selected).rgb(), now.color(QPalette::Active, QPalette::HighlightedText).rgb());
}

void TestIcons::iconsGrowWithTheText()
{
    const QFont usual = QApplication::font();
    const auto restored = qScopeGuard([&usual] { QApplication::setFont(usual); });
    const int side = iconSide();
    QFont large = usual;
    large.setPointSizeF(usual.pointSizeF() * 2);
    QApplication::setFont(large);
    QVERIFY2(qAbs(iconSide() - 2 * side) <= 2, qPrintable(QString::number(iconSide())));
}

void TestIcons::theButtonThatClearsALineGrowsWithTheText()
{
    const QFont usual = QApplication::font();
    const auto restored = qScopeGuard([&usual] { QApplication::setFont(usual); });
    QFont large = usual;
    large.setPointSizeF(usual.pointSizeF() * 2);
    QApplication::setFont(large);
    QLineEdit line;
    offerClearing(line);
    line.setText(u"x"_s);
    line.resize(line.sizeHint());
    line.show();
    QVERIFY(QTest::qWaitForWindowExposed(&line));
    const auto *button = line.findChild<QToolButton *>();
    QVERIFY(button && button->isVisible());
    QVERIFY2(button->height() >= iconSide() && button->height() <= line.height(),
             qPrintable(QString::number(button->height())));
    // Twice as large; around the cross is room that can be clicked, too.
    const int edge = targetSide() - 2 - iconSide();
    const int cross = 2 * iconSide();
    QCOMPARE(button->icon().pixmap(cross + 2 * edge).toImage().copy(edge, edge, cross, cross),
             icon("close"_L1).pixmap(cross).toImage());
}

void TestIcons::theProgramsIconIsInstalledInEverySize()
{
    const QTemporaryDir folder;
    QProcess install;
    install.start(QStringLiteral(LANYARD_CMAKE), {u"--install"_s, QStringLiteral(LANYARD_BUILD), u"--component"_s,
                                                  u"icons"_s, u"--prefix"_s, folder.path()});
    QVERIFY(install.waitForFinished());
    const QDir icons(folder.filePath(u"share/icons/hicolor"_s));
    setUpIdentity(*qApp);
    const QString id = QGuiApplication::desktopFileName();
    for (const int side : IconSides) {
        const QImage picture(icons.filePath(u"%1x%1/apps/%2.png"_s.arg(QString::number(side), id)));
        QCOMPARE(picture.size(), QSize(side, side));
        QVERIFY(picture.hasAlphaChannel());
    }
    QVERIFY(QSvgRenderer(icons.filePath(u"scalable/apps/%1.svg"_s.arg(id))).isValid());
    QVERIFY(QSvgRenderer(icons.filePath(u"symbolic/apps/%1-symbolic.svg"_s.arg(id))).isValid());
}

// After a change to it, `cmake --build … --target update_icons` draws the pictures.
void TestIcons::theProgramsIconIsDrawnFromOneDrawing()
{
    const QDir icons(QStringLiteral(LANYARD_SOURCES) + "/resources/icons"_L1);
    for (const int side : IconSides) {
        const QImage wanted = drawn(icons.filePath(u"lanyard.svg"_s), {side, side});
        const QImage picture(icons.filePath(u"hicolor/lanyard-%1.png"_s.arg(side)));
        QVERIFY2(difference(picture.convertToFormat(wanted.format()), wanted) <= 8, qPrintable(QString::number(side)));
    }
}

void TestIcons::aWindowsIconIsDrawnOnce()
{
    const QIcon icon = windowIcon();
    QVERIFY(!icon.availableSizes().isEmpty());
    for (const QSize &size : icon.availableSizes()) {
        QCOMPARE(icon.pixmap(size, 1.0).toImage(), programIcon().pixmap(size, 1.0).toImage());
        QCOMPARE(icon.pixmap(size, 1.0).cacheKey(), icon.pixmap(size, 1.0).cacheKey());
    }
}

// Desktops fill its shape with the colour of their own text.
void TestIcons::theSymbolicIconHasOneColour()
{
    const QString file = QStringLiteral(LANYARD_SOURCES) + "/resources/icons/lanyard-symbolic.svg"_L1;
    const QString drawing = QString::fromUtf8(contentOf(file));
    QVERIFY(!drawing.contains("stroke"_L1)); // GTK fills only
    static const QRegularExpression fill(u"fill=\"(#\\w+)\""_s);
    QStringList colours;
    for (auto matches = fill.globalMatch(drawing); matches.hasNext();)
        colours << matches.next().captured(1);
    colours.removeDuplicates();
    QCOMPARE(colours, QStringList{u"#2e3436"_s});
    const QImage small = drawn(file, {16, 16});
    QVERIFY(colourOf(small).isValid() && small.pixelColor(0, 15).alpha() == 0);
}

LANYARD_TEST(QApplication, TestIcons)
#include "tst_icons.moc"
