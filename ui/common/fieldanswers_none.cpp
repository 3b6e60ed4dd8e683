#include "ui/common/fieldanswers.h"

// On this platform Qt's own interfaces are all there is.

namespace lanyard {

void installFieldAnswers() {}

void announceInvalidEntry(QObject *, bool) {}

} // namespace lanyard
