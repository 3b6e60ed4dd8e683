#include "tests/ui/edges.h"

#include "tests/ui/appfixture.h"
#include "ui/common/savebar.h"
#include "ui/look/contrast.h"
#include "ui/sidebar.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QStyleOptionButton>
#include <QStyleOptionSlider>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

constexpr int Depth = 3; // of an edge, in pixels

// Where its edge is, in its own pixels; nothing if it has none.
QRect edgeOf(const QWidget &widget)
{
    QStyleOptionButton option;
    option.initFrom(&widget);
    if (qobject_cast<const QCheckBox *>(&widget))
        return widget.style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, &widget);
    if (qobject_cast<const QRadioButton *>(&widget))
        return widget.style()->subElementRect(QStyle::SE_RadioButtonIndicator, &option, &widget);
    const auto *line = qobject_cast<const QLineEdit *>(&widget);
    const auto *combo = qobject_cast<const QComboBox *>(&widget);
    const auto *spin = qobject_cast<const QAbstractSpinBox *>(&widget);
    const auto *text = qobject_cast<const QPlainTextEdit *>(&widget);
    const auto *button = qobject_cast<const QPushButton *>(&widget);
    const bool hasFrame = (line && line->hasFrame()) || (combo && combo->hasFrame()) || (spin && spin->hasFrame()) ||
                          (text && text->frameShape() != QFrame::NoFrame) || (button && !button->isFlat());
    const bool isPart =
        qobject_cast<const QComboBox *>(widget.parent()) || qobject_cast<const QAbstractSpinBox *>(widget.parent());
    return hasFrame && !isPart ? widget.rect() : QRect();
}

QRgb mostFrequent(const QImage &picture, const QRect &ring, const QRect &without)
{
    std::map<QRgb, int> counts;
    for (int y = ring.top(); y <= ring.bottom(); ++y) {
        for (int x = ring.left(); x <= ring.right(); ++x) {
            if (!without.contains(x, y))
                ++counts[picture.pixel(x, y)];
        }
    }
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto &a, const auto &b) { return a.second < b.second; })
        ->first;
}

// What a line across the edge reaches at the most; the median of those in the middle of a side.
double contrastOfSide(const QImage &picture, QPoint first, QPoint along, QPoint inwards, int length, int depth,
                      const QColor &around)
{
    std::vector<double> reached;
    for (int i = length / 3; i <= length - length / 3; ++i) {
        double most = 1;
        for (int d = 0; d < depth; ++d)
            most = std::max(most, contrast(QColor(picture.pixel(first + along * i + inwards * d)), around));
        reached.push_back(most);
    }
    const auto middle = reached.begin() + static_cast<std::ptrdiff_t>(reached.size() / 2);
    std::nth_element(reached.begin(), middle, reached.end());
    return *middle;
}

double measured(const QImage &picture, const QRect &control, int scale)
{
    const QRect ring = control.adjusted(-scale, -scale, scale, scale) & picture.rect();
    const QColor around(mostFrequent(picture, ring, control));
    const int depth = Depth * scale;
    const QPoint right(1, 0);
    const QPoint down(0, 1);
    return std::min({contrastOfSide(picture, control.topLeft(), right, down, control.width() - 1, depth, around),
                     contrastOfSide(picture, control.bottomLeft(), right, -down, control.width() - 1, depth, around),
                     contrastOfSide(picture, control.topLeft(), down, right, control.height() - 1, depth, around),
                     contrastOfSide(picture, control.topRight(), down, -right, control.height() - 1, depth, around)});
}

// The lines beside the sidebar and above the bar that saves, and the handle of each scroll bar.
QList<Edge> marksIn(const QWidget &window, const QImage &picture)
{
    QList<Edge> marks;
    if (!isOfHighContrast(window.palette()))
        return marks;
    const qreal scale = picture.devicePixelRatio();
    const QColor around = window.palette().color(QPalette::Window);
    const auto add = [&](const QWidget &widget, QPoint place, const QString &what) {
        if (!widget.isVisible() || widget.window() != &window || !widget.visibleRegion().contains(place))
            return;
        const QPoint pixel = (QPointF(widget.mapTo(&window, place)) * scale).toPoint();
        if (picture.rect().contains(pixel))
            marks.append({what, contrast(QColor(picture.pixel(pixel)), around)});
    };
    const auto saving = window.findChildren<SaveBar *>();
    for (const SaveBar *bar : saving)
        add(*bar, {bar->width() / 2, 0}, u"line above what saves"_s);
    const auto sidebars = window.findChildren<Sidebar *>();
    for (const Sidebar *sidebar : sidebars)
        add(*sidebar, {sidebar->isRightToLeft() ? 0 : sidebar->width() - 1, sidebar->height() / 2},
            u"line beside the sidebar"_s);
    const auto bars = window.findChildren<QScrollBar *>();
    for (const QScrollBar *bar : bars) {
        QStyleOptionSlider option;
        option.initFrom(bar);
        option.orientation = bar->orientation();
        option.minimum = bar->minimum();
        option.maximum = bar->maximum();
        option.pageStep = bar->pageStep();
        option.sliderPosition = bar->sliderPosition();
        option.sliderValue = bar->value();
        const QRect handle =
            bar->style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, bar);
        if (bar->isEnabled() && bar->maximum() > bar->minimum())
            add(*bar, handle.center(), u"handle of a scroll bar"_s);
    }
    return marks;
}

} // namespace

QList<Edge> edgesIn(const QWidget &window, const QImage &picture)
{
    QList<Edge> edges = marksIn(window, picture);
    const qreal scale = picture.devicePixelRatio();
    const auto widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->window() != &window || !widget->isEnabled())
            continue;
        const QRect edge = edgeOf(*widget);
        const QRect seen = edge & widget->visibleRegion().boundingRect();
        if (edge.isEmpty() || seen != edge ||
            !window.rect().contains(QRect(widget->mapTo(&window, edge.topLeft()), edge.size())))
            continue;
        const QRect place(widget->mapTo(&window, edge.topLeft()) * scale, edge.size() * scale);
        edges.append(
            {u"edge of %1 “%2”"_s.arg(QLatin1StringView(widget->metaObject()->className()), AppFixture::nameOf(widget)),
             measured(picture, place & picture.rect(), qMax(1, qRound(scale)))});
    }
    return edges;
}

} // namespace lanyard::testing
