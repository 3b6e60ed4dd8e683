#include "core/document/dateorder.h"

#include "core/document/formatlocale.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

DayOrder habitOf(QLocale::Territory territory)
{
    switch (territory) {
    case QLocale::UnitedStates:
    case QLocale::UnitedStatesOutlyingIslands:
    case QLocale::UnitedStatesVirginIslands:
    case QLocale::AmericanSamoa:
    case QLocale::Guam:
    case QLocale::MarshallIslands:
    case QLocale::NorthernMarianaIslands:
    case QLocale::Philippines:
    case QLocale::PuertoRico:
        return DayOrder::MonthFirst;
    case QLocale::Canada:       // the government recommends 1984-03-17, and every order is in use
    case QLocale::AnyTerritory: // the C locale: Qt puts the day first, POSIX the month
        return DayOrder::Uncertain;
    default:
        return DayOrder::DayFirst;
    }
}

bool putsDayFirst(const QString &order)
{
    return order.indexOf(u'd') < order.indexOf(u'M');
}

} // namespace

QString fieldOrder(QString format)
{
    static const QRegularExpression quotedOrWeekday(u"'[^']*'|d{3,4}"_s);
    format.remove(quotedOrWeekday);
    QString order;
    for (const QChar c : std::as_const(format)) {
        if ((c == u'd' || c == u'M' || c == u'y') && !order.contains(c))
            order += c;
    }
    return order;
}

DayOrder dayOrder(const QLocale &of)
{
    const QLocale locale = localeOfDates(of);
    const QString inNumbers = fieldOrder(locale.dateFormat(QLocale::ShortFormat));
    const QString inWords = fieldOrder(locale.dateFormat(QLocale::LongFormat));
    // If numeric dates start with the year, the long date shows the spoken order.
    const QString &order = inNumbers.startsWith(u'y') ? inWords : inNumbers;
    const DayOrder habit = habitOf(locale.territory());
    if (order.startsWith(u'y') || putsDayFirst(order) != (habit == DayOrder::DayFirst))
        return DayOrder::Uncertain;
    // In Puerto Rico numeric dates are American, but long dates are not.
    return habit == DayOrder::MonthFirst && putsDayFirst(inWords) ? DayOrder::Uncertain : habit;
}

QString withFourDigitYear(QString format)
{
    static const QRegularExpression twoDigits(u"(?<!y)yy(?!y)"_s);
    return format.replace(twoDigits, u"yyyy"_s);
}

} // namespace lanyard
