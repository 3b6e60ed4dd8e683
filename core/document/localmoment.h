#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace lanyard {

/// How a timestamp of the service is written, apart from its moment: what another moment in its place keeps.
struct TimestampForm
{
    QChar separator = u'T'; ///< between date and time
    bool hasSeconds = true;
    qsizetype fractionDigits = 0; ///< of the second
    QString zone = {};            ///< as +02:00, +0200 or Z; empty: none is written
};

/// nullopt for a text that is not a timestamp (see parseTimestamp()).
[[nodiscard]] std::optional<TimestampForm> formOfTimestamp(const QString &stored);

/// A timestamp as it is shown: in local time, or as written if it has no zone.
struct ShownMoment
{
    QDate date;
    QTime time;            ///< to the second
    QString fraction = {}; ///< of the second, with its decimal point; empty if it is zero
    QString offset = {};   ///< from UTC, only if local clocks show that time twice
};

/// nullopt for a text that is not a timestamp.
[[nodiscard]] std::optional<ShownMoment> shownMoment(const QString &stored);

/// The moments, in UTC, at which local clocks show that: none in an hour that they skip, two in one that they repeat.
[[nodiscard]] QList<QDateTime> momentsAt(QDate date, QTime time);

/// @p moment, to the second, with @p fraction, as the service writes it. @p stored is the text that it replaces: its
/// form is kept, and its offset, unless that is the local one: then it is the local one at @p moment. Without a zone in
/// @p stored, it is that one too.
[[nodiscard]] QString writeMoment(const QDateTime &moment, const QString &fraction, const QString &stored);

/// A date and time in no time zone, or in @p zone, in the form of @p stored.
[[nodiscard]] QString writeDateTime(QDate date, QTime time, const QString &fraction, const QString &zone,
                                    const QString &stored);

} // namespace lanyard
