#pragma once

#include <QImage>
#include <QList>
#include <QString>

class QWidget;

namespace lanyard::testing {

// Of a control: how well its edge stands out from what is around it, as it is painted. A surface that stands out by
// itself is an edge, too.
struct Edge
{
    QString what;
    double contrast = 1;
};

// Of each field, choice, box to tick and button in @p window that is whole in sight. @p picture is of the window.
[[nodiscard]] QList<Edge> edgesIn(const QWidget &window, const QImage &picture);

} // namespace lanyard::testing
