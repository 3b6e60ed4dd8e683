#include "core/models/editsindoubt.h"

#include <utility>

namespace lanyard {

void EditsInDoubt::begin(Values edits)
{
    m_isOfEarlierToo = !m_values.empty();
    m_values = std::move(edits);
}

QList<Path> EditsInDoubt::paths() const
{
    QList<Path> paths;
    for (const auto &[path, value] : m_values)
        paths.append(path);
    return paths;
}

std::optional<QJsonValue> EditsInDoubt::value(const Path &path) const
{
    const auto found = m_values.find(path);
    return found == m_values.end() ? std::nullopt : std::optional(found->second);
}

EditsInDoubt::Values EditsInDoubt::valuesBut(const std::set<Path> &paths) const
{
    Values values = m_values;
    std::erase_if(values, [&paths](const auto &value) { return paths.contains(value.first); });
    return values;
}

void EditsInDoubt::settleAllBut(const std::set<Path> &unseen)
{
    std::erase_if(m_values, [&unseen](const auto &value) { return !unseen.contains(value.first); });
}

QList<Path> EditsInDoubt::settleAsNotDone()
{
    if (m_isOfEarlierToo)
        return {};
    QList<Path> settled = paths();
    m_values.clear();
    return settled;
}

void EditsInDoubt::notePosted()
{
    for (const auto &[path, value] : m_values)
        notePosted(path, value);
}

bool EditsInDoubt::wasPosted(const Path &path, const QJsonValue &value) const
{
    const auto posted = m_posted.find(path);
    return posted != m_posted.end() && posted->second == value;
}

void EditsInDoubt::keepPosted(const std::function<bool(const Path &, const QJsonValue &)> &isStillMeant)
{
    std::erase_if(m_posted, [&isStillMeant](const auto &posted) { return !isStillMeant(posted.first, posted.second); });
}

void EditsInDoubt::move(const std::function<Path(const Path &)> &to)
{
    for (const auto &[path, value] : std::exchange(m_values, {}))
        m_values.insert({to(path), value});
    for (const auto &[path, value] : std::exchange(m_posted, {}))
        m_posted.insert({to(path), value});
}

} // namespace lanyard
