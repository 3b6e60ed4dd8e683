#pragma once

#include <QString>

#include <functional>

namespace lanyard {

/// How wide a text is, in the unit of the room that it is given: pixels of a font, or characters.
using TextWidth = std::function<int(const QString &)>;

/// A user and the server of their account in a few words; the server alone if @p who is empty.
[[nodiscard]] QString accountName(const QString &who, const QString &server);

// What has too little room is cut, between whole characters, and gets an ellipsis in the place. If there is room for
// nothing else, the ellipsis is left.

/// @p text with its start kept.
[[nodiscard]] QString shortened(const QString &text, int room, const TextWidth &width);
/// The same with its start and its end kept: names often differ at the end alone.
[[nodiscard]] QString shortenedInTheMiddle(const QString &text, int room, const TextWidth &width);
/// An address, as of Origin::shortText(), with its start, its end and its port kept.
[[nodiscard]] QString shortenedServer(const QString &server, int room, const TextWidth &width);
/// accountName() of both, each shortened by itself: which is the user and which the server can always be told.
[[nodiscard]] QString shortenedAccount(const QString &who, const QString &server, int room, const TextWidth &width);

} // namespace lanyard
