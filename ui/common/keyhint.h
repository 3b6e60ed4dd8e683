#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

namespace lanyard {

/// A key that something takes by itself, for the sheet of all shortcuts.
struct KeyHint
{
    QString text; ///< what it does, as on the button or entry for it
    QList<QKeySequence> keys;
};

/// Those of one place, such as a list.
struct KeyHints
{
    QString place;
    QList<KeyHint> hints;
};

} // namespace lanyard
