#include "tests/ui/appfixture.h"

#include "app/logging.h"
#include "ui/account/accountview.h"
#include "ui/common/messagebar.h"
#include "ui/common/savebar.h"
#include "ui/look/breaks.h"
#include "ui/signin/signindialog.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QScrollArea>
#include <QTabBar>
#include <QWindow>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

QString keptHomes()
{
    return qEnvironmentVariable("LANYARD_TEST_HOMES");
}

// As it is found by, whatever translation is shown.
QString inEnglish(QString text)
{
    return text.remove(AppFixture::TranslatedMark).remove(LineBreak);
}

} // namespace

void endItsSignals(QWidget &window)
{
    for (const char *signal : {SIGNAL(accepted()), SIGNAL(rejected()), SIGNAL(finished(int))})
        QObject::disconnect(&window, signal, nullptr, nullptr);
}

// A single request may be lost: there is nothing to activate before the window is exposed, and a window manager on a
// busy machine does not act on each. So it is asked again, though not before it has had the time to act: as a task bar
// asks, whose word counts more than that of a program whose last real event is long ago.
bool becomesActive(QWidget *window)
{
    constexpr int answerMs = 500;
    QElapsedTimer asked;
    const bool became = eventually([&] {
        const bool isActive = QApplication::activeWindow() == window;
        if (!isActive && window->isVisible() && window->windowHandle()->isExposed() &&
            (!asked.isValid() || asked.hasExpired(answerMs))) {
            if (asked.isValid() && QGuiApplication::platformName() == "xcb"_L1)
                QProcess::startDetached(u"xdotool"_s, {u"windowactivate"_s, QString::number(window->winId())});
            else
                window->activateWindow();
            asked.start();
        }
        return isActive;
    });
    if (!became)
        qWarning() << "not active:" << window << "visible:" << window->isVisible()
                   << "exposed:" << window->windowHandle()->isExposed() << "but:" << QApplication::activeWindow()
                   << "modal:" << QApplication::activeModalWidget();
    return became;
}

AppFixture::AppFixture(ServiceOptions options, SecretStore *keychain)
    : m_home((keptHomes().isEmpty() ? QDir::tempPath() : keptHomes()) + "/desk-XXXXXX"_L1),
      m_service(std::move(options)), m_store(keychain ? keychain : &m_keychain)
{
    m_home.setAutoRemove(keptHomes().isEmpty());
    static const bool quiet = (setUpLogging(), true); // as the program: Qt's categories would log keys and requests
    Q_UNUSED(quiet);
    setUpIdentity(*qApp);
    QString error;
    if (!m_service.start(&error))
        qFatal("the stand-in service does not start: %s", qPrintable(error));
}

AppFixture::~AppFixture()
{
    quit();
}

void AppFixture::start(const QString &userName)
{
    CommandLine line;
    line.server = m_service.address();
    line.userName = userName;
    startWith(line);
}

void AppFixture::startWith(const CommandLine &line)
{
    m_application = std::make_unique<Application>(*m_store, Paths::under(m_home.path() + u"/config"_s));
    m_application->start(line);
    // The window manager gives the focus; without it no key arrives.
    if (!QTest::qWaitForWindowExposed(&window()))
        QTest::qFail("the window does not appear", __FILE__, __LINE__);
}

void AppFixture::startAgain(const QString &server, const QString &userName)
{
    SingleInstance instance(m_home.path() + u"/again/accounts.json"_s);
    m_application->answerOtherStarts(instance, SingleInstance::Role::First);
    CommandLine line;
    line.server = server;
    line.userName = userName;
    Q_EMIT instance.startedAgain(line);
}

void AppFixture::quit()
{
    m_application.reset();
    QApplication::clipboard()->clear();
}

bool AppFixture::isSignedIn()
{
    const bool signedIn = eventually([this] { return session().state() == Session::State::SignedIn && !dialog(); });
    if (!signedIn)
        qWarning() << "not signed in:" << session().state() << service().requests().size() << "requests,"
                   << visibleTexts() << "focus:" << QApplication::focusWidget()
                   << "active:" << QApplication::activeWindow() << "modal:" << QApplication::activeModalWidget();
    return signedIn && becomesActive(&window());
}

bool AppFixture::isKept()
{
    return eventually([this] { return session().storage() == Session::Storage::Keychain; });
}

QStringList AppFixture::visibleTexts()
{
    QStringList texts;
    const auto labels = window().findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && !label->text().isEmpty())
            texts << inEnglish(label->text());
    }
    return texts;
}

QDialog *AppFixture::dialog()
{
    const auto dialogs = window().findChildren<QDialog *>();
    for (QDialog *candidate : dialogs) {
        if (candidate->isVisible() && qobject_cast<SignInDialog *>(candidate))
            return candidate;
    }
    return nullptr;
}

