#pragma once

#include "core/base/secret.h"

#include <QString>

namespace lanyard {

/// The password that @p typed stands for: without line breaks at its ends, which come along when a line is pasted and
/// which no browser sends either. Everything else is part of it.
[[nodiscard]] Secret enteredPassword(QStringView typed);

/// An invisible detail of a password that may be why it was refused: one sentence in the user's language about the
/// first invisible character at one of its ends or a line break within; empty if there is none. Reveals nothing else
/// about it.
[[nodiscard]] QString passwordRemark(QStringView typed);

/// The user name that @p typed stands for, by the same rule: whatever name the profile gives, it can be signed in with.
[[nodiscard]] QString enteredUserName(QStringView typed);

/// The same as passwordRemark(), of a user name.
[[nodiscard]] QString userNameRemark(QStringView typed);

/// The API key in pasted text: a header ("x-api-key: KEY", "Authorization: Bearer KEY"), a line of an .env file, a JSON
/// member, or the key alone, possibly in quotes or surrounded by invisible characters.
[[nodiscard]] Secret enteredApiKey(QStringView pasted);

/// Why the key found by enteredApiKey() cannot be sent in a header: one sentence that names the first offending
/// character; empty if it can.
[[nodiscard]] QString apiKeyProblem(QStringView pasted);

} // namespace lanyard
