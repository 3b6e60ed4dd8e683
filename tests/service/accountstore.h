#pragma once

#include "tests/service/answer.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace lanyard::testing {

struct Account
{
    QString password;
    QJsonObject user;

    QString id() const;
    QString userName() const;
};

// The accounts as the service stores them. Not thread-safe; a pointer to an account holds until the next load().
class AccountStore
{
public:
    // Reads JSON like accounts.json, and turns its relative dates into dates. On failure nothing is changed, and the
    // reason is in error.
    bool load(const QByteArray &json, const ServiceOptions &options, QString *error);
    // The accounts file that is built in.
    static QByteArray builtIn();
    // In the form that load() reads.
    QJsonArray toJson() const;

    Account *byName(const QString &userName); // in any case
    // By what a user may enter to sign in: the name, the e-mail address, or a domain and the name ("ACME\\mrossi").
    Account *bySignInName(const QString &typed);
    Account *byId(const QString &id);
    // The owner of an API key. Null if the key is unknown, revoked or expired; permissions are those of the key.
    Account *byKey(const QString &key, int *permissions);

    // The update call: lays the user that a client sent over the stored one.
    std::optional<Refusal> update(Account &account, const QJsonObject &sent, const ServiceOptions &options);
    // Makes the account hold as many generated keys and settings as the options say.
    static void generate(Account &account, const ServiceOptions &options);

private:
    bool isTaken(const Account &account, const QString &member, const QString &text) const;

    std::vector<Account> m_accounts;
};

} // namespace lanyard::testing
