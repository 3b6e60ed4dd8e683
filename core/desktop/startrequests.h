#pragma once

#include <QObject>

namespace lanyard {

/// Lets a desktop start the program over D-Bus, and ask a running one to show its window: org.freedesktop.Application
/// of the Desktop Entry Specification, under the name LANYARD_ID. Elsewhere it never emits.
class StartRequests : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Takes the name on the session bus, unless another program has it. Waits for nothing but the bus itself: not
    /// before the window is shown.
    void listen();
    /// Gives it up: who asks from now on starts a new program.
    void stop();

Q_SIGNALS:
    /// @p activationToken, of Wayland or X11, allows a window to come to the front; it may be empty.
    void asked(const QString &activationToken);
};

} // namespace lanyard
