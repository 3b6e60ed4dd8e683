#pragma once

#include "core/base/secret.h"

#include <QList>

namespace lanyard {

/// @p text with every occurrence of one of @p secrets replaced by "•••": secrets that a service echoes in its messages
/// must not reach a window, a log or a report. Secrets of fewer than four characters are kept: they occur in ordinary
/// words.
[[nodiscard]] QString redacted(QString text, const QList<Secret> &secrets);

} // namespace lanyard
