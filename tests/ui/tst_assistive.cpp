// What assistive technology is told about fields, tabs and cells, and what it can enter.
#include "core/workspace/workspaces.h"
#include "tests/support/testclass.h"
#include "tests/ui/accessfaults.h"
#include "tests/ui/appfixture.h"
#include "tests/ui/ear.h"
#include "tests/ui/opendialogs.h"
#include "ui/account/accountpages.h"
#include "ui/account/accountview.h"
#include "ui/accounts/accountsbutton.h"
#include "ui/common/accessibility.h"
#include "ui/common/announce.h"
#include "ui/common/olderreaders.h"
#include "ui/common/secretedit.h"
#include "ui/look/card.h"
#include "ui/look/tonedlabel.h"
#include "ui/mainwindow.h"
#include "ui/settings/longtextdialog.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QHeaderView>
#include <QJsonArray>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QStyleOption>
#include <QTabBar>
#include <QTableView>
#include <QTableWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>
#include <QUndoGroup>

#include <utility>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

#define NEEDS_A_BUS()                                                                                                  \
    if (!qEnvironmentVariableIsSet("LANYARD_SESSION"))                                                                 \
    QSKIP("Starts a bus for screen readers: run it under tests/support/session.sh.")

static QString firstKeyAt(const AccountService &service)
{
    return service.user(mrossi).value("apiKeys"_L1).toArray().at(0).toObject().value("key"_L1).toString();
}

// Somebody is signed in, and a screen reader has been started.
#define SIGN_IN_AND_LISTEN(desk, ear)                                                                                  \
    NEEDS_A_BUS();                                                                                                     \
    AppFixture desk;                                                                                                   \
    desk.start(mrossi);                                                                                                \
    QVERIFY(desk.signIn(u"lanyard"_s));                                                                                \
    QCoreApplication::processEvents(); /* who is signed in is told */                                                  \
    Ear ear;                                                                                                           \
    QVERIFY(ear.listen())

class TestAssistive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsHiddenIsThereForWhoReadsIt(); // before any other has told the program that somebody listens
    void aHintDescribesOnlyAnEmptyField_data();
    void aHintDescribesOnlyAnEmptyField();
    void aTabListAndItsTabsAreNamed();
    void aTabIsPressed();
    void theChosenTabIsToldWhereTheFocusComesToTheTabs();
    void aPageThatIsSelectedIsShown();
    void aPageIsToldWhereItIsTurnedToAndEnteredByAKey();
    void theKeyOfAPageLeadsIntoItFromTheSidebar();
    void onlyWhatHasTheFocusIsSaidToHaveIt();
    void theRowIsToldWhereTheFocusGoesIntoAList_data();
    void theRowIsToldWhereTheFocusGoesIntoAList();
    void eachCountryThatTheKeysReachIsTold_data();
    void eachCountryThatTheKeysReachIsTold();
    void aRowIsToldAgainOnlyIfItIsAnother_data();
    void aRowIsToldAgainOnlyIfItIsAnother();
    void whatIsTooLongIsRefusedWhole_data();
    void whatIsTooLongIsRefusedWhole();
    void whatIsWrongWithALongTextDescribesIt();
    void whatIsWrittenInRedDescribesItsField();
    void aSecretThatWasRevealedIsWipedInSilence();
    void aChoiceIsDescribedByItsValue();
    void whatIsChosenInAListIsToldOnce();
    void upAndDownChooseAmongRadioButtons();
    void whatIsDiscardedIsToldAndWhatAClearedFilterShows();
    void aPreferenceIsDescribedByWhatIsSaidOfIt();
    void aBranchTellsThatItIsFoldedAndUnfolded();
    void aFieldTellsThatItCanBeEditedAgain();
    void theKeyOfAPageLeavesTheMenuBar();
    void f10OpensTheMenuBar();
    void whatIsHalfTypedIsCalledWrongOnceItIsLeft();
    void aDayOfTheCalendarIsToldOnceWithItsWholeDate();
    void whatStandsOnAPageIsToldOnceAndWhatADialogOpensWithIsReadWithIt();
    void theListOfCountriesIsNamedAndSaysThatItIsOpen();
    void theCountryThatEscapeBringsBackIsTold();
    void theCountryThatATypedTextBecomesIsTold();
    void ofARewrittenLineOnlyWhatDiffersIsTold();
    void whatPresentationModeHidesIsNotToldAsItGoes();
    void whatIsTypedBesideAMaskIsToldAsDots();
    void whatIsAnnouncedIsVisibleTextAndNotLong();
    void aSecretThatIsSearchedForIsNotToldAsItComes();
    void aKnownSecretIsNotToldAsItIsEntered();
    void whatOthersChangeAtOnceIsToldOnce();
    void onlyWhatIsNewIsToldOfANameAndTheWindow();
    void whatTheServiceRefusesGetsTheFocus();
    void aSettingThatTheServiceRefusesIsToldOnce();
    void aCopiedKeyIsHeardOnceWithItsCaution();
    void whoseKeyIsActedOnIsSaid();
    void aReloadIsToldWithWhatItHasChanged();
    void anEntryThatOpensAMenuOrIsCheckedSaysSo();
    void theSheetOfShortcutsIsReadFromItsFirstRow();
    void thatItSignsInIsTold();
    void anAddressIsNotCompletedWhereItIsReadAloud();
    void whatIsWrongIsToldAfterWhereTheFocusGoes_data();
    void whatIsWrongIsToldAfterWhereTheFocusGoes();
    void nothingIsToldOfAnAccountThatIsLeft();
    void whatIsUndoneInTheReviewIsTold();
    void theValueThatAStepBringsBackIsTold();
    void whoSavesNothingIsToldSo();
    void aLockedRowSaysSoOnce();
    void aCellOfAConflictIsRenamedByTheDecision();
    void whoIsSignedInIsToldOnceAfterTheFocus();
    void aKeyInANameIsNeitherSpokenNorShownOutsideOfTheField();
    void whoSignsInAgainIsToldSo();
    void theValueOfASettingIsReadOnceAndReachedByTheArrows();
    void theEditorOfASettingIsToldWithWhatItIsOf();
    void theEditorOfASecretIsToldBeforeWhatIsInIt();
    void theCaretIsToldOnlyWhereTheFocusIs();
    void aSecretIsWipedInSilence();
    void anOlderReaderIsToldEachThingAndNothingAroundIt();
    void whatOnlyHoldsPagesIsNotSpoken();
    void whatDescribesAChoiceIsReadWithItAlone();
    void aLineLooksAlikeFromItsFirstCharacterToItsLast();
    void whatTheFocusOnlyPassesIsNotTold();
    void theEndOfTheSessionIsToldOnce();
    void theEndOfTheSessionIsToldAfterAFailure();
    void whatTheUserHasNotSelectedIsNotToldAsSelected();
    void whatAControlBelongsToIsSaid();
    void f6LeadsThroughThePartsOfTheWindow();
    void whatIsWrongWithTheServerDescribesBothItsParts();
};

namespace {

QAccessibleInterface *accessOf(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget);
}

QString descriptionOf(QWidget *widget)
{
    return accessOf(widget)->text(QAccessible::Description);
}

// Each line that has a hint, while it is empty and while it is not; hidden ones too.
QStringList problemsOfHints(QWidget *window, int *found)
{
    QStringList problems;
    const auto lines = window->findChildren<QLineEdit *>();
    for (QLineEdit *line : lines) {
        const QString before = line->text();
        line->setText({});
        const QString hint = line->placeholderText();
        if (!hint.isEmpty()) {
            ++*found;
            if (descriptionOf(line).isEmpty())
                problems << u"%1 hides its hint"_s.arg(AppFixture::nameOf(line));
            line->setText(u"x"_s);
            if (descriptionOf(line).contains(hint))
                problems << u"%1 is described as “%2” though it is filled"_s.arg(AppFixture::nameOf(line), hint);
        }
        line->setText(before);
        if (!before.isEmpty() && !hint.isEmpty() && descriptionOf(line).contains(hint))
            problems << u"%1 “%2” is described as “%3”"_s.arg(AppFixture::nameOf(line), before, hint);
    }
    return problems;
}

// The names of the rows and cells that were said to have got it.
QStringList heardRows;

void noteHeardRow(QAccessibleEvent *event)
{
    const QAccessibleInterface *access = event->type() == QAccessible::Focus ? event->accessibleInterface() : nullptr;
    if (access && event->child() >= 0)
        heardRows << access->text(QAccessible::Name);
}

// The rows that were said to be unfolded or folded.
QStringList heardChanges;

void noteHeardChange(QAccessibleEvent *event)
{
    if (event->type() != QAccessible::StateChanged || event->child() < 0)
        return;
    if (const QAccessibleInterface *access = event->accessibleInterface())
        heardChanges << access->text(QAccessible::Name) + (access->state().expanded ? u'+' : u'-');
}

// Every event is noted so while it exists.
class Noting
{
public:
    explicit Noting(QAccessible::UpdateHandler note) : m_before(QAccessible::installUpdateHandler(note)) {}
    ~Noting() { QAccessible::installUpdateHandler(m_before); }
    Q_DISABLE_COPY_MOVE(Noting)

private:
    QAccessible::UpdateHandler m_before;
};

// As a screen reader does that starts.
[[nodiscard]] bool startListening()
{
    QDBusConnection::sessionBus().asyncCall(
        QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s));
    return eventually([] { return QAccessible::isActive(); });
}

// Who was said to have got the focus, each with what is wrong about it.
QStringList heardFocus;

void noteHeardFocus(QAccessibleEvent *event)
{
    if (event->type() != QAccessible::Focus)
        return;
    const auto *widget = qobject_cast<const QWidget *>(event->object());
    const bool hasIt = widget && widget->isVisible() && (widget->hasFocus() || qobject_cast<const QMenu *>(widget));
    heardFocus << (widget
                       ? AppFixture::nameOf(widget) + u" ("_s + QLatin1String(widget->metaObject()->className()) + u')'
                       : u"?"_s) +
                      (hasIt ? QString() : u", which has it not"_s);
}

} // namespace

void TestAssistive::aHintDescribesOnlyAnEmptyField_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("hints");
    QTest::newRow("the window") << QString() << 2;
    for (const QString &name : dialogNames())
        QTest::newRow(qPrintable(name)) << name << (name == "Preferences"_L1 ? 2 : name == "Sign in"_L1 ? 1 : 0);
}

void TestAssistive::aHintDescribesOnlyAnEmptyField()
{
    QFETCH(const QString, name);
    QFETCH(const int, hints);
    AppFixture desk;
    desk.start(u"mrossi"_s);
    if (name != "Sign in"_L1)
        QVERIFY(desk.signIn(u"lanyard"_s));
    else
        QVERIFY(desk.isAsked());
    QWidget *window = name.isEmpty() ? static_cast<QWidget *>(&desk.window()) : dialogOf(desk, name);
    QVERIFY(window);
    int found = 0;
    const QStringList problems = problemsOfHints(window, &found);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QVERIFY2(found >= hints, qPrintable(QString::number(found)));
    if (!name.isEmpty()) {
        endItsSignals(*window);
        window->close();
    }
}

// And cannot be brought back.
void TestAssistive::aSecretThatWasRevealedIsWipedInSilence()
{
    if (!qEnvironmentVariableIsSet("LANYARD_SESSION"))
        QSKIP("Starts a bus for screen readers: run it under tests/support/session.sh.");
    Ear ear;
    QVERIFY(ear.listen());
    SecretEdit edit;
    QTest::keyClicks(&edit, u"5ecret"_s);
    edit.setRevealed(true);
    static int told = 0;
    told = 0;
    const auto before = QAccessible::installUpdateHandler([](QAccessibleEvent *event) {
        const auto *line = qobject_cast<QLineEdit *>(event->object());
        const bool isText = event->type() == QAccessible::TextInserted || event->type() == QAccessible::TextRemoved ||
                            event->type() == QAccessible::TextUpdated;
        told += line && isText && line->echoMode() == QLineEdit::Normal ? 1 : 0;
    });
    edit.setText(u"5ecret again"_s);
    const int inTheOpen = std::exchange(told, 0);
    edit.wipe();
    QAccessible::installUpdateHandler(before);
    QVERIFY(inTheOpen > 0); // it is told of what is
    QCOMPARE(told, 0);
    QCOMPARE(edit.text(), QString());
    QCOMPARE(edit.echoMode(), QLineEdit::Normal);
    edit.undo();
    QVERIFY(!edit.text().contains(u'5'));
}

