#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QWidget>

class QKeyEvent;

namespace lanyard {

/// A key that closed a dialog, a menu, an editor or a page, or opened one, and is still held does nothing more until it
/// is released: its repeats would press whatever has the focus now. In one window, where the focus may move (Tab), a
/// held key goes on.
class HeldKeys : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Press
    {
        quint64 at = 0;
        bool hadFocus = false;
        QPointer<QWidget> focus;
        QPointer<QWidget> window;
        QPointer<QWidget> menu;
    };
    [[nodiscard]] static Press press(quint64 at);
    [[nodiscard]] bool isRepeat(const QKeyEvent &key) const;
    [[nodiscard]] bool isElsewhere(const QKeyEvent &key) const;

    QHash<quint32, Press> m_presses; // the last of each key
    quint32 m_released = 0;
    quint64 m_releasedAt = 0;
};

} // namespace lanyard
