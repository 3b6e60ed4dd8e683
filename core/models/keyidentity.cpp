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
    add(key.storedName().toUtf8());
    add(key.key().expose());
    add(key.clientSecret().expose());
    return hash.result();
}

bool isOther(const Secret &before, const Secret &after)
{
    return !before.isEmpty() && !after.isEmpty() && before != after;
}

// Nothing but the id is the same: the service has given it to another key.
bool isReused(const ApiKey &before, const ApiKey &after)
{
    return before.storedName() != after.storedName() &&
           (before.key().isEmpty() || after.key().isEmpty() ? isOther(before.clientSecret(), after.clientSecret())
                                                            : before.key() != after.key());
}

// Finds keys by what they hold. Each is found once; among equal ones the order decides.
class ByContent
{
public:
    void add(const ApiKey &key, const QString &id, int row) { m_rows[contentOf(key, id)] << row; }
    int take(const ApiKey &key, const QString &id)
    {
        const auto equal = m_rows.find(contentOf(key, id));
        return equal == m_rows.end() || equal->isEmpty() ? -1 : equal->takeFirst();
    }

private:
    QHash<QByteArray, QList<int>> m_rows;
};

} // namespace

QList<int> whereKeysWent(const QList<ApiKey> &before, const QList<ApiKey> &after)
{
    if (before.isEmpty())
        return {};
    const Ids idsBefore = idsOf(before);
    const Ids idsAfter = idsOf(after);
    const QHash<QString, Bearer> bearersBefore = bearersOf(idsBefore);
    const QHash<QString, Bearer> bearersAfter = bearersOf(idsAfter);
    const auto tells = [&](const QString &id) {
        return !id.isEmpty() && bearersBefore.value(id).count <= 1 && bearersAfter.value(id).count <= 1;
    };
    QList<int> went(before.size(), -1);
    QList<bool> isFound(after.size(), false);
    for (int row = 0; row < before.size(); ++row) {
        const int same = tells(idsBefore.at(row)) ? bearersAfter.value(idsBefore.at(row)).row : -1;
        if (same < 0 || isReused(before.at(row), after.at(same)))
            continue;
        went[row] = same;
        isFound[same] = true;
    }
    ByContent untold;     // without an id that tells
    ByContent renumbered; // with one that was another key's, or nobody's
    for (int row = 0; row < after.size(); ++row) {
        if (!tells(idsAfter.at(row)))
            untold.add(after.at(row), idsAfter.at(row), row);
        else if (!isFound.at(row) && !after.at(row).key().isEmpty())
            renumbered.add(after.at(row), {}, row);
    }
    for (int row = 0; row < before.size(); ++row) {
        const QString &id = idsBefore.at(row);
        if (!tells(id))
            went[row] = untold.take(before.at(row), id);
        else if (went.at(row) < 0)
            went[row] = renumbered.take(before.at(row), {});
    }
    return went;
}

} // namespace lanyard
