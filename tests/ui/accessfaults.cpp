#include "tests/ui/accessfaults.h"

#include "core/base/text.h"
#include "core/models/settingsmodel.h"
#include "tests/ui/appfixture.h"
#include "ui/common/fieldanswers.h"
#include "ui/look/plainlabel.h"
#include "ui/look/tonedlabel.h"
#include "ui/profile/fieldrow.h"
#include "ui/signin/signinoutcome.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QStyledItemDelegate>
#include <QTabBar>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

QString descriptionOf(const QWidget *widget)
{
    const auto *access = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
    return access ? access->text(QAccessible::Description) : QString();
}

QString called(const QWidget *widget)
{
    return u"%1 “%2”"_s.arg(QLatin1StringView(widget->metaObject()->className()), AppFixture::nameOf(widget));
}

QList<const QWidget *> shownIn(const QWidget &window)
{
    QList<const QWidget *> shown;
    const auto all = window.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (widget->isVisible() && widget->window() == &window)
            shown << widget;
    }
    return shown;
}

// The line of an editable combo box, the button that clears a line: found through the whole.
bool isPart(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent) ||
           qobject_cast<const QTabBar *>(parent) || widget->objectName().startsWith("qt_"_L1);
}

bool takesFocus(const QWidget *widget)
{
    return widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() && !isPart(widget);
}

QStringList namesOf(const QList<const QWidget *> &shown)
{
    QStringList faults;
    QMap<QString, const QWidget *> owners;
    for (const QWidget *widget : shown) {
        if (!takesFocus(widget))
            continue;
        const QString name = AppFixture::nameOf(widget);
        if (name.trimmed().isEmpty())
            faults << called(widget) + u" takes the focus and has no name"_s;
        else if (const QWidget *other = std::exchange(owners[name], widget))
            faults << u"%1 is called like %2"_s.arg(called(widget), called(other));
    }
    return faults;
}

QStringList entriesOf(const QMenu &menu)
{
    QStringList faults;
    QStringList texts;
    for (const QAction *action : menu.actions()) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        if (action->text().isEmpty())
            faults << u"an entry of the menu “%1” has no words"_s.arg(menu.title());
        if (texts.contains(action->text()))
            faults << u"the menu has “%1” twice"_s.arg(action->text());
        texts << action->text();
    }
    return faults;
}

// A picture says nothing to who does not see it. One that only decorates is no label.
QStringList picturesOf(const QList<const QWidget *> &shown)
{
    QStringList faults;
    for (const QWidget *widget : shown) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label && !label->pixmap(Qt::ReturnByValue).isNull() && AppFixture::nameOf(label).isEmpty())
            faults << u"a picture in %1 has no name"_s.arg(called(label->parentWidget()));
    }
    return faults;
}

struct Delegate : QStyledItemDelegate
{
    // As the view is about to paint that cell.
    static QStyleOptionViewItem optionOf(const QAbstractItemView &view, const QModelIndex &cell)
    {
        QStyleOptionViewItem option;
        option.initFrom(&view);
        option.palette = view.palette();
        const auto *delegate = qobject_cast<const QStyledItemDelegate *>(view.itemDelegateForIndex(cell));
        if (delegate)
            (delegate->*&Delegate::initStyleOption)(&option, cell);
        return option;
    }
};

bool isColouredAsAState(const QStyleOptionViewItem &option)
{
    const QColor text = option.palette.color(QPalette::Active, QPalette::Text);
    return text == toneColour(Tone::Good, option) || text == toneColour(Tone::Warning, option) ||
           text == toneColour(Tone::Bad, option);
}

// A setting that is changed, locked or wrong, or a category with such a change.
bool isMarkedSetting(const QAbstractItemView &view, const QModelIndex &cell)
{
    const int marked = cell.data(SettingsModel::IsSettingRole).toBool() ? SettingsModel::Value : SettingsModel::Name;
    return AppFixture::nameOf(&view) == "Settings"_L1 && cell.column() == marked &&
           (cell.data(SettingsModel::ChangedRole).toBool() || cell.data(SettingsModel::ReadOnlyRole).toBool() ||
            !cell.data(SettingsModel::ProblemRole).toString().isEmpty());
}

