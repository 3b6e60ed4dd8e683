// What a cell of the settings shows and how it is changed there: dates in the user's form, switches, and what
// presentation mode keeps hidden.
#include "core/base/text.h"
#include "core/models/settingsmodel.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "ui/common/calendarpopup.h"
#include "ui/settings/settingdelegate.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

class TestSettingCells : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void aDateIsTypedAsItIsShown_data();
    void aDateIsTypedAsItIsShown();
    void aDateThatIsOnlyLookedAtIsNotSaved_data();
    void aDateThatIsOnlyLookedAtIsNotSaved();
    void aDayIsChosenInTheCalendar_data();
    void aDayIsChosenInTheCalendar();
    void theCalendarIsFoundAndLeftByKeys();
    void aClickOnItsBoxSwitches_data();
    void aClickOnItsBoxSwitches();
    void aSwitchIsSeenAndHeard();
    void onlyWhatHoldsRowsSaysWhetherItIsOpen();
    void noEditorShowsASecretInPresentationMode_data();
    void noEditorShowsASecretInPresentationMode();
    void presentationModeClosesWhatShowsASecret_data();
    void presentationModeClosesWhatShowsASecret();
    void aKnownSecretIsNotShownAsItIsEntered_data();
    void aKnownSecretIsNotShownAsItIsEntered();
    void linesWithAKnownSecretAreTakenOutOfSight_data();
    void linesWithAKnownSecretAreTakenOutOfSight();
    void aKnownSecretIsNowhereInPresentationMode();
    void anUnsavedPasswordIsASecretEverywhere();
    void aPartOfASecretIsNotShownByTheFilter_data();
    void aPartOfASecretIsNotShownByTheFilter();
    void whatIsSearchedForIsMaskedWhenItBecomesAKey();
    void whatWasSaidIsMaskedWhenPresentationBegins();
    void whatWasTypedIntoAGoneSettingIsMaskedToo();
    void linesOfAGoneSettingWaitForTheEndOfPresentationMode();
    void whatPresentationModeHidesIsNeverSaved();
    void whatIsTypedWhilePresentingIsSavedWhole_data();
    void whatIsTypedWhilePresentingIsSavedWhole();
    void aMaskIsNotSelectedOrCopied();
    void anEditorIsInSightInLargeText_data();
    void anEditorIsInSightInLargeText();
    void whatIsWrongWithJsonIsMarked();
    void aCellInUseIsFramedAndARefusedOneMarked();
    void aRefusedValueIsMarkedOnce();

private:
    static QJsonObject setting(int id, const QString &name, const QString &type, const QString &value)
    {
        return {{u"id"_s, id},     {u"category"_s, u"Kind"_s}, {u"name"_s, name},
                {u"type"_s, type}, {u"value"_s, value},        {u"readOnly"_s, false}};
    }
    void begin(const QList<QJsonObject> &settings, const QString &locale = u"en_US"_s, const QJsonObject &others = {})
    {
        QLocale::setDefault(QLocale(locale));
        m_app = std::make_unique<AppFixture>();
        QJsonObject user = m_app->service().user(u"mrossi"_s);
        QJsonArray all;
        for (const QJsonObject &one : settings)
            all.append(one);
        user.insert(u"settings"_s, all);
        for (auto member = others.begin(); member != others.end(); ++member)
            user.insert(member.key(), member.value());
        QVERIFY(m_app->service().setUser(u"mrossi"_s, user));
        m_app->start(u"mrossi"_s);
        QVERIFY(m_app->signIn(u"lanyard"_s));
        m_app->goTo(2);
        m_tree = m_app->find<QTreeView>(u"Settings"_s);
        QVERIFY(m_tree);
    }
    [[nodiscard]] QString held(int id)
    {
        return User(m_app->service().user(u"mrossi"_s)).valueAt(Path::setting(QString::number(id))).toString();
    }
    [[nodiscard]] QModelIndex value(const QString &name)
    {
        const QModelIndexList found = m_tree->model()->match(m_tree->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                                             Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.first().siblingAtColumn(SettingsModel::Value);
    }
    void choose(const QString &name)
    {
        m_tree->setCurrentIndex(value(name).siblingAtColumn(SettingsModel::Name));
        m_tree->setFocus();
    }
    [[nodiscard]] QLineEdit *open(const QString &name)
    {
        choose(name);
        QTest::keyClick(m_tree, Qt::Key_F2);
        return editor();
    }
    [[nodiscard]] QLineEdit *editor() { return m_tree->viewport()->findChild<QLineEdit *>(); }
    [[nodiscard]] bool isClosed()
    {
        return eventually(
            [this] { return !m_tree->viewport()->findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly); });
    }
    [[nodiscard]] bool isSaved()
    {
        QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
        return eventually([this] { return m_app->saveText() == "Saved"_L1; });
    }
    [[nodiscard]] bool says(const QString &text)
    {
        return eventually([&] { return m_app->visibleTexts().join(u' ').contains(text); });
    }
    // The middle of the box that the style paints at the beginning of the cell.
    [[nodiscard]] QPoint boxOf(const QString &name)
    {
        const QRect cell = m_tree->visualRect(value(name));
        const int inside = m_tree->style()->pixelMetric(QStyle::PM_IndicatorWidth) / 2 + 4;
        return {m_tree->isRightToLeft() ? cell.right() - inside : cell.left() + inside, cell.center().y()};
    }
    // As the window system sends it; Qt Test's has no press before.
    void doubleClick(const QPoint &place)
    {
        QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(m_tree->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseRelease(m_tree->viewport(), Qt::LeftButton, {}, place);
    }
    [[nodiscard]] QImage pictureOf(const QString &name)
    {
        return m_tree->viewport()->grab(m_tree->visualRect(value(name))).toImage();
    }
    // Whatever the window has as text: labels, fields, cells.
    [[nodiscard]] bool isAnywhere(const QString &text)
    {
        const auto edits = m_app->window().findChildren<QLineEdit *>();
        const bool isInLine = std::any_of(
            edits.begin(), edits.end(), [&text](const QLineEdit *edit) { return edit->displayText().contains(text); });
        const auto areas = m_app->window().findChildren<QPlainTextEdit *>();
        const bool isInArea = std::any_of(areas.begin(), areas.end(), [&text](const QPlainTextEdit *area) {
            return area->isVisible() && area->toPlainText().contains(text);
        });
        return isInLine || isInArea || m_app->visibleTexts().join(u' ').contains(text);
    }
    // By a screen reader that walks down the tree.
    [[nodiscard]] static bool isFoundFrom(QAccessibleInterface *parent, const QObject *wanted)
    {
        if (!parent || parent->object() == wanted)
            return parent;
        for (int i = 0; i < parent->childCount(); ++i) {
            if (isFoundFrom(parent->child(i), wanted))
                return true;
        }
        return false;
    }
    [[nodiscard]] static CalendarPopup *calendar()
    {
        return qobject_cast<CalendarPopup *>(QApplication::activePopupWidget());
    }

    std::unique_ptr<AppFixture> m_app;
    QTreeView *m_tree = nullptr;
    QFont m_font;
};

