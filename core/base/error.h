#pragma once

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace lanyard {

/// What a user needs to know about a certificate in order to decide whether to trust it. Plain facts, as text.
struct CertificateFacts
{
    QString subject;
    QString issuer;
    QStringList names; ///< subjectAltName entries; empty when the certificate has none
    QDateTime validFrom;
    QDateTime validUntil;
    QByteArray sha256;         ///< 32 bytes, of the whole certificate
    QByteArray expectedSha256; ///< 32 bytes if a different certificate was pinned before, else empty
    QStringList reasons;       ///< every reason why the system does not trust it
};

/// Why an operation failed. A value: it is returned, never thrown.
struct Error
{
    Q_GADGET

public:
    /// Named after what the user can do next; errorText() has one sentence for each.
    enum class Kind {
        Cancelled,              ///< cancelled by the user or the program: nothing to report
        AddressInvalid,         ///< correct the server's address
        PlainHttpRefused,       ///< allow an unencrypted connection, or correct the address
        Unreachable,            ///< no connection: check network and address
        ProxyInTheWay,          ///< the network's proxy (the subject) let nothing through: ask its administrator
        ProxySignIn,            ///< the network's proxy (the subject) asks for a username and password: enter them
        ProxySignInUnsupported, ///< the network's proxy (the subject) offers only unsupported authentication schemes
        ProxyUnsupported,       ///< the environment names an unsupported kind of proxy (the subject)
        GatewaySignIn,          ///< something in front of the service requires its own sign-in: ask its administrator
        GatewayRefused,         ///< something in front of the service refused the request: ask its administrator
        GatewayFault,           ///< something in front of the service failed, or could not reach it: try later
        NetworkSignIn,          ///< the network requires a sign-in first: use a web browser
        HttpsExpected,          ///< the port uses TLS: enter the suggestion
        HttpExpected,           ///< the port does not use TLS: enter the suggestion, if that is intended
        ClientCertificateDemanded, ///< client certificates are not supported: ask the administrator
        TlsFailed,                 ///< no secure connection could be negotiated: ask the administrator
        TimedOut,                  ///< try again
        CertificateUntrusted,      ///< review the certificate
        CertificateChanged,        ///< a different certificate from the pinned one: review both
        CaCertificatesUnusable,    ///< the file (the subject) of CA certificates is unusable: choose another, or none
        Redirected,                ///< the service moved: correct the address
        RedirectedToItself,        ///< the server redirects a call to itself: ask its administrator
        NotTheService,             ///< something else responded: correct the address, or sign in to the network
        AnswerIncomplete,          ///< the response was incomplete: try again
        AnswerUnreadable,          ///< the response is in an unsupported form: ask the administrator
        TooLarge,                  ///< the response exceeded the size limit
        OutcomeUnknown,            ///< sent, but no response: read before trying again
        SignInRefused,             ///< correct the user name, password or key
        TooManyRequests,           ///< wait
        SessionExpired,            ///< sign in again
        Forbidden,                 ///< ask the administrator
        Refused,                   ///< the service refused; its own message says why
        ServiceFault,              ///< an internal error of the service: try later
        UnusableCredential,        ///< a key that cannot be sent in a header
        UnusableToken,             ///< the service's own token cannot be sent back to it
        DoubledMember,   ///< a member (the subject) appears twice, in any case: shown, not saved; ask the administrator
        InexactNumber,   ///< a number (in the subject) that no 64-bit type can represent: shown, not saved
        OtherUser,       ///< the service returned a different user from the one signed in
        AlreadyOpen,     ///< this user (the subject) is signed in already, in another place of the window: look there
        NotWritten,      ///< a file of the program could not be written: free some disk space
        KeychainMissing, ///< this computer has no keychain: the session lasts until quit
        KeychainSilent,  ///< the keychain does not respond
        KeychainNotSetUp, ///< the keychain needs a password to be chosen first
        KeychainLocked,   ///< the keychain is locked: unlock it
        KeychainRefused,  ///< the user, or the keychain itself, denied access
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Cancelled;
    Kind cause = Kind::Cancelled; ///< for OutcomeUnknown: what the error would be if nothing had been sent
    int httpStatus = 0;           ///< 0: no response
    qint64 code = 0;              ///< the service's own code; opaque
    QString serverMessage;        ///< the service's own message, as received: show it through errorText() only
    QString subject;              ///< what the error is about: an address, a redirect's target; never a secret
    QString proxyUser;            ///< the user name sent to the proxy (the subject); empty: none
    QString answeredBy; ///< what responded instead of the service ("nginx"), or which scheme it asks for ("Basic")
    bool isKnownService = false; ///< the account service has answered here before: its address is right
    bool isServices = false;     ///< the account service itself has responded, in its own form
    bool isGateways = false;     ///< something in front of the service is known to have responded, identified or not
    QString suggestion;          ///< an address that can be entered instead; empty: none known
    QHash<QString, QString>
        refusedMembers;       ///< the service's messages about single members of the request, by its names for them
    QStringList sentSettings; ///< the ids of the settings in the request, in order: an index in a message counts these
    bool showsUser = false;   ///< the service refused, and sent a user with that: what was asked for may have been done
    bool saysDone = false; ///< the status is of a success, though not the usual one, or the body is empty: nothing in
                           ///< the response says otherwise
    bool mayBeWritten = false;  ///< the keychain may hold what it was given all the same, or may do so later
    int retryAfterSeconds = -1; ///< -1: not given
    QString technical;          ///< for "Show details": the message of Qt or the system
    std::optional<CertificateFacts> certificate;
};

/// An error of a kind that needs no further description.
[[nodiscard]] inline Error errorOf(Error::Kind kind, const QString &technical = {})
{
    Error error;
    error.kind = kind;
    error.technical = technical;
    return error;
}

/// One sentence that says what happened and what to do, followed by the service's own message, quoted, if there is one.
/// Plain text in the user's language.
[[nodiscard]] QString errorText(const Error &error);

/// @p sentence followed by the service's own message of @p error, quoted, if there is one.
[[nodiscard]] QString withServersWords(const QString &sentence, const Error &error);

/// The one action offered beside the sentence; None if nothing that this program can do would help.
enum class NextStep { None, TryAgain, SignInAgain, LookAtCertificate, UnlockKeychain, SignInToProxy };
[[nodiscard]] NextStep nextStep(Error::Kind kind);
/// As above, but nothing is offered where the service refuses the form of the request, and what only another address
/// would help against is tried again where there is none to enter.
[[nodiscard]] NextStep nextStep(const Error &error);

/// Whether the service refused the values that were sent: it would refuse the same ones again.
[[nodiscard]] bool isRefusalOfValues(const Error &error);

/// The enumerator's name, for logs and details.
[[nodiscard]] QByteArray kindName(Error::Kind kind);

/// Whether it is one of the Keychain… kinds.
[[nodiscard]] bool isKeychainError(Error::Kind kind);

/// What "Show details" shows and copies: kind, status, code and technical text. Contains no secret.
[[nodiscard]] QString errorDetails(const Error &error);

} // namespace lanyard
