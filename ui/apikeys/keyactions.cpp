#include "ui/apikeys/keyactions.h"

#include "core/base/text.h"
#include "core/models/apikeysmodel.h"
#include "ui/apikeys/keystable.h"
#include "ui/common/announce.h"
#include "ui/common/flowlayout.h"
#include "ui/look/icons.h"
#include "ui/look/tonedlabel.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimerEvent>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int RevealMs = 20'000;
constexpr int CopiedMs = 2500;
constexpr qsizetype NameLength = 60;

QString shortNameOf(const ApiKey &key)
{
    return quoted(key.name(), NameLength);
}

// A selected part of a text is copied as everywhere.
bool copiesKey(const QKeyEvent &event, const QObject *focus)
{
    const auto *edit = qobject_cast<const QLineEdit *>(focus);
    return event.matches(QKeySequence::Copy) && !(edit && edit->hasSelectedText());
}

bool isEnter(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

KeyActions::KeyActions(ApiKeysModel &model, KeysTable &table, QWidget *last)
    : m_model(model), m_table(table), m_copyKey(new QPushButton(icon("copy"_L1), tr("&Copy key"))),
      m_copyClientSecret(new QPushButton(tr("Copy c&lient secret"))),
      m_reveal(new QPushButton(icon("reveal"_L1), tr("&Reveal"))), m_copied(new TonedLabel)
{
    m_hideAgain.setSingleShot(true);
    m_hideAgain.setInterval(RevealMs);
    m_hideAgain.setTimerType(Qt::PreciseTimer); // a coarse one counts down from 21
    m_reveal->setCheckable(true);
    m_reveal->setAccessibleName(tr("Reveal"));
    m_copied->setTone(Tone::Good);
    auto *row = new FlowLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_copyKey, m_copyClientSecret, m_reveal}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addWidget(m_copied);
    row->addWidget(last);
    connect(m_copyKey, &QPushButton::clicked, this, &KeyActions::copyKey);
    connect(m_copyClientSecret, &QPushButton::clicked, this, &KeyActions::copyClientSecret);
    connect(m_reveal, &QPushButton::toggled, this, &KeyActions::setRevealed);
    connect(&m_hideAgain, &QTimer::timeout, this, &KeyActions::hideSecrets);
    connect(&table, &KeysTable::selectionMoved, this, &KeyActions::follow);
    connect(&table, &QTableView::doubleClicked, this, &KeyActions::copyKey);
    connect(&table, &KeysTable::menuRequested, this, &KeyActions::showMenu);
    takeKeysOf(table);
}

void KeyActions::takeKeysOf(QWidget &widget)
{
    widget.installEventFilter(this);
}

void KeyActions::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QPushButton *button : {m_copyKey, m_copyClientSecret, m_reveal}) {
        QAction *action = menu->addAction(button->icon(), button->text(), button, &QPushButton::click);
        action->setEnabled(button->isEnabled());
    }
    // A reload may take away the key that it was opened for.
    connect(m_table.model(), &QAbstractItemModel::modelReset, menu, [this, menu] {
        if (m_table.selectedKey() < 0)
            menu->close();
    });
    menu->addSeparator();
    menu->addMenu(tr("&Sort by"))->addActions(m_table.sortActions());
    menu->popup(position);
}

void KeyActions::copyKey()
{
    const int row = m_table.selectedKey();
    if (row < 0)
        return;
    if (!m_copyKey->isEnabled())
        return tellNothingToCopy(m_model.keyAt(row));
    m_table.choose();
    const ApiKey &key = m_model.keyAt(row);
    Q_EMIT copyRequested(key.key(), tr("Key “%1”").arg(shortNameOf(key)), m_model.caution(row));
}

void KeyActions::copyClientSecret()
{
    const int row = m_table.selectedKey();
    if (row < 0)
        return;
    m_table.choose();
    const ApiKey &key = m_model.keyAt(row);
    Q_EMIT copyRequested(key.clientSecret(), tr("Client secret of “%1”").arg(shortNameOf(key)), m_model.caution(row));
}

