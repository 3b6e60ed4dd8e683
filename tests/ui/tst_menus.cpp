// The menus: which entries can be chosen, how they look, and the sheet that lists every key.
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "ui/common/fittingarea.h"
#include "ui/common/mnemonic.h"

#include <QAccessible>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QTableWidget>

#include <functional>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

class TestMenus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saveIsThereWhileThereIsSomethingToSave();
    void ctrlSSavesWhatIsHalfTyped();
    void noEntryHasAPicture();
    void theSheetNamesEveryKeyThatAPlaceTakes_data();
    void theSheetNamesEveryKeyThatAPlaceTakes();
    void theSheetNamesEveryShortcutOfTheWindow();
    void theSheetSaysNothingOfStates();
    void theSheetOpensWithNothingChosen();
    void theSheetShowsActionAndKeysBesideEachOther();
    void escapeGivesTheFocusBackThatAMenuTook_data();
    void escapeGivesTheFocusBackThatAMenuTook();
    void noWayThroughTheMenusLosesTheFocus_data();
    void noWayThroughTheMenusLosesTheFocus();
    void aMenuThatAKeyOpensBeginsAtItsFirstEntry();
    void aMenuOfAButtonThatAKeyOpensBeginsAtItsFirstEntry();
    void anEntrySaysThatItOpensAMenu();
    void anAmpersandThatIsShownIsReadToo();
    void aMenuThatIsHigherThanTheScreenScrolls();

private:
    QAction *entry(const QString &menu, const QString &text);
    QDialog *sheet();
    static QStringList keysOn(const QDialog &sheet, const QStringList &places);

    std::unique_ptr<AppFixture> m_app;
};

void TestMenus::init()
{
    m_app = std::make_unique<AppFixture>();
    m_app->start(mrossi);
    QVERIFY(m_app->signIn(u"lanyard"_s));
}

void TestMenus::cleanup()
{
    m_app.reset();
}

namespace {

QString plain(QString text)
{
    return text.remove(u'&');
}

QMenu *menuOf(const QMenuBar &bar, const QString &title)
{
    for (const QList<QAction *> actions = bar.actions(); const QAction *action : actions) {
        if (plain(action->text()) == title)
            return action->menu();
    }
    return nullptr;
}

// With its entries' own menus.
QStringList entriesWithPictures(const QMenu &menu)
{
    QStringList found;
    for (const QList<QAction *> actions = menu.actions(); const QAction *action : actions) {
        if (!action->icon().isNull())
            found << action->text();
        if (action->menu())
            found << entriesWithPictures(*action->menu());
    }
    return found;
}

} // namespace

QAction *TestMenus::entry(const QString &menu, const QString &text)
{
    for (const QList<QAction *> actions = menuOf(*m_app->window().menuBar(), menu)->actions();
         QAction * action : actions) {
        if (plain(action->text()) == text)
            return action;
    }
    QTest::qFail(qPrintable(u"no entry "_s + text), __FILE__, __LINE__);
    return nullptr;
}

QDialog *TestMenus::sheet()
{
    QTest::keyClick(&m_app->window(), Qt::Key_F1);
    return m_app->dialogCalled(u"Keyboard shortcuts"_s);
}

QStringList TestMenus::keysOn(const QDialog &sheet, const QStringList &places)
{
    QStringList keys;
    for (const QList<QTableWidget *> tables = sheet.findChildren<QTableWidget *>();
         const QTableWidget *table : tables) {
        for (int row = 0; row < table->rowCount(); ++row) {
            if (places.isEmpty() || places.contains(table->accessibleName()))
                keys << table->item(row, 1)->text().split(u", "_s);
        }
    }
    return keys;
}

