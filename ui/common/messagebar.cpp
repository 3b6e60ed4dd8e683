#include "ui/common/messagebar.h"

#include "ui/common/announce.h"
#include "ui/common/flowlayout.h"
#include "ui/common/messagedetails.h"
#include "ui/common/messagetext.h"
#include "ui/look/characterwidth.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStyleHints>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int NarrowBar = 80; // characters

} // namespace

MessageBar::MessageBar(MessageQueue &messages, QWidget *parent)
    : QFrame(parent), m_messages(&messages), m_icon(new TonedLabel), m_text(new PlainLabel),
      m_area(new MessageText(m_text)), m_grid(new QGridLayout(this)), m_buttons(new QWidget), m_action(new QPushButton),
      m_detailsButton(new QPushButton(tr("Show details"))), m_close(new QToolButton)
{
    arrange();
    // A press by keyboard or screen reader takes effect a moment later: it belongs to the message that was shown when
    // it was pressed.
    for (QAbstractButton *button :
         {static_cast<QAbstractButton *>(m_action), static_cast<QAbstractButton *>(m_close)}) {
        connect(button, &QAbstractButton::pressed, this, [this] { m_pressed = m_message; });
        connect(button, &QAbstractButton::released, this, &MessageBar::refresh, Qt::QueuedConnection);
    }
    connect(m_action, &QPushButton::clicked, this, &MessageBar::runAction);
    connect(m_detailsButton, &QPushButton::clicked, this,
            [this] { showMessageDetails(shown(m_message.details), this); });
    connect(m_close, &QToolButton::clicked, this, [this] { m_messages->close(m_pressed.number); });
    connect(m_messages, &MessageQueue::currentChanged, this, &MessageBar::refresh);
    connect(qApp, &QApplication::focusChanged, this, &MessageBar::hold);
    m_quiet.setSingleShot(true);
    connect(&m_quiet, &QTimer::timeout, this, [this] { setClickable(true); });
    hide();
}

// In the destructor: the focus moves once more while the base class destroys the buttons.
MessageBar::~MessageBar()
{
    qApp->disconnect(this);
}

void MessageBar::arrange()
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setText(tr("Close message"));
    m_close->setToolTip(m_close->text());
    m_close->setIcon(icon("close"_L1));
    m_close->setIconSize(QSize(iconSide(), iconSide()));
    m_close->setMinimumSize(targetSide(), targetSide());
    m_close->setAutoRaise(true);
    auto *buttons = new FlowLayout(m_buttons);
    buttons->addWidget(m_detailsButton);
    buttons->addWidget(m_action);
    setSpaces(*m_grid, Space::Medium);
    m_grid->setContentsMargins(space(Space::Medium), space(Space::Small), space(Space::Medium), space(Space::Small));
    m_grid->setColumnMinimumWidth(0, iconSide()); // in a narrow window the buttons begin where the text does
    m_grid->setColumnStretch(1, 1);
    // The mark is beside the first line, also where a button is higher than the text.
    auto *marked = new QWidget;
    auto *line = new QHBoxLayout(marked);
    setSpaces(*line, Space::Medium);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_area, 1);
    m_grid->addWidget(marked, 0, 0, 1, 2, Qt::AlignVCenter);
    m_grid->addWidget(m_buttons, 0, 2);
    m_grid->addWidget(m_close, 0, 3);
}

// In a narrow window the text takes the full width, and the buttons are below it.
void MessageBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const bool isNarrow = width() < characterWidth(fontMetrics()) * NarrowBar;
    if (std::exchange(m_isNarrow, isNarrow) == isNarrow)
        return;
    m_grid->removeWidget(m_buttons);
    if (isNarrow)
        m_grid->addWidget(m_buttons, 1, 1, 1, 3);
    else
        m_grid->addWidget(m_buttons, 0, 2);
}

void MessageBar::refresh()
{
    const Message *message = m_messages->current();
    // A message does not change while one of its buttons is held down.
    if (m_action->isDown() || m_close->isDown() || (message && message->number == m_message.number))
        return;
    leaveButtons();
    m_message = message ? *message : Message();
    m_text->setText(shown(m_message.text));
    m_area->updateGeometry();
    m_action->setText(m_message.action.text);
    m_action->setVisible(!m_message.action.text.isEmpty());
    m_detailsButton->setVisible(!m_message.details.isEmpty());
    m_buttons->setVisible(!m_action->isHidden() || !m_detailsButton->isHidden());
    setFocusProxy(mainButton()); // where F6 leads, whichever button of another message had the focus
    setVisible(message != nullptr);
    if (!message)
        return;
    ignoreClicksForNow();
    applyColours();
    announceNew();
}

// Hidden for a moment, without what stands for it: whoever pressed a button of the message that goes is led back to
// where they were, and not to the button of one that they have not read.
void MessageBar::leaveButtons()
{
    if (!isAncestorOf(QApplication::focusWidget()))
        return;
    setFocusProxy(nullptr);
    hide();
}

// The second click of a double click is for the message before, or for what was in its place.
void MessageBar::ignoreClicksForNow()
{
    setClickable(false);
    m_quiet.start(QGuiApplication::styleHints()->mouseDoubleClickInterval() * 3 / 2);
}

void MessageBar::setClickable(bool isClickable)
{
    m_buttons->setAttribute(Qt::WA_TransparentForMouseEvents, !isClickable);
    m_close->setAttribute(Qt::WA_TransparentForMouseEvents, !isClickable);
}

QWidget *MessageBar::mainButton() const
{
    if (!m_action->isHidden())
        return m_action;
    return m_detailsButton->isHidden() ? static_cast<QWidget *>(m_close) : m_detailsButton;
}

void MessageBar::refilter()
{
    m_text->setText(shown(m_message.text));
    m_area->updateGeometry();
}

// Not again when it returns after a more serious one. Of an account that is not shown, once it is.
void MessageBar::announceNew()
{
    if (!isVisible() || m_message.number <= m_announced)
        return;
    announce(m_text, m_message.level == Message::Level::Info ? Politeness::Polite : Politeness::Assertive);
    m_announced = m_message.number;
}

void MessageBar::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    ignoreClicksForNow();
    hold();
    announceNew();
}

void MessageBar::runAction()
{
    const Message pressed = std::exchange(m_pressed, {});
    m_messages->close(pressed.number);
    if (pressed.action.run)
        pressed.action.run();
}

// Also called when the focused widget is being destroyed with the window, the messages before it.
void MessageBar::hold()
{
    if (m_messages)
        m_messages->setHeld(isVisible() && (isPointedAt() || isAncestorOf(QApplication::focusWidget())));
}

void MessageBar::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    hold();
}

void MessageBar::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    hold();
}

void MessageBar::fitWindow()
{
    m_area->updateGeometry();
}

QString MessageBar::text() const
{
    return m_text->text();
}

} // namespace lanyard

#include "moc_messagebar.cpp"
