#pragma once

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace lanyard {

class Secret;
class SecretEdit;
class TonedLabel;

/// Asks for the user name and the password that a proxy requires.
class ProxySignInDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p userName was sent to the proxy and may have been refused; empty if none was sent.
    ProxySignInDialog(const QString &proxy, const QString &userName, const QString &keychainName, QWidget *parent);

    void done(int result) override;

Q_SIGNALS:
    void entered(const QString &userName, const lanyard::Secret &password, bool keep);

private:
    void say(QLineEdit *edit, const QString &problem);
    void submit();

    QLineEdit *m_userName;
    SecretEdit *m_password;
    TonedLabel *m_problem;
    QCheckBox *m_keep;
    QPushButton *m_submit;
};

} // namespace lanyard
