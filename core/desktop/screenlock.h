#pragma once

#include <QObject>

namespace lanyard {

/// Reports that the user locks the screen, where the desktop announces it on D-Bus: org.freedesktop.ScreenSaver and
/// org.gnome.ScreenSaver on the session bus, login1's session on the system bus. Under Windows: that the session is
/// locked. Elsewhere it never emits. Watches from watch() on.
class ScreenLock : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Waits for the buses: not before the window is shown.
    void watch();

Q_SIGNALS:
    void locked();

private Q_SLOTS:
    void activeChanged(bool active);

private:
    void watchLogin();
};

} // namespace lanyard
