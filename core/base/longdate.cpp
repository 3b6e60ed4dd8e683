#include "core/base/longdate.h"

#include <QDate>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lanyard {

QString longDate(const QDate &date)
{
    // In Thai a word joins the weekday to the date.
    static const QRegularExpression weekday(u"\\Adddd(?:ที่)?[,،]?\\s*|[,،]?\\s*dddd\\z"_s);
    const QLocale locale;
    return locale.toString(date, locale.dateFormat(QLocale::LongFormat).remove(weekday));
}

} // namespace lanyard
