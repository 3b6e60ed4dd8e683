#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "ui/account/accountview.h"
#include "ui/common/messagebar.h"
#include "ui/mainwindow.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyleHints>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

using Level = Message::Level;

constexpr int shownMs = 600; // the program's is longer

Message info(Topic topic, const QString &text)
{
    return {.topic = topic, .text = text};
}

Message warning(Topic topic, const QString &text, const Message::Action &action = {})
{
    return {.topic = topic, .level = Level::Warning, .text = text, .action = action};
}

Message error(Topic topic, const QString &text)
{
    return {.topic = topic, .level = Level::Error, .text = text};
}

} // namespace

// The bar that shows the current message (see tst_messagequeue): for how long, and what a press on its button does.
class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void informationLeavesByItself();
    void whatIsReadStays();
    void informationThatWaitsForTheUserStays();
    void aPressRunsWhatWasPressed();
    void aPressIsNotLostWithItsButton();
    void aDoubleClickIsForOneMessage_data();
    void aDoubleClickIsForOneMessage();
    void aMessageThatFollowsDoesNotInheritTheFocus();
    void whatIsWrongWithTheFilesIsToldAsItIs_data();
    void whatIsWrongWithTheFilesIsToldAsItIs();
    void aLongerTextThatFollowsIsWhole();
    void theMarkStandsBesideTheFirstLine_data();
    void theMarkStandsBesideTheFirstLine();

private:
    [[nodiscard]] QString text() const { return m_bar->isVisible() ? m_bar->text() : QString(); }
    [[nodiscard]] QPushButton *action() const;

    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<MessageQueue> m_messages;
    MessageBar *m_bar = nullptr;
};

void TestMessages::init()
{
    QCursor::setPos(0, 0);
    m_messages = std::make_unique<MessageQueue>(nullptr, shownMs);
    m_window = std::make_unique<QWidget>();
    m_bar = new MessageBar(*m_messages, m_window.get());
    m_bar->setGeometry(100, 100, 500, 60);
    m_window->setGeometry(300, 300, 640, 240);
    m_window->show();
    QVERIFY(becomesActive(m_window.get()));
}

void TestMessages::cleanup()
{
    m_window.reset();
    m_messages.reset();
}

QPushButton *TestMessages::action() const
{
    const auto buttons = m_bar->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == "Do it"_L1)
            return button;
    }
    return nullptr;
}

void TestMessages::informationLeavesByItself()
{
    m_messages->show(warning(Topic::Keychain, u"locked"_s));
    m_messages->show(info(Topic::Diagnostics, u"copied"_s));
    m_messages->settle(Topic::Keychain);
    QCOMPARE(text(), u"copied"_s); // from now on it counts
    COMPARE_EVENTUALLY(text(), QString());
    m_messages->show(warning(Topic::Keychain, u"locked"_s));
    QTest::qWait(2 * shownMs);
    QCOMPARE(text(), u"locked"_s);
}

void TestMessages::whatIsReadStays()
{
    m_messages->show(info(Topic::Diagnostics, u"copied"_s));
    QTest::mouseMove(m_bar, QPoint(20, 20));
    VERIFY_EVENTUALLY(m_bar->underMouse());
    QTest::qWait(2 * shownMs);
    QCOMPARE(text(), u"copied"_s);
    QTest::mouseMove(m_window.get(), QPoint(5, 5));
    m_bar->findChild<QToolButton *>()->setFocus();
    QTest::qWait(2 * shownMs);
    QCOMPARE(text(), u"copied"_s);
    m_window->setFocusPolicy(Qt::StrongFocus);
    m_window->setFocus();
    COMPARE_EVENTUALLY(text(), QString());
}

void TestMessages::informationThatWaitsForTheUserStays()
{
    Message asking = info(Topic::Keychain, u"asks"_s);
    asking.stays = true;
    m_messages->show(asking);
    QTest::qWait(2 * shownMs);
    QCOMPARE(text(), u"asks"_s);
}

void TestMessages::aPressRunsWhatWasPressed()
{
    QStringList run;
    m_messages->show(warning(Topic::Keychain, u"locked"_s, {u"Do it"_s, [&run] { run << u"unlock"_s; }}));
    action()->animateClick(); // as Space, a shortcut and a screen reader press it: the click comes 100 ms later
    m_messages->show({.topic = Topic::Save, .level = Level::Error, .text = u"failed"_s, .action = {u"Do it"_s, [&run] {
                                                                                                       run << u"save"_s;
                                                                                                   }}});
    COMPARE_EVENTUALLY(run, QStringList{u"unlock"_s});
    COMPARE_EVENTUALLY(text(), u"failed"_s);
    QTest::mouseClick(action(), Qt::LeftButton);
    QCOMPARE(run, (QStringList{u"unlock"_s, u"save"_s}));
    COMPARE_EVENTUALLY(text(), QString());
}

