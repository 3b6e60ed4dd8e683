#pragma once

#include "core/base/jsonsource.h"
#include "core/base/knownsecrets.h"
#include "core/base/large.h"
#include "core/base/result.h"
#include "core/document/apikey.h"
#include "core/document/change.h"
#include "core/document/servicelist.h"
#include "core/document/setting.h"
#include "core/document/settingindex.h"
#include "core/document/settingnodes.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace lanyard {

/// The user's document, both as the bytes received and as parsed by Qt's reader.
///
/// The bytes are what is sent back: with() splices changed values into them, and leaves every other byte unchanged. The
/// parsed document is for display and comparison: dates stay strings, unknown members stay. A list that came wrapped
/// (see unwrappedList()) is read as a list. A number that Qt's reader cannot represent exactly is read as a string of
/// its digits. The keys that were received are not kept parsed: there may be many thousand (see KeyText).
class User
{
public:
    User() = default;

    /// The `user` of a response's @p envelope, whose source text is @p source. NotTheService if it is missing, not an
    /// object, or has no id.
    [[nodiscard]] static Result<User> fromAnswer(const QJsonObject &envelope, const JsonSource &source);
    /// One that was not received: its bytes are @p document as written by Qt.
    explicit User(QJsonObject document);

    [[nodiscard]] bool isEmpty() const { return m_rest.isEmpty() && !isKeysApart(); }
    /// See LargeBytes.
    [[nodiscard]] bool isLarge() const { return m_source.bytes().size() > LargeBytes; }
    /// Everything. Many keys take a moment: they are parsed each time.
    [[nodiscard]] QJsonObject document() const;
    /// Without the list of keys, if that was received as one.
    [[nodiscard]] const QJsonObject &withoutKeys() const { return m_rest; }
    /// The value of a member that is not the list of keys.
    [[nodiscard]] QJsonValue value(QLatin1StringView member) const { return m_rest.value(member); }

    /// The bytes of the document.
    [[nodiscard]] Secret bytes() const;
    /// What a save sends: them as the `user` of an object. Of what with() made it is in memory already.
    [[nodiscard]] Secret body() const;
    /// With @p changes, each set in its place, and every other byte unchanged. A change to a setting that does not
    /// exist is left out: the client never creates one. So is a change at a locked place (see lock()).
    [[nodiscard]] User with(QList<Change> changes) const;
    /// Why the value at @p path cannot safely be changed: DoubledMember if a member there appears twice and it is
    /// unknown which one counts, or InexactNumber; the member is the subject.
    [[nodiscard]] std::optional<Error> lock(const Path &path) const;

    /// What tells this user from others of the service, to be compared and stored. Of an id of more than 1,000
    /// characters: the first ones and a hash of all.
    [[nodiscard]] QString id() const;
    [[nodiscard]] QString userName() const;
    /// First and last name, else the user name, else the e-mail address, else the id.
    [[nodiscard]] QString displayName() const;

    /// The response may omit nested lists that exist: missing never means deleted.
    [[nodiscard]] bool hasApiKeys() const;
    [[nodiscard]] bool hasSettings() const;
    [[nodiscard]] ListForm keysForm() const;
    /// Of the list of keys, with those that are no keys (see apiKeys()).
    [[nodiscard]] qsizetype keyEntries() const;
    /// That list; until prepare(), as it was parsed with the document.
    [[nodiscard]] QJsonArray keysArray() const;
    /// The values and client secrets in it.
    [[nodiscard]] QList<Secret> keySecrets() const;
    /// Whether the keys of both mean the same.
    [[nodiscard]] bool hasSameKeys(const User &other) const;
    /// Whether the list @p member of both was received as the same text: then what was made of it need not be made
    /// again.
    [[nodiscard]] bool hasSameList(const QString &member, const User &other) const;
    /// Without the elements that are no keys (see isEntry()).
    [[nodiscard]] const QList<ApiKey> &apiKeys() const;
    /// Without the elements that are no settings (see Setting::isNone()).
    [[nodiscard]] const QList<Setting> &settings() const;
    /// The same as a tree.
    [[nodiscard]] const SettingNodes &settingNodes() const;
    /// keySecretsOf() and secretSettingsOf() it.
    [[nodiscard]] const KnownSecrets &knownKeys() const;
    [[nodiscard]] const KnownSecrets &knownSettings() const;
    /// Makes what these five return, which are made when they are first asked for: of a large document, in a thread
    /// of its own. Copies made later have it, and have no parsed keys any more.
    void prepare() const;
    /// Takes from @p last what was received as the same text, a list or all of it, with what was made of it: so that a
    /// large document is not in memory twice, and is prepared once.
    void shareWith(const User &last);
    /// The setting with that id; nullopt if there is none, or if two have it: it is unknown which is meant.
    [[nodiscard]] std::optional<Setting> setting(const QString &id) const;
    /// The same for a path; nullopt also for a former setting, and for a member of the profile.
    [[nodiscard]] std::optional<Setting> settingAt(const Path &path) const
    {
        return path.isSetting() && !path.isFormerSetting() ? setting(path.settingId()) : std::nullopt;
    }
    /// Whether the settings were received, and the one at @p path was not among them.
    [[nodiscard]] bool isWithoutSetting(const Path &path) const
    {
        return path.isSetting() && hasSettings() &&
               (path.isFormerSetting() || !m_settingIndex.contains(path.settingId()));
    }
    /// Whether a change to that setting would be unambiguous, and could be sent.
    [[nodiscard]] bool canSetSetting(const QString &id) const;
    /// The value at @p path; Undefined if it is missing, or if there is no such setting(). It does not keep the
    /// document in memory (see ownValue()).
    [[nodiscard]] QJsonValue valueAt(const Path &path) const;
    /// Setting::fullName() of the setting() at @p path; nullopt if there is none.
    [[nodiscard]] std::optional<QString> settingNameAt(const Path &path) const;

private:
    User(QJsonObject document, JsonSource source);
    void readExactly();
    [[nodiscard]] bool isKeysApart() const { return m_keyEntries >= 0; }
    void setKeysApart();
    void takeKeysOf(const User &other);
    [[nodiscard]] QJsonArray settingsArray() const;
    [[nodiscard]] qsizetype indexOf(const Path &path) const
    {
        return path.isFormerSetting() ? -1 : m_settingIndex.only(path.settingId());
    }
    [[nodiscard]] JsonSource settingSource(qsizetype index) const;

    JsonSource m_source;         // empty: not received
    QJsonObject m_rest;          // all but the keys, if they are apart
    qsizetype m_keyEntries = -1; // of the list of keys, if that is apart
    std::shared_ptr<ListText> m_keysText;
    mutable std::optional<QJsonArray> m_keysTree; // until prepare()
    QList<JsonSource::Span> m_settingSpans;
    std::optional<QString> m_settingsDoubled; // see ListSource
    SettingIndex m_settingIndex;
    mutable QHash<qsizetype, std::optional<Error>> m_settingLocks; // found so far: views ask at every repaint
    mutable std::optional<QList<ApiKey>> m_apiKeys;
    mutable std::optional<QList<Setting>> m_settings;
    mutable std::optional<SettingNodes> m_settingNodes;
    mutable std::optional<KnownSecrets> m_knownKeys;
    mutable std::optional<KnownSecrets> m_knownSettings;
};

/// Destroys it, a large one in another thread: of the last that has its parts, that takes long.
void letGo(User user);

} // namespace lanyard
