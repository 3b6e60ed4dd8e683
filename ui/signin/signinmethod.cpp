#include "ui/signin/signinmethod.h"

#include "core/base/typedtext.h"
#include "core/session/enteredsecret.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/hiddentyping.h"
#include "ui/common/longtext.h"
#include "ui/common/secretedit.h"
#include "ui/look/paragraph.h"
#include "ui/look/plainlabel.h"
#include "ui/look/segmentbar.h"
#include "ui/look/spacing.h"
#include "ui/signin/usernameremark.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>

namespace lanyard {

namespace {

template<typename Edit>
Edit *lineEdit(const QString &name)
{
    auto *edit = new Edit;
    edit->setAccessibleName(name);
    return edit;
}

QFormLayout *formOn(QWidget *page)
{
    auto *form = new QFormLayout(page);
    setSpaces(*form, Space::Medium);
    form->setContentsMargins(0, space(Space::Large), 0, 0);
    form->setHorizontalSpacing(space(Space::Medium));
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

// QFormLayout's own labels would interpret texts as HTML.
void addRow(QFormLayout *form, const QString &label, QWidget *field)
{
    auto *plain = new PlainLabel(label);
    plain->setBuddy(field);
    form->addRow(plain, field);
}

} // namespace

SignInMethod::SignInMethod(QWidget *parent)
    : QTabWidget(parent), m_userName(lineEdit<QLineEdit>(tr("Username"))),
      m_password(lineEdit<SecretEdit>(tr("Password"))), m_showPassword(new QCheckBox(tr("Sho&w password"))),
      m_apiKey(lineEdit<SecretEdit>(tr("API key")))
{
    auto *segments = new SegmentBar;
    setTabBar(segments);
    setDocumentMode(true); // no frame
    segments->setExpanding(true);
    segments->setDrawBase(false);
    addTab(passwordPage(), tr("Password"));
    addTab(apiKeyPage(), tr("API key"));
    setAccessibleName(tr("Sign in with"));
    tabBar()->setAccessibleName(tr("Sign in with"));

    connect(this, &QTabWidget::currentChanged, this, &SignInMethod::changed);
    for (QLineEdit *edit : std::initializer_list<QLineEdit *>{m_userName, m_password, m_apiKey}) {
        connect(edit, &QLineEdit::textChanged, this, &SignInMethod::changed);
        refuseLongTexts(edit, LongestLine, [this, edit] { Q_EMIT tooLong(edit); });
    }
    connect(m_showPassword, &QCheckBox::toggled, m_password, &SecretEdit::setRevealed);
}

QWidget *SignInMethod::passwordPage()
{
    auto *page = new QWidget;
    auto *form = formOn(page);
    addRow(form, tr("User&name"), m_userName);
    showHiddenAsDots(*m_userName);
    m_nameRemark = new UserNameRemark(*m_userName);
    form->setWidget(form->rowCount(), QFormLayout::FieldRole, m_nameRemark);
    m_passwordForm = form;
    addRow(form, tr("&Password"), m_password);
    addRow(form, {}, m_showPassword);
    return page;
}

QWidget *SignInMethod::apiKeyPage()
{
    auto *page = new QWidget;
    auto *form = formOn(page);
    m_apiKey->setLayoutDirection(Qt::LeftToRight);
    auto *hint = note(tr("The key is checked with the service before it is saved."));
    addRow(form, tr("AP&I key"), m_apiKey);
    addRow(form, {}, hint);
    return page;
}

Credential::Kind SignInMethod::kind() const
{
    return usesPassword() ? Credential::Kind::Token : Credential::Kind::ApiKey;
}

void SignInMethod::setKind(Credential::Kind kind)
{
    setCurrentIndex(kind == Credential::Kind::ApiKey ? 1 : 0);
}

QString SignInMethod::userName() const
{
    return usesPassword() ? enteredUserName(m_userName->text()) : QString();
}

QString SignInMethod::enteredName() const
{
    return m_userName->text();
}

void SignInMethod::fillIn(const QString &userName, Credential::Kind kind, bool isRemembered)
{
    if (userName != m_userName->text())
        wipeSecrets(); // they were typed for somebody else
    m_userName->setText(userName);
    setKind(kind);
    m_suggested = isRemembered ? userName : QString();
}

void SignInMethod::suggest(const QString &userName, Credential::Kind kind)
{
    const QString present = m_userName->text();
    if (present != m_suggested && !present.isEmpty())
        return;
    m_suggested = userName;
    m_userName->setText(userName);
    if (!userName.isEmpty() && m_password->text().isEmpty() && m_apiKey->text().isEmpty())
        setKind(kind);
}

void SignInMethod::setUserNameEnabled(bool enabled)
{
    m_userName->setEnabled(enabled);
}

void SignInMethod::setUserNameShown(bool shown)
{
    m_userName->setVisible(shown);
    m_passwordForm->labelForField(m_userName)->setVisible(shown);
    m_nameRemark->refresh();
}

Secret SignInMethod::secret() const
{
    const QString typed = secretEdit()->text();
    return usesPassword() ? enteredPassword(typed) : enteredApiKey(typed);
}

QString SignInMethod::textOf(const Error &error) const
{
    QString text = errorText(error);
    QString words = remark();
    if (words.isEmpty())
        return text;
    if (error.kind == Error::Kind::UnusableCredential && !usesPassword())
        return words;
    return error.kind == Error::Kind::SignInRefused ? text + u' ' + words : text;
}

// Invisible characters that may be why it was refused, or why it cannot be sent; empty if there are none.
QString SignInMethod::remark() const
{
    const QString typed = secretEdit()->text();
    if (!usesPassword())
        return apiKeyProblem(typed);
    QStringList remarks{userNameRemark(m_userName->text()), passwordRemark(typed)};
    remarks.removeAll(QString());
    return remarks.join(u' ');
}

bool SignInMethod::isTyped() const
{
    return m_userName->isModified() || !m_password->text().isEmpty() || !m_apiKey->text().isEmpty();
}

bool SignInMethod::isUserNameBlank() const
{
    return withoutUnseenEnds(m_userName->text()).isEmpty();
}

QLineEdit *SignInMethod::missing() const
{
    if (usesPassword() && isUserNameBlank())
        return m_userName;
    return secretEdit()->text().isEmpty() ? secretEdit() : nullptr;
}

void SignInMethod::focusMissing()
{
    QLineEdit *edit = missing();
    (edit ? edit : secretEdit())->setFocus();
}

void SignInMethod::correctSecret()
{
    secretEdit()->setFocus();
    secretEdit()->selectAll();
}

bool SignInMethod::isSecretWrong(Error::Kind kind)
{
    return kind == Error::Kind::SignInRefused || kind == Error::Kind::UnusableCredential;
}

void SignInMethod::describeSecret(const QString &problem)
{
    for (QLineEdit *edit : std::initializer_list<QLineEdit *>{m_password, m_apiKey}) {
        const QString said = edit == secretEdit() ? problem : QString();
        describeField(edit, said, !said.isEmpty());
    }
}

void SignInMethod::wipeSecrets()
{
    hideSecrets();
    m_password->wipe();
    m_apiKey->wipe();
}

void SignInMethod::hideSecrets()
{
    m_showPassword->setChecked(false);
}

void SignInMethod::setPresenting(bool isPresenting)
{
    if (isPresenting)
        hideSecrets();
    m_nameRemark->refresh();
    const QString why = isPresenting ? tr("Presentation mode is on: the password cannot be shown.") : QString();
    m_showPassword->setEnabled(!isPresenting);
    m_showPassword->setToolTip(why);
    m_showPassword->setAccessibleDescription(why);
}

} // namespace lanyard

#include "moc_signinmethod.cpp"
