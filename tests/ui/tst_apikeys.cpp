// The page of API keys: what is selected, revealed and copied belongs to a key and not to a row, and what is told of a
// key is true.
#include "core/base/text.h"
#include "core/base/utc.h"
#include "core/document/dates.h"
#include "core/models/apikeysmodel.h"
#include "core/models/documentedits.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "ui/account/accountview.h"
#include "ui/account/reviewdialog.h"
#include "ui/apikeys/countedbutton.h"
#include "ui/apikeys/keycelldelegate.h"
#include "ui/apikeys/keydetails.h"
#include "ui/apikeys/valuelabel.h"
#include "ui/common/cutlabel.h"
#include "ui/common/texttable.h"
#include "ui/look/plainlabel.h"
#include "ui/mainwindow.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QHeaderView>
#include <QHelpEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>
#include <QTableWidget>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

constexpr int Name = 0;
constexpr int Expires = ApiKeysModel::Expires;

// Ids and names, "2:beta"; the key's text goes with its id.
QJsonArray keysOf(const QString &keys)
{
    QJsonArray array;
    const QStringList parts = keys.split(QChar::Space, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString id = part.section(u':', 0, 0);
        array.append(QJsonObject{
            {u"id"_s, id.toInt()}, {u"name"_s, part.section(u':', 1)}, {u"key"_s, u"api_text_of_the_key_"_s + id}});
    }
    return array;
}

QList<QObject *> focusedQuietly; // what a screen reader was told has the focus

void noteFocus(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::Focus)
        focusedQuietly << event->object();
}

QList<const QObject *> renamed;

void noteRenamed(QAccessibleEvent *event)
{
    if (event->type() == QAccessible::NameChanged)
        renamed << event->object();
}

// As a screen reader does that starts.
[[nodiscard]] bool listensAsAReader()
{
    QDBusConnection::sessionBus().asyncCall(
        QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s));
    return eventually([] { return QAccessible::isActive(); });
}

} // namespace

class TestApiKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theSelectionFollowsItsKey_data();
    void theSelectionFollowsItsKey();
    void aKeyThatIsGoneIsNotReplacedByItsNeighbour();
    void theMenuGoesWithItsKey_data();
    void theMenuGoesWithItsKey();
    void aRevealedKeyStaysRevealedOverAReload();
    void aFilterGivesTheSelectionBack();
    void onlyWhatIsSeenIsCopied();
    void aRevealedKeyMayBeFilteredOut();
    void sortingKeepsSelectionAndPlace();
    void sortingWorksByKeysAlone();
    void aTextReadsInItsOwnDirection_data();
    void aTextReadsInItsOwnDirection();
    void secretsAreNotSortedBy();
    void theScrollPlaceFollowsItsKey();
    void rightToLeftStartsWithASelection();
    void aRevealedKeyIsReachedByTab();
    void aSaveLeavesTheFocusWhereItIs();
    void copyingSaysWhatTheKeyIs_data();
    void copyingSaysWhatTheKeyIs();
    void aKeyThatIsNotSimplyUsableSaysSoNotByColourAlone();
    void copyingAKeyThatHoldsNoneSaysSo();
    void aListThatIsNotReadWholeSaysSo();
    void aKeyIsCopiedWhereverTheFocusIs_data();
    void aKeyIsCopiedWhereverTheFocusIs();
    void selectedTextIsCopiedInsteadOfAKey();
    void aRevealedKeyIsCountedDown();
    void aSignOutLeavesNothingOfTheAccount();
    void cutTextsAreWholeInTheirToolTips();
    void datesShowTheirTime();
    void aFilterWithoutMatchesSaysSo();
    void theKeyboardGoesFromTheFilterToTheClipboard();
    void escapeClearsTheFilterFirst();
    void theMenuCopiesTheKeyOfItsPage();
    void anEmptyFilterCopiesNothing();
    void keysMoveByRowAndByName();
    void theFilterActionIsOfItsPage();
    void columnsFitWhenThePageIsFirstSeen();
    void columnsFitAStateFarBelow();
    void aTimeIsShownWholeOrNotAtAll();
    void widthsThatNobodyChoseAreNotKept();
    void theColumnsFillEveryWindow();
    void theTableShowsWhatMattersFirst();
    void theTimeOfAMomentGivesWayToTheNames();
    void columnsAreSwitchedByKeysAndRemembered();
    void theDetailsSayEverythingAboutTheKey();
    void whatAKeyDoesNotHaveIsLeftOut();
    void aTimeAndTheSameInUtcStandInTheirOrder();
    void aKeyWithoutANameSaysSo();
    void aNameOfAnyLengthLeavesRoomForTheRest();
    void secretsAreRevealedInTheDetailsAndHiddenAgain();
    void aRevealedKeyIsInSight();
    void aColumnWithoutRoomKeepsTheMask();
    void revealingMovesNothing_data();
    void revealingMovesNothing();
    void theCommandsKeepTheirPlaceFromKeyToKey_data();
    void theCommandsKeepTheirPlaceFromKeyToKey();
    void aMomentFitsInItsLine();
    void aMomentKeepsItsOrderRightToLeft();
    void eachKeyHasItsValuesAtTheSamePlaces();
    void aSecretInTheDetailsCannotBeSelected();
    void theDetailsFollowTheDesktopIntoTheDark();
    void aCopyIsConfirmedInTheRow();
    void theHeaderCountsTheKeys();
    void keysThatExpireSoonAreShownWithOnePress();
    void theMostUrgentOfThemStandsFirst();
    void theKeyOfThisSignInIsMarked();
    void noNameCutsAWarningAboutPastingAway_data();
    void noNameCutsAWarningAboutPastingAway();
    void aSmallWindowKeepsThreeRows();
    void aKeyIsCopiedAsAFormWithoutItsValueFirst();
    void nothingSpeaksOfAKeyThatLeftTheClipboard_data();
    void nothingSpeaksOfAKeyThatLeftTheClipboard();
    void onlyAKeyWithInvisibleCharactersIsWarnedOf();
    void aFormThatCannotHoldTheKeySaysWhy();
    void theSelectedRowStaysInSightWhenTheFilterIsCleared();
    void theSelectedRowStaysInSightWhenTheTableGetsLower();
    void aReviewActsOnTheSelectedChange();

private:
    void setKeys(const QJsonArray &keys);
    [[nodiscard]] QString copied();
    [[nodiscard]] QString selectedName();
    [[nodiscard]] QString paintedKey(int row) const;
    void chooseForm(const QList<Qt::Key> &keys);
    void select(const QString &name);

    std::unique_ptr<AppFixture> m_app;
    QTableView *m_table = nullptr;
};

void TestApiKeys::init()
{
    m_app = std::make_unique<AppFixture>();
    m_app->start(u"mrossi"_s);
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->goTo(1);
    m_table = m_app->find<QTableView>(u"API keys"_s);
    QVERIFY(m_table);
}

void TestApiKeys::cleanup()
{
    m_table = nullptr;
    m_app.reset();
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

// Somebody else changes the keys, and the user reloads.
void TestApiKeys::setKeys(const QJsonArray &keys)
{
    QJsonObject user = m_app->service().user(u"mrossi"_s);
    user.insert("apiKeys"_L1, keys);
    QVERIFY(m_app->service().setUser(u"mrossi"_s, user));
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    QVERIFY(eventually([&] { return m_app->session().user().document().value("apiKeys"_L1).toArray() == keys; }));
    QTest::qWait(20);
}

// By Ctrl+C in the table: the end of what is on the clipboard then.
QString TestApiKeys::copied()
{
    QApplication::clipboard()->clear();
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);
    return QApplication::clipboard()->text().section(u'_', -1);
}

QString TestApiKeys::selectedName()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows(Name);
    return rows.size() == 1 ? rows.first().data().toString() : QString();
}

void TestApiKeys::select(const QString &name)
{
    for (int row = 0; row < m_table->model()->rowCount(); ++row) {
        const QModelIndex index = m_table->model()->index(row, Name);
        if (index.data().toString() == name) {
            m_table->scrollTo(index);
            QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, m_table->visualRect(index).center());
        }
    }
    QCOMPARE(selectedName(), name);
}

void TestApiKeys::theSelectionFollowsItsKey_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("selected");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected"); // the id of the key that is copied
    const auto row = [](const char *name, const QString &before, const QString &selected, const QString &after,
                        const QString &expected) { QTest::newRow(name) << before << selected << after << expected; };
    row("nothing has changed", u"1:a 2:b 3:c"_s, u"b"_s, u"1:a 2:b 3:c"_s, u"2"_s);
    row("another order", u"1:a 2:b 3:c"_s, u"b"_s, u"3:c 2:b 1:a"_s, u"2"_s);
    row("one more before it", u"1:a 2:b"_s, u"b"_s, u"9:aa 1:a 2:b"_s, u"2"_s);
    row("one less before it", u"1:a 2:b 3:c"_s, u"b"_s, u"2:b 3:c"_s, u"2"_s);
    row("renamed", u"1:a 2:b 3:c"_s, u"b"_s, u"1:a 2:z 3:c"_s, u"2"_s);
    row("its name is another's now", u"1:a 2:b"_s, u"b"_s, u"1:b 2:a"_s, u"2"_s);
    row("gone", u"1:a 2:b 3:c"_s, u"b"_s, u"1:a 3:c"_s, u""_s);
    row("gone, the first", u"1:a 2:b"_s, u"a"_s, u"2:b"_s, u""_s);
    row("two of one name, exchanged", u"1:a 2:a 3:c"_s, u"c"_s, u"2:a 3:c 1:a"_s, u"3"_s);
    row("all others", u"1:a 2:b"_s, u"a"_s, u"3:a 4:b"_s, u""_s);
}

void TestApiKeys::theSelectionFollowsItsKey()
{
    QFETCH(const QString, before);
    QFETCH(const QString, selected);
    QFETCH(const QString, after);
    QFETCH(const QString, expected);
    setKeys(keysOf(before));
    select(selected);
    setKeys(keysOf(after));
    QCOMPARE(copied(), expected);
    // A reload that brings nothing new changes nothing either.
    setKeys(keysOf(after));
    QCOMPARE(copied(), expected);
}

void TestApiKeys::aKeyThatIsGoneIsNotReplacedByItsNeighbour()
{
    setKeys(keysOf(u"1:a 2:b 3:c"_s));
    select(u"b"_s);
    m_app->press(u"Reveal"_s);
    setKeys(keysOf(u"1:a 3:c"_s));
    QCOMPARE(selectedName(), QString());
    QVERIFY(!m_app->find<QPushButton>(u"Copy key"_s)->isEnabled());
    QVERIFY(m_app->find<QPushButton>(u"Reveal"_s));
    QVERIFY(!m_table->model()->index(1, 1).data().toString().contains("api_text"_L1));
    QTest::keyClick(m_table, Qt::Key_Down);
    QVERIFY(!selectedName().isEmpty());
}

void TestApiKeys::theMenuGoesWithItsKey_data()
{
    QTest::addColumn<QString>("after");
    QTest::addColumn<bool>("isOpen");
    QTest::newRow("gone") << u"1:a 3:c"_s << false;
    QTest::newRow("elsewhere") << u"3:c 2:b 9:aa 1:a"_s << true;
}

