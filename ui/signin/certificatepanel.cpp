#include "ui/signin/certificatepanel.h"

#include "core/base/longdate.h"
#include "core/base/text.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/fingerprint.h"
#include "ui/common/flowlayout.h"
#include "ui/look/bulletlist.h"
#include "ui/look/card.h"
#include "ui/look/pageheader.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"
#include "ui/signin/fingerprintlabel.h"
#include "ui/signin/submitbutton.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QString shown(const QString &text)
{
    return text.isEmpty() ? u"—"_s : quoted(text, 200);
}

QWidget *titled(PlainLabel *title, FingerprintLabel *fingerprint)
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    setSpaces(*layout, Space::Hair);
    makeQuiet(*title);
    layout->addWidget(title);
    layout->addWidget(fingerprint);
    return column;
}

} // namespace

CertificatePanel::CertificatePanel(QWidget *parent)
    : QWidget(parent), m_reasons(new BulletList), m_text(new PlainLabel), m_newTitle(new PlainLabel),
      m_new(new FingerprintLabel), m_before(nullptr), m_trustedBefore(new FingerprintLabel), m_advice(new PlainLabel),
      m_trust(new SubmitButton(tr("&Trust this certificate"))),
      m_remove(new SubmitButton(tr("&Remove the old certificate")))
{
    m_before = titled(new PlainLabel(tr("Trusted before")), m_trustedBefore);
    m_trust->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    arrange();
    connect(m_trust, &QPushButton::clicked, this, [this] {
        if (!m_trust->takePress())
            return;
        hide();
        Q_EMIT trusted(m_facts.sha256);
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_trust->askAgain(); // it may appear under the pointer
        Q_EMIT formerRemoved();
    });
    hide();
}

void CertificatePanel::arrange()
{
    auto *card = new Card;
    card->setAccessibleName(tr("Certificate"));
    auto *parts = new QVBoxLayout(card);
    setSpaces(*parts, Space::Large, Space::Medium);
    for (PlainLabel *label : {m_text, m_advice})
        label->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFocusPolicy(Qt::StrongFocus);
    m_text->setMargin(space(Space::Hair)); // for the ring of the focus, as that of a fingerprint
    auto *fingerprints = new FlowLayout;   // one below the other where there is no room for both
    fingerprints->setSpacing(space(Space::Large));
    fingerprints->addWidget(titled(m_newTitle, m_new));
    fingerprints->addWidget(m_before);
    parts->addWidget(m_reasons);
    parts->addWidget(m_text);
    parts->addLayout(fingerprints);
    parts->addWidget(m_advice);
    parts->addWidget(m_trust, 0, Qt::AlignLeft);
    parts->addWidget(m_remove, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
}

void CertificatePanel::showFacts(const CertificateFacts &facts)
{
    m_facts = facts;
    QStringList reasons;
    for (const QString &reason : facts.reasons)
        reasons << visibleText(reason);
    m_reasons->setItems(reasons);
    m_text->setAccessibleDescription(reasons.join(u' ')); // it has the focus first
    QStringList lines{tr("Issued to: %1").arg(shown(facts.subject)), tr("Issued by: %1").arg(shown(facts.issuer))};
    if (!facts.names.isEmpty()) // if there is none, a reason says so
        lines << tr("Valid for: %1").arg(shown(facts.names.join(u", "_s)));
    lines << tr("Valid: %1 to %2")
                 .arg(longDate(facts.validFrom.toLocalTime().date()), longDate(facts.validUntil.toLocalTime().date()));
    m_text->setText(lines.join(u'\n'));
    showFingerprints();
    m_trust->setVisible(facts.expectedSha256.isEmpty());
    m_remove->setVisible(!facts.expectedSha256.isEmpty());
    show();
}

// Also to whoever hears the buttons only.
void CertificatePanel::advise(const QString &advice)
{
    m_advice->setText(advice);
    attachText(*m_advice, *m_trust);
    m_trust->setAccessibleDescription(advice);
    m_remove->setAccessibleDescription(advice);
}

void CertificatePanel::takeFocus()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

void CertificatePanel::showFingerprints()
{
    const QByteArray &before = m_facts.expectedSha256;
    const int differs = firstDifference(m_facts.sha256, before);
    m_newTitle->setText(before.isEmpty() ? tr("Fingerprint (SHA-256)") : tr("New"));
    m_new->setFingerprint(before.isEmpty() ? m_newTitle->text() : tr("New fingerprint"), m_facts.sha256, differs);
    m_trustedBefore->setFingerprint(tr("Fingerprint trusted before"), before, differs);
    m_before->setVisible(!before.isEmpty());
    if (before.isEmpty())
        return advise(tr("Compare the fingerprint with the one your administrator gives you."));
    // In words, for those who do not see the frame.
    advise(tr("The first difference is in group %1: %2 instead of %3. Ask your administrator whether the "
              "certificate was replaced. If so, remove the old one, and decide about the new one.")
               .arg(QString::number(differs + 1), fingerprintGroup(m_facts.sha256, differs),
                    fingerprintGroup(before, differs)));
}

} // namespace lanyard

#include "moc_certificatepanel.cpp"
