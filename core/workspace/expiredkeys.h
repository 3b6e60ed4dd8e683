#pragma once

#include <QCoreApplication>
#include <QStringList>

namespace lanyard {

struct SavedAccount;

/// What is said when API keys of an account, with these @p names, have just expired. Plain text; never a key itself.
class ExpiredKeys
{
    Q_DECLARE_TR_FUNCTIONS(lanyard::ExpiredKeys)

public:
    /// In the account's own messages.
    [[nodiscard]] static QString message(const QStringList &names);
    /// Outside the window, where nothing else says which account it is about.
    [[nodiscard]] static QString title(qsizetype count);
    [[nodiscard]] static QString notification(const SavedAccount &account, const QStringList &names);
    /// The same where the names are not for everyone who sees the screen.
    [[nodiscard]] static QString withoutNames(const SavedAccount &account, qsizetype count);

private:
    [[nodiscard]] static QString listed(const QStringList &names);
};

} // namespace lanyard
