#pragma once

#include "core/base/jsonsource.h"
#include "core/base/result.h"
#include "core/http/rawanswer.h"

#include <QDateTime>
#include <QJsonObject>

namespace lanyard {

/// A validated response of the service.
struct ServiceAnswer
{
    QJsonObject envelope;
    QDateTime date = {};    ///< its Date header; invalid if there is none
    JsonSource source = {}; ///< the source text of the envelope
    /// The source text of each of its members that is an object.
    QHash<QString, JsonSource> objects = {};
};

/// The one classifier: a validated response, or the one Error that describes it.
///
/// The order is fixed: aborted by us → TLS → no status → status → body complete and JSON → envelope reports success.
/// The value holds the envelope; checking for the members that a call needs is up to the call.
[[nodiscard]] Result<ServiceAnswer> classify(RawAnswer answer);

} // namespace lanyard