void TestAssistive::aChoiceIsDescribedByItsValue()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.goTo(1);
    auto *show = desk.find<QComboBox>(u"Show"_s);
    QCOMPARE(descriptionOf(show), u"All"_s);
    show->setFocus();
    QTest::keyClick(show, Qt::Key_Down);
    QCOMPARE(descriptionOf(show), u"Usable now"_s);
}

// With the box to which the focus comes back.
void TestAssistive::whatIsChosenInAListIsToldOnce()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    QVERIFY(becomesActive(&desk.window()));
    desk.goTo(1);
    auto *show = desk.find<QComboBox>(u"Show"_s);
    show->setFocus();
    QTest::keyClick(show, Qt::Key_Space);
    VERIFY_EVENTUALLY(show->view()->isVisible());
    QTest::keyClick(show->view(), Qt::Key_Down);
    QTest::qWait(50);
    ear.forget();
    QTest::keyClick(show->view(), Qt::Key_Return);
    VERIFY_EVENTUALLY(show->currentText() == "Usable now"_L1);
    QTest::qWait(50);
    QCOMPARE(ear.times(u"Usable now"_s), 0);
    QCOMPARE(descriptionOf(show), u"Usable now"_s);
    QTest::keyClick(show, Qt::Key_Down);
    VERIFY_EVENTUALLY(ear.times(u"Expiring"_s) == 1); // there the focus stays
}

void TestAssistive::upAndDownChooseAmongRadioButtons()
{
    AppFixture desk;
    desk.start(mrossi);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QDialog *dialog = dialogOf(desk, u"Preferences"_s);
    QVERIFY(dialog);
    auto *system = desk.find<QRadioButton>(u"System"_s, dialog);
    auto *light = desk.find<QRadioButton>(u"Light"_s, dialog);
    QCOMPARE(descriptionOf(light), u"Appearance, 2 of 3"_s);
    system->setFocus();
    QTest::keyClick(system, Qt::Key_Up); // there is none before it
    QVERIFY(system->isChecked());
    QTest::keyClick(system, Qt::Key_Down);
    QVERIFY(light->isChecked() && light->hasFocus());
    QTest::keyClick(light, Qt::Key_Tab);
    QVERIFY(!qobject_cast<QRadioButton *>(QApplication::focusWidget()));
    light->setFocus();
    QTest::keyClick(light, Qt::Key_Up);
    QVERIFY(system->isChecked() && system->hasFocus());
    dialog->close();
}

void TestAssistive::whatIsDiscardedIsToldAndWhatAClearedFilterShows()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    desk.typeInto(u"City"_s, u"Torino"_s);
    desk.typeInto(u"Birth date"_s, u"no date"_s);
    desk.press(u"Discard changes"_s);
    VERIFY_EVENTUALLY(ear.times(u"2 changes discarded"_s) == 1);
    for (const int page : {1, 2}) {
        desk.goTo(page);
        const QString all = page == 1 ? u"9 keys"_s : u"12 settings"_s;
        auto *filter = desk.find<QLineEdit>(u"Filter"_s);
        VERIFY_EVENTUALLY(ear.heard().contains(page == 1 ? u"API keys"_s : u"Settings"_s));
        VERIFY_EVENTUALLY(page != 1 || ear.times(u"expire"_s) == 1); // what the page tells when it is first seen
        ear.forget();
        desk.typeInto(u"Filter"_s, u"e"_s);
        filter->clear();
        desk.find<QAbstractItemView>(page == 1 ? u"API keys"_s : u"Settings"_s)->setFocus(); // the typing is over
        VERIFY_EVENTUALLY(!ear.heard().isEmpty());
        QCOMPARE(ear.heard(), QStringList{all});
    }
}

// Without assistive technology a page is made when it is first shown, and a menu filled when it opens.
void TestAssistive::whatIsHiddenIsThereForWhoReadsIt()
{
    NEEDS_A_BUS();
    AppFixture desk;
    desk.start(mrossi);
    desk.window().account().setPage(AccountPages::ApiKeys); // as when it was the last one: the menus need no profile
    QVERIFY(desk.signIn(u"lanyard"_s));
    const auto pages = [&desk] { return desk.window().findChild<AccountPages *>()->count(); };
    QCOMPARE(pages(), 2); // that one, and what is shown without a user
    Ear ear;
    QVERIFY(ear.listen());
    VERIFY_EVENTUALLY(pages() == AccountPages::PageCount + 1);
    for (const QMenu *menu : desk.window().menuBar()->findChildren<QMenu *>())
        QVERIFY2(!menu->isEmpty(), qPrintable(menu->title()));
}

void TestAssistive::aBranchTellsThatItIsFoldedAndUnfolded()
{
    NEEDS_A_BUS();
    AppFixture desk;
    desk.start(mrossi);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.goTo(2);
    auto *tree = desk.find<QTreeView>(u"Settings"_s);
    tree->setFocus();
    QVERIFY(eventually([tree] { return tree->hasFocus() && tree->currentIndex().isValid(); }));
    while (tree->currentIndex().parent().isValid())
        QTest::keyClick(tree, Qt::Key_Up);
    Ear ear;
    QVERIFY(ear.listen());
    const Noting noting(noteHeardChange);
    for (const auto &[key, isOpen] : {std::pair(Qt::Key_Return, false), std::pair(Qt::Key_Return, true),
                                      std::pair(Qt::Key_Left, false), std::pair(Qt::Key_Right, true)}) {
        ear.forget();
        heardChanges.clear();
        QTest::keyClick(tree, key);
        QCOMPARE(tree->isExpanded(tree->currentIndex().siblingAtColumn(0)), isOpen);
        QCOMPARE(heardChanges, QStringList{tree->currentIndex().data().toString() + (isOpen ? u"+"_s : u"-"_s)});
        const QString change = u"expanded %1"_s.arg(isOpen ? 1 : 0);
        VERIFY_EVENTUALLY(ear.changes(change) == 1);
    }
}

void TestAssistive::aFieldTellsThatItCanBeEditedAgain()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    const auto title = desk.service().user(mrossi).value("title"_L1);
    desk.othersSave(u"title"_s, QJsonArray{u"Dr."_s}); // no text: it is for reading only
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    VERIFY_EVENTUALLY(ear.changes(u"read-only 1"_s) == 1 && ear.changes(u"editable 0"_s) == 1);
    desk.othersSave(u"title"_s, title);
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    VERIFY_EVENTUALLY(ear.changes(u"read-only 0"_s) == 1 && ear.changes(u"editable 1"_s) == 1);
}

void TestAssistive::theKeyOfAPageLeavesTheMenuBar()
{
    AppFixture desk;
    desk.start(mrossi);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QMenuBar *bar = desk.window().menuBar();
    for (const auto key : {Qt::Key_2, Qt::Key_3, Qt::Key_1}) {
        bar->setFocus(Qt::MenuBarFocusReason);
        QVERIFY(eventually([bar] { return bar->hasFocus(); }));
        QTest::keyClick(bar, key, Qt::ControlModifier);
        QVERIFY(eventually([bar] { return QApplication::focusWidget() && !bar->hasFocus(); }));
        QVERIFY(!bar->activeAction());
    }
}

void TestAssistive::f10OpensTheMenuBar()
{
    AppFixture desk;
    desk.start(mrossi);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(becomesActive(&desk.window()));
    auto *city = desk.find<QLineEdit>(u"City"_s);
    city->setFocus();
    QTest::keyClick(city, Qt::Key_F10);
    QWidget *menu = QApplication::activePopupWidget();
    QVERIFY(menu && desk.window().menuBar()->activeAction());
    QCOMPARE(menu, desk.window().menuBar()->activeAction()->menu());
    QTest::keyClick(menu, Qt::Key_Escape);
    QTest::keyClick(desk.window().menuBar(), Qt::Key_Escape);
    QTRY_COMPARE(QApplication::focusWidget(), city);
}

// Unless the user is elsewhere by then.
void TestAssistive::whatTheServiceRefusesGetsTheFocus()
{
    NEEDS_A_BUS();
    ServiceOptions options;
    options.ignoredMembers = QStringList{u"department"_s, u"city"_s};
    AppFixture desk(options);
    desk.start(mrossi);
    QVERIFY(desk.signIn(u"lanyard"_s));
    Ear ear;
    QVERIFY(ear.listen());
    for (const char *field : {"City", "Department", "First name"})
        desk.typeInto(QString::fromLatin1(field), u"Milo"_s);
    QVERIFY(becomesActive(&desk.window()));
    auto *city = desk.find<QLineEdit>(u"City"_s);
    QTest::keyClick(&desk.window(), Qt::Key_S, Qt::ControlModifier);
    VERIFY_EVENTUALLY(city->hasFocus());
    VERIFY_EVENTUALLY(ear.times(u"did not take 2 changes. They are marked; the rest is saved."_s) == 1);
    VERIFY_EVENTUALLY(ear.times(u"Department: The service kept"_s) == 1);
    QVERIFY(descriptionOf(city).contains(u"The service kept"_s));
    QCOMPARE(ear.times(u"City: The service kept"_s), 0); // it is read with the focus
    VERIFY_EVENTUALLY(ear.changes(u"invalid-entry 1"_s) == 2);
    desk.typeInto(u"City"_s, u"Pisa"_s);
    VERIFY_EVENTUALLY(ear.changes(u"invalid-entry 0"_s) == 1);
    QTest::keyClick(&desk.window(), Qt::Key_S, Qt::ControlModifier);
    auto *title = desk.find<QLineEdit>(u"Title"_s);
    title->setFocus();
    VERIFY_EVENTUALLY(ear.times(u"did not take 2 changes. They are marked."_s) == 1);
    QVERIFY(title->hasFocus());
    desk.typeInto(u"E-mail"_s, desk.service().user(u"jkim"_s).value("email"_L1).toString()); // refused by its own words
    title->setFocus();
    QTest::keyClick(&desk.window(), Qt::Key_S, Qt::ControlModifier);
    VERIFY_EVENTUALLY(desk.find<QLineEdit>(u"E-mail"_s)->hasFocus());
}

// The first one with the focus that it gets, unless it had it.
void TestAssistive::aSettingThatTheServiceRefusesIsToldOnce()
{
    NEEDS_A_BUS();
    ServiceOptions options;
    options.ignoredMembers = QStringList{u"settings"_s};
    AppFixture desk(options);
    desk.start(mrossi);
    QVERIFY(desk.signIn(u"lanyard"_s));
    Ear ear;
    QVERIFY(ear.listen());
    desk.goTo(2);
    QVERIFY(becomesActive(&desk.window()));
    auto *tree = desk.find<QTreeView>(u"Settings"_s);
    const auto row = [tree](const QString &name) {
        const auto found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                                Qt::MatchExactly | Qt::MatchRecursive);
        return found.value(0);
    };
    const auto current = [tree] { return tree->currentIndex().siblingAtColumn(0).data().toString(); };
    const QString colour = u"Accent colour"_s;
    const QString summary = u"Send a weekly summary"_s;
    tree->setFocus();
    tree->setCurrentIndex(row(colour));
    QTest::keyClick(tree, Qt::Key_F2);
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, u"#123456"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    tree->setFocus();
    tree->setCurrentIndex(row(summary));
    QTest::keyClick(tree, Qt::Key_Space);
    for (const int timesOfTheFirst : {0, 1}) {
        ear.forget();
        QTest::keyClick(&desk.window(), Qt::Key_S, Qt::ControlModifier);
        VERIFY_EVENTUALLY(ear.times(u"did not take 2 changes"_s) == 1);
        VERIFY_EVENTUALLY(ear.times(summary + u": The service kept"_s) == 1);
        QCOMPARE(current(), colour);
        QVERIFY(tree->hasFocus());
        QCOMPARE(ear.times(colour), timesOfTheFirst);
        QVERIFY(row(colour).data(Qt::AccessibleDescriptionRole).toString().contains(u"The service kept"_s));
    }
}

