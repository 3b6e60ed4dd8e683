#pragma once

#include <QString>

namespace lanyard {

/// What is unusual about a text of the profile or of a setting, which can be saved nevertheless: a sentence for each
/// thing, empty if there is nothing to say.

/// What a text is for, and so which characters are usual in it.
enum class TextUse {
    Prose, ///< with the spaces and hyphens of good typography
    Value, ///< of a setting: prose perhaps, or what a program reads: hyphens are those that a keyboard has
    Line,  ///< a name, a street: dashes and any digits
    Code,  ///< a number, a name to sign in with: programs compare it character by character
    Secret ///< only what nobody sees in it is named: a sentence about anything else would tell a part of it
};

/// About an e-mail address. Whether an address is one is for the service to say.
[[nodiscard]] QString addressRemark(const QString &address);

/// About the characters in @p text that nobody sees, or that look like a usual one and are another: by their names. Not
/// about those that stood in the text @p before: whoever has edited something else is not asked about them.
[[nodiscard]] QString characterRemark(const QString &text, TextUse use, const QString &before = {});

/// The same, in one sentence with what is said about a space at either end.
[[nodiscard]] QString lineRemark(const QString &text, TextUse use, const QString &before = {});

/// The same about the value of a setting whose type is @p typeName. Only about an address and a text, and about zeros
/// in front of a number: what another value means is read.
[[nodiscard]] QString settingRemark(const QString &typeName, const QString &value, const QString &before = {});

/// What an editor has removed of a text that was @p typed and is now @p kept, by its names; empty if nothing is gone.
[[nodiscard]] QString removedRemark(const QString &typed, const QString &kept);

} // namespace lanyard
