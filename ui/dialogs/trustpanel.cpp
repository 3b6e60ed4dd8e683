#include "ui/dialogs/trustpanel.h"

#include "core/base/text.h"
#include "core/settings/trustsettings.h"
#include "ui/common/announce.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/filedialog.h"
#include "ui/common/fingerprint.h"
#include "ui/common/texttable.h"
#include "ui/look/paragraph.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

enum AcceptedColumn { Server, Fingerprint };

constexpr int MostRowsShown = 4; // the others are scrolled to

} // namespace

TrustPanel::TrustPanel(TrustSettings &trust, QWidget *parent)
    : QWidget(parent), m_trust(trust),
      m_accepted(new TextTable(tr("Certificates you have accepted"), {tr("Server"), tr("Fingerprint (SHA-256)")})),
      m_none(paragraph(tr("You have accepted no certificate. If this computer does not trust a server’s certificate, "
                          "Lanyard shows it to you when you sign in."))),
      m_remove(new QPushButton(tr("&Remove"))), m_file(new QLineEdit), m_choose(new QPushButton(tr("C&hoose…"))),
      m_clear(new QPushButton(tr("C&lear"))),
      m_about(note(tr("Servers with a certificate from one of these authorities are trusted, in addition to those that "
                      "this computer trusts."))),
      m_outcome(paragraph({}))
{
    m_file->setReadOnly(true);
    m_file->setAccessibleName(tr("Certificate authorities file"));
    for (QPushButton *button : {m_choose, m_clear})
        button->setAccessibleDescription(m_file->accessibleName());
    m_remove->setAccessibleDescription(m_accepted->accessibleName());
    setHint(m_file, tr("None"));
    m_file->setLayoutDirection(Qt::LeftToRight);
    for (QPushButton *button : {m_remove, m_choose, m_clear})
        button->setAutoDefault(false);
    // A wrapped fingerprint is hard to compare; the tooltip has the whole of a long address.
    m_accepted->setWordWrap(false);
    m_accepted->setTextElideMode(Qt::ElideMiddle);
    m_accepted->horizontalHeader()->setSectionResizeMode(Server, QHeaderView::Stretch);
    m_accepted->horizontalHeader()->setSectionResizeMode(Fingerprint, QHeaderView::ResizeToContents);
    m_outcome->hide();
    arrange();
    auto *removeKey = new QShortcut(QKeySequence::Delete, m_accepted);
    removeKey->setContext(Qt::WidgetShortcut);
    connect(removeKey, &QShortcut::activated, this, &TrustPanel::removeSelected);
    connect(m_remove, &QPushButton::clicked, this, &TrustPanel::removeSelected);
    connect(m_choose, &QPushButton::clicked, this, &TrustPanel::chooseFile);
    connect(m_clear, &QPushButton::clicked, this, [this] { useFile({}); });
    connect(&m_trust, &TrustSettings::changed, this, &TrustPanel::fill);
    connect(&m_trust, &TrustSettings::written, this, &TrustPanel::sayThatItIsWritten);
    connect(m_accepted, &QTableWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(m_accepted->selectedRow() >= 0); });
    fill();
    m_accepted->chooseRow(0);
}

void TrustPanel::arrange()
{
    auto *acceptedLabel = new PlainLabel(tr("Certificates you have &accepted"));
    acceptedLabel->setBuddy(m_accepted);
    auto *fileLabel = new PlainLabel(tr("Certificate authorities &file"));
    fileLabel->setBuddy(m_file);
    auto *fileRow = new QHBoxLayout;
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(m_choose);
    fileRow->addWidget(m_clear);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Small);
    layout->addWidget(acceptedLabel);
    layout->addWidget(m_none);
    layout->addWidget(m_accepted);
    layout->addWidget(m_remove, 0, Qt::AlignLeft);
    layout->addSpacing(space(Space::Small));
    layout->addWidget(fileLabel);
    layout->addLayout(fileRow);
    attachText(*m_about, *m_file);
    connect(m_file, &QLineEdit::textChanged, this, &TrustPanel::describeFile);
    describeFile();
    layout->addWidget(m_about);
    layout->addWidget(m_outcome);
}

