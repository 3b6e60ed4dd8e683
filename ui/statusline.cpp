#include "ui/statusline.h"

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
constexpr int NarrowInCharacters = 80;

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent), m_storageIcon(new TonedLabel), m_storage(new CutLabel), m_method(new CutLabel),
      m_session(new CutLabel), m_warning(new TonedLabel), m_clipboard(new CutLabel),
      m_presentation(new Badge(tr("Presentation mode"))), m_updated(new CutLabel), m_cancel(new QToolButton),
      m_clock(new WaitClock(this))
{
    arrange();
    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelRequested);
    connect(m_clock, &WaitClock::counted, this, [this](int, bool isFirst) {
        refreshUpdated();
        if (isFirst)
            announce(m_updated, m_updated->text()); // once, not every second
    });
    m_minute.setInterval(15'000);
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
    addPermanentWidget(m_updated);
    addPermanentWidget(m_cancel);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel reloading"));
    m_cancel->hide();
    m_presentation->hide();
}

void StatusLine::follow(const Workspace &workspace)
{
    m_workspace = &workspace;
    m_following = std::make_unique<QObject>();
    QObject *context = m_following.get();
    const Session &session = workspace.session();
    for (const auto changed :
         {&Session::keepingStarted, &Session::storageChanged, &Session::storageNameChanged, &Session::signedIn})
        connect(&session, changed, context, [this] { showAccount(); });
    connect(&session, &Session::stateChanged, context, [this] { showSession(); });
    connect(&session, &Session::reloadingChanged, context, [this, &session] { setReloading(session.isReloading()); });
    connect(&workspace, &Workspace::userChanged, context, [this] {
        refreshUpdated();
        showSession();
    });
    connect(&workspace.edits(), &DocumentEdits::hiddenChanged, context, [this] { showClipboard(); });
    showAccount();
    showSession();
    showClipboard();
    setReloading(false); // a wait that is counted is that of the account shown before
    setReloading(session.isReloading());
    refreshUpdated();
}

void StatusLine::showAccount()
{
    const Session &session = m_workspace->session();
    const Origin &origin = session.account().origin;
    const bool isExposed = session.hasUser() && !origin.isEncrypted() && !origin.isLoopback();
    setWarning(isExposed ? tr("The connection to %1 is not encrypted.").arg(quoted(origin.host())) : QString());
    const bool isByKey = session.account().kind == Credential::Kind::ApiKey;
    const QString method = isByKey ? tr("Signed in with an API key") : tr("Signed in with a password");
    const bool isKept = session.storage() == Session::Storage::Keychain;
    if (!session.hasUser() || (session.isKeeping() && !isKept)) // nothing, until the keychain has answered
        setStorage(false, {});
    else if (isKept)
        setStorage(true, tr("Sign-in kept in %1").arg(quoted(session.storageName())), method, session.storageName());
    else
        setStorage(false, tr("Signed in until you quit"), method);
}

void StatusLine::showSession()
{
    const Session &session = m_workspace->session();
    const bool lasts = session.hasUser() && session.state() != Session::State::Expired;
    setSessionEnd(lasts ? session.account().expiresAt : std::nullopt);
}

// Kept: in the keychain; otherwise until quit. An empty text hides it.
void StatusLine::setStorage(bool kept, const QString &text, const QString &method, const QString &shortText)
{
    m_storageIcon->setIcon(kept ? "lock"_L1 : "unlocked"_L1, kept ? Tone::Good : Tone::Warning,
                           kept ? tr("The sign-in is saved") : tr("The sign-in is not saved"));
    m_storageIcon->setVisible(!text.isEmpty());
    say(*m_storage, text, shortText);
    m_storage->setVisible(!text.isEmpty());
    m_storage->setToolTip(toolTipText(text.isEmpty() ? QString() : text + u'\n' + method));
    m_method->setText(method);
    refreshMethod();
}

// In a narrow window only what matters in it, beside the rest; it is still read aloud as a whole.
void StatusLine::say(PlainLabel &label, const QString &text, const QString &shortText) const
{
    label.setText(m_isNarrow && !shortText.isEmpty() ? shortText : text);
    label.setAccessibleName(withoutQuoteMarks(text));
}

// In a narrow window the tooltip says it. In characters, so that large text on a wide screen counts as narrow too.
void StatusLine::refreshMethod()
{
    const bool isWide = width() >= characterWidth(fontMetrics()) * WideInCharacters;
    m_method->setVisible(isWide && !m_method->text().isEmpty() && m_clipboard->text().isEmpty());
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    refreshMethod();
    const bool isNarrow = width() < characterWidth(fontMetrics()) * NarrowInCharacters;
    if (std::exchange(m_isNarrow, isNarrow) != isNarrow && m_workspace) {
        showAccount();
        refreshSession();
        refreshUpdated();
    }
    QStatusBar::resizeEvent(event);
}

void StatusLine::showPresentationMode(bool isOn)
{
    m_presentation->setVisible(isOn);
    announce(m_presentation, isOn ? tr("Presentation mode on") : tr("Presentation mode off"));
}

// nullopt: unknown, nothing is shown.
void StatusLine::setSessionEnd(const std::optional<QDateTime> &end)
{
    m_end = end;
    if (end)
        m_minute.start();
    else
        m_minute.stop();
    refreshSession();
}

void StatusLine::refreshSession()
{
    m_session->setVisible(m_end.has_value() && m_clipboard->text().isEmpty());
    if (!m_end)
        return;
    const qint64 seconds = QDateTime::currentDateTimeUtc().secsTo(*m_end);
    const int minutes = static_cast<int>((seconds + 59) / 60);
    if (seconds <= 0)
        say(*m_session, tr("Session has ended"), {});
    else if (minutes < 120)
        say(*m_session, tr("Session ends in %n min", nullptr, minutes), tr("%n min left", nullptr, minutes));
    else
        say(*m_session, tr("Session ends in %n h", nullptr, minutes / 60), tr("%n h left", nullptr, minutes / 60));
    m_session->setToolTip(toolTipText(m_session->accessibleName()));
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

// An empty text hides it.
void StatusLine::setWarning(const QString &text)
{
    m_warning->setText(text.isEmpty() ? QString() : u"⚠ "_s + text);
    m_warning->setVisible(!text.isEmpty());
}

void StatusLine::setClipboard(const QString &text)
{
    m_clipboardText = text;
    showClipboard();
}

void StatusLine::showClipboard()
{
    // It replaces the session's end: in a narrow window there is no room for both.
    m_clipboard->setText(m_workspace ? m_workspace->edits().hidden().shown(m_clipboardText) : m_clipboardText);
    refreshSession();
    refreshMethod();
}

} // namespace lanyard

#include "moc_statusline.cpp"
