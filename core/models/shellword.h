#pragma once

#include <QString>

namespace lanyard {

/// @p text as one word of a POSIX shell, whatever is in it.
[[nodiscard]] QString shellWord(QString text);

/// How curl is called in this system's own terminal, and @p text as a word of that command: in POSIX's shell, or in
/// Windows' command prompt and PowerShell.
[[nodiscard]] QString curlProgram();
[[nodiscard]] QString curlWord(const QString &text);

} // namespace lanyard
