// What is chosen on this computer: it is there at the next start, and what somebody wrote into the file by hand is read
// as far as it can be meant.

#include "core/settings/preferences.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

using Way = ProxyChoice::Way;
using Kind = ProxyChoice::Kind;

const ProxyChoice systems;

} // namespace

class PreferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }
    void everythingHasADefault();
    void whatWasChosenIsThereNextTime();
    void anAppearanceIsThereNextTime();
    void aProxyIsThereNextTime_data();
    void aProxyIsThereNextTime();
    void whatStandsInTheFileIsReadAsMeant_data();
    void whatStandsInTheFileIsReadAsMeant();
    void secondsAreKeptWithinTheirLimits_data();
    void secondsAreKeptWithinTheirLimits();
    void aChoiceThatChangesNothingIsNotTold();
    void noFileOfCertificatesIsNoMember();

private:
    [[nodiscard]] QString file() const { return m_home->filePath(u"preferences.json"_s); }
    [[nodiscard]] QJsonObject members() const;
    void write(const QByteArray &json) const;

    std::unique_ptr<QTemporaryDir> m_home;
};

QJsonObject PreferencesTest::members() const
{
    QFile written(file());
    return written.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(written.readAll()).object() : QJsonObject();
}

void PreferencesTest::write(const QByteArray &json) const
{
    QFile written(file());
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    written.write(json);
}

void PreferencesTest::everythingHasADefault()
{
    const Preferences preferences(file());
    QVERIFY(!preferences.isUnusable());
    QVERIFY(preferences.keepDrafts());
    QVERIFY(!preferences.restoreAll());
    QVERIFY(preferences.tellExpired());
    QCOMPARE(preferences.clipboardSeconds(), 30);
    QCOMPARE(preferences.language(), QString());
    QCOMPARE(preferences.authoritiesFile(), QString());
    QVERIFY(preferences.proxy() == systems);
    QVERIFY(!QFile::exists(file())); // looking writes nothing
}

void PreferencesTest::whatWasChosenIsThereNextTime()
{
    {
        Preferences preferences(file());
        const QSignalSpy changed(&preferences, &Preferences::changed);
        QVERIFY(preferences.setKeepDrafts(false));
        QVERIFY(preferences.setTellExpired(false));
        QVERIFY(preferences.setClipboardSeconds(45));
        QVERIFY(preferences.setLanguage(u"en"_s));
        QVERIFY(preferences.setAuthoritiesFile(u"/etc/company.pem"_s));
        QCOMPARE(changed.size(), 5);
    }
    const Preferences again(file());
    QVERIFY(!again.keepDrafts());
    QVERIFY(!again.tellExpired());
    QCOMPARE(again.clipboardSeconds(), 45);
    QCOMPARE(again.language(), u"en"_s);
    QCOMPARE(again.authoritiesFile(), u"/etc/company.pem"_s);
}

void PreferencesTest::anAppearanceIsThereNextTime()
{
    QVERIFY(Preferences(file()).appearance() == Appearance::System);
    for (const Appearance chosen : {Appearance::Dark, Appearance::Light}) {
        QVERIFY(Preferences(file()).setAppearance(chosen));
        QVERIFY(Preferences(file()).appearance() == chosen);
    }
    QVERIFY(Preferences(file()).setAppearance(Appearance::System));
    QVERIFY(!members().contains(u"appearance"_s));
    write(R"({"appearance":"sepia"})");
    QVERIFY(Preferences(file()).appearance() == Appearance::System);
}

void PreferencesTest::aProxyIsThereNextTime_data()
{
    QTest::addColumn<ProxyChoice>("choice");
    QTest::newRow("none") << ProxyChoice{.way = Way::None};
    QTest::newRow("HTTP") << ProxyChoice{Way::Manual, Kind::Http, u"proxy.example"_s, 3128};
    QTest::newRow("SOCKS5") << ProxyChoice{Way::Manual, Kind::Socks5, u"proxy.example"_s, 1080};
    QTest::newRow("IPv6") << ProxyChoice{Way::Manual, Kind::Http, u"::1"_s, 65535};
    // The address stays in its fields for whoever chooses it again.
    QTest::newRow("none, with an address") << ProxyChoice{Way::None, Kind::Socks5, u"proxy.example"_s, 1080};
    QTest::newRow("the system's, with an address") << ProxyChoice{Way::System, Kind::Http, u"proxy.example"_s, 8080};
}