// A reload while it is open: what is chosen in it is done to the key that it was opened for.
void TestApiKeys::theMenuGoesWithItsKey()
{
    QFETCH(const QString, after);
    QFETCH(const bool, isOpen);
    setKeys(keysOf(u"1:a 2:b 3:c"_s));
    select(u"b"_s);
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_F10, Qt::ShiftModifier);
    QVERIFY(eventually([] { return QApplication::activePopupWidget() != nullptr; }));
    QJsonObject user = m_app->service().user(u"mrossi"_s);
    user.insert("apiKeys"_L1, keysOf(after));
    QVERIFY(m_app->service().setUser(u"mrossi"_s, user));
    // Not by F5, which the menu would take: as the program itself does after a save.
    for (QAction *action : m_app->window().findChildren<QAction *>()) {
        if (action->text().remove(u'&') == "Reload"_L1)
            action->trigger();
    }
    QVERIFY(
        eventually([&] { return m_app->session().user().document().value("apiKeys"_L1).toArray() == keysOf(after); }));
    QTest::qWait(20);
    QCOMPARE(QApplication::activePopupWidget() != nullptr, isOpen);
    if (!isOpen)
        return;
    QApplication::clipboard()->clear();
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_C);
    QCOMPARE(QApplication::clipboard()->text().section(u'_', -1), u"2"_s);
}

void TestApiKeys::aRevealedKeyStaysRevealedOverAReload()
{
    setKeys(keysOf(u"1:a 2:b 3:c"_s));
    select(u"b"_s);
    m_app->press(u"Reveal"_s);
    setKeys(keysOf(u"9:aa 1:a 3:c 2:b"_s));
    QVERIFY(!m_app->find<QPushButton>(u"Hide"_s)->isCheckable()); // its name says what it does
    QCOMPARE(selectedName(), u"b"_s);
    for (int row = 0; row < m_table->model()->rowCount(); ++row) {
        const bool isShown = m_table->model()->index(row, 1).data().toString().contains("api_text"_L1);
        QCOMPARE(isShown, m_table->model()->index(row, Name).data().toString() == "b"_L1);
    }
}

void TestApiKeys::aFilterGivesTheSelectionBack()
{
    setKeys(keysOf(u"1:apple 2:banana 3:cherry"_s));
    select(u"banana"_s);
    m_app->typeInto(u"Filter"_s, u"zzz"_s);
    QVERIFY(!m_app->find<QPushButton>(u"Copy key"_s)->isEnabled());
    m_app->typeInto(u"Filter"_s, QString());
    QCOMPARE(selectedName(), u"banana"_s);
    QVERIFY(m_app->find<QPushButton>(u"Copy key"_s)->isEnabled());
    m_app->typeInto(u"Filter"_s, u"cherry"_s);
    QCOMPARE(selectedName(), u"cherry"_s); // the first match
    m_app->typeInto(u"Filter"_s, QString());
    QCOMPARE(selectedName(), u"banana"_s);
    // What was gone is not brought back by a filter.
    setKeys(keysOf(u"1:apple 3:cherry"_s));
    QCOMPARE(selectedName(), QString());
    m_app->typeInto(u"Filter"_s, u"zzz"_s);
    m_app->typeInto(u"Filter"_s, QString());
    QCOMPARE(selectedName(), u"apple"_s);
}

void TestApiKeys::onlyWhatIsSeenIsCopied()
{
    setKeys(keysOf(u"1:apple 2:banana 3:cherry"_s));
    select(u"banana"_s);
    m_app->typeInto(u"Filter"_s, u"cherry"_s);
    QCOMPARE(copied(), u"3"_s);
    m_app->typeInto(u"Filter"_s, u"zzz"_s);
    QCOMPARE(copied(), QString());
    m_app->typeInto(u"Filter"_s, QString());
    // Ctrl and a click take the selection away: the row is still the current one.
    select(u"banana"_s);
    const QModelIndex index = m_table->selectionModel()->selectedRows(Name).first();
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, Qt::ControlModifier, m_table->visualRect(index).center());
    QCOMPARE(selectedName(), QString());
    QCOMPARE(copied(), QString());
    QVERIFY(!m_app->find<QPushButton>(u"Copy key"_s)->isEnabled());
    QTest::keyClick(m_table, Qt::Key_A, Qt::ControlModifier);
    QVERIFY(m_table->selectionModel()->selectedRows().size() <= 1);
}

// Masking it again changes a row while the filter is about to take that row out.
void TestApiKeys::aRevealedKeyMayBeFilteredOut()
{
    QString keys;
    for (int i = 1; i <= 60; ++i)
        keys += u"%1:%2%3 "_s.arg(i).arg(i % 2 ? u"odd"_s : u"even"_s).arg(i, 3, 10, QChar(u'0'));
    setKeys(keysOf(keys));
    const auto names = [this] {
        QStringList all;
        for (int row = 0; row < m_table->model()->rowCount(); ++row)
            all << m_table->model()->index(row, Name).data().toString();
        return all;
    };
    const QStringList all = names();
    QCOMPARE(all.size(), 60);
    for (const QString &name : {u"odd031"_s, u"even002"_s, u"odd059"_s}) {
        select(name);
        m_app->press(u"Reveal"_s);
        m_app->typeInto(u"Filter"_s, name.startsWith("odd"_L1) ? u"even"_s : u"odd"_s);
        QCOMPARE(names().size(), 30);
        QVERIFY(m_app->find<QPushButton>(u"Reveal"_s));
        m_app->typeInto(u"Filter"_s, u"nothing of the kind"_s);
        QCOMPARE(names(), QStringList());
        m_app->typeInto(u"Filter"_s, QString());
        QCOMPARE(names(), all);
        QCOMPARE(selectedName(), name);
        for (int row = 0; row < 60; ++row)
            QVERIFY(!m_table->model()->index(row, 1).data().toString().contains("api_"_L1));
    }
}

void TestApiKeys::sortingKeepsSelectionAndPlace()
{
    QString keys;
    for (int i = 1; i <= 200; ++i)
        keys += u"%1:k%2 "_s.arg(i).arg(i, 3, 10, QChar(u'0'));
    setKeys(keysOf(keys));
    select(u"k003"_s);
    QHeaderView *header = m_table->horizontalHeader();
    const QPoint onName(header->sectionViewportPosition(Name) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, onName);
    QCOMPARE(m_table->model()->index(0, Name).data().toString(), u"k200"_s);
    QCOMPARE(selectedName(), u"k003"_s);
    const QRect row = m_table->visualRect(m_table->selectionModel()->selectedRows(Name).first());
    QVERIFY(m_table->viewport()->rect().contains(row.center()));
    QCOMPARE(copied(), u"3"_s);
}

// Their order would reveal something of them: so it is not offered.
void TestApiKeys::secretsAreNotSortedBy()
{
    setKeys(keysOf(u"1:b 2:a"_s));
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionHidden(ApiKeysModel::ClientSecret, false);
    const auto click = [header](int column) {
        const QPoint place(header->sectionViewportPosition(column) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    };
    for (const int column : {ApiKeysModel::Key, ApiKeysModel::ClientSecret}) {
        m_table->scrollTo(m_table->model()->index(0, column));
        click(column);
        QCOMPARE(header->sortIndicatorSection(), static_cast<int>(ApiKeysModel::Name));
        QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
    }
    m_table->scrollTo(m_table->model()->index(0, ApiKeysModel::Name));
    click(ApiKeysModel::Name);
    QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    for (const QAction *action : m_app->window().account().keySortActions())
        QVERIFY2(!action->text().contains(u"ey"_s) && !action->text().contains(u"ecret"_s), qPrintable(action->text()));
}

void TestApiKeys::theScrollPlaceFollowsItsKey()
{
    QString keys;
    for (int i = 1; i <= 200; ++i)
        keys += u"%1:k%2 "_s.arg(i).arg(i, 3, 10, QChar(u'0'));
    setKeys(keysOf(keys));
    m_table->verticalScrollBar()->setValue(100);
    const auto top = [this] { return m_table->model()->index(m_table->rowAt(2), Name).data().toString(); };
    const QString before = top();
    QCOMPARE(before, u"k101"_s);
    setKeys(keysOf(u"900:a 901:b 902:c "_s + keys));
    QCOMPARE(top(), before);
    setKeys(keysOf(keys));
    QCOMPARE(top(), before);
    // What is still there stays where it is.
    setKeys(keysOf(keys.remove(u"101:k101 "_s)));
    QCOMPARE(top(), u"k100"_s);
}

// From the menu bar, and from the menu of a row.
void TestApiKeys::sortingWorksByKeysAlone()
{
    const auto names = [this] {
        QStringList all;
        for (int row = 0; row < m_table->model()->rowCount(); ++row)
            all << m_table->model()->index(row, Name).data().toString();
        return all.join(u' ');
    };
    const auto press = [](const QList<Qt::Key> &keys) {
        for (const Qt::Key key : keys) {
            QVERIFY(eventually([] { return QApplication::activePopupWidget(); }));
            QTest::keyClick(QApplication::activePopupWidget(), key);
        }
        QVERIFY(eventually([] { return !QApplication::activePopupWidget(); }));
    };
    QJsonArray keys = keysOf(u"1:a 2:b 3:c"_s);
    const QString days[] = {u"2031-01-01T00:00:00Z"_s, u"2033-01-01T00:00:00Z"_s, u"2032-01-01T00:00:00Z"_s};
    for (int i = 0; i < 3; ++i) {
        QJsonObject key = keys.at(i).toObject();
        key.insert("expireDate"_L1, days[i]);
        keys.replace(i, key);
    }
    setKeys(keys);
    QCOMPARE(names(), u"a b c"_s);
    QTest::keyClick(&m_app->window(), Qt::Key_V, Qt::AltModifier);
    press({Qt::Key_O, Qt::Key_X});
    QCOMPARE(names(), u"a c b"_s);
    m_table->setFocus();
    QContextMenuEvent menuKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(m_table, &menuKey);
    press({Qt::Key_S, Qt::Key_G});
    QCOMPARE(names(), u"b c a"_s);
    QVERIFY(m_table->hasFocus());
    QTest::keyClick(&m_app->window(), Qt::Key_V, Qt::AltModifier);
    press({Qt::Key_O, Qt::Key_N});
    QCOMPARE(names(), u"c b a"_s);
}

namespace {

// Where the characters of a cell stand from left to right, as they are painted.
template<typename Delegate>
class Painted : public Delegate
{
public:
    using Delegate::Delegate;
    [[nodiscard]] bool hasMark(const QAbstractItemView &view, const QModelIndex &index) const
    {
        QStyleOptionViewItem option;
        option.initFrom(&view);
        option.widget = &view;
        this->initStyleOption(&option, index);
        return option.features.testFlag(QStyleOptionViewItem::HasDecoration) && !option.icon.isNull();
    }
    [[nodiscard]] QString order(const QAbstractItemView &view, const QModelIndex &index, int width = 0) const
    {
        QStyleOptionViewItem option;
        option.initFrom(&view);
        option.widget = &view;
        option.rect = width > 0 ? QRect(0, 0, width, 20) : QRect();
        this->initStyleOption(&option, index);
        QTextLayout layout(option.text);
        QTextOption how;
        how.setTextDirection(option.direction);
        layout.setTextOption(how);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(2000);
        layout.endLayout();
        QString seen;
        int last = -1;
        for (qreal x = line.naturalTextRect().left(); x < line.naturalTextRect().right(); x += 0.5) {
            const int i = line.xToCursor(x, QTextLine::CursorOnCharacter);
            if (std::exchange(last, i) != i && i < option.text.size() &&
                option.text.at(i).category() != QChar::Other_Format)
                seen += option.text.at(i);
        }
        return seen;
    }
};

} // namespace

void TestApiKeys::aTextReadsInItsOwnDirection_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("painted"); // from left to right
    QTest::newRow("a name") << static_cast<int>(Name) << u"Build (2)!"_s << u"Build (2)!"_s;
    QTest::newRow("a Hebrew name") << static_cast<int>(Name) << u"אב 12!"_s << u"!12 בא"_s;
    QTest::newRow("a mixed one") << static_cast<int>(Name) << u"v2 אב!"_s << u"v2 בא!"_s;
    QTest::newRow("a Hebrew description") << static_cast<int>(ApiKeysModel::Description) << u"אב."_s << u".בא"_s;
}

