// Which of the messages is the one to read, for how long, and what ends it. No window.

#include "core/base/messagequeue.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

using Level = Message::Level;

constexpr int infoShownMs = 50; // the program's is longer

Message message(Topic topic, Level level, const QString &text)
{
    return {.topic = topic, .level = level, .text = text};
}

QString shown(const MessageQueue &messages)
{
    return messages.current() ? messages.current()->text : QString();
}

} // namespace

class MessageQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMostSeriousIsShown_data();
    void theMostSeriousIsShown();
    void aScopeEndsWithWhatIsWithinIt_data();
    void aScopeEndsWithWhatIsWithinIt();
    void onlyTheMessageThatWasClosedGoes();
    void informationLeavesWhenItHasBeenShown();
    void whatIsReadStays();
    void anAnswerThatWasReadIsNotInFrontOfAnError();
    void oneAnswerIsForAllThatAskedForIt();
    void aChangeIsToldOnce();
    void anErrorIsShownWithItsDetails();
};

void MessageQueueTest::theMostSeriousIsShown_data()
{
    QTest::addColumn<QList<Message>>("messages");
    QTest::addColumn<QList<Topic>>("settled");
    QTest::addColumn<QString>("shown");
    const QList<Topic> none;
    const Message failed = message(Topic::Save, Level::Error, u"failed"_s);
    const Message locked = message(Topic::Keychain, Level::Warning, u"locked"_s);
    const Message copied = message(Topic::Diagnostics, Level::Info, u"copied"_s);
    const Message ending = message(Topic::SessionEnd, Level::Warning, u"ending"_s);
    Message answer = message(Topic::SecondProgram, Level::Info, u"an answer"_s);
    answer.isAnswer = true;
    QTest::newRow("nothing") << QList<Message>{} << none << QString();
    QTest::newRow("the newest of equals") << QList<Message>{locked, ending} << none << u"ending"_s;
    QTest::newRow("a less serious one waits") << QList<Message>{failed, locked, copied} << none << u"failed"_s;
    QTest::newRow("and is shown then") << QList<Message>{failed, locked, copied} << QList{Topic::Save} << u"locked"_s;
    QTest::newRow("the same topic replaces itself")
        << QList<Message>{failed, message(Topic::Save, Level::Info, u"saved"_s)} << none << u"saved"_s;
    QTest::newRow("settled while it waits")
        << QList<Message>{failed, ending} << QList{Topic::SessionEnd, Topic::Save} << QString();
    QTest::newRow("a topic without a message") << QList<Message>{failed} << QList{Topic::Reload} << u"failed"_s;
    QTest::newRow("an answer before an error") << QList<Message>{answer, failed} << none << u"an answer"_s;
    Message notWritten = message(Topic::Export, Level::Error, u"not written"_s);
    notWritten.isAnswer = true;
    QTest::newRow("an error that is an answer") << QList<Message>{failed, notWritten} << none << u"not written"_s;
    QTest::newRow("and one after it") << QList<Message>{notWritten, failed} << none << u"failed"_s;
    QTest::newRow("and a warning after it") << QList<Message>{notWritten, ending} << none << u"not written"_s;
}

void MessageQueueTest::theMostSeriousIsShown()
{
    QFETCH(const QList<Message>, messages);
    QFETCH(const QList<Topic>, settled);
    MessageQueue queue;
    for (const Message &each : messages)
        queue.show(each);
    for (const Topic topic : settled)
        queue.settle(topic);
    QTEST(shown(queue), "shown");
}

void MessageQueueTest::aScopeEndsWithWhatIsWithinIt_data()
{
    QTest::addColumn<Scope>("ended");
    QTest::addColumn<QStringList>("left");
    QTest::newRow("the edits") << Scope::Edits << QStringList{u"the account"_s, u"the program"_s};
    QTest::newRow("the account") << Scope::Account << QStringList{u"the program"_s};
    QTest::newRow("the program") << Scope::Program << QStringList{};
}

void MessageQueueTest::aScopeEndsWithWhatIsWithinIt()
{
    QFETCH(const Scope, ended);
    MessageQueue queue;
    queue.show(message(Topic::Disk, Level::Warning, u"the program"_s));
    queue.show(message(Topic::Reload, Level::Warning, u"the account"_s));
    queue.show(message(Topic::DraftFile, Level::Warning, u"the edits"_s));
    queue.endScope(ended);
    QStringList left;
    while (const Message *current = queue.current()) {
        left << current->text;
        queue.close(current->number);
    }
    QTEST(left, "left");
}

void MessageQueueTest::onlyTheMessageThatWasClosedGoes()
{
    MessageQueue queue;
    queue.show(message(Topic::Save, Level::Error, u"before"_s));
    const quint64 before = queue.current()->number;
    queue.show(message(Topic::Save, Level::Error, u"after"_s));
    queue.close(before);
    QCOMPARE(shown(queue), u"after"_s);
    queue.close(queue.current()->number);
    QCOMPARE(shown(queue), QString());
}