void KeyActions::showCopied()
{
    m_copied->setTone(Tone::Good);
    m_copied->setText(tr("Copied"));
    forgetCopied();
}

// Ctrl+C and Enter work without the button.
void KeyActions::tellNothingToCopy(const ApiKey &key)
{
    m_copied->setTone(Tone::Warning);
    m_copied->setText(tr("“%1” holds no key to copy.").arg(shortNameOf(key)));
    announce(m_copied);
    forgetCopied();
}

void KeyActions::forgetCopied()
{
    QTimer::singleShot(CopiedMs, m_copied, [this] { m_copied->setText({}); });
}

void KeyActions::setRevealed(bool on)
{
    const int row = on && !m_presentationMode ? m_table.selectedKey() : -1;
    const bool wasRevealed = m_model.revealedRow() >= 0;
    m_model.reveal(row);
    if (row < 0)
        giveRoomBack();
    else
        makeRoom();
    showSecondsLeft();
    // The secret itself is read only when its cell is.
    if (row >= 0)
        announce(m_reveal, tr("Revealed for %n second(s).", nullptr, RevealMs / 1000));
    else if (wasRevealed)
        announce(m_reveal, tr("Hidden again."));
}

void KeyActions::showSecondsLeft()
{
    constexpr int second = 1000;
    constexpr int tick = 200;
    const QKeySequence shortcut = m_reveal->shortcut(); // the key that reveals it hides it, too
    if (m_hideAgain.isActive())
        m_countdown.start(tick, this);
    else
        m_countdown.stop();
    m_reveal->setText(m_hideAgain.isActive()
                          ? tr("Hide (%1 s)").arg((m_hideAgain.remainingTime() + second - 1) / second)
                          : tr("&Reveal"));
    m_reveal->setAccessibleName(m_hideAgain.isActive() ? tr("Hide") : tr("Reveal")); // not each second anew
    m_reveal->setShortcut(shortcut);
}

bool KeyActions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    const bool isTaken = copiesKey(key, watched) || (isEnter(key) && !qobject_cast<QComboBox *>(watched));
    if (isTaken)
        copyKey();
    return isTaken;
}

// On a button, where copying would mean nothing.
void KeyActions::keyPressEvent(QKeyEvent *event)
{
    if (copiesKey(*event, this))
        copyKey();
    else
        QWidget::keyPressEvent(event);
}

void KeyActions::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_countdown.timerId())
        showSecondsLeft();
    else
        QWidget::timerEvent(event);
}

void KeyActions::giveRoomBack()
{
    m_hideAgain.stop();
    if (const int width = std::exchange(m_maskedWidth, 0); width > 0)
        m_table.setColumnWidth(ApiKeysModel::Key, width);
}

void KeyActions::makeRoom()
{
    m_table.choose();
    m_maskedWidth = m_table.columnWidth(ApiKeysModel::Key);
    m_hideAgain.start();
    m_table.resizeColumnToContents(ApiKeysModel::Key);
    m_table.scrollTo(m_table.currentIndex().siblingAtColumn(ApiKeysModel::Key));
}

void KeyActions::follow()
{
    updateButtons();
    if (const int row = m_table.selectedKey(); row < 0 || m_model.revealedRow() != row)
        hideSecrets();
}

void KeyActions::updateButtons()
{
    const int row = m_table.selectedKey();
    m_copyKey->setEnabled(row >= 0 && !m_model.keyAt(row).key().isEmpty());
    m_copyClientSecret->setEnabled(row >= 0 && !m_model.keyAt(row).clientSecret().isEmpty());
    m_reveal->setEnabled(row >= 0 && !m_presentationMode);
}

void KeyActions::hideSecrets()
{
    m_reveal->setChecked(false);
}

void KeyActions::setPresentationMode(bool on)
{
    m_presentationMode = on;
    hideSecrets();
    follow();
}

} // namespace lanyard

#include "moc_keyactions.cpp"
