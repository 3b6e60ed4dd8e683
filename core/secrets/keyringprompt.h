#pragma once

#include "core/base/pending.h"

#include <QDBusVariant>
#include <QString>

namespace lanyard {

/// On the session bus.
inline constexpr auto secretServiceName = QLatin1StringView("org.freedesktop.secrets");
inline constexpr auto secretServicePath = QLatin1StringView("/org/freedesktop/secrets");
inline constexpr auto secretServiceInterface = QLatin1StringView("org.freedesktop.Secret.Service");

/// A prompt that the Secret Service has created to ask the user. Exists until the user has answered, the service is
/// gone, or nothing waits for it any more.
class KeyringPrompt : public QObject
{
    Q_OBJECT

public:
    /// Shows the prompt with that object path ("/": no prompt needed). Completes when the user has answered; cancelling
    /// leaves the prompt open.
    [[nodiscard]] static Pending<Done> show(const QString &path, QObject *context);

private Q_SLOTS:
    void completed(bool dismissed, const QDBusVariant &result);

private:
    KeyringPrompt(const QString &path, QObject *context);
    void end(const Result<Done> &result);

    Promise<Done> m_promise;
};

} // namespace lanyard
