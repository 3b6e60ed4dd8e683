#include "ui/signin/signindialog.h"

#include "core/base/serveraddress.h"
#include "core/base/text.h"
#include "ui/common/announce.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/fittingarea.h"
#include "ui/common/plainlabel.h"
#include "ui/common/screenroom.h"
#include "ui/common/tonedlabel.h"
#include "ui/common/waitclock.h"
#include "ui/signin/certificatepanel.h"
#include "ui/signin/signinmethod.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int ContentWidth = 400;
constexpr int FormMargins = 80; // with a scroll bar

// Whether a different address would help.
bool isAboutAddress(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::AddressInvalid:
    case Error::Kind::Unreachable:
    case Error::Kind::Redirected:
    case Error::Kind::HttpsExpected:
    case Error::Kind::HttpExpected:
        return true;
    default:
        return false;
    }
}

bool isHeldEnter(const QKeyEvent &event)
{
    return event.isAutoRepeat() && (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter);
}

bool isAboutSecret(Error::Kind kind)
{
    return kind == Error::Kind::SignInRefused || kind == Error::Kind::UnusableCredential;
}

} // namespace

SignInDialog::SignInDialog(QWidget *parent)
    : QDialog(parent), m_reason(new PlainLabel), m_server(new QComboBox), m_method(new SignInMethod),
      m_keep(new QCheckBox(tr("&Keep me signed in"))), m_plainHttp(new QCheckBox(tr("Send it &unencrypted"))),
      m_errorIcon(new TonedLabel), m_error(new PlainLabel), m_certificate(new CertificatePanel),
      m_progress(new QProgressBar), m_waiting(new PlainLabel), m_clock(new WaitClock(this)),
      m_switchUser(new QPushButton(tr("Discard unsaved changes and switch user"))),
      m_submit(new QPushButton(tr("Sign in"))), m_cancel(new QPushButton(tr("Cancel")))
{
    setWindowTitle(tr("Sign in"));
    m_server->setEditable(true);
    m_server->setInsertPolicy(QComboBox::NoInsert);
    m_server->setAccessibleName(tr("Server"));
    m_server->lineEdit()->setPlaceholderText(tr("https://licences.example.com:5455"));
    m_server->lineEdit()->setAccessibleName(tr("Server"));
    m_server->setLayoutDirection(Qt::LeftToRight);
    m_reason->setWordWrap(true);
    m_error->setWordWrap(true);
    m_waiting->setWordWrap(true);
    m_waiting->hide();
    m_keep->setChecked(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Signing in"));
    m_submit->setDefault(true);
    m_cancel->setAutoDefault(false);
    m_switchUser->setAutoDefault(false);

    layOut();
    setReason({});
    clearError();
    m_plainHttp->hide();
    setBusy(false);

    m_submit->installEventFilter(this);
    connect(m_submit, &QPushButton::clicked, this, &SignInDialog::submit);
    connect(m_switchUser, &QPushButton::clicked, this, &SignInDialog::otherUserAccepted);
    connect(m_cancel, &QPushButton::clicked, this, &SignInDialog::reject);
    connect(m_clock, &WaitClock::counted, this, &SignInDialog::showWait);
    connect(m_method, &SignInMethod::changed, this, &SignInDialog::updateSubmit);
    connect(m_server, &QComboBox::editTextChanged, this, &SignInDialog::updateSubmit);
    // Consent to an unencrypted connection or to a certificate is for the server that it was asked for, and so is any
    // message about it.
    connect(m_server, &QComboBox::editTextChanged, this, [this] {
        m_plainHttp->hide();
        m_plainHttp->setChecked(false);
        clearError();
        Q_EMIT serverChanged(m_server->currentText());
    });
    connect(m_certificate, &CertificatePanel::trusted, this, [this](const QByteArray &sha256) {
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
    auto *errorRow = new QHBoxLayout;
    errorRow->addWidget(m_errorIcon, 0, Qt::AlignTop);
    errorRow->addWidget(m_error, 1);
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
    parts->addLayout(errorRow);
    parts->addWidget(m_switchUser, 0, Qt::AlignLeft);
    parts->addWidget(m_certificate);
    parts->addWidget(m_plainHttp);
    parts->addWidget(m_progress);
    parts->addWidget(m_waiting);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 24);
    layout->setSpacing(16);
    layout->addWidget(new FittingArea(content));
    layout->addLayout(buttons);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    m_method->setMinimumWidth(qMin(ContentWidth, roomOnScreen(*this).width() - FormMargins));
}

void SignInDialog::setServers(const QStringList &servers)
{
    const QString typed = m_server->currentText();
    m_server->clear();
    m_server->addItems(servers);
    if (!typed.isEmpty())
        m_server->setEditText(typed);
}

void SignInDialog::fillIn(const QString &server, const QString &userName, Credential::Kind kind, bool isRemembered)
{
    clearError();
    m_server->setEditText(server);
    m_method->setUserName(userName);
    m_method->setKind(kind);
    m_suggestedUser = isRemembered ? userName : QString();
    if (server.isEmpty())
        m_server->setFocus();
    else
        m_method->focusMissing();
}

void SignInDialog::suggestUser(const QString &userName, Credential::Kind kind)
{
    const QString present = m_method->typedUserName();
    if (m_identityLocked || (present != m_suggestedUser && !present.isEmpty()))
        return;
    m_suggestedUser = userName;
    m_method->setUserName(userName);
    if (!userName.isEmpty())
        m_method->preferKind(kind);
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
    for (QWidget *input : {static_cast<QWidget *>(m_method), static_cast<QWidget *>(m_keep),
                           static_cast<QWidget *>(m_plainHttp), static_cast<QWidget *>(m_certificate)})
        input->setEnabled(!busy);
    m_progress->setVisible(busy);
    if (busy) {
        m_clock->start();
    } else {
        m_clock->stop();
        m_waiting->hide();
    }
    updateSubmit();
    // Qt takes the focus from a disabled widget, and does not always find another place for it.
    if (!busy && m_focusBefore && (!focusWidget() || !focusWidget()->isEnabled()))
        m_focusBefore->setFocus();
}

// Announced once: a number every second would drown out everything else.
void SignInDialog::showWait(int seconds, bool isFirst)
{
    const QString host = QUrl(m_server->currentText()).host();
    m_waiting->setText(
        tr("Waiting for %1… %2 s").arg(host.isEmpty() ? m_server->currentText() : host, QString::number(seconds)));
    m_waiting->show();
    if (isFirst)
        announce(m_waiting, m_waiting->text());
}

void SignInDialog::updateSubmit()
{
    const bool complete = !m_server->currentText().trimmed().isEmpty() && m_method->isComplete();
    m_submit->setEnabled(complete && !m_busy);
}

void SignInDialog::submit()
{
    if (!m_submit->isEnabled())
        return;
    // A double click would confirm what the user has not seen yet.
    if (m_sinceAsked.isValid() && !m_sinceAsked.hasExpired(QApplication::doubleClickInterval()))
        return static_cast<void>(m_sinceAsked.start());
    m_sinceAsked.invalidate();
    // What is shown is what is used: a pasted address is corrected in its field, and if that makes it a different
    // server, nothing is sent before the user has seen it.
    const QString typed = m_server->currentText();
    const QString address = serverAddressFrom(typed);
    if (address != typed)
        m_server->setEditText(address);
    clearError();
    if (namesAnotherServer(typed, address))
        return askToLookAgain(address);
    SignInRequest request;
    request.server = m_server->currentText();
    request.kind = m_method->kind();
    request.userName = m_method->userName();
    request.secret = m_method->secret();
    request.keep = m_keep->isChecked();
    request.allowPlainHttp = m_plainHttp->isVisible() && m_plainHttp->isChecked();
    Q_EMIT signInRequested(request);
}

void SignInDialog::askToLookAgain(const QString &address)
{
    m_errorIcon->setIcon("info"_L1, Tone::Quiet, tr("Information"));
    m_errorIcon->show();
    m_error->setText(tr("The server was taken to be %1. If that is right, sign in again.").arg(visibleText(address)));
    m_error->show();
    announce(m_error);
    m_sinceAsked.start();
}

// Each attempt takes one press: a service counts them, and the result of one should be read before the next.
bool SignInDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_submit && event->type() == QEvent::MouseButtonDblClick)
        return true;
    if (watched == m_submit && event->type() == QEvent::KeyPress && isHeldEnter(*static_cast<QKeyEvent *>(event)))
        return true;
    return QDialog::eventFilter(watched, event);
}

