#pragma once

#include "core/base/jsonsource.h"
#include "core/base/result.h"
#include "core/document/apikey.h"
#include "core/document/change.h"
#include "core/document/setting.h"
#include "core/document/settingindex.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace lanyard {

/// The user's document, as the bytes that were received and as what Qt's reader makes of them.
///
/// The bytes are what goes back: with() splices changed values into them, and leaves every other byte as it was. The
/// rest is for display and for comparing: dates stay texts, unknown members stay. A number that Qt's reader cannot hold
/// exactly is read as the text of its digits.
class User
{
public:
    User() = default;

    /// The `user` of an answer's @p envelope, of which @p source is the text. NotTheService when it is missing, not an
    /// object, or has no id.
    [[nodiscard]] static Result<User> fromAnswer(const QJsonObject &envelope, const JsonSource &source);
    /// One that was not received: its bytes are @p document as Qt writes it.
    explicit User(QJsonObject document);

    [[nodiscard]] bool isEmpty() const { return m_document.isEmpty(); }
    [[nodiscard]] const QJsonObject &document() const { return m_document; }

    /// What a save sends.
    [[nodiscard]] Secret bytes() const;
    /// With @p changes, each set where it belongs, and every other byte as it is. A change to a setting that is not
    /// there is left out: the client never invents one. Nothing at a locked place may be changed (see lock()).
    [[nodiscard]] User with(const QList<Change> &changes) const;
    /// Why what stands at @p path cannot be changed here without harm: DoubledMember, as a member there stands twice
    /// and nobody knows which one counts, or InexactNumber; the member is the subject.
    [[nodiscard]] std::optional<Error> lock(const Path &path) const;

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
    User(QJsonObject document, JsonSource source);
    void readExactly();
    [[nodiscard]] QJsonArray settingsArray() const;
    [[nodiscard]] JsonSource settingSource(qsizetype index) const;

    QJsonObject m_document;
    JsonSource m_source; // empty: not received
    QList<JsonSource::Span> m_settingSpans;
    SettingIndex m_settingIndex;
};

} // namespace lanyard
