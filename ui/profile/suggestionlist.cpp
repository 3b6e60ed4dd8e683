#include "ui/profile/suggestionlist.h"

#include "ui/common/currentrow.h"
#include "ui/common/cuttextdelegate.h"
#include "ui/look/spacing.h"

#include <QCompleter>
#include <QScreen>

#include <utility>

namespace lanyard {

namespace {

constexpr int MostRows = 7;

class SuggestionDelegate : public CutTextDelegate
{
public:
    using CutTextDelegate::CutTextDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return CutTextDelegate::sizeHint(option, index).expandedTo(QSize(0, targetSide()));
    }
};

// On the screen: what is seen of the page that @p field is on.
QRect roomAround(const QWidget &field)
{
    const QWidget *area = field.window();
    for (const QWidget *around = field.parentWidget(); around; around = around->parentWidget()) {
        if (const auto *scrolled = qobject_cast<const QAbstractScrollArea *>(around)) {
            area = scrolled->viewport();
            break;
        }
    }
    return QRect(area->mapToGlobal(QPoint(0, 0)), area->size()) & field.screen()->availableGeometry();
}

} // namespace

// As QCompleter sets up its own.
SuggestionList::SuggestionList(QWidget &field) : m_field(field)
{
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
}

// Not before: a completer sets one of its own when it takes the list, whose rows are hard to hit.
void SuggestionList::serve(QCompleter &completer)
{
    completer.setPopup(this);
    setItemDelegate(new SuggestionDelegate(this));
}

void SuggestionList::place()
{
    const int count = model() ? model()->rowCount() : 0;
    if (count == 0)
        return;
    const QRect room = roomAround(m_field);
    const QRect field(m_field.mapToGlobal(QPoint(0, 0)), m_field.size());
    const int below = room.bottom() - field.bottom();
    const int above = field.top() - room.top();
    const int row = sizeHintForRow(0);
    const int frame = 2 * frameWidth();
    const int wanted = qMin(count, MostRows);
    const bool isAbove = wanted * row + frame > below && above > below;
    const int fits = ((isAbove ? above : below) - frame) / row;
    const int height = qBound(1, fits, wanted) * row + frame;
    setGeometry(field.left(), isAbove ? field.top() - height : field.bottom() + 1, field.width(), height);
}

void SuggestionList::showEvent(QShowEvent *event)
{
    place();
    QListView::showEvent(event);
}

void SuggestionList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous); // NOLINT(bugprone-parent-virtual-call): past QListView's
}

void SuggestionList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    if (selected.isEmpty())
        return;
    m_isTold = true;
    tellRow(*this, selected.indexes().constFirst());
}

void SuggestionList::hideEvent(QHideEvent *event)
{
    QListView::hideEvent(event);
    if (std::exchange(m_isTold, false))
        tellFocus(m_field);
    Q_EMIT closed();
}

} // namespace lanyard

#include "moc_suggestionlist.cpp"
