// What a screen reader finds: every control has a name, its own in the window, equal to what is written beside or on
// it. And what a hostile service cannot do: no widget takes its texts for HTML.
#include "core/base/messagequeue.h"
#include "core/base/text.h"
#include "tests/support/testclass.h"
#include "tests/ui/accessfaults.h"
#include "tests/ui/appfixture.h"
#include "tests/ui/controlnames.h"
#include "tests/ui/opendialogs.h"
#include "ui/accounts/accountmenu.h"
#include "ui/common/announce.h"
#include "ui/common/fieldaccess.h"
#include "ui/look/plainlabel.h"
#include "ui/profile/profilepage.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCalendarWidget>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTranslator>

#include <utility>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlOfEachPageHasItsOwnName();
    void everyControlOfTheSignInDialogHasItsOwnName();
    void everyControlOfTheAccountsHasItsOwnName();
    void theAccountsButtonSaysWhoIsShownAndWhoNeedsTheUser();
    void tabReachesEveryFieldInReadingOrder();
    void noMnemonicStandsTwice();
    void everyEntryAndAnswerHasItsOwnLetter_data();
    void everyEntryAndAnswerHasItsOwnLetter();
    void everyControlOfADialogHasItsOwnNameAndLetter_data();
    void everyControlOfADialogHasItsOwnNameAndLetter();
    void everyMenuOpensFromEveryPage();
    void headingsAreHeadings();
    void aLabelSaysWhatItShows();
    void whatIsReadAloudOrCopiedHasNoMarks();
    void aFieldSaysWhatIsBesideIt();
    void marksHaveNames();
    void enterSignsInFromTheEmptyPage();
    void somethingHasTheFocusAfterARestore();
    void aSignInLeadsIntoThePage_data();
    void aSignInLeadsIntoThePage();
    void somethingHasTheFocusAfterASignInIsCancelled();
    void theCalendarIsFoundByAssistiveTechnology();
    void theFormKeepsItsPlaceWhenFieldsChange();
    void aSlowReloadIsSeen();
    void noWidgetTakesTextsForHtml();
};

void TestAccessibility::everyControlOfEachPageHasItsOwnName()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    for (int page = 0; page < 3; ++page) {
        desk.goTo(page);
        VERIFY_NAMED(&desk.window());
    }
    // Changed fields bring a button each.
    desk.goTo(0);
    desk.typeInto(u"First name"_s, u"A"_s);
    desk.typeInto(u"Last name"_s, u"B"_s);
    VERIFY_NAMED(&desk.window());
    // A narrow window shows less and still says it.
    desk.window().resize(600, 480);
    QVERIFY(eventually([&desk] { return desk.window().width() < 700; }));
    VERIFY_NAMED(&desk.window());
}

void TestAccessibility::everyControlOfTheSignInDialogHasItsOwnName()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    VERIFY_NAMED(desk.dialog());
    QCOMPARE(desk.dialog()->windowTitle(), u"Sign in"_s);
    desk.dialog()->findChild<QTabWidget *>()->setCurrentIndex(1);
    VERIFY_NAMED(desk.dialog());
}

namespace {

// Another account, whose session has ended.
void addEnded(AppFixture &desk)
{
    auto ended = desk.workspaces().make();
    Session &session = ended->session();
    session.signIn({.server = desk.service().address(), .userName = u"jkim"_s, .secret = Secret::fromText(u"lanyard")});
    QVERIFY(eventually([&session] { return session.state() == Session::State::SignedIn; }));
    desk.workspaces().insert(std::move(ended));
    desk.workspaces().setCurrent(desk.workspaces().at(0));
    desk.service().expireTokens();
    session.reload();
    QVERIFY(eventually([&session] { return session.state() == Session::State::Expired; }));
}

} // namespace

