#include "ui/apikeys/apikeyspage.h"

#include "core/base/text.h"
#include "core/models/apikeysfilter.h"
#include "core/models/apikeysmodel.h"
#include "ui/apikeys/keycelldelegate.h"
#include "ui/common/icons.h"
#include "ui/common/plainlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr int RevealMs = 20'000;

using Show = ApiKeysFilter::Show;

} // namespace

ApiKeysPage::ApiKeysPage(ApiKeysModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_filter(new ApiKeysFilter(this)), m_filterEdit(new QLineEdit),
      m_show(new QComboBox), m_count(new PlainLabel), m_table(new QTableView),
      m_copyKey(new QPushButton(tr("&Copy key"))), m_copyClientSecret(new QPushButton(tr("Copy c&lient secret"))),
      m_reveal(new QPushButton(tr("Re&veal")))
{
    m_filter->setSourceModel(&model);
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new KeyCellDelegate(m_table));
    m_table->setAccessibleName(tr("API keys"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ApiKeysModel::Name, Qt::AscendingOrder);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 14);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionsMovable(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);

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
    updateCount();
}

void ApiKeysPage::arrange()
{
    auto *filterLabel = new PlainLabel(tr("&Filter"));
    filterLabel->setBuddy(m_filterEdit);
    auto *showLabel = new PlainLabel(tr("S&how"));
    showLabel->setBuddy(m_show);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(filterLabel);
    top->addWidget(m_filterEdit, 1);
    top->addSpacing(8);
    top->addWidget(showLabel);
    top->addWidget(m_show);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    m_copyKey->setIcon(icon("copy"_L1));
    m_reveal->setIcon(icon("reveal"_L1));
    for (QPushButton *button : {m_copyKey, m_copyClientSecret, m_reveal}) {
        button->setAutoDefault(false);
        bottom->addWidget(button);
    }
    bottom->addStretch();
    bottom->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    layout->addLayout(bottom);
}

void ApiKeysPage::addActions()
{
    connect(m_filterEdit, &QLineEdit::textChanged, m_filter, &ApiKeysFilter::setText);
    connect(m_show, &QComboBox::currentIndexChanged, this,
            [this] { m_filter->setShow(static_cast<Show>(m_show->currentData().toInt())); });
    connect(m_copyKey, &QPushButton::clicked, this, &ApiKeysPage::copyKey);
    connect(m_copyClientSecret, &QPushButton::clicked, this, &ApiKeysPage::copyClientSecret);
    connect(m_reveal, &QPushButton::toggled, this, &ApiKeysPage::setRevealed);
    connect(&m_hideAgain, &QTimer::timeout, this, [this] { m_reveal->setChecked(false); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_reveal->setChecked(false);
        updateActions();
    });
    connect(m_table, &QTableView::doubleClicked, this, &ApiKeysPage::copyKey);
    connect(m_filter, &QAbstractItemModel::modelReset, this, [this] {
        m_reveal->setChecked(false);
        if (!m_columnsSet && m_model.rowCount() > 0)
            fitColumns();
        m_table->selectRow(0);
        updateActions();
        updateCount();
    });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &ApiKeysPage::updateCount);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, [this] {
        updateCount();
        updateActions();
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &point) {
        auto *menu = new QMenu(m_table);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (QPushButton *button : {m_copyKey, m_copyClientSecret, m_reveal}) {
            QAction *action = menu->addAction(button->icon(), button->text(), button, &QPushButton::click);
            action->setEnabled(button->isEnabled());
        }
        menu->popup(m_table->viewport()->mapToGlobal(point));
    });
}

int ApiKeysPage::currentRow() const
{
    const QModelIndex index = m_filter->mapToSource(m_table->currentIndex());
    return index.isValid() ? index.row() : -1;
}

void ApiKeysPage::copyKey()
{
    if (const int row = currentRow(); row >= 0 && m_copyKey->isEnabled()) {
        const ApiKey &key = m_model.keyAt(row);
        Q_EMIT copyRequested(key.key(), tr("Key “%1”").arg(visibleText(key.name(), false, 60)));
    }
}

void ApiKeysPage::copyClientSecret()
{
    if (const int row = currentRow(); row >= 0) {
        const ApiKey &key = m_model.keyAt(row);
        Q_EMIT copyRequested(key.clientSecret(), tr("Client secret of “%1”").arg(visibleText(key.name(), false, 60)));
    }
}

void ApiKeysPage::setRevealed(bool on)
{
    m_model.reveal(on && !m_presentationMode ? currentRow() : -1);
    if (m_model.revealedRow() >= 0) {
        m_hideAgain.start();
        m_table->resizeColumnToContents(ApiKeysModel::Key);
        m_table->scrollTo(m_table->currentIndex().siblingAtColumn(ApiKeysModel::Key));
    } else {
        m_hideAgain.stop();
    }
}

void ApiKeysPage::updateActions()
{
    const int row = currentRow();
    m_copyKey->setEnabled(row >= 0 && !m_model.keyAt(row).key().isEmpty());
    m_copyClientSecret->setEnabled(row >= 0 && !m_model.keyAt(row).clientSecret().isEmpty());
    m_reveal->setEnabled(row >= 0 && !m_presentationMode);
}

void ApiKeysPage::updateCount()
{
    const int all = m_model.rowCount();
    const int shown = m_filter->rowCount();
    if (all == 0)
        m_count->setText(tr("No API keys"));
    else
        m_count->setText(shown == all ? tr("%n key(s)", nullptr, all) : tr("%1 of %2 keys").arg(shown).arg(all));
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
    return m_table->horizontalHeader()->saveState();
}

void ApiKeysPage::restoreColumnState(const QByteArray &state)
{
    m_columnsSet = m_table->horizontalHeader()->restoreState(state);
}

// Wide enough for what is there, but one long description must not push the rest out of sight.
void ApiKeysPage::fitColumns()
{
    constexpr int widest = 220;
    m_columnsSet = true;
    m_table->resizeColumnsToContents();
    for (int column = 0; column < ApiKeysModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, qMin(m_table->columnWidth(column) + 8, widest));
}

// A secret on the screen goes when nobody looks at this page any more.
void ApiKeysPage::hideEvent(QHideEvent *event)
{
    m_reveal->setChecked(false);
    QWidget::hideEvent(event);
}

bool ApiKeysPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate)
        m_reveal->setChecked(false);
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            copyKey();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace lanyard

#include "moc_apikeyspage.cpp"
