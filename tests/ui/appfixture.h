#pragma once

#include "app/application.h"
#include "tests/core/memorystore.h"
#include "tests/service/accountservice.h"
#include "tests/support/eventually.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

namespace lanyard::testing {

// The user name of the stand-in service's fullest account.
inline constexpr QLatin1StringView mrossi{"mrossi"};

// Whether the window becomes the active one, which gets the keys. The window manager decides that in its own time.
[[nodiscard]] bool becomesActive(QWidget *window);
// So that it can be closed without what the program does then. Not by its disconnect(): Qt has to be told that it is
// gone.
void endItsSignals(QWidget &window);

// A user's desk: the stand-in service, an empty home and keychain, and the program's real window, driven by keys and
// clicks and found by what is written on it.
class AppFixture
{
public:
    // With a store of its own to keep sign-ins in, or in @p keychain, which must outlive it.
    explicit AppFixture(ServiceOptions options = {}, SecretStore *keychain = nullptr);
    ~AppFixture();
    Q_DISABLE_COPY_MOVE(AppFixture)

    // The program's first start with --server and --user, or another one with what it remembers.
    void start(const QString &userName = {});
    void startWith(const CommandLine &line);
    // The program is started once more while it runs.
    void startAgain(const QString &server, const QString &userName = {});
    void quit();
    // The system asks the program to end.
    void askToEnd() { m_application->end(); }

    // Types the password (or on the other tab the key) and signs in; waits for the profile.
    [[nodiscard]] bool signIn(const QString &password);
    [[nodiscard]] bool signInWithKey(const QString &key);
    [[nodiscard]] bool isSignedIn();
    // Whether the sign-in is in the keychain, and the program knows it.
    [[nodiscard]] bool isKept();
    // Every label that can be seen.
    [[nodiscard]] QStringList visibleTexts();

    [[nodiscard]] MainWindow &window() { return m_application->window(); }
    [[nodiscard]] Workspaces &workspaces() { return m_application->workspaces(); }
    [[nodiscard]] Session &session() { return m_application->session(); }
    [[nodiscard]] TrustSettings &trustSettings() { return m_application->trustSettings(); }
    [[nodiscard]] ClockWatch &clockWatch() { return m_application->clockWatch(); }
    [[nodiscard]] AccountService &service() { return m_service; }
    [[nodiscard]] MemoryStore &keychain() { return m_keychain; }
    [[nodiscard]] QString home() const { return m_home.path(); }

    // Somebody else saves that member of the user; undefined removes it.
    void othersSave(const QString &key, const QJsonValue &value, const QString &userName = mrossi);

    // Whether the sign-in dialog appears, ready for keys and clicks.
    [[nodiscard]] bool isAsked();
    // The sign-in dialog; null while it is not shown.
    [[nodiscard]] QDialog *dialog();
    // Another dialog of that title, once it is there and active; null if it does not come.
    [[nodiscard]] QDialog *dialogCalled(const QString &title);
    // The question about what both the user and somebody else have changed; null if it does not come.
    [[nodiscard]] QDialog *conflict() { return dialogCalled(QStringLiteral("Someone else changed this")); }
    // The same, once both have changed the city and the phone and the user saves.
    [[nodiscard]] QDialog *startConflict();
    // A question that is asked in a box, once it is there and active; null if none is asked.
    [[nodiscard]] QMessageBox *question();
    [[nodiscard]] QString messageText();
    [[nodiscard]] QString saveText();
    // Presses Ctrl+1, 2 or 3.
    void goTo(int page);

    // The visible widget of that type and accessible name; fails the test when there is none.
    template<typename T>
    [[nodiscard]] T *find(const QString &name, QWidget *root = nullptr)
    {
        T *found = findIfThere<T>(name, root);
        if (!found)
            QTest::qFail(qPrintable(QStringLiteral("nothing visible is called ") + name), __FILE__, __LINE__);
        return found;
    }
    template<typename T>
    [[nodiscard]] T *findIfThere(const QString &name, QWidget *root = nullptr)
    {
        const auto all = (root ? root : &window())->template findChildren<T *>();
        for (T *widget : all) {
            if (widget->isVisible() && nameOf(widget) == name)
                return widget;
        }
        return nullptr;
    }

    void press(const QString &button, QWidget *root = nullptr);
    // Of the menu that the button opens.
    void choose(const QString &button, const QString &entry);
    // Replaces what stands in the field, as a user does: focus, select all, type.
    void typeInto(const QString &field, const QString &text, QWidget *root = nullptr);

    // As the focus does when it gets there by Tab.
    static void scrollTo(QWidget *widget);

    // What a translation for tests adds to each text.
    static constexpr QChar TranslatedMark{u'‡'};

    // The accessible name, which is what a screen reader and a test find a control by.
    [[nodiscard]] static QString nameOf(const QWidget *widget);

private:
    QTemporaryDir m_home; // kept in the folder that LANYARD_TEST_HOMES names, if it does
    AccountService m_service;
    MemoryStore m_keychain;
    SecretStore *m_store;
    std::unique_ptr<Application> m_application;
};

} // namespace lanyard::testing
