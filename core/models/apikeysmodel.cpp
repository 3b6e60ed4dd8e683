#include "core/models/apikeysmodel.h"

#include "core/base/text.h"
#include "core/document/dates.h"
#include "core/document/permissions.h"
#include "core/document/user.h"
#include "core/models/keyidentity.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

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

// Sorting beyond it would make no visible difference.
constexpr qsizetype SortedLength = 200;

constexpr qsizetype NameLength = 500;
constexpr qsizetype DescriptionLength = 2000;
constexpr qsizetype UnknownLength = 60;

using MomentKind = ServiceMoment::Kind;

QString momentText(const ServiceMoment &moment)
{
    switch (moment.kind) {
    case MomentKind::Nothing:
        break;
    case MomentKind::Moment:
        return displayTimestamp(moment.moment);
    case MomentKind::DateAlone:
        return displayDate(moment.moment.date());
    case MomentKind::Unreadable:
        return ApiKeysModel::tr("unknown: %1").arg(visibleText(moment.text, false, NameLength));
    }
    return {};
}

// With its own line breaks, each line safe to show.
QString linesOf(const QString &text)
{
    QStringList lines = text.left(DescriptionLength).split(u'\n');
    for (QString &line : lines)
        line = visibleText(line.endsWith(u'\r') ? line.chopped(1) : line);
    return visibleText(lines.join(u'\n'), true, DescriptionLength);
}

// The same to the second, with an unambiguous time zone.
QString exactMoment(const ServiceMoment &moment)
{
    if (moment.kind == MomentKind::DateAlone)
        return moment.moment.toString(u"yyyy-MM-dd"_s);
    return moment.kind == MomentKind::Moment ? moment.moment.toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s)
                                             : momentText(moment);
}

} // namespace

void ApiKeysModel::setUser(const User &user)
{
    const bool isOther = user.id() != m_userId;
    if (!user.isEmpty() && !user.hasApiKeys() && !isOther)
        return;
    m_userId = user.id();
    const QList<ApiKey> keys = user.apiKeys();
    QList<ApiKey> before;
    if (!isOther) {
        before.reserve(m_rows.size());
        for (const Row &row : std::as_const(m_rows))
            before << row.key;
    }
    m_went = whereKeysWent(before, keys);
    bool sameOrder = !isOther && keys.size() == m_rows.size();
    for (int row = 0; sameOrder && row < m_went.size(); ++row)
        sameOrder = m_went.at(row) == row;
    QList<Row> rows = rowsOf(keys);
    if (sameOrder) {
        exchange(std::move(rows));
    } else {
        beginResetModel();
        m_revealed = rowNow(m_revealed);
        m_rows = std::move(rows);
        endResetModel();
    }
    m_went.clear();
}

QList<ApiKeysModel::Row> ApiKeysModel::rowsOf(const QList<ApiKey> &keys) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QCollator collator;
    QList<Row> rows;
    rows.reserve(keys.size());
    for (const ApiKey &key : keys) {
        const QString ends = shownEnd(key.key()) + u'\n' + shownEnd(key.clientSecret());
        Row row{key, key.state(now), {}, ends.toLower(), collator.sortKey(key.name().left(SortedLength).toLower())};
        row.filterText = filterText(row);
        rows.append(std::move(row));
    }
    return rows;
}