void TestSettingCells::initTestCase()
{
    qputenv("TZ", "Europe/Berlin");
    tzset();
    m_font = QApplication::font();
}

void TestSettingCells::cleanup()
{
    m_app.reset();
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QApplication::setFont(m_font);
    QLocale::setDefault(QLocale::c());
}

void TestSettingCells::aDateIsTypedAsItIsShown_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("saved");
    const auto row = [](const char *locale, const char *stored, const QString &typed, const char *saved) {
        QTest::addRow("%s %s", locale, stored)
            << QString::fromLatin1(locale) << QString::fromLatin1(stored) << typed << QString::fromLatin1(saved);
    };
    row("de_DE", "2024-08-26T05:00:00.0000000Z", u"27.12.2024 07:30"_s, "2024-12-27T06:30:00.0000000Z");
    row("en_US", "2024-08-26T07:00:00+02:00", u"12/27/2024 7:30 AM"_s, "2024-12-27T07:30:00+01:00");
    row("ar_EG", "2024-08-26T05:00:00Z", u"٢٧/١٢/٢٠٢٤ ٧:٣٠ ص"_s, "2024-12-27T06:30:00Z");
    row("it_IT", "2024-08-26T05:00:00Z", u"2024-12-27T06:30:00Z"_s, "2024-12-27T06:30:00Z");
}

void TestSettingCells::aDateIsTypedAsItIsShown()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, stored);
    QFETCH(const QString, typed);
    QFETCH(const QString, saved);
    begin({setting(1, u"When"_s, u"DateTimeOffset"_s, stored)}, locale);
    const QString shown = value(u"When"_s).data().toString();
    QVERIFY2(shown != stored, qPrintable(shown));
    QLineEdit *edit = open(u"When"_s);
    QVERIFY(edit);
    QCOMPARE(edit->text(), shown);
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    for (const QChar c : typed)
        QTest::sendKeyEvent(QTest::Click, edit, Qt::Key_unknown, QString(c), Qt::NoModifier);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(isClosed());
    QVERIFY(isSaved());
    QCOMPARE(held(1), saved);
    QVERIFY(value(u"When"_s).data().toString() != shown);
}

void TestSettingCells::aDateThatIsOnlyLookedAtIsNotSaved_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"Enter", "Esc", "pasted over", "a character and Backspace", "another row"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void TestSettingCells::aDateThatIsOnlyLookedAtIsNotSaved()
{
    QFETCH(const QString, way);
    const QString stored = u"2024-08-26 07:00:30.1234567-0730"_s;
    begin({setting(1, u"When"_s, u"DateTime"_s, stored), setting(2, u"X"_s, u"String"_s, u"x"_s)}, u"de_DE"_s);
    QLineEdit *edit = open(u"When"_s);
    QVERIFY(edit);
    QCOMPARE(edit->text(), u"26.08.2024 16:30:30.1234567"_s);
    if (way == "pasted over"_L1) {
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_C, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
    } else if (way.startsWith("a character"_L1)) {
        QTest::keyClick(edit, Qt::Key_End);
        QTest::keyClick(edit, Qt::Key_5);
        QTest::keyClick(edit, Qt::Key_Backspace);
    }
    if (way == "another row"_L1)
        QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, m_tree->visualRect(value(u"X"_s)).center());
    else
        QTest::keyClick(edit, way == "Esc"_L1 ? Qt::Key_Escape : Qt::Key_Return);
    QVERIFY(isClosed());
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    // Another setting's save sends it as it was written.
    edit = open(u"X"_s);
    QTest::keyClicks(edit, u"y"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(isClosed());
    QVERIFY(isSaved());
    QCOMPARE(held(1), stored);
    QVERIFY(held(2).contains(u'y'));
}

void TestSettingCells::aDayIsChosenInTheCalendar_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("saved");
    QTest::newRow("a date") << u"DateOnly"_s << u"2024-08-26"_s << u"F4"_s << u"2024-08-27"_s;
    QTest::newRow("a moment") << u"DateTime"_s << u"2024-08-26T22:30:00Z"_s << u"Alt+Down"_s
                              << u"2024-08-27T22:30:00Z"_s;
    QTest::newRow("by the button") << u"DateTime"_s << u"2024-08-26T07:00:00"_s << u"button"_s
                                   << u"2024-08-27T07:00:00"_s;
}

void TestSettingCells::aDayIsChosenInTheCalendar()
{
    QFETCH(const QString, type);
    QFETCH(const QString, stored);
    QFETCH(const QString, way);
    QFETCH(const QString, saved);
    begin({setting(1, u"When"_s, type, stored)}, u"de_DE"_s);
    QPointer<QLineEdit> edit = open(u"When"_s);
    QVERIFY(edit);
    const QString before = edit->text();
    QVERIFY(edit->width() > edit->fontMetrics().horizontalAdvance(before + u"00"_s)); // whole, beside the button
    if (way == "F4"_L1)
        QTest::keyClick(edit, Qt::Key_F4);
    else if (way == "Alt+Down"_L1)
        QTest::keyClick(edit, Qt::Key_Down, Qt::AltModifier);
    else
        edit->actions().constFirst()->trigger();
    QVERIFY(calendar());
    QTest::keyClick(calendar()->focusWidget(), Qt::Key_Right);
    QTest::keyClick(calendar()->focusWidget(), Qt::Key_Return);
    QVERIFY(eventually([] { return !calendar(); }));
    QVERIFY(edit);
    QVERIFY(eventually([&edit] { return edit->hasFocus(); }));
    const QString after = edit->text();
    QVERIFY(after != before);
    QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(edit->text(), before);
    edit->redo();
    QCOMPARE(edit->text(), after);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(isClosed());
    QVERIFY(isSaved());
    QCOMPARE(held(1), saved);
}

void TestSettingCells::theCalendarIsFoundAndLeftByKeys()
{
    begin({setting(1, u"When"_s, u"DateOnly"_s, u"2024-08-26"_s), setting(2, u"Text"_s, u"String"_s, u"2024-08-26"_s)});
    QPointer<QLineEdit> edit = open(u"When"_s);
    QVERIFY(edit);
    QTest::keyClick(edit, Qt::Key_F4);
    auto *button = edit->findChild<QToolButton *>();
    QVERIFY(button);
    QCOMPARE(QAccessible::queryAccessibleInterface(button)->text(QAccessible::Name), u"Calendar for When"_s);
    QVERIFY(calendar());
    QCOMPARE(calendar()->selectedDate(), QDate(2024, 8, 26));
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(calendar());
    QVERIFY(access);
    QVERIFY(isFoundFrom(QAccessible::queryAccessibleInterface(&m_app->window()), calendar()));
    QCOMPARE(access->role(), QAccessible::Dialog);
    QVERIFY(access->text(QAccessible::Name).contains(u"When"));
    QTest::keyClick(calendar()->focusWidget(), Qt::Key_Escape);
    QVERIFY(eventually([] { return !calendar(); }));
    QVERIFY(edit && edit->hasFocus());
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(isClosed());
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    QLineEdit *text = open(u"Text"_s);
    QVERIFY(text);
    QTest::keyClick(text, Qt::Key_F4);
    QVERIFY(!calendar());
}

