#pragma once

#include "core/base/jsonsource.h"
#include "core/document/change.h"

namespace lanyard {

/// Where in the bytes of a user's document a change goes, and what is written there.
struct Splice
{
    JsonSource::Span span; ///< of the old value; empty if a member is added
    QByteArray text;       ///< JSON
};

/// The splice that sets the member @p name of @p object to @p value. @p isFirst: no member has been added to that
/// object before this one.
[[nodiscard]] Splice spliceFor(const JsonSource &object, const QString &name, const QJsonValue &value,
                               bool isFirst = true);

/// The object of @p source with the splices applied: every byte outside them is unchanged. They must not overlap;
/// several that add a member to one object are written in the given order. It stands in its bodyOf().
[[nodiscard]] JsonSource spliced(const JsonSource &source, QList<Splice> splices);

/// What the service takes: the object of @p source as the `user` of another one. Made in new memory, unless the object
/// stands in it already.
[[nodiscard]] Secret bodyOf(const JsonSource &source);

} // namespace lanyard
