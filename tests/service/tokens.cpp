#include "tests/service/tokens.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

QByteArray randomBytes()
{
    QByteArray bytes(32, Qt::Uninitialized);
    for (char &byte : bytes) {
        byte = static_cast<char>(QRandomGenerator::system()->generate() & 0xff);
    }
    return bytes;
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray base64Url(const QJsonObject &object)
{
    return base64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

Tokens::Tokens() : m_signingKey(randomBytes()) {}

QByteArray Tokens::issue(const QString &userId, const QString &userName, const ServiceOptions &options)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const qint64 expiresAt = now + qint64(options.tokenLifetimeSeconds) * 1000;
    QByteArray token = "opaque-token-" + base64Url(randomBytes()); // so that a search finds it wherever it was left
    if (options.jwt) {
        const QJsonObject header{{u"alg"_s, u"HS256"_s}, {u"typ"_s, u"JWT"_s}};
        const QJsonObject claims{{u"sub"_s, userId},
                                 {u"unique_name"_s, userName},
                                 {u"jti"_s, QString::fromLatin1(token)},
                                 {u"iss"_s, u"lanyard-service"_s},
                                 {u"aud"_s, u"lanyard-service"_s},
                                 {u"nbf"_s, now / 1000},
                                 {u"iat"_s, now / 1000},
                                 {u"exp"_s, expiresAt / 1000}};
        const QByteArray signedPart = base64Url(header) + '.' + base64Url(claims);
        token = signedPart + '.' +
                base64Url(QMessageAuthenticationCode::hash(signedPart, m_signingKey, QCryptographicHash::Sha256));
    }
    m_issued.insert(token, {userId, expiresAt});
    m_owners.insert(token, userId);
    return token;
}

Tokens::Found Tokens::find(const QByteArray &token) const
{
    const auto it = m_issued.constFind(token);
    if (it == m_issued.constEnd()) {
        return {};
    }
    const bool expired = it->expiresAt <= QDateTime::currentMSecsSinceEpoch();
    return {expired ? State::Expired : State::Valid, it->userId};
}

void Tokens::end(const QByteArray &token)
{
    m_issued.remove(token);
}

void Tokens::expireAll()
{
    for (Issued &issued : m_issued) {
        issued.expiresAt = 0;
    }
}

QJsonObject Tokens::toJson() const
{
    QJsonObject issued;
    for (auto it = m_issued.constBegin(); it != m_issued.constEnd(); ++it) {
        issued.insert(QString::fromLatin1(it.key()),
                      QJsonObject{{u"userId"_s, it->userId}, {u"expiresAt"_s, it->expiresAt}});
    }
    return issued;
}

void Tokens::fromJson(const QJsonObject &state)
{
    for (auto it = state.constBegin(); it != state.constEnd(); ++it) {
        const QJsonObject issued = it.value().toObject();
        m_issued.insert(it.key().toLatin1(),
                        {issued.value("userId"_L1).toString(), issued.value("expiresAt"_L1).toInteger()});
    }
}

} // namespace lanyard::testing
