#pragma once

#include "core/base/result.h"

#include <QString>

class QSslCertificate;
template<typename T>
class QList;

namespace lanyard {

/// The CA certificates in a file (see readCertificates()); others in it are skipped. Only a regular file of at most 1
/// MiB is opened. Error: CaCertificatesUnusable, with one sentence saying why in `technical`, in the user's language.
[[nodiscard]] Result<QList<QSslCertificate>> readAuthorities(const QString &file);

/// The system's CA certificates, read once per process: there are some hundred files, and reading them would block the
/// window for too long.
[[nodiscard]] QList<QSslCertificate> systemCaCertificates();
/// Starts reading them in the background, because they are certain to be needed.
void prepareSystemAuthorities();

} // namespace lanyard
