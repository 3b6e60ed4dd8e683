#pragma once

#include "core/base/messagequeue.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

#include <functional>

class QGridLayout;
class QPushButton;
class QToolButton;

namespace lanyard {

class MessageText;
class PlainLabel;
class TonedLabel;

/// The current message above the page, with its action and a close button. One that has just come takes no click yet,
/// only keys, and never has the focus by itself.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    /// @p messages must outlive it, except during the destruction of the window that owns both.
    explicit MessageBar(MessageQueue &messages, QWidget *parent = nullptr);
    ~MessageBar() override;

    [[nodiscard]] QString text() const;
    /// Texts of messages are shown as @p shown makes them, whoever wrote them.
    void setFilter(std::function<QString(const QString &)> shown) { m_shown = std::move(shown); }
    /// What that makes of them may have changed.
    void refilter();
    /// While the user points at what is below, information stays: a page that has been scrolled to its header moves
    /// when it leaves.
    void setPointedBelow(bool isPointed)
    {
        m_isPointedBelow = isPointed;
        hold();
    }
    /// The window's height has changed: the text takes at most a part of it.
    void fitWindow();

protected:
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void arrange();
    void refresh();
    void leaveButtons();
    void ignoreClicksForNow();
    void setClickable(bool isClickable);
    [[nodiscard]] QString shown(const QString &text) const { return m_shown ? m_shown(text) : text; }
    [[nodiscard]] QWidget *mainButton() const;
    void announceNew();
    void applyColours();
    void runAction();
    [[nodiscard]] bool isPointedAt() const { return m_isPointedBelow || underMouse(); }
    void hold();

    std::function<QString(const QString &)> m_shown;
    QPointer<MessageQueue> m_messages; // destroyed before this when their window is
    Message m_message;                 // the one being shown
    Message m_pressed;                 // the one whose action was pressed
    quint64 m_announced = 0;           // the newest announced one
    QColor m_background;
    TonedLabel *m_icon;
    PlainLabel *m_text;
    MessageText *m_area;
    QGridLayout *m_grid;
    QWidget *m_buttons;
    bool m_isNarrow = false;
    bool m_isPointedBelow = false;
    QPushButton *m_action;
    QPushButton *m_detailsButton;
    QToolButton *m_close;
    QTimer m_quiet; // while it runs, the message has just come
};

} // namespace lanyard
