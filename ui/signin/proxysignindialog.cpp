#include "ui/signin/proxysignindialog.h"

#include "core/base/text.h"
#include "core/session/enteredsecret.h"
#include "ui/common/announce.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/fittingarea.h"
#include "ui/common/longtext.h"
#include "ui/common/screenroom.h"
#include "ui/common/secretedit.h"
#include "ui/look/characterwidth.h"
#include "ui/look/plainlabel.h"
#include "ui/look/primarybutton.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace lanyard {

namespace {

constexpr int WidthInCharacters = 56;

void addField(QFormLayout *form, const QString &text, QWidget *field)
{
    auto *label = new PlainLabel(text); // QFormLayout's own would interpret its text as HTML
    label->setBuddy(field);
    form->addRow(label, field);
}

} // namespace

ProxySignInDialog::ProxySignInDialog(const QString &proxy, const QString &userName, const QString &keychainName,
                                     QWidget *parent)
    : QDialog(parent), m_userName(new QLineEdit(userName)), m_password(new SecretEdit), m_problem(new TonedLabel),
      m_keep(new QCheckBox(tr("&Keep in the keychain"))), m_submit(new QPushButton(tr("&Sign in")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Sign in to the proxy"));
    const QString shown = quoted(proxy, 200);
    auto *question = new PlainLabel(
        userName.isEmpty()
            ? tr("The proxy %1 asks for a username and password.").arg(shown)
            : tr("The proxy %1 did not let the request through: it may not accept this username and password. Enter "
                 "them again.")
                  .arg(shown));
    question->setWordWrap(true);
    m_userName->setAccessibleName(tr("Username"));
    m_password->setAccessibleName(tr("Password"));
    m_problem->setWordWrap(true);
    m_problem->setTone(Tone::Bad);
    m_problem->hide();
    m_keep->setChecked(true);
    m_keep->setToolTip(tr("It will be saved in %1.").arg(keychainName).toHtmlEscaped());
    auto *cancel = new QPushButton(tr("&Cancel"));
    cancel->setAutoDefault(false);
    makePrimary(*m_submit);
    m_submit->setDefault(true);

    auto *form = new QFormLayout;
    setSpaces(*form, Space::Small);
    form->setHorizontalSpacing(space(Space::Medium));
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addField(form, tr("&Username"), m_userName);
    addField(form, tr("&Password"), m_password);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_submit);
    setSpaces(*buttons, Space::Medium);
    buttons->setContentsMargins(space(Space::Wide), 0, space(Space::Wide), 0);
    auto *content = new QWidget;
    auto *parts = new QVBoxLayout(content);
    setSpaces(*parts, Space::Wide, Space::Medium);
    parts->addWidget(question);
    parts->addLayout(form);
    parts->addWidget(m_problem);
    parts->addWidget(m_keep);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Hair);
    layout->setContentsMargins(0, 0, 0, space(Space::Wide));
    layout->addWidget(new FittingArea(content));
    layout->addLayout(buttons);
    setMinimumWidth(qMin(characterWidth(fontMetrics()) * WidthInCharacters, roomOnScreen(*this).width()));

    const auto update = [this] { m_submit->setEnabled(!m_userName->text().trimmed().isEmpty()); };
    connect(m_userName, &QLineEdit::textChanged, this, update);
    for (QLineEdit *edit : std::initializer_list<QLineEdit *>{m_userName, m_password}) {
        connect(edit, &QLineEdit::textChanged, this, [this] {
            say(m_userName, {});
            say(m_password, {});
        });
        refuseLongTexts(edit, LongestLine, [this, edit] { say(edit, tooLongText(LongestLine)); });
    }
    connect(m_submit, &QPushButton::clicked, this, &ProxySignInDialog::submit);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    update();
    (userName.isEmpty() ? m_userName : m_password)->setFocus();
}

void ProxySignInDialog::say(QLineEdit *edit, const QString &problem)
{
    describeField(edit, problem, !problem.isEmpty());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        announce(m_problem, Politeness::Assertive);
}

void ProxySignInDialog::submit()
{
    QString typed = m_password->text();
    const Secret password = enteredPassword(typed);
    wipe(typed);
    const QString userName = enteredUserName(m_userName->text());
    const bool keep = m_keep->isChecked();
    accept();
    Q_EMIT entered(userName, password, keep);
}

void ProxySignInDialog::done(int result)
{
    m_password->wipe();
    QDialog::done(result);
}

} // namespace lanyard

#include "moc_proxysignindialog.cpp"
