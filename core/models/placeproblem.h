#pragma once

#include <QString>

namespace lanyard {

class DocumentEdits;
class Path;

/// Why what is half typed at @p path is no value of it: a sentence that is safe to show. Empty if nothing is.
[[nodiscard]] QString placeProblem(const Path &path, const DocumentEdits &user);

/// placeLabel() of a place that was edited: a setting that is no longer there is called by the name that it had.
[[nodiscard]] QString editedPlaceLabel(const Path &path, const DocumentEdits &user);

/// Whether there is an edit of a setting that the service no longer has: it cannot be saved.
[[nodiscard]] bool hasLostEdits(const DocumentEdits &user);

} // namespace lanyard
