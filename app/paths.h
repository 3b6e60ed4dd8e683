#pragma once

#include <QString>

namespace lanyard {

/// The program's files, all without secrets and readable only by their owner.
struct Paths
{
    QString accounts; ///< servers and user names
    QString trust;    ///< accepted certificates
    QString window;   ///< window geometry, page, column widths
    QString preferences;
    QString drafts; ///< folder of unsaved edits
    /// Those of a program that the desktop starts: nothing has said otherwise.
    bool areUsual = false;

    /// In the folder given by LANYARD_FILES, else in the locations of the XDG Base Directory Specification (or the
    /// platform's equivalent).
    [[nodiscard]] static Paths standard();
    /// All in one folder.
    [[nodiscard]] static Paths under(const QString &folder);

private:
    /// For files that may be lost with the machine; @p otherwise where the platform has no folder for them.
    [[nodiscard]] static QString draftsFolder(const QString &otherwise);
};

/// Takes away what Qt would be misled by, at the start, before there are threads.
///
/// Elsewhere than on Windows, HOME is the home folder of the user running the program then. Without it (`env -i`, some
/// service managers), or if it is relative, Qt uses the root folder, where everybody's files would end up. Relative
/// paths in the XDG variables are ignored too, as their specification demands; Qt 6.4 does not ignore them.
///
/// On Windows, TZ is ignored: Cygwin's shell hands on a name as in Europe/Berlin, of which the C library there makes an
/// hour and rules of its own. Times would be shown, and read, hours away from the time that the user lives by. So are
/// LANG and what else that shell has of the kind, which Qt asks before the region that is set in Windows: numbers would
/// be read as people write them elsewhere.
void mendEnvironment();

} // namespace lanyard
