// What the preferences let the user switch on and off.
#include "core/settings/preferences.h"
#include "ui/common/fieldaccess.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/look/paragraph.h"
#include "ui/look/plainlabel.h"
#include "ui/look/wrappedcheckbox.h"

#include <QVBoxLayout>

namespace lanyard {

void PreferencesDialog::addChoice(QBoxLayout *layout, const Choice &choice)
{
    auto *box = new WrappedCheckBox(choice.text);
    box->setChecked(choice.isOn);
    box->setAccessibleDescription(choice.about);
    auto *about = note(choice.about);
    attachText(*about, *box);
    about->setIndent(box->boxWidth());
    layout->addWidget(box);
    layout->addWidget(about);
    auto *problem = addProblem(layout);
    connect(box, &QCheckBox::toggled, this,
            [this, problem, set = choice.set](bool isOn) { problem->setVisible(!(m_preferences.*set)(isOn)); });
}

void PreferencesDialog::addDrafts(QBoxLayout *layout)
{
    addChoice(
        layout,
        {.text = tr("Restore &unsaved changes after a crash"),
         .about = tr("Until you save or discard them, they are kept in a file on this computer. It never contains "
                     "keys, passwords or large pictures."),
         .isOn = m_preferences.keepDrafts(),
         .set = &Preferences::setKeepDrafts});
}

void PreferencesDialog::addExpiry(QBoxLayout *layout)
{
    addChoice(layout, {.text = tr("Tell me when an API &key expires"),
                       .about = tr("In the window, and as a notification of the desktop while you use another program. "
                                   "In presentation mode the notification does not name the key."),
                       .isOn = m_preferences.tellExpired(),
                       .set = &Preferences::setTellExpired});
}

void PreferencesDialog::addRestoreAll(QBoxLayout *layout)
{
    addChoice(layout, {.text = tr("Sign in to &every account at startup"),
                       .about = tr("Otherwise Lanyard signs in to an account when you first switch to it."),
                       .isOn = m_preferences.restoreAll(),
                       .set = &Preferences::setRestoreAll});
}

} // namespace lanyard
