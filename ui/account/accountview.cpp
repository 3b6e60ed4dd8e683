#include "ui/account/accountview.h"

#include "core/base/text.h"
#include "core/models/placeproblem.h"
#include "core/models/placetext.h"
#include "core/workspace/workspace.h"
#include "ui/account/profileexportdialog.h"
#include "ui/account/waitingpage.h"
#include "ui/apikeys/apikeyspage.h"
#include "ui/common/announce.h"
#include "ui/common/messagebar.h"
#include "ui/common/pointerwatch.h"
#include "ui/common/savebar.h"
#include "ui/settings/settingspage.h"

#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

AccountView::AccountView(Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_messageBar(new MessageBar(m_messages)),
      m_aboveThePage(new QVBoxLayout), m_pages(new AccountPages(workspace, m_messages, *this)), m_saveBar(new SaveBar)
{
    keepQuietWhileHidden(*this);
    const DocumentEdits &edits = workspace.edits();
    m_messageBar->setFilter([&edits](const QString &text) { return edits.hidden().shown(text); });
    connect(&edits, &DocumentEdits::hiddenChanged, m_messageBar, &MessageBar::refilter);
    arrange();
    connectParts();
    showWaiting({}, false);
    countChanges();
    if (workspace.session().hasUser())
        showUser();
}

// The pages first: what is still being typed there becomes an edit, of which a whole view has to be told.
AccountView::~AccountView()
{
    m_isEnding = true;
    delete m_pages;
}

void AccountView::connectParts()
{
    connect(&m_messages, &MessageQueue::currentChanged, this, &AccountView::showMessage);
    const auto *pointer = new PointerWatch(*m_pages);
    connect(pointer, &PointerWatch::changed, m_messageBar,
            [this, pointer] { m_messageBar->setPointedBelow(pointer->isPointing()); });
    connect(m_pages, &AccountPages::formMoved, this, &AccountView::alignMessages);
    connect(m_pages, &AccountPages::pageRequested, this, &AccountView::pageRequested);
    connect(m_pages, &AccountPages::findKeyRequested, this, &AccountView::findKey);
    connect(m_pages, &AccountPages::copyRequested, this, &AccountView::copyRequested);
    connect(m_pages, &AccountPages::typingChanged, m_saveBar, &SaveBar::setTyping);
    connect(&m_pages->waiting(), &WaitingPage::signInRequested, this, &AccountView::signInRequested);
    connect(m_saveBar, &SaveBar::saveRequested, this, &AccountView::saveRequested);
    connect(m_saveBar, &SaveBar::cancelRequested, this, &AccountView::cancelSaveRequested);
    connect(m_saveBar, &SaveBar::reviewRequested, this, &AccountView::reviewRequested);
    connect(m_saveBar, &SaveBar::revertRequested, this, &AccountView::revertRequested);
    connect(m_saveBar, &SaveBar::offersChanged, this, &AccountView::offersChanged);
    connect(&m_workspace.session(), &Session::signedIn, this, &AccountView::leaveMessages);
    connect(&m_workspace, &Workspace::userChanged, this, &AccountView::showUser);
    connect(&m_workspace.session(), &Session::stateChanged, this, [this](Session::State state) {
        if (state == Session::State::SigningIn && m_page == Profile && isVisible())
            m_pages->makeProfileAhead();
    });
    connect(&m_workspace.edits(), &DocumentEdits::changed, this, &AccountView::countChanges);
    connect(&m_workspace.edits(), &DocumentEdits::reloaded, this, &AccountView::countChanges);
    connect(&m_workspace.edits().open(), &OpenTexts::changed, this, &AccountView::countChanges);
    connect(&m_workspace.edits(), &DocumentEdits::reloaded, this, &AccountView::followUser);
    connect(&m_workspace.edits(), &DocumentEdits::stepped, this, &AccountView::showStep);
}

// Where the focus stays in the field, nothing else tells what is in it now.
void AccountView::showStep(const Path &path)
{
    const QWidget *before = window()->focusWidget();
    showField(path);
    const DocumentEdits &edits = m_workspace.edits();
    if (path.isSetting() || !before || window()->focusWidget() != before)
        return;
    const ValueAt now = [&edits](const Path &place) { return edits.value(place); };
    announce(this, placeText(path, edits.base(), now, edits.hidden()));
}

void AccountView::countChanges()
{
    DocumentEdits &edits = m_workspace.edits();
    if (std::exchange(m_hasEdits, edits.hasEdits()) && !m_hasEdits)
        m_messages.endScope(Scope::Edits);
    if (!hasLostEdits(edits))
        m_messages.settle(Topic::Lost);
    m_saveBar->setChangeCount(static_cast<int>(edits.finishedCount()), static_cast<int>(edits.unfinishedCount()),
                              static_cast<int>(edits.conflicts().size()));
}

// Another user's lists are shown whole.
void AccountView::followUser()
{
    const QString id = m_workspace.edits().base().id();
    if (std::exchange(m_userId, id) != id)
        m_pages->showAll();
}

void AccountView::showUser()
{
    m_pages->setServer(m_workspace.session().account().origin.text());
    if (m_workspace.session().hasUser())
        setPage(m_page);
    else
        showSignedOut();
}

void AccountView::showSignedOut()
{
    const SavedAccount &account = m_workspace.account();
    const QString who = quoted(m_workspace.edits().hidden().shownName(account.userName));
    //: The name of a user and of a server.
    const QString text = tr("You are not signed in as %1 at %2.").arg(who, account.origin.shortText());
    showWaiting(who.isEmpty() ? tr("You are not signed in.") : text, true);
}

void AccountView::setPage(int page)
{
    if (std::exchange(m_page, page) != page)
        m_messages.takeForRead(Topic::Discarded);
    if (!m_workspace.session().hasUser())
        return;
    const bool hadFocus = m_pages->waiting().isAncestorOf(window()->focusWidget());
    m_pages->turnTo(page);
    placeMessages();
    m_saveBar->setAllowed(true);
    if (hadFocus)
        focusPage();
}

void AccountView::enterPage()
{
    m_pages->enterPage();
}

// Qt moves the focus to the next button there is when the focused one disappears: the one that closes another message.
void AccountView::leaveMessages()
{
    if (m_messageBar->isAncestorOf(window()->focusWidget()))
        focusPage();
}

void AccountView::showWaiting(const QString &text, bool offerSignIn)
{
    m_pages->waiting().show(text, offerSignIn);
    m_pages->turnTo(PageCount);
    placeMessages();
    if (offerSignIn && isVisible())
        m_pages->waiting().takeFocus();
    m_saveBar->setAllowed(false);
}

void AccountView::setSaving(bool saving)
{
    m_saveBar->setSaving(saving);
}

bool AccountView::canSave() const
{
    return m_saveBar->canSave();
}

bool AccountView::canReview() const
{
    return m_saveBar->canReview();
}

bool AccountView::canRevert() const
{
    return m_saveBar->canRevert();
}

void AccountView::showSaved()
{
    m_saveBar->showSaved();
}

void AccountView::tellSaveState()
{
    m_saveBar->tell();
}

QList<QAction *> AccountView::keySortActions() const
{
    return m_pages->apiKeys().sortActions();
}

QList<QAction *> AccountView::keyColumnActions() const
{
    return m_pages->apiKeys().columnActions();
}

QList<QAction *> AccountView::settingSortActions() const
{
    return m_pages->settings().sortActions();
}

void AccountView::exportProfile()
{
    if (m_workspace.session().hasUser())
        (new ProfileExportDialog(m_workspace, m_messages, this))->open();
}

void AccountView::findKey()
{
    if (m_workspace.session().hasUser())
        Q_EMIT findKeyRequested();
}

void AccountView::showKey(int row)
{
    Q_EMIT pageRequested(ApiKeys);
    m_pages->apiKeys().showKey(row);
}

void AccountView::copyKey()
{
    if (m_workspace.session().hasUser() && m_page == ApiKeys)
        m_pages->apiKeys().copyKey();
}

QJsonObject AccountView::placement() const
{
    return {{u"page"_s, m_page},
            {u"columns"_s, QString::fromLatin1(m_pages->keyColumns().toBase64())},
            {u"settingsColumns"_s, QString::fromLatin1(m_pages->settingColumns().toBase64())}};
}

void AccountView::restorePlacement(const QJsonObject &placement)
{
    const auto bytes = [&placement](QStringView key) {
        return QByteArray::fromBase64(placement.value(key).toString().toLatin1());
    };
    m_pages->restoreColumns(bytes(u"columns"), bytes(u"settingsColumns"));
    m_page = qBound(0, placement.value("page"_L1).toInt(), PageCount - 1);
}

} // namespace lanyard

#include "moc_accountview.cpp"
