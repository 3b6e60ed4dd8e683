// What an open account needs, as a list of accounts says it, and which account it is for.

#include "core/http/certificate.h"
#include "core/settings/preferences.h"
#include "core/workspace/workspace.h"
#include "tests/core/sessionfixture.h"
#include "tests/support/eventually.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QSslCertificate>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

const Path town = Path::field(u"city");

// A service, and an account whose list of needs is followed as a list of accounts does.
struct NeedsFixture
{
    explicit NeedsFixture(const ServiceOptions &options = {}) : pair(options)
    {
        QObject::connect(&workspace, &Workspace::changed, &workspace, [this] { told = workspace.needs(); });
        QObject::connect(&workspace.saver(), &Saver::finished, &workspace,
                         [this](const SaveResult &result) { conflicts = result.conflicts; });
    }

    void signIn(const QString &password = u"lanyard"_s)
    {
        workspace.session().signIn(pair.request(u"mrossi"_s, password));
        VERIFY_EVENTUALLY(workspace.session().state() != Session::State::SigningIn);
        spin(20); // the keychain has answered
    }
    // As a start finds it: the sign-in of an earlier run is in the keychain.
    void remember(bool kept = true)
    {
        QVERIFY(pair.signIn());
        SavedAccount account = pair.accounts.accounts().first();
        account.kept = kept;
        workspace.setAccount(account);
    }
    void restore()
    {
        QSignalSpy failed(&workspace.session(), &Session::restoreFailed);
        workspace.session().restore(workspace.account());
        VERIFY_EVENTUALLY(!failed.isEmpty() || workspace.session().hasUser());
    }
    void edit() { workspace.edits().edit(town, u"Bari"_s); }
    void save()
    {
        workspace.saver().save();
        finish();
    }
    void finish() { VERIFY_EVENTUALLY(!workspace.saver().isSaving() && !workspace.session().isReloading()); }
    void conflict()
    {
        edit();
        change("city"_L1, u"Roma (centro)"_s);
        save();
    }
    void change(QLatin1StringView member, const QJsonValue &value)
    {
        QJsonObject user = pair.service.user(u"mrossi"_s);
        user.insert(member, value);
        QVERIFY(pair.service.setUser(u"mrossi"_s, user));
    }
    void expireKey(int daysAgo)
    {
        const QString then = QDateTime::currentDateTimeUtc().addDays(-daysAgo).toString(Qt::ISODate);
        change("apiKeys"_L1, QJsonArray{QJsonObject{{u"id"_s, 1}, {u"key"_s, u"k"_s}, {u"expireDate"_s, then}}});
    }

    QTemporaryDir home;
    SessionFixture pair;
    ProxySettings proxies;
    Preferences preferences{home.filePath(u"preferences.json"_s)};
    Workspace workspace{
        {pair.signIns, pair.trust, proxies, preferences, DraftStore(home.filePath(u"drafts"_s)), {.secondLookMs = 20}}};
    QList<Need> told;
    QList<Conflict> conflicts;
};

using Deed = std::function<void(NeedsFixture &)>;

} // namespace

class NeedsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNeedHasItsWords();
    void whatIsNeededIsTold_data();
    void whatIsNeededIsTold();
    void aCertificateToDecideAboutIsNoMissingService();
    void theAccountIsTheSessionsOrTheLastOne();
};

void NeedsTest::everyNeedHasItsWords()
{
    QStringList words;
    for (int need = 0; need <= static_cast<int>(Need::NotRestored); ++need)
        words << needText(static_cast<Need>(need));
    QVERIFY(words.takeLast().isEmpty());
    QVERIFY(!words.contains(QString()));
    QCOMPARE(words.removeDuplicates(), 0);
    QCOMPARE(words.first(), u"conflicting changes"_s);
}

