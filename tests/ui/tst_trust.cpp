// What the user trusts, in the window: the question about a certificate, and the preferences where trust is taken
// back or given to a file of authorities. Driven by keys and clicks.
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "tests/ui/controlnames.h"
#include "tests/wire/tlsserver.h"

#include "ui/common/messagebar.h"
#include "ui/look/breaks.h"

#include <QAccessible>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QScopeGuard>
#include <QScreen>
#include <QSslCertificate>
#include <QTableWidget>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

constexpr auto trustButton = "Trust this certificate"_L1;
constexpr auto acceptedTable = "Certificates you have accepted"_L1;

ServiceOptions overTls(ServiceOptions::Tls tls = ServiceOptions::Tls::ExpiredMisnamed)
{
    ServiceOptions options;
    options.tls = tls;
    return options;
}

QString hexOf(const AccountService &service)
{
    const QSslCertificate certificate(service.certificatePem());
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex()).toUpper();
}

// What is shown of a fingerprint, without the gaps that make it readable.
QString withoutGaps(QString text)
{
    return text.remove(u' ').remove(u'\n').remove(u':');
}

QString visibleTextIn(QWidget *root)
{
    QStringList texts;
    const auto labels = root->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts.join(u'\n').remove(LineBreak);
}

} // namespace

class TestTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void nothingIsSentUnlessTheAnswerIsYes();
    void theWindowMayBeClosedWhileItAsks_data();
    void theWindowMayBeClosedWhileItAsks();
    void anotherCertificateIsAHardStopWithBothFingerprints();
    void theFingerprintIsHeardBeforeItIsTrusted();
    void aReplacedCertificateIsDecidedWhereItIsShown();
    void aCertificateThatIsLeftUndecidedIsToldAgain();
    void namesInACertificateCannotPretend();
    void aCertificateQuestionedAtTheStartIsDecidedThere();
    void aCertificateIsAskedAboutOnce_data();
    void aCertificateIsAskedAboutOnce();
    void trustTakenBackStopsTheSession_data();
    void trustTakenBackStopsTheSession();
    void theListIsUsedByKeyboardAlone();
    void everyControlHasItsOwnName();
    void aFileOfAuthoritiesIsTrustedUntilItIsCleared();
    void aFileThatIsNoneIsToldAndNotTaken_data();
    void aFileThatIsNoneIsToldAndNotTaken();
    void aFileThatHasGoneIsToldAtSignIn();
    void everythingCanBeReachedInASmallWindowWithLargeText();
    void theProgramDoesNotStayInTheFolderItIsStartedIn();

private:
    void begin(const ServiceOptions &options = overTls());
    void enterPassword();
    void signInTrusting();
    void renewCertificate();
    [[nodiscard]] QDialog *preferences();
    void chooseFile(QDialog *dialog, const QString &file);
    [[nodiscard]] bool says(QDialog *dialog, const QString &text);
    [[nodiscard]] QJsonObject kept(const QString &name) const;
    [[nodiscard]] QString put(const QString &name, const QByteArray &content) const;

    std::unique_ptr<AppFixture> m_app;
};

void TestTrust::cleanup()
{
    m_app.reset();
}

void TestTrust::begin(const ServiceOptions &options)
{
    m_app = std::make_unique<AppFixture>(options);
    m_app->start(u"mrossi"_s);
    QVERIFY(m_app->isAsked());
}

void TestTrust::enterPassword()
{
    m_app->typeInto(u"Password"_s, u"lanyard"_s, m_app->dialog());
    m_app->press(u"Sign in"_s, m_app->dialog());
}

void TestTrust::signInTrusting()
{
    enterPassword();
    QVERIFY(eventually([this] { return m_app->findIfThere<QPushButton>(trustButton, m_app->dialog()); }));
    m_app->press(trustButton, m_app->dialog());
    QVERIFY(m_app->isSignedIn());
    QVERIFY(m_app->isKept());
}

void TestTrust::renewCertificate()
{
    ServiceOptions options = overTls();
    options.port = m_app->service().port();
    m_app->service().stop();
    m_app->service().setOptions(options);
    m_app->service().renewCertificate();
    QVERIFY(m_app->service().start());
    m_app->service().clearRequests();
}

