#include "ui/accounts/accounttext.h"

#include "core/base/text.h"
#include "core/workspace/workspaces.h"

#include <QCoreApplication>

#include <limits>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype NameLimit = 200;
constexpr int TitleLimit = 100; // characters

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
    return line(std::numeric_limits<int>::max(), [](const QString &) { return 0; });
}

QString AccountText::line(int room, const TextWidth &width) const
{
    QString line = isUserName && !server.isEmpty() ? where(room, width) : shortenedInTheMiddle(name, room / 3, width);
    if (!isUserName && !server.isEmpty())
        line = AccountLine::tr("%1 — %2").arg(quoted(line), where(room - width(line), width));
    return needs.isEmpty() ? line : AccountLine::tr("%1 (%2)").arg(line, needs);
}

QString AccountText::where(int room, const TextWidth &width) const
{
    return server.isEmpty() ? QString() : shortenedAccount(userName, server, room, width);
}

AccountText accountText(const QModelIndex &account)
{
    AccountText text;
    text.name = textAt(account, Qt::DisplayRole);
    text.userName = textAt(account, Workspaces::UserNameRole);
    text.server = account.data(Workspaces::ServerRole).toString(); // of a length that DNS bounds
    text.isUserName = text.name == text.userName;
    const int need = account.data(Workspaces::MostUrgentRole).toInt();
    text.isUrgent = need >= 0 && isUrgent(static_cast<Need>(need));
    const QStringList needs = account.data(Workspaces::NeedsRole).toStringList();
    const QString expired = needText(Need::KeyExpired); // does not hold up the account, but what uses the key
    const auto marked = [&](bool isWarning, const QString &shown) { return (isWarning ? u"⚠ "_s : QString()) + shown; };
    text.needs = marked(text.isUrgent || needs.contains(expired), needs.join(u", "_s));
    if (!needs.isEmpty())
        text.firstNeed = marked(text.isUrgent || needs.first() == expired, needs.first());
    return text;
}

QString whichNamesake(const Workspaces &workspaces, const Workspace &workspace)
{
    const SavedAccount &account = workspace.account();
    bool hasNamesake = false;
    for (int row = 0; row < workspaces.rowCount(); ++row) {
        const Workspace &other = workspaces.at(row);
        hasNamesake = hasNamesake || (&other != &workspace && other.account().sharesKeyWith(account));
    }
    if (!hasNamesake)
        return {};
    const QString name = quoted(workspace.edits().hidden().shownName(account.fullName), NameLimit);
    const QString id = quoted(account.userId, NameLimit);
    if (id.isEmpty()) // of the others it is known
        return AccountLine::tr("Of the accounts with this name, it is the one that has not been signed in to.");
    return name.isEmpty()
               ? AccountLine::tr("Of the accounts with this name, it is the one with the user ID %1.").arg(id)
               : AccountLine::tr("Of the accounts with this name, it is the one of %1, with the user ID %2.")
                     .arg(name, id);
}

QString accountTitle(const Workspaces &workspaces)
{
    const HiddenSecrets &hidden = workspaces.current()->edits().hidden();
    const QString name = hidden.shownName(workspaces.current()->session().user().displayName());
    int namesakes = 0;
    for (int row = 0; row < workspaces.rowCount(); ++row)
        namesakes += workspaces.index(row).data().toString() == name ? 1 : 0;
    QString shown = visibleText(name, false, TitleLimit);
    if (namesakes < 2)
        return shown;
    // The window manager would cut off what tells them apart.
    const auto characters = [](const QString &text) { return static_cast<int>(text.size()); };
    return shortenedAccount(shown, workspaces.current()->account().origin.shortText(), TitleLimit, characters);
}

} // namespace lanyard
