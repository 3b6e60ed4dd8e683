#include "app/otherinstance.h"

#include "app/commandline.h"
#include "app/terminal.h"
#include "ui/common/dialogbuttons.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

class OtherInstance
{
    Q_DECLARE_TR_FUNCTIONS(OtherInstance)
};

} // namespace

std::unique_ptr<QDialog> boxOfOtherInstance(const SingleInstance &instance, SingleInstance::Role role)
{
    const bool isAbandoned = role == SingleInstance::Role::Abandoned;
    const QString text = isAbandoned ? OtherInstance::tr("Lanyard may still be running on another computer.")
                                     : OtherInstance::tr("Lanyard is already running but is not responding.");
    const QString step =
        isAbandoned ? OtherInstance::tr("Nothing seems to use your files there. If it has ended, start Lanyard anyway.")
                    : OtherInstance::tr("Wait a moment, or end it and start Lanyard again.");
    qWarning("%s %s", qPrintable(text), qPrintable(step));
    auto box = std::make_unique<QMessageBox>(QMessageBox::Warning, u"Lanyard"_s, text, QMessageBox::Close);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(QStringList{instance.holder(), step}.join(u' ').trimmed());
    if (isAbandoned)
        box->addButton(QMessageBox::Ok);
    wordButtons(*box);
    if (isAbandoned)
        box->button(QMessageBox::Ok)->setText(OtherInstance::tr("&Start anyway"));
    box->setDefaultButton(QMessageBox::Close);
    box->setModal(false);
    box->show();
    return box;
}

void tellOfRunningInstance(const CommandLine &line)
{
    QString text = OtherInstance::tr("Lanyard is already running: its window is shown.");
    if (!line.server.isEmpty() || !line.userName.isEmpty())
        text += u' ' + OtherInstance::tr("If a dialog is open there, the window says how to get to that account.");
    print(text + u'\n');
}

} // namespace lanyard