QDialog *AppFixture::dialogCalled(const QString &title)
{
    QDialog *found = nullptr;
    const bool isThere = eventually([&] {
        const auto dialogs = window().findChildren<QDialog *>();
        for (QDialog *candidate : dialogs) {
            if (candidate->isVisible() && inEnglish(candidate->windowTitle()) == title)
                found = candidate;
        }
        return found != nullptr;
    });
    return isThere && becomesActive(found) ? found : nullptr;
}

void AppFixture::othersSave(const QString &key, const QJsonValue &value, const QString &userName)
{
    QJsonObject user = m_service.user(userName);
    user.insert(key, value);
    QVERIFY(m_service.setUser(userName, user));
}

QDialog *AppFixture::startConflict()
{
    typeInto(u"City"_s, u"Torino"_s);
    typeInto(u"Phone"_s, u"+39 1"_s);
    othersSave(u"city"_s, u"Milano"_s);
    othersSave(u"phoneNumber"_s, u"+49 1"_s);
    QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier);
    return conflict();
}

QMessageBox *AppFixture::question()
{
    QMessageBox *box = nullptr;
    const auto isThere = [&] {
        const auto boxes = window().findChildren<QMessageBox *>();
        for (QMessageBox *candidate : boxes) {
            if (candidate->isVisible())
                box = candidate;
        }
        return box != nullptr;
    };
    return eventually(isThere) && becomesActive(box) ? box : nullptr;
}

bool AppFixture::isAsked()
{
    return eventually([this] { return dialog() != nullptr; }) && becomesActive(dialog());
}

bool AppFixture::signIn(const QString &password)
{
    if (!isAsked())
        return false;
    typeInto(u"Password"_s, password, dialog());
    press(u"Sign in"_s, dialog());
    return isSignedIn();
}

bool AppFixture::signInWithKey(const QString &key)
{
    if (!isAsked())
        return false;
    auto *tabs = dialog()->findChild<QTabBar *>();
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_Right);
    typeInto(u"API key"_s, key, dialog());
    press(u"Sign in"_s, dialog());
    return isSignedIn();
}

QString AppFixture::messageText()
{
    const auto *bar = window().account().findChild<MessageBar *>();
    return bar->isVisible() ? inEnglish(bar->text()) : QString();
}

QString AppFixture::saveText()
{
    return inEnglish(window().account().findChild<SaveBar *>()->findChild<QLabel *>()->text());
}

void AppFixture::goTo(int page)
{
    // Shortcuts belong to the active window; for a moment after a dialog has closed there is none.
    if (!becomesActive(&window()))
        QTest::qFail("the window does not become active", __FILE__, __LINE__);
    QTest::keyClick(&window(), static_cast<Qt::Key>(Qt::Key_1 + page), Qt::ControlModifier);
}

void AppFixture::press(const QString &button, QWidget *root)
{
    if (auto *found = find<QAbstractButton>(button, root)) {
        if (!found->isEnabled())
            QTest::qFail(qPrintable(button + u" is disabled"_s), __FILE__, __LINE__);
        // A window can be active before its layout has placed anything: a click would go nowhere.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        if (!eventually([found] { return found->height() > 0 && found->width() > 0; }))
            QTest::qFail(qPrintable(button + u" has no size"_s), __FILE__, __LINE__);
        // At its beginning: of a check box only the box and its text can be clicked, however wide it is.
        QTest::mouseClick(found, Qt::LeftButton, {}, QPoint(12, found->height() / 2));
    }
}

void AppFixture::choose(const QString &button, const QString &entry)
{
    press(button);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    const QList<QAction *> actions = menu ? menu->actions() : QList<QAction *>();
    for (QAction *action : actions) {
        if (inEnglish(action->text()).remove(u'&') == entry && action->isEnabled()) {
            menu->setActiveAction(action);
            return QTest::keyClick(menu, Qt::Key_Return);
        }
    }
    QTest::qFail(qPrintable(entry + u" is not offered by "_s + button), __FILE__, __LINE__);
}

void AppFixture::scrollTo(QWidget *widget)
{
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(widget, 50, 80);
    }
}

void AppFixture::typeInto(const QString &field, const QString &text, QWidget *root)
{
    QWidget *edit = findIfThere<QLineEdit>(field, root);
    if (!edit)
        edit = find<QPlainTextEdit>(field, root);
    if (!edit)
        return;
    scrollTo(edit);
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

QString AppFixture::nameOf(const QWidget *widget)
{
    const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
    return interface ? inEnglish(interface->text(QAccessible::Name)) : QString();
}

} // namespace lanyard::testing
