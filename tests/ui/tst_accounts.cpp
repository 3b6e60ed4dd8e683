// Several accounts at once: each is whole, whatever happens to another, and one click or key away.
#include "core/base/messagequeue.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "tests/ui/ear.h"
#include "ui/account/accountview.h"
#include "ui/accounts/accountmenu.h"
#include "ui/common/messagebar.h"

#include <algorithm>
#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDBusConnection>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTimer>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

class TestAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anotherAccountIsAddedWhileThisOneGoesOn();
    void whatIsTurnedToHasItsSizeBeforeItIsSeen();
    void anAbandonedAdditionLeavesNothing();
    void theMenuSaysWhoAndWhereAndWhatIsNeeded();
    void theButtonOpensTheMenuWithoutWaitingForIt();
    void whatAssistiveTechnologySelectsIsWhatIsRemoved();
    void manyAccountsAreFoundByTyping();
    void theListStaysAtItsButtonWhileItIsFiltered();
    void keysSwitch();
    void anAccountThatIsThereIsNotSuggestedToBeAdded();
    void whatIsHalfDoneSurvivesAHundredSwitches();
    void aSaveEndsInItsOwnAccount();
    void aConflictWaitsUntilItIsLookedAt();
    void anEndedSessionAsksWhenItIsLookedAt();
    void quittingAsksOnceForAll_data();
    void quittingAsksOnceForAll();
    void whatCannotBeSavedIsShownInsteadOfQuitting();
    void aSignOutClearsItsOwnKeyOnly();
    void theSameAccountTwiceIsShownOnceAndItsSecondTokenEnded();
    void anAccountWhoseSessionHasEndedIsSignedInToWhereItStands();
    void anotherUserAtAnEndedSessionIsAdded();
    void aRemovedAccountIsSignedOutAndForgotten();
    void aSavedAccountThatIsNotOpenIsSignedOutWhenItIsRemoved();
    void onlyTheChosenOneOfTwoNamesakesIsRemoved();
    void theOrderIsTheUsersAndLasts();
    void onlyWhatIsShownIsRestored();
    void columnsAreAsWideInEveryAccount();
    void whoIsSignedOutIsOfferedToSignIn();
    void allAreRestoredIfThatIsWanted();
    void anAccountThatCannotBeReachedBlocksNobody();
    void aSecondStartSwitches();
    void aSecondStartWithAnUnknownAccountOffersToAddIt();
    void whatTheKeychainDidNotLetGoOfIsRemovedAtTheEnd();
    void aSecondStartDoesNotTakeADialogAway_data();
    void aSecondStartDoesNotTakeADialogAway();
    void aDialogDoesNotOpenOverTheAdditionOfAnAccount_data();
    void aDialogDoesNotOpenOverTheAdditionOfAnAccount();
    void anAddedAccountCanHaveAnotherUserAdded();
    void aRemovedAccountsKeyLeavesTheClipboard();
    void whatHasToBeAnsweredIsShownInsteadOfQuitting_data();
    void whatHasToBeAnsweredIsShownInsteadOfQuitting();
    void quittingGoesOnOnceEveryConflictIsDecided();
    void aSignOutDoesNotOutliveAConflictOfAnAccountThatIsNotShown();
    void afterAFailedQuitNoAccountComesForward();
    void whatIsEditedWhileAnotherAccountIsSavedIsNotLostByQuitting();
    void discardingAllWaitsForWhatIsBeingSaved();
    void editsOfAnEarlierRunAreKnownBeforeTheSignIn();
    void onlyWhatWasRestoredIsDiscardedByItsMessage();
    void theFocusIsNeverOnAMessageByItself();
    void aMessageOfAHiddenAccountIsInSightOnceThatIsShown();
    void theKeysStayWhereTheyAreWhenAHiddenAccountEnds_data();
    void theKeysStayWhereTheyAreWhenAHiddenAccountEnds();
    void aSwitchTellsOnlyWhereTheFocusEndsUp();
    void anAddedAccountIsToldWithoutTheOneBefore();
    void whoCancelsAnAdditionIsBackInTheFieldTheyLeft();
    void whoseKeyIsOnTheClipboardIsSaid();
    void theSignInSaysThatItAddsAnAccount();
    void quittingNamesTheOneAccountThatIsUnsaved();
    void theWindowsTitleTellsNamesakesApart();
    void aKeyIsFoundInEveryAccount();
    void anAccountCanBeRemovedOnlyOnce();
    void aKeyThatExpiresIsToldInItsOwnAccount();
    void anExpiredKeyIsMarkedInTheListOfAccounts();
    void aKeyThatExpiresIsToldOnTheDesktop();

private:
    [[nodiscard]] AccountMenu &menu() const;
    [[nodiscard]] QStringList lines() const;
    [[nodiscard]] QAction *entry(const QString &words) const;
    void addAdmin(bool keep = true) { addAdminAt(*m_second, keep); }
    void addAdminAt(const AccountService &service, bool keep = true);
    void switchTo(int row);
    void edit(const QString &city);
    void crashWithEditsInTheSecond();
    void keyOfAdminEnds(const QString &end);
    void slow(AccountService &service, int latencyMs);
    [[nodiscard]] QListWidget *manage();

    std::unique_ptr<AccountService> m_second; // where admin is added
    std::unique_ptr<AppFixture> m_app;
};

void TestAccounts::init()
{
    m_second = std::make_unique<AccountService>();
    QVERIFY(m_second->start());
    m_app = std::make_unique<AppFixture>();
    m_app->start(mrossi);
    QVERIFY(m_app->signIn(u"lanyard"_s));
    QVERIFY(m_app->isKept());
}

void TestAccounts::cleanup()
{
    m_app.reset();
    m_second.reset();
}

AccountMenu &TestAccounts::menu() const
{
    return *m_app->window().findChild<AccountMenu *>();
}

// Of the accounts, as they are read.
QStringList TestAccounts::lines() const
{
    QStringList lines;
    for (int row = 0; row < m_app->workspaces().rowCount(); ++row)
        lines << AccountMenu::line(m_app->workspaces(), row);
    return lines;
}

QAction *TestAccounts::entry(const QString &words) const
{
    for (QAction *action : menu().actions()) {
        if (action->text().contains(words))
            return action;
    }
    return nullptr;
}

void TestAccounts::addAdminAt(const AccountService &service, bool keep)
{
    entry(u"Add account"_s)->trigger();
    QVERIFY(m_app->isAsked());
    QDialog *dialog = m_app->dialog();
    m_app->typeInto(u"Server"_s, service.address(), dialog);
    m_app->typeInto(u"Username"_s, u"admin"_s, dialog);
    m_app->typeInto(u"Password"_s, u"admin"_s, dialog);
    auto *kept = m_app->find<QAbstractButton>(u"Keep me signed in"_s, dialog);
    if (kept->isChecked() != keep)
        kept->click();
    m_app->press(u"Sign in"_s, dialog);
    QVERIFY(eventually([this] { return m_app->workspaces().rowCount() == 2; }));
    QVERIFY(m_app->isSignedIn());
    QCOMPARE(m_app->session().user().userName(), u"admin"_s);
    if (keep)
        QVERIFY(m_app->isKept());
}

