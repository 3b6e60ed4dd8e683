// lanyard-service: the stand-in account service as a program.

#include "tests/service/accountservice.h"
#include "tests/service/commandline.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <mutex>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace lanyard::testing;

namespace {

int signalPipe[2];

// A signal handler may do next to nothing; the event loop reads the pipe and ends in good order.
void onSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = write(signalPipe[1], &byte, 1);
}

bool quitOnSignals(QCoreApplication &application)
{
    if (pipe(signalPipe) != 0) {
        return false;
    }
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, &application);
    QObject::connect(notifier, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
    return true;
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path); // whole or not at all: a script waits for the file to appear
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
}

int complain(const QString &reason)
{
    std::fprintf(stderr, "lanyard-service: %s\n", qUtf8Printable(reason));
    return EXIT_FAILURE;
}

int serve(QCoreApplication &application, const CommandLine &line)
{
    QFile log(line.logFile);
    if (!line.logFile.isEmpty() && !log.open(QIODevice::Append)) {
        return complain(u"--log: %1 cannot be written: %2"_s.arg(line.logFile, log.errorString()));
    }
    std::mutex logMutex;
    AccountService service(line.options);
    if (log.isOpen()) {
        service.setRequestObserver([&, header = line.options.apiKeyHeader.toLatin1()](const LoggedRequest &request) {
            const std::lock_guard lock(logMutex);
            log.write(redactedLine(request, header) + '\n');
            log.flush();
        });
    }
    QString error;
    if (!service.start(&error)) {
        return complain(error);
    }
    std::printf("listening on %s\n", qUtf8Printable(service.address()));
    std::fflush(stdout);
    if (!line.certificateFile.isEmpty() && !writeFile(line.certificateFile, service.certificatePem())) {
        return complain(u"--certificate-file: %1 cannot be written"_s.arg(line.certificateFile));
    }
    if (!line.portFile.isEmpty() && !writeFile(line.portFile, QByteArray::number(service.port()) + '\n')) {
        return complain(u"--port-file: %1 cannot be written"_s.arg(line.portFile));
    }
    return application.exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"lanyard-service"_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"A stand-in for an account service, for tests and for trying Lanyard out: the four calls with made-up "
        "accounts, on the loopback interface. Accounts built in: mrossi, jkim (password lanyard), admin (admin)."_s);
    parser.addHelpOption();
    CommandLine::addOptions(parser);
    parser.process(application);

    CommandLine line;
    QString error;
    if (!parser.positionalArguments().isEmpty()) {
        return complain(u"unexpected argument \"%1\""_s.arg(parser.positionalArguments().constFirst()));
    }
    if (!line.read(parser, &error)) {
        return complain(error);
    }
    if (!quitOnSignals(application)) {
        return complain(u"no pipe for signals"_s);
    }
    return serve(application, line);
}
