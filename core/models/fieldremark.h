#pragma once

#include "core/document/userfields.h"

namespace lanyard {

class DocumentEdits;

/// What is said about a field of the profile, each one sentence; empty if there is nothing to say.

/// Why it is locked, or cannot be edited, and the notice at its place (see DocumentEdits::notice()).
[[nodiscard]] QString fieldNotice(const UserField &field, const DocumentEdits &user);
/// Why the text in its editor is invalid.
[[nodiscard]] QString fieldProblem(const UserField &field, const DocumentEdits &user);
/// What is unusual about a value: about an edit, which is saved nevertheless, or about the time that a date has.
[[nodiscard]] QString fieldQuestion(const UserField &field, const DocumentEdits &user);

/// What the field shows, before presentation mode hides anything: what is half typed, else the value in words.
[[nodiscard]] QString shownText(const UserField &field, const DocumentEdits &user);

/// The same of a date in its editor.
[[nodiscard]] QString typedDate(const UserField &field, const DocumentEdits &user);

/// Whether presentation mode hides something of it now.
[[nodiscard]] bool isHidden(const UserField &field, const DocumentEdits &user);

/// The same as fieldNotice() for a field of which presentation mode hides something.
[[nodiscard]] QString hiddenNotice(const UserField &field, const DocumentEdits &user);

} // namespace lanyard
