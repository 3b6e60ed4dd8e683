#pragma once

#include "core/base/pending.h"
#include "core/base/secret.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

class QDBusError;
class QDBusPendingCall;

namespace lanyard {

/// One operation in a Secret Service that may ask the user about each access: a sequence of calls, prompts among them,
/// that ends once with a result. Deletes itself when it has ended.
///
/// No deadline runs while the user is being asked. That is so from the moment the service has created a prompt, and
/// also while it does not reply to one call but does reply to another: KeePassXC shows the dialog that unlocks the
/// database within the search call (Service::searchItems()). A service that replies to neither is silent.
class AskingCall : public QObject
{
    Q_OBJECT

public:
    using Found = std::optional<Secret>;

    static constexpr auto PropertiesInterface = QLatin1StringView("org.freedesktop.DBus.Properties");

Q_SIGNALS:
    /// The user is being asked, or no longer is.
    void asking(bool isAsking);
    void ended();

protected:
    explicit AskingCall(QObject *parent);

    [[nodiscard]] Pending<Found> pending() const { return m_promise.pending(); }
    void call(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments,
              const std::function<void(const QDBusPendingCall &)> &then);
    /// Shows the prompt with that path, "/" if there is none, and continues when it was confirmed.
    void prompt(const QString &path, const std::function<void()> &then);
    /// Opens a session, which is needed to read and write secrets; closed at the end.
    void openSession(const std::function<void()> &then);
    [[nodiscard]] const QString &session() const { return m_session; }
    void end(const Result<Found> &result);
    /// Ends as cancelled if the user is being asked, now or later.
    void endWhenAsking();

private:
    void probe();
    void setAsking(bool isAsking);
    void fail(const QDBusError &error);

    Promise<Found> m_promise;
    QTimer m_probe;
    QString m_session;
    QString m_promptPath; // of the prompt being shown
    quint64 m_number = 0; // increases with each call and each reply
    bool m_asking = false;
    bool m_ended = false;
    bool m_givesWay = false;
};

} // namespace lanyard
