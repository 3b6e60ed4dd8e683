#pragma once

#include "tests/service/loggedrequest.h"
#include "tests/service/serviceoptions.h"

#include <functional>
#include <memory>

namespace lanyard::testing {

// An answer that a test puts in the place of the service's own.
struct ForcedAnswer
{
    QByteArray method = {}; // empty: any
    QByteArray path = {};   // empty: any
    int status = 500;
    QByteArray body = {};
    QByteArray contentType = "application/json; charset=utf-8"; // not sent with an empty body
    HeaderList headers = {};
    bool carriedOut = false; // the call is done all the same: only its answer is lost
    int times = 1;           // how many matching requests get it; -1: all from now on
};

// The stand-in account service: the four calls over real HTTP on the loopback interface, on threads of its own, so
// that a slow answer never holds up the event loop of the test. All methods may be called from any thread.
class AccountService
{
public:
    explicit AccountService(ServiceOptions options = {});
    ~AccountService(); // stops
    AccountService(const AccountService &) = delete;
    AccountService &operator=(const AccountService &) = delete;

    // Listens. False, and the reason in error, if the accounts or the state cannot be read or the port is taken.
    bool start(QString *error = nullptr);
    // Closes every connection and returns when no request is being served. Users, tokens, the log and the certificate
    // stay: start() goes on with them, on a port of its own choice unless options().port says which.
    void stop();

    quint16 port() const;              // 0 unless started
    QString address() const;           // "http://127.0.0.1:PORT" or https; empty unless started
    QByteArray certificatePem() const; // empty without TLS, or before start()
    void renewCertificate();           // the next start() makes another one

    // Taken up by the next request, but for tls, port, stateFile and accounts.
    ServiceOptions options() const;
    void setOptions(const ServiceOptions &options);

    // In the order of arrival, with those that are still to be answered. The last 10,000.
    QList<LoggedRequest> requests() const;
    void clearRequests();
    int count(const QByteArray &method, const QByteArray &path) const; // path without query
    // Called on the service's threads with each request, just before its answer is sent.
    void setRequestObserver(std::function<void(const LoggedRequest &)> observer);

    // The stored document, whose form no option changes; empty for an unknown user name.
    QJsonObject user(const QString &userName) const;
    // Another client's change: replaces the document as it stands. False for an unknown user name.
    bool setUser(const QString &userName, const QJsonObject &document);

    // The id of the user whom this service has issued the token to, whatever has become of it; empty: it has not.
    QString ownerOf(const QByteArray &token) const;
    // Every token is expired from now on.
    void expireTokens();
    // Forgets failed sign-ins and blocks.
    void unblock();
    // Queues the answer for the next matching requests; several are used up in the order they were queued.
    void failNext(const ForcedAnswer &answer);

private:
    class Private;
    std::unique_ptr<Private> m_p;
};

} // namespace lanyard::testing
