#pragma once

#include "core/base/jsonsource.h"
#include "core/document/change.h"

namespace lanyard {

/// Where in the bytes of a user's document one change goes, and what is written there.
struct Splice
{
    JsonSource::Span span; ///< of the old value; empty where a member is added
    QByteArray text;       ///< JSON
};

/// The splice that sets the member @p name of @p object to @p value. @p isFirst: no member is added to that object
/// before this one.
[[nodiscard]] Splice spliceFor(const JsonSource &object, const QString &name, const QJsonValue &value,
                               bool isFirst = true);

/// The object of @p source with the splices in place: every byte outside them is as it was. They must not overlap;
/// several that add a member to one object are written in the order given.
[[nodiscard]] Secret spliced(const JsonSource &source, QList<Splice> splices);

} // namespace lanyard
