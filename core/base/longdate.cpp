#include "core/base/longdate.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lanyard {

QString longDate(const QDate &date)
{
    static const QRegularExpression weekday(u"\\Adddd[,،]?\\s*|[,،]?\\s*dddd\\z"_s);
    const QLocale locale;
    return locale.toString(date, locale.dateFormat(QLocale::LongFormat).remove(weekday));
}

} // namespace lanyard
