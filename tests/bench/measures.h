// What the parts of a benchmark took, by name.
#pragma once

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <map>

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#endif

namespace lanyard::testing {

// In milliseconds; under callgrind its instructions as well, in a dump that bears its name.
class Measures
{
public:
    template<typename Work>
    void take(const QString &name, const Work &work)
    {
        QElapsedTimer timer;
        timer.start();
#ifdef CALLGRIND_ZERO_STATS
        CALLGRIND_ZERO_STATS;
#endif
        work();
#ifdef CALLGRIND_DUMP_STATS_AT
        CALLGRIND_DUMP_STATS_AT(name.toUtf8().constData());
#endif
        add(name, double(timer.nsecsElapsed()) / 1e6);
    }
    void add(const QString &name, double ms)
    {
        m_all[name].append(ms);
    }

    [[nodiscard]] QJsonObject all() const
    {
        QJsonObject object;
        for (const auto &[name, runs] : m_all)
            object.insert(name, runs);
        return object;
    }

private:
    std::map<QString, QJsonArray> m_all;
};

} // namespace lanyard::testing