void TestAccessibility::everyControlOfTheAccountsHasItsOwnName()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    addEnded(desk);
    VERIFY_NAMED(&desk.window());
    for (const QString &title : {u"Accounts"_s, u"Remove account"_s}) {
        QDialog *dialog = dialogOf(desk, title);
        QVERIFY(dialog);
        VERIFY_NAMED(dialog);
        delete dialog;
    }
    // A menu's own controls are read like its entries.
    for (int row = 2; row < 10; ++row)
        desk.workspaces().open();
    desk.find<QPushButton>(u"Accounts"_s)->click();
    auto *menu = desk.window().findChild<AccountMenu *>();
    QVERIFY(eventually([menu] { return menu->isVisible(); }));
    QCOMPARE(AppFixture::nameOf(QApplication::focusWidget()), u"Find an account"_s);
    menu->close();
}

void TestAccessibility::theAccountsButtonSaysWhoIsShownAndWhoNeedsTheUser()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    auto *button = desk.find<QPushButton>(u"Accounts"_s);
    const QString server = desk.session().account().origin.shortText();
    const auto said = [button] {
        return QAccessible::queryAccessibleInterface(button)->text(QAccessible::Description);
    };
    QCOMPARE(said(), u"Maria Rossi — mrossi at %1"_s.arg(server));
    const auto state = [button] { return QAccessible::queryAccessibleInterface(button)->state(); };
    QVERIFY(state().hasPopup && state().expandable && !state().expanded);
    button->click();
    VERIFY_EVENTUALLY(state().expanded);
    QApplication::activePopupWidget()->close();
    VERIFY_EVENTUALLY(!state().expanded);
    desk.typeInto(u"City"_s, u"Torino"_s);
    addEnded(desk);
    QVERIFY(eventually([&] { return said().contains("1 other account"_L1); }));
    QVERIFY2(said().contains(u"mrossi at %1 (unsaved changes)"_s.arg(server)), qPrintable(said()));
    desk.workspaces().setCurrent(desk.workspaces().at(1));
    QVERIFY2(said().contains("jkim"_L1) && said().contains("session ended"_L1), qPrintable(said()));
}

void TestAccessibility::tabReachesEveryFieldInReadingOrder()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.find<QPushButton>(u"Change picture"_s)->setFocus();
    QVERIFY(eventually([&desk] { return desk.window().focusWidget() && desk.window().isActiveWindow(); }));
    QStringList reached;
    for (int i = 0; i < 60; ++i) {
        const QString name = AppFixture::nameOf(desk.window().focusWidget());
        if (reached.contains(name))
            break;
        reached << name;
        QTest::keyClick(desk.window().focusWidget(), Qt::Key_Tab);
    }
    const QStringList fields{u"Change picture"_s, u"Title"_s,       u"First name"_s,   u"Last name"_s,
                             u"Username"_s,       u"E-mail"_s,      u"Phone"_s,        u"Mobile"_s,
                             u"Address"_s,        u"Postal code"_s, u"City"_s,         u"Region"_s,
                             u"Country"_s,        u"Department"_s,  u"Birth date"_s,   u"Notes"_s,
                             u"User ID"_s,        u"Roles"_s,       u"Rank"_s,         u"Customer ID"_s,
                             u"Created"_s,        u"Updated"_s,     u"Last sign-in"_s, u"Messages dismissed"_s};
    qsizetype last = -1;
    for (const QString &field : fields) {
        const qsizetype position = reached.indexOf(field);
        QVERIFY2(position > last, qPrintable(field + u" is not reached in order: "_s + reached.join(u", "_s)));
        last = position;
    }
}

namespace {

// Each letter that is underlined somewhere in the window, and by whom.
QStringList doubledMnemonics(const QWidget *window)
{
    QMap<QString, QStringList> found;
    const auto note = [&found](const QString &text) {
        if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
            found[key.toString()] << text;
    };
    const auto widgets = window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->window() != window)
            continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            note(button->text());
        else if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->buddy())
            note(label->text());
        else if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
            for (int i = 0; i < tabs->count(); ++i)
                note(tabs->tabText(i));
        else if (const auto *menus = qobject_cast<const QMenuBar *>(widget))
            for (const QAction *action : menus->actions())
                note(action->text());
    }
    QStringList doubled;
    for (auto [key, texts] : found.asKeyValueRange()) {
        if (texts.size() > 1)
            doubled << key + u": "_s + texts.join(u", "_s);
    }
    return doubled;
}

} // namespace

