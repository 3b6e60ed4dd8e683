#include "ui/common/dialogbuttons.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QMessageBox>
#include <QPushButton>

namespace lanyard {

namespace {

class DialogButtons
{
    Q_DECLARE_TR_FUNCTIONS(DialogButtons)

public:
    static QString text(QDialogButtonBox::StandardButton button)
    {
        switch (button) {
        case QDialogButtonBox::Ok:
            return tr("&OK");
        case QDialogButtonBox::Cancel:
            return tr("&Cancel");
        case QDialogButtonBox::Close:
            return tr("&Close");
        case QDialogButtonBox::Save:
            return tr("&Save");
        case QDialogButtonBox::Discard:
            return tr("&Discard");
        default:
            return {};
        }
    }
};

} // namespace

void wordButtons(QDialogButtonBox &box)
{
    const auto buttons = box.buttons();
    for (QAbstractButton *button : buttons) {
        const QString text = DialogButtons::text(box.standardButton(button));
        if (text.isEmpty())
            continue;
        button->setText(text);
        button->setIcon({});
    }
}

void wordButtons(QMessageBox &box)
{
    if (auto *buttons = box.findChild<QDialogButtonBox *>())
        wordButtons(*buttons);
}

} // namespace lanyard
