#pragma once

#include "core/base/error.h"

#include <QWidget>

class QPushButton;

namespace lanyard {

class FingerprintLabel;
class PlainLabel;

/// Shows why a certificate is not trusted and whose it is, and asks the user. It is part of the sign-in dialog, not a
/// box on top of it, and does nothing unless its button is pressed. A certificate that replaces a pinned one cannot be
/// accepted.
class CertificatePanel : public QWidget
{
    Q_OBJECT

public:
    explicit CertificatePanel(QWidget *parent = nullptr);

    void showFacts(const CertificateFacts &facts);

Q_SIGNALS:
    void trusted(const QByteArray &sha256);

private:
    void arrange();
    void showFingerprints();

    CertificateFacts m_facts;
    PlainLabel *m_reasons;
    PlainLabel *m_text;
    PlainLabel *m_newTitle;
    FingerprintLabel *m_new;
    QWidget *m_before;
    FingerprintLabel *m_trustedBefore;
    PlainLabel *m_advice;
    QPushButton *m_trust;
};

} // namespace lanyard
