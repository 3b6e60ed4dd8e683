// Windows and dialogs on the screen that there is: ctest runs this once for each size of screen, under X11 and under
// Wayland (see CMakeLists.txt).

#include "tests/ui/appfixture.h"

#include "app/hardening.h"
#include "core/base/messagequeue.h"
#include "tests/support/testclass.h"
#include "tests/ui/opendialogs.h"
#include "ui/accounts/accountmenu.h"
#include "ui/mainwindow.h"
#include "ui/profile/profilepage.h"

#include <QAbstractItemView>
#include <QFileDialog>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStatusBar>
#include <QTableWidget>
#include <QWindow>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

// A window grows once its layout is done anew, and is moved behind that: what was true before does not count.
void settle(const QWidget *window)
{
    constexpr int quietMs = 150;
    QRect before = window->frameGeometry();
    QElapsedTimer quiet;
    quiet.start();
    static_cast<void>(eventually([&] {
        if (const QRect now = window->frameGeometry(); std::exchange(before, now) != now)
            quiet.restart();
        return quiet.elapsed() >= quietMs;
    }));
}

bool isWhole(const QWidget &widget)
{
    return widget.visibleRegion().boundingRect() == widget.rect();
}

} // namespace

class ScreensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_app.reset(); }
    void everythingIsOnTheScreen();
    void aWindowOfALargerScreenIsBroughtBack();
    void aDialogThatGrowsStaysOnTheScreen();
    void filesAreAskedForByADialogThatOpens();
    void aDialogOpensOverItsWindow();
    void aRefusedSignInIsInSightWithItsField();
    void anEmptyFieldIsInSightWithWhatIsSaidOfIt();
    void theFocusIsInSightAfterSigningIn();
    void aMessageIsInSightWhenItComes();
    void thePagesAndTheUserAreNamedWhereThereIsRoom();
    void theConflictsAreOnTheScreen();
    void aLongTextIsOnTheScreen();
    void theColoursAreOnTheScreen();
    void theAccountsAreOnTheScreen();
    void theQuestionAboutACertificateIsOnTheScreen();

private:
    [[nodiscard]] bool isOnTheScreen(const QWidget *window) const;
    [[nodiscard]] bool isOverItsWindow(const QWidget *dialog) const;
    [[nodiscard]] static bool isInSightWith(const QLineEdit &field, const QString &said, const QScrollArea &area);
    [[nodiscard]] bool canBeClicked(const QWidget *button) const;
    [[nodiscard]] static bool canBeRead(const QString &beginning, const QWidget &window);
    [[nodiscard]] static bool isInSight(const QTableView &table, const QString &heading);
    [[nodiscard]] bool isToldBelow(const QString &part) const;
    [[nodiscard]] bool showsRows(QAbstractItemView *table) const;
    void keepPicture(const QString &name = {}) const;

    std::unique_ptr<AppFixture> m_app;
};

// The text size of a desktop that makes the text larger and nothing else.
void ScreensTest::initTestCase()
{
    const int percent = qEnvironmentVariableIntValue("LANYARD_TEXT_PERCENT");
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * qMax(percent, 100) / 100);
    QApplication::setFont(font);
}

void ScreensTest::init()
{
    m_app = std::make_unique<AppFixture>();
    m_app->start(u"mrossi"_s);
}

// With its frame. Under Wayland nobody but the compositor knows where a window is: it is on the screen if there is room
// for it.
bool ScreensTest::isOnTheScreen(const QWidget *window) const
{
    const QRect room = window->screen()->availableGeometry();
    const QRect frame = window->windowHandle()->frameGeometry(); // QWidget's is as old as its last move
    if (QGuiApplication::platformName() == "wayland"_L1 ? frame.size().boundedTo(room.size()) == frame.size()
                                                        : room.contains(frame))
        return true;
    qWarning() << window->windowTitle() << frame << "is not within" << room;
    return false;
}