void TestAssistive::aCopiedKeyIsHeardOnceWithItsCaution()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    desk.goTo(1);
    auto *keys = desk.find<QTableView>(u"API keys"_s);
    VERIFY_EVENTUALLY(ear.times(u"expire"_s) == 1); // the page says so of all that do
    QVERIFY(becomesActive(&desk.window()));
    keys->setFocus();
    ear.forget();
    keys->keyboardSearch(u"Support"_s);
    QTest::keyClick(keys, Qt::Key_C, Qt::ControlModifier);
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    VERIFY_EVENTUALLY(ear.times(u"Up to date"_s) == 1); // whatever was told before has been heard
    const QStringList heard = ear.heard();
    const QRegularExpression copied(
        u"\\AKey “Support desk” copied — it expires in 3 days; the clipboard is cleared in \\d+ seconds\\z"_s);
    QVERIFY2(copied.match(heard.value(0)).hasMatch(), qPrintable(heard.join(u" | "_s)));
    QCOMPARE(heard.size(), 3); // and the reload
}

// The list, where the name is said, may be far from the buttons.
void TestAssistive::whoseKeyIsActedOnIsSaid()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    desk.goTo(1);
    auto *keys = desk.find<QTableView>(u"API keys"_s);
    keys->setFocus();
    keys->keyboardSearch(u"Build"_s);
    for (const char *button : {"Copy key", "Copy as", "Reveal"})
        QCOMPARE(descriptionOf(desk.find<QPushButton>(QString::fromUtf8(button))), u"Build server"_s);
    const auto *secret = desk.find<QToolButton>(u"Reveal client secret"_s);
    const QWidget *group = secret->parentWidget();
    while (group && !qobject_cast<const Card *>(group))
        group = group->parentWidget();
    QVERIFY(group);
    QCOMPARE(accessOf(const_cast<QWidget *>(group))->role(), QAccessible::Grouping);
    QCOMPARE(accessOf(const_cast<QWidget *>(group))->text(QAccessible::Name), u"Build server"_s);
    desk.press(u"Reveal"_s);
    VERIFY_EVENTUALLY(ear.times(u"Build server"_s) == 1 && ear.times(u"revealed for 20 seconds"_s) == 1);
}

void TestAssistive::aReloadIsToldWithWhatItHasChanged()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    QVERIFY(becomesActive(&desk.window()));
    const QString loading = u"Reloading…"_s;
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    VERIFY_EVENTUALLY(ear.heard() == (QStringList{loading, u"Up to date"_s}));
    ear.forget();
    desk.othersSave(u"city"_s, u"Milano"_s);
    desk.othersSave(u"settings"_s, QJsonArray());
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    VERIFY_EVENTUALLY(ear.heard() == (QStringList{loading, u"Updated: City, Settings"_s}));
    ear.forget();
    desk.othersSave(u"countryCode"_s, u"SM"_s); // a part of the field Country
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    VERIFY_EVENTUALLY(ear.heard() == (QStringList{loading, u"Updated: Country"_s}));
}

void TestAssistive::anEntryThatOpensAMenuOrIsCheckedSaysSo()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    QTest::keyClick(&desk.window(), Qt::Key_V, Qt::AltModifier);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    const auto entries = menu->actions();
    const auto accessOfEntry = [&](QAction *entry) {
        return accessOf(menu)->child(static_cast<int>(entries.indexOf(entry)));
    };
    int opening = 0;
    for (QAction *entry : entries) {
        QAccessibleInterface *access = accessOfEntry(entry);
        const bool opens = entry->menu();
        opening += opens ? 1 : 0;
        QCOMPARE(Ear::roleOf(*access) == Ear::MenuRole, opens);
        QCOMPARE(Ear::roleOf(*access) == Ear::CheckMenuItemRole, entry->isCheckable());
        QCOMPARE(Ear::isSaidToBeCheckable(*access), entry->isCheckable());
        QCOMPARE(bool(access->state().expandable), opens);
        QCOMPARE(bool(access->state().hasPopup), opens);
        QVERIFY(!access->state().expanded);
    }
    QVERIFY(opening > 1);
    QTest::keyClick(menu, Qt::Key_O);
    QVERIFY(accessOfEntry(menu->activeAction())->state().expanded);
    QCOMPARE(Ear::roleOf(*accessOf(menu->activeAction()->menu())->child(0)), Ear::RadioMenuItemRole);
    while (QWidget *open = QApplication::activePopupWidget())
        open->close();
}

void TestAssistive::theSheetOfShortcutsIsReadFromItsFirstRow()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    QVERIFY(becomesActive(&desk.window()));
    QTest::keyClick(&desk.window(), Qt::Key_F1);
    QDialog *dialog = desk.dialogCalled(u"Keyboard shortcuts"_s);
    QVERIFY(dialog);
    auto *table = qobject_cast<QTableView *>(dialog->focusWidget());
    QVERIFY(table && AppFixture::nameOf(table) == "Account"_L1);
    QCOMPARE(table->currentIndex(), table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Escape);
}

void TestAssistive::thatItSignsInIsTold()
{
    SKIP_IF_SANITIZED();
    NEEDS_A_BUS();
    AppFixture desk;
    desk.start(mrossi);
    QVERIFY(desk.isAsked());
    Ear ear;
    QVERIFY(ear.listen());
    QVERIFY(ear.listenToFocus());
    desk.typeInto(u"Password"_s, u"wrong"_s, desk.dialog());
    auto *show = desk.find<QCheckBox>(u"Show password"_s, desk.dialog());
    show->setFocus();
    QTest::keyClick(show, Qt::Key_Return);
    // It is to be corrected: what is wrong is read with the focus that it gets, or told where it has had it.
    auto *password = desk.find<QLineEdit>(u"Password"_s, desk.dialog());
    VERIFY_EVENTUALLY(descriptionOf(password).contains(u"refused"_s));
    QVERIFY(password->hasFocus());
    QCOMPARE(ear.heard(), QStringList(u"Signing in…"_s));
    VERIFY_EVENTUALLY(ear.focused().value(ear.focused().size() - 1) == u"Password"_s);
    ear.forget();
    desk.typeInto(u"Password"_s, u"wrong"_s, desk.dialog());
    QTest::keyClick(password, Qt::Key_Return);
    VERIFY_EVENTUALLY(ear.times(u"refused"_s) == 1);
    QTest::qWait(50);
    QCOMPARE(ear.told().size(), 2);
    QCOMPARE(ear.told().constFirst(), u"Signing in…"_s);
}

void TestAssistive::anAddressIsNotCompletedWhereItIsReadAloud()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    Q_EMIT desk.window().addAccountRequested();
    QVERIFY(desk.isAsked());
    auto *server = desk.find<QComboBox>(u"Server"_s, desk.dialog());
    QVERIFY(server->count() > 0);
    desk.typeInto(u"Server"_s, u"http"_s, desk.dialog());
    QCOMPARE(server->currentText(), u"http"_s);
    desk.dialog()->close();
}

void TestAssistive::theListOfCountriesIsNamedAndSaysThatItIsOpen()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    auto *box = desk.find<QComboBox>(u"Country"_s);
    const auto isExpanded = [box] { return bool(accessOf(box)->state().expanded); };
    desk.typeInto(u"Country"_s, u"germ"_s, &desk.window());
    VERIFY_EVENTUALLY(QApplication::activePopupWidget());
    QWidget *list = QApplication::activePopupWidget();
    QCOMPARE(accessOf(list)->text(QAccessible::Name), u"Countries"_s);
    QVERIFY(isExpanded());
    VERIFY_EVENTUALLY(ear.changes(u"expanded 1"_s) == 1);
    VERIFY_EVENTUALLY(ear.times(u"1 country"_s) == 1);
    QTest::keyClick(list, Qt::Key_Escape);
    QVERIFY(!isExpanded());
    VERIFY_EVENTUALLY(ear.changes(u"expanded 0"_s) == 1);
    QTest::keyClick(box, Qt::Key_Backspace); // "ger": opened anew
    VERIFY_EVENTUALLY(ear.changes(u"expanded 1"_s) == 2);
    VERIFY_EVENTUALLY(ear.heard().filter(QRegularExpression(u"\\A\\d+ countries\\z"_s)).size() == 1);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    ear.forget();
    QTest::keyClick(box, Qt::Key_F4);
    VERIFY_EVENTUALLY(box->view()->isVisible());
    QCOMPARE(accessOf(box->view())->text(QAccessible::Name), u"Countries"_s);
    VERIFY_EVENTUALLY(ear.changes(u"expanded 1"_s) == 1);
    QTest::keyClick(box->view(), Qt::Key_Escape);
    VERIFY_EVENTUALLY(ear.changes(u"expanded 0"_s) == 1);
    QVERIFY(!isExpanded());
}

void TestAssistive::theCountryThatEscapeBringsBackIsTold()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    auto *box = desk.find<QComboBox>(u"Country"_s);
    desk.typeInto(u"Country"_s, u"Atlantis"_s, &desk.window());
    QTest::keyClick(box, Qt::Key_Escape);
    QCOMPARE(box->currentText(), u"Italy"_s);
    VERIFY_EVENTUALLY(ear.times(u"Italy"_s) == 1);
    desk.typeInto(u"Country"_s, u"Atlantis"_s, &desk.window());
    static QStringList values;
    values.clear();
    const auto before = QAccessible::installUpdateHandler([](QAccessibleEvent *event) {
        if (event->type() == QAccessible::ValueChanged && qobject_cast<QComboBox *>(event->object()))
            values << event->accessibleInterface()->text(QAccessible::Value);
    });
    const auto back = qScopeGuard([before] { QAccessible::installUpdateHandler(before); });
    QTest::keyClick(box, Qt::Key_Escape);
    QCOMPARE(values, QStringList(u"Italy"_s));
}

void TestAssistive::theCountryThatATypedTextBecomesIsTold()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    QVERIFY(becomesActive(&desk.window()));
    desk.typeInto(u"Country"_s, u"port"_s, &desk.window());
    ear.forget();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    VERIFY_EVENTUALLY(ear.times(u"Portugal"_s) == 1);
    QCOMPARE(desk.find<QComboBox>(u"Country"_s)->currentText(), u"Portugal"_s);
}

void TestAssistive::ofARewrittenLineOnlyWhatDiffersIsTold()
{
    SKIP_IF_SANITIZED();
    SIGN_IN_AND_LISTEN(desk, ear);
    QVERIFY(ear.listenToTexts());
    for (const QString &field : {u"Birth date"_s, u"City"_s}) {
        auto *edit = desk.find<QLineEdit>(field);
        const QString before = edit->text();
        AppFixture::scrollTo(edit);
        edit->setFocus();
        edit->setCursorPosition(static_cast<int>(before.size()));
        ear.forget();
        QTest::keyClicks(edit, u"x"_s); // two letters may be two steps of undo on a slow machine
        const QString end = QString::number(before.size());
        const auto isTold = [&ear](const QStringList &changes) {
            return eventually([&] { return ear.textChanges() == changes; });
        };
        QVERIFY2(isTold({u"insert "_s + end + u" x"_s}), qPrintable(ear.textChanges().join(u';')));
        ear.forget();
        QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
        VERIFY_EVENTUALLY(edit->text() == before);
        QVERIFY2(isTold({u"delete "_s + end + u" x"_s}), qPrintable(ear.textChanges().join(u';')));
    }
}

