#pragma once

#include <QObject>
#include <QSize>

class QWidget;

namespace lanyard {

/// The maximum size of the inside of @p window on its screen, excluding panels and its own frame.
[[nodiscard]] QSize roomOnScreen(const QWidget &window);

/// Moves @p window onto its screen if part of it, or of its frame, is off-screen; shrinks it if necessary.
void bringOntoScreen(QWidget &window);

/// Opens dialogs over the middle of their window, and keeps them on the screen when they grow.
class ScreenKeeper : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace lanyard
