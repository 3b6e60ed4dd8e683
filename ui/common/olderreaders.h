#pragma once

#include <QAccessible>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <utility>

namespace lanyard {

/// Screen readers that listen on the accessibility bus, but not for announcements, which AT-SPI has had since 2023
/// only: Orca 43, of Debian 12, is one. They read a notification that appears.
class OlderReaders : public QObject
{
    Q_OBJECT

public:
    /// Whoever listens is asked for at the registry of AT-SPI, now and whenever that changes.
    explicit OlderReaders(QObject *parent = nullptr);

    /// @p about: what @p text is about; the notification is valid as long as that is there.
    void tell(QWidget *about, const QString &text);

private Q_SLOTS:
    void look();

private:
    void sendTo(const QString &reader, QAccessible::Id notice) const;

    QStringList m_readers;                                  // their names on the bus
    QList<std::pair<QPointer<QWidget>, QString>> m_waiting; // what is told while nobody knows yet who listens
    bool m_isKnown = false;
    QList<QAccessible::Id> m_notices; // the last ones, for a reader asks later; or they go with Qt's own list of them
};

} // namespace lanyard
