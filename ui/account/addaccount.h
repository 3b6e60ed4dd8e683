#pragma once

#include "core/session/signinrequest.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <memory>

namespace lanyard {

class AccountController;
class AccountStack;
class Workspace;

/// Adds another account: one that is in no list while the user signs in, so that the present one goes on, and that is
/// shown once they have. Without a sign-in nothing remains of it.
class AddAccount : public QObject
{
    Q_OBJECT

public:
    /// @p stack must outlive it.
    explicit AddAccount(AccountStack &stack, QObject *parent = nullptr);
    ~AddAccount() override;

    /// Asks for the account of @p server and @p userName, either of which may be empty.
    void ask(const QString &server = {}, const QString &userName = {});
    /// Signs in with @p request.
    void add(const SignInRequest &request);
    /// An account is being asked for.
    [[nodiscard]] bool isAsking() const { return m_added != nullptr; }

private:
    [[nodiscard]] AccountController &begin();
    void accept();
    void abandon();
    void drop();

    AccountStack &m_stack;
    std::unique_ptr<Workspace> m_added;
    QPointer<QWidget> m_focus; // where the user was before
};

} // namespace lanyard
