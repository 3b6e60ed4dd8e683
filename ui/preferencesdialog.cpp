#include "ui/preferencesdialog.h"

#include "core/session/preferences.h"
#include "ui/common/fittingarea.h"
#include "ui/common/plainlabel.h"
#include "ui/trustpanel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace lanyard {

namespace {

constexpr int PreferencesWidth = 76; // characters

} // namespace

PreferencesDialog::PreferencesDialog(Preferences &preferences, TrustSettings &trust, QWidget *parent)
    : QDialog(parent), m_preferences(preferences)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    auto *content = new QWidget;
    auto *parts = new QVBoxLayout(content);
    parts->setContentsMargins(24, 20, 24, 8);
    parts->setSpacing(12);
    addDrafts(parts);
    parts->addSpacing(12);
    parts->addWidget(new TrustPanel(trust));
    parts->addStretch();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->setContentsMargins(24, 0, 24, 0);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 16);
    layout->addWidget(new FittingArea(content), 1);
    layout->addWidget(buttons);

    // As high as it wants to be, but no larger than the window: what does not fit is scrolled to.
    const QSize room = parent->size();
    const int width = qMin(fontMetrics().averageCharWidth() * PreferencesWidth, room.width());
    const int height = parts->hasHeightForWidth() ? parts->totalHeightForWidth(width) : parts->sizeHint().height();
    resize(width, qMin(height + buttons->sizeHint().height() + 32, room.height()));
}

void PreferencesDialog::addDrafts(QBoxLayout *layout)
{
    auto *drafts = new QCheckBox(tr("&Bring unsaved changes back after a crash"));
    drafts->setChecked(m_preferences.keepDrafts());
    auto *about =
        new PlainLabel(tr("They are kept in a file of yours on this computer until they are saved or reverted. "
                          "Keys, passwords and large pictures are never in it."));
    about->setWordWrap(true);
    auto *problem = new PlainLabel;
    problem->setWordWrap(true);
    problem->hide();
    for (QWidget *widget :
         {static_cast<QWidget *>(drafts), static_cast<QWidget *>(about), static_cast<QWidget *>(problem)})
        layout->addWidget(widget);
    connect(drafts, &QCheckBox::toggled, this, [this, problem](bool keep) {
        const bool written = m_preferences.setKeepDrafts(keep);
        problem->setText(written ? QString() : tr("This could not be written down: it counts until you quit."));
        problem->setVisible(!written);
    });
}

} // namespace lanyard
