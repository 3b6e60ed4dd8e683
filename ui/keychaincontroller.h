#pragma once

#include "core/session/session.h"
#include "ui/common/messages.h"

#include <functional>

namespace lanyard {

class MainWindow;

/// Tells in the message bar what the keychain could not do, and offers the step that lets it: to unlock it, to set it
/// up, or to try again. Says so while the keychain itself asks the user in a window of its own.
class KeychainController : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    KeychainController(Session &session, MainWindow &window, QObject *parent = nullptr);

    /// @p text, about @p topic, says what did not happen to @p account, and why: @p error, one of the Keychain… kinds.
    /// @p again does it once the keychain is open, or is tried again; it may be empty.
    void show(Topic topic, const QString &text, const Error &error, const SavedAccount &account,
              const std::function<void()> &again);

    /// The sign-in is in the keychain, or is not meant to be: what was said about it is over.
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
