#include "core/models/apikeysmodel.h"

#include "core/account/dates.h"
#include "core/account/permissions.h"
#include "core/account/user.h"
#include "core/base/text.h"

#include <array>

namespace lanyard {

namespace {

constexpr std::array keyHeaders{
    QT_TRANSLATE_NOOP("ApiKeysModel", "Name"),        QT_TRANSLATE_NOOP("ApiKeysModel", "Key"),
    QT_TRANSLATE_NOOP("ApiKeysModel", "Status"),      QT_TRANSLATE_NOOP("ApiKeysModel", "Permissions"),
    QT_TRANSLATE_NOOP("ApiKeysModel", "Expires"),     QT_TRANSLATE_NOOP("ApiKeysModel", "Created"),
    QT_TRANSLATE_NOOP("ApiKeysModel", "Owner"),       QT_TRANSLATE_NOOP("ApiKeysModel", "Client secret"),
    QT_TRANSLATE_NOOP("ApiKeysModel", "Description"),
};
static_assert(keyHeaders.size() == ApiKeysModel::ColumnCount);

// Nobody sees an order beyond it.
constexpr qsizetype SortedLength = 200;

QString dateText(const std::optional<QDateTime> &moment, const QString &raw)
{
    return moment ? displayDate(moment->toLocalTime().date()) : raw;
}

} // namespace

void ApiKeysModel::setUser(const User &user)
{
    if (!user.isEmpty() && !user.hasApiKeys() && !m_rows.isEmpty())
        return;
    beginResetModel();
    m_revealed = -1;
    m_rows.clear();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QList<ApiKey> keys = user.apiKeys();
    const QCollator collator;
    m_rows.reserve(keys.size());
    for (const ApiKey &key : keys) {
        Row row{key, key.state(now), {}, collator.sortKey(key.name().left(SortedLength).toLower())};
        row.filterText = filterText(row);
        m_rows.append(row);
    }
    endResetModel();
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
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column(), index.row() == m_revealed);
    case Qt::AccessibleTextRole: // without it a screen reader would be given what is displayed
        return text(row, index.column(), false);
    case StateRole:
        return static_cast<int>(row.state);
    case SortRole:
        return sortValue(row, index.column());
    case FilterTextRole:
        return row.filterText;
    case HasClientSecretRole:
        return !row.key.clientSecret().isEmpty();
    default:
        return {};
    }
}

QString ApiKeysModel::text(const Row &row, int column, bool revealed) const
{
    const auto secretText = [revealed](const Secret &secret) {
        return revealed ? visibleText(secret.exposeText()) : maskedSecret(secret);
    };
    switch (column) {
    case Name:
        return visibleText(row.key.name(), false, 500);
    case Key:
        return secretText(row.key.key());
    case Status:
        switch (row.state) {
        case ApiKey::State::Usable:
            return tr("usable");
        case ApiKey::State::Expiring:
            return tr("expires in %n day(s)", nullptr,
                      static_cast<int>(row.key.daysLeft(QDateTime::currentDateTimeUtc())));
        case ApiKey::State::Expired:
            return tr("expired");
        case ApiKey::State::Revoked:
            return tr("revoked");
        }
        return {};
    case Permissions:
        return permissionText(row.key.permissions());
    case Expires: {
        const QString date = dateText(row.key.expires(), row.key.expiresText());
        return date.isEmpty() || date.startsWith(u"0001-01-01") ? tr("never") : visibleText(date);
    }
    case Created:
        return visibleText(dateText(row.key.created(), row.key.createdText()));
    case Owner:
        return visibleText(row.key.ownerId(), false, 500);
    case ClientSecret:
        return secretText(row.key.clientSecret());
    case Description:
        return visibleText(row.key.description(), false, 2000);
    default:
        return {};
    }
}

QVariant ApiKeysModel::sortValue(const Row &row, int column) const
{
    switch (column) {
    case Key:
    case ClientSecret:
        return {}; // an order would tell something about them
    case Status:
        return static_cast<int>(row.state);
    case Expires:
        // Keys that never expire come last.
        return row.key.expires().value_or(QDateTime(QDate(9999, 12, 31), QTime(0, 0), Qt::UTC));
    case Created:
        return row.key.created().value_or(QDateTime());
    default:
        return text(row, column, false);
    }
}

QString ApiKeysModel::filterText(const Row &row) const
{
    QStringList parts;
    for (int column = 0; column < ColumnCount; ++column) {
        if (column != Key && column != ClientSecret)
            parts << text(row, column, false);
    }
    return parts.join(QChar::LineFeed).toLower();
}

QVariant ApiKeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return tr(keyHeaders.at(static_cast<std::size_t>(section)));
}

void ApiKeysModel::reveal(int row)
{
    const int before = std::exchange(m_revealed, row >= 0 && row < rowCount() ? row : -1);
    for (const int changed : {before, m_revealed}) {
        if (changed >= 0)
            Q_EMIT dataChanged(index(changed, 0), index(changed, ColumnCount - 1));
    }
}

void ApiKeysModel::refreshStates()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < rowCount(); ++i) {
        Row &row = m_rows[i];
        const ApiKey::State state = row.key.state(now);
        if (state == row.state && state != ApiKey::State::Expiring) // whose days are counted
            continue;
        row.state = state;
        row.filterText = filterText(row);
        Q_EMIT dataChanged(index(i, 0), index(i, ColumnCount - 1));
    }
}

} // namespace lanyard

#include "moc_apikeysmodel.cpp"
