#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <compare>
#include <optional>

namespace lanyard {

class User;

/// A place in the user's document that can be edited: a member of the profile, or the value of one setting.
class Path
{
public:
    [[nodiscard]] static Path field(QStringView key) { return {key.toString(), {}, {}}; }
    /// @p id as Setting::id() gives it.
    [[nodiscard]] static Path setting(const QString &id) { return {{}, id, {}}; }
    /// The setting of that Setting::fullName() that had @p id until the service reused it for another one.
    [[nodiscard]] static Path formerSetting(const QString &id, const QString &fullName) { return {{}, id, fullName}; }

    [[nodiscard]] bool isSetting() const { return m_field.isEmpty(); }
    [[nodiscard]] bool isFormerSetting() const { return m_formerName.has_value(); }
    /// The member's name; empty for a setting.
    [[nodiscard]] const QString &fieldKey() const { return m_field; }
    /// The setting's id; for a former setting, the one that it had, which is another setting's now.
    [[nodiscard]] const QString &settingId() const { return m_settingId; }
    [[nodiscard]] QString formerName() const { return m_formerName.value_or(QString()); }

    friend std::strong_ordering operator<=>(const Path &a, const Path &b)
    {
        if (const int order = a.m_field.compare(b.m_field); order != 0)
            return order <=> 0;
        if (const int order = a.m_settingId.compare(b.m_settingId); order != 0)
            return order <=> 0;
        if (a.isFormerSetting() != b.isFormerSetting())
            return a.isFormerSetting() <=> b.isFormerSetting();
        return a.formerName().compare(b.formerName()) <=> 0;
    }
    friend bool operator==(const Path &a, const Path &b) = default;

private:
    Path(QString field, QString settingId, std::optional<QString> formerName)
        : m_field(std::move(field)), m_settingId(std::move(settingId)), m_formerName(std::move(formerName))
    {
    }
    QString m_field;
    QString m_settingId;
    std::optional<QString> m_formerName;
};

/// The value that the user wants at a path. null clears (a date); a string is cleared with "".
struct Change
{
    Path path;
    QJsonValue value;
    /// The value when the user changed it, Undefined for a missing member: it distinguishes a change by somebody else
    /// from an old value. nullopt: the value last read.
    std::optional<QJsonValue> before = {};
    /// If a place has two members (see otherHalf()) and only this one was changed: the value of the other one at that
    /// time, which must stay.
    std::optional<QJsonValue> otherBefore = {};
    /// The name of the setting (Setting::fullName()) when the user changed it: a service may reuse its id for another
    /// one. nullopt: not a setting, or its current name.
    std::optional<QString> settingName = {};
    /// The setting did not look secret when the service last reported it: the change may be written to disk, whatever
    /// has become of the setting since.
    bool isPlainSetting = false;
    /// The setting's type (Setting::typeName()) when the user changed it: a service may declare another one since.
    /// nullopt: not a setting, or its current type.
    std::optional<QString> settingType = {};
    /// It was posted, in this save or in an earlier one whose outcome was not seen: the service may have it in a form
    /// of its own (see isNormalised()).
    bool wasSent = false;
};

/// What became of the request that sent changes.
enum class Post {
    None,     ///< nothing was sent: the service showed the changes already, or none of them could be made
    Answered, ///< the service carried it out
    Unseen,   ///< it was not answered, and nothing of it is visible: it may still arrive
};

/// The other member of a place that has two: a country and its code.
[[nodiscard]] std::optional<Path> otherHalf(const Path &path);

/// @p document with the changes applied and nothing else different. A change to a setting that does not exist is left
/// out: the client never creates one.
[[nodiscard]] QJsonObject withChanges(QJsonObject document, const QList<Change> &changes);

/// Whether the setting of @p change is not in @p user, or not for certain: left out, twice, or its id is another one's.
[[nodiscard]] bool isGone(const Change &change, const User &user);

} // namespace lanyard
