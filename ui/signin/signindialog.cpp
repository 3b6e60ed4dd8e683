#include "ui/signin/signindialog.h"

#include "core/base/text.h"
#include "ui/common/announce.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/longtext.h"
#include "ui/look/pageheader.h"
#include "ui/look/plainlabel.h"
#include "ui/look/primarybutton.h"
#include "ui/signin/signinform.h"
#include "ui/signin/signinmethod.h"
#include "ui/signin/signinoutcome.h"
#include "ui/signin/signinprogress.h"
#include "ui/signin/submitbutton.h"
#include "ui/signin/welcome.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>

#include <utility>

namespace lanyard {

SignInDialog::SignInDialog(QWidget *parent)
    : QDialog(parent), m_welcome(new Welcome), m_head(new PageHeader(tr("Sign in"), {}, PageHeader::OfDialog)),
      m_reason(new PlainLabel), m_form(new SignInForm), m_outcome(new SignInOutcome), m_progress(new SignInProgress),
      m_submit(new SubmitButton(tr("&Sign in"))), m_cancel(new QPushButton(tr("&Cancel")))
{
    setWindowTitle(tr("Sign in"));
    m_reason->setWordWrap(true);
    m_welcome->hide();
    setAdding(false);
    makePrimary(*m_submit);
    m_submit->setDefault(true);
    m_submit->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    layOut();
    setReason({});
    setBusy(false);
    connectParts();
}

void SignInDialog::connectParts()
{
    connect(m_submit, &QPushButton::clicked, this, &SignInDialog::submit);
    connect(m_cancel, &QPushButton::clicked, this, &SignInDialog::reject);
    connect(m_form, &SignInForm::changed, this, [this] {
        if (m_wrong || m_isOfSecret)
            clearError(); // it was about what was there before
        updateSubmit();
    });
    connect(m_form, &SignInForm::completed, this, [this] { Q_EMIT signInExpected(m_form->server()); });
    connect(m_form, &SignInForm::methodChanged, this, [this] {
        if (m_isOfSecret)
            clearError();
    });
    connect(m_form, &SignInForm::tooLong, this, [this](QLineEdit *edit) { tellAt(edit, tooLongText(LongestLine)); });
    connect(m_form, &SignInForm::serverEdited, this, [this](const QString &server) {
        m_outcome->forget();
        clearError();
        Q_EMIT serverChanged(server);
    });
    connect(m_outcome, &SignInOutcome::otherUserRequested, this,
            [this] { Q_EMIT otherUserRequested(m_form->request(m_outcome->allowsPlainHttp())); });
    connect(m_outcome, &SignInOutcome::certificateTrusted, this, [this](const QByteArray &sha256) {
        Q_EMIT certificateTrusted(m_form->server(), sha256);
        tryAgain();
    });
    connect(m_outcome, &SignInOutcome::formerCertificateRemoved, this,
            [this] { Q_EMIT formerCertificateRemoved(m_form->server()); });
}

void SignInDialog::setServers(const QStringList &servers)
{
    m_form->setServers(servers);
}

void SignInDialog::fillIn(const QString &server, const QString &userName, Credential::Kind kind, bool isRemembered)
{
    clearError();
    m_form->fillIn(server, userName, kind, isRemembered);
}

QString SignInDialog::server() const
{
    return m_form->server();
}

QString SignInDialog::userName() const
{
    return m_form->userName();
}

bool SignInDialog::isTyped() const
{
    return m_busy || m_form->isTyped();
}

void SignInDialog::suggestUser(const QString &userName, Credential::Kind kind)
{
    if (!m_isServerLocked)
        m_form->suggestUser(userName, kind);
}

void SignInDialog::lockIdentity(bool isServerLocked, bool isUserNameLocked)
{
    m_isServerLocked = isServerLocked;
    m_isUserNameLocked = isUserNameLocked;
    m_form->lockIdentity(isServerLocked, isUserNameLocked);
    setBusy(m_busy);
}

void SignInDialog::setKeychain(const QString &name, SecretStore::Readiness readiness)
{
    m_form->setKeychain(name, readiness);
}

void SignInDialog::setBusy(bool busy)
{
    if (busy && !m_busy)
        m_focusBefore = focusWidget();
    m_busy = busy;
    m_form->setInputEnabled(!busy);
    m_form->setIdentityEnabled(!busy && !m_isServerLocked, !busy && !m_isUserNameLocked);
    m_outcome->setInputEnabled(!busy);
    if (busy)
        m_progress->start(m_form->host());
    else
        m_progress->stop();
    updateSubmit();
    // Qt takes the focus from a disabled widget, and does not always find another place for it.
    if (!busy && isVisible() && m_focusBefore && (!focusWidget() || !focusWidget()->isEnabled()))
        m_focusBefore->setFocus();
}

void SignInDialog::updateSubmit()
{
    m_submit->setEnabled(!m_form->missing() && !m_busy && !m_asksAboutCertificate);
    m_submit->setDefault(!m_asksAboutCertificate);
    setPrimary(*m_submit, !m_asksAboutCertificate);
}

void SignInDialog::tryAgain()
{
    clearError();
    submit();
}

void SignInDialog::submit()
{
    if (!m_submit->takePress())
        return;
    const bool isOtherServer = m_form->correctServer();
    clearError();
    if (!isOtherServer) {
        return Q_EMIT signInRequested(m_form->request(m_outcome->allowsPlainHttp()));
    }
    m_outcome->showQuestion(
        tr("The server was taken to be %1. If that is right, sign in again.").arg(quoted(m_form->server())));
    m_submit->askAgain();
}

void SignInDialog::keyPressEvent(QKeyEvent *event)
{
    if (SubmitButton::isHeldEnter(*event))
        return;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    QLineEdit *missing = isEnter && !m_busy && !m_asksAboutCertificate ? m_form->missing() : nullptr;
    if (!missing)
        return QDialog::keyPressEvent(event);
    // The button, which is disabled, would say nothing. The focus first: what is told stays in sight until it moves on.
    missing->setFocus();
    tellAt(missing, tr("“%1” is empty.").arg(missing->accessibleName()));
}

void SignInDialog::wipeSecrets()
{
    m_form->wipeSecrets();
}

void SignInDialog::hideSecrets()
{
    m_form->hideSecrets();
}

void SignInDialog::setPresenting(bool isPresenting)
{
    m_form->setPresenting(isPresenting);
}

void SignInDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ActivationChange && !isActiveWindow())
        hideSecrets();
    QDialog::changeEvent(event);
}

void SignInDialog::reject()
{
    if (m_busy) {
        Q_EMIT cancelRequested();
        return;
    }
    wipeSecrets();
    QDialog::reject();
}

} // namespace lanyard

#include "moc_signindialog.cpp"
