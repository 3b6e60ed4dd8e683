#pragma once

#include <QString>
#include <QStringList>

namespace lanyard {

/// What was asked for on the command line. No secret is ever accepted there: other users of the machine could read it.
struct CommandLine
{
    QString server;
    QString userName;
    QString toPrint; ///< --help or --version: print this and end
    QString problem; ///< not empty: print it and end with a failure
};

[[nodiscard]] CommandLine parseCommandLine(const QStringList &arguments);

} // namespace lanyard