void TestAccessibility::noMnemonicStandsTwice()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    auto *tabs = desk.dialog()->findChild<QTabWidget *>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QCOMPARE(doubledMnemonics(desk.dialog()), QStringList());
    }
    tabs->setCurrentIndex(0);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.typeInto(u"City"_s, u"Torino"_s);
    for (int page = 0; page < 3; ++page) {
        desk.goTo(page);
        QCOMPARE(doubledMnemonics(&desk.window()), QStringList());
    }
    desk.press(u"Review…"_s);
    QDialog *review = desk.dialogCalled(u"Review changes"_s);
    QVERIFY(review);
    QCOMPARE(doubledMnemonics(review), QStringList());
    review->reject();
    Q_EMIT desk.window().preferencesRequested();
    QDialog *preferences = desk.dialogCalled(u"Preferences"_s);
    QVERIFY(preferences);
    QCOMPARE(doubledMnemonics(preferences), QStringList());
}

namespace {

// What is wrong with the letters of these texts: each has one, and none is there twice.
QStringList letterProblems(const QString &where, const QStringList &texts)
{
    QStringList problems;
    QMap<QString, QString> owners;
    for (const QString &text : texts) {
        const QString letter = QKeySequence::mnemonic(text).toString();
        if (letter.isEmpty())
            problems << u"%1: “%2” has no letter"_s.arg(where, text);
        else if (const QString other = std::exchange(owners[letter], text); !other.isEmpty())
            problems << u"%1: “%2” and “%3”"_s.arg(where, other, text);
    }
    return problems;
}

QStringList problemsOfMenu(const QMenu *menu, const QString &name)
{
    QStringList texts;
    QStringList problems;
    for (const QAction *action : menu->actions()) {
        const bool isAccount = action->actionGroup() && !action->shortcut().isEmpty(); // a name, which has keys instead
        if (!action->isSeparator() && !isAccount)
            texts << action->text();
        if (const QMenu *inner = action->menu())
            problems << problemsOfMenu(inner, action->text());
    }
    if (texts.isEmpty())
        problems << name + u" is empty"_s;
    return problems << letterProblems(name, texts);
}

QStringList problemsOfQuestion(const QDialog *question)
{
    QStringList texts;
    const auto buttons = question->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        if (button->isVisible())
            texts << button->text();
    }
    return letterProblems(question->windowTitle(), texts);
}

// As a key opens it.
QMenu *menuOf(QWidget *view)
{
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(view, &event);
    return eventually([] { return QApplication::activePopupWidget() != nullptr; })
               ? qobject_cast<QMenu *>(QApplication::activePopupWidget())
               : nullptr;
}

} // namespace

void TestAccessibility::everyEntryAndAnswerHasItsOwnLetter_data()
{
    QTest::addColumn<QString>("translation");
    for (const QString &file : QDir(u":/i18n"_s).entryList({u"lanyard_*.qm"_s}))
        QTest::newRow(qPrintable(file)) << u":/i18n/"_s + file;
}

