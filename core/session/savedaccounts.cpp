#include "core/session/savedaccounts.h"

#include "core/session/accountlist.h"
#include "core/session/accountrows.h"

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

QString SavedAccount::keychainKey() const
{
    // A name with a slash must not be confused with another one at a path of the same origin.
    QString name = userName.toCaseFolded();
    name.replace(u'%', "%25"_L1).replace(u'/', "%2F"_L1);
    return "lanyard/"_L1 + origin.text() + u'/' + name;
}

SavedAccounts::SavedAccounts(QString file) : m_file(std::move(file))
{
    load();
}

QList<SavedAccount> SavedAccounts::listed() const
{
    QList<SavedAccount> listed;
    std::copy_if(m_accounts.begin(), m_accounts.end(), std::back_inserter(listed),
                 [](const SavedAccount &account) { return account.isListed; });
    return listed;
}

std::optional<SavedAccount> SavedAccounts::find(const SavedAccount &account) const
{
    const qsizetype row = indexOf(m_accounts, account);
    return row < 0 ? std::nullopt : std::optional(m_accounts.at(row));
}

std::optional<SavedAccount> SavedAccounts::find(const Origin &origin, const QString &userName) const
{
    SavedAccount wanted;
    wanted.origin = origin;
    wanted.userName = userName;
    return find(wanted);
}

std::optional<SavedAccount> SavedAccounts::withEntryOf(const SavedAccount &account) const
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(), [&account](const SavedAccount &known) {
        return mayHaveEntry(known) && known.sharesKeyWith(account);
    });
    return found == m_accounts.end() ? std::nullopt : std::optional(*found);
}

std::optional<SavedAccount> SavedAccounts::bestMatch(const Origin &origin, const QString &userName) const
{
    const QList<SavedAccount> accounts = listed();
    std::optional<SavedAccount> best;
    for (const qsizetype i : byRecency(accounts)) {
        const SavedAccount &account = accounts.at(i);
        if (account.matches(origin, userName) && (!best || (account.kept && !best->kept)))
            best = account;
    }
    return best;
}

QStringList SavedAccounts::servers() const
{
    const QList<SavedAccount> accounts = listed();
    QStringList servers;
    for (const qsizetype i : byRecency(accounts)) {
        if (!servers.contains(accounts.at(i).origin.text()))
            servers << accounts.at(i).origin.text();
    }
    return servers;
}

// Later than any other, whatever the clock says: it may have been set back.
QDateTime SavedAccounts::timeOfUse() const
{
    QDateTime time = QDateTime::currentDateTimeUtc();
    for (const SavedAccount &account : m_accounts) {
        if (account.lastUsed.isValid())
            time = std::max(time, account.lastUsed.addMSecs(1));
    }
    return time;
}

bool SavedAccounts::remember(const SavedAccount &account)
{
    SavedAccount used = account;
    used.fullName.truncate(SavedAccount::FullNameLimit);
    used.isListed = true;
    used.lastUsed = timeOfUse();
    return change([used](QList<SavedAccount> &accounts) { put(accounts, used); });
}

bool SavedAccounts::clearRemovalDue(const SavedAccount &account)
{
    const auto known = find(account);
    if (!known || !known->removalDue)
        return true;
    return change([account](QList<SavedAccount> &accounts) { setNotDue(accounts, account); });
}

bool SavedAccounts::remove(const SavedAccount &account)
{
    return change([account](QList<SavedAccount> &accounts) { takeOut(accounts, account); });
}

bool SavedAccounts::rename(const SavedAccount &before, const SavedAccount &account)
{
    SavedAccount renamed = account;
    renamed.fullName.truncate(SavedAccount::FullNameLimit);
    renamed.kept = renamed.removalDue = false;
    return change([before, renamed](QList<SavedAccount> &accounts) { putInPlaceOf(accounts, before, renamed); });
}

bool SavedAccounts::setOrder(const QList<SavedAccount> &order)
{
    return change([order](QList<SavedAccount> &accounts) { sort(accounts, order); });
}

void SavedAccounts::touch(const SavedAccount &account)
{
    changeSoon([account, time = timeOfUse()](QList<SavedAccount> &accounts) {
        if (const auto row = rowOf(accounts, account); row != accounts.end())
            row->lastUsed = time;
    });
}

void SavedAccounts::setFullName(const SavedAccount &account)
{
    const QString name = account.fullName.left(SavedAccount::FullNameLimit);
    const auto known = find(account);
    if (!known || known->fullName == name)
        return;
    changeSoon([account, name](QList<SavedAccount> &accounts) {
        if (const auto row = rowOf(accounts, account); row != accounts.end())
            row->fullName = name;
    });
}

bool SavedAccounts::change(const Change &change)
{
    changeSoon(change);
    return m_later.noted(write());
}

void SavedAccounts::changeSoon(const Change &change)
{
    m_changes.append(change);
    change(m_accounts);
    m_later.soon();
}

void SavedAccounts::refresh()
{
    if (const auto present = m_file.present(); present && isAccountList(*present))
        m_accounts = changed(accountsIn(*present));
}

void SavedAccounts::load()
{
    const QJsonObject file = m_file.read();
    if (!isAccountList(file))
        m_file.refuse();
    m_accounts = changed(accountsIn(file));
}

// What this process did not change comes from the file: another one may have written it meanwhile.
QList<SavedAccount> SavedAccounts::changed(QList<SavedAccount> accounts) const
{
    mergeTwins(accounts);
    for (const Change &change : m_changes)
        change(accounts);
    dropSpare(accounts);
    return accounts;
}

bool SavedAccounts::write()
{
    const bool written = m_file.update([this](const std::optional<QJsonObject> &present) {
        if (present && !isAccountList(*present))
            m_file.refuse();
        QJsonObject file = present && isAccountList(*present) ? *present : QJsonObject();
        m_accounts = changed(file.isEmpty() ? m_accounts : accountsIn(file));
        file.insert("accounts"_L1, rowsOf(m_accounts, file.value("accounts"_L1).toArray()));
        return file;
    });
    if (written)
        m_changes.clear();
    return written;
}

} // namespace lanyard
