// What is told of texts: no secret, and no more than what is new.
#include "ui/common/toldtexts.h"

#include "core/base/typedtext.h"
#include "ui/common/hiddentyping.h"
#include "ui/common/readtext.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVariant>

#include <utility>

namespace lanyard {

namespace {

const QObject *silenced = nullptr;

QString dots(const QString &text)
{
    return QString(text.size(), u'•');
}

std::unique_ptr<QAccessibleEvent> masked(QObject *field, const QAccessibleEvent &event)
{
    switch (event.type()) {
    case QAccessible::TextInserted: {
        const auto &inserted = static_cast<const QAccessibleTextInsertEvent &>(event);
        return std::make_unique<QAccessibleTextInsertEvent>(field, inserted.changePosition(),
                                                            dots(inserted.textInserted()));
    }
    case QAccessible::TextRemoved: {
        const auto &removed = static_cast<const QAccessibleTextRemoveEvent &>(event);
        return std::make_unique<QAccessibleTextRemoveEvent>(field, removed.changePosition(),
                                                            dots(removed.textRemoved()));
    }
    case QAccessible::TextUpdated: {
        const auto &updated = static_cast<const QAccessibleTextUpdateEvent &>(event);
        return std::make_unique<QAccessibleTextUpdateEvent>(field, updated.changePosition(),
                                                            dots(updated.textRemoved()), dots(updated.textInserted()));
    }
    default:
        return nullptr;
    }
}

// A screen reader would read out all of the line.
std::unique_ptr<QAccessibleEvent> narrowed(QLineEdit *line, const QAccessibleEvent &event)
{
    if (event.type() != QAccessible::TextUpdated)
        return nullptr;
    const auto &update = static_cast<const QAccessibleTextUpdateEvent &>(event);
    const QString before = update.textRemoved();
    const QString now = update.textInserted();
    const auto [from, to] = changedPart(now, before);
    const int position = update.changePosition() + static_cast<int>(from);
    const QString removed = before.sliced(from, before.size() - from - (now.size() - to));
    const QString inserted = now.sliced(from, to - from);
    std::unique_ptr<QAccessibleTextCursorEvent> told;
    if (removed.isEmpty())
        told = std::make_unique<QAccessibleTextInsertEvent>(line, position, inserted);
    else if (inserted.isEmpty())
        told = std::make_unique<QAccessibleTextRemoveEvent>(line, position, removed);
    else
        told = std::make_unique<QAccessibleTextUpdateEvent>(line, position, removed, inserted);
    told->setCursorPosition(update.cursorPosition());
    return told;
}

// Whether @p event brings what is hidden, a moment later, in a field whose text is its @p property: it may be in that
// or not yet. A text is copied only if some may be hidden.
bool bringsHidden(const QWidget &field, const char *property, const QAccessibleEvent &event)
{
    const bool isUpdate = event.type() == QAccessible::TextUpdated;
    if ((!isUpdate && event.type() != QAccessible::TextInserted) || !isAnyTypingHidden(field))
        return false;
    const QString text = field.property(property).toString();
    const auto isHidden = [&field](const QString &whole) { return isTypingHidden(field, whole); };
    if (isUpdate)
        return isHidden(static_cast<const QAccessibleTextUpdateEvent &>(event).textInserted()) || isHidden(text);
    const auto &inserted = static_cast<const QAccessibleTextInsertEvent &>(event);
    return isHidden(text) || isHidden(QString(text).insert(inserted.changePosition(), inserted.textInserted()));
}

} // namespace

std::unique_ptr<QAccessibleEvent> correctedText(const QAccessibleEvent &event)
{
    auto *area = qobject_cast<QPlainTextEdit *>(event.object());
    if (area && (isMasked(*area) || bringsHidden(*area, "plainText", event)))
        return masked(area, event);
    auto *line = qobject_cast<QLineEdit *>(event.object());
    if (!line)
        return nullptr;
    if (line->echoMode() != QLineEdit::Normal || bringsHidden(*line, "text", event))
        return masked(line, event);
    auto narrow = narrowed(line, event);
    // What is typed beside a mask may be the rest of the secret.
    auto hidden = isMasked(*line) ? masked(line, narrow ? *narrow : event) : nullptr;
    return hidden ? std::move(hidden) : std::move(narrow);
}

TextSilence::TextSilence(const QWidget &field) : m_before(std::exchange(silenced, &field)) {}

TextSilence::~TextSilence()
{
    silenced = m_before;
}

bool isSilenced(const QAccessibleEvent &event)
{
    switch (event.type()) {
    case QAccessible::TextInserted:
    case QAccessible::TextRemoved:
    case QAccessible::TextUpdated:
    case QAccessible::TextCaretMoved:
    case QAccessible::TextSelectionChanged:
        return silenced && event.object() == silenced;
    default:
        return false;
    }
}

} // namespace lanyard
