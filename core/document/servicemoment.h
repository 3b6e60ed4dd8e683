#pragma once

#include <QDateTime>
#include <QJsonValue>
#include <QString>

namespace lanyard {

/// A moment as the service wrote it, for display: read in every common notation, and never guessed.
struct ServiceMoment
{
    enum class Kind {
        Nothing,    ///< null, missing or empty, and the years 1 and 9999: .NET's values for "never"
        Moment,     ///< a timestamp, `/Date(…)/`, or seconds or milliseconds since 1970
        DateAlone,  ///< a date without a time: its beginning in UTC, so that a key is not called usable for too long
        Unreadable, ///< anything else: it must be shown as unknown, not as nothing
    };

    Kind kind = Kind::Nothing;
    QDateTime moment = {}; ///< in UTC, for Moment and DateAlone
    QString text = {};     ///< as the service wrote it, for Unreadable

    [[nodiscard]] bool isKnown() const { return moment.isValid(); }
};

[[nodiscard]] ServiceMoment readServiceMoment(const QJsonValue &value);

} // namespace lanyard