void TestApiKeys::aTextReadsInItsOwnDirection()
{
    QFETCH(const int, column);
    QFETCH(const QString, text);
    QFETCH(const QString, painted);
    QJsonArray keys = keysOf(u"1:a"_s);
    QJsonObject key = keys.at(0).toObject();
    key.insert(column == Name ? "name"_L1 : "description"_L1, text);
    keys.replace(0, key);
    setKeys(keys);
    TextTable table(u"Changes"_s, {u"Field"_s});
    table.setRows({{u"1"_s, {text}}});
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        m_table->setLayoutDirection(direction);
        table.setLayoutDirection(direction);
        QCOMPARE(Painted<KeyCellDelegate>(nullptr).order(*m_table, m_table->model()->index(0, column)), painted);
        QCOMPARE(Painted<CutTextDelegate>(nullptr).order(table, table.model()->index(0, 0)), painted);
        // A mask before the end of a key, or of a secret, whatever stands in it.
        const QModelIndex secret = m_table->model()->index(0, ApiKeysModel::Key);
        QCOMPARE(Painted<KeyCellDelegate>(nullptr).order(*m_table, secret), secret.data().toString());
    }
}

void TestApiKeys::rightToLeftStartsWithASelection()
{
    QVERIFY(m_app->isKept());
    m_app->quit();
    QApplication::setLayoutDirection(Qt::RightToLeft);
    m_app->startWith({});
    QVERIFY(m_app->isSignedIn());
    m_app->goTo(1);
    m_table = m_app->find<QTableView>(u"API keys"_s);
    QCOMPARE(selectedName(), u"Build server"_s);
    QVERIFY(m_app->find<QPushButton>(u"Copy key"_s)->isEnabled());
}

// And cannot be selected there, which would bring it to the X11 PRIMARY selection.
void TestApiKeys::aRevealedKeyIsReachedByTab()
{
    const QString key = m_app->session().user().apiKeys().constFirst().key().exposeText();
    auto *reveal = m_app->find<QPushButton>(u"Reveal"_s);
    const auto reached = [&key, reveal] {
        reveal->setFocus();
        for (int tabs = 0; tabs < 10; ++tabs) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            auto *label = qobject_cast<QLabel *>(QApplication::focusWidget());
            if (label && AppFixture::nameOf(label).contains(key))
                return label;
        }
        return static_cast<QLabel *>(nullptr);
    };
    QVERIFY(!reached());
    reveal->click();
    QLabel *label = reached();
    QVERIFY(label);
    QCOMPARE(label->textInteractionFlags(), Qt::NoTextInteraction);
    QStringList next; // in reading order
    for (int tabs = 0; tabs < 3; ++tabs) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        next << AppFixture::nameOf(QApplication::focusWidget()).section(u':', 0, 0);
    }
    QCOMPARE(next, QStringList({u"Reveal client secret"_s, u"Copy client secret"_s, u"Permissions"_s}));
    m_app->find<QPushButton>(u"Hide"_s)->click();
    QVERIFY(!label->hasFocus() && label->focusPolicy() == Qt::NoFocus);
    QVERIFY(QApplication::focusWidget() && QApplication::focusWidget()->isVisible());
}

void TestApiKeys::aSaveLeavesTheFocusWhereItIs()
{
    if (!qEnvironmentVariableIsSet("LANYARD_SESSION"))
        QSKIP("Starts a bus for screen readers: run it under tests/support/session.sh.");
    m_app->goTo(0);
    m_app->typeInto(u"City"_s, u"Bari"_s);
    QJsonObject others = m_app->service().user(u"mrossi"_s);
    QJsonArray keys = others.value("apiKeys"_L1).toArray();
    keys.append(keys.takeAt(0)); // the selected one
    others.insert("apiKeys"_L1, keys);
    QVERIFY(m_app->service().setUser(u"mrossi"_s, others));
    QVERIFY(listensAsAReader());
    focusedQuietly.clear();
    const auto before = QAccessible::installUpdateHandler(noteFocus);
    QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
    const bool saved = eventually([this] { return m_app->saveText() == "Saved"_L1; });
    QTest::qWait(50);
    QAccessible::installUpdateHandler(before);
    QVERIFY(saved);
    QVERIFY2(!focusedQuietly.contains(m_table), "a screen reader is sent into a table that nobody sees");
    QVERIFY(!m_table->hasFocus());
    QVERIFY(m_app->session().user().document().value("apiKeys"_L1).toArray() == keys);
    QCOMPARE(selectedName(), u"Build server"_s);
}

void TestApiKeys::copyingSaysWhatTheKeyIs_data()
{
    QTest::addColumn<QJsonObject>("members");
    QTest::addColumn<QString>("said");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto expiring = [&now](int hours) {
        return QJsonObject{{u"expireDate"_s, now.addSecs(hours * 3600).toString(Qt::ISODate)}};
    };
    const QDateTime past = utcMoment(QDate(2024, 5, 3), QTime(12, 0));
    QTest::newRow("usable") << QJsonObject{} << QString();
    QTest::newRow("revoked") << QJsonObject{{u"revoked"_s, true}} << u"it was revoked"_s;
    QTest::newRow("revoked, as a text") << QJsonObject{{u"revoked"_s, u"True"_s}} << u"it was revoked"_s;
    QTest::newRow("expired") << QJsonObject{{u"expireDate"_s, past.toString(Qt::ISODate)}}
                             << u"it expired on "_s + displayTimestamp(past);
    QTest::newRow("expired, a date alone")
        << QJsonObject{{u"expireDate"_s, u"2024-05-03"_s}} << u"it expired on "_s + displayDate(QDate(2024, 5, 3));
    QTest::newRow("expiring") << expiring(47) << u"it expires in 46 hours"_s;
    QTest::newRow("expiring tomorrow") << expiring(20) << u"it expires in 19 hours"_s;
    QTest::newRow("unknown whether revoked") << QJsonObject{{u"revoked"_s, u"maybe"_s}} << u"revoked: maybe"_s;
    QTest::newRow("unknown date") << QJsonObject{{u"expireDate"_s, u"soon"_s}} << u"expires: soon"_s;
}

void TestApiKeys::copyingSaysWhatTheKeyIs()
{
    QFETCH(QJsonObject, members);
    QFETCH(const QString, said);
    members.insert("id"_L1, 1);
    members.insert("name"_L1, u"gate"_s);
    members.insert("key"_L1, u"api_text_of_the_key_1"_s);
    members.insert("clientSecret"_L1, u"cs_text_of_the_secret_1"_s);
    setKeys({members, keysOf(u"2:other"_s).first()});
    for (const QString &button : {u"Copy key"_s, u"Copy client secret"_s}) {
        select(u"gate"_s);
        m_app->press(button);
        QVERIFY(QApplication::clipboard()->text().endsWith(u"_1"_s)); // it is the user's decision
        const QString all = m_app->visibleTexts().join(u" | "_s);
        const QString status = all.mid(all.indexOf(u"“gate” copied"_s)).section(u" | "_s, 0, 0);
        QVERIFY2(status.contains(u" · clears"_s) && status.contains(said), qPrintable(all));
        QCOMPARE(status.contains(u" — "_s), !said.isEmpty());
        QCOMPARE(m_app->messageText(), QString()); // which would move the page
        // What was said of one key does not stand beside the next one.
        select(u"other"_s);
        m_app->press(u"Copy key"_s);
        const QString after = m_app->visibleTexts().join(u" | "_s);
        QVERIFY2(after.contains(u"“other” copied · clears"_s), qPrintable(after));
    }
}

// What was said of a key, and the words that somebody was looking for, are nothing for the next user.
void TestApiKeys::aKeyIsCopiedWhereverTheFocusIs_data()
{
    QTest::addColumn<QString>("widget");
    for (const char *widget : {"API keys", "Reveal", "Copy key", "Copy client secret", "Filter", "Show"})
        QTest::newRow(widget) << QString::fromLatin1(widget);
}

void TestApiKeys::aKeyIsCopiedWhereverTheFocusIs()
{
    QFETCH(const QString, widget);
    QJsonArray keys = keysOf(u"1:a 2:b 3:c"_s);
    QJsonObject key = keys.at(1).toObject();
    key.insert("clientSecret"_L1, u"cs_text_of_the_secret_2"_s);
    keys.replace(1, key);
    setKeys(keys);
    select(u"b"_s);
    // Not their labels, which have the same names.
    if (widget == "Filter"_L1)
        m_app->find<QLineEdit>(widget)->setFocus();
    else if (widget == "Show"_L1)
        m_app->find<QComboBox>(widget)->setFocus();
    else if (widget == "API keys"_L1)
        m_table->setFocus();
    else
        m_app->find<QWidget>(widget)->setFocus();
    QApplication::clipboard()->clear();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text().section(u'_', -1), u"2"_s);
    QCOMPARE(selectedName(), u"b"_s);
}

void TestApiKeys::selectedTextIsCopiedInsteadOfAKey()
{
    setKeys(keysOf(u"1:a 2:b 3:c"_s));
    select(u"b"_s);
    m_app->typeInto(u"Filter"_s, u"b"_s);
    auto *filter = m_app->find<QLineEdit>(u"Filter"_s);
    filter->selectAll();
    QApplication::clipboard()->clear();
    QTest::keyClick(filter, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"b"_s);
}

void TestApiKeys::aRevealedKeyIsCountedDown()
{
    setKeys(keysOf(u"1:a 2:b"_s));
    select(u"b"_s);
    const auto *reveal = static_cast<CountedButton *>(m_app->find<QPushButton>(u"Reveal"_s));
    QTest::keyClick(&m_app->window(), Qt::Key_R, Qt::AltModifier);
    QVERIFY(eventually([reveal] { return reveal->shown() == "Hide (20 s)"_L1; }));
    if (qEnvironmentVariableIsSet("LANYARD_SESSION"))
        QVERIFY(listensAsAReader());
    renamed.clear();
    const auto before = QAccessible::installUpdateHandler(noteRenamed);
    const bool isCounted = eventually([reveal] { return reveal->shown() == "Hide (19 s)"_L1; });
    QAccessible::installUpdateHandler(before);
    QVERIFY(isCounted);
    QVERIFY(!renamed.contains(reveal)); // the count is for the eyes
    QCOMPARE(reveal->accessibleName(), u"Hide"_s);
    QTest::keyClick(&m_app->window(), Qt::Key_R, Qt::AltModifier);
    QVERIFY(eventually([reveal] { return AppFixture::nameOf(reveal) == "Reveal"_L1; }));
    QCOMPARE(reveal->text().remove(u'&'), u"Reveal"_s);
}

void TestApiKeys::aSignOutLeavesNothingOfTheAccount()
{
    setKeys({QJsonObject{{u"id"_s, 1}, {u"name"_s, u"gate"_s}, {u"key"_s, u"api_1"_s}, {u"revoked"_s, true}}});
    select(u"gate"_s);
    // No invitation to copy a key that does not work.
    const auto *copy = m_app->find<QPushButton>(u"Copy key"_s);
    QCOMPARE(copy->palette().color(QPalette::Button), QApplication::palette().color(QPalette::Button));
    m_app->press(u"Copy key"_s);
    QVERIFY(m_app->visibleTexts().join(u'\n').contains(u"it was revoked"_s));
    for (const int page : {1, 2}) {
        m_app->goTo(page);
        m_app->typeInto(u"Filter"_s, u"zz"_s);
    }
    m_app->press(u"Sign out"_s);
    QVERIFY(m_app->isAsked());
    QVERIFY(eventually([this] { return !m_app->visibleTexts().join(u' ').contains("gate"_L1); }));
    QVERIFY(m_app->signIn(u"lanyard"_s));
    for (const int page : {1, 2}) {
        m_app->goTo(page);
        QCOMPARE(m_app->find<QLineEdit>(u"Filter"_s)->text(), QString());
    }
    QCOMPARE(m_table->model()->rowCount(), 1);
}

