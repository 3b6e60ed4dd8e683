#pragma once

#include "core/base/secret.h"

#include <QAccessible>
#include <QByteArray>
#include <QStackedWidget>

namespace lanyard {

class ApiKeysPage;
class FilterEdit;
class PageArea;
class MessageQueue;
class Path;
class ProfilePage;
class SettingsPage;
class WaitingPage;
class Workspace;

/// The three pages of an account, and what is shown instead of them. Each is made when it is first needed: what nobody
/// looks at costs no time. What is asked of a page that there is not yet, and of which nobody would see anything, it is
/// told when it is made. Assistive technology reads what is hidden and hears what happens there: for it all are made.
class AccountPages : public QStackedWidget, private QAccessible::ActivationObserver
{
    Q_OBJECT

public:
    enum Page { Profile, ApiKeys, Settings, PageCount };

    /// @p workspace and @p messages must outlive it. Dialogs open in front of @p view.
    AccountPages(Workspace &workspace, MessageQueue &messages, QWidget &view);
    ~AccountPages() override;

    [[nodiscard]] WaitingPage &waiting() const { return *m_waiting; }
    [[nodiscard]] ProfilePage &profile();
    [[nodiscard]] ApiKeysPage &apiKeys();
    [[nodiscard]] SettingsPage &settings();
    /// What the page that is shown is in.
    [[nodiscard]] PageArea &area() const;
    /// The profile if it is what is shown, else null.
    [[nodiscard]] const ProfilePage *shownProfile() const;

    /// Makes the profile a moment later: while an answer is waited for, it costs nobody time.
    void makeProfileAhead();
    /// Whether it is the page that is shown, or PageCount and no page is.
    [[nodiscard]] bool isAt(int page) const;
    /// Shows the page, or the waiting page for PageCount. The focus goes there if it is in the one before.
    void turnTo(int page);
    /// Moves the focus to the first control of the page that is shown.
    void focusPage();
    /// Moves the focus into the page that is shown, to where it was there, unless it is in it.
    void enterPage();
    /// Of the page that is shown, if it has one.
    void focusFilter();
    /// Brings the field or setting into view.
    void showField(const Path &path);
    /// The same for the user who chose it there: what does not fit is to be corrected.
    void goTo(const Path &path);
    /// Moves the focus to the first of @p places that the shown page has, if it has one.
    void focusFirstOf(const QList<Path> &places);

    /// See AccountView.
    void finishComposing();
    void takeTyping();
    void leave();
    void comeBack();
    [[nodiscard]] bool commitEdits();
    void setPresentationMode(bool on);
    /// There is little height for the pages.
    void setLow(bool isLow);
    void hideSecrets();
    void showCopied();
    void forgetCopied();
    /// Another user's lists are shown whole.
    void showAll();
    /// The address of the account's service.
    void setServer(const QString &server);

    /// See ApiKeysPage and SettingsPage.
    [[nodiscard]] QByteArray keyColumns() const;
    [[nodiscard]] QByteArray settingColumns() const;
    void restoreColumns(const QByteArray &keys, const QByteArray &settings);

Q_SIGNALS:
    /// It shows something on that page.
    void pageRequested(int page);
    void formMoved();
    /// See AccountView.
    void findKeyRequested();
    void typingChanged(bool isTyping);
    void copyRequested(const lanyard::Secret &secret, const QString &what, const QString &copied,
                       const QString &caution);

private:
    void accessibilityActiveChanged(bool active) override;
    [[nodiscard]] QWidget &shown(int page);
    void focusIn(const QWidget &page);
    void returnTo(const QWidget &page);
    QWidget *inArea(QWidget *page, int place);
    void add(QWidget &page, int place);
    void makeAll();
    void hideSecretsIn(FilterEdit &filter);

    Workspace &m_workspace;
    MessageQueue &m_messages;
    QWidget &m_view;
    WaitingPage *m_waiting;
    QWidget *m_waitingArea = nullptr;
    ProfilePage *m_profile = nullptr;
    ApiKeysPage *m_apiKeys = nullptr;
    QWidget *m_keysArea = nullptr;
    SettingsPage *m_settings = nullptr;
    QWidget *m_settingsArea = nullptr;
    // For the pages that are made later.
    bool m_isPresenting = false;
    bool m_isLow = false;
    QString m_server;
    QByteArray m_keyColumns;
    QByteArray m_settingColumns;
};

} // namespace lanyard