void TestAccounts::switchTo(int row)
{
    QVERIFY(becomesActive(&m_app->window()));
    QTest::keyClick(&m_app->window(), static_cast<Qt::Key>(Qt::Key_1 + row), Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(m_app->workspaces().current(), &m_app->workspaces().at(row));
}

void TestAccounts::edit(const QString &city)
{
    m_app->goTo(0);
    m_app->typeInto(u"City"_s, city);
}

void TestAccounts::slow(AccountService &service, int latencyMs)
{
    ServiceOptions options = service.options();
    options.latencyMs = latencyMs;
    service.setOptions(options);
}

QListWidget *TestAccounts::manage()
{
    entry(u"Manage accounts"_s)->trigger();
    QDialog *accounts = m_app->dialogCalled(u"Accounts"_s);
    return accounts ? m_app->find<QListWidget>(u"Accounts"_s, accounts) : nullptr;
}

void TestAccounts::anotherAccountIsAddedWhileThisOneGoesOn()
{
    edit(u"Bari"_s);
    addAdmin();
    QVERIFY(lines().at(0).contains("unsaved changes"_L1));
    QVERIFY(m_app->window().windowTitle().contains("Administrator"_L1) ||
            !m_app->window().windowTitle().contains("Rossi"_L1));
    switchTo(0);
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Bari"_s);
    m_app->press(u"Save"_s);
    QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Bari"_s);
    QCOMPARE(m_second->count("POST", "/v1/auth/user"), 0);
    QCOMPARE(m_app->keychain().entries().size(), 2);
}

namespace {

// Who is shown in a stack, and not as large as that.
class WrongSizes : public QObject
{
public:
    WrongSizes() { qApp->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(watched);
        const auto *stack = widget ? qobject_cast<QStackedWidget *>(widget->parent()) : nullptr;
        if (stack && event->type() == QEvent::Show && widget->size() != stack->contentsRect().size())
            all << QString::fromLatin1(widget->metaObject()->className());
        return false;
    }

    QStringList all;
};

} // namespace

// A picture of a new account once had its profile in a corner of the window.
void TestAccounts::whatIsTurnedToHasItsSizeBeforeItIsSeen()
{
    const WrongSizes wrong;
    addAdmin();
    m_app->goTo(1);
    m_app->goTo(2);
    switchTo(0);
    QCOMPARE(wrong.all.join(u' '), QString());
}

void TestAccounts::anAbandonedAdditionLeavesNothing()
{
    entry(u"Add account"_s)->trigger();
    QVERIFY(m_app->isAsked());
    m_app->typeInto(u"Server"_s, m_second->address(), m_app->dialog());
    m_app->press(u"Cancel"_s, m_app->dialog());
    QVERIFY(eventually([this] { return !m_app->dialog(); }));
    QCOMPARE(m_app->workspaces().rowCount(), 1);
    QVERIFY(m_app->isSignedIn());
    QVERIFY(m_second->requests().isEmpty());
}

void TestAccounts::theMenuSaysWhoAndWhereAndWhatIsNeeded()
{
    addAdmin(false);
    const QString first = lines().at(0);
    QVERIFY2(first.contains("Maria"_L1) && first.contains(mrossi) && first.contains("127.0.0.1"_L1), qPrintable(first));
    QVERIFY(entry(u"admin at"_s)->isChecked());
    QVERIFY(!entry(u"mrossi at"_s)->isChecked());
    m_second->expireTokens();
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    QVERIFY(eventually([this] { return lines().at(1).contains("session ended"_L1); }));
    QVERIFY(entry(u"session ended"_s)); // and not only in the model
    switchTo(0);
    m_app->press(u"Sign out"_s);
    QVERIFY(eventually([this] { return lines().at(0).contains("signed out"_L1); }));
}

// An event loop of its own would hold up the screen reader that has asked for the menu.
void TestAccounts::theButtonOpensTheMenuWithoutWaitingForIt()
{
    auto *button = m_app->find<QPushButton>(u"Accounts"_s);
    QElapsedTimer waited;
    waited.start();
    QTimer::singleShot(timeoutMs, &menu(), [this] { menu().close(); });
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(menu().isVisible() && waited.elapsed() < timeoutMs);
    menu().close();
    const auto asked = [button](const QString &action) {
        auto *actions = QAccessible::queryAccessibleInterface(button)->actionInterface();
        return actions && actions->actionNames().contains(action) ? (actions->doAction(action), true) : false;
    };
    QVERIFY(asked(QAccessibleActionInterface::pressAction()) && waited.elapsed() < timeoutMs);
    QVERIFY(eventually([this] { return menu().isVisible(); }));
    menu().close();
}

void TestAccounts::whatAssistiveTechnologySelectsIsWhatIsRemoved()
{
    addAdmin();
    entry(u"Manage accounts"_s)->trigger();
    QDialog *accounts = m_app->dialogCalled(u"Accounts"_s);
    QVERIFY(accounts);
    auto *list = m_app->find<QListWidget>(u"Accounts"_s, accounts);
    QCOMPARE(list->currentRow(), 1);
    QVERIFY(QAccessible::queryAccessibleInterface(list)->tableInterface()->selectRow(0));
    QVERIFY(eventually([list] { return list->currentRow() == 0; }));
    m_app->press(u"Remove account…"_s, accounts);
    QMessageBox *box = m_app->question();
    QVERIFY(box);
    QVERIFY2(box->text().contains(mrossi), qPrintable(box->text()));
}

void TestAccounts::manyAccountsAreFoundByTyping()
{
    menu().popup({});
    QVERIFY(!menu().findChild<QLineEdit *>());
    menu().close();
    for (int row = 1; row < 9; ++row)
        m_app->workspaces().open();
    SavedAccount zoe;
    zoe.origin = Origin::parse(u"https://licences.example"_s).value();
    zoe.userName = u"zoe"_s;
    m_app->workspaces().at(8).setAccount(zoe);
    menu().popup({});
    auto *filter = menu().findChild<QLineEdit *>();
    QVERIFY(eventually([filter] { return filter->isVisible() && filter->hasFocus(); }));
    QTest::keyClicks(filter, u"ZOE"_s);
    QVERIFY(!entry(u"mrossi at"_s)->isVisible() && entry(u"zoe at"_s)->isVisible());
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(m_app->workspaces().current(), &m_app->workspaces().at(8));
}

void TestAccounts::theListStaysAtItsButtonWhileItIsFiltered()
{
    const auto back = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
    for (int row = 1; row < 9; ++row)
        m_app->workspaces().open();
    SavedAccount longest;
    longest.origin = Origin::parse(u"https://licences.eu-central.example.com:5455"_s).value();
    longest.userName = u"maria-elena.rossi@department.example.com"_s;
    m_app->workspaces().at(8).setAccount(longest);
    auto *button = m_app->find<QPushButton>(u"Accounts"_s);
    auto *filter = menu().findChild<QLineEdit *>();
    const auto edge = [](const QWidget &widget) {
        const int left = widget.mapToGlobal(QPoint()).x();
        return QApplication::isRightToLeft() ? left + widget.width() : left;
    };
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QApplication::setLayoutDirection(direction);
        const int middle = m_app->window().width() / 2;
        VERIFY_EVENTUALLY((button->mapTo(&m_app->window(), QPoint()).x() > middle) == (direction == Qt::RightToLeft));
        for (int opening = 0; opening < 2; ++opening) { // what was filtered before leaves nothing behind
            button->click();
            VERIFY_EVENTUALLY(filter->isVisible() && filter->hasFocus());
            QCOMPARE(edge(menu()), edge(*button));
            const int width = menu().width();
            QTest::keyClicks(filter, u"mrossi"_s);
            QTest::qWait(50);
            QCOMPARE(edge(menu()), edge(*button));
            QCOMPARE(menu().width(), width);
            menu().close();
        }
    }
}

void TestAccounts::keysSwitch()
{
    addAdmin();
    switchTo(0);
    switchTo(1);
    const auto switches = [this](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        const Workspace *before = m_app->workspaces().current();
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        return m_app->workspaces().current() != before;
    };
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Up})
        QVERIFY(switches(key, Qt::ControlModifier | Qt::AltModifier));
    // Those are shown that no desktop takes to change workspaces. They work wherever the focus is.
    QCOMPARE(entry(u"Next"_s)->shortcut(), QKeySequence(u"Ctrl+Shift+PgDown"_s));
    QCOMPARE(entry(u"Previous"_s)->shortcut(), QKeySequence(u"Ctrl+Shift+PgUp"_s));
    for (const auto &[page, name] : {std::pair(0, u"City"_s), std::pair(0, u"Notes"_s), std::pair(1, u"API keys"_s),
                                     std::pair(2, u"Settings"_s)}) {
        for (const Qt::Key key : {Qt::Key_PageDown, Qt::Key_PageUp}) {
            if (m_app->workspaces().current() != &m_app->workspaces().at(0))
                switchTo(0); // the other has no keys
            m_app->goTo(page);
            QWidget *field = m_app->findIfThere<QAbstractScrollArea>(name);
            field = field ? field : m_app->find<QLineEdit>(name);
            field->setFocus();
            QVERIFY2(switches(key, Qt::ControlModifier | Qt::ShiftModifier), qPrintable(name));
        }
    }
}

// Nor does a known server replace what was typed.
void TestAccounts::anAccountThatIsThereIsNotSuggestedToBeAdded()
{
    entry(u"Add account"_s)->trigger();
    QVERIFY(m_app->isAsked());
    auto *server = m_app->find<QComboBox>(u"Server"_s, m_app->dialog());
    auto *name = m_app->find<QLineEdit>(u"Username"_s, m_app->dialog());
    QVERIFY(server->count() > 0);
    for (const QString &typed : {QString(), u"admin"_s}) {
        name->setText(typed);
        for (const QString &address :
             {QString(), server->itemText(0), u"https://other.example"_s, server->itemText(0)}) {
            server->setEditText(address);
            QCOMPARE(name->text(), typed);
        }
    }
}