void TestAccessibility::everyEntryAndAnswerHasItsOwnLetter()
{
    QFETCH(const QString, translation);
    QTranslator translator; // the words are its own while it lives
    QVERIFY(translator.load(translation));
    QCoreApplication::installTranslator(&translator);
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QStringList problems;
    for (const QAction *action : desk.window().menuBar()->actions()) {
        Q_EMIT action->menu()->aboutToShow(); // some are filled when they open
        problems << problemsOfMenu(action->menu(), action->text());
    }
    QMenu *menu = nullptr;
    for (int page = 1; page < 3; ++page) {
        desk.goTo(page);
        const auto views = desk.window().findChildren<QAbstractItemView *>();
        for (QAbstractItemView *view : views) {
            if (!view->isVisible() || AppFixture::nameOf(view) == "Pages"_L1)
                continue;
            view->setFocus();
            menu = menuOf(view);
            QVERIFY2(menu, qPrintable(AppFixture::nameOf(view)));
            problems << problemsOfMenu(menu, AppFixture::nameOf(view));
            menu->close();
        }
    }
    desk.goTo(0);
    desk.typeInto(u"City"_s, u"Torino"_s);
    desk.window().close();
    QDialog *question = desk.dialogCalled(u"Unsaved changes"_s);
    QVERIFY(question);
    problems << problemsOfQuestion(question);
    question->reject();
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

namespace {

// Also without the style's pictures, which do not follow the colours of the desktop.
QStringList problemsOfButtons(const QDialog *dialog)
{
    QStringList problems = doubledMnemonics(dialog);
    const auto buttons = dialog->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        if (!button->isVisible() || button->window() != dialog)
            continue;
        if (QKeySequence::mnemonic(button->text()).isEmpty())
            problems << u"“%1” has no letter"_s.arg(button->text());
        const auto *box = qobject_cast<QDialogButtonBox *>(button->parent());
        if (box && box->standardButton(const_cast<QPushButton *>(button)) != QDialogButtonBox::NoButton &&
            !button->icon().isNull())
            problems << u"“%1” has the style's picture"_s.arg(button->text());
    }
    return problems;
}

} // namespace

void TestAccessibility::everyControlOfADialogHasItsOwnNameAndLetter_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : dialogNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestAccessibility::everyControlOfADialogHasItsOwnNameAndLetter()
{
    QFETCH(const QString, name);
    AppFixture desk;
    desk.start(u"mrossi"_s);
    if (name != "Sign in"_L1)
        QVERIFY(desk.signIn(u"lanyard"_s));
    else
        QVERIFY(desk.isAsked());
    QDialog *dialog = dialogOf(desk, name);
    QVERIFY(dialog);
    QCOMPARE(problemsOfButtons(dialog) + accessFaults(*dialog), QStringList());
    if (auto *tabs = dialog->findChild<QTabWidget *>()) {
        tabs->setCurrentIndex(1);
        QCOMPARE(problemsOfButtons(dialog) + accessFaults(*dialog), QStringList());
    }
    endItsSignals(*dialog);
    dialog->close();
}

void TestAccessibility::everyMenuOpensFromEveryPage()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.typeInto(u"City"_s, u"Torino"_s);
    const auto menus = desk.window().menuBar()->actions();
    for (int page = 0; page < 3; ++page) {
        for (const QAction *action : menus) {
            desk.goTo(page);
            const QString letter = QKeySequence::mnemonic(action->text()).toString().right(1);
            QTest::keyClick(&desk.window(), letter.at(0).toLatin1(), Qt::AltModifier);
            QVERIFY2(eventually([&] { return action->menu()->isVisible(); }),
                     qPrintable(action->text() + u" on page %1"_s.arg(page)));
            action->menu()->close();
            QVERIFY(eventually([&] { return !QApplication::activePopupWidget(); }));
        }
    }
}

void TestAccessibility::aLabelSaysWhatItShows()
{
    PlainLabel label(u"One"_s);
    announce(&label);
    QCOMPARE(AppFixture::nameOf(&label), u"One"_s);
    label.setText(u"Two"_s);
    QCOMPARE(AppFixture::nameOf(&label), u"Two"_s);
    label.setAccessibleName(u"A name of its own"_s);
    label.setText(u"Three"_s);
    QCOMPARE(AppFixture::nameOf(&label), u"A name of its own"_s);
}

