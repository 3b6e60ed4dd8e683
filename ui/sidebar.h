#pragma once

#include "ui/account/accountview.h"

#include <QWidget>

#include <memory>

class QListWidget;
class QPushButton;

namespace lanyard {

class Avatar;
class PlainLabel;
class Workspace;

/// The signed-in user and server, the pages, and the sign-out button.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    using enum AccountView::Page;

    explicit Sidebar(QWidget *parent = nullptr);

    /// Shows the user of @p workspace and what is unsaved there, until it is destroyed or another one is followed.
    void follow(const Workspace &workspace);
    void setPage(int page);
    /// For narrow windows: icons only; the names remain for screen readers and as tooltips.
    void setCompact(bool compact);

    /// Without the picture and the names, which are omitted if there is no room for them.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pageSelected(int page);
    void signOutRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int roomForIdentity() const;
    [[nodiscard]] int namesHeight() const;
    void showUser();
    void markChanges();
    void refreshPage(int page);
    void refreshIdentity();

    const Workspace *m_workspace = nullptr;
    std::unique_ptr<QObject> m_following; // the context of what is connected to it
    Avatar *m_avatar;
    PlainLabel *m_name;
    PlainLabel *m_userName;
    PlainLabel *m_server;
    bool m_present = false;
    QListWidget *m_pages;
    QPushButton *m_signOut;
    qsizetype m_keyCount = -1;
    bool m_changed[PageCount] = {}; // a dot after the page's name, and a word for screen readers
    bool m_compact = false;
};

} // namespace lanyard
