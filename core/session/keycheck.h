#pragma once

#include "core/base/pending.h"
#include "core/document/user.h"
#include "core/http/origin.h"

#include <QObject>

#include <memory>

namespace lanyard {

class AuthApi;

/// Whom a key belongs to, as the service says; without the secrets that it says of that user.
struct KeyHolder
{
    QString userName;
    QString fullName;
    bool isOther = false; ///< not the user of the account
};

/// Asks the service of an account whom a key belongs to. Over a client of its own, which has neither the session's
/// token nor its cookies. Nothing of the answer is stored.
class KeyCheck : public QObject
{
    Q_OBJECT

public:
    /// @p user: of the account. @p api has made no call.
    KeyCheck(std::shared_ptr<AuthApi> api, User user, QObject *parent = nullptr);

    /// The call ends with this object, as Cancelled. SignInRefused: the service does not accept the key.
    [[nodiscard]] Pending<KeyHolder> check(const Secret &key);

    [[nodiscard]] const Origin &origin() const;

private:
    std::shared_ptr<AuthApi> m_api;
    User m_user;
};

/// The result in words; empty if it was cancelled.
[[nodiscard]] QString keyCheckText(const Result<KeyHolder> &holder);

} // namespace lanyard
