#include "ui/signin/signinform.h"

#include "ui/common/longtext.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"
#include "ui/signin/serverfield.h"
#include "ui/signin/signinmethod.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace lanyard {

SignInForm::SignInForm(QWidget *parent)
    : QWidget(parent), m_server(new ServerField), m_method(new SignInMethod),
      m_keep(new QCheckBox(tr("&Keep me signed in")))
{
    m_keep->setChecked(true);
    layOut();
    connect(m_method, &SignInMethod::changed, this, &SignInForm::changed);
    connect(m_method, &SignInMethod::currentChanged, this, &SignInForm::methodChanged);
    connect(m_server, &QComboBox::editTextChanged, this, &SignInForm::changed);
    connect(m_server, &QComboBox::editTextChanged, this, &SignInForm::serverEdited);
    connect(m_method, &SignInMethod::tooLong, this, &SignInForm::tooLong);
    refuseLongTexts(m_server->lineEdit(), LongestLine, [this] { Q_EMIT tooLong(m_server->lineEdit()); });
}

void SignInForm::layOut()
{
    auto *serverForm = new QFormLayout;
    serverForm->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *serverLabel = new PlainLabel(tr("S&erver")); // QFormLayout's own would interpret its text as HTML
    serverLabel->setBuddy(m_server);
    serverForm->addRow(serverLabel, m_server);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Large);
    layout->addLayout(serverForm);
    layout->addWidget(m_method);
    layout->addWidget(m_keep);
}

void SignInForm::setServers(const QStringList &servers)
{
    m_server->setServers(servers);
}

void SignInForm::setKeychainName(const QString &name)
{
    m_keep->setToolTip(tr("It will be saved in %1.").arg(name).toHtmlEscaped());
}

void SignInForm::fillIn(const QString &server, const QString &userName, Credential::Kind kind, bool isRemembered)
{
    if (server != m_server->currentText())
        wipeSecrets(); // they were typed for another server
    m_filledIn = server;
    m_server->setEditText(server);
    m_method->fillIn(userName, kind, isRemembered);
    if (server.isEmpty())
        m_server->setFocus();
    else
        m_method->focusMissing();
}

void SignInForm::suggestUser(const QString &userName, Credential::Kind kind)
{
    m_method->suggest(userName, kind);
}

void SignInForm::setInputEnabled(bool enabled)
{
    m_method->setEnabled(enabled);
    m_keep->setEnabled(enabled);
}

void SignInForm::setIdentityEnabled(bool isServerEnabled, bool isUserNameEnabled)
{
    m_server->setEnabled(isServerEnabled);
    m_method->setUserNameEnabled(isUserNameEnabled);
}

bool SignInForm::isTyped() const
{
    return m_server->currentText() != m_filledIn || m_method->isTyped();
}

QLineEdit *SignInForm::missing() const
{
    return m_server->isBlank() ? m_server->lineEdit() : m_method->missing();
}

bool SignInForm::correctServer()
{
    return m_server->correct();
}

QString SignInForm::server() const
{
    return m_server->currentText();
}

QString SignInForm::host() const
{
    return m_server->host();
}

SignInRequest SignInForm::request(bool allowPlainHttp) const
{
    SignInRequest request;
    request.server = m_server->currentText();
    request.userName = m_method->userName();
    request.secret = m_method->secret();
    request.kind = m_method->kind();
    request.keep = m_keep->isChecked();
    request.allowPlainHttp = allowPlainHttp;
    return request;
}

QString SignInForm::textOf(const Error &error) const
{
    return m_method->textOf(error);
}

void SignInForm::correct(Error::Kind kind, const QString &problem)
{
    if (ServerField::isWrong(kind)) {
        m_server->describe(problem);
        return m_server->correctByHand();
    }
    if (SignInMethod::isSecretWrong(kind))
        m_method->describeSecret(problem);
    m_method->correctSecret();
}

void SignInForm::clearProblems()
{
    m_server->describe({});
    m_method->describeSecret({});
}

void SignInForm::wipeSecrets()
{
    m_method->wipeSecrets();
}

void SignInForm::hideSecrets()
{
    m_method->hideSecrets();
}

} // namespace lanyard

#include "moc_signinform.cpp"
