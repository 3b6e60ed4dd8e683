#pragma once

#include "core/document/apikey.h"
#include "core/document/timeleft.h"

namespace lanyard {

/// In local time and the user's locale; "unknown: …" if it is unreadable, empty if there is none.
[[nodiscard]] QString momentText(const ServiceMoment &moment);
/// The same to the second, with an unambiguous time zone, and marked: leftToRight().
[[nodiscard]] QString exactMoment(const ServiceMoment &moment);
/// Both, the exact one in brackets. They have the marks of quoted(), which keep them together in a window that reads
/// right to left.
[[nodiscard]] QString wholeMoment(const ServiceMoment &moment);
/// @p text with its own line breaks, each line safe to show.
[[nodiscard]] QString linesOf(const QString &text);
/// A member of a key for a cell or a sentence.
[[nodiscard]] QString shortMember(const QString &text);
/// What is not understood of a key in ApiKey::State::Unknown: "unknown (…)".
[[nodiscard]] QString unknownStatus(const ApiKey &key);
/// The mask of a secret, or if it is @p revealed the secret itself.
[[nodiscard]] QString secretText(const Secret &secret, bool revealed);
/// "3 days", "5 hours", "2 minutes", "less than a minute": after "expires in".
[[nodiscard]] QString timeLeftText(const TimeLeft &left);
/// Its name, or that it has none.
[[nodiscard]] QString keyName(const ApiKey &key);
/// The same to be seen, in one line whatever is in it: a second one could be taken for Lanyard's own words.
[[nodiscard]] QString wholeKeyName(const ApiKey &key);
/// The same for a sentence, as quoted() has it; cut if it is long.
[[nodiscard]] QString quotedKeyName(const ApiKey &key);

} // namespace lanyard
