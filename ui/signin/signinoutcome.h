#pragma once

#include "core/base/error.h"

#include <QWidget>

class QCheckBox;
class QPushButton;

namespace lanyard {

class CertificatePanel;
class PlainLabel;
class TonedLabel;

/// Below the form: one sentence about the last attempt, and what the user can agree to before the next one. Hidden
/// while there is nothing to say.
class SignInOutcome : public QWidget
{
    Q_OBJECT

public:
    explicit SignInOutcome(QWidget *parent = nullptr);

    /// @p text is the sentence about @p error.
    void showError(const Error &error, const QString &text);
    void showProblem(const QString &text);
    /// Announces it, as a question is when it is shown.
    void tellProblem();
    /// Puts the focus on what is said of the certificate.
    void focusCertificate();
    /// The choice to send it unencrypted.
    void focusPlainHttp();
    void showQuestion(const QString &text);
    [[nodiscard]] QString text() const;
    /// Consent to an unencrypted connection stays.
    void clear();
    /// Another server was entered: consent is for the one that it was asked for, and so is any message.
    void forget();
    /// Whether the user has agreed to an unencrypted connection.
    [[nodiscard]] bool allowsPlainHttp() const;
    /// The sentence stays readable; an attempt cannot be changed while it is made.
    void setInputEnabled(bool enabled);

Q_SIGNALS:
    /// After OtherUser: the user wants that account as well.
    void otherUserRequested();
    /// The user accepts the certificate that was shown.
    void certificateTrusted(const QByteArray &sha256);
    /// The user takes back the trust in the certificate that the shown one replaces.
    void formerCertificateRemoved();

private:
    void showText(const QString &text);
    void showIfNeeded();

    TonedLabel *m_icon;
    PlainLabel *m_text;
    QPushButton *m_addUser;
    CertificatePanel *m_certificate;
    QCheckBox *m_plainHttp;
};

} // namespace lanyard
