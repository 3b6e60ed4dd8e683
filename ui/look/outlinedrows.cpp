// What the outlined style paints at the rows of a tree.
#include "ui/look/outlinedstyle.h"
#include "ui/look/outlines.h"

#include <QStyleOption>

namespace lanyard {

// The triangle of a row is painted on what the row is painted on.
void OutlinedStyle::drawBranch(const QStyleOption &option, QPainter &painter)
{
    QStyleOption mark = option;
    const bool isSelected = option.state.testFlag(State_Selected);
    const auto group = !option.state.testFlag(State_Enabled) ? QPalette::Disabled
                       : option.state.testFlag(State_Active) ? QPalette::Active
                                                             : QPalette::Inactive;
    mark.palette.setColor(QPalette::WindowText,
                          option.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text));
    const Qt::ArrowType folded = option.direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow;
    paintArrow(painter, mark, option.state.testFlag(State_Open) ? Qt::DownArrow : folded);
}

} // namespace lanyard
