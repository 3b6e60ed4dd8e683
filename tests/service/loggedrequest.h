#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QPair>

namespace lanyard::testing {

using HeaderList = QList<QPair<QByteArray, QByteArray>>;

// A request as the service received it, and the status it answered.
struct LoggedRequest
{
    QByteArray method = {};
    QByteArray path = {}; // with the query, as sent
    HeaderList headers = {};
    QByteArray body = {};
    QByteArray clientAddress = {};
    qint64 elapsedMs = 0; // from the making of the service to the arrival of the request
    int status = 0;       // 0: not answered yet

    // Value of the first header of that name, in any case; empty if there is none.
    QByteArray header(const QByteArray &name) const;
    bool hasHeader(const QByteArray &name) const;
    QByteArray pathWithoutQuery() const;
    // The body as a JSON object; empty if it is none.
    QJsonObject json() const;
};

// One line of JSON for a log file, without a line end. Credentials and secrets are replaced by "***": those in the
// headers (apiKeyHeader names the one with the key) and those in the body. A body that is not JSON is only counted.
QByteArray redactedLine(const LoggedRequest &request, const QByteArray &apiKeyHeader);

} // namespace lanyard::testing