void TestSettingCells::aClickOnItsBoxSwitches_data()
{
    QTest::addColumn<bool>("isRightToLeft");
    QTest::newRow("left to right") << false;
    QTest::newRow("right to left") << true;
}

void TestSettingCells::aClickOnItsBoxSwitches()
{
    QFETCH(const bool, isRightToLeft);
    QApplication::setLayoutDirection(isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    QJsonObject locked = setting(3, u"Locked"_s, u"Boolean"_s, u"True"_s);
    locked.insert(u"readOnly"_s, true);
    begin({setting(1, u"Switch"_s, u"Boolean"_s, u"True"_s), setting(2, u"Text"_s, u"String"_s, u"x"_s), locked});
    // Beside the box it only selects the row.
    choose(u"Text"_s);
    const QRect cell = m_tree->visualRect(value(u"Switch"_s));
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(value(u"Switch"_s).data(Qt::EditRole).toString(), u"True"_s);
    for (const QString &after : {u"False"_s, u"True"_s, u"False"_s}) {
        QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, boxOf(u"Switch"_s));
        QCOMPARE(value(u"Switch"_s).data(Qt::EditRole).toString(), after);
        QVERIFY(isClosed());
    }
    // Pressed there and let go elsewhere, or with another button
    QTest::mousePress(m_tree->viewport(), Qt::LeftButton, {}, boxOf(u"Switch"_s));
    QTest::mouseRelease(m_tree->viewport(), Qt::LeftButton, {}, boxOf(u"Text"_s));
    QTest::mouseClick(m_tree->viewport(), Qt::MiddleButton, {}, boxOf(u"Switch"_s));
    // Two quick clicks
    doubleClick(boxOf(u"Switch"_s));
    QVERIFY(isClosed());
    QCOMPARE(value(u"Switch"_s).data(Qt::EditRole).toString(), u"False"_s);
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, boxOf(u"Locked"_s));
    QCOMPARE(value(u"Locked"_s).data(Qt::EditRole).toString(), u"True"_s);
    // While another setting is being edited
    QLineEdit *edit = open(u"Text"_s);
    QVERIFY(edit);
    QTest::keyClicks(edit, u"y"_s);
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, boxOf(u"Switch"_s));
    QCOMPARE(value(u"Switch"_s).data(Qt::EditRole).toString(), u"True"_s);
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, boxOf(u"Switch"_s));
    QVERIFY(isSaved());
    QCOMPARE(held(1), u"False"_s);
    QCOMPARE(held(3), u"True"_s);
}

void TestSettingCells::aSwitchIsSeenAndHeard()
{
    begin({setting(1, u"Switch"_s, u"Boolean"_s, u"true"_s), setting(2, u"Words"_s, u"String"_s, u"true"_s),
           setting(3, u"Neither"_s, u"Boolean"_s, u"maybe"_s), setting(4, u"Off"_s, u"Boolean"_s, u"false"_s)});
    choose(u"Neither"_s);
    QVERIFY(pictureOf(u"Switch"_s) != pictureOf(u"Words"_s)); // the same text, and a box
    QAccessibleInterface *tree = QAccessible::queryAccessibleInterface(m_tree);
    QVERIFY(tree && tree->tableInterface());
    const auto cell = [this, tree](const QString &name) {
        for (int i = 0; i < tree->childCount(); ++i) {
            QAccessibleInterface *child = tree->child(i);
            if (child &&
                child->rect().topLeft() == m_tree->viewport()->mapToGlobal(m_tree->visualRect(value(name)).topLeft()))
                return child;
        }
        return static_cast<QAccessibleInterface *>(nullptr);
    };
    QVERIFY(cell(u"Switch"_s));
    QVERIFY(cell(u"Switch"_s)->state().checkable);
    QVERIFY(cell(u"Switch"_s)->state().checked);
    QVERIFY(cell(u"Off"_s)->state().checkable);
    QVERIFY(!cell(u"Off"_s)->state().checked);
    QVERIFY(!cell(u"Words"_s)->state().checkable);
    QVERIFY(!cell(u"Neither"_s)->state().checkable);
    choose(u"Switch"_s);
    QTest::keyClick(m_tree, Qt::Key_Space);
    QVERIFY(!cell(u"Switch"_s)->state().checked);
    QVERIFY2(cell(u"Switch"_s)->text(QAccessible::Description).contains(u"check box"),
             qPrintable(cell(u"Switch"_s)->text(QAccessible::Description)));
    // Open, its box does not stand in the colour of a selected cell.
    const auto edge = [this] {
        const QRect place = m_tree->visualRect(value(u"Switch"_s));
        return m_tree->viewport()->grab().toImage().pixelColor(place.left() + 1, place.center().y());
    };
    const QColor selected = edge();
    m_app->press(u"Edit value"_s);
    VERIFY_EVENTUALLY(edge() != selected);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    VERIFY_EVENTUALLY(edge() == selected);
}

// A screen reader would call each setting expanded.
void TestSettingCells::onlyWhatHoldsRowsSaysWhetherItIsOpen()
{
    begin({setting(1, u"Switch"_s, u"Boolean"_s, u"true"_s), setting(2, u"Words"_s, u"String"_s, u"true"_s)});
    QAccessibleTableInterface *table = QAccessible::queryAccessibleInterface(m_tree)->tableInterface();
    const auto isOpenable = [this](const QModelIndex &row) { return m_tree->model()->hasChildren(row); };
    const auto check = [&](bool isOpen) {
        int line = 0;
        for (QModelIndex row = m_tree->model()->index(0, 0); row.isValid(); row = m_tree->indexBelow(row)) {
            const QAccessible::State state = table->cellAt(line++, 0)->state();
            QVERIFY2(bool(state.expandable) == isOpenable(row), qPrintable(row.data().toString()));
            QVERIFY2(bool(state.expanded) == (isOpen && isOpenable(row)), qPrintable(row.data().toString()));
        }
        QVERIFY(isOpen ? line > 2 : line > 0);
    };
    check(true);
    m_tree->collapseAll();
    check(false);
    m_tree->expandAll();
    check(true);
}

void TestSettingCells::noEditorShowsASecretInPresentationMode_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("stored");
    QTest::newRow("address") << u"Url"_s << u"https://u:canary@h.example/"_s;
    QTest::newRow("connection") << u"String"_s << u"Server=x;Password=canary;User=y"_s;
    QTest::newRow("JSON") << u"Json"_s << u"{\"password\": \"canary\"}"_s;
    QTest::newRow("lines") << u"String"_s << u"a\ntoken=canary"_s;
}

