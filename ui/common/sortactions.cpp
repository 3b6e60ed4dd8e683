#include "ui/common/sortactions.h"

#include "ui/common/announce.h"

#include <QAbstractItemView>
#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QHeaderView>

#include <utility>

namespace lanyard {

namespace {

class SortText
{
    Q_DECLARE_TR_FUNCTIONS(SortText)

public:
    static QString ascending() { return tr("&Ascending"); }
    static QString descending() { return tr("Descendin&g"); }
    static QString sorted(Qt::SortOrder order)
    {
        return order == Qt::AscendingOrder ? tr("Sorted by %1, ascending") : tr("Sorted by %1, descending");
    }
};

// Without looking at the header, a user would not notice that it was done.
void sortAndSay(QAbstractItemView &view, QHeaderView &header, int column, Qt::SortOrder order)
{
    header.setSortIndicator(column, order);
    announce(&view, SortText::sorted(order).arg(view.model()->headerData(column, Qt::Horizontal).toString()));
}

QAction *addTo(QActionGroup &group, const QString &text, int value)
{
    auto *action = group.addAction(text);
    action->setData(value);
    action->setCheckable(true);
    return action;
}

void check(const QActionGroup &group, int value)
{
    for (QAction *action : group.actions())
        action->setChecked(action->data().toInt() == value);
}

} // namespace

QList<QAction *> makeSortActions(QAbstractItemView &view, QHeaderView &header, const QList<SortColumn> &columns)
{
    auto *columnGroup = new QActionGroup(&view);
    auto *orderGroup = new QActionGroup(&view);
    for (const auto &[column, text] : columns) {
        QObject::connect(addTo(*columnGroup, text, column), &QAction::triggered, &view,
                         [&, column = column] { sortAndSay(view, header, column, header.sortIndicatorOrder()); });
    }
    for (const auto &[order, text] : {std::pair(Qt::AscendingOrder, SortText::ascending()),
                                      std::pair(Qt::DescendingOrder, SortText::descending())}) {
        QObject::connect(addTo(*orderGroup, text, order), &QAction::triggered, &view,
                         [&, order = order] { sortAndSay(view, header, header.sortIndicatorSection(), order); });
    }
    const auto checkBoth = [columnGroup, orderGroup](int column, Qt::SortOrder order) {
        check(*columnGroup, column);
        check(*orderGroup, order);
    };
    checkBoth(header.sortIndicatorSection(), header.sortIndicatorOrder());
    QObject::connect(&header, &QHeaderView::sortIndicatorChanged, &view, checkBoth);
    auto *separator = new QAction(&view);
    separator->setSeparator(true);
    return columnGroup->actions() << separator << orderGroup->actions();
}

} // namespace lanyard
