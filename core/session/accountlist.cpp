#include "core/session/accountlist.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype CountLimit = 50;
// More than the sign-in dialog takes: whoever signed in is found again.
constexpr qsizetype NameLimit = 64 * 1024;

std::optional<Account> accountFrom(const QJsonObject &object)
{
    const auto origin = Origin::parse(object.value("server"_L1).toString());
    const QString userName = object.value("userName"_L1).toString();
    if (!origin || userName.size() > NameLimit)
        return std::nullopt;
    Account account;
    account.origin = origin.value();
    account.userName = userName;
    account.kind = object.value("apiKey"_L1).toBool() ? Credential::Kind::ApiKey : Credential::Kind::Token;
    account.plainHttp = object.value("plainHttp"_L1).toBool();
    account.kept = object.value("kept"_L1).toBool();
    account.removalDue = object.value("removalDue"_L1).toBool();
    const QDateTime expires = QDateTime::fromString(object.value("expires"_L1).toString(), Qt::ISODate);
    if (expires.isValid())
        account.expiresAt = expires;
    return account;
}

// Written over what the file has of it: a newer version may keep more.
QJsonObject written(QJsonObject row, const Account &account)
{
    row.insert("server"_L1, account.origin.text());
    row.insert("userName"_L1, account.userName);
    row.insert("apiKey"_L1, account.kind == Credential::Kind::ApiKey);
    row.insert("plainHttp"_L1, account.plainHttp);
    row.insert("kept"_L1, account.kept);
    row.remove("removalDue"_L1);
    row.remove("expires"_L1);
    if (account.removalDue)
        row.insert("removalDue"_L1, true);
    if (account.expiresAt)
        row.insert("expires"_L1, account.expiresAt->toUTC().toString(Qt::ISODate));
    return row;
}

// The rows of @p accounts over those of @p present. What is no account to this version stays behind them.
QJsonArray rowsOf(const QList<Account> &accounts, const QJsonArray &present)
{
    QJsonArray foreign;
    QList<std::pair<Account, QJsonObject>> known;
    for (const QJsonValue &row : present) {
        if (const auto account = accountFrom(row.toObject()))
            known.append({*account, row.toObject()});
        else if (row.isObject())
            foreign.append(row);
    }
    QJsonArray rows;
    for (const Account &account : accounts) {
        const auto before = std::find_if(known.cbegin(), known.cend(),
                                         [&account](const auto &row) { return row.first.isSameAs(account); });
        rows.append(written(before == known.cend() ? QJsonObject() : before->second, account));
    }
    for (const QJsonValue &row : foreign)
        rows.append(row);
    return rows;
}

// The keychain holds, or may still hold, something of it: without its row nobody would look there again.
bool isNeeded(const Account &account)
{
    return account.kept || account.removalDue;
}

// The ones used longest ago go first.
void dropSpare(QList<Account> &accounts)
{
    for (qsizetype i = accounts.size(); i-- > 0 && accounts.size() > CountLimit;) {
        if (!isNeeded(accounts.at(i)))
            accounts.removeAt(i);
    }
}

// @p account may be one of @p accounts.
void putFirst(QList<Account> &accounts, const Account &account)
{
    QList<Account> ordered{account};
    for (const Account &known : std::as_const(accounts)) {
        if (!known.isSameAs(account))
            ordered.append(known);
    }
    accounts = ordered;
}

void setNotDue(QList<Account> &accounts, const Account &account)
{
    for (Account &known : accounts) {
        if (known.isSameAs(account))
            known.removalDue = false;
    }
}

bool isList(const QJsonObject &file)
{
    return !file.contains("accounts"_L1) || file.value("accounts"_L1).isArray();
}

QList<Account> accountsFrom(const QJsonObject &file)
{
    QList<Account> accounts;
    const QJsonArray values = file.value("accounts"_L1).toArray();
    for (const QJsonValue &value : values) {
        if (const auto account = accountFrom(value.toObject()))
            accounts.append(*account);
    }
    dropSpare(accounts);
    return accounts;
}

} // namespace

QString Account::keychainKey() const
{
    // A name with a slash must not pass for another one at a path of the same origin.
    QString name = userName.toCaseFolded();
    name.replace(u'%', "%25"_L1).replace(u'/', "%2F"_L1);
    return "lanyard/"_L1 + origin.text() + u'/' + name;
}

AccountList::AccountList(QString file) : m_file(std::move(file))
{
    load();
}

std::optional<Account> AccountList::find(const Origin &origin, const QString &userName) const
{
    Account wanted;
    wanted.origin = origin;
    wanted.userName = userName;
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&wanted](const Account &account) { return account.isSameAs(wanted); });
    return found == m_accounts.end() ? std::nullopt : std::optional(*found);
}

std::optional<Account> AccountList::meant(const Origin &origin, const QString &userName) const
{
    std::optional<Account> best;
    for (const Account &account : m_accounts) {
        if (account.isMeantBy(origin, userName) && (!best || (account.kept && !best->kept)))
            best = account;
    }
    return best;
}

QStringList AccountList::servers() const
{
    QStringList servers;
    for (const Account &account : m_accounts) {
        if (!servers.contains(account.origin.text()))
            servers << account.origin.text();
    }
    return servers;
}

bool AccountList::remember(const Account &account)
{
    putFirst(m_unwritten, account);
    putFirst(m_accounts, account);
    return save();
}

bool AccountList::setRemoved(const Account &account)
{
    const auto known = find(account.origin, account.userName);
    if (!known || !known->removalDue)
        return true;
    for (QList<Account> *list : {&m_accounts, &m_unwritten})
        setNotDue(*list, account);
    m_removed.append(account);
    return save();
}

void AccountList::refresh()
{
    if (const auto present = m_file.present(); present && isList(*present))
        m_accounts = mergedInto(accountsFrom(*present));
}

void AccountList::load()
{
    const QJsonObject file = m_file.read();
    if (!isList(file))
        m_file.refuse();
    m_accounts = accountsFrom(file);
}

// What this program did not touch comes from the file: another one may have written it meanwhile.
QList<Account> AccountList::mergedInto(QList<Account> present) const
{
    for (const Account &removed : m_removed)
        setNotDue(present, removed);
    for (auto it = m_unwritten.crbegin(); it != m_unwritten.crend(); ++it) // NOLINT(modernize-loop-convert): backwards
        putFirst(present, *it);
    dropSpare(present);
    return present;
}

bool AccountList::save()
{
    return m_later.noted(write());
}

bool AccountList::write()
{
    const bool written = m_file.update([this](const std::optional<QJsonObject> &present) {
        if (present && !isList(*present))
            m_file.refuse();
        QJsonObject file = present && isList(*present) ? *present : QJsonObject();
        m_accounts = mergedInto(file.isEmpty() ? m_accounts : accountsFrom(file));
        file.insert("accounts"_L1, rowsOf(m_accounts, file.value("accounts"_L1).toArray()));
        return file;
    });
    if (written) {
        m_unwritten.clear();
        m_removed.clear();
    }
    return written;
}

} // namespace lanyard
