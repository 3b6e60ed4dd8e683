#include "ui/account/unsavedquestion.h"

#include "ui/common/dialogbuttons.h"
#include "ui/look/primarybutton.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace lanyard {

namespace {

class UnsavedQuestion
{
    Q_DECLARE_TR_FUNCTIONS(UnsavedQuestion)

public:
    static QString title() { return tr("Unsaved changes"); }
    static QString question(Leaving leaving, UnsavedIn where)
    {
        const bool quits = leaving == Leaving::Quit;
        switch (where) {
        case UnsavedIn::Profile:
            return quits ? tr("Save changes to your profile before quitting?")
                         : tr("Save changes to your profile before signing out?");
        case UnsavedIn::Settings:
            return quits ? tr("Save changes to your settings before quitting?")
                         : tr("Save changes to your settings before signing out?");
        case UnsavedIn::Both:
            return quits ? tr("Save changes to your profile and settings before quitting?")
                         : tr("Save changes to your profile and settings before signing out?");
        }
        Q_UNREACHABLE();
    }
    static QString correction(Leaving leaving, int invalid)
    {
        return tr("%n value(s) must be corrected before you can save.", nullptr, invalid) + u' ' +
               (leaving == Leaving::Quit ? tr("Quit without saving?") : tr("Sign out without saving?"));
    }
    static QString goToField() { return tr("&Go to field"); }
    static QString loss(const Unsaved &unsaved)
    {
        if (unsaved.account.isEmpty())
            return tr("If you do not save, %n change(s) will be lost.", nullptr, unsaved.count);
        return tr("If you do not save, %n change(s) for %1 will be lost.", nullptr, unsaved.count).arg(unsaved.account);
    }
    static QString questionOfAll() { return tr("Save changes in all accounts before quitting?"); }
    static QString lossOfAll(const QStringList &accounts)
    {
        return tr("If you do not save, these changes will be lost:") + u'\n' + accounts.join(u'\n');
    }
    static QString saveAll() { return tr("&Save all"); }
    static QString discardAll() { return tr("&Discard all"); }
    static QString savingTitle() { return tr("Saving"); }
    static QString waiting(Leaving leaving)
    {
        return leaving == Leaving::Quit ? tr("Your changes are being saved. Lanyard quits when they are.")
                                        : tr("Your changes are being saved. You are signed out when they are.");
    }
};

QMessageBox *boxOn(QWidget *window, const QString &title, const QString &text)
{
    auto *box = new QMessageBox(window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(title);
    box->setText(text);
    return box;
}

QMessageBox *question(QWidget *window, const QString &text, const QString &loss, const std::function<void()> &save,
                      const std::function<void()> &discard)
{
    QMessageBox *box = boxOn(window, UnsavedQuestion::title(), text);
    box->setInformativeText(loss);
    box->setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    wordButtons(*box);
    box->setDefaultButton(QMessageBox::Save);
    makePrimary(*qobject_cast<QPushButton *>(box->button(QMessageBox::Save)));
    QObject::connect(box, &QMessageBox::buttonClicked, window, [=](QAbstractButton *button) {
        if (box->standardButton(button) == QMessageBox::Save)
            save();
        else if (box->standardButton(button) == QMessageBox::Discard)
            discard();
    });
    return box;
}

} // namespace

QMessageBox *askAboutUnsaved(QWidget *window, Leaving leaving, const Unsaved &unsaved,
                             const std::function<void()> &save, const std::function<void()> &discard)
{
    const QString text = unsaved.invalid > 0 ? UnsavedQuestion::correction(leaving, unsaved.invalid)
                                             : UnsavedQuestion::question(leaving, unsaved.where);
    QMessageBox *box = question(window, text, UnsavedQuestion::loss(unsaved), save, discard);
    if (unsaved.invalid > 0)
        box->button(QMessageBox::Save)->setText(UnsavedQuestion::goToField());
    box->open();
    return box;
}

QMessageBox *askAboutUnsaved(QWidget *window, const QStringList &accounts, const std::function<void()> &save,
                             const std::function<void()> &discard)
{
    QMessageBox *box =
        question(window, UnsavedQuestion::questionOfAll(), UnsavedQuestion::lossOfAll(accounts), save, discard);
    box->button(QMessageBox::Save)->setText(UnsavedQuestion::saveAll());
    box->button(QMessageBox::Discard)->setText(UnsavedQuestion::discardAll());
    box->open();
    return box;
}

QMessageBox *sayThatItWaits(QWidget *window, Leaving leaving, const std::function<void()> &cancel)
{
    QMessageBox *box = boxOn(window, UnsavedQuestion::savingTitle(), UnsavedQuestion::waiting(leaving));
    box->setStandardButtons(QMessageBox::Cancel);
    wordButtons(*box);
    QObject::connect(box, &QDialog::rejected, window, cancel);
    box->open();
    return box;
}

bool isAsking(const QMessageBox *box)
{
    return box && box->isVisible();
}

void withdraw(QMessageBox *box)
{
    if (!box)
        return;
    box->disconnect(box->parent()); // closing it is not an answer
    box->close();
}

} // namespace lanyard
