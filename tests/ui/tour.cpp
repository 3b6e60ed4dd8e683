// The tour: walks the whole main job in the real window as a user would, and saves a picture of each screen, in light
// and dark, small and with large text. It ends with a failure when a step does not lead where it should.
#include "core/secrets/systemstore.h"
#include "tests/ui/appfixture.h"
#include "tests/ui/camera.h"
#include "tests/ui/opendialogs.h"
#include "tests/ui/switchertour.h"
#include "ui/accounts/accountmenu.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QCommandLineParser>
#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTranslator>
#include <QTreeView>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

// Each word is longer by so many percent, as in German or Polish.
class LongerWords : public QTranslator
{
public:
    explicit LongerWords(int percent) : m_percent(percent) {}

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *text, const char *, int) const override
    {
        QString longer;
        int letters = 0;
        const QString words = QString::fromUtf8(text) + u' ';
        for (const QChar letter : words) {
            if (!letter.isLetter())
                longer += QString((std::exchange(letters, 0) * m_percent + 50) / 100, AppFixture::TranslatedMark);
            else if (longer.isEmpty() || longer.back() != u'%') // the place of a value: %n
                ++letters;
            longer += letter;
        }
        longer.chop(1);
        return longer == words.chopped(1) ? QString() : longer;
    }

private:
    int m_percent;
};

class Tour
{
public:
    Tour(const QString &folder, QSize size) : m_camera(folder, size) {}

    bool run()
    {
        signIn();
        editProfile();
        meetSomebodyElse();
        crash();
        useKeys();
        exportProfile();
        editSettings();
        addAccount();
        if (!m_camera.isOfOneSize())
            smallWindow();
        m_app.press(u"Discard changes"_s);
        if (!m_camera.isOfOneSize())
            largeText();
        endOfSession();
        signOut();
        askAboutCertificate();
        m_app.quit(); // one window at a time has the keyboard
        m_failed = !showAccountSwitcher(m_camera) || m_failed;
        std::printf("%d pictures in %s, least contrast %s\n", m_camera.count(), qPrintable(m_camera.folder()),
                    qPrintable(m_camera.readability().worst()));
        return !m_failed && !m_camera.hasFailed();
    }

private:
    void expect(bool condition, const char *what)
    {
        if (condition)
            return;
        std::fprintf(stderr, "tour: %s (%s)\n", what, qPrintable(m_app.visibleTexts().join(u" | "_s)));
        m_failed = true;
    }

    void picture(const QString &name) { m_camera.picture(m_app.window(), name); }
    void snapshot(const QString &name) { m_camera.snapshot(m_app.window(), name); }

    void signIn()
    {
        m_app.start(u"mrossi"_s);
        expect(m_app.isAsked(), "no sign-in dialog");
        expect(QTest::qWaitFor([this] { return m_app.visibleTexts().contains(u"in "_s + m_keychain->name()); }),
               "no keychain");
        picture(u"sign-in"_s);
        m_app.typeInto(u"Password"_s, u"not this one"_s, m_app.dialog());
        m_app.press(u"Sign in"_s, m_app.dialog());
        expect(eventually([this] { return m_app.visibleTexts().join(u' ').contains("refused"_L1); }), "no refusal");
        picture(u"wrong-password"_s);
        auto *method = m_app.dialog()->findChild<QTabWidget *>();
        method->setCurrentIndex(1);
        picture(u"sign-in-api-key"_s);
        method->setCurrentIndex(0);
        expect(m_app.signIn(u"lanyard"_s), "not signed in");
        expect(m_app.isKept(), "not kept");
        picture(u"profile"_s);
    }

