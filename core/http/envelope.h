#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>

namespace lanyard {

/// Reads one whole JSON object (a byte order mark before it is passed over). AnswerIncomplete with Qt's reason
/// otherwise.
[[nodiscard]] Result<QJsonObject> readJsonObject(const QByteArray &bytes);

/// Whether the object has any member of the service's envelope {success, code, message} and is not plainly another
/// framework's, or is empty: with default values left out, `{}` is a refusal without words.
[[nodiscard]] bool isEnvelope(const QJsonObject &object);
/// Whether it is a problem (RFC 9457) as services of this family write it.
[[nodiscard]] bool isProblem(const QJsonObject &object);
/// Whether it is an envelope that says no. A `success` that is neither yes nor no says nothing.
[[nodiscard]] bool envelopeRefused(const QJsonObject &envelope);
/// `success` is true. Missing or anything else is a failure: the service leaves false out.
[[nodiscard]] bool envelopeSucceeded(const QJsonObject &envelope);
/// The service's own words: `message`, or the title and the texts of a problem (RFC 9457) with its `errors` by member.
[[nodiscard]] QString envelopeMessage(const QJsonObject &envelope);
/// What a problem says of single members, in its `errors`: the texts of each, by its name as the service wrote it.
[[nodiscard]] QHash<QString, QString> envelopeMembers(const QJsonObject &envelope);
/// `code`, a number or a numeric string; 0 when missing.
[[nodiscard]] qint64 envelopeCode(const QJsonObject &envelope);

} // namespace lanyard
