// "Which key is this?": a pasted key is found among the account's own, and nothing that is near one.

#include "core/document/user.h"
#include "core/models/apikeysmodel.h"
#include "core/models/keylookup.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

QJsonObject lookedUpKey(int id, const QString &name, const QString &value, const QString &clientSecret = {})
{
    return {{u"id"_s, id}, {u"name"_s, name}, {u"key"_s, value}, {u"clientSecret"_s, clientSecret}};
}

} // namespace

class KeyLookupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aKeyIsFoundByItsWholeValue_data();
    void aKeyIsFoundByItsWholeValue();
    void twoKeysWithOneValueAreBothTold();
    void theSentenceSaysNameStatusAndEnd();
    void theSentenceSaysThatNoneMatches();
    void theSentenceSaysWhichAccountsKeyItIs();

private:
    [[nodiscard]] QString textFor(const QString &typed) const
    {
        return keyLookupText({{&*m_model}}, true, Secret::fromText(typed));
    }

    std::optional<ApiKeysModel> m_model;
};

void KeyLookupTest::init()
{
    QJsonObject revoked = lookedUpKey(3, u"Former"_s, u"api_zzzzzzzzzzzzzzzzzzzzWXYZ"_s);
    revoked.insert(u"revoked"_s, true);
    const QJsonArray keys{lookedUpKey(1, u"Build server"_s, u"api_0123456789abcdefghijABCD"_s, u"cs_0123456789abcd"_s),
                          lookedUpKey(2, u"Nothing"_s, QString()), revoked, lookedUpKey(4, u"Short"_s, u"ab"_s)};
    m_model.emplace();
    m_model->setUser(User({{u"id"_s, u"7f0c"_s}, {u"apiKeys"_s, keys}}));
}

void KeyLookupTest::aKeyIsFoundByItsWholeValue_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("row");
    QTest::addColumn<bool>("isClientSecret");
    QTest::newRow("key") << u"api_0123456789abcdefghijABCD"_s << 0 << false;
    QTest::newRow("client secret") << u"cs_0123456789abcd"_s << 0 << true;
    QTest::newRow("revoked") << u"api_zzzzzzzzzzzzzzzzzzzzWXYZ"_s << 2 << false;
    QTest::newRow("short") << u"ab"_s << 3 << false;
    QTest::newRow("beginning") << u"api_0123456789abcdefghijABC"_s << -1 << false;
    QTest::newRow("longer") << u"api_0123456789abcdefghijABCDE"_s << -1 << false;
    QTest::newRow("twice") << u"abab"_s << -1 << false;
    QTest::newRow("other case") << u"API_0123456789abcdefghijABCD"_s << -1 << false;
    QTest::newRow("last character") << u"api_0123456789abcdefghijABCE"_s << -1 << false;
    QTest::newRow("empty") << QString() << -1 << false;
}

void KeyLookupTest::aKeyIsFoundByItsWholeValue()
{
    QFETCH(QString, typed);
    QFETCH(int, row);
    QFETCH(bool, isClientSecret);
    const QList<FoundKey> expected = row < 0 ? QList<FoundKey>() : QList<FoundKey>{{row, isClientSecret}};
    QCOMPARE(findKeys(*m_model, Secret::fromText(typed)), expected);
}

void KeyLookupTest::twoKeysWithOneValueAreBothTold()
{
    m_model->setUser(
        User({{u"id"_s, u"7f0c"_s},
              {u"apiKeys"_s, QJsonArray{lookedUpKey(1, u"One"_s, u"same"_s), lookedUpKey(2, u"Two"_s, u"same"_s)}}}));
    const QStringList lines = textFor(u"same"_s).split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.first().contains(u"“One”"_s) && lines.last().contains(u"“Two”"_s));
}

void KeyLookupTest::theSentenceSaysNameStatusAndEnd()
{
    const QString status = m_model->index(0, ApiKeysModel::Status).data().toString();
    QCOMPARE(textFor(u"api_0123456789abcdefghijABCD"_s),
             u"This is the key “Build server”. Status: %1. It ends in ABCD."_s.arg(status));
    QVERIFY(textFor(u"cs_0123456789abcd"_s).startsWith(u"This is the client secret of “Build server”."_s));
    QVERIFY(!textFor(u"ab"_s).contains(u"ends in"_s)); // which would be all of it
}

void KeyLookupTest::theSentenceSaysThatNoneMatches()
{
    QCOMPARE(textFor(u"something else"_s), u"It is none of this account’s API keys."_s);
    QCOMPARE(textFor(QString()), QString());
}

void KeyLookupTest::theSentenceSaysWhichAccountsKeyItIs()
{
    const ApiKeysModel none;
    const auto text = [&](const QString &typed, bool areAll) {
        return keyLookupText({{&none}, {&*m_model, u"Ada — ada at h%1"_s}}, areAll, Secret::fromText(typed));
    };
    QVERIFY(text(u"api_0123456789abcdefghijABCD"_s, false)
                .startsWith(u"This is the key “Build server” of Ada — ada at h%1. Status: "_s));
    QVERIFY(text(u"something else"_s, false).endsWith(u" No other account was searched."_s));
    QCOMPARE(text(u"something else"_s, true), u"It is none of your accounts’ API keys."_s);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::KeyLookupTest)
#include "tst_keylookup.moc"