    void editProfile()
    {
        m_app.typeInto(u"First name"_s, u"Maria Elena"_s);
        m_app.typeInto(u"Birth date"_s, u"1984-03-18"_s);
        QTest::qWait(100); // the marks of what is changed have their places
        m_app.typeInto(u"Country"_s, u"s"_s);
        expect(QApplication::activePopupWidget(), "no countries are suggested");
        picture(u"countries"_s);
        if (QWidget *list = QApplication::activePopupWidget())
            QTest::keyClick(list, Qt::Key_Escape);
        m_app.typeInto(u"Country"_s, u"Switzerland"_s);
        m_app.typeInto(u"Phone"_s, u"+41 44 555 01 23"_s);
        picture(u"profile-changed"_s);
        AppFixture::scrollTo(m_app.find<QLineEdit>(u"Last sign-in"_s));
        m_app.press(u"Copy Rank"_s);
        picture(u"profile-account"_s);
        m_app.typeInto(u"Birth date"_s, u"31/31/1984"_s);
        picture(u"profile-problem"_s);
        m_app.typeInto(u"Birth date"_s, u"1984-03-18"_s);
        m_app.window().close();
        QDialog *question = m_app.dialogCalled(u"Unsaved changes"_s);
        expect(question, "nothing asks about the changes");
        picture(u"unsaved"_s);
        question->reject();
        saveSlowly();
        expect(eventually([this] { return m_app.saveText() == "Saved"_L1; }), "not saved");
        picture(u"profile-saved"_s);
    }

    // So that it can be seen.
    void saveSlowly()
    {
        const ServiceOptions usual = m_app.service().options();
        ServiceOptions slow = usual;
        slow.latencyMs = 2000;
        m_app.service().setOptions(slow);
        m_app.press(u"Save"_s);
        picture(u"saving"_s);
        m_app.service().setOptions(usual);
    }

    void meetSomebodyElse()
    {
        m_app.typeInto(u"City"_s, u"Torino"_s);
        m_app.typeInto(u"Country"_s, u"Austria"_s);
        m_app.typeInto(u"Notes"_s, u"Back on Monday, then in Torino until the end of the month."_s);
        m_app.press(u"Review…"_s);
        expect(m_app.dialogCalled(u"Review changes"_s), "no review");
        picture(u"review"_s);
        QJsonObject others = m_app.service().user(u"mrossi"_s);
        others.insert(u"city"_s, u"Milano"_s);
        others.insert(u"notes"_s, u"Moved to the Milano office."_s);
        m_app.service().setUser(u"mrossi"_s, others);
        m_app.press(u"Save"_s, m_app.dialogCalled(u"Review changes"_s));
        QDialog *conflicts = m_app.conflict();
        expect(conflicts, "no conflict");
        m_app.press(u"Keep mine"_s, conflicts);
        picture(u"conflict"_s);
        m_app.press(u"Take theirs"_s, conflicts);
        m_app.press(u"Save"_s, conflicts);
        expect(eventually([this] { return m_app.saveText() == "Saved"_L1; }), "the merge was not saved");
    }

    void chooseInMenus(const QString &entry)
    {
        const auto actions = m_app.window().findChildren<QAction *>();
        for (QAction *action : actions) {
            if (action->text().remove(u'&').remove(AppFixture::TranslatedMark) == entry)
                return action->trigger();
        }
        expect(false, "no such entry in the menus");
    }

    // The program is gone without a question, and started again.
    void crash()
    {
        m_app.typeInto(u"Mobile"_s, u"+39 333 555 0177"_s);
        QTest::qWait(1500);
        m_app.quit();
        m_app.startWith({});
        expect(m_app.isSignedIn(), "not signed in again from the keychain");
        expect(eventually([this] { return m_app.saveText() == "1 change"_L1; }), "the edit did not come back");
        picture(u"draft"_s);
        m_app.press(u"Discard them"_s);
        m_app.press(u"Close message"_s); // that they can be brought back
        Q_EMIT m_app.window().preferencesRequested();
        expect(m_app.dialogCalled(u"Preferences"_s), "no preferences");
        picture(u"preferences"_s);
        for (const QString &appearance : {u"Dark"_s, u"Light"_s, u"System"_s}) {
            m_app.press(appearance, m_app.dialogCalled(u"Preferences"_s));
            if (appearance != "System"_L1)
                snapshot(u"appearance-"_s + appearance.toLower());
        }
        m_app.press(u"Close"_s, m_app.dialogCalled(u"Preferences"_s));
        for (const QString &dialog : {u"Keyboard shortcuts"_s, u"About Lanyard"_s}) {
            chooseInMenus(dialog);
            expect(m_app.dialogCalled(dialog), "no such dialog");
            picture(dialog.toLower().replace(u' ', u'-'));
            m_app.press(u"Close"_s, m_app.dialogCalled(dialog));
        }
    }

