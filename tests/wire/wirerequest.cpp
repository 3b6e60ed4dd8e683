#include "tests/wire/wirerequest.h"

#include <algorithm>

namespace lanyard::testing {

namespace {

bool isName(const QByteArray &a, const QByteArray &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

QByteArray WireRequest::header(const QByteArray &name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [&name](const auto &header) { return isName(header.first, name); });
    return found == headers.end() ? QByteArray() : found->second;
}

int WireRequest::countOf(const QByteArray &name) const
{
    return static_cast<int>(std::count_if(headers.begin(), headers.end(),
                                          [&name](const auto &header) { return isName(header.first, name); }));
}

std::optional<WireRequest> takeRequest(QByteArray &buffer)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    QList<QByteArray> lines = buffer.left(end).split('\n');
    WireRequest request;
    const QList<QByteArray> words = lines.takeFirst().trimmed().split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    const qsizetype start = end + 4;
    const qsizetype length = request.header("Content-Length").toLongLong();
    if (buffer.size() < start + length)
        return std::nullopt;
    request.body = buffer.mid(start, length);
    buffer.remove(0, start + length);
    return request;
}

QByteArray httpAnswer(const QByteArray &body, const QByteArray &statusLine, const QByteArray &extraHeaders,
                      const QByteArray &contentType)
{
    return "HTTP/1.1 " + statusLine + "\r\nContent-Type: " + contentType +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + extraHeaders + "\r\n" + body;
}

} // namespace lanyard::testing