void NeedsTest::whatIsNeededIsTold_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<QList<Need>>("needs");
    const auto row = [](const char *name, const Deed &deed, const QList<Need> &needs) {
        QTest::newRow(name) << deed << needs;
    };
    const auto signedIn = [](const Deed &deed) {
        return Deed([deed](NeedsFixture &of) {
            of.signIn();
            deed(of);
        });
    };
    using Fixture = NeedsFixture;
    row("no account", [](Fixture &) {}, {});
    row("remembered", [](Fixture &of) { of.remember(); }, {Need::NotRestored});
    row("edited in an earlier run",
        [](Fixture &of) {
            of.remember();
            const SavedAccount &account = of.workspace.account();
            const DraftStore drafts(of.home.filePath(u"drafts"_s));
            const User user(QJsonObject{{u"id"_s, account.userId}});
            QVERIFY(drafts.write(account.origin, user, {{{town, u"Bari"_s, u"Roma"_s}}}, {}));
            of.workspace.setAccount(account);
        },
        {Need::Unsaved});
    row("the end of the session has come",
        [](Fixture &of) {
            ServiceOptions options = of.pair.service.options();
            options.tokenLifetimeSeconds = 1;
            of.pair.service.setOptions(options);
            of.signIn();
            of.edit();
            VERIFY_EVENTUALLY(of.told.contains(Need::SessionEnded));
        },
        {Need::SessionEnded, Need::Unsaved});
    row("remembered without its sign-in", [](Fixture &of) { of.remember(false); }, {Need::SignedOut});
    row("restored", [](Fixture &of) { of.remember(), of.restore(); }, {});
    row("being restored", [](Fixture &of) { of.remember(), of.workspace.session().restore(of.workspace.account()); },
        {Need::SigningIn});
    row("the session has ended since", [](Fixture &of) { of.remember(), of.pair.service.expireTokens(), of.restore(); },
        {Need::SessionEnded});
    row("no such sign-in in the keychain",
        [](Fixture &of) {
            of.remember();
            QVERIFY(wait(of.pair.store.remove(of.workspace.account().keychainKey())).ok());
            of.restore();
        },
        {Need::SignedOut});
    row("the keychain is locked at the start",
        [](Fixture &of) { of.remember(), of.pair.store.failWith(Error::Kind::KeychainLocked), of.restore(); },
        {Need::KeychainLocked});
    row("the service does not answer at the start",
        [](Fixture &of) { of.remember(), of.pair.service.stop(), of.restore(); }, {Need::Unreachable});
    row("a wrong password", [](Fixture &of) { of.remember(), of.signIn(u"x"_s); }, {Need::SignedOut});
    row("signed in", signedIn([](Fixture &) {}), {});
    row("the keychain is locked", [](Fixture &of) { of.pair.store.failWith(Error::Kind::KeychainLocked), of.signIn(); },
        {Need::KeychainLocked});
    row("edited", signedIn([](Fixture &of) { of.edit(); }), {Need::Unsaved});
    row("reverted", signedIn([](Fixture &of) { of.edit(), of.workspace.edits().revertAll(); }), {});
    row("being saved", signedIn([](Fixture &of) { of.edit(), of.workspace.saver().save(), spin(0); }), {Need::Saving});
    row("edited while it is saved", signedIn([](Fixture &of) {
            of.edit(), of.workspace.saver().save();
            of.workspace.edits().edit(Path::field(u"notes"), u"Called."_s);
        }),
        {Need::Saving, Need::Unsaved});
    row("saved", signedIn([](Fixture &of) { of.edit(), of.save(); }), {});
    const auto refuse = [](Fixture &of) {
        of.edit();
        of.pair.service.failNext({.method = "POST", .status = 200, .body = R"({"message":"No."})"});
        of.save();
    };
    row("refused", signedIn(refuse), {Need::NotSaved});
    row("refused, then saved", signedIn([refuse](Fixture &of) { refuse(of), of.save(); }), {});
    row("refused, then discarded", signedIn([refuse](Fixture &of) { refuse(of), of.workspace.saver().discard(); }), {});
    row("a conflict", signedIn([](Fixture &of) { of.conflict(); }), {Need::Conflict});
    row("decided", signedIn([](Fixture &of) { of.conflict(), of.workspace.saver().resolve(of.conflicts, {true}); }),
        {Need::Unsaved});
    row("decided for the others",
        signedIn([](Fixture &of) { of.conflict(), of.workspace.saver().resolve(of.conflicts, {false}); }), {});
    row("ended during a save", signedIn([](Fixture &of) { of.edit(), of.pair.service.expireTokens(), of.save(); }),
        {Need::SessionEnded, Need::Unsaved});
    const auto reload = [](Fixture &of) { of.workspace.session().reload(), of.finish(); };
    const auto fail = [reload](Fixture &of) {
        of.pair.service.failNext({.status = 503, .times = -1});
        reload(of);
    };
    row("not reached by a reload", signedIn(fail), {Need::Unreachable});
    row("an API key of yesterday", signedIn([reload](Fixture &of) { of.expireKey(1), reload(of); }),
        {Need::KeyExpired});
    row("an API key of long ago", signedIn([reload](Fixture &of) { of.expireKey(31), reload(of); }), {});
    row("signed out", signedIn([](Fixture &of) { of.edit(), of.workspace.session().signOut(); }), {Need::SignedOut});
}

