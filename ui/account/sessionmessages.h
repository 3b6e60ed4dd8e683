#pragma once

#include "core/base/messagequeue.h"
#include "core/workspace/keychainmessages.h"
#include "core/workspace/workspace.h"

#include <QObject>

#include <functional>

class QWidget;

namespace lanyard {

class ProxyController;
class SignInFlow;

/// What is said about an account's session: which sentence, for how long, and which one action is offered with it.
class SessionMessages : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. @p window is the one in front of which a proxy's question opens.
    SessionMessages(Workspace &workspace, MessageQueue &messages, SignInFlow &signIn, ProxyController &proxy,
                    QWidget &window);

    /// Shows @p message, about @p error, with what helps: @p again, or what must come before it.
    void showFailure(Message message, const Error &error, const std::function<void()> &again);
    /// Another account was asked for, @p name, which is not shown because a dialog of this one is open. @p isListed: it
    /// is among the accounts of the window and can be chosen there; otherwise it has to be added first. Until the
    /// dialog is closed.
    void showOtherAccountAsked(const QString &name, bool isListed);
    /// Somebody has signed in to this account once more.
    void showAlreadyOpen();

Q_SIGNALS:
    /// The user wants to try again.
    void reloadRequested();
    /// The user does not want what was restored.
    void discardRequested();

private:
    void closeAfterDialogs(quint64 number);
    void connectSession();
    void connectDraftWriter();
    void userChanged(const std::optional<QDateTime> &draft);
    void storageChanged();
    void restoreFailed(const std::optional<Error> &error);
    void signedOut(const SignOutReport &report);
    void warn(Topic topic, const QString &text);
    void askAbout(const Message &message, const Error &error, const std::function<void()> &again);
    [[nodiscard]] Message::Action stepFor(const Message &message, const Error &error,
                                          const std::function<void()> &again);

    Workspace &m_workspace;
    Session &m_session;
    MessageQueue &m_messages;
    SignInFlow &m_signIn;
    ProxyController &m_proxy;
    QWidget &m_window;
    KeychainMessages m_keychain;
    std::function<void()> m_tellAgain; // what the dialog that is open was opened about, if it is left undecided
};

} // namespace lanyard
