#include "tests/core/memorystore.h"

namespace lanyard::testing {

QString MemoryStore::name() const
{
    return QStringLiteral("GNOME Keyring"); // as in the pictures of the tour
}

Pending<std::optional<Secret>> MemoryStore::read(const QString &key)
{
    if (m_failure)
        return completed<std::optional<Secret>>(errorOf(*m_failure));
    const auto found = m_entries.constFind(key);
    return completed<std::optional<Secret>>(found == m_entries.constEnd() ? std::nullopt : std::optional(*found));
}

Pending<Done> MemoryStore::write(const QString &key, const Secret &secret)
{
    if (m_failure)
        return completed<Done>(errorOf(*m_failure));
    m_entries.insert(key, secret);
    if (!m_losesOutcomes)
        return completed<Done>(Done{});
    Error silent = errorOf(Error::Kind::KeychainSilent);
    silent.mayBeWritten = true;
    return completed<Done>(silent);
}

Pending<Done> MemoryStore::remove(const QString &key)
{
    if (m_failure)
        return completed<Done>(errorOf(*m_failure));
    m_entries.remove(key);
    return completed<Done>(Done{});
}

Pending<Done> MemoryStore::open(const QString &)
{
    if (m_failure == Error::Kind::KeychainLocked || m_failure == Error::Kind::KeychainNotSetUp)
        m_failure.reset();
    return completed<Done>(m_failure ? Result<Done>(errorOf(*m_failure)) : Result<Done>(Done{}));
}

} // namespace lanyard::testing
