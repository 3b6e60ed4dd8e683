#include "ui/signin/signindialog.h"

#include "core/base/text.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/fittingarea.h"
#include "ui/common/longtext.h"
#include "ui/common/plainlabel.h"
#include "ui/common/screenroom.h"
#include "ui/signin/serverfield.h"
#include "ui/signin/signinmethod.h"
#include "ui/signin/signinoutcome.h"
#include "ui/signin/signinprogress.h"
#include "ui/signin/submitbutton.h"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace lanyard {

namespace {

constexpr int ContentWidth = 400;
constexpr int FormMargins = 80; // with a scroll bar

} // namespace

SignInDialog::SignInDialog(QWidget *parent)
    : QDialog(parent), m_reason(new PlainLabel), m_server(new ServerField), m_method(new SignInMethod),
      m_keep(new QCheckBox(tr("&Keep me signed in"))), m_outcome(new SignInOutcome), m_progress(new SignInProgress),
      m_submit(new SubmitButton(tr("&Sign in"))), m_cancel(new QPushButton(tr("&Cancel")))
{
    setWindowTitle(tr("Sign in"));
    m_reason->setWordWrap(true);
    m_keep->setChecked(true);
    m_submit->setDefault(true);
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
    connect(m_method, &SignInMethod::changed, this, &SignInDialog::updateSubmit);
    // Queued: Qt is still inserting what fits.
    connect(m_method, &SignInMethod::tooLong, this, &SignInDialog::refuseTooLong, Qt::QueuedConnection);
    connect(
        m_server->lineEdit(), &QLineEdit::inputRejected, this, [this] { refuseTooLong(m_server->lineEdit()); },
        Qt::QueuedConnection);
    connect(m_server, &QComboBox::editTextChanged, this, &SignInDialog::serverEdited);
    connect(m_outcome, &SignInOutcome::otherUserAccepted, this, &SignInDialog::otherUserAccepted);
    connect(m_outcome, &SignInOutcome::certificateTrusted, this, [this](const QByteArray &sha256) {
        Q_EMIT certificateTrusted(m_server->currentText(), sha256);
        submit();
    });
}

void SignInDialog::layOut()
{
    auto *serverForm = new QFormLayout;
    serverForm->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *serverLabel = new PlainLabel(tr("S&erver")); // QFormLayout's own would interpret its text as HTML
    serverLabel->setBuddy(m_server);
    serverForm->addRow(serverLabel, m_server);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(24, 0, 24, 0);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_submit);

    auto *content = new QWidget;
    auto *parts = new QVBoxLayout(content);
    parts->setContentsMargins(24, 24, 24, 0);
    parts->setSpacing(16);
    parts->addWidget(m_reason);
    parts->addLayout(serverForm);
    parts->addWidget(m_method);
    parts->addWidget(m_keep);
    parts->addWidget(m_outcome);
    parts->addWidget(m_progress);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 24);
    layout->setSpacing(16);
    m_area = new FittingArea(content);
    layout->addWidget(m_area);
    layout->addLayout(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    m_method->setMinimumWidth(qMin(ContentWidth, roomOnScreen(*this).width() - FormMargins));
}

void SignInDialog::setServers(const QStringList &servers)
{
    m_server->setServers(servers);
}

void SignInDialog::fillIn(const QString &server, const QString &userName, Credential::Kind kind, bool isRemembered)
{
    clearError();
    m_server->setEditText(server);
    m_method->fillIn(userName, kind, isRemembered);
    if (server.isEmpty())
        m_server->setFocus();
    else
        m_method->focusMissing();
}

void SignInDialog::suggestUser(const QString &userName, Credential::Kind kind)
{
    if (!m_identityLocked)
        m_method->suggest(userName, kind);
}

void SignInDialog::lockIdentity(bool locked)
{
    m_identityLocked = locked;
    setBusy(m_busy);
}

void SignInDialog::setReason(const QString &reason)
{
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
}

void SignInDialog::setKeychainName(const QString &name)
{
    m_keep->setToolTip(tr("Kept in: %1").arg(name).toHtmlEscaped());
}

void SignInDialog::setBusy(bool busy)
{
    if (busy && !m_busy)
        m_focusBefore = focusWidget();
    m_busy = busy;
    m_server->setEnabled(!busy && !m_identityLocked);
    m_method->setUserNameEnabled(!busy && !m_identityLocked);
    m_method->setEnabled(!busy);
    m_keep->setEnabled(!busy);
    m_outcome->setInputEnabled(!busy);
    if (busy)
        m_progress->start(m_server->host());
    else
        m_progress->stop();
    updateSubmit();
    // Qt takes the focus from a disabled widget, and does not always find another place for it.
    if (!busy && m_focusBefore && (!focusWidget() || !focusWidget()->isEnabled()))
        m_focusBefore->setFocus();
}

void SignInDialog::updateSubmit()
{
    m_submit->setEnabled(!m_server->isBlank() && m_method->isComplete() && !m_busy);
}

void SignInDialog::serverEdited()
{
    updateSubmit();
    m_outcome->forget();
    clearError();
    Q_EMIT serverChanged(m_server->currentText());
}

void SignInDialog::submit()
{
    if (!m_submit->takePress())
        return;
    const bool isOtherServer = m_server->correct();
    clearError();
    if (!isOtherServer)
        return Q_EMIT signInRequested(request());
    m_outcome->showQuestion(
        tr("The server was taken to be %1. If that is right, sign in again.").arg(quoted(m_server->currentText())));
    m_submit->askAgain();
}

SignInRequest SignInDialog::request() const
{
    return {.server = m_server->currentText(),
            .userName = m_method->userName(),
            .secret = m_method->secret(),
            .kind = m_method->kind(),
            .keep = m_keep->isChecked(),
            .allowPlainHttp = m_outcome->allowsPlainHttp()};
}

void SignInDialog::keyPressEvent(QKeyEvent *event)
{
    if (!SubmitButton::isHeldEnter(*event))
        QDialog::keyPressEvent(event);
}

void SignInDialog::clearError()
{
    m_outcome->clear();
    m_server->describe({});
    m_method->describeSecret({});
}

void SignInDialog::showError(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled)
        return;
    m_outcome->showError(error, m_method->textOf(error));
    leadTo(error.kind);
    m_area->reveal(m_outcome);
}

// To the field that needs correction.
void SignInDialog::leadTo(Error::Kind kind)
{
    if (ServerField::isWrong(kind)) {
        m_server->describe(m_outcome->text());
        return m_server->correctByHand();
    }
    if (SignInMethod::isSecretWrong(kind))
        m_method->describeSecret(m_outcome->text());
    m_method->correctSecret();
}

// Qt has cut it, and a part of a password would be refused as wrong.
void SignInDialog::refuseTooLong(QLineEdit *edit)
{
    edit->clear();
    clearError();
    m_outcome->showProblem(tooLongText(edit->maxLength()));
    describeField(edit, m_outcome->text(), true);
}

void SignInDialog::wipeSecrets()
{
    m_method->wipeSecrets();
}

void SignInDialog::hideSecrets()
{
    m_method->hideSecrets();
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
