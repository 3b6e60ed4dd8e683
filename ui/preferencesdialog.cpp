#include "ui/preferencesdialog.h"

#include "core/session/preferences.h"
#include "ui/common/fittingarea.h"
#include "ui/common/plainlabel.h"
#include "ui/proxypanel.h"
#include "ui/trustpanel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QSpinBox>
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
    addClipboard(parts);
    parts->addSpacing(12);
    parts->addWidget(new ProxyPanel(preferences));
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

void PreferencesDialog::addClipboard(QBoxLayout *layout)
{
    auto *seconds = new QSpinBox;
    seconds->setRange(Preferences::ShortestClipboardSeconds, Preferences::LongestClipboardSeconds);
    seconds->setSingleStep(5);
    //: As in "30 s"; after a space.
    seconds->setSuffix(tr(" s"));
    seconds->setValue(m_preferences.clipboardSeconds());
    auto *label = new PlainLabel(tr("&Clear copied keys from the clipboard after"));
    label->setBuddy(seconds);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(seconds);
    row->addStretch();
    layout->addLayout(row);
    auto *problem = addProblem(layout);
    connect(seconds, &QSpinBox::valueChanged, this,
            [this, problem](int value) { problem->setVisible(!m_preferences.setClipboardSeconds(value)); });
}

// Said where a choice could not be written down.
PlainLabel *PreferencesDialog::addProblem(QBoxLayout *layout)
{
    auto *problem = new PlainLabel(tr("This could not be written down: it counts until you quit."));
    problem->setWordWrap(true);
    problem->hide();
    layout->addWidget(problem);
    return problem;
}

void PreferencesDialog::addDrafts(QBoxLayout *layout)
{
    auto *drafts = new QCheckBox(tr("&Bring unsaved changes back after a crash"));
    drafts->setChecked(m_preferences.keepDrafts());
    auto *about =
        new PlainLabel(tr("They are kept in a file of yours on this computer until they are saved or reverted. "
                          "Keys, passwords and large pictures are never in it."));
    about->setWordWrap(true);
    layout->addWidget(drafts);
    layout->addWidget(about);
    auto *problem = addProblem(layout);
    connect(drafts, &QCheckBox::toggled, this,
            [this, problem](bool keep) { problem->setVisible(!m_preferences.setKeepDrafts(keep)); });
}

} // namespace lanyard

#include "moc_preferencesdialog.cpp"