void TestApiKeys::cutTextsAreWholeInTheirToolTips()
{
    QJsonArray keys = keysOf(u"1:plain 2:other"_s);
    QJsonObject key = keys.first().toObject();
    const QString name = u"A <b>name</b> & more of it "_s.repeated(8).trimmed();
    key.insert("name"_L1, name);
    keys.replace(0, key);
    setKeys(keys);
    QModelIndex index = m_table->model()->index(0, Name);
    QVERIFY(index.data().toString().startsWith(u"A <b>"_s));
    m_table->scrollTo(index);
    const auto toolTipAt = [this](const QPoint &point) {
        QToolTip::hideText();
        static_cast<void>(eventually([] { return !QToolTip::isVisible(); }));
        QHelpEvent help(QEvent::ToolTip, point, m_table->viewport()->mapToGlobal(point));
        QCoreApplication::sendEvent(m_table->viewport(), &help);
        return QToolTip::isVisible() ? QToolTip::text() : QString();
    };
    m_table->setColumnWidth(Name, 100);
    const QString shown = toolTipAt(m_table->visualRect(index).center());
    QVERIFY2(shown.contains("A &lt;b&gt;name&lt;/b&gt; &amp; more of it"_L1), qPrintable(shown));
    QCOMPARE(shown.count("more"_L1), 8);
    QVERIFY(!shown.contains("<b>"_L1));
    // What is seen whole needs none, and a secret has none.
    index = m_table->model()->index(1, Name);
    QCOMPARE(toolTipAt(m_table->visualRect(index).center()), QString());
    for (int row = 0; row < 2; ++row)
        QVERIFY(!m_table->model()->index(row, 1).data(Qt::ToolTipRole).toString().contains("api"_L1));
    QToolTip::hideText();
}

void TestApiKeys::datesShowTheirTime()
{
    QJsonArray keys = keysOf(u"1:a"_s);
    QJsonObject key = keys.first().toObject();
    key.insert("expireDate"_L1, u"2031-05-03T21:45:10Z"_s);
    key.insert("createdDate"_L1, u"2021-05-03T08:15:30+02:00"_s);
    keys.replace(0, key);
    setKeys(keys);
    const auto cell = [this](int column, int role = Qt::DisplayRole) {
        return m_table->model()->index(0, column).data(role).toString();
    };
    const int created = ApiKeysModel::Created;
    QCOMPARE(cell(Expires), displayTimestamp(utcMoment(QDate(2031, 5, 3), QTime(21, 45, 10))));
    QCOMPARE(cell(created), displayTimestamp(utcMoment(QDate(2021, 5, 3), QTime(6, 15, 30))));
    const auto toolTip = [&](int column) { return cell(column, Qt::ToolTipRole); };
    QCOMPARE(toolTip(Expires), leftToRight(u"2031-05-03 21:45:10 UTC"_s)); // in this order in any language
    QCOMPARE(toolTip(created), leftToRight(u"2021-05-03 06:15:30 UTC"_s));
}

void TestApiKeys::aFilterWithoutMatchesSaysSo()
{
    m_app->typeInto(u"Filter"_s, u"no such <b>key</b>"_s);
    QVERIFY2(m_app->visibleTexts().contains(u"No key matches “no such <b>key</b>”."_s),
             qPrintable(m_app->visibleTexts().join(u" | "_s)));
    auto *show = m_app->find<QComboBox>(u"Show"_s);
    show->setFocus();
    QTest::keyClick(show, Qt::Key_End);
    m_app->typeInto(u"Filter"_s, u"kiosk"_s); // there is one, in another state
    QVERIFY2(m_app->visibleTexts().contains(
                 u"No key that is “%1” matches “kiosk”, but others do."_s.arg(show->currentText())),
             qPrintable(m_app->visibleTexts().join(u" | "_s)));
    m_app->press(u"Show all keys"_s);
    QCOMPARE(show->currentText(), u"All"_s);
    QCOMPARE(m_table->model()->rowCount(), 1);
    QVERIFY(m_app->find<QLineEdit>(u"Filter"_s)->hasFocus());
    m_app->typeInto(u"Filter"_s, u"no such key"_s);
    QVERIFY(!m_app->findIfThere<QPushButton>(u"Show all keys"_s));
    m_app->press(u"Clear filter"_s);
    QCOMPARE(m_table->model()->rowCount(), 9);
    QVERIFY(m_table->isVisible());
    QVERIFY(!m_app->findIfThere<QPushButton>(u"Clear filter"_s));
    QVERIFY(m_app->find<QLineEdit>(u"Filter"_s)->hasFocus());
    QVERIFY(!selectedName().isEmpty());
}

void TestApiKeys::theKeyboardGoesFromTheFilterToTheClipboard()
{
    QTest::keyClick(&m_app->window(), Qt::Key_F, Qt::ControlModifier);
    auto *filter = m_app->find<QLineEdit>(u"Filter"_s);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"re"_s);
    const QString first = m_table->model()->index(0, Name).data().toString();
    QCOMPARE(selectedName(), first);
    QTest::keyClick(filter, Qt::Key_Down);
    QVERIFY(m_table->hasFocus());
    QCOMPARE(selectedName(), first);
    QTest::keyClick(m_table, Qt::Key_Down);
    const QString second = m_table->model()->index(1, Name).data().toString();
    QCOMPARE(selectedName(), second);
    QTest::keyClick(m_table, Qt::Key_Return);
    QVERIFY(QApplication::clipboard()->text().startsWith(u"api_"_s));
    QVERIFY(m_app->visibleTexts().join(u' ').contains(u"“"_s + second + u"” copied"_s));
    QVERIFY(m_app->visibleTexts().contains(u"Copied"_s)); // near at hand as well
}

void TestApiKeys::escapeClearsTheFilterFirst()
{
    for (const Qt::Key page : {Qt::Key_2, Qt::Key_3}) {
        QTest::keyClick(&m_app->window(), page, Qt::ControlModifier);
        QTest::keyClick(&m_app->window(), Qt::Key_F, Qt::ControlModifier);
        auto *filter = m_app->find<QLineEdit>(u"Filter"_s);
        QVERIFY(filter->hasFocus());
        QTest::keyClicks(filter, u"re"_s);
        QTest::keyClick(filter, Qt::Key_Escape);
        QCOMPARE(filter->text(), QString());
        QVERIFY(filter->hasFocus());
        QTest::keyClick(filter, Qt::Key_Escape);
        QVERIFY(filter->isVisible());
    }
}

void TestApiKeys::theMenuCopiesTheKeyOfItsPage()
{
    QAction *entry = nullptr;
    for (QAction *menu : m_app->window().menuBar()->actions()) {
        for (QAction *action : menu->menu()->actions()) {
            if (action->text() == "&Copy key"_L1)
                entry = action;
        }
    }
    QVERIFY(entry);
    QCOMPARE(entry->shortcut(), QKeySequence(QKeySequence::Copy));
    QVERIFY(entry->isEnabled());
    QApplication::clipboard()->setText(u"mine"_s);
    entry->trigger();
    QVERIFY(QApplication::clipboard()->text().startsWith(u"api_"_s));
    QApplication::clipboard()->setText(u"mine"_s);
    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier); // which is the list's, as before
    QVERIFY(QApplication::clipboard()->text().startsWith(u"api_"_s));
    m_app->goTo(0);
    QVERIFY(!entry->isEnabled());
}

