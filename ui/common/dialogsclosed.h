#pragma once

#include <QObject>

namespace lanyard {

/// Two dialogs may close at once, as an editor does by the answer to the question above it. A window manager then gives
/// the keyboard to the one below, which is gone by then, and no window has it. So the window behind both asks for it.
///
/// Installed once for the whole program, so that no question can be forgotten.
class DialogsClosed : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int m_count = 0; // since a window became active
};

} // namespace lanyard
