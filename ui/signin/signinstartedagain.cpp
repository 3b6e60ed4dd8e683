// What a second start of the program does to a sign-in.
#include "core/base/text.h"
#include "core/session/requestedaccount.h"
#include "ui/signin/signindialog.h"
#include "ui/signin/signinflow.h"

using namespace Qt::StringLiterals;

namespace lanyard {

void SignInFlow::startAgain(const QString &server, const QString &userName)
{
    if (!isOpen() || !m_dialog->isTyped())
        return start(server, userName);
    const auto origin = Origin::parse(m_dialog->server());
    SavedAccount entered;
    entered.origin = origin ? origin.value() : Origin();
    entered.userName = m_dialog->userName();
    if (isRequested(entered, m_accounts, server, userName))
        m_dialog->takeBackReason(m_otherAsked);
    else
        tellOtherAccountAsked(server, userName);
}

void SignInFlow::tellOtherAccountAsked(const QString &server, const QString &userName)
{
    m_otherAsked = tr("Lanyard was started again for another account (%1). What you have entered here was not changed.")
                       .arg(nameOf(server, userName));
    m_dialog->setReason(m_otherAsked);
}

// Of an address that cannot be read nothing is repeated: it may contain a password.
QString SignInFlow::nameOf(const QString &server, const QString &userName) const
{
    const SavedAccount asked = requestedAccount(m_accounts, server, userName).account;
    QStringList names;
    if (!asked.origin.isEmpty())
        names << asked.origin.shortText();
    if (!asked.userName.isEmpty())
        names << quoted(asked.userName);
    return names.isEmpty() ? tr("its address cannot be read") : names.join(", "_L1);
}

bool SignInFlow::closeUnused()
{
    if (!isOpen() || m_dialog->isTyped())
        return false;
    m_dialog->reject();
    return true;
}

} // namespace lanyard
