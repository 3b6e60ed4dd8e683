// In which order the keys stand.
#include "core/models/apikeyrow.h"
#include "core/models/apikeysmodel.h"

#include <limits>

namespace lanyard {

namespace {

using Column = ApiKeysModel::Column;

// Sorting beyond it would make no visible difference.
constexpr qsizetype SortedLength = 200;

// Keys that never expire come last, preceded by those with unknown expiry.
qint64 expiryOrder(const ServiceMoment &end)
{
    constexpr qint64 never = std::numeric_limits<qint64>::max();
    if (end.isKnown())
        return end.moment.toMSecsSinceEpoch();
    return end.kind == ServiceMoment::Kind::Nothing ? never : never - 1;
}

// Those of which it is not known come first.
qint64 creationOrder(const ServiceMoment &created)
{
    return created.isKnown() ? created.moment.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
}

} // namespace

bool ApiKeyRow::isBefore(const ApiKeyRow &other, int column, const QCollator &order) const
{
    switch (column) {
    case Column::Key:
    case Column::ClientSecret:
        return false;
    case Column::Status:
        return m_state < other.m_state;
    case Column::Expires:
        return expiryOrder(m_key.expires()) < expiryOrder(other.m_key.expires());
    case Column::Created:
        return creationOrder(m_key.created()) < creationOrder(other.m_key.created());
    default:
        if (m_rank.first == column && other.m_rank.first == column)
            return m_rank.second < other.m_rank.second;
        return textOrder(column, order) < other.textOrder(column, order);
    }
}

bool ApiKeyRow::isOrderedByText(int column)
{
    switch (column) {
    case Column::Key:
    case Column::ClientSecret:
    case Column::Status:
    case Column::Expires:
    case Column::Created:
        return false;
    default:
        return true;
    }
}

void ApiKeyRow::setRank(int column, int rank) const
{
    m_rank = {column, rank};
}

QList<OrderKey> ApiKeysModel::textOrders(int column, const QCollator &order) const
{
    QList<OrderKey> orders;
    if (!ApiKeyRow::isOrderedByText(column))
        return orders;
    orders.reserve(m_rows.size());
    for (const ApiKeyRow &row : m_rows)
        orders.append(row.textOrder(column, order));
    return orders;
}

void ApiKeysModel::setRanks(int column, const QList<int> &ranks) const
{
    for (int row = 0; row < rowCount(); ++row)
        m_rows.at(row).setRank(column, ranks.at(row));
}

void ApiKeyRow::prepareOrder(int column, const QCollator &order) const
{
    static_cast<void>(isBefore(*this, column, order));
}

const OrderKey &ApiKeyRow::textOrder(int column, const QCollator &order) const
{
    if (!m_textOrder || m_textOrder->first != column) {
        const QString text = column == Column::Name ? m_key.name() : this->text(column);
        m_textOrder.emplace(column, orderKey(order, text.left(SortedLength)));
    }
    return m_textOrder->second;
}

} // namespace lanyard