void SignInDialog::keyPressEvent(QKeyEvent *event)
{
    if (!isHeldEnter(*event))
        QDialog::keyPressEvent(event);
}

void SignInDialog::clearError()
{
    m_error->clear();
    m_error->hide();
    describeField(m_server, {}, false);
    m_method->describeSecret({});
    m_errorIcon->hide();
    m_switchUser->hide();
    m_certificate->hide();
}

// An invisible character in a masked field is named if it may be the reason.
QString SignInDialog::textOf(const Error &error) const
{
    QString remark = m_method->remark();
    if (remark.isEmpty())
        return errorText(error);
    if (error.kind == Error::Kind::UnusableCredential && m_method->kind() == Credential::Kind::ApiKey)
        return remark;
    return error.kind == Error::Kind::SignInRefused ? errorText(error) + u' ' + remark : errorText(error);
}

void SignInDialog::showError(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled)
        return;
    m_errorIcon->setIcon("error"_L1, Tone::Bad, tr("Error"));
    m_errorIcon->show();
    m_error->setText(textOf(error));
    m_error->show();
    announce(m_error, Politeness::Assertive);
    m_switchUser->setVisible(error.kind == Error::Kind::OtherUser);
    m_plainHttp->setVisible(m_plainHttp->isVisible() || error.kind == Error::Kind::PlainHttpRefused);
    if (error.certificate)
        m_certificate->showFacts(*error.certificate);
    if (isAboutAddress(error.kind)) {
        describeField(m_server, m_error->text(), true);
        m_server->setFocus();
        m_server->lineEdit()->selectAll();
    } else {
        if (isAboutSecret(error.kind))
            m_method->describeSecret(m_error->text());
        m_method->correctSecret();
    }
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
