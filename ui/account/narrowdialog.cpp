#include "ui/account/narrowdialog.h"

#include "ui/common/fittingarea.h"
#include "ui/common/screenroom.h"
#include "ui/look/characterwidth.h"
#include "ui/look/spacing.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lanyard {

namespace {

constexpr int WidthInCharacters = 56;

// As it is shown, a dialog makes the first automatic default its default, and so Enter cancels: where another button is
// the default, that is the only one. Enter presses the one with the focus all the same (see EnterKey).
void leaveTheDefault(const QDialogButtonBox &box)
{
    const QList<QAbstractButton *> buttons = box.buttons();
    const auto isDefault = [](QAbstractButton *button) {
        const auto *push = qobject_cast<QPushButton *>(button);
        return push && push->isDefault();
    };
    if (std::none_of(buttons.begin(), buttons.end(), isDefault))
        return;
    for (QAbstractButton *button : buttons) {
        if (auto *push = qobject_cast<QPushButton *>(button); push && !push->isDefault())
            push->setAutoDefault(false);
    }
}

} // namespace

FittingArea &arrangeNarrowly(QDialog &dialog, const QList<QWidget *> &parts, QDialogButtonBox &buttons)
{
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    for (QAbstractButton *button : buttons.buttons())
        button->setIcon({});
    leaveTheDefault(buttons);
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
    auto *area = new FittingArea(content);
    area->letWindowGrow();
    layout->addWidget(area, 1);
    layout->addLayout(bottom);
    dialog.setMinimumWidth(
        qMin(characterWidth(dialog.fontMetrics()) * WidthInCharacters, roomOnScreen(dialog).width()));
    return *area;
}

} // namespace lanyard
