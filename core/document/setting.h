#pragma once

#include "core/document/settingtype.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace lanyard {

/// One setting of the user. Its value is always a string; the type says how to interpret it.
class Setting
{
public:
    using Type = SettingKind;

    explicit Setting(QJsonObject object);

    /// Whether an element of the service's list is none: not an object, or a reference to another one.
    [[nodiscard]] static bool isNone(const QJsonObject &object);
    /// Identity within the user; a number or string chosen by the service, empty if it has neither.
    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] static QString idIn(const QJsonObject &object);
    [[nodiscard]] QString category() const;
    [[nodiscard]] QString group() const;
    [[nodiscard]] const QString &name() const { return m_name; }
    /// Category, group and name, one a line (or all in JSON, if one of them has lines): how a user identifies it.
    /// Different for different settings.
    [[nodiscard]] const QString &fullName() const { return m_fullName; }
    [[nodiscard]] QString description() const;
    /// What its numbers count, if the name or else the description ends with it: "%" of "Discount (%)", "min" of "Idle
    /// time in min". Empty if there is none.
    [[nodiscard]] QString unit() const;
    [[nodiscard]] QString value() const;
    /// The type's name as the service wrote it.
    [[nodiscard]] const QString &typeName() const { return m_typeName; }
    /// What the name is commonly used for (`Int32`, `System.Boolean`, …); Text for an unknown name.
    [[nodiscard]] Type type() const { return m_type; }
    /// Declared read-only by the service, in any notation; also if its declaration is not understood.
    [[nodiscard]] bool isLocked() const;
    /// Declared read-only by the service, or its value is not the string that the contract requires and cannot be
    /// edited as one.
    [[nodiscard]] bool readOnly() const;
    /// Its name or type suggests a password, secret or token, or it is a text under a heading of such: shown masked.
    /// What is true or false is none, whatever its name.
    [[nodiscard]] bool looksSecret() const;

private:
    QJsonObject m_object;
    // Asked for by every cell for each text of it, and by every comparison of thousands of settings.
    QString m_id;
    QString m_name;
    QString m_fullName;
    QString m_typeName;
    Type m_type = Type::Text;
    mutable std::optional<bool> m_looksSecret; // found when first asked for: by one thread
};

/// Category, group and name from a Setting::fullName(), the name last. What is none, as in a file that somebody else
/// wrote, is one name.
[[nodiscard]] QStringList partsOfFullName(const QString &fullName);

/// The value of a boolean in one of the usual notations (`true`, `1`, `yes`, `on`, `Y`, `T` and their opposites, in
/// either case); nullopt for any other text.
[[nodiscard]] std::optional<bool> readSettingBoolean(const QString &text);
/// A boolean in the style of the text it replaces: `True` stays capitalised, `1` a digit, `yes` a word.
[[nodiscard]] QString writeSettingBoolean(bool value, const QString &before);

} // namespace lanyard