void TestAssistive::whatPresentationModeHidesIsNotToldAsItGoes()
{
    SKIP_IF_SANITIZED();
    SIGN_IN_AND_LISTEN(desk, ear);
    QVERIFY(ear.listenToTexts());
    const QString key = firstKeyAt(desk.service());
    QVERIFY(key.size() > 8);
    const QString typed = u"with "_s + key;
    for (const QString &field : {u"City"_s, u"Notes"_s})
        desk.typeInto(field, typed);
    // Qt asks who listens about each key: the last ones may come late.
    VERIFY_EVENTUALLY(desk.find<QLineEdit>(u"City"_s)->text() == typed);
    VERIFY_EVENTUALLY(desk.find<QPlainTextEdit>(u"Notes"_s)->toPlainText() == typed);
    desk.find<QLineEdit>(u"Last name"_s)->setFocus();
    VERIFY_EVENTUALLY(!ear.textChanges().isEmpty());
    ear.forget();
    desk.window().presentationMode().trigger();
    VERIFY_EVENTUALLY(ear.textChanges().contains(u"insert 5 •••"_s));
    VERIFY_EVENTUALLY(ear.textChanges().contains(u"delete 5 "_s + QString(key.size(), u'•')));
    const QString told = (ear.textChanges() + ear.told()).join(u';');
    QVERIFY2(!told.contains(key.mid(3, 5)), qPrintable(told));
}

// It may be the rest of the secret.
void TestAssistive::whatIsTypedBesideAMaskIsToldAsDots()
{
    SKIP_IF_SANITIZED();
    SIGN_IN_AND_LISTEN(desk, ear);
    QVERIFY(ear.listenToTexts());
    const QString key = firstKeyAt(desk.service());
    desk.window().presentationMode().trigger();
    for (QWidget *field :
         std::initializer_list<QWidget *>{desk.find<QLineEdit>(u"City"_s), desk.find<QPlainTextEdit>(u"Notes"_s)}) {
        AppFixture::scrollTo(field);
        field->setFocus();
        QGuiApplication::clipboard()->setText(key);
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
        VERIFY_EVENTUALLY(!ear.textChanges().filter(u"•••"_s).isEmpty());
        ear.forget();
        QTest::keyClicks(field, u"q7"_s);
        VERIFY_EVENTUALLY(ear.textChanges().filter(u"•"_s).size() >= 2);
        const QString told = (ear.textChanges() + ear.told()).join(u';');
        QVERIFY2(!told.contains(u" q"_s) && !told.contains(u'7'),
                 qPrintable(AppFixture::nameOf(field) + u": "_s + told));
        ear.forget();
    }
}

void TestAssistive::whatIsAnnouncedIsVisibleTextAndNotLong()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    const QString name = u"Maria \u202E"_s + QString(5000, u'x');
    announce(&desk.window(), u"Signed in as "_s + name);
    VERIFY_EVENTUALLY(ear.times(u"Signed in as Maria ‹U+202E›xxx"_s) == 1);
    const QString heard = ear.heard().join(u' ');
    QVERIFY(!heard.contains(QChar(0x202E)) && heard.count(u'x') < 2000);
}

// In one piece, or as the piece that completes it.
void TestAssistive::aSecretThatIsSearchedForIsNotToldAsItComes()
{
    SKIP_IF_SANITIZED();
    SIGN_IN_AND_LISTEN(desk, ear);
    QVERIFY(ear.listenToTexts());
    const QString key = firstKeyAt(desk.service());
    desk.window().presentationMode().trigger();
    const QString dots(key.size(), u'•');
    for (const int page : {1, 2}) {
        desk.goTo(page);
        auto *filter = desk.find<QLineEdit>(u"Filter"_s);
        filter->setFocus();
        ear.forget();
        QGuiApplication::clipboard()->setText(key);
        QTest::keyClick(filter, Qt::Key_V, Qt::ControlModifier);
        VERIFY_EVENTUALLY(filter->text() == key); // a key takes its time: who listens is asked first
        QTest::keyClick(filter, Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClicks(filter, key.first(2));
        QGuiApplication::clipboard()->setText(key.sliced(2));
        QTest::keyClick(filter, Qt::Key_V, Qt::ControlModifier);
        const QStringList changes{u"insert 0 "_s + dots, u"delete 0 "_s + dots, u"insert 0 "_s + key.at(0),
                                  u"insert 1 "_s + key.at(1), u"insert 2 "_s + dots.sliced(2)};
        QVERIFY2(eventually([&] { return ear.textChanges() == changes; }), qPrintable(ear.textChanges().join(u';')));
        QVERIFY2(!ear.told().join(u';').contains(key.mid(3, 5)), qPrintable(ear.told().join(u';')));
    }
}

// Into fields that hide it a moment later.
void TestAssistive::aKnownSecretIsNotToldAsItIsEntered()
{
    SKIP_IF_SANITIZED();
    SIGN_IN_AND_LISTEN(desk, ear);
    QVERIFY(ear.listenToTexts());
    const QString key = firstKeyAt(desk.service());
    desk.window().presentationMode().trigger();
    const auto pasteInto = [&](QWidget *field) {
        ear.forget();
        QGuiApplication::clipboard()->setText(u"with "_s + key);
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
        VERIFY_EVENTUALLY(!ear.textChanges().filter(u"insert 0 •••"_s).isEmpty());
        const QString told = (ear.textChanges() + ear.told()).join(u';');
        QVERIFY2(!told.contains(key.mid(3, 5)), qPrintable(AppFixture::nameOf(field) + u": "_s + told));
    };
    for (QWidget *field :
         std::initializer_list<QWidget *>{desk.find<QLineEdit>(u"City"_s), desk.find<QLineEdit>(u"Birth date"_s),
                                          desk.find<QLineEdit>(u"Country"_s), desk.find<QPlainTextEdit>(u"Notes"_s)}) {
        AppFixture::scrollTo(field);
        field->setFocus();
        pasteInto(field);
    }
    desk.goTo(2);
    auto *tree = desk.find<QTreeView>(u"Settings"_s);
    tree->setFocus();
    tree->setCurrentIndex(tree->model()
                              ->match(tree->model()->index(0, 0), Qt::DisplayRole, u"Greeting"_s, 1,
                                      Qt::MatchExactly | Qt::MatchRecursive)
                              .value(0));
    QTest::keyClick(tree, Qt::Key_F2);
    VERIFY_EVENTUALLY(tree->viewport()->findChild<QLineEdit *>());
    pasteInto(tree->viewport()->findChild<QLineEdit *>());
}

void TestAssistive::whatOthersChangeAtOnceIsToldOnce()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    for (const QString &field : {u"City"_s, u"Region"_s, u"Phone"_s})
        desk.typeInto(field, u"1234"_s);
    desk.othersSave(u"city"_s, u"Milano"_s);
    desk.othersSave(u"region"_s, u"Lombardia"_s);
    desk.othersSave(u"phoneNumber"_s, u"+49 1"_s);
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    VERIFY_EVENTUALLY(ear.times(u"changed elsewhere"_s) > 0);
    QTest::qWait(50);
    QVERIFY2(ear.times(u"changed elsewhere"_s) == 1, qPrintable(ear.heard().join(u" | "_s)));
    QCOMPARE(ear.times(u"3 fields were changed elsewhere: Phone, City, Region."_s), 1);
    ear.forget();
    const QStringList keys{u"city"_s, u"region"_s, u"phoneNumber"_s, u"mobile"_s, u"postalCode"_s, u"department"_s};
    for (const QString &key : keys)
        desk.othersSave(key, u"5678"_s);
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    VERIFY_EVENTUALLY(ear.times(u"fields were changed elsewhere"_s) > 0);
    QVERIFY2(ear.times(u"6 fields were changed elsewhere: Phone, Mobile, Postal code, City, Region and 1 more."_s) == 1,
             qPrintable(ear.heard().join(u" | "_s)));
    ear.forget();
    desk.othersSave(u"city"_s, u"Trento"_s);
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    VERIFY_EVENTUALLY(ear.times(u"City: Also changed elsewhere, to"_s) == 1);
    QCOMPARE(ear.times(u"elsewhere"_s), 1);
}

// At each key: of the bar below, of remarks that are not there. A list of suggestions is no window to go to.
void TestAssistive::onlyWhatIsNewIsToldOfANameAndTheWindow()
{
    SKIP_IF_SANITIZED();
    SIGN_IN_AND_LISTEN(desk, ear);
    QVERIFY(ear.listenToNames());
    QVERIFY(ear.listenToWindows());
    auto *country = desk.find<QLineEdit>(u"Country"_s);
    AppFixture::scrollTo(country);
    country->setFocus();
    country->selectAll();
    QVERIFY(desk.isKept());
    QTest::qWait(50); // what is said of that
    ear.forget();
    QTest::keyClicks(country, u"g"_s);
    QVERIFY2(eventually([&ear] { return ear.names().contains(u"1 change"_s); }),
             qPrintable(ear.names().join(u" | "_s)));
    QTest::keyClicks(country, u"e"_s);
    VERIFY_EVENTUALLY(country->text() == "ge"_L1 && QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    VERIFY_EVENTUALLY(!QApplication::activePopupWidget());
    QTest::qWait(50);
    QVERIFY2(ear.names() == QStringList(u"1 change"_s), qPrintable(ear.names().join(u" | "_s)));
    QCOMPARE(ear.windows(), 0);
    desk.typeInto(u"City"_s, u"Bari"_s);
    VERIFY_EVENTUALLY(ear.names().contains(u"2 changes"_s));
    QCOMPARE(ear.names().count(u"2 changes"_s), 1);
    QVERIFY2(ear.names().filter(u"⚠"_s).isEmpty(), qPrintable(ear.names().join(u" | "_s)));
}

// The keys that expire, and that the service knows of the sign-out.
void TestAssistive::whatStandsOnAPageIsToldOnceAndWhatADialogOpensWithIsReadWithIt()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    for (const int page : {1, 2, 1})
        desk.goTo(page);
    VERIFY_EVENTUALLY(!ear.heard().filter(QRegularExpression(u"\\bexpires? within\\b"_s)).isEmpty());
    QVERIFY(becomesActive(&desk.window()));
    desk.session().signOut();
    QVERIFY(desk.isAsked());
    QVERIFY(desk.find<QLabel>(u"Signed out here and at the service."_s, desk.dialog())->isVisible());
    // What is told next is heard when all before it has been.
    QTest::keyClick(desk.find<QLineEdit>(u"Password"_s, desk.dialog()), Qt::Key_Return);
    VERIFY_EVENTUALLY(ear.times(u"“Password” is empty."_s) == 1);
    QCOMPARE(ear.heard().filter(QRegularExpression(u"\\bexpires? within\\b"_s)).size(), 1);
    QCOMPARE(ear.times(u"Signed out"_s), 0);
}

// In one month and in others, and where the focus comes back to it.
void TestAssistive::aDayOfTheCalendarIsToldOnceWithItsWholeDate()
{
    SKIP_IF_SANITIZED();
    SIGN_IN_AND_LISTEN(desk, ear);
    QVERIFY(ear.listenToFocus());
    ear.forget();
    QStringList expected;
    const auto isTold = [&](const QStringList &names) {
        expected << names;
        return eventually([&] { return ear.focused().size() >= expected.size(); }) && ear.focused() == expected;
    };
    const auto day = [](QDate date) { return QLocale().toString(date, QLocale::LongFormat); };
    desk.press(u"Calendar for Birth date"_s);
    QVERIFY2(isTold({u"March 1984"_s, day(QDate(1984, 3, 17))}), qPrintable(ear.focused().join(u"; "_s)));
    for (const auto &[key, date] :
         {std::pair(Qt::Key_Right, QDate(1984, 3, 18)), std::pair(Qt::Key_Left, QDate(1984, 3, 17)),
          std::pair(Qt::Key_Down, QDate(1984, 3, 24)), std::pair(Qt::Key_Down, QDate(1984, 3, 31)),
          std::pair(Qt::Key_Right, QDate(1984, 4, 1)), std::pair(Qt::Key_Left, QDate(1984, 3, 31)),
          std::pair(Qt::Key_PageDown, QDate(1984, 4, 30)), std::pair(Qt::Key_Down, QDate(1984, 5, 7))}) {
        QTest::keyClick(QApplication::focusWidget(), key);
        QVERIFY2(isTold({day(date)}), qPrintable(ear.focused().join(u"; "_s)));
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY2(isTold({u"Previous month"_s}), qPrintable(ear.focused().join(u"; "_s)));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QVERIFY2(isTold({u"May 1984"_s, day(QDate(1984, 5, 7))}), qPrintable(ear.focused().join(u"; "_s)));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right); // what is told next is heard when all before it was
    QVERIFY2(isTold({day(QDate(1984, 5, 8))}), qPrintable(ear.focused().join(u"; "_s)));
    QCOMPARE(ear.heard(), QStringList());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
}

