#include "ui/common/messagedetails.h"

#include "ui/common/dialogbuttons.h"
#include "ui/common/screenroom.h"
#include "ui/look/characterwidth.h"
#include "ui/look/spacing.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace lanyard {

namespace {

class MessageDetails
{
    Q_DECLARE_TR_FUNCTIONS(MessageDetails)

public:
    static QString title() { return tr("Details"); }
};

} // namespace

void showMessageDetails(const QString &details, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(MessageDetails::title());
    auto *text = new QPlainTextEdit(details);
    text->setReadOnly(true);
    text->setAccessibleName(MessageDetails::title());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    wordButtons(*buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    setSpaces(*layout, DialogMargin, Space::Medium);
    layout->addWidget(text);
    layout->addWidget(buttons);
    dialog->resize(roomForText(dialog->fontMetrics(), 66, 15).boundedTo(roomOnScreen(*dialog)));
    dialog->open();
}

} // namespace lanyard
