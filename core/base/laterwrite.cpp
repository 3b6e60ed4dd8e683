#include "core/base/laterwrite.h"

#include <algorithm>
#include <utility>

namespace lanyard {

namespace {

constexpr int FirstPauseMs = 2000;
constexpr int LongestPauseMs = 60'000;

} // namespace

LaterWrite::LaterWrite(std::function<bool()> write) : m_write(std::move(write))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(FirstPauseMs);
    m_pause.callOnTimeout([this] {
        m_pause.setInterval(std::min(m_pause.interval() * 2, LongestPauseMs));
        noted(m_write());
    });
}

LaterWrite::~LaterWrite()
{
    if (m_isDue)
        static_cast<void>(m_write());
}

bool LaterWrite::noted(bool written)
{
    const bool wasBehind = std::exchange(m_isBehind, !written);
    m_isDue = !written;
    if (!written) {
        m_pause.start();
        return false;
    }
    m_pause.stop();
    m_pause.setInterval(FirstPauseMs);
    if (wasBehind)
        Q_EMIT caughtUp();
    return true;
}

void LaterWrite::soon()
{
    m_isDue = true;
    if (!m_pause.isActive())
        m_pause.start();
}

} // namespace lanyard

#include "moc_laterwrite.cpp"
