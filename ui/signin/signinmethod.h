#pragma once

#include "core/session/signinrequest.h"

#include <QTabWidget>

class QCheckBox;
class QLineEdit;

namespace lanyard {

class SecretEdit;

/// What a person proves with who they are: a user name and a password, or an API key. A page for each.
class SignInMethod : public QTabWidget
{
    Q_OBJECT

public:
    explicit SignInMethod(QWidget *parent = nullptr);

    /// A token is what a password leads to.
    [[nodiscard]] Credential::Kind kind() const;
    void setKind(Credential::Kind kind);
    /// Empty for an API key.
    [[nodiscard]] QString userName() const;
    void setUserName(const QString &userName);
    /// As it stands in its field, whatever the kind.
    [[nodiscard]] QString typedUserName() const;
    /// The same as setKind(), while no secret is typed yet.
    void preferKind(Credential::Kind kind);
    void setUserNameEnabled(bool enabled);
    /// See enteredPassword() and enteredApiKey().
    [[nodiscard]] Secret secret() const;
    /// What cannot be seen in it and may be why it was refused, or cannot be sent; empty when there is no such thing.
    [[nodiscard]] QString remark() const;
    [[nodiscard]] bool isComplete() const;

    /// Puts the focus where something is missing: a user name before the secret.
    void focusMissing();
    /// Puts the focus on the secret and selects it, to be typed again.
    void correctSecret();
    /// What is wrong with the secret, for assistive technology; the sentence itself is shown by the dialog.
    void describeSecret(const QString &problem);
    /// Overwrites and empties the secrets.
    void wipeSecrets();
    /// Shows the password as dots again.
    void hideSecrets();

Q_SIGNALS:
    /// Another page, or another text on it.
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
