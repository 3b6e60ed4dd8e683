#pragma once

#include <QObject>
#include <QStringList>

class QAccessibleInterface;
class QDBusMessage;

namespace lanyard::testing {

// What is announced, as a screen reader hears it: on the bus of its own that tests/support/session.sh provides.
class Ear : public QObject
{
    Q_OBJECT

public:
    // Starts as a screen reader does. False without that bus.
    [[nodiscard]] bool listen();

    [[nodiscard]] QStringList heard() const { return m_heard; }
    // How many announcements contain @p words.
    [[nodiscard]] qsizetype times(const QString &words) const { return m_heard.filter(words).size(); }
    // Changes of states, as "expanded 1".
    [[nodiscard]] qsizetype changes(const QString &change) const { return m_changes.count(change); }
    // A number of AT-SPI.
    [[nodiscard]] static uint roleOf(QAccessibleInterface &access);
    static constexpr uint MenuRole = 33;
    void forget()
    {
        m_heard.clear();
        m_changes.clear();
    }

private Q_SLOTS:
    void note(const QDBusMessage &signal);
    void noteChange(const QDBusMessage &signal);

private:
    QStringList m_heard;
    QStringList m_changes;
};

} // namespace lanyard::testing
