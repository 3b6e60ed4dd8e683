#include "tests/service/accountstore.h"

#include "tests/service/contract.h"
#include "tests/service/dates.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

// Outside of any namespace, as Q_INIT_RESOURCE must be: a static library's resources are not registered by themselves.
static void initialiseResources()
{
    Q_INIT_RESOURCE(accounts);
}

namespace lanyard::testing {

namespace {

QJsonValue withAbsoluteDates(const QJsonValue &value, const ServiceOptions &options)
{
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            it.value() = withAbsoluteDates(it.value(), options);
        }
        return object;
    }
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue item : value.toArray()) {
            list.append(withAbsoluteDates(item, options));
        }
        return list;
    }
    const auto instant = value.isString() ? relativeDate(value.toString()) : std::nullopt;
    return instant ? QJsonValue(instant->text(options.dateForm, options.fractionDigits)) : value;
}

bool isUsable(const QJsonObject &key)
{
    const auto expires = Instant::parse(key.value("expireDate"_L1).toString());
    return !key.value("revoked"_L1).toBool() && (!expires || expires->seconds > Instant::now().seconds);
}

bool fail(QString *error, const QString &reason)
{
    if (error) {
        *error = reason;
    }
    return false;
}

} // namespace

QString Account::id() const
{
    return user.value("id"_L1).toString();
}

QString Account::userName() const
{
    return user.value("userName"_L1).toString();
}

bool AccountStore::load(const QByteArray &json, const ServiceOptions &options, QString *error)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (document.isNull()) {
        return fail(error, u"the accounts are not JSON: %1"_s.arg(parseError.errorString()));
    }
    std::vector<Account> accounts;
    for (const QJsonValue item : document.object().value("accounts"_L1).toArray()) {
        Account account{item.toObject().value("password"_L1).toString(),
                        withAbsoluteDates(item.toObject().value("user"_L1), options).toObject()};
        if (account.id().isEmpty() || account.userName().isEmpty()) {
            return fail(error, u"an account has no user.id or no user.userName"_s);
        }
        accounts.push_back(std::move(account));
    }
    if (accounts.empty()) {
        return fail(error, u"there is no account in \"accounts\""_s);
    }
    m_accounts = std::move(accounts);
    return true;
}

QByteArray AccountStore::builtIn()
{
    initialiseResources();
    QFile file(u":/lanyard/service/accounts.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonArray AccountStore::toJson() const
{
    QJsonArray list;
    for (const Account &account : m_accounts) {
        list.append(QJsonObject{{u"password"_s, account.password}, {u"user"_s, account.user}});
    }
    return list;
}

Account *AccountStore::byName(const QString &userName)
{
    const auto it = std::find_if(m_accounts.begin(), m_accounts.end(), [&userName](const Account &account) {
        return account.userName().compare(userName, Qt::CaseInsensitive) == 0;
    });
    return it == m_accounts.end() ? nullptr : &*it;
}

Account *AccountStore::bySignInName(const QString &typed)
{
    const auto it = std::find_if(m_accounts.begin(), m_accounts.end(), [&typed](const Account &account) {
        return !typed.isEmpty() && account.user.value("email"_L1).toString().compare(typed, Qt::CaseInsensitive) == 0;
    });
    return it == m_accounts.end() ? byName(typed.mid(typed.indexOf(u'\\') + 1)) : &*it;
}

Account *AccountStore::byId(const QString &id)
{
    const auto it = std::find_if(m_accounts.begin(), m_accounts.end(),
                                 [&id](const Account &account) { return account.id() == id; });
    return it == m_accounts.end() ? nullptr : &*it;
}

Account *AccountStore::byKey(const QString &key, int *permissions)
{
    for (Account &account : m_accounts) {
        for (const QJsonValue item : account.user.value("apiKeys"_L1).toArray()) {
            const QJsonObject object = item.toObject();
            if (!key.isEmpty() && object.value("key"_L1).toString() == key) {
                *permissions = object.value("permissions"_L1).toInt();
                return isUsable(object) ? &account : nullptr;
            }
        }
    }
    return nullptr;
}

} // namespace lanyard::testing