void TestAccounts::whatIsHalfDoneSurvivesAHundredSwitches()
{
    addAdmin();
    switchTo(0);
    m_app->typeInto(u"City"_s, u"Bari"_s);
    m_app->typeInto(u"Birth date"_s, u"31/31/19"_s);
    m_app->goTo(1);
    m_app->typeInto(u"Filter"_s, u"build"_s);
    m_app->goTo(2);
    auto *settings = m_app->find<QTreeView>(u"Settings"_s);
    settings->setFocus();
    const auto *view = &m_app->window().account();
    const QModelIndexList days = settings->model()->match(settings->model()->index(0, 0), Qt::DisplayRole,
                                                          u"Days before expiry"_s, 1, Qt::MatchRecursive);
    QCOMPARE(days.size(), 1);
    settings->setCurrentIndex(days.first());
    QTest::keyClick(settings, Qt::Key_F2);
    const auto editor = [] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); };
    QVERIFY(editor() && settings->isAncestorOf(editor()));
    QTest::keyClicks(editor(), u"4x"_s);
    QTest::keyClick(editor(), Qt::Key_Left);
    const QPersistentModelIndex selected = settings->currentIndex();
    for (int turn = 0; turn < 100; ++turn)
        switchTo(turn % 2 == 0 ? 1 : 0);
    QCOMPARE(&m_app->window().account(), view);
    QCOMPARE(QPersistentModelIndex(settings->currentIndex()), selected);
    QVERIFY(editor() && settings->isAncestorOf(editor()));
    QCOMPARE(editor()->text(), u"4x"_s);
    QCOMPARE(editor()->cursorPosition(), 1);
    m_app->goTo(1);
    QCOMPARE(m_app->find<QLineEdit>(u"Filter"_s)->text(), u"build"_s);
    m_app->goTo(0);
    QCOMPARE(m_app->find<QLineEdit>(u"Birth date"_s)->text(), u"31/31/19"_s);
    m_app->find<QLineEdit>(u"City"_s)->setFocus();
    for (int step = 0; step < 3; ++step)
        QTest::keyClick(&m_app->window(), Qt::Key_Z, Qt::ControlModifier);
    m_app->goTo(0);
    QVERIFY(m_app->find<QLineEdit>(u"City"_s)->text() != u"Bari"_s);
    QCOMPARE(m_app->saveText(), u"No changes"_s); // one step for each that was typed
}

void TestAccounts::aSaveEndsInItsOwnAccount()
{
    addAdmin();
    switchTo(0);
    edit(u"Bari"_s);
    ServiceOptions slow = m_app->service().options();
    slow.latencyMs = 700;
    m_app->service().setOptions(slow);
    m_app->press(u"Save"_s);
    switchTo(1);
    QVERIFY(eventually([this] { return lines().at(0).contains("saving"_L1); }));
    QVERIFY(eventually([this] { return !lines().at(0).contains("saving"_L1); }));
    QVERIFY(m_app->saveText() != "Saved"_L1);
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Bari"_s);

    switchTo(0);
    edit(u"Lecce"_s);
    m_app->service().failNext({.method = "POST", .path = "/v1/auth/user", .status = 403});
    m_app->press(u"Save"_s);
    switchTo(1);
    QVERIFY(eventually([this] { return lines().at(0).contains("not saved"_L1); }));
    QVERIFY(m_app->messageText().isEmpty());
    switchTo(0);
    QVERIFY(m_app->messageText().contains("not saved"_L1));
}

void TestAccounts::aConflictWaitsUntilItIsLookedAt()
{
    addAdmin();
    switchTo(0);
    edit(u"Bari"_s);
    QJsonObject user = m_app->service().user(mrossi);
    user.insert("city"_L1, u"Nuoro"_s);
    QVERIFY(m_app->service().setUser(mrossi, user));
    ServiceOptions slow = m_app->service().options();
    slow.latencyMs = 500;
    m_app->service().setOptions(slow);
    m_app->press(u"Save"_s);
    switchTo(1);
    QVERIFY(eventually([this] { return lines().at(0).contains("conflicting changes"_L1); }));
    QTest::qWait(200);
    QVERIFY(!QApplication::activeModalWidget());
    switchTo(0);
    QVERIFY(m_app->dialogCalled(u"Someone else changed this"_s));
}

void TestAccounts::anEndedSessionAsksWhenItIsLookedAt()
{
    addAdmin();
    switchTo(0);
    edit(u"Bari"_s);
    ServiceOptions slow = m_app->service().options();
    slow.latencyMs = 500;
    m_app->service().setOptions(slow);
    m_app->service().expireTokens();
    m_app->press(u"Save"_s);
    switchTo(1);
    QVERIFY(eventually([this] { return lines().at(0).contains("session ended"_L1); }));
    QTest::qWait(200);
    QVERIFY(!m_app->dialog());
    switchTo(0);
    QVERIFY(m_app->isAsked());
    QVERIFY(m_app->signIn(u"lanyard"_s));
    QVERIFY(eventually([this] { return m_app->service().user(mrossi).value("city"_L1).toString() == "Bari"_L1; }));
}

void TestAccounts::theSignInSaysThatItAddsAnAccount()
{
    const QString says = u"Add an account"_s;
    entry(u"Add account"_s)->trigger();
    QVERIFY(m_app->isAsked());
    QVERIFY(m_app->visibleTexts().contains(says));
    QCOMPARE(m_app->dialog()->windowTitle(), says);
    m_app->typeInto(u"Server"_s, m_second->address(), m_app->dialog());
    m_app->typeInto(u"Username"_s, u"admin"_s, m_app->dialog());
    m_app->typeInto(u"Password"_s, u"not this one"_s, m_app->dialog());
    m_app->press(u"Sign in"_s, m_app->dialog());
    QVERIFY(eventually([this] { return m_app->visibleTexts().join(u' ').contains("refused"_L1); }));
    QVERIFY(m_app->visibleTexts().contains(says)); // still
    QVERIFY(m_app->signIn(u"admin"_s));
    QVERIFY(eventually([this] { return m_app->workspaces().rowCount() == 2; }));
    m_app->press(u"Sign out"_s);
    QVERIFY(m_app->isAsked());
    QVERIFY(!m_app->visibleTexts().contains(says)); // it is there now
    QCOMPARE(m_app->dialog()->windowTitle(), u"Sign in"_s);
}

void TestAccounts::quittingNamesTheOneAccountThatIsUnsaved()
{
    edit(u"Bari"_s);
    m_app->window().close();
    QMessageBox *alone = m_app->question();
    QVERIFY(alone && !alone->informativeText().contains(mrossi)); // there is no other
    m_app->press(u"Cancel"_s, alone);
    m_app->press(u"Discard changes"_s);
    addAdmin();
    edit(u"Roma"_s);
    m_app->window().close();
    const QMessageBox *box = m_app->question();
    QVERIFY(box);
    QCOMPARE(box->text(), u"Save changes to your profile before quitting?"_s);
    QVERIFY2(box->informativeText().startsWith("If you do not save, 1 change for admin at "_L1),
             qPrintable(box->informativeText()));
}

void TestAccounts::quittingAsksOnceForAll_data()
{
    QTest::addColumn<QString>("button");
    QTest::newRow("save all") << u"Save all"_s;
    QTest::newRow("discard all") << u"Discard all"_s;
    QTest::newRow("cancel") << u"Cancel"_s;
}

void TestAccounts::quittingAsksOnceForAll()
{
    QFETCH(const QString, button);
    addAdmin();
    edit(u"Roma"_s);
    switchTo(0);
    edit(u"Bari"_s);
    m_app->window().close();
    QMessageBox *box = m_app->question();
    QVERIFY(box);
    QVERIFY2(box->informativeText().contains(mrossi) && box->informativeText().contains("admin"_L1),
             qPrintable(box->informativeText()));
    m_app->press(button, box);
    if (button == "Cancel"_L1) {
        QTest::qWait(200);
        QVERIFY(m_app->window().isVisible());
        QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Bari"_s);
        return;
    }
    QVERIFY(eventually([this] { return !m_app->window().isVisible(); }));
    const bool isSaved = button == "Save all"_L1;
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString() == "Bari"_L1, isSaved);
    QCOMPARE(m_second->user(u"admin"_s).value("city"_L1).toString() == "Roma"_L1, isSaved);
}

