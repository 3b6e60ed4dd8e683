#pragma once

#include <QString>

class QAccessibleInterface;
class QAction;

namespace lanyard {

/// What a screen reader calls @p entry of a menu, whose text is cut. Before the menu is shown for the first time.
/// @p lastingName: the same without what changes, such as a state, for lists of the entries.
void nameEntry(QAction &entry, const QString &name, const QString &lastingName = {});

/// The whole text of @p entry: what nameEntry() calls it for good, or else what it says, without the mark of its
/// letter.
[[nodiscard]] QString nameOfEntry(const QAction &entry);

/// For an entry that opens a menu of its own, which Qt's does not say, or that nameEntry() has named. Null otherwise:
/// Qt's will do.
[[nodiscard]] QAccessibleInterface *newEntryAccess(QAction *entry);

} // namespace lanyard
