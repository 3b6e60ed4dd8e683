#pragma once

#include "core/document/clocktext.h"
#include "core/document/datereader.h"

namespace lanyard {

/// Reads @p day, which stood before @p time, as readDate() does. AM or PM where nobody writes them says that it may
/// come from America: it is Ambiguous if it is another day there.
[[nodiscard]] DateReading readDateBefore(const ZonedTime &time, const QString &day, const QLocale &locale);

} // namespace lanyard
