#pragma once

#include <QString>

class QWidget;

namespace lanyard {

/// Opens a dialog with @p details, to be read and copied, over the window of @p parent.
void showMessageDetails(const QString &details, QWidget *parent);

} // namespace lanyard
