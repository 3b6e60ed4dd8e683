#include "core/session/token.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr double YearSeconds = 366.0 * 24 * 3600;

std::optional<double> number(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    bool ok = false;
    const double parsed = value.toString().trimmed().toDouble(&ok);
    return ok ? std::optional(parsed) : std::nullopt;
}

} // namespace

std::optional<QDateTime> jwtExpiry(const Secret &token)
{
    const QByteArrayView bytes = token.expose();
    const qsizetype first = bytes.indexOf('.');
    const qsizetype second = first < 0 ? -1 : bytes.indexOf('.', first + 1);
    if (second < 0)
        return std::nullopt;
    const QByteArray payload = bytes.sliced(first + 1, second - first - 1).toByteArray();
    const auto json = QByteArray::fromBase64Encoding(payload, QByteArray::Base64UrlEncoding |
                                                                  QByteArray::AbortOnBase64DecodingErrors);
    if (!json)
        return std::nullopt;
    const auto expiry = number(QJsonDocument::fromJson(*json).object().value("exp"_L1));
    // Beyond the year 9999 it is no moment any more. (Asked so that "nan", which Qt reads as a number, fails.)
    if (!expiry || !(*expiry > 0 && *expiry <= 253402300799.0))
        return std::nullopt;
    return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(*expiry), Qt::UTC);
}

std::optional<QDateTime> sessionEnd(const Secret &token, const QJsonValue &expiresIn, const QDateTime &now)
{
    if (auto expiry = jwtExpiry(token))
        return expiry;
    const auto seconds = number(expiresIn);
    if (!seconds || !(*seconds > 0 && *seconds <= YearSeconds))
        return std::nullopt;
    return now.addSecs(static_cast<qint64>(*seconds));
}

} // namespace lanyard
