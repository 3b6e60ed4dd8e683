// Without Qt's SVG: pictures that the build has made of the drawings, in the sizes that icons have.
#include "ui/look/drawing.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QtMath>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// The smallest that is as large as @p side, or the largest of all. Each is less than twice as large as the one before
// it.
QImage pictureOf(const QString &name, int side)
{
    const auto fileOf = [&name](int size) { return u":/icons/%1-%2.png"_s.arg(name).arg(size); };
    for (int tried = side; tried <= 2 * side; ++tried) {
        if (QFile::exists(fileOf(tried)))
            return QImage(fileOf(tried));
    }
    int tried = side - 1;
    while (tried > 0 && !QFile::exists(fileOf(tried)))
        --tried;
    return QImage(fileOf(tried));
}

} // namespace

void paintDrawing(QPainter &painter, const QString &name, const QRectF &place)
{
    const QImage picture = pictureOf(name, qCeil(place.width()));
    painter.drawImage(place.topLeft(),
                      picture.size() == place.size()
                          ? picture
                          : picture.scaled(place.size().toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
}

} // namespace lanyard