// From the menu, as a user gets there.
QDialog *TestTrust::preferences()
{
    const auto actions = m_app->window().menuBar()->actions();
    for (QAction *menu : actions) {
        const auto entries = menu->menu()->actions();
        for (QAction *entry : entries) {
            if (entry->text().remove(u'&') == u"Preferences…"_s)
                entry->trigger();
        }
    }
    QDialog *found = nullptr;
    const bool there = eventually([&] {
        const auto dialogs = m_app->window().findChildren<QDialog *>();
        for (QDialog *dialog : dialogs) {
            if (dialog->isVisible() && dialog->windowTitle() == "Preferences"_L1)
                found = dialog;
        }
        return found != nullptr;
    });
    if (!there)
        QTest::qFail("there are no preferences", __FILE__, __LINE__);
    else if (!becomesActive(found))
        QTest::qFail("the preferences do not become active", __FILE__, __LINE__);
    return found;
}

void TestTrust::chooseFile(QDialog *dialog, const QString &file)
{
    m_app->press(u"Choose…"_s, dialog);
    QFileDialog *chooser = nullptr;
    QVERIFY(eventually([&] {
        chooser = dialog->findChild<QFileDialog *>();
        return chooser && chooser->isVisible();
    }));
    QVERIFY(becomesActive(chooser));
    auto *name = chooser->findChild<QLineEdit *>(u"fileNameEdit"_s);
    QVERIFY(name);
    name->setFocus();
    QTest::keyClick(name, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(name, file);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(eventually([dialog] { return dialog->findChild<QFileDialog *>() == nullptr; }));
    QVERIFY(becomesActive(dialog));
}

bool TestTrust::says(QDialog *dialog, const QString &text)
{
    return eventually([&] { return visibleTextIn(dialog).contains(text); });
}

QJsonObject TestTrust::kept(const QString &name) const
{
    QFile file(m_app->home() + u"/config/"_s + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QString TestTrust::put(const QString &name, const QByteArray &content) const
{
    QFile file(m_app->home() + u'/' + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        QTest::qFail("the file cannot be written", __FILE__, __LINE__);
    return file.fileName();
}

void TestTrust::nothingIsSentUnlessTheAnswerIsYes()
{
    begin();
    enterPassword();
    QVERIFY(eventually([this] { return m_app->findIfThere<QPushButton>(trustButton, m_app->dialog()); }));
    const QString shown = visibleTextIn(m_app->dialog());
    QVERIFY2(withoutGaps(shown).contains(hexOf(m_app->service())), qPrintable(shown));
    // Each reason is a sentence of its own, and nothing else says otherwise.
    for (const QString &reason : {u"The server issued the certificate itself"_s, u"The certificate expired on "_s,
                                  u"The certificate lists no server address that can be checked."_s})
        QCOMPARE(shown.count(reason), 1);
    QVERIFY(!shown.contains("Valid for"_L1) && !shown.contains("another server"_L1));
    // What leads on is the answer: until then another attempt can only fail. It is not recommended by a colour.
    auto *trust = m_app->find<QPushButton>(trustButton, m_app->dialog());
    auto *signIn = m_app->find<QPushButton>(u"Sign in"_s, m_app->dialog());
    QVERIFY(!signIn->isEnabled() && !signIn->isDefault() && !trust->isDefault());
    QCOMPARE(trust->palette().color(QPalette::Active, QPalette::Button),
             QApplication::palette().color(QPalette::Active, QPalette::Button));
    // Return and Escape are both a no; Tab leads past the fingerprint to the answer.
    QWidget *focus = m_app->dialog()->focusWidget();
    QVERIFY2(AppFixture::nameOf(focus).startsWith("Issued to"_L1), qPrintable(AppFixture::nameOf(focus)));
    QTest::keyClick(focus, Qt::Key_Return);
    QCOMPARE(m_app->dialog()->focusWidget(), focus);
    QTest::keyClick(focus, Qt::Key_Tab);
    QTest::keyClick(m_app->dialog()->focusWidget(), Qt::Key_Tab);
    QCOMPARE(m_app->dialog()->focusWidget(), trust);
    auto *password = m_app->find<QLineEdit>(u"Password"_s, m_app->dialog());
    password->setFocus();
    QTest::keyClicks(password, u"x"_s); // it may be corrected meanwhile
    QTest::keyClick(password, Qt::Key_Return);
    QVERIFY(eventually([this] { return m_app->findIfThere<QPushButton>(trustButton, m_app->dialog()); }));
    QTest::keyClick(m_app->dialog(), Qt::Key_Escape);
    QVERIFY(eventually([this] { return m_app->dialog() == nullptr; }));
    QTest::qWait(50);
    QVERIFY(m_app->service().requests().isEmpty());
    QVERIFY(kept(u"trust.json"_s).isEmpty());
}

void TestTrust::theWindowMayBeClosedWhileItAsks_data()
{
    QTest::addColumn<bool>("asks");
    QTest::addColumn<bool>("atOnce"); // without a turn of the event loop between the two
    QTest::newRow("while it asks") << true << true;
    QTest::newRow("while it asks, slowly") << true << false;
    QTest::newRow("while it connects") << false << true;
}

void TestTrust::theWindowMayBeClosedWhileItAsks()
{
    QFETCH(const bool, asks);
    QFETCH(const bool, atOnce);
    begin();
    enterPassword();
    if (asks)
        QVERIFY(eventually([this] { return m_app->findIfThere<QPushButton>(trustButton, m_app->dialog()); }));
    m_app->window().close();
    if (!atOnce)
        QTest::qWait(100);
    m_app->quit();
    QTest::qWait(100); // an answer that comes late finds nobody
    QVERIFY(m_app->service().requests().isEmpty());
}

void TestTrust::anotherCertificateIsAHardStopWithBothFingerprints()
{
    begin();
    signInTrusting();
    const QString before = hexOf(m_app->service());
    renewCertificate();
    const QString now = hexOf(m_app->service());
    QVERIFY(now != before);

    // In a session: in the message, and both fingerprints in its details.
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    QVERIFY(eventually([this] { return m_app->messageText().contains("different certificate"_L1); }));
    m_app->press(u"Show details"_s);
    QPlainTextEdit *details = nullptr;
    QVERIFY(eventually([&] {
        details = m_app->window().findChild<MessageBar *>()->findChild<QPlainTextEdit *>();
        return details && details->isVisible();
    }));
    QVERIFY2(withoutGaps(details->toPlainText()).contains(before), qPrintable(details->toPlainText()));
    QVERIFY2(withoutGaps(details->toPlainText()).contains(now), qPrintable(details->toPlainText()));
    QVERIFY2(!details->toPlainText().contains("cancel"_L1), qPrintable(details->toPlainText()));
    QTest::keyClick(details, Qt::Key_Escape);

    // At sign-in: in the dialog, and there is nothing that accepts it in one step.
    m_app->quit();
    m_app->startWith({});
    QVERIFY(eventually([this] { return m_app->messageText().contains("different certificate"_L1); }));
    m_app->press(u"Show certificate"_s);
    QVERIFY(m_app->isAsked());
    QVERIFY(eventually([&] { return withoutGaps(visibleTextIn(m_app->dialog())).contains(now); }));
    QVERIFY(withoutGaps(visibleTextIn(m_app->dialog())).contains(before));
    QVERIFY(!m_app->findIfThere<QPushButton>(trustButton, m_app->dialog()));
    auto *signIn = m_app->find<QPushButton>(u"Sign in"_s, m_app->dialog());
    QVERIFY(!signIn->isEnabled() && !signIn->isDefault());
    // The first difference, in words too.
    int group = 0;
    while (before.mid(4 * group, 4) == now.mid(4 * group, 4))
        ++group;
    QVERIFY(says(m_app->dialog(), u"The first difference is in group %1: %2 instead of %3."_s.arg(
                                      QString::number(group + 1), now.mid(4 * group, 4), before.mid(4 * group, 4))));
    QVERIFY(m_app->service().requests().isEmpty());
    m_app->typeInto(u"Server"_s, u"https://other.invalid"_s, m_app->dialog()); // which may have a better one
    m_app->typeInto(u"Username"_s, u"mrossi"_s, m_app->dialog());
    m_app->typeInto(u"Password"_s, u"lanyard"_s, m_app->dialog());
    QVERIFY(signIn->isEnabled());
}

// In two steps: the old one goes, then the new one is decided about as any other. Nothing is lost, and no password is
// asked for.
// By whoever goes through the dialog by Tab and hears what has the focus.
void TestTrust::theFingerprintIsHeardBeforeItIsTrusted()
{
    begin();
    enterPassword();
    QVERIFY(eventually([this] { return m_app->findIfThere<QPushButton>(trustButton, m_app->dialog()); }));
    auto *trust = m_app->find<QPushButton>(trustButton, m_app->dialog());
    QVERIFY(trust->accessibleDescription().contains("Compare the fingerprint"_L1));
    QVERIFY(eventually([this] { return m_app->dialog()->focusWidget() != nullptr; }));
    QStringList heard;
    for (int steps = 0; !trust->hasFocus() && steps < 20; ++steps) {
        const QWidget *focus = m_app->dialog()->focusWidget();
        heard << focus->accessibleName() + u' ' + focus->accessibleDescription();
        QTest::keyClick(m_app->dialog()->focusWidget(), Qt::Key_Tab);
    }
    QVERIFY(trust->hasFocus());
    const QString all = heard.join(u'\n');
    QVERIFY2(all.contains("The server issued the certificate itself"_L1), qPrintable(all));
    QVERIFY2(withoutGaps(all).contains(hexOf(m_app->service())), qPrintable(all));
}

void TestTrust::aReplacedCertificateIsDecidedWhereItIsShown()
{
    begin();
    signInTrusting();
    const QString before = hexOf(m_app->service());
    renewCertificate();
    const QString now = hexOf(m_app->service());
    m_app->typeInto(u"City"_s, u"Torino"_s);
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    QVERIFY(eventually([this] { return m_app->messageText().contains("different certificate"_L1); }));
    const QString line = m_app->find<QPushButton>(u"Accounts"_s)->accessibleDescription();
    QVERIFY2(line.contains("certificate changed"_L1), qPrintable(line));
    m_app->press(u"Show certificate"_s);
    QVERIFY(m_app->isAsked());
    const QString shown = withoutGaps(visibleTextIn(m_app->dialog()));
    QVERIFY(shown.contains(before) && shown.contains(now));
    QVERIFY(!m_app->findIfThere<QPushButton>(trustButton, m_app->dialog()));

    m_app->press(u"Remove the old certificate"_s, m_app->dialog());
    QVERIFY(eventually([this] { return m_app->findIfThere<QPushButton>(trustButton, m_app->dialog()); }));
    QVERIFY(kept(u"trust.json"_s).value("pins"_L1).toObject().isEmpty());
    QVERIFY(!withoutGaps(visibleTextIn(m_app->dialog())).contains(before));
    QVERIFY(says(m_app->dialog(), u"This computer does not trust the certificate"_s));
    QVERIFY(m_app->service().requests().isEmpty());
    // A double click on the one is none on the other.
    auto *trust = m_app->find<QPushButton>(trustButton, m_app->dialog());
    QTest::mouseClick(trust, Qt::LeftButton);
    QVERIFY(trust->isVisible());
    QTest::qWait(QApplication::doubleClickInterval() + 50);
    QTest::mouseClick(trust, Qt::LeftButton);
    QVERIFY(eventually([this] { return !m_app->dialog() && m_app->messageText().isEmpty(); }));
    QVERIFY(eventually([this] { return m_app->service().count("GET", "/v1/auth/user") == 1; }));
    QCOMPARE(m_app->service().count("POST", "/v1/auth/login"), 0);
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Torino"_s);
}

void TestTrust::aCertificateThatIsLeftUndecidedIsToldAgain()
{
    begin();
    signInTrusting();
    renewCertificate();
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    const auto isTold = [this] { return m_app->messageText().contains("different certificate"_L1); };
    for (const bool isRemoved : {false, true}) {
        QVERIFY(eventually(isTold));
        m_app->press(u"Show certificate"_s);
        QVERIFY(m_app->isAsked());
        if (isRemoved)
            m_app->press(u"Remove the old certificate"_s, m_app->dialog());
        m_app->dialog()->reject();
        QVERIFY(eventually([this] { return !m_app->dialog(); }));
    }
    QVERIFY(eventually(isTold));
    m_app->press(u"Show certificate"_s);
    QVERIFY(m_app->isAsked());
}

// Whoever makes a certificate writes what he likes into it.
void TestTrust::namesInACertificateCannotPretend()
{
    begin();
    TlsServer server(CertificateMaker().make(CertificateKind::HostileText));
    m_app->typeInto(u"Server"_s, server.address(), m_app->dialog());
    enterPassword();
    QVERIFY(eventually([this] { return m_app->findIfThere<QPushButton>(trustButton, m_app->dialog()); }));
    const QString shown = visibleTextIn(m_app->dialog());
    for (const QString &made : {u"‹U+0000›"_s, u"‹U+001B›"_s, u"‹U+202E›"_s, u"‹U+000A›"_s})
        QVERIFY2(shown.contains(made), qPrintable(made + shown));
    QVERIFY(!shown.contains("\nIssued by: a bank"_L1));
    for (const int hidden : {0, 0x1B, 0x202E})
        QVERIFY(!shown.contains(QChar(hidden)));
    const auto labels = m_app->dialog()->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(server.received(), QByteArray());
}

// A sign-in out of the keychain that a certificate stops goes on with a yes, without the password.
void TestTrust::aCertificateQuestionedAtTheStartIsDecidedThere()
{
    begin();
    signInTrusting();
    m_app->quit();
    QVERIFY(QFile::remove(m_app->home() + u"/config/trust.json"_s));
    m_app->service().clearRequests();
    m_app->startWith({});
    QVERIFY(eventually([this] { return m_app->messageText().contains("does not trust"_L1); }));
    m_app->press(u"Show certificate"_s);
    QVERIFY(m_app->isAsked());
    QVERIFY(m_app->service().requests().isEmpty());
    m_app->press(trustButton, m_app->dialog());
    QVERIFY(m_app->isSignedIn());
    QCOMPARE(m_app->service().count("POST", "/v1/auth/login"), 0);
}

void TestTrust::aCertificateIsAskedAboutOnce_data()
{
    QTest::addColumn<bool>("isSaveFirst");
    QTest::newRow("a save, then a reload") << true;
    QTest::newRow("a reload, then a save") << false;
}

// It stopped a save and a reload: one decision is for both.
void TestTrust::aCertificateIsAskedAboutOnce()
{
    QFETCH(const bool, isSaveFirst);
    begin();
    signInTrusting();
    QDialog *dialog = preferences();
    m_app->find<QTableWidget>(acceptedTable, dialog)->setFocus();
    m_app->press(u"Remove"_s, dialog);
    QVERIFY(eventually([this] { return kept(u"trust.json"_s).value("pins"_L1).toObject().isEmpty(); }));
    m_app->press(u"Close"_s, dialog);
    QVERIFY(becomesActive(&m_app->window()));
    m_app->typeInto(u"City"_s, u"Torino"_s);
    for (const bool isSave : {isSaveFirst, !isSaveFirst}) {
        QTest::keyClick(&m_app->window(), isSave ? Qt::Key_S : Qt::Key_F5,
                        isSave ? Qt::ControlModifier : Qt::NoModifier);
        QVERIFY(eventually([&] {
            const QString text = m_app->messageText();
            return text.contains("does not trust"_L1) && text.startsWith("Your changes were not saved"_L1) == isSave;
        }));
    }
    m_app->press(u"Show certificate"_s);
    QVERIFY(m_app->isAsked());
    m_app->press(trustButton, m_app->dialog());
    QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
    QCOMPARE(m_app->service().user(u"mrossi"_s).value("city"_L1).toString(), u"Torino"_s);
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 1);
    QCOMPARE(m_app->messageText(), QString());
}

void TestTrust::trustTakenBackStopsTheSession_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("by the Delete key") << true;
    QTest::newRow("by the button") << false;
}

void TestTrust::trustTakenBackStopsTheSession()
{
    QFETCH(const bool, byKey);
    begin();
    signInTrusting();
    QVERIFY(!kept(u"trust.json"_s).value("pins"_L1).toObject().isEmpty());
    QDialog *dialog = preferences();
    auto *table = m_app->find<QTableWidget>(acceptedTable, dialog);
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->item(0, 0)->text(), m_app->service().address());
    const QString whole = withoutGaps(table->item(0, 1)->toolTip());
    QCOMPARE(whole, hexOf(m_app->service()));
    QVERIFY(withoutGaps(table->item(0, 1)->text()).startsWith(whole.left(8)));
    QCOMPARE(withoutGaps(table->item(0, 1)->data(Qt::AccessibleDescriptionRole).toString()), whole);
    table->setFocus();
    if (byKey)
        QTest::keyClick(table, Qt::Key_Delete);
    else
        m_app->press(u"Remove"_s, dialog);
    QVERIFY(says(dialog, u"The certificate of %1 is no longer accepted."_s.arg(m_app->service().address())));
    QVERIFY(!table->isVisible());
    QVERIFY(kept(u"trust.json"_s).value("pins"_L1).toObject().isEmpty());
    m_app->press(u"Close"_s, dialog);

    // The connection of the sign-in is still open; nothing goes over it any more.
    m_app->service().clearRequests();
    QVERIFY(becomesActive(&m_app->window()));
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    QVERIFY(eventually([this] { return m_app->messageText().contains("does not trust"_L1); }));
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->press(u"Save"_s);
    // The reload's message, which is still shown, says the same of the certificate: it is the save that must be over.
    QVERIFY(eventually([this] { return m_app->messageText().startsWith("Your changes were not saved"_L1); }));
    QVERIFY(m_app->messageText().contains("does not trust"_L1));
    QTest::qWait(50);
    QVERIFY(m_app->service().requests().isEmpty());
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Torino"_s);

    // And the way back: look at it, decide, and what was stopped goes on.
    m_app->press(u"Show certificate"_s);
    QVERIFY(m_app->isAsked());
    QVERIFY(withoutGaps(visibleTextIn(m_app->dialog())).contains(whole));
    m_app->press(trustButton, m_app->dialog());
    QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
    QCOMPARE(m_app->service().user(u"mrossi"_s).value("city"_L1).toString(), u"Torino"_s);
    QCOMPARE(m_app->service().count("POST", "/v1/auth/login"), 0);
}

void TestTrust::theListIsUsedByKeyboardAlone()
{
    begin();
    signInTrusting();
    m_app->quit();
    // Two more, as if accepted earlier.
    {
        TrustStore trust(m_app->home() + u"/config/trust.json"_s);
        QVERIFY(trust.setPin(Origin::parse(u"https://a.example"_s).value(), QByteArray(32, '\1')));
        QVERIFY(trust.setPin(Origin::parse(u"https://z.example:5455"_s).value(), QByteArray(32, '\2')));
    }
    m_app->startWith({});
    QVERIFY(m_app->isSignedIn());
    QDialog *dialog = preferences();
    auto *table = m_app->find<QTableWidget>(acceptedTable, dialog);
    QCOMPARE(table->rowCount(), 3);
    // Tab leads there, and through everything else, in reading order.
    QStringList reached;
    for (int i = 0; i < 12 && reached.count(reached.value(0)) < 2; ++i) {
        reached << AppFixture::nameOf(dialog->focusWidget());
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    }
    const QStringList order{u"Restore unsaved changes after a crash"_s, acceptedTable, u"Remove"_s,
                            u"Certificate authorities file"_s,          u"Choose…"_s,  u"Close"_s};
    qsizetype last = -1;
    for (const QString &name : order) {
        const qsizetype position = reached.indexOf(name);
        QVERIFY2(position > last || name == order.first(), qPrintable(name + u" in "_s + reached.join(u", "_s)));
        last = qMax(last, position);
    }
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(table->rowCount(), 2);
    QVERIFY(says(dialog, u"https://z.example:5455"_s));
    QVERIFY(table->hasFocus());
    QTest::keyClick(table, Qt::Key_Delete); // the row that took its place is the current one
    QTest::keyClick(table, Qt::Key_Delete);
    QVERIFY(!table->isVisible());
    // The focus is somewhere that can be seen, not lost with the table.
    QVERIFY(dialog->focusWidget() && dialog->focusWidget()->isVisible());
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Escape);
    QVERIFY(eventually([] { return QApplication::activeModalWidget() == nullptr; }));
}

