#pragma once

#include "core/http/classify.h"

#include <QByteArrayList>

namespace lanyard {

/// classify() for @p answer with the body that arrived in @p pieces, which are empty then: a large one is not kept
/// twice while it is read.
[[nodiscard]] Result<ServiceAnswer> readAnswer(RawAnswer answer, QByteArrayList &pieces);

/// Whether a call that Qt takes for lost has its whole response: the end of the connection was its end. Qt reports that
/// only because it could not send the body of the request again.
[[nodiscard]] bool endsWithItsConnection(const RawAnswer &answer, const QByteArrayList &pieces);

} // namespace lanyard
