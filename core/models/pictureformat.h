#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QString>

namespace lanyard {

/// png or jpeg by the first bytes, not by the declared type: only these two decoders ever process a server's data.
/// Empty for anything else.
[[nodiscard]] QByteArray formatOf(const QByteArray &data);

/// Whether a picture that the user chose may have @p format, as QImageReader names it.
[[nodiscard]] bool isAccepted(const QByteArray &format);

/// The name of the format if @p head is the beginning of one that phones, scanners and drawing programs write, and this
/// program does not read; empty otherwise.
[[nodiscard]] QString foreignFormat(const QByteArray &head);

/// Whether a PNG has the chunks that it declares. libpng trusts a chunk's declared length, and allocates that much
/// memory before it reads: a hundred bytes can claim two gigabytes.
[[nodiscard]] bool holdsItsChunks(QIODevice &png);

/// Whether everything is there that the decoder of @p format would otherwise fill up, or take memory for.
[[nodiscard]] bool isWhole(const QByteArray &format, QIODevice &device);

} // namespace lanyard
