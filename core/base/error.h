#pragma once

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace lanyard {

/// What a person needs to know about a certificate to decide on it. Plain facts, as text.
struct CertificateFacts
{
    QString subject;
    QString issuer;
    QStringList names; ///< subjectAltName entries; empty when the certificate has none
    QDateTime validFrom;
    QDateTime validUntil;
    QByteArray sha256;         ///< 32 bytes, of the whole certificate
    QByteArray expectedSha256; ///< 32 bytes when another certificate was pinned before, else empty
    QStringList reasons;       ///< every reason why the system does not trust it
};

/// Why something did not happen. A value: it is returned, never thrown.
struct Error
{
    Q_GADGET

public:
    /// Named by what the person can do next; errorText() has one sentence for each.
    enum class Kind {
        Cancelled,                 ///< the person or the program stopped it: nothing to say
        AddressInvalid,            ///< correct the server's address
        PlainHttpRefused,          ///< agree to an unencrypted connection, or correct the address
        Unreachable,               ///< no connection: check network and address
        ProxyInTheWay,             ///< the network's proxy (the subject) let nothing through: ask who runs it
        ProxySignIn,               ///< the network's proxy (the subject) asks for a name and a password: enter them
        ProxySignInUnsupported,    ///< the network's proxy (the subject) offers only sign-ins that cannot be given
        ProxyUnsupported,          ///< the environment names a kind of proxy (the subject) that cannot be used
        GatewaySignIn,             ///< something in front of the service wants a sign-in of its own: ask who runs it
        GatewayRefused,            ///< something in front of the service said no: ask who runs it
        GatewayFault,              ///< something in front of the service fails, or does not reach it: try later
        NetworkSignIn,             ///< the network wants a sign-in first: in a web browser
        HttpsExpected,             ///< the port speaks TLS: enter the suggestion
        HttpExpected,              ///< the port does not speak TLS: enter the suggestion, if that is intended
        ClientCertificateDemanded, ///< which this program cannot show: ask the administrator
        TlsFailed,                 ///< no secure connection could be agreed on: ask the administrator
        TimedOut,                  ///< try again
        CertificateUntrusted,      ///< look at the certificate
        CertificateChanged,        ///< another certificate than the pinned one: ask the administrator
        CaCertificatesUnusable,    ///< choose another file (the subject) of certificate authorities, or none
        Redirected,                ///< the service moved: correct the address
        NotTheService,             ///< something else answered: correct the address, or sign in to the network
        AnswerIncomplete,          ///< an answer that broke off: try again
        TooLarge,                  ///< an answer beyond the limit
        OutcomeUnknown,            ///< sent, but not answered: read before trying again
        SignInRefused,             ///< correct user name, password or key
        TooManyRequests,           ///< wait
        SessionExpired,            ///< sign in again
        Forbidden,                 ///< ask the administrator
        Refused,                   ///< the service says no: its own words tell why
        ServiceFault,              ///< a failure inside the service: try later
        UnusableCredential,        ///< a key that cannot be sent
        UnusableToken,             ///< the service's own token cannot be sent back to it
        DoubledMember,             ///< a member (the subject) stands twice: shown, not saved; ask the administrator
        InexactNumber,             ///< a number (of the subject) that no 64-bit type holds: shown, not saved
        OtherUser,                 ///< the service answered with another user than the one signed in
        NotWritten,                ///< a file of the program's own: make room on the disk
        KeychainMissing,           ///< this computer has none: the session lasts until quit
        KeychainSilent,            ///< it does not answer
        KeychainNotSetUp,          ///< it wants a password to be chosen first
        KeychainLocked,            ///< unlock it
        KeychainRefused,           ///< the person, or the keychain itself, said no
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Cancelled;
    Kind cause = Kind::Cancelled; ///< of OutcomeUnknown: what it would be had nothing been sent
    int httpStatus = 0;           ///< 0: no answer
    qint64 code = 0;              ///< the service's own code, opaque
    QString serverMessage;        ///< the service's own words, as received: show through errorText() only
    QString subject;              ///< what it is about: an address, a redirect's target; never a secret
    QString proxyUser;            ///< the user name that the proxy (the subject) was given; empty: none
    QString answeredBy;      ///< what answered in the service's place ("nginx"), or which sign-in it wants ("Basic")
    bool isGateways = false; ///< it is known that something in front of the service answered, by name or not
    QString suggestion;      ///< an address that can be entered instead; empty: none is known
    QHash<QString, QString>
        refusedMembers;         ///< the service's words about single members of what it was sent, by its names
    QStringList sentSettings;   ///< the ids of the settings that it was sent, in their order: what an index counts
    int retryAfterSeconds = -1; ///< -1: not told
    QString technical;          ///< for "Show details": Qt's or the system's words
    std::optional<CertificateFacts> certificate;
};

/// An error of a kind that needs no more words.
[[nodiscard]] inline Error errorOf(Error::Kind kind, const QString &technical = {})
{
    Error error;
    error.kind = kind;
    error.technical = technical;
    return error;
}

/// One sentence that says what happened and what to do, then the service's own words, quoted, if there are any.
/// Plain text in the person's language.
[[nodiscard]] QString errorText(const Error &error);

/// The one step that is offered beside the sentence; None where nothing that this program can do would help.
enum class NextStep { None, TryAgain, SignInAgain, LookAtCertificate, UnlockKeychain, SignInToProxy };
[[nodiscard]] NextStep nextStep(Error::Kind kind);

/// As it is spelled here, for logs and details.
[[nodiscard]] QByteArray kindName(Error::Kind kind);

/// Whether it is one of the Keychain… kinds.
[[nodiscard]] bool isKeychainError(Error::Kind kind);

/// What "Show details" shows and copies: kind, status, code and technical text. Holds no secret.
[[nodiscard]] QString errorDetails(const Error &error);

} // namespace lanyard