void TestAccounts::whatCannotBeSavedIsShownInsteadOfQuitting()
{
    addAdmin();
    edit(u"Roma"_s);
    switchTo(0);
    edit(u"Bari"_s);
    m_second->failNext({.method = "POST", .path = "/v1/auth/user", .status = 403});
    m_app->window().close();
    QMessageBox *box = m_app->question();
    QVERIFY(box);
    m_app->press(u"Save all"_s, box);
    QVERIFY(eventually([this] { return m_app->session().user().userName() == "admin"_L1; }));
    QVERIFY(eventually([this] { return m_app->messageText().contains("not saved"_L1); }));
    QVERIFY(m_app->window().isVisible());
}

void TestAccounts::aSignOutClearsItsOwnKeyOnly()
{
    addAdmin();
    switchTo(0);
    m_app->goTo(1);
    auto *keys = m_app->find<QTableView>(u"API keys"_s);
    keys->selectRow(0);
    m_app->press(u"Copy key"_s);
    const QString copied = QApplication::clipboard()->text();
    QVERIFY(copied.size() > 8);
    switchTo(1);
    m_app->press(u"Sign out"_s);
    QVERIFY(eventually([this] { return lines().at(1).contains("signed out"_L1); }));
    QCOMPARE(QApplication::clipboard()->text(), copied);
    if (m_app->dialog())
        m_app->press(u"Cancel"_s, m_app->dialog());
    switchTo(0);
    m_app->press(u"Sign out"_s);
    QVERIFY(eventually([] { return QApplication::clipboard()->text().isEmpty(); }));
}

void TestAccounts::theSameAccountTwiceIsShownOnceAndItsSecondTokenEnded()
{
    addAdmin();
    const int logouts = m_app->service().count("POST", "/v1/auth/logout");
    entry(u"Add account"_s)->trigger();
    QVERIFY(m_app->isAsked());
    m_app->typeInto(u"Server"_s, m_app->service().address(), m_app->dialog());
    m_app->typeInto(u"Username"_s, u"MRossi"_s, m_app->dialog());
    m_app->typeInto(u"Password"_s, u"lanyard"_s, m_app->dialog());
    m_app->press(u"Sign in"_s, m_app->dialog());
    QVERIFY(eventually([this] { return m_app->session().user().userName() == mrossi; }));
    QVERIFY(eventually([this] { return !m_app->dialog(); }));
    QCOMPARE(m_app->workspaces().rowCount(), 2);
    QVERIFY(m_app->messageText().contains("already open"_L1));
    QVERIFY(eventually([&] { return m_app->service().count("POST", "/v1/auth/logout") == logouts + 1; }));
    QTest::keyClick(&m_app->window(), Qt::Key_F5); // the first token still counts
    QVERIFY(eventually([this] { return !m_app->session().isReloading(); }));
    QCOMPARE(m_app->session().state(), Session::State::SignedIn);
    QCOMPARE(m_app->keychain().entries().size(), 2);
}

void TestAccounts::anAccountWhoseSessionHasEndedIsSignedInToWhereItStands()
{
    edit(u"Torino"_s);
    addAdmin();
    m_app->service().expireTokens();
    m_app->workspaces().at(0).session().reload();
    QVERIFY(eventually([this] { return lines().at(0).contains("session ended"_L1); }));
    entry(u"Add account"_s)->trigger();
    QVERIFY(m_app->isAsked());
    m_app->typeInto(u"Server"_s, m_app->service().address(), m_app->dialog());
    m_app->typeInto(u"Username"_s, mrossi, m_app->dialog());
    m_app->typeInto(u"Password"_s, u"lanyard"_s, m_app->dialog());
    m_app->press(u"Sign in"_s, m_app->dialog());
    QVERIFY(eventually([this] { return m_app->workspaces().current() == &m_app->workspaces().at(0); }));
    QVERIFY(m_app->signIn(u"lanyard"_s)); // asked for once more, over the form that waits for it
    QCOMPARE(m_app->workspaces().rowCount(), 2);
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Torino"_s);
}

void TestAccounts::anotherUserAtAnEndedSessionIsAdded()
{
    edit(u"Torino"_s);
    m_app->service().expireTokens();
    m_app->press(u"Save"_s);
    QVERIFY(m_app->isAsked());
    // The service takes the name and password for somebody else's: a directory that was changed meanwhile.
    const QJsonObject admin = m_app->service().user(u"admin"_s);
    const ForcedAnswer other{.method = "GET",
                             .status = 200,
                             .body = QJsonDocument(QJsonObject{{u"success"_s, true}, {u"user"_s, admin}}).toJson(),
                             .times = 2};
    m_app->service().failNext(other);
    m_app->typeInto(u"Password"_s, u"lanyard"_s, m_app->dialog());
    m_app->press(u"Sign in"_s, m_app->dialog());
    const QString add = u"Add as another account"_s;
    QVERIFY(eventually([&] { return m_app->findIfThere<QPushButton>(add, m_app->dialog()) != nullptr; }));
    m_app->press(add, m_app->dialog());
    QVERIFY(eventually([this] { return m_app->workspaces().rowCount() == 2 && !m_app->dialog(); }));
    QCOMPARE(m_app->session().user().userName(), u"admin"_s);
    QCOMPARE(m_app->saveText(), u"No changes"_s); // they are not the other user's
    QVERIFY(lines().at(0).contains("unsaved changes"_L1));
    m_app->workspaces().setCurrent(m_app->workspaces().at(0));
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Torino"_s);
}

void TestAccounts::aRemovedAccountIsSignedOutAndForgotten()
{
    addAdmin();
    edit(u"Roma"_s);
    entry(u"Manage accounts"_s)->trigger();
    QDialog *accounts = m_app->dialogCalled(u"Accounts"_s);
    QVERIFY(accounts);
    auto *list = m_app->find<QListWidget>(u"Accounts"_s, accounts);
    list->setFocus();
    QCOMPARE(list->currentRow(), 1);
    QTest::keyClick(list, Qt::Key_Delete);
    QMessageBox *box = m_app->question();
    QVERIFY(box && box->text().contains("admin"_L1));
    QVERIFY(box->informativeText().contains("unsaved"_L1));
    m_app->press(u"Remove"_s, box);
    QVERIFY(eventually([this] { return m_app->workspaces().rowCount() == 1; }));
    QVERIFY(eventually(
        [this] { return m_second->count("POST", "/v1/auth/logout") == 1 && m_app->keychain().entries().size() == 1; }));
    QCOMPARE(m_app->session().user().userName(), QString(mrossi));
    QCOMPARE(list->count(), 1);
    m_app->press(u"Close"_s, accounts);
    QVERIFY(eventually([this] { return m_app->messageText().contains("removed"_L1); }));
    m_app->quit();
    m_app->startWith({});
    QVERIFY(m_app->isSignedIn());
    QCOMPARE(m_app->workspaces().rowCount(), 1);
}

void TestAccounts::aSavedAccountThatIsNotOpenIsSignedOutWhenItIsRemoved()
{
    addAdmin();
    switchTo(0);
    m_app->quit();
    m_app->startWith({});
    QVERIFY(m_app->isSignedIn());
    QCOMPARE(m_app->session().user().userName(), QString(mrossi));
    entry(u"Manage accounts"_s)->trigger();
    QDialog *accounts = m_app->dialogCalled(u"Accounts"_s);
    QVERIFY(accounts);
    auto *list = m_app->find<QListWidget>(u"Accounts"_s, accounts);
    list->setCurrentRow(1);
    m_app->press(u"Remove account…"_s, accounts);
    m_app->press(u"Remove"_s, m_app->question());
    QVERIFY(eventually([this] { return m_app->workspaces().rowCount() == 1; }));
    QVERIFY(eventually(
        [this] { return m_second->count("POST", "/v1/auth/logout") == 1 && m_app->keychain().entries().size() == 1; }));
}

