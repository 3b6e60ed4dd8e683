#pragma once

#include "tests/service/serviceoptions.h"

#include <QCommandLineParser>

#include <span>

namespace lanyard::testing {

// One switch of lanyard-service that sets an option.
struct Switch
{
    const char *name;
    const char *valueName; // null: the switch takes no value
    const char *help;
    // False if the value is not one that the option can take.
    bool (*apply)(ServiceOptions &options, const QString &value);
};

// Every option of the service but `accounts`, which --accounts reads from a file.
std::span<const Switch> switches();

// What the command line asks of the program.
struct CommandLine
{
    ServiceOptions options;
    QString logFile;
    QString portFile;
    QString certificateFile;

    // Reads the arguments that parser has parsed; parser must know them from addOptions().
    // False, and the reason in error, if one has a value that makes no sense.
    static void addOptions(QCommandLineParser &parser);
    bool read(const QCommandLineParser &parser, QString *error);
};

} // namespace lanyard::testing
