// Where the focus goes in an account, and what becomes of what is being typed there.
#include "core/document/change.h"
#include "core/workspace/workspace.h"
#include "ui/account/accountpages.h"
#include "ui/account/waitingpage.h"
#include "ui/apikeys/apikeyspage.h"
#include "ui/profile/profilepage.h"
#include "ui/settings/longsetting.h"
#include "ui/settings/settingspage.h"

#include <QPushButton>

namespace lanyard {

void AccountPages::focusPage()
{
    focusIn(*currentWidget());
}

// In the profile to the first text: the button for the picture stands before it.
void AccountPages::focusIn(const QWidget &page)
{
    for (QWidget *next = page.nextInFocusChain(); next != &page; next = next->nextInFocusChain()) {
        const bool isSkipped = &page == m_profile && qobject_cast<QPushButton *>(next);
        const bool isInPage = page.isAncestorOf(next) && next->isEnabled() && next->isVisible();
        if (isInPage && !isSkipped && (next->focusPolicy() & Qt::TabFocus))
            return next->setFocus(Qt::OtherFocusReason);
    }
}

// To where it was there.
void AccountPages::returnTo(const QWidget &page)
{
    if (QWidget *before = page.focusWidget())
        before->setFocus();
    else
        focusIn(page);
}

void AccountPages::enterPage()
{
    if (!isAncestorOf(window()->focusWidget()))
        returnTo(*currentWidget());
}

// The focus goes there before the page that has it disappears: Qt would move it to the next widget that there is, which
// a screen reader reads, and only then into the page.
void AccountPages::turnTo(int page)
{
    QWidget &next = shown(page);
    next.setGeometry(contentsRect()); // as in AccountStack::showCurrent()
    QWidget *last = currentWidget();
    if (&next != last && last->isAncestorOf(window()->focusWidget())) {
        next.show();
        returnTo(next);
    }
    setCurrentWidget(&next);
}

void AccountPages::focusFilter()
{
    if (m_settings && currentWidget() == m_settingsArea)
        m_settings->focusFilter();
    else if (m_apiKeys && currentWidget() == m_keysArea)
        m_apiKeys->focusFilter();
}

void AccountPages::finishComposing()
{
    if (m_profile)
        m_profile->finishComposing();
    if (m_settings)
        m_settings->finishComposing();
}

void AccountPages::takeTyping()
{
    if (m_settings) {
        m_settings->commitEditor();
        takeLongTexts(*m_settings);
    }
    if (m_profile)
        m_profile->finishEdits();
}

void AccountPages::leave()
{
    if (m_settings)
        m_settings->leave();
}

void AccountPages::comeBack()
{
    if (m_settings)
        m_settings->comeBack();
}

// A text that is invalid may be of an earlier run, and its page not be made yet.
bool AccountPages::commitEdits()
{
    if (m_settings)
        m_settings->commitEditor();
    if (m_profile)
        m_profile->finishEdits();
    const bool isAnyInvalid = !m_workspace.edits().misfits().isEmpty();
    if ((m_profile || isAnyInvalid) && profile().focusProblem()) {
        Q_EMIT pageRequested(Profile);
        return false;
    }
    if (!(m_settings || isAnyInvalid) || !settings().hasProblem())
        return true;
    Q_EMIT pageRequested(Settings);
    settings().focusProblem();
    return false;
}

void AccountPages::showField(const Path &path)
{
    Q_EMIT pageRequested(path.isSetting() ? Settings : Profile);
    if (path.isFormerSetting())
        return; // it has no row
    if (path.isSetting())
        settings().focusSetting(path.settingId());
    else
        profile().focusField(path.fieldKey());
}

void AccountPages::goTo(const Path &path)
{
    if (!m_workspace.edits().hasMisfit(path))
        return showField(path);
    Q_EMIT pageRequested(path.isSetting() ? Settings : Profile);
    if (path.isSetting())
        settings().correct(path.settingId());
    else
        profile().correct(path.fieldKey());
}

void AccountPages::focusFirstOf(const QList<Path> &places)
{
    if (shownProfile())
        m_profile->focusFirstOf(places);
    else if (m_settings && currentWidget() == m_settingsArea)
        m_settings->focusFirstOf(places);
}

} // namespace lanyard