void TestMessages::aPressIsNotLostWithItsButton()
{
    QStringList run;
    m_messages->show(warning(Topic::Keychain, u"locked"_s, {u"Do it"_s, [&run] { run << u"unlock"_s; }}));
    QTest::mousePress(action(), Qt::LeftButton);
    m_messages->show(error(Topic::Save, u"failed"_s));
    QTest::mouseRelease(action(), Qt::LeftButton);
    QCOMPARE(run, QStringList{u"unlock"_s});
    COMPARE_EVENTUALLY(text(), u"failed"_s);
}

void TestMessages::aDoubleClickIsForOneMessage_data()
{
    QTest::addColumn<bool>("byAction");
    QTest::newRow("on its action") << true;
    QTest::newRow("on what closes it") << false;
}

// Through the window, as the pointer's clicks come; after a while the next message takes them.
void TestMessages::aDoubleClickIsForOneMessage()
{
    QFETCH(const bool, byAction);
    QStringList run;
    const auto doing = [&run](const QString &what) {
        return Message::Action{u"Do it"_s, [&run, what] { run << what; }};
    };
    m_messages->show(warning(Topic::Keychain, u"locked"_s, doing(u"unlock"_s)));
    Message failed = error(Topic::Save, u"failed"_s);
    failed.action = doing(u"save"_s);
    m_messages->show(failed);
    QCOMPARE(text(), u"failed"_s);
    QTest::qWait(QGuiApplication::styleHints()->mouseDoubleClickInterval() * 2);
    const QWidget *button = byAction ? static_cast<QWidget *>(action()) : m_bar->findChild<QToolButton *>();
    const auto click = [&] {
        QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {},
                          button->mapTo(m_window.get(), button->rect().center()));
    };
    click();
    QCOMPARE(text(), u"locked"_s);
    const auto *focus = QApplication::focusWidget();
    click();
    QCOMPARE(text(), u"locked"_s);
    QCOMPARE(run, byAction ? QStringList{u"save"_s} : QStringList());
    QCOMPARE(QApplication::focusWidget(), focus);
    VERIFY_EVENTUALLY((click(), text().isEmpty()));
    QCOMPARE(run.contains(u"unlock"_s), byAction);
}

// It goes back to where it was in the page; by keys the next message can be answered at once.
void TestMessages::aMessageThatFollowsDoesNotInheritTheFocus()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    auto *field = desk.find<QLineEdit>(u"Region"_s);
    field->setFocus();
    QStringList run;
    const auto doing = [&run](const QString &what) { return Message::Action{what, [&run, what] { run << what; }}; };
    MessageQueue &messages = desk.window().account().messages();
    messages.show(warning(Topic::Keychain, u"locked"_s, doing(u"Unlock it"_s)));
    Message failed = error(Topic::Save, u"failed"_s);
    failed.action = doing(u"Save it"_s);
    messages.show(failed);
    auto *button = desk.find<QPushButton>(u"Save it"_s);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    COMPARE_EVENTUALLY(run, QStringList{u"Save it"_s});
    COMPARE_EVENTUALLY(desk.messageText(), u"locked"_s);
    QVERIFY(field->hasFocus());
    desk.find<QPushButton>(u"Unlock it"_s)->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    COMPARE_EVENTUALLY(run, (QStringList{u"Save it"_s, u"Unlock it"_s}));
}