// Somebody takes the name that is listed for an account that is signed out.
void TestAccounts::onlyTheChosenOneOfTwoNamesakesIsRemoved()
{
    addAdminAt(m_app->service());
    const QString id = m_app->session().user().id();
    m_app->workspaces().at(0).session().signOut();
    m_app->othersSave(u"userName"_s, u"maria"_s);
    m_app->goTo(0);
    m_app->typeInto(u"Username"_s, mrossi);
    m_app->press(u"Save"_s);
    VERIFY_EVENTUALLY(lines().at(1).contains(mrossi));
    QVERIFY(m_app->isKept());
    edit(u"Torino"_s);
    QListWidget *list = manage();
    QVERIFY(list);
    list->setCurrentRow(0);
    m_app->press(u"Remove account…"_s, list->window());
    const QString removed = m_app->workspaces().at(0).account().userId;
    QVERIFY(!removed.isEmpty() && removed != id);
    QVERIFY2(m_app->visibleTexts().join(u'\n').contains(
                 u"it is the one of Maria Rossi, with the user ID %1."_s.arg(removed)),
             qPrintable(m_app->visibleTexts().join(u'\n')));
    m_app->press(u"Remove"_s, m_app->question());
    COMPARE_EVENTUALLY(m_app->workspaces().rowCount(), 1);
    m_app->press(u"Close"_s, list->window());
    QCOMPARE(m_app->keychain().entries().size(), 1);
    m_app->workspaces().at(0).draftWriter().write();
    m_app->quit();
    m_app->startWith({});
    QVERIFY(m_app->isSignedIn());
    QCOMPARE(m_app->session().user().id(), id);
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Torino"_s);
}

void TestAccounts::theOrderIsTheUsersAndLasts()
{
    addAdmin();
    entry(u"Manage accounts"_s)->trigger();
    QDialog *accounts = m_app->dialogCalled(u"Accounts"_s);
    QVERIFY(accounts);
    auto *list = m_app->find<QListWidget>(u"Accounts"_s, accounts);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QVERIFY(lines().at(0).contains("admin at"_L1));
    QCOMPARE(list->currentRow(), 0);
    m_app->press(u"Close"_s, accounts);
    switchTo(1);
    m_app->quit();
    m_app->startWith({});
    QVERIFY(m_app->isSignedIn());
    QVERIFY(lines().at(0).contains("admin at"_L1));
    QCOMPARE(m_app->session().user().userName(), QString(mrossi)); // who was shown last is shown first
}

void TestAccounts::onlyWhatIsShownIsRestored()
{
    addAdmin();
    switchTo(0);
    m_app->quit();
    m_second->clearRequests();
    m_app->startWith({});
    QVERIFY(m_app->isSignedIn());
    QCOMPARE(m_app->workspaces().rowCount(), 2);
    QVERIFY(m_second->requests().isEmpty());
    switchTo(1);
    QVERIFY(m_app->isSignedIn());
    QCOMPARE(m_app->session().user().userName(), u"admin"_s);
}

void TestAccounts::columnsAreAsWideInEveryAccount()
{
    addAdmin();
    m_app->goTo(1);
    m_app->find<QTableView>(u"API keys"_s)->setColumnWidth(0, 123);
    const QJsonObject placement = m_app->window().placement();
    m_app->quit();
    m_app->startWith({});
    m_app->window().restorePlacement(placement);
    QVERIFY(m_app->isSignedIn());
    for (int row : {1, 0}) {
        switchTo(row);
        QVERIFY(m_app->isSignedIn());
        m_app->goTo(1);
        QCOMPARE(m_app->find<QTableView>(u"API keys"_s)->columnWidth(0), 123);
    }
}

void TestAccounts::whoIsSignedOutIsOfferedToSignIn()
{
    addAdmin(false);
    switchTo(0);
    m_app->quit();
    m_app->startWith({});
    QVERIFY(m_app->isSignedIn());
    switchTo(1);
    m_app->press(u"Sign in…"_s);
    QVERIFY(m_app->isAsked());
    QCOMPARE(m_app->find<QLineEdit>(u"Username"_s, m_app->dialog())->text(), u"admin"_s);
}

void TestAccounts::allAreRestoredIfThatIsWanted()
{
    addAdmin();
    switchTo(0);
    Q_EMIT m_app->window().preferencesRequested();
    QDialog *preferences = m_app->dialogCalled(u"Preferences"_s);
    QVERIFY(preferences);
    m_app->find<QAbstractButton>(u"Sign in to every account at startup"_s, preferences)->click();
    m_app->press(u"Close"_s, preferences);
    m_app->quit();
    m_second->clearRequests();
    m_app->startWith({});
    QVERIFY(m_app->isSignedIn());
    QVERIFY(eventually([this] { return m_app->workspaces().at(1).session().hasUser(); }));
    QCOMPARE(m_app->session().user().userName(), QString(mrossi));
}

void TestAccounts::anAccountThatCannotBeReachedBlocksNobody()
{
    addAdmin();
    m_app->quit();
    m_second->stop();
    m_app->startWith({});
    QVERIFY(eventually([this] { return lines().at(1).contains("cannot be reached"_L1); }));
    switchTo(0);
    QVERIFY(m_app->isSignedIn());
    edit(u"Bari"_s);
    m_app->press(u"Save"_s);
    QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
}

void TestAccounts::aSecondStartSwitches()
{
    addAdmin();
    m_app->startAgain(m_app->service().address(), mrossi);
    QCOMPARE(m_app->workspaces().current(), &m_app->workspaces().at(0));
    m_app->startAgain({}, u"admin"_s);
    QCOMPARE(m_app->workspaces().current(), &m_app->workspaces().at(1));
    QVERIFY(!m_app->dialog());
}

void TestAccounts::aSecondStartWithAnUnknownAccountOffersToAddIt()
{
    m_app->startAgain(m_second->address(), u"admin"_s);
    QVERIFY(m_app->isAsked());
    QCOMPARE(m_app->find<QLineEdit>(u"Username"_s, m_app->dialog())->text(), u"admin"_s);
    m_app->typeInto(u"Password"_s, u"admin"_s, m_app->dialog());
    m_app->press(u"Sign in"_s, m_app->dialog());
    QVERIFY(eventually([this] { return m_app->workspaces().rowCount() == 2; }));
}

void TestAccounts::whatTheKeychainDidNotLetGoOfIsRemovedAtTheEnd()
{
    m_app->keychain().failWith(Error::Kind::KeychainLocked);
    m_app->session().signOut();
    VERIFY_EVENTUALLY(m_app->session().state() == Session::State::SignedOut);
    m_app->keychain().failWith({});
    QCOMPARE(m_app->keychain().entries().size(), 1);
    m_app->askToEnd();
    VERIFY_EVENTUALLY(m_app->keychain().entries().isEmpty());
}

void TestAccounts::aSecondStartDoesNotTakeADialogAway_data()
{
    QTest::addColumn<Message::Level>("waiting");
    QTest::newRow("nothing else is said") << Message::Level::Info;
    QTest::newRow("over a warning") << Message::Level::Warning;
    QTest::newRow("over an error") << Message::Level::Error;
}

void TestAccounts::aSecondStartDoesNotTakeADialogAway()
{
    QFETCH(const Message::Level, waiting);
    addAdmin();
    const QString disk = u"The disk is full."_s;
    MessageQueue &messages = m_app->window().messages();
    if (waiting != Message::Level::Info)
        messages.show({.topic = Topic::Disk, .level = waiting, .text = disk});
    entry(u"Manage accounts"_s)->trigger();
    QDialog *dialog = m_app->dialogCalled(u"Accounts"_s);
    QVERIFY(dialog);
    m_app->startAgain(m_app->service().address(), mrossi);
    QCOMPARE(m_app->session().user().userName(), u"admin"_s);
    QVERIFY(dialog->isVisible());
    QVERIFY2(m_app->messageText().startsWith("Lanyard was started again for another account ("_L1),
             qPrintable(m_app->messageText()));
    QVERIFY(m_app->messageText().contains(mrossi));
    QVERIFY(messages.current()->level != Message::Level::Info); // it stays until it has been read
    QVERIFY(m_app->messageText().contains("choose it under Accounts"_L1));
    m_app->startAgain(m_app->service().address(), u"jkim"_s); // who is not there to be chosen
    QVERIFY2(m_app->messageText().contains("add it"_L1), qPrintable(m_app->messageText()));
    auto *inFront = new QDialog(dialog);
    inFront->open();
    m_app->startAgain(m_app->service().address(), u"jkim"_s);
    inFront->close();
    QCoreApplication::processEvents();
    QVERIFY2(m_app->messageText().contains("add it"_L1), qPrintable(m_app->messageText()));
    dialog->close(); // and with it goes what is said of it
    VERIFY_EVENTUALLY(m_app->messageText() == (waiting == Message::Level::Info ? QString() : disk));
}

void TestAccounts::aDialogDoesNotOpenOverTheAdditionOfAnAccount_data()
{
    QTest::addColumn<bool>("isEnded");
    QTest::newRow("the session ends") << true;
    QTest::newRow("a conflict") << false;
}

