#pragma once

#include <QObject>

namespace lanyard {

/// Tab in the open list of a combo box chooses the entry and goes on to the next control, as it does elsewhere: Qt
/// swallows it, and what is typed after it would look for another entry.
///
/// Installed once for the whole program.
class OpenListKeys : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace lanyard