// Or with Enter; what no further character would mend at once.
void TestAssistive::whatIsHalfTypedIsCalledWrongOnceItIsLeft()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    auto *date = desk.find<QLineEdit>(u"Birth date"_s);
    const QString missing = u"Day, month or year is missing"_s;
    for (const int key : {int(Qt::Key_Return), int(Qt::Key_Tab)}) {
        ear.forget();
        desk.typeInto(u"Birth date"_s, u"17 Mar"_s);
        QVERIFY(!descriptionOf(date).contains(missing));
        QCOMPARE(ear.changes(u"invalid-entry 1"_s), 0);
        QTest::keyClick(date, Qt::Key(key));
        QVERIFY(descriptionOf(date).contains(missing));
        VERIFY_EVENTUALLY(ear.times(missing) == 1);
        desk.typeInto(u"Birth date"_s, u"zz"_s);
        QVERIFY(descriptionOf(date).contains(u"This is not a date"_s));
    }
    desk.press(u"Discard changes"_s);
    desk.goTo(2);
    desk.typeInto(u"Filter"_s, u"before expiry"_s);
    desk.press(u"Edit value"_s);
    auto *cell = desk.find<QTreeView>(u"Settings"_s)->findChild<QLineEdit *>();
    VERIFY_EVENTUALLY(cell && cell->hasFocus());
    const auto isWrong = [cell] { return descriptionOf(cell).contains(u"not a whole number"_s); };
    cell->selectAll();
    QTest::keyClicks(cell, u"-"_s);
    QVERIFY(!isWrong());
    QTest::keyClicks(cell, u"z"_s);
    QVERIFY(isWrong());
    QTest::keyClick(cell, Qt::Key_Backspace);
    QVERIFY(!isWrong());
    ear.forget();
    QTest::keyClick(cell, Qt::Key_Return);
    QVERIFY(isWrong());
    VERIFY_EVENTUALLY(ear.times(u"number"_s) == 1);
    QTest::keyClick(cell, Qt::Key_Escape);
}

void TestAssistive::aPreferenceIsDescribedByWhatIsSaidOfIt()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QDialog *dialog = dialogOf(desk, u"Preferences"_s);
    QVERIFY(dialog);
    const auto boxes = dialog->findChildren<QCheckBox *>();
    QVERIFY(!boxes.isEmpty());
    for (QCheckBox *box : boxes)
        QVERIFY2(!descriptionOf(box).isEmpty(), qPrintable(box->text()));
    QCOMPARE(descriptionOf(desk.find<QLineEdit>(u"Clear copied keys from the clipboard after"_s, dialog)),
             u"seconds"_s);
    QCOMPARE(descriptionOf(desk.find<QComboBox>(u"Language"_s, dialog)),
             u"System default. It changes when Lanyard is started again."_s);
    dialog->close();
}

void TestAssistive::aTabListAndItsTabsAreNamed()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    auto *tabs = desk.dialog()->findChild<QTabWidget *>();
    auto *bar = tabs->tabBar();
    QAccessibleInterface *list = accessOf(bar);
    QCOMPARE(list->role(), QAccessible::PageTabList);
    for (int current = 0; current < tabs->count(); ++current) {
        tabs->setCurrentIndex(current);
        QCOMPARE(list->text(QAccessible::Name), u"Sign in with"_s);
        for (int i = 0; i < tabs->count(); ++i) {
            QAccessibleInterface *tab = list->child(i);
            QCOMPARE(tab->role(), QAccessible::PageTab);
            QCOMPARE(tab->text(QAccessible::Name), QString(tabs->tabText(i)).remove(u'&'));
            QCOMPARE(list->indexOfChild(tab), i);
            QCOMPARE(tab->parent(), list);
            QVERIFY(tab->window());
            const QRect place(bar->mapToGlobal(bar->tabRect(i).topLeft()), bar->tabRect(i).size());
            QCOMPARE(tab->rect(), place);
            QCOMPARE(list->childAt(place.center().x(), place.center().y()), tab);
            QCOMPARE(bool(tab->state().selected), i == current);
            bar->setFocus();
            QVERIFY(eventually([bar] { return bar->hasFocus(); }));
            QCOMPARE(bool(tab->state().focused), i == current);
        }
    }
    QCOMPARE(list->child(tabs->count()), nullptr); // nothing to scroll
}

void TestAssistive::theChosenTabIsToldWhereTheFocusComesToTheTabs()
{
    SKIP_IF_SANITIZED();
    NEEDS_A_BUS();
    AppFixture desk;
    desk.start(mrossi);
    QVERIFY(desk.isAsked());
    Ear ear;
    QVERIFY(ear.listen() && ear.listenToFocus());
    desk.find<QLineEdit>(u"Username"_s, desk.dialog())->setFocus();
    VERIFY_EVENTUALLY(ear.focused().contains(u"Username"_s));
    ear.forget();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    VERIFY_EVENTUALLY(!ear.focused().isEmpty() && ear.focused().constLast() == "Password"_L1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    VERIFY_EVENTUALLY(ear.focused().constLast() == "API key"_L1);
}

void TestAssistive::aTabIsPressed()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    auto *tabs = desk.dialog()->findChild<QTabWidget *>();
    QAccessibleInterface *tab = accessOf(tabs->tabBar())->child(1);
    QVERIFY(tab->actionInterface());
    tab->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(tabs->currentIndex(), 1);
    tabs->setTabEnabled(0, false);
    QVERIFY(accessOf(tabs->tabBar())->child(0)->state().disabled);
    accessOf(tabs->tabBar())->child(0)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(tabs->currentIndex(), 1);
}

// Assistive technology selects a row without making it the current one.
void TestAssistive::aPageThatIsSelectedIsShown()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    auto *pages = desk.find<QListWidget>(u"Pages"_s);
    QAccessibleTableInterface *table = accessOf(pages)->tableInterface();
    QVERIFY(table && table->selectRow(2));
    QVERIFY(eventually([pages] { return pages->currentRow() == 2; }));
    QVERIFY(eventually([&desk] { return desk.findIfThere<QTreeView>(u"Settings"_s); }));
}

// The list itself tells the row that it is on.
void TestAssistive::aPageIsToldWhereItIsTurnedToAndEnteredByAKey()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    auto *list = desk.find<QListWidget>(u"Pages"_s);
    for (const int page : {2, 1, 1, 0})
        desk.goTo(page);
    VERIFY_EVENTUALLY(ear.heard().contains(u"Profile"_s));
    QCOMPARE(ear.times(u"Settings"_s), 1);
    QCOMPARE(ear.heard().count(u"API keys"_s), 1);
    ear.forget();
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space, Qt::Key_Right}) {
        list->setFocus();
        QTest::keyClick(list, list->currentRow() < 2 ? Qt::Key_Down : Qt::Key_Up);
        QVERIFY(list->hasFocus());
        QTest::keyClick(list, key);
        QVERIFY(desk.window().account().isAncestorOf(QApplication::focusWidget()));
    }
    desk.typeInto(u"Filter"_s, u"a"_s);
    VERIFY_EVENTUALLY(!ear.heard().isEmpty());
    QCOMPARE(ear.heard().filter(QRegularExpression(u"\\A(Profile|Settings|API keys)"_s)), QStringList());
}

void TestAssistive::theKeyOfAPageLeadsIntoItFromTheSidebar()
{
    AppFixture desk;
    desk.start(mrossi);
    QVERIFY(desk.signIn(u"lanyard"_s));
    for (const int page : {1, 2, 2, 1}) {
        desk.find<QListWidget>(u"Pages"_s)->setFocus();
        desk.goTo(page);
        QCOMPARE(QApplication::focusWidget(), desk.find<QLineEdit>(u"Filter"_s));
    }
    auto *keys = desk.find<QTableView>(u"API keys"_s);
    keys->setFocus();
    desk.goTo(1);
    QVERIFY(keys->hasFocus());
}

void TestAssistive::onlyWhatHasTheFocusIsSaidToHaveIt()
{
    NEEDS_A_BUS();
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    const Noting noting(noteHeardFocus);
    QVERIFY(startListening());
    const auto problems = [] {
        const QStringList told = std::exchange(heardFocus, {});
        return told.filter(u"has it not"_s).isEmpty() && told.size() <= 1 ? QString() : told.join(u"; "_s);
    };
    desk.typeInto(u"Password"_s, u"lanyard"_s, desk.dialog());
    heardFocus.clear();
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(desk.isSignedIn());
    QVERIFY(becomesActive(&desk.window()));
    QCOMPARE(heardFocus.filter(u"has it not"_s).join(u"; "_s), QString());
    for (const int page : {1, 2, 0, 2, 1}) {
        heardFocus.clear();
        desk.goTo(page);
        QTest::qWait(50);
        QCOMPARE(problems(), QString());
    }
    // By the list itself: the row is what has the focus.
    auto *pages = desk.find<QListWidget>(u"Pages"_s);
    pages->setFocus();
    QCoreApplication::processEvents(); // it tells its row
    heardFocus.clear();
    QTest::keyClick(pages, Qt::Key_Down);
    QTest::qWait(50);
    QCOMPARE(problems(), QString());
}

void TestAssistive::theRowIsToldWhereTheFocusGoesIntoAList_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QString>("list");
    QTest::addColumn<int>("downs");
    QTest::addColumn<QString>("row");
    QTest::newRow("keys") << 1 << u"API keys"_s << 0 << u"Build server"_s;
    QTest::newRow("another key") << 1 << u"API keys"_s << 1 << u"Former partner, revoked"_s;
    QTest::newRow("settings") << 2 << u"Settings"_s << 0 << u"Accent colour"_s;
    QTest::newRow("another branch") << 2 << u"Settings"_s << 1 << u"Texts"_s;
    QTest::newRow("pages") << 1 << u"Pages"_s << 0 << u"API keys"_s;
}

// By Tab, and by the arrow that leads there from a filter.
void TestAssistive::theRowIsToldWhereTheFocusGoesIntoAList()
{
    NEEDS_A_BUS();
    QFETCH(const int, page);
    QFETCH(const QString, list);
    QFETCH(const int, downs);
    QFETCH(const QString, row);
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.goTo(page);
    auto *view = desk.find<QAbstractItemView>(list);
    QVERIFY(eventually([view] { return view->currentIndex().isValid(); }));
    view->setFocus();
    for (int i = 0; i < downs; ++i)
        QTest::keyClick(view, Qt::Key_Down);
    desk.find<QLineEdit>(u"Filter"_s)->setFocus();
    const Noting noting(noteHeardRow);
    QVERIFY(startListening());
    QCoreApplication::processEvents();
    heardRows.clear();
    view->setFocus(Qt::TabFocusReason);
    QVERIFY2(eventually([&row] { return heardRows == QStringList{row}; }), qPrintable(heardRows.join(u"; "_s)));
    if (list == "Pages"_L1)
        return;
    desk.find<QLineEdit>(u"Filter"_s)->setFocus();
    heardRows.clear();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY2(eventually([&row] { return heardRows == QStringList{row}; }), qPrintable(heardRows.join(u"; "_s)));
}

