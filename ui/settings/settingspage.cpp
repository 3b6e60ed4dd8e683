#include "ui/settings/settingspage.h"

#include "core/base/sentences.h"
#include "core/base/text.h"
#include "core/models/settingsfilter.h"
#include "core/models/settingsmodel.h"
#include "ui/common/filteredit.h"
#include "ui/common/flowlayout.h"
#include "ui/common/pagearea.h"
#include "ui/look/pageheader.h"
#include "ui/look/spacing.h"
#include "ui/settings/colourchoice.h"
#include "ui/settings/longsetting.h"
#include "ui/settings/nosettings.h"
#include "ui/settings/settinglistremark.h"
#include "ui/settings/settingremark.h"
#include "ui/settings/settingsaccess.h"
#include "ui/settings/settingstree.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// How many settings the filter leaves in @p branch of the model, without looking at each.
int settingsLeftIn(const SettingsFilter &filter, const SettingsModel &model, const QModelIndex &branch)
{
    int count = filter.rowCount(filter.mapFromSource(branch));
    for (const QModelIndexList inner = model.branchesIn(branch); const QModelIndex &one : inner) {
        if (filter.mapFromSource(one).isValid())
            count += settingsLeftIn(filter, model, one) - 1;
    }
    return count;
}

} // namespace

SettingsPage::SettingsPage(SettingsModel &model, QWidget *parent)
    : QWidget(parent), m_model(model), m_filter(new SettingsFilter(this)), m_filterEdit(new FilterEdit),
      m_header(new PageHeader(tr("Settings"), aboutPage())), m_tree(new SettingsTree),
      m_none(new NoSettings(*m_tree, *m_filterEdit)),
      m_delegate(new SettingDelegate([this](const QString &id, const QString &text) { return m_model.read(id, text); },
                                     m_tree)),
      m_edit(new QPushButton(tr("E&dit value"))), m_revertOne(new QPushButton(tr("&Undo change"))),
      m_colour(new QPushButton(tr("Choose co&lour…"))), m_remark(new SettingRemark(model, *m_tree)), m_place(*m_tree),
      m_interrupted(model, *m_filter, *m_tree, *m_delegate, *m_remark)
{
    installSettingsAccess();
    m_filter->setSourceModel(&model);
    m_tree->setModel(m_filter);
    m_tree->setUp();
    m_tree->setItemDelegate(m_delegate);
    m_tree->setAccessibleName(tr("Settings"));
    arrange();
    connectDelegate();
    connectModel();
    connectTree();
    connectButtons();
    m_place.remember();
    restorePlace();
}

// Otherwise the editor would commit its text when it loses the focus, to a page that is half destroyed.
SettingsPage::~SettingsPage()
{
    commitEditor();
}

void SettingsPage::arrange()
{
    constexpr int fewestRows = 4; // including those of category and group
    QHBoxLayout *top = m_filterEdit->labelledRow();
    top->setSpacing(space(Space::Medium));
    auto *bottom = new FlowLayout;
    bottom->addWidget(m_edit);
    bottom->addWidget(m_revertOne);
    bottom->addWidget(m_colour);
    bottom->addWidget(m_remark);
    m_tree->setMinimumHeight(heightOfRows(*m_tree, *m_tree->header(), fewestRows));
    for (QPushButton *button : {m_edit, m_revertOne, m_colour})
        button->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    setSpaces(*layout, Space::Large, Space::Medium);
    layout->addWidget(m_header);
    layout->addLayout(top);
    layout->addWidget(new SettingListRemark(m_model, this));
    layout->addWidget(m_none, 1);
    layout->addLayout(bottom);
}

void SettingsPage::setPresentationMode(bool on)
{
    const auto typing = m_delegate->typing();
    m_delegate->setPresentationMode(on, typing && m_model.holdsSecret(typing->text));
    presentLongTexts(m_model, *this, on);
}

void SettingsPage::editCurrent()
{
    m_tree->setFocus();
    m_tree->edit(currentValue());
}