// It would get the password that is being typed for the other account.
void TestAccounts::aDialogDoesNotOpenOverTheAdditionOfAnAccount()
{
    QFETCH(const bool, isEnded);
    edit(u"Bari"_s);
    if (isEnded)
        m_app->service().expireTokens();
    else
        m_app->othersSave(u"city"_s, u"Nuoro"_s);
    slow(m_app->service(), 700);
    m_app->press(u"Save"_s);
    entry(u"Add account"_s)->trigger();
    QVERIFY(m_app->isAsked());
    QDialog *addition = m_app->dialog();
    m_app->typeInto(u"Server"_s, m_second->address(), addition);
    m_app->typeInto(u"Password"_s, u"adm"_s, addition);
    const QString need = isEnded ? u"session ended"_s : u"conflicting changes"_s;
    QVERIFY(eventually([&] { return lines().at(0).contains(need); }));
    QTest::qWait(200);
    QCOMPARE(QApplication::activeModalWidget(), addition);
    QCOMPARE(m_app->find<QLineEdit>(u"Password"_s, addition)->text(), u"adm"_s);
    m_app->press(u"Cancel"_s, addition);
    if (isEnded)
        QVERIFY(m_app->isAsked() && m_app->dialog() != addition);
    else
        QVERIFY(m_app->conflict());
}

void TestAccounts::anAddedAccountCanHaveAnotherUserAdded()
{
    addAdmin();
    edit(u"Torino"_s);
    m_second->expireTokens();
    m_app->press(u"Save"_s);
    QVERIFY(m_app->isAsked());
    const QJsonObject user = m_second->user(mrossi);
    m_second->failNext({.method = "GET",
                        .status = 200,
                        .body = QJsonDocument(QJsonObject{{u"success"_s, true}, {u"user"_s, user}}).toJson(),
                        .times = 2});
    m_app->typeInto(u"Password"_s, u"admin"_s, m_app->dialog());
    m_app->press(u"Sign in"_s, m_app->dialog());
    const QString add = u"Add as another account"_s;
    QVERIFY(eventually([&] { return m_app->findIfThere<QPushButton>(add, m_app->dialog()) != nullptr; }));
    m_app->press(add, m_app->dialog());
    QVERIFY(eventually([this] { return m_app->workspaces().rowCount() == 3 && !m_app->dialog(); }));
    QCOMPARE(m_app->session().user().userName(), QString(mrossi));
    QVERIFY(lines().at(1).contains("unsaved changes"_L1));
}

void TestAccounts::aRemovedAccountsKeyLeavesTheClipboard()
{
    addAdmin();
    switchTo(0);
    m_app->goTo(1);
    m_app->find<QTableView>(u"API keys"_s)->selectRow(0);
    m_app->press(u"Copy key"_s);
    QVERIFY(QApplication::clipboard()->text().size() > 8);
    QListWidget *list = manage();
    QVERIFY(list);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    m_app->press(u"Remove"_s, m_app->question());
    QVERIFY(eventually([this] { return m_app->workspaces().rowCount() == 1; }));
    QTest::qWait(200);
    QCOMPARE(QApplication::clipboard()->text(), QString());
}

void TestAccounts::whatHasToBeAnsweredIsShownInsteadOfQuitting_data()
{
    QTest::addColumn<bool>("isEnded");
    QTest::newRow("an ended session") << true;
    QTest::newRow("an invalid field") << false;
}

void TestAccounts::whatHasToBeAnsweredIsShownInsteadOfQuitting()
{
    QFETCH(const bool, isEnded);
    addAdmin();
    edit(u"Roma"_s);
    if (isEnded) {
        m_second->expireTokens();
        QTest::keyClick(&m_app->window(), Qt::Key_F5);
        QVERIFY(eventually([this] { return m_app->session().state() == Session::State::Expired; }));
    } else {
        m_app->typeInto(u"Birth date"_s, u"31/31/19"_s);
    }
    switchTo(0);
    edit(u"Bari"_s);
    m_app->window().close();
    QMessageBox *box = m_app->question();
    QVERIFY(box);
    m_app->press(u"Save all"_s, box);
    QVERIFY(eventually([this] { return m_app->workspaces().current() == &m_app->workspaces().at(1); }));
    QVERIFY(m_app->window().isVisible());
    if (!isEnded) {
        QVERIFY(eventually([this] { return m_app->find<QLineEdit>(u"Birth date"_s)->hasFocus(); }));
        return;
    }
    QVERIFY(m_app->isAsked());
    m_app->typeInto(u"Password"_s, u"admin"_s, m_app->dialog());
    m_app->press(u"Sign in"_s, m_app->dialog());
    QVERIFY(eventually([this] { return !m_app->window().isVisible(); }));
    QCOMPARE(m_second->user(u"admin"_s).value("city"_L1).toString(), u"Roma"_s);
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Bari"_s);
}

void TestAccounts::quittingGoesOnOnceEveryConflictIsDecided()
{
    addAdmin();
    edit(u"Roma"_s);
    switchTo(0);
    edit(u"Bari"_s);
    m_app->othersSave(u"city"_s, u"Nuoro"_s);
    QJsonObject admin = m_second->user(u"admin"_s);
    admin.insert(u"city"_s, u"Lecce"_s);
    QVERIFY(m_second->setUser(u"admin"_s, admin));
    slow(m_app->service(), 150); // the conflict of the one that is not shown is known first
    slow(*m_second, 100);
    m_app->window().close();
    m_app->press(u"Save all"_s, m_app->question());
    for (const int place : {0, 1}) {
        VERIFY_EVENTUALLY(m_app->workspaces().current() == &m_app->workspaces().at(place));
        const QPointer<QDialog> conflict = m_app->conflict();
        QVERIFY(conflict);
        QCOMPARE(m_app->workspaces().current(), &m_app->workspaces().at(place));
        slow(m_app->service(), 0);
        slow(*m_second, 0);
        m_app->press(u"Keep mine"_s, conflict);
        m_app->press(u"Save"_s, conflict);
        VERIFY_EVENTUALLY(!conflict);
    }
    VERIFY_EVENTUALLY(!m_app->window().isVisible());
    QCOMPARE(m_second->user(u"admin"_s).value("city"_L1).toString(), u"Roma"_s);
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Bari"_s);
}

// It would come as a surprise, whenever the account is shown again.
void TestAccounts::aSignOutDoesNotOutliveAConflictOfAnAccountThatIsNotShown()
{
    addAdmin();
    switchTo(0);
    edit(u"Bari"_s);
    m_app->othersSave(u"city"_s, u"Nuoro"_s);
    slow(m_app->service(), 300);
    m_app->press(u"Sign out"_s);
    m_app->press(u"Save"_s, m_app->question());
    switchTo(1);
    VERIFY_EVENTUALLY(lines().at(0).contains(u"conflicting changes"_s));
    slow(m_app->service(), 0);
    switchTo(0);
    const QPointer<QDialog> conflict = m_app->conflict();
    QVERIFY(conflict);
    m_app->press(u"Keep mine"_s, conflict);
    m_app->press(u"Save"_s, conflict);
    VERIFY_EVENTUALLY(m_app->saveText() == "Saved"_L1);
    QCOMPARE(m_app->session().state(), Session::State::SignedIn);
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Bari"_s);
}

// The user may be typing in the one that is shown.
void TestAccounts::afterAFailedQuitNoAccountComesForward()
{
    addAdmin();
    edit(u"Roma"_s);
    switchTo(0);
    edit(u"Bari"_s);
    const ForcedAnswer refusal{.method = "POST", .path = "/v1/auth/user", .status = 403};
    m_second->failNext(refusal);
    m_app->window().close();
    m_app->press(u"Save all"_s, m_app->question());
    QVERIFY(eventually([this] { return m_app->session().user().userName() == "admin"_L1; }));
    QVERIFY(eventually([this] { return m_app->messageText().contains("not saved"_L1); }));
    m_second->failNext(refusal);
    slow(*m_second, 500);
    m_app->press(u"Save"_s);
    switchTo(0);
    QVERIFY(eventually([this] { return lines().at(1).contains("saving"_L1); }));
    QVERIFY(eventually([this] { return lines().at(1).contains("not saved"_L1); }));
    QTest::qWait(100);
    QCOMPARE(m_app->workspaces().current(), &m_app->workspaces().at(0));
}

void TestAccounts::whatIsEditedWhileAnotherAccountIsSavedIsNotLostByQuitting()
{
    addAdmin();
    edit(u"Roma"_s);
    switchTo(0);
    edit(u"Bari"_s);
    slow(*m_second, 1500);
    m_app->window().close();
    m_app->press(u"Save all"_s, m_app->question());
    QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
    edit(u"Lecce"_s);
    QVERIFY(eventually([this] { return m_second->user(u"admin"_s).value("city"_L1).toString() == "Roma"_L1; }));
    QMessageBox *box = m_app->question();
    QVERIFY(box);
    QVERIFY(m_app->window().isVisible());
    m_app->press(u"Save"_s, box);
    QVERIFY(eventually([this] { return !m_app->window().isVisible(); }));
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Lecce"_s);
}

