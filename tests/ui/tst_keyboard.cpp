// What a key does when it comes at a moment, or to a place, that the user did not have in mind: it enters, replaces and
// decides nothing.
#include "core/base/messagequeue.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "tests/ui/opendialogs.h"
#include "ui/account/accountpages.h"
#include "ui/common/savebar.h"
#include "ui/mainwindow.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

QString textOfField(const QWidget *widget)
{
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return text->toPlainText();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->currentText();
    const auto *line = qobject_cast<const QLineEdit *>(widget);
    return line ? line->text() : QString();
}

// The name of the first field that a key with one of the modifiers enters text into; empty when there is none.
QString fieldThatTakes(QWidget *root, Qt::Key key)
{
    const auto all = root->findChildren<QWidget *>();
    for (QWidget *field : all) {
        if (!field->isVisible() || field->focusPolicy() == Qt::NoFocus || qobject_cast<QAbstractButton *>(field))
            continue;
        field->setFocus();
        for (const Qt::KeyboardModifiers modifiers :
             {Qt::KeyboardModifiers(Qt::AltModifier), Qt::AltModifier | Qt::ShiftModifier,
              Qt::ControlModifier | Qt::AltModifier, Qt::KeyboardModifiers(Qt::MetaModifier)}) {
            const QString before = textOfField(field);
            QTest::keyClick(field, key, modifiers);
            if (textOfField(field) != before || QApplication::focusWidget() != field->window()->focusWidget())
                return AppFixture::nameOf(field) + u": "_s + textOfField(field);
        }
    }
    return {};
}

// What a screen reader says of a cell.
QString spoken(const QTableWidget *table, int row, int column)
{
    return table->item(row, column)->data(Qt::AccessibleTextRole).toString();
}

} // namespace

class TestKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void noKeyWithAltEntersText();
    void theLetterOfAButtonThatIsNotThereIsNotSaved();
    void altGrEntersText();
    void enterPressesTheButtonWithTheFocus_data();
    void enterPressesTheButtonWithTheFocus();
    void enterDecidesAConflictAsSpaceDoes();
    void aValueOfAConflictIsChosenInItsCell();
    void everyShortcutOfTheMenusIsOnTheSheet();
    void tabLeadsFromEveryPageToTheBarToSaveFrom();
    void tabAndShiftTabStopAtTheSameControls();
    void theButtonThatLeadsOnIsTheLastOfItsDialogAndEnters_data();
    void theButtonThatLeadsOnIsTheLastOfItsDialogAndEnters();
    void aButtonThatGoesAwayGivesTheFocusBack_data();
    void aButtonThatGoesAwayGivesTheFocusBack();
    void spaceAfterRemovingAPictureReplacesNothing();
    void revertingOneAfterTheOtherSavesNothing();
    void aConflictDoesNotInterruptWhoIsTyping();
    void whatDoesNotShowCannotTakeTheFocus();
    void typingIntoACellThatClosesReachesNoOtherRow_data();
    void typingIntoACellThatClosesReachesNoOtherRow();
    void aCommandLeavesTheKeysInTheOpenCell_data();
    void aCommandLeavesTheKeysInTheOpenCell();

private:
    // The cell of that setting, open to be edited.
    [[nodiscard]] QPointer<QLineEdit> openCell(const QString &setting)
    {
        m_app->goTo(2);
        auto *tree = m_app->find<QTreeView>(u"Settings"_s);
        const auto found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, setting, 1,
                                                Qt::MatchExactly | Qt::MatchRecursive);
        tree->setCurrentIndex(found.value(0));
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_F2);
        return tree->findChild<QLineEdit *>();
    }
    static void enterIsTheDefaults(const QDialog *dialog, const QList<QPushButton *> &buttons,
                                   const QPushButton *leading);
    void enter()
    {
        m_app->start(mrossi);
        QVERIFY(m_app->signIn(u"lanyard"_s));
        m_app->goTo(0);
    }
    [[nodiscard]] QLineEdit *line(const QString &field) { return m_app->find<QLineEdit>(field); }
    [[nodiscard]] bool isSaved()
    {
        return eventually([this] { return m_app->saveText() == "Saved"_L1; });
    }

    std::unique_ptr<AppFixture> m_app;
};

void TestKeyboard::init()
{
    m_app = std::make_unique<AppFixture>();
}

void TestKeyboard::cleanup()
{
    m_app.reset();
}