void TestAssistive::eachCountryThatTheKeysReachIsTold_data()
{
    QTest::addColumn<QString>("typed"); // nothing: the list of all is opened
    QTest::newRow("suggestions") << u"ger"_s;
    QTest::newRow("all of them") << QString();
}

void TestAssistive::eachCountryThatTheKeysReachIsTold()
{
    NEEDS_A_BUS();
    QFETCH(const QString, typed);
    AppFixture desk;
    desk.start(mrossi);
    QVERIFY(desk.signIn(u"lanyard"_s));
    auto *box = desk.find<QComboBox>(u"Country"_s);
    AppFixture::scrollTo(box);
    box->setFocus();
    Ear ear;
    QVERIFY(ear.listen());
    const Noting noting(noteHeardRow);
    heardRows.clear();
    box->lineEdit()->selectAll();
    if (typed.isEmpty())
        QTest::keyClick(box, Qt::Key_F4);
    else
        QTest::keyClicks(box, typed);
    VERIFY_EVENTUALLY(QApplication::activePopupWidget());
    auto *list = qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
    list = list ? list : box->view();
    const int first = typed.isEmpty() ? list->currentIndex().row() + 1 : 0;
    VERIFY_EVENTUALLY(heardRows == (typed.isEmpty() ? QStringList{u"Italy"_s} : QStringList()));
    heardRows.clear();
    QStringList expected;
    for (int row = first; row < first + 3; ++row) {
        QTest::keyClick(list, Qt::Key_Down);
        expected << list->model()->index(row, 0).data().toString();
        QCOMPARE(heardRows, expected);
    }
    QAccessible::installUpdateHandler(noteHeardFocus);
    heardFocus.clear();
    QTest::keyClick(list, Qt::Key_Return);
    VERIFY_EVENTUALLY(box->currentText() == expected.constLast());
    VERIFY_EVENTUALLY(ear.times(expected.constLast()) == 1);
    VERIFY_EVENTUALLY(!heardFocus.isEmpty() && heardFocus.constLast().startsWith(u"Country ("_s));
}

void TestAssistive::aRowIsToldAgainOnlyIfItIsAnother_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QString>("list");
    QTest::newRow("keys") << 1 << u"API keys"_s;
    QTest::newRow("settings") << 2 << u"Settings"_s;
}

// While the list has the focus: after it was read again, and sorted.
void TestAssistive::aRowIsToldAgainOnlyIfItIsAnother()
{
    NEEDS_A_BUS();
    QFETCH(const int, page);
    QFETCH(const QString, list);
    const QString member = page == 1 ? u"apiKeys"_s : u"settings"_s;
    AppFixture desk;
    desk.start(mrossi);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.goTo(page);
    auto *view = desk.find<QAbstractItemView>(list);
    view->setFocus();
    QVERIFY(eventually([view] { return view->hasFocus() && view->currentIndex().isValid(); }));
    const QString row = view->currentIndex().data().toString();
    const Noting noting(noteHeardRow);
    QVERIFY(startListening());
    QTest::qWait(50);
    heardRows.clear();
    const auto readAgain = [&](const QJsonArray &rows) {
        QSignalSpy isRead(desk.workspaces().current(), &Workspace::userChanged);
        desk.othersSave(member, rows);
        QTest::keyClick(&desk.window(), Qt::Key_F5);
        return eventually([&isRead] { return !isRead.isEmpty(); });
    };
    QJsonArray rows = desk.service().user(mrossi).value(member).toArray();
    rows.append(rows.takeAt(0)); // the current one, at another place
    QVERIFY(readAgain(rows));
    QTest::qWait(50);
    QCOMPARE(heardRows, QStringList());
    view->findChild<QHeaderView *>()->setSortIndicator(0, Qt::DescendingOrder);
    QTest::qWait(50);
    QCOMPARE(view->currentIndex().data().toString(), row);
    QCOMPARE(heardRows, QStringList());
    QJsonArray without;
    for (const QJsonValue &one : std::as_const(rows)) {
        if (one.toObject().value("name"_L1).toString() != row)
            without << one;
    }
    QVERIFY(readAgain(without));
    // A key that is gone is not replaced by its neighbour; a setting is, by the first one.
    QCOMPARE(view->currentIndex().isValid(), page == 2);
    const QStringList another = page == 2 ? QStringList{view->currentIndex().data().toString()} : QStringList();
    QVERIFY2(eventually([&] { return heardRows == another; }), qPrintable(heardRows.join(u"; "_s)));
    QVERIFY(!heardRows.contains(row));
}

void TestAssistive::whatIsTooLongIsRefusedWhole_data()
{
    QTest::addColumn<QString>("dialog");
    QTest::addColumn<int>("tab");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("way");
    for (const char *way : {"set", "inserted", "replaced"}) {
        const auto row = [way](const QString &dialog, int tab, const QString &field) {
            QTest::addRow("%s: %s %s", qPrintable(dialog), qPrintable(field), way)
                << dialog << tab << field << QString::fromLatin1(way);
        };
        row(u"Sign in"_s, 0, u"Server"_s);
        row(u"Sign in"_s, 0, u"Username"_s);
        row(u"Sign in"_s, 0, u"Password"_s);
        row(u"Sign in"_s, 1, u"API key"_s);
        row(u"Sign in to the proxy"_s, 0, u"Username"_s);
        row(u"Sign in to the proxy"_s, 0, u"Password"_s);
    }
}

void TestAssistive::whatIsTooLongIsRefusedWhole()
{
    constexpr int most = 32'767;
    QFETCH(const QString, dialog);
    QFETCH(const int, tab);
    QFETCH(const QString, field);
    QFETCH(const QString, way);
    AppFixture desk;
    desk.start(u"mrossi"_s);
    if (dialog != "Sign in"_L1)
        QVERIFY(desk.signIn(u"lanyard"_s));
    else
        QVERIFY(desk.isAsked());
    QDialog *window = dialogOf(desk, dialog);
    QVERIFY(window);
    if (auto *tabs = window->findChild<QTabWidget *>())
        tabs->setCurrentIndex(tab);
    auto *line = desk.find<QLineEdit>(field, window);
    QAccessibleInterface *access = accessOf(line);
    const auto isRefused = [&] {
        return descriptionOf(line).contains(u"too long and was not inserted"_s) && line->text().size() < 6;
    };
    access->editableTextInterface()->replaceText(0, static_cast<int>(line->text().size()), u"short"_s);
    const int requests = static_cast<int>(desk.service().requests().size());
    QVERIFY(!isRefused());
    if (way == "set"_L1)
        access->setText(QAccessible::Value, QString(most + 1, u'x'));
    else if (way == "inserted"_L1)
        access->editableTextInterface()->insertText(2, QString(most, u'x'));
    else
        access->editableTextInterface()->replaceText(1, 3, QString(most, u'x'));
    QVERIFY2(eventually(isRefused), qPrintable(descriptionOf(line)));
    QVERIFY(descriptionOf(line).contains(u"32,767"_s));
    // What fits is taken, to the last character.
    access->setText(QAccessible::Value, QString(most, u'y'));
    QVERIFY(eventually([&] { return descriptionOf(line).isEmpty(); }));
    QCOMPARE(line->text().size(), most);
    QCOMPARE(desk.service().requests().size(), requests);
    endItsSignals(*window);
    window->close();
}

// Every sentence below the text: it is not valid, a paste was refused, it is only shown.
void TestAssistive::whatIsWrongWithALongTextDescribesIt()
{
    const auto checker = [](const QString &text) { return text == "bad"_L1 ? u"This is bad."_s : QString(); };
    LongTextDialog dialog(u"A long text"_s, u"text"_s, checker, nullptr);
    dialog.open();
    auto *edit = dialog.findChild<QPlainTextEdit *>();
    QCOMPARE(descriptionOf(edit), QString());
    edit->setPlainText(u"bad"_s);
    QCOMPARE(descriptionOf(edit), QString()); // it may be half typed
    QVERIFY(eventually([edit] { return descriptionOf(edit) == "This is bad."_L1; }));
    edit->setPlainText(u"good"_s);
    QCOMPARE(descriptionOf(edit), QString());
    QApplication::clipboard()->setText(QString(300'000, u'x'));
    edit->paste();
    QVERIFY2(descriptionOf(edit).contains(u"too long and was not inserted"_s), qPrintable(descriptionOf(edit)));
    QCOMPARE(edit->toPlainText(), u"good"_s);
    QApplication::clipboard()->clear();
    LongTextDialog locked(u"A long text"_s, u"a\r\nb\nc"_s, checker, nullptr);
    QVERIFY2(descriptionOf(locked.findChild<QPlainTextEdit *>()).contains(u"only shown"_s),
             qPrintable(descriptionOf(locked.findChild<QPlainTextEdit *>())));
}

// In each field of the preferences that can be filled in wrongly.
void TestAssistive::whatIsWrittenInRedDescribesItsField()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QDialog *preferences = dialogOf(desk, u"Preferences"_s);
    QVERIFY(preferences);
    const auto inRed = [preferences] {
        const auto labels = preferences->findChildren<TonedLabel *>();
        return std::count_if(labels.begin(), labels.end(), [](const TonedLabel *label) {
            return label->isVisible() && label->tone() == Tone::Bad && !label->text().isEmpty();
        });
    };
    desk.typeInto(u"Clear copied keys from the clipboard after"_s, u"soon"_s, preferences);
    QVERIFY(eventually([&inRed] { return inRed() == 1; }));
    QCOMPARE(accessFaults(*preferences), QStringList());
    auto *way = desk.find<QComboBox>(u"Proxy"_s, preferences);
    way->setCurrentIndex(way->findText(u"Manual"_s));
    desk.typeInto(u"Host"_s, u"ftp://proxy"_s, preferences);
    desk.typeInto(u"Port"_s, u"x"_s, preferences);
    QVERIFY(eventually([&inRed] { return inRed() == 3; }));
    QCOMPARE(accessFaults(*preferences), QStringList());
    endItsSignals(*preferences);
    preferences->close();
}

void TestAssistive::whatIsWrongIsToldAfterWhereTheFocusGoes_data()
{
    QTest::addColumn<QString>("dialog");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("next");
    QTest::addColumn<QString>("told");
    QTest::newRow("profile") << QString() << u"Birth date"_s << u"zz"_s << u"Calendar for Birth date"_s
                             << u"This is not a date"_s;
    QTest::newRow("preference") << u"Preferences"_s << u"Clear copied keys from the clipboard after"_s << u"500"_s
                                << QString() << u"Enter a whole number"_s;
    QTest::newRow("long text") << u"A long text"_s << QString() << u"{oops"_s << QString() << u"not valid JSON"_s;
}

// The name of the next control would cut it off.
void TestAssistive::whatIsWrongIsToldAfterWhereTheFocusGoes()
{
    SKIP_IF_SANITIZED();
    QFETCH(const QString, dialog);
    QFETCH(const QString, field);
    QFETCH(const QString, typed);
    QFETCH(const QString, next);
    QFETCH(const QString, told);
    SIGN_IN_AND_LISTEN(desk, ear);
    QWidget *window = &desk.window();
    if (field.isEmpty()) {
        auto *longText = new LongTextDialog(
            dialog, u"{}"_s, [](const QString &) { return u"This is not valid JSON"_s; }, window);
        longText->open();
        window = longText;
    } else if (!dialog.isEmpty()) {
        window = dialogOf(desk, dialog);
    }
    QVERIFY(window && becomesActive(window));
    if (field.isEmpty()) {
        auto *text = window->findChild<QPlainTextEdit *>();
        text->setFocus();
        text->selectAll();
        QTest::keyClicks(text, typed);
    } else {
        desk.typeInto(field, typed, window);
    }
    QVERIFY(ear.listenToFocus());
    ear.forget();
    QTest::keyClick(window->focusWidget(), Qt::Key_Tab);
    VERIFY_EVENTUALLY(ear.times(told) == 1);
    QTest::qWait(50);
    const QStringList all = ear.told();
    QVERIFY2(all.size() >= 2 && all.first().startsWith(u"> "_s + next), qPrintable(all.join(u" | "_s)));
    QVERIFY2(all.last().contains(told) && ear.times(told) == 1, qPrintable(all.join(u" | "_s)));
    if (window != &desk.window()) {
        endItsSignals(*window);
        delete window;
    }
}

void TestAssistive::nothingIsToldOfAnAccountThatIsLeft()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    desk.workspaces().open();
    desk.workspaces().setCurrent(desk.workspaces().at(0));
    QVERIFY(becomesActive(&desk.window()));
    desk.typeInto(u"Birth date"_s, u"zz"_s);
    ear.forget();
    QTest::keyClick(desk.window().focusWidget(), Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    VERIFY_EVENTUALLY(desk.workspaces().current() == &desk.workspaces().at(1));
    QTest::qWait(50);
    QVERIFY2(ear.times(u"This is not a date"_s) == 0, qPrintable(ear.heard().join(u" | "_s)));
}

void TestAssistive::whatIsUndoneInTheReviewIsTold()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    desk.typeInto(u"City"_s, u"Torino"_s);
    desk.typeInto(u"Phone"_s, u"+39 1"_s);
    desk.press(u"Review…"_s);
    QDialog *review = desk.dialogCalled(u"Review changes"_s);
    QVERIFY(review);
    ear.forget();
    desk.press(u"Undo this change"_s, review);
    VERIFY_EVENTUALLY(ear.times(u"Phone: change undone"_s) == 1);
    desk.press(u"Undo this change"_s, review);
    VERIFY_EVENTUALLY(ear.times(u"City: change undone. There are no other changes."_s) == 1);
    QVERIFY(desk.find<QLabel>(u"There are no changes."_s, review));
    QVERIFY(!review->findChild<QTableWidget *>()->isVisible());
    QCOMPARE(AppFixture::nameOf(review->focusWidget()), u"Close"_s);
    review->close();
}

