#pragma once

#include <QObject>

namespace lanyard {

/// Shows notifications of the desktop: org.freedesktop.Notifications on the session bus, or those of Windows.
class DesktopNotices : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Both are plain text.
    void show(const QString &title, const QString &text);

Q_SIGNALS:
    /// There is nothing that shows notifications.
    void notShown();

private:
    void send(const QString &title, const QString &body);
};

} // namespace lanyard
