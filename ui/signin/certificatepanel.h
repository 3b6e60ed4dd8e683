#pragma once

#include "core/base/error.h"

#include <QFrame>

class QPushButton;

namespace lanyard {

class PlainLabel;

/// Shows why a certificate is not trusted and whose it is, and asks the user. It is part of the sign-in dialog, not a
/// box on top of it, and does nothing unless its button is pressed. A certificate that replaces a pinned one cannot be
/// accepted.
class CertificatePanel : public QFrame
{
    Q_OBJECT

public:
    explicit CertificatePanel(QWidget *parent = nullptr);

    void showFacts(const CertificateFacts &facts);

Q_SIGNALS:
    void trusted(const QByteArray &sha256);

private:
    CertificateFacts m_facts;
    PlainLabel *m_text;
    QPushButton *m_trust;
};

} // namespace lanyard