QString faultOf(const QAbstractItemView &view, const QModelIndex &cell)
{
    const QStyleOptionViewItem option = Delegate::optionOf(view, cell);
    const QString spoken = cell.data(Qt::AccessibleTextRole).toString() + cell.data(Qt::DisplayRole).toString();
    const QString added = cell.data(Qt::AccessibleDescriptionRole).toString();
    const QString which = u"the cell %1, %2 “%3” of %4"_s.arg(cell.row()).arg(cell.column()).arg(spoken, called(&view));
    if (isColouredAsAState(option) && (option.icon.isNull() || spoken.isEmpty()))
        return which + u" has a state by its colour alone"_s;
    if (!option.icon.isNull() && spoken.trimmed().isEmpty())
        return which + u" has a mark and no words"_s;
    if (isMarkedSetting(view, cell) && added.isEmpty())
        return which + u" does not say what its mark means"_s;
    return {};
}

QStringList cellsOf(const QAbstractItemView &view, const QModelIndex &parent = {})
{
    QStringList faults;
    const QAbstractItemModel *model = view.model();
    for (int row = 0; model && row < model->rowCount(parent); ++row) {
        for (int column = 0; column < model->columnCount(parent); ++column) {
            const QModelIndex cell = model->index(row, column, parent);
            if (view.visualRect(cell).isEmpty())
                continue;
            if (const QString fault = faultOf(view, cell); !fault.isEmpty())
                faults << fault;
        }
        faults << cellsOf(view, model->index(row, 0, parent));
    }
    return faults;
}

QStringList fieldsOf(const QWidget &window)
{
    QStringList faults;
    const auto rows = window.findChildren<FieldRow *>();
    for (const FieldRow *row : rows) {
        const QWidget *field = row->label()->buddy();
        const QString said = descriptionOf(field);
        if (row->isShownAsChanged() && !said.contains("changed"_L1))
            faults << called(field) + u" does not say that it is changed"_s;
        if (row->notice()->isVisible() && !said.contains(withoutQuoteMarks(row->notice()->text())))
            faults << called(field) + u" does not say: "_s + row->notice()->text();
    }
    return faults;
}

// What is written in red is read with the control that it is about.
QStringList problemsOf(const QList<const QWidget *> &shown)
{
    QStringList said;
    for (const QWidget *widget : shown) {
        if (takesFocus(widget))
            said << descriptionOf(widget);
    }
    QStringList faults;
    for (const QWidget *widget : shown) {
        const auto *label = qobject_cast<const TonedLabel *>(widget);
        if (!label || label->tone() != Tone::Bad || label->text().isEmpty())
            continue;
        const QString problem = withoutQuoteMarks(label->text());
        if (std::none_of(said.begin(), said.end(), [&problem](const QString &one) { return one.contains(problem); }))
            faults << u"no control is described by “%1”"_s.arg(problem);
    }
    return faults;
}

// A screen reader that opens a dialog or comes into a group reads every text there that belongs to nothing: not what it
// reads with a control.
QStringList looseTextsOf(const QList<const QWidget *> &shown)
{
    QStringList faults;
    for (const QWidget *widget : shown) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *toned = qobject_cast<const TonedLabel *>(widget);
        const auto *outcome = widget->window()->findChild<SignInOutcome *>();
        // A problem is to be read first.
        const bool isProblem = (toned && toned->tone() == Tone::Bad) || (outcome && outcome->isAncestorOf(widget));
        const bool isLoose =
            label && !isProblem && !label->buddy() && !takesFocus(label) && !qobject_cast<const Heading *>(label);
        const QString text = isLoose ? withoutQuoteMarks(label->text()) : QString();
        if (text.trimmed().isEmpty() || describedBy(*label))
            continue;
        for (const QWidget *control : shown)
            if (takesFocus(control) && descriptionOf(control) == text)
                faults << u"“%1” describes %2 and belongs to nothing"_s.arg(text, called(control));
    }
    return faults;
}

} // namespace

QStringList accessFaults(const QWidget &window)
{
    if (const auto *menu = qobject_cast<const QMenu *>(&window))
        return entriesOf(*menu);
    const QList<const QWidget *> shown = shownIn(window);
    QStringList faults =
        namesOf(shown) + picturesOf(shown) + fieldsOf(window) + problemsOf(shown) + looseTextsOf(shown);
    for (const QWidget *widget : shown) {
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        if (view && !qobject_cast<const QHeaderView *>(view))
            faults << cellsOf(*view);
    }
    return faults;
}

} // namespace lanyard::testing
