#pragma once

#include <QStringList>

namespace lanyard {

/// Up to so many UTF-16 units a text is shown whole.
inline constexpr qsizetype WholeTextLimit = 4000;

/// Texts to be compared, for display: as they are if none is longer than WholeTextLimit. Otherwise long stretches that
/// all of them share are left out, but for a few words before and behind what differs, and an ellipsis stands for them:
/// every passage that differs stays.
[[nodiscard]] QStringList differingPassages(const QStringList &texts);

/// Where to begin so that the first difference between @p text and @p other is in view: 0 if it is near the beginning.
[[nodiscard]] qsizetype beginOfDifference(const QString &text, const QString &other);

} // namespace lanyard
