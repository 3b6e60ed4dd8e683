#pragma once

#include "core/base/error.h"

#include <QWidget>

namespace lanyard {

class BulletList;
class FingerprintLabel;
class PlainLabel;
class SubmitButton;

/// Shows why a certificate is not trusted and whose it is, and asks the user. It is part of the sign-in dialog, not a
/// box on top of it, and does nothing unless its button is pressed, which Enter does not do from anywhere else. A
/// certificate that replaces a trusted one cannot be accepted in one step: the trusted one has to be removed first.
class CertificatePanel : public QWidget
{
    Q_OBJECT

public:
    explicit CertificatePanel(QWidget *parent = nullptr);

    void showFacts(const CertificateFacts &facts);
    /// On what is to be read and compared.
    void takeFocus();

Q_SIGNALS:
    void trusted(const QByteArray &sha256);
    /// The certificate that was trusted before is trusted no longer.
    void formerRemoved();

private:
    void arrange();
    void showFingerprints();
    void advise(const QString &advice);

    CertificateFacts m_facts;
    BulletList *m_reasons;
    PlainLabel *m_text;
    PlainLabel *m_newTitle;
    FingerprintLabel *m_new;
    QWidget *m_before;
    FingerprintLabel *m_trustedBefore;
    PlainLabel *m_advice;
    SubmitButton *m_trust;
    SubmitButton *m_remove;
};

} // namespace lanyard
