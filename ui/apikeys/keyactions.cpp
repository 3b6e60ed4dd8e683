#include "ui/apikeys/keyactions.h"

#include "core/base/text.h"
#include "core/models/apikeysmodel.h"
#include "core/models/apikeytext.h"
#include "ui/apikeys/copyasmenu.h"
#include "ui/apikeys/countedbutton.h"
#include "ui/apikeys/keystable.h"
#include "ui/common/announce.h"
#include "ui/common/flowlayout.h"
#include "ui/common/menubutton.h"
#include "ui/look/primarybutton.h"
#include "ui/look/spacing.h"
#include "ui/look/tonedlabel.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimerEvent>

namespace lanyard {

namespace {

constexpr int CopiedMs = 2000;

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

KeyActions::KeyActions(ApiKeysModel &model, KeysTable &table)
    : m_model(model), m_table(table), m_forms(new CopyAsMenu(model, table, this)), m_more(new QMenu(this)),
      m_copyKey(new QPushButton(tr("&Copy key"))), m_copyAs(new MenuButton(tr("Co&py as"), *m_forms)),
      m_reveal(new CountedButton(tr("&Reveal"))), m_copied(new TonedLabel)
{
    m_hideAgain.setSingleShot(true);
    m_hideAgain.setInterval(RevealMs);
    m_hideAgain.setTimerType(Qt::PreciseTimer); // a coarse one counts down from 21
    arrange();
    addMore();
    connect(m_copyKey, &QPushButton::clicked, this, &KeyActions::copyKey);
    connect(m_forms, &CopyAsMenu::copyRequested, this, &KeyActions::copyRequested);
    connect(m_forms, &CopyAsMenu::copied, this, &KeyActions::showCopiedForm);
    connect(m_forms, &CopyAsMenu::refused, this, &KeyActions::tellRefused);
    connect(m_reveal, &QPushButton::clicked, this, [this] { toggle(ApiKeysModel::Key); });
    connect(&m_hideAgain, &QTimer::timeout, this, &KeyActions::hideSecrets);
    connect(&table, &KeysTable::selectionMoved, this, &KeyActions::follow);
    connect(&table, &QTableView::doubleClicked, this, &KeyActions::copyKey);
    connect(&table, &KeysTable::menuRequested, this, &KeyActions::showMenu);
    takeCopyOf(table);
    takeEnterOf(table);
}

void KeyActions::arrange()
{
    auto *more = new MenuButton(tr("&More"), *m_more);
    makePrimary(*m_copyKey);
    m_reveal->setAccessibleName(tr("Reveal"));
    m_reveal->setText(hideText(RevealMs)); // as wide from the start
    m_reveal->setMinimumWidth(m_reveal->sizeHint().width());
    m_reveal->setText(tr("&Reveal"));
    m_copied->setTone(Tone::Good);
    m_copied->setText(tr("Copied")); // its place from the start, as above
    m_copied->setMinimumWidth(m_copied->sizeHint().width());
    m_copied->setText({});
    auto *row = new FlowLayout(this);
    row->setSpacing(space(Space::Medium));
    for (QPushButton *button :
         {m_copyKey, m_copyAs, static_cast<QPushButton *>(m_reveal), static_cast<QPushButton *>(more)}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addWidget(m_copied);
}

void KeyActions::addMore()
{
    m_copyClientSecret = m_more->addAction(tr("Copy c&lient secret"), this, &KeyActions::copyClientSecret);
    m_revealClientSecret = m_more->addAction(tr("Reveal clie&nt secret"), this, &KeyActions::revealClientSecret);
    m_more->addSeparator();
    m_more->addMenu(tr("Colu&mns"))->addActions(m_table.columnActions());
    m_more->addMenu(tr("&Sort by"))->addActions(m_table.sortActions());
}

void KeyActions::addToMore(const QList<QAction *> &actions)
{
    QAction *ofTheTable = m_more->actions().value(3); // what the list shows comes last
    m_more->insertActions(ofTheTable, actions);
    m_more->insertSeparator(ofTheTable);
}

void KeyActions::takeCopyOf(QWidget &widget)
{
    widget.installEventFilter(this);
}

void KeyActions::takeEnterOf(QWidget &widget)
{
    m_entered.insert(&widget);
}

void KeyActions::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (QPushButton *button : {m_copyKey, static_cast<QPushButton *>(m_reveal)}) {
        QAction *entry = menu->addAction(button->text(), button, &QPushButton::click);
        entry->setEnabled(button->isEnabled());
        entry->setToolTip(button->toolTip());
    }
    menu->addMenu(m_forms)->setEnabled(m_copyAs->isEnabled());
    menu->addActions(m_more->actions());
    // A reload may take away the key that it was opened for.
    connect(m_table.model(), &QAbstractItemModel::modelReset, menu, [this, menu] {
        if (m_table.selectedKey() < 0)
            menu->close();
    });
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
    Q_EMIT copyRequested(key.key(), tr("Key “%1”").arg(quotedKeyName(key)), tr("%1 copied"), m_model.caution(row));
}

void KeyActions::copyClientSecret()
{
    const int row = m_table.selectedKey();
    if (row < 0)
        return;
    m_table.choose();
    const ApiKey &key = m_model.keyAt(row);
    Q_EMIT copyRequested(key.clientSecret(), tr("Client secret of “%1”").arg(quotedKeyName(key)), tr("%1 copied"),
                         m_model.caution(row));
}

void KeyActions::showCopied()
{
    m_copied->setTone(Tone::Good);
    m_copied->setText(tr("Copied"));
    m_table.showCopied(m_table.selectedKey());
    forgetLater();
}

void KeyActions::showCopiedForm(const QString &what)
{
    m_copied->setTone(Tone::Good);
    m_copied->setText(what);
    announce(m_copied);
    forgetLater();
}

void KeyActions::setServer(const QString &server)
{
    m_forms->setServer(server);
}

// Ctrl+C and Enter work without the button.
void KeyActions::tellNothingToCopy(const ApiKey &key)
{
    tellRefused(tr("“%1” holds no key to copy.").arg(quotedKeyName(key)));
}

void KeyActions::tellRefused(const QString &why)
{
    m_copied->setTone(Tone::Warning);
    m_copied->setText(why);
    announce(m_copied);
    forgetLater();
}

void KeyActions::forgetLater()
{
    m_forgetCopied.start(CopiedMs, this); // a second copy begins anew
}

bool KeyActions::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    const bool isTaken = copiesKey(key, watched) || (isEnter(key) && m_entered.contains(watched));
    // Not one that is still held from the filter, and not of rows that will be others in a moment.
    if (isTaken && !key.isAutoRepeat() && !m_table.isSearching())
        copyKey();
    return isTaken;
}

void KeyActions::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_countdown.timerId())
        return showSecondsLeft();
    if (event->timerId() != m_forgetCopied.timerId())
        return QWidget::timerEvent(event);
    forgetCopied();
}

void KeyActions::forgetCopied()
{
    m_forgetCopied.stop();
    m_copied->setText({});
    m_table.forgetCopied();
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
    // One that does not work can be copied, but nothing leads on to that.
    setPrimary(*m_copyKey, row < 0 || !m_model.index(row, 0).data(ApiKeysModel::IsDeadRole).toBool());
    m_copyAs->setEnabled(m_copyKey->isEnabled());
    m_forms->follow();
    m_copyClientSecret->setEnabled(row >= 0 && !m_model.keyAt(row).clientSecret().isEmpty());
    m_reveal->setEnabled(row >= 0 && !m_presentationMode);
    m_revealClientSecret->setEnabled(m_copyClientSecret->isEnabled() && !m_presentationMode);
    const QString why = m_presentationMode ? tr("Presentation mode is on: no key can be revealed.") : QString();
    m_reveal->setToolTip(why);
    describeButtons(row, why);
    Q_EMIT updated();
}

} // namespace lanyard

#include "moc_keyactions.cpp"