void TestAccessibility::whatIsReadAloudOrCopiedHasNoMarks()
{
    const QString sentence = u"Key “%1” copied"_s;
    const QString name = u"مفتاح 1"_s;
    const QString plain = sentence.arg(name);
    PlainLabel label(sentence.arg(quoted(name)));
    QVERIFY(label.text() != plain);
    QCOMPARE(AppFixture::nameOf(&label), plain);
    Heading heading(sentence.arg(quoted(name)), 1.2);
    QCOMPARE(AppFixture::nameOf(&heading), plain);
    QLineEdit field;
    describeField(&field, label.text(), true);
    QCOMPARE(QAccessible::queryAccessibleInterface(&field)->text(QAccessible::Description), plain);
    label.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label.show();
    label.setSelection(0, static_cast<int>(label.text().size()));
    QTest::keyClick(&label, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), plain);
    QApplication::clipboard()->clear();
    QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(), label.mapToGlobal(QPoint()));
    QCoreApplication::sendEvent(&label, &event);
    auto *menu = label.findChild<QMenu *>();
    QVERIFY(menu);
    menu->actions().first()->trigger();
    menu->close();
    QCOMPARE(QApplication::clipboard()->text(), plain);
}

void TestAccessibility::headingsAreHeadings()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QStringList headings;
    const auto all = desk.window().findChildren<QWidget *>();
    for (QWidget *widget : all) {
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (widget->isVisible() && interface && interface->role() == QAccessible::Heading)
            headings << interface->text(QAccessible::Name);
    }
    const QStringList wanted{u"Profile"_s, u"Name"_s, u"Contact"_s, u"Postal address"_s, u"About"_s, u"Account"_s};
    QCOMPARE(headings, wanted);
}

void TestAccessibility::aFieldSaysWhatIsBesideIt()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    const auto described = [&desk](const QString &field) {
        auto *line = desk.find<QLineEdit>(field);
        return QAccessible::queryAccessibleInterface(line)->text(QAccessible::Description);
    };
    for (const QString &filled : {u"Birth date"_s, u"Country"_s})
        QCOMPARE(described(filled), QString());
    desk.typeInto(u"Country"_s, QString()); // and when it is not set, it says so
    QCOMPARE(desk.find<QLineEdit>(u"Country"_s)->placeholderText(), u"not set"_s);
    QCOMPARE(described(u"City"_s), QString());
    desk.typeInto(u"City"_s, u"Torino"_s);
    QCOMPARE(described(u"City"_s), u"changed"_s);
    desk.typeInto(u"Birth date"_s, u"zz"_s);
    QVERIFY2(eventually([&] { return described(u"Birth date"_s).contains(u"date"_s); }),
             qPrintable(described(u"Birth date"_s)));
    // The label leads to what takes the keys.
    const auto labels = desk.window().findChildren<QLabel *>();
    int buddies = 0;
    for (QLabel *label : labels) {
        if (!label->isVisible() || !label->buddy())
            continue;
        ++buddies;
        QVERIFY2(!label->buddy()->focusProxy(), qPrintable(label->text()));
        const auto relations = QAccessible::queryAccessibleInterface(label)->relations();
        QVERIFY2(!relations.isEmpty() && relations.first().first->role() != QAccessible::Client,
                 qPrintable(label->text()));
    }
    QVERIFY(buddies > 10);
}

void TestAccessibility::marksHaveNames()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(desk.isKept());
    for (const auto &[level, name] :
         {std::pair(Message::Level::Info, u"Information"_s), std::pair(Message::Level::Warning, u"Warning"_s),
          std::pair(Message::Level::Error, u"Error"_s)}) {
        desk.window().messages().show({.topic = Topic::Save, .level = level, .text = u"Something happened."_s});
        QVERIFY(desk.find<QLabel>(name));
    }
    QVERIFY(desk.find<QLabel>(u"The sign-in is saved"_s));
    bool isNamed = false;
    const auto buttons = desk.window().findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible() && qobject_cast<QLineEdit *>(button->parent())) {
            QVERIFY(AppFixture::nameOf(button).startsWith(u"Clear "_s));
            isNamed = true;
        }
    }
    QVERIFY(isNamed);
}