void TestSettingCells::noEditorShowsASecretInPresentationMode()
{
    QFETCH(const QString, type);
    QFETCH(const QString, stored);
    begin({setting(1, u"Tried"_s, type, stored), setting(2, u"Text"_s, u"String"_s, u"x"_s)});
    m_app->window().presentationMode().trigger();
    const QList<std::function<void()>> ways{[this] { QTest::keyClick(m_tree, Qt::Key_F2); },
                                            [this] { QTest::keyClick(m_tree, Qt::Key_Return); },
                                            [this] { m_app->press(u"Edit value"_s); },
                                            [this] { doubleClick(m_tree->visualRect(value(u"Tried"_s)).center()); }};
    for (const auto &tries : ways) {
        choose(u"Text"_s);
        choose(u"Tried"_s);
        tries();
        QVERIFY(isClosed());
        QCoreApplication::processEvents(); // a dialog is opened later
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(!isAnywhere(u"canary"_s));
        QVERIFY2(says(u"presentation mode off"_s), qPrintable(QString::number(&tries - &ways.front())));
    }
    QLineEdit *edit = open(u"Text"_s);
    QVERIFY(edit && edit->isVisible());
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(isClosed());
    m_app->window().presentationMode().trigger();
    choose(u"Tried"_s);
    QTest::keyClick(m_tree, Qt::Key_F2);
    QVERIFY(eventually([this] { return isAnywhere(u"canary"_s); }));
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestSettingCells::presentationModeClosesWhatShowsASecret_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("typed");
    QTest::newRow("a line") << u"Url"_s << u"https://u:canary@h.example/"_s << u"https://u:canary@i.example/"_s;
    QTest::newRow("a secret that is typed") << u"Url"_s << u"https://h.example/"_s << u"https://u:canary@i.example/"_s;
    QTest::newRow("JSON") << u"Json"_s << u"{\"password\": \"canary\"}"_s << u"{\"password\": \"canary2\"}"_s;
}

void TestSettingCells::presentationModeClosesWhatShowsASecret()
{
    QFETCH(const QString, type);
    QFETCH(const QString, stored);
    QFETCH(const QString, typed);
    begin({setting(1, u"Tried"_s, type, stored)});
    choose(u"Tried"_s);
    QTest::keyClick(m_tree, Qt::Key_F2);
    if (type == "Json"_L1) {
        QVERIFY(eventually([] { return QApplication::activeModalWidget(); }));
        QApplication::activeModalWidget()->findChild<QPlainTextEdit *>()->setPlainText(typed);
    } else {
        editor()->setText(typed);
    }
    QVERIFY(isAnywhere(u"canary"_s));
    m_app->window().presentationMode().trigger();
    QVERIFY(eventually([this] { return !isAnywhere(u"canary"_s); }));
    QVERIFY(isClosed());
    QVERIFY(!QApplication::activeModalWidget());
    QCOMPARE(value(u"Tried"_s).data(Qt::EditRole).toString(), typed); // nothing is lost
    QVERIFY(becomesActive(&m_app->window()));
    QVERIFY(isSaved());
    QCOMPARE(held(1), typed);
}

static QJsonObject holdingKey(const QString &key)
{
    return {{u"apiKeys"_s, QJsonArray{QJsonObject{{u"id"_s, u"1"_s}, {u"name"_s, u"CI"_s}, {u"key"_s, key}}}}};
}

void TestSettingCells::aKnownSecretIsNotShownAsItIsEntered_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<bool>("isPasted");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("pasted") << u"String"_s << u"x"_s << true << true;
    QTest::newRow("typed") << u"String"_s << u"x"_s << false << true;
    QTest::newRow("refused") << u"Int32"_s << u"1"_s << true << false;
    QTest::newRow("in place of a choice") << u"Bool"_s << u"perhaps"_s << true << false;
}

void TestSettingCells::aKnownSecretIsNotShownAsItIsEntered()
{
    QFETCH(const QString, type);
    QFETCH(const QString, stored);
    QFETCH(const bool, isPasted);
    QFETCH(const bool, isTaken);
    const QString key = u"lyk_canary_0123456789abcdef"_s;
    begin({setting(1, u"Tried"_s, type, stored)}, {}, holdingKey(key));
    m_app->window().presentationMode().trigger();
    QLineEdit *edit = open(u"Tried"_s);
    QVERIFY(edit);
    edit->selectAll();
    QGuiApplication::clipboard()->setText(key);
    if (isPasted)
        QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
    else
        QTest::keyClicks(edit, key);
    QCOMPARE(edit->text(), key);
    const auto isRead = [&](QWidget *field) {
        const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(field);
        return access->text(QAccessible::Value).contains(u"canary"_s) ||
               access->text(QAccessible::Description).contains(u"canary"_s);
    };
    QVERIFY(!isAnywhere(u"canary"_s) && !isRead(edit) && !isRead(edit->parentWidget()));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!isTaken || isClosed());
    QVERIFY(!isAnywhere(u"canary"_s));
    if (isTaken) {
        QCOMPARE(value(u"Tried"_s).data(Qt::EditRole).toString(), key);
        return;
    }
    edit->setText(u"0"_s);
    QCOMPARE(edit->displayText(), u"0"_s); // what holds none is shown
    edit->setText(key);
    m_app->window().presentationMode().trigger();
    QCOMPARE(edit->displayText(), key);
}

void TestSettingCells::linesWithAKnownSecretAreTakenOutOfSight_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("stored");
    QTest::newRow("in a dialog") << u"Json"_s << u"{\"a\": \"b\"}"_s;
    QTest::newRow("in a cell") << u"String"_s << u"x"_s;
}

void TestSettingCells::linesWithAKnownSecretAreTakenOutOfSight()
{
    QFETCH(const QString, type);
    QFETCH(const QString, stored);
    const QString key = u"lyk_canary_0123456789abcdef"_s;
    begin({setting(1, u"Tried"_s, type, stored)}, {}, holdingKey(key));
    m_app->window().presentationMode().trigger();
    choose(u"Tried"_s);
    QTest::keyClick(m_tree, Qt::Key_F2);
    QWidget *edit = editor();
    if (type == "Json"_L1) {
        QVERIFY(eventually([] { return QApplication::activeModalWidget(); }));
        edit = QApplication::activeModalWidget()->findChild<QPlainTextEdit *>();
    }
    QVERIFY(edit);
    QGuiApplication::clipboard()->setText(u"{\n\"a\": \""_s + key + u"\"}"_s);
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
    VERIFY_EVENTUALLY(value(u"Tried"_s).data(Qt::EditRole).toString().contains(key));
    VERIFY_EVENTUALLY(isClosed() && !QApplication::activeModalWidget());
    QVERIFY(!isAnywhere(u"canary"_s));
    QVERIFY(says(u"Turn presentation mode off to edit it."_s));
    QVERIFY(becomesActive(&m_app->window()));
    QVERIFY(isSaved());
    QVERIFY(held(1).contains(key));
}

