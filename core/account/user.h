#pragma once

#include "core/account/apikey.h"
#include "core/account/change.h"
#include "core/account/setting.h"
#include "core/account/settingindex.h"
#include "core/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace lanyard {

struct ServiceAnswer;

/// The user's document exactly as it was read: dates stay texts, unknown members stay. Everything but document() is for
/// display; to change something, lay Changes over the document.
class User
{
public:
    User() = default;

    /// Takes the `user` of an answer. NotTheService when it is missing, not an object, or has no id.
    [[nodiscard]] static Result<User> fromAnswer(const ServiceAnswer &answer);
    explicit User(QJsonObject document);

    [[nodiscard]] bool isEmpty() const { return m_document.isEmpty(); }
    [[nodiscard]] const QJsonObject &document() const { return m_document; }

    /// Why this document must not be saved: something in its text could not go back unchanged.
    [[nodiscard]] const std::optional<Error> &inexact() const { return m_inexact; }

    [[nodiscard]] QString id() const;
    [[nodiscard]] QString userName() const;
    /// First and last name, else the user name, else the e-mail address, else the id.
    [[nodiscard]] QString displayName() const;
    [[nodiscard]] QStringList roles() const;

    /// The answer may leave nested lists out though they exist: missing never means deleted.
    [[nodiscard]] bool hasApiKeys() const;
    [[nodiscard]] bool hasSettings() const;
    [[nodiscard]] QList<ApiKey> apiKeys() const;
    [[nodiscard]] QList<Setting> settings() const;
    /// The first setting with that id.
    [[nodiscard]] std::optional<Setting> setting(const QString &id) const;
    /// Whether a change of that setting would know which one is meant, and could be sent.
    [[nodiscard]] bool canSetSetting(const QString &id) const;
    /// What stands at @p path; Undefined when it is missing, and for a setting whose id stands twice.
    [[nodiscard]] QJsonValue valueAt(const Path &path) const;
    /// Setting::fullName() of the setting at @p path; nullopt if there is none, or its id stands twice.
    [[nodiscard]] std::optional<QString> settingNameAt(const Path &path) const;

private:
    [[nodiscard]] QJsonArray settingsArray() const;

    QJsonObject m_document;
    SettingIndex m_settingIndex;
    std::optional<Error> m_inexact;
};

} // namespace lanyard
