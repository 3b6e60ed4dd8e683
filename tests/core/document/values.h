// Short ways to write values that documents hold.
#pragma once

#include "core/base/utc.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lanyard::testing {

inline QJsonValue json(const QByteArray &text)
{
    return QJsonDocument::fromJson("[" + text + "]").array().at(0);
}

inline QDateTime utc(int year, int month, int day, int hour = 0, int minute = 0, int second = 0, int ms = 0)
{
    return utcMoment(QDate(year, month, day), QTime(hour, minute, second, ms));
}

} // namespace lanyard::testing
