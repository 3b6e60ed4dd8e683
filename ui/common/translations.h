#pragma once

class QCoreApplication;

namespace lanyard {

/// Installs the texts of the system's language, over English for what it does not have (English has its own, for
/// plurals), and Qt's own texts.
void installTranslations(QCoreApplication &application);

} // namespace lanyard