void TestMenus::saveIsThereWhileThereIsSomethingToSave()
{
    const QStringList names{u"Save"_s, u"Review…"_s, u"Discard changes"_s};
    const auto enabled = [&] {
        QStringList found;
        for (const QString &name : names) {
            if (entry(u"Edit"_s, name)->isEnabled())
                found << name;
        }
        return found;
    };
    QCOMPARE(enabled(), QStringList());
    m_app->typeInto(u"City"_s, u"Torino"_s);
    QCOMPARE(enabled(), names);
    entry(u"Edit"_s, u"Save"_s)->trigger();
    QVERIFY(eventually([&] { return m_app->saveText() == "Saved"_L1; }));
    QCOMPARE(enabled(), QStringList());
    m_app->typeInto(u"City"_s, u"Milano"_s);
    m_app->typeInto(u"Birth date"_s, u"no date"_s); // to which a save leads
    entry(u"Edit"_s, u"Discard changes"_s)->trigger();
    QCOMPARE(enabled(), QStringList());
}

void TestMenus::ctrlSSavesWhatIsHalfTyped()
{
    m_app->goTo(2);
    m_app->typeInto(u"Filter"_s, u"greeting"_s);
    m_app->press(u"Edit value"_s);
    auto *cell = m_app->find<QTreeView>(u"Settings"_s)->findChild<QLineEdit *>();
    QVERIFY(cell);
    QVERIFY(eventually([cell] { return cell->hasFocus(); }));
    cell->selectAll();
    QTest::keyClicks(cell, u"Ciao"_s);
    QVERIFY(entry(u"Edit"_s, u"Save"_s)->isEnabled());
    QTest::keyClick(cell, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(eventually([&] { return m_app->saveText() == "Saved"_L1; }));
    QVERIFY(QJsonDocument(m_app->service().user(mrossi)).toJson().contains("Ciao"));
}

void TestMenus::noEntryHasAPicture()
{
    QVERIFY(QCoreApplication::testAttribute(Qt::AA_DontShowIconsInMenus)); // nor one of a theme
    QStringList found;
    for (const QList<QMenu *> menus = m_app->window().findChildren<QMenu *>(); const QMenu *menu : menus)
        found << entriesWithPictures(*menu);
    for (int page = 1; page < 3; ++page) {
        m_app->goTo(page);
        auto *list = m_app->find<QAbstractItemView>(page == 1 ? u"API keys"_s : u"Settings"_s);
        list->setFocus();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(list, &event);
        QVERIFY(eventually([] { return QApplication::activePopupWidget() != nullptr; }));
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        found << entriesWithPictures(*menu);
        menu->close();
    }
    QCOMPARE(found, QStringList());
}

void TestMenus::theSheetNamesEveryKeyThatAPlaceTakes_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QString>("widget");
    QTest::addColumn<QString>("place");
    QTest::newRow("list of keys") << 1 << u"API keys"_s << u"List of API keys"_s;
    QTest::newRow("list of settings") << 2 << u"Settings"_s << u"List of settings"_s;
    QTest::newRow("country") << 0 << u"Country"_s << u"Profile"_s;
    QTest::newRow("date") << 0 << u"Birth date"_s << u"Profile"_s;
}

