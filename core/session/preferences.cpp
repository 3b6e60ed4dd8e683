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
    return set(u"keepDrafts"_s, keep);
}

bool Preferences::setClipboardSeconds(int seconds)
{
    if (withinLimits(seconds) == m_clipboardSeconds)
        return true;
    m_clipboardSeconds = withinLimits(seconds);
    return set(u"clipboardSeconds"_s, m_clipboardSeconds);
}

bool Preferences::setAuthoritiesFile(const QString &file)
{
    if (file == m_authoritiesFile)
        return true;
    m_authoritiesFile = file;
    return set(u"authoritiesFile"_s, file);
}

bool Preferences::set(const QString &key, const QJsonValue &value)
{
    Q_EMIT changed();
    m_unwritten.insert(key, value);
    // Only what was chosen here is written: other programs of this user keep what they wrote.
    const bool written = m_file.update([this](const std::optional<QJsonObject> &present) {
        QJsonObject kept = present.value_or(QJsonObject());
        for (auto it = m_unwritten.constBegin(); it != m_unwritten.constEnd(); ++it)
            kept.insert(it.key(), it.value());
        return kept;
    });
    if (written)
        m_unwritten = {};
    return written;
}

} // namespace lanyard

#include "moc_preferences.cpp"
