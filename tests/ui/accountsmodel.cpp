#include "tests/ui/accountsmodel.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

void AccountsModel::Value::enter(const QString &text)
{
    ever << text;
    edit = text == held ? std::nullopt : std::optional(text);
}

void AccountsModel::Value::save()
{
    held = edit.value_or(held);
    drop();
}

void AccountsModel::Value::restore()
{
    edit = std::exchange(draft, std::nullopt);
    if (edit == held)
        edit.reset();
}

void AccountsModel::Value::keepDraft()
{
    if (edit)
        draft = std::exchange(edit, std::nullopt);
}

void AccountsModel::Account::drop()
{
    city.drop();
    greeting.drop();
}

AccountsModel::AccountsModel()
{
    m_accounts[0] = {.server = 0, .userName = u"maria"_s};
    m_accounts[1] = {.server = 1, .userName = u"maria"_s};
    m_accounts[2] = {.server = 1, .userName = u"jkim"_s};
    for (int i = 0; i < Count; ++i) {
        at(i).city = {.held = u"city%1"_s.arg(i), .ever = {u"city%1"_s.arg(i)}};
        at(i).greeting = {.held = u"greeting%1"_s.arg(i), .ever = {u"greeting%1"_s.arg(i)}};
    }
}

bool AccountsModel::canSave(int account) const
{
    const Account &a = at(account);
    return a.state == State::In && a.isAlive && isUp(a.server);
}

bool AccountsModel::canSaveAll() const
{
    const QList<int> unsaved = edited();
    return std::all_of(unsaved.begin(), unsaved.end(), [this](int account) { return canSave(account); });
}

bool AccountsModel::canRestore(int account) const
{
    const Account &a = at(account);
    return a.isKept && m_isUnlocked && isUp(a.server) && a.isAlive;
}

QList<int> AccountsModel::edited() const
{
    QList<int> found;
    std::copy_if(m_order.begin(), m_order.end(), std::back_inserter(found),
                 [this](int account) { return at(account).isEdited(); });
    return found;
}

void AccountsModel::restore(int account)
{
    Account &a = at(account);
    a.state = canRestore(account) ? State::In : State::Out;
    if (a.state != State::In)
        return;
    a.city.restore();
    a.greeting.restore();
}

void AccountsModel::show(int account)
{
    m_current = account;
    if (at(account).state == State::Unseen)
        restore(account);
}

void AccountsModel::restoreAgain(int account)
{
    if (!at(account).hasUser())
        restore(account);
}

void AccountsModel::askSave(int account)
{
    Account &a = at(account);
    if (!a.isEdited() || !isUp(a.server) || a.state != State::In)
        return;
    if (!a.isAlive) {
        a.state = State::Ended;
        return;
    }
    a.city.save();
    a.greeting.save();
}

void AccountsModel::reload(int account)
{
    Account &a = at(account);
    if (a.state == State::In && isUp(a.server) && !a.isAlive)
        a.state = State::Ended;
}

// The service takes every sign-in that it hears of.
void AccountsModel::signIn(int account, bool keep)
{
    Account &a = at(account);
    if (!isUp(a.server) || a.state == State::In)
        return;
    const bool isContinued = a.state == State::Ended;
    a.state = State::In;
    a.isAlive = true;
    if (!isContinued) {
        a.city.restore();
        a.greeting.restore();
    }
    if (!keep)
        return forget(a);
    a.isDue = !m_isUnlocked && (a.isDue || a.isKept);
    a.isKept = m_isUnlocked;
}

void AccountsModel::add(int account, bool keep)
{
    const Account &a = at(account);
    if (!isUp(a.server))
        return;
    if (!isListed(account))
        m_order.append(account);
    if (!a.hasUser())
        signIn(account, keep);
    m_current = account;
}

void AccountsModel::forget(Account &account)
{
    account.isDue = !m_isUnlocked && (account.isDue || account.isKept);
    account.isKept = false;
}

void AccountsModel::signOut(int account)
{
    Account &a = at(account);
    if (!a.hasUser())
        return;
    a.drop();
    a.state = State::Out;
    a.isAlive = false;
    forget(a);
}

void AccountsModel::remove(int account)
{
    Account &a = at(account);
    a.drop();
    a.state = State::Out;
    a.isAlive = false;
    forget(a);
    m_order.removeAll(account);
}

void AccountsModel::start(int current)
{
    for (Account &account : m_accounts) {
        account.state = isListed(static_cast<int>(&account - m_accounts.data())) ? State::Unseen : State::Out;
        account.isDue &= !m_isUnlocked;
    }
    m_current = -1;
    if (current >= 0)
        show(current);
}

void AccountsModel::discardAll()
{
    for (Account &account : m_accounts) {
        if (account.hasUser())
            account.drop();
    }
}

void AccountsModel::saveAll()
{
    for (const int account : edited())
        askSave(account);
}

void AccountsModel::end()
{
    for (Account &account : m_accounts) {
        account.city.keepDraft();
        account.greeting.keepDraft();
    }
}

void AccountsModel::expire(int server)
{
    for (Account &account : m_accounts)
        account.isAlive &= account.server != server;
}

} // namespace lanyard::testing
