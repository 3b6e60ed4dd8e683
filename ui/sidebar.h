#pragma once

#include "ui/account/accountview.h"

#include <QWidget>

#include <memory>

class QListWidget;
class QMenu;
class QPushButton;

namespace lanyard {

class AccountsButton;
class PageDelegate;
class Workspace;

/// The account that is shown, which opens the list of accounts, its pages, and the sign-out button.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    using enum AccountPages::Page;

    /// @p accounts, the list of accounts, must outlive it.
    explicit Sidebar(QMenu &accounts, QWidget *parent = nullptr);

    /// Shows the user of @p workspace and what is unsaved there, until it is destroyed or another one is followed.
    void follow(const Workspace &workspace);
    void setPage(int page);
    /// Whether there is somebody to show: nobody is before the first sign-in.
    [[nodiscard]] bool hasAccount() const;
    /// The account that is shown, in a line to be read aloud, and how many others wait for the user.
    void setAccounts(const QString &current, bool hasOthers, int waitingCount);
    /// Tells a screen reader who is signed in, and on which page: once the window is active, and its focus has been
    /// told.
    void greet();
    /// For narrow windows: the pages as icons only; their names remain for screen readers and as tooltips.
    void setCompact(bool compact);

    /// Without the user's picture and names, which are omitted if there is no room for them.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pageSelected(int page);
    /// The page that is shown was chosen by a key, to do something there.
    void pageEntered();
    void signOutRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void leadIntoPages();
    [[nodiscard]] int roomForIdentity() const;
    void showUser();
    void markChanges();
    void refreshPage(int page);
    void refreshIdentity();

    const Workspace *m_workspace = nullptr;
    std::unique_ptr<QObject> m_following; // the context of what is connected to it
    AccountsButton *m_accounts;
    QListWidget *m_pages;
    PageDelegate *m_rows; // its
    QPushButton *m_signOut;
    qsizetype m_keyCount = -1;
    bool m_changed[PageCount] = {}; // a dot after the page's name, and a word for screen readers
    bool m_compact = false;
    bool m_greets = false; // when the window becomes active
};

} // namespace lanyard
