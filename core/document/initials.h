#pragma once

#include <QString>

namespace lanyard {

class User;

/// The letters that stand for a user without a picture: the first one of the first name and of the last name, else of
/// the user name; empty without any. A letter is what readers see as one: with its accents, or of several characters.
[[nodiscard]] QString initialsOf(const User &user);
/// The same where only the whole of the name is known: of its first and of its last word.
[[nodiscard]] QString initialsOf(const QString &fullName, const QString &userName);

} // namespace lanyard