void TestAccessibility::enterSignsInFromTheEmptyPage()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    QTest::keyClick(desk.dialog(), Qt::Key_Escape);
    QVERIFY(eventually([&desk] { return !desk.dialog(); }));
    QVERIFY(becomesActive(&desk.window()));
    QVERIFY(eventually([&desk] { return desk.window().focusWidget() != nullptr; }));
    QCOMPARE(AppFixture::nameOf(desk.window().focusWidget()), u"Sign in…"_s);
    QTest::keyClick(desk.window().focusWidget(), Qt::Key_Return);
    QVERIFY(desk.isAsked());
}

void TestAccessibility::somethingHasTheFocusAfterARestore()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(desk.isKept());
    desk.quit();
    ServiceOptions slow = desk.service().options();
    slow.latencyMs = 500; // the window is there long before: nothing else gives it a focus
    desk.service().setOptions(slow);
    desk.start();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window()));
    QCOMPARE(desk.session().state(), Session::State::Restoring);
    QVERIFY(eventually([&desk] { return desk.session().state() == Session::State::SignedIn; }));
    QVERIFY(eventually([] { return QApplication::focusWidget() && QApplication::focusWidget()->isVisible(); }));
    QVERIFY(QApplication::focusWidget()->isEnabled());
}

void TestAccessibility::aSignInLeadsIntoThePage_data()
{
    QTest::addColumn<QString>("from"); // where the dialog was opened
    QTest::addColumn<QString>("to");
    QTest::newRow("at the start") << QString() << u"Title"_s;
    QTest::newRow("from the empty page") << u"Sign in…"_s << u"Title"_s;
    QTest::newRow("from the message") << u"Sign in again"_s << u"Title"_s;
    QTest::newRow("from a field") << u"City"_s << u"City"_s;
}

// Not to the button that closes an older message, which Qt finds when the focused widget disappears.
void TestAccessibility::aSignInLeadsIntoThePage()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    const auto showOld = [&desk] {
        desk.window().messages().show(
            {.topic = Topic::Disk, .level = Message::Level::Warning, .text = u"The disk is full."_s});
    };
    showOld();
    if (from == "Sign in…"_L1) {
        QTest::keyClick(desk.dialog(), Qt::Key_Escape);
        desk.press(from);
        QVERIFY(desk.isAsked());
    }
    QVERIFY(desk.signIn(u"lanyard"_s));
    if (from == "Sign in again"_L1 || from == "City"_L1) {
        desk.service().expireTokens();
        if (from == "City"_L1) {
            desk.typeInto(from, u"Torino"_s);
            QTest::keyClick(&desk.window(), Qt::Key_S, Qt::ControlModifier);
        } else {
            QTest::keyClick(&desk.window(), Qt::Key_F5);
            QPushButton *again = nullptr;
            QVERIFY(eventually([&] {
                again = desk.findIfThere<QPushButton>(from);
                return again && again->isVisible();
            }));
            again->setFocus();
            QTest::keyClick(again, Qt::Key_Return);
        }
        QVERIFY(desk.isAsked());
        QVERIFY(desk.signIn(u"lanyard"_s));
    }
    QVERIFY(eventually([&] { return desk.window().isActiveWindow() && QApplication::focusWidget(); }));
    QCOMPARE(desk.messageText(), u"The disk is full."_s);
    QVERIFY(eventually([&] { return AppFixture::nameOf(QApplication::focusWidget()) == to; }));
}

void TestAccessibility::somethingHasTheFocusAfterASignInIsCancelled()
{
    AppFixture desk(ServiceOptions{.latencyMs = 3000});
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    desk.typeInto(u"Password"_s, u"lanyard"_s, desk.dialog());
    QTest::keyClick(desk.find<QLineEdit>(u"Password"_s, desk.dialog()), Qt::Key_Return);
    QVERIFY(eventually([&desk] { return desk.session().state() == Session::State::SigningIn; }));
    QTest::keyClick(desk.dialog(), Qt::Key_Escape);
    QVERIFY(eventually([&desk] { return desk.session().state() == Session::State::SignedOut; }));
    const auto focus = [] { return QApplication::focusWidget(); };
    QVERIFY(eventually([&] { return focus() && focus()->isEnabled() && focus()->isVisible(); }));
    QVERIFY(desk.dialog()->isAncestorOf(focus()));
    QTest::keyClick(focus(), Qt::Key_Escape); // and the next one closes it
    QVERIFY(eventually([&desk] { return !desk.dialog(); }));
}

