#include "ui/common/dialogbuttons.h"

#include "ui/look/outlinedstyle.h"
#include "ui/look/spacing.h"

#include <QApplication>
#include <QDialogButtonBox>
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
    setSpaces(*box.layout(), Space::Wide, Space::Medium);
    // Without a picture Qt indents the text all the same.
    for (int i = 0; i < box.layout()->count(); ++i) {
        if (QSpacerItem *indent = box.layout()->itemAt(i)->spacerItem()) {
            indent->changeSize(0, 0);
            box.layout()->setContentsMargins(space(Space::Wide) - space(Space::Medium), space(Space::Wide),
                                             space(Space::Wide), space(Space::Wide));
        }
    }
    if (auto *question = box.findChild<QLabel *>(u"qt_msgbox_label"_s)) {
        QFont bold = question->font();
        bold.setBold(true);
        question->setFont(bold);
    }
}

} // namespace lanyard
