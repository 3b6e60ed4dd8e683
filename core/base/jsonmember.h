#pragma once

#include <QJsonValue>
#include <QString>

#include <functional>

namespace lanyard {

/// What is read from a JSON text that Qt's reader has accepted as a part of a larger one, without reading the rest.

/// A member's name from its text, quotation marks included.
[[nodiscard]] QString jsonName(QByteArrayView text);

/// The value whose text is @p text, as parseJson() reads it in an array; Undefined if it is empty.
[[nodiscard]] QJsonValue jsonValue(QByteArrayView text);

/// The value of the member called @p name, which is ASCII, of the object that begins @p object; of several, the last
/// one, as Qt's reader does. Undefined if there is none.
[[nodiscard]] QJsonValue jsonMember(QByteArrayView object, QLatin1StringView name);

/// Calls @p visit with the text of each member's name, quotation marks included, and of its value: of the object that
/// begins @p object, in its order.
void forEachJsonMember(QByteArrayView object, const std::function<void(QByteArrayView, QByteArrayView)> &visit);

} // namespace lanyard
