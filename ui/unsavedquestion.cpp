#include "ui/unsavedquestion.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QMessageBox>

namespace lanyard {

void askAboutUnsaved(QWidget *window, const std::function<void()> &save, const std::function<void()> &discard)
{
    if (window->findChild<QMessageBox *>())
        return;
    auto *box = new QMessageBox(window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(QCoreApplication::translate("UnsavedQuestion", "Unsaved changes"));
    box->setText(QCoreApplication::translate("UnsavedQuestion", "Your changes are not saved yet."));
    box->setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    box->setDefaultButton(QMessageBox::Save);
    QObject::connect(box, &QMessageBox::buttonClicked, window, [=](QAbstractButton *button) {
        if (box->standardButton(button) == QMessageBox::Save)
            save();
        else if (box->standardButton(button) == QMessageBox::Discard)
            discard();
    });
    box->open();
}

} // namespace lanyard
