#pragma once

#include <QJsonDocument>
#include <QJsonValue>

#include <optional>

namespace lanyard {

/// @p json with an escape for every byte order mark that a name or a text begins with: Qt's reader takes it for one of
/// the encoding there as well, and drops it.
[[nodiscard]] QByteArray withMarksEscaped(QByteArray json);

/// Reads a JSON text. One byte order mark before it is passed over.
[[nodiscard]] QJsonDocument parseJson(const QByteArray &json, QJsonParseError *problem = nullptr);

/// An integer that may have come as a number or as a numeric string; nothing otherwise.
[[nodiscard]] std::optional<qint64> jsonInteger(const QJsonValue &value);

} // namespace lanyard
