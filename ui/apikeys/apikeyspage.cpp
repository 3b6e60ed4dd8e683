#include "ui/apikeys/apikeyspage.h"

#include "core/base/searchtext.h"
#include "core/base/text.h"
#include "core/models/apikeysfilter.h"
#include "core/models/apikeysmodel.h"
#include "ui/apikeys/keyactions.h"
#include "ui/apikeys/keystable.h"
#include "ui/apikeys/nokeys.h"
#include "ui/common/filteredit.h"
#include "ui/common/flowlayout.h"
#include "ui/common/pagearea.h"
#include "ui/look/plainlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedWidget>

#include <utility>

namespace lanyard {

namespace {

constexpr qsizetype WordsLength = 60;
constexpr int FewestRows = 3;
using Show = ApiKeysFilter::Show;

} // namespace

ApiKeysPage::ApiKeysPage(ApiKeysModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_filter(new ApiKeysFilter(this)), m_filterEdit(new FilterEdit),
      m_show(new QComboBox), m_count(new PlainLabel), m_remark(new PlainLabel), m_table(nullptr), m_empty(new NoKeys),
      m_rows(new QStackedWidget), m_actions(nullptr)
{
    m_filter->setSourceModel(&model);
    m_table = new KeysTable(model, *m_filter);
    m_actions = new KeyActions(model, *m_table, m_count);
    m_actions->takeKeysOf(*m_filterEdit);
    m_actions->takeKeysOf(*m_show);
    m_filterEdit->installEventFilter(this);
    m_show->setAccessibleName(tr("Show"));
    m_show->addItem(tr("all"), static_cast<int>(Show::All));
    m_show->addItem(tr("usable now"), static_cast<int>(Show::UsableNow));
    m_show->addItem(tr("expiring"), static_cast<int>(Show::Expiring));
    m_show->addItem(tr("expired or revoked"), static_cast<int>(Show::ExpiredOrRevoked));
    arrange();
    connectParts();
    m_actions->follow();
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
    return row;
}

void ApiKeysPage::arrange()
{
    m_remark->setWordWrap(true);
    m_rows->addWidget(m_table);
    m_rows->addWidget(m_empty);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_count->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_table->setMinimumHeight(heightOfRows(*m_table, *m_table->horizontalHeader(), FewestRows));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(filterRow());
    layout->addWidget(m_remark);
    layout->addWidget(m_rows, 1);
    layout->addWidget(m_actions);
}

void ApiKeysPage::connectParts()
{
    connect(m_filterEdit, &QLineEdit::textChanged, this, &ApiKeysPage::filterChanged);
    connect(m_show, &QComboBox::currentIndexChanged, this, &ApiKeysPage::filterChanged);
    connect(m_empty, &NoKeys::clearFilterRequested, this, &ApiKeysPage::clearFilter);
    connect(m_actions, &KeyActions::copyRequested, this, &ApiKeysPage::copyRequested);
    connect(m_filter, &QAbstractItemModel::dataChanged, this, &ApiKeysPage::updateSoon);
    connect(&m_model, &ApiKeysModel::listRemarkChanged, this, &ApiKeysPage::updateSoon);
    for (const auto rowsChanged : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, rowsChanged, this, &ApiKeysPage::updateSoon);
    connect(m_filter, &QAbstractItemModel::modelReset, this, [this] {
        updateRows(); // not delayed: the page may be shown with this response
        m_actions->updateButtons();
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
        m_actions->follow();
        if (isVisible())
            m_table->fitColumns();
    };
    QMetaObject::invokeMethod(this, update, Qt::QueuedConnection);
}

QList<QAction *> ApiKeysPage::sortActions() const
{
    return m_table->sortActions();
}

void ApiKeysPage::filterChanged()
{
    m_table->showMatches(m_filterEdit->text(), static_cast<Show>(m_show->currentData().toInt()));
    updateRows();
    m_actions->follow();
}

void ApiKeysPage::clearFilter()
{
    m_filterEdit->setFocus(); // the button disappears
    showAll();
}

void ApiKeysPage::showAll()
{
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

void ApiKeysPage::updateRows()
{
    const int all = m_model.rowCount();
    const int shown = m_filter->rowCount();
    m_count->setText(shown == all ? tr("%n key(s)", nullptr, all) : tr("%1 of %2 keys").arg(shown).arg(all));
    m_count->setVisible(all > 0);
    m_remark->setText(m_model.listRemark());
    m_remark->setVisible(all > 0 && !m_model.listRemark().isEmpty());
    if (shown > 0)
        m_rows->setCurrentWidget(m_table);
    else
        explainNoRow();
}

void ApiKeysPage::explainNoRow()
{
    const QString why = whyNoRow();
    const bool isNews = m_rows->currentWidget() != m_empty || m_empty->text() != why;
    m_empty->explain(why, m_model.rowCount() > 0);
    if (m_table->hasFocus())
        m_filterEdit->setFocus();
    m_rows->setCurrentWidget(m_empty);
    if (isNews && isVisible())
        m_empty->announceText();
}

QString ApiKeysPage::whyNoRow() const
{
    if (m_model.rowCount() == 0)
        return m_model.listRemark().isEmpty() ? tr("This account has no API keys.") : m_model.listRemark();
    const QString text = searchedText(m_filterEdit->text());
    return text.isEmpty() ? tr("No key is “%1”.").arg(m_show->currentText())
                          : tr("No key matches “%1”.").arg(quoted(text, WordsLength));
}

void ApiKeysPage::focusFilter()
{
    m_filterEdit->beginAnew();
}

void ApiKeysPage::hideSecrets()
{
    m_actions->hideSecrets();
}

void ApiKeysPage::setPresentationMode(bool on)
{
    m_actions->setPresentationMode(on);
}

void ApiKeysPage::showCopied()
{
    m_actions->showCopied();
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
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        enterTable();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace lanyard

#include "moc_apikeyspage.cpp"
