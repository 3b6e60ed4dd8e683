// The rows of the page, and what is said about them.
#include "core/base/searchtext.h"
#include "core/base/text.h"
#include "core/models/apikeysfilter.h"
#include "core/models/apikeysmodel.h"
#include "core/models/apikeyssummary.h"
#include "ui/apikeys/apikeyspage.h"
#include "ui/apikeys/expirynotice.h"
#include "ui/apikeys/keydetails.h"
#include "ui/apikeys/keystable.h"
#include "ui/apikeys/nokeys.h"
#include "ui/common/filteredit.h"
#include "ui/look/pageheader.h"
#include "ui/look/plainlabel.h"

#include <QComboBox>
#include <QStackedWidget>

namespace lanyard {

namespace {

constexpr qsizetype WordsLength = 60;

} // namespace

void ApiKeysPage::updateRows()
{
    updateTexts();
    m_details->setVisible(m_model.rowCount() > 0);
    if (m_filter->rowCount() > 0)
        m_rows->setCurrentWidget(m_table);
    else
        explainNoRow();
}

void ApiKeysPage::updateTexts()
{
    const int all = m_model.rowCount();
    const int shown = m_filter->rowCount();
    if (all == 0)
        m_header->setLine({});
    else
        m_header->setLine(shown == all ? keysSummary(m_model) : tr("%1 of %2 keys").arg(shown).arg(all));
    m_remark->setText(m_model.listRemark());
    m_remark->setVisible(all > 0 && !m_model.listRemark().isEmpty());
    const QString expiry = expiryNotice(m_model);
    m_expiry->setText(expiry);
    m_expiry->setVisible(!expiry.isEmpty() &&
                         m_show->currentData().toInt() != static_cast<int>(ApiKeysFilter::Show::Expiring));
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

} // namespace lanyard