void TestMessages::whatIsWrongWithTheFilesIsToldAsItIs_data()
{
    using Spoil = void (*)(const QString &folder);
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("says"); // null: nothing
    QTest::newRow("no file") << Spoil([](const QString &) {}) << QString();
    QTest::newRow("a link to nothing") << Spoil([](const QString &folder) {
        QFile::link(u"/nowhere"_s, folder + u"/preferences.json"_s);
    }) << u"/preferences.json is a link, which Lanyard does not follow"_s;
    QTest::newRow("a folder") << Spoil([](const QString &folder) { QDir(folder).mkdir(u"preferences.json"_s); })
                              << u"/preferences.json is a folder, where"_s;
    QTest::newRow("too large") << Spoil([](const QString &folder) {
        QFile file(folder + u"/preferences.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(2 * 1024 * 1024));
    }) << u"Once something is saved there, it is kept with “.bad”"_s;
    QTest::newRow("not JSON") << Spoil([](const QString &folder) {
        QFile file(folder + u"/preferences.json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
    }) << u"It is kept, with “.bad” in its name."_s;
    QTest::newRow("for everybody") << Spoil([](const QString &folder) {
        QVERIFY(QFile::setPermissions(folder, QFile::permissions(folder) | QFile::WriteOther));
    }) << u"Every user of this computer can change the files in "_s;
}

void TestMessages::whatIsWrongWithTheFilesIsToldAsItIs()
{
    using Spoil = void (*)(const QString &folder);
    QFETCH(const Spoil, spoil);
    QFETCH(const QString, says);
    AppFixture desk;
    const QString folder = desk.home() + u"/config"_s;
    QVERIFY(QDir().mkpath(folder));
    spoil(folder);
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    const QString told = desk.messageText();
    QVERIFY2(says.isNull() ? told.isEmpty() : told.contains(says), qPrintable(told));
}

void TestMessages::aLongerTextThatFollowsIsWhole()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.window().resize(800, 600);
    MessageQueue &messages = desk.window().account().messages();
    const auto *bar = desk.window().findChild<MessageBar *>();
    const auto *area = bar->findChild<QScrollArea *>();
    QVERIFY(area);
    const QString words = u"The account service could not be reached, so try it again in a while. "_s.repeated(4);
    for (qsizetype length = 40; length < words.size(); length += 3) {
        messages.show(info(Topic::Save, u"Saved"_s));
        VERIFY_EVENTUALLY(bar->isVisible() && area->height() < 2 * bar->fontMetrics().height());
        const QString text = words.left(length);
        Message failed = error(Topic::Save, text);
        failed.action = {u"Try again"_s, [] {}};
        failed.details = u"details"_s;
        messages.show(failed);
        QVERIFY2(eventually([&] {
                     return area->verticalScrollBar()->maximum() == 0 && !area->verticalScrollBar()->isVisible() &&
                            area->widget()->heightForWidth(area->width()) <= area->height();
                 }),
                 qPrintable(text));
    }
}

void TestMessages::theMarkStandsBesideTheFirstLine_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<QString>("text");
    for (const int percent : {100, 200}) {
        QTest::addRow("one line, %d %%", percent) << percent << u"locked"_s;
        QTest::addRow("several lines, %d %%", percent) << percent << u"The keychain is locked. "_s.repeated(12);
    }
}

// Also where a button beside the text is higher than a line.
void TestMessages::theMarkStandsBesideTheFirstLine()
{
    QFETCH(const int, percent);
    QFETCH(const QString, text);
    const QFont usual = QApplication::font();
    const auto restored = qScopeGuard([&usual] { QApplication::setFont(usual); });
    QFont font = usual;
    font.setPointSizeF(usual.pointSizeF() * percent / 100);
    QApplication::setFont(font);
    QWidget window;
    MessageBar bar(*m_messages, &window);
    window.resize(1200, 600);
    m_messages->show(warning(Topic::Keychain, text, {u"Do it"_s, [] {}}));
    bar.setGeometry(0, 0, 1200, bar.layout()->totalHeightForWidth(1200));
    window.show();
    VERIFY_EVENTUALLY(bar.isVisible());
    const QLabel *mark = nullptr;
    const QLabel *words = nullptr;
    const auto labels = bar.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        (label->text().isEmpty() ? mark : words) = label;
    QVERIFY(mark && words);
    const int line = words->fontMetrics().height();
    const auto offset = [&] {
        const int above = (words->height() - words->heightForWidth(words->width())) / 2;
        const int middleOfLine = words->mapTo(&bar, QPoint(0, above + line / 2)).y();
        return mark->mapTo(&bar, QPoint(0, mark->height() / 2)).y() - middleOfLine;
    };
    QVERIFY2(eventually([&] { return qAbs(offset()) <= 1; }), qPrintable(QString::number(offset())));
    const bool isOnSeveralLines = words->heightForWidth(words->width()) > line;
    QCOMPARE(isOnSeveralLines, text.size() > 10);
}

} // namespace lanyard::testing

LANYARD_TEST(QApplication, lanyard::testing::TestMessages)

#include "tst_messages.moc"
