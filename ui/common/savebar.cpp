#include "ui/common/savebar.h"

#include "core/base/waitclock.h"
#include "ui/common/announce.h"
#include "ui/common/fieldaccess.h"
#include "ui/common/mnemonic.h"
#include "ui/look/characterwidth.h"
#include "ui/look/icons.h"
#include "ui/look/outlines.h"
#include "ui/look/pageheader.h"
#include "ui/look/plainlabel.h"
#include "ui/look/primarybutton.h"
#include "ui/look/spacing.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

#include <numeric>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int SavedShownMs = 8000;
constexpr int NarrowInCharacters = 84;
constexpr int TextCharacters = 10; // of the text

} // namespace

SaveBar::SaveBar(QWidget *parent)
    : QWidget(parent), m_row(new QHBoxLayout), m_text(new PlainLabel), m_review(new QPushButton(tr("Rev&iew…"))),
      m_revert(new QPushButton(tr("Discard changes"))), m_save(new QPushButton(tr("&Save"))),
      m_progress(new QProgressBar), m_cancel(new QPushButton(tr("Cancel"))), m_clock(new WaitClock(this))
{
    makePrimary(*m_save);
    setFocusProxy(m_save); // who comes here by a key does not land on what discards
    m_review->setAutoDefault(false);
    for (QPushButton *button : {m_review, m_revert})
        button->setIconSize(QSize(iconSide(), iconSide()));
    m_revert->setAutoDefault(false);
    m_save->setAutoDefault(false);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    // Lower than the button that it replaces: as a block of its size it would look like one.
    m_progress->setFixedSize(m_save->sizeHint().width(), iconSide() / 2);
    m_progress->setAccessibleName(tr("Saving"));
    m_cancel->setAutoDefault(false);
    m_cancel->setAccessibleName(tr("Cancel saving"));
    m_savedShown.setSingleShot(true);
    m_savedShown.setInterval(SavedShownMs);

    m_revert->setAccessibleName(m_revert->text());
    m_review->setAccessibleName(withoutMnemonic(m_review->text()));
    m_text->setWordWrap(true);
    attachText(*m_text, *m_save);
    m_row->setSpacing(space(Space::Medium));
    auto *withLine = new QVBoxLayout(this);
    withLine->setContentsMargins(0, 0, 0, 0);
    withLine->setSpacing(0);
    withLine->addSpacing(1);
    withLine->addLayout(m_row);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_cancel); // in the room of the text: the others stay where they are when it appears
    m_row->addWidget(m_review);
    m_row->addWidget(m_revert);
    m_row->addWidget(m_save);
    m_row->addWidget(m_progress);
    connect(m_review, &QPushButton::clicked, this, &SaveBar::reviewRequested);
    connect(m_revert, &QPushButton::clicked, this, &SaveBar::revertRequested);
    connect(m_save, &QPushButton::clicked, this, &SaveBar::saveRequested);
    connect(m_cancel, &QPushButton::clicked, this, &SaveBar::cancel);
    connect(m_clock, &WaitClock::counted, this, [this](int, bool isFirst) {
        update();
        if (isFirst)
            tell(); // once, not every second
    });
    connect(&m_savedShown, &QTimer::timeout, this, &SaveBar::update);
    update();
}

// As in its narrow layout, see below.
QSize SaveBar::minimumSizeHint() const
{
    const int iconButtons = 2 * (iconSide() + 2 * m_row->spacing());
    const int text = characterWidth(fontMetrics()) * TextCharacters;
    return {iconButtons + m_save->minimumSizeHint().width() + text + 5 * m_row->spacing(),
            layout()->minimumSize().height()};
}

void SaveBar::resizeEvent(QResizeEvent *event)
{
    arrange();
    QWidget::resizeEvent(event);
}

void SaveBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

