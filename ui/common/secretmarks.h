#pragma once

class QMimeData;

namespace lanyard {

/// Adds the formats by which clipboard histories and cloud clipboards recognise a secret, different on each system.
void markAsSecret(QMimeData &data);

} // namespace lanyard
