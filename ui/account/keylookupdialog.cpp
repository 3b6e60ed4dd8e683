#include "ui/account/keylookupdialog.h"

#include "core/models/apikeysmodel.h"
#include "core/models/keylookup.h"
#include "core/session/enteredsecret.h"
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

} // namespace

KeyLookupDialog::KeyLookupDialog(const ApiKeysModel &model, QWidget *parent)
    : QDialog(parent), m_model(model), m_key(new SecretEdit), m_answer(new PlainLabel),
      m_announcement(new LateAnnouncement(m_key, m_answer)), m_show(new QPushButton(tr("&Show key")))
{
    setWindowTitle(tr("Which key is this?"));
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
    connect(m_show, &QPushButton::clicked, this, [this] {
        const int row = m_found;
        accept();
        Q_EMIT showRequested(row);
    });
    connect(m_key, &QLineEdit::returnPressed, this, [this] {
        lookUp();
        m_announcement->flush();
    });
    m_area = &arrangeNarrowly(*this, {about, label, m_key, m_answer}, *buttons);
    m_pause.setSingleShot(true);
    m_pause.setInterval(LookUpMs);
    connect(&m_pause, &QTimer::timeout, this, &KeyLookupDialog::lookUp);
    connect(m_key, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    refuseLongTexts(m_key, LongestLine, [this] { m_answer->setText(tooLongText(LongestLine)); });
    connect(&model, &QAbstractItemModel::modelReset, this, &KeyLookupDialog::lookUp);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_key->setFocus();
}

void KeyLookupDialog::lookUp()
{
    QString typed = m_key->text();
    const Secret key = enteredApiKey(typed);
    wipe(typed);
    m_answer->setText(keyLookupText(m_model, key));
    const QList<FoundKey> found = key.isEmpty() ? QList<FoundKey>() : findKeys(m_model, key);
    m_found = found.isEmpty() ? -1 : found.first().row;
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
