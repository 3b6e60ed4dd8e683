// Whatever is done to the window, by whatever way text gets into it: what is saved is what was meant, and what is shown
// is what will be saved.
#include "tests/support/testclass.h"
#include "tests/ui/randomhands.h"

using namespace lanyard::testing;

class TestRandomHands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSavedIsWhatWasMeant_data();
    void whatIsSavedIsWhatWasMeant();
};

// A seed that failed is tried again by LANYARD_SEED.
void TestRandomHands::whatIsSavedIsWhatWasMeant_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("sequences");
    bool isSeed = false;
    const quint32 seed = qEnvironmentVariable("LANYARD_SEED").toUInt(&isSeed);
    if (isSeed) {
        QTest::newRow("the seed that was asked for") << seed << 100;
        return;
    }
    const bool isLong = qEnvironmentVariableIsSet("LANYARD_LONG");
    for (quint32 run = 1; run <= (isLong ? 20U : 2U); ++run)
        QTest::addRow("seed %u", run) << run << (isLong ? 100 : 30);
}

void TestRandomHands::whatIsSavedIsWhatWasMeant()
{
    QFETCH(const quint32, seed);
    QFETCH(const int, sequences);
    constexpr int acts = 12;
    RandomHands hands(seed);
    for (int i = 0; i < sequences; ++i) {
        const QString wrong = hands.run(acts);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("sequence %1: %2").arg(i).arg(wrong)));
    }
}

LANYARD_TEST(QApplication, TestRandomHands)

#include "tst_randomhands.moc"