// From the program down, as a screen reader walks: Qt leaves out windows that pop up.
void TestAccessibility::theCalendarIsFoundByAssistiveTechnology()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.goTo(0);
    desk.press(u"Calendar for Birth date"_s);
    auto *calendar = desk.window().findChild<QCalendarWidget *>();
    QVERIFY(calendar);
    QList<QAccessibleInterface *> open{QAccessible::queryAccessibleInterface(qApp)};
    const QAccessibleInterface *found = nullptr;
    while (!open.isEmpty() && !found) {
        QAccessibleInterface *one = open.takeLast();
        if (one->object() == calendar)
            found = one;
        for (int i = 0; i < one->childCount(); ++i) {
            if (QAccessibleInterface *child = one->child(i))
                open << child;
        }
    }
    QVERIFY(found);
    QCOMPARE(found->text(QAccessible::Name), u"Calendar for Birth date"_s);
    QTest::keyClick(calendar, Qt::Key_Escape);
}

void TestAccessibility::theFormKeepsItsPlaceWhenFieldsChange()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    const auto *notes = desk.find<QPlainTextEdit>(u"Notes"_s);
    const auto *form = desk.window().findChild<ProfilePage *>()->widget();
    desk.typeInto(u"Title"_s, u"x"_s); // the bar below the form has come
    QTest::qWait(50);
    const int before = notes->mapTo(form, QPoint()).y();
    for (const QString &field : {u"First name"_s, u"Last name"_s, u"Phone"_s, u"City"_s}) {
        desk.typeInto(field, u"x"_s);
        QTest::qWait(20);
        QCOMPARE(notes->mapTo(form, QPoint()).y(), before);
    }
}

void TestAccessibility::aSlowReloadIsSeen()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    ServiceOptions slow = desk.service().options();
    slow.latencyMs = 500;
    desk.service().setOptions(slow);
    desk.goTo(0);
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    QVERIFY(desk.visibleTexts().contains(u"Reloading…"_s));
    QVERIFY(eventually([&desk] { return !desk.session().isReloading(); }));
    QVERIFY(!desk.visibleTexts().contains(u"Reloading…"_s));
}

void TestAccessibility::noWidgetTakesTextsForHtml()
{
    AppFixture desk;
    QJsonObject user = desk.service().user(u"mrossi"_s);
    const QString hostile = u"<b>x</b><img src=\"/etc/passwd\"> & \u202Egnp"_s;
    for (const auto member : {"firstName"_L1, "lastName"_L1, "title"_L1, "department"_L1, "region"_L1})
        user.insert(member, hostile);
    QJsonArray keys = user.value("apiKeys"_L1).toArray();
    QJsonObject key = keys.at(0).toObject();
    key.insert("name"_L1, hostile);
    key.insert("description"_L1, hostile);
    keys.replace(0, key);
    user.insert("apiKeys"_L1, keys);
    QVERIFY(desk.service().setUser(u"mrossi"_s, user));
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    for (int page = 0; page < 3; ++page) {
        desk.goTo(page);
        const auto labels = desk.window().findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
        const auto widgets = desk.window().findChildren<QWidget *>();
        for (const QWidget *widget : widgets)
            QVERIFY2(!Qt::mightBeRichText(widget->toolTip()), qPrintable(widget->toolTip()));
    }
    QVERIFY(desk.window().windowTitle().contains("<b>x</b>"_L1));
    QVERIFY(!desk.window().windowTitle().contains(QChar(0x202E)));
}

LANYARD_TEST(QApplication, TestAccessibility)
#include "tst_accessibility.moc"
