#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

#include <optional>

namespace lanyard::testing {

// A request as its bytes arrived, with nothing normalised.
struct WireRequest
{
    int connection = 0; // counted from 0 in the order of accepting
    qint64 atMs = 0;    // when it was there whole, since the server was made
    QByteArray method = {};
    QByteArray target = {};
    QList<QPair<QByteArray, QByteArray>> headers = {}; // in the order and spelling of the wire
    QByteArray body = {};

    // Value of the first header of that name, in any case; null if there is none.
    QByteArray header(const QByteArray &name) const;
    // How many headers have that name, in any case.
    int countOf(const QByteArray &name) const;
};

// Takes the first request out of buffer once it is there whole (its length is told by Content-Length); until then
// nothing, and buffer stays as it is.
std::optional<WireRequest> takeRequest(QByteArray &buffer);

// An HTTP/1.1 answer with a length, as a service that keeps the connection sends it.
QByteArray httpAnswer(const QByteArray &body, const QByteArray &statusLine = "200 OK",
                      const QByteArray &extraHeaders = {},
                      const QByteArray &contentType = "application/json; charset=utf-8");

} // namespace lanyard::testing