    void useKeys()
    {
        m_app.goTo(1);
        picture(u"api-keys"_s);
        m_app.press(u"Copy key"_s);
        picture(u"api-key-copied"_s);
        m_app.press(u"Reveal"_s);
        picture(u"api-key-revealed"_s);
        m_app.press(u"Hide"_s);
        m_app.typeInto(u"Filter"_s, u"read wr"_s);
        picture(u"api-keys-filtered"_s);
        m_app.typeInto(u"Filter"_s, u"no such key"_s);
        picture(u"api-keys-no-match"_s);
        m_app.press(u"Clear filter"_s);
        m_app.find<QTableView>(u"API keys"_s)->selectRow(4); // with a long name and a long description
        picture(u"api-key-details"_s);
        m_app.press(u"Copy as"_s);
        if (QWidget *menu = QApplication::activePopupWidget()) {
            QTest::keyClick(menu, Qt::Key_H);
            snapshot(u"api-key-copy-as"_s);
            while (QApplication::activePopupWidget())
                QApplication::activePopupWidget()->close();
        }
        m_app.find<QTableView>(u"API keys"_s)->selectRow(0);
        checkAndFindKeys();
    }

    void checkAndFindKeys()
    {
        QDialog *check = dialogOf(m_app, u"Check key"_s);
        expect(check, "no check of a key");
        expect(eventually([this] { return m_app.visibleTexts().join(u' ').contains("This key works"_L1); }),
               "the key is not checked");
        picture(u"key-checked"_s);
        check->reject();
        QDialog *find = dialogOf(m_app, u"Which key is this?"_s);
        m_app.typeInto(u"API key"_s, u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s, find);
        expect(eventually([this] { return m_app.visibleTexts().join(u' ').contains("This is the key"_L1); }),
               "the key is not found");
        picture(u"key-found"_s);
        find->reject();
    }

    void exportProfile()
    {
        QDialog *dialog = dialogOf(m_app, u"Export profile"_s);
        expect(dialog, "no export of the profile");
        m_app.find<QRadioButton>(u"Whole account (JSON)"_s, dialog)->click();
        m_app.find<QCheckBox>(u"Include secrets"_s, dialog)->click();
        picture(u"profile-export"_s);
        dialog->reject();
    }

    void editSettings()
    {
        m_app.goTo(2);
        picture(u"settings"_s);
        m_app.typeInto(u"Filter"_s, u"days before"_s);
        m_app.press(u"Edit value"_s);
        auto *edit = m_app.find<QTreeView>(u"Settings"_s)->findChild<QLineEdit *>();
        expect(edit, "no editor for the setting");
        if (edit) {
            QTest::keyClicks(edit, u"14"_s);
            picture(u"setting-edited"_s);
            QTest::keyClick(edit, Qt::Key_Enter);
        }
        expect(eventually([this] { return m_app.saveText() == "1 change"_L1; }), "the setting is not changed");
        lookAtEditors();
        m_app.typeInto(u"Filter"_s, QString());
    }

