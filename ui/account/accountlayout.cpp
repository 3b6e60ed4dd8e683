// Where the parts of an account are.
#include "ui/account/accountview.h"
#include "ui/common/messagebar.h"
#include "ui/common/pagearea.h"
#include "ui/common/savebar.h"
#include "ui/look/spacing.h"
#include "ui/profile/profilepage.h"

#include <QResizeEvent>
#include <QVBoxLayout>

#include <utility>

namespace lanyard {

namespace {

constexpr int LinesOfLowView = 18;

} // namespace

void AccountView::arrange()
{
    m_aboveThePage->addWidget(m_messageBar);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_aboveThePage);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_saveBar);
    alignMessages();
}

QWidgetList AccountView::areas() const
{
    return {m_messageBar, m_pages, m_saveBar};
}

// In the place of the page's header, of which the sidebar tells the same: whatever comes or goes, what is below stays
// where it is. As wide as what the page shows, which in the profile has a greatest width.
void AccountView::alignMessages()
{
    int left = space(Space::Large);
    int right = left;
    if (const ProfilePage *profile = m_pages->shownProfile()) {
        const QWidget *around = m_aboveThePage->parentWidget();
        const QRect form = profile->form();
        left = around->mapFromGlobal(profile->mapToGlobal(form.topLeft())).x();
        right = around->width() - left - form.width();
    }
    const int above = m_messages.current() ? space(Space::Medium) : 0; // without a message, nothing is covered
    m_aboveThePage->setContentsMargins(left, above, right, 0);
    m_messageBar->setMinimumHeight(isLow() ? 0 : qMax(0, m_pages->area().headHeight() - above));
}

bool AccountView::isLow() const
{
    return height() < LinesOfLowView * fontMetrics().lineSpacing();
}

// In a low view they scroll with the page: beside them, nothing of it would be seen.
void AccountView::placeMessages()
{
    if (m_isEnding)
        return;
    m_pages->setLow(isLow());
    auto *around = static_cast<QBoxLayout *>(m_aboveThePage->parent());
    auto *next = isLow() ? &m_pages->area().content() : static_cast<QBoxLayout *>(layout());
    const bool isInUse = m_messageBar->isAncestorOf(window()->focusWidget()); // which would lose the focus
    if (around != next && !isInUse) {
        around->removeItem(m_aboveThePage);
        next->insertLayout(0, m_aboveThePage);
    }
    alignMessages();
}

void AccountView::showMessage()
{
    if (m_isEnding)
        return;
    alignMessages();
    m_hasUnseen = m_messages.current() && !isVisible();
    if (m_messages.current() && m_pages->area().isAncestorOf(m_messageBar))
        m_pages->area().showTop();
}

void AccountView::showUnseen()
{
    if (std::exchange(m_hasUnseen, false))
        showMessage();
}

// Queued: first the focus goes to where it was, which scrolls to that.
void AccountView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QMetaObject::invokeMethod(this, &AccountView::showUnseen, Qt::QueuedConnection);
}

void AccountView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_isEnding) // the message may have been on a page that is gone
        return;
    placeMessages();
    m_messageBar->fitWindow();
}

} // namespace lanyard
