#include "ui/apikeys/apikeyspage.h"

#include "core/base/text.h"
#include "core/models/apikeysfilter.h"
#include "core/models/apikeysmodel.h"
#include "ui/apikeys/keystable.h"
#include "ui/common/announce.h"
#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/common/pagearea.h"
#include "ui/common/tonedlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int RevealMs = 20'000;
constexpr int CopiedMs = 2500;
constexpr qsizetype NameLength = 60;
constexpr int FewestRows = 3;

using Show = ApiKeysFilter::Show;

} // namespace

ApiKeysPage::ApiKeysPage(ApiKeysModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_filter(new ApiKeysFilter(this)), m_filterEdit(new QLineEdit),
      m_show(new QComboBox), m_count(new PlainLabel), m_table(nullptr), m_rows(new QStackedWidget),
      m_empty(new PlainLabel), m_clearFilter(new QPushButton(tr("Clear filter"))),
      m_copyKey(new QPushButton(tr("&Copy key"))), m_copyClientSecret(new QPushButton(tr("Copy c&lient secret"))),
      m_reveal(new QPushButton(tr("&Reveal"))), m_copied(new TonedLabel)
{
    m_filter->setSourceModel(&model);
    m_table = new KeysTable(model, *m_filter);
    m_table->installEventFilter(this);
    m_filterEdit->installEventFilter(this);
    m_filterEdit->setAccessibleName(tr("Filter"));
    m_filterEdit->setClearButtonEnabled(true);
    m_show->setAccessibleName(tr("Show"));
    m_show->addItem(tr("all"), static_cast<int>(Show::All));
    m_show->addItem(tr("usable now"), static_cast<int>(Show::UsableNow));
    m_show->addItem(tr("expiring"), static_cast<int>(Show::Expiring));
    m_show->addItem(tr("expired or revoked"), static_cast<int>(Show::ExpiredOrRevoked));
    m_hideAgain.setSingleShot(true);
    m_hideAgain.setInterval(RevealMs);
    m_reveal->setCheckable(true);
    arrange();
    addActions();
    updateActions();
    updateRows();
}

void ApiKeysPage::arrange()
{
    auto *filterLabel = new PlainLabel(tr("&Filter"));
    filterLabel->setBuddy(m_filterEdit);
    auto *showLabel = new PlainLabel(tr("Sho&w"));
    showLabel->setBuddy(m_show);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *filter = new QHBoxLayout;
    filter->addWidget(filterLabel);
    filter->addWidget(m_filterEdit, 1);
    auto *show = new QHBoxLayout;
    show->addWidget(showLabel);
    show->addWidget(m_show);
    auto *top = new FlowLayout;
    top->addRow(filter);
    top->addRow(show);
    m_rows->addWidget(m_table);
    m_rows->addWidget(makeEmptyPage());
    auto *bottom = new FlowLayout;
    m_copyKey->setIcon(icon("copy"_L1));
    m_reveal->setIcon(icon("reveal"_L1));
    m_copied->setTone(Tone::Good);
    for (QPushButton *button : {m_copyKey, m_copyClientSecret, m_reveal}) {
        button->setAutoDefault(false);
        bottom->addWidget(button);
    }
    bottom->addWidget(m_copied);
    bottom->addWidget(m_count);
    m_count->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_count->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_table->setMinimumHeight(heightOfRows(*m_table, *m_table->horizontalHeader(), FewestRows));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(m_rows, 1);
    layout->addLayout(bottom);
}

QWidget *ApiKeysPage::makeEmptyPage()
{
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_clearFilter->setAutoDefault(false);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(m_empty);
    layout->addWidget(m_clearFilter, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

void ApiKeysPage::addActions()
{
    connect(m_filterEdit, &QLineEdit::textChanged, this, &ApiKeysPage::filterChanged);
    connect(m_show, &QComboBox::currentIndexChanged, this, &ApiKeysPage::filterChanged);
    connect(m_clearFilter, &QPushButton::clicked, this, &ApiKeysPage::clearFilter);
    connect(m_copyKey, &QPushButton::clicked, this, &ApiKeysPage::copyKey);
    connect(m_copyClientSecret, &QPushButton::clicked, this, &ApiKeysPage::copyClientSecret);
    connect(m_reveal, &QPushButton::toggled, this, &ApiKeysPage::setRevealed);
    connect(&m_hideAgain, &QTimer::timeout, this, &ApiKeysPage::hideSecrets);
    connect(m_table, &KeysTable::selectionMoved, this, &ApiKeysPage::updateActions);
    connect(m_table, &QTableView::doubleClicked, this, &ApiKeysPage::copyKey);
    connect(m_table, &KeysTable::menuRequested, this, &ApiKeysPage::showMenu);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, &ApiKeysPage::updateSoon);
    for (const auto rowsChanged : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, rowsChanged, this, &ApiKeysPage::updateSoon);
    connect(m_filter, &QAbstractItemModel::modelReset, this, [this] {
        updateRows(); // not delayed: the page may be shown with this response
        updateButtons();
        updateSoon();
    });
}

// After the model's change, once for all its signals: the reaction to it (masking a secret again) changes the model,
// and Qt's filter must not be changed during a change.
void ApiKeysPage::updateSoon()
{
    if (std::exchange(m_isUpdateDue, true))
        return;
    const auto update = [this] {
        m_isUpdateDue = false;
        updateRows();
        updateActions();
        if (isVisible())
            fitColumns();
    };
    QMetaObject::invokeMethod(this, update, Qt::QueuedConnection);
}

void ApiKeysPage::showMenu(const QPoint &place)
{
    auto *menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QPushButton *button : {m_copyKey, m_copyClientSecret, m_reveal}) {
        QAction *action = menu->addAction(button->icon(), button->text(), button, &QPushButton::click);
        action->setEnabled(button->isEnabled());
    }
    // A reload may take away the key that it was opened for.
    connect(m_filter, &QAbstractItemModel::modelReset, menu, [this, menu] {
        if (m_table->selectedKey() < 0)
            menu->close();
    });
    menu->addSeparator();
    menu->addMenu(tr("&Sort by"))->addActions(sortActions());
    menu->popup(place);
}

QList<QAction *> ApiKeysPage::sortActions() const
{
    return m_table->sortActions();
}

void ApiKeysPage::copyKey()
{
    const int row = m_table->selectedKey();
    if (row < 0 || !m_copyKey->isEnabled())
        return;
    m_table->choose();
    const ApiKey &key = m_model.keyAt(row);
    Q_EMIT copyRequested(key.key(), tr("Key “%1”").arg(quoted(key.name(), NameLength)), m_model.caution(row));
}

void ApiKeysPage::copyClientSecret()
{
    const int row = m_table->selectedKey();
    if (row < 0)
        return;
    m_table->choose();
    const ApiKey &key = m_model.keyAt(row);
    Q_EMIT copyRequested(key.clientSecret(), tr("Client secret of “%1”").arg(quoted(key.name(), NameLength)),
                         m_model.caution(row));
}

void ApiKeysPage::showCopied()
{
    m_copied->setText(tr("Copied"));
    QTimer::singleShot(CopiedMs, m_copied, [this] { m_copied->setText({}); });
}

void ApiKeysPage::setRevealed(bool on)
{
    const int row = on && !m_presentationMode ? m_table->selectedKey() : -1;
    m_model.reveal(row);
    if (row < 0) {
        m_hideAgain.stop();
        if (const int width = std::exchange(m_maskedWidth, 0); width > 0)
            m_table->setColumnWidth(ApiKeysModel::Key, width);
        return;
    }
    m_table->choose();
    m_maskedWidth = m_table->columnWidth(ApiKeysModel::Key);
    m_hideAgain.start();
    m_table->resizeColumnToContents(ApiKeysModel::Key);
    m_table->scrollTo(m_table->currentIndex().siblingAtColumn(ApiKeysModel::Key));
}

void ApiKeysPage::filterChanged()
{
    m_table->showMatches(m_filterEdit->text(), static_cast<Show>(m_show->currentData().toInt()));
    updateRows();
    updateActions();
}

void ApiKeysPage::clearFilter()
{
    m_filterEdit->setFocus(); // the button disappears
    m_show->setCurrentIndex(0);
    m_filterEdit->clear();
}

void ApiKeysPage::enterTable()
{
    if (m_table->isVisible()) {
        m_table->setFocus();
        m_table->settle();
    }
}

void ApiKeysPage::updateActions()
{
    updateButtons();
    if (const int row = m_table->selectedKey(); row < 0 || m_model.revealedRow() != row)
        hideSecrets();
}

void ApiKeysPage::updateButtons()
{
    const int row = m_table->selectedKey();
    m_copyKey->setEnabled(row >= 0 && !m_model.keyAt(row).key().isEmpty());
    m_copyClientSecret->setEnabled(row >= 0 && !m_model.keyAt(row).clientSecret().isEmpty());
    m_reveal->setEnabled(row >= 0 && !m_presentationMode);
}

void ApiKeysPage::updateRows()
{
    const int all = m_model.rowCount();
    const int shown = m_filter->rowCount();
    m_count->setText(shown == all ? tr("%n key(s)", nullptr, all) : tr("%1 of %2 keys").arg(shown).arg(all));
    m_count->setVisible(all > 0);
    m_clearFilter->setVisible(all > 0);
    if (shown > 0)
        return m_rows->setCurrentIndex(0);
    const QString words = m_filterEdit->text().simplified();
    QString why = tr("This account has no API keys.");
    if (all > 0)
        why = words.isEmpty() ? tr("No key is “%1”.").arg(m_show->currentText())
                              : tr("No key matches “%1”.").arg(quoted(words, NameLength));
    const bool isNews = m_rows->currentIndex() != 1 || m_empty->text() != why;
    m_empty->setText(why);
    if (m_table->hasFocus())
        m_filterEdit->setFocus();
    m_rows->setCurrentIndex(1);
    if (isNews && isVisible())
        announce(m_empty);
}

void ApiKeysPage::focusFilter()
{
    m_filterEdit->setFocus();
    m_filterEdit->selectAll();
}

void ApiKeysPage::hideSecrets()
{
    m_reveal->setChecked(false);
}

void ApiKeysPage::setPresentationMode(bool on)
{
    m_presentationMode = on;
    hideSecrets();
    updateActions();
}

QByteArray ApiKeysPage::columnState() const
{
    return m_columnsSet ? m_table->horizontalHeader()->saveState() : QByteArray();
}

void ApiKeysPage::restoreColumnState(const QByteArray &state)
{
    QHeaderView *header = m_table->horizontalHeader();
    if (!header->restoreState(state))
        return;
    // All of the default width: the state of a table that has never been shown.
    for (int column = 0; column < header->count() && !m_columnsSet; ++column)
        m_columnsSet = header->sectionSize(column) != header->defaultSectionSize();
}

// Wide enough for the content, but one long description must not push the rest out of view.
void ApiKeysPage::fitColumns()
{
    constexpr int widest = 220;
    if (m_columnsSet || m_model.rowCount() == 0)
        return;
    m_columnsSet = true;
    m_table->resizeColumnsToContents();
    for (int column = 0; column < ApiKeysModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, qMin(m_table->columnWidth(column) + 8, widest));
}

void ApiKeysPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitColumns();
}

// A revealed secret is masked when the page is no longer visible.
void ApiKeysPage::hideEvent(QHideEvent *event)
{
    hideSecrets();
    QWidget::hideEvent(event);
}

bool ApiKeysPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate)
        hideSecrets();
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isReturn || (watched == m_table && key->matches(QKeySequence::Copy))) {
            copyKey();
            return true;
        }
        if (watched == m_filterEdit && key->key() == Qt::Key_Down) {
            enterTable();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace lanyard

#include "moc_apikeyspage.cpp"