// Of the keys that are neither movement nor text, which Qt's own widgets take.
void TestMenus::theSheetNamesEveryKeyThatAPlaceTakes()
{
    QFETCH(const int, page);
    QFETCH(const QString, widget);
    QFETCH(const QString, place);
    m_app->goTo(page);
    QList<QKeyCombination> candidates{Qt::SHIFT | Qt::Key_F10};
    for (int key = Qt::Key_F1; key <= Qt::Key_F12; ++key)
        candidates << QKeyCombination(static_cast<Qt::Key>(key));
    auto *list = m_app->findIfThere<QAbstractItemView>(widget);
    QWidget *target = list;
    if (!target)
        target = m_app->findIfThere<QComboBox>(widget);
    if (!target)
        target = m_app->find<QLineEdit>(widget);
    if (list)
        candidates << (Qt::CTRL | Qt::Key_C) << Qt::Key_Return << Qt::Key_Space << Qt::Key_Delete;
    else
        candidates << (Qt::ALT | Qt::Key_Down);
    QStringList taken;
    for (const QKeyCombination candidate : std::as_const(candidates)) {
        target->setFocus();
        QKeyEvent event(QEvent::KeyPress, candidate.key(), candidate.keyboardModifiers());
        QCoreApplication::sendEvent(target, &event);
        if (event.isAccepted())
            taken << QKeySequence(candidate).toString(QKeySequence::NativeText);
        while (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        m_app->window().setFocus();
    }
    QDialog *shown = sheet();
    QVERIFY(shown);
    const QStringList named = keysOn(*shown, {place, u"Everywhere"_s, u"Help"_s});
    for (const QString &key : std::as_const(taken))
        QVERIFY2(named.contains(key), qPrintable(key));
    QVERIFY(taken.contains(list ? "Shift+F10"_L1 : "F4"_L1));
    shown->reject();
}

void TestMenus::theSheetNamesEveryShortcutOfTheWindow()
{
    QDialog *shown = sheet();
    QVERIFY(shown);
    const QStringList named = keysOn(*shown, {});
    for (const QList<QAction *> actions = m_app->window().findChildren<QAction *>(); const QAction *action : actions) {
        for (const QList<QKeySequence> keys = action->shortcuts(); const QKeySequence &key : keys)
            QVERIFY2(named.contains(key.toString(QKeySequence::NativeText)), qPrintable(action->text()));
    }
    for (const QList<QShortcut *> all = m_app->window().findChildren<QShortcut *>(); const QShortcut *one : all)
        QVERIFY2(named.contains(one->key().toString(QKeySequence::NativeText)), qPrintable(one->key().toString()));
}

void TestMenus::theSheetSaysNothingOfStates()
{
    m_app->typeInto(u"City"_s, u"Torino"_s);
    QDialog *shown = sheet();
    QVERIFY(shown);
    QStringList actions;
    for (const auto tables = shown->findChildren<QTableWidget *>(); const QTableWidget *table : tables) {
        for (int row = 0; row < table->rowCount(); ++row)
            actions << table->item(row, 0)->text();
    }
    const QString all = actions.join(u'|');
    QVERIFY2(all.contains(u"mrossi at "_s) && !all.contains(u"unsaved changes"_s), qPrintable(all));
}

void TestMenus::theSheetOpensWithNothingChosen()
{
    QDialog *shown = sheet();
    QVERIFY(shown);
    auto *area = shown->findChild<FittingArea *>();
    // Somebody may listen for accessibility by now, from a test before this one: then a table has the focus.
    QVERIFY(eventually([area] { return area->hasFocus() || QAccessible::isActive(); }));
    shown->resize(shown->width(), 300); // as with large text on a small screen
    QVERIFY(eventually([area] { return area->verticalScrollBar()->maximum() > 0; }));
    QTest::keyClick(area, Qt::Key_PageDown);
    QVERIFY(eventually([area] { return area->verticalScrollBar()->value() > 0; }));
    // Once the columns have found their widths, which they do after the window.
    QVERIFY(eventually([area] { return area->horizontalScrollBar()->maximum() == 0; }));
}

namespace {

// By the keys, in their column.
int heightNeeded(const QTableWidget &table, int row)
{
    const QRect room(0, 0, table.columnWidth(1), QWIDGETSIZE_MAX);
    return table.fontMetrics().boundingRect(room, Qt::TextWordWrap, table.item(row, 1)->text()).height();
}

} // namespace

// With large text on a small screen.
void TestMenus::theSheetShowsActionAndKeysBesideEachOther()
{
    QDialog *shown = sheet();
    QVERIFY(shown);
    const int narrow = shown->fontMetrics().horizontalAdvance(u'x') * 40;
    shown->resize(narrow, 300);
    const auto isReadable = [shown] {
        const auto tables = shown->findChildren<QTableWidget *>();
        return std::all_of(tables.begin(), tables.end(), [](const QTableWidget *table) {
            bool isWhole = table->horizontalHeader()->length() <= table->viewport()->width();
            for (int row = 0; row < table->rowCount(); ++row)
                isWhole = isWhole && table->rowHeight(row) >= heightNeeded(*table, row);
            return isWhole && table->viewport()->height() >= table->verticalHeader()->length();
        });
    };
    COMPARE_EVENTUALLY(shown->width(), narrow);
    VERIFY_EVENTUALLY(isReadable());
    QCOMPARE(shown->findChild<FittingArea *>()->horizontalScrollBar()->maximum(), 0);
}

void TestMenus::escapeGivesTheFocusBackThatAMenuTook_data()
{
    QTest::addColumn<int>("letter");
    for (const char letter : {'A', 'E', 'V', 'H'})
        QTest::addRow("Alt+%c", letter) << int(letter);
}

void TestMenus::escapeGivesTheFocusBackThatAMenuTook()
{
    QFETCH(const int, letter);
    auto *city = m_app->find<QLineEdit>(u"City"_s);
    AppFixture::scrollTo(city);
    city->setFocus();
    QVERIFY(eventually([city] { return city->hasFocus(); }));
    QTest::keyClick(city, static_cast<Qt::Key>(letter), Qt::AltModifier);
    QVERIFY(eventually([] { return QApplication::activePopupWidget() != nullptr; }));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QVERIFY(eventually([] { return !QApplication::activePopupWidget(); }));
    if (!city->hasFocus())
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY2(eventually([city] { return city->hasFocus(); }),
             QApplication::focusWidget() ? QApplication::focusWidget()->metaObject()->className() : "none");
}

void TestMenus::noWayThroughTheMenusLosesTheFocus_data()
{
    QTest::addColumn<QStringList>("keys");
    const QString escape = u"Esc"_s;
    for (const char *menu : {"Alt+A", "Alt+E", "Alt+V", "Alt+H"}) {
        const QString key = QString::fromLatin1(menu);
        QTest::addRow("%s, left and opened again", menu) << QStringList{key, escape, key, escape, escape};
        QTest::addRow("%s, the next menu", menu) << QStringList{key, u"Right"_s, escape, u"Alt+E"_s, escape, escape};
    }
    QTest::newRow("a dialog") << QStringList{u"Alt+A"_s, u"P"_s, u"dialog"_s};
    QTest::newRow("a dialog after Escape") << QStringList{u"Alt+A"_s, escape, u"Alt+A"_s, u"P"_s, u"dialog"_s};
    QTest::newRow("a dialog after another menu") << QStringList{u"Alt+V"_s, escape, u"Alt+H"_s, u"K"_s, u"dialog"_s};
    QTest::newRow("a dialog after two") << QStringList{u"Alt+E"_s, escape, u"Alt+V"_s, escape,
                                                       u"Alt+A"_s, u"P"_s, u"dialog"_s};
    QTest::newRow("Escape and letters") << QStringList{u"Alt+A"_s, escape, u"Down"_s, escape, escape};
    QTest::newRow("the list of accounts")
        << QStringList{u"Alt+A"_s, escape, u"Alt+A"_s, u"Right"_s, escape, escape, escape};
    QTest::newRow("a click elsewhere") << QStringList{u"Alt+A"_s, escape, u"Alt+A"_s, u"click"_s};
    QTest::newRow("a click in the bar") << QStringList{u"Alt+A"_s, escape, u"bar"_s, u"Alt+E"_s, escape, escape};
    QTest::newRow("a click on a menu") << QStringList{u"bar"_s, escape, u"Alt+A"_s, escape, escape};
}

void TestMenus::noWayThroughTheMenusLosesTheFocus()
{
    QFETCH(const QStringList, keys);
    auto *city = m_app->find<QLineEdit>(u"City"_s);
    AppFixture::scrollTo(city);
    city->setFocus();
    QVERIFY(eventually([city] { return city->hasFocus(); }));
    for (const QString &key : keys) {
        QWidget *popup = QApplication::activePopupWidget();
        QWidget *target = popup ? popup : QApplication::focusWidget();
        QVERIFY2(target, qPrintable(key));
        if (key == "dialog"_L1) {
            QVERIFY(eventually([] { return QApplication::activeModalWidget() && !QApplication::activePopupWidget(); }));
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            QVERIFY(becomesActive(dialog));
            dialog->reject();
            QVERIFY(becomesActive(&m_app->window()));
        } else if (key == "click"_L1) {
            QTest::mouseClick(popup, Qt::LeftButton, {}, QPoint(popup->width() + 50, popup->height() + 50));
        } else if (key == "bar"_L1) {
            QMenuBar *bar = m_app->window().menuBar();
            QTest::mouseClick(bar, Qt::LeftButton, {}, bar->actionGeometry(bar->actions().first()).center());
        } else {
            const QKeyCombination one = QKeySequence(key)[0];
            QTest::keyClick(target, one.key(), one.keyboardModifiers());
        }
        QCoreApplication::processEvents();
    }
    QVERIFY2(eventually([city] { return city->hasFocus() && !QApplication::activePopupWidget(); }),
             QApplication::focusWidget() ? QApplication::focusWidget()->metaObject()->className() : "none");
}

// As after Down: in tables, trees, fields and the sidebar. Not one that is opened with the mouse.
void TestMenus::aMenuThatAKeyOpensBeginsAtItsFirstEntry()
{
    for (const auto &[page, name] : {std::pair(1, u"API keys"_s), std::pair(2, u"Settings"_s), std::pair(0, u"City"_s),
                                     std::pair(0, u"Notes"_s), std::pair(0, u"Country"_s)}) {
        m_app->goTo(page);
        QWidget *target = m_app->findIfThere<QAbstractItemView>(name);
        target = target ? target : m_app->findIfThere<QComboBox>(name);
        target = target ? target : m_app->findIfThere<QLineEdit>(name);
        target = target ? target : m_app->find<QPlainTextEdit>(name);
        for (const bool isByKey : {true, false}) {
            target->setFocus();
            QVERIFY(eventually([target] { return target->hasFocus(); }));
            if (isByKey) {
                QTest::keyClick(target, Qt::Key_F10, Qt::ShiftModifier);
            } else {
                auto *list = qobject_cast<QAbstractItemView *>(target);
                auto *area = qobject_cast<QAbstractScrollArea *>(target);
                QWidget *pressed = area ? area->viewport() : target;
                const QPoint place = list ? list->visualRect(list->currentIndex()).center() : pressed->rect().center();
                QContextMenuEvent event(QContextMenuEvent::Mouse, place, pressed->mapToGlobal(place));
                QCoreApplication::sendEvent(pressed, &event);
            }
            QVERIFY2(eventually([] { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }),
                     qPrintable(name + (isByKey ? u" by key"_s : u" by mouse"_s)));
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QCoreApplication::processEvents();
            const QAction *first = menu->activeAction();
            QVERIFY2((first && first->isEnabled()) == isByKey, qPrintable(name));
            for (const QList<QAction *> all = menu->actions(); const QAction *one : all) {
                if (!isByKey || one == first)
                    break;
                QVERIFY2(one->isSeparator() || !one->isEnabled(), qPrintable(name + u": "_s + one->text()));
            }
            menu->close();
            VERIFY_EVENTUALLY(!QApplication::activePopupWidget());
        }
    }
}

// Null if it does not stay open.
static QMenu *menuAfter(QPushButton &button, const std::function<void()> &press)
{
    const auto menu = [] { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); };
    button.setFocus();
    if (!eventually([&button] { return button.hasFocus(); }))
        return nullptr;
    press();
    if (!eventually(menu))
        return nullptr;
    QCoreApplication::processEvents();
    return menu();
}