void TestKeyboard::noKeyWithAltEntersText()
{
    m_app->start(mrossi);
    QVERIFY(m_app->isAsked());
    QCOMPARE(fieldThatTakes(m_app->dialog(), Qt::Key_7), QString());
    QVERIFY(m_app->signIn(u"lanyard"_s));
    for (int page = 0; page < 3; ++page) {
        m_app->goTo(page);
        QCOMPARE(fieldThatTakes(&m_app->window(), Qt::Key_7), QString());
    }
    m_app->typeInto(u"Filter"_s, u"greeting"_s);
    m_app->press(u"Edit value"_s);
    auto *cell = m_app->find<QTreeView>(u"Settings"_s)->findChild<QLineEdit *>();
    QVERIFY(cell);
    QTest::keyClick(cell, Qt::Key_7, Qt::AltModifier);
    QVERIFY2(!cell->text().contains(u'7'), qPrintable(cell->text()));
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestKeyboard::theLetterOfAButtonThatIsNotThereIsNotSaved()
{
    enter();
    QLineEdit *city = line(u"City"_s);
    AppFixture::scrollTo(city);
    city->setFocus();
    city->selectAll();
    QVERIFY(!m_app->findIfThere<QPushButton>(u"Save"_s));
    QTest::keyClick(city, Qt::Key_S, Qt::AltModifier);
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    QTest::keyClicks(city, u"Torino"_s);
    QTest::keyClick(city, Qt::Key_S, Qt::AltModifier);
    QVERIFY(isSaved());
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Torino"_s);
    QCOMPARE(city->text(), u"Torino"_s);
}

void TestKeyboard::altGrEntersText()
{
    enter();
    QLineEdit *city = line(u"City"_s);
    AppFixture::scrollTo(city);
    city->setFocus();
    city->selectAll();
    QTest::keyClick(city, Qt::Key_At, Qt::GroupSwitchModifier);
    QTest::keyClick(city, Qt::Key_E, Qt::GroupSwitchModifier);
    QCOMPARE(city->text(), u"@e"_s);
}

void TestKeyboard::enterPressesTheButtonWithTheFocus_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addRow("Return") << Qt::Key_Return;
    QTest::addRow("Enter of the keypad") << Qt::Key_Enter;
}

void TestKeyboard::enterPressesTheButtonWithTheFocus()
{
    QFETCH(const Qt::Key, key);
    const auto modifiers = key == Qt::Key_Enter ? Qt::KeypadModifier : Qt::NoModifier;
    enter();
    m_app->typeInto(u"City"_s, u"Torino"_s);
    auto *review = m_app->find<QPushButton>(u"Review…"_s);
    review->setFocus();
    QTest::keyClick(review, key, modifiers);
    QDialog *dialog = m_app->dialogCalled(u"Review changes"_s);
    QVERIFY(dialog);
    auto *close = m_app->find<QPushButton>(u"Close"_s, dialog);
    close->setFocus();
    QTest::keyClick(close, key, modifiers); // though Save is the default
    QVERIFY(becomesActive(&m_app->window()));
    QCOMPARE(m_app->saveText(), u"1 change"_s);
    QTest::keyClick(line(u"City"_s), key, modifiers); // no button has the focus
    QCOMPARE(m_app->saveText(), u"1 change"_s);
    auto *save = m_app->find<QPushButton>(u"Save"_s);
    save->setFocus();
    QTest::keyClick(save, key, modifiers);
    QVERIFY(isSaved());
}

