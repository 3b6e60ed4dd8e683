#include "core/session/sessionendtext.h"

#include "core/session/savedaccounts.h"

#include <QCoreApplication>

namespace lanyard {

namespace {

class SessionEndText
{
    Q_DECLARE_TR_FUNCTIONS(SessionEndText)

public:
    static QString ended(bool isByKey)
    {
        return isByKey ? tr("The service no longer accepts your API key.") : tr("Your session has ended.");
    }
    static QString toContinue() { return tr("%1 Sign in again to continue."); }
    static QString toSave() { return tr("%1 Sign in again to save your changes."); }
};

} // namespace

QString sessionEndText(const SavedAccount &account, AfterSignIn next)
{
    QString ended = SessionEndText::ended(account.kind == Credential::Kind::ApiKey);
    switch (next) {
    case AfterSignIn::Unsaid:
        break;
    case AfterSignIn::Continue:
        return SessionEndText::toContinue().arg(ended);
    case AfterSignIn::Save:
        return SessionEndText::toSave().arg(ended);
    }
    return ended;
}

} // namespace lanyard
