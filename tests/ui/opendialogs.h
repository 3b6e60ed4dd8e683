#pragma once

#include <QStringList>

class QDialog;

namespace lanyard::testing {

class AppFixture;

// Every dialog of the program, by its title.
[[nodiscard]] QStringList dialogNames();

// One of them, open over its window; the window must be signed in, but for the sign-in itself. Null if it does not
// come.
[[nodiscard]] QDialog *dialogOf(AppFixture &desk, const QString &name);

} // namespace lanyard::testing