void TestKeyboard::enterDecidesAConflictAsSpaceDoes()
{
    enter();
    QDialog *dialog = m_app->startConflict();
    QVERIFY(dialog);
    auto *table = m_app->find<QTableWidget>(u"Changed by both"_s, dialog);
    auto *theirs = m_app->find<QPushButton>(u"Take theirs"_s, dialog);
    theirs->setFocus();
    QTest::keyClick(theirs, Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    QVERIFY(spoken(table, 0, 2).endsWith(", chosen"_L1));
    QVERIFY(spoken(table, 1, 2).endsWith(", not decided"_L1));
    QTest::keyClick(theirs, Qt::Key_Return);
    QVERIFY(spoken(table, 1, 2).endsWith(", chosen"_L1));
    QVERIFY(dialog->isVisible()); // Save has become the default, and is not what is pressed
    QTest::keyClick(theirs, Qt::Key_Return);
    QVERIFY(dialog->isVisible());
}

void TestKeyboard::aValueOfAConflictIsChosenInItsCell()
{
    enter();
    QDialog *dialog = m_app->startConflict();
    QVERIFY(dialog);
    auto *table = m_app->find<QTableWidget>(u"Changed by both"_s, dialog);
    QVERIFY(eventually([table] { return table->hasFocus(); }));
    QTest::keyClick(table, Qt::Key_Right);
    QTest::keyClick(table, Qt::Key_Space); // Yours, for the phone
    QCOMPARE(spoken(table, 0, 1), u"Yours: +39 1, chosen"_s);
    QCOMPARE(spoken(table, 0, 2), u"Theirs: +49 1"_s);
    QTest::keyClick(table, Qt::Key_Right);
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(spoken(table, 0, 1), u"Yours: +39 1"_s);
    QCOMPARE(spoken(table, 0, 2), u"Theirs: +49 1, chosen"_s);
    QVERIFY(!m_app->find<QPushButton>(u"Save"_s, dialog)->isEnabled());
    const QRect city = table->visualItemRect(table->item(1, 1));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, city.center());
    QCOMPARE(spoken(table, 1, 1), u"Yours: Torino, chosen"_s);
    const QRect before = table->visualItemRect(table->item(1, 3));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, before.center()); // nothing to choose
    QCOMPARE(spoken(table, 1, 1), u"Yours: Torino, chosen"_s);
    m_app->press(u"Save"_s, dialog);
    QVERIFY(isSaved());
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Torino"_s);
    QCOMPARE(m_app->service().user(mrossi).value("phoneNumber"_L1).toString(), u"+49 1"_s);
}

void TestKeyboard::everyShortcutOfTheMenusIsOnTheSheet()
{
    enter();
    QTest::keyClick(&m_app->window(), Qt::Key_F1);
    QDialog *sheet = m_app->dialogCalled(u"Keyboard shortcuts"_s);
    QVERIFY(sheet);
    QStringList shown;
    const auto tables = sheet->findChildren<QTableWidget *>();
    for (const QTableWidget *table : tables) {
        QVERIFY(!table->accessibleName().isEmpty());
        for (int row = 0; row < table->rowCount(); ++row)
            shown << table->item(row, 0)->text() + u'=' + table->item(row, 1)->text();
    }
    for (const char *wanted : {"Reload=F5", "Save=Ctrl+S", "Filter=Ctrl+F", "API keys=Ctrl+2", "Quit=Ctrl+Q",
                               "Preferences…=Ctrl+,", "Keyboard shortcuts=F1, Ctrl+?", "Go to error=F8"})
        QVERIFY2(shown.contains(QString::fromUtf8(wanted)), qPrintable(shown.join(u'\n')));
    sheet->close();
    VERIFY_EVENTUALLY(m_app->window().isActiveWindow());
    QTest::keyClick(&m_app->window(), Qt::Key_Comma, Qt::ControlModifier);
    QVERIFY(m_app->dialogCalled(u"Preferences"_s));
}

// In whatever order the pages are made.
void TestKeyboard::tabLeadsFromEveryPageToTheBarToSaveFrom()
{
    enter();
    m_app->typeInto(u"City"_s, u"Torino"_s);
    auto *bar = m_app->window().findChild<SaveBar *>();
    auto *pages = m_app->window().findChild<AccountPages *>();
    const auto isStop = [](const QWidget *widget) {
        return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
    };
    for (const int page : {2, 1, 0}) {
        m_app->goTo(page);
        QWidget *last = m_app->find<QPushButton>(u"Save"_s);
        while (bar->isAncestorOf(last) || !isStop(last))
            last = last->previousInFocusChain();
        QVERIFY2(pages->currentWidget()->isAncestorOf(last), qPrintable(AppFixture::nameOf(last)));
    }
}

void TestKeyboard::tabAndShiftTabStopAtTheSameControls()
{
    const auto round = [this](Qt::Key key) {
        QWidget *start = m_app->find<QListWidget>(u"Pages"_s);
        start->setFocus();
        QStringList stops;
        do {
            QTest::keyClick(QApplication::focusWidget(), key);
            stops << AppFixture::nameOf(QApplication::focusWidget());
        } while (QApplication::focusWidget() != start && stops.size() < 100);
        return stops;
    };
    enter();
    for (int page = 0; page < 3; ++page) {
        m_app->goTo(page);
        QStringList forwards = round(Qt::Key_Tab);
        QVERIFY2(forwards.contains(u"Accounts"_s), qPrintable(forwards.join(u'\n')));
        QStringList back = round(Qt::Key_Backtab);
        forwards.removeLast();
        back.removeLast();
        std::reverse(back.begin(), back.end());
        QCOMPARE(back, forwards);
    }
}

