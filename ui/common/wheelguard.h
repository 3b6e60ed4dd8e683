#pragma once

#include <QObject>

namespace lanyard {

/// Keeps the mouse wheel from changing a value or a tab: over a combo box, a spin box, a slider or a tab bar it scrolls
/// the surrounding area, as it does anywhere else on the page. A user who scrolls past a field does not mean to change
/// it.
///
/// Installed once for the whole program, so that no page or dialog can be forgotten.
class WheelGuard : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace lanyard
