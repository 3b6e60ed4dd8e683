#pragma once

#include "core/desktop/desktopnotices.h"

#include <QObject>
#include <QStringList>

namespace lanyard {

class MainWindow;
class Preferences;
class Workspace;

/// Tells, unless the user does not want it, that API keys of an open account have expired: in the account's messages,
/// and on the desktop if the user is not in the window.
class ExpiryNotices : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ExpiryNotices(MainWindow &window, const Preferences &preferences, QObject *parent = nullptr);

private:
    void tell(Workspace &workspace, const QStringList &names);

    MainWindow &m_window;
    const Preferences &m_preferences;
    DesktopNotices m_desktop;
};

} // namespace lanyard
