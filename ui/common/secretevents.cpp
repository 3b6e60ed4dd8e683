#include "ui/common/secretevents.h"

#include <QAccessible>
#include <QLineEdit>

#include <memory>

namespace lanyard {

namespace {

QString dots(const QString &text)
{
    return QString(text.size(), u'•');
}

// Null for an event that may be told as it is.
std::unique_ptr<QAccessibleEvent> masked(const QAccessibleEvent &event)
{
    auto *line = qobject_cast<QLineEdit *>(event.object());
    if (!line || line->echoMode() == QLineEdit::Normal)
        return nullptr;
    switch (event.type()) {
    case QAccessible::TextInserted: {
        const auto &inserted = static_cast<const QAccessibleTextInsertEvent &>(event);
        return std::make_unique<QAccessibleTextInsertEvent>(line, inserted.changePosition(),
                                                            dots(inserted.textInserted()));
    }
    case QAccessible::TextRemoved: {
        const auto &removed = static_cast<const QAccessibleTextRemoveEvent &>(event);
        return std::make_unique<QAccessibleTextRemoveEvent>(line, removed.changePosition(),
                                                            dots(removed.textRemoved()));
    }
    case QAccessible::TextUpdated: {
        const auto &updated = static_cast<const QAccessibleTextUpdateEvent &>(event);
        return std::make_unique<QAccessibleTextUpdateEvent>(line, updated.changePosition(), dots(updated.textRemoved()),
                                                            dots(updated.textInserted()));
    }
    default:
        return nullptr;
    }
}

// While it is not installed, Qt passes an event on to the platform: there is no public way to do that.
void tellMasked(QAccessibleEvent *event)
{
    QAccessible::installUpdateHandler(nullptr);
    const auto instead = masked(*event);
    QAccessible::updateAccessibility(instead ? instead.get() : event);
    QAccessible::installUpdateHandler(tellMasked);
}

} // namespace

void maskSecretEvents()
{
    const auto before = QAccessible::installUpdateHandler(tellMasked);
    if (before && before != tellMasked)
        QAccessible::installUpdateHandler(before); // a test listens
}

} // namespace lanyard