void TestSettingCells::aKnownSecretIsNowhereInPresentationMode()
{
    const QString key = u"lyk_canary_0123456789abcdef"_s;
    QJsonObject described = setting(2, u"Described"_s, u"String"_s, u"x"_s);
    described.insert(u"description"_s, QString(u"Uses "_s + key));
    QJsonObject filed = setting(3, u"Filed"_s, u"String"_s, u"x"_s);
    filed.insert(u"category"_s, QString(u"Of "_s + key));
    begin({setting(1, u"Tried"_s, u"String"_s, QString(595, u' ') + u"a "_s + key + u" b"_s), described, filed,
           setting(4, u"Named "_s + key, u"String"_s, u"x"_s),
           setting(5, u"SMTP password"_s, u"String"_s, u"hidden-canary"_s)},
          {},
          {{u"apiKeys"_s, QJsonArray{QJsonObject{{u"id"_s, u"1"_s}, {u"name"_s, u"CI"_s}, {u"key"_s, key}},
                                     QJsonObject{{u"id"_s, u"2"_s},
                                                 {u"name"_s, u"For hidden-canary"_s},
                                                 {u"key"_s, u"lyk_other_0123456789"_s}}}},
           {u"notes"_s, QString(u"Line one\nthe key is "_s + key + u"\nend"_s)},
           {u"city"_s, key},
           {u"lastName"_s, key},
           {u"customerId"_s, key},
           {u"department"_s, u"hidden-canary"_s}});
    const auto isShown = [&](int page) {
        m_app->goTo(page);
        return isAnywhere(u"canary"_s);
    };
    QVERIFY(isShown(0) && isShown(1) && isShown(2));
    m_app->window().presentationMode().trigger();
    for (const int page : {0, 1, 2}) {
        QVERIFY2(!isShown(page),
                 qPrintable(m_app->visibleTexts().filter(u"canary"_s).join(u'|') + u' ' + QString::number(page)));
        QVERIFY(!m_app->window().windowTitle().contains(u"canary"_s));
    }
    for (const QModelIndex &cell : {value(u"Tried"_s), value(u"Described"_s), value(u"Filed"_s)}) {
        for (int column = 0; column < SettingsModel::ColumnCount; ++column) {
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleDescriptionRole)})
                QVERIFY(!cell.siblingAtColumn(column).data(role).toString().contains(u"canary"_s));
        }
    }
    choose(u"Tried"_s);
    QTest::keyClick(m_tree, Qt::Key_F2);
    QVERIFY(says(u"presentation mode off"_s));
    QTest::keyClick(m_tree, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u"canary"_s));
    m_app->window().presentationMode().trigger();
    QVERIFY(isShown(0) && isShown(1) && isShown(2));
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

// In the file of unsaved edits, and while presenting; also what was typed elsewhere before it became a password.
void TestSettingCells::anUnsavedPasswordIsASecretEverywhere()
{
    begin({setting(1, u"Tried"_s, u"String"_s, u"x"_s), setting(5, u"SMTP password"_s, u"String"_s, u"old"_s)}, {},
          {{u"city"_s, u"Roma"_s}, {u"notes"_s, u"x"_s}});
    m_app->goTo(0);
    m_app->typeInto(u"City"_s, u"N3w-canary!xx"_s);
    m_app->typeInto(u"Last name"_s, u"Bianchi"_s);
    m_app->goTo(2);
    QLineEdit *edit = open(u"SMTP password"_s);
    QVERIFY(edit);
    edit->selectAll();
    QTest::keyClicks(edit, u"N3w-canary!xx"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(isClosed());
    m_app->goTo(0);
    auto *notes = m_app->find<QPlainTextEdit>(u"Notes"_s);
    notes->setFocus();
    QTest::keyClicks(notes, u"changed to N3w-canary!xx on Monday "_s);
    const QDir drafts(m_app->home() + u"/config/drafts"_s);
    const auto written = [&drafts] {
        const QStringList files = drafts.entryList(QDir::Files);
        QFile file(drafts.filePath(files.value(0)));
        return files.size() == 1 && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    VERIFY_EVENTUALLY(written().contains("Bianchi") && !written().contains("canary"));
    m_app->goTo(2);
    m_app->typeInto(u"Filter"_s, u"N3w-canary!xx"_s);
    m_app->window().presentationMode().trigger();
    for (const int page : {2, 0}) {
        m_app->goTo(page);
        QVERIFY2(!isAnywhere(u"canary"_s), qPrintable(m_app->visibleTexts().filter(u"canary"_s).join(u'|')));
    }
    m_app->press(u"Review…"_s);
    VERIFY_EVENTUALLY(QApplication::activeModalWidget());
    QVERIFY(!isAnywhere(u"canary"_s));
    const auto tables = QApplication::activeModalWidget()->findChildren<QAbstractItemView *>();
    for (const QAbstractItemView *table : tables) {
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column)
                QVERIFY(!table->model()->index(row, column).data().toString().contains("canary"_L1));
        }
    }
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    QVERIFY(becomesActive(&m_app->window()));
    QTest::keyClick(&m_app->window(), Qt::Key_Z, Qt::ControlModifier); // the last word of the notes
    QVERIFY(!isAnywhere(u"canary"_s));
}

void TestSettingCells::aPartOfASecretIsNotShownByTheFilter_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isHidden");
    QTest::newRow("a password in a value") << u"connPw0rd!9"_s << true;
    QTest::newRow("the beginning of it") << u"connPw0"_s << true;
    QTest::newRow("in other capitals") << u"CONNPW0RD"_s << true;
    QTest::newRow("the middle of a password") << u"1ddlE"_s << true;
    QTest::newRow("three characters of it") << u"1dd"_s << false;
    QTest::newRow("a word in a value") << u"server"_s << false;
    QTest::newRow("another text") << u"Pw0rds"_s << false;
}

void TestSettingCells::aPartOfASecretIsNotShownByTheFilter()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, isHidden);
    begin({setting(1, u"Tried"_s, u"String"_s, u"Server=x;User=sa;Password=connPw0rd!9;"_s),
           setting(5, u"SMTP password"_s, u"String"_s, u"long m1ddlE of it"_s)});
    m_app->window().presentationMode().trigger();
    auto *filter = m_app->find<QLineEdit>(u"Filter"_s);
    filter->setFocus();
    QTest::keyClicks(filter, typed);
    QCOMPARE(filter->displayText() != typed, isHidden);
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(filter);
    QCOMPARE(told->text(QAccessible::Value) != typed, isHidden);
    if (m_app->visibleTexts().join(u' ').contains("No setting matches"_L1))
        QCOMPARE(m_app->visibleTexts().contains(u"No setting matches “•••”."_s), isHidden);
    m_app->window().presentationMode().trigger();
    QCOMPARE(filter->displayText(), typed);
}

