#pragma once

#include "core/base/result.h"

#include <QString>

class QSslCertificate;
template<typename T>
class QList;

namespace lanyard {

/// The certificates of authorities that a file holds (see readCertificates()); others in it are passed over. Only a
/// regular file of at most 1 MiB is opened. Error: CaCertificatesUnusable, with one sentence of why in `technical`, in
/// the person's language.
[[nodiscard]] Result<QList<QSslCertificate>> readAuthorities(const QString &file);

/// The system's authorities, read once in a process: they are some hundred files, and to read them takes longer than a
/// window may stand still.
[[nodiscard]] QList<QSslCertificate> systemCaCertificates();
/// Begins to read them in the background, for it is known that they will be asked for.
void prepareSystemAuthorities();

} // namespace lanyard
