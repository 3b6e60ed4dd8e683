#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>

namespace lanyard {

/// Parses a complete JSON object (a leading byte order mark is skipped). Otherwise AnswerIncomplete with Qt's reason.
[[nodiscard]] Result<QJsonObject> readJsonObject(const QByteArray &bytes);
/// Whether Qt's reader gave up on @p bytes at the depth of 1024 levels, having found nothing wrong until there.
[[nodiscard]] bool isTooDeep(const QByteArray &bytes);

/// Whether the object has any member of the service's envelope {success, code, message} and is not clearly another
/// framework's, or is empty: with default values omitted, `{}` is a refusal without a message.
[[nodiscard]] bool isEnvelope(const QJsonObject &object);
/// Whether the object is a problem (RFC 9457) as services of this family write it.
[[nodiscard]] bool isProblem(const QJsonObject &object);
/// Whether the object is an envelope that reports a refusal. A `success` that is neither true nor false does not count.
[[nodiscard]] bool envelopeRefused(const QJsonObject &envelope);
/// Whether `success` is true. Missing or anything else is a failure: the service omits false.
[[nodiscard]] bool envelopeSucceeded(const QJsonObject &envelope);
/// Whether a response with @p status and @p body says nothing but that it was done: any status of success, with an
/// envelope that says so, too, or without a body.
[[nodiscard]] bool saysDone(int status, const QByteArray &body);
/// The service's own message: `message`, or the title and texts of a problem (RFC 9457) with its `errors`, or the
/// message within `error`. Each may be a text, a list of texts, or an object with one.
[[nodiscard]] QString envelopeMessage(const QJsonObject &envelope);
/// The messages about single members in `errors`, an object or a list of objects that name them, by the member's name
/// as the service wrote it.
[[nodiscard]] QHash<QString, QString> envelopeMembers(const QJsonObject &envelope);
/// `code`, a number or a numeric string; 0 if missing.
[[nodiscard]] qint64 envelopeCode(const QJsonObject &envelope);

/// Everything that @p envelope says about a call that did not succeed.
void describeRefusal(Error &error, const QJsonObject &envelope);

} // namespace lanyard
