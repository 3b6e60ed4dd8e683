#include "app/application.h"
#include "app/firstpaint.h"
#include "app/hardening.h"
#include "app/logging.h"
#include "app/otherinstance.h"
#include "app/paths.h"
#include "app/singleinstance.h"
#include "app/terminal.h"
#include "app/termination.h"
#include "core/secrets/systemstore.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>

#include <algorithm>
#include <memory>

namespace {

// Help and version are printed without a display.
bool wantsOnlyText(int argc, char *argv[])
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        const QByteArrayView text(argument);
        return text == "--help" || text == "-h" || text == "--help-all" || text == "--version" || text == "-v";
    });
}

} // namespace

int main(int argc, char *argv[])
{
    lanyard::hardenProcess();
    lanyard::setUpLogging();
    lanyard::keepFilesPrivate();
    lanyard::mendEnvironment();
    std::unique_ptr<QCoreApplication> application;
    const bool isShown = lanyard::hasDisplay(argc, argv);
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
        lanyard::complain(line.problem);
        return 2;
    }
    if (!line.toPrint.isEmpty()) {
        lanyard::print(line.toPrint);
        return 0;
    }
    if (!isShown) {
        lanyard::complain(QCoreApplication::translate("CommandLine", "There is no display to show a window on."));
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
            lanyard::complain(problem);
        return problem.isEmpty() ? 0 : 2;
    }
    while (role == Role::Silent || role == Role::Abandoned) {
        const auto box = lanyard::boxOfOtherInstance(instance, role);
        QApplication::exec();
        if (box->result() != QMessageBox::Ok)
            return 1;
        role = instance.takeOver();
    }
    const std::unique_ptr<lanyard::SecretStore> store = lanyard::makeSystemStore();
    store->hold();
    lanyard::Application lanyard(*store, paths);
    lanyard.quitWhenClosed();
    termination.setEnding([&lanyard] { lanyard.end(); });
    lanyard.answerOtherStarts(instance, role);
    lanyard.start(line);
    lanyard::afterFirstPaint(lanyard.window(), [&store] { store->release(); });
    return QApplication::exec();
}
