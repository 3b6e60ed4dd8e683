#include "ui/apikeys/apikeyspage.h"

#include "core/models/apikeysfilter.h"
#include "core/models/apikeysmodel.h"
#include "ui/apikeys/expirynotice.h"
#include "ui/apikeys/keyactions.h"
#include "ui/apikeys/keydetails.h"
#include "ui/apikeys/keystable.h"
#include "ui/common/announce.h"
#include "ui/common/emptylist.h"
#include "ui/common/filteredit.h"
#include "ui/common/flowlayout.h"
#include "ui/common/menubutton.h"
#include "ui/look/pageheader.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>

#include <utility>

namespace lanyard {

namespace {

constexpr int FewestRows = 4;

} // namespace

using Show = ApiKeysFilter::Show;

ApiKeysPage::ApiKeysPage(ApiKeysModel &model, const HiddenSecrets &hidden, QWidget *parent)
    : QWidget(parent), m_model(model), m_hidden(hidden), m_filter(new ApiKeysFilter(this)),
      m_filterEdit(new FilterEdit), m_show(new QComboBox), m_tools(new QMenu(this)),
      m_toolsButton(new MenuButton(tr("&Tools"), *m_tools)), m_header(new PageHeader(tr("API keys"))),
      m_remark(new PlainLabel), m_expiry(new ExpiryNotice), m_table(nullptr),
      m_empty(new EmptyList(tr("Clear filter"), tr("Show all keys"))), m_rows(new QStackedWidget),
      m_found(new LateAnnouncement(m_filterEdit, m_rows)), m_actions(nullptr), m_details(nullptr)
{
    m_filter->setSourceModel(&model);
    m_table = new KeysTable(model, *m_filter);
    m_actions = new KeyActions(model, *m_table);
    m_details = new KeyDetails(model);
    for (QWidget *widget : {static_cast<QWidget *>(m_filterEdit), static_cast<QWidget *>(m_show),
                            static_cast<QWidget *>(m_actions), static_cast<QWidget *>(m_details)})
        m_actions->takeCopyOf(*widget);
    m_actions->takeEnterOf(*m_filterEdit);
    m_filterEdit->installEventFilter(this);
    m_rows->installEventFilter(this);
    m_show->setAccessibleName(tr("Show"));
    m_show->addItem(tr("All"), static_cast<int>(Show::All));
    m_show->addItem(tr("Usable now"), static_cast<int>(Show::UsableNow));
    m_show->addItem(tr("Expiring"), static_cast<int>(Show::Expiring));
    m_show->addItem(tr("Expired or revoked"), static_cast<int>(Show::ExpiredOrRevoked));
    arrange();
    connectParts();
    m_table->settle(); // there may be keys already
    followSelection();
    updateRows();
}

QLayout *ApiKeysPage::filterRow()
{
    auto *showLabel = new PlainLabel(tr("Sho&w"));
    showLabel->setBuddy(m_show);
    auto *show = new QHBoxLayout;
    show->addWidget(showLabel);
    show->addWidget(m_show);
    auto *row = new FlowLayout;
    row->addRow(m_filterEdit->labelledRow());
    row->addRow(show);
    row->addWidget(m_toolsButton);
    return row;
}

void ApiKeysPage::arrange()
{
    m_remark->setWordWrap(true);
    keepQuietWhileHidden(*m_rows); // no list is found in where nobody is signed in
    m_rows->addWidget(m_table);
    m_rows->addWidget(m_empty);
    m_table->setMinimumHeight(m_table->heightOf(FewestRows));
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Large, Space::Medium);
    layout->addWidget(m_header);
    layout->addLayout(filterRow());
    layout->addWidget(m_expiry);
    layout->addWidget(m_remark);
    layout->addWidget(m_rows, 1); // half each, but for what the details cannot fill
    layout->addWidget(m_actions); // between two of steady height
    layout->addWidget(m_details, 1);
}

