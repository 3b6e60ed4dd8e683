#include "core/models/apikeyrow.h"

#include "core/base/searchtext.h"
#include "core/base/text.h"
#include "core/document/dates.h"
#include "core/document/permissions.h"
#include "core/models/apikeydetail.h"
#include "core/models/apikeysmodel.h"
#include "core/models/apikeytext.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using Column = ApiKeysModel::Column;
using MomentKind = ServiceMoment::Kind;

constexpr qsizetype DescriptionLength = 2000;

QString expiryText(const ServiceMoment &end)
{
    return end.kind == MomentKind::Nothing ? ApiKeyRow::tr("never") : momentText(end);
}

} // namespace

ApiKeyRow::ApiKeyRow(ApiKey key, const QDateTime &now)
    : m_key(std::move(key)), m_state(m_key.state(now)), m_left(lanyard::timeLeft(m_key, now)),
      m_daysLeft(warnedDays(now))
{
}

// What the document says of a dead key is more than that.
ApiKey::State ApiKeyRow::stateAt(const QDateTime &now) const
{
    const ApiKey::State state = m_key.state(now);
    return m_refusedAt ? qMax(state, ApiKey::State::Refused) : state;
}

bool ApiKeyRow::setRefused(const std::optional<QDateTime> &at)
{
    if (std::exchange(m_refusedAt, at) == at)
        return false;
    m_state = stateAt(QDateTime::currentDateTimeUtc());
    m_filterText = QString();
    return true;
}

bool ApiKeyRow::refresh(const QDateTime &now)
{
    const ApiKey::State state = std::exchange(m_state, stateAt(now));
    const TimeLeft left = std::exchange(m_left, lanyard::timeLeft(m_key, now));
    const qint64 days = std::exchange(m_daysLeft, warnedDays(now));
    const bool isOther =
        state != m_state || (m_state == ApiKey::State::Expiring && !(left == m_left && days == m_daysLeft));
    if (isOther)
        m_filterText = QString();
    return isOther;
}

qint64 ApiKeyRow::warnedDays(const QDateTime &now) const
{
    return m_state == ApiKey::State::Expiring ? m_key.daysLeft(now) : -1;
}

bool ApiKeyRow::setInUse(bool isInUse)
{
    if (std::exchange(m_isInUse, isInUse) == isInUse)
        return false;
    m_filterText = QString();
    return true;
}

bool ApiKeyRow::differsFrom(const ApiKeyRow &other) const
{
    return m_isInUse != other.m_isInUse || m_refusedAt != other.m_refusedAt || m_state != other.m_state ||
           (m_state == ApiKey::State::Expiring && !(m_left == other.m_left)) || !(m_key == other.m_key);
}

QString ApiKeyRow::text(int column, bool revealed) const
{
    switch (column) {
    case Column::Name:
        return shortMember(keyName(m_key));
    case Column::Key:
        return secretText(m_key.key(), revealed);
    case Column::Status:
        return statusText();
    case Column::Permissions:
        return permissionText(m_key.permissions());
    case Column::Expires:
        return expiryText(m_key.expires());
    case Column::Created:
        return momentText(m_key.created());
    case Column::Owner:
        return shortMember(m_key.ownerId());
    case Column::ClientSecret:
        return secretText(m_key.clientSecret(), revealed);
    case Column::Description:
        return visibleText(m_key.description(), false, DescriptionLength);
    default:
        return {};
    }
}

QString ApiKeyRow::spokenText(int column, bool revealed) const
{
    if (column != Column::Name || m_state == ApiKey::State::Usable)
        return text(column, revealed);
    return tr("%1, %2", "the name and the state of a key").arg(text(column), stateText());
}

QString ApiKeyRow::dayText(int column) const
{
    const bool isMoment = column == Column::Expires || column == Column::Created;
    const ServiceMoment &moment = column == Column::Created ? m_key.created() : m_key.expires();
    return isMoment && moment.kind == MomentKind::Moment ? displayDate(moment.moment.toLocalTime().date()) : QString();
}

