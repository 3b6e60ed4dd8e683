#pragma once

#include <QStringList>

namespace lanyard {

/// @p sentence, which quotes a value, with @p value in its place “%1”; @p other goes to %2. The value's own full stop
/// ends the sentence too: there is no second one behind the quotation mark. @p value is as quoted() makes it.
[[nodiscard]] QString withQuotation(const QString &sentence, const QString &value, const QString &other = {});

/// @p parts, of which some are sentences and some are not, to be read one after the other; empty ones are left out.
[[nodiscard]] QString inSequence(const QStringList &parts);

} // namespace lanyard
