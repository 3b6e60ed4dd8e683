#include "core/models/keylookup.h"

#include "core/base/sentences.h"
#include "core/base/text.h"
#include "core/models/apikeysmodel.h"
#include "core/models/apikeytext.h"

#include <QCoreApplication>

namespace lanyard {

namespace {

constexpr qsizetype FoundNameLength = 60;

// Every byte is looked at, whatever the ones before it are.
bool isSameSecret(const Secret &a, const Secret &b)
{
    const QByteArrayView one = a.expose();
    const QByteArrayView other = b.expose();
    if (one.isEmpty() || other.isEmpty())
        return false;
    unsigned difference = one.size() == other.size() ? 0 : 1;
    for (qsizetype i = 0; i < one.size(); ++i)
        difference |= static_cast<unsigned char>(one.at(i)) ^ static_cast<unsigned char>(other.at(i % other.size()));
    return difference == 0;
}

class KeyLookup
{
    Q_DECLARE_TR_FUNCTIONS(KeyLookup)

public:
    static QString sentence(const SearchedAccount &account, FoundKey found, const Secret &secret)
    {
        const ApiKeysModel &model = *account.keys;
        const QString name = quoted(keyName(model.keyAt(found.row)), FoundNameLength);
        const QString status = quoted(model.index(found.row, ApiKeysModel::Status).data().toString());
        const QString text = account.name.isEmpty() ? withQuotation(own(found), name, status)
                                                    : others(found).arg(name, status, account.name);
        const QString end = shownEnd(secret);
        return end.isEmpty() ? text : text + u' ' + tr("It ends in %1.").arg(quoted(end));
    }
    static QString none(bool isOfOne, bool areAll)
    {
        if (isOfOne && areAll)
            return tr("It is none of this account’s API keys.");
        return areAll ? tr("It is none of your accounts’ API keys.")
                      : tr("It is none of the API keys of the accounts that you are signed in to. No other account was "
                           "searched.");
    }

private:
    static QString own(FoundKey found)
    {
        return found.isClientSecret ? tr("This is the client secret of “%1”. Status of the key: %2.")
                                    : tr("This is the key “%1”. Status: %2.");
    }
    //: %3 is the name of an account.
    static QString others(FoundKey found)
    {
        return found.isClientSecret ? tr("This is the client secret of “%1” of %3. Status of the key: %2.")
                                    : tr("This is the key “%1” of %3. Status: %2.");
    }
};

} // namespace

QList<FoundKey> findKeys(const ApiKeysModel &model, const Secret &secret)
{
    QList<FoundKey> found;
    for (int row = 0; row < model.rowCount(); ++row) {
        const ApiKey &key = model.keyAt(row);
        const bool isKey = isSameSecret(secret, key.key());
        const bool isClientSecret = isSameSecret(secret, key.clientSecret());
        if (isKey || isClientSecret)
            found << FoundKey{row, !isKey};
    }
    return found;
}

QString keyLookupText(const QList<SearchedAccount> &accounts, bool areAll, const Secret &secret)
{
    if (secret.isEmpty())
        return {};
    QStringList sentences;
    for (const SearchedAccount &account : accounts) {
        for (const FoundKey &found : findKeys(*account.keys, secret))
            sentences << KeyLookup::sentence(account, found, secret);
    }
    return sentences.isEmpty() ? KeyLookup::none(accounts.size() == 1, areAll) : sentences.join(u'\n');
}

} // namespace lanyard
