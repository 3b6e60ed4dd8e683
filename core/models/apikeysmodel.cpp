#include "core/models/apikeysmodel.h"

#include "core/base/text.h"
#include "core/document/servicelist.h"
#include "core/document/user.h"
#include "core/models/apikeydetail.h"
#include "core/models/apikeytext.h"
#include "core/models/keyidentity.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr std::array keyHeaders{
    QT_TRANSLATE_NOOP("lanyard::ApiKeysModel", "Name"),
    QT_TRANSLATE_NOOP("lanyard::ApiKeysModel", "Key"),
    QT_TRANSLATE_NOOP("lanyard::ApiKeysModel", "Status"),
    QT_TRANSLATE_NOOP("lanyard::ApiKeysModel", "Expires"),
    QT_TRANSLATE_NOOP("lanyard::ApiKeysModel", "Permissions"),
    QT_TRANSLATE_NOOP("lanyard::ApiKeysModel", "Created"),
    QT_TRANSLATE_NOOP("lanyard::ApiKeysModel", "Owner"),
    QT_TRANSLATE_NOOP("lanyard::ApiKeysModel", "Client secret"),
    QT_TRANSLATE_NOOP("lanyard::ApiKeysModel", "Description"),
};
static_assert(keyHeaders.size() == ApiKeysModel::ColumnCount);

QList<ApiKeyRow> rowsOf(QList<ApiKey> keys)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<ApiKeyRow> rows;
    rows.reserve(keys.size());
    for (ApiKey &key : keys)
        rows.emplace_back(std::move(key), now);
    return rows;
}

} // namespace

ApiKeysModel::ApiKeysModel(QObject *parent) : QAbstractTableModel(parent)
{
    m_nextChange.setSingleShot(true);
    m_nextChange.setTimerType(Qt::PreciseTimer); // the others may be late by a twentieth of a day
    connect(&m_nextChange, &QTimer::timeout, this, &ApiKeysModel::refreshStates);
}

void ApiKeysModel::setUser(const User &user, const KnownSecrets &hidden)
{
    const User last = std::exchange(m_user, user);
    const bool isOther = user.id() != last.id();
    const bool hidesOther = std::exchange(m_hidden, hidden) != hidden;
    if (!isOther && !hidesOther && user.hasSameList(u"apiKeys"_s, last))
        return refreshStates();
    const QString before = listRemark();
    m_isUnreadable = user.keysForm() == ListForm::Unreadable;
    if (user.isEmpty() || user.hasApiKeys() || isOther) {
        m_unread = static_cast<int>(user.keyEntries() - user.apiKeys().size());
        setRows(user, isOther, hidesOther);
    }
    if (listRemark() != before)
        Q_EMIT listRemarkChanged();
}

QString ApiKeysModel::listRemark() const
{
    if (m_isUnreadable)
        return m_rows.isEmpty()
                   ? tr("The service sent the list of API keys in a form that Lanyard cannot read.")
                   : tr("These are the API keys as last read: the service has sent the list in a form that "
                        "Lanyard cannot read.");
    return m_unread > 0 ? tr("%n entry(s) in the service’s list of API keys cannot be read.", nullptr, m_unread)
                        : QString();
}

void ApiKeysModel::setRows(const User &user, bool isOther, bool hidesOther)
{
    QList<ApiKey> keys = ApiKey::allWithout(user.apiKeys(), m_hidden);
    const QList<ApiKeyRow> rowsBefore = isOther ? QList<ApiKeyRow>() : m_rows;
    QList<ApiKey> before;
    before.reserve(rowsBefore.size());
    for (const ApiKeyRow &row : rowsBefore)
        before << row.key();
    m_went = whereKeysWent(before, keys);
    bool sameOrder = !isOther && keys.size() == m_rows.size();
    for (int row = 0; sameOrder && row < m_went.size(); ++row)
        sameOrder = m_went.at(row) == row;
    QList<ApiKeyRow> rows = rowsOf(std::move(keys));
    for (int row = 0; row < rowsBefore.size(); ++row) { // what was found out holds for what has not changed
        const ApiKeyRow &last = rowsBefore.at(row);
        if (last.refusedAt() && m_went.at(row) >= 0 && last.key() == rows.at(m_went.at(row)).key())
            rows[m_went.at(row)].setRefused(last.refusedAt());
    }
    if (sameOrder) {
        exchange(std::move(rows), hidesOther);
    } else {
        beginResetModel();
        m_revealed = rowNow(m_revealed);
        m_rows = std::move(rows);
        endResetModel();
    }
    const QList<int> went = std::exchange(m_went, {});
    planRefresh();
    QStringList names;
    for (int row = 0; row < went.size(); ++row) { // what was read may have come just before the timer
        if (went.at(row) >= 0 && m_rows.at(went.at(row)).hasExpiredSince(rowsBefore.at(row).state()))
            names << keyName(m_rows.at(went.at(row)).key());
    }
    tellExpired(names);
}

// Rows that do not differ emit nothing: a view that is notified measures and reads everything again. In which texts
// something else is hidden now is found out when they are shown.
void ApiKeysModel::exchange(QList<ApiKeyRow> rows, bool hidesOther)
{
    const auto differs = [&](int row) { return hidesOther || rows.at(row).differsFrom(m_rows.at(row)); };
    int first = 0;
    while (first < rowCount() && !differs(first))
        ++first;
    int last = rowCount() - 1;
    while (last > first && !differs(last))
        --last;
    m_rows = std::move(rows);
    if (first < rowCount())
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

int ApiKeysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ApiKeysModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ApiKeysModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ApiKeyRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.text(index.column(), isRevealed(index.row(), index.column()));
    case Qt::AccessibleTextRole: // a key is revealed to whoever reads it with a screen reader, too
        return row.spokenText(index.column(), isRevealed(index.row(), index.column()));
    case StateRole:
        return static_cast<int>(row.state());
    case FilterTextRole:
        return row.filterText();
    case IsUnnamedRole:
        return isBlank(row.key().name());
    case IsDeadRole:
        return row.isDead();
    case SecretRoomRole:
        return row.secretRoom(index.column());
    case HasClientSecretRole:
        return !row.key().clientSecret().isEmpty();
    case ShownEndsRole:
        return row.shownEnds();
    case MaskRole:
        return row.text(index.column(), false);
    case DayRole:
        return row.dayText(index.column());
    case DetailRole:
        return apiKeyDetail(row, index.column(), m_user.id(), isRevealed(index.row(), index.column()));
    case Qt::ToolTipRole:
        return toolTipText(row.toolTip(index.column()));
    default:
        return {};
    }
}

QString ApiKeysModel::caution(int row) const
{
    return m_rows.at(row).caution(QDateTime::currentDateTimeUtc());
}

void ApiKeysModel::markInUse(const Secret &key)
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows[row].setInUse(!key.isEmpty() && keyAt(row).key() == key))
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

QVariant ApiKeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return tr(keyHeaders.at(static_cast<std::size_t>(section)));
}

void ApiKeysModel::reveal(int row, int column)
{
    m_revealedColumn = column;
    const int before = std::exchange(m_revealed, row >= 0 && row < rowCount() ? row : -1);
    for (const int changed : {before, m_revealed}) {
        if (changed >= 0)
            Q_EMIT dataChanged(index(changed, 0), index(changed, ColumnCount - 1));
    }
}

} // namespace lanyard

#include "moc_apikeysmodel.cpp"
