#pragma once

#include <QString>

namespace lanyard {

// Where the program was started from.

/// Without one, Qt ends the program by abort(): a crash, of which the user is told nothing but that.
[[nodiscard]] bool hasDisplay(int argc, char *argv[]);

/// On the standard output, or, of a program that Windows gives none, in the window of the command line that started it.
void print(const QString &text);
/// A sentence, after the program's name, on the standard error likewise.
void complain(const QString &problem);

} // namespace lanyard