// Rounded: the mask does not tell how long a secret is.
int ApiKeyRow::secretRoom(int column) const
{
    constexpr qsizetype step = 8;
    constexpr qsizetype most = 4096;
    if (column != Column::Key && column != Column::ClientSecret)
        return 0;
    const qsizetype size = column == Column::Key ? m_key.key().size() : m_key.clientSecret().size();
    return static_cast<int>(qMin(most, (size + step - 1) / step * step));
}

bool ApiKeyRow::isDead() const
{
    return m_state == ApiKey::State::Expired || m_state == ApiKey::State::Revoked;
}

QString ApiKeyRow::statusText() const
{
    return m_isInUse ? tr("%1 (this sign-in)", "the state of a key").arg(stateText()) : stateText();
}

QString ApiKeyRow::stateText() const
{
    switch (m_state) {
    case ApiKey::State::Usable:
        return tr("usable");
    case ApiKey::State::Expiring:
        return tr("expires in %1").arg(timeLeftText(m_left));
    case ApiKey::State::Unknown:
        return unknownStatus(m_key);
    case ApiKey::State::NotYet:
        return tr("not valid yet (from %1)").arg(momentText(m_key.begins()));
    case ApiKey::State::NoKey:
        return tr("no key");
    case ApiKey::State::Refused:
        return tr("refused");
    case ApiKey::State::Expired:
        return tr("expired");
    case ApiKey::State::Revoked:
        return tr("revoked");
    }
    return {};
}

QString ApiKeyRow::caution(const QDateTime &now) const
{
    QString state = stateCaution(now);
    if (!m_isInUse)
        return state;
    const QString use = tr("you are signed in with it");
    return state.isEmpty() ? use : tr("%1, and %2", "two cautions about a key").arg(state, use);
}

QString ApiKeyRow::stateCaution(const QDateTime &now) const
{
    switch (stateAt(now)) {
    case ApiKey::State::Usable:
        return {};
    case ApiKey::State::Expiring:
        return tr("it expires in %1").arg(timeLeftText(lanyard::timeLeft(m_key, now)));
    case ApiKey::State::Unknown:
        return tr("its status is %1").arg(unknownStatus(m_key));
    case ApiKey::State::NotYet:
        return tr("it is not valid before %1").arg(momentText(m_key.begins()));
    case ApiKey::State::NoKey:
        return tr("it is empty");
    case ApiKey::State::Refused:
        return tr("the service refused it when it was last checked");
    case ApiKey::State::Expired:
        return tr("it expired on %1").arg(momentText(m_key.expires()));
    case ApiKey::State::Revoked:
        return tr("it was revoked");
    }
    return {};
}

QString ApiKeyRow::toolTip(int column) const
{
    switch (column) {
    case Column::Key:
    case Column::ClientSecret:
        return {};
    case Column::Name:
        return isDead() ? wholeKeyName(m_key) + u'\n' + apiKeyDetail(*this, Column::Status, {}, false)
                        : wholeKeyName(m_key);
    case Column::Description:
        return linesOf(m_key.description());
    case Column::Expires:
        return expiryToolTip();
    case Column::Created:
        return exactMoment(m_key.created());
    default:
        return text(column);
    }
}

QString ApiKeyRow::expiryToolTip() const
{
    const ServiceMoment &end = m_key.expires();
    if (end.kind == MomentKind::DateAlone)
        return tr("%1, without a time: expired from the beginning of that day (UTC)").arg(exactMoment(end));
    return end.kind == MomentKind::Nothing ? tr("never") : exactMoment(end);
}

const QString &ApiKeyRow::filterText() const
{
    if (!m_filterText.isNull())
        return m_filterText;
    QStringList parts;
    for (int column = 0; column < Column::ColumnCount; ++column) {
        if (column != Column::Key && column != Column::ClientSecret)
            parts << text(column);
    }
    m_filterText = searchForm(parts.join(QChar::LineFeed));
    return m_filterText;
}

const QString &ApiKeyRow::shownEnds() const
{
    if (m_shownEnds.isNull())
        m_shownEnds = searchForm(shownEnd(m_key.key()) + u'\n' + shownEnd(m_key.clientSecret()));
    return m_shownEnds;
}

} // namespace lanyard
