#pragma once

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace lanyard::testing {

// What three accounts on two servers must hold, told of each step that a user takes and of what befalls services and
// keychain. It never asks the program. Two of the accounts have the same user name and the same id, each at its server.
class AccountsModel
{
public:
    static constexpr int Count = 3;
    static constexpr int Servers = 2;

    enum class State {
        Unseen, // not looked at since the start
        In,
        Ended, // by the service, and the program knows
        Out,
    };

    // One place in the document of an account.
    struct Value
    {
        QString held;                      // at the service
        std::optional<QString> edit = {};  // in the window
        std::optional<QString> draft = {}; // on the disk, while nobody is signed in
        QStringList ever = {};             // what has been entered, which an undo may bring back
        void enter(const QString &text);   // the user
        void save();                       // to the service
        void restore();                    // the draft, once somebody has signed in
        void keepDraft();                  // the program is gone
        void drop() { edit = draft = {}; } // the user does not want it
    };

    struct Account
    {
        int server = 0;
        QString userName = {};
        State state = State::Out;
        bool isKept = false;  // the program will look for it in the keychain
        bool isDue = false;   // the keychain may still have what should have been removed
        bool isAlive = false; // the token that the program has in memory or in the keychain
        Value city = {};
        Value greeting = {};
        [[nodiscard]] bool hasUser() const { return state == State::In || state == State::Ended; }
        [[nodiscard]] bool isEdited() const { return city.edit || greeting.edit; }
        void drop();
    };

    AccountsModel();

    [[nodiscard]] Account &at(int account) { return m_accounts.at(static_cast<std::size_t>(account)); }
    [[nodiscard]] const Account &at(int account) const { return m_accounts.at(static_cast<std::size_t>(account)); }
    [[nodiscard]] bool isListed(int account) const { return m_order.contains(account); }
    [[nodiscard]] const QList<int> &order() const { return m_order; }
    [[nodiscard]] int current() const { return m_current; } // -1: none
    [[nodiscard]] bool isUp(int server) const { return m_isUp.at(static_cast<std::size_t>(server)); }
    [[nodiscard]] bool isUnlocked() const { return m_isUnlocked; }
    // Whether a save now would reach the service.
    [[nodiscard]] bool canSave(int account) const;
    [[nodiscard]] bool canSaveAll() const;
    // Whether the keychain's sign-in would let the user in.
    [[nodiscard]] bool canRestore(int account) const;
    // Those with unsaved changes, in the order of the list.
    [[nodiscard]] QList<int> edited() const;

    // What the user does, once it is done.
    void show(int account);
    void showNothing() { m_current = -1; }
    void restoreAgain(int account);
    void askSave(int account);
    void reload(int account);
    void signIn(int account, bool keep);
    void add(int account, bool keep);
    void signOut(int account);
    void remove(int account);
    void move(int from, int to) { m_order.move(from, to); }
    void start(int current);
    void discardAll();
    void saveAll();
    void end(); // of the program, without a question

    // What befalls.
    void setUp(int server, bool isUp) { m_isUp.at(static_cast<std::size_t>(server)) = isUp; }
    void expire(int server);
    void setUnlocked(bool isUnlocked) { m_isUnlocked = isUnlocked; }

private:
    void restore(int account);
    void forget(Account &account);

    std::array<Account, Count> m_accounts;
    QList<int> m_order;
    int m_current = -1;
    std::array<bool, Servers> m_isUp{true, true};
    bool m_isUnlocked = true;
};

} // namespace lanyard::testing
