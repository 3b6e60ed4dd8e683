#include "ui/account/narrowdialog.h"

#include "ui/common/fittingarea.h"
#include "ui/common/screenroom.h"
#include "ui/look/characterwidth.h"
#include "ui/look/spacing.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace lanyard {

namespace {

constexpr int WidthInCharacters = 56;

} // namespace

void arrangeNarrowly(QDialog &dialog, const QList<QWidget *> &parts, QDialogButtonBox &buttons)
{
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    for (QAbstractButton *button : buttons.buttons())
        button->setIcon({});
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    setSpaces(*column, DialogMargin, Space::Medium);
    for (QWidget *part : parts)
        column->addWidget(part);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(space(DialogMargin), 0, space(DialogMargin), space(DialogMargin));
    bottom->addWidget(&buttons);
    auto *layout = new QVBoxLayout(&dialog);
    setSpaces(*layout, Space::Small);
    layout->addWidget(new FittingArea(content), 1);
    layout->addLayout(bottom);
    dialog.setMinimumWidth(
        qMin(characterWidth(dialog.fontMetrics()) * WidthInCharacters, roomOnScreen(dialog).width()));
}

} // namespace lanyard
