// Three accounts on two servers, whatever is done to them and whatever befalls their services and the keychain: each
// holds what it should, and nothing of one reaches another.
#include "tests/support/testclass.h"
#include "tests/ui/accountshands.h"

using namespace lanyard::testing;

class TestAccountsCampaign : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachAccountHoldsItsOwn_data();
    void eachAccountHoldsItsOwn();
};

// A seed that failed is tried again by LANYARD_SEED; LANYARD_SEEDS=11-20 takes some of the long form's.
void TestAccountsCampaign::eachAccountHoldsItsOwn_data()
{
    QTest::addColumn<quint32>("seed");
    const QStringList range = qEnvironmentVariable("LANYARD_SEEDS").split(u'-');
    bool isSeed = false;
    const quint32 seed = qEnvironmentVariable("LANYARD_SEED").toUInt(&isSeed);
    const quint32 most = qEnvironmentVariableIsSet("LANYARD_LONG") ? 50 : 3;
    const quint32 first = isSeed ? seed : range.size() == 2 ? range.first().toUInt() : 1;
    const quint32 last = isSeed ? seed : range.size() == 2 ? range.last().toUInt() : most;
    for (quint32 run = first; run <= last; ++run)
        QTest::addRow("seed %u", run) << run;
}

void TestAccountsCampaign::eachAccountHoldsItsOwn()
{
    QFETCH(const quint32, seed);
    const int steps = qEnvironmentVariableIsSet("LANYARD_LONG") ? 300 : 60;
    AccountsHands hands(seed);
    const QString wrong = hands.run(steps);
    if (!wrong.isEmpty())
        qWarning().noquote() << wrong; // whole
    qInfo() << hands.done() << hands.requestCount() << "requests";
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.left(500)));
    QVERIFY(!QTest::currentTestFailed());
}

LANYARD_TEST(QApplication, TestAccountsCampaign)

#include "tst_accountscampaign.moc"