// Of every button there is that opens one, however it is pressed.
void TestMenus::aMenuOfAButtonThatAKeyOpensBeginsAtItsFirstEntry()
{
    QStringList tried;
    for (const int page : {0, 1, 2}) {
        m_app->goTo(page);
        for (const auto buttons = m_app->window().findChildren<QPushButton *>(); QPushButton * button : buttons) {
            if (!button->isVisible() || !button->isEnabled() ||
                !QAccessible::queryAccessibleInterface(button)->state().hasPopup)
                continue;
            tried << AppFixture::nameOf(button);
            const QList<std::function<void()>> ways{
                [button] { QTest::keyClick(button, Qt::Key_Space); },
                [button] { QTest::keyClick(button, button->shortcut().isEmpty() ? Qt::Key_Space : Qt::Key_Return); },
                [button] {
                    if (button->shortcut().isEmpty())
                        return QTest::keyClick(button, Qt::Key_Space);
                    const QKeyCombination key = button->shortcut()[0];
                    QTest::keyClick(button->window(), key.key(), key.keyboardModifiers());
                },
                [button] { QTest::mouseClick(button, Qt::LeftButton); }};
            for (qsizetype way = 0; way < ways.size(); ++way) {
                AppFixture::scrollTo(button);
                QMenu *menu = menuAfter(*button, ways.at(way));
                // A slow window manager that makes the window active only now closes it.
                menu = menu ? menu : menuAfter(*button, ways.at(way));
                QVERIFY2(menu, qPrintable(tried.last() + QString::number(way)));
                const bool isByMouse = way + 1 == ways.size();
                QVERIFY2(bool(menu->activeAction()) != isByMouse, qPrintable(tried.last() + QString::number(way)));
                menu->close();
                VERIFY_EVENTUALLY(!QApplication::activePopupWidget());
            }
        }
    }
    for (const QString &name : {u"Accounts"_s, u"Change picture"_s, u"Tools"_s, u"Copy as"_s, u"More"_s})
        QVERIFY2(tried.contains(name), qPrintable(tried.join(u", ")));
}

