#include "ui/account/accountpages.h"

#include "core/workspace/workspace.h"
#include "ui/account/keytools.h"
#include "ui/account/waitingpage.h"
#include "ui/apikeys/apikeyspage.h"
#include "ui/common/filteredit.h"
#include "ui/common/pagearea.h"
#include "ui/profile/profilepage.h"
#include "ui/settings/settingspage.h"

#include <QTimer>

#include <utility>

namespace lanyard {

AccountPages::AccountPages(Workspace &workspace, MessageQueue &messages, QWidget &view)
    : m_workspace(workspace), m_messages(messages), m_view(view), m_waiting(new WaitingPage)
{
    m_waitingArea = inArea(m_waiting, PageCount);
    QAccessible::installActivationObserver(this);
    if (QAccessible::isActive())
        makeAll();
}

// While what it consists of is there: what is still being typed in a page becomes an edit when that is destroyed.
AccountPages::~AccountPages()
{
    QAccessible::removeActivationObserver(this);
    delete m_profile;
    delete m_keysArea;
    delete m_settingsArea;
}

void AccountPages::accessibilityActiveChanged(bool active)
{
    if (active)
        makeAll();
}

void AccountPages::makeAll()
{
    for (int page = Profile; page < PageCount; ++page)
        static_cast<void>(shown(page));
}

QWidget *AccountPages::inArea(QWidget *page, int place)
{
    auto *area = new PageArea(page);
    area->standIn(m_view);
    add(*area, place);
    return area;
}

// Qt puts what is added at the end of the window, behind the bar to save from: Tab goes there from the pages. It places
// only what takes the focus, behind what does.
void AccountPages::add(QWidget &page, int place)
{
    const QWidget *const before[] = {m_profile, m_keysArea, m_settingsArea};
    int index = 0;
    for (int one = 0; one < place; ++one)
        index += indexOf(before[one]) >= 0 ? 1 : 0;
    QWidgetList stops;
    for (QWidget *next = page.nextInFocusChain(); next != &page; next = next->nextInFocusChain()) {
        if (next->focusPolicy() != Qt::NoFocus && !next->focusProxy())
            stops << next;
    }
    insertWidget(index, &page);
    setFocusPolicy(Qt::TabFocus);
    QWidget *last = this;
    for (QWidget *stop : std::as_const(stops))
        setTabOrder(std::exchange(last, stop), stop);
    setFocusPolicy(Qt::NoFocus);
}

ProfilePage &AccountPages::profile()
{
    if (!m_profile) {
        m_profile = new ProfilePage(m_workspace.profile());
        m_profile->standIn(m_view);
        add(*m_profile, Profile);
        m_profile->setLow(m_isLow);
        connect(m_profile, &ProfilePage::formMoved, this, &AccountPages::formMoved);
        connect(m_profile, &ProfilePage::typingChanged, this, &AccountPages::typingChanged);
    }
    return *m_profile;
}

void AccountPages::makeProfileAhead()
{
    QTimer::singleShot(0, this, [this] { static_cast<void>(profile()); });
}

// One that was pasted to be searched for: while presenting, it is dots.
void AccountPages::hideSecretsIn(FilterEdit &filter)
{
    filter.hideIf([this](const QString &words) { return m_workspace.edits().hidden().hidesSearched(words); });
    connect(&m_workspace.edits(), &DocumentEdits::hiddenChanged, &filter, &FilterEdit::refreshHidden);
}

ApiKeysPage &AccountPages::apiKeys()
{
    if (!m_apiKeys) {
        m_apiKeys = new ApiKeysPage(m_workspace.apiKeys(), m_workspace.edits().hidden());
        m_keysArea = inArea(m_apiKeys, ApiKeys);
        const auto *tools = new KeyTools(m_workspace, *m_apiKeys, m_messages, m_view); // ends with the page
        connect(tools, &KeyTools::findRequested, this, &AccountPages::findKeyRequested);
        connect(m_apiKeys, &ApiKeysPage::copyRequested, this, &AccountPages::copyRequested);
        hideSecretsIn(m_apiKeys->filter());
        m_apiKeys->setServer(m_server);
        m_apiKeys->setLow(m_isLow);
        m_apiKeys->setPresentationMode(m_isPresenting);
        m_apiKeys->restoreColumnState(m_keyColumns);
    }
    return *m_apiKeys;
}

SettingsPage &AccountPages::settings()
{
    if (!m_settings) {
        m_settings = new SettingsPage(m_workspace.settings());
        m_settingsArea = inArea(m_settings, Settings);
        connect(m_settings, &SettingsPage::typingChanged, this, &AccountPages::typingChanged);
        hideSecretsIn(m_settings->filter());
        m_settings->setLow(m_isLow);
        m_settings->setPresentationMode(m_isPresenting);
        m_settings->restoreColumnState(m_settingColumns);
    }
    return *m_settings;
}

PageArea &AccountPages::area() const
{
    return *static_cast<PageArea *>(currentWidget());
}

const ProfilePage *AccountPages::shownProfile() const
{
    return m_profile && currentWidget() == m_profile ? m_profile : nullptr;
}

bool AccountPages::isAt(int page) const
{
    const QWidget *const pages[] = {m_profile, m_keysArea, m_settingsArea, m_waitingArea};
    return currentWidget() == pages[page];
}

QWidget &AccountPages::shown(int page)
{
    switch (page) {
    case Profile:
        return profile();
    case ApiKeys:
        static_cast<void>(apiKeys());
        return *m_keysArea;
    case Settings:
        static_cast<void>(settings());
        return *m_settingsArea;
    default:
        return *m_waitingArea;
    }
}

void AccountPages::setPresentationMode(bool on)
{
    m_isPresenting = on;
    if (on)
        finishComposing(); // before a field that has to be hidden is read-only
    if (m_apiKeys)
        m_apiKeys->setPresentationMode(on);
    if (m_settings)
        m_settings->setPresentationMode(on);
}

void AccountPages::setLow(bool isLow)
{
    m_isLow = isLow;
    if (m_profile)
        m_profile->setLow(isLow);
    if (m_apiKeys)
        m_apiKeys->setLow(isLow);
    if (m_settings)
        m_settings->setLow(isLow);
}

void AccountPages::hideSecrets()
{
    if (m_apiKeys)
        m_apiKeys->hideSecrets();
}

void AccountPages::showCopied()
{
    if (m_apiKeys)
        m_apiKeys->showCopied();
}

void AccountPages::forgetCopied()
{
    if (m_apiKeys)
        m_apiKeys->forgetCopied();
}

void AccountPages::showAll()
{
    if (m_apiKeys)
        m_apiKeys->showAll();
    if (m_settings)
        m_settings->showAll();
}

void AccountPages::setServer(const QString &server)
{
    m_server = server;
    if (m_apiKeys)
        m_apiKeys->setServer(server);
}

QByteArray AccountPages::keyColumns() const
{
    return m_apiKeys ? m_apiKeys->columnState() : m_keyColumns;
}

QByteArray AccountPages::settingColumns() const
{
    return m_settings ? m_settings->columnState() : m_settingColumns;
}

void AccountPages::restoreColumns(const QByteArray &keys, const QByteArray &settings)
{
    m_keyColumns = keys;
    m_settingColumns = settings;
    if (m_apiKeys)
        m_apiKeys->restoreColumnState(keys);
    if (m_settings)
        m_settings->restoreColumnState(settings);
}

} // namespace lanyard

#include "moc_accountpages.cpp"