// In the middle, or as near to it as the screen lets it be.
bool ScreensTest::isOverItsWindow(const QWidget *dialog) const
{
    const QRect room = dialog->screen()->availableGeometry();
    const QRect frame = dialog->windowHandle()->frameGeometry();
    const QRect window = m_app->window().windowHandle()->frameGeometry();
    constexpr int frames = 40; // a title bar and what is lost in rounding
    const QPoint distance = frame.center() - window.center();
    const bool isInTheMiddle = qAbs(distance.x()) <= frames && qAbs(distance.y()) <= frames;
    const bool isHeldUp = frame.top() <= room.top() + 1 || frame.bottom() >= room.bottom() - 1;
    if (isInTheMiddle || (isHeldUp && qAbs(distance.x()) <= frames) || frame.width() >= room.width() - frames)
        return true;
    qWarning() << dialog->windowTitle() << frame << "is not over" << window << "in" << room;
    return false;
}

// If there is no room for both, the field: it has the focus.
bool ScreensTest::isInSightWith(const QLineEdit &field, const QString &said, const QScrollArea &area)
{
    const auto labels = area.findChildren<QLabel *>();
    const auto found = std::find_if(labels.begin(), labels.end(), [&said](const QLabel *label) {
        return label->isVisible() && label->text().contains(said);
    });
    if (found == labels.end() || !field.hasFocus() || !isWhole(field))
        return false;
    const int top = field.mapTo(area.widget(), QPoint()).y();
    const int bottom = (*found)->mapTo(area.widget(), QPoint(0, (*found)->height())).y();
    const bool haveRoom = bottom - top + (*found)->fontMetrics().lineSpacing() <= area.viewport()->height();
    return !haveRoom || isWhole(**found);
}

bool ScreensTest::canBeClicked(const QWidget *button) const
{
    if (!button)
        return false;
    const QWidget *window = button->window();
    const QRect place(button->mapTo(window, QPoint(0, 0)), button->size());
    if (button->isVisible() && window->rect().contains(place) && window->childAt(place.center()) == button)
        return isOnTheScreen(window);
    qWarning() << button << place << "in" << window->rect();
    return false;
}

// To its end, though it may have to be scrolled.
bool ScreensTest::canBeRead(const QString &beginning, const QWidget &window)
{
    for (const auto *label : window.findChildren<QLabel *>()) {
        if (!label->isVisible() || !label->text().startsWith(beginning))
            continue;
        const QRect seen = label->visibleRegion().boundingRect();
        const int lines = qMin(label->height(), 2 * label->fontMetrics().lineSpacing());
        if (label->height() >= label->heightForWidth(label->width()) && seen.height() >= lines)
            return true;
        qWarning() << label << "needs" << label->heightForWidth(label->width()) << "and shows" << seen;
    }
    return false;
}

// As a whole.
bool ScreensTest::isInSight(const QTableView &table, const QString &heading)
{
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        if (table.model()->headerData(column, Qt::Horizontal).toString() == heading)
            return table.columnViewportPosition(column) + table.columnWidth(column) <= table.viewport()->width();
    }
    return false;
}

// In the status line, and not cut.
bool ScreensTest::isToldBelow(const QString &part) const
{
    const auto labels = m_app->window().statusBar()->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&part](const QLabel *label) {
        return label->isVisible() && label->text().contains(part) &&
               label->fontMetrics().horizontalAdvance(label->text()) <= label->contentsRect().width();
    });
}

// Two of them, when it has the focus.
bool ScreensTest::showsRows(QAbstractItemView *table) const
{
    const QWidget *window = table->window();
    table->setFocus(); // as with Tab or a click
    const QModelIndex first = table->model()->index(0, 0);
    const int row = table->visualRect(first).height();
    const QWidget *viewport = table->viewport();
    const QRect seen = viewport->visibleRegion().boundingRect();
    if (row > 0 && seen.height() >= 2 * row &&
        window->rect().contains(seen.translated(viewport->mapTo(window, QPoint()))))
        return isOnTheScreen(window);
    qWarning() << table << "shows" << seen << "rows are as high as" << row;
    return false;
}

