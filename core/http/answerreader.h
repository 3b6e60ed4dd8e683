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

} // namespace lanyard
