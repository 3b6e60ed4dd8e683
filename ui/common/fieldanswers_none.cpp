#include "ui/common/fieldanswers.h"

// On this platform Qt's own interfaces are all there is.

namespace lanyard {

void installFieldAnswers() {}

void announceState(QAccessibleInterface *, const QString &, bool) {}

} // namespace lanyard
