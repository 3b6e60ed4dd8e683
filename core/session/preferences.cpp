#include "core/session/preferences.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

int withinLimits(int seconds)
{
    return std::clamp(seconds, Preferences::ShortestClipboardSeconds, Preferences::LongestClipboardSeconds);
}

} // namespace

Preferences::Preferences(QString file, QObject *parent) : QObject(parent), m_file(std::move(file))
{
    const QJsonObject kept = m_file.read();
    m_keepDrafts = kept.value("keepDrafts"_L1).toBool(true);
    m_clipboardSeconds = withinLimits(kept.value("clipboardSeconds"_L1).toInt(m_clipboardSeconds));
    m_authoritiesFile = kept.value("authoritiesFile"_L1).toString();
}

bool Preferences::setKeepDrafts(bool keep)
{
    if (keep == m_keepDrafts)
        return true;
    m_keepDrafts = keep;
    return save();
}

bool Preferences::setClipboardSeconds(int seconds)
{
    if (withinLimits(seconds) == m_clipboardSeconds)
        return true;
    m_clipboardSeconds = withinLimits(seconds);
    return save();
}

bool Preferences::setAuthoritiesFile(const QString &file)
{
    if (file == m_authoritiesFile)
        return true;
    m_authoritiesFile = file;
    return save();
}

bool Preferences::save()
{
    Q_EMIT changed();
    QJsonObject kept{{u"keepDrafts"_s, m_keepDrafts}, {u"clipboardSeconds"_s, m_clipboardSeconds}};
    if (!m_authoritiesFile.isEmpty())
        kept.insert(u"authoritiesFile"_s, m_authoritiesFile);
    return m_file.write(kept);
}

} // namespace lanyard

#include "moc_preferences.cpp"
