#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <compare>
#include <optional>

namespace lanyard {

/// A place in the user's document that can be edited: a member of the profile, or the value of one setting.
class Path
{
public:
    [[nodiscard]] static Path field(QStringView key) { return {key.toString(), {}}; }
    /// @p id as Setting::id() gives it.
    [[nodiscard]] static Path setting(const QString &id) { return {{}, id}; }
    /// The setting of that Setting::fullName() that had @p id until the service gave it to another one.
    [[nodiscard]] static Path formerSetting(const QString &id, const QString &fullName)
    {
        return {{}, id + FormerMark + fullName};
    }

    [[nodiscard]] bool isSetting() const { return m_field.isEmpty(); }
    [[nodiscard]] bool isFormerSetting() const { return m_settingId.contains(FormerMark); }
    /// The member's name; empty for a setting.
    [[nodiscard]] const QString &fieldKey() const { return m_field; }
    /// Of a former setting: an id that none has.
    [[nodiscard]] const QString &settingId() const { return m_settingId; }
    [[nodiscard]] QString formerId() const { return m_settingId.section(FormerMark, 0, 0); }
    [[nodiscard]] QString formerName() const { return m_settingId.section(FormerMark, 1); }

    friend std::strong_ordering operator<=>(const Path &a, const Path &b)
    {
        const int order = a.m_field == b.m_field ? a.m_settingId.compare(b.m_settingId) : a.m_field.compare(b.m_field);
        return order <=> 0;
    }
    friend bool operator==(const Path &a, const Path &b) = default;

private:
    static constexpr QChar FormerMark = u'\x1F'; // a control character, which is in nobody's id

    Path(QString field, QString settingId) : m_field(std::move(field)), m_settingId(std::move(settingId)) {}
    QString m_field;
    QString m_settingId;
};

/// What the person wants to stand at a path. null clears (a date); a text is cleared with "".
struct Change
{
    Path path;
    QJsonValue value;
    /// What stood there when the person changed it, Undefined for a missing member: what tells a change of somebody
    /// else's from an old value. nullopt: what was last read.
    std::optional<QJsonValue> before = {};
    /// Where a place is two members (see otherHalf()) of which this is the only one that was changed: what stood in the
    /// other one then, and shall stand there still.
    std::optional<QJsonValue> otherBefore = {};
    /// What the setting was called (Setting::fullName()) when the person changed it: a service may give its id to
    /// another one. nullopt: no setting, or as it is called now.
    std::optional<QString> settingName = {};
};

/// The other member of a place that is two: a country and its code.
[[nodiscard]] std::optional<Path> otherHalf(const Path &path);

/// User::valueAt() for a single look at @p document.
[[nodiscard]] QJsonValue valueAt(const QJsonObject &document, const Path &path);

/// @p document with the changes laid over it and nothing else different. A change to a setting that is not there is
/// left out: the client never invents one.
[[nodiscard]] QJsonObject withChanges(QJsonObject document, const QList<Change> &changes);

/// The changes that @p answer does not show: what the service did not take. Values that mean the same count as taken.
[[nodiscard]] QList<Change> changesNotIn(const QJsonObject &answer, const QList<Change> &changes);

} // namespace lanyard
