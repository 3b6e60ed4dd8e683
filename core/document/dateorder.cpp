#include "core/document/dateorder.h"

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
    case QLocale::Canada:       // the government asks for 1984-03-17, and gets every order
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

DayOrder dayOrder(const QLocale &locale)
{
    const QString inNumbers = fieldOrder(locale.dateFormat(QLocale::ShortFormat));
    const QString inWords = fieldOrder(locale.dateFormat(QLocale::LongFormat));
    // Where numbers begin with the year, the date in words tells how people say it.
    const QString &order = inNumbers.startsWith(u'y') ? inWords : inNumbers;
    const DayOrder habit = habitOf(locale.territory());
    if (order.startsWith(u'y') || putsDayFirst(order) != (habit == DayOrder::DayFirst))
        return DayOrder::Uncertain;
    // In Puerto Rico the numbers are American and the words are not.
    return habit == DayOrder::MonthFirst && putsDayFirst(inWords) ? DayOrder::Uncertain : habit;
}

} // namespace lanyard