// A field that has a description is not read with its hint.
void TrustPanel::describeFile()
{
    const QString about = m_about->text();
    m_file->setAccessibleDescription(
        m_file->text().isEmpty() ? tr("None. %1", "no file, and what one is for").arg(about) : about);
}

void TrustPanel::fill()
{
    const auto all = m_trust.accepted();
    QList<TextTable::Row> rows;
    for (const TrustSettings::Accepted &one : all)
        rows.append({one.server, {one.server, shortFingerprintText(one.sha256)}});
    m_accepted->setRows(rows);
    for (int row = 0; row < all.size(); ++row) {
        QTableWidgetItem *fingerprint = m_accepted->item(row, Fingerprint);
        fingerprint->setToolTip(toolTipText(fingerprintText(all.at(row).sha256)));
        fingerprint->setData(Qt::AccessibleDescriptionRole, fingerprintText(all.at(row).sha256));
    }
    const bool any = !all.isEmpty();
    m_none->setVisible(!any);
    m_accepted->setVisible(any);
    m_remove->setVisible(any);
    m_remove->setEnabled(m_accepted->selectedRow() >= 0);
    fitTable();
    const QString file = m_trust.authoritiesFile();
    m_file->setText(visibleText(file));
    m_file->setToolTip(toolTipText(visibleText(file)));
    m_clear->setEnabled(!file.isEmpty());
}

// As tall as its rows: an empty area below them would look like space for more.
void TrustPanel::fitTable()
{
    m_accepted->resizeRowsToContents();
    int height = m_accepted->horizontalHeader()->sizeHint().height() + 2 * m_accepted->frameWidth();
    for (int row = 0; row < qMin(m_accepted->rowCount(), MostRowsShown); ++row)
        height += m_accepted->rowHeight(row);
    m_accepted->setFixedHeight(height);
}

void TrustPanel::removeSelected()
{
    const QString server = m_accepted->selectedId();
    const int row = m_accepted->selectedRow();
    if (server.isEmpty())
        return;
    const bool hadFocus = m_accepted->hasFocus() || m_remove->hasFocus();
    m_accepted->chooseRowAfter(row);
    const bool written = m_trust.remove(server);
    if (m_accepted->selectedRow() < 0)
        m_accepted->chooseRow(qMin(row, m_accepted->rowCount() - 1));
    // The focused widget may be gone with the last row.
    if (hadFocus && !m_accepted->isVisible())
        m_choose->setFocus();
    const QString removed = tr("The certificate of %1 is no longer accepted.").arg(quoted(server));
    say(written ? removed
                : tr("The certificate of %1 is no longer accepted until you quit: this could not be saved.")
                      .arg(quoted(server)));
    m_saidWhenWritten = written ? QString() : removed;
}

void TrustPanel::chooseFile()
{
    auto *dialog =
        newFileDialog(this, tr("Choose a file of certificate authorities"), QStandardPaths::HomeLocation,
                      tr("Certificates (%1);;All files (%2)").arg(u"*.pem *.crt *.cer *.der *.p7b *.p7c"_s, u"*"_s));
    connect(dialog, &QFileDialog::fileSelected, this, &TrustPanel::useFile);
    dialog->open();
}

void TrustPanel::useFile(const QString &file)
{
    const auto taken = m_trust.setAuthoritiesFile(file);
    if (!taken)
        say(errorText(taken.error()));
    else if (!taken.value())
        say(tr("This could not be saved; it applies until you quit."));
    else
        say({});
    if (taken && !taken.value())
        m_saidWhenWritten = u""_s;
    if (file.isEmpty())
        m_choose->setFocus(); // Clear is disabled now
}

// Everything that could not be saved before has now been saved.
void TrustPanel::sayThatItIsWritten()
{
    if (!m_saidWhenWritten.isNull())
        say(QString(m_saidWhenWritten));
}

void TrustPanel::say(const QString &text)
{
    m_saidWhenWritten = QString();
    m_outcome->setText(text);
    m_outcome->setVisible(!text.isEmpty());
    if (!text.isEmpty())
        announce(m_outcome);
}

} // namespace lanyard

#include "moc_trustpanel.cpp"
