#pragma once

#include "tests/service/serviceoptions.h"

#include <QHash>
#include <QJsonObject>

namespace lanyard::testing {

// The tokens that were handed out. Not thread-safe.
class Tokens
{
public:
    enum class State { Valid, Expired, Unknown };
    struct Found
    {
        State state = State::Unknown;
        QString userId = {};
    };

    Tokens();

    QByteArray issue(const QString &userId, const QString &userName, const ServiceOptions &options);
    Found find(const QByteArray &token) const;
    // The user whom it was issued to, whether it is still valid, has expired or has been ended; empty: never issued.
    QString ownerOf(const QByteArray &token) const { return m_owners.value(token); }
    void end(const QByteArray &token);
    void expireAll();

    // For the state file, so that a session outlives a restart of the service.
    QJsonObject toJson() const;
    void fromJson(const QJsonObject &state);

private:
    struct Issued
    {
        QString userId;
        qint64 expiresAt; // milliseconds since 1970, UTC
    };
    QByteArray m_signingKey;
    QHash<QByteArray, Issued> m_issued;
    QHash<QByteArray, QString> m_owners; // ids, also of tokens that have been ended; not in the state file
};

} // namespace lanyard::testing
