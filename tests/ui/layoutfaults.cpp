#include "tests/ui/layoutfaults.h"

#include "tests/ui/appfixture.h"
#include "ui/common/cutlabel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

bool isControl(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return !label->text().trimmed().isEmpty() || !label->pixmap(Qt::ReturnByValue).isNull();
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QLineEdit *>(&widget) ||
           qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractItemView *>(&widget) ||
           qobject_cast<const QAbstractSpinBox *>(&widget) || qobject_cast<const QProgressBar *>(&widget) ||
           qobject_cast<const QTabBar *>(&widget) || widget.inherits("QPlainTextEdit");
}

QString nameOfControl(const QWidget &widget)
{
    const auto *label = qobject_cast<const QLabel *>(&widget);
    const QString name = label ? label->text() : AppFixture::nameOf(&widget);
    return u"%1 “%2”"_s.arg(QLatin1StringView(widget.metaObject()->className()), name.left(40));
}

// The nearest scrolled content around it: what is in one can be brought into sight, and is laid out by itself.
const QWidget *contentAround(const QWidget &widget)
{
    for (const QWidget *around = widget.parentWidget(); around && !around->isWindow();
         around = around->parentWidget()) {
        const QWidget *parent = around->parentWidget();
        if (parent && qobject_cast<const QAbstractScrollArea *>(parent->parentWidget()))
            return around;
        if (qobject_cast<const QAbstractScrollArea *>(around))
            return around;
    }
    return nullptr;
}

bool isPartOfAnother(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QComboBox *>(parent) ||
           qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QAbstractButton *>(parent) ||
           qobject_cast<const QTabBar *>(parent) || qobject_cast<const QAbstractScrollArea *>(parent) ||
           qobject_cast<const QAbstractItemView *>(parent ? parent->parentWidget() : nullptr);
}

bool isCut(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (qobject_cast<const CutLabel *>(label) || label->text().isEmpty())
            return false; // it shows dots, and the whole in a tool tip
        const QRect room = label->contentsRect();
        if (label->wordWrap())
            return label->heightForWidth(label->width()) > label->height() + 1;
        return label->sizeHint().width() > label->width() + 1 || label->sizeHint().height() > label->height() + 1 ||
               room.isEmpty();
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return !button->text().isEmpty() && button->inherits("QPushButton") &&
               button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width() > button->width();
    if (const auto *bar = qobject_cast<const QTabBar *>(&widget))
        return bar->sizeHint().width() > bar->width() + 1 && !bar->usesScrollButtons();
    return false;
}

QStringList cutHeadings(const QWidget &window)
{
    QStringList faults;
    const auto headers = window.findChildren<QHeaderView *>();
    for (const QHeaderView *header : headers) {
        for (int section = 0; header->isVisible() && section < header->count(); ++section) {
            const QString text = header->model()->headerData(section, header->orientation()).toString();
            if (!header->isSectionHidden(section) && !text.isEmpty() &&
                header->fontMetrics().horizontalAdvance(text) > header->sectionSize(section))
                faults << u"heading “%1” is cut"_s.arg(text);
        }
    }
    return faults;
}

// Beside text that has grown, one of a fixed size is a speck.
bool isIconSmall(const QWidget &widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return button && !button->icon().isNull() && button->iconSize().height() < button->fontMetrics().height() * 4 / 5;
}

// A page or form, not a list: what is read there would have to be scrolled along each line.
QStringList sidewaysFaults(const QWidget &window)
{
    QStringList faults;
    const auto areas = window.findChildren<QScrollArea *>();
    for (const QScrollArea *area : areas) {
        if (area->isVisible() && area->window() == &window && area->horizontalScrollBar()->maximum() > 0)
            faults << nameOfControl(*area->widget()) + u" scrolls sideways"_s;
    }
    return faults;
}

QList<const QWidget *> controlsOf(const QWidget &window)
{
    QList<const QWidget *> controls;
    const auto all = window.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (widget->isVisible() && widget->window() == &window && isControl(*widget) && !isPartOfAnother(*widget) &&
            !widget->size().isEmpty())
            controls << widget;
    }
    return controls;
}

QRect placeIn(const QWidget &around, const QWidget &widget)
{
    return {widget.mapTo(&around, QPoint(0, 0)), widget.size()};
}

} // namespace

QStringList layoutFaults(const QWidget &window)
{
    QStringList faults = cutHeadings(window) + sidewaysFaults(window);
    const QList<const QWidget *> controls = controlsOf(window);
    for (qsizetype i = 0; i < controls.size(); ++i) {
        const QWidget &control = *controls.at(i);
        const QWidget *content = contentAround(control);
        if (isCut(control))
            faults << nameOfControl(control) + u" is cut"_s;
        if (isIconSmall(control))
            faults << nameOfControl(control) + u" has a small icon"_s;
        const QWidget &around = content ? *content : window;
        const bool scrollsByItself = qobject_cast<const QMenu *>(&around); // one higher than the screen
        if (!scrollsByItself && !around.rect().adjusted(-1, -1, 1, 1).contains(placeIn(around, control)))
            faults << nameOfControl(control) + u" is outside"_s;
        for (qsizetype k = i + 1; k < controls.size(); ++k) {
            const QWidget &other = *controls.at(k);
            if (contentAround(other) != content || control.isAncestorOf(&other) || other.isAncestorOf(&control))
                continue;
            const QRect both = placeIn(around, control) & placeIn(around, other);
            if (both.width() > 2 && both.height() > 2)
                faults << nameOfControl(control) + u" overlaps "_s + nameOfControl(other);
        }
    }
    return faults;
}

} // namespace lanyard::testing
