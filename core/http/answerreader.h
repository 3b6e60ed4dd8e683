#pragma once

#include "core/http/classify.h"

#include <QByteArrayList>

#include <functional>

class QObject;

namespace lanyard {

/// From this size on a response is parsed on another thread: a hundred milliseconds of parsing would visibly block the
/// window.
constexpr qint64 LargeBodyBytes = 256 * 1024;

/// classify() for @p answer with the body that arrived in @p pieces.
[[nodiscard]] Result<ServiceAnswer> readAnswer(RawAnswer answer, const QByteArrayList &pieces);

/// The same on another thread. Calls @p then from the event loop, unless @p context is destroyed before.
void readElsewhere(const RawAnswer &answer, const QByteArrayList &pieces, QObject *context,
                   const std::function<void(Result<ServiceAnswer>)> &then);

/// Whether a call that Qt takes for lost has its whole response: the end of the connection was its end. Qt reports that
/// only because it could not send the body of the request again.
[[nodiscard]] bool endsWithItsConnection(const RawAnswer &answer, const QByteArrayList &pieces);

} // namespace lanyard
