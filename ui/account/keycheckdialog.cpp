#include "ui/account/keycheckdialog.h"

#include "core/models/apikeytext.h"
#include "core/models/documentedits.h"
#include "ui/account/narrowdialog.h"
#include "ui/common/announce.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace lanyard {

KeyCheckDialog::KeyCheckDialog(std::unique_ptr<KeyCheck> check, const ApiKey &key, const DocumentEdits &edits,
                               QWidget *parent)
    : QDialog(parent), m_check(std::move(check)), m_edits(edits), m_key(key), m_mark(new TonedLabel),
      m_text(new PlainLabel), m_close(new QPushButton(tr("&Cancel")))
{
    setWindowTitle(tr("Check key"));
    m_text->setWordWrap(true);
    say();
    connect(&edits, &DocumentEdits::hiddenChanged, this, &KeyCheckDialog::say);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    auto *answer = new QWidget;
    auto *row = new QHBoxLayout(answer);
    setSpaces(*row, Space::Medium);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addWidget(m_text, 1, Qt::AlignTop);
    m_mark->hide();
    arrangeNarrowly(*this, {answer}, *buttons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    m_check->check(key.key()).then(this, [this](const Result<KeyHolder> &holder) { showResult(holder); });
}

// Secrets are taken out before anything is cut: of a part of one, it could not be told.
void KeyCheckDialog::say()
{
    const HiddenSecrets &hidden = m_edits.hidden();
    const QString name = quotedKeyName(m_key.without(hidden.ofKeyTexts()));
    if (!m_result)
        return m_text->setText(tr("Checking “%2” with %1…").arg(m_check->origin().shortText(), name));
    Result<KeyHolder> holder = *m_result;
    if (holder)
        holder = KeyHolder{hidden.shownName(holder.value().userName), hidden.shownName(holder.value().fullName),
                           holder.value().isOther};
    //: The name of a key, and what the service said of it.
    m_text->setText(tr("“%1”: %2").arg(name, keyCheckText(holder)));
}

void KeyCheckDialog::showResult(const Result<KeyHolder> &holder)
{
    const bool isGood = holder.ok() && !holder.value().isOther;
    if (isGood)
        m_mark->setIcon("ok"_L1, Tone::Good, tr("Good"));
    else
        m_mark->setIcon("warning"_L1, Tone::Warning, tr("Warning"));
    m_mark->show();
    m_result = holder;
    say();
    m_close->setText(tr("&Close"));
    announce(m_text, Politeness::Assertive);
    if (holder || holder.error().kind == Error::Kind::SignInRefused)
        Q_EMIT answered(holder.ok());
}

} // namespace lanyard

#include "moc_keycheckdialog.cpp"
