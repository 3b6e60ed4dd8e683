#pragma once

class QCoreApplication;

namespace lanyard {

/// Installs the translations for the system's language, with English for missing ones (English has its own, for
/// plurals), and Qt's own.
void installTranslations(QCoreApplication &application);

} // namespace lanyard
