#include "ui/common/dialogbuttons.h"

#include "ui/look/outlinedstyle.h"
#include "ui/look/spacing.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLayout>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

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

// The order of the buttons is the style's, and differs by desktop: here the button that leads on is always the last.
class OrderStyle : public OutlinedStyle
{
public:
    OrderStyle() { setParent(qApp); }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *result) const override
    {
        if (hint == SH_DialogButtonLayout)
            return QDialogButtonBox::GnomeLayout;
        return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : OutlinedStyle::styleHint(hint, option, widget, result);
    }
};

// Another one after the desktop has changed its style.
QStyle *orderStyle()
{
    static OrderStyle *style = nullptr;
    if (!style || !style->isCurrent())
        style = new OrderStyle;
    return style;
}

} // namespace

void wordButtons(QDialogButtonBox &box)
{
    box.setStyle(orderStyle());
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
    setSpaces(*box.layout(), DialogMargin, Space::Medium);
    auto *question = box.findChild<QLabel *>(u"qt_msgbox_label"_s);
    // Without a picture Qt indents the text all the same, and more where the buttons take more room than the text.
    auto *grid = qobject_cast<QGridLayout *>(box.layout());
    for (int i = 0; grid && i < grid->count(); ++i) {
        if (QSpacerItem *indent = grid->itemAt(i)->spacerItem()) {
            indent->changeSize(0, 0, QSizePolicy::Fixed, QSizePolicy::Fixed);
            const int gap = grid->horizontalSpacing();
            const bool isMirrored = box.isRightToLeft();
            grid->setContentsMargins(grid->contentsMargins() -
                                     QMargins(isMirrored ? 0 : gap, 0, isMirrored ? gap : 0, 0));
        }
        if (question && grid->itemAt(i)->widget() == question) {
            int row = 0, column = 0, rows = 0, columns = 0;
            grid->getItemPosition(i, &row, &column, &rows, &columns);
            grid->setColumnStretch(column, 1);
        }
    }
    if (question) {
        QFont bold = question->font();
        bold.setBold(true);
        question->setFont(bold);
    }
}

} // namespace lanyard
