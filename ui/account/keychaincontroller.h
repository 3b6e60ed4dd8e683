#pragma once

#include "core/session/session.h"
#include "ui/common/messages.h"

#include <functional>

namespace lanyard {

class MainWindow;

/// Reports keychain failures in the message bar, and offers the action that helps: unlock, set up, or try again. Says
/// so while the keychain itself is asking the user in its own window.
class KeychainController : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    KeychainController(Session &session, MainWindow &window, QObject *parent = nullptr);

    /// @p text, about @p topic, says what failed for @p account; @p error is the reason, one of the Keychain… kinds.
    /// @p again repeats the operation once the keychain is open, or on request; it may be empty.
    void show(Topic topic, const QString &text, const Error &error, const SavedAccount &account,
              const std::function<void()> &again);

    /// The sign-in is in the keychain, or is not meant to be: messages about it are settled.
    void kept();

private:
    void open();
    void opened();
    void notOpened(const Error &error);
    void askingChanged();
    void removedAgain(const SavedAccount &account, const std::optional<Error> &error);
    [[nodiscard]] Message asked() const;

    Session &m_session;
    MainWindow &m_window;
    Topic m_topic = Topic::Keychain;
    bool m_failed = false; // and the message says so
    bool m_opening = false;
    SavedAccount m_account;
    std::function<void()> m_again;
};

} // namespace lanyard
