#pragma once

#include "core/base/error.h"
#include "core/session/signinrequest.h"

#include <QTabWidget>

class QCheckBox;
class QFormLayout;
class QLineEdit;

namespace lanyard {

class SecretEdit;
class UserNameRemark;

/// How a user signs in: with a user name and a password, or with an API key. One page for each.
class SignInMethod : public QTabWidget
{
    Q_OBJECT

public:
    explicit SignInMethod(QWidget *parent = nullptr);

    /// A password leads to a token.
    [[nodiscard]] Credential::Kind kind() const;
    /// Empty for an API key.
    [[nodiscard]] QString userName() const;
    /// As it stands in its field.
    [[nodiscard]] QString enteredName() const;
    /// A name that @p isRemembered gives way to suggest().
    void fillIn(const QString &userName, Credential::Kind kind, bool isRemembered);
    /// The user name known for the server, and how it signs in. Replaces an earlier suggestion, but nothing that was
    /// typed.
    void suggest(const QString &userName, Credential::Kind kind);
    void setUserNameEnabled(bool enabled);
    /// False while the name is shown elsewhere as text.
    void setUserNameShown(bool shown);
    /// See enteredPassword() and enteredApiKey().
    [[nodiscard]] Secret secret() const;
    /// The sentence about @p error. Invisible characters in the secret are named if they may be the reason.
    [[nodiscard]] QString textOf(const Error &error) const;
    /// Whether the user has entered something since it was filled in.
    [[nodiscard]] bool isTyped() const;
    /// The first field that is empty; null if none is.
    [[nodiscard]] QLineEdit *missing() const;

    /// Focuses the first empty field: the user name before the secret.
    void focusMissing();
    /// Focuses and selects the secret, to be typed again.
    void correctSecret();
    /// Whether a different secret would help.
    [[nodiscard]] static bool isSecretWrong(Error::Kind kind);
    /// What is wrong with the secret, for assistive technology; the dialog shows the sentence itself.
    void describeSecret(const QString &problem);
    /// What is wrong with @p edit, one of its own or not, likewise; empty: nothing.
    void describe(QLineEdit *edit, const QString &problem);
    /// Overwrites and clears the secrets.
    void wipeSecrets();
    /// Shows the password as dots again.
    void hideSecrets();
    /// While @p isPresenting the password is not shown, and cannot be, nor is a known secret in place of the name.
    void setPresenting(bool isPresenting);

Q_SIGNALS:
    /// A text did not fit into @p edit and was not taken.
    void tooLong(QLineEdit *edit);
    /// The page or a text on it has changed.
    void changed();

private:
    void setKind(Credential::Kind kind);
    [[nodiscard]] bool isUserNameBlank() const;
    [[nodiscard]] QString remark() const;
    [[nodiscard]] QWidget *passwordPage();
    [[nodiscard]] QWidget *apiKeyPage();
    [[nodiscard]] bool usesPassword() const { return currentIndex() == 0; }
    [[nodiscard]] SecretEdit *secretEdit() const { return usesPassword() ? m_password : m_apiKey; }

    QFormLayout *m_passwordForm = nullptr;
    QLineEdit *m_userName;
    UserNameRemark *m_nameRemark = nullptr;
    SecretEdit *m_password;
    QCheckBox *m_showPassword;
    SecretEdit *m_apiKey;
    QString m_suggested; // the user name, while it was not typed
};

} // namespace lanyard