    // Nothing is changed in them.
    void lookAtEditors()
    {
        m_app.typeInto(u"Filter"_s, u"weekly"_s);
        m_app.press(u"Edit value"_s);
        picture(u"setting-switch"_s);
        QTest::keyClick(m_app.find<QTreeView>(u"Settings"_s)->findChild<QCheckBox *>(), Qt::Key_Escape);
        m_app.typeInto(u"Filter"_s, u"colour"_s);
        m_app.press(u"Choose colour…"_s);
        picture(u"setting-colour"_s);
        m_app.press(u"Cancel"_s, m_app.window().findChild<QColorDialog *>());
        m_app.typeInto(u"Filter"_s, u"layout"_s);
        m_app.press(u"Edit value"_s);
        QDialog *dialog = m_app.dialogCalled(u"Layout of the licence table"_s);
        expect(dialog, "no editor for JSON");
        if (!dialog)
            return;
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), u"{oops: 1}"_s);
        m_app.press(u"Go to error"_s, dialog);
        picture(u"setting-json"_s);
        m_app.press(u"Cancel"_s, dialog);
    }

    void choose(const QString &entry)
    {
        const auto actions = m_app.window().findChild<AccountMenu *>()->actions();
        for (QAction *action : actions) {
            if (action->toolTip().remove(u'&').remove(AppFixture::TranslatedMark).contains(entry))
                return action->trigger();
        }
        expect(false, "no such entry among the accounts");
    }

    void addAccount()
    {
        expect(m_other.start(), "the second service does not start");
        choose(u"Add account"_s);
        expect(m_app.isAsked(), "nobody asks for another account");
        m_app.typeInto(u"Server"_s, m_other.address(), m_app.dialog());
        m_app.typeInto(u"Username"_s, u"admin"_s, m_app.dialog());
        m_app.typeInto(u"Password"_s, u"admin"_s, m_app.dialog());
        picture(u"add-account"_s);
        m_app.press(u"Sign in"_s, m_app.dialog());
        expect(m_app.isSignedIn(), "the other account is not signed in to");
        m_app.find<QPushButton>(u"Accounts"_s)->click();
        picture(u"accounts"_s);
        m_app.window().findChild<AccountMenu *>()->close();
        choose(u"Manage accounts"_s);
        QDialog *accounts = m_app.dialogCalled(u"Accounts"_s);
        expect(accounts, "no list of accounts");
        picture(u"manage-accounts"_s);
        if (accounts)
            accounts->close();
        choose(u"Maria"_s);
        expect(m_app.session().user().userName() == mrossi, "the first account is not shown again");
    }

    void smallWindow()
    {
        const QStringList pages{u"profile"_s, u"api-keys"_s, u"settings"_s};
        m_app.window().resize(640, 480);
        for (int page = 0; page < pages.size(); ++page) {
            m_app.goTo(page);
            snapshot(pages.at(page) + u"-small"_s);
        }
        m_app.window().resize(1080, 760);
    }

    // A user who needs large text has it from the start: another start, the session comes out of the keychain.
    void largeText()
    {
        const QStringList pages{u"profile"_s, u"api-keys"_s, u"settings"_s};
        m_app.quit();
        const QFont usual = QApplication::font();
        QFont large = usual;
        large.setPointSizeF(usual.pointSizeF() * 2);
        QApplication::setFont(large);
        m_app.startWith({});
        expect(m_app.isSignedIn(), "not signed in again from the keychain");
        for (int page = 0; page < pages.size(); ++page) {
            m_app.goTo(page);
            snapshot(pages.at(page) + u"-large-text"_s);
        }
        m_app.quit();
        QApplication::setFont(usual);
        m_app.startWith({});
        expect(m_app.isSignedIn(), "not signed in again from the keychain");
    }

    void endOfSession()
    {
        m_app.goTo(0);
        m_app.typeInto(u"Mobile"_s, u"+39 333 555 0100"_s);
        m_app.service().expireTokens();
        m_app.press(u"Save"_s);
        expect(m_app.isAsked(), "nobody asks to sign in again");
        picture(u"session-ended"_s);
        expect(m_app.signIn(u"lanyard"_s), "not signed in again");
        expect(eventually([this] { return m_app.saveText() == "Saved"_L1; }), "the interrupted save did not go on");
    }

    void signOut()
    {
        m_app.press(u"Sign out"_s);
        expect(m_app.isAsked(), "not signed out");
        picture(u"signed-out"_s);
    }

    void askAboutCertificate()
    {
        AccountService secure(ServiceOptions{.tls = ServiceOptions::Tls::ExpiredMisnamed});
        expect(secure.start(), "no service over TLS");
        const quint16 port = secure.port();
        m_app.typeInto(u"Server"_s, secure.address(), m_app.dialog());
        m_app.typeInto(u"Username"_s, u"mrossi"_s, m_app.dialog()); // that of the other server went with it
        m_app.typeInto(u"Password"_s, u"lanyard"_s, m_app.dialog());
        m_app.press(u"Sign in"_s, m_app.dialog());
        expect(eventually(
                   [this] { return m_app.findIfThere<QAbstractButton>(u"Trust this certificate"_s, m_app.dialog()); }),
               "the certificate is not shown");
        picture(u"certificate"_s);
        m_app.press(u"Trust this certificate"_s, m_app.dialog());
        expect(m_app.isSignedIn() && m_app.isKept(), "not signed in over TLS");
        showPreferences(u"preferences"_s);
        if (!m_camera.isOfOneSize())
            showPreferencesLarge();
        secure.stop();
        ServiceOptions again = secure.options();
        again.port = port;
        secure.setOptions(again);
        secure.renewCertificate();
        expect(secure.start(), "no other certificate");
        m_app.press(u"Sign out"_s);
        expect(m_app.isAsked(), "not signed out");
        m_app.typeInto(u"Password"_s, u"lanyard"_s, m_app.dialog());
        m_app.press(u"Sign in"_s, m_app.dialog());
        expect(eventually([this] { return m_app.visibleTexts().join(u' ').contains("different certificate"_L1); }),
               "the other certificate is not told of");
        picture(u"certificate-changed"_s);
        if (!m_camera.isOfOneSize())
            askInLargeText();
    }

    // Higher than the screen, were it not scrolled.
    void askInLargeText()
    {
        const QFont usual = QApplication::font();
        QFont large = usual;
        large.setPointSizeF(usual.pointSizeF() * 2);
        QApplication::setFont(large);
        snapshot(u"certificate-changed-large-text"_s);
        QApplication::setFont(usual);
    }

    void showPreferences(const QString &name)
    {
        Q_EMIT m_app.window().preferencesRequested();
        const auto shown = [this]() -> QDialog * {
            const auto dialogs = m_app.window().findChildren<QDialog *>();
            for (QDialog *dialog : dialogs) {
                if (dialog->isVisible() && dialog->windowTitle().remove(AppFixture::TranslatedMark) == "Preferences"_L1)
                    return dialog;
            }
            return nullptr;
        };
        expect(eventually([&shown] { return shown() != nullptr; }), "no preferences");
        picture(name);
        if (shown())
            shown()->close();
        expect(eventually([&shown] { return shown() == nullptr; }), "the preferences stay");
    }

    // Where room is scarcest: large text in a small window.
    void showPreferencesLarge()
    {
        m_app.quit();
        const QFont usual = QApplication::font();
        QFont large = usual;
        large.setPointSizeF(usual.pointSizeF() * 2);
        QApplication::setFont(large);
        m_app.startWith({});
        expect(m_app.isSignedIn(), "not signed in again from the keychain");
        m_app.window().resize(640, 480);
        showPreferences(u"preferences-small-large-text"_s);
        m_app.quit();
        QApplication::setFont(usual);
        m_app.startWith({});
        expect(m_app.isSignedIn(), "not signed in again from the keychain");
    }

    Camera m_camera;
    std::unique_ptr<SecretStore> m_keychain = makeSystemStore();
    AccountService m_other;
    AppFixture m_app{{}, m_keychain.get()};
    bool m_failed = false;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"pictures"_s, u"Folder that the pictures go into."_s, u"FOLDER"_s, u"tour"_s});
    parser.addOption({u"text"_s, u"The size of the text."_s, u"PERCENT"_s, u"100"_s});
    parser.addOption({u"size"_s, u"Of the window, in pixels; without it, as it opens."_s, u"WIDTHxHEIGHT"_s});
    parser.addOption({u"longer"_s, u"By how much each word is longer, as in a translation."_s, u"PERCENT"_s, u"0"_s});
    parser.process(application);
    LongerWords longer(parser.value(u"longer"_s).toInt());
    if (parser.value(u"longer"_s).toInt() > 0)
        QCoreApplication::installTranslator(&longer);
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * parser.value(u"text"_s).toInt() / 100);
    QApplication::setFont(font);
    const QStringList sides = parser.value(u"size"_s).split(u'x');
    const QSize size = sides.size() == 2 ? QSize(sides.at(0).toInt(), sides.at(1).toInt()) : QSize();
    const QString folder = parser.value(u"pictures"_s);
    if (!QDir().mkpath(folder))
        return 2;
    return Tour(QDir(folder).absolutePath(), size).run() ? 0 : 1;
}