// Rows that do not differ emit nothing: a view that is notified measures and reads everything again.
void ApiKeysModel::exchange(QList<Row> rows)
{
    const auto differs = [&](int row) {
        return !(rows.at(row).key == m_rows.at(row).key) || rows.at(row).filterText != m_rows.at(row).filterText;
    };
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
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column(), index.row() == m_revealed);
    case Qt::AccessibleTextRole: // otherwise a screen reader would receive the displayed text
        return text(row, index.column(), false);
    case StateRole:
        return static_cast<int>(row.state);
    case SortRole:
        return sortValue(row, index.column());
    case FilterTextRole:
        return row.filterText;
    case HasClientSecretRole:
        return !row.key.clientSecret().isEmpty();
    case ShownEndsRole:
        return row.shownEnds;
    case Qt::ToolTipRole:
        return toolTipText(toolTip(row, index.column()));
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
        return visibleText(row.key.name(), false, NameLength);
    case Key:
        return secretText(row.key.key());
    case Status:
        return statusText(row);
    case Permissions:
        return permissionText(row.key.permissions());
    case Expires: {
        const ServiceMoment end = row.key.expires();
        return end.kind == MomentKind::Nothing ? tr("never") : momentText(end);
    }
    case Created:
        return momentText(row.key.created());
    case Owner:
        return visibleText(row.key.ownerId(), false, NameLength);
    case ClientSecret:
        return secretText(row.key.clientSecret());
    case Description:
        return visibleText(row.key.description(), false, DescriptionLength);
    default:
        return {};
    }
}

QString ApiKeysModel::statusText(const Row &row) const
{
    const auto shortly = [](const QString &text) { return visibleText(text, false, UnknownLength); };
    switch (row.state) {
    case ApiKey::State::Usable:
        return tr("usable");
    case ApiKey::State::Expiring:
        return tr("expires in %n day(s)", nullptr, static_cast<int>(row.key.daysLeft(QDateTime::currentDateTimeUtc())));
    case ApiKey::State::Unknown:
        return row.key.revoked() ? tr("unknown (expires: %1)").arg(shortly(row.key.expires().text))
                                 : tr("unknown (revoked: %1)").arg(shortly(row.key.revokedText()));
    case ApiKey::State::Expired:
        return tr("expired");
    case ApiKey::State::Revoked:
        return tr("revoked");
    }
    return {};
}

QString ApiKeysModel::caution(int row) const
{
    const ApiKey &key = m_rows.at(row).key;
    switch (key.state(QDateTime::currentDateTimeUtc())) {
    case ApiKey::State::Usable:
        return {};
    case ApiKey::State::Expiring:
        return tr("it expires in %n day(s)", nullptr, static_cast<int>(key.daysLeft(QDateTime::currentDateTimeUtc())));
    case ApiKey::State::Unknown:
        return tr("its status is %1").arg(text(m_rows.at(row), Status, false));
    case ApiKey::State::Expired:
        return tr("it expired on %1").arg(momentText(key.expires()));
    case ApiKey::State::Revoked:
        return tr("it was revoked");
    }
    return {};
}

// The full text of a cell that may be cut, and the exact time. Never a secret.
QString ApiKeysModel::toolTip(const Row &row, int column) const
{
    switch (column) {
    case Key:
    case ClientSecret:
        return {};
    case Name:
        return linesOf(row.key.name());
    case Description:
        return linesOf(row.key.description());
    case Expires:
        if (const ServiceMoment end = row.key.expires(); end.kind == MomentKind::DateAlone)
            return tr("%1, without a time: expired from the beginning of that day (UTC)").arg(exactMoment(end));
        else
            return end.kind == MomentKind::Nothing ? tr("never") : exactMoment(end);
    case Created:
        return exactMoment(row.key.created());
    default:
        return text(row, column, false);
    }
}

QVariant ApiKeysModel::sortValue(const Row &row, int column) const
{
    switch (column) {
    case Key:
    case ClientSecret:
        return {}; // an order would reveal something about them
    case Status:
        return static_cast<int>(row.state);
    case Expires:
        // Keys that never expire come last, preceded by those with unknown expiry.
        if (const ServiceMoment end = row.key.expires(); end.isKnown())
            return end.moment;
        else
            return QDateTime(QDate(9999, 12, end.kind == MomentKind::Nothing ? 31 : 30), QTime(0, 0), Qt::UTC);
    case Created:
        return row.key.created().moment;
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
        if (state == row.state && state != ApiKey::State::Expiring) // whose remaining days are counted
            continue;
        row.state = state;
        row.filterText = filterText(row);
        Q_EMIT dataChanged(index(i, 0), index(i, ColumnCount - 1));
    }
}

} // namespace lanyard

#include "moc_apikeysmodel.cpp"