QList<QAction *> SettingsPage::sortActions() const
{
    return m_tree->sortActions();
}

void SettingsPage::setFilter(const QString &text)
{
    m_none->beginAnew();
    m_filter->texts().drop();
    if (text.isEmpty())
        return showMatches(text);
    m_filter->texts().whenMade(m_model, [this, text] { showMatches(text); });
}

void SettingsPage::showMatches(const QString &text)
{
    m_place.noteSight();
    m_place.remember();
    m_place.foldAll();
    m_filter->setText(text);
    m_place.restore(!text.isEmpty());
    m_place.keepSight();
    updateButtons();
}

void SettingsPage::rememberPlace()
{
    m_isSameUser = true;
    m_place.remember();
    m_interrupted.remember();
}

void SettingsPage::restorePlace()
{
    m_place.restore(!m_filterEdit->text().isEmpty());
    m_tree->fitColumns();
    updateButtons();
    m_interrupted.resume();
}

QModelIndex SettingsPage::currentValue() const
{
    return m_tree->currentIndex().siblingAtColumn(SettingsModel::Value);
}

// A pressed button takes the focus, and the typed text is committed before the button acts.
void SettingsPage::updateTyping(bool isInvalid)
{
    const auto typing = m_delegate->typing();
    const bool isTyping = typing && typing->text != typing->opened;
    m_revertOne->setEnabled(isTyping || currentValue().data(SettingsModel::ChangedRole).toBool());
    const QString before = std::exchange(m_typedId, isTyping ? typing->id : QString());
    if (!before.isEmpty() && before != m_typedId)
        m_model.setOpen(before, std::nullopt);
    if (isTyping)
        m_model.setOpen(typing->id, OpenTexts::Text{typing->value, typing->before, isInvalid});
    if (before.isEmpty() == isTyping)
        Q_EMIT typingChanged(isTyping);
}

void SettingsPage::updateButtons()
{
    followCurrent();
    showWhatIsThere();
}

void SettingsPage::followCurrent()
{
    const QModelIndex value = currentValue();
    m_edit->setEnabled(value.data(SettingsModel::IsSettingRole).toBool() &&
                       !value.data(SettingsModel::ReadOnlyRole).toBool());
    m_colour->setVisible(isColourSetting(value));
    m_colour->setEnabled(canChooseColour(value));
    updateTyping();
    m_remark->showCurrent();
}

// Later, once for all that come and go: the list is not to be hidden, and left by the focus, while its last row is
// being removed; and to count the settings is to go through all of them.
void SettingsPage::showWhatIsThereSoon()
{
    if (std::exchange(m_isCountDue, true))
        return;
    const auto show = [this] {
        m_isCountDue = false;
        showWhatIsThere();
    };
    QMetaObject::invokeMethod(this, show, Qt::QueuedConnection);
}

void SettingsPage::showWhatIsThere()
{
    const bool isFiltered = m_model.rowCount() > 0;
    if (m_filter->rowCount() > 0)
        m_none->showList(foundText(), tr("%n setting(s)", nullptr, m_model.settingCount()));
    else
        m_none->explain(isFiltered ? withQuotation(tr("No setting matches “%1”."),
                                                   quoted(m_model.searched(m_filterEdit->text().trimmed()), 100))
                                   : m_model.emptyText(),
                        isFiltered);
}

// How much the filter leaves; empty without one.
QString SettingsPage::foundText() const
{
    if (m_filterEdit->text().trimmed().isEmpty())
        return {};
    return tr("%1 of %2 settings").arg(settingsLeftIn(*m_filter, m_model, {})).arg(m_model.settingCount());
}

void SettingsPage::focusFilter()
{
    m_filterEdit->beginAnew();
}

void SettingsPage::showAll()
{
    m_filterEdit->forget();
}

QByteArray SettingsPage::columnState() const
{
    return m_tree->columnState();
}

void SettingsPage::restoreColumnState(const QByteArray &state)
{
    m_tree->restoreColumnState(state);
}

} // namespace lanyard

#include "moc_settingspage.cpp"
