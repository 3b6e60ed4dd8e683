#pragma once

#include <QRectF>
#include <QString>

class QPainter;

namespace lanyard {

/// Paints one of the program's drawings (resources/icons/NAME.svg) into @p place, a square in whole pixels.
void paintDrawing(QPainter &painter, const QString &name, const QRectF &place);

} // namespace lanyard
