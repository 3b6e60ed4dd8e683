#pragma once

#include <QList>

class QDialog;
class QDialogButtonBox;
class QWidget;

namespace lanyard {

class FittingArea;

/// Lays @p dialog out as one column of @p parts over its @p buttons, as wide as a few words and not wider than the
/// screen; the parts scroll where there is no room for them. A button that is the default already stays it. The dialog
/// deletes itself when it is closed. Returns the area that scrolls, which the dialog owns.
FittingArea &arrangeNarrowly(QDialog &dialog, const QList<QWidget *> &parts, QDialogButtonBox &buttons);

} // namespace lanyard