void TestAccounts::discardingAllWaitsForWhatIsBeingSaved()
{
    addAdmin();
    edit(u"Roma"_s);
    switchTo(0);
    edit(u"Bari"_s);
    slow(m_app->service(), 700);
    m_app->press(u"Save"_s);
    m_app->window().close();
    m_app->press(u"Discard all"_s, m_app->question());
    QVERIFY(m_app->window().isVisible());
    QVERIFY(eventually([this] { return !m_app->window().isVisible(); }));
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Bari"_s);
    QVERIFY(m_second->user(u"admin"_s).value("city"_L1).toString() != "Roma"_L1);
}

// And starts again, with the first account shown.
void TestAccounts::crashWithEditsInTheSecond()
{
    addAdmin();
    edit(u"Roma"_s);
    m_app->workspaces().at(1).draftWriter().write();
    switchTo(0);
    m_app->quit();
    m_app->startWith({});
    QVERIFY(m_app->isSignedIn());
}

// The account is not looked at after the next start.
void TestAccounts::editsOfAnEarlierRunAreKnownBeforeTheSignIn()
{
    crashWithEditsInTheSecond();
    QCOMPARE(m_app->session().user().userName(), QString(mrossi));
    QVERIFY2(lines().at(1).contains("unsaved changes"_L1), qPrintable(lines().at(1)));
    QListWidget *list = manage();
    QVERIFY(list);
    list->setFocus();
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Delete);
    QMessageBox *box = m_app->question();
    QVERIFY(box && box->informativeText().contains("unsaved changes will be lost"_L1));
}

void TestAccounts::onlyWhatWasRestoredIsDiscardedByItsMessage()
{
    edit(u"Bari"_s);
    m_app->workspaces().at(0).draftWriter().write();
    m_app->quit();
    m_app->startWith({});
    QVERIFY(m_app->isSignedIn());
    m_app->typeInto(u"Region"_s, u"Puglia"_s);
    m_app->press(u"Discard them"_s);
    QCOMPARE(m_app->find<QLineEdit>(u"Region"_s)->text(), u"Puglia"_s);
    QVERIFY(m_app->find<QLineEdit>(u"City"_s)->text() != "Bari"_L1);
    QVERIFY(m_app->workspaces().at(0).hasUnsaved());
}

// In a low window it scrolls with the page, which is where the user left it.
void TestAccounts::aMessageOfAHiddenAccountIsInSightOnceThatIsShown()
{
    addAdmin();
    switchTo(0);
    m_app->window().resize(640, 280);
    edit(u"Bari"_s);
    auto *region = m_app->find<QLineEdit>(u"Region"_s);
    region->setFocus();
    const auto isWhole = [](const QWidget *one) { return one->visibleRegion().boundingRect() == one->rect(); };
    VERIFY_EVENTUALLY(isWhole(region));
    MessageQueue &messages = m_app->window().messages();
    const auto *bar = m_app->window().account().findChild<MessageBar *>();
    switchTo(1);
    messages.show({.topic = Topic::Save, .level = Message::Level::Error, .text = u"It failed."_s});
    switchTo(0);
    VERIFY_EVENTUALLY(bar->isVisible() && isWhole(bar));
    QVERIFY(region->hasFocus());
    QTest::keyClicks(region, u"!"_s);
    VERIFY_EVENTUALLY(isWhole(region));
    switchTo(1);
    switchTo(0); // it has been seen
    VERIFY_EVENTUALLY(region->hasFocus() && isWhole(region));
}

// Its button would be pressed by the next key.
void TestAccounts::theFocusIsNeverOnAMessageByItself()
{
    crashWithEditsInTheSecond();
    const auto focus = [this] {
        QWidget *widget = m_app->window().focusWidget();
        return widget ? AppFixture::nameOf(widget) : QString();
    };
    for (int turn = 0; turn < 4; ++turn) {
        switchTo(1);
        QVERIFY(m_app->isSignedIn());
        COMPARE_EVENTUALLY(focus(), u"Title"_s);
        QVERIFY(m_app->messageText().contains("restored"_L1));
        switchTo(0);
    }
}

void TestAccounts::theKeysStayWhereTheyAreWhenAHiddenAccountEnds_data()
{
    QTest::addColumn<int>("status"); // of the answer to the restored session; 0: it is signed out
    QTest::newRow("signed out") << 0;
    QTest::newRow("session ended") << 401;
    QTest::newRow("service down") << 500;
}

void TestAccounts::theKeysStayWhereTheyAreWhenAHiddenAccountEnds()
{
    QFETCH(const int, status);
    addAdmin(status != 0);
    Ear ear;
    QVERIFY(ear.listen());
    if (status == 0) {
        slow(*m_second, 500);
        m_app->press(u"Sign out"_s);
    } else {
        m_app->quit();
        slow(*m_second, 500);
        for (int again = 0; again < 4; ++again) // a 500 is asked about again
            m_second->failNext({.method = "GET", .path = "/v1/auth/user", .status = status});
        m_app->startWith({});
        COMPARE_EVENTUALLY(m_app->workspaces().rowCount(), 2);
    }
    switchTo(0);
    QVERIFY(m_app->isSignedIn());
    auto *city = m_app->find<QLineEdit>(u"City"_s);
    city->setFocus();
    const auto isOffered = [](const QPushButton *button) {
        return button->text() == u"Sign in…"_s && button->isVisibleTo(button->parentWidget());
    };
    VERIFY_EVENTUALLY(std::ranges::any_of(m_app->window().findChildren<QPushButton *>(), isOffered));
    QCOMPARE(m_app->window().focusWidget(), city);
    QTest::keyClicks(QApplication::focusWidget(), u"x"_s);
    QVERIFY(city->text().contains(u'x'));
    // It is told, once, whose it is; what the user has done is not.
    const QString told = status == 500 ? u"cannot be reached"_s : u"session ended"_s;
    VERIFY_EVENTUALLY(ear.times(told) == (status == 0 ? 0 : 1));
    QVERIFY2(status == 0 || ear.heard().filter(told).constFirst().contains(u"admin"_s),
             qPrintable(ear.heard().join(u"; "_s)));
    ear.forget();

    switchTo(1); // where the password is asked for, unless that is of no use yet
    const QString needed = status == 500 ? u"Sign in…"_s : u"Password"_s;
    VERIFY_EVENTUALLY(QApplication::focusWidget() && AppFixture::nameOf(QApplication::focusWidget()) == needed);
}

namespace {

QList<QObject *> toldOfFocus;

void noteTold(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::Focus)
        toldOfFocus << event->object();
}

} // namespace

void TestAccounts::aSwitchTellsOnlyWhereTheFocusEndsUp()
{
    addAdmin();
    m_app->find<QLineEdit>(u"City"_s)->setFocus();
    Ear ear;
    QVERIFY(ear.listen());
    QCoreApplication::processEvents();
    const auto before = QAccessible::installUpdateHandler(noteTold);
    const auto back = qScopeGuard([before] { QAccessible::installUpdateHandler(before); });
    for (const int row : {0, 1, 0}) {
        toldOfFocus.clear();
        switchTo(row);
        QVERIFY(m_app->window().focusWidget()->isVisible());
        QCOMPARE(toldOfFocus, QList<QObject *>{m_app->window().focusWidget()});
    }
}

// Whose field has the focus for a moment, when the dialog closes.
void TestAccounts::anAddedAccountIsToldWithoutTheOneBefore()
{
    SKIP_IF_SANITIZED();
    m_app->find<QLineEdit>(u"City"_s)->setFocus();
    Ear ear;
    QVERIFY(ear.listen());
    entry(u"Add account"_s)->trigger();
    QVERIFY(m_app->isAsked());
    QDialog *dialog = m_app->dialog();
    for (const auto &[field, text] : {std::pair(u"Server"_s, m_second->address()), std::pair(u"Username"_s, u"admin"_s),
                                      std::pair(u"Password"_s, u"admin"_s)})
        m_app->typeInto(field, text, dialog);
    QVERIFY(ear.listenToFocus());
    ear.forget();
    m_app->press(u"Sign in"_s, dialog);
    VERIFY_EVENTUALLY(ear.times(u"admin at "_s) == 1);
    QTest::qWait(100);
    QVERIFY2(ear.focused().contains(u"Title"_s), qPrintable(ear.told().join(u" | "_s)));
    QVERIFY2(!ear.focused().contains(u"City"_s), qPrintable(ear.told().join(u" | "_s)));
}

