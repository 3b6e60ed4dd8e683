#include "ui/profile/fieldcell.h"

#include "ui/common/flowlayout.h"
#include "ui/look/outlines.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"
#include "ui/profile/fieldeditor.h"
#include "ui/profile/fieldrow.h"
#include "ui/profile/fieldside.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QStyle>

namespace lanyard {

FieldCell::FieldCell(const FieldRow &row, QWidget *parent) : QWidget(parent), m_row(row)
{
    auto *grid = new QGridLayout(this);
    keepRoomForBar();
    grid->setHorizontalSpacing(space(Space::Medium));
    grid->setVerticalSpacing(space(Space::Hair));
    grid->setColumnStretch(1, 1);
    grid->addWidget(row.label(), 0, 0);
    if (row.isForReading()) {
        auto *value = new FlowLayout; // what is beside it goes below it before it is cut
        value->setSpacing(space(Space::Small));
        value->addWidget(row.editor());
        value->addWidget(row.side());
        grid->addLayout(value, 1, 0, 1, 2);
    } else {
        grid->addWidget(row.side(), 0, 1);
        grid->addWidget(row.editor(), 1, 0, 1, 2);
    }
    if (row.explanation())
        grid->addWidget(row.explanation(), 2, 0, 1, 2);
    grid->addWidget(row.notice(), 3, 0, 1, 2);
    grid->setRowStretch(4, 1);
    connect(&row, &FieldRow::changedShown, this, qOverload<>(&QWidget::update));
}

void FieldCell::keepRoomForBar()
{
    const int room = space(Space::Medium);
    layout()->setContentsMargins(isRightToLeft() ? 0 : room, 0, isRightToLeft() ? room : 0, 0);
}

void FieldCell::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        keepRoomForBar();
}

int FieldCell::columns() const
{
    switch (m_row.width()) {
    case FieldWidth::Half:
        return 3;
    case FieldWidth::Third:
    case FieldWidth::ThirdAlone:
        return 2;
    case FieldWidth::TwoThirds:
        return 4;
    case FieldWidth::Whole:
        break;
    }
    return FieldColumns;
}

bool FieldCell::isAlone() const
{
    return m_row.width() == FieldWidth::ThirdAlone;
}

void FieldCell::paintEvent(QPaintEvent *)
{
    if (!m_row.isShownAsChanged())
        return;
    const int wide = space(Space::Hair);
    const QRect bar = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, wide, height()));
    QPainter(this).fillRect(bar, focusColour(palette(), palette().color(QPalette::Base)));
}

} // namespace lanyard

#include "moc_fieldcell.cpp"
