#include "core/models/opentexts.h"

#include <utility>

namespace lanyard {

void OpenTexts::set(const Path &path, const std::optional<Text> &text)
{
    if (text)
        m_texts.insert_or_assign(path, *text);
    else if (m_texts.erase(path) == 0)
        return;
    Q_EMIT changed();
}

std::set<Path> OpenTexts::invalid() const
{
    std::set<Path> paths;
    for (const auto &[path, text] : m_texts) {
        if (text.isInvalid)
            paths.insert(path);
    }
    return paths;
}

void OpenTexts::move(const std::function<Path(const Path &)> &to)
{
    for (const auto &[path, text] : std::exchange(m_texts, {}))
        m_texts.insert({to(path), text});
}

} // namespace lanyard

#include "moc_opentexts.cpp"
