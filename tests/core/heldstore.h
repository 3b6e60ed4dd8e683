// A keychain that carries out its calls when the test says so.
#pragma once

#include "tests/core/memorystore.h"

#include <QSet>

#include <deque>
#include <functional>
#include <utility>

namespace lanyard::testing {

class HeldStore : public MemoryStore
{
public:
    Pending<std::optional<Secret>> read(const QString &key) override
    {
        return begin<std::optional<Secret>>([this, key] { return MemoryStore::read(key); });
    }
    Pending<Done> write(const QString &key, const Secret &secret) override
    {
        return begin<Done>([this, key, secret] { return MemoryStore::write(key, secret); });
    }
    Pending<Done> remove(const QString &key) override
    {
        return begin<Done>([this, key] { return MemoryStore::remove(key); });
    }

    [[nodiscard]] bool isAsking(const QString &key) const override { return m_asking.contains(key); }
    // The keychain asks the user about @p key, or has been answered.
    void setAsking(const QString &key, bool isAsking)
    {
        if (isAsking)
            m_asking.insert(key);
        else
            m_asking.remove(key);
        Q_EMIT askingChanged();
    }

    // From now on calls wait.
    void hold() override { m_isHeld = true; }
    [[nodiscard]] bool isWaiting() const { return !m_calls.empty(); }
    // They are carried out, in their order, and no call waits any more.
    void release() override
    {
        m_isHeld = false;
        while (!m_calls.empty()) {
            const auto call = std::move(m_calls.front());
            m_calls.pop_front();
            call();
        }
    }
    // The program ends: they never are.
    void drop()
    {
        m_isHeld = false;
        m_calls.clear();
    }

private:
    template<typename T, typename F>
    Pending<T> begin(F does)
    {
        if (!m_isHeld)
            return does();
        const Promise<T> promise;
        m_calls.push_back([this, promise, does] {
            does().then(this, [promise](const Result<T> &result) { promise.complete(result); });
        });
        return promise.pending();
    }

    bool m_isHeld = false;
    QSet<QString> m_asking;
    std::deque<std::function<void()>> m_calls;
};

} // namespace lanyard::testing
