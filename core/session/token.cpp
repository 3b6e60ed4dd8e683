#include "core/session/token.h"

#include "core/base/utc.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int LastYear = 9999; // later dates are not valid moments
constexpr double YearSeconds = 366.0 * 24 * 3600;

std::optional<double> number(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    bool ok = false;
    const double parsed = value.toString().trimmed().toDouble(&ok);
    return ok ? std::optional(parsed) : std::nullopt;
}

// A JWT's claims; an empty object if the token is not a JWT.
QJsonObject claimsOf(const Secret &token)
{
    const QByteArrayView bytes = token.expose();
    const qsizetype first = bytes.indexOf('.');
    const qsizetype second = first < 0 ? -1 : bytes.indexOf('.', first + 1);
    if (second < 0)
        return {};
    const QByteArray payload = bytes.sliced(first + 1, second - first - 1).toByteArray();
    const auto json = QByteArray::fromBase64Encoding(payload, QByteArray::Base64UrlEncoding |
                                                                  QByteArray::AbortOnBase64DecodingErrors);
    return json ? QJsonDocument::fromJson(*json).object() : QJsonObject();
}

std::optional<QDateTime> moment(const QJsonValue &claim)
{
    const auto seconds = number(claim);
    // Beyond the year 9999 it is not a valid moment. (Written so that "nan", which Qt parses as a number, fails.)
    if (!seconds || !(*seconds > 0 && *seconds <= 253402300799.0))
        return std::nullopt;
    return utcMoment(static_cast<qint64>(*seconds) * 1000);
}

std::optional<qint64> lifetimeFrom(const std::optional<QDateTime> &begin, const QDateTime &end)
{
    if (!begin || !begin->isValid() || begin->secsTo(end) < 1)
        return std::nullopt;
    return begin->secsTo(end);
}

std::optional<qint64> lifetimeFrom(const QJsonValue &expiresIn)
{
    const auto seconds = number(expiresIn);
    // Less than a second is no duration of a session: perhaps hours or days are meant.
    if (!seconds || !(*seconds >= 1 && *seconds <= YearSeconds))
        return std::nullopt;
    return static_cast<qint64>(*seconds);
}

} // namespace

std::optional<QDateTime> sessionEnd(const Secret &token, const QJsonValue &expiresIn, const QDateTime &now,
                                    const QDateTime &serviceNow)
{
    const QJsonObject claims = claimsOf(token);
    const auto expiry = moment(claims.value("exp"_L1));
    std::optional<qint64> seconds;
    if (expiry)
        seconds = lifetimeFrom(moment(claims.value("iat"_L1)), *expiry);
    if (expiry && !seconds)
        seconds = lifetimeFrom(serviceNow, *expiry);
    if (!seconds)
        seconds = lifetimeFrom(expiresIn);
    const QDateTime end = seconds ? now.addSecs(*seconds) : QDateTime();
    return end.isValid() && end.date().year() <= LastYear ? std::optional(end) : expiry;
}

} // namespace lanyard
