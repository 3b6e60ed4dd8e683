#pragma once

#include "core/base/secret.h"

#include <QString>

namespace lanyard {

class ApiKey;

/// The forms in which an API key is copied for a program.
enum class KeyFormat {
    Header,  ///< `x-api-key: VALUE`
    Curl,    ///< a command for a POSIX shell that asks the service who the key is
    EnvLine, ///< `NAME_API_KEY=VALUE`, as both a POSIX shell and readers of .env files take it
    Json,    ///< an object with name, server and key
};

/// What is said once a key has been copied in @p format: "%1 copied as a .env line", with %1 for what it is.
[[nodiscard]] QString keyCopied(KeyFormat format);
/// The same of maskedKeyAs(), as a sentence of its own.
[[nodiscard]] QString maskedKeyCopied(KeyFormat format);

/// Why @p format cannot hold the value of @p key, as a sentence; empty if it can.
[[nodiscard]] QString keyFormatFault(KeyFormat format, const ApiKey &key);

/// @p key with its value. @p server: the address of the account's service, without a slash at its end. Empty if there
/// is no value, or one that the format cannot hold: a header holds printable ASCII, a line no control characters.
[[nodiscard]] Secret keyAs(KeyFormat format, const ApiKey &key, const QString &server);
/// The same with dots for the value, for what may be passed on: nothing of the key is in it, so every format holds it.
/// Empty if there is no value.
[[nodiscard]] QString maskedKeyAs(KeyFormat format, const ApiKey &key, const QString &server);

/// The name of the variable in an .env line: @p name in capital letters, digits and underscores, and `_API_KEY`.
[[nodiscard]] QString keyVariable(const QString &name);

} // namespace lanyard
