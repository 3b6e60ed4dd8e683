#include "ui/preferencesdialog.h"

#include "core/session/preferences.h"
#include "ui/common/plainlabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace lanyard {

PreferencesDialog::PreferencesDialog(Preferences &preferences, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    auto *drafts = new QCheckBox(tr("&Bring unsaved changes back after a crash"));
    drafts->setChecked(preferences.keepDrafts());
    auto *about =
        new PlainLabel(tr("They are kept in a file of yours on this computer until they are saved or reverted. "
                          "Keys, passwords and large pictures are never in it."));
    about->setWordWrap(true);
    about->setMinimumWidth(420);
    auto *problem = new PlainLabel;
    problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    for (QWidget *widget : {static_cast<QWidget *>(drafts), static_cast<QWidget *>(about),
                            static_cast<QWidget *>(problem), static_cast<QWidget *>(buttons)})
        layout->addWidget(widget);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(drafts, &QCheckBox::toggled, this, [&preferences, problem](bool keep) {
        const bool written = preferences.setKeepDrafts(keep);
        problem->setText(written ? QString() : tr("This could not be written down: it counts until you quit."));
        problem->setVisible(!written);
    });
}

} // namespace lanyard
