#pragma once

#include "core/base/secret.h"

#include <QString>

namespace lanyard {

/// The password that @p typed stands for: without the line breaks at its ends, which come along when a line is pasted
/// and which no browser sends either. Everything else belongs to it.
[[nodiscard]] Secret enteredPassword(QStringView typed);

/// What cannot be seen in a password and may be why it was refused: one sentence in the user's language about the first
/// such character at one of its ends or a line break within; empty when there is none. Tells nothing else of it.
[[nodiscard]] QString passwordRemark(QStringView typed);

/// The API key in what was pasted: a header ("x-api-key: KEY", "Authorization: Bearer KEY"), a line of an .env file, a
/// member of JSON, or the key alone, in quotes or with characters around it that cannot be seen.
[[nodiscard]] Secret enteredApiKey(QStringView pasted);

/// Why the key that enteredApiKey() found cannot be sent in a header: one sentence that names the first character that
/// is in the way; empty when it can.
[[nodiscard]] QString apiKeyProblem(QStringView pasted);

} // namespace lanyard
