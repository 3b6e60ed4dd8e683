#include "ui/account/keylookupdialog.h"

#include "core/models/apikeysmodel.h"
#include "core/models/keylookup.h"
#include "core/session/enteredsecret.h"
#include "ui/account/narrowdialog.h"
#include "ui/common/announce.h"
#include "ui/common/dialogbuttons.h"
#include "ui/common/longtext.h"
#include "ui/common/secretedit.h"
#include "ui/look/plainlabel.h"

#include <QDialogButtonBox>

namespace lanyard {

namespace {

constexpr int LookUpMs = 300;

} // namespace

KeyLookupDialog::KeyLookupDialog(const ApiKeysModel &model, QWidget *parent)
    : QDialog(parent), m_model(model), m_key(new SecretEdit), m_answer(new PlainLabel),
      m_announcement(new LateAnnouncement(m_key, m_answer))
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
    connect(m_key, &QLineEdit::returnPressed, this, [this] {
        lookUp();
        m_announcement->flush();
    });
    arrangeNarrowly(*this, {about, label, m_key, m_answer}, *buttons);
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
    m_answer->setText(keyLookupText(m_model, enteredApiKey(typed)));
    wipe(typed);
    m_announcement->set(m_answer->text());
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