// Whoever has not searched has not chosen: the key of the row would be that of nobody's choice.
void TestApiKeys::anEmptyFilterCopiesNothing()
{
    QApplication::clipboard()->setText(u"mine"_s);
    QTest::keyClick(&m_app->window(), Qt::Key_2, Qt::ControlModifier);
    auto *filter = m_app->find<QLineEdit>(u"Filter"_s);
    QVERIFY(filter->hasFocus());
    for (const QString &typed : {QString(), u" "_s}) {
        filter->setFocus();
        QTest::keyClicks(filter, typed);
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(QApplication::clipboard()->text(), u"mine"_s);
        QVERIFY(m_table->hasFocus()); // where Enter copies
        QVERIFY(!selectedName().isEmpty());
    }
    filter->setFocus();
    QTest::keyClicks(filter, u"re"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    VERIFY_EVENTUALLY(QApplication::clipboard()->text().startsWith(u"api_"_s));
}

void TestApiKeys::aKeyThatIsNotSimplyUsableSaysSoNotByColourAlone()
{
    QJsonArray keys = keysOf(u"1:old 2:other 3:withdrawn 4:yearly"_s);
    QJsonObject old = keys.at(0).toObject();
    old.insert("expireDate"_L1, u"2021-05-03T21:45:10Z"_s);
    QJsonObject withdrawn = keys.at(2).toObject();
    withdrawn.insert("revoked"_L1, true);
    QJsonObject ending = keys.at(3).toObject();
    ending.insert("expireDate"_L1, QDateTime::currentDateTimeUtc().addDays(3).toString(Qt::ISODate));
    setKeys({old, keys.at(1), withdrawn, ending});
    const auto name = [this](int row, int role) { return m_table->model()->index(row, Name).data(role).toString(); };
    QCOMPARE(name(0, Qt::AccessibleTextRole), u"old, expired"_s);
    QCOMPARE(name(1, Qt::AccessibleTextRole), u"other"_s);
    QCOMPARE(name(2, Qt::AccessibleTextRole), u"withdrawn, revoked"_s);
    QCOMPARE(name(3, Qt::AccessibleTextRole), u"yearly, expires in 3 days"_s);
    QVERIFY(name(0, Qt::ToolTipRole).contains("It no longer works."_L1));
    QVERIFY(name(2, Qt::ToolTipRole).contains("It no longer works."_L1));
    const auto mark = [this](int row, int column) {
        const Painted<KeyCellDelegate> delegate;
        return delegate.hasMark(*m_table, m_table->model()->index(row, column));
    };
    QVERIFY(mark(0, ApiKeysModel::Status));
    QVERIFY(!mark(0, Name)); // it stands beside it
    m_table->hideColumn(ApiKeysModel::Status);
    QVERIFY(mark(0, Name) && !mark(1, Name) && mark(2, Name));
}

void TestApiKeys::copyingAKeyThatHoldsNoneSaysSo()
{
    setKeys({QJsonObject{{u"id"_s, 1}, {u"name"_s, u"Bare"_s}}});
    select(u"Bare"_s);
    QCOMPARE(copied(), QString());
    QVERIFY(m_app->visibleTexts().contains(u"“Bare” holds no key to copy."_s));
}

void TestApiKeys::aListThatIsNotReadWholeSaysSo()
{
    const auto answer = [this](const QJsonArray &keys) {
        QJsonObject user = m_app->session().user().document();
        user.insert("apiKeys"_L1, keys);
        const QJsonObject envelope{{u"success"_s, true}, {u"user"_s, user}};
        m_app->service().failNext({.method = "GET", .status = 200, .body = QJsonDocument(envelope).toJson()});
        QTest::keyClick(&m_app->window(), Qt::Key_F5);
        return eventually([&] { return m_app->session().user().document() == user; });
    };
    QVERIFY(answer({u"api_x"_s, QJsonObject{{u"id"_s, 1}, {u"name"_s, u"Alpha"_s}, {u"key"_s, u"api_a"_s}}}));
    const auto says = [this](const QString &text) {
        return eventually([&] { return m_app->visibleTexts().contains(text); });
    };
    QVERIFY(says(u"1 entry in the service’s list of API keys cannot be read."_s));
    QCOMPARE(m_table->model()->rowCount(), 1);
    QVERIFY(answer({u"api_x"_s, 5}));
    QVERIFY(says(u"2 entries in the service’s list of API keys cannot be read."_s));
    QVERIFY(!m_table->isVisible());
    QVERIFY(answer({}));
    QVERIFY(says(u"This account has no API keys."_s));
}

// Whatever column the current cell is in: a row is what is chosen, and its name is what it is known by.
void TestApiKeys::keysMoveByRowAndByName()
{
    for (const int column : {Name, int(ApiKeysModel::Description)}) {
        m_table->setFocus();
        m_table->setCurrentIndex(m_table->model()->index(2, column));
        QTest::keyClick(m_table, Qt::Key_End);
        QCOMPARE(selectedName(), u"Trade fair Bologna 2023"_s);
        QTest::keyClick(m_table, Qt::Key_Home);
        QCOMPARE(selectedName(), u"Build server"_s);
        QTest::keyClicks(m_table, u"tel"_s);
        QCOMPARE(selectedName(), u"Telemetry pilot"_s);
        QTest::qWait(QApplication::keyboardInputInterval() + 50);
    }
    QTest::keyClick(m_table, Qt::Key_Home);
    QTest::keyClick(m_table, Qt::Key_Right); // a screen reader reads the next column
    QCOMPARE(m_table->currentIndex().column(), m_table->horizontalHeader()->logicalIndex(1));
}

void TestApiKeys::theFilterActionIsOfItsPage()
{
    const auto actions = m_app->window().findChildren<QAction *>();
    const auto filter = std::find_if(actions.begin(), actions.end(),
                                     [](const QAction *action) { return action->shortcut() == QKeySequence::Find; });
    QVERIFY(filter != actions.end());
    QVERIFY((*filter)->isEnabled());
    m_app->goTo(0);
    QVERIFY(!(*filter)->isEnabled());
    QTest::keyClick(&m_app->window(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(!m_table->isVisible());
    QVERIFY(m_app->findIfThere<QLineEdit>(u"First name"_s));
    for (const int page : {1, 2}) {
        m_app->goTo(page);
        QVERIFY((*filter)->isEnabled());
        QTest::keyClick(&m_app->window(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(m_app->find<QLineEdit>(u"Filter"_s)->hasFocus());
    }
    m_app->press(u"Sign out"_s);
    QVERIFY(m_app->isAsked());
    QVERIFY(!(*filter)->isEnabled());
}

// A program that was closed before anybody looked has no widths to remember.
void TestApiKeys::columnsFitWhenThePageIsFirstSeen()
{
    AppFixture other;
    other.start(u"mrossi"_s);
    QVERIFY(other.isAsked());
    const QJsonObject unseen = other.window().placement();
    other.quit();
    QJsonObject placement;
    for (const int width : {0, 333}) { // the second time as the user has set it
        other.start(u"mrossi"_s);
        other.window().restorePlacement(width == 0 ? unseen : placement);
        QVERIFY(width == 0 ? other.signIn(u"lanyard"_s) && other.isKept() : other.isSignedIn());
        other.goTo(1);
        auto *table = other.find<QTableView>(u"API keys"_s);
        const QFontMetrics metrics = table->fontMetrics();
        for (int column = 1; column < 4; ++column) {
            const QString text = table->model()->index(0, column).data().toString();
            QVERIFY2(table->columnWidth(column) > metrics.horizontalAdvance(text), qPrintable(text));
        }
        if (width > 0)
            QCOMPARE(table->columnWidth(Name), width);
        table->setColumnWidth(Name, 333);
        placement = other.window().placement();
        other.quit();
    }
}

void TestApiKeys::columnsFitAStateFarBelow()
{
    constexpr int many = 1500; // Qt measures a thousand
    QJsonArray keys;
    for (int i = 1; i <= many; ++i)
        keys.append(
            QJsonObject{{u"id"_s, i}, {u"name"_s, QString(u"key "_s + QString::number(i))}, {u"key"_s, u"x"_s}});
    QJsonObject last = keys.last().toObject();
    last.insert(u"expireDate"_s, QDateTime::currentDateTimeUtc().addDays(20).toString(Qt::ISODate));
    keys.replace(many - 1, last);
    AppFixture other;
    QJsonObject user = other.service().user(u"mrossi"_s);
    user.insert(u"apiKeys"_s, keys);
    QVERIFY(other.service().setUser(u"mrossi"_s, user));
    other.start(u"mrossi"_s);
    QVERIFY(other.signIn(u"lanyard"_s));
    other.goTo(1);
    auto *table = other.find<QTableView>(u"API keys"_s);
    for (const int column : {ApiKeysModel::Status, ApiKeysModel::Expires}) {
        const auto wanted = [&] { return table->sizeHintForIndex(table->model()->index(many - 1, column)).width(); };
        VERIFY_EVENTUALLY(table->columnWidth(column) >= wanted());
    }
}

// Two keys that expire on the same day, in the morning and in the evening.
void TestApiKeys::aTimeIsShownWholeOrNotAtAll()
{
    const QDate day = QDate::currentDate().addDays(400);
    QJsonArray keys;
    for (const int hour : {5, 17})
        keys.append(QJsonObject{{u"id"_s, hour},
                                {u"name"_s, u"key"_s},
                                {u"key"_s, u"x"_s},
                                {u"expireDate"_s, QDateTime(day, QTime(hour, 43)).toUTC().toString(Qt::ISODate)}});
    QJsonObject user = m_app->service().user(u"mrossi"_s);
    user.insert(u"apiKeys"_s, keys);
    QVERIFY(m_app->service().setUser(u"mrossi"_s, user));
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    VERIFY_EVENTUALLY(m_table->model()->rowCount() == 2);
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    const auto cell = [this](int row) {
        const QRect place = m_table->visualRect(m_table->model()->index(row, ApiKeysModel::Expires));
        return m_table->viewport()->grab(place.adjusted(0, 2, 0, -2)).toImage();
    };
    const QFontMetrics metrics = m_table->fontMetrics();
    const int whole = m_table->sizeHintForIndex(m_table->model()->index(0, ApiKeysModel::Expires)).width();
    m_table->setColumnWidth(ApiKeysModel::Expires, whole);
    QVERIFY(cell(0) != cell(1));
    const QString day1 = m_table->model()->index(0, ApiKeysModel::Expires).data(ApiKeysModel::DayRole).toString();
    QVERIFY(!day1.isEmpty());
    for (int width = whole - 1; width > metrics.horizontalAdvance(day1 + u"0"_s); width -= 3) {
        m_table->setColumnWidth(ApiKeysModel::Expires, width);
        QCOMPARE(cell(0), cell(1));
    }
}

// As an earlier version wrote down a table that nobody had looked at: every column as wide as Qt makes them.
void TestApiKeys::widthsThatNobodyChoseAreNotKept()
{
    QStandardItemModel columns(0, m_table->model()->columnCount());
    QHeaderView header(Qt::Horizontal);
    header.setModel(&columns);
    QVERIFY(m_app->isKept());
    m_app->quit();
    m_app->start(u"mrossi"_s);
    m_app->window().restorePlacement({{u"columns"_s, QString::fromLatin1(header.saveState().toBase64())}});
    QVERIFY(m_app->isSignedIn());
    m_app->goTo(1);
    QVERIFY(m_app->find<QTableView>(u"API keys"_s)->columnWidth(Name) != header.defaultSectionSize());
}

// Until the user sets a width; what was fitted in one window is fitted anew in another.
void TestApiKeys::theColumnsFillEveryWindow()
{
    const auto resizeTo = [this](int width) {
        m_app->window().resize(width, 800);
        VERIFY_EVENTUALLY(m_app->window().width() == width);
        QTest::qWait(50); // layouts
    };
    const auto isFilled = [this] {
        return m_table->horizontalHeader()->length() == m_table->viewport()->width() &&
               !m_table->horizontalScrollBar()->isVisible();
    };
    resizeTo(1000);
    QVERIFY(isFilled());
    const int narrow = m_table->columnWidth(Name);
    const int status = m_table->columnWidth(ApiKeysModel::Status);
    resizeTo(1600);
    QVERIFY(isFilled());
    QVERIFY(m_table->columnWidth(Name) > narrow + 200);
    QVERIFY(m_table->columnWidth(Name) > static_cast<QAbstractItemView *>(m_table)->sizeHintForColumn(Name));
    QCOMPARE(m_table->columnWidth(ApiKeysModel::Status), status);
    const QJsonObject wide = m_app->window().placement();
    resizeTo(900);
    QVERIFY(isFilled());
    m_table->setColumnWidth(ApiKeysModel::Status, 177);
    const int name = m_table->columnWidth(Name);
    resizeTo(1600);
    QCOMPARE(m_table->columnWidth(Name), name);
    QCOMPARE(m_table->columnWidth(ApiKeysModel::Status), 177);
    QVERIFY(isFilled());
    QVERIFY(m_app->isKept());
    m_app->quit();
    m_app->start(u"mrossi"_s);
    m_app->window().restorePlacement(wide);
    QVERIFY(m_app->isSignedIn());
    m_app->goTo(1);
    m_table = m_app->find<QTableView>(u"API keys"_s);
    resizeTo(1000);
    QCOMPARE(m_table->columnWidth(Name), narrow);
}

namespace {

QString columnsOf(const QTableView &table)
{
    QStringList names;
    const QHeaderView *header = table.horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        if (!header->isSectionHidden(column))
            names << table.model()->headerData(column, Qt::Horizontal).toString();
    }
    return names.join(u", "_s);
}

QJsonObject wholeKey()
{
    return {{u"id"_s, 1},
            {u"name"_s, u"gate"_s},
            {u"key"_s, u"api_text_of_the_key_1"_s},
            {u"clientSecret"_s, u"cs_text_of_the_secret_1"_s},
            {u"ownerId"_s, u"somebody-else"_s},
            {u"permissions"_s, 3},
            {u"createdDate"_s, u"2021-05-03T08:15:30+02:00"_s},
            {u"expireDate"_s, u"2131-05-03T21:45:10Z"_s},
            {u"description"_s, u"First line.\nSecond line."_s}};
}

} // namespace

void TestApiKeys::theTimeOfAMomentGivesWayToTheNames()
{
    m_app->window().resize(800, 600);
    COMPARE_EVENTUALLY(m_app->window().width(), 800);
    QVERIFY(!m_table->horizontalScrollBar()->isVisible());
    const auto room = [this](int column, const QString &text) {
        return m_table->columnWidth(column) - m_table->fontMetrics().horizontalAdvance(text);
    };
    VERIFY_EVENTUALLY(room(ApiKeysModel::Name, u"Former partner"_s) > 6);
    QVERIFY(room(Expires, displayDate(QDate(2028, 11, 28)) + u"…"_s) > 6);
}

void TestApiKeys::theTableShowsWhatMattersFirst()
{
    QCOMPARE(columnsOf(*m_table), u"Name, Key, Status, Expires, Permissions"_s);
    QVERIFY(!m_table->horizontalScrollBar()->isVisible());
}

// From the menu bar, from the menu of a row, and from that of the header; kept for the next start.
void TestApiKeys::columnsAreSwitchedByKeysAndRemembered()
{
    const auto pressInMenus = [](const QList<Qt::Key> &keys) {
        for (const Qt::Key key : keys) {
            QVERIFY(eventually([] { return QApplication::activePopupWidget(); }));
            QTest::keyClick(QApplication::activePopupWidget(), key);
        }
        QVERIFY(eventually([] { return !QApplication::activePopupWidget(); }));
    };
    QTest::keyClick(&m_app->window(), Qt::Key_V, Qt::AltModifier);
    pressInMenus({Qt::Key_C, Qt::Key_R});
    QCOMPARE(columnsOf(*m_table), u"Name, Key, Status, Expires, Permissions, Created"_s);
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_F10, Qt::ShiftModifier);
    pressInMenus({Qt::Key_M, Qt::Key_P});
    QCOMPARE(columnsOf(*m_table), u"Name, Key, Status, Expires, Created"_s);
    QHeaderView *header = m_table->horizontalHeader();
    QContextMenuEvent onHeader(QContextMenuEvent::Mouse, QPoint(5, 5), header->viewport()->mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(header->viewport(), &onHeader);
    pressInMenus({Qt::Key_D});
    QCOMPARE(columnsOf(*m_table), u"Name, Key, Status, Expires, Created, Description"_s);
    const QJsonObject placement = m_app->window().placement();
    QVERIFY(m_app->isKept());
    m_app->quit();
    m_app->start(u"mrossi"_s);
    m_app->window().restorePlacement(placement);
    QVERIFY(m_app->isSignedIn());
    m_app->goTo(1);
    QCOMPARE(columnsOf(*m_app->find<QTableView>(u"API keys"_s)), u"Name, Key, Status, Expires, Created, Description"_s);
}

void TestApiKeys::theDetailsSayEverythingAboutTheKey()
{
    setKeys({wholeKey(), keysOf(u"2:other"_s).first()});
    select(u"gate"_s);
    const QDateTime created = utcMoment(QDate(2021, 5, 3), QTime(6, 15, 30));
    const QDateTime end = utcMoment(QDate(2131, 5, 3), QTime(21, 45, 10));
    for (const QString &text :
         {u"gate"_s, u"Usable until %1."_s.arg(displayTimestamp(end)), u"Read, Write"_s,
          displayTimestamp(created) + u" (2021-05-03 06:15:30 UTC)"_s,
          displayTimestamp(end) + u" (2131-05-03 21:45:10 UTC)"_s, u"First line.\nSecond line."_s})
        QVERIFY2(m_app->visibleTexts().contains(text), qPrintable(text));
    for (const QString &spoken : {u"Key: ••••••••ey_1"_s, u"Client secret: ••••••••et_1"_s, u"Owner: somebody-else"_s,
                                  u"Permissions: Read, Write"_s})
        QVERIFY2(m_app->findIfThere<QLabel>(spoken), qPrintable(spoken));
    // Each value can be selected, with the keyboard too.
    auto *owner = m_app->find<QLabel>(u"Owner: somebody-else"_s);
    QVERIFY((owner->focusPolicy() & Qt::TabFocus) != 0);
    // Its name holds what stands before it: as its label, that would be read twice.
    QVERIFY(QAccessible::queryAccessibleInterface(owner)->relations(QAccessible::Label).isEmpty());
    owner->setFocus(Qt::TabFocusReason);
    QTest::keyClick(owner, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text().remove(QChar(0x200E)), u"somebody-else"_s);
}

void TestApiKeys::aKeyWithoutANameSaysSo()
{
    QJsonObject unnamed = wholeKey();
    unnamed.remove("name"_L1);
    setKeys({unnamed, keysOf(u"2:a"_s).first()});
    select(u"(no name)"_s);
    QCOMPARE(selectedName(), u"(no name)"_s);
    QCOMPARE(m_table->currentIndex().row(), 0);              // before all others
    QVERIFY(m_app->visibleTexts().contains(u"(no name)"_s)); // in the details, too
    QCOMPARE(m_table->currentIndex().siblingAtColumn(Name).data(Qt::AccessibleTextRole).toString(), u"(no name)"_s);
    QStyleOptionViewItem options[] = {{}, {}};
    class Reading : public KeyCellDelegate
    {
    public:
        using KeyCellDelegate::initStyleOption;
    };
    Reading delegate;
    for (int row = 0; row < 2; ++row)
        delegate.initStyleOption(&options[row], m_table->model()->index(row, Name));
    QVERIFY(options[0].palette.color(QPalette::Text) != options[1].palette.color(QPalette::Text));
}

void TestApiKeys::aNameOfAnyLengthLeavesRoomForTheRest()
{
    QJsonObject key = wholeKey();
    const QString name = u"gate "_s.repeated(40'000);
    key.insert("name"_L1, name);
    setKeys({key});
    m_table->selectRow(0);
    auto *details = m_app->window().findChild<KeyDetails *>();
    const auto *heading = details->findChild<Heading *>();
    QVERIFY(heading->text().startsWith(u"gate gate"_s));
    VERIFY_EVENTUALLY(heading->height() <= 4 * heading->fontMetrics().lineSpacing());
    VERIFY_EVENTUALLY(m_table->height() >= 3 * m_table->rowHeight(0));
    const auto *whole = details->findChild<ValueLabel *>(); // the first value: as much as anything shows of it
    QVERIFY(whole->accessibleName().startsWith(u"Name: gate gate"_s));
    QVERIFY(whole->text().size() > 1500);
    QVERIFY(m_table->currentIndex().siblingAtColumn(Name).data().toString().size() <= 501);
}

void TestApiKeys::whatAKeyDoesNotHaveIsLeftOut()
{
    QJsonObject key = wholeKey();
    const QString me = m_app->session().user().id();
    key.insert("ownerId"_L1, me);
    for (const auto member : {"clientSecret"_L1, "description"_L1, "createdDate"_L1})
        key.remove(member);
    setKeys({key});
    select(u"gate"_s);
    for (const QString &label : {u"Client secret"_s, u"Description"_s, u"Created"_s, u"Owner"_s})
        QVERIFY2(!m_app->findIfThere<QLabel>(label), qPrintable(label));
    QVERIFY(!m_app->findIfThere<QAbstractButton>(u"Copy client secret"_s));
    QVERIFY(m_app->findIfThere<QLabel>(u"Permissions"_s));
}

void TestApiKeys::aTimeAndTheSameInUtcStandInTheirOrder()
{
    const auto restored = qScopeGuard([usual = QLocale()] { QLocale::setDefault(usual); });
    for (const char *locale : {"en_US", "ar_EG"}) {
        QLocale::setDefault(QLocale(QLatin1StringView(locale)));
        QJsonObject key = wholeKey();
        key.insert("createdDate"_L1, u"2022-11-11T11:11:11Z"_s);
        setKeys({key, keysOf(u"2:other"_s).first()});
        select(u"other"_s);
        select(u"gate"_s);
        const auto texts = m_app->window().findChild<KeyDetails *>()->findChildren<QLabel *>();
        const auto created = std::find_if(texts.begin(), texts.end(), [](const QLabel *label) {
            return label->text().contains("2022-11-11 11:11:11 UTC"_L1);
        });
        QVERIFY(created != texts.end());
        // Between marks where the other one reads right to left, in this window that reads left to right too.
        const bool isMarked = (*created)->text().contains(u"(\u20662022-11-11 11:11:11 UTC\u2069)"_s);
        QCOMPARE(isMarked, QLocale().textDirection() == Qt::RightToLeft);
    }
}

void TestApiKeys::secretsAreRevealedInTheDetailsAndHiddenAgain()
{
    setKeys({wholeKey(), keysOf(u"2:other"_s).first()});
    select(u"gate"_s);
    m_app->press(u"Reveal"_s);
    QVERIFY(m_app->findIfThere<QLabel>(u"Key: api_text_of_the_key_1"_s));
    QVERIFY(m_app->findIfThere<QLabel>(u"Client secret: ••••••••et_1"_s)); // nobody asked for it
    m_app->press(u"Reveal client secret"_s);
    QVERIFY(m_app->findIfThere<QLabel>(u"Client secret: cs_text_of_the_secret_1"_s));
    QVERIFY(m_app->findIfThere<QLabel>(u"Key: ••••••••ey_1"_s));
    QVERIFY(m_app->findIfThere<QPushButton>(u"Reveal"_s));
    m_app->press(u"Hide client secret"_s);
    QVERIFY(!m_app->visibleTexts().join(u' ').contains("text_of_the"_L1));
    m_app->press(u"Reveal"_s);
    m_app->press(u"Hide"_s);
    QVERIFY(m_app->findIfThere<QLabel>(u"Key: ••••••••ey_1"_s));
    m_app->press(u"Reveal"_s);
    m_app->goTo(0);
    QVERIFY(!m_app->visibleTexts().join(u' ').contains("text_of_the"_L1));
    m_app->goTo(1);
    QVERIFY(!m_app->visibleTexts().join(u' ').contains("text_of_the"_L1));
}

namespace {

// Where everything in the details and every column stands.
QString placesOf(const QWidget &window, const QTableView &table)
{
    QStringList places;
    for (const QList<QWidget *> widgets = window.findChild<KeyDetails *>()->findChildren<QWidget *>();
         const QWidget *widget : widgets) {
        const QPoint place = widget->mapTo(&window, QPoint(0, 0));
        if (widget->isVisible())
            places << u"%1 %2 %3 %4"_s.arg(QLatin1StringView(widget->metaObject()->className()))
                          .arg(place.x())
                          .arg(place.y())
                          .arg(widget->height());
    }
    for (int column = 0; column < table.model()->columnCount(); ++column)
        places << QString::number(table.columnWidth(column));
    return places.join(u'\n');
}

// What stands elsewhere than it did; empty if nothing moved.
QString movedBetween(const QString &before, const QString &after)
{
    const QStringList old = before.split(u'\n');
    const QStringList now = after.split(u'\n');
    QString moved = old.size() == now.size() ? QString() : u"more or less"_s;
    for (qsizetype i = 0; i < qMin(old.size(), now.size()); ++i) {
        if (old.at(i) != now.at(i))
            moved += old.at(i) + u" -> "_s + now.at(i) + u'\n';
    }
    return moved;
}

} // namespace

// Also where the details are below the end of the page, and the list has the focus.
void TestApiKeys::aRevealedKeyIsInSight()
{
    m_app->window().resize(500, 420);
    VERIFY_EVENTUALLY(m_app->window().height() == 420);
    QTest::qWait(150);
    select(u"Build server"_s);
    const auto keyInSight = [this] {
        const auto labels = m_app->window().findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->accessibleName().startsWith(u"Key: api_"_s) &&
                   label->visibleRegion().boundingRect().height() >= label->fontMetrics().height();
        });
    };
    m_app->press(u"Reveal"_s);
    VERIFY_EVENTUALLY(keyInSight());
}

// A part of it serves nobody but who looks on.
void TestApiKeys::aColumnWithoutRoomKeepsTheMask()
{
    select(u"Build server"_s);
    const QModelIndex key = m_table->currentIndex().siblingAtColumn(ApiKeysModel::Key);
    const QString mask = key.data().toString();
    m_app->press(u"Reveal"_s);
    VERIFY_EVENTUALLY(key.data().toString().startsWith(u"api_"_s));
    const Painted<KeyCellDelegate> delegate(nullptr);
    QCOMPARE(delegate.order(*m_table, key, 2000), key.data().toString());
    QCOMPARE(delegate.order(*m_table, key, m_table->fontMetrics().horizontalAdvance(mask)), mask);
}

void TestApiKeys::revealingMovesNothing_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("length");
    QTest::addColumn<bool>("isInOneLine");
    QTest::newRow("a usual key") << 1000 << 28 << true;
    QTest::newRow("in a large window") << 1800 << 64 << true;
    QTest::newRow("in a small window") << 500 << 28 << true;
    QTest::newRow("one that cannot fit") << 500 << 200 << false;
}

void TestApiKeys::revealingMovesNothing()
{
    QFETCH(const int, width);
    QFETCH(const int, length);
    QFETCH(const bool, isInOneLine);
    QJsonObject key = wholeKey();
    key.insert("key"_L1, u"api_"_s + QString(length - 4, u'W'));
    setKeys({key, keysOf(u"2:other"_s).first()});
    select(u"gate"_s);
    m_app->window().resize(width, 800);
    VERIFY_EVENTUALLY(m_app->window().width() == width);
    QString before;
    QVERIFY(eventually([&] { // the sidebar, the page and the details find their places one after the other
        QTest::qWait(150);
        const QString now = placesOf(m_app->window(), *m_table);
        return std::exchange(before, now) == now;
    }));
    m_app->press(u"Reveal"_s);
    const auto labels = m_app->window().findChildren<QLabel *>();
    const auto shown = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->accessibleName().startsWith(u"Key: api_"_s);
    });
    QVERIFY(shown != labels.end());
    QTest::qWait(50);
    QCOMPARE(movedBetween(before, placesOf(m_app->window(), *m_table)), QString());
    const int line = (*shown)->fontMetrics().lineSpacing();
    QVERIFY2(((*shown)->height() < 2 * line) == isInOneLine, qPrintable(QString::number((*shown)->height())));
    const int lines = isInOneLine ? 1 : (*shown)->height() / line;
    QVERIFY((*shown)->width() * lines >= (*shown)->fontMetrics().horizontalAdvance(u'W') * length);
    m_app->press(u"Hide"_s);
    QTest::qWait(50);
    QCOMPARE(movedBetween(before, placesOf(m_app->window(), *m_table)), QString());
}