void TestTrust::everyControlHasItsOwnName()
{
    begin();
    signInTrusting();
    QDialog *dialog = preferences();
    chooseFile(dialog, put(u"authorities.pem"_s, m_app->service().certificatePem()));
    VERIFY_NAMED(dialog);
    const auto labels = dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

void TestTrust::aFileOfAuthoritiesIsTrustedUntilItIsCleared()
{
    // It signs itself and may issue: the whole of a small company's authority.
    begin(overTls(ServiceOptions::Tls::SelfSigned));
    m_app->press(u"Cancel"_s, m_app->dialog());
    const QString file = put(u"authorities.pem"_s, m_app->service().certificatePem());
    QDialog *dialog = preferences();
    auto *shown = m_app->find<QLineEdit>(u"Certificate authorities file"_s, dialog);
    QVERIFY(shown->text().isEmpty());
    QVERIFY(shown->accessibleDescription().startsWith("None. Servers with"_L1)); // the hint is not read beside it
    QVERIFY(!m_app->find<QPushButton>(u"Clear"_s, dialog)->isEnabled());
    chooseFile(dialog, file);
    QCOMPARE(shown->text(), file);
    QVERIFY(shown->accessibleDescription().startsWith("Servers with"_L1));
    QCOMPARE(kept(u"preferences.json"_s).value("authoritiesFile"_L1).toString(), file);
    m_app->press(u"Close"_s, dialog);
    QVERIFY(eventually([] { return QApplication::activeModalWidget() == nullptr; }));
    m_app->press(u"Sign in…"_s);
    QVERIFY(m_app->signIn(u"lanyard"_s)); // without a question
    QVERIFY(m_app->isKept());
    QVERIFY(kept(u"trust.json"_s).isEmpty());

    m_app->quit();
    m_app->startWith({});
    QVERIFY(m_app->isSignedIn()); // at the next start too
    m_app->service().clearRequests();
    dialog = preferences();
    m_app->press(u"Clear"_s, dialog);
    QVERIFY(m_app->find<QLineEdit>(u"Certificate authorities file"_s, dialog)->text().isEmpty());
    QCOMPARE(kept(u"preferences.json"_s).value("authoritiesFile"_L1).toString(), QString());
    QCOMPARE(AppFixture::nameOf(dialog->focusWidget()), u"Choose…"_s);
    m_app->press(u"Close"_s, dialog);
    QVERIFY(becomesActive(&m_app->window()));
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    QVERIFY(eventually([this] { return m_app->messageText().contains("does not trust"_L1); }));
    QVERIFY(m_app->service().requests().isEmpty());
}

void TestTrust::aFileThatIsNoneIsToldAndNotTaken_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("reason");
    QTest::newRow("text") << QByteArray("Hello\n") << u"It holds no certificate."_s;
    QTest::newRow("too large") << QByteArray(1024 * 1024 + 1, '\n') << u"It is larger than 1 MiB."_s;
    QTest::newRow("a server's") << pemOf(CertificateMaker().make(CertificateKind::Good).leaf())
                                << u"It holds certificates, but none of a certificate authority (CA)."_s;
}