void ScreensTest::everythingIsOnTheScreen()
{
    QVERIFY(m_app->isAsked());
    VERIFY_EVENTUALLY(isOnTheScreen(m_app->dialog()));
    VERIFY_EVENTUALLY(canBeClicked(m_app->find<QPushButton>(u"Cancel"_s, m_app->dialog())));
    VERIFY_EVENTUALLY(canBeClicked(m_app->find<QPushButton>(u"Sign in"_s, m_app->dialog())));
    keepPicture(u"Sign in"_s);
    QVERIFY(m_app->signIn(u"lanyard"_s));
    MainWindow &window = m_app->window();
    VERIFY_EVENTUALLY(isOnTheScreen(&window));
    VERIFY_EVENTUALLY(canBeClicked(m_app->find<QPushButton>(u"Sign out"_s)));
    auto *city = m_app->find<QLineEdit>(u"City"_s);
    city->setFocus();
    QTest::keyClicks(city, u"Torino"_s);
    window.messages().show(
        {.topic = Topic::Diagnostics, .text = u"A sentence that is long enough to be broken. "_s.repeated(4)});
    for (int page = 0; page < 3; ++page) {
        m_app->goTo(page);
        VERIFY_EVENTUALLY(canBeClicked(m_app->find<QPushButton>(u"Save"_s)));
        VERIFY_EVENTUALLY(canBeClicked(m_app->find<QPushButton>(u"Sign out"_s)));
        QVERIFY(isOnTheScreen(&window));
        for (auto *table : window.findChildren<QAbstractItemView *>()) {
            if (table->isVisible() &&
                (table->accessibleName() == "API keys"_L1 || table->accessibleName() == "Settings"_L1))
                VERIFY_EVENTUALLY(showsRows(table));
            if (table->isVisible() && table->accessibleName() == "API keys"_L1)
                VERIFY_EVENTUALLY(isInSight(*qobject_cast<QTableView *>(table), u"Status"_s));
        }
        keepPicture(u"page-%1"_s.arg(page));
        if (page != 1)
            continue;
        m_app->press(u"Copy key"_s);
        VERIFY_EVENTUALLY(isToldBelow(u"clears in"_s));
        keepPicture(u"copied"_s);
    }
    for (const auto &[action, title, button] : {std::tuple(u"Preferences…"_s, u"Preferences"_s, u"Close"_s),
                                                std::tuple(u"Review…"_s, u"Review changes"_s, u"Save"_s)}) {
        for (QAction *candidate : window.findChildren<QAction *>()) {
            if (candidate->text().remove(u'&') == action)
                candidate->trigger();
        }
        QDialog *dialog = m_app->dialogCalled(title);
        QVERIFY(dialog);
        VERIFY_EVENTUALLY(isOnTheScreen(dialog));
        const auto *last = m_app->find<QPushButton>(button, dialog);
        VERIFY_EVENTUALLY(canBeClicked(last));
        keepPicture(title);
        dialog->close();
    }
}

void ScreensTest::aWindowOfALargerScreenIsBroughtBack()
{
    QVERIFY(m_app->isAsked());
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->typeInto(u"City"_s, u"Torino"_s); // there is something to save
    QWidget large;
    large.setGeometry(2600, 1500, 2000, 1200);
    m_app->window().restorePlacement({{u"geometry"_s, QString::fromLatin1(large.saveGeometry().toBase64())}});
    VERIFY_EVENTUALLY(isOnTheScreen(&m_app->window()));
    VERIFY_EVENTUALLY(canBeClicked(m_app->find<QPushButton>(u"Save"_s)));
}

// As one does when there is more to say: a table that fills, a message that comes.
void ScreensTest::aDialogThatGrowsStaysOnTheScreen()
{
    if (QGuiApplication::platformName() == "wayland"_L1)
        QSKIP("Only the compositor moves windows there.");
    QVERIFY(m_app->isAsked());
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->press(u"Review…"_s);
    QDialog *dialog = m_app->dialogCalled(u"Review changes"_s);
    QVERIFY(dialog);
    VERIFY_EVENTUALLY(isOnTheScreen(dialog));
    const QRect room = dialog->screen()->availableGeometry();
    const QSize frame = dialog->frameSize() - dialog->size();
    const QSize half = (room.size() / 2).expandedTo(dialog->minimumSize());
    dialog->resize(half);
    COMPARE_EVENTUALLY(dialog->size(), half);
    dialog->move(room.bottomRight() - QPoint(dialog->frameSize().width(), dialog->frameSize().height()));
    VERIFY_EVENTUALLY(isOnTheScreen(dialog));
    settle(dialog); // the window manager's answer to the move says the size of then
    dialog->resize(room.size() * 2);
    settle(dialog);
    VERIFY_EVENTUALLY(isOnTheScreen(dialog));
    VERIFY_EVENTUALLY(dialog->width() > room.width() - frame.width() - 40);
    VERIFY_EVENTUALLY(canBeClicked(m_app->find<QPushButton>(u"Save"_s, dialog)));
    dialog->close();
}

