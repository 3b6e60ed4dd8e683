#include "ui/common/typingpause.h"

#include <QApplication>
#include <QWidget>

#include <utility>

namespace lanyard {

namespace {

// Longer than the time between two key presses, shorter than a user would notice.
constexpr int PauseMs = 1500;

} // namespace

TypingPause::TypingPause(QWidget *field, std::function<void()> over) : m_over(std::move(over))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(PauseMs);
    connect(&m_timer, &QTimer::timeout, this, &TypingPause::end);
    connect(qApp, &QApplication::focusChanged, this, [this, field](const QWidget *old, const QWidget *now) {
        const auto isWithin = [field](const QWidget *widget) { return widget == field || field->isAncestorOf(widget); };
        if (isAwaited() && isWithin(old) && !isWithin(now))
            end();
    });
}

void TypingPause::end()
{
    m_timer.stop();
    m_over();
}

} // namespace lanyard

#include "moc_typingpause.cpp"
