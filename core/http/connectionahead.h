#pragma once

#include "core/base/pending.h"
#include "core/http/origin.h"

#include <QHash>
#include <QNetworkRequest>
#include <QObject>
#include <QSslError>
#include <QTimer>

class QNetworkAccessManager;
class QNetworkReply;

namespace lanyard {

class TrustStore;

/// Opens a connection before there is a call for it: name look-up, TCP, TLS, with the certificate checked as HttpCall
/// does it. No byte of HTTP is sent. What goes wrong is not told: the call finds out by itself.
class ConnectionAhead : public QObject
{
    Q_OBJECT

public:
    /// @p request is one to @p origin as a call would send it, of which only the connection counts. The connection
    /// stays with @p manager. @p trust must outlive it. Gives up after @p limitMs.
    ConnectionAhead(QNetworkAccessManager &manager, QNetworkRequest request, const Origin &origin,
                    const TrustStore &trust, int limitMs, QObject *parent);
    ~ConnectionAhead() override;

    /// For a call that needs the connection: completes when it is known what became of it, in @p withinMs at most, and
    /// when this is destroyed.
    [[nodiscard]] Pending<Done> wait(int withinMs);

Q_SIGNALS:
    /// Once. If not @p isOpen, no connection that was begun may be used: the certificate may be why. To be received by
    /// a queued connection, for Qt's own objects are in the midst of a signal.
    void ended(bool isOpen);

private:
    void check(const QList<QSslError> &errors);
    void end(bool isOpen);
    void letGo();

    Origin m_origin;
    const TrustStore &m_trust;
    QNetworkReply *m_reply;
    QTimer m_limit;
    bool m_isRefused = false;
    bool m_hasEnded = false;
    QHash<int, Promise<Done>> m_waiting;
    int m_waiters = 0; // ever
};

} // namespace lanyard
