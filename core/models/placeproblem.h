#pragma once

#include <QString>

namespace lanyard {

class DocumentEdits;
class Path;

/// Why what is half typed at @p path is no value of it: a sentence that is safe to show. Empty if nothing is.
[[nodiscard]] QString placeProblem(const Path &path, const DocumentEdits &user);

} // namespace lanyard