void ScreensTest::aDialogOpensOverItsWindow()
{
    if (QGuiApplication::platformName() == "wayland"_L1)
        QSKIP("Only the compositor moves windows there.");
    QVERIFY(m_app->isAsked());
    settle(m_app->dialog());
    VERIFY_EVENTUALLY(isOverItsWindow(m_app->dialog()));
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->press(u"Sign out"_s);
    QDialog *dialog = m_app->dialogCalled(u"Unsaved changes"_s);
    QVERIFY(dialog);
    settle(dialog);
    VERIFY_EVENTUALLY(isOverItsWindow(dialog));
    QVERIFY(isOnTheScreen(dialog));
    keepPicture();
    dialog->reject();
}

// A scroll bar takes room for itself, and another one may follow from that.
void ScreensTest::aRefusedSignInIsInSightWithItsField()
{
    QVERIFY(m_app->isAsked());
    m_app->typeInto(u"Password"_s, u"wrong"_s, m_app->dialog());
    m_app->press(u"Sign in"_s, m_app->dialog());
    const auto *area = m_app->dialog()->findChild<QScrollArea *>();
    const auto *password = m_app->find<QLineEdit>(u"Password"_s, m_app->dialog());
    const auto isInSight = [&] { return isInSightWith(*password, u"was refused"_s, *area); };
    VERIFY_EVENTUALLY(isInSight());
    settle(m_app->dialog());
    QVERIFY(isInSight());
    const auto isTooWide = [area] { return area->widget()->minimumSizeHint().width() > area->width(); };
    VERIFY_EVENTUALLY(isTooWide() || !area->horizontalScrollBar()->isVisible()); // a compositor resizes in its own time
    keepPicture();
}

void ScreensTest::anEmptyFieldIsInSightWithWhatIsSaidOfIt()
{
    QVERIFY(m_app->isAsked());
    auto *user = m_app->find<QLineEdit>(u"Username"_s, m_app->dialog());
    user->clear();
    m_app->typeInto(u"Password"_s, u"lanyard"_s, m_app->dialog());
    QTest::keyClick(m_app->find<QLineEdit>(u"Password"_s, m_app->dialog()), Qt::Key_Return);
    const auto *area = m_app->dialog()->findChild<QScrollArea *>();
    VERIFY_EVENTUALLY(isInSightWith(*user, u"is empty"_s, *area));
    settle(m_app->dialog());
    QVERIFY(isInSightWith(*user, u"is empty"_s, *area));
    keepPicture();
}

// Also when a message comes above it, as about the keychain: nobody has begun to type.
void ScreensTest::theFocusIsInSightAfterSigningIn()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    const MainWindow &window = m_app->window();
    VERIFY_EVENTUALLY(window.isActiveWindow() && window.focusWidget());
    settle(&window);
    VERIFY_EVENTUALLY(isWhole(*window.focusWidget()));
    keepPicture(u"signed-in"_s);
    m_app->window().messages().show({.topic = Topic::Keychain,
                                     .level = Message::Level::Warning,
                                     .text = u"There is no keychain on this computer."_s});
    settle(&window);
    const auto *area = window.account().findChild<ProfilePage *>();
    VERIFY_EVENTUALLY(area->verticalScrollBar()->value() == 0 || isWhole(*window.focusWidget()));
    keepPicture(u"message"_s);
}

