#pragma once

#include <QJsonDocument>
#include <QJsonValue>

#include <optional>

namespace lanyard {

/// @p json with every byte order mark at the beginning of a name or string escaped: Qt's reader would mistake it for an
/// encoding signature there as well, and drop it.
[[nodiscard]] QByteArray withMarksEscaped(QByteArray json);

/// Parses a JSON text. A leading byte order mark is skipped.
[[nodiscard]] QJsonDocument parseJson(const QByteArray &json, QJsonParseError *problem = nullptr);

/// An integer given as a number or as a numeric string; nullopt otherwise.
[[nodiscard]] std::optional<qint64> jsonInteger(const QJsonValue &value);

} // namespace lanyard