void TestApiKeys::theCommandsKeepTheirPlaceFromKeyToKey_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("in a usual window") << QSize(1000, 740);
    QTest::newRow("in a small window") << QSize(640, 480);
}

// Nor does the list move, nor does a copy move anything.
void TestApiKeys::theCommandsKeepTheirPlaceFromKeyToKey()
{
    QFETCH(const QSize, size);
    m_app->window().resize(size);
    VERIFY_EVENTUALLY(m_app->window().size() == size);
    const auto place = [this](QWidget *widget) {
        return QRect(widget->mapTo(&m_app->window(), QPoint(0, 0)), widget->size());
    };
    auto *copy = m_app->find<QAbstractButton>(u"Copy key"_s);
    const auto laidOut = [] {
        for (int turn = 0; turn < 10; ++turn) // one a layout, from the inside out
            QCoreApplication::processEvents();
        return true;
    };
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_Home, Qt::ControlModifier);
    VERIFY_EVENTUALLY(laidOut() && !copy->visibleRegion().isEmpty());
    const QRect copyBefore = place(copy);
    const QRect tableBefore = place(m_table);
    for (int row = 0; row < m_table->model()->rowCount(); ++row) {
        QCOMPARE(m_table->currentIndex().row(), row);
        QVERIFY(laidOut());
        COMPARE_EVENTUALLY(place(copy), copyBefore);
        COMPARE_EVENTUALLY(place(m_table), tableBefore);
        if (row + 1 < m_table->model()->rowCount()) // the page scrolls by what the list has no row for
            QTest::keyClick(m_table, Qt::Key_Down);
    }
    QTest::keyClick(m_table, Qt::Key_Home, Qt::ControlModifier); // a copy of a dead one brings a message
    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(m_app->visibleTexts().contains(u"Copied"_s));
    QVERIFY(laidOut());
    COMPARE_EVENTUALLY(place(m_table), tableBefore);
}

