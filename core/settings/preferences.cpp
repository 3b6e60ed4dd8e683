#include "core/settings/preferences.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

int withinLimits(int seconds)
{
    return std::clamp(seconds, Preferences::ShortestClipboardSeconds, Preferences::LongestClipboardSeconds);
}

// As written in the file.
constexpr auto manualWay = "manual"_L1;
constexpr auto noWay = "none"_L1;
constexpr auto systemWay = "system"_L1;
constexpr auto socks5Kind = "socks5"_L1;
constexpr auto httpKind = "http"_L1;
constexpr auto lightAppearance = "light"_L1;
constexpr auto darkAppearance = "dark"_L1;

// An incomplete address does not count: the system's proxy is used, as if nothing had been chosen.
ProxyChoice proxyFrom(const QJsonObject &kept)
{
    ProxyChoice choice;
    choice.kind = kept.value("kind"_L1) == socks5Kind ? ProxyChoice::Kind::Socks5 : ProxyChoice::Kind::Http;
    const ProxyText read = readProxyText(kept.value("host"_L1).toString());
    if (read.problem == ProxyText::Problem::None)
        choice.host = read.host;
    choice.port = static_cast<quint16>(std::clamp(kept.value("port"_L1).toInt(), 0, 0xFFFF));
    if (kept.value("way"_L1) == noWay)
        choice.way = ProxyChoice::Way::None;
    else if (kept.value("way"_L1) == manualWay && !choice.host.isEmpty() && choice.port != 0)
        choice.way = ProxyChoice::Way::Manual;
    return choice;
}

QJsonObject jsonOf(const ProxyChoice &choice)
{
    const auto way = choice.way == ProxyChoice::Way::None     ? noWay
                     : choice.way == ProxyChoice::Way::Manual ? manualWay
                                                              : systemWay;
    return {{u"way"_s, way},
            {u"kind"_s, choice.kind == ProxyChoice::Kind::Socks5 ? socks5Kind : httpKind},
            {u"host"_s, choice.host},
            {u"port"_s, choice.port}};
}

Appearance appearanceFrom(const QJsonValue &kept)
{
    if (kept == lightAppearance)
        return Appearance::Light;
    return kept == darkAppearance ? Appearance::Dark : Appearance::System;
}

// Empty for the desktop's: nothing is chosen.
QString textOf(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light:
        return lightAppearance;
    case Appearance::Dark:
        return darkAppearance;
    case Appearance::System:
        break;
    }
    return u""_s;
}

} // namespace

Preferences::Preferences(QString file, QObject *parent) : QObject(parent), m_file(std::move(file))
{
    connect(&m_later, &LaterWrite::caughtUp, this, &Preferences::written);
    const QJsonObject kept = m_file.read();
    m_keepDrafts = kept.value("keepDrafts"_L1).toBool(true);
    m_restoreAll = kept.value("restoreAll"_L1).toBool();
    m_tellExpired = kept.value("tellExpired"_L1).toBool(true);
    m_isPresenting = kept.value("presentationMode"_L1).toBool();
    m_appearance = appearanceFrom(kept.value("appearance"_L1));
    m_language = kept.value("language"_L1).toString();
    m_clipboardSeconds = withinLimits(kept.value("clipboardSeconds"_L1).toInt(m_clipboardSeconds));
    m_authoritiesFile = kept.value("authoritiesFile"_L1).toString();
    m_proxy = proxyFrom(kept.value("proxy"_L1).toObject());
}

bool Preferences::setKeepDrafts(bool keep)
{
    if (keep == m_keepDrafts)
        return true;
    m_keepDrafts = keep;
    return set(u"keepDrafts"_s, keep);
}

bool Preferences::setRestoreAll(bool restoreAll)
{
    if (restoreAll == m_restoreAll)
        return true;
    m_restoreAll = restoreAll;
    return set(u"restoreAll"_s, restoreAll);
}

bool Preferences::setTellExpired(bool tell)
{
    if (tell == m_tellExpired)
        return true;
    m_tellExpired = tell;
    return set(u"tellExpired"_s, tell);
}

bool Preferences::setPresenting(bool isPresenting)
{
    if (isPresenting == m_isPresenting)
        return true;
    m_isPresenting = isPresenting;
    return set(u"presentationMode"_s, isPresenting);
}

bool Preferences::setAppearance(Appearance appearance)
{
    if (appearance == m_appearance)
        return true;
    m_appearance = appearance;
    return set(u"appearance"_s, textOf(appearance));
}

bool Preferences::setLanguage(const QString &language)
{
    if (language == m_language)
        return true;
    m_language = language;
    return set(u"language"_s, language);
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

bool Preferences::setProxy(const ProxyChoice &choice)
{
    if (choice == m_proxy)
        return true;
    m_proxy = choice;
    return set(u"proxy"_s, jsonOf(choice));
}

bool Preferences::set(const QString &key, const QJsonValue &value)
{
    Q_EMIT changed();
    m_unwritten.insert(key, value);
    return m_later.noted(write());
}

bool Preferences::write()
{
    // Only what was chosen here is written: changes made by other processes of this user are kept.
    const bool written = m_file.update([this](const std::optional<QJsonObject> &present) {
        QJsonObject kept = present.value_or(QJsonObject());
        for (auto it = m_unwritten.constBegin(); it != m_unwritten.constEnd(); ++it) {
            if (it.value() == QJsonValue(QString())) // none was chosen
                kept.remove(it.key());
            else
                kept.insert(it.key(), it.value());
        }
        return kept;
    });
    if (written)
        m_unwritten = {};
    return written;
}

} // namespace lanyard

#include "moc_preferences.cpp"
