#include "core/models/apikeydetail.h"

#include "core/document/dates.h"
#include "core/document/permissions.h"
#include "core/models/apikeysmodel.h"
#include "core/models/apikeytext.h"

#include <QCoreApplication>

namespace lanyard {

namespace {

using Column = ApiKeysModel::Column;
using MomentKind = ServiceMoment::Kind;

class ApiKeyDetail
{
    Q_DECLARE_TR_FUNCTIONS(ApiKeyDetail)

public:
    static QString status(const ApiKeyRow &row);
    static QString expires(const ServiceMoment &end);
};

QString ApiKeyDetail::status(const ApiKeyRow &row)
{
    const ApiKey &key = row.key();
    switch (row.state()) {
    case ApiKey::State::Usable:
        return key.expires().kind == MomentKind::Nothing ? tr("Usable. It never expires.")
                                                         : tr("Usable until %1.").arg(momentText(key.expires()));
    case ApiKey::State::Expiring:
        return tr("Usable, but it expires in %1: on %2.").arg(timeLeftText(row.timeLeft()), momentText(key.expires()));
    case ApiKey::State::Unknown:
        return tr("Its status is %1.").arg(unknownStatus(key));
    case ApiKey::State::NotYet:
        return tr("Not valid yet: it is usable from %1.").arg(momentText(key.begins()));
    case ApiKey::State::NoKey:
        return tr("This entry holds no key.");
    case ApiKey::State::Refused:
        return tr("Refused by the service (checked on %1).").arg(displayTimestamp(*row.refusedAt()));
    case ApiKey::State::Expired:
        return tr("Expired on %1. It no longer works.").arg(momentText(key.expires()));
    case ApiKey::State::Revoked:
        return tr("Revoked. It no longer works.");
    }
    return {};
}

QString ApiKeyDetail::expires(const ServiceMoment &end)
{
    if (end.kind == MomentKind::DateAlone)
        return tr("%1, from the beginning of that day (UTC)").arg(momentText(end));
    return end.kind == MomentKind::Nothing ? tr("never") : wholeMoment(end);
}

} // namespace

QString apiKeyDetail(const ApiKeyRow &row, int column, const QString &userId, bool revealed)
{
    const ApiKey &key = row.key();
    switch (column) {
    case Column::Name:
        return wholeKeyName(key);
    case Column::Status:
        return ApiKeyDetail::status(row);
    case Column::Expires:
        return ApiKeyDetail::expires(key.expires());
    case Column::Created:
        return wholeMoment(key.created());
    case Column::Owner:
        return key.ownerId() == userId ? QString() : row.text(column);
    case Column::Description:
        return linesOf(key.description());
    default:
        return row.text(column, revealed);
    }
}

} // namespace lanyard