void TestAccounts::whoCancelsAnAdditionIsBackInTheFieldTheyLeft()
{
    m_app->goTo(0);
    m_app->find<QLineEdit>(u"Region"_s)->setFocus();
    entry(u"Add account"_s)->trigger();
    QVERIFY(m_app->isAsked());
    QTest::keyClick(m_app->dialog(), Qt::Key_Escape);
    QVERIFY(eventually([this] { return !m_app->dialog(); }));
    COMPARE_EVENTUALLY(QApplication::focusWidget(), m_app->find<QLineEdit>(u"Region"_s));
}

void TestAccounts::theWindowsTitleTellsNamesakesApart()
{
    const auto title = [this] { return m_app->window().windowTitle(); };
    QVERIFY(!title().contains(" at "_L1));
    QJsonObject user = m_second->user(u"admin"_s);
    user.insert(u"firstName"_s, u"Maria"_s);
    user.insert(u"lastName"_s, u"Rossi"_s);
    QVERIFY(m_second->setUser(u"admin"_s, user));
    addAdmin();
    QCOMPARE(title(), u"Maria Rossi at %1 — Lanyard"_s.arg(Origin::parse(m_second->address()).value().shortText()));
    switchTo(0);
    QVERIFY(title().startsWith("Maria Rossi at "_L1));
}

void TestAccounts::whoseKeyIsOnTheClipboardIsSaid()
{
    addAdmin();
    switchTo(0);
    m_app->goTo(1);
    m_app->find<QTableView>(u"API keys"_s)->selectRow(0);
    m_app->press(u"Copy key"_s);
    const auto saysWhose = [this] {
        const QStringList texts = m_app->visibleTexts();
        return std::any_of(texts.begin(), texts.end(), [](const QString &text) {
            return text.contains("copied"_L1) && text.contains(u"mrossi at "_s);
        });
    };
    QVERIFY(!saysWhose());
    switchTo(1);
    QVERIFY(eventually(saysWhose));
}

void TestAccounts::aKeyIsFoundInEveryAccount()
{
    addAdmin();
    switchTo(1);
    m_app->window().account().findKey();
    QPointer<QDialog> dialog = m_app->dialogCalled(u"Which key is this?"_s);
    QVERIFY(dialog);
    const auto says = [dialog](const QString &words) {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&words](const QLabel *label) { return label->text().contains(words); });
    };
    m_app->typeInto(u"API key"_s, u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s, dialog);
    VERIFY_EVENTUALLY(says(u"This is the key “Build server” of Maria Rossi — mrossi at "_s));
    VERIFY_EVENTUALLY(m_app->find<QPushButton>(u"Show key"_s, dialog)->isEnabled());
    m_app->press(u"Show key"_s, dialog);
    VERIFY_EVENTUALLY(!dialog);
    QCOMPARE(m_app->workspaces().current(), &m_app->workspaces().at(0));
    auto *table = m_app->find<QTableView>(u"API keys"_s);
    QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"Build server"_s);
}

// While the service is told, the account is still in the list.
void TestAccounts::anAccountCanBeRemovedOnlyOnce()
{
    addAdmin();
    switchTo(0);
    m_app->quit();
    m_app->startWith({});
    QVERIFY(m_app->isSignedIn());
    slow(*m_second, 1500);
    QListWidget *list = manage();
    QVERIFY(list);
    list->setFocus();
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Delete);
    m_app->press(u"Remove"_s, m_app->question());
    QVERIFY(becomesActive(list->window()));
    QTest::keyClick(list, Qt::Key_Delete);
    QMessageBox *again = m_app->question();
    QVERIFY(eventually([this] { return m_app->workspaces().rowCount() == 1; }));
    if (again && again->isVisible())
        m_app->press(u"Remove"_s, again);
    QTest::qWait(100);
    QCOMPARE(m_app->workspaces().rowCount(), 1);
    QVERIFY(m_app->session().hasUser());
    QCOMPARE(m_app->session().user().userName(), QString(mrossi));
}

// The program reads that a key of the account in the second row ends then.
void TestAccounts::keyOfAdminEnds(const QString &end)
{
    QJsonObject user = m_second->user(u"admin"_s);
    user.insert(u"apiKeys"_s, QJsonArray{QJsonObject{{u"id"_s, 1},
                                                     {u"name"_s, u"<b>Night & day"_s},
                                                     {u"key"_s, u"api_0123456789abcdef0123"_s},
                                                     {u"expireDate"_s, end}}});
    QVERIFY(m_second->setUser(u"admin"_s, user));
    Workspace &workspace = m_app->workspaces().at(1);
    QSignalSpy read(&workspace, &Workspace::userChanged);
    workspace.session().reload();
    QVERIFY(eventually([&] { return !read.isEmpty(); }));
}

// As every other warning in the list is, not in words alone.
void TestAccounts::anExpiredKeyIsMarkedInTheListOfAccounts()
{
    addAdmin();
    keyOfAdminEnds(QDate::currentDate().addDays(-2).toString(Qt::ISODate));
    const auto line = [this] { return lines().at(1); };
    QVERIFY2(eventually([&] { return line().contains(u"⚠ API key expired"_s); }), qPrintable(line()));
    QVERIFY(manage()->item(1)->text().contains(u"⚠ API key expired"_s));
}

void TestAccounts::aKeyThatExpiresIsToldInItsOwnAccount()
{
    addAdmin();
    switchTo(0);
    keyOfAdminEnds(u"2190-01-01"_s);
    keyOfAdminEnds(u"2020-01-01"_s);
    QCOMPARE(m_app->messageText(), QString());
    switchTo(1);
    QCOMPARE(m_app->messageText(), u"The API key “<b>Night & day” has expired."_s);

    Q_EMIT m_app->window().preferencesRequested();
    QDialog *preferences = m_app->dialogCalled(u"Preferences"_s);
    QVERIFY(preferences);
    m_app->find<QAbstractButton>(u"Tell me when an API key expires"_s, preferences)->click();
    m_app->press(u"Close"_s, preferences);
    m_app->window().messages().settle(Topic::KeyExpired);
    keyOfAdminEnds(u"2190-01-01"_s);
    keyOfAdminEnds(u"2020-01-01"_s);
    QCOMPARE(m_app->messageText(), QString());
}

// What a service of notifications is asked to show.
class NotificationDesk : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public Q_SLOTS:
    QStringList GetCapabilities() { return {u"body-markup"_s}; }
    uint Notify(const QString &, uint, const QString &, const QString &title, const QString &body, const QStringList &,
                const QVariantMap &, int)
    {
        m_shown << title + u": "_s + body;
        return 1;
    }

public:
    QStringList m_shown;
};

void TestAccounts::aKeyThatExpiresIsToldOnTheDesktop()
{
    if (!qEnvironmentVariableIsSet("LANYARD_SESSION"))
        QSKIP("Shows notifications on the session bus: run it under tests/support/session.sh.");
    NotificationDesk desk;
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"notifications"_s);
    QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
    QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &desk, QDBusConnection::ExportAllSlots));
    addAdmin();
    keyOfAdminEnds(u"2190-01-01"_s);
    keyOfAdminEnds(u"2020-01-01"_s);
    m_app->window().showMinimized();
    QVERIFY(eventually([] { return !QApplication::activeWindow(); }));
    keyOfAdminEnds(u"2190-01-01"_s);
    keyOfAdminEnds(u"2020-01-01"_s);
    const QString whose = u"admin at "_s + Origin::parse(m_second->address()).value().shortText();
    QStringList shown{u"API key expired: The API key “&lt;b&gt;Night &amp; day” of %1 has expired."_s.arg(whose)};
    QVERIFY(eventually([&] { return desk.m_shown == shown; }));

    m_app->window().presentationMode().trigger();
    keyOfAdminEnds(u"2190-01-01"_s);
    keyOfAdminEnds(u"2020-01-01"_s);
    shown << u"API key expired: An API key of %1 has expired."_s.arg(whose);
    QVERIFY(eventually([&] { return desk.m_shown == shown; }));
    bus.unregisterService(u"org.freedesktop.Notifications"_s);
    QDBusConnection::disconnectFromBus(u"notifications"_s);
}

LANYARD_TEST(QApplication, TestAccounts)
#include "tst_accounts.moc"