void TestKeyboard::theButtonThatLeadsOnIsTheLastOfItsDialogAndEnters_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : dialogNames())
        QTest::newRow(qPrintable(name)) << name;
}

// In reading order, whatever order the desktop's style has; none has a picture.
void TestKeyboard::theButtonThatLeadsOnIsTheLastOfItsDialogAndEnters()
{
    QFETCH(const QString, name);
    if (name != "Sign in"_L1)
        enter();
    else
        m_app->start(u"mrossi"_s);
    QDialog *dialog = dialogOf(*m_app, name);
    QVERIFY(dialog);
    QList<QPushButton *> buttons;
    const auto all = dialog->findChildren<QPushButton *>();
    for (QPushButton *button : all) {
        if (button->isVisible() && button->window() == dialog)
            buttons << button;
    }
    const auto place = [dialog](const QPushButton *button) { return button->mapTo(dialog, QPoint(0, 0)); };
    int bottom = 0;
    for (const QPushButton *button : std::as_const(buttons))
        bottom = qMax(bottom, place(button).y());
    QPushButton *last = nullptr;
    for (QPushButton *button : std::as_const(buttons)) {
        QVERIFY2(button->icon().isNull(), qPrintable(button->text()));
        if (qAbs(place(button).y() - bottom) < button->height() && (!last || place(button).x() > place(last).x()))
            last = button;
    }
    const QString text = last->text().remove(u'&');
    const QStringList leading{u"Sign in"_s, u"Save"_s,         u"OK"_s,      u"Remove"_s,
                              u"Export…"_s, u"Keep editing"_s, u"Show key"_s};
    for (const QPushButton *button : std::as_const(buttons)) {
        if (leading.contains(QString(button->text()).remove(u'&')))
            QCOMPARE(button, last);
    }
    QVERIFY2(leading.contains(text) || buttons.size() == 1 || text == "Close"_L1 || text == "Cancel"_L1,
             qPrintable(text));
    if (text == "Close"_L1 || text == "Cancel"_L1)
        QVERIFY(last->isEnabled());
    const bool leads = leading.contains(text) && text != "Remove"_L1; // which nobody is to do by Enter alone
    enterIsTheDefaults(dialog, buttons, leads ? last : nullptr);
}

// Where the focus is as the dialog opens. @p leading is null if the dialog has no button that leads on.
void TestKeyboard::enterIsTheDefaults(const QDialog *dialog, const QList<QPushButton *> &buttons,
                                      const QPushButton *leading)
{
    QList<QPushButton *> defaults, pressed;
    const QObject context;
    for (QPushButton *button : buttons) {
        if (button->isDefault())
            defaults << button;
        connect(button, &QPushButton::clicked, &context, [&pressed, button] { pressed << button; });
    }
    QVERIFY(defaults.size() <= 1);
    QVERIFY2(!leading || defaults.value(0, nullptr) == leading,
             qPrintable(defaults.isEmpty() ? u"none"_s : defaults.first()->text()));
    QWidget *focused = dialog->focusWidget();
    QVERIFY(focused);
    if (qobject_cast<QPlainTextEdit *>(focused)) // where it is a line break
        return;
    QTest::keyClick(focused, Qt::Key_Return);
    if (!defaults.isEmpty() && !defaults.first()->isEnabled())
        defaults.clear();
    QCOMPARE(pressed, defaults);
}

void TestKeyboard::aButtonThatGoesAwayGivesTheFocusBack_data()
{
    QTest::addColumn<QString>("button");
    for (const char *button : {"Save", "Discard changes", "Try again", "Close message"})
        QTest::addRow("%s", button) << QString::fromUtf8(button);
}

void TestKeyboard::aButtonThatGoesAwayGivesTheFocusBack()
{
    QFETCH(const QString, button);
    enter();
    m_app->typeInto(u"City"_s, u"Torino"_s);
    QLineEdit *city = line(u"City"_s);
    m_app->window().messages().show(
        {.topic = Topic::Save, .level = Message::Level::Error, .text = u"It failed."_s, .action = {u"Try again"_s, [] {
                                                                                                   }}});
    auto *pressed = m_app->find<QAbstractButton>(button);
    pressed->setFocus(Qt::TabFocusReason);
    QTest::keyClick(pressed, Qt::Key_Space);
    QVERIFY(eventually([city] { return city->hasFocus(); }));
    QVERIFY(!pressed->isVisible() || !pressed->isEnabled());
    QVERIFY(!city->hasSelectedText());
    QVERIFY(eventually([this] { return !m_app->session().isSaving(); }));
    QVERIFY(city->hasFocus()); // afterwards as well
}

