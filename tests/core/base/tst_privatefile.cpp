// A file that the user asked for: for them alone, whole or not at all.

#include "core/base/privatefile.h"
#include "tests/core/support.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

} // namespace

class PrivateFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyElseMayReadIt_data();
    void nobodyElseMayReadIt();
    void theReasonIsToldIfItCannotBeWritten();
};

void PrivateFileTest::nobodyElseMayReadIt_data()
{
    QTest::addColumn<bool>("wasThere");
    QTest::newRow("new") << false;
    QTest::newRow("in the place of one that all may read") << true;
}

void PrivateFileTest::nobodyElseMayReadIt()
{
    QFETCH(bool, wasThere);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    if (wasThere) {
        QFile before(path);
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("before") == 6);
        QVERIFY(before.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    }
    QCOMPARE(writePrivateFile(path, "content"), std::nullopt);
    QCOMPARE(contentOf(path), "content");
    if (modeOf(path) < 0)
        QSKIP("Files have no permissions of that kind here.");
    QCOMPARE(int(QFile::permissions(path) & QFile::Permissions(0x077)), 0);
}

void PrivateFileTest::theReasonIsToldIfItCannotBeWritten()
{
    const QTemporaryDir folder;
    const auto reason = writePrivateFile(folder.filePath(u"missing/file"_s), "content");
    QVERIFY(reason && !reason->isEmpty());
    QVERIFY(writePrivateFile(folder.path(), "content")); // a folder
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::PrivateFileTest)
#include "tst_privatefile.moc"
