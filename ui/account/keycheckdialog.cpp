#include "ui/account/keycheckdialog.h"

#include "core/document/apikey.h"
#include "core/models/apikeytext.h"
#include "ui/account/narrowdialog.h"
#include "ui/common/announce.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace lanyard {

KeyCheckDialog::KeyCheckDialog(std::unique_ptr<KeyCheck> check, const ApiKey &key, QWidget *parent)
    : QDialog(parent), m_check(std::move(check)), m_name(quotedKeyName(key)), m_mark(new TonedLabel),
      m_text(new PlainLabel), m_close(new QPushButton(tr("&Cancel")))
{
    setWindowTitle(tr("Check key"));
    m_text->setWordWrap(true);
    m_text->setText(tr("Checking “%2” with %1…").arg(m_check->origin().shortText(), m_name));
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

void KeyCheckDialog::showResult(const Result<KeyHolder> &holder)
{
    const bool isGood = holder.ok() && !holder.value().isOther;
    if (isGood)
        m_mark->setIcon("ok"_L1, Tone::Good, tr("Good"));
    else
        m_mark->setIcon("warning"_L1, Tone::Warning, tr("Warning"));
    m_mark->show();
    //: The name of a key, and what the service said of it.
    m_text->setText(tr("“%1”: %2").arg(m_name, keyCheckText(holder)));
    m_close->setText(tr("&Close"));
    announce(m_text, Politeness::Assertive);
    if (holder || holder.error().kind == Error::Kind::SignInRefused)
        Q_EMIT answered(holder.ok());
}

} // namespace lanyard

#include "moc_keycheckdialog.cpp"