void TestApiKeys::aMomentFitsInItsLine()
{
    setKeys({wholeKey(), keysOf(u"2:other"_s).first()});
    select(u"gate"_s);
    for (const int width : {1000, 1120}) {
        m_app->window().resize(width, 800);
        VERIFY_EVENTUALLY(m_app->window().width() == width);
        const auto areInALine = [this] {
            const auto labels = m_app->window().findChildren<QLabel *>();
            return std::all_of(labels.begin(), labels.end(), [](const QLabel *label) {
                return !label->isVisible() || !label->text().contains(" UTC)"_L1) ||
                       label->height() < 2 * label->fontMetrics().lineSpacing();
            });
        };
        VERIFY_EVENTUALLY(areInALine()); // layouts take their time
    }
}

void TestApiKeys::aMomentKeepsItsOrderRightToLeft()
{
    const auto restored = qScopeGuard([usual = QLocale()] {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QLocale::setDefault(usual);
    });
    QLocale::setDefault(QLocale(u"en_GB"_s)); // in digits: no letter before them tells their direction
    setKeys({wholeKey()});
    select(u"gate"_s);
    const QString exact = u"2021-05-03 06:15:30 UTC"_s;
    const auto *label = m_app->find<QLabel>(
        u"Created: %1 (%2)"_s.arg(displayTimestamp(utcMoment(QDate(2021, 5, 3), QTime(6, 15, 30))), exact));
    QVERIFY(label);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    const auto isInOrder = [&] {
        QTextLayout layout(label->text(), label->font());
        QTextOption option;
        option.setTextDirection(label->layoutDirection());
        layout.setTextOption(option);
        layout.beginLayout();
        const QTextLine line = layout.createLine();
        layout.endLayout();
        const int begin = static_cast<int>(label->text().indexOf(exact));
        return label->isRightToLeft() && line.cursorToX(begin + 1) < line.cursorToX(begin + 12) &&
               line.cursorToX(begin + 12) < line.cursorToX(begin + 22);
    };
    VERIFY_EVENTUALLY(isInOrder());
    QVERIFY(m_app->findIfThere<QLabel>(label->accessibleName().remove(QChar(0x2068)).remove(QChar(0x2066))));
}

void TestApiKeys::eachKeyHasItsValuesAtTheSamePlaces()
{
    QJsonObject longer = wholeKey();
    longer.insert("clientSecret"_L1, u"cs_"_s + QString(80, u'W'));
    longer.insert("name"_L1, u"longer"_s);
    longer.insert("id"_L1, 3);
    setKeys({wholeKey(), longer});
    m_app->window().resize(1280, 800);
    VERIFY_EVENTUALLY(m_app->window().width() == 1280);
    const auto placesFor = [this](const QString &key) {
        select(key);
        QTest::qWait(50); // layouts
        QList<int> places;
        for (const QString &name : {u"Key"_s, u"Client secret"_s, u"Permissions"_s, u"Expires"_s})
            places << m_app->find<QLabel>(name)->mapTo(&m_app->window(), QPoint()).x();
        return places;
    };
    const QList<int> places = placesFor(u"gate"_s);
    QVERIFY(places.at(0) < places.at(1) && places.at(1) == places.at(3)); // in two columns
    QCOMPARE(placesFor(u"longer"_s), places);
    auto *reveal = m_app->find<QAbstractButton>(u"Reveal client secret"_s);
    QList<int> order; // the value before what acts on it
    for (const QWidget *part :
         {static_cast<QWidget *>(reveal->parentWidget()->findChild<QLabel *>()), static_cast<QWidget *>(reveal),
          static_cast<QWidget *>(m_app->find<QAbstractButton>(u"Copy client secret"_s))})
        order << part->mapTo(&m_app->window(), QPoint()).x();
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

// It would go to the clipboard past the countdown that clears it.
void TestApiKeys::aSecretInTheDetailsCannotBeSelected()
{
    setKeys({wholeKey()});
    select(u"gate"_s);
    for (const auto &[button, name] : {std::pair(u"Reveal"_s, u"Key: api_text_of_the_key_1"_s),
                                       {u"Reveal client secret"_s, u"Client secret: cs_text_of_the_secret_1"_s}}) {
        m_app->press(button);
        QVERIFY(!m_app->find<QLabel>(name)->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
    }
}

void TestApiKeys::theDetailsFollowTheDesktopIntoTheDark()
{
    setKeys({wholeKey()});
    select(u"gate"_s);
    const auto *owner = m_app->find<QLabel>(u"Owner: somebody-else"_s);
    const auto background = [owner] { return owner->palette().color(QPalette::Window).lightnessF(); };
    QVERIFY(background() > 0.5F);
    const QPalette before = QApplication::palette();
    const auto back = qScopeGuard([before] { QApplication::setPalette(before); });
    QApplication::setPalette(QPalette(QColor(0x3A, 0x3D, 0x42), QColor(0x2B, 0x2D, 0x31)));
    QVERIFY(eventually([&] { return background() < 0.5F; }));
}

QString TestApiKeys::paintedKey(int row) const
{
    const auto *delegate = static_cast<KeyCellDelegate *>(m_table->itemDelegate());
    class Reading : public KeyCellDelegate
    {
    public:
        static QString text(const KeyCellDelegate &of, const QModelIndex &index)
        {
            QStyleOptionViewItem option;
            (of.*(&Reading::initStyleOption))(&option, index);
            return option.text;
        }
    };
    return Reading::text(*delegate, m_table->model()->index(row, ApiKeysModel::Key));
}

void TestApiKeys::aCopyIsConfirmedInTheRow()
{
    setKeys(keysOf(u"1:a 2:b"_s));
    select(u"b"_s);
    m_app->press(u"Copy key"_s);
    QCOMPARE(paintedKey(1), u"Copied"_s);
    QVERIFY(paintedKey(0) != "Copied"_L1);
    QVERIFY(eventually([&] { return paintedKey(1) != "Copied"_L1; }));
}

void TestApiKeys::theHeaderCountsTheKeys()
{
    QVERIFY(m_app->visibleTexts().contains(u"9 keys, 6 usable"_s));
    m_app->typeInto(u"Filter"_s, u"support"_s);
    QVERIFY(m_app->visibleTexts().contains(u"1 of 9 keys"_s));
}

void TestApiKeys::keysThatExpireSoonAreShownWithOnePress()
{
    QVERIFY(m_app->visibleTexts().contains(u"1 key expires within 7 days: Support desk"_s));
    m_app->typeInto(u"Filter"_s, u"kiosk"_s);
    const int top = m_table->mapToGlobal(QPoint()).y();
    m_app->press(u"Show expiring keys"_s);
    QCOMPARE(m_app->find<QComboBox>(u"Show"_s)->currentText(), u"Expiring"_s);
    QCOMPARE(m_table->model()->rowCount(), 1);
    QCOMPARE(selectedName(), u"Support desk"_s);
    QCOMPARE(m_table->mapToGlobal(QPoint()).y(), top); // the line stays, and with it the commands
    QVERIFY(!m_app->findIfThere<QPushButton>(u"Show expiring keys"_s));
    m_app->press(u"Show all keys"_s);
    QCOMPARE(m_table->model()->rowCount(), 9);
    QVERIFY(m_app->find<QPushButton>(u"Show expiring keys"_s));
}

void TestApiKeys::theMostUrgentOfThemStandsFirst()
{
    QJsonArray keys = keysOf(u"1:a 2:b 3:c 4:d"_s);
    const QList<int> hours{30, 5, 20, 0};
    for (qsizetype i = 0; i < keys.size(); ++i) {
        QJsonObject key = keys.at(i).toObject();
        if (hours.at(i) > 0)
            key.insert("expireDate"_L1,
                       QDateTime::currentDateTimeUtc().addSecs(hours.at(i) * 3600).toString(Qt::ISODate));
        keys[i] = key;
    }
    setKeys(keys);
    m_app->press(u"Show expiring keys"_s);
    QStringList names;
    for (int row = 0; row < m_table->model()->rowCount(); ++row)
        names << m_table->model()->index(row, Name).data().toString();
    QCOMPARE(names, (QStringList{u"b"_s, u"c"_s, u"a"_s}));
}

void TestApiKeys::theKeyOfThisSignInIsMarked()
{
    QVERIFY(!m_app->visibleTexts().contains(u"This sign-in uses this key."_s));
    m_app->press(u"Sign out"_s);
    QVERIFY(m_app->signInWithKey(u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s));
    m_app->goTo(1);
    select(u"Kiosk"_s);
    QVERIFY(!m_app->visibleTexts().contains(u"This sign-in uses this key."_s));
    select(u"Build server"_s);
    QVERIFY(m_app->visibleTexts().contains(u"This sign-in uses this key."_s));
    m_app->press(u"Copy key"_s);
    const QString seen = m_app->visibleTexts().join(u'\n');
    QVERIFY2(seen.contains(u"you are signed in with it"_s), qPrintable(seen));
}

void TestApiKeys::noNameCutsAWarningAboutPastingAway_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {640, 900, 1200, 1600})
        QTest::addRow("%d", width) << width;
}

