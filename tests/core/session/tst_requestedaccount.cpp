// Which account a start of the program asks for, with --server and --user or without.

#include "core/session/requestedaccount.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class RequestedAccountTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatAStartAsksFor_data();
    void whatAStartAsksFor();

private:
    SavedAccounts m_accounts;
};

void RequestedAccountTest::initTestCase()
{
    for (const char *server : {"https://a.example:5455", "https://b.example:5455"}) {
        SavedAccount account;
        account.origin = Origin::parse(QString::fromLatin1(server)).value();
        account.userName = u"mrossi"_s;
        QVERIFY(m_accounts.remember(account));
    }
}

void RequestedAccountTest::whatAStartAsksFor_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("userName");
    QTest::addColumn<QString>("expected"); // origin and user name
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<bool>("unreadable");
    QTest::addColumn<bool>("isFirst"); // whether the account of a.example is one that it asks for
    const auto row = [](const char *name, const QString &server, const QString &userName, const QString &expected,
                        bool isKnown, bool unreadable, bool isFirst) {
        QTest::newRow(name) << server << userName << expected << isKnown << unreadable << isFirst;
    };
    const QString a = u"https://a.example:5455"_s;
    const QString b = u"https://b.example:5455"_s;
    row("nothing", {}, {}, b + u" mrossi"_s, true, false, true);
    row("a server", a, {}, a + u" mrossi"_s, true, false, true);
    row("a server as it was pasted", a + u"/v1/auth/login"_s, {}, a + u" mrossi"_s, true, false, true);
    row("a user in other case", {}, u"MRossi"_s, b + u" mrossi"_s, true, false, true);
    row("a server and its user", a, u"mrossi"_s, a + u" mrossi"_s, true, false, true);
    row("another user of the server", a, u"admin"_s, a + u" admin"_s, false, false, false);
    row("another server", u"https://c.example"_s, {}, u"https://c.example "_s, false, false, false);
    row("an unknown user", {}, u"admin"_s, b + u" admin"_s, false, false, false);
    row("no address", u"not an address"_s, u"mrossi"_s, u" mrossi"_s, false, true, false);
}

void RequestedAccountTest::whatAStartAsksFor()
{
    QFETCH(const QString, server);
    QFETCH(const QString, userName);
    QFETCH(const QString, expected);
    QFETCH(const bool, isKnown);
    QFETCH(const bool, unreadable);
    QFETCH(const bool, isFirst);
    const RequestedAccount requested = requestedAccount(m_accounts, server, userName);
    QCOMPARE(requested.account.origin.text() + u' ' + requested.account.userName, expected);
    QCOMPARE(requested.isKnown, isKnown);
    QCOMPARE(requested.isUnreadable, unreadable);
    const SavedAccount first = m_accounts.bestMatch(Origin::parse(u"https://a.example:5455"_s).value(), {}).value();
    QCOMPARE(isRequested(first, m_accounts, server, userName), isFirst);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::RequestedAccountTest)
#include "tst_requestedaccount.moc"