// Over the focus, if there is no room for both, until somebody types on.
void ScreensTest::aMessageIsInSightWhenItComes()
{
    MessageQueue &messages = m_app->window().messages();
    const Message::Action action{u"Do it"_s, [] {}};
    const auto isTold = [this](const QString &text) {
        settle(&m_app->window());
        const auto labels = m_app->window().findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->isVisible() && label->text() == text &&
                   label->visibleRegion().boundingRect().height() >=
                       qMin(label->height(), 2 * label->fontMetrics().height());
        });
    };
    const QString early = u"The password of this account could not be kept."_s;
    messages.show({.topic = Topic::Keychain, .level = Message::Level::Warning, .text = early, .action = action});
    QVERIFY(m_app->signIn(u"lanyard"_s));
    VERIFY_EVENTUALLY(m_app->window().isActiveWindow() && m_app->window().focusWidget());
    keepPicture(u"early"_s);
    QVERIFY(isTold(early));
    m_app->typeInto(u"City"_s, u"Torino"_s);
    const QString late = u"The keychain is locked."_s;
    messages.show({.topic = Topic::Keychain, .level = Message::Level::Warning, .text = late, .action = action});
    keepPicture(u"late"_s);
    QVERIFY(isTold(late));
    auto *city = m_app->find<QLineEdit>(u"City"_s);
    QTest::keyClicks(city, u"!"_s);
    VERIFY_EVENTUALLY(isWhole(*city));
}

void ScreensTest::thePagesAndTheUserAreNamedWhereThereIsRoom()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    const QWidget &window = m_app->window();
    const QFontMetrics metrics = window.fontMetrics();
    const auto *pages = m_app->find<QListWidget>(u"Pages"_s);
    // 110 characters, the widest of which are twice as wide as these.
    const bool isWide = window.width() >= metrics.horizontalAdvance(u"n"_s) * 110;
    QVERIFY(!isWide || pages->item(0)->text().contains("Profile"_L1));
    const bool isNamed = !pages->item(0)->text().isEmpty();
    const auto *sidebar = pages->parentWidget();
    const bool isHigh = sidebar->height() >= metrics.lineSpacing() * 20;
    const auto labels = sidebar->findChildren<QLabel *>();
    const bool isShown = std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text() == "mrossi"_L1;
    });
    QVERIFY2(!isNamed || !isHigh || isShown, qPrintable(QString::number(sidebar->height())));
}

// The portal of the desktop may not look into a hardened process, and opens nothing then.
void ScreensTest::filesAreAskedForByADialogThatOpens()
{
    QVERIFY(m_app->isAsked());
    QVERIFY(m_app->signIn(u"lanyard"_s));
    hardenProcess();
    m_app->choose(u"Change picture"_s, u"Choose picture…"_s);
    auto *dialog = qobject_cast<QFileDialog *>(m_app->dialogCalled(u"Choose picture"_s));
    QVERIFY(dialog);
    QVERIFY(dialog->testOption(QFileDialog::DontUseNativeDialog));
    QCOMPARE(dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->text(),
             QString()); // not the folder's, which is not there
    VERIFY_EVENTUALLY(isOnTheScreen(dialog));
    dialog->close();
}

void ScreensTest::theConflictsAreOnTheScreen()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->goTo(0);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->typeInto(u"Region"_s, u"Piemonte"_s);
    QJsonObject others = m_app->service().user(u"mrossi"_s);
    others.insert(u"city"_s, u"A name that somebody made longer than any place has. "_s.repeated(20));
    others.insert(u"region"_s, u"Lombardia"_s);
    QVERIFY(m_app->service().setUser(u"mrossi"_s, others));
    QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
    QDialog *dialog = m_app->conflict();
    QVERIFY(dialog);
    for (const QString &button : {u"Save"_s, u"Cancel"_s})
        VERIFY_EVENTUALLY(canBeClicked(m_app->find<QPushButton>(button, dialog)));
    for (const QString &button : {u"Keep mine"_s, u"Take theirs"_s, u"Keep all mine"_s, u"Take all theirs"_s}) {
        AppFixture::scrollTo(m_app->find<QPushButton>(button, dialog));
        VERIFY_EVENTUALLY(canBeClicked(m_app->find<QPushButton>(button, dialog)));
    }
    // One thing scrolls, not one in another, and follows the keys.
    auto *table = m_app->find<QTableWidget>(u"Changed by both"_s, dialog);
    const auto *area = dialog->findChild<QScrollArea *>();
    VERIFY_EVENTUALLY(area->verticalScrollBar()->maximum() == 0 || table->verticalScrollBar()->maximum() == 0);
    table->setFocus();
    const auto beginsInSight = [table] {
        const QRect row = table->visualRect(table->currentIndex());
        return table->viewport()->visibleRegion().boundingRect().contains(row.topLeft());
    };
    const auto press = [table](Qt::Key key, const auto &isDone) {
        constexpr int most = 200; // a row that is taller than the table is gone through first
        for (int i = 0; i < most && !isDone(); ++i)
            QTest::keyClick(table, key);
        return isDone();
    };
    QVERIFY(press(Qt::Key_Down, [table] { return table->currentRow() == 1; }));
    VERIFY_EVENTUALLY(beginsInSight());
    const QRect row = table->visualRect(table->currentIndex());
    const int seen = (table->viewport()->visibleRegion().boundingRect() & row).height();
    QVERIFY(seen >= qMin(row.height(), qMin(table->viewport()->height(), area->viewport()->height() - 1)));
    QVERIFY(press(Qt::Key_Up, [&] { return table->currentRow() == 0 && beginsInSight(); }));
    keepPicture();
    dialog->close();
}

