#include "app/activation.h"

#include <QApplication>
#include <QWidget>

namespace lanyard {

void bringToFront(QWidget &window, const QString &token)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    // Qt takes it from the environment only. It serves once, and is nothing for the programs that are started from
    // here.
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    QWidget *modal = QApplication::activeModalWidget();
    (modal ? modal : &window)->activateWindow();
    qunsetenv("XDG_ACTIVATION_TOKEN");
}

} // namespace lanyard
