#include "ui/look/characterwidth.h"

#include <QString>

namespace lanyard {

int characterWidth(const QFontMetrics &metrics)
{
    const QString frequent = QStringLiteral("etaoin shrdlu"); // words: nobody reads them
    const auto width = static_cast<qreal>(metrics.horizontalAdvance(frequent));
    return qMax(1, qRound(width / static_cast<qreal>(frequent.size())));
}

QSize roomForText(const QFontMetrics &metrics, int characters, int lines)
{
    return {characterWidth(metrics) * characters, metrics.lineSpacing() * lines};
}

} // namespace lanyard
