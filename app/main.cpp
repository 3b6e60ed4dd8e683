#include "app/application.h"
#include "app/firstpaint.h"
#include "app/hardening.h"
#include "app/logging.h"
#include "app/paths.h"
#include "app/singleinstance.h"
#include "app/termination.h"
#include "core/secrets/systemkeychain.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <memory>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

namespace {

// Help and version are printed without a display.
bool wantsOnlyText(int argc, char *argv[])
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        const QByteArrayView text(argument);
        return text == "--help" || text == "-h" || text == "--help-all" || text == "--version" || text == "-v";
    });
}

// Without one, Qt ends the program by abort(): a crash, of which the user is told nothing but that.
bool hasDisplay(int argc, char *argv[])
{
#ifdef Q_OS_LINUX
    constexpr const char *named[] = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
    const bool isNamed = std::any_of(std::begin(named), std::end(named),
                                     [](const char *name) { return !qEnvironmentVariableIsEmpty(name); });
    return isNamed || qgetenv("XDG_SESSION_TYPE") == "wayland" ||
           std::any_of(argv + 1, argv + argc, [](const char *argument) {
               const QByteArrayView text(argument);
               return text.endsWith("-platform") || text.endsWith("-display");
           });
#else
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    return true;
#endif
}

} // namespace

int main(int argc, char *argv[])
{
    lanyard::hardenProcess();
    lanyard::setUpLogging();
#ifdef Q_OS_UNIX
    // Files created from here on are readable only by their owner.
    umask(077);
#endif
    lanyard::findHome();
    std::unique_ptr<QCoreApplication> application;
    const bool isShown = hasDisplay(argc, argv);
    if (!isShown || wantsOnlyText(argc, argv))
        application = std::make_unique<QCoreApplication>(argc, argv);
    else
        application = std::make_unique<QApplication>(argc, argv);
    // Qt's TLS has read certificates from the working directory (CVE-2025-14575): use one where nobody else can place
    // any.
    QDir::setCurrent(QDir::rootPath());
    lanyard::Termination termination;
    lanyard::setUpIdentity(*application);

    lanyard::CommandLine line = lanyard::parseCommandLine(QCoreApplication::arguments());
    line.activationToken = qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
    if (!line.problem.isEmpty()) {
        std::fprintf(stderr, "lanyard: %s\n", qPrintable(line.problem));
        return 2;
    }
    if (!line.toPrint.isEmpty()) {
        std::fputs(qPrintable(line.toPrint), stdout);
        return 0;
    }
    if (!isShown) {
        const QString text = QCoreApplication::translate("CommandLine", "There is no display to show a window on.");
        std::fprintf(stderr, "lanyard: %s\n", qPrintable(text));
        return 1;
    }
    const lanyard::Paths paths = lanyard::Paths::standard();
    lanyard::SingleInstance instance(paths.accounts);
    using Role = lanyard::SingleInstance::Role;
    Role role = instance.claim(line);
    if (role == Role::Second) {
        lanyard::tellOfRunningInstance(line);
        const QString problem = lanyard::serverProblem(line);
        if (!problem.isEmpty())
            std::fprintf(stderr, "lanyard: %s\n", qPrintable(problem));
        return problem.isEmpty() ? 0 : 2;
    }
    while (role == Role::Silent || role == Role::Abandoned) {
        const auto box = lanyard::boxOfOtherInstance(instance, role);
        QApplication::exec();
        if (box->result() != QMessageBox::Ok)
            return 1;
        role = instance.takeOver();
    }
    lanyard::SystemKeychain store;
    store.hold();
    lanyard::Application lanyard(store, paths);
    lanyard.quitWhenClosed();
    termination.setEnding([&lanyard] { lanyard.end(); });
    lanyard.answerOtherStarts(instance, role);
    lanyard.start(line);
    lanyard::afterFirstPaint(lanyard.window(), [&store] { store.release(); });
    return QApplication::exec();
}
