#include "core/http/oneshotdevice.h"

#include <algorithm>
#include <cstring>

namespace lanyard {

OneShotDevice::OneShotDevice(Secret body, QObject *parent) : QIODevice(parent), m_body(std::move(body))
{
    // Unbuffered: QIODevice's own buffer would keep a copy of a password.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotDevice::bytesAvailable() const
{
    return m_body.size() - m_position + QIODevice::bytesAvailable();
}

bool OneShotDevice::atEnd() const
{
    return m_position >= m_body.size();
}

qint64 OneShotDevice::readData(char *data, qint64 size)
{
    if (atEnd())
        return -1;
    const qint64 count = std::min<qint64>(size, m_body.size() - m_position);
    std::memcpy(data, m_body.expose().data() + m_position, static_cast<std::size_t>(count));
    m_position += count;
    return count;
}

} // namespace lanyard

#include "moc_oneshotdevice.cpp"
