#pragma once

#include "core/base/knownsecrets.h"
#include "core/base/secret.h"
#include "core/document/keytext.h"
#include "core/document/servicemoment.h"

#include <QJsonObject>
#include <QList>

#include <array>
#include <memory>
#include <optional>

namespace lanyard {

/// One API key of the user, read-only: no call of the service creates, changes or revokes keys.
///
/// A name may hold a key, and names are shown, copied and exported: what is known to be secret is taken out of every
/// text but the id. Copies share what was read; a list may have many thousand.
class ApiKey
{
public:
    /// From most to least usable. Unknown: the service wrote something we do not understand, and nothing that we do
    /// understand says that the key is dead; or it wrote a member twice, or the state by another name; or the key was
    /// created later than now. NotYet: the time from which it is valid is still to come. NoKey: it is empty. Refused:
    /// the service did not accept it when it was asked, which no document tells: see ApiKeysModel::markChecked().
    enum class State { Usable, Expiring, Unknown, NotYet, NoKey, Refused, Expired, Revoked };
    /// A key that expires within this many days counts as expiring.
    static constexpr int ExpiringDays = 30;

    /// @p object was received as @p text. @p doubledMember: one that appears twice in the key, or the list of keys
    /// itself; it is unknown which one counts. @p hidden: what is taken out of the texts, once they are asked for.
    ApiKey(const QJsonObject &object, KeyText text, const std::optional<QString> &doubledMember, KnownSecrets hidden);
    /// One that was not received.
    explicit ApiKey(const QJsonObject &object, const std::optional<QString> &doubledMember = {},
                    KnownSecrets hidden = {});

    /// Identity within the user; empty if it has none. Two keys may share one.
    [[nodiscard]] QString id() const;
    [[nodiscard]] QString name() const;
    /// As the service sent it, with what is secret in it: to compare only.
    [[nodiscard]] QString storedName() const;
    [[nodiscard]] QString description() const;
    [[nodiscard]] QString ownerId() const;
    [[nodiscard]] Secret key() const;
    [[nodiscard]] Secret clientSecret() const;
    /// As the service wrote them; permissionText() puts them into words.
    [[nodiscard]] QJsonValue permissions() const;
    /// nullopt: not understood; revokedText() is what the service wrote.
    [[nodiscard]] std::optional<bool> revoked() const { return m_read->revoked; }
    [[nodiscard]] QString revokedText() const;
    [[nodiscard]] const std::optional<QString> &doubledMember() const { return rare().doubledMember; }
    [[nodiscard]] const ServiceMoment &created() const { return m_read->created; }
    /// As the service wrote it, to compare only.
    [[nodiscard]] QString createdText() const;
    /// A member that speaks of the state by a name that we do not know, such as "isRevoked" or "ExpireDate", and what
    /// it says; unless it only says that nothing is wrong with the key.
    struct OtherMember
    {
        QString name;
        QString text;
    };
    [[nodiscard]] const std::optional<OtherMember> &otherMember() const { return rare().otherMember; }
    /// ServiceMoment::Nothing: the key never expires.
    [[nodiscard]] const ServiceMoment &expires() const { return m_read->expires; }

    /// The moment from which it is valid, by any of the usual names. ServiceMoment::Nothing: always.
    [[nodiscard]] const ServiceMoment &begins() const { return rare().begins; }
    /// Whether it was created later than the clocks of service and computer may differ.
    [[nodiscard]] bool isCreatedAfter(const QDateTime &now) const;

    /// Revoked takes precedence over expired, that over no key and not yet valid, and those over unknown.
    [[nodiscard]] State state(const QDateTime &now) const;
    /// Whole days until it expires, rounded up; 0 if it has expired; -1 if it never does, or if that is unknown.
    [[nodiscard]] qint64 daysLeft(const QDateTime &now) const;
    /// The next moment after @p now at which one of these two changes; nullopt if there is none. Days are not counted
    /// until the key counts as expiring.
    [[nodiscard]] std::optional<QDateTime> nextChange(const QDateTime &now) const;

    /// The key and the client secret in one that is read no further.
    [[nodiscard]] static QList<Secret> secretsIn(const QJsonObject &object);
    /// The same of its text.
    [[nodiscard]] static QList<Secret> secretsIn(QByteArrayView text);

    /// The same with @p others taken out of its texts too.
    [[nodiscard]] ApiKey without(const KnownSecrets &others) const { return hiding(m_hidden + others); }
    /// The same of each of the keys of one user, which share the list of what is hidden.
    [[nodiscard]] static QList<ApiKey> allWithout(QList<ApiKey> keys, const KnownSecrets &others);

    /// Whether the service sent the same, whatever is taken out of it.
    friend bool operator==(const ApiKey &a, const ApiKey &b)
    {
        return a.m_read == b.m_read || (a.doubledMember() == b.doubledMember() && a.m_read->text == b.m_read->text);
    }

private:
    // Once: a list asks for the moments many times.
    struct Read
    {
        // What few keys have.
        struct Rare
        {
            std::optional<QString> doubledMember = {};
            std::optional<OtherMember> otherMember = {};
            ServiceMoment begins = {};
        };

        Read(const QJsonObject &key, KeyText itsText, const std::optional<QString> &doubled);
        void readOtherMembers(const QJsonObject &object, Rare &found);

        KeyText text;
        ServiceMoment created;
        ServiceMoment expires;
        std::shared_ptr<const Rare> rare = {}; // null: none of it
        std::optional<bool> revoked;
        bool isEmpty;
    };
    [[nodiscard]] const Read::Rare &rare() const;
    [[nodiscard]] ApiKey hiding(const KnownSecrets &secrets) const;
    void cleanWhatWasRead();
    enum Text { NameText, DescriptionText, OwnerText, PermissionsText, RevokedText, TextCount };
    [[nodiscard]] QJsonValue clean(Text text) const;

    std::shared_ptr<const Read> m_read;
    KnownSecrets m_hidden;
    enum class Looked : quint8 { NotYet, IsClean, IsCleaned };
    mutable std::array<Looked, TextCount> m_looked = {}; // for what is hidden in them
    mutable QJsonObject m_cleaned;                       // without that, the members in which there was some
};

/// A secret for display: always the same number of dots, so that its length is not revealed, then its last four
/// characters if it is long enough (16) for them not to help guess the rest.
[[nodiscard]] QString maskedSecret(const Secret &secret);
/// Only those last characters; empty if none are shown.
[[nodiscard]] QString shownEnd(const Secret &secret);

} // namespace lanyard