void TestTrust::aFileThatIsNoneIsToldAndNotTaken()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, reason);
    begin();
    m_app->press(u"Cancel"_s, m_app->dialog());
    QDialog *dialog = preferences();
    const QString file = put(u"wrong.pem"_s, content);
    chooseFile(dialog, file);
    QVERIFY(says(dialog, reason));
    QVERIFY(visibleTextIn(dialog).contains(file));
    QVERIFY(m_app->find<QLineEdit>(u"Certificate authorities file"_s, dialog)->text().isEmpty());
    QVERIFY(kept(u"preferences.json"_s).isEmpty());
    // A better one takes the sentence away.
    chooseFile(dialog, put(u"right.pem"_s, m_app->service().certificatePem()));
    QVERIFY(!visibleTextIn(dialog).contains(reason));
}

void TestTrust::aFileThatHasGoneIsToldAtSignIn()
{
    begin(overTls(ServiceOptions::Tls::SelfSigned));
    m_app->press(u"Cancel"_s, m_app->dialog());
    const QString file = put(u"authorities.pem"_s, m_app->service().certificatePem());
    QDialog *dialog = preferences();
    chooseFile(dialog, file);
    m_app->press(u"Close"_s, dialog);
    QVERIFY(QFile::remove(file));
    m_app->press(u"Sign in…"_s);
    QVERIFY(m_app->isAsked());
    enterPassword();
    QVERIFY(says(m_app->dialog(), u"The file of CA certificates, "_s + file));
    QVERIFY(says(m_app->dialog(), u"The file does not exist."_s));
    QVERIFY(m_app->service().requests().isEmpty());
    QVERIFY(put(u"authorities.pem"_s, m_app->service().certificatePem()) == file);
    QVERIFY(m_app->signIn(u"lanyard"_s));
}

