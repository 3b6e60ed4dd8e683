#include "ui/common/savebar.h"

#include "core/base/waitclock.h"
#include "ui/common/announce.h"
#include "ui/look/characterwidth.h"
#include "ui/look/icons.h"
#include "ui/look/plainlabel.h"
#include "ui/look/primarybutton.h"
#include "ui/look/spacing.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int SavedShownMs = 8000;
constexpr int NarrowInCharacters = 66;
constexpr int TextCharacters = 10; // of the text

} // namespace

SaveBar::SaveBar(QWidget *parent)
    : QWidget(parent), m_row(new QHBoxLayout), m_text(new PlainLabel), m_review(new QPushButton(tr("Rev&iew…"))),
      m_revert(new QPushButton(tr("Discard changes"))), m_save(new QPushButton(tr("&Save"))),
      m_progress(new QProgressBar), m_cancel(new QPushButton(tr("Cancel"))), m_clock(new WaitClock(this))
{
    makePrimary(*m_save);
    m_review->setAutoDefault(false);
    m_revert->setIconSize(QSize(iconSide(), iconSide()));
    m_revert->setAutoDefault(false);
    m_save->setAutoDefault(false);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(m_save->sizeHint());
    m_progress->setAccessibleName(tr("Saving"));
    m_cancel->setAutoDefault(false);
    m_cancel->setAccessibleName(tr("Cancel saving"));
    m_savedShown.setSingleShot(true);
    m_savedShown.setInterval(SavedShownMs);

    auto *line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    m_revert->setAccessibleName(m_revert->text());
    m_text->setWordWrap(true);
    m_row->setSpacing(space(Space::Medium));
    auto *withLine = new QVBoxLayout(this);
    withLine->setContentsMargins(0, 0, 0, 0);
    withLine->setSpacing(0);
    withLine->addWidget(line);
    withLine->addLayout(m_row);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_review);
    m_row->addWidget(m_revert);
    m_row->addWidget(m_save);
    m_row->addWidget(m_progress);
    m_row->addWidget(m_cancel);
    connect(m_review, &QPushButton::clicked, this, &SaveBar::reviewRequested);
    connect(m_revert, &QPushButton::clicked, this, &SaveBar::revertRequested);
    connect(m_save, &QPushButton::clicked, this, &SaveBar::saveRequested);
    connect(m_cancel, &QPushButton::clicked, this, &SaveBar::cancel);
    connect(m_clock, &WaitClock::counted, this, [this](int, bool isFirst) {
        update();
        if (isFirst)
            announce(m_text, m_text->text()); // once, not every second
    });
    connect(&m_savedShown, &QTimer::timeout, this, &SaveBar::update);
    update();
}

// As in its narrow layout, see below.
QSize SaveBar::minimumSizeHint() const
{
    const int revert = m_revert->iconSize().width() + 2 * m_row->spacing();
    const int buttons = m_review->minimumSizeHint().width() + revert + m_save->minimumSizeHint().width();
    const int text = characterWidth(fontMetrics()) * TextCharacters;
    return {buttons + text + 5 * m_row->spacing(), layout()->minimumSize().height()};
}

// In characters, so that large text on a wide screen counts as narrow too.
void SaveBar::resizeEvent(QResizeEvent *event)
{
    const bool isNarrow = width() < characterWidth(fontMetrics()) * NarrowInCharacters;
    const int sides = space(isNarrow ? Space::Medium : Space::Large);
    const int above = space(isNarrow ? Space::Small : Space::Medium);
    m_row->setContentsMargins(sides, above, sides, above);
    m_revert->setText(isNarrow ? QString() : tr("Discard changes"));
    m_revert->setIcon(isNarrow ? icon("revert"_L1) : QIcon());
    m_revert->setToolTip(isNarrow ? tr("Discard changes") : QString());
    QWidget::resizeEvent(event);
}

void SaveBar::setChangeCount(int count, int unfinished)
{
    m_count = count;
    m_unfinished = unfinished;
    if (hasUnsaved())
        m_savedShown.stop();
    update();
}

void SaveBar::setAllowed(bool isAllowed)
{
    m_isAllowed = isAllowed;
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
    announce(m_text, m_text->text());
    Q_EMIT cancelRequested();
}

void SaveBar::showSaved()
{
    m_savedShown.start();
    update();
    announce(m_text);
}

void SaveBar::update()
{
    m_save->setVisible(!m_saving);
    m_progress->setVisible(m_saving);
    m_cancel->setVisible(m_saving && m_clock->seconds() > 0);
    m_save->setEnabled(canSave());
    m_review->setEnabled(canReview());
    m_revert->setEnabled(canRevert());
    m_text->setText(text());
    m_text->setAccessibleName(m_text->text());
    setVisible(m_isAllowed && (hasUnsaved() || m_typing || m_saving || m_savedShown.isActive()));
    Q_EMIT offersChanged();
}

QString SaveBar::text() const
{
    if (m_saving && m_cancelled)
        return tr("Checking what was saved…");
    if (m_saving)
        return m_clock->seconds() > 0 ? tr("Saving… %1 s").arg(m_clock->seconds()) : tr("Saving…");
    if (m_unfinished > 0) {
        const QString attention = tr("%n field(s) need attention", nullptr, m_unfinished);
        return m_count > 0 ? tr("%1, %2").arg(tr("%n change(s)", nullptr, m_count), attention) : attention;
    }
    if (m_count > 0)
        return tr("%n change(s)", nullptr, m_count);
    if (m_typing)
        return tr("Editing…");
    return m_savedShown.isActive() ? tr("Saved") : tr("No changes");
}

} // namespace lanyard

#include "moc_savebar.cpp"
