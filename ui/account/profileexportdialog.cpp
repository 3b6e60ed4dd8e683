#include "ui/account/profileexportdialog.h"

#include "core/models/profileexport.h"
#include "core/workspace/workspace.h"
#include "ui/account/exportfile.h"
#include "ui/account/narrowdialog.h"
#include "ui/common/announce.h"
#include "ui/common/dialogbuttons.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/fittingarea.h"
#include "ui/look/paragraph.h"
#include "ui/look/primarybutton.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// A choice, and below it, where its text begins, what goes with it.
QWidget *choice(QRadioButton *button, const QList<QWidget *> &below)
{
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    setSpaces(*column, Space::Hair);
    column->addWidget(button);
    auto *inner = new QVBoxLayout;
    setSpaces(*inner, Space::Small);
    inner->setContentsMargins(space(Space::Wide), 0, 0, 0);
    for (QWidget *widget : below)
        inner->addWidget(widget);
    column->addLayout(inner);
    return whole;
}

} // namespace

ProfileExportDialog::ProfileExportDialog(Workspace &workspace, MessageQueue &messages, QWidget *parent)
    : QDialog(parent), m_workspace(workspace), m_messages(messages),
      m_card(new QRadioButton(tr("C&ontact card (vCard)"))), m_json(new QRadioButton(tr("&Whole account (JSON)"))),
      m_secrets(new QCheckBox(tr("&Include secrets"))), m_warning(new TonedLabel)
{
    setWindowTitle(tr("Export profile"));
    auto *forms = new QButtonGroup(this);
    forms->addButton(m_card);
    forms->addButton(m_json);
    m_card->setChecked(true);
    m_warning->setTone(Tone::Warning);
    m_warning->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *write = buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    write->setDefault(true);
    makePrimary(*write);
    wordButtons(*buttons);
    auto *aboutCard =
        note(tr("Name, addresses, telephone numbers, department, birth date and picture, for an address book."));
    auto *aboutJson = note(tr("What the service stores about you, with your settings and the list of your API keys."));
    m_card->setAccessibleDescription(aboutCard->text());
    m_json->setAccessibleDescription(aboutJson->text());
    relateField(m_card, nullptr, aboutCard);
    relateField(m_json, nullptr, aboutJson);
    relateField(m_secrets, nullptr, m_warning);
    QList<QWidget *> parts{choice(m_card, {aboutCard}), choice(m_json, {aboutJson, m_secrets, m_warning})};
    if (workspace.hasUnsaved())
        parts << paragraph(tr("Your unsaved changes will not be in the file."));
    FittingArea &area = arrangeNarrowly(*this, parts, *buttons);
    for (QAbstractButton *choice : std::initializer_list<QAbstractButton *>{m_card, m_json, m_secrets})
        connect(choice, &QAbstractButton::toggled, this, &ProfileExportDialog::follow);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &ProfileExportDialog::exportIt);
    follow();
    connect(m_secrets, &QCheckBox::toggled, &area, [this, &area] { area.reveal(m_warning); });
    m_card->setFocus();
}

void ProfileExportDialog::follow()
{
    m_secrets->setEnabled(m_json->isChecked());
    const bool isAsked = m_json->isChecked() && m_secrets->isChecked();
    const QString warning =
        isAsked ? tr("The file will hold API keys, client secrets and secret settings. Keep it as safe as a password.")
                : tr("Without the keys themselves, client secrets and secret settings.");
    m_warning->setTone(isAsked ? Tone::Warning : Tone::Quiet);
    if (m_warning->text() == warning)
        return;
    m_warning->setText(warning);
    m_secrets->setAccessibleDescription(warning);
    if (isAsked)
        announce(m_warning, Politeness::Assertive);
}

void ProfileExportDialog::exportIt()
{
    const User &user = m_workspace.session().user();
    if (user.isEmpty())
        return reject();
    const bool isCard = m_card->isChecked();
    const Secrets secrets = m_secrets->isChecked() && !isCard ? Secrets::Include : Secrets::LeaveOut;
    const HiddenSecrets &known = m_workspace.edits().hidden();
    QByteArray content = isCard ? profileVCard(user, known) : profileJson(user, secrets, known);
    const ExportFile file{.title = windowTitle(),
                          .about = user.userName(),
                          .ending = isCard ? u"-profile.vcf"_s : u"-profile.json"_s,
                          .filter =
                              isCard ? tr("Contact cards (%1)").arg(u"*.vcf"_s) : tr("JSON (%1)").arg(u"*.json"_s),
                          .content = Secret(content)};
    wipe(content);
    accept();
    exportFile(file, m_messages, *parentWidget());
}

} // namespace lanyard

#include "moc_profileexportdialog.cpp"
