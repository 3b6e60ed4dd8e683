#include "ui/accounts/accounttext.h"

#include "core/base/text.h"
#include "core/workspace/workspaces.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype NameLimit = 60;
constexpr qsizetype TitleLimit = 100;

class AccountLine
{
    Q_DECLARE_TR_FUNCTIONS(AccountLine)
};

QString textAt(const QModelIndex &account, int role)
{
    return visibleText(account.data(role).toString(), false, NameLimit);
}

} // namespace

QString AccountText::line() const
{
    QString line = name;
    if (!where.isEmpty())
        line = isUserName ? where : AccountLine::tr("%1 — %2").arg(name, where);
    return needs.isEmpty() ? line : AccountLine::tr("%1 (%2)").arg(line, needs);
}

AccountText accountText(const QModelIndex &account)
{
    AccountText text;
    text.name = textAt(account, Qt::DisplayRole);
    const QString userName = textAt(account, Workspaces::UserNameRole);
    const QString server = textAt(account, Workspaces::ServerRole);
    text.isUserName = text.name == userName;
    if (!server.isEmpty())
        text.where = AccountLine::tr("%1 at %2").arg(userName, server);
    const int need = account.data(Workspaces::MostUrgentRole).toInt();
    text.isUrgent = need >= 0 && isUrgent(static_cast<Need>(need));
    text.needs = account.data(Workspaces::NeedsRole).toStringList().join(u", "_s);
    if (text.isUrgent)
        text.needs.prepend(u"⚠ "_s);
    return text;
}

QString accountTitle(const Workspaces &workspaces)
{
    const QString name = workspaces.current()->session().user().displayName();
    int namesakes = 0;
    for (int row = 0; row < workspaces.rowCount(); ++row)
        namesakes += workspaces.index(row).data().toString() == name ? 1 : 0;
    const QString shown = visibleText(name, false, TitleLimit);
    return namesakes > 1 ? AccountLine::tr("%1 at %2").arg(shown, workspaces.current()->account().origin.shortText())
                         : shown;
}

} // namespace lanyard
