#pragma once

#include <QAccessible>
#include <QAction>
#include <QMenuBar>
#include <QPointer>

class QShortcut;
class QUndoGroup;

namespace lanyard {

class AccountView;

/// The menus of the main window, with their shortcuts. What concerns the account that is shown goes to its view.
class MainMenu : public QMenuBar, private QAccessible::ActivationObserver
{
    Q_OBJECT

public:
    /// @p accounts, the list of accounts, and @p undo, which has the edits of the shown account as its active stack,
    /// must outlive it.
    MainMenu(QMenu &accounts, const QUndoGroup &undo, QWidget *parent = nullptr);
    ~MainMenu() override;

    /// The account that is shown, from now on.
    void follow(AccountView &account);
    /// Which actions are possible: while someone is signed in, and whether their session has ended.
    void setSignedIn(bool isSignedIn, bool isExpired);
    void offerCancelReload(bool isOffered);
    /// What the page that is shown has; -1 if there is none.
    void setPage(int page);
    [[nodiscard]] QAction &presentationMode() const { return *m_presentation; }

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
    void presentationModeChanged(bool isOn);

protected:
    bool event(QEvent *event) override;

private:
    void addAccountMenu(QMenu &accounts);
    void addEditMenu(const QUndoGroup &undo);
    void addViewMenu();
    void addHelpMenu();
    void showOffers();
    void fillLists();
    void accessibilityActiveChanged(bool active) override;

    QAction *m_reload = nullptr;
    QAction *m_signIn = nullptr;
    QAction *m_signOut = nullptr;
    QAction *m_export = nullptr;
    QAction *m_findKey = nullptr;
    QAction *m_save = nullptr;
    QShortcut *m_nothingToSave = nullptr;
    QAction *m_revert = nullptr;
    QAction *m_review = nullptr;
    QAction *m_copyKey = nullptr;
    QAction *m_filter = nullptr;
    QAction *m_presentation = nullptr;
    QMenu *m_sortKeys = nullptr;
    QMenu *m_keyColumns = nullptr;
    QMenu *m_sortSettings = nullptr;
    QPointer<AccountView> m_account;
    bool m_isSignedIn = false;
};

} // namespace lanyard
