#pragma once

#include <QJsonValue>
#include <QString>

#include <optional>

namespace lanyard {

/// A value of the document as text for display: a string as it is, a number or boolean in JSON notation, a list of
/// those joined by commas; empty for null, a missing member and objects.
[[nodiscard]] QString jsonText(const QJsonValue &value);

/// The same for a value that could not be understood: objects, and the elements of a list, in JSON notation.
[[nodiscard]] QString jsonSource(const QJsonValue &value);

/// A boolean as services write it: true and false, 1 and 0, and the usual words for them, in any case; nothing (see
/// isJsonNothing()) is false, since the service omits default values. nullopt: not understood, neither of the two.
[[nodiscard]] std::optional<bool> jsonBoolean(const QJsonValue &value);

/// Whether a text may take the place of @p value: it is one, or nothing (see isJsonNothing()). Of anything else the
/// user has seen too little.
[[nodiscard]] bool isTextOrNothing(const QJsonValue &value);

/// Whether @p value is one of the service's two ways of saying "nothing" (null, missing), or an empty string.
[[nodiscard]] bool isJsonNothing(const QJsonValue &value);

} // namespace lanyard
