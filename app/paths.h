#pragma once

#include <QString>

namespace lanyard {

/// The files that the program keeps, all without secrets and readable by their owner only.
struct Paths
{
    QString accounts; ///< servers and user names
    QString trust;    ///< accepted certificates
    QString window;   ///< window place, page, column widths
    QString preferences;
    QString drafts; ///< folder of unsaved edits

    /// In the folder that LANYARD_FILES names, else in the places of the XDG Base Directory Specification (or what the
    /// system has instead).
    [[nodiscard]] static Paths standard();
    /// All in one folder.
    [[nodiscard]] static Paths under(const QString &folder);
};

/// Sees to it that HOME names the home folder of the user that runs the program. Without it (`env -i`, some service
/// managers), or with one that is relative, Qt takes the root folder, and the files of everybody would be there.
/// What XDG's variables name is not used either when it is relative, as their specification demands and Qt 6.4 does
/// not.
void findHome();

} // namespace lanyard
