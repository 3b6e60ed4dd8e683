// The rows of the page, and what is said about them.
#include "core/base/searchtext.h"
#include "core/base/sentences.h"
#include "core/base/text.h"
#include "core/models/apikeysfilter.h"
#include "core/models/apikeysmodel.h"
#include "core/models/apikeyssummary.h"
#include "core/models/hiddensecrets.h"
#include "core/models/keylookup.h"
#include "ui/apikeys/apikeyspage.h"
#include "ui/apikeys/expirynotice.h"
#include "ui/apikeys/keyactions.h"
#include "ui/apikeys/keydetails.h"
#include "ui/apikeys/keystable.h"
#include "ui/common/announce.h"
#include "ui/common/emptylist.h"
#include "ui/common/filteredit.h"
#include "ui/common/menubutton.h"
#include "ui/look/pageheader.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"

#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace lanyard {

namespace {

constexpr qsizetype WordsLength = 60;

QWidget *lastStopIn(QWidget &part)
{
    QWidget *last = &part;
    for (QWidget *next = part.nextInFocusChain(); next != &part; next = next->nextInFocusChain()) {
        if (part.isAncestorOf(next) && next->focusPolicy() != Qt::NoFocus && !next->focusProxy())
            last = next;
    }
    return last;
}

} // namespace

void ApiKeysPage::filterChanged()
{
    m_found->beginAnew();
    SearchTexts &texts = m_filter->texts();
    texts.drop();
    if (searchedText(m_filterEdit->text()).isEmpty())
        return showMatches();
    m_filter->prepareText(m_filterEdit->text());
    texts.whenMade(m_model, [this] { showMatches(); });
    if (texts.isMaking())
        m_header->setLine(tr("Searching…"));
}

void ApiKeysPage::showMatches()
{
    m_table->showMatches(m_filterEdit->text(), static_cast<ApiKeysFilter::Show>(m_show->currentData().toInt()));
    updateRows();
    followSelection();
}

void ApiKeysPage::updateRows()
{
    updateTexts();
    for (QWidget *ofAKey : {static_cast<QWidget *>(m_actions), static_cast<QWidget *>(m_details)})
        ofAKey->setVisible(m_model.rowCount() > 0);
    if (m_filter->rowCount() > 0 || !m_filter->isShowing()) {
        m_rows->setCurrentWidget(m_table);
        m_empty->explain({}, false); // what was typed is not kept where nobody sees it
    } else {
        explainNoRow();
    }
    tellFound();
}

void ApiKeysPage::updateTexts()
{
    if (std::exchange(m_isSummaryOld, false)) {
        m_summary = keysSummary(m_model);
        m_expiring = expiryNotice(m_model);
    }
    const int all = m_model.rowCount();
    const int shown = m_filter->rowCount();
    if (all == 0)
        m_header->setLine({});
    else if (!m_filter->isShowing())
        m_header->setLine(tr("Sorting…"));
    else
        m_header->setLine(shown == all ? m_summary : tr("%1 of %2 keys").arg(shown).arg(all));
    m_remark->setText(m_model.listRemark());
    m_remark->setVisible(all > 0 && !m_model.listRemark().isEmpty());
    m_expiry->setText(m_expiring);
    m_expiry->setVisible(!m_expiring.isEmpty());
    m_expiry->setShowing(m_show->currentData().toInt() == static_cast<int>(ApiKeysFilter::Show::Expiring));
}

void ApiKeysPage::showExpiring()
{
    m_filterEdit->clear();
    m_show->setCurrentIndex(m_show->findData(static_cast<int>(ApiKeysFilter::Show::Expiring)));
    m_table->sortByColumn(ApiKeysModel::Expires, Qt::AscendingOrder); // the most urgent first
    m_table->scrollToTop();
}

void ApiKeysPage::clearFilter()
{
    m_filterEdit->setFocus(); // the button disappears
    showAll();
}

void ApiKeysPage::showInAnyState()
{
    m_filterEdit->setFocus(); // the button disappears
    m_show->setCurrentIndex(0);
}

void ApiKeysPage::showAll()
{
    m_show->setCurrentIndex(0);
    m_filterEdit->forget();
}

void ApiKeysPage::copyKey()
{
    m_actions->copyKey();
}

