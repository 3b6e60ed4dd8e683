#pragma once

#include "core/document/settingtype.h"

#include <QLocale>
#include <QString>

namespace lanyard {

class Setting;

/// A typed text read as a setting's value: the text for the service, or why it is invalid.
struct SettingReading
{
    QString text;
    QString problem = {};   ///< a sentence for the user; empty if the text can be saved
    qsizetype faultAt = -1; ///< where in the typed text that is, in UTF-16 units; -1: in no one place

    [[nodiscard]] bool ok() const { return problem.isEmpty(); }
    [[nodiscard]] static SettingReading refused(const QString &problem) { return {{}, problem}; }
};

/// Reads @p typed as a value of the type called @p typeName, in the notation of @p locale or of the service (invariant
/// .NET: `1234.5`, ISO dates); the result is in the service's notation, in the style of @p stored if there are several.
/// Marks of quotation around it are left out, but not of a text or JSON.
/// A text that can be read in two ways is refused, never guessed, but for localValue(). The stored text can always be
/// saved: its meaning is up to the service. An empty one is a text; it is no value of another type, unless the type is
/// nullable or what is stored is empty, too. An unknown type accepts any text.
///
/// A Url must be http or https, or have the stored scheme. JSON must be valid, unless the type is `Object` and the
/// stored text is not JSON.
[[nodiscard]] SettingReading readSetting(const QString &typeName, const QString &typed, const QString &stored,
                                         const QLocale &locale = {});

/// Reads @p typed as a new value of @p setting: a number may have the setting's own unit with it. Of a secret, the
/// problem reveals nothing.
[[nodiscard]] SettingReading readSetting(const Setting &setting, const QString &typed);

/// Whether the service's value is a value of its type in a usual notation.
[[nodiscard]] bool isUsualSetting(const QString &typeName, const QString &stored);

} // namespace lanyard
