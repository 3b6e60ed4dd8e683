#include "app/application.h"

#include "app/activation.h"
#include "app/filefaults.h"
#include "app/firstpaint.h"
#include "core/base/messagequeue.h"
#include "core/base/statefile.h"
#include "core/session/diagnostics.h"
#include "ui/account/accountstack.h"
#include "ui/account/accountview.h"
#include "ui/common/accessibility.h"
#include "ui/common/buttontext.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/look/appearance.h"
#include "ui/look/contrast.h"
#include "ui/look/icons.h"
#include "ui/look/outlinedstyle.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QLocale>
#include <QScreen>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int EndsAfterMs = 2000;

} // namespace

Application::Application(SecretStore &store, const Paths &paths)
    : m_paths(paths), m_trust(paths.trust), m_accounts(paths.accounts), m_preferences(paths.preferences),
      m_trustSettings(m_trust, m_preferences), m_proxySignIns(store, m_proxies), m_signIns(store, m_accounts),
      m_workspaces({m_signIns, m_trust, m_proxies, m_preferences, DraftStore(paths.drafts)}, m_accounts),
      m_window(m_workspaces, {m_accounts, m_trustSettings, m_proxySignIns}), m_clipboard(m_window),
      m_controller(m_window, m_accounts, m_preferences), m_expiryNotices(m_window, m_preferences)
{
    warnOfUnwrittenFiles();
    m_window.restorePlacement(StateFile(m_paths.window).read());
    connect(&m_window, &MainWindow::preferencesRequested, this,
            [this] { (new PreferencesDialog(m_preferences, m_trustSettings, &m_window))->open(); });
    connect(&m_window, &MainWindow::diagnosticsRequested, this, &Application::copyDiagnostics);
    connect(&m_clockWatch, &ClockWatch::jumped, &m_window.accounts(), &AccountStack::clockJumped);
    const auto setClipboard = [this] { m_clipboard.setClearAfterSeconds(m_preferences.clipboardSeconds()); };
    connect(&m_preferences, &Preferences::changed, &m_clipboard, setClipboard);
    setClipboard();
    const auto setColours = [this] { show(m_preferences.appearance()); };
    connect(&m_preferences, &Preferences::changed, this, setColours);
    setColours();
    const auto setProxy = [this] { m_proxies.setChoice(m_preferences.proxy()); };
    connect(&m_preferences, &Preferences::changed, this, setProxy);
    setProxy();
    connect(&m_screenLock, &ScreenLock::locked, &m_clipboard, &ClipboardStatus::clearNow);
    connect(&m_screenLock, &ScreenLock::locked, &m_window.accounts(), &AccountStack::hideSecrets);
    connect(qApp, &QCoreApplication::aboutToQuit, this, &Application::putAway);
}

Application::~Application() = default;

void Application::quitWhenClosed()
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    connect(qApp, &QGuiApplication::lastWindowClosed, this, &Application::lastWindowClosed);
}

void Application::lastWindowClosed()
{
    whenSettled(&QCoreApplication::quit);
    m_clipboard.clearNow();
}

// The drafts first: the system may not wait for the second look at the clipboard.
void Application::end()
{
    putAway();
    whenSettled([] { QCoreApplication::exit(0); });
}

void Application::whenSettled(const std::function<void()> &end)
{
    m_signIns.removeLeftBehind();
    if (isSettled())
        return end();
    const auto endIfSettled = [this, end] {
        if (isSettled())
            end();
    };
    connect(&m_clipboard, &ClipboardStatus::settled, this, endIfSettled, Qt::QueuedConnection);
    connect(&m_signIns, &SavedSignIns::settled, this, endIfSettled, Qt::QueuedConnection);
    QTimer::singleShot(EndsAfterMs, qApp, end);
}

// What is being typed is an edit too.
void Application::putAway()
{
    m_window.accounts().takeTyping();
    for (int row = 0; row < m_workspaces.rowCount(); ++row)
        m_workspaces.at(row).draftWriter().write();
    rememberWindow();
    m_clipboard.clearNow();
}