void TestTrust::everythingCanBeReachedInASmallWindowWithLargeText()
{
    const QFont usual = QApplication::font();
    QFont large = usual;
    large.setPointSizeF(usual.pointSizeF() * 2);
    QApplication::setFont(large);
    const auto back = qScopeGuard([usual] { QApplication::setFont(usual); });
    begin();
    enterPassword();
    // The question is higher than the screen then.
    QVERIFY(eventually([this] { return m_app->findIfThere<QPushButton>(trustButton, m_app->dialog()); }));
    QVERIFY(eventually([this] { return m_app->dialog()->height() <= m_app->dialog()->screen()->size().height(); }));
    auto *trust = m_app->find<QPushButton>(trustButton, m_app->dialog());
    QVERIFY(eventually([trust] { return trust->height() > 0; })); // it has its place
    for (int i = 0; i < 12 && !trust->hasFocus(); ++i)
        QTest::keyClick(m_app->dialog()->focusWidget(), Qt::Key_Tab);
    QVERIFY(trust->hasFocus());
    QCOMPARE(trust->visibleRegion().boundingRect().size(), trust->size());
    QTest::keyClick(trust, Qt::Key_Space);
    QVERIFY(m_app->isSignedIn());
    m_app->window().resize(640, 480);
    QVERIFY(eventually([this] { return m_app->window().height() <= 480; }));
    QDialog *dialog = preferences();
    QVERIFY2(dialog->width() <= 640 && dialog->height() <= 480,
             qPrintable(u"%1 x %2"_s.arg(dialog->width()).arg(dialog->height())));
    for (int i = 0; i < 7; ++i) {
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
        const QWidget *focus = dialog->focusWidget();
        const QRect place(focus->mapTo(dialog, QPoint(0, 0)), focus->size());
        QVERIFY2(dialog->rect().contains(place) && focus->visibleRegion().boundingRect().height() > 0,
                 qPrintable(AppFixture::nameOf(focus)));
    }
}

// Qt's TLS has looked for authorities there.
void TestTrust::theProgramDoesNotStayInTheFolderItIsStartedIn()
{
    QTemporaryDir folder;
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, folder.path());
    for (const QString &name : {u"XDG_CONFIG_HOME"_s, u"XDG_STATE_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(name, folder.path());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    program.setProcessEnvironment(environment);
    program.setWorkingDirectory(folder.path());
    program.start(QStringLiteral(LANYARD_PROGRAM), {u"--server"_s, u"https://127.0.0.1:9"_s});
    QVERIFY(program.waitForStarted());
    const QString link = u"/proc/%1/cwd"_s.arg(program.processId());
    QVERIFY2(eventually([&] { return QFile::symLinkTarget(link) == "/"_L1; }), qPrintable(QFile::symLinkTarget(link)));
    program.terminate();
    QVERIFY(program.waitForFinished());
}

LANYARD_TEST(QApplication, TestTrust)
#include "tst_trust.moc"
