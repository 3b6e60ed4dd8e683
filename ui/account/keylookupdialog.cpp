#include "ui/account/keylookupdialog.h"

#include "core/base/shortened.h"
#include "core/base/text.h"
#include "core/models/apikeysmodel.h"
#include "core/models/keylookup.h"
#include "core/session/enteredsecret.h"
#include "core/workspace/workspaces.h"
#include "ui/account/narrowdialog.h"
#include "ui/common/announce.h"
#include "ui/common/dialogbuttons.h"
#include "ui/common/fittingarea.h"
#include "ui/common/longtext.h"
#include "ui/common/secretedit.h"
#include "ui/look/plainlabel.h"
#include "ui/look/primarybutton.h"

#include <QDialogButtonBox>
#include <QPushButton>

namespace lanyard {

namespace {

constexpr int LookUpMs = 300;

// As in the list of accounts.
QString toldName(const Workspace &workspace)
{
    const SavedAccount &account = workspace.account();
    const HiddenSecrets &hidden = workspace.edits().hidden();
    const QString where = accountName(hidden.shownName(account.userName), account.origin.shortText());
    return account.displayName() == account.userName
               ? where
               : quoted(hidden.shownName(account.displayName())) + QStringLiteral(" — ") + where;
}

} // namespace

KeyLookupDialog::KeyLookupDialog(const Workspaces &workspaces, QWidget *parent)
    : QDialog(parent), m_workspaces(workspaces), m_key(new SecretEdit), m_answer(new PlainLabel),
      m_announcement(new LateAnnouncement(m_key, m_answer)), m_show(new QPushButton(tr("&Show key")))
{
    setWindowTitle(tr("Which key is this?"));
    arrange();
    connect(m_show, &QPushButton::clicked, this, [this] {
        const QPointer<Workspace> account = m_account;
        const int row = m_found;
        accept();
        if (account)
            Q_EMIT showRequested(account, row);
    });
    connect(m_key, &QLineEdit::returnPressed, this, [this] {
        lookUp();
        m_announcement->flush();
    });
    m_pause.setSingleShot(true);
    m_pause.setInterval(LookUpMs);
    connect(&m_pause, &QTimer::timeout, this, &KeyLookupDialog::lookUp);
    connect(m_key, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    refuseLongTexts(m_key, LongestLine, [this] { m_answer->setText(tooLongText(LongestLine)); });
    for (const Workspace *account : searched())
        connect(&account->apiKeys(), &QAbstractItemModel::modelReset, this, &KeyLookupDialog::lookUp);
    m_key->setFocus();
}

void KeyLookupDialog::arrange()
{
    auto *about = new PlainLabel(
        tr("Paste or type an API key to see which of yours it is. It is compared on this computer and never sent."));
    about->setWordWrap(true);
    auto *label = new PlainLabel(tr("API &key"));
    label->setBuddy(m_key);
    m_key->setAccessibleName(tr("API key"));
    m_answer->setWordWrap(true);
    m_answer->setMinimumHeight(2 * fontMetrics().lineSpacing()); // nothing moves when it is there
    m_answer->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    wordButtons(*buttons);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter asks for the answer, and leaves it there
    buttons->addButton(m_show, QDialogButtonBox::AcceptRole);
    makePrimary(*m_show);
    m_show->setDefault(true); // Enter does nothing with it while it is not enabled
    m_show->setEnabled(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_area = &arrangeNarrowly(*this, {about, label, m_key, m_answer}, *buttons);
}

// The account that is shown first.
QList<Workspace *> KeyLookupDialog::searched() const
{
    QList<Workspace *> all;
    for (int row = 0; row < m_workspaces.rowCount(); ++row) {
        Workspace &account = m_workspaces.at(row);
        if (&account == m_workspaces.current())
            all.prepend(&account);
        else if (account.session().hasUser())
            all.append(&account);
    }
    return all;
}

void KeyLookupDialog::lookUp()
{
    QString typed = m_key->text();
    const Secret key = enteredApiKey(typed);
    wipe(typed);
    QList<SearchedAccount> accounts;
    m_account = nullptr;
    m_found = -1;
    for (Workspace *account : searched()) {
        accounts << SearchedAccount{&account->apiKeys(),
                                    account == m_workspaces.current() ? QString() : toldName(*account)};
        const QList<FoundKey> found = findKeys(account->apiKeys(), key);
        if (!found.isEmpty() && m_found < 0) {
            m_account = account;
            m_found = found.first().row;
        }
    }
    m_answer->setText(keyLookupText(accounts, accounts.size() == m_workspaces.rowCount(), key));
    if (m_found < 0)
        m_show->setEnabled(false);
    // Afterwards: the Enter that has asked for the answer leaves it there, the next one goes on.
    QMetaObject::invokeMethod(
        this, [this] { m_show->setEnabled(m_found >= 0); }, Qt::QueuedConnection);
    m_announcement->set(m_answer->text());
    m_area->reveal(m_answer);
}

void KeyLookupDialog::done(int result)
{
    m_pause.stop();
    m_key->wipe();
    m_pause.stop();
    QDialog::done(result);
}

} // namespace lanyard

#include "moc_keylookupdialog.cpp"
