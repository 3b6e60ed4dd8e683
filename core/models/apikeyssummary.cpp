#include "core/models/apikeyssummary.h"

#include "core/base/text.h"
#include "core/models/apikeysmodel.h"
#include "core/models/apikeytext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int Soon = 7; // days
constexpr qsizetype NamesTold = 3;
constexpr qsizetype SummaryNameLength = 40;

class ApiKeysSummary
{
    Q_DECLARE_TR_FUNCTIONS(ApiKeysSummary)

public:
    static QString keys(int count) { return tr("%n key(s)", nullptr, count); }
    static QString usable(int count) { return tr("%1 usable").arg(count); }
    static QString both() { return tr("%1, %2", "9 keys, 6 usable"); }
    static QString withinADay(int count) { return tr("%n key(s) expire within 24 hours: %1", nullptr, count); }
    static QString withinDays(int count) { return tr("%n key(s) expire within %1 days: %2", nullptr, count); }
    static QString separator() { return tr(", "); }
    static QString more() { return tr("%1, …"); }
};

struct Expiring
{
    QDateTime end;
    qint64 daysLeft = 0;
    QString name;
};

// The first to expire first.
QList<Expiring> expiringKeys(const ApiKeysModel &model)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<Expiring> keys;
    for (int row = 0; row < model.rowCount(); ++row) {
        const ApiKey &key = model.keyAt(row);
        if (key.state(now) == ApiKey::State::Expiring)
            keys.append({key.expires().moment, key.daysLeft(now), quoted(keyName(key), SummaryNameLength)});
    }
    std::stable_sort(keys.begin(), keys.end(), [](const Expiring &a, const Expiring &b) { return a.end < b.end; });
    return keys;
}

} // namespace

QString keysSummary(const ApiKeysModel &model)
{
    int usable = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto state = static_cast<ApiKey::State>(model.index(row, 0).data(ApiKeysModel::StateRole).toInt());
        usable += state == ApiKey::State::Usable || state == ApiKey::State::Expiring ? 1 : 0;
    }
    return ApiKeysSummary::both().arg(ApiKeysSummary::keys(model.rowCount()), ApiKeysSummary::usable(usable));
}

QString expiryNotice(const ApiKeysModel &model)
{
    const QList<Expiring> keys = expiringKeys(model);
    if (keys.isEmpty())
        return {};
    const qint64 first = keys.first().daysLeft;
    const int days = first <= 1 ? 1 : first <= Soon ? Soon : ApiKey::ExpiringDays;
    QStringList names;
    for (const Expiring &key : keys) {
        if (key.daysLeft <= days)
            names << key.name;
    }
    const int count = static_cast<int>(names.size());
    QString told = names.first(qMin(NamesTold, names.size())).join(ApiKeysSummary::separator());
    if (count > NamesTold)
        told = ApiKeysSummary::more().arg(told);
    return days == 1 ? ApiKeysSummary::withinADay(count).arg(told)
                     : ApiKeysSummary::withinDays(count).arg(QString::number(days), told);
}

} // namespace lanyard
