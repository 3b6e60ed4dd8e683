#include "core/session/accountrows.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

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
    account.fullName = object.value("fullName"_L1).toString().left(SavedAccount::FullNameLimit);
    account.userId = object.value("userId"_L1).toString();
    account.kind = object.value("apiKey"_L1).toBool() ? Credential::Kind::ApiKey : Credential::Kind::Token;
    account.plainHttp = object.value("plainHttp"_L1).toBool();
    account.kept = object.value("kept"_L1).toBool();
    account.removalDue = object.value("removalDue"_L1).toBool();
    account.isListed = object.value("listed"_L1).toBool(true);
    const QDateTime expires = QDateTime::fromString(object.value("expires"_L1).toString(), Qt::ISODate);
    if (expires.isValid())
        account.expiresAt = expires;
    const QDateTime used = QDateTime::fromString(object.value("lastUsed"_L1).toString(), Qt::ISODate).toUTC();
    if (used.isValid() && used.date().year() < 9999) // a later one has no form
        account.lastUsed = used;
    return account;
}

void setOrRemove(QJsonObject &row, QLatin1StringView name, const QString &text)
{
    row.remove(name);
    if (!text.isEmpty())
        row.insert(name, text);
}

// Merged into the file's row: a newer version may store more.
QJsonObject written(QJsonObject row, const SavedAccount &account)
{
    row.insert("server"_L1, account.origin.text());
    row.insert("userName"_L1, account.userName);
    row.insert("apiKey"_L1, account.kind == Credential::Kind::ApiKey);
    row.insert("plainHttp"_L1, account.plainHttp);
    row.insert("kept"_L1, account.kept);
    setOrRemove(row, "acceptedName"_L1, account.acceptedName);
    setOrRemove(row, "fullName"_L1, account.fullName);
    setOrRemove(row, "userId"_L1, account.userId);
    setOrRemove(row, "lastUsed"_L1,
                account.lastUsed.isValid() ? account.lastUsed.toString(Qt::ISODateWithMs) : QString());
    setOrRemove(row, "expires"_L1, account.expiresAt ? account.expiresAt->toUTC().toString(Qt::ISODate) : QString());
    row.remove("removalDue"_L1);
    if (account.removalDue)
        row.insert("removalDue"_L1, true);
    row.remove("listed"_L1);
    if (!account.isListed)
        row.insert("listed"_L1, false);
    return row;
}

} // namespace

bool isAccountList(const QJsonObject &file)
{
    return !file.contains("accounts"_L1) || file.value("accounts"_L1).isArray();
}

QList<SavedAccount> accountsIn(const QJsonObject &file)
{
    QList<SavedAccount> accounts;
    const QJsonArray values = file.value("accounts"_L1).toArray();
    for (const QJsonValue &value : values) {
        if (const auto account = accountFrom(value.toObject()))
            accounts.append(*account);
    }
    return accounts;
}

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
        const auto isExact = [&account](const auto &row) {
            return row.first.isSameAs(account) && row.first.userId == account.userId;
        };
        auto before = std::find_if(known.cbegin(), known.cend(), isExact);
        if (before == known.cend()) { // its user was not known yet
            before = std::find_if(known.cbegin(), known.cend(),
                                  [&account](const auto &row) { return row.first.isSameAs(account); });
        }
        rows.append(written(before == known.cend() ? QJsonObject() : before->second, account));
    }
    for (const QJsonValue &row : foreign)
        rows.append(row);
    return rows;
}

} // namespace lanyard
