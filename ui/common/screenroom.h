#pragma once

#include <QObject>
#include <QSize>

class QWidget;

namespace lanyard {

/// How large the inside of @p window may be on its screen, beside panels and its own frame.
[[nodiscard]] QSize roomOnScreen(const QWidget &window);

/// Moves @p window onto its screen when a part of it, or of its frame, is beside it, smaller if it has to be.
void bringOntoScreen(QWidget &window);

/// Keeps dialogs on the screen when they open or grow.
class ScreenKeeper : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace lanyard