void ScreensTest::aLongTextIsOnTheScreen()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->goTo(2);
    m_app->typeInto(u"Filter"_s, u"layout"_s);
    m_app->press(u"Edit value"_s);
    QDialog *dialog = m_app->dialogCalled(u"Layout of the licence table"_s);
    QVERIFY(dialog);
    auto *edit = dialog->findChild<QPlainTextEdit *>();
    QTest::keyClicks(edit, u"{oops: 1}"_s);
    m_app->press(u"Go to error"_s, dialog);
    for (const QString &button : {u"OK"_s, u"Cancel"_s, u"Go to error"_s})
        VERIFY_EVENTUALLY(canBeClicked(m_app->find<QPushButton>(button, dialog)));
    VERIFY_EVENTUALLY(canBeRead(u"This is not valid JSON"_s, *dialog));
    QVERIFY(edit->viewport()->height() >= 2 * edit->fontMetrics().lineSpacing());
    QCOMPARE(edit->fontInfo().pixelSize(), QFontInfo(dialog->font()).pixelSize());
    QCOMPARE(edit->fontInfo().family(), QFontInfo(QFontDatabase::systemFont(QFontDatabase::FixedFont)).family());
    keepPicture();
    dialog->reject();
    m_app->press(u"Discard"_s, m_app->dialogCalled(u"Changed text"_s));
}

void ScreensTest::theColoursAreOnTheScreen()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->goTo(2);
    m_app->typeInto(u"Filter"_s, u"accent"_s);
    m_app->press(u"Choose colour…"_s);
    QDialog *dialog = m_app->dialogCalled(u"Choose a colour: Accent colour"_s);
    QVERIFY(dialog);
    VERIFY_EVENTUALLY(isOnTheScreen(dialog));
    for (const QString &button : {u"OK"_s, u"Cancel"_s})
        VERIFY_EVENTUALLY(canBeClicked(m_app->find<QPushButton>(button, dialog)));
    keepPicture();
    dialog->close();
}

