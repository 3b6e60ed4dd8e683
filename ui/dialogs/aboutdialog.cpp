#include "ui/dialogs/aboutdialog.h"

#include "ui/common/dialogbuttons.h"
#include "ui/common/screenroom.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QIcon>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int LinesOfTheLogo = 4;

} // namespace

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Lanyard"));
    auto *mark = new PlainLabel;
    mark->setPixmap(QIcon(u":/icons/lanyard.svg"_s).pixmap(iconSide() * LinesOfTheLogo));
    mark->setAlignment(Qt::AlignCenter);
    mark->setAccessibleName(tr("Logo of Lanyard"));
    auto *name = new Heading(tr("Lanyard %1").arg(QCoreApplication::applicationVersion()), 1.3);
    name->setAlignment(Qt::AlignCenter);
    auto *about = new PlainLabel(tr("Your account at an account service: profile, API keys and settings.\n"
                                    "Built with Qt %1 and QtKeychain.")
                                     .arg(QString::fromLatin1(qVersion())));
    about->setAlignment(Qt::AlignCenter);
    about->setMinimumWidth(qMin(about->sizeHint().width(), roomOnScreen(*this).width() - 2 * space(Space::Wide)));
    about->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    wordButtons(*buttons);
    buttons->setCenterButtons(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Wide, Space::Medium);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    for (QWidget *widget : {static_cast<QWidget *>(mark), static_cast<QWidget *>(name), static_cast<QWidget *>(about),
                            static_cast<QWidget *>(buttons)})
        layout->addWidget(widget);
}

} // namespace lanyard

#include "moc_aboutdialog.cpp"