void PreferencesTest::aProxyIsThereNextTime()
{
    QFETCH(const ProxyChoice, choice);
    QVERIFY(Preferences(file()).setProxy(choice));
    QVERIFY(Preferences(file()).proxy() == choice);
}

void PreferencesTest::whatStandsInTheFileIsReadAsMeant_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ProxyChoice>("proxy");
    const auto row = [](const char *name, const char *proxy, const ProxyChoice &read) {
        QTest::newRow(name) << QByteArray(R"({"clipboardSeconds":20,"proxy":)") + proxy + '}' << read;
    };
    row("another kind of value", R"("proxy.example")", systems);
    row("unknown words", R"({"way":"wpad","kind":"ftp"})", systems);
    row("manual without a port", R"({"way":"manual","host":"proxy.example"})",
        {Way::System, Kind::Http, u"proxy.example"_s, 0});
    row("manual without a host", R"({"way":"manual","port":3128})", {Way::System, Kind::Http, {}, 3128});
    row("a host with a password", R"({"way":"manual","host":"http://anna:pw@proxy.example","port":3128})",
        {Way::System, Kind::Http, {}, 3128});
    row("a port that is none", R"({"way":"manual","host":"proxy.example","port":-1})",
        {Way::System, Kind::Http, u"proxy.example"_s, 0});
    row("complete", R"({"way":"manual","kind":"socks5","host":"proxy.example","port":1080,"more":true})",
        {Way::Manual, Kind::Socks5, u"proxy.example"_s, 1080});
}

void PreferencesTest::whatStandsInTheFileIsReadAsMeant()
{
    QFETCH(const QByteArray, json);
    QFETCH(const ProxyChoice, proxy);
    write(json);
    const Preferences preferences(file());
    QVERIFY(!preferences.isUnusable());
    QVERIFY(preferences.proxy() == proxy);
    QCOMPARE(preferences.clipboardSeconds(), 20); // the rest of the file counts
}

void PreferencesTest::secondsAreKeptWithinTheirLimits_data()
{
    QTest::addColumn<int>("chosen");
    QTest::addColumn<int>("kept");
    QTest::newRow("too few") << 1 << Preferences::ShortestClipboardSeconds;
    QTest::newRow("within") << 77 << 77;
    QTest::newRow("too many") << 100'000 << Preferences::LongestClipboardSeconds;
}

void PreferencesTest::secondsAreKeptWithinTheirLimits()
{
    QFETCH(const int, chosen);
    QVERIFY(Preferences(file()).setClipboardSeconds(chosen));
    QTEST(Preferences(file()).clipboardSeconds(), "kept");
    write(QJsonDocument(QJsonObject{{u"clipboardSeconds"_s, chosen}}).toJson()); // and from the file
    QTEST(Preferences(file()).clipboardSeconds(), "kept");
}

void PreferencesTest::aChoiceThatChangesNothingIsNotTold()
{
    Preferences preferences(file());
    const QSignalSpy changed(&preferences, &Preferences::changed);
    QVERIFY(preferences.setKeepDrafts(true));
    QVERIFY(preferences.setClipboardSeconds(30));
    QVERIFY(preferences.setAuthoritiesFile({}));
    QVERIFY(preferences.setProxy({}));
    QVERIFY(changed.isEmpty());
    QVERIFY(!QFile::exists(file()));
}

void PreferencesTest::noFileOfCertificatesIsNoMember()
{
    Preferences preferences(file());
    QVERIFY(preferences.setAuthoritiesFile(u"/etc/company.pem"_s));
    QVERIFY(members().contains("authoritiesFile"_L1));
    QVERIFY(preferences.setAuthoritiesFile({}));
    QVERIFY(!members().contains("authoritiesFile"_L1));
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::PreferencesTest)

#include "tst_preferences.moc"
