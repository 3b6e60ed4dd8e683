#include "ui/common/filteredit.h"

#include "core/base/searchtext.h"
#include "ui/common/undokeys.h"
#include "ui/look/icons.h"
#include "ui/look/plainlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>

namespace lanyard {

FilterEdit::FilterEdit(QWidget *parent) : QLineEdit(parent)
{
    setAccessibleName(tr("Filter"));
    offerClearing(*this);
    redoByCtrlY(this);
    showHiddenAsDots(*this);
}

QHBoxLayout *FilterEdit::labelledRow()
{
    auto *label = new PlainLabel(tr("&Filter"));
    label->setBuddy(this);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(this, 1);
    return row;
}

void FilterEdit::beginAnew()
{
    setFocus();
    selectAll();
}

// The filter goes first; once it is empty, Escape means what it means around it.
bool FilterEdit::event(QEvent *event)
{
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if ((!isOverride && event->type() != QEvent::KeyPress) || text().isEmpty() ||
        static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QLineEdit::event(event);
    if (!isOverride)
        clear();
    event->accept();
    return true;
}

bool FilterEdit::leadsToList(const QKeyEvent &key) const
{
    const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    return key.key() == Qt::Key_Down || (isEnter && searchedText(text()).isEmpty());
}

void FilterEdit::leadTo(QWidget *list)
{
    connect(new QShortcut(Qt::Key_Down, this, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, list,
            [list] { list->setFocus(); });
}

} // namespace lanyard

#include "moc_filteredit.cpp"