void Application::answerOtherStarts(SingleInstance &instance, SingleInstance::Role role)
{
    connect(&instance, &SingleInstance::startedAgain, this, &Application::startedAgain);
    // A start between the end of the window and that of the program needs a window of its own.
    connect(qApp, &QGuiApplication::lastWindowClosed, &instance, &SingleInstance::stopListening);
    connect(&m_startRequests, &StartRequests::asked, this,
            [this](const QString &token) { bringToFront(m_window, token); });
    connect(qApp, &QGuiApplication::lastWindowClosed, &m_startRequests, &StartRequests::stop);
    if (role == SingleInstance::Role::Unguarded)
        m_window.messages().show(
            {.topic = Topic::SecondProgram,
             .level = Message::Level::Warning,
             .text =
                 tr("Lanyard cannot tell whether it is already running, because %1. Make sure to start it only once.")
                     .arg(instance.whyUnguarded())});
}

void Application::startedAgain(const CommandLine &line)
{
    bringToFront(m_window, line.activationToken);
    m_controller.startedAgain(line.server, line.userName);
}

void Application::warnOfUnusableFiles()
{
    QStringList texts{openFolderText(QFileInfo(m_paths.preferences).absolutePath())};
    for (const auto &[path, unusable] :
         {std::pair(m_paths.accounts, m_accounts.isUnusable()), std::pair(m_paths.trust, m_trust.isUnusable()),
          std::pair(m_paths.preferences, m_preferences.isUnusable())}) {
        if (unusable)
            texts << unusableFileText(path);
    }
    texts.removeAll(QString());
    if (!texts.isEmpty())
        m_window.messages().show(
            {.topic = Topic::StateFiles, .level = Message::Level::Warning, .text = texts.join(u' ')});
}

// Once, whichever account it is about: the files are those of the program.
void Application::warnOfUnwrittenFiles()
{
    const auto warn = [this](const QString &text) {
        m_window.messages().show({.topic = Topic::Disk, .level = Message::Level::Warning, .text = text});
    };
    connect(&m_signIns, &SavedSignIns::notWritten, this, [warn] { warn(unrecordedText()); });
    connect(&m_trustSettings, &TrustSettings::notWritten, this,
            [warn] { warn(errorText(errorOf(Error::Kind::NotWritten))); });
    const auto settle = [this] {
        if (!m_trust.laterWrite().isBehind() && !m_signIns.isBehind())
            m_window.accounts().settle(Topic::Disk);
    };
    connect(&m_signIns, &SavedSignIns::written, this, settle);
    connect(&m_trustSettings, &TrustSettings::written, this, settle);
}

void Application::start(const CommandLine &line)
{
    m_window.show();
    afterFirstPaint(m_window, [this] {
        m_screenLock.watch();
        if (m_paths.areUsual) // or the desktop would raise the window of another program than it starts
            m_startRequests.listen();
    });
    warnOfUnusableFiles();
    // After the events that paint the window: nothing slow may come before them.
    QTimer::singleShot(0, this, [this, line] {
        m_signIns.removeLeftBehind();
        m_controller.start(line.server, line.userName);
    });
}

// Not worth a message if it fails: the window opens in its default place.
void Application::rememberWindow()
{
    static_cast<void>(StateFile(m_paths.window).write(m_window.placement()));
}

void Application::copyDiagnostics()
{
    const QScreen *screen = m_window.screen();
    QStringList lines = diagnosticsOf(session());
    lines << u"Platform: %1, style %2"_s.arg(QGuiApplication::platformName(), desktopStyleName())
          << u"Screen: scale %1, %2 dots per inch"_s.arg(screen->devicePixelRatio()).arg(screen->logicalDotsPerInch())
          << u"Language: "_s + QLocale().bcp47Name();
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
    m_window.messages().show(
        {.topic = Topic::Diagnostics, .text = tr("Diagnostics copied. They contain no names or keys.")});
}

void setUpIdentity(QCoreApplication &application)
{
    QCoreApplication::setApplicationName(u"lanyard"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LANYARD_VERSION));
    installTranslations(application);
    auto *widgets = qobject_cast<QApplication *>(&application);
    if (!widgets)
        return;
    installAccessibility();
    installOutlinedStyle();
    installButtonText(*widgets);
    keepPaletteReadable();
    // No display name: Qt would append it to the title of every dialog.
    QGuiApplication::setDesktopFileName(QStringLiteral(LANYARD_ID));
    QApplication::setWindowIcon(windowIcon());
}

} // namespace lanyard

#include "moc_application.cpp"