// More of them than have shortcuts, with longer names than there is room for.
void ScreensTest::theAccountsAreOnTheScreen()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    for (int number = 1; number < 12; ++number) {
        SavedAccount account;
        account.origin = Origin::parse(u"https://licences-%1.internal.example.com:8443"_s.arg(number)).value();
        account.userName = u"maximiliane.von.hohenlohe.%1"_s.arg(number);
        account.fullName = u"Maximiliane von Hohenlohe-Schillingsfürst-Langenburg"_s;
        m_app->workspaces().open().setAccount(account);
    }
    Q_EMIT m_app->window().manageAccountsRequested();
    QDialog *dialog = m_app->dialogCalled(u"Accounts"_s);
    QVERIFY(dialog);
    VERIFY_EVENTUALLY(isOnTheScreen(dialog));
    for (const QString &name : {u"Remove account…"_s, u"Add account…"_s, u"Close"_s})
        VERIFY_EVENTUALLY(canBeClicked(m_app->find<QPushButton>(name, dialog)));
    auto *list = m_app->find<QListWidget>(u"Accounts"_s, dialog);
    VERIFY_EVENTUALLY(showsRows(list));
    QVERIFY(list->width() >= 30 * list->fontMetrics().averageCharWidth());
    keepPicture(u"dialog"_s);
    dialog->close();
    m_app->typeInto(u"City"_s, u"Torino"_s); // it needs something
    auto *button = m_app->find<QPushButton>(u"Accounts"_s);
    VERIFY_EVENTUALLY(canBeClicked(button));
    button->click();
    auto *menu = m_app->window().findChild<AccountMenu *>();
    VERIFY_EVENTUALLY(menu->isVisible());
    VERIFY_EVENTUALLY(isOnTheScreen(menu));
    QVERIFY(menu->sizeHint().width() <= menu->screen()->availableGeometry().width()); // which it would be cut at
    // Where there is little room, it goes to the accounts rather than to their keys.
    int widest = 0;
    QString needing;
    for (const QAction *action : menu->actions()) {
        widest = qMax(widest, action->isCheckable() ? menu->fontMetrics().horizontalAdvance(action->text()) : 0);
        needing = action->isChecked() ? action->text() : needing;
    }
    QVERIFY2(needing.contains("unsaved"_L1), qPrintable(needing)); // in words, a mark alone says nothing
    QVERIFY2(widest > menu->width() / 2, qPrintable(u"%1 of %2"_s.arg(widest).arg(menu->width())));
    keepPicture(u"menu"_s);
    menu->close();
    // With room for what the menu has to shorten.
    QDialog *sheet = dialogOf(*m_app, u"Keyboard shortcuts"_s);
    QVERIFY(sheet);
    QVERIFY(m_app->find<QTableWidget>(u"Account"_s, sheet)
                ->findItems(u"maximiliane.von.hohenlohe.1 at licences-1.internal.example.com:8443"_s, Qt::MatchContains)
                .size() == 1);
    sheet->close();
}

// It makes the sign-in dialog twice as high; where that is too much, the fields are scrolled and the buttons stay.
void ScreensTest::theQuestionAboutACertificateIsOnTheScreen()
{
    m_app = std::make_unique<AppFixture>(ServiceOptions{.tls = ServiceOptions::Tls::ExpiredMisnamed});
    m_app->start(u"mrossi"_s);
    QVERIFY(m_app->isAsked());
    const int before = m_app->dialog()->height();
    m_app->typeInto(u"Password"_s, u"lanyard"_s, m_app->dialog());
    m_app->press(u"Sign in"_s, m_app->dialog());
    VERIFY_EVENTUALLY(m_app->findIfThere<QPushButton>(u"Trust this certificate"_s, m_app->dialog()));
    settle(m_app->dialog());
    for (const QString &button : {u"Sign in"_s, u"Cancel"_s})
        VERIFY_EVENTUALLY(canBeClicked(m_app->find<QPushButton>(button, m_app->dialog())));
    auto *trust = m_app->find<QPushButton>(u"Trust this certificate"_s, m_app->dialog());
    AppFixture::scrollTo(trust);
    VERIFY_EVENTUALLY(canBeClicked(trust));
    // Under Wayland it was put in the middle of the screen and cannot move: it may grow by what is free below it.
    const int room = m_app->dialog()->screen()->availableGeometry().height();
    if (QGuiApplication::platformName() == "wayland"_L1)
        QVERIFY2(m_app->dialog()->height() <= before + (room - before + 1) / 2,
                 qPrintable(u"from %1 to %2"_s.arg(before).arg(m_app->dialog()->height())));
    keepPicture();
}

// For a person to look at, where there is a folder for it.
void ScreensTest::keepPicture(const QString &name) const
{
    const QString folder = qEnvironmentVariable("LANYARD_SCREENS_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(500); // the compositor draws in its own time
    const QString file = u"%1/%2%3.png"_s.arg(folder, QString::fromLatin1(QTest::currentTestFunction()), name);
    const bool isWayland = QGuiApplication::platformName() == "wayland"_L1; // where no client sees the screen
    const bool isKept =
        isWayland ? QProcess::execute(u"grim"_s, {file}) == 0 : m_app->window().screen()->grabWindow(0).save(file);
    if (!isKept)
        qWarning("%s could not be written%s", qPrintable(file), isWayland ? ": is grim installed?" : "");
}

} // namespace lanyard::testing

LANYARD_TEST(QApplication, lanyard::testing::ScreensTest)
#include "tst_screens.moc"
