#pragma once

#include "tests/support/sanitized.h"

#include <QObject>
#include <QStringList>

#include <utility>

class QAccessibleInterface;
class QDBusMessage;

// Qt 6.4 leaks its copies of the keys that it sends over the bus, once somebody is registered for texts or the focus.
#ifdef LANYARD_SANITIZED
#define SKIP_IF_SANITIZED() QSKIP("Qt leaks its copies of keys")
#else
#define SKIP_IF_SANITIZED()
#endif

namespace lanyard::testing {

// What is announced, as a screen reader hears it: on the bus of its own that tests/support/session.sh provides.
class Ear : public QObject
{
    Q_OBJECT

public:
    Ear() = default;
    ~Ear() override;
    Q_DISABLE_COPY_MOVE(Ear)

    // Starts as a screen reader does. False without that bus.
    [[nodiscard]] bool listen();
    // From here on, keys take effect a little later.
    [[nodiscard]] bool listenToTexts();
    [[nodiscard]] bool listenToFocus();
    [[nodiscard]] bool listenToNames();
    [[nodiscard]] bool listenToWindows();
    // To where the caret is in a text, and to what is selected there.
    [[nodiscard]] bool listenToCarets();
    // As a screen reader that knows no announcements.
    [[nodiscard]] bool listenToNotices();

    [[nodiscard]] QStringList heard() const { return m_heard; }
    // How many announcements contain @p words.
    [[nodiscard]] qsizetype times(const QString &words) const { return m_heard.filter(words).size(); }
    // Changes of states, as "expanded 1".
    [[nodiscard]] qsizetype changes(const QString &change) const { return m_changes.count(change); }
    // Changes of texts, as "insert 3 x" and "delete 3 x".
    [[nodiscard]] QStringList textChanges() const { return m_texts; }
    // A number of AT-SPI.
    [[nodiscard]] static uint roleOf(QAccessibleInterface &access);
    [[nodiscard]] static bool isSaidToBeCheckable(QAccessibleInterface &access);
    // What it has to do with others: numbers of AT-SPI.
    [[nodiscard]] static QList<uint> relationsOf(QAccessibleInterface &access);
    // From where to where the text at @p offset looks alike.
    [[nodiscard]] static std::pair<int, int> runAt(QAccessibleInterface &access, int offset);
    static constexpr uint DescriptionFor = 19;
    static constexpr uint CheckMenuItemRole = 8;
    static constexpr uint MenuRole = 33;
    static constexpr uint RadioMenuItemRole = 45;
    // The names of what was said to have a new one.
    [[nodiscard]] QStringList names() const { return m_names; }
    // How many windows were said to be active.
    [[nodiscard]] int windows() const { return m_windows; }
    // The names of what was said to have got the focus.
    [[nodiscard]] QStringList focused() const { return m_focused; }
    // The texts of the notices, each after the role of what it is in.
    [[nodiscard]] QStringList notices() const;
    // In their order: what was announced, the names of what got the focus, each after a "> ", and of where the caret
    // or the selection was said to be, each after a "^ ".
    [[nodiscard]] QStringList told() const { return m_told; }
    void forget()
    {
        m_focused.clear();
        m_told.clear();
        m_heard.clear();
        m_changes.clear();
        m_texts.clear();
        m_names.clear();
        m_windows = 0;
        m_notices.clear();
    }

private Q_SLOTS:
    void note(const QDBusMessage &signal);
    void noteChange(const QDBusMessage &signal);
    void noteText(const QDBusMessage &signal);
    void noteName(const QDBusMessage &signal);
    void noteWindow(const QDBusMessage &) { ++m_windows; }
    void noteCaret(const QDBusMessage &signal);

private:
    [[nodiscard]] bool hears(const QString &kind, const QString &event, const char *slot);
    [[nodiscard]] bool registerFor(const QString &event);
    static bool callRegistry(const QString &method, const QString &event);

    QStringList m_heard;
    QStringList m_changes;
    QStringList m_texts;
    QStringList m_names;
    int m_windows = 0;
    QStringList m_focused;
    QStringList m_told;
    QStringList m_registered;
    QList<uint> m_notices; // their numbers
};

} // namespace lanyard::testing
