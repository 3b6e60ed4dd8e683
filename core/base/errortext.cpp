#include "core/base/errortext.h"

#include "core/base/text.h"

#include <QLocale>

namespace lanyard {

QString ErrorText::ofClosedConnection(const Error &error, const QString &subject)
{
    if (error.isKnownService)
        return tr("%1 closed the connection without a valid response. Try again.").arg(subject);
    return tr("%1 closed the connection without a valid response. Try again or, if the server expects https, enter %2 "
              "as the "
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
               ? tr("The certificate is not valid yet by this computer’s clock, which says %1: check that it is right.")
                     .arg(today)
               : tr("The certificate has expired by this computer’s clock, which says %1: check that it is right.")
                     .arg(today);
}

QString ErrorText::wait(int seconds)
{
    if (seconds < 0)
        return tr("Wait a few minutes and try again.");
    if (seconds == 0)
        return tr("Try again.");
    if (seconds < 90)
        return tr("Try again in %n second(s).", nullptr, seconds);
    if (seconds < 90 * 60)
        return tr("Try again in %n minute(s).", nullptr, (seconds + 59) / 60);
    return tr("Try again in %n hour(s).", nullptr, (seconds + 3599) / 3600);
}

QString ErrorText::withServerMessage(const QString &sentence, const QString &message)
{
    return tr("%1 Server says: “%2”").arg(sentence, quoted(message, MessageLimit));
}

QString ErrorText::ofKeychain(Error::Kind kind, const QString &subject)
{
    switch (kind) {
    case Error::Kind::KeychainMissing:
        // With a name, it is one that was there before.
        return subject.isEmpty() ? tr("There is no keychain on this computer.")
                                 : tr("%1 can no longer be reached.").arg(subject);
    case Error::Kind::KeychainSilent:
        return subject.isEmpty() ? tr("The keychain is not responding.") : tr("%1 is not responding.").arg(subject);
    case Error::Kind::KeychainNotSetUp:
        return subject.isEmpty() ? tr("The keychain is not set up yet.")
                                 : tr("%1 has no open keyring or database to save sign-ins in.").arg(subject);
    case Error::Kind::KeychainLocked:
        return subject.isEmpty() ? tr("The keychain is locked.") : tr("%1 is locked.").arg(subject);
    default:
        return subject.isEmpty()
                   ? tr("The keychain refused access.")
                   // KeePassXC remembers "Deny All & Future" for as long as the denied program runs.
                   : tr("%1 did not allow access. If it does not ask again, restart Lanyard.").arg(subject);
    }
}

QString ErrorText::sentence(const Error &error)
{
    const QString subject = quoted(error.subject, 200);
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
        return error.isKnownService
                   ? tr("%1 could not be reached. Check your network, then try again.").arg(subject)
                   : tr("%1 could not be reached. Check the address and your network, then try again.").arg(subject);
    case Error::Kind::ProxyInTheWay:
        return tr("The proxy %1 did not let the request through. Nothing was sent to the service. Ask your network "
                  "administrator.")
            .arg(subject);
    case Error::Kind::ProxySignIn:
        return tr("The proxy %1 asks for a username and password. Nothing was sent to the service.").arg(subject);
    case Error::Kind::ProxySignInUnsupported:
        return tr("The proxy %1 offers only sign-in methods that Lanyard does not support (%2). Lanyard signs in at "
                  "proxies by Basic or Digest only. Nothing was sent to the service. Ask your network administrator.")
            .arg(subject, quoted(error.answeredBy, 100));
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
        if (error.isKnownService)
            return tr("%1 now expects an encrypted connection. Try again. If that does not help, ask the server’s "
                      "administrator.")
                .arg(subject);
        return tr("%1 expects an encrypted connection. Enter %2 as the server.").arg(subject, error.suggestion);
    case Error::Kind::HttpExpected:
        if (error.isKnownService)
            return tr("%1 no longer offers an encrypted connection. Try again. If that does not help, ask the server’s "
                      "administrator.")
                .arg(subject);
        return tr("%1 does not offer an encrypted connection. If that is intended, enter %2 as the server.")
            .arg(subject, error.suggestion);
    case Error::Kind::ClientCertificateDemanded:
        return tr("%1 demands a client certificate, which Lanyard cannot present. Ask its administrator.").arg(subject);
    case Error::Kind::TlsFailed:
        return tr("No secure connection to %1 could be established: it may offer only outdated encryption, or demand a "
                  "client certificate. Ask its administrator.")
            .arg(subject);
    case Error::Kind::TimedOut:
        if (error.httpStatus == 408)
            return tr("%1 did not receive the request in time. Try again.").arg(subject);
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
        return ofRedirect(error, subject);
    case Error::Kind::RedirectedToItself:
        return tr("%1 redirects the request back to the same address. Ask the server’s administrator.").arg(subject);
    case Error::Kind::NotTheService:
        return ofMissingAnswer(error, subject);
    case Error::Kind::AnswerIncomplete:
        if (!error.suggestion.isEmpty())
            return ofClosedConnection(error, subject);
        return tr("The response from %1 was incomplete. Try again.").arg(subject);
    case Error::Kind::AnswerUnreadable: // here, too, the technical text is a sentence
        return tr("The response from %1 cannot be read. %2 Ask the server’s administrator.")
            .arg(subject, error.technical);
    case Error::Kind::TooLarge:
        return tr("The response from %1 is larger than Lanyard accepts.").arg(subject);
    case Error::Kind::OutcomeUnknown:
        return tr("%1 did not confirm this. Reload to see whether it was done.").arg(subject);
    case Error::Kind::SignInRefused:
        return ofRefusedSignIn(error);
    case Error::Kind::TooManyRequests:
        return ofThrottle(error, subject);
    case Error::Kind::SessionExpired:
        return tr("Your session has ended. Sign in again to continue.");
    case Error::Kind::Forbidden:
        return tr("The service does not allow this. Ask its administrator.");
    case Error::Kind::Refused:
        return ofRefusal(error);
    case Error::Kind::ServiceFault:
        return ofServiceFault(error);
    case Error::Kind::UnusableCredential:
        return tr(
            "This API key cannot be sent: it is empty, too long, or contains spaces or unusual characters. Copy it "
            "again.");
    case Error::Kind::UnusableToken:
        return ofUnusableToken(error);
    case Error::Kind::DoubledMember:
        return tr("The service sent “%1” twice, or with different capital letters, so it cannot be changed here: it is "
                  "unclear which one applies. Ask the service’s administrator.")
            .arg(subject);
    case Error::Kind::InexactNumber:
        return tr("The number in “%1” has more digits than Lanyard can write, so it cannot be changed here. It is left "
                  "unchanged.")
            .arg(subject);
    case Error::Kind::OtherUser:
        return tr(
            "The service replied with a different user from the one signed in. Nothing was changed. Sign in again.");
    case Error::Kind::AlreadyOpen:
        return tr("You are already signed in as %1 in Lanyard.").arg(subject);
    case Error::Kind::NotWritten:
        return tr("Lanyard’s own files could not be written. Make sure that the disk is not full.");
    case Error::Kind::KeychainMissing:
    case Error::Kind::KeychainSilent:
    case Error::Kind::KeychainNotSetUp:
    case Error::Kind::KeychainLocked:
    case Error::Kind::KeychainRefused:
        return ofKeychain(error.kind, subject);
    }
    Q_UNREACHABLE();
}

QString errorText(const Error &error)
{
    return withServersWords(ErrorText::sentence(error), error);
}

QString withServersWords(const QString &sentence, const Error &error)
{
    const QString message = error.serverMessage.trimmed();
    return message.isEmpty() ? sentence : ErrorText::withServerMessage(sentence, message);
}

} // namespace lanyard

#include "moc_error.cpp"
