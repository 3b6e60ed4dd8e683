#pragma once

#include "tests/ui/accountsmodel.h"
#include "tests/ui/appfixture.h"

#include <QSet>

#include <random>

class QMessageBox;

namespace lanyard::testing {

// Works three accounts on two servers at random in the real window, while services go down and up, sessions expire and
// the keychain is locked. After each step everything must be as AccountsModel says: the list, what each service holds,
// what each account holds unsaved, who is signed in, what the keychain has, and whose token each request carried.
class AccountsHands
{
public:
    explicit AccountsHands(quint32 seed);
    ~AccountsHands();

    // That many steps. What went wrong first, with the steps that led there; empty when nothing did.
    [[nodiscard]] QString run(int steps);
    // How often each step was done.
    [[nodiscard]] const QMap<QString, int> &done() const { return m_done; }
    [[nodiscard]] qsizetype requestCount() const { return m_requestCount; }

private:
    using Act = void (AccountsHands::*)();
    using State = AccountsModel::State;

    // Each does nothing where it cannot be done.
    void editCity();
    void editGreeting();
    void undo();
    void redo();
    void revert();
    void save();
    void reload();
    void switchByKey();
    void switchByMenu();
    void expire();
    void signInAgain();
    void lockOrUnlock();
    void stopOrStart();
    void add();
    void remove();
    void reorder();
    void signOut();
    void startAgain();
    void quitAndRestart();
    void killAndRestart();
    void killWhileSaving();

    [[nodiscard]] bool begin();
    [[nodiscard]] int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    [[nodiscard]] AccountService &serviceOf(int account) { return *m_services.at(m_model.at(account).server); }
    [[nodiscard]] QString addressOf(int account) const { return m_addresses.at(m_model.at(account).server); }
    [[nodiscard]] SavedAccount savedOf(int account) const;
    [[nodiscard]] Workspace *workspaceOf(int account);
    [[nodiscard]] int currentAccount();
    [[nodiscard]] int accountOf(int server, const QString &userId) const;
    [[nodiscard]] bool isEditable() const;
    [[nodiscard]] QMessageBox *question();
    [[nodiscard]] QString newText(const QString &what);

    void fail(const QString &what);
    void note(const QString &what) { m_steps.last() += u' ' + what; }
    void mayTalk(int account) { m_talkers.insert(account); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void press(const QString &button);
    void settle();
    void dismiss();
    void fillIn(int account, bool keep);
    void answerSignIn(int account);
    void addAccount(int account);
    void step(Qt::KeyboardModifiers modifiers);
    void adopt(int account, AccountsModel::Value &value, const QString &shown);
    void showCurrent();
    void leaveDrafts();
    void restart();
    void discardUnsaved();

    [[nodiscard]] QString wrongList();
    [[nodiscard]] QString wrongAccount(int account);
    [[nodiscard]] QString wrongValue(int account, const Path &path, const AccountsModel::Value &value,
                                     const QString &held);
    [[nodiscard]] QString wrongOnScreen();
    [[nodiscard]] QString wrongKeychain();
    [[nodiscard]] QString wrongEntry(const QString &key, const Secret &token);
    [[nodiscard]] QString wrongRequests(int server);
    [[nodiscard]] QString wrongRequest(int server, const LoggedRequest &request);
    [[nodiscard]] QString wrongFile();
    [[nodiscard]] QString firstWrong();

    std::mt19937 m_random;
    AccountsModel m_model;
    std::unique_ptr<AppFixture> m_app;
    AccountService m_second;
    QList<AccountService *> m_services;
    QStringList m_addresses;
    QSet<int> m_talkers; // the accounts that this step is about
    QStringList m_steps;
    QString m_wrong;
    QMap<QString, int> m_done;
    qsizetype m_requestCount = 0;
    int m_written = 0;
    bool m_isFresh = false; // the program has just been started
};

} // namespace lanyard::testing
