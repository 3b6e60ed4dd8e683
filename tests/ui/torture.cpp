// One round of the main job for tests/e2e/torture.py, which makes one call of the system fail in it: start, sign in,
// edit, save, sign out, start again. Prints what was told to the user and what is wrong afterwards, as one JSON
// object.

#include "tests/ui/appfixture.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

const QString accountsFile = u"accounts.json"_s;
const QString trustFile = u"trust.json"_s;
const QString preferencesFile = u"preferences.json"_s;
constexpr int KeptSeconds = 45;

// For whoever traces the calls: what counts is between the two.
void mark(const char *what)
{
    QTextStream(stderr) << "MARK " << what << '\n';
}

class Round
{
public:
    [[nodiscard]] QJsonObject run();

private:
    void leaveEarlierState() const;
    void signIn();
    void editAndSave();
    void signOut();
    void listen();
    void expect(bool holds, const QString &what);
    void expectOrTold(bool holds, const QString &what);
    void lookAtFiles();
    [[nodiscard]] QString path(const QString &name) const { return m_app.home() + u"/config/"_s + name; }
    // In the file or in what was set aside of it.
    [[nodiscard]] bool holds(const QString &name, const std::function<bool(const QString &)> &file) const;

    AppFixture m_app;
    SavedAccount m_account;
    QStringList m_told;
    QStringList m_problems;
};

// What must still be there at the end, whatever fails.
void Round::leaveEarlierState() const
{
    SavedAccounts accounts(path(accountsFile));
    for (const QString &server : {u"https://a.example"_s, u"https://b.example"_s}) {
        SavedAccount account;
        account.origin = Origin::parse(server).value();
        account.userName = u"earlier"_s;
        accounts.remember(account);
    }
    TrustStore(path(trustFile)).setPin(Origin::parse(u"https://a.example"_s).value(), QByteArray(32, 'x'));
    Preferences(path(preferencesFile)).setClipboardSeconds(KeptSeconds);
}

void Round::expect(bool holds, const QString &what)
{
    if (!holds)
        m_problems << what;
}

// What does not happen for the file that failed must be said.
void Round::expectOrTold(bool holds, const QString &what)
{
    listen();
    const auto tells = [](const QString &text) { return text.contains("not be written"_L1); };
    expect(holds || std::any_of(m_told.begin(), m_told.end(), tells), what + u", and nobody says so"_s);
}

// Everything that stands in the message bar or on a visible label of the sign-in dialog at some time.
void Round::listen()
{
    QStringList now{m_app.messageText()};
    if (QDialog *dialog = m_app.dialog()) {
        const auto labels = dialog->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            now << (label->isVisible() ? label->text() : QString());
    }
    for (const QString &text : std::as_const(now)) {
        if (!text.isEmpty() && !m_told.contains(text))
            m_told << text;
    }
}

void Round::signIn()
{
    m_app.start(u"mrossi"_s);
    expect(m_app.signIn(u"lanyard"_s), u"not signed in"_s);
    const auto settled = [this] { return m_app.session().storage() != Session::Storage::UntilQuit; };
    expect(eventually(settled), u"it is not known where the sign-in is kept"_s);
    m_account = m_app.session().account();
    const auto noted = SavedAccounts(path(accountsFile)).find(m_account.origin, m_account.userName);
    const bool kept = m_app.session().storage() == Session::Storage::Keychain;
    expect(!kept || (noted && noted->kept), u"kept, but the next start would not know"_s);
    expectOrTold(kept, u"the sign-in is not kept"_s);
}

void Round::editAndSave()
{
    m_app.typeInto(u"City"_s, u"Torino"_s);
    QTest::qWait(1300); // the draft is written after a second
    expectOrTold(!QDir(path(u"drafts"_s)).isEmpty(), u"the edit is not on the disk"_s);
    m_app.press(u"Save"_s);
    expect(eventually([this] { return m_app.saveText().startsWith("Saved"_L1); }), u"not saved"_s);
    expect(m_app.service().user(u"mrossi"_s).value("city"_L1).toString() == "Torino"_L1, u"the service has no edit"_s);
}

void Round::signOut()
{
    m_app.press(u"Sign out"_s);
    expect(m_app.isAsked(), u"not signed out"_s);
    expect(eventually([this] { return m_app.keychain().entries().isEmpty(); }), u"the keychain keeps the sign-in"_s);
    QTest::qWait(100);
    const auto noted = SavedAccounts(path(accountsFile)).find(m_account.origin, m_account.userName);
    expectOrTold(noted && !noted->kept && !noted->removalDue, u"the sign-out is not noted"_s);
}

bool Round::holds(const QString &name, const std::function<bool(const QString &)> &file) const
{
    return file(path(name)) || file(path(name) + u".bad"_s);
}

void Round::lookAtFiles()
{
    const auto accounts = [](const QString &file) {
        return SavedAccounts(file).servers().contains(u"https://a.example"_s) &&
               SavedAccounts(file).servers().contains(u"https://b.example"_s);
    };
    expect(holds(accountsFile, accounts), u"earlier accounts are lost"_s);
    const auto pin = [](const QString &file) {
        return TrustStore(file).origins() == QStringList{u"https://a.example"_s};
    };
    expect(holds(trustFile, pin), u"an accepted certificate is lost"_s);
    const auto choice = [](const QString &file) { return Preferences(file).clipboardSeconds() == KeptSeconds; };
    expect(holds(preferencesFile, choice), u"a preference is lost"_s);
    for (const QString &folder : {path({}), path(u"drafts"_s)}) {
        const QStringList files = QDir(folder).entryList(QDir::Files | QDir::Hidden);
        for (const QString &file : files) {
            const bool isOurs = file.endsWith(".json"_L1) || file.contains(".json.bad"_L1);
            expect(isOurs, u"%1 is left behind"_s.arg(file));
            QFile content(folder + u'/' + file);
            expect(content.open(QIODevice::ReadOnly) && QJsonDocument::fromJson(content.readAll()).isObject(),
                   u"%1 is not whole"_s.arg(file));
        }
    }
}

QJsonObject Round::run()
{
    leaveEarlierState();
    mark("begin");
    QTimer listener;
    listener.setInterval(10);
    QObject::connect(&listener, &QTimer::timeout, &listener, [this] { listen(); });
    listener.start();
    signIn();
    editAndSave();
    signOut();
    m_app.quit();
    mark("end");
    lookAtFiles();
    m_app.start();
    expect(m_app.isAsked(), u"the next start does not ask"_s);
    listener.stop();
    m_app.quit();
    return {{u"told"_s, QJsonArray::fromStringList(m_told)}, {u"problems"_s, QJsonArray::fromStringList(m_problems)}};
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QJsonObject outcome = Round().run();
    QTextStream(stdout) << QJsonDocument(outcome).toJson(QJsonDocument::Compact) << '\n';
    return outcome.value("problems"_L1).toArray().isEmpty() ? 0 : 1;
}
