#include "ui/settings/problemarea.h"

#include <QLayout>
#include <QResizeEvent>
#include <QScrollBar>

namespace lanyard {

namespace {

constexpr int LinesOfProblem = 3;

} // namespace

ProblemArea::ProblemArea(QWidget *texts, const QString &name) : PageArea(texts)
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this](int, int most) { setFocusPolicy(most > 0 ? Qt::StrongFocus : Qt::NoFocus); });
}

// A line at least: the editor does not move when there is something to say.
int ProblemArea::wholeHeight() const
{
    return qMax(fontMetrics().lineSpacing(), widget()->layout()->totalHeightForWidth(width()));
}

QSize ProblemArea::sizeHint() const
{
    return {PageArea::sizeHint().width(), wholeHeight()};
}

QSize ProblemArea::minimumSizeHint() const
{
    return {PageArea::minimumSizeHint().width(), qMin(wholeHeight(), fontMetrics().lineSpacing() * LinesOfProblem)};
}

bool ProblemArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return PageArea::eventFilter(watched, event);
}

void ProblemArea::resizeEvent(QResizeEvent *event)
{
    PageArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry(); // the text is wrapped otherwise
}

} // namespace lanyard

#include "moc_problemarea.cpp"