// In characters, so that large text on a wide screen counts as narrow too. As high as it may become: what is above it
// moves by nothing that it says or offers.
void SaveBar::arrange()
{
    m_isNarrow = width() < characterWidth(fontMetrics()) * NarrowInCharacters;
    const int sides = space(m_isNarrow ? Space::Medium : Space::Large);
    const int above = space(m_isNarrow ? Space::Small : Space::Medium);
    m_row->setContentsMargins(sides, above, sides, above);
    const auto shorten = [this](QPushButton &button, const QString &text, QLatin1StringView name) {
        button.setText(m_isNarrow ? QString() : text);
        button.setShortcut(QKeySequence::mnemonic(text)); // which went with the text
        button.setIcon(m_isNarrow ? icon(name) : QIcon());
        button.setToolTip(m_isNarrow ? button.accessibleName() : QString());
    };
    shorten(*m_review, tr("Rev&iew…"), "review"_L1);
    shorten(*m_revert, tr("Discard changes"), "remove"_L1); // one field's is an arrow back
    const int lines = m_isNarrow ? 2 : 1;                   // the changes, and what keeps them from being saved
    m_text->setMinimumHeight(qMax(m_save->sizeHint().height(), lines * fontMetrics().lineSpacing()));
    update();
}

// The line between the page and it.
void SaveBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(QRect(0, 0, width(), 1), separatorColour(palette()));
}

void SaveBar::setChangeCount(int count, int unfinished, int undecided)
{
    m_count = count;
    m_unfinished = unfinished;
    m_undecided = undecided;
    if (hasUnsaved())
        m_savedShown.stop();
    update();
}

void SaveBar::setTyping(bool typing)
{
    m_typing = typing;
    update();
}

void SaveBar::setSaving(bool saving)
{
    m_saving = saving;
    m_cancelled = false;
    if (saving)
        m_clock->start();
    else
        m_clock->stop();
    update();
}

// Ends when setSaving() says so: the outcome of what was already sent is checked first.
void SaveBar::cancel()
{
    m_cancelled = true;
    update();
    tell();
    Q_EMIT cancelRequested();
}

void SaveBar::tell()
{
    announce(m_text, m_text->accessibleName());
}

void SaveBar::showSaved()
{
    m_savedShown.start();
    update();
    announce(m_text);
}

// Nothing is offered that cannot be done: after a save its sentence stands alone.
void SaveBar::update()
{
    const bool hasWork = hasUnsaved() || m_typing || m_saving;
    m_review->setVisible(hasWork);
    m_revert->setVisible(hasWork);
    m_save->setVisible(hasWork && !m_saving);
    m_progress->setVisible(m_saving);
    m_cancel->setVisible(m_saving && m_clock->seconds() > 0);
    m_save->setEnabled(canSave());
    m_save->setText(m_unfinished == 0 && m_undecided > 0 ? tr("&Decide…") : tr("&Save"));
    m_review->setEnabled(canReview());
    m_revert->setEnabled(canRevert());
    const QString said = text(m_isNarrow);
    const QString whole = text(false);
    m_text->setText(said);
    makeQuiet(*m_text, !hasWork && !m_savedShown.isActive());
    m_text->setToolTip(said == whole ? QString() : whole);
    m_text->setAccessibleName(whole);
    // Who comes here by a key hears how much there is to save, and what is in the way.
    for (QPushButton *button : {m_review, m_save}) {
        if (button->accessibleDescription() != whole)
            button->setAccessibleDescription(whole);
    }
    Q_EMIT offersChanged();
}

// Beside the changes, what keeps them from being saved: in little room, what has to be done first.
QStringList SaveBar::openTexts(bool isShort) const
{
    QStringList open;
    if (m_unfinished > 0)
        open << (isShort ? tr("%n problem(s)", nullptr, m_unfinished)
                         : tr("%n field(s) need attention", nullptr, m_unfinished));
    if (m_undecided > 0 && !(isShort && !open.isEmpty()))
        open << (isShort ? tr("%n to decide", nullptr, m_undecided)
                         : tr("%n also changed elsewhere", nullptr, m_undecided));
    return open;
}

QString SaveBar::text(bool isShort) const
{
    if (m_saving && m_cancelled)
        return isShort ? tr("Checking…") : tr("Checking what was saved…");
    if (m_saving)
        return m_clock->seconds() > 0 ? tr("Saving… %1 s").arg(m_clock->seconds()) : tr("Saving…");
    QStringList parts = openTexts(isShort);
    if (m_count > 0)
        parts.prepend(tr("%n change(s)", nullptr, m_count));
    if (!parts.isEmpty()) {
        const auto joined = [](const QString &a, const QString &b) { return tr("%1, %2").arg(a, b); };
        return std::accumulate(parts.begin() + 1, parts.end(), parts.first(), joined);
    }
    if (m_typing)
        return tr("Editing…");
    return m_savedShown.isActive() ? tr("Saved") : tr("No changes");
}

} // namespace lanyard

#include "moc_savebar.cpp"