void MessageQueueTest::informationLeavesWhenItHasBeenShown()
{
    MessageQueue queue(nullptr, infoShownMs);
    queue.show(message(Topic::Keychain, Level::Warning, u"locked"_s));
    queue.show(message(Topic::Diagnostics, Level::Info, u"copied"_s));
    spin(3 * infoShownMs);
    QCOMPARE(shown(queue), u"locked"_s);
    queue.settle(Topic::Keychain);
    QCOMPARE(shown(queue), u"copied"_s); // it has waited, and was not seen
    COMPARE_EVENTUALLY(shown(queue), QString());
    Message asking = message(Topic::KeychainAsks, Level::Info, u"asks"_s);
    asking.stays = true;
    queue.show(asking);
    spin(3 * infoShownMs);
    QCOMPARE(shown(queue), u"asks"_s);
    Message offering = message(Topic::RestoredDraft, Level::Info, u"restored"_s);
    offering.action.text = u"Discard them"_s;
    queue.show(offering);
    spin(3 * infoShownMs);
    QCOMPARE(shown(queue), u"restored"_s);
}

void MessageQueueTest::whatIsReadStays()
{
    MessageQueue queue(nullptr, infoShownMs);
    queue.show(message(Topic::Diagnostics, Level::Info, u"copied"_s));
    queue.setHeld(true);
    spin(3 * infoShownMs);
    QCOMPARE(shown(queue), u"copied"_s);
    queue.show(message(Topic::SecondProgram, Level::Info, u"cleared"_s)); // what comes meanwhile, too
    spin(3 * infoShownMs);
    QCOMPARE(shown(queue), u"cleared"_s);
    queue.setHeld(false);
    COMPARE_EVENTUALLY(shown(queue), QString());
}

void MessageQueueTest::anAnswerThatWasReadIsNotInFrontOfAnError()
{
    MessageQueue queue;
    Message answer = message(Topic::Discarded, Level::Info, u"an answer"_s);
    answer.isAnswer = true;
    answer.stays = true;
    queue.show(answer);
    queue.show(message(Topic::SessionEnd, Level::Error, u"ended"_s));
    QCOMPARE(shown(queue), u"an answer"_s);
    queue.takeForRead(Topic::Discarded);
    QCOMPARE(shown(queue), u"ended"_s);
    queue.settle(Topic::SessionEnd);
    QCOMPARE(shown(queue), u"an answer"_s);
}

void MessageQueueTest::oneAnswerIsForAllThatAskedForIt()
{
    MessageQueue queue;
    QStringList run;
    const auto asks = [&run](Topic topic, const QByteArray &about, const QString &name) {
        Message asking = message(topic, Level::Error, name);
        asking.question = {about, [&run, name] { run << name; }};
        return asking;
    };
    queue.show(asks(Topic::Save, "certificate", u"save"_s));
    queue.show(asks(Topic::Reload, "certificate", u"reload"_s));
    queue.show(asks(Topic::SignOut, "another", u"sign out"_s));
    queue.show(message(Topic::Disk, Level::Error, u"asks nothing"_s));
    QVERIFY(queue.takeAnswered({}).isEmpty());
    const auto again = queue.takeAnswered("certificate");
    for (const auto &each : again)
        each();
    QCOMPARE(run, (QStringList{u"save"_s, u"reload"_s}));
    QCOMPARE(shown(queue), u"asks nothing"_s);
    queue.settle(Topic::Disk);
    QCOMPARE(shown(queue), u"sign out"_s);
}

void MessageQueueTest::aChangeIsToldOnce()
{
    MessageQueue queue;
    const QSignalSpy told(&queue, &MessageQueue::currentChanged);
    queue.show(message(Topic::Save, Level::Error, u"failed"_s));
    QCOMPARE(told.size(), 1);
    queue.show(message(Topic::Keychain, Level::Warning, u"locked"_s)); // it waits
    queue.settle({Topic::Keychain, Topic::Reload});
    QCOMPARE(told.size(), 1);
    queue.settle(Topic::Save);
    QCOMPARE(told.size(), 2);
}

void MessageQueueTest::anErrorIsShownWithItsDetails()
{
    Error error = errorOf(Error::Kind::ServiceFault, u"the technical text"_s);
    bool isRun = false;
    const Message told = Message::about(Topic::Reload, error, {u"Try again"_s, [&isRun] { isRun = true; }});
    QCOMPARE(told.topic, Topic::Reload);
    QCOMPARE(told.level, Level::Error);
    QCOMPARE(told.text, errorText(error));
    QVERIFY(told.details.contains(u"the technical text"_s));
    told.action.run();
    QVERIFY(isRun);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::MessageQueueTest)

#include "tst_messagequeue.moc"