// The remarks at a field and at a setting, and what the status line says of the clipboard.
void TestSettingCells::whatIsSearchedForIsMaskedWhenItBecomesAKey()
{
    begin({setting(1, u"Tried"_s, u"String"_s, u"x"_s)});
    m_app->window().presentationMode().trigger();
    const QString late = u"lyk_canary_0123456789abcdef"_s;
    auto *filter = m_app->find<QLineEdit>(u"Filter"_s);
    filter->setText(late.first(11)); // not the form of a secret
    const auto isShown = [&] { return isAnywhere(u"canary"_s) || filter->displayText().contains(u"canary"_s); };
    QVERIFY(isShown());
    m_app->othersSave(u"apiKeys"_s, QJsonArray{QJsonObject{
                                        {u"id"_s, u"1"_s}, {u"name"_s, u"CI"_s}, {u"key"_s, QString(late.first(11))}}});
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    QVERIFY2(eventually([&isShown] { return !isShown(); }), qPrintable(filter->displayText()));
}

void TestSettingCells::whatWasSaidIsMaskedWhenPresentationBegins()
{
    const QString key = u"lyk_canary_0123456789abcdef"_s;
    begin(
        {setting(1, u"Tried"_s, u"String"_s, u"x"_s), setting(5, u"SMTP password"_s, u"String"_s, u"hidden-canary"_s)},
        {},
        {{u"apiKeys"_s,
          QJsonArray{QJsonObject{{u"id"_s, u"1"_s}, {u"name"_s, u"For hidden-canary"_s}, {u"key"_s, key}}}}});
    QLineEdit *edit = open(u"Tried"_s);
    QVERIFY(edit);
    QTest::keyClicks(edit, u"mine"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(isClosed());
    m_app->goTo(0);
    m_app->typeInto(u"City"_s, u"mine"_s);
    m_app->othersSave(u"city"_s, key);
    m_app->othersSave(u"settings"_s, QJsonArray{setting(1, u"Tried"_s, u"String"_s, u"of hidden-canary"_s),
                                                setting(5, u"SMTP password"_s, u"String"_s, u"hidden-canary"_s)});
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    QVERIFY(says(u"to “"_s + key));
    m_app->goTo(1);
    m_app->press(u"Copy key"_s);
    QVERIFY(says(u"“For hidden-canary” copied"_s));
    m_app->typeInto(u"Filter"_s, key); // pasted to be found
    m_app->goTo(2);
    choose(u"Tried"_s);
    QVERIFY(says(u"to “of hidden-canary”"_s));
    m_app->window().presentationMode().trigger();
    for (const int page : {2, 1, 0}) {
        m_app->goTo(page);
        QVERIFY2(eventually([&] { return !isAnywhere(u"canary"_s); }),
                 qPrintable(m_app->visibleTexts().filter(u"canary"_s).join(u'|')));
    }
    QVERIFY(says(u"“For •••” copied"_s));
    m_app->goTo(2);
    m_app->typeInto(u"Filter"_s, u"of hidden-canary"_s);
    QVERIFY(!isAnywhere(u"canary"_s));
    m_app->typeInto(u"Filter"_s, u"tried"_s);
    QVERIFY(isAnywhere(u"tried"_s));
}

void TestSettingCells::whatWasTypedIntoAGoneSettingIsMaskedToo()
{
    const QJsonObject password = setting(5, u"SMTP password"_s, u"String"_s, u"hidden-canary"_s);
    begin({setting(1, u"Tried"_s, u"String"_s, u"x"_s), password});
    QLineEdit *edit = open(u"Tried"_s);
    QVERIFY(edit);
    edit->selectAll();
    QTest::keyClicks(edit, u"of hidden-canary"_s);
    m_app->othersSave(u"settings"_s, QJsonArray{password});
    QTest::keyClick(edit, Qt::Key_F5);
    const auto isToldAs = [this](const QString &typed) {
        return says(u"no longer there or can no longer be changed. You had typed: "_s + quoted(typed));
    };
    VERIFY_EVENTUALLY(isToldAs(u"of hidden-canary"_s));
    m_app->window().presentationMode().trigger();
    VERIFY_EVENTUALLY(isToldAs(u"of •••"_s));
    QVERIFY2(!isAnywhere(u"canary"_s), qPrintable(m_app->visibleTexts().filter(u"canary"_s).join(u'|')));
    m_app->window().presentationMode().trigger();
    VERIFY_EVENTUALLY(isToldAs(u"of hidden-canary"_s));
}

void TestSettingCells::linesOfAGoneSettingWaitForTheEndOfPresentationMode()
{
    const QJsonObject password = setting(5, u"SMTP password"_s, u"String"_s, u"hidden-canary"_s);
    begin({setting(1, u"Tried"_s, u"Json"_s, u"{\"a\": \"b\"}"_s), password});
    choose(u"Tried"_s);
    QTest::keyClick(m_tree, Qt::Key_F2);
    VERIFY_EVENTUALLY(QApplication::activeModalWidget());
    const QString typed = u"{\"a\": \"of hidden-canary\"}"_s;
    QApplication::activeModalWidget()->findChild<QPlainTextEdit *>()->setPlainText(typed);
    m_app->othersSave(u"settings"_s, QJsonArray{password});
    m_app->workspaces().at(0).session().reload();
    VERIFY_EVENTUALLY(says(u"no longer there or can no longer be changed."_s));
    m_app->window().presentationMode().trigger();
    VERIFY_EVENTUALLY(!QApplication::activeModalWidget());
    QVERIFY(!isAnywhere(u"canary"_s));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // of dialogs that were closed
    m_app->window().presentationMode().trigger();
    VERIFY_EVENTUALLY(QApplication::activeModalWidget());
    QCOMPARE(QApplication::activeModalWidget()->findChild<QPlainTextEdit *>()->toPlainText(), typed);
}

void TestSettingCells::whatPresentationModeHidesIsNeverSaved()
{
    const QString key = u"lyk_canary_0123456789abcdef"_s;
    const QString notes = u"Line one\nthe key is "_s + key + u"\nend"_s;
    begin({setting(1, u"Text"_s, u"String"_s, u"x"_s)}, {},
          {{u"apiKeys"_s, QJsonArray{QJsonObject{{u"id"_s, u"1"_s}, {u"name"_s, u"CI"_s}, {u"key"_s, key}}}},
           {u"notes"_s, notes},
           {u"city"_s, u"Roma"_s}});
    const auto saved = [this](const QString &member) { return m_app->service().user(u"mrossi"_s).value(member); };
    m_app->goTo(0);
    auto *area = m_app->find<QPlainTextEdit>(u"Notes"_s);
    auto *city = m_app->find<QLineEdit>(u"City"_s);
    area->setFocus();
    area->moveCursor(QTextCursor::End);
    QTest::keyClicks(area, u"!"_s);
    m_app->window().presentationMode().trigger();
    QVERIFY(area->isReadOnly());
    QCOMPARE(area->toPlainText(), u"Line one\nthe key is •••\nend!"_s);
    QVERIFY(says(u"which presentation mode hides. Turn presentation mode off to edit it."_s));
    area->setPlainText(u"by assistive technology"_s);
    city->setFocus();
    city->selectAll();
    city->insert(key); // as it is pasted
    QCOMPARE(city->text(), u"•••"_s);
    QTest::keyClick(city, Qt::Key_Backspace); // a part of the mask
    QCOMPARE(city->text(), u"•••"_s);
    area->setFocus();
    QVERIFY(city->isReadOnly());
    m_app->press(u"Review…"_s);
    QVERIFY(eventually([] { return QApplication::activeModalWidget(); }));
    QVERIFY(!isAnywhere(u"canary"_s));
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    QVERIFY(becomesActive(&m_app->window()));
    QVERIFY(isSaved());
    QCOMPARE(saved(u"notes"_s).toString(), notes + u'!');
    QCOMPARE(saved(u"city"_s).toString(), key);
    m_app->window().presentationMode().trigger();
    QVERIFY(!area->isReadOnly() && !city->isReadOnly());
    QCOMPARE(area->toPlainText(), notes + u'!');
    QCOMPARE(city->text(), key);
    QCOMPARE(m_app->saveText(), u"Saved"_s);
}

void TestSettingCells::whatIsTypedWhilePresentingIsSavedWhole_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown"); // while it is typed
    QTest::addColumn<bool>("isPasted");
    const QString form = u"password: hunter2x is for Monday"_s;
    const QString pairs = u"Server=x;User=sa;Password=connPw0rd!9;"_s;
    const QString known = u"the key lyk_canary_0123456789abcdef is for Monday"_s;
    const QString both = u"password: lyk_canary_0123456789abcdef, for Monday"_s;
    for (const bool isPasted : {false, true}) {
        const char *how = isPasted ? ", pasted" : ", typed";
        QTest::addRow("%s%s", "a form", how) << form << form << isPasted;
        QTest::addRow("%s%s", "another", how) << pairs << pairs << isPasted;
        QTest::addRow("%s%s", "a known secret", how) << known << u"the key ••• is for Monday"_s << isPasted;
        QTest::addRow("%s%s", "both", how) << both << u"password: •••, for Monday"_s << isPasted;
    }
}

