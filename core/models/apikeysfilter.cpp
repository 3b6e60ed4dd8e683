#include "core/models/apikeysfilter.h"

#include "core/base/background.h"
#include "core/base/nameorder.h"
#include "core/base/searchtext.h"
#include "core/models/apikeysmodel.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace lanyard {

namespace {

constexpr qsizetype OrdersAtOnce = 2000;
constexpr int RowsFollowedOneByOne = 200; // what that costs grows with their square

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

// The places of @p texts in their order; equal ones have the same.
QList<int> ranksOf(const QList<OrderKey> &texts)
{
    QList<int> rows(texts.size());
    std::iota(rows.begin(), rows.end(), 0);
    std::sort(rows.begin(), rows.end(), [&texts](int a, int b) { return texts.at(a) < texts.at(b); });
    QList<int> ranks(texts.size());
    int rank = 0;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        rank += i > 0 && texts.at(rows.at(i - 1)) < texts.at(rows.at(i)) ? 1 : 0;
        ranks[rows.at(i)] = rank;
    }
    return ranks;
}

} // namespace

ApiKeysFilter::ApiKeysFilter(QObject *parent)
    : QSortFilterProxyModel(parent), m_texts([this](const QModelIndex &row) { static_cast<void>(m_next.isIn(row)); }),
      m_order(nameOrder()),
      m_orders(
          [this](const QModelIndex &row) {
              static_cast<const ApiKeysModel *>(row.model())->prepareOrder(row.row(), m_sorting.first, m_order);
          },
          OrdersAtOnce)
{
}

void ApiKeysFilter::setSourceModel(QAbstractItemModel *model)
{
    m_keys = qobject_cast<const ApiKeysModel *>(model);
    // Before Qt's own look at what has changed: in the order of the connections.
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        for (QList<Search::Match> *matches : {&m_search.matches, &m_next.matches}) {
            for (qsizetype row = first.row(); row <= last.row() && row < matches->size(); ++row)
                (*matches)[row] = Search::Unknown;
        }
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_search.matches.clear();
        m_next.matches.clear();
    });
    QSortFilterProxyModel::setSourceModel(model);
}

void ApiKeysFilter::sort(int column, Qt::SortOrder order)
{
    m_orders.drop();
    m_ranking.reset();
    if (!m_keys)
        return QSortFilterProxyModel::sort(column, order);
    m_sorting = {column, order};
    m_orders.whenMade(*m_keys, [this] { rankLater(); });
    if (m_orders.isMaking() && sortColumn() < 0) {
        m_isShowing = false;
        invalidateFilter();
    }
}

// Comparing the texts of many keys takes long: then they are sorted in another thread first, and here by numbers.
void ApiKeysFilter::rankLater()
{
    const int column = m_sorting.first;
    const QList<OrderKey> texts =
        m_keys->rowCount() > OrdersAtOnce ? m_keys->textOrders(column, m_order) : QList<OrderKey>();
    if (texts.isEmpty())
        return sortNow();
    m_ranking = std::make_unique<QObject>();
    const auto sortAnew = [this] { sort(m_sorting.first, m_sorting.second); };
    connect(m_keys, &QAbstractItemModel::modelReset, m_ranking.get(), sortAnew);
    connect(m_keys, &QAbstractItemModel::dataChanged, m_ranking.get(), sortAnew);
    inBackground<QList<int>>(m_ranking.get(), [texts] {
        return Result(ranksOf(texts));
    }).then(m_ranking.get(), [this, column](const Result<QList<int>> &ranks) {
        m_keys->setRanks(column, ranks.value());
        sortNow();
    });
}

void ApiKeysFilter::sortNow()
{
    m_orders.drop();
    m_ranking.reset();
    QSortFilterProxyModel::sort(m_sorting.first, m_sorting.second);
    if (std::exchange(m_isShowing, true))
        return;
    invalidateFilter();
    Q_EMIT shown();
}

void ApiKeysFilter::setText(const QString &text)
{
    const QStringList words = searchWords(text);
    if (words == m_search.words)
        return;
    m_search = words == m_next.words ? std::exchange(m_next, {}) : Search{words, {}};
    filterAnew();
}

// Hundreds of stretches of rows that come and go, each of which a view follows, take long.
void ApiKeysFilter::filterAnew()
{
    m_isLeavingAll = sourceModel()->rowCount() > RowsFollowedOneByOne;
    if (m_isLeavingAll)
        invalidateFilter();
    m_isLeavingAll = false;
    invalidateFilter();
}

void ApiKeysFilter::prepareText(const QString &text)
{
    m_next = {searchWords(text), {}};
}

void ApiKeysFilter::setShow(Show show)
{
    if (std::exchange(m_show, show) != show)
        filterAnew();
}

bool ApiKeysFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return m_keys ? m_keys->isBefore(left.row(), right.row(), left.column(), m_order)
                  : QSortFilterProxyModel::lessThan(left, right);
}

bool ApiKeysFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!m_isShowing || m_isLeavingAll)
        return false;
    if (m_show == Show::All && m_search.words.isEmpty())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return hasState(index) && hasWords(index);
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
    return m_show == Show::All ||
           isShown(m_show, static_cast<ApiKey::State>(index.data(ApiKeysModel::StateRole).toInt()));
}

bool ApiKeysFilter::hasWords(const QModelIndex &index) const
{
    return m_search.words.isEmpty() || m_search.isIn(index);
}

bool ApiKeysFilter::Search::isIn(const QModelIndex &key)
{
    if (matches.isEmpty())
        matches.fill(Unknown, key.model()->rowCount());
    Match &match = matches[key.row()];
    if (match == Unknown) {
        const QString text = key.data(ApiKeysModel::FilterTextRole).toString();
        const QString ends = key.data(ApiKeysModel::ShownEndsRole).toString();
        const auto isThere = [&](const QString &word) { return text.contains(word) || ends.contains(word); };
        match = std::all_of(words.begin(), words.end(), isThere) ? Yes : No;
    }
    return match == Yes;
}

} // namespace lanyard

#include "moc_apikeysfilter.cpp"
