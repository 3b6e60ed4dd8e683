#include "core/base/messagequeue.h"

#include <algorithm>
#include <utility>

namespace lanyard {

namespace {

// Hidden by a more serious message; after that it is no longer news.
constexpr qint64 InfoWaitsMs = 60'000;

// Which of two is shown.
std::pair<bool, Message::Level> weightOf(const Message &message)
{
    return {message.isAnswer, message.level};
}

// What offers something waits for whoever needs longer to get there (WCAG 2.2.1).
bool leavesByItself(const Message &message)
{
    return message.level == Message::Level::Info && !message.stays && message.action.text.isEmpty();
}

} // namespace

Scope scopeOf(Topic topic)
{
    if (topic <= Topic::DraftFile)
        return Scope::Edits;
    return topic <= Topic::Keychain ? Scope::Account : Scope::Program;
}

Message Message::about(Topic topic, const Error &error, const Action &action)
{
    Message message;
    message.topic = topic;
    message.level = Level::Error;
    message.text = errorText(error);
    message.action = action;
    message.details = errorDetails(error);
    return message;
}

MessageQueue::MessageQueue(QObject *parent, int infoShownMs) : QObject(parent)
{
    m_leave.setSingleShot(true);
    m_leave.setInterval(infoShownMs);
    connect(&m_leave, &QTimer::timeout, this, [this] { close(m_shown); });
}

void MessageQueue::show(const Message &message)
{
    m_waiting.removeIf([&message](const Waiting &other) { return other.message.topic == message.topic; });
    // An answer that does not leave by itself would hide for ever what becomes of the next thing that is done.
    for (Waiting &other : m_waiting) {
        if (other.message.level != Message::Level::Info && other.message.level <= message.level)
            other.message.isAnswer = false;
    }
    Waiting waiting{message, {}};
    waiting.message.number = ++m_lastNumber;
    waiting.since.start();
    m_waiting.append(waiting);
    update();
}

void MessageQueue::settle(Topic topic)
{
    settle({topic});
}

void MessageQueue::settle(std::initializer_list<Topic> topics)
{
    m_waiting.removeIf([&topics](const Waiting &waiting) {
        return std::find(topics.begin(), topics.end(), waiting.message.topic) != topics.end();
    });
    update();
}

void MessageQueue::takeForRead(Topic topic)
{
    for (Waiting &waiting : m_waiting) {
        if (waiting.message.topic == topic)
            waiting.message.isAnswer = false;
    }
    update();
}

void MessageQueue::endScope(Scope scope)
{
    m_waiting.removeIf([scope](const Waiting &waiting) { return scopeOf(waiting.message.topic) <= scope; });
    update();
}

void MessageQueue::close(quint64 number)
{
    m_waiting.removeIf([number](const Waiting &waiting) { return waiting.message.number == number; });
    update();
}

QList<std::function<void()>> MessageQueue::takeAnswered(const QByteArray &about)
{
    QList<std::function<void()>> again;
    m_waiting.removeIf([&](const Waiting &waiting) {
        const bool isAnswered = !about.isEmpty() && waiting.message.question.about == about;
        if (isAnswered)
            again.append(waiting.message.question.again);
        return isAnswered;
    });
    update();
    return again;
}

void MessageQueue::setSaidElsewhere(const QList<Topic> &topics)
{
    m_elsewhere = topics;
    update();
}

qsizetype MessageQueue::indexOfCurrent() const
{
    qsizetype found = -1;
    for (qsizetype i = 0; i < m_waiting.size(); ++i) {
        if (m_elsewhere.contains(m_waiting.at(i).message.topic))
            continue;
        if (found < 0 || weightOf(m_waiting.at(i).message) >= weightOf(m_waiting.at(found).message))
            found = i;
    }
    return found;
}

const Message *MessageQueue::current() const
{
    const qsizetype index = indexOfCurrent();
    return index < 0 ? nullptr : &m_waiting.at(index).message;
}

void MessageQueue::setHeld(bool held)
{
    if (m_held == held)
        return;
    m_held = held;
    const Message *shown = current();
    if (held)
        m_leave.stop();
    else if (shown && leavesByItself(*shown))
        m_leave.start();
}

void MessageQueue::dropStale()
{
    m_waiting.removeIf([this](const Waiting &waiting) {
        return waiting.message.number != m_shown && leavesByItself(waiting.message) &&
               waiting.since.elapsed() > InfoWaitsMs;
    });
}

void MessageQueue::update()
{
    dropStale();
    const Message *message = current();
    const quint64 number = message ? message->number : 0;
    if (std::exchange(m_shown, number) == number)
        return;
    m_leave.stop();
    if (message && leavesByItself(*message) && !m_held)
        m_leave.start();
    Q_EMIT currentChanged();
}

} // namespace lanyard

#include "moc_messagequeue.cpp"