void TestSettingCells::whatIsTypedWhilePresentingIsSavedWhole()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QFETCH(const bool, isPasted);
    QJsonObject others = holdingKey(u"lyk_canary_0123456789abcdef"_s);
    others.insert(u"city"_s, u"Roma"_s);
    others.insert(u"notes"_s, u"x"_s);
    begin({setting(1, u"Text"_s, u"String"_s, u"x"_s)}, {}, others);
    m_app->goTo(0);
    m_app->window().presentationMode().trigger();
    auto *area = m_app->find<QPlainTextEdit>(u"Notes"_s);
    auto *city = m_app->find<QLineEdit>(u"City"_s);
    auto *name = m_app->find<QLineEdit>(u"Last name"_s);
    const auto isSavedWhole = [&](const QString &member, const QString &whole) {
        const bool isDone = isSaved();
        return isDone && m_app->service().user(u"mrossi"_s).value(member).toString() == whole;
    };
    const auto begun = [](QWidget *field) {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    };
    // A paste is followed by keys, too.
    const auto enter = [&](QWidget *field) {
        if (!isPasted)
            return QTest::keyClicks(field, text);
        QGuiApplication::clipboard()->setText(text.chopped(3));
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
        QTest::keyClicks(field, text.last(3));
    };
    begun(city);
    enter(city);
    QCOMPARE(city->text(), shown);
    QVERIFY(isSavedWhole(u"city"_s, text)); // with the focus still there
    name->setFocus();
    QVERIFY(city->isReadOnly() && city->text().contains(u"•••"_s));
    begun(area);
    enter(area);
    QTest::keyClick(area, Qt::Key_Return);
    QTest::keyClicks(area, u"second line"_s);
    QCOMPARE(area->toPlainText(), QString(shown + u"\nsecond line"_s));
    name->setFocus();
    QVERIFY(area->isReadOnly() && area->toPlainText().contains(u"•••"_s));
    QVERIFY(!isAnywhere(u"canary"_s));
    QVERIFY(isSavedWhole(u"notes"_s, text + u"\nsecond line"_s));
}

