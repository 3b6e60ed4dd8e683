#pragma once

#include "core/document/merge.h"
#include "core/models/hiddensecrets.h"

#include <QStringList>

#include <cstddef>
#include <functional>

namespace lanyard {

/// The name of the place of @p path on screen: the field's label, or a setting's category and name. Plain text, safe to
/// show. @p hidden, here as below: what is not shown now.
[[nodiscard]] QString placeLabel(const Path &path, const User &user, const HiddenSecrets &hidden = {});

/// Where @p path stands in the form, before larger numbers; all settings after it.
[[nodiscard]] std::ptrdiff_t placeInForm(const Path &path);

using ValueAt = std::function<QJsonValue(const Path &)>;

/// The value of a place, as one line of plain text that is safe to show: "not set" for nothing, "Italia (IT)" for a
/// country, "16.04.1984 (1984-04-16T23:00:00Z)" for a date that is stored with a time, a setting's localValue(), ↵ for
/// a line break, → for a tab, ␣ for a space that would not be noticed, size instead of content for a picture, dots for
/// a setting that looks secret or that @p user does not have. @p at returns the value at a path: of the base, of the
/// edits, of what somebody else saved.
[[nodiscard]] QString placeText(const Path &path, const User &user, const ValueAt &at,
                                const HiddenSecrets &hidden = {});

/// The same, of a long text that differs from the value of @p other only far into it, from there on.
[[nodiscard]] QString placeTextUnlike(const ValueAt &other, const Path &path, const User &user, const ValueAt &at,
                                      const HiddenSecrets &hidden = {});

/// The same for several values that are compared: whole, or every passage in which they differ (differingPassages()).
/// Those of a setting that differ only in how they are stored are all shown as stored. @p isPlain: a setting that
/// @p user does not have is known to have been no secret (SettingIdentity::isPlain()).
[[nodiscard]] QStringList placeTexts(const Path &path, const User &user, const QList<ValueAt> &values,
                                     const HiddenSecrets &hidden = {}, bool isPlain = false);

/// The same for a value and for what is @p typed over it and does not fit, which is shown as it was typed.
[[nodiscard]] QStringList placeTexts(const Path &path, const User &user, const ValueAt &was, const QString &typed,
                                     const HiddenSecrets &hidden = {}, bool isPlain = false);

} // namespace lanyard
