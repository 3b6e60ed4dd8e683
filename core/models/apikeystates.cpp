// How the states of the keys change with time.
#include "core/models/apikeysmodel.h"

#include "core/models/apikeytext.h"

#include <algorithm>
#include <map>
#include <utility>

namespace lanyard {

void ApiKeysModel::refreshStates()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QStringList names;
    for (int row = 0; row < rowCount(); ++row) {
        const ApiKey::State before = m_rows.at(row).state();
        if (m_rows[row].refresh(now))
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        if (m_rows.at(row).hasExpiredSince(before))
            names << keyName(keyAt(row));
    }
    planRefresh();
    tellExpired(names);
}

void ApiKeysModel::markChecked(const Secret &key, bool isAccepted)
{
    const auto refused = isAccepted ? std::optional<QDateTime>() : QDateTime::currentDateTimeUtc();
    for (int row = 0; row < rowCount(); ++row) {
        if (keyAt(row).key() == key && m_rows[row].setRefused(refused))
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

void ApiKeysModel::planRefresh()
{
    constexpr qint64 longestMs = 24 * 3600 * 1000; // fits an int
    m_nextChange.stop();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::optional<QDateTime> next;
    for (const ApiKeyRow &row : std::as_const(m_rows)) {
        const auto change = row.key().nextChange(now);
        if (change && (!next || *change < *next))
            next = change;
    }
    if (next)
        m_nextChange.start(static_cast<int>(std::clamp<qint64>(now.msecsTo(*next), 1, longestMs)));
}

void ApiKeysModel::tellExpired(const QStringList &names)
{
    if (!names.isEmpty())
        Q_EMIT expired(names);
}

QList<int> ApiKeysModel::typicalRows() const
{
    std::map<std::pair<ApiKey::State, TimeLeft::Unit>, int> ofState;
    int created = -1;
    int expires = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const ApiKeyRow &key = m_rows.at(row);
        const auto [found, isFirst] = ofState.insert({{key.state(), key.timeLeft().unit}, row});
        if (!isFirst && key.state() == ApiKey::State::Expiring &&
            key.timeLeft().count > m_rows.at(found->second).timeLeft().count)
            found->second = row;
        if (created < 0 && key.key().created().isKnown())
            created = row;
        if (expires < 0 && key.key().expires().isKnown())
            expires = row;
    }
    QList<int> rows;
    for (const auto &[state, row] : ofState)
        rows << row;
    for (const int row : {created, expires}) {
        if (row >= 0)
            rows << row;
    }
    return rows;
}

} // namespace lanyard
