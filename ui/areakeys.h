#pragma once

#include <QObject>
#include <QWidgetList>

#include <functional>

namespace lanyard {

/// F6 and Shift+F6 lead from one area of a window to the next one, or to the one before, that has a control to be used:
/// to where the focus was there.
class AreaKeys : public QObject
{
    Q_OBJECT

public:
    /// @p areas are those of the window in their order; one may be in a later one. Owned by @p window.
    AreaKeys(QWidget &window, std::function<QWidgetList()> areas);

private:
    void step(int by);

    QWidget &m_window;
    std::function<QWidgetList()> m_areas;
};

} // namespace lanyard
