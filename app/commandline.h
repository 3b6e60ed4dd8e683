#pragma once

#include <QString>
#include <QStringList>

namespace lanyard {

/// The parsed command line. No secret is ever accepted there: other users of the machine could read it.
struct CommandLine
{
    QString server;
    QString userName;
    QString toPrint; ///< --help or --version: print this and exit
    QString problem; ///< if not empty: print it and exit with a failure
    /// Wayland's permission to bring a window to the front, from the environment of whoever was clicked on; no option.
    QString activationToken;
};

[[nodiscard]] CommandLine parseCommandLine(const QStringList &arguments);

/// Empty, or a sentence about what in @p line is longer than any address or name is.
[[nodiscard]] QString lengthProblem(const CommandLine &line);

/// A sentence if @p line names a server whose address cannot be one; otherwise empty. A window asks for another one; it
/// does not repeat the address.
[[nodiscard]] QString serverProblem(const CommandLine &line);

} // namespace lanyard