// The focus stays in the field.
void TestAssistive::theValueThatAStepBringsBackIsTold()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    QVERIFY(becomesActive(&desk.window()));
    auto *city = desk.find<QLineEdit>(u"City"_s);
    const QString before = city->text();
    desk.typeInto(u"City"_s, u"Torino"_s);
    city->setFocus();
    ear.forget();
    QTest::keyClick(city, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(city->text(), before);
    VERIFY_EVENTUALLY(ear.heard().contains(before));
    QTest::keyClick(city, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    VERIFY_EVENTUALLY(ear.heard().contains(u"Torino"_s));
}

void TestAssistive::whoSavesNothingIsToldSo()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    QVERIFY(becomesActive(&desk.window()));
    for (const int page : {0, 1, 2}) {
        desk.goTo(page);
        ear.forget();
        QTest::keyClick(desk.window().focusWidget(), Qt::Key_S, Qt::ControlModifier);
        VERIFY_EVENTUALLY(ear.times(u"No changes"_s) == 1);
    }
}

void TestAssistive::aLockedRowSaysSoOnce()
{
    NEEDS_A_BUS();
    AppFixture desk;
    QJsonObject user = desk.service().user(mrossi);
    user.insert("settings"_L1, QJsonArray{QJsonObject{{u"id"_s, 1},
                                                      {u"name"_s, u"Tried"_s},
                                                      {u"type"_s, u"String"_s},
                                                      {u"value"_s, u"x"_s},
                                                      {u"readOnly"_s, true}}});
    QVERIFY(desk.service().setUser(mrossi, user));
    desk.start(mrossi);
    QVERIFY(desk.signIn(u"lanyard"_s));
    Ear ear;
    QVERIFY(ear.listen());
    desk.goTo(2);
    auto *tree = desk.find<QTreeView>(u"Settings"_s);
    tree->setFocus();
    tree->keyboardSearch(u"Tried"_s);
    QTest::keyClick(tree, Qt::Key_End);
    ear.forget();
    for (int times = 0; times < 3; ++times)
        QTest::keyClick(tree, Qt::Key_F2);
    VERIFY_EVENTUALLY(ear.times(u"Set by the service"_s) == 1);
    QTest::qWait(50);
    QCOMPARE(ear.times(u"Set by the service"_s), 1);
    VERIFY_EVENTUALLY((QTest::keyClick(tree, Qt::Key_F2), QTest::qWait(1600), ear.times(u"Set by the service"_s) == 2));
}

namespace {

QStringList heardNames;

void noteNames(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::NameChanged && event->accessibleInterface())
        heardNames << event->accessibleInterface()->text(QAccessible::Name);
}

} // namespace

// Who goes back to it would hear what it was called before.
void TestAssistive::aCellOfAConflictIsRenamedByTheDecision()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    QDialog *conflict = desk.startConflict();
    QVERIFY(conflict);
    auto *table = conflict->findChild<QTableWidget *>();
    QVERIFY(table->hasFocus());
    table->setCurrentCell(0, 2);
    const QString yours = table->item(0, 1)->text();
    const QString theirs = table->item(0, 2)->text();
    const Noting noting(noteNames);
    heardNames.clear();
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(heardNames, QStringList({u"Yours: "_s + yours, u"Theirs: "_s + theirs + u", chosen"_s}));
    const QAbstractItemModel &cells = *table->model();
    QCOMPARE(cells.index(0, 3).data(Qt::AccessibleTextRole).toString(), u"Before: "_s + table->item(0, 3)->text());
    for (const QString &button : {u"Keep mine"_s, u"Take theirs"_s})
        QCOMPARE(descriptionOf(desk.find<QPushButton>(button, conflict)), table->item(table->currentRow(), 0)->text());
    conflict->reject();
}

void TestAssistive::whoIsSignedInIsToldOnceAfterTheFocus()
{
    SKIP_IF_SANITIZED();
    NEEDS_A_BUS();
    AppFixture desk;
    desk.start(mrossi);
    QVERIFY(desk.isAsked());
    Ear ear;
    QVERIFY(ear.listen());
    QVERIFY(ear.listenToFocus());
    desk.find<QLineEdit>(u"Password"_s, desk.dialog())->setFocus();
    QTest::keyClicks(desk.dialog()->focusWidget(), u"lanyard"_s);
    ear.forget();
    QTest::keyClick(desk.dialog()->focusWidget(), Qt::Key_Return);
    QVERIFY(desk.isSignedIn());
    const QString greeting = u"Signed in as Maria Rossi. Profile."_s;
    VERIFY_EVENTUALLY(ear.heard().count(greeting) == 1);
    QVERIFY(desk.isKept());
    QTest::qWait(100);
    QVERIFY2(ear.told().last() == greeting, qPrintable(ear.told().join(u" | "_s)));
    QVERIFY2(ear.told().contains(u"> Title"_s), qPrintable(ear.told().join(u" | "_s)));
    QCOMPARE(ear.heard().count(greeting), 1);
    desk.quit();
    ear.forget();
    desk.start();
    QVERIFY(desk.isSignedIn());
    VERIFY_EVENTUALLY(ear.heard().count(greeting) == 1);
}

void TestAssistive::aKeyInANameIsNeitherSpokenNorShownOutsideOfTheField()
{
    SKIP_IF_SANITIZED();
    NEEDS_A_BUS();
    AppFixture desk;
    QJsonObject user = desk.service().user(mrossi);
    const QString key = user.value("apiKeys"_L1).toArray().first().toObject().value("key"_L1).toString();
    user.insert("lastName"_L1, key);
    QVERIFY(key.size() > 12 && desk.service().setUser(mrossi, user));
    desk.start(mrossi);
    QVERIFY(desk.isAsked());
    Ear ear;
    QVERIFY(ear.listen());
    QVERIFY(desk.signIn(u"lanyard"_s));
    VERIFY_EVENTUALLY(ear.heard().count(u"Signed in as Maria •••. Profile."_s) == 1);
    QVERIFY2(desk.window().windowTitle().startsWith(u"Maria •••"_s), qPrintable(desk.window().windowTitle()));
    const QString button = desk.window().findChild<AccountsButton *>()->accessibleDescription();
    QVERIFY2(button.contains(u"Maria •••"_s), qPrintable(button));
    QVERIFY(!ear.heard().join(u' ').contains(key));
    QCOMPARE(desk.find<QLineEdit>(u"Last name"_s)->text(), key);
}

void TestAssistive::whoSignsInAgainIsToldSo()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    desk.service().expireTokens();
    desk.session().reload();
    VERIFY_EVENTUALLY(desk.session().state() == Session::State::Expired);
    desk.press(u"Sign in again"_s);
    QVERIFY(desk.isAsked());
    ear.forget();
    QVERIFY(desk.signIn(u"lanyard"_s));
    VERIFY_EVENTUALLY(ear.times(u"Signed in as Maria Rossi"_s) == 1);
}

// In the cell beside it, and from there in each row; of a branch, its name.
// A screen reader reads the cells of the row, and then what describes its name.
void TestAssistive::theValueOfASettingIsReadOnceAndReachedByTheArrows()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    desk.goTo(2);
    auto *tree = desk.find<QTreeView>(u"Settings"_s);
    tree->setFocus();
    tree->keyboardSearch(u"Accent"_s);
    const QString value = tree->currentIndex().siblingAtColumn(1).data().toString();
    QVERIFY(value.startsWith(u'#'));
    const QString description = tree->currentIndex().data(Qt::AccessibleDescriptionRole).toString();
    QVERIFY2(!description.contains(value) && description.contains(u"Colour"_s), qPrintable(description));
    QCoreApplication::processEvents();
    const Noting noting(noteHeardRow);
    const auto hears = [tree](Qt::Key key, const QString &told) {
        heardRows.clear();
        QTest::keyClick(tree, key);
        QCOMPARE(heardRows, QStringList{told});
    };
    hears(Qt::Key_Right, value);
    hears(Qt::Key_Left, u"Accent colour"_s);
    hears(Qt::Key_Right, value);
    hears(Qt::Key_Up, tree->currentIndex().parent().data().toString());
    hears(Qt::Key_Down, u"Accent colour"_s);
    hears(Qt::Key_Right, value);
    hears(Qt::Key_Down, tree->indexBelow(tree->currentIndex().siblingAtColumn(0)).siblingAtColumn(0).data().toString());
}