void ApiKeysPage::connectParts()
{
    connect(m_filterEdit, &QLineEdit::textChanged, this, &ApiKeysPage::filterChanged);
    connect(m_show, &QComboBox::currentIndexChanged, this, &ApiKeysPage::filterChanged);
    connect(m_empty, &EmptyList::clearFilterRequested, this, &ApiKeysPage::clearFilter);
    connect(m_empty, &EmptyList::showAllRequested, this, &ApiKeysPage::showInAnyState);
    connect(m_expiry, &ExpiryNotice::showRequested, this, &ApiKeysPage::showExpiring);
    connect(m_expiry, &ExpiryNotice::showAllRequested, this, &ApiKeysPage::showAll);
    connect(m_table, &KeysTable::selectionMoved, this, &ApiKeysPage::followSelection);
    connect(m_details, &KeyDetails::copyClientSecretRequested, m_actions, &KeyActions::copyClientSecret);
    connect(m_details, &KeyDetails::revealClientSecretRequested, m_actions, &KeyActions::revealClientSecret);
    connect(m_actions, &KeyActions::updated, this, &ApiKeysPage::selectedKeyChanged);
    connect(m_actions, &KeyActions::copyRequested, this, &ApiKeysPage::copyRequested);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_isSummaryOld = true; });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        m_isSummaryOld = true;
        updateSoon(); // also of a key that the filter hides: the sentence instead of the rows may name it
    });
    connect(&m_model, &ApiKeysModel::listRemarkChanged, this, &ApiKeysPage::updateSoon);
    for (const auto rowsChanged : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, rowsChanged, this, &ApiKeysPage::updateSoon);
    connect(m_filter, &ApiKeysFilter::shown, this, [this] {
        m_table->settle();
        updateRows();
        followSelection();
        if (isVisible())
            m_table->fitColumns();
    });
    connect(m_filter, &QAbstractItemModel::modelReset, this, [this] {
        updateRows(); // not delayed: the page may be shown with this response
        m_actions->updateButtons();
        m_details->showKey(m_table->selectedKey());
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
        followSelection();
        if (isVisible())
            m_table->fitColumns();
    };
    QMetaObject::invokeMethod(this, update, Qt::QueuedConnection);
}

QList<QAction *> ApiKeysPage::columnActions() const
{
    return m_table->columnActions();
}

QList<QAction *> ApiKeysPage::sortActions() const
{
    return m_table->sortActions();
}

void ApiKeysPage::addKeyActions(const QList<QAction *> &more)
{
    m_actions->addToMore(more);
}

void ApiKeysPage::addTools(const QList<QAction *> &tools)
{
    m_tools->addActions(tools);
}

int ApiKeysPage::selectedKey() const
{
    return m_table->selectedKey();
}

void ApiKeysPage::followSelection()
{
    m_actions->follow();
    m_details->showKey(m_table->selectedKey());
}

void ApiKeysPage::focusFilter()
{
    m_filterEdit->beginAnew();
}

void ApiKeysPage::setServer(const QString &server)
{
    m_actions->setServer(server);
}

void ApiKeysPage::hideSecrets()
{
    m_actions->hideSecrets();
}

void ApiKeysPage::setPresentationMode(bool on)
{
    m_actions->setPresentationMode(on);
    m_details->setPresentationMode(on);
}

QByteArray ApiKeysPage::columnState() const
{
    return m_table->columnState();
}

void ApiKeysPage::restoreColumnState(const QByteArray &state)
{
    m_table->restoreColumnState(state);
}

void ApiKeysPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_table->fitColumns();
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
    // With large text on a small screen, lines above it that wrap would push it out of sight.
    if (watched == m_rows && event->type() == QEvent::Move && m_table->hasFocus())
        keepTableInSight();
    if (watched == m_filterEdit && event->type() == QEvent::KeyPress &&
        m_filterEdit->leadsToList(*static_cast<QKeyEvent *>(event))) {
        enterTable();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace lanyard

#include "moc_apikeyspage.cpp"
