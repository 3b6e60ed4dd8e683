#pragma once

#include "core/session/signinrequest.h"

#include <QTabWidget>

class QCheckBox;
class QLineEdit;

namespace lanyard {

class SecretEdit;

/// How a user signs in: with a user name and a password, or with an API key. One page for each.
class SignInMethod : public QTabWidget
{
    Q_OBJECT

public:
    explicit SignInMethod(QWidget *parent = nullptr);

    /// A password leads to a token.
    [[nodiscard]] Credential::Kind kind() const;
    void setKind(Credential::Kind kind);
    /// Empty for an API key.
    [[nodiscard]] QString userName() const;
    void setUserName(const QString &userName);
    /// The content of the field, whatever the kind.
    [[nodiscard]] QString typedUserName() const;
    /// The same as setKind(), unless a secret has been typed.
    void preferKind(Credential::Kind kind);
    void setUserNameEnabled(bool enabled);
    /// See enteredPassword() and enteredApiKey().
    [[nodiscard]] Secret secret() const;
    /// Invisible characters that may be why it was refused, or why it cannot be sent; empty if there are none.
    [[nodiscard]] QString remark() const;
    [[nodiscard]] bool isComplete() const;

    /// Focuses the first empty field: the user name before the secret.
    void focusMissing();
    /// Focuses and selects the secret, to be typed again.
    void correctSecret();
    /// What is wrong with the secret, for assistive technology; the dialog shows the sentence itself.
    void describeSecret(const QString &problem);
    /// Overwrites and clears the secrets.
    void wipeSecrets();
    /// Shows the password as dots again.
    void hideSecrets();

Q_SIGNALS:
    /// The page or a text on it has changed.
    void changed();

private:
    [[nodiscard]] QWidget *passwordPage();
    [[nodiscard]] QWidget *apiKeyPage();
    [[nodiscard]] bool usesPassword() const { return currentIndex() == 0; }
    [[nodiscard]] SecretEdit *secretEdit() const { return usesPassword() ? m_password : m_apiKey; }

    QLineEdit *m_userName;
    SecretEdit *m_password;
    QCheckBox *m_showPassword;
    SecretEdit *m_apiKey;
};

} // namespace lanyard
