#include "core/base/error.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// Long enough for any honest sentence, too short for a page of instructions from a malicious server.
constexpr qsizetype MessageLimit = 500;

class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    static QString wait(int seconds);
    static QString sentence(const Error &error);
    static QString ofGateway(const Error &error, const QString &subject);
    static QString ofGatewayFault(int status);
    static QString ofSomebody(const Error &error, const QString &subject, const QString &later);
    static QString ofClosedConnection(const Error &error, const QString &subject);
    static QString clockRemark(const Error &error);
    static QString withServerMessage(const QString &sentence, const QString &message);
};

// %1 is the gateway, or a general term for one, in front of %2.
QString ErrorText::ofGatewayFault(int status)
{
    if (status == 502 || status == 504 || (status >= 520 && status <= 530))
        return tr("%1 in front of %2 cannot reach the account service (status %3). %4");
    if (status == 503)
        return tr("%1 in front of %2 says that the account service is unavailable (status %3). %4");
    return tr("%1 in front of %2 reported an error (status %3). %4");
}

// It is unknown whether the service or something in front of it responded: neither is blamed.
QString ErrorText::ofSomebody(const Error &error, const QString &subject, const QString &later)
{
    const QString status = QString::number(error.httpStatus);
    if (error.kind == Error::Kind::GatewayRefused)
        return tr("%1 refused the request (status %2), but not the way an account service does: something in front of "
                  "it may have answered. Ask the server's administrator.")
            .arg(subject, status);
    if (error.httpStatus == 503)
        return tr("%1 is unavailable (status %2). %3").arg(subject, status, later);
    return tr("%1 reported an error (status %2), either in the account service or in something in front of it. %3")
        .arg(subject, status, later);
}

// Something in front of the service responded: the user's input was never looked at.
QString ErrorText::ofGateway(const Error &error, const QString &subject)
{
    const QString who = visibleText(error.answeredBy, false, 40);
    const QString later = error.retryAfterSeconds >= 0 ? wait(error.retryAfterSeconds) : tr("Try again later.");
    if (error.kind == Error::Kind::NetworkSignIn)
        return tr("Your network asks you to sign in before it lets you through to %1. Open a page in your web browser, "
                  "sign "
                  "in there, then try again.")
            .arg(subject);
    if (!error.isGateways && (error.kind == Error::Kind::GatewayFault || error.kind == Error::Kind::GatewayRefused))
        return ofSomebody(error, subject, later);
    if (error.kind == Error::Kind::GatewayFault)
        return ofGatewayFault(error.httpStatus)
            .arg(who.isEmpty() ? tr("A gateway") : who, subject, QString::number(error.httpStatus), later);
    if (error.kind == Error::Kind::GatewayRefused)
        return who.isEmpty() ? tr("A gateway in front of %1 refused the request (status %2). The account service did "
                                  "not see it. Ask "
                                  "the server's administrator.")
                                   .arg(subject)
                                   .arg(error.httpStatus)
                             : tr("%1 in front of %2 refused the request (status %3). The account service did not see "
                                  "it. Ask the "
                                  "server's administrator.")
                                   .arg(who, subject)
                                   .arg(error.httpStatus);
    const QString sentence = error.httpStatus == 407 ? tr("A proxy in front of %1 asks for a sign-in of its own%2, "
                                                          "which Lanyard cannot give there. The account service "
                                                          "did not see the request. Ask your network administrator.")
                                                     : tr("A gateway in front of %1 asks for a sign-in of its own%2, "
                                                          "which Lanyard cannot give. The account service "
                                                          "did not see the request. Ask the server's administrator.");
    return sentence.arg(subject, who.isEmpty() ? QString() : u" (%1)"_s.arg(who));
}

QString ErrorText::ofClosedConnection(const Error &error, const QString &subject)
{
    return tr("%1 closed the connection without a response. Try again or, if the server expects https, enter %2 as the "
              "server.")
        .arg(subject, error.suggestion);
}

