#include "core/session/accountlist.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype CountLimit = 50;
constexpr qsizetype NameLimit = 256;

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

QJsonObject toJson(const Account &account)
{
    QJsonObject object{{u"server"_s, account.origin.text()},
                       {u"userName"_s, account.userName},
                       {u"apiKey"_s, account.kind == Credential::Kind::ApiKey},
                       {u"plainHttp"_s, account.plainHttp},
                       {u"kept"_s, account.kept}};
    if (account.removalDue)
        object.insert("removalDue"_L1, true);
    if (account.expiresAt)
        object.insert("expires"_L1, account.expiresAt->toUTC().toString(Qt::ISODate));
    return object;
}

} // namespace

QString Account::keychainKey() const
{
    return "lanyard/"_L1 + origin.text() + u'/' + userName.toCaseFolded();
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

bool AccountList::remember(Account account)
{
    m_accounts.removeIf([&account](const Account &known) { return known.isSameAs(account); });
    m_accounts.prepend(std::move(account));
    while (m_accounts.size() > CountLimit)
        m_accounts.removeLast();
    return save();
}

bool AccountList::setRemoved(const Account &account)
{
    const auto known = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&account](const Account &candidate) { return candidate.isSameAs(account); });
    if (known == m_accounts.end() || !known->removalDue)
        return true;
    known->removalDue = false;
    return save();
}

void AccountList::load()
{
    const QJsonArray accounts = m_file.read().value("accounts"_L1).toArray();
    for (const QJsonValue &value : accounts) {
        if (const auto account = accountFrom(value.toObject()); account && m_accounts.size() < CountLimit)
            m_accounts.append(*account);
    }
}

bool AccountList::save()
{
    QJsonArray accounts;
    for (const Account &account : m_accounts)
        accounts.append(toJson(account));
    return m_file.write({{u"accounts"_s, accounts}});
}

} // namespace lanyard
