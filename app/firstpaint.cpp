#include "app/firstpaint.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <utility>

namespace lanyard {

namespace {

class FirstPaint : public QObject
{
public:
    FirstPaint(QWidget &window, const std::function<void()> &then, int latestMs) : QObject(&window), m_then(then)
    {
        window.installEventFilter(this);
        QTimer::singleShot(latestMs, this, &FirstPaint::goOn);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_isPainted) {
            m_isPainted = true;
            QTimer::singleShot(0, this, &FirstPaint::goOn); // what is in the window is painted after it
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void goOn()
    {
        deleteLater();
        if (const auto then = std::exchange(m_then, nullptr))
            then();
    }

    std::function<void()> m_then;
    bool m_isPainted = false;
};

} // namespace

void afterFirstPaint(QWidget &window, const std::function<void()> &then, int latestMs)
{
    new FirstPaint(window, then, latestMs);
}

} // namespace lanyard
