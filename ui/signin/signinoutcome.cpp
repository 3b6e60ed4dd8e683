#include "ui/signin/signinoutcome.h"

#include "ui/common/announce.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"
#include "ui/signin/certificatepanel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace lanyard {

SignInOutcome::SignInOutcome(QWidget *parent)
    : QWidget(parent), m_icon(new TonedLabel), m_text(new PlainLabel),
      m_addUser(new QPushButton(tr("&Add as another account"))), m_certificate(new CertificatePanel),
      m_plainHttp(new QCheckBox(tr("Send it &unencrypted")))
{
    m_text->setWordWrap(true);
    m_addUser->setAutoDefault(false);
    auto *sentence = new QHBoxLayout;
    sentence->addWidget(m_icon, 0, Qt::AlignTop);
    sentence->addWidget(m_text, 1);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*sentence, Space::Small);
    setSpaces(*layout, Space::Medium);
    layout->addLayout(sentence);
    layout->addWidget(m_addUser, 0, Qt::AlignLeft);
    layout->addWidget(m_certificate);
    layout->addWidget(m_plainHttp);
    connect(m_addUser, &QPushButton::clicked, this, &SignInOutcome::otherUserRequested);
    connect(m_certificate, &CertificatePanel::trusted, this, &SignInOutcome::certificateTrusted);
    connect(m_certificate, &CertificatePanel::formerRemoved, this, &SignInOutcome::formerCertificateRemoved);
    forget();
}

void SignInOutcome::showError(const Error &error, const QString &text)
{
    m_addUser->setVisible(error.kind == Error::Kind::OtherUser);
    if (error.kind == Error::Kind::PlainHttpRefused)
        m_plainHttp->show();
    if (error.certificate)
        m_certificate->showFacts(*error.certificate);
    showProblem(text);
}

void SignInOutcome::focusCertificate()
{
    m_certificate->takeFocus();
}

void SignInOutcome::focusPlainHttp()
{
    m_plainHttp->setFocus();
}

void SignInOutcome::showProblem(const QString &text)
{
    m_icon->setIcon("error"_L1, Tone::Bad, tr("Error"));
    showText(text);
}

void SignInOutcome::tellProblem()
{
    announce(m_text, Politeness::Assertive);
}

void SignInOutcome::showQuestion(const QString &text)
{
    m_icon->setIcon("info"_L1, Tone::Quiet, tr("Information"));
    showText(text);
    announce(m_text);
}

void SignInOutcome::showText(const QString &text)
{
    m_text->setText(text);
    m_text->show();
    m_icon->show();
    showIfNeeded();
}

QString SignInOutcome::text() const
{
    return m_text->text();
}

void SignInOutcome::clear()
{
    m_text->clear();
    for (QWidget *part : {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_icon),
                          static_cast<QWidget *>(m_addUser), static_cast<QWidget *>(m_certificate)})
        part->hide();
    showIfNeeded();
}

void SignInOutcome::forget()
{
    m_plainHttp->hide();
    m_plainHttp->setChecked(false);
    clear();
}

// An empty widget would leave a gap.
void SignInOutcome::showIfNeeded()
{
    setVisible(!m_text->isHidden() || !m_plainHttp->isHidden());
}

bool SignInOutcome::allowsPlainHttp() const
{
    return m_plainHttp->isVisible() && m_plainHttp->isChecked();
}

void SignInOutcome::setInputEnabled(bool enabled)
{
    m_certificate->setEnabled(enabled);
    m_plainHttp->setEnabled(enabled);
}

} // namespace lanyard

#include "moc_signinoutcome.cpp"
