#include "core/workspace/expiredkeys.h"

#include "core/base/text.h"
#include "core/session/savedaccounts.h"

namespace lanyard {

namespace {

constexpr qsizetype NamesTold = 3;
constexpr qsizetype NameLength = 40;

} // namespace

QString ExpiredKeys::listed(const QStringList &names)
{
    QStringList told;
    for (const QString &name : names.first(qMin(NamesTold, names.size())))
        told << tr("“%1”").arg(quoted(name, NameLength));
    const QString text = told.join(tr(", "));
    return names.size() > NamesTold ? tr("%1, …").arg(text) : text;
}

QString ExpiredKeys::message(const QStringList &names)
{
    const QString sentence =
        names.size() == 1 ? tr("The API key %1 has expired.") : tr("These API keys have expired: %1");
    return sentence.arg(listed(names));
}

QString ExpiredKeys::title(qsizetype count)
{
    return count == 1 ? tr("API key expired") : tr("API keys expired");
}

QString ExpiredKeys::notification(const SavedAccount &account, const QStringList &names)
{
    const QString sentence = names.size() == 1 ? tr("The API key %1 of %2 at %3 has expired.")
                                               : tr("These API keys of %2 at %3 have expired: %1");
    return sentence.arg(listed(names), visibleText(account.userName), account.origin.shortText());
}

QString ExpiredKeys::withoutNames(const SavedAccount &account, qsizetype count)
{
    const QString sentence =
        count == 1 ? tr("An API key of %1 at %2 has expired.") : tr("API keys of %1 at %2 have expired.");
    return sentence.arg(visibleText(account.userName), account.origin.shortText());
}

} // namespace lanyard
