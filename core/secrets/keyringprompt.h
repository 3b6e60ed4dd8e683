#pragma once

#include "core/base/pending.h"

#include <QDBusVariant>
#include <QString>

namespace lanyard {

/// On the session bus.
inline constexpr auto secretServiceName = QLatin1StringView("org.freedesktop.secrets");
inline constexpr auto secretServicePath = QLatin1StringView("/org/freedesktop/secrets");
inline constexpr auto secretServiceInterface = QLatin1StringView("org.freedesktop.Secret.Service");

/// A window that the Secret Service has made to ask the person in. Lives until they have answered, the service is gone,
/// or nobody waits any more.
class KeyringPrompt : public QObject
{
    Q_OBJECT

public:
    /// Shows the window of that object path ("/": nothing needs to be asked) and completes @p promise when the person
    /// has answered. Cancelling the call leaves the window to the person.
    static void show(const QString &path, const Promise<Done> &promise, QObject *context);

private Q_SLOTS:
    void completed(bool dismissed, const QDBusVariant &result);

private:
    KeyringPrompt(const QString &path, const Promise<Done> &promise, QObject *context);
    void end(const Result<Done> &result);

    Promise<Done> m_promise;
};

} // namespace lanyard
