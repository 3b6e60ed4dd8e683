// What the window makes of keys that nothing in it has used, of a new size, and of being closed.
#include "ui/look/characterwidth.h"
#include "ui/mainwindow.h"
#include "ui/sidebar.h"
#include "ui/statusline.h"

#include <QCloseEvent>
#include <QKeyEvent>

namespace lanyard {

void MainWindow::closeForGood()
{
    m_closing = true;
    close();
}

// Keys that the focused widget does not use arrive here.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel) && m_status->offersCancel())
        Q_EMIT cancelReloadRequested();
    else
        QMainWindow::keyPressEvent(event);
}

// In characters, so that large text on a wide screen counts as narrow too.
void MainWindow::resizeEvent(QResizeEvent *event)
{
    constexpr int narrowInCharacters = 110;
    m_sidebar->setCompact(width() < characterWidth(fontMetrics()) * narrowInCharacters);
    QMainWindow::resizeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(m_closing);
    if (!m_closing)
        // After this event: Qt ignores a close() inside the close() that led here.
        QMetaObject::invokeMethod(this, &MainWindow::closeRequested, Qt::QueuedConnection);
}

} // namespace lanyard