void TestKeyboard::spaceAfterRemovingAPictureReplacesNothing()
{
    enter();
    auto *change = m_app->find<QPushButton>(u"Change picture"_s);
    AppFixture::scrollTo(change);
    m_app->choose(u"Change picture"_s, u"Remove picture"_s);
    change->setFocus(Qt::TabFocusReason);
    QTest::keyClick(change, Qt::Key_Space); // opens the menu once more
    QVERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QCOMPARE(AppFixture::nameOf(QApplication::focusWidget()), u"Change picture"_s);
    QCOMPARE(m_app->saveText(), u"1 change"_s);
}

void TestKeyboard::revertingOneAfterTheOtherSavesNothing()
{
    enter();
    for (const QString &field : {u"City"_s, u"Phone"_s, u"Mobile"_s})
        m_app->typeInto(field, u"+39 1"_s);
    m_app->press(u"Review…"_s);
    QDialog *dialog = m_app->dialogCalled(u"Review changes"_s);
    QVERIFY(dialog);
    auto *table = m_app->find<QTableWidget>(u"Changes"_s, dialog);
    table->selectRow(1);
    auto *revert = m_app->find<QPushButton>(u"Undo this change"_s, dialog);
    revert->setFocus(Qt::TabFocusReason);
    for (int left = 2; left >= 0; --left) {
        QVERIFY2(revert->hasFocus(), qPrintable(AppFixture::nameOf(dialog->focusWidget())));
        QTest::keyClick(dialog->focusWidget(), left == 1 ? Qt::Key_Return : Qt::Key_Space);
        QCOMPARE(table->rowCount(), left);
    }
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 0);
}

void TestKeyboard::aConflictDoesNotInterruptWhoIsTyping()
{
    enter();
    ServiceOptions slow = m_app->service().options();
    slow.latencyMs = 300;
    m_app->service().setOptions(slow);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->othersSave(u"city"_s, u"Milano"_s);
    QTest::keyClick(line(u"City"_s), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(m_app->session().isSaving());
    m_app->typeInto(u"Notes"_s, u"to be "_s);
    QVERIFY(eventually([this] { return !m_app->session().isSaving(); }));
    QTest::qWait(0); // what is queued
    QVERIFY(!QApplication::activeModalWidget());
    QTest::keyClicks(QApplication::focusWidget(), u"continued"_s);
    QCOMPARE(m_app->find<QPlainTextEdit>(u"Notes"_s)->toPlainText(), u"to be continued"_s);
    QCOMPARE(m_app->saveText(), u"2 changes, 1 also changed elsewhere"_s);
    m_app->press(u"Decide…"_s);
    QDialog *dialog = m_app->conflict();
    QVERIFY(dialog);
    m_app->press(u"Keep mine"_s, dialog);
    m_app->press(u"Save"_s, dialog);
    QVERIFY(isSaved());
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Torino"_s);
    QCOMPARE(m_app->service().user(mrossi).value("notes"_L1).toString(), u"to be continued"_s);
}

void TestKeyboard::whatDoesNotShowCannotTakeTheFocus()
{
    enter();
    line(u"City"_s)->setFocus();
    for (QAbstractItemView *list : m_app->window().findChildren<QAbstractItemView *>()) {
        if (!list->isVisible() && !list->window()->isHidden())
            list->setFocus(); // that of another page: a program may ask for it at any time
    }
    QCOMPARE(QApplication::focusWidget(), line(u"City"_s));
}

void TestKeyboard::typingIntoACellThatClosesReachesNoOtherRow_data()
{
    QTest::addColumn<bool>("isLocked");
    QTest::addColumn<QString>("typed");
    QTest::newRow("the setting is gone") << false << u"Ciao"_s;
    QTest::newRow("the setting is locked") << true << u"Ciao"_s;
    QTest::newRow("gone before the first letter") << false << QString();
    QTest::newRow("locked before the first letter") << true << QString();
}

void TestKeyboard::typingIntoACellThatClosesReachesNoOtherRow()
{
    QFETCH(const bool, isLocked);
    QFETCH(const QString, typed);
    enter();
    const QPointer<QLineEdit> cell = openCell(u"Greeting"_s);
    QVERIFY(cell && cell->hasFocus());
    auto *tree = m_app->find<QTreeView>(u"Settings"_s);
    QTest::keyClicks(cell, typed);
    QJsonArray settings = m_app->service().user(mrossi).value("settings"_L1).toArray();
    const auto greeting = std::find_if(settings.begin(), settings.end(),
                                       [](const QJsonValue &setting) { return setting["name"_L1] == "Greeting"_L1; });
    QJsonObject locked = greeting->toObject();
    locked.insert("readOnly"_L1, true);
    *greeting = locked;
    if (!isLocked)
        settings.erase(greeting);
    m_app->othersSave(u"settings"_s, settings);
    m_app->session().reload();
    QVERIFY(eventually([&cell] { return !cell; }));
    QTest::qWait(0); // what is queued
    for (const auto key : {Qt::Key_O, Qt::Key_Space, Qt::Key_T, Qt::Key_F2, Qt::Key_Return})
        QTest::keyClick(QApplication::focusWidget(), key);
    QVERIFY(!tree->findChild<QLineEdit *>() && !tree->findChild<QComboBox *>());
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    const auto isTold = [&] {
        const QString all = m_app->visibleTexts().join(u' ');
        return all.contains(u"can no longer be changed."_s) &&
               all.contains(u"You had typed: "_s + typed) != typed.isEmpty();
    };
    QVERIFY2(isTold(), qPrintable(m_app->visibleTexts().join(u' ')));
    m_app->session().reload(); // which alone takes nothing away
    QVERIFY(eventually([this] { return !m_app->session().isReloading(); }));
    QVERIFY2(isTold(), qPrintable(m_app->visibleTexts().join(u' ')));
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Down);
    QVERIFY(!isTold());
}

