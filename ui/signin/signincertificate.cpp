// What a sign-in does about the certificate that stopped it.
#include "core/settings/trustsettings.h"
#include "ui/signin/signindialog.h"
#include "ui/signin/signinflow.h"

#include <utility>

namespace lanyard {

void SignInFlow::show(const Error &error)
{
    m_shown = error;
    dialog()->showError(error);
}

void SignInFlow::trust(const QString &server, const QByteArray &sha256)
{
    m_trust.accept(server, sha256);
    goOn(server, sha256);
}

// The new one is not trusted by that: it is asked about as any other, unless this computer trusts it already.
void SignInFlow::removeFormer(const QString &server)
{
    static_cast<void>(m_trust.remove(server)); // what cannot be written now is written later
    if (!m_shown.certificate)
        return;
    m_shown.kind = Error::Kind::CertificateUntrusted;
    m_shown.certificate->expectedSha256.clear();
    if (!m_shown.certificate->reasons.isEmpty())
        return dialog()->showError(m_shown);
    if (m_afterTrust)
        goOn(server, m_shown.certificate->sha256);
    else
        dialog()->tryAgain();
}

void SignInFlow::goOn(const QString &server, const QByteArray &sha256)
{
    const auto again = std::exchange(m_afterTrust, nullptr);
    if (!again)
        return;
    close();
    again();
    if (const auto origin = Origin::parse(server))
        Q_EMIT certificateTrusted(origin.value(), sha256);
}

} // namespace lanyard
