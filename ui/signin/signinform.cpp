#include "ui/signin/signinform.h"

#include "core/base/shortened.h"
#include "core/base/text.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/longtext.h"
#include "ui/look/pageheader.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"
#include "ui/signin/serverfield.h"
#include "ui/signin/signinmethod.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lanyard {

SignInForm::SignInForm(QWidget *parent)
    : QWidget(parent), m_identity(new PlainLabel), m_server(new ServerField), m_serverLabel(new PlainLabel),
      m_method(new SignInMethod), m_keep(new QCheckBox(tr("&Keep me signed in"))), m_kept(new PlainLabel)
{
    m_keep->setChecked(true);
    attachText(*m_kept, *m_keep);
    layOut();
    showKept();
    connect(m_keep, &QCheckBox::toggled, this, &SignInForm::showKept);
    connect(m_method, &SignInMethod::changed, this, &SignInForm::changed);
    connect(m_method, &SignInMethod::changed, this, [this] {
        if (!missing())
            Q_EMIT completed();
    });
    connect(m_method, &SignInMethod::currentChanged, this, &SignInForm::methodChanged);
    connect(m_server, &QComboBox::editTextChanged, this, &SignInForm::changed);
    connect(m_server, &QComboBox::editTextChanged, this, &SignInForm::serverEdited);
    connect(m_method, &SignInMethod::tooLong, this, &SignInForm::tooLong);
    refuseLongTexts(m_server->lineEdit(), LongestLine, [this] { Q_EMIT tooLong(m_server->lineEdit()); });
}

void SignInForm::layOut()
{
    auto *serverForm = new QFormLayout;
    setSpaces(*serverForm, Space::Small);
    serverForm->setHorizontalSpacing(space(Space::Medium));
    serverForm->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_serverLabel->setText(tr("S&erver")); // QFormLayout's own would interpret its text as HTML
    m_serverLabel->setBuddy(m_server);
    serverForm->addRow(m_serverLabel, m_server);
    m_identity->setWordWrap(true);
    m_identity->hide();
    m_kept->setWordWrap(true);
    makeQuiet(*m_kept);
    auto *kept = new QVBoxLayout;
    setSpaces(*kept, Space::Hair);
    kept->addWidget(m_keep);
    kept->addWidget(m_kept);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Large);
    layout->addWidget(m_identity);
    layout->addLayout(serverForm);
    layout->addWidget(m_method);
    layout->addLayout(kept);
    alignFields();
}

// The fields of the form and of both pages begin at the same edge.
void SignInForm::alignFields()
{
    const auto labels = findChildren<PlainLabel *>();
    int width = 0;
    for (const PlainLabel *label : labels)
        width = label->buddy() ? qMax(width, label->sizeHint().width()) : width;
    for (PlainLabel *label : labels)
        label->setMinimumWidth(label->buddy() ? width : 0);
    const QStyle *look = m_keep->style();
    m_kept->setIndent(look->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, m_keep) +
                      look->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, m_keep));
}

void SignInForm::setServers(const QStringList &servers)
{
    m_server->setServers(servers);
}

void SignInForm::setKeychain(const QString &name, SecretStore::Readiness readiness)
{
    m_keychainName = name;
    m_readiness = readiness;
    showKept();
}

QString SignInForm::whereKept() const
{
    switch (m_readiness) {
    case SecretStore::Readiness::Missing:
        return tr("until you quit: this computer has no keychain");
    case SecretStore::Readiness::Locked:
        return tr("in %1 (locked; you can unlock it after signing in)").arg(m_keychainName);
    case SecretStore::Readiness::MayAsk:
        return tr("in %1 (locked; it may ask you to unlock it)").arg(m_keychainName);
    case SecretStore::Readiness::Ready:
        //: Under "Keep me signed in": the name of the keychain, like GNOME Keyring.
        return tr("in %1").arg(m_keychainName);
    case SecretStore::Readiness::Unknown:
        break;
    }
    return {};
}

// Where, in the open; for a screen reader it belongs to the check box.
void SignInForm::showKept()
{
    const QString where = m_keep->isChecked() ? whereKept() : tr("until you quit Lanyard");
    m_kept->setText(where.isEmpty() ? QString(QChar::Nbsp) : where); // the name comes late: nothing is to move
    m_keep->setAccessibleDescription(where);
}

void SignInForm::lockIdentity(bool isServerLocked, bool isUserNameLocked)
{
    m_isServerLocked = isServerLocked;
    m_isUserNameLocked = isUserNameLocked;
    showIdentity();
}

// What cannot be changed is no field.
void SignInForm::showIdentity()
{
    // Only what is not encrypted says how it connects.
    const auto origin = Origin::parse(m_server->currentText());
    const bool isUsual = origin && origin.value().isEncrypted();
    const QString server = isUsual ? origin.value().shortText() : visibleText(m_server->currentText(), false, 200);
    m_identity->setText(m_isUserNameLocked ? accountName(visibleText(m_method->enteredName(), false, 100), server)
                                           : tr("At %1").arg(quoted(server)));
    m_identity->setVisible(m_isServerLocked);
    m_server->setVisible(!m_isServerLocked);
    m_serverLabel->setVisible(!m_isServerLocked);
    m_method->setUserNameShown(!m_isUserNameLocked);
}

void SignInForm::fillIn(const QString &server, const QString &userName, Credential::Kind kind, bool isRemembered)
{
    if (server != m_server->currentText())
        wipeSecrets(); // they were typed for another server
    m_filledIn = server;
    m_server->setEditText(server);
    m_method->fillIn(userName, kind, isRemembered);
    showIdentity();
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

QString SignInForm::userName() const
{
    return m_method->userName();
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

void SignInForm::correct(const Error &error, const QString &problem)
{
    if (ServerField::isWrong(error)) {
        m_server->describe(problem);
        return m_server->correctByHand();
    }
    if (SignInMethod::isSecretWrong(error.kind))
        m_method->describeSecret(problem);
    m_method->correctSecret();
}

void SignInForm::wipeSecrets()
{
    m_method->wipeSecrets();
}

void SignInForm::hideSecrets()
{
    m_method->hideSecrets();
}

void SignInForm::setPresenting(bool isPresenting)
{
    m_method->setPresenting(isPresenting);
}

} // namespace lanyard

#include "moc_signinform.cpp"