void NeedsTest::whatIsNeededIsTold()
{
    QFETCH(const Deed, deed);
    QFETCH(const QList<Need>, needs);
    NeedsFixture of;
    deed(of);
    if (QTest::currentTestFailed())
        return;
    QVERIFY2(of.workspace.needs() == needs,
             [&of] {
                 QByteArray words;
                 for (const Need need : of.workspace.needs())
                     words += QByteArray::number(static_cast<int>(need)) + ' ' + needText(need).toUtf8() + ", ";
                 return words;
             }()
                 .constData());
    QCOMPARE(of.told, needs); // whoever listens knows
}

void NeedsTest::aCertificateToDecideAboutIsNoMissingService()
{
    NeedsFixture of({.tls = ServiceOptions::Tls::SelfSigned});
    const Origin origin = originOf(of.pair.service.address());
    const QSslCertificate certificate(of.pair.service.certificatePem());
    of.signIn();
    QCOMPARE(of.told, QList{Need::CertificateUntrusted});
    QVERIFY(of.pair.trust.setPin(origin, certificateSha256(certificate)));
    of.signIn();
    QCOMPARE(of.told, QList<Need>());
    QVERIFY(of.pair.trust.setPin(origin, QByteArray(32, 'x')));
    of.workspace.session().reload();
    of.finish();
    QCOMPARE(of.told, QList{Need::CertificateChanged});
    QVERIFY(isUrgent(Need::CertificateUntrusted) && isUrgent(Need::CertificateChanged));
}

void NeedsTest::theAccountIsTheSessionsOrTheLastOne()
{
    NeedsFixture of;
    Workspace &workspace = of.workspace;
    QVERIFY(workspace.account().origin.isEmpty());
    of.remember();
    QCOMPARE(workspace.account().userName, u"mrossi"_s);
    workspace.session().signIn(of.pair.request(u"admin"_s, u"admin"_s));
    QCOMPARE(workspace.account().userName, u"mrossi"_s); // it may fail
    COMPARE_EVENTUALLY(workspace.account().userName, u"admin"_s);
    VERIFY_EVENTUALLY(workspace.account().kept);
    workspace.session().save({{Path::field(u"userName"), u"chief"_s}});
    COMPARE_EVENTUALLY(workspace.account().userName, u"chief"_s);
    of.finish();
    workspace.session().signOut();
    QCOMPARE(workspace.account().userName, u"chief"_s);
    QVERIFY(!workspace.account().kept);
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::NeedsTest)
#include "tst_needs.moc"