void TestApiKeys::noNameCutsAWarningAboutPastingAway()
{
    QFETCH(const int, width);
    const QString name = u"a name of many words, and then some more of them"_s;
    setKeys(QJsonArray{QJsonObject{{u"id"_s, 2}, {u"name"_s, name}, {u"key"_s, u"api_text\nof_the_key_2"_s}}});
    m_app->window().resize(width, 600);
    COMPARE_EVENTUALLY(m_app->window().width(), width);
    select(name);
    m_app->press(u"Copy key"_s);
    const auto labels = m_app->window().findChildren<CutLabel *>();
    const auto said = std::find_if(labels.begin(), labels.end(),
                                   [](const CutLabel *label) { return label->text().contains("clears in"_L1); });
    QVERIFY(said != labels.end());
    const auto seen = [label = *said] {
        return label->fontMetrics().elidedText(label->text(), Qt::ElideRight, label->contentsRect().width());
    };
    VERIFY_EVENTUALLY(seen().contains(u"⚠ Do not paste it into a terminal"_s));
}

void TestApiKeys::aSmallWindowKeepsThreeRows()
{
    m_app->window().resize(640, 480);
    COMPARE_EVENTUALLY(m_app->window().height(), 480);
    const int row = m_table->visualRect(m_table->model()->index(0, Name)).height();
    QVERIFY(m_table->viewport()->height() >= 3 * row);
    // And the values of a key have a place below them.
    auto *copy = m_app->find<QAbstractButton>(u"Copy client secret"_s);
    copy->setFocus(Qt::TabFocusReason);
    VERIFY_EVENTUALLY(!copy->visibleRegion().isEmpty());
}

// By its letters in the menu.
void TestApiKeys::chooseForm(const QList<Qt::Key> &keys)
{
    QTest::keyClick(&m_app->window(), Qt::Key_P, Qt::AltModifier);
    for (const Qt::Key key : keys) {
        QVERIFY(eventually([] { return QApplication::activePopupWidget(); }));
        QTest::keyClick(QApplication::activePopupWidget(), key);
    }
    QVERIFY(eventually([] { return !QApplication::activePopupWidget(); }));
}

void TestApiKeys::aKeyIsCopiedAsAFormWithoutItsValueFirst()
{
    setKeys(keysOf(u"1:a 2:b"_s));
    select(u"b"_s);
    // The first entry of each form.
    chooseForm({Qt::Key_H, Qt::Key_O});
    QCOMPARE(QApplication::clipboard()->text(), u"x-api-key: ••••••••"_s);
    QVERIFY(m_app->visibleTexts().contains(u"Copied as a request header, without the key"_s));
    QVERIFY(!m_app->visibleTexts().join(u' ').contains(u"clears in"_s));
    chooseForm({Qt::Key_H, Qt::Key_K});
    QCOMPARE(QApplication::clipboard()->text(), u"x-api-key: api_text_of_the_key_2"_s);
    const QString texts = m_app->visibleTexts().join(u" | "_s);
    QVERIFY2(texts.contains(u"Key “b” copied as a request header · clears in"_s), qPrintable(texts));
    const auto secondsLeft = [this] {
        static const QRegularExpression left(u" · clears in (\\d+) s"_s);
        return left.match(m_app->visibleTexts().join(u' ')).captured(1).toInt();
    };
    const int atFirst = secondsLeft();
    VERIFY_EVENTUALLY(secondsLeft() > 0 && secondsLeft() < atFirst);
    chooseForm({Qt::Key_C, Qt::Key_O});
    QVERIFY(QApplication::clipboard()->text().contains(m_app->service().address()));
    QVERIFY(!QApplication::clipboard()->text().contains("api_text"_L1));
}

void TestApiKeys::nothingSpeaksOfAKeyThatLeftTheClipboard_data()
{
    QTest::addColumn<bool>("byForm");
    QTest::newRow("the form without the key") << true;
    QTest::newRow("anything else") << false;
}

void TestApiKeys::nothingSpeaksOfAKeyThatLeftTheClipboard()
{
    QFETCH(const bool, byForm);
    QJsonObject ending = keysOf(u"1:ending"_s).first().toObject();
    ending.insert(u"expireDate"_s, QDateTime::currentDateTimeUtc().addDays(9).toString(Qt::ISODate));
    setKeys({ending, keysOf(u"2:other"_s).first()});
    select(u"ending"_s);
    chooseForm({Qt::Key_J, Qt::Key_K});
    QVERIFY(m_app->visibleTexts().join(u' ').contains(u"it expires in 9 days · clears in"_s));
    QCOMPARE(paintedKey(0), u"Copied"_s);
    if (byForm)
        chooseForm({Qt::Key_J, Qt::Key_O});
    else
        QApplication::clipboard()->setText(u"something of the user's own"_s);
    QVERIFY(paintedKey(0) != "Copied"_L1);
    const QStringList texts = m_app->visibleTexts();
    QVERIFY2(!texts.join(u' ').contains(u"clears in"_s), qPrintable(texts.join(u" | "_s)));
    QVERIFY(!texts.contains(u"Copied"_s));
    QCOMPARE(texts.contains(u"Copied as JSON, without the key"_s), byForm);
    QVERIFY(!QApplication::clipboard()->text().contains("api_text"_L1));
}

// Its layout is Lanyard's.
void TestApiKeys::onlyAKeyWithInvisibleCharactersIsWarnedOf()
{
    const QJsonObject broken{{u"id"_s, 2}, {u"name"_s, u"broken"_s}, {u"key"_s, u"api_text\nof_the_key_2"_s}};
    setKeys({keysOf(u"1:plain"_s).first(), broken});
    select(u"plain"_s);
    for (const Qt::Key form : {Qt::Key_H, Qt::Key_C, Qt::Key_E, Qt::Key_J}) {
        chooseForm({form, Qt::Key_K});
        QVERIFY(QApplication::clipboard()->text().contains("api_text"_L1));
        QVERIFY(!m_app->visibleTexts().join(u' ').contains(u"invisible"_s));
    }
    select(u"broken"_s);
    m_app->press(u"Copy key"_s);
    QVERIFY(m_app->visibleTexts().join(u' ').contains(u"it contains invisible characters"_s));
    QCOMPARE(m_app->messageText(), QString());
}

// While the menu is closed, too: assistive technology reads it then.
void TestApiKeys::aFormThatCannotHoldTheKeySaysWhy()
{
    const QJsonObject broken{{u"id"_s, 2}, {u"name"_s, u"broken"_s}, {u"key"_s, u"api_text\nof_the_key_2"_s}};
    const auto enabled = [this](const QString &form) {
        QString states;
        for (const QMenu *menu : m_app->window().findChildren<QMenu *>()) {
            if (menu->title().remove(u'&') != form)
                continue;
            for (QAction *action : menu->actions()) {
                const auto entry = action->isVisible() && action->text().contains("he &key"_L1);
                states += entry || action->text() == "With&out the key"_L1 ? (action->isEnabled() ? u"+"_s : u"-"_s)
                          : action->isVisible()                            ? u" "_s + action->text()
                                                                           : QString();
            }
        }
        return states;
    };
    const QString inHeader = u"+- This key has characters that a request header cannot hold."_s;
    QVERIFY(!selectedName().isEmpty()); // by itself, after signing in
    QCOMPARE(enabled(u"JSON"_s), u"++"_s);
    setKeys({broken, keysOf(u"1:plain"_s).first()});
    select(u"broken"_s);
    QCOMPARE(enabled(u"Request header"_s), inHeader);
    QCOMPARE(enabled(u"curl command"_s), inHeader);
    QCOMPARE(enabled(u".env line"_s), u"+- This key has characters that a line cannot hold, such as line breaks."_s);
    QCOMPARE(enabled(u"JSON"_s), u"++"_s);
    // Whoever opens the form is told.
    QTest::keyClick(&m_app->window(), Qt::Key_P, Qt::AltModifier);
    VERIFY_EVENTUALLY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_H);
    VERIFY_EVENTUALLY(m_app->visibleTexts().contains(inHeader.mid(3)));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    if (QWidget *menu = QApplication::activePopupWidget())
        QTest::keyClick(menu, Qt::Key_Escape);
    VERIFY_EVENTUALLY(!QApplication::activePopupWidget());
    select(u"plain"_s);
    for (const QString &form : {u"Request header"_s, u"curl command"_s, u".env line"_s, u"JSON"_s})
        QCOMPARE(enabled(form), u"++"_s);
}

void TestApiKeys::theSelectedRowStaysInSightWhenTheFilterIsCleared()
{
    QString list;
    for (int i = 100; i < 200; ++i)
        list += u"%1:key%1 "_s.arg(i);
    setKeys(keysOf(list));
    m_app->typeInto(u"Filter"_s, u"key177"_s);
    COMPARE_EVENTUALLY(selectedName(), u"key177"_s);
    m_app->typeInto(u"Filter"_s, QString());
    COMPARE_EVENTUALLY(m_table->model()->rowCount(), 100);
    QCOMPARE(selectedName(), u"key177"_s);
    VERIFY_EVENTUALLY(m_table->viewport()->rect().contains(m_table->visualRect(m_table->currentIndex())));
}

// As when the details of another key are longer, or a message comes.
void TestApiKeys::theSelectedRowStaysInSightWhenTheTableGetsLower()
{
    QString list;
    for (int i = 100; i < 200; ++i)
        list += u"%1:key%1 "_s.arg(i);
    setKeys(keysOf(list));
    auto *table = m_app->find<QTableView>(u"API keys"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(selectedName(), u"key199"_s);
    const auto isInSight = [table] {
        return table->viewport()->rect().contains(table->visualRect(table->currentIndex()).center());
    };
    VERIFY_EVENTUALLY(isInSight());
    const int height = table->height();
    const int lower = height - 2 * table->rowHeight(0);
    table->setMinimumHeight(0);
    table->resize(table->width(), lower);
    QVERIFY(isInSight());
    // What the user scrolled away from stays away.
    table->resize(table->width(), height);
    table->scrollToTop();
    QVERIFY(!isInSight());
    table->resize(table->width(), lower);
    QVERIFY(!isInSight());
}

// Its rows move when something else is saved or taken back meanwhile.
void TestApiKeys::aReviewActsOnTheSelectedChange()
{
    DocumentEdits edits;
    edits.setBase(
        User(QJsonObject{{u"id"_s, u"7"_s}, {u"city"_s, u"a"_s}, {u"region"_s, u"b"_s}, {u"title"_s, u"c"_s}}));
    const QStringList fields{u"city"_s, u"region"_s, u"title"_s};
    for (const QString &field : fields)
        edits.edit(Path::field(field), u"x"_s);
    const QPointer<ReviewDialog> dialog = new ReviewDialog(edits, nullptr);
    dialog->show();
    auto *table = dialog->findChild<QTableWidget *>();
    const QList<Path> places = edits.changedPlaces();
    QCOMPARE(table->rowCount(), 3);
    table->setCurrentCell(2, 0); // Region, the last one in the form
    edits.revert(places.at(0));
    QCOMPARE(table->rowCount(), 2);
    m_app->press(u"Undo this change"_s, dialog);
    QCOMPARE(edits.changedPlaces(), QList<Path>{places.at(2)});
    // What is gone is not replaced by its neighbour.
    edits.edit(places.at(1), u"x"_s);
    table->setCurrentCell(0, 0);
    edits.revert(places.at(2));
    QVERIFY(table->selectionModel()->selectedRows().isEmpty());
    QVERIFY(!dialog->findChildren<QPushButton *>().isEmpty());
    delete dialog;
}

LANYARD_TEST(QApplication, TestApiKeys)
#include "tst_apikeys.moc"
