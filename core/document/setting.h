#pragma once

#include "core/document/settingtype.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace lanyard {

/// One setting of the person. Its value is always a text; the type says how it is meant to be read.
class Setting
{
public:
    using Type = SettingKind;

    explicit Setting(QJsonObject object) : m_object(std::move(object)) {}

    /// Identity within the user; a number or a text of the service's choosing, empty when it has none.
    [[nodiscard]] QString id() const;
    [[nodiscard]] QString category() const;
    [[nodiscard]] QString group() const;
    [[nodiscard]] QString name() const;
    /// Category, group and name: what a person knows it by.
    [[nodiscard]] QString fullName() const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] QString value() const;
    /// The type's name as the service wrote it.
    [[nodiscard]] QString typeName() const;
    /// What the name is commonly used for (`Int32`, `System.Boolean`, …); Text for a name that is not known.
    [[nodiscard]] Type type() const { return settingType(typeName()).kind; }
    /// Read-only by the service, in whatever notation; also when it cannot be told whether it is.
    [[nodiscard]] bool isLocked() const;
    /// Read-only by the service, or its value is not the text that the contract says and cannot be edited as one.
    [[nodiscard]] bool readOnly() const;
    /// Its name or type speaks of a password, secret or token: shown masked.
    [[nodiscard]] bool looksSecret() const;

private:
    QJsonObject m_object;
};

/// What a boolean in one of the usual notations says (`true`, `1`, `yes`, `on`, `Y`, `T` and their opposites, in either
/// case); nothing for any other text.
[[nodiscard]] std::optional<bool> readSettingBoolean(const QString &text);
/// A boolean in the form of the text that it replaces: `True` stays capitalised, `1` a digit, `yes` a word.
[[nodiscard]] QString writeSettingBoolean(bool value, const QString &before);

} // namespace lanyard
