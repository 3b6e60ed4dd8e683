#pragma once

#include "core/base/messagequeue.h"
#include "core/base/secret.h"
#include "ui/account/accountpages.h"

#include <QJsonObject>
#include <QWidget>

class QAction;
class QBoxLayout;

namespace lanyard {

class MessageBar;
class Path;
class SaveBar;
class Workspace;

/// One account: its messages, its three pages, and the bar to save from. It never shows another account, since what is
/// half typed, selected, filtered and scrolled belongs to its widgets.
class AccountView : public QWidget
{
    Q_OBJECT

public:
    using Page = AccountPages::Page;
    using enum AccountPages::Page;

    /// @p workspace must outlive it.
    explicit AccountView(Workspace &workspace, QWidget *parent = nullptr);
    ~AccountView() override;

    [[nodiscard]] const Workspace &workspace() const { return m_workspace; }
    [[nodiscard]] MessageQueue &messages() { return m_messages; }
    /// The page to show while there is a user.
    void setPage(int page);
    /// The user goes there: with the focus, wherever that is.
    void enterPage();
    /// The page that setPage() has chosen, even while something else is shown instead.
    [[nodiscard]] int page() const { return m_page; }
    /// Shown instead of the pages: what is in progress, with a sign-in button if @p offerSignIn.
    void showWaiting(const QString &text, bool offerSignIn);
    /// The same: that no one is signed in.
    void showSignedOut();
    /// Its messages, the page and the bar to save from; the messages may be in the page.
    [[nodiscard]] QWidgetList areas() const;
    /// Moves the focus to the first control of the page that is shown.
    void focusPage() { m_pages->focusPage(); }
    /// Of the page that is shown, if it has one.
    void focusFilter() { m_pages->focusFilter(); }

    /// What an input method shows becomes text.
    void finishComposing() { m_pages->finishComposing(); }
    /// What is being typed becomes an edit, in dialogs too, where it is valid: nobody is asked.
    void takeTyping() { m_pages->takeTyping(); }
    /// Before and after another account is shown: see SettingsPage.
    void leave() { m_pages->leave(); }
    void comeBack() { m_pages->comeBack(); }
    /// Commits the text being typed in a cell; false (with the focus there) if a field is still invalid.
    [[nodiscard]] bool commitEdits() { return m_pages->commitEdits(); }
    /// Brings the field or setting that was just changed into view.
    void showField(const Path &path) { m_pages->showField(path); }
    /// The same, after a step of undo or redo.
    void showStep(const Path &path);
    /// The same for the user who chose it there: what does not fit is to be corrected.
    void goTo(const Path &path) { m_pages->goTo(path); }
    /// Moves the focus to the first of @p places that the shown page has, if it has one.
    void focusFirstOf(const QList<Path> &places) { m_pages->focusFirstOf(places); }
    void setSaving(bool saving);
    /// Whether there is something to save, to review, or to revert, now. What is half typed counts: it is committed
    /// first.
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] bool canReview() const;
    [[nodiscard]] bool canRevert() const;
    void showSaved();
    /// Says what is shown of it, to who saves while there is nothing to save.
    void tellSaveState();

    /// For a menu, see makeSortActions().
    [[nodiscard]] QList<QAction *> keySortActions() const;
    [[nodiscard]] QList<QAction *> settingSortActions() const;
    /// See ApiKeysPage.
    [[nodiscard]] QList<QAction *> keyColumnActions() const;
    /// Asks how, and writes what was last read of the profile to a file. Does nothing without a user.
    void exportProfile();
    /// Has a key asked for, and found. Does nothing without a user.
    void findKey();
    /// Goes to the key in that row of the model.
    void showKey(int row);
    /// Copies the selected key while the page of the keys is shown.
    void copyKey();
    /// While on, no secret can be revealed.
    void setPresentationMode(bool on) { m_pages->setPresentationMode(on); }
    /// Masks revealed secrets.
    void hideSecrets() { m_pages->hideSecrets(); }
    /// Briefly confirms that the requested secret is on the clipboard.
    void showCopied() { m_pages->showCopied(); }
    /// It has left the clipboard again.
    void forgetCopied() { m_pages->forgetCopied(); }

    /// The page and the widths of all columns, for restorePlacement(). Contains no user data.
    [[nodiscard]] QJsonObject placement() const;
    /// Before the pages are shown.
    void restorePlacement(const QJsonObject &placement);

Q_SIGNALS:
    /// It shows something on that page.
    void pageRequested(int page);
    void signInRequested();
    /// The user wants to know which key one is.
    void findKeyRequested();
    void saveRequested();
    void cancelSaveRequested();
    void revertRequested();
    void reviewRequested();
    /// canSave(), canReview() or canRevert() may have changed.
    void offersChanged();
    /// See ApiKeysPage.
    void copyRequested(const lanyard::Secret &secret, const QString &what, const QString &copied,
                       const QString &caution);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void arrange();
    [[nodiscard]] bool isLow() const;
    void showMessage();
    void showUnseen();
    void placeMessages();
    void alignMessages();
    void connectParts();
    void countChanges();
    void showUser();
    void followUser();
    void leaveMessages();

    Workspace &m_workspace;
    MessageQueue m_messages{this};
    MessageBar *m_messageBar;
    QBoxLayout *m_aboveThePage;
    AccountPages *m_pages;
    SaveBar *m_saveBar;
    int m_page = 0;
    bool m_hasEdits = false;
    bool m_hasUnseen = false; ///< a message that came while another account was shown
    bool m_isEnding = false;  ///< its pages are being destroyed
    QString m_userId;         ///< whose lists are shown
};

} // namespace lanyard
