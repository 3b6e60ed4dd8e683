#include "core/base/error.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// Long enough for any honest sentence, too short for a page of instructions from whoever runs the server.
constexpr qsizetype MessageLimit = 500;

class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    static QString wait(int seconds);
    static QString sentence(const Error &error);
    static QString withServerMessage(const QString &sentence, const QString &message);
};

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
        return tr("“%1” is not a server address. Enter one like https://licences.example.com:5455.").arg(subject);
    case Error::Kind::PlainHttpRefused:
        return tr("%1 would send your password unencrypted. Use https, or agree to it below.").arg(subject);
    case Error::Kind::Unreachable:
        return tr("%1 cannot be reached. Check the address and your network, then try again.").arg(subject);
    case Error::Kind::ProxyInTheWay:
        return tr("The network's proxy %1 did not let this through. Nothing was sent. Ask who runs your network.")
            .arg(subject);
    case Error::Kind::TimedOut:
        return tr("%1 did not answer in time. Try again.").arg(subject);
    case Error::Kind::CertificateUntrusted:
        return tr("The certificate of %1 is not trusted by this computer. Nothing was sent.").arg(subject);
    case Error::Kind::CertificateChanged:
        return tr("%1 shows another certificate than the one you trusted. Nothing was sent. Ask its administrator.")
            .arg(subject);
    case Error::Kind::AuthoritiesUnusable:
        // What is technical elsewhere is a sentence here: see readAuthorities().
        return tr("The file of certificate authorities, %1, cannot be used. %2 Choose another one in Preferences, or "
                  "none.")
            .arg(subject, error.technical);
    case Error::Kind::Redirected:
        return tr("The server sends requests on to %1. Nothing was sent there. If that is right, enter it as the "
                  "server.")
            .arg(subject);
    case Error::Kind::NotTheService:
        return tr("%1 answered, but not as an account service does. Check the address, and whether your network asks "
                  "you to sign in first.")
            .arg(subject);
    case Error::Kind::AnswerIncomplete:
        return tr("The answer of %1 broke off. Try again.").arg(subject);
    case Error::Kind::TooLarge:
        return tr("The answer of %1 is larger than this program accepts.").arg(subject);
    case Error::Kind::OutcomeUnknown:
        return tr("%1 did not confirm this. Reload to see whether it was done.").arg(subject);
    case Error::Kind::SignInRefused:
        return tr("The sign-in was refused. Check what you entered and try again.");
    case Error::Kind::TooManyRequests:
        return tr("The service accepts no attempt at the moment. %1").arg(wait(error.retryAfterSeconds));
    case Error::Kind::SessionExpired:
        return tr("Your session has ended. Sign in again to go on.");
    case Error::Kind::Forbidden:
        return tr("The service does not allow this. Ask its administrator.");
    case Error::Kind::Refused:
        return tr("The service refused this. Correct it and try again.");
    case Error::Kind::ServiceFault:
        return error.retryAfterSeconds >= 0
                   ? tr("The service has a fault of its own. %1").arg(wait(error.retryAfterSeconds))
                   : tr("The service has a fault of its own. Try again later.");
    case Error::Kind::UnusableCredential:
        return tr(
            "This key cannot be sent: it is empty, too long, or holds spaces or unusual characters. Copy it again.");
    case Error::Kind::DoubledMember:
        return tr("This profile can be looked at, not saved: “%1” stands in it twice, and one of the two would be "
                  "lost. "
                  "Ask the service's administrator.")
            .arg(subject);
    case Error::Kind::InexactNumber:
        return tr("This profile can be looked at, not saved: the number in “%1” could not be sent back as it is. Ask "
                  "the "
                  "service's administrator.")
            .arg(subject);
    case Error::Kind::OtherUser:
        return tr("The service answered with another user than the one signed in. Nothing was changed. Sign in again.");
    case Error::Kind::NotWritten:
        return tr("Lanyard's own files cannot be written. Make sure that the disk is not full.");
    case Error::Kind::KeychainMissing:
        return tr("There is no keychain on this computer.");
    case Error::Kind::KeychainSilent:
        return tr("The keychain does not answer.");
    case Error::Kind::KeychainNotSetUp:
        return tr("The keychain is not set up yet.");
    case Error::Kind::KeychainLocked:
        return tr("The keychain is locked.");
    case Error::Kind::KeychainRefused:
        return tr("The keychain refused.");
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
    case Error::Kind::TimedOut:
    case Error::Kind::NotTheService: // the network's own sign-in page, perhaps
    case Error::Kind::AnswerIncomplete:
    case Error::Kind::OutcomeUnknown:
    case Error::Kind::TooManyRequests:
    case Error::Kind::Refused:
    case Error::Kind::ServiceFault:
    case Error::Kind::AuthoritiesUnusable: // mended in the file or the preferences
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
    case Error::Kind::OtherUser:
        return NextStep::SignInAgain; // where all of these can be entered or agreed to
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
