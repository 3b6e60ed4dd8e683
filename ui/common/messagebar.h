#pragma once

#include "ui/common/messages.h"

#include <QFrame>
#include <QPointer>

class QGridLayout;
class QPushButton;
class QToolButton;

namespace lanyard {

class MessageText;
class PlainLabel;
class TonedLabel;

/// The current message above the page, with its action and a button that closes it.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    /// @p messages must outlive it, but for the destruction of the window that both belong to.
    explicit MessageBar(Messages &messages, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    /// The window has another height: the text takes at most a part of it.
    void fitWindow();

protected:
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void refresh();
    void applyColours();
    void showDetails();
    void runAction();
    void hold();

    QPointer<Messages> m_messages; // gone before this when their window goes
    Message m_message;             // the one that is shown
    Message m_pressed;             // whose action was pressed
    quint64 m_announced = 0;       // the newest one that was
    QColor m_background;
    TonedLabel *m_icon;
    PlainLabel *m_text;
    MessageText *m_area;
    QGridLayout *m_grid;
    QWidget *m_buttons;
    bool m_isNarrow = false;
    QPushButton *m_action;
    QPushButton *m_detailsButton;
    QToolButton *m_close;
};

} // namespace lanyard