// It would be pasted in the place of what it hides.
void TestSettingCells::aMaskIsNotSelectedOrCopied()
{
    const QString key = u"lyk_canary_0123456789abcdef"_s;
    QJsonObject filed = setting(1, u"Filed"_s, u"String"_s, u"x"_s);
    filed.insert(u"category"_s, QString(u"Of "_s + key));
    begin({filed}, {},
          {{u"apiKeys"_s, QJsonArray{QJsonObject{{u"id"_s, u"1"_s}, {u"name"_s, u"CI"_s}, {u"key"_s, key}}}},
           {u"notes"_s, QString(u"the key is "_s + key)},
           {u"city"_s, key},
           {u"customerId"_s, key},
           {u"country"_s, key}});
    QGuiApplication::clipboard()->setText(u"before"_s);
    QAction &mode = m_app->window().presentationMode();
    m_app->window().messages().show({.topic = Topic::Export, .text = u"About "_s + key, .stays = true});
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(m_app->messageText(), u"About "_s + key);
        mode.trigger();
        QCOMPARE(m_app->messageText(), u"About •••"_s); // what was said before, too
        m_app->goTo(0);
        for (const QString &name : {u"City"_s, u"Customer ID"_s, u"Country"_s}) {
            auto *line = m_app->find<QLineEdit>(name);
            line->clearFocus();
            const QImage unfocused = line->grab().toImage();
            line->setFocus();
            QCOMPARE(line->hasFocus(), line->isEnabled()); // the country's list is not, and takes none
            QVERIFY2(line->grab().toImage() != unfocused || !line->hasFocus(), "what has the focus can be seen");
            line->selectAll(); // as assistive technology does
            QVERIFY2(!line->hasSelectedText(), qPrintable(name));
            QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
            QTest::keyClick(line, Qt::Key_C, Qt::ControlModifier);
            QTest::mouseDClick(line, Qt::LeftButton, {}, QPoint(8, line->height() / 2));
            QVERIFY2(!line->hasSelectedText(), qPrintable(name));
        }
        auto *area = m_app->find<QPlainTextEdit>(u"Notes"_s);
        const QImage unfocused = area->viewport()->grab().toImage();
        area->setFocus();
        QVERIFY2(area->viewport()->grab().toImage() != unfocused, "what has the focus can be seen");
        area->selectAll();
        QVERIFY(!area->textCursor().hasSelection());
        QTest::keyClick(area, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(area, Qt::Key_C, Qt::ControlModifier);
        QTest::mouseDClick(area->viewport(), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(!area->textCursor().hasSelection());
        QCOMPARE(area->frameShape(), QFrame::NoFrame); // as a line that is masked has none
        auto *copy = m_app->find<QToolButton>(u"Copy Customer ID"_s);
        QVERIFY(!copy->isEnabled() && copy->toolTip().contains(u"which presentation mode hides"_s));
        m_app->goTo(2);
        m_tree->setFocus();
        m_tree->setCurrentIndex(m_tree->model()->index(0, 0));
        QTest::keyClick(m_tree, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(says(u"cannot be copied"_s));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
        if (QGuiApplication::clipboard()->supportsSelection())
            QVERIFY(!QGuiApplication::clipboard()->text(QClipboard::Selection).contains(u"•••"_s));
        mode.trigger();
        m_app->goTo(0);
        auto *city = m_app->find<QLineEdit>(u"City"_s);
        city->selectAll();
        area->selectAll();
        QVERIFY(city->selectedText() == key && area->textCursor().hasSelection() && copy->isEnabled());
        QVERIFY(area->frameShape() != QFrame::NoFrame);
        area->setTextCursor(QTextCursor(area->document()));
    }
}

void TestSettingCells::anEditorIsInSightInLargeText_data()
{
    QTest::addColumn<bool>("isRightToLeft");
    QTest::newRow("left to right") << false;
    QTest::newRow("right to left") << true;
}

void TestSettingCells::anEditorIsInSightInLargeText()
{
    QFETCH(const bool, isRightToLeft);
    QApplication::setLayoutDirection(isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    QFont large = m_font;
    large.setPointSizeF(m_font.pointSizeF() * 2);
    QApplication::setFont(large);
    begin({setting(1, u"A name that is as long as such names are"_s, u"Int32"_s, u"30"_s)});
    m_app->window().resize(640, 480);
    m_tree->header()->resizeSection(SettingsModel::Name, m_tree->width() + 50); // the user may
    QLineEdit *edit = open(u"A name that is as long as such names are"_s);
    QVERIFY(edit);
    const auto isInSight = [this, edit] {
        const QRect room = m_tree->viewport()->rect();
        return room.contains(edit->geometry()) && edit->width() >= room.width() / 2;
    };
    QVERIFY(eventually(isInSight));
    // Beside the beginning of its name.
    const int least = m_tree->fontMetrics().averageCharWidth() * 8;
    const auto isNamed = [this, edit, least] {
        const QRect name = m_tree->visualRect(value(u"A name that is as long as such names are"_s).siblingAtColumn(0));
        return m_tree->isRightToLeft() ? name.right() - edit->geometry().right() >= least
                                       : edit->geometry().left() - name.left() >= least && name.left() >= 0;
    };
    QVERIFY(eventually(isNamed));
    m_app->window().resize(700, 500);
    QVERIFY(eventually(isInSight));
    QVERIFY(eventually(isNamed));
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(isClosed());
    // In its cell, if that can be seen
    m_tree->header()->resizeSection(SettingsModel::Name, 40);
    edit = open(u"A name that is as long as such names are"_s);
    QVERIFY(edit);
    QVERIFY(m_tree->visualRect(value(u"A name that is as long as such names are"_s)).contains(edit->geometry()));
}

void TestSettingCells::whatIsWrongWithJsonIsMarked()
{
    begin({setting(1, u"Tried"_s, u"Json"_s, u"{}"_s)});
    choose(u"Tried"_s);
    QTest::keyClick(m_tree, Qt::Key_F2);
    QVERIFY(eventually([] { return QApplication::activeModalWidget(); }));
    QWidget *dialog = QApplication::activeModalWidget();
    const auto marks = [dialog] {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::count_if(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->accessibleName() == "Error"_L1 && !label->pixmap().isNull();
        });
    };
    QCOMPARE(marks(), 0);
    auto *area = dialog->findChild<QPlainTextEdit *>();
    area->setPlainText(u"{\"a\": }"_s);
    QCOMPARE(marks(), 0); // it may be half typed
    VERIFY_EVENTUALLY(marks() == 1);
    const auto labels = dialog->findChildren<QLabel *>();
    const auto reason = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"JSON");
    });
    QVERIFY(reason != labels.end());
    const QColor bad = (*reason)->palette().color(QPalette::WindowText);
    QVERIFY(bad != dialog->palette().color(QPalette::WindowText));
    area->setPlainText(u"{}"_s);
    QCOMPARE(marks(), 0);
    QTest::keyClick(area, Qt::Key_Escape);
}

void TestSettingCells::aCellInUseIsFramedAndARefusedOneMarked()
{
    begin({setting(1, u"Days"_s, u"Int32"_s, u"14"_s)});
    QLineEdit *edit = open(u"Days"_s);
    QVERIFY(edit);
    QVERIFY(edit->hasFrame());
    const auto marks = [edit] {
        const auto actions = edit->actions();
        return std::count_if(actions.begin(), actions.end(), [](const QAction *action) {
            return !action->icon().isNull() && action->text() == "Error"_L1;
        });
    };
    QCOMPARE(marks(), 0);
    QTest::keyClicks(edit, u"many"_s);
    QVERIFY(eventually([&] { return marks() == 1; }));
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(edit, u"15"_s);
    QVERIFY(eventually([&] { return marks() == 0; }));
}

namespace {

struct OpenDelegate : SettingDelegate
{
    using SettingDelegate::initStyleOption; // which is not for others
};

} // namespace

void TestSettingCells::aRefusedValueIsMarkedOnce()
{
    begin({setting(1, u"Days"_s, u"Int32"_s, u"14"_s)});
    QLineEdit *edit = open(u"Days"_s);
    QVERIFY(edit);
    auto *delegate = m_app->window().findChild<SettingDelegate *>();
    const auto *tree = m_app->find<QTreeView>(u"Settings"_s);
    const QPersistentModelIndex value = tree->currentIndex().siblingAtColumn(SettingsModel::Value);
    QTest::keyClicks(edit, u"many"_s);
    Q_EMIT delegate->commitData(edit); // as when another page is gone to
    VERIFY_EVENTUALLY(!value.data(SettingsModel::ProblemRole).toString().isEmpty());
    const auto isMarked = [&] {
        QStyleOptionViewItem cell;
        (delegate->*(&OpenDelegate::initStyleOption))(&cell, value);
        return cell.features.testFlag(QStyleOptionViewItem::HasDecoration);
    };
    QVERIFY(edit->isVisible());
    QVERIFY(!isMarked()); // the editor is
}

LANYARD_TEST(QApplication, TestSettingCells)
#include "tst_settingcells.moc"
