// Writes the program's icon as a picture of one size: rendericon DRAWING.svg SIDE PICTURE.png
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    QSvgRenderer drawing(arguments.at(1));
    QImage picture(QSize(1, 1) * arguments.at(2).toInt(), QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    drawing.render(&painter);
    painter.end();
    return drawing.isValid() && picture.save(arguments.at(3)) ? 0 : 1;
}
