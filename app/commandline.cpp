#include "app/commandline.h"

#include "core/base/serveraddress.h"
#include "core/http/origin.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// In characters. Nothing longer is a name or an address; both together are handed to a program that runs already.
constexpr qsizetype LongestValue = 2000;

// Behind a single dash every letter is an option: Qt would list those of a password ("-pSECRET").
QString problemOf(const QCommandLineParser &parser)
{
    const QStringList unknown = parser.unknownOptionNames();
    const bool hasLetter =
        std::any_of(unknown.begin(), unknown.end(), [](const QString &name) { return name.size() == 1; });
    return hasLetter ? QCoreApplication::translate("CommandLine", "Unknown option.") : parser.errorText();
}

} // namespace

QString lengthProblem(const CommandLine &line)
{
    if (line.server.size() > LongestValue)
        return QCoreApplication::translate("CommandLine", "The address of the server is too long.");
    return line.userName.size() > LongestValue ? QCoreApplication::translate("CommandLine", "The username is too long.")
                                               : QString();
}

CommandLine parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("CommandLine", "Your account at an account service."));
    // Not Qt's own help option: what it prints for --help-all is not to be had, and comes too late here.
    const QCommandLineOption help({u"h"_s, u"help"_s, u"help-all"_s},
                                  QCoreApplication::translate("CommandLine", "Show this help."));
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption server(u"server"_s, QCoreApplication::translate("CommandLine", "Address of the service."),
                                    u"URL"_s);
    const QCommandLineOption user(u"user"_s, QCoreApplication::translate("CommandLine", "Username to sign in with."),
                                  u"NAME"_s);
    parser.addOptions({help, server, user});

    CommandLine line;
    if (!parser.parse(arguments))
        line.problem = problemOf(parser);
    else if (parser.isSet(help))
        line.toPrint = parser.helpText();
    else if (parser.isSet(version))
        line.toPrint = u"lanyard %1\n"_s.arg(QCoreApplication::applicationVersion());
    else if (!parser.positionalArguments().isEmpty())
        line.problem = QCoreApplication::translate("CommandLine", "Unexpected argument.");
    line.server = parser.value(server);
    line.userName = parser.value(user);
    if (line.problem.isEmpty())
        line.problem = lengthProblem(line);
    return line;
}

QString serverProblem(const CommandLine &line)
{
    if (line.server.isEmpty() || Origin::parse(serverAddressFrom(line.server)).ok())
        return {};
    return QCoreApplication::translate("CommandLine",
                                       "The address of the server cannot be used. Correct it in the window.");
}

} // namespace lanyard
