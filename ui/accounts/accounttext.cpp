#include "ui/accounts/accounttext.h"

#include "core/base/text.h"
#include "core/workspace/workspaces.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype NameLimit = 60;

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

} // namespace lanyard
