#pragma once

#include <QJsonDocument>
#include <QJsonValue>

#include <functional>
#include <optional>

namespace lanyard {

/// @p json with every byte order mark at the beginning of a name or string escaped: Qt's reader would mistake it for an
/// encoding signature there as well, and drop it.
[[nodiscard]] QByteArray withMarksEscaped(QByteArray json);

/// @p json with each number as @p written makes of it, and @p mark at the beginning of each string.
[[nodiscard]] QByteArray withNumbers(QByteArrayView json, const std::function<QByteArray(QByteArrayView)> &written,
                                     QByteArrayView mark = {});

/// Parses a JSON text. A leading byte order mark is skipped. A number that no double can hold (1e400, 400 digits) makes
/// Qt's reader refuse the whole text: it is read as a string of its digits instead.
[[nodiscard]] QJsonDocument parseJson(const QByteArray &json, QJsonParseError *problem = nullptr);

/// @p value in memory of its own. A string taken from an object or array shares the memory of the whole, in Qt 6.4 at
/// least: kept for long, "Rome" keeps a document alive with every key in it.
[[nodiscard]] QJsonValue ownValue(const QJsonValue &value);

/// What a name or string in a JSON text stands for: @p quoted is as it is written there, with its quotation marks.
[[nodiscard]] QString jsonUnquoted(QStringView quoted);

/// An integer given as a number or as a numeric string; nullopt otherwise.
[[nodiscard]] std::optional<qint64> jsonInteger(const QJsonValue &value);

} // namespace lanyard
