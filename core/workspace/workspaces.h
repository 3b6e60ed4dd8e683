#pragma once

#include "core/workspace/workspace.h"

#include <QAbstractListModel>
#include <QPointer>

#include <memory>
#include <vector>

namespace lanyard {

class SavedAccounts;

/// The open accounts, a row each, in the user's order. Owns them, and knows which one is shown.
class Workspaces : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        // Qt::DisplayRole: the full name, else the user name; what says that there is none for a row without an account
        UserNameRole = Qt::UserRole, ///< at the service; empty without an account
        ServerRole,                  ///< in short; empty without an account
        NeedsRole,                   ///< QStringList: what the account needs, in words, the most urgent first
        MostUrgentRole,              ///< int(Need); -1 for none
        PictureRole,                 ///< the user's, as the service wrote it (see decodePicture()); empty if signed out
        IsCurrentRole,               ///< bool
    };

    /// Without any account: see open().
    explicit Workspaces(const Shared &shared, QObject *parent = nullptr);
    /// With one for each of the listed @p accounts, none of them restored yet, or with one without an account if there
    /// is none. The current one is the one that a start asks for (see SavedAccounts::bestMatch()). @p accounts must
    /// outlive it: the order of the rows, and when each was shown last, are kept there.
    Workspaces(const Shared &shared, SavedAccounts &accounts, QObject *parent = nullptr);
    ~Workspaces() override;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Workspace &at(int row) const { return *m_open.at(static_cast<std::size_t>(row)); }
    [[nodiscard]] int rowOf(const Workspace &workspace) const;
    /// It has a row: not one that is being added, or that was removed and is still being signed out.
    [[nodiscard]] bool contains(const Workspace &workspace) const;

    /// One that is in no row yet: for a sign-in that may be abandoned. It must not outlive this object.
    [[nodiscard]] std::unique_ptr<Workspace> make();
    /// Adds @p workspace, somebody having signed in to it, and makes it the current one. It takes the place of a row of
    /// the same account to which nobody is signed in, else it comes last. A row without an account goes.
    Workspace &insert(std::unique_ptr<Workspace> workspace);
    /// Adds an account that nobody is signed in to yet. The first one becomes the current one.
    Workspace &open();
    /// The row of the user with @p userId at @p origin. Where either id is not known, @p userName decides; empty: only
    /// the id. Null if there is none.
    [[nodiscard]] Workspace *find(const Origin &origin, const QString &userId, const QString &userName) const;
    /// Moves the row @p from to where the row @p to is now.
    void move(int from, int to);
    /// Removes @p workspace with whatever is unsaved in it; its draft stays. If it was the current one, another one is,
    /// while there are any.
    void close(Workspace &workspace);
    /// The user does not want this account any more: as close(), but it is signed out, its draft is discarded, and it
    /// is taken off the list of accounts and out of the keychain. One without an account is opened if no other is left.
    void remove(Workspace &workspace);

    /// Null while none is open.
    [[nodiscard]] Workspace *current() const { return m_current; }
    void setCurrent(Workspace &workspace);

Q_SIGNALS:
    void currentChanged();
    /// After a sign-in, in whichever workspace, has failed because its user is signed in here.
    void alreadyOpen(lanyard::Workspace &workspace);
    /// API keys of an open account, shown or not: see Workspace.
    void keysExpired(lanyard::Workspace &workspace, const QStringList &names);
    /// How the sign-out of an account ended that has been removed.
    void removedAccountSignedOut(const lanyard::SignOutReport &report);

private:
    [[nodiscard]] const Session *openElsewhere(const Session &asking, const Origin &origin, const QString &userId);
    void tellAlreadyOpen();
    Workspace &add(int row, std::unique_ptr<Workspace> workspace);
    [[nodiscard]] std::unique_ptr<Workspace> take(Workspace &workspace);
    void openListed(SavedAccounts &accounts);
    void makeCurrent(Workspace *workspace);
    void tellChanged(const Workspace *workspace);
    [[nodiscard]] bool isReplacedBy(const Workspace &old, const SavedAccount &account) const;
    void accountReplaced(Workspace &workspace, const SavedAccount &before);
    [[nodiscard]] const Workspace *signedInElsewhere(const Workspace &workspace) const;
    void endSession(std::unique_ptr<Workspace> removed);

    Shared m_shared;
    SavedAccounts *m_accounts = nullptr;
    QList<QPointer<Workspace>> m_made; // all there are, in a row or not
    QPointer<Workspace> m_foundOpen;   // by the last openElsewhere()
    std::vector<std::unique_ptr<Workspace>> m_open;
    std::vector<std::unique_ptr<Workspace>> m_leaving; // removed, until their services have been told
    Workspace *m_current = nullptr;
};

} // namespace lanyard
