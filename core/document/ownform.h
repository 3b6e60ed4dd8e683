#pragma once

#include "core/document/userfields.h"

#include <QString>

namespace lanyard {

/// Whether @p now is the text @p sent as a service stores it that writes such a text in a form of its own (see
/// OwnForm). False if nothing would be left of it.
[[nodiscard]] bool isInOwnForm(const QString &sent, const QString &now, OwnForm form);

} // namespace lanyard
