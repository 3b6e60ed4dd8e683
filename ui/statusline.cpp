#include "ui/statusline.h"

#include "core/base/messagequeue.h"
#include "core/base/text.h"
#include "core/base/waitclock.h"
#include "core/workspace/workspace.h"
#include "ui/common/announce.h"
#include "ui/common/cutlabel.h"
#include "ui/look/badge.h"
#include "ui/look/characterwidth.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int WideInCharacters = 130;
constexpr int CopyInCharacters = 110; // a copied key with a usual name, beside where the sign-in is kept

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent), m_storageIcon(new TonedLabel), m_storage(new CutLabel), m_method(new CutLabel),
      m_session(new CutLabel), m_warning(new TonedLabel), m_clipboard(new CutLabel),
      m_presentation(new Badge(tr("Presentation mode"))), m_updated(new CutLabel), m_cancel(new QToolButton),
      m_clock(new WaitClock(this))
{
    arrange();
    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelRequested);
    connect(m_clock, &WaitClock::counted, this, &StatusLine::refreshUpdated);
    m_minute.setSingleShot(true);
    m_minute.setTimerType(Qt::PreciseTimer); // one that is early wakes twice
    connect(&m_minute, &QTimer::timeout, this, &StatusLine::refreshSession);
    setStorage(false, {});
    setSessionEnd({});
    setWarning({});
    setClipboard({});
}

void StatusLine::arrange()
{
    setSizeGripEnabled(false);
    m_warning->setTone(Tone::Bad);
    const int between = space(Space::Medium);
    setContentsMargins(between, 0, between, 0);
    for (PlainLabel *label : {m_storage, m_method, m_session, m_clipboard})
        label->setContentsMargins(space(Space::Small), 0, space(Space::Small), 0);
    // Cut rather than widening the window.
    m_clipboard->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addWidget(m_storageIcon);
    addWidget(m_storage);
    addWidget(m_method);
    addWidget(m_session);
    addWidget(m_warning);
    addWidget(m_clipboard, 1);
    addPermanentWidget(m_presentation);
    addPermanentWidget(m_cancel);
    addPermanentWidget(m_updated);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel reloading"));
    m_cancel->hide();
    m_presentation->hide();
}

void StatusLine::follow(const Workspace &workspace, const MessageQueue &messages)
{
    m_workspace = &workspace;
    m_following = std::make_unique<QObject>();
    QObject *context = m_following.get();
    const Session &session = workspace.session();
    for (const auto changed :
         {&Session::keepingStarted, &Session::storageChanged, &Session::storageNameChanged, &Session::signedIn})
        connect(&session, changed, context, [this] { showAccount(); });
    connect(&session, &Session::stateChanged, context, [this] {
        showAccount();
        showSession();
    });
    connect(&session, &Session::reloadingChanged, context, [this, &session] {
        setReloading(session.isReloading());
        refreshSession(); // a reload follows a sleep, of which the timer counted nothing
    });
    connect(&workspace, &Workspace::userChanged, context, [this] {
        refreshUpdated();
        showSession();
    });
    connect(&workspace.edits(), &DocumentEdits::hiddenChanged, context, [this] { showClipboard(); });
    const auto noteEnd = [this, &messages] {
        m_isEndToldAbove = messages.current() && messages.current()->topic == Topic::SessionEnd;
        refreshSession();
    };
    connect(&messages, &MessageQueue::currentChanged, context, noteEnd);
    noteEnd();
    showAccount();
    showSession();
    showClipboard();
    setReloading(false); // a wait that is counted is that of the account shown before
    setReloading(session.isReloading());
    refreshUpdated();
}

// In a narrow window the tooltip says it. In characters, so that large text on a wide screen counts as narrow too.
void StatusLine::refreshMethod()
{
    const bool isWide = width() >= characterWidth(fontMetrics()) * WideInCharacters;
    m_method->setVisible(isWide && !m_method->text().isEmpty() && !clipboardNeedsRoom());
    fitTexts();
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    showClipboard();
    QStatusBar::resizeEvent(event);
}

void StatusLine::showPresentationMode(bool isOn)
{
    m_presentation->setVisible(isOn);
    fitTexts();
    announce(m_presentation, isOn ? tr("Presentation mode on") : tr("Presentation mode off"));
}

void StatusLine::setReloading(bool reloading)
{
    if (std::exchange(m_reloading, reloading) == reloading)
        return;
    if (reloading)
        m_clock->start();
    else
        m_clock->stop();
    refreshUpdated();
}

bool StatusLine::offersCancel() const
{
    return m_clock->seconds() > 0;
}

void StatusLine::refreshUpdated()
{
    const QDateTime readAt = m_workspace ? m_workspace->readAt() : QDateTime();
    m_updated->setVisible(m_reloading || readAt.isValid());
    if (m_cancel->isHidden() == offersCancel()) {
        m_cancel->setVisible(offersCancel());
        Q_EMIT cancelOffered(offersCancel());
    }
    if (m_reloading)
        return say(*m_updated, offersCancel() ? tr("Reloading… %1 s").arg(m_clock->seconds()) : tr("Reloading…"), {});
    const QString time = QLocale().toString(readAt.time(), QLocale::ShortFormat);
    say(*m_updated, tr("Updated at %1").arg(time), time);
    m_updated->setToolTip(toolTipText(m_updated->accessibleName()));
}

void StatusLine::setClipboard(const QString &text, const QString &shortText)
{
    m_clipboardText = text;
    m_shortClipboardText = shortText;
    showClipboard();
}

void StatusLine::announceClipboard(const QString &text)
{
    announce(this, shown(text));
}

QString StatusLine::shown(const QString &text) const
{
    return m_workspace ? m_workspace->edits().hidden().shown(text) : text;
}

void StatusLine::showClipboard()
{
    const QString text = shown(m_clipboardText);
    const bool isNarrow = width() < characterWidth(fontMetrics()) * CopyInCharacters;
    const bool isShort = isNarrow && !m_shortClipboardText.isEmpty();
    m_clipboard->setText(isShort ? m_shortClipboardText : text);
    m_clipboard->setAccessibleName(withoutQuoteMarks(text));
    m_clipboard->setToolTip(isShort ? toolTipText(text) : QString());
    // In a narrow window it takes the place of where the sign-in is kept, too, whose mark would seem to be its own.
    const bool isStorageShown = !m_storage->text().isEmpty() && (!isNarrow || text.isEmpty());
    m_storage->setVisible(isStorageShown);
    m_storageIcon->setVisible(isStorageShown);
    refreshSession();
    refreshMethod();
}

} // namespace lanyard

#include "moc_statusline.cpp"
