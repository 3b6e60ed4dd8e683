#pragma once

#include <QAccessible>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QWidget>

namespace lanyard {

/// Screen readers that listen on the accessibility bus, but not for announcements, which AT-SPI has had since 2023
/// only: Orca 43, of Debian 12, is one. They read a notification that appears.
class OlderReaders : public QObject
{
    Q_OBJECT

public:
    /// Whoever listens is asked for at the registry of AT-SPI, now and whenever that changes.
    explicit OlderReaders(QObject *parent = nullptr);

    /// @p about: what @p text is about; the notification is in its window.
    void tell(QWidget *about, const QString &text);

private Q_SLOTS:
    void look();

private:
    void sendTo(const QString &reader) const;

    QStringList m_readers; // their names on the bus
    QPointer<QWidget> m_waitingAbout;
    QString m_waiting; // while nobody knows yet who listens
    bool m_isKnown = false;
    QAccessible::Id m_notice = 0; // the last one; it goes with the next, or with Qt's own list of them
};

} // namespace lanyard
