#pragma once

#include "core/document/settingtype.h"

#include <QLocale>
#include <QString>

namespace lanyard {

/// What a typed text means as a setting's value: the text for the service, or why it is none.
struct SettingReading
{
    QString text;
    QString problem = {}; ///< a sentence for the person; empty when the text can be saved

    [[nodiscard]] bool ok() const { return problem.isEmpty(); }
    [[nodiscard]] static SettingReading refused(const QString &problem) { return {{}, problem}; }
};

/// Reads @p typed as a value of the type called @p typeName, in the notation of @p locale or of the service (invariant
/// .NET: `1234.5`, ISO dates); the service's is what comes out, in the form of @p stored where there are several. A
/// text that can be read in two ways is refused, never guessed. What is stored already, and nothing at all, can always
/// be saved: what they mean is the service's to say. A type that is not known takes any text.
///
/// A Url is http or https, or of the scheme that is stored. JSON must be JSON, unless the type is `Object` and what is
/// stored is none.
[[nodiscard]] SettingReading readSetting(const QString &typeName, const QString &typed, const QString &stored,
                                         const QLocale &locale = {});

/// Whether what the service holds is a value of its type in a usual notation.
[[nodiscard]] bool isUsualSetting(const QString &typeName, const QString &stored);

} // namespace lanyard