// A certificate that is expired or not yet valid may be fine, and the clock wrong.
QString ErrorText::clockRemark(const Error &error)
{
    const QDateTime now = QDateTime::currentDateTime();
    if (!error.certificate || !error.certificate->validFrom.isValid())
        return {};
    const bool tooEarly = now < error.certificate->validFrom;
    if (!tooEarly && now <= error.certificate->validUntil)
        return {};
    const QString today = QLocale().toString(now, QLocale::ShortFormat);
    return tooEarly
               ? tr("It is not valid yet by this computer's clock, which says %1: check that it is right.").arg(today)
               : tr("It has expired by this computer's clock, which says %1: check that it is right.").arg(today);
}

QString ErrorText::wait(int seconds)
{
    if (seconds < 0)
        return tr("Wait a few minutes and try again.");
    if (seconds < 90)
        return tr("Try again in %n second(s).", nullptr, seconds);
    return tr("Try again in %n minute(s).", nullptr, (seconds + 59) / 60);
}

QString ErrorText::withServerMessage(const QString &sentence, const QString &message)
{
    return tr("%1 Server says: “%2”").arg(sentence, visibleText(message, false, MessageLimit));
}

QString ErrorText::sentence(const Error &error)
{
    const QString subject = visibleText(error.subject, false, 200);
    switch (error.kind) {
    case Error::Kind::Cancelled:
        return tr("Cancelled.");
    case Error::Kind::AddressInvalid:
        // The technical text is a sentence here, as it is below for a file: see Origin::parse().
        return tr("“%1” is not a server address. %2 Enter one like https://licences.example.com:5455.")
            .arg(subject, error.technical)
            .simplified();
    case Error::Kind::PlainHttpRefused:
        return tr("The connection to %1 would not be encrypted. Use https, or allow an unencrypted connection when you "
                  "sign in.")
            .arg(subject);
    case Error::Kind::Unreachable:
        if (!error.suggestion.isEmpty())
            return ofClosedConnection(error, subject);
        return tr("%1 could not be reached. Check the address and your network, then try again.").arg(subject);
    case Error::Kind::ProxyInTheWay:
        return tr("The proxy %1 did not let the request through. Nothing was sent to the service. Ask your network "
                  "administrator.")
            .arg(subject);
    case Error::Kind::ProxySignIn:
        return tr("The proxy %1 asks for a user name and a password. Nothing was sent to the service.").arg(subject);
    case Error::Kind::ProxySignInUnsupported:
        return tr("The proxy %1 offers only sign-in methods that Lanyard does not support (%2). Lanyard signs in at "
                  "proxies by Basic or Digest only. Nothing was sent to the service. Ask your network administrator.")
            .arg(subject, visibleText(error.answeredBy, false, 100));
    case Error::Kind::ProxyUnsupported:
        return tr("The proxy that your environment names, %1, cannot be used: this is not the address of an http, "
                  "socks5 or socks5h proxy. Nothing was sent. Correct https_proxy or all_proxy, or choose a proxy "
                  "in Preferences.")
            .arg(subject);
    case Error::Kind::GatewaySignIn:
    case Error::Kind::GatewayRefused:
    case Error::Kind::GatewayFault:
    case Error::Kind::NetworkSignIn:
        return ofGateway(error, subject);
    case Error::Kind::HttpsExpected:
        return tr("%1 expects an encrypted connection. Enter %2 as the server.").arg(subject, error.suggestion);
    case Error::Kind::HttpExpected:
        return tr("%1 does not offer an encrypted connection. If that is intended, enter %2 as the server.")
            .arg(subject, error.suggestion);
    case Error::Kind::ClientCertificateDemanded:
        return tr("%1 demands a client certificate, which Lanyard cannot present. Ask its administrator.").arg(subject);
    case Error::Kind::TlsFailed:
        return tr("No secure connection to %1 could be established: it may offer only outdated encryption, or demand a "
                  "client certificate. Ask its administrator.")
            .arg(subject);
    case Error::Kind::TimedOut:
        return tr("%1 did not respond in time. Try again.").arg(subject);
    case Error::Kind::CertificateUntrusted:
        return tr("This computer does not trust the certificate of %1. Nothing was sent. %2")
            .arg(subject, clockRemark(error))
            .trimmed();
    case Error::Kind::CertificateChanged:
        return tr("%1 presented a different certificate from the one you trusted. Nothing was sent. Ask its "
                  "administrator.")
            .arg(subject);
    case Error::Kind::CaCertificatesUnusable:
        return tr("The file of CA certificates, %1, cannot be used. %2 Choose another file in Preferences, or none.")
            .arg(subject, error.technical);
    case Error::Kind::Redirected:
        if (!error.suggestion.isEmpty())
            return tr("The server redirects to another address. Nothing was sent there. If you trust it, enter %1 as "
                      "the "
                      "server.")
                .arg(visibleText(error.suggestion, false, 200));
        return tr("The server redirects to %1, which is not the address of an account service. Nothing was sent there. "
                  "Check the address, and whether your network asks you to sign in first.")
            .arg(subject);
    case Error::Kind::NotTheService:
        return tr("%1 did not reply like an account service. Check the address, and whether your network asks you to "
                  "sign "
                  "in first.")
            .arg(subject);
    case Error::Kind::AnswerIncomplete:
        if (!error.suggestion.isEmpty())
            return ofClosedConnection(error, subject);
        return tr("The response from %1 was incomplete. Try again.").arg(subject);
    case Error::Kind::TooLarge:
        return tr("The response from %1 is larger than Lanyard accepts.").arg(subject);
    case Error::Kind::OutcomeUnknown:
        return tr("%1 did not confirm this. Reload to see whether it was done.").arg(subject);
    case Error::Kind::SignInRefused:
        return tr("The sign-in was refused. Check what you entered and try again.");
    case Error::Kind::TooManyRequests:
        return tr("The service is not accepting requests right now. %1").arg(wait(error.retryAfterSeconds));
    case Error::Kind::SessionExpired:
        return tr("Your session has ended. Sign in again to continue.");
    case Error::Kind::Forbidden:
        return tr("The service does not allow this. Ask its administrator.");
    case Error::Kind::Refused:
        return tr("The service refused this. Correct it and try again.");
    case Error::Kind::ServiceFault:
        return error.retryAfterSeconds >= 0
                   ? tr("The service reported an internal error. %1").arg(wait(error.retryAfterSeconds))
                   : tr("The service reported an internal error. Try again later.");
    case Error::Kind::UnusableCredential:
        return tr(
            "This API key cannot be sent: it is empty, too long, or contains spaces or unusual characters. Copy it "
            "again.");
    case Error::Kind::UnusableToken:
        return tr("The service sent a session token that cannot be used. Ask its administrator.");
    case Error::Kind::DoubledMember:
        return tr("The service sent “%1” twice, so it cannot be changed here: nobody knows which of the two counts. "
                  "Ask "
                  "the service's administrator.")
            .arg(subject);
    case Error::Kind::InexactNumber:
        return tr("The number in “%1” has more digits than Lanyard can write, so it cannot be changed here. It is left "
                  "as it is.")
            .arg(subject);
    case Error::Kind::OtherUser:
        return tr(
            "The service replied with a different user from the one signed in. Nothing was changed. Sign in again.");
    case Error::Kind::NotWritten:
        return tr("Lanyard's own files could not be written. Make sure that the disk is not full.");
    case Error::Kind::KeychainMissing:
        return tr("There is no keychain on this computer.");
    case Error::Kind::KeychainSilent:
        return subject.isEmpty() ? tr("The keychain is not responding.") : tr("%1 is not responding.").arg(subject);
    case Error::Kind::KeychainNotSetUp:
        return subject.isEmpty() ? tr("The keychain is not set up yet.")
                                 : tr("%1 has nothing open to save sign-ins in.").arg(subject);
    case Error::Kind::KeychainLocked:
        return subject.isEmpty() ? tr("The keychain is locked.") : tr("%1 is locked.").arg(subject);
    case Error::Kind::KeychainRefused:
        return subject.isEmpty()
                   ? tr("The keychain refused access.")
                   // KeePassXC remembers "Deny All & Future" for as long as the denied program runs.
                   : tr("%1 did not allow access. If it does not ask again, restart Lanyard.").arg(subject);
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray kindName(Error::Kind kind)
{
    return QMetaEnum::fromType<Error::Kind>().valueToKey(static_cast<int>(kind));
}

QString errorText(const Error &error)
{
    const QString sentence = ErrorText::sentence(error);
    const QString message = error.serverMessage.trimmed();
    return message.isEmpty() ? sentence : ErrorText::withServerMessage(sentence, message);
}

NextStep nextStep(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Unreachable:
    case Error::Kind::ProxyInTheWay:
    case Error::Kind::ProxySignInUnsupported:
    case Error::Kind::ProxyUnsupported: // another may have been chosen meanwhile
    case Error::Kind::GatewaySignIn:    // its administrator may have fixed it meanwhile
    case Error::Kind::GatewayRefused:
    case Error::Kind::GatewayFault:
    case Error::Kind::NetworkSignIn:
    case Error::Kind::ClientCertificateDemanded:
    case Error::Kind::TlsFailed:
    case Error::Kind::TimedOut:
    case Error::Kind::NotTheService: // possibly the network's own sign-in page
    case Error::Kind::AnswerIncomplete:
    case Error::Kind::OutcomeUnknown:
    case Error::Kind::TooManyRequests:
    case Error::Kind::Refused:
    case Error::Kind::ServiceFault:
    case Error::Kind::CaCertificatesUnusable: // corrected in the file or the preferences
    case Error::Kind::NotWritten:
    case Error::Kind::KeychainSilent:
    case Error::Kind::KeychainRefused:
        return NextStep::TryAgain;
    case Error::Kind::AddressInvalid:
    case Error::Kind::PlainHttpRefused:
    case Error::Kind::Redirected:
    case Error::Kind::SignInRefused:
    case Error::Kind::SessionExpired:
    case Error::Kind::UnusableCredential:
    case Error::Kind::UnusableToken:
    case Error::Kind::HttpsExpected:
    case Error::Kind::HttpExpected:
    case Error::Kind::OtherUser:
        return NextStep::SignInAgain; // where all of these can be entered or allowed
    case Error::Kind::ProxySignIn:
        return NextStep::SignInToProxy;
    case Error::Kind::CertificateUntrusted:
        return NextStep::LookAtCertificate;
    case Error::Kind::KeychainNotSetUp:
    case Error::Kind::KeychainLocked:
        return NextStep::UnlockKeychain;
    case Error::Kind::Cancelled:
    case Error::Kind::CertificateChanged:
    case Error::Kind::TooLarge:
    case Error::Kind::Forbidden:
    case Error::Kind::DoubledMember:
    case Error::Kind::InexactNumber:
    case Error::Kind::KeychainMissing:
        return NextStep::None;
    }
    Q_UNREACHABLE();
}

bool isKeychainError(Error::Kind kind)
{
    return kind >= Error::Kind::KeychainMissing && kind <= Error::Kind::KeychainRefused;
}

QString errorDetails(const Error &error)
{
    QStringList lines{u"Error: "_s + QString::fromLatin1(kindName(error.kind))};
    if (error.httpStatus != 0)
        lines << u"HTTP status: %1"_s.arg(error.httpStatus);
    if (error.code != 0)
        lines << u"Service code: %1"_s.arg(error.code);
    if (!error.answeredBy.isEmpty())
        lines << u"Answered by: "_s + visibleText(error.answeredBy, false, 40);
    if (!error.subject.isEmpty())
        lines << u"About: "_s + visibleText(error.subject, false, 200);
    if (!error.serverMessage.isEmpty())
        lines << u"Server says: "_s + visibleText(error.serverMessage, false, MessageLimit);
    if (!error.technical.isEmpty())
        lines << u"Details: "_s + visibleText(error.technical, false, MessageLimit);
    if (error.certificate) {
        for (const QString &reason : error.certificate->reasons)
            lines << u"Certificate: "_s + reason;
        lines << u"SHA-256 shown: "_s + QString::fromLatin1(error.certificate->sha256.toHex(':')).toUpper();
        if (!error.certificate->expectedSha256.isEmpty())
            lines << u"SHA-256 trusted: "_s +
                         QString::fromLatin1(error.certificate->expectedSha256.toHex(':')).toUpper();
    }
    return lines.join(u'\n');
}

} // namespace lanyard

#include "moc_error.cpp"
