#pragma once

#include "core/base/error.h"
#include "core/secrets/secretstore.h"
#include "core/session/signinrequest.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace lanyard {

class PlainLabel;
class ServerField;
class SignInMethod;

/// What the user enters: the server, the name with the secret, and whether to be kept signed in.
class SignInForm : public QWidget
{
    Q_OBJECT

public:
    explicit SignInForm(QWidget *parent = nullptr);

    /// The servers to choose from; the content of the field stays.
    void setServers(const QStringList &servers);
    void setKeychain(const QString &name, SecretStore::Readiness readiness);
    /// See SignInDialog.
    void fillIn(const QString &server, const QString &userName, Credential::Kind kind, bool isRemembered);
    void suggestUser(const QString &userName, Credential::Kind kind);
    /// All but the server and the user name.
    void setInputEnabled(bool enabled);
    /// Shows server and user name as text rather than as fields.
    void lockIdentity(bool isServerLocked, bool isUserNameLocked);
    void setIdentityEnabled(bool isServerEnabled, bool isUserNameEnabled);

    /// The first field that is empty; null if none is.
    [[nodiscard]] QLineEdit *missing() const;
    /// Whether the user has entered something since it was filled in.
    [[nodiscard]] bool isTyped() const;
    /// See ServerField::correct().
    [[nodiscard]] bool correctServer();
    [[nodiscard]] QString server() const;
    [[nodiscard]] QString userName() const;
    /// For a sentence.
    [[nodiscard]] QString host() const;
    /// @p allowPlainHttp: with the user's consent to an unencrypted connection.
    [[nodiscard]] SignInRequest request(bool allowPlainHttp) const;

    /// See SignInMethod.
    [[nodiscard]] QString textOf(const Error &error) const;
    /// Leads the user to the field that needs correction, and tells assistive technology @p problem there.
    void correct(const Error &error, const QString &problem);
    void clearProblems();
    /// The same of @p edit, one of its fields.
    void describe(QLineEdit *edit, const QString &problem);
    /// Overwrites and clears the secrets.
    void wipeSecrets();
    /// Shows the password as dots again.
    void hideSecrets();
    /// While @p isPresenting the password is not shown, and cannot be.
    void setPresenting(bool isPresenting);

Q_SIGNALS:
    void changed();
    /// The name or the secret, with nothing missing.
    void completed();
    /// Password or API key.
    void methodChanged();
    /// The server field has changed.
    void serverEdited(const QString &server);
    /// A text did not fit into @p edit and was not taken.
    void tooLong(QLineEdit *edit);

private:
    void layOut();
    void alignFields();
    void showKept();
    [[nodiscard]] QString whereKept() const;
    void showIdentity();

    PlainLabel *m_identity;
    ServerField *m_server;
    PlainLabel *m_serverLabel;
    SignInMethod *m_method;
    QCheckBox *m_keep;
    PlainLabel *m_kept;
    QString m_keychainName;
    SecretStore::Readiness m_readiness = SecretStore::Readiness::Unknown;
    bool m_isServerLocked = false;
    bool m_isUserNameLocked = false;
    QString m_filledIn; // the server
};

} // namespace lanyard