void TestMenus::anEntrySaysThatItOpensAMenu()
{
    const QMenu *view = menuOf(*m_app->window().menuBar(), u"View"_s);
    QAccessibleInterface *menu = QAccessible::queryAccessibleInterface(const_cast<QMenu *>(view));
    QVERIFY(menu);
    QStringList opening;
    for (int i = 0; i < menu->childCount(); ++i) {
        QAccessibleInterface *one = menu->child(i);
        QVERIFY(one);
        QCOMPARE(menu->indexOfChild(one), i);
        if (one->state().hasPopup)
            opening << one->text(QAccessible::Name);
    }
    QCOMPARE(opening, QStringList({u"Sort API keys by"_s, u"API key columns"_s, u"Sort settings by"_s}));
}

// Of an account, say, whose user is called so.
void TestMenus::anAmpersandThatIsShownIsReadToo()
{
    QCOMPARE(withoutMnemonic(u"&Save"_s), u"Save"_s);
    QCOMPARE(withoutMnemonic(u"Sa&ve as…"_s), u"Save as…"_s);
    QCOMPARE(withoutMnemonic(u"R&&D, &Berlin"_s), u"R&D, Berlin"_s);
    QCOMPARE(withoutMnemonic(u"A &"_s), u"A &"_s);
    QCOMPARE(withoutMnemonic({}), QString());
}

void TestMenus::aMenuThatIsHigherThanTheScreenScrolls()
{
    QMenu menu;
    for (int i = 0; i < 200; ++i)
        menu.addAction(QString::number(i));
    menu.popup({});
    QVERIFY(eventually([&] { return menu.isVisible(); }));
    QCOMPARE(menu.actionGeometry(menu.actions().constLast()).left(),
             menu.actionGeometry(menu.actions().constFirst()).left());
}

LANYARD_TEST(QApplication, TestMenus)

#include "tst_menus.moc"