void ApiKeysPage::showKey(int row)
{
    if (!m_filter->isShowing())
        m_filter->sortNow();
    const auto shown = [this, row] { return m_filter->mapFromSource(m_model.index(row, ApiKeysModel::Name)); };
    if (!shown().isValid())
        showAll();
    if (!shown().isValid())
        return;
    m_table->selectRow(shown().row());
    m_table->choose();
    m_table->scrollTo(shown());
    enterTable();
}

void ApiKeysPage::enterTable()
{
    if (m_table->isVisible()) {
        m_table->settle(); // first: the row is told as the table gets the focus
        m_table->setFocus();
    }
}

void ApiKeysPage::explainNoRow()
{
    const bool hasOthers = !searchedText(m_filterEdit->text()).isEmpty() && m_filter->hasOthers();
    m_empty->explain(whyNoRow(hasOthers), m_model.rowCount() > 0, hasOthers);
    if (m_table->hasFocus())
        m_filterEdit->setFocus();
    m_rows->setCurrentWidget(m_empty);
}

// How much a filter leaves, when the typing pauses. A list without keys is also that of nobody who is signed in.
void ApiKeysPage::tellFound()
{
    const bool isFiltered = m_show->currentIndex() > 0 || !searchedText(m_filterEdit->text()).isEmpty();
    if (m_model.rowCount() == 0 || !m_filter->isShowing())
        m_found->set({});
    else if (m_filter->rowCount() == 0)
        m_found->set(m_empty->text());
    else if (isFiltered)
        m_found->set(tr("%1 of %2 keys").arg(m_filter->rowCount()).arg(m_model.rowCount()));
    else
        m_found->end(tr("%n key(s)", nullptr, m_model.rowCount()));
}

QString ApiKeysPage::whyNoRow(bool hasOthers) const
{
    if (m_model.rowCount() == 0)
        return m_model.listRemark().isEmpty() ? tr("This account has no API keys.") : m_model.listRemark();
    const QString text = searchedText(m_filterEdit->text());
    if (text.isEmpty())
        return tr("No key is “%1”.").arg(m_show->currentText());
    // The list is not searched for the keys themselves: that none matches would be untrue of one of them.
    if (const Secret key = Secret::fromText(text); !findKeys(m_model, key).isEmpty())
        return keyLookupText({{&m_model}}, true, key);
    const QString said = quoted(m_hidden.searched(text), WordsLength);
    return hasOthers ? tr("No key that is “%1” matches “%2”, but others do.").arg(m_show->currentText(), said)
                     : withQuotation(tr("No key matches “%1”."), said);
}

void ApiKeysPage::setLow(bool isLow)
{
    if (std::exchange(m_isLow, isLow) == isLow)
        return;
    m_header->setLow(isLow);
    auto *lines = static_cast<QVBoxLayout *>(layout());
    setSpaces(*lines, isLow ? Space::Medium : Space::Large, isLow ? Space::Small : Space::Medium);
    for (QWidget *said : {static_cast<QWidget *>(m_expiry), static_cast<QWidget *>(m_remark)}) {
        lines->removeWidget(said);
        lines->insertWidget(lines->indexOf(isLow ? static_cast<QWidget *>(m_details) : m_rows), said);
    }
    setTabOrder(isLow ? lastStopIn(*m_actions) : m_toolsButton, lastStopIn(*m_expiry));
}

// Queued: the area has not grown yet by what has moved the table. Its beginning, if there is no room for all of it.
void ApiKeysPage::keepTableInSight()
{
    const auto scroll = [this] {
        for (QWidget *around = parentWidget(); around; around = around->parentWidget()) {
            auto *area = qobject_cast<QScrollArea *>(around);
            if (!area)
                continue;
            area->ensureWidgetVisible(m_rows, 0, 0);
            if (m_rows->height() > area->viewport()->height())
                area->verticalScrollBar()->setValue(m_rows->mapTo(area->widget(), QPoint(0, 0)).y());
            return;
        }
    };
    QMetaObject::invokeMethod(this, scroll, Qt::QueuedConnection);
}

void ApiKeysPage::showCopied()
{
    m_actions->showCopied();
}

void ApiKeysPage::forgetCopied()
{
    m_actions->forgetCopied();
}

} // namespace lanyard
