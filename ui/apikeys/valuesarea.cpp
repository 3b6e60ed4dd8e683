#include "ui/apikeys/valuesarea.h"

#include <QLayout>

namespace lanyard {

namespace {

constexpr int MostLines = 12;
constexpr int FewestLines = 2;

} // namespace

// Wrapped texts need more than a layout's size hint.
int ValuesArea::contentHeight() const
{
    const QLayout *layout = widget()->layout();
    return layout->hasHeightForWidth() ? layout->totalHeightForWidth(width()) : widget()->sizeHint().height();
}

QSize ValuesArea::sizeHint() const
{
    return {widget()->sizeHint().width(), qMin(contentHeight(), fontMetrics().lineSpacing() * MostLines)};
}

QSize ValuesArea::minimumSizeHint() const
{
    return {PageArea::minimumSizeHint().width(), qMin(contentHeight(), fontMetrics().lineSpacing() * FewestLines)};
}

} // namespace lanyard

#include "moc_valuesarea.cpp"
