#include "ui/common/messagebar.h"

#include "ui/common/announce.h"
#include "ui/common/icons.h"
#include "ui/common/plainlabel.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

Tone toneOf(MessageBar::Level level)
{
    switch (level) {
    case MessageBar::Level::Error:
        return Tone::Bad;
    case MessageBar::Level::Warning:
        return Tone::Warning;
    default:
        return Tone::Quiet;
    }
}

QLatin1StringView iconOf(MessageBar::Level level)
{
    switch (level) {
    case MessageBar::Level::Error:
        return "error"_L1;
    case MessageBar::Level::Warning:
        return "warning"_L1;
    default:
        return "info"_L1;
    }
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_icon(new PlainLabel), m_text(new PlainLabel), m_action(new QPushButton),
      m_detailsButton(new QPushButton(tr("Show details"))), m_close(new QToolButton)
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setText(tr("Close message"));
    m_close->setToolTip(m_close->text());
    m_close->setIcon(icon("close"_L1));
    m_close->setAutoRaise(true);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_detailsButton);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::runAction);
    connect(m_detailsButton, &QPushButton::clicked, this, &MessageBar::showDetails);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    hide();
}

void MessageBar::showMessage(Level level, const QString &text, const Action &action)
{
    m_level = level;
    m_details.clear();
    m_text->setText(text);
    m_run = action.run;
    m_action->setText(action.text);
    m_action->setVisible(!action.text.isEmpty());
    m_detailsButton->hide();
    applyColours();
    show();
    announce(m_text);
}

void MessageBar::showError(const Error &error, const Action &action)
{
    showMessage(Level::Error, errorText(error), action);
    m_details = errorDetails(error);
    m_detailsButton->show();
}

void MessageBar::clear()
{
    hide();
    m_text->clear();
    m_details.clear();
    m_run = nullptr;
}

void MessageBar::runAction()
{
    const auto run = m_run;
    clear();
    if (run)
        run();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        applyColours();
}

void MessageBar::applyColours()
{
    const QPalette base = QPalette();
    const QColor tone = toneColour(toneOf(m_level), base);
    const QColor window = base.color(QPalette::Window);
    QPalette tinted = base;
    // A breath of the state's colour over the window's own.
    constexpr float share = 0.12F;
    tinted.setColor(QPalette::Window, QColor::fromRgbF(window.redF() * (1 - share) + tone.redF() * share,
                                                       window.greenF() * (1 - share) + tone.greenF() * share,
                                                       window.blueF() * (1 - share) + tone.blueF() * share));
    setPalette(tinted);
    m_icon->setPixmap(icon(iconOf(m_level), tone).pixmap(16));
}

void MessageBar::showDetails()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Details"));
    auto *text = new QPlainTextEdit(m_details);
    text->setReadOnly(true);
    text->setAccessibleName(tr("Details"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(text);
    layout->addWidget(buttons);
    dialog->resize(480, 240);
    dialog->open();
}

} // namespace lanyard

#include "moc_messagebar.cpp"
