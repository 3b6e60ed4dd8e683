#pragma once

#include <QJsonObject>
#include <QMainWindow>

class QMenu;
class QStackedWidget;
class QUndoStack;

namespace lanyard {

class ApiKeysPage;
class MessageBar;
class Messages;
class Path;
class ProfilePage;
class SaveBar;
class SettingsPage;
class Sidebar;
class StatusLine;
class User;
class WaitingPage;
class Workspace;

/// The main window. Shows what it is given and emits what the user wants; what happens then is decided elsewhere.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Shows the models of @p workspace, which must outlive the window.
    explicit MainWindow(Workspace &workspace, QWidget *parent = nullptr);

    /// An empty user: signed out, the pages are disabled.
    void showUser(const User &user, const QString &server);
    /// Shown instead of the pages: what is in progress, or why no one is signed in, with a sign-in button if @p
    /// offerSignIn.
    void showWaiting(const QString &text, bool offerSignIn);
    /// In the menu, also while a user is shown.
    void offerSignIn();
    void setReloading(bool reloading);
    void setPage(int page);
    /// Commits the text being typed in a cell; false (with the focus there) if a field is still invalid.
    [[nodiscard]] bool commitEdits();

    /// Adds undo and redo to the Edit menu. @p stack must outlive the window.
    void setUndoStack(QUndoStack *stack);
    /// Brings the place that was just changed into view.
    void showPlace(const Path &path);

    /// The messages above the page.
    [[nodiscard]] Messages &messages() const { return *m_messages; }
    [[nodiscard]] MessageBar *messageBar() const { return m_messageBar; }
    [[nodiscard]] SaveBar *saveBar() const { return m_saveBar; }
    [[nodiscard]] Sidebar *sidebar() const { return m_sidebar; }
    [[nodiscard]] StatusLine *statusLine() const { return m_status; }
    [[nodiscard]] ApiKeysPage *apiKeysPage() const { return m_apiKeys; }

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
    void saveRequested();
    void revertRequested();
    void reviewRequested();
    void preferencesRequested();
    void diagnosticsRequested();
    /// The user wants to close the window; nothing is closed yet.
    void closeRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void addMenus();
    void focusFilter();
    void reloadOrCancel();
    void showAbout();

    Sidebar *m_sidebar;
    Messages *m_messages;
    MessageBar *m_messageBar;
    QStackedWidget *m_pages;
    ProfilePage *m_profile;
    ApiKeysPage *m_apiKeys;
    SettingsPage *m_settings;
    WaitingPage *m_waiting;
    SaveBar *m_saveBar;
    StatusLine *m_status;
    QAction *m_reload = nullptr;
    QAction *m_signIn = nullptr;
    QAction *m_signOut = nullptr;
    QAction *m_save = nullptr;
    QAction *m_revert = nullptr;
    QAction *m_review = nullptr;
    QAction *m_filter = nullptr;
    QMenu *m_edit = nullptr;
    int m_page = 0;
    bool m_closing = false;
};

} // namespace lanyard
