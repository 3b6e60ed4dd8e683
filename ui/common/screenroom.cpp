#include "ui/common/screenroom.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QTimer>
#include <QWindow>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// For frames that are not known yet: a window has none before it is shown.
constexpr int FrameWidth = 8;   // pixels: the desktop's, in its own text
constexpr int TitleHeight = 40; // pixels: the same
// A window manager handles a request to open, resize or move a window asynchronously.
constexpr int LookMs = 50;
constexpr int QuietMs = 1000;
constexpr int OpeningMs = 500;
// And a busy one adds its frame to a window only this much later, without any notification. Some never do.
constexpr int FramelessMs = 10'000;

int within(int wanted, int low, int high)
{
    return qMax(low, qMin(wanted, high)); // something too large is aligned with the start
}

// From the platform window: QWidget caches what it was told at the last move. While the window manager is still adding
// its frame to the window, Qt sees a frame without a size or an outdated one, and is notified of the right one later.
QMargins frameAround(const QWidget &window)
{
    const QMargins frame = window.windowHandle() ? window.windowHandle()->frameMargins() : QMargins();
    const int largest = 3 * window.fontMetrics().lineSpacing() + TitleHeight;
    const auto isFrame = [largest](int side) { return side >= 0 && side <= largest; };
    const int sides[] = {frame.left(), frame.top(), frame.right(), frame.bottom()};
    return std::all_of(std::begin(sides), std::end(sides), isFrame) ? frame : QMargins();
}

// Where the window manager has put it: QWidget may still believe in the position that it asked for.
QRect insideOf(const QWidget &window)
{
    return window.windowHandle() && window.isVisible() ? window.windowHandle()->geometry() : window.geometry();
}

void moveFrame(QWidget &window, const QPoint &position, const QMargins &around)
{
    if (window.windowHandle())
        window.windowHandle()->setPosition(position + QPoint(around.left(), around.top()));
    else
        window.move(position);
}

// So that it stays on the screen, if there is room.
QPoint positionOnScreen(const QWidget &window, const QRect &frame)
{
    const QRect room = window.screen()->availableGeometry();
    return {within(frame.x(), room.x(), room.right() + 1 - frame.width()),
            within(frame.y(), room.y(), room.bottom() + 1 - frame.height())};
}

// Over the middle of the window that it belongs to.
void bringOver(QWidget &window)
{
    const QWidget *owner = window.parentWidget() ? window.parentWidget()->window() : nullptr;
    // Under Wayland the compositor alone knows where a window is.
    if (!owner || !owner->isVisible() || QGuiApplication::platformName().startsWith("wayland"_L1))
        return;
    const QMargins around = frameAround(window);
    QRect frame = insideOf(window).marginsAdded(around);
    const QPoint before = frame.topLeft();
    frame.moveCenter(insideOf(*owner).center());
    if (const QPoint position = positionOnScreen(window, frame); position != before)
        moveFrame(window, position, around);
}

// Watches a window until its position, size and frame have been stable for a while.
class Settling : public QObject
{
public:
    explicit Settling(QWidget *window) : QObject(window), m_window(*window)
    {
        setObjectName(name());
        m_look.callOnTimeout(this, &Settling::look);
    }

    static QString name() { return u"settling"_s; }

    // Where it opens, the window manager may have put it elsewhere, and its layout may still make it larger.
    void open()
    {
        m_opened.start();
        begin();
    }

    void begin()
    {
        m_quiet.start();
        m_look.start(LookMs);
        QMetaObject::invokeMethod(this, &Settling::look, Qt::QueuedConnection); // after it is placed and sized
    }

private:
    void look()
    {
        if (!m_window.isVisible())
            return m_look.stop();
        if (m_opened.isValid() && m_opened.elapsed() < OpeningMs)
            bringOver(m_window);
        bringOntoScreen(m_window);
        const QMargins frame = frameAround(m_window);
        const QRect now = insideOf(m_window).marginsAdded(frame);
        if (std::exchange(m_before, now) != now)
            m_quiet.start();
        if (m_quiet.elapsed() >= (frame.isNull() ? FramelessMs : QuietMs))
            m_look.stop();
    }

    QWidget &m_window;
    QTimer m_look;
    QElapsedTimer m_opened;
    QElapsedTimer m_quiet;
    QRect m_before;
};

} // namespace

QSize roomOnScreen(const QWidget &window)
{
    return window.screen()->availableGeometry().size() - QSize(2 * FrameWidth, TitleHeight + FrameWidth);
}

void bringOntoScreen(QWidget &window)
{
    const QRect room = window.screen()->availableGeometry();
    const QMargins around = frameAround(window);
    if (const QSize size = window.size().boundedTo(room.marginsRemoved(around).size()); size != window.size())
        window.resize(size);
    const QRect frame = insideOf(window).marginsAdded(around);
    if (const QPoint position = positionOnScreen(window, frame); position != frame.topLeft())
        moveFrame(window, position, around);
}

bool ScreenKeeper::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show) {
        if (auto *dialog = qobject_cast<QDialog *>(watched); dialog && dialog->isWindow()) {
            auto *settling =
                static_cast<Settling *>(dialog->findChild<QObject *>(Settling::name(), Qt::FindDirectChildrenOnly));
            settling = settling ? settling : new Settling(dialog);
            event->type() == QEvent::Show ? settling->open() : settling->begin();
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace lanyard

#include "moc_screenroom.cpp"
