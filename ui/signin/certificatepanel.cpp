#include "ui/signin/certificatepanel.h"

#include "core/base/text.h"
#include "core/document/dates.h"
#include "ui/common/fingerprint.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QFontDatabase>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QString shown(const QString &text)
{
    return text.isEmpty() ? u"—"_s : quoted(text, 200);
}

} // namespace

CertificatePanel::CertificatePanel(QWidget *parent)
    : QFrame(parent), m_text(new PlainLabel), m_trust(new QPushButton(tr("&Trust this certificate")))
{
    setFrameShape(QFrame::StyledPanel);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_trust->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space(Space::Medium));
    layout->addWidget(m_text);
    layout->addWidget(m_trust, 0, Qt::AlignLeft);
    connect(m_trust, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT trusted(m_facts.sha256);
    });
    hide();
}

void CertificatePanel::showFacts(const CertificateFacts &facts)
{
    m_facts = facts;
    QStringList lines;
    for (const QString &reason : facts.reasons)
        lines << u"• "_s + visibleText(reason);
    lines << QString() << tr("Issued to: %1").arg(shown(facts.subject)) << tr("Issued by: %1").arg(shown(facts.issuer))
          << (facts.names.isEmpty() ? tr("It names no server.")
                                    : tr("Valid for: %1").arg(shown(facts.names.join(u", "_s))))
          << tr("Valid: %1 to %2").arg(displayDate(facts.validFrom.date()), displayDate(facts.validUntil.date()))
          << tr("Fingerprint (SHA-256):") << fingerprintText(facts.sha256);
    if (!facts.expectedSha256.isEmpty())
        lines << tr("Trusted before:") << fingerprintText(facts.expectedSha256) << QString()
              << tr("If your administrator has renewed it, remove the old one in the preferences and sign in again.");
    else
        lines << QString() << tr("Compare the fingerprint with the one your administrator gives you.");
    m_text->setText(lines.join(u'\n'));
    m_text->setAccessibleName(m_text->text());
    m_trust->setVisible(facts.expectedSha256.isEmpty());
    show();
}

} // namespace lanyard

#include "moc_certificatepanel.cpp"
