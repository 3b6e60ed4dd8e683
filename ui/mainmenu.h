#pragma once

#include <QMenuBar>

class QUndoStack;

namespace lanyard {

class AccountView;

/// The menus of the main window, with their shortcuts. What concerns the account that is shown goes to its view.
class MainMenu : public QMenuBar
{
    Q_OBJECT

public:
    /// @p account and @p undo, the edits of the account, must outlive it.
    MainMenu(AccountView &account, QUndoStack &undo, QWidget *parent = nullptr);

    /// Which actions are possible.
    void setSignedIn(bool isSignedIn);
    /// Also while someone is signed in.
    void offerSignIn();
    void offerCancelReload(bool isOffered);
    void setFilterEnabled(bool isEnabled);

Q_SIGNALS:
    /// Or, if that is offered, to cancel reloading.
    void reloadRequested();
    void signInRequested();
    void signOutRequested();
    void preferencesRequested();
    void quitRequested();
    void pageSelected(int page);
    void diagnosticsRequested();
    void aboutRequested();

private:
    void addAccountMenu();
    void addEditMenu(AccountView &account, QUndoStack &undo);
    void addViewMenu(AccountView &account);
    void addHelpMenu();

    QAction *m_reload = nullptr;
    QAction *m_signIn = nullptr;
    QAction *m_signOut = nullptr;
    QAction *m_save = nullptr;
    QAction *m_revert = nullptr;
    QAction *m_review = nullptr;
    QAction *m_filter = nullptr;
};

} // namespace lanyard