void TestKeyboard::aCommandLeavesTheKeysInTheOpenCell_data()
{
    QTest::addColumn<QString>("menus"); // the letters that lead to it, from the bar on
    QTest::addColumn<bool>("othersSave");
    QTest::newRow("presentation mode") << u"VM"_s << false;
    QTest::newRow("rows in another order") << u"VRN"_s << false;
    QTest::newRow("reload") << u"AR"_s << false;
    QTest::newRow("reload of other rows") << u"AR"_s << true;
    QTest::newRow("a menu that is only looked at") << u"V"_s << false;
}

void TestKeyboard::aCommandLeavesTheKeysInTheOpenCell()
{
    QFETCH(const QString, menus);
    QFETCH(const bool, othersSave);
    enter();
    const QPointer<QLineEdit> cell = openCell(u"Greeting"_s);
    QVERIFY(cell && cell->hasFocus());
    cell->selectAll();
    QTest::keyClicks(cell, u"Ciao"_s);
    if (othersSave) {
        QJsonArray settings = m_app->service().user(mrossi).value("settings"_L1).toArray();
        settings.removeAt(0);
        m_app->othersSave(u"settings"_s, settings);
    }
    QTest::keyClick(cell, Qt::Key(menus.at(0).unicode()), Qt::AltModifier);
    for (const QChar letter : menus.sliced(1))
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key(letter.unicode()));
    while (QWidget *menu = QApplication::activePopupWidget())
        QTest::keyClick(menu, Qt::Key_Escape);
    if (m_app->window().menuBar()->hasFocus())
        QTest::keyClick(m_app->window().menuBar(), Qt::Key_Escape);
    QVERIFY(eventually([this] { return !m_app->session().isReloading(); }));
    QTest::qWait(0); // what is queued
    const QPointer<QLineEdit> open = m_app->find<QTreeView>(u"Settings"_s)->findChild<QLineEdit *>();
    QVERIFY2(open && open->hasFocus(), qPrintable(QDebug::toString(QApplication::focusWidget())));
    QTest::keyClicks(open, u" Anna"_s);
    QCOMPARE(open->text(), u"Ciao Anna"_s);
    // Unless a click leads elsewhere.
    QTest::keyClick(open, Qt::Key_V, Qt::AltModifier);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QVERIFY(m_app->window().menuBar()->hasFocus() && open->isVisible());
    QTest::mouseClick(m_app->find<QLineEdit>(u"Filter"_s), Qt::LeftButton);
    QCOMPARE(m_app->saveText(), u"1 change"_s);
    QVERIFY(m_app->find<QLineEdit>(u"Filter"_s)->hasFocus() && !(open && open->isVisible()));
}

LANYARD_TEST(QApplication, TestKeyboard)

#include "tst_keyboard.moc"
