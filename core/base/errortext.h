#pragma once

#include "core/base/error.h"

#include <QCoreApplication>

namespace lanyard {

/// The longest message of the service that is shown, in UTF-16 units: enough for any honest sentence, too short for a
/// page of instructions from a malicious server.
constexpr qsizetype MessageLimit = 500;

/// Whether a refusal with this status is about the request's form, which is always the same: nothing that the user can
/// change or repeat would help.
[[nodiscard]] bool isAboutForm(int status);
/// Whether a refusal with this status means that the service cannot do this at all.
[[nodiscard]] bool isAboutOffer(int status);

/// The sentences of errorText(), by what they are about. What something in front of the service did is in
/// gatewaytext.cpp, what the service itself did in refusaltext.cpp.
class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    static QString wait(int seconds);
    static QString sentence(const Error &error);
    static QString ofGateway(const Error &error, const QString &subject);
    static QString ofGatewayFault(int status);
    static QString ofSomebody(const Error &error, const QString &subject, const QString &later);
    static QString ofThrottle(const Error &error, const QString &subject);
    static QString ofClosedConnection(const Error &error, const QString &subject);
    static QString ofRedirect(const Error &error, const QString &subject);
    static QString ofRefusedSignIn(const Error &error);
    static QString ofUnusableToken(const Error &error);
    static QString ofRefusal(const Error &error);
    static QString ofRefusedForm(int status);
    static QString ofServiceFault(const Error &error);
    static QString ofMissingAnswer(const Error &error, const QString &subject);
    static QString ofKeychain(Error::Kind kind, const QString &subject);
    static QString clockRemark(const Error &error);
    static QString withServerMessage(const QString &sentence, const QString &message);
};

} // namespace lanyard
