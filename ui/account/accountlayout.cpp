// Where the parts of an account are.
#include "ui/account/accountview.h"
#include "ui/common/messagebar.h"
#include "ui/common/savebar.h"
#include "ui/look/spacing.h"
#include "ui/profile/profilepage.h"

#include <QResizeEvent>
#include <QVBoxLayout>

namespace lanyard {

void AccountView::arrange()
{
    m_aboveThePage->addWidget(m_messageBar);
    alignMessages();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_aboveThePage);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_saveBar);
}

// As wide as what the page below shows, which in the profile has a greatest width.
void AccountView::alignMessages()
{
    int left = space(Space::Large);
    int right = left;
    if (const ProfilePage *profile = m_pages->shownProfile()) {
        const QRect form = profile->form();
        left = form.left();
        right = profile->width() - form.right() - 1;
    }
    m_aboveThePage->setContentsMargins(left, space(Space::Medium), right, 0);
}

void AccountView::resizeEvent(QResizeEvent *event)
{
    m_messageBar->fitWindow();
    QWidget::resizeEvent(event);
}

} // namespace lanyard
