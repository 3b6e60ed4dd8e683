#include "core/models/keyidentity.h"

#include <QCryptographicHash>
#include <QHash>

namespace lanyard {

namespace {

using Ids = QList<QString>;

struct Bearer
{
    int row = -1;
    int count = 0;
};

Ids idsOf(const QList<ApiKey> &keys)
{
    Ids ids;
    ids.reserve(keys.size());
    for (const ApiKey &key : keys)
        ids << key.id();
    return ids;
}

QHash<QString, Bearer> bearersOf(const Ids &ids)
{
    QHash<QString, Bearer> bearers;
    bearers.reserve(ids.size());
    for (int row = 0; row < ids.size(); ++row) {
        Bearer &bearer = bearers[ids.at(row)];
        bearer.row = row;
        ++bearer.count;
    }
    return bearers;
}

QByteArray contentOf(const ApiKey &key, const QString &id)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](QByteArrayView part) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    };
    add(id.toUtf8());
    add(key.name().toUtf8());
    add(key.key().expose());
    add(key.clientSecret().expose());
    return hash.result();
}

} // namespace

QList<int> whereKeysWent(const QList<ApiKey> &before, const QList<ApiKey> &after)
{
    const Ids idsBefore = idsOf(before);
    const Ids idsAfter = idsOf(after);
    const QHash<QString, Bearer> bearersBefore = bearersOf(idsBefore);
    const QHash<QString, Bearer> bearersAfter = bearersOf(idsAfter);
    const auto tells = [&](const QString &id) {
        return !id.isEmpty() && bearersBefore.value(id).count <= 1 && bearersAfter.value(id).count <= 1;
    };
    QHash<QByteArray, QList<int>> others; // rows after, by their content
    for (int row = 0; row < after.size(); ++row) {
        if (!tells(idsAfter.at(row)))
            others[contentOf(after.at(row), idsAfter.at(row))] << row;
    }
    QList<int> went;
    went.reserve(before.size());
    for (int row = 0; row < before.size(); ++row) {
        const QString &id = idsBefore.at(row);
        if (tells(id)) {
            went << bearersAfter.value(id).row;
            continue;
        }
        const auto equal = others.find(contentOf(before.at(row), id));
        went << (equal == others.end() || equal->isEmpty() ? -1 : equal->takeFirst());
    }
    return went;
}

} // namespace lanyard
