#include "ui/apikeys/valuesarea.h"

namespace lanyard {

namespace {

constexpr int UsualLines = 8;
constexpr int FewestLines = 4;
constexpr int MostLines = 12; // a name in two, its status, and the values in one column

} // namespace

int ValuesArea::mostHeight() const
{
    return fontMetrics().lineSpacing() * MostLines;
}

QSize ValuesArea::sizeHint() const
{
    return {widget()->sizeHint().width(), fontMetrics().lineSpacing() * UsualLines};
}

QSize ValuesArea::minimumSizeHint() const
{
    return {PageArea::minimumSizeHint().width(), fontMetrics().lineSpacing() * FewestLines};
}

} // namespace lanyard

#include "moc_valuesarea.cpp"
