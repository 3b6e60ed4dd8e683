#pragma once

#include "core/session/session.h"
#include "ui/common/focuskeeper.h"

#include <QJsonObject>
#include <QMainWindow>
#include <QUndoGroup>

#include <memory>

class QAction;

namespace lanyard {

class AccountMenu;
class AccountStack;
class AccountView;
struct AccountServices;
class MainMenu;
class MessageQueue;
class Sidebar;
class StatusLine;
class Workspaces;

/// The main window. Shows the current one of the open accounts, and emits what the user wants; what happens then is
/// decided elsewhere.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// One of @p workspaces, which must outlive the window as @p services must, is always open.
    MainWindow(Workspaces &workspaces, const AccountServices &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] AccountStack &accounts() const { return *m_accounts; }
    /// The account that is shown.
    [[nodiscard]] AccountView &account() const;
    /// The messages of that account.
    [[nodiscard]] MessageQueue &messages() const;

    /// Checked in presentation mode: what is shown may be seen by others.
    [[nodiscard]] QAction &presentationMode() const;

    void setPage(int page);
    /// What is on the clipboard, in the status line; an empty text hides it. @p shortText: where that is narrow.
    void showClipboard(const QString &text, const QString &shortText = {});
    /// For screen readers only.
    void announceClipboard(const QString &text);

    /// Window geometry, page and column widths, for restorePlacement(). Contains no user data.
    [[nodiscard]] QJsonObject placement() const;
    void restorePlacement(const QJsonObject &placement);

    /// The next close proceeds without asking.
    void closeForGood();

Q_SIGNALS:
    void reloadRequested();
    /// Possible only while a reload takes long.
    void cancelReloadRequested();
    void signInRequested();
    void signOutRequested();
    void addAccountRequested();
    void manageAccountsRequested();
    void preferencesRequested();
    void diagnosticsRequested();
    /// The user wants to close the window; nothing is closed yet.
    void closeRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    bool focusNextPrevChild(bool next) override { return m_focus.moveOn() || m_focus.step(next); }
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void connectMenu();
    void follow();
    void switchAccount();
    void showAccounts();
    void frameUser();
    void showUser();
    void greetAgain(Session::State state);
    void refreshMenu();
    void reloadOrCancel();

    FocusKeeper m_focus{*this};
    QUndoGroup m_undo;
    AccountMenu *m_accountMenu;
    Sidebar *m_sidebar;
    AccountStack *m_accounts;
    std::unique_ptr<QObject> m_following; // the context of what is connected to the account that is shown
    StatusLine *m_status;
    MainMenu *m_menu;
    bool m_isSignedIn = false;
    bool m_hasEnded = false; // the session, of who is signed in
    bool m_closing = false;
};

} // namespace lanyard
