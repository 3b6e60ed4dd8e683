#pragma once

#include "app/commandline.h"
#include "app/paths.h"
#include "app/singleinstance.h"
#include "core/desktop/clockwatch.h"
#include "core/desktop/screenlock.h"
#include "core/desktop/startrequests.h"
#include "core/http/proxysettings.h"
#include "core/http/truststore.h"
#include "core/settings/preferences.h"
#include "core/settings/proxysignins.h"
#include "core/settings/trustsettings.h"
#include "core/workspace/workspaces.h"
#include "ui/clipboardstatus.h"
#include "ui/common/translations.h"
#include "ui/expirynotices.h"
#include "ui/mainwindow.h"
#include "ui/windowcontroller.h"

#include <QCoreApplication>
#include <QDialog>

#include <functional>
#include <memory>

namespace lanyard {

class SecretStore;

/// Creates every object of the program and connects them: the only place that knows them all. The members are ordered
/// by dependency.
class Application : public QObject
{
    Q_OBJECT

public:
    /// @p store must outlive it.
    Application(SecretStore &store, const Paths &paths);
    ~Application() override;

    /// Ends the program once its last window is closed, the clipboard is known to be cleared, the services know which
    /// sessions have ended and what was left behind in the keychain has been tried again, or two seconds later.
    void quitWhenClosed();

    /// Ends the program, which has been asked to by the system: as when the user quits, but without a question, within
    /// two seconds.
    void end();

    /// Raises the main window when the program is started again. @p instance must live as long as the event loop runs;
    /// @p role is what it has claimed.
    void answerOtherStarts(SingleInstance &instance, SingleInstance::Role role);

    /// Shows the window and, once it is visible, signs in or asks.
    void start(const CommandLine &line);

    [[nodiscard]] MainWindow &window() { return m_window; }
    [[nodiscard]] Workspaces &workspaces() { return m_workspaces; }
    [[nodiscard]] Session &session() { return m_workspaces.current()->session(); }
    [[nodiscard]] TrustSettings &trustSettings() { return m_trustSettings; }
    [[nodiscard]] ClockWatch &clockWatch() { return m_clockWatch; }

private:
    void lastWindowClosed();
    [[nodiscard]] bool isSettled() const { return !m_clipboard.isBusy() && !m_signIns.isBusy(); }
    void whenSettled(const std::function<void()> &end);
    void startedAgain(const CommandLine &line);
    void warnOfUnusableFiles();
    void warnOfUnwrittenFiles();
    void putAway();
    void rememberWindow();
    void copyDiagnostics();

    Paths m_paths;
    TrustStore m_trust;
    ProxySettings m_proxies;
    SavedAccounts m_accounts;
    Preferences m_preferences;
    ChosenLanguage m_language{m_preferences.language()}; // before the window asks for the first text
    TrustSettings m_trustSettings;
    ProxySignIns m_proxySignIns;
    SavedSignIns m_signIns;
    Workspaces m_workspaces;
    MainWindow m_window;
    ClipboardStatus m_clipboard;
    WindowController m_controller;
    ExpiryNotices m_expiryNotices;
    ClockWatch m_clockWatch;
    ScreenLock m_screenLock;
    StartRequests m_startRequests;
};

/// Name, version and icon of the program, its translations, and its accessibility support.
void setUpIdentity(QCoreApplication &application);

} // namespace lanyard
