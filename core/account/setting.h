#pragma once

#include <QJsonObject>
#include <QString>

namespace lanyard {

/// One setting of the person. Its value is always a text; the type says how it is meant to be read.
class Setting
{
public:
    enum class Type { Text, Boolean, Integer, Real, DateTime, Json, Colour, Url };

    explicit Setting(QJsonObject object) : m_object(std::move(object)) {}

    /// Identity within the user; a number or a text of the service's choosing, empty when it has none.
    [[nodiscard]] QString id() const;
    [[nodiscard]] QString category() const;
    [[nodiscard]] QString group() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] QString value() const;
    /// The type's name as the service wrote it.
    [[nodiscard]] QString typeName() const;
    /// What the name is commonly used for (`Int32`, `System.Boolean`, …); Text for a name that is not known.
    [[nodiscard]] Type type() const;
    /// Read-only by the service, or its value is not the text that the contract says and cannot be edited as one.
    [[nodiscard]] bool readOnly() const;
    /// Its name or type speaks of a password, secret or token: shown masked.
    [[nodiscard]] bool looksSecret() const;

private:
    QJsonObject m_object;
};

/// Whether the text stands for true (`true`, `1`, `yes`, `on`, whatever the case).
[[nodiscard]] bool settingBoolean(const QString &text);
/// A boolean in the form of the text that it replaces: `True` stays capitalised, `1` a digit, `yes` a word.
[[nodiscard]] QString writeSettingBoolean(bool value, const QString &before);

} // namespace lanyard
