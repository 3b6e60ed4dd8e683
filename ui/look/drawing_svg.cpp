#include "ui/look/drawing.h"

#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace lanyard {

void paintDrawing(QPainter &painter, const QString &name, const QRectF &place)
{
    QSvgRenderer(":/icons/"_L1 + name + ".svg"_L1).render(&painter, place);
}

} // namespace lanyard