void TestAssistive::theEditorOfASettingIsToldWithWhatItIsOf()
{
    SKIP_IF_SANITIZED();
    SIGN_IN_AND_LISTEN(desk, ear);
    desk.goTo(2);
    auto *tree = desk.find<QTreeView>(u"Settings"_s);
    tree->setFocus();
    tree->keyboardSearch(u"Largest order"_s);
    QVERIFY(ear.listenToFocus() && ear.listenToCarets());
    QTest::qWait(50); // the row has been told, which is called the same
    ear.forget();
    QTest::keyClick(tree, Qt::Key_F2);
    VERIFY_EVENTUALLY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    VERIFY_EVENTUALLY(ear.told().contains(u"> Largest order"_s));
    QCOMPARE(ear.told().constFirst(), u"> Largest order"_s);
    QCOMPARE(descriptionOf(QApplication::focusWidget()), u"In cents; no limit is the largest number. Whole number"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
}

// A screen reader that hears of a text first says nothing of the field that it stands in.
void TestAssistive::theEditorOfASecretIsToldBeforeWhatIsInIt()
{
    SKIP_IF_SANITIZED();
    SIGN_IN_AND_LISTEN(desk, ear);
    desk.goTo(2);
    auto *tree = desk.find<QTreeView>(u"Settings"_s);
    tree->setFocus();
    tree->keyboardSearch(u"SMTP"_s);
    QVERIFY(ear.listenToFocus() && ear.listenToTexts());
    QTest::qWait(50);
    ear.forget();
    QTest::keyClick(tree, Qt::Key_F2);
    VERIFY_EVENTUALLY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    VERIFY_EVENTUALLY(ear.focused().contains(u"SMTP password"_s));
    QVERIFY2(ear.textChanges().isEmpty(), qPrintable(ear.textChanges().join(u" | "_s)));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
}

// Where it comes to, what is selected is read with it; where it leaves, nothing is.
void TestAssistive::theCaretIsToldOnlyWhereTheFocusIs()
{
    SKIP_IF_SANITIZED();
    SIGN_IN_AND_LISTEN(desk, ear);
    QVERIFY(becomesActive(&desk.window()));
    QVERIFY(ear.listenToFocus() && ear.listenToCarets());
    desk.find<QLineEdit>(u"City"_s)->setFocus();
    VERIFY_EVENTUALLY(ear.told().contains(u"> City"_s));
    ear.forget();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    VERIFY_EVENTUALLY(ear.told().contains(u"> Region"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_End);
    VERIFY_EVENTUALLY(ear.told().contains(u"^ Region"_s));
    QCOMPARE(ear.told().constFirst(), u"> Region"_s);
    QVERIFY2(!ear.told().contains(u"^ City"_s), qPrintable(ear.told().join(u" | "_s)));
}

void TestAssistive::aSecretIsWipedInSilence()
{
    SKIP_IF_SANITIZED();
    NEEDS_A_BUS();
    installAccessibility();
    Ear ear;
    QVERIFY(ear.listen() && ear.listenToTexts());
    SecretEdit edit;
    edit.show();
    edit.setText(u"5ecret"_s);
    VERIFY_EVENTUALLY(!ear.textChanges().isEmpty());
    ear.forget();
    edit.wipe();
    edit.setText(u"a"_s); // what is told next is heard when all before it was
    const bool isHeard = eventually([&ear] { return !ear.textChanges().filter(u"insert 0"_s).isEmpty(); });
    QVERIFY2(isHeard, qPrintable(ear.textChanges().join(u" | "_s)));
    QVERIFY2(ear.textChanges().filter(u"••"_s).isEmpty(), qPrintable(ear.textChanges().join(u" | "_s)));
}

// Before the answer to who listens, too; with the window around it, Orca would read all of a dialog again.
void TestAssistive::anOlderReaderIsToldEachThingAndNothingAroundIt()
{
    NEEDS_A_BUS();
    SKIP_IF_SANITIZED();
    Ear ear;
    QVERIFY(ear.listen() && ear.listenToNotices());
    QDialog dialog;
    dialog.show();
    OlderReaders readers;
    QStringList told;
    for (int number = 1; number <= 3; ++number) {
        const QString text = u"Event %1"_s.arg(number);
        readers.tell(&dialog, text);
        told << u"%1 %2"_s.arg(QAccessible::Application).arg(text);
    }
    VERIFY_EVENTUALLY(ear.notices().size() >= 3);
    QCOMPARE(ear.notices(), told);
}

// When the dialog opens, a screen reader reads each text that belongs to nothing.
void TestAssistive::whatDescribesAChoiceIsReadWithItAlone()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    QDialog *dialog = dialogOf(desk, u"Export profile"_s);
    QVERIFY(dialog);
    for (const QString &name : {u"Contact card (vCard)"_s, u"Whole account (JSON)"_s, u"Include secrets"_s}) {
        const auto *choice = desk.find<QAbstractButton>(name, dialog);
        const QString described = accessOf(const_cast<QAbstractButton *>(choice))->text(QAccessible::Description);
        auto *text = desk.find<QLabel>(described, dialog);
        QCOMPARE(Ear::relationsOf(*accessOf(text)), QList<uint>{Ear::DescriptionFor});
    }
    dialog->close();
}

// Orca reads as much of it.
void TestAssistive::aLineLooksAlikeFromItsFirstCharacterToItsLast()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    for (const QString &name : {u"Title"_s, u"First name"_s, u"Country"_s}) {
        auto *line = name == "Country"_L1 ? desk.find<QComboBox>(name)->lineEdit() : desk.find<QLineEdit>(name);
        QVERIFY(!line->text().isEmpty());
        const int length = static_cast<int>(line->text().size());
        for (const int offset : {0, 1, length})
            QCOMPARE(Ear::runAt(*accessOf(line), offset), std::pair(0, length));
    }
    QSpinBox number;
    number.setValue(30);
    number.show();
    QCOMPARE(Ear::runAt(*accessOf(&number), 1), std::pair(0, 2));
}

// Its pages are; Qt calls it a layered pane, which a screen reader says each time the focus comes into it.
void TestAssistive::whatOnlyHoldsPagesIsNotSpoken()
{
    AppFixture desk;
    desk.start(mrossi);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.goTo(1);
    const auto stacks = desk.window().findChildren<QStackedWidget *>();
    QVERIFY(stacks.size() > 1);
    for (QStackedWidget *stack : stacks)
        QCOMPARE(accessOf(stack)->role(), QAccessible::Client);
}

// The button that a moment later makes way for the dialog.
void TestAssistive::whatTheFocusOnlyPassesIsNotTold()
{
    SKIP_IF_SANITIZED();
    SIGN_IN_AND_LISTEN(desk, ear);
    QVERIFY(ear.listenToFocus());
    auto *out = desk.find<QPushButton>(u"Sign out"_s);
    out->setFocus();
    VERIFY_EVENTUALLY(ear.focused().contains(u"Sign out"_s));
    ear.forget();
    QTest::keyClick(out, Qt::Key_Space);
    VERIFY_EVENTUALLY(!ear.told().isEmpty() && ear.told().constLast() == "> Password"_L1);
    QVERIFY2(!ear.focused().contains(u"Sign in…"_s), qPrintable(ear.told().join(u" | "_s)));
    QVERIFY2(ear.focused().count(u"Accounts"_s) <= 1, qPrintable(ear.told().join(u" | "_s)));
}

void TestAssistive::theEndOfTheSessionIsToldOnce()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    QVERIFY(becomesActive(&desk.window()));
    desk.service().expireTokens();
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    VERIFY_EVENTUALLY(ear.times(u"session has ended"_s) > 0);
    QTest::qWait(100);
    QCOMPARE(ear.heard(), QStringList({u"Reloading…"_s, u"Your session has ended."_s}));
}

// The service could not be reached; now it can, but does not know the session.
void TestAssistive::theEndOfTheSessionIsToldAfterAFailure()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    QVERIFY(becomesActive(&desk.window()));
    desk.service().failNext({.method = "GET", .path = "/v1/auth/user", .status = 403});
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    VERIFY_EVENTUALLY(!desk.messageText().isEmpty());
    desk.service().expireTokens();
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    VERIFY_EVENTUALLY(desk.messageText() == "Your session has ended."_L1);
    VERIFY_EVENTUALLY(ear.times(u"session has ended"_s) == 1);
    desk.press(u"Close message"_s);
    QCOMPARE(desk.messageText(), QString()); // the failure is over
}

// By a filter, or because other days are in the cells: a screen reader would be told of another row than it was.
void TestAssistive::whatTheUserHasNotSelectedIsNotToldAsSelected()
{
    SIGN_IN_AND_LISTEN(desk, ear);
    const auto selections = [&ear] { return ear.changes(u"selected 1"_s) + ear.changes(u"selected 0"_s); };
    desk.goTo(1);
    auto *keys = desk.find<QTableView>(u"API keys"_s);
    keys->setFocus();
    QTest::keyClick(keys, Qt::Key_Down);
    QTest::keyClick(keys, Qt::Key_Down);
    VERIFY_EVENTUALLY(selections() > 0); // these are
    desk.find<QLineEdit>(u"Filter"_s)->setFocus();
    QTest::qWait(50);
    ear.forget();
    desk.typeInto(u"Filter"_s, u"server"_s);
    desk.typeInto(u"Filter"_s, u"zzz"_s);
    desk.find<QLineEdit>(u"Filter"_s)->clear();
    QTest::qWait(50);
    QCOMPARE(selections(), 0);
    desk.goTo(0);
    desk.press(u"Calendar for Birth date"_s);
    VERIFY_EVENTUALLY(QApplication::activePopupWidget());
    for (const auto key : {Qt::Key_Right, Qt::Key_PageDown, Qt::Key_Down})
        QTest::keyClick(QApplication::focusWidget(), key);
    QTest::qWait(50);
    QCOMPARE(selections(), 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
}

// What belongs together is a group with the name that stands above it, and a button says what it chooses.
void TestAssistive::whatAControlBelongsToIsSaid()
{
    AppFixture desk;
    desk.start(mrossi);
    QVERIFY(desk.signIn(u"lanyard"_s));
    const auto isGroup = [](Card *card) { return accessOf(card)->role() == QAccessible::Grouping; };
    QVERIFY(isGroup(desk.find<Card>(u"Contact"_s)));
    QDialog *preferences = dialogOf(desk, u"Preferences"_s);
    QVERIFY(preferences);
    QVERIFY(isGroup(desk.find<Card>(u"Language"_s, preferences)));
    auto *language = desk.find<QComboBox>(u"Language"_s, preferences);
    QCOMPARE(accessOf(language)->text(QAccessible::Name), u"Language"_s);
    for (const char *button : {"Choose…", "Clear"})
        QCOMPARE(descriptionOf(desk.find<QPushButton>(QString::fromUtf8(button), preferences)),
                 u"Certificate authorities file"_s);
    preferences->close();
}

// The box, which has the focus, and the line in it.
void TestAssistive::whatIsWrongWithTheServerDescribesBothItsParts()
{
    AppFixture desk;
    desk.start();
    QVERIFY(desk.isAsked());
    auto *server = desk.find<QComboBox>(u"Server"_s, desk.dialog());
    server->setFocus();
    server->clearEditText();
    QTest::keyClick(server, Qt::Key_Return);
    for (QWidget *part : {static_cast<QWidget *>(server), static_cast<QWidget *>(server->lineEdit())})
        QVERIFY2(descriptionOf(part).contains(u"is empty"_s), qPrintable(descriptionOf(part)));
    server->setEditText(u"x"_s);
    QVERIFY(!descriptionOf(server).contains(u"is empty"_s));
}

// The list of pages, the message, the page and the bar to save from, of which the second and the last are not always
// there.
void TestAssistive::f6LeadsThroughThePartsOfTheWindow()
{
    AppFixture desk;
    desk.start(mrossi);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(becomesActive(&desk.window()));
    const auto leadsTo = [](const QStringList &names, Qt::KeyboardModifiers modifiers = {}) {
        for (const QString &name : names) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6, modifiers);
            QCOMPARE(AppFixture::nameOf(QApplication::focusWidget()), name);
            QStyleOption option; // Qt shows the focus once Tab has been pressed in the window, and not before
            option.initFrom(QApplication::focusWidget());
            QVERIFY(option.state.testFlag(QStyle::State_KeyboardFocusChange));
        }
    };
    desk.window().setAttribute(Qt::WA_KeyboardFocusChange, false);
    const QString pages = u"Pages"_s;
    const QString city = u"City"_s;
    const QString close = u"Close message"_s;
    desk.find<QLineEdit>(city)->setFocus();
    leadsTo({pages, city});
    desk.find<QPushButton>(u"Sign out"_s)->setFocus(); // from where Space would sign out
    leadsTo({city, pages});
    desk.typeInto(city, u"Torino"_s);
    desk.window().account().messages().show({.topic = Topic::Account, .text = u"A message"_s});
    const QString save = u"Save"_s; // not what discards, and with what there is to save
    VERIFY_EVENTUALLY(desk.findIfThere<QPushButton>(save));
    leadsTo({save, pages, close, city, save});
    QCOMPARE(descriptionOf(QApplication::focusWidget()), u"1 change"_s);
    leadsTo({city, close, pages, save}, Qt::ShiftModifier);
    // Not to the button on which the focus was in another message.
    desk.window().account().messages().show(
        {.topic = Topic::Account, .text = u"Another message"_s, .action = {u"Do it"_s, [] {}}});
    leadsTo({pages, u"Do it"_s});
}

LANYARD_TEST(QApplication, TestAssistive)
#include "tst_assistive.moc"
