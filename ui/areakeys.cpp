#include "ui/areakeys.h"

#include <QShortcut>
#include <QWidget>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace lanyard {

namespace {

qsizetype areaAround(const QWidgetList &areas, const QWidget *control)
{
    const auto found = std::find_if(areas.begin(), areas.end(),
                                    [control](const QWidget *area) { return area->isAncestorOf(control); });
    return found == areas.end() ? -1 : found - areas.begin();
}

QWidget *placeIn(const QWidgetList &areas, qsizetype index)
{
    const QWidget *area = areas.at(index);
    const auto isPlace = [&](const QWidget *control) {
        return control && control->isVisible() && control->isEnabled() && (control->focusPolicy() & Qt::TabFocus) &&
               areaAround(areas, control) == index;
    };
    for (QWidget *place : {area->focusProxy(), area->focusWidget()}) {
        if (isPlace(place))
            return place;
    }
    for (QWidget *next = area->nextInFocusChain(); next != area; next = next->nextInFocusChain()) {
        if (isPlace(next))
            return next;
    }
    return nullptr;
}

} // namespace

AreaKeys::AreaKeys(QWidget &window, std::function<QWidgetList()> areas)
    : QObject(&window), m_window(window), m_areas(std::move(areas))
{
    connect(new QShortcut(Qt::Key_F6, &window), &QShortcut::activated, this, [this] { step(1); });
    connect(new QShortcut(Qt::SHIFT | Qt::Key_F6, &window), &QShortcut::activated, this, [this] { step(-1); });
}

void AreaKeys::step(int by)
{
    const QWidgetList areas = m_areas();
    const qsizetype from = areaAround(areas, m_window.focusWidget());
    qsizetype index = from < 0 && by < 0 ? 0 : from;
    for (qsizetype tried = 0; tried < areas.size(); ++tried) {
        index = (index + by + areas.size()) % areas.size();
        if (QWidget *place = placeIn(areas, index))
            return place->setFocus(Qt::TabFocusReason);
    }
}

} // namespace lanyard

#include "moc_areakeys.cpp"
