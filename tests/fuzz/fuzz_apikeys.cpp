// API keys of any kind are shown harmlessly, and nothing that is shown or searched tells more of a secret than its end.

#include "core/base/knownsecrets.h"
#include "core/base/utc.h"
#include "core/document/permissions.h"
#include "core/document/user.h"
#include "core/document/usersecrets.h"
#include "core/models/apikeysmodel.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/fuzzedchanges.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

// The document with other secrets, where there are some, and with none in the other texts of its keys.
QJsonObject withOtherSecrets(QJsonObject document)
{
    const KnownSecrets known(secretsOf(User(document).apiKeys()));
    QJsonArray keys = document.value("apiKeys"_L1).toArray();
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (!keys.at(i).isObject())
            continue; // no key
        QJsonObject key = keys.at(i).toObject();
        for (const QString &member : key.keys()) {
            if (member != "id"_L1) // as in ApiKey::name()
                key.insert(member, known.redacted(key.value(member)));
        }
        for (const QString &member : {u"key"_s, u"clientSecret"_s}) {
            if (!key.value(member).toString().isEmpty())
                key.insert(member, u"another secret altogether"_s);
        }
        keys.replace(i, key);
    }
    document.insert("apiKeys"_L1, keys);
    return document;
}

bool isSecretColumn(int column)
{
    return column == ApiKeysModel::Key || column == ApiKeysModel::ClientSecret;
}

QStringList cells(const ApiKeysModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < ApiKeysModel::ColumnCount; ++column) {
            const QModelIndex index = model.index(row, column);
            const QString shown = index.data().toString();
            require(isHarmless(shown), "a cell shows harmless text");
            for (int role = Qt::UserRole; role <= ApiKeysModel::HasClientSecretRole; ++role)
                all << index.data(role).toString();
            if (!isSecretColumn(column))
                all << shown;
            else if (!model.isRevealed(row, column))
                require(shown.isEmpty() || (shown.startsWith(u"••••••••"_s) && shown.size() <= 8 + 4 * 8),
                        "a secret is masked but for its end");
        }
    }
    return all;
}

void checkKey(const ApiKey &key)
{
    static const QDateTime now = utcMoment(QDate(2024, 5, 31), QTime(12, 0));
    const qint64 left = key.daysLeft(now);
    const ApiKey::State state = key.state(now);
    require(state != ApiKey::State::Expiring || (left > 0 && left <= ApiKey::ExpiringDays), "expiring is soon");
    require(state != ApiKey::State::Expired || left == 0, "an expired key has no day left");
    require(state == ApiKey::State::Revoked || key.revoked() != true, "revoked goes before expired");
    require(left >= -1 && (left >= 0) == key.expires().isKnown(), "days are counted to a moment");
    const bool isRead = key.revoked() && key.expires().kind != ServiceMoment::Kind::Unreadable;
    require(isRead || (state != ApiKey::State::Usable && state != ApiKey::State::Expiring),
            "what is not understood is not usable");
    const QString rights = permissionText(key.permissions());
    require(!rights.isEmpty() && isHarmless(rights), "rights have words");
}

} // namespace

void fuzz(Input input)
{
    const QJsonObject document = documentOf(readLeniently(input.rest()));
    const User user(document);
    const QList<ApiKey> keys = user.apiKeys();
    for (const ApiKey &key : keys)
        checkKey(key);
    ApiKeysModel model;
    ApiKeysModel other;
    model.setUser(user);
    other.setUser(User(withOtherSecrets(document)));
    require(model.rowCount() == keys.size(), "every key is a row");
    const QStringList shown = cells(model);
    require(shown == cells(other), "nothing but its own cell tells something of a secret");
    model.reveal(0);
    require(cells(model) == shown, "revealing shows one secret and nothing else");
    model.setUser(user);
    require(model.revealedRow() == (keys.isEmpty() ? -1 : 0), "the same keys are the same");
    model.reveal(-1);
    model.refreshStates();
    model.setUser(User());
    require(model.rowCount() == 0, "nobody has no keys");
}

} // namespace lanyard::testing
