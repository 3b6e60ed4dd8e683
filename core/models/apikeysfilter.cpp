#include "core/models/apikeysfilter.h"

#include "core/base/nameorder.h"
#include "core/base/searchtext.h"
#include "core/models/apikeysmodel.h"

#include <algorithm>
#include <utility>

namespace lanyard {

namespace {

constexpr qsizetype OrdersAtOnce = 2000;

bool isShown(ApiKeysFilter::Show show, ApiKey::State state)
{
    const bool usable = state == ApiKey::State::Usable || state == ApiKey::State::Expiring;
    switch (show) {
    case ApiKeysFilter::Show::All:
        return true;
    case ApiKeysFilter::Show::UsableNow:
        return usable;
    case ApiKeysFilter::Show::Expiring:
        return state == ApiKey::State::Expiring;
    case ApiKeysFilter::Show::ExpiredOrRevoked:
        return state == ApiKey::State::Expired || state == ApiKey::State::Revoked;
    }
    return true;
}

} // namespace

ApiKeysFilter::ApiKeysFilter(QObject *parent)
    : QSortFilterProxyModel(parent), m_texts([](const QModelIndex &row) {
          for (const int role : {ApiKeysModel::FilterTextRole, ApiKeysModel::ShownEndsRole})
              static_cast<void>(row.data(role));
      }),
      m_order(nameOrder()),
      m_orders(
          [this](const QModelIndex &row) {
              static_cast<const ApiKeysModel *>(row.model())->prepareOrder(row.row(), m_sorting.first, m_order);
          },
          OrdersAtOnce)
{
}

void ApiKeysFilter::sort(int column, Qt::SortOrder order)
{
    m_orders.drop();
    const auto *model = qobject_cast<const ApiKeysModel *>(sourceModel());
    if (!model)
        return QSortFilterProxyModel::sort(column, order);
    m_sorting = {column, order};
    m_orders.whenMade(*model, [this] { sortNow(); });
    if (m_orders.isMaking() && sortColumn() < 0) {
        m_isShowing = false;
        invalidateFilter();
    }
}

void ApiKeysFilter::sortNow()
{
    m_orders.drop();
    QSortFilterProxyModel::sort(m_sorting.first, m_sorting.second);
    if (std::exchange(m_isShowing, true))
        return;
    invalidateFilter();
    Q_EMIT shown();
}

void ApiKeysFilter::setText(const QString &text)
{
    const QStringList words = searchWords(text);
    if (std::exchange(m_words, words) != words)
        invalidateFilter();
}

void ApiKeysFilter::setShow(Show show)
{
    if (std::exchange(m_show, show) != show)
        invalidateFilter();
}

bool ApiKeysFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto *model = qobject_cast<const ApiKeysModel *>(sourceModel());
    return model ? model->isBefore(left.row(), right.row(), left.column(), m_order)
                 : QSortFilterProxyModel::lessThan(left, right);
}

bool ApiKeysFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return m_isShowing && hasState(index) && hasWords(index);
}

bool ApiKeysFilter::hasOthers() const
{
    for (int row = 0; row < sourceModel()->rowCount(); ++row) {
        const QModelIndex index = sourceModel()->index(row, 0);
        if (!hasState(index) && hasWords(index))
            return true;
    }
    return false;
}

bool ApiKeysFilter::hasState(const QModelIndex &index) const
{
    return isShown(m_show, static_cast<ApiKey::State>(index.data(ApiKeysModel::StateRole).toInt()));
}

bool ApiKeysFilter::hasWords(const QModelIndex &index) const
{
    if (m_words.isEmpty())
        return true;
    const QString text = index.data(ApiKeysModel::FilterTextRole).toString();
    const QString ends = index.data(ApiKeysModel::ShownEndsRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString &word) { return text.contains(word) || ends.contains(word); });
}

} // namespace lanyard

#include "moc_apikeysfilter.cpp"
