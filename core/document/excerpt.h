#pragma once

#include <QJsonValue>

namespace lanyard {

class User;

/// Whether @p answer lacks something that @p sent holds, at any depth: a member, or an element of a list. Elements with
/// an id are the same if their ids are; of others only the number counts. What a service may omit (nothing, false,
/// zero, an empty list) is not missed. Some services answer with an excerpt, or without the lists that they have not
/// loaded: such an answer does not show what has become of the rest.
[[nodiscard]] bool isExcerpt(const QJsonValue &answer, const QJsonValue &sent);
/// The same of their documents.
[[nodiscard]] bool isExcerpt(const User &answer, const User &sent);

} // namespace lanyard
