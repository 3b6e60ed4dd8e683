// A keychain that takes its time, and outlives the program that it works for.
#pragma once

#include "core/secrets/secretstore.h"

#include <QHash>
#include <QRandomGenerator>
#include <QTimer>

#include <deque>
#include <functional>

namespace lanyard::testing {

// Carries calls out one after another, each after up to three milliseconds. Locked, it refuses them.
class SlowStore : public SecretStore
{
public:
    explicit SlowStore(quint32 seed) : m_random(seed)
    {
        m_next.setSingleShot(true);
        m_next.callOnTimeout(this, &SlowStore::carryOut);
    }

    QString name() const override { return QStringLiteral("Slow"); }
    Pending<std::optional<Secret>> read(const QString &key) override
    {
        return begin<std::optional<Secret>>([this, key] {
            const auto found = m_entries.constFind(key);
            return found == m_entries.constEnd() ? std::nullopt : std::optional(*found);
        });
    }
    Pending<Done> write(const QString &key, const Secret &secret) override
    {
        return begin<Done>([this, key, secret] {
            m_entries.insert(key, secret);
            return Done{};
        });
    }
    Pending<Done> remove(const QString &key) override
    {
        return begin<Done>([this, key] {
            m_entries.remove(key);
            return Done{};
        });
    }
    Pending<Done> open(const QString &) override
    {
        m_isLocked = false;
        return completed<Done>(Done{});
    }

    void setLocked(bool locked) { m_isLocked = locked; }
    bool isQuiet() const { return m_calls.empty(); }
    const QHash<QString, Secret> &entries() const { return m_entries; }

    // The program ends: of what it has asked for, the first calls are carried out and the rest are never heard.
    void forgetCallers()
    {
        const auto heard = static_cast<std::size_t>(m_random.bounded(static_cast<int>(m_calls.size()) + 1));
        m_calls.resize(heard);
        while (!m_calls.empty())
            carryOut();
        m_next.stop();
    }

private:
    template<typename T, typename F>
    Pending<T> begin(F does)
    {
        Promise<T> promise;
        m_calls.push_back([this, promise, does] {
            if (m_isLocked)
                promise.complete(errorOf(Error::Kind::KeychainLocked));
            else
                promise.complete(does());
        });
        if (!m_next.isActive())
            m_next.start(m_random.bounded(4));
        return promise.pending();
    }

    void carryOut()
    {
        const auto call = m_calls.front();
        m_calls.pop_front();
        call();
        if (!m_calls.empty())
            m_next.start(m_random.bounded(4));
    }

    QRandomGenerator m_random;
    QHash<QString, Secret> m_entries;
    bool m_isLocked = false;
    std::deque<std::function<void()>> m_calls;
    QTimer m_next;
};

} // namespace lanyard::testing
