#include "core/session/savedaccounts.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype CountLimit = 50;
// More than the sign-in dialog accepts, so that every account that has signed in is found again.
constexpr qsizetype NameLimit = 64 * 1024;

std::optional<SavedAccount> accountFrom(const QJsonObject &object)
{
    const auto origin = Origin::parse(object.value("server"_L1).toString());
    const QString userName = object.value("userName"_L1).toString();
    if (!origin || userName.size() > NameLimit)
        return std::nullopt;
    SavedAccount account;
    account.origin = origin.value();
    account.userName = userName;
    if (const QString accepted = object.value("acceptedName"_L1).toString(); accepted.size() <= NameLimit)
        account.acceptedName = accepted;
    account.userId = object.value("userId"_L1).toString();
    account.kind = object.value("apiKey"_L1).toBool() ? Credential::Kind::ApiKey : Credential::Kind::Token;
    account.plainHttp = object.value("plainHttp"_L1).toBool();
    account.kept = object.value("kept"_L1).toBool();
    account.removalDue = object.value("removalDue"_L1).toBool();
    const QDateTime expires = QDateTime::fromString(object.value("expires"_L1).toString(), Qt::ISODate);
    if (expires.isValid())
        account.expiresAt = expires;
    return account;
}

// Merged into the file's row: a newer version may store more.
QJsonObject written(QJsonObject row, const SavedAccount &account)
{
    row.insert("server"_L1, account.origin.text());
    row.insert("userName"_L1, account.userName);
    row.insert("apiKey"_L1, account.kind == Credential::Kind::ApiKey);
    row.insert("plainHttp"_L1, account.plainHttp);
    row.insert("kept"_L1, account.kept);
    row.remove("acceptedName"_L1);
    if (!account.acceptedName.isEmpty())
        row.insert("acceptedName"_L1, account.acceptedName);
    row.remove("userId"_L1);
    if (!account.userId.isEmpty())
        row.insert("userId"_L1, account.userId);
    row.remove("removalDue"_L1);
    row.remove("expires"_L1);
    if (account.removalDue)
        row.insert("removalDue"_L1, true);
    if (account.expiresAt)
        row.insert("expires"_L1, account.expiresAt->toUTC().toString(Qt::ISODate));
    return row;
}

// The rows of @p accounts merged into those of @p present. Rows that are not accounts to this version are kept after
// them.
QJsonArray rowsOf(const QList<SavedAccount> &accounts, const QJsonArray &present)
{
    QJsonArray foreign;
    QList<std::pair<SavedAccount, QJsonObject>> known;
    for (const QJsonValue &row : present) {
        if (const auto account = accountFrom(row.toObject()))
            known.append({*account, row.toObject()});
        else if (row.isObject())
            foreign.append(row);
    }
    QJsonArray rows;
    for (const SavedAccount &account : accounts) {
        const auto before = std::find_if(known.cbegin(), known.cend(),
                                         [&account](const auto &row) { return row.first.isSameAs(account); });
        rows.append(written(before == known.cend() ? QJsonObject() : before->second, account));
    }
    for (const QJsonValue &row : foreign)
        rows.append(row);
    return rows;
}

// The keychain has, or may still have, an entry for it: without its row it would never be found again.
bool isNeeded(const SavedAccount &account)
{
    return account.kept || account.removalDue;
}

// The least recently used ones go first.
void dropSpare(QList<SavedAccount> &accounts)
{
    for (qsizetype i = accounts.size(); i-- > 0 && accounts.size() > CountLimit;) {
        if (!isNeeded(accounts.at(i)))
            accounts.removeAt(i);
    }
}

// @p account may be one of @p accounts.
void putFirst(QList<SavedAccount> &accounts, const SavedAccount &account)
{
    QList<SavedAccount> ordered{account};
    for (const SavedAccount &known : std::as_const(accounts)) {
        if (!known.isSameAs(account))
            ordered.append(known);
    }
    accounts = ordered;
}

void setNotDue(QList<SavedAccount> &accounts, const SavedAccount &account)
{
    for (SavedAccount &known : accounts) {
        if (known.isSameAs(account))
            known.removalDue = false;
    }
}

bool isList(const QJsonObject &file)
{
    return !file.contains("accounts"_L1) || file.value("accounts"_L1).isArray();
}

QList<SavedAccount> accountsFrom(const QJsonObject &file)
{
    QList<SavedAccount> accounts;
    const QJsonArray values = file.value("accounts"_L1).toArray();
    for (const QJsonValue &value : values) {
        if (const auto account = accountFrom(value.toObject()))
            accounts.append(*account);
    }
    dropSpare(accounts);
    return accounts;
}

} // namespace

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

std::optional<SavedAccount> SavedAccounts::find(const Origin &origin, const QString &userName) const
{
    SavedAccount wanted;
    wanted.origin = origin;
    wanted.userName = userName;
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&wanted](const SavedAccount &account) { return account.isSameAs(wanted); });
    return found == m_accounts.end() ? std::nullopt : std::optional(*found);
}

std::optional<SavedAccount> SavedAccounts::bestMatch(const Origin &origin, const QString &userName) const
{
    std::optional<SavedAccount> best;
    for (const SavedAccount &account : m_accounts) {
        if (account.matches(origin, userName) && (!best || (account.kept && !best->kept)))
            best = account;
    }
    return best;
}

QStringList SavedAccounts::servers() const
{
    QStringList servers;
    for (const SavedAccount &account : m_accounts) {
        if (!servers.contains(account.origin.text()))
            servers << account.origin.text();
    }
    return servers;
}

bool SavedAccounts::remember(const SavedAccount &account)
{
    putFirst(m_unwritten, account);
    putFirst(m_accounts, account);
    return save();
}

bool SavedAccounts::clearRemovalDue(const SavedAccount &account)
{
    const auto known = find(account.origin, account.userName);
    if (!known || !known->removalDue)
        return true;
    for (QList<SavedAccount> *list : {&m_accounts, &m_unwritten})
        setNotDue(*list, account);
    m_removed.append(account);
    return save();
}

void SavedAccounts::refresh()
{
    if (const auto present = m_file.present(); present && isList(*present))
        m_accounts = mergedInto(accountsFrom(*present));
}

void SavedAccounts::load()
{
    const QJsonObject file = m_file.read();
    if (!isList(file))
        m_file.refuse();
    m_accounts = accountsFrom(file);
}

// What this process did not change comes from the file: another one may have written it meanwhile.
QList<SavedAccount> SavedAccounts::mergedInto(QList<SavedAccount> present) const
{
    for (const SavedAccount &removed : m_removed)
        setNotDue(present, removed);
    for (auto it = m_unwritten.crbegin(); it != m_unwritten.crend(); ++it) // NOLINT(modernize-loop-convert): backwards
        putFirst(present, *it);
    dropSpare(present);
    return present;
}

bool SavedAccounts::save()
{
    return m_later.noted(write());
}

bool SavedAccounts::write()
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
