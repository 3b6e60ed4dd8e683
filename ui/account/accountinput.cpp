// Where the focus goes in an account, and what becomes of what is being typed there.
#include "core/document/change.h"
#include "ui/account/accountview.h"
#include "ui/apikeys/apikeyspage.h"
#include "ui/profile/profilepage.h"
#include "ui/settings/longsetting.h"
#include "ui/settings/settingspage.h"

#include <QPushButton>
#include <QStackedWidget>

namespace lanyard {

// In the profile to the first text: the button for the picture stands before it.
void AccountView::focusPage()
{
    focusPage(*m_pages->currentWidget());
}

void AccountView::focusPage(const QWidget &shown)
{
    const QWidget *page = &shown;
    for (QWidget *next = page->nextInFocusChain(); next != page; next = next->nextInFocusChain()) {
        const bool isSkipped = page == m_profile && qobject_cast<QPushButton *>(next);
        const bool isInPage = page->isAncestorOf(next) && next->isEnabled() && next->isVisible();
        if (isInPage && !isSkipped && (next->focusPolicy() & Qt::TabFocus))
            return next->setFocus(Qt::OtherFocusReason);
    }
}

// The focus goes there before the page that has it disappears: Qt would move it to the next widget that there is, which
// a screen reader reads, and only then into the page.
void AccountView::turnTo(int index)
{
    QWidget *next = m_pages->widget(index);
    QWidget *last = m_pages->currentWidget();
    if (next != last && last->isAncestorOf(window()->focusWidget())) {
        next->show();
        if (QWidget *before = next->focusWidget())
            before->setFocus();
        else
            focusPage(*next);
    }
    m_pages->setCurrentIndex(index);
}

void AccountView::focusFilter()
{
    if (m_pages->currentIndex() == Settings)
        m_settings->focusFilter();
    else if (m_pages->currentIndex() == ApiKeys)
        m_apiKeys->focusFilter();
}

void AccountView::finishComposing()
{
    m_profile->finishComposing();
    m_settings->finishComposing();
}

void AccountView::takeTyping()
{
    m_settings->commitEditor();
    takeLongTexts(*m_settings);
    m_profile->finishEdits();
}

void AccountView::leave()
{
    m_settings->leave();
}

void AccountView::comeBack()
{
    m_settings->comeBack();
}

bool AccountView::commitEdits()
{
    m_settings->commitEditor();
    m_profile->finishEdits();
    if (m_profile->focusProblem()) {
        Q_EMIT pageRequested(Profile);
        return false;
    }
    if (!m_settings->hasProblem())
        return true;
    Q_EMIT pageRequested(Settings);
    m_settings->focusProblem();
    return false;
}

void AccountView::showField(const Path &path)
{
    Q_EMIT pageRequested(path.isSetting() ? Settings : Profile);
    if (path.isFormerSetting())
        return; // it has no row
    if (path.isSetting())
        m_settings->focusSetting(path.settingId());
    else
        m_profile->focusField(path.fieldKey());
}

void AccountView::focusFirstOf(const QList<Path> &places)
{
    if (m_pages->currentIndex() == Profile)
        m_profile->focusFirstOf(places);
    else if (m_pages->currentIndex() == Settings)
        m_settings->focusFirstOf(places);
}

} // namespace lanyard
