// The sign-in dialog: every way in which it can go wrong is one sentence there, and nothing typed is lost.
#include "core/base/messagequeue.h"
#include "core/base/text.h"
#include "core/session/savedaccounts.h"
#include "tests/core/heldstore.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "ui/profile/profilepage.h"
#include "ui/signin/signindialog.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

QString errorShown(AppFixture &desk, const QString &beginning)
{
    QString text;
    const bool shown = eventually([&] {
        const auto labels = desk.dialog() ? desk.dialog()->findChildren<QLabel *>() : QList<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible() && label->text().startsWith(beginning))
                text = label->text();
        }
        return !text.isEmpty();
    });
    return shown ? text : QString();
}

ForcedAnswer answer(int status, const QByteArray &body, const QByteArray &type)
{
    ForcedAnswer forced;
    forced.path = "/v1/auth/login";
    forced.status = status;
    forced.body = body;
    forced.contentType = type;
    return forced;
}

} // namespace

class TestSignInDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstStartSaysWhatThisIs();
    void whereTheSignInIsKeptStandsInTheOpen();
    void theFieldsBeginAtOneEdge();
    void aPastedAddressIsCorrectedInSight();
    void anotherServerThanWasEnteredIsLookedAtFirst_data();
    void anotherServerThanWasEnteredIsLookedAtFirst();
    void oneLookIsOnePress_data();
    void oneLookIsOnePress();
    void aNameGoesWithItsServer_data();
    void aNameGoesWithItsServer();
    void whatWasSaidOfAServerGoesWithIt();
    void whatWasSaidOfAPasswordIsNotSaidOfAKey();
    void aSecretGoesToWhomItWasTypedFor_data();
    void aSecretGoesToWhomItWasTypedFor();
    void anotherStartReplacesNothingTyped_data();
    void anotherStartReplacesNothingTyped();
    void aStartForTheAccountOfTheDialogIsNotAnother();
    void aRefusalLeavesWhenItIsCorrected_data();
    void aRefusalLeavesWhenItIsCorrected();
    void enterNamesWhatIsMissing_data();
    void enterNamesWhatIsMissing();
    void aPastedLineIsThePassword();
    void aWipedSecretIsNoneThatIsEntered_data();
    void aWipedSecretIsNoneThatIsEntered();
    void whatIsTooLongIsNotCut();
    void whatCannotBeSeenIsNamedBesideARefusal();
    void aPastedHeaderIsTheKey();
    void aKeyThatCannotBeSentSaysWhy();
    void saysWhatWentWrongAndKeepsWhatWasTyped_data();
    void saysWhatWentWrongAndKeepsWhatWasTyped();
    void namesAnAddressThatIsNone();
    void aLongAddressIsShownFromItsBeginning();
    void namesAServerThatIsNotThere();
    void aFailureGivesTheFocusBackOrToWhatIsWrong_data();
    void aFailureGivesTheFocusBackOrToWhatIsWrong();
    void showsTheCertificateAndSendsNothingWithoutAYes();
    void refusesUnencryptedHttpUntilToldOtherwise();
    void cancelsWhileSigningIn();
    void isDoneByKeyboardAlone();
    void aNameIsSentAsItWasTyped_data();
    void aNameIsSentAsItWasTyped();
    void aNameWithASpaceIsSignedInWithAgain();
    void anExpiredSignInAsksWithServerAndUserFilledIn_data();
    void anExpiredSignInAsksWithServerAndUserFilledIn();
    void aNameThatWasNeverAcceptedCanBeCorrected();
    void aSignOutIsNoNewsBesideARefusal();
    void withoutAKeychainTheWindowSaysSo();
    void aLockedKeychainIsUnlockedFromTheWindow();
    void whetherItIsKeptIsSaidOnceTheKeychainHasAnswered_data();
    void whetherItIsKeptIsSaidOnceTheKeychainHasAnswered();
    void whatALockedKeychainDidNotKeepIsKeptOnceItIsOpen();
    void aSignOutUnderALockedKeychainIsFinishedLater();
    void aSignOutUnderALockedKeychainIsFinishedAtTheNextStart();
    void aRefusalWhileStillSignedInIsShown();
    void theReminderGoesWithTheSession();
    void theReminderSaysWhenTheSessionHasEnded();
    void aSessionOfSecondsIsSaidToHaveEnded();
    void whoSignedInWithAKeyIsToldThatItIsNoLongerAccepted();
    void whoDoesNotSignInAgainIsToldThatTheSessionHasEnded();
    void anEndedSessionIsGoneOnWithFromTheMenuAndByReload();
    void anEarlierErrorIsGoneWhenTheDialogComesAgain();
    void aLongWordMakesTheWindowNoWiderThanASentence();
    void theButtonsStayOnTheScreen();
    void aRevealedPasswordIsNeverCopied();
    void aRefusedPasswordIsTypedOver_data();
    void aRefusedPasswordIsTypedOver();
    void aRevealedPasswordIsHiddenWhenNobodyLooks();
    void noPasswordIsShownInPresentationMode();
    void aKnownSecretIsNotShownInPresentationMode();
    void whatNobodySeesInANameIsToldAtOnce();
    void whatNobodySeesInAnAddressIsLeftOutAtOnce();
    void aPasswordInTheGivenAddressIsLeftOut_data();
    void aPasswordInTheGivenAddressIsLeftOut();
};

void TestSignInDialog::theFirstStartSaysWhatThisIs()
{
    const QString welcome = u"Sign in to your account service"_s;
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    QVERIFY(desk.visibleTexts().contains(welcome));
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.press(u"Sign out"_s);
    QVERIFY(desk.isAsked());
    QVERIFY(!desk.visibleTexts().contains(welcome)); // by now that is known
}

void TestSignInDialog::whereTheSignInIsKeptStandsInTheOpen()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    const QString where = u"in "_s + desk.session().storageName();
    QVERIFY2(desk.visibleTexts().contains(where), qPrintable(desk.visibleTexts().join(u'\n')));
    auto *keep = desk.find<QCheckBox>(u"Keep me signed in"_s, desk.dialog());
    QCOMPARE(keep->accessibleDescription(), where);
    QTest::keyClick(keep, Qt::Key_Space);
    QVERIFY(!keep->isChecked());
    QVERIFY(desk.visibleTexts().contains(u"until you quit Lanyard"_s));
    QVERIFY(!desk.visibleTexts().contains(where));
    QTest::keyClick(keep, Qt::Key_Space);
    // As soon as it is known, not once it has failed.
    using Readiness = SecretStore::Readiness;
    for (const auto &[readiness, said] :
         {std::pair(Readiness::Unknown, QString()),
          std::pair(Readiness::Missing, u"until you quit: this computer has no keychain"_s),
          std::pair(Readiness::Locked, where + u" (locked; you can unlock it after signing in)"_s),
          std::pair(Readiness::MayAsk, where + u" (locked; it may ask you to unlock it)"_s),
          std::pair(Readiness::Ready, where)}) {
        desk.keychain().setReadiness(readiness);
        QCOMPARE(keep->accessibleDescription(), said);
        QVERIFY(said.isEmpty() || desk.visibleTexts().contains(said));
    }
}

void TestSignInDialog::theFieldsBeginAtOneEdge()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    const auto edgeOf = [&desk](const QWidget *field) { return field->mapTo(desk.dialog(), QPoint(0, 0)).x(); };
    const int server = edgeOf(desk.find<QComboBox>(u"Server"_s, desk.dialog()));
    QCOMPARE(edgeOf(desk.find<QLineEdit>(u"Username"_s, desk.dialog())), server);
    QCOMPARE(edgeOf(desk.find<QLineEdit>(u"Password"_s, desk.dialog())), server);
    desk.find<QTabBar>(u"Sign in with"_s, desk.dialog())->setCurrentIndex(1);
    QVERIFY(eventually([&] { return edgeOf(desk.find<QLineEdit>(u"API key"_s, desk.dialog())) == server; }));
}

void TestSignInDialog::saysWhatWentWrongAndKeepsWhatWasTyped_data()
{
    QTest::addColumn<int>("status"); // 0: the service's own answer to a wrong password
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("sentence");
    const QByteArray json("application/json");
    const QByteArray html("text/html");
    QTest::newRow("wrong password") << 0 << QByteArray() << json << u"The sign-in was refused."_s;
    QTest::newRow("401 without body") << 401 << QByteArray() << json << u"The sign-in was refused."_s;
    QTest::newRow("403") << 403 << QByteArray() << json << u"The sign-in was refused."_s;
    QTest::newRow("429") << 429 << QByteArray() << json << u"http://127.0.0.1"_s;
    QTest::newRow("500") << 500 << QByteArray() << json << u"The service reported an internal error."_s;
    QTest::newRow("a page") << 200 << QByteArray("<html><b>Welcome</b></html>") << html << u"http://127.0.0.1"_s;
    QTest::newRow("404") << 404 << QByteArray("<html>?</html>") << html << u"http://127.0.0.1"_s;
    QTest::newRow("no token") << 200 << QByteArray("{\"success\":true}") << json << u"http://127.0.0.1"_s;
}

void TestSignInDialog::saysWhatWentWrongAndKeepsWhatWasTyped()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(QString, sentence);
    AppFixture desk;
    if (status != 0)
        desk.service().failNext(answer(status, body, type));
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    desk.typeInto(u"Password"_s, u"wrong <b>pass</b>"_s, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(!errorShown(desk, sentence).isEmpty());
    auto *password = desk.find<QLineEdit>(u"Password"_s, desk.dialog());
    QCOMPARE(password->text(), u"wrong <b>pass</b>"_s);
    QCOMPARE(password->selectedText().size(), password->text().size());
    QCOMPARE(desk.find<QLineEdit>(u"Username"_s, desk.dialog())->text(), u"mrossi"_s);
    QCOMPARE(desk.service().count("POST", "/v1/auth/login"), 1);

    // And the next attempt works.
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(password->text().isEmpty());
}

void TestSignInDialog::namesAnAddressThatIsNone()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    desk.typeInto(u"Server"_s, u"ftp://example.org/?a=b"_s, desk.dialog());
    desk.typeInto(u"Password"_s, u"lanyard"_s, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(!errorShown(desk, u"“ftp://example.org/” is not a server address. Only https and http can be used."_s)
                 .isEmpty());
    QVERIFY(desk.service().requests().isEmpty());
}

// Its end may look like another host.
void TestSignInDialog::aLongAddressIsShownFromItsBeginning()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    const QString address =
        u"https://evil.example/account-service-for-"_s + QString(100, u'a') + u"/licences.example.com"_s;
    desk.typeInto(u"Server"_s, address, desk.dialog());
    auto *field = desk.find<QComboBox>(u"Server"_s, desk.dialog());
    const auto shown = [edit = field->lineEdit()] { return edit->cursorPositionAt({2, edit->height() / 2}); };
    field->setFocus();
    field->lineEdit()->end(false);
    VERIFY_EVENTUALLY(shown() > 0); // where it is written
    QTest::keyClick(desk.dialog()->focusWidget(), Qt::Key_Tab);
    COMPARE_EVENTUALLY(shown(), 0);
    field->setEditText(address + u"/again"_s);
    field->lineEdit()->repaint(); // scrolls it
    QCOMPARE(shown(), 0);
}

void TestSignInDialog::namesAServerThatIsNotThere()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    desk.service().stop();
    QVERIFY(desk.isAsked());
    desk.typeInto(u"Password"_s, u"lanyard"_s, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    const QString shown = errorShown(desk, u"http://127.0.0.1"_s);
    QVERIFY2(shown.contains("could not be reached"_L1), qPrintable(shown));
}

void TestSignInDialog::aFailureGivesTheFocusBackOrToWhatIsWrong_data()
{
    QTest::addColumn<bool>("isExpired");
    QTest::addColumn<QString>("redirectedTo"); // empty: the server cannot be reached
    QTest::addColumn<QString>("focused");
    QTest::newRow("the server can be corrected") << false << QString() << u"Server"_s;
    QTest::newRow("an expired session's server") << true << QString() << u"Show password"_s;
    QTest::newRow("another address of the service") << false << u"https://new.example/v1/auth/login"_s << u"Server"_s;
    QTest::newRow("the sign-in page of a network") << false << u"https://portal.example/welcome"_s << u"Password"_s;
}

// Enter on the check box signs in; meanwhile every field is disabled.
void TestSignInDialog::aFailureGivesTheFocusBackOrToWhatIsWrong()
{
    QFETCH(const bool, isExpired);
    QFETCH(const QString, redirectedTo);
    QFETCH(const QString, focused);
    AppFixture desk;
    desk.start(u"mrossi"_s);
    if (isExpired) {
        QVERIFY(desk.signIn(u"lanyard"_s));
        desk.service().expireTokens();
        desk.session().reload();
        VERIFY_EVENTUALLY(desk.session().state() == Session::State::Expired);
        desk.press(u"Sign in again"_s);
    }
    QVERIFY(desk.isAsked());
    if (redirectedTo.isEmpty())
        desk.service().stop();
    else
        desk.service().failNext({.method = "POST", .status = 302, .headers = {{"Location", redirectedTo.toUtf8()}}});
    desk.typeInto(u"Password"_s, u"lanyard"_s, desk.dialog());
    const auto focus = [] { return AppFixture::nameOf(QApplication::focusWidget()); };
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    COMPARE_EVENTUALLY(focus(), u"Show password"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(!desk.find<QCheckBox>(u"Show password"_s, desk.dialog())->isEnabled());
    QVERIFY(!errorShown(desk, redirectedTo.isEmpty() ? u"http://127.0.0.1"_s : u"The server redirects to"_s).isEmpty());
    QCOMPARE(focus(), focused);
    QCOMPARE(desk.find<QLineEdit>(u"Password"_s, desk.dialog())->text(), u"lanyard"_s);
}

void TestSignInDialog::showsTheCertificateAndSendsNothingWithoutAYes()
{
    ServiceOptions options;
    options.tls = ServiceOptions::Tls::ExpiredMisnamed;
    AppFixture desk(options);
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    desk.typeInto(u"Password"_s, u"lanyard"_s, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(!errorShown(desk, u"This computer does not trust the certificate of"_s).isEmpty());
    QVERIFY(desk.service().requests().isEmpty());
    // Enter is not a yes.
    QVERIFY(!desk.find<QPushButton>(u"Trust this certificate"_s, desk.dialog())->isDefault());

    desk.press(u"Trust this certificate"_s, desk.dialog());
    QVERIFY(desk.isSignedIn());
    QVERIFY(desk.isKept());

    // The yes is remembered for the next start, for this certificate only.
    desk.quit();
    desk.startWith({});
    QVERIFY(desk.isSignedIn());
    desk.quit();
    options.port = desk.service().port();
    const QString address = desk.service().address();
    desk.service().stop();
    desk.service().setOptions(options);
    desk.service().renewCertificate();
    QVERIFY(desk.service().start());
    if (desk.service().address() != address)
        QSKIP("the port was taken by someone else meanwhile");
    desk.service().clearRequests();
    desk.startWith({});
    QVERIFY(eventually([&desk] { return desk.messageText().contains("different certificate"_L1); }));
    QVERIFY(desk.service().requests().isEmpty());
}

void TestSignInDialog::refusesUnencryptedHttpUntilToldOtherwise()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    // An address of this computer that does not look like one.
    const QString address = u"http://0.0.0.0:%1"_s.arg(desk.service().port());
    desk.typeInto(u"Server"_s, address, desk.dialog());
    desk.typeInto(u"Password"_s, u"lanyard"_s, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(errorShown(desk, u"The connection to "_s + address).contains("not be encrypted"_L1));
    QVERIFY(desk.service().requests().isEmpty());
    QVERIFY(desk.find<QCheckBox>(u"Send it unencrypted"_s, desk.dialog())->hasFocus()); // nothing else is wrong
    desk.press(u"Send it unencrypted"_s, desk.dialog());
    // The yes is for that server only.
    desk.typeInto(u"Server"_s, u"http://other.invalid"_s, desk.dialog());
    QVERIFY(!desk.findIfThere<QCheckBox>(u"Send it unencrypted"_s, desk.dialog()));

    desk.typeInto(u"Server"_s, address, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(errorShown(desk, u"The connection to "_s + address).contains("not be encrypted"_L1));
    desk.press(u"Send it unencrypted"_s, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(desk.isSignedIn());
    QVERIFY(desk.visibleTexts().contains(u"⚠ The connection to 0.0.0.0 is not encrypted."_s));
}

void TestSignInDialog::cancelsWhileSigningIn()
{
    ServiceOptions options;
    options.latencyMs = 8000;
    AppFixture desk(options);
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    desk.typeInto(u"Password"_s, u"lanyard"_s, desk.dialog());
    // It comes late, in a line.
    QVERIFY(eventually([&] { return desk.visibleTexts().contains(u"in GNOME Keyring"_s); }));
    VERIFY_EVENTUALLY(desk.dialog()->size() == desk.dialog()->sizeHint()); // a window manager takes its time
    const QSize size = desk.dialog()->size();
    const auto *cancel = desk.find<QPushButton>(u"Cancel"_s, desk.dialog());
    const QRect place = cancel->geometry();
    QVERIFY(!desk.window().findChild<ProfilePage *>());
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(!desk.find<QLineEdit>(u"Username"_s, desk.dialog())->isEnabled());
    QVERIFY(desk.visibleTexts().contains(u"Signing in…"_s));
    // What takes a moment is done while there is nothing but to wait.
    QVERIFY(eventually([&] { return desk.window().findChild<ProfilePage *>(); }));
    QVERIFY(eventually([&] { return desk.visibleTexts().contains(u"Signing in… 6 s"_s); }));
    // Nothing has moved, least of all what cancels it.
    QCOMPARE(desk.dialog()->size(), size);
    QCOMPARE(cancel->geometry(), place);
    QVERIFY(cancel->isEnabled());
    desk.press(u"Cancel"_s, desk.dialog());
    QVERIFY(eventually([&desk] { return desk.find<QLineEdit>(u"Username"_s, desk.dialog())->isEnabled(); }));
    QCOMPARE(desk.session().state(), Session::State::SignedOut);
    QVERIFY(desk.visibleTexts().filter(u"Signing in"_s).isEmpty());
    QCOMPARE(desk.dialog()->size(), size);
    QTest::qWait(3000);
    QCOMPARE(desk.session().state(), Session::State::SignedOut);
    QCOMPARE(desk.find<QLineEdit>(u"Password"_s, desk.dialog())->text(), u"lanyard"_s);
}

void TestSignInDialog::isDoneByKeyboardAlone()
{
    AppFixture desk;
    desk.start();
    QVERIFY(desk.isAsked());
    QVERIFY(eventually([&desk] { return desk.dialog()->isActiveWindow() && desk.dialog()->focusWidget(); }));
    // The server is filled in, the user name is the first thing missing.
    QCOMPARE(AppFixture::nameOf(desk.dialog()->focusWidget()), u"Username"_s);
    QTest::keyClicks(desk.dialog()->focusWidget(), u"mrossi"_s);
    QTest::keyClick(desk.dialog()->focusWidget(), Qt::Key_Tab);
    QCOMPARE(AppFixture::nameOf(desk.dialog()->focusWidget()), u"Password"_s);
    QTest::keyClicks(desk.dialog()->focusWidget(), u"lanyard"_s);
    QTest::keyClick(desk.dialog()->focusWidget(), Qt::Key_Return);
    QVERIFY(desk.isSignedIn());
}

void TestSignInDialog::aNameIsSentAsItWasTyped_data()
{
    QTest::addColumn<QString>("stored"); // at the service
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("remark"); // beside a refusal; "": signed in
    QTest::newRow("a space at its end") << u"mrossi "_s << u"mrossi "_s << QString();
    QTest::newRow("a space at its beginning") << u" mrossi"_s << u" mrossi"_s << QString();
    QTest::newRow("a no-break space") << u"mrossi\u00A0"_s << u"mrossi\u00A0"_s << QString();
    QTest::newRow("a space within") << u"m rossi"_s << u"m rossi"_s << QString();
    QTest::newRow("a line of a file") << u"mrossi"_s << u"mrossi\n"_s << QString();
    QTest::newRow("a space too many") << u"mrossi"_s << u"mrossi "_s
                                      << u"username that you entered ends with a space"_s;
    QTest::newRow("an invisible character")
        << u"mrossi"_s << u"m\u200Brossi"_s << u"username that you entered contains an invisible character (U+200B)"_s;
}

void TestSignInDialog::aNameIsSentAsItWasTyped()
{
    QFETCH(const QString, stored);
    QFETCH(const QString, typed);
    QFETCH(const QString, remark);
    AppFixture desk;
    QJsonObject user = desk.service().user(u"mrossi"_s);
    user.insert("userName"_L1, stored);
    QVERIFY(desk.service().setUser(u"mrossi"_s, user));
    desk.start();
    QVERIFY(desk.isAsked());
    desk.find<QLineEdit>(u"Username"_s, desk.dialog())->insert(typed);
    desk.typeInto(u"Password"_s, u"lanyard"_s, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    if (!remark.isEmpty()) {
        QVERIFY(eventually([&] { return desk.visibleTexts().join(u' ').contains(remark); }));
        return;
    }
    QVERIFY(desk.isSignedIn());
    QCOMPARE(desk.session().account().signInName(), stored);
}

// It was given in the profile, where it is said that it will be needed.
void TestSignInDialog::aNameWithASpaceIsSignedInWithAgain()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.typeInto(u"Username"_s, u"mrossi "_s);
    desk.find<QLineEdit>(u"First name"_s)->setFocus();
    VERIFY_EVENTUALLY(desk.visibleTexts().join(u' ').contains(u"ends with a space"_s));
    QTest::keyClick(&desk.window(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(eventually([&desk] { return desk.saveText() == "Saved"_L1; }));
    desk.press(u"Sign out"_s);
    QVERIFY(desk.isAsked());
    QVERIFY(desk.signIn(u"lanyard"_s));
}

void TestSignInDialog::anExpiredSignInAsksWithServerAndUserFilledIn_data()
{
    QTest::addColumn<QString>("name"); // that the service accepts at sign-in
    QTest::newRow("the service's own") << u"mrossi"_s;
    QTest::newRow("an e-mail address") << u"maria.rossi@example.org"_s;
    QTest::newRow("a domain and the name") << u"ACME\\mrossi"_s;
}

void TestSignInDialog::anExpiredSignInAsksWithServerAndUserFilledIn()
{
    QFETCH(const QString, name);
    AppFixture desk;
    desk.start(name);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(desk.isKept());
    desk.quit();
    desk.service().expireTokens();
    desk.startWith({});
    QVERIFY(desk.isAsked());
    QCOMPARE(desk.find<QComboBox>(u"Server"_s, desk.dialog())->currentText(), desk.service().address());
    QCOMPARE(desk.find<QLineEdit>(u"Username"_s, desk.dialog())->text(), name);
    QVERIFY(!errorShown(desk, u"Your session has ended."_s).isEmpty());
    QVERIFY(desk.signIn(u"lanyard"_s));

    desk.service().expireTokens();
    desk.session().reload();
    QVERIFY(eventually([&desk] { return desk.session().state() == Session::State::Expired; }));
    desk.press(u"Sign in again"_s);
    QVERIFY(desk.isAsked());
    QVERIFY(!desk.findIfThere<QLineEdit>(u"Username"_s, desk.dialog()));
    QVERIFY(!desk.findIfThere<QComboBox>(u"Server"_s, desk.dialog()));
    QVERIFY2(desk.visibleTexts().contains(u"%1 at %2"_s.arg(name, desk.service().address())),
             qPrintable(desk.visibleTexts().join(u'\n')));
    desk.service().clearRequests();
    QVERIFY(desk.signIn(u"lanyard"_s));
    const QJsonDocument sent = QJsonDocument::fromJson(desk.service().requests().first().body);
    QCOMPARE(sent.object().value("username"_L1).toString(), name);
}

// With an API key, only the name in the document is known.
void TestSignInDialog::aNameThatWasNeverAcceptedCanBeCorrected()
{
    AppFixture desk;
    desk.start();
    QVERIFY(desk.isAsked());
    QVERIFY(desk.signInWithKey(u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s));
    ForcedAnswer ended;
    ended.method = "GET";
    ended.path = "/v1/auth/user";
    ended.status = 401;
    desk.service().failNext(ended);
    desk.session().reload();
    QVERIFY(eventually([&desk] { return desk.session().state() == Session::State::Expired; }));
    desk.press(u"Sign in again"_s);
    QVERIFY(desk.isAsked());
    desk.find<QTabBar>(u"Sign in with"_s, desk.dialog())->setCurrentIndex(0);
    QVERIFY(desk.find<QLineEdit>(u"Username"_s, desk.dialog())->isEnabled());
    QVERIFY(!desk.findIfThere<QComboBox>(u"Server"_s, desk.dialog()));
    QVERIFY(desk.visibleTexts().contains(u"At "_s + desk.service().address()));
}

void TestSignInDialog::aSignOutIsNoNewsBesideARefusal()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.press(u"Sign out"_s);
    QVERIFY(desk.isAsked());
    QVERIFY(!errorShown(desk, u"Signed out here and at the service."_s).isEmpty());
    desk.typeInto(u"Password"_s, u"wrong"_s, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(!errorShown(desk, u"The sign-in was refused."_s).isEmpty());
    QCOMPARE(desk.visibleTexts().filter(u"Signed out"_s), QStringList());
}

void TestSignInDialog::withoutAKeychainTheWindowSaysSo()
{
    AppFixture desk;
    desk.keychain().failWith(Error::Kind::KeychainMissing);
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(eventually([&desk] { return desk.messageText().contains("until you quit"_L1); }));
}

void TestSignInDialog::aLockedKeychainIsUnlockedFromTheWindow()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(desk.isKept());
    desk.quit();
    desk.keychain().failWith(Error::Kind::KeychainLocked);
    desk.start();
    QVERIFY(eventually([&desk] { return desk.messageText().startsWith("The keychain is locked."_L1); }));
    QVERIFY(!desk.dialog()); // it is not a sign-in that has ended
    desk.press(u"Unlock"_s);
    QVERIFY(eventually([&desk] { return desk.isSignedIn(); }));
    QVERIFY(desk.isKept());
}

void TestSignInDialog::whetherItIsKeptIsSaidOnceTheKeychainHasAnswered_data()
{
    QTest::addColumn<bool>("isKept");
    QTest::newRow("kept") << true;
    QTest::newRow("not kept") << false;
}

void TestSignInDialog::whetherItIsKeptIsSaidOnceTheKeychainHasAnswered()
{
    QFETCH(const bool, isKept);
    HeldStore store;
    AppFixture desk({}, &store);
    const QString kept = u"Sign-in kept in "_s + store.name();
    const QString notKept = u"Signed in until you quit"_s;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    store.hold();
    QVERIFY(desk.signIn(u"lanyard"_s));
    VERIFY_EVENTUALLY(store.isWaiting());
    const QStringList texts = desk.visibleTexts();
    QVERIFY2(!texts.contains(kept) && !texts.contains(notKept), qPrintable(texts.join(u'\n')));
    if (!isKept)
        store.failWith(Error::Kind::KeychainLocked);
    store.release();
    VERIFY_EVENTUALLY(desk.visibleTexts().contains(isKept ? kept : notKept));
}

void TestSignInDialog::whatALockedKeychainDidNotKeepIsKeptOnceItIsOpen()
{
    AppFixture desk;
    desk.keychain().failWith(Error::Kind::KeychainNotSetUp);
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(eventually([&desk] { return desk.messageText().startsWith("The keychain is not set up yet."_L1); }));
    QVERIFY(desk.visibleTexts().contains(u"Signed in until you quit"_s));
    const int reads = desk.service().count("GET", "/v1/auth/user");
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    QVERIFY(eventually([&] { return desk.service().count("GET", "/v1/auth/user") > reads; }));
    QVERIFY(eventually([&] { return !desk.session().isReloading(); }));
    QVERIFY(desk.messageText().startsWith("The keychain is not set up yet."_L1)); // with the only button that helps
    desk.press(u"Set up"_s);
    QVERIFY(desk.isKept());
    QVERIFY(eventually([&desk] { return !desk.visibleTexts().contains(u"Signed in until you quit"_s); }));
    QCOMPARE(desk.keychain().entries().size(), 1);
}

void TestSignInDialog::aSignOutUnderALockedKeychainIsFinishedLater()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(desk.isKept());
    desk.keychain().failWith(Error::Kind::KeychainLocked);
    desk.press(u"Sign out"_s);
    QVERIFY(desk.isAsked());
    QVERIFY(desk.visibleTexts().join(u' ').contains("could not be removed: The keychain is locked."_L1) ||
            desk.messageText().contains("could not be removed: The keychain is locked."_L1));
    QCOMPARE(desk.keychain().entries().size(), 1);
    desk.press(u"Cancel"_s, desk.dialog());
    desk.press(u"Unlock"_s);
    QVERIFY(eventually([&desk] { return desk.keychain().entries().isEmpty(); }));
    QVERIFY(eventually([&desk] { return desk.messageText() == "The keychain is unlocked."_L1; }));
    QVERIFY(!desk.session().hasUser());
}

// Nobody is signed in then, and nobody needs to be.
void TestSignInDialog::aSignOutUnderALockedKeychainIsFinishedAtTheNextStart()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(desk.isKept());
    desk.keychain().failWith(Error::Kind::KeychainLocked);
    desk.press(u"Sign out"_s);
    QVERIFY(desk.isAsked());
    desk.quit();
    QCOMPARE(desk.keychain().entries().size(), 1);
    desk.keychain().failWith(std::nullopt);
    desk.start();
    QVERIFY(eventually([&desk] { return desk.keychain().entries().isEmpty(); }));
}

// On X11 a selection is what every program may read.
void TestSignInDialog::aRefusalWhileStillSignedInIsShown()
{
    AppFixture desk(ServiceOptions{.tokenLifetimeSeconds = 126});
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(eventually([&] { return desk.messageText().contains(u"session ends at "_s); }));
    desk.press(u"Sign in again"_s);
    QVERIFY(desk.isAsked());
    desk.typeInto(u"Password"_s, u"wrong"_s, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(eventually([&] { return desk.session().state() == Session::State::SignedIn; }));
    QVERIFY(desk.dialog());
    QVERIFY(desk.visibleTexts().join(u' ').contains("The sign-in was refused."_L1));
    QVERIFY(desk.signIn(u"lanyard"_s));
}

void TestSignInDialog::theReminderGoesWithTheSession()
{
    AppFixture desk(ServiceOptions{.tokenLifetimeSeconds = 126});
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(eventually([&] { return desk.messageText().contains(u"session ends at "_s); }));
    desk.service().expireTokens();
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    QVERIFY(eventually([&] { return desk.session().state() == Session::State::Expired; }));
    QCOMPARE(desk.messageText(), u"Your session has ended."_s);
}

// Nothing is touched: the time alone tells.
void TestSignInDialog::theReminderSaysWhenTheSessionHasEnded()
{
    AppFixture desk(ServiceOptions{.tokenLifetimeSeconds = 126});
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    const QDateTime end = desk.session().account().expiresAt->toLocalTime();
    QVERIFY(eventually([&] { return desk.messageText().contains(u"session ends at "_s); }));
    QVERIFY2(desk.messageText().contains(QLocale().toString(end.time(), QLocale::ShortFormat)),
             qPrintable(desk.messageText()));
    // Two minutes are too long for a test: a session whose end is moved here by hand would not be the program's own.
    if (!qEnvironmentVariableIsSet("LANYARD_LONG"))
        return;
    QVERIFY(eventually([&] { return desk.messageText() == "Your session has ended."_L1; }, 130'000));
}

// It begins when there would be a reminder.
void TestSignInDialog::aSessionOfSecondsIsSaidToHaveEnded()
{
    AppFixture desk(ServiceOptions{.tokenLifetimeSeconds = 4});
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(eventually([&] { return desk.messageText() == "Your session has ended."_L1; }));
    QVERIFY(desk.session().hasUser());
}

// There is no session that could have ended.
void TestSignInDialog::whoSignedInWithAKeyIsToldThatItIsNoLongerAccepted()
{
    AppFixture desk;
    desk.start();
    QVERIFY(desk.isAsked());
    QVERIFY(desk.signInWithKey(u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s));
    ForcedAnswer refused;
    refused.method = "GET";
    refused.path = "/v1/auth/user";
    refused.status = 401;
    desk.service().failNext(refused);
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    QVERIFY(eventually([&] { return desk.session().state() == Session::State::Expired; }));
    const QString told = u"The service no longer accepts your API key."_s;
    QVERIFY(eventually([&] { return desk.messageText() == told; }));
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    QVERIFY(desk.isAsked());
    QVERIFY(desk.visibleTexts().contains(told + u" Sign in again to continue."_s));
}

void TestSignInDialog::whoDoesNotSignInAgainIsToldThatTheSessionHasEnded()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.service().expireTokens();
    desk.typeInto(u"City"_s, u"Torino"_s);
    desk.press(u"Save"_s);
    QVERIFY(desk.isAsked());
    QCOMPARE(desk.messageText(), QString()); // the dialog says it
    QTest::keyClick(desk.dialog(), Qt::Key_Escape);
    QVERIFY(eventually([&] { return !desk.dialog(); }));
    QCOMPARE(desk.messageText(), u"Your session has ended."_s);
    desk.press(u"Sign in again"_s);
    QVERIFY(desk.isAsked());
    QVERIFY(desk.signIn(u"lanyard"_s));
    QCOMPARE(desk.messageText(), QString());
}

void TestSignInDialog::anEndedSessionIsGoneOnWithFromTheMenuAndByReload()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.service().expireTokens();
    desk.find<QLineEdit>(u"City"_s)->setFocus(); // a shortcut needs the window to have it
    QVERIFY(eventually([] { return QApplication::focusWidget() != nullptr; }));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
    QVERIFY(eventually([&] { return desk.session().state() == Session::State::Expired; }));
    QVERIFY(!desk.visibleTexts().join(u' ').contains("Session ends in"_L1)); // it has
    desk.press(u"Close message"_s);
    const auto actions = desk.window().findChildren<QAction *>();
    const auto signIn = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->text().remove(u'&') == u"Sign in…"_s;
    });
    QVERIFY(signIn != actions.end() && (*signIn)->isEnabled());
    QTest::keyClick(&desk.window(), Qt::Key_F5);
    QVERIFY(desk.isAsked());
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(!(*signIn)->isEnabled());
}

void TestSignInDialog::anEarlierErrorIsGoneWhenTheDialogComesAgain()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    desk.typeInto(u"Password"_s, u"wrong"_s, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(eventually([&] { return desk.visibleTexts().join(u' ').contains("refused"_L1); }));
    QTest::keyClick(desk.dialog(), Qt::Key_Escape);
    QVERIFY(eventually([&] { return !desk.dialog(); }));
    Q_EMIT desk.window().signInRequested();
    QVERIFY(desk.isAsked());
    QVERIFY(!desk.visibleTexts().join(u' ').contains("refused"_L1));
}

void TestSignInDialog::aLongWordMakesTheWindowNoWiderThanASentence()
{
    AppFixture desk;
    const auto refusedWith = [&desk](const QString &words) {
        const QByteArray body = QJsonDocument(QJsonObject{{u"message"_s, words}}).toJson();
        desk.service().failNext({.status = 401, .body = body});
        desk.typeInto(u"Password"_s, u"wrong"_s, desk.dialog());
        desk.press(u"Sign in"_s, desk.dialog());
        const bool isSaid = eventually([&] { return desk.visibleTexts().join(u' ').contains(words); });
        QTest::qWait(100); // the layout has answered, and a window manager takes its time
        return isSaid && eventually([&] { return desk.dialog()->size() == desk.dialog()->sizeHint(); });
    };
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    QVERIFY(refusedWith(u"with several usual words, "_s.repeated(16).trimmed()));
    const int width = desk.dialog()->width();
    const QString word(400, u'W');
    QVERIFY(refusedWith(word));
    QVERIFY2(desk.dialog()->width() <= width + desk.dialog()->fontMetrics().horizontalAdvance(u'W'),
             qPrintable(QString::number(desk.dialog()->width())));
    const auto labels = desk.dialog()->findChildren<QLabel *>();
    const auto said = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains("WWW"_L1);
    });
    QVERIFY(said != labels.end());
    const QRect seen((*said)->mapTo(desk.dialog(), QPoint()), (*said)->size());
    QVERIFY(desk.dialog()->rect().left() <= seen.left() && seen.right() <= desk.dialog()->rect().right());
    QVERIFY((*said)->accessibleName().contains(word)); // as it is read aloud
}

// A question about a certificate makes the dialog twice as high.
void TestSignInDialog::theButtonsStayOnTheScreen()
{
    AppFixture desk(ServiceOptions{.tls = ServiceOptions::Tls::ExpiredMisnamed});
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    const QRect screen = desk.dialog()->screen()->availableGeometry();
    desk.dialog()->move(desk.dialog()->x(), screen.bottom() - desk.dialog()->height());
    static_cast<SignInDialog *>(desk.dialog())->setReason(u"Signed out here and at the service."_s);
    desk.typeInto(u"Password"_s, u"lanyard"_s, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(eventually([&] { return desk.findIfThere<QPushButton>(u"Trust this certificate"_s, desk.dialog()); }));
    QVERIFY2(eventually([&] { return screen.contains(desk.dialog()->frameGeometry()); }),
             qPrintable(QString::number(desk.dialog()->frameGeometry().bottom())));
    // Whole, without being scrolled to.
    auto *trust = desk.find<QPushButton>(u"Trust this certificate"_s, desk.dialog());
    QVERIFY(eventually([&] { return trust->visibleRegion().boundingRect().size() == trust->size(); }));
    const auto bars = desk.dialog()->findChildren<QScrollBar *>();
    QVERIFY(std::none_of(bars.begin(), bars.end(), [](const QScrollBar *bar) { return bar->isVisible(); }));
}

// It can be selected and typed over like any text, but what is selected leads nowhere.
void TestSignInDialog::aRevealedPasswordIsNeverCopied()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    auto *edit = desk.find<QLineEdit>(u"Password"_s, desk.dialog());
    QTest::keyClick(desk.find<QCheckBox>(u"Show password"_s, desk.dialog()), Qt::Key_Space);
    QCOMPARE(edit->echoMode(), QLineEdit::Normal);
    const QPoint left(4, edit->height() / 2);
    const QPoint right = left + QPoint(edit->width() - 8, 0);
    const std::function<void()> selections[] = {[=] { QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier); },
                                                [=] { QTest::keyClick(edit, Qt::Key_Home, Qt::ShiftModifier); },
                                                [=] {
                                                    QTest::mousePress(edit, Qt::LeftButton, {}, left);
                                                    QTest::mouseMove(edit, right);
                                                    QTest::mouseRelease(edit, Qt::LeftButton, {}, right);
                                                },
                                                [=] { QTest::mouseDClick(edit, Qt::LeftButton); }};
    for (const auto &select : selections) {
        edit->setText(u"pw-CANARY"_s);
        edit->setFocus();
        QGuiApplication::clipboard()->setText(u"before"_s);
        select();
        QVERIFY(edit->hasSelectedText());
        QTest::keyClick(edit, Qt::Key_C, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_Insert, Qt::ControlModifier);
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, left, edit->mapToGlobal(left));
        QApplication::sendEvent(edit, &asked);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (const QAction *action : menu->actions())
            QVERIFY(!action->isEnabled() || !action->objectName().contains(QRegularExpression(u"copy|cut"_s)));
        menu->close();
        QTest::keyClick(edit, Qt::Key_X, Qt::ControlModifier);
        QTest::qWait(50);
        for (const auto mode : {QClipboard::Clipboard, QClipboard::Selection})
            QVERIFY(!QGuiApplication::clipboard()->text(mode).contains("CANARY"_L1));
        QCOMPARE(edit->echoMode(), QLineEdit::Normal);
        QVERIFY(edit->inputMethodHints().testFlags(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText));
    }
    edit->setText(u"wrong"_s);
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(edit, u"right"_s);
    QCOMPARE(edit->text(), u"right"_s);
}

void TestSignInDialog::aRefusedPasswordIsTypedOver_data()
{
    QTest::addColumn<bool>("isShown");
    QTest::newRow("hidden") << false;
    QTest::newRow("shown") << true;
}

// Behind what was refused, it would be refused again: a failure that counts.
void TestSignInDialog::aRefusedPasswordIsTypedOver()
{
    QFETCH(const bool, isShown);
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    auto *edit = desk.find<QLineEdit>(u"Password"_s, desk.dialog());
    if (isShown)
        QTest::keyClick(desk.find<QCheckBox>(u"Show password"_s, desk.dialog()), Qt::Key_Space);
    desk.typeInto(u"Password"_s, u"wrong"_s, desk.dialog());
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!errorShown(desk, u"The sign-in was refused."_s).isEmpty());
    QVERIFY(eventually([&] { return QApplication::focusWidget() == edit; }));
    QTest::keyClicks(edit, u"lanyard"_s);
    QCOMPARE(edit->text(), u"lanyard"_s);
}

void TestSignInDialog::aRevealedPasswordIsHiddenWhenNobodyLooks()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    auto *show = desk.find<QCheckBox>(u"Show password"_s, desk.dialog());
    auto *edit = desk.find<QLineEdit>(u"Password"_s, desk.dialog());
    QTest::keyClick(show, Qt::Key_Space);
    QVERIFY(show->isChecked());
    QWidget other;
    other.show();
    QVERIFY(becomesActive(&other));
    QVERIFY(eventually([edit] { return edit->echoMode() == QLineEdit::Password; }));
    QVERIFY(!show->isChecked());
}

void TestSignInDialog::noPasswordIsShownInPresentationMode()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    auto *show = desk.find<QCheckBox>(u"Show password"_s, desk.dialog());
    auto *edit = desk.find<QLineEdit>(u"Password"_s, desk.dialog());
    QTest::keyClick(show, Qt::Key_Space);
    QCOMPARE(edit->echoMode(), QLineEdit::Normal);
    desk.window().presentationMode().trigger();
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QVERIFY(!show->isChecked() && !show->isEnabled());
    QVERIFY(show->toolTip().contains(u"Presentation mode is on"_s));
    desk.window().presentationMode().trigger();
    QVERIFY(show->isEnabled() && !show->isChecked() && show->toolTip().isEmpty());
}

// Of another account, while it is asked for this one.
void TestSignInDialog::aKnownSecretIsNotShownInPresentationMode()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    const QString key =
        desk.service().user(u"mrossi"_s).value("apiKeys"_L1).toArray().at(0).toObject().value("key"_L1).toString();
    desk.window().presentationMode().trigger();
    desk.choose(u"Accounts"_s, u"Add account…"_s);
    QVERIFY(desk.isAsked());
    for (const QString &name : {u"Server"_s, u"Username"_s}) {
        auto *edit = desk.find<QLineEdit>(name, desk.dialog());
        for (const QString &secret : {key, u"https://u:canary1@h.example"_s}) {
            edit->setFocus();
            edit->selectAll();
            QGuiApplication::clipboard()->setText(secret);
            QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
            QCOMPARE(edit->text(), secret);
            QCOMPARE(edit->displayText(), QString(secret.size(), u'●'));
            QVERIFY(!QAccessible::queryAccessibleInterface(edit->parentWidget())
                         ->text(QAccessible::Value)
                         .contains(secret));
        }
        edit->setText(u"licences.example"_s);
        QCOMPARE(edit->displayText(), u"licences.example"_s);
    }
    auto *edit = desk.find<QLineEdit>(u"Username"_s, desk.dialog());
    edit->setText(key);
    QVERIFY(edit->displayText() != key);
    desk.window().presentationMode().trigger();
    QCOMPARE(edit->displayText(), key);
}

void TestSignInDialog::whatNobodySeesInANameIsToldAtOnce()
{
    const QString name = u"m\u202Erossi"_s;
    AppFixture desk;
    desk.start(name); // --user
    QVERIFY(desk.isAsked());
    const QString remark =
        u"The username that you entered contains an invisible character (U+202E). With marks for what "
        "cannot be seen it reads “m‹U+202E›rossi”."_s;
    const auto isTold = [&desk](const QString &text) {
        return withoutQuoteMarks(desk.visibleTexts().join(u'\n')).contains(text);
    };
    QVERIFY2(isTold(remark), qPrintable(desk.visibleTexts().join(u'\n')));
    auto *edit = desk.find<QLineEdit>(u"Username"_s, desk.dialog());
    QCOMPARE(edit->accessibleDescription(), remark);
    QCOMPARE(edit->text(), name); // a name that the service may have
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, u"maria "_s);
    QVERIFY(!isTold(u"The username that you entered"_s)); // more may follow
    QVERIFY(edit->accessibleDescription().isEmpty());
    desk.find<QLineEdit>(u"Password"_s, desk.dialog())->setFocus();
    QVERIFY(isTold(u"The username that you entered ends with a space."_s));
    edit->setFocus();
    edit->selectAll();
    QGuiApplication::clipboard()->setText(u"m\u200Erossi"_s);
    QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
    QVERIFY(isTold(u"it reads “m‹U+200E›rossi”."_s));
}

void TestSignInDialog::whatNobodySeesInAnAddressIsLeftOutAtOnce()
{
    AppFixture desk;
    desk.start();
    QVERIFY(desk.isAsked());
    auto *edit = desk.find<QLineEdit>(u"Server"_s, desk.dialog());
    edit->setFocus();
    edit->selectAll();
    QGuiApplication::clipboard()->setText(u"\u200Ehttps://\u202Elic\u00ADences.example\uFEFF"_s);
    QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(edit->text(), u"https://licences.example"_s);
    edit->setCursorPosition(11);
    edit->insert(u"x\u200B"_s);
    QCOMPARE(edit->text(), u"https://licxences.example"_s);
    QCOMPARE(edit->cursorPosition(), 12);
}

void TestSignInDialog::aPasswordInTheGivenAddressIsLeftOut_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("shown");
    QTest::newRow("an address") << u"https://u:canary@licences.example:5455"_s << u"https://licences.example:5455"_s;
    QTest::newRow("any characters") << u"https://u:can/ary@?#@licences.example"_s << QString();
    QTest::newRow("an at sign in the query") << u"https://licences.example/?next=a@evil.example"_s << QString();
    QTest::newRow("no scheme") << u"u:canary@licences.example"_s << u"licences.example"_s;
    QTest::newRow("a name alone") << u"https://canary@licences.example/x"_s << u"https://licences.example/x"_s;
}

void TestSignInDialog::aPasswordInTheGivenAddressIsLeftOut()
{
    QFETCH(const QString, given);
    QFETCH(const QString, shown);
    AppFixture desk;
    CommandLine line;
    line.server = given;
    line.userName = u"mrossi"_s;
    desk.startWith(line);
    QVERIFY(desk.isAsked());
    QCOMPARE(desk.find<QLineEdit>(u"Server"_s, desk.dialog())->text(), shown);
    QCOMPARE(desk.find<QLineEdit>(u"Username"_s, desk.dialog())->text(), u"mrossi"_s);
    QVERIFY(desk.visibleTexts().join(u' ').contains(shown.isEmpty() ? u"The server's address was left out"_s
                                                                    : u"in the server's address was left out"_s));
    QVERIFY(!desk.visibleTexts().join(u' ').contains(u"canary"_s));
}

namespace {

void paste(AppFixture &desk, const QString &field, const QString &text)
{
    desk.typeInto(field, {}, desk.dialog());
    QApplication::clipboard()->setText(text);
    QTest::keyClick(desk.find<QLineEdit>(field, desk.dialog()), Qt::Key_V, Qt::ControlModifier);
}

} // namespace

void TestSignInDialog::aPastedAddressIsCorrectedInSight()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    const QString address = desk.service().address();
    paste(desk, u"Server"_s, address + u"/swagger/index.html?returnUrl=x#/login\n"_s);
    desk.typeInto(u"Password"_s, u"wrong"_s, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(!errorShown(desk, u"The sign-in was refused."_s).isEmpty());
    QCOMPARE(desk.find<QLineEdit>(u"Server"_s, desk.dialog())->text(), address);
}

void TestSignInDialog::anotherServerThanWasEnteredIsLookedAtFirst_data()
{
    QTest::addColumn<QString>("entered"); // %1: the service's address
    QTest::addColumn<bool>("isPasted");
    QTest::addColumn<bool>("isAnother");
    const auto row = [](const char *name, const QString &entered, bool isAnother) {
        QTest::addRow("%s, pasted", name) << entered << true << isAnother;
        QTest::addRow("%s, typed", name) << entered << false << isAnother;
    };
    row("within a sentence", u"Please use %1/swagger to sign in."_s, true);
    row("after another one", u"old.example:5455 has moved to %1"_s, true);
    row("behind a label", u"Server: %1"_s, true);
    row("a page of it", u"%1/v1/auth/login?returnUrl=%1/v1/user"_s, false);
    row("in quotes", u"\"%1\""_s, false);
    row("with half a scheme", u"http:/%2"_s, false);
}

// A password must not go to a server that was only guessed.
void TestSignInDialog::anotherServerThanWasEnteredIsLookedAtFirst()
{
    QFETCH(QString, entered);
    QFETCH(const bool, isPasted);
    QFETCH(const bool, isAnother);
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    const QString address = desk.service().address();
    entered.replace(u"%1"_s, address).replace(u"%2"_s, address.mid(u"http://"_s.size()));
    desk.typeInto(u"Server"_s, isPasted ? QString() : entered, desk.dialog());
    if (isPasted)
        paste(desk, u"Server"_s, entered);
    desk.typeInto(u"Password"_s, u"lanyard"_s, desk.dialog());
    const auto submit = [&] {
        if (isPasted)
            desk.press(u"Sign in"_s, desk.dialog());
        else
            QTest::keyClick(desk.find<QLineEdit>(u"Password"_s, desk.dialog()), Qt::Key_Return);
    };
    submit();
    if (isAnother) {
        QCOMPARE(errorShown(desk, u"The server was taken to be"_s),
                 u"The server was taken to be %1. If that is right, sign in again."_s.arg(address));
        QCOMPARE(desk.find<QLineEdit>(u"Server"_s, desk.dialog())->text(), address);
        QTest::qWait(100); // for what would be sent
        QVERIFY(desk.service().requests().isEmpty());
        submit(); // too soon for anybody who reads
        QTest::qWait(QApplication::doubleClickInterval() + 50);
        QVERIFY(desk.service().requests().isEmpty());
        submit();
    }
    QVERIFY(desk.isSignedIn());
    QCOMPARE(desk.service().count("POST", "/v1/auth/login"), 1);
}

void TestSignInDialog::oneLookIsOnePress_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::addColumn<bool>("isWrong"); // the password, else the server is another one than was entered
    for (const char *how : {"double click", "Enter held in the password", "Enter held on the button"}) {
        QTest::addRow("%s, the server to be looked at", how) << QByteArray(how) << false;
        QTest::addRow("%s, a wrong password", how) << QByteArray(how) << true;
    }
}

// What the first press brought is to be seen before there is a second one; and five wrong passwords lock the account.
void TestSignInDialog::oneLookIsOnePress()
{
    QFETCH(const QByteArray, how);
    QFETCH(const bool, isWrong);
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    if (!isWrong)
        desk.typeInto(u"Server"_s, u"Server: %1"_s.arg(desk.service().address()), desk.dialog());
    desk.typeInto(u"Password"_s, u"wrong"_s, desk.dialog());
    auto *button = desk.find<QPushButton>(u"Sign in"_s, desk.dialog());
    QWidget *pressed =
        how.contains("password") ? desk.find<QLineEdit>(u"Password"_s, desk.dialog()) : static_cast<QWidget *>(button);
    pressed->setFocus();
    const auto hold = [&](bool isRepeated) {
        QKeyEvent event(QEvent::KeyPress, Qt::Key_Return, {}, u"\r"_s, isRepeated);
        QCoreApplication::sendEvent(pressed, &event);
    };
    const auto shown = [&] {
        return !errorShown(desk, isWrong ? u"The sign-in was refused"_s : u"The server was taken to be"_s).isEmpty();
    };
    if (how == "double click")
        desk.press(u"Sign in"_s, desk.dialog());
    else
        hold(false);
    QVERIFY(eventually(shown));
    for (int i = 0; i < 3; ++i) {
        if (how == "double click") {
            QMouseEvent again(QEvent::MouseButtonDblClick, button->rect().center(),
                              button->mapToGlobal(button->rect().center()), Qt::LeftButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(button, &again);
            QTest::mouseRelease(button, Qt::LeftButton);
        } else {
            hold(true);
        }
        QTest::qWait(200);
    }
    QTest::qWait(100);
    QCOMPARE(desk.service().count("POST", "/v1/auth/login"), isWrong ? 1 : 0);
}

void TestSignInDialog::aNameGoesWithItsServer_data()
{
    QTest::addColumn<QString>("typed"); // by hand; empty: nothing
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("name"); // then
    QTest::newRow("known with another name") << QString() << u"https://second.invalid"_s << u"second"_s;
    QTest::newRow("new") << QString() << u"https://third.invalid"_s << QString();
    QTest::newRow("the same again") << QString() << u"https://first.invalid"_s << u"first"_s;
    QTest::newRow("typed, known") << u"me"_s << u"https://second.invalid"_s << u"me"_s;
    QTest::newRow("typed, new") << u"me"_s << u"https://third.invalid"_s << u"me"_s;
}

void TestSignInDialog::aNameGoesWithItsServer()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, server);
    QFETCH(const QString, name);
    AppFixture desk;
    {
        SavedAccounts accounts(desk.home() + u"/config/accounts.json"_s);
        for (const QString &known : {u"second"_s, u"first"_s}) {
            SavedAccount account;
            account.origin = Origin::parse(u"https://%1.invalid"_s.arg(known)).value();
            account.userName = known;
            QVERIFY(accounts.remember(account));
        }
    }
    desk.startWith({});
    QVERIFY(desk.isAsked());
    auto *user = desk.find<QLineEdit>(u"Username"_s, desk.dialog());
    QCOMPARE(user->text(), u"first"_s);
    if (!typed.isEmpty())
        desk.typeInto(u"Username"_s, typed, desk.dialog());
    desk.typeInto(u"Server"_s, server, desk.dialog());
    QCOMPARE(user->text(), name);
    if (typed.isEmpty()) {
        desk.typeInto(u"Server"_s, u"https://first.invalid"_s, desk.dialog());
        QCOMPARE(user->text(), u"first"_s);
    }
}

void TestSignInDialog::whatWasSaidOfAServerGoesWithIt()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    desk.typeInto(u"Server"_s, u"http://example.invalid"_s, desk.dialog());
    desk.typeInto(u"Password"_s, u"lanyard"_s, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(errorShown(desk, u"The connection to http://example.invalid"_s).contains("not be encrypted"_L1));
    desk.typeInto(u"Server"_s, u"http://other.invalid"_s, desk.dialog());
    QVERIFY(!desk.visibleTexts().join(u' ').contains(u"example.invalid"_s));
    QVERIFY(!desk.findIfThere<QCheckBox>(u"Send it unencrypted"_s, desk.dialog()));
}

void TestSignInDialog::whatWasSaidOfAPasswordIsNotSaidOfAKey()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    desk.typeInto(u"Password"_s, u"wrong"_s, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    const QString refused = errorShown(desk, u"The sign-in was refused"_s);
    QVERIFY(!refused.isEmpty());
    auto *tabs = desk.dialog()->findChild<QTabWidget *>()->findChild<QTabBar *>();
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    QVERIFY(!desk.visibleTexts().contains(refused));
    QVERIFY(desk.dialog()->isVisible());
}

void TestSignInDialog::aSecretGoesToWhomItWasTypedFor_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("userName");
    QTest::addColumn<bool>("stays");
    QTest::newRow("another server") << u"https://second.invalid"_s << u"bob"_s << false;
    QTest::newRow("another user") << u"https://first.invalid"_s << u"alice"_s << false;
    QTest::newRow("the same account") << u"https://first.invalid"_s << u"bob"_s << true;
}

void TestSignInDialog::aSecretGoesToWhomItWasTypedFor()
{
    QFETCH(const QString, server);
    QFETCH(const QString, userName);
    QFETCH(const bool, stays);
    SignInDialog dialog;
    dialog.fillIn(u"https://first.invalid"_s, u"bob"_s);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    const auto edits = dialog.findChildren<QLineEdit *>();
    const auto called = [&edits](const QString &name) {
        return *std::find_if(edits.begin(), edits.end(),
                             [&name](const QLineEdit *edit) { return AppFixture::nameOf(edit) == name; });
    };
    QLineEdit *password = called(u"Password"_s);
    QTest::keyClicks(password, u"for bob"_s);
    called(u"API key"_s)->setText(u"of bob"_s);
    dialog.fillIn(server, userName);
    QCOMPARE(password->text(), stays ? u"for bob"_s : QString());
    QCOMPARE(called(u"API key"_s)->text(), stays ? u"of bob"_s : QString());
}

void TestSignInDialog::anotherStartReplacesNothingTyped_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<bool>("isFilledIn");
    QTest::newRow("nothing") << QString() << true;
    QTest::newRow("a password") << u"Password"_s << false;
    QTest::newRow("a name") << u"Username"_s << false;
    QTest::newRow("a server") << u"Server"_s << false;
    QTest::newRow("a key") << u"API key"_s << false;
}

void TestSignInDialog::anotherStartReplacesNothingTyped()
{
    QFETCH(const QString, field);
    QFETCH(const bool, isFilledIn);
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    const auto goToTab = [&desk](Qt::Key key) {
        auto *tabs = desk.dialog()->findChild<QTabBar *>();
        tabs->setFocus();
        QTest::keyClick(tabs, key);
    };
    const bool isKey = field == "API key"_L1;
    if (isKey)
        goToTab(Qt::Key_Right);
    if (!field.isEmpty())
        desk.typeInto(field, u"typed"_s, desk.dialog());
    desk.startAgain(u"https://other.invalid:99"_s, u"bob"_s);
    const auto textOf = [&desk](const QString &name) { return desk.find<QLineEdit>(name, desk.dialog())->text(); };
    QCOMPARE(textOf(u"Server"_s) == "https://other.invalid:99"_L1, isFilledIn);
    if (!field.isEmpty())
        QCOMPARE(textOf(field), u"typed"_s);
    if (isKey)
        goToTab(Qt::Key_Left);
    QCOMPARE(textOf(u"Username"_s) == "bob"_L1, isFilledIn);
    const QString told = desk.visibleTexts().filter(u"Lanyard was started again"_s).join(u'\n');
    QCOMPARE(told.contains("other.invalid:99"_L1), !isFilledIn);
}

void TestSignInDialog::aStartForTheAccountOfTheDialogIsNotAnother()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    const auto told = [&desk] { return desk.visibleTexts().filter(u"Lanyard was started again"_s).join(u'\n'); };
    desk.typeInto(u"Password"_s, u"typed"_s, desk.dialog());
    desk.startAgain(desk.service().address(), u"mrossi"_s);
    QCOMPARE(told(), QString());
    desk.startAgain(u"https://other.invalid:99"_s, u"bob"_s);
    QVERIFY(told().contains(u"other.invalid:99"_s));
    desk.startAgain(desk.service().address(), u"mrossi"_s);
    QCOMPARE(told(), QString()); // what was asked for last is here
    QCOMPARE(desk.find<QLineEdit>(u"Password"_s, desk.dialog())->text(), u"typed"_s);
}

void TestSignInDialog::aRefusalLeavesWhenItIsCorrected_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field : {"Username", "Password", "Server"})
        QTest::newRow(field) << QString::fromLatin1(field);
}

void TestSignInDialog::aRefusalLeavesWhenItIsCorrected()
{
    QFETCH(const QString, field);
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    desk.typeInto(u"Password"_s, u"wrong"_s, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(!errorShown(desk, u"The sign-in was refused."_s).isEmpty());
    desk.typeInto(field, u"x"_s, desk.dialog());
    QVERIFY(!desk.visibleTexts().join(u' ').contains(u"refused"_s));
}

void TestSignInDialog::enterNamesWhatIsMissing_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field : {"Username", "Password", "Server", "API key"})
        QTest::newRow(field) << QString::fromLatin1(field);
}

void TestSignInDialog::enterNamesWhatIsMissing()
{
    QFETCH(const QString, field);
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    if (field == "API key"_L1)
        desk.dialog()->findChild<QTabWidget *>()->setCurrentIndex(1);
    else
        desk.typeInto(u"Password"_s, u"lanyard"_s, desk.dialog());
    desk.find<QLineEdit>(field, desk.dialog())->clear();
    auto *start = desk.find<QLineEdit>(field == "Server"_L1 ? u"Password"_s : u"Server"_s, desk.dialog());
    start->setFocus();
    QTest::keyClick(start, Qt::Key_Return);
    QVERIFY(eventually([&] { return desk.visibleTexts().contains(u"“%1” is empty."_s.arg(field)); }));
    QCOMPARE(AppFixture::nameOf(QApplication::focusWidget()), field);
    QCOMPARE(desk.service().count("POST", "/v1/auth/login"), 0);
    auto *wrong = desk.find<QLineEdit>(field, desk.dialog());
    const auto isDescribed = [wrong] { return wrong->accessibleDescription().contains("is empty."_L1); };
    QVERIFY(isDescribed());
    QTest::keyClick(wrong, Qt::Key_Tab); // as long as it is on the screen
    QVERIFY(isDescribed() && desk.visibleTexts().join(u' ').contains(u"is empty."_s));
    desk.typeInto(field, u"x"_s, desk.dialog());
    QVERIFY(!desk.visibleTexts().join(u' ').contains(u"is empty."_s) && !isDescribed());
}

void TestSignInDialog::aPastedLineIsThePassword()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    paste(desk, u"Password"_s, u"lanyard\r\n"_s);
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(desk.isSignedIn());
}

void TestSignInDialog::aWipedSecretIsNoneThatIsEntered_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("secret");
    QTest::newRow("password") << u"Password"_s << u"lanyard"_s;
    QTest::newRow("API key") << u"API key"_s << u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s;
}

// Nothing connects to the server for a sign-in that is over.
void TestSignInDialog::aWipedSecretIsNoneThatIsEntered()
{
    QFETCH(const QString, field);
    QFETCH(const QString, secret);
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    desk.dialog()->findChild<QTabWidget *>()->setCurrentIndex(field == u"Password"_s ? 0 : 1);
    auto *dialog = qobject_cast<SignInDialog *>(desk.dialog());
    QVERIFY(dialog);
    QSignalSpy expected(dialog, &SignInDialog::signInExpected);
    paste(desk, field, secret);
    QVERIFY(!expected.isEmpty());
    expected.clear();
    desk.press(u"Sign in"_s, dialog);
    QVERIFY(desk.isSignedIn());
    COMPARE_EVENTUALLY(desk.dialog(), nullptr);
    QCOMPARE(expected.size(), 0);
}

// A part of it would be refused by the service as a wrong password, which costs one of five tries.
void TestSignInDialog::whatIsTooLongIsNotCut()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    for (const QString &field : {u"Password"_s, u"Username"_s, u"Server"_s}) {
        paste(desk, field, QString(1'000'000, u'x'));
        QVERIFY(eventually([&] { return desk.find<QLineEdit>(field, desk.dialog())->text().isEmpty(); }));
        QVERIFY2(desk.visibleTexts().join(u' ').contains(u"too long and was not inserted"_s), qPrintable(field));
        paste(desk, field, u"short"_s);
        QCOMPARE(desk.find<QLineEdit>(field, desk.dialog())->text(), u"short"_s);
    }
    QCOMPARE(desk.service().requests().size(), 0);
}

void TestSignInDialog::whatCannotBeSeenIsNamedBesideARefusal()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    paste(desk, u"Password"_s, u"lanyard\u00A0"_s);
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(eventually(
        [&desk] { return desk.visibleTexts().join(u' ').contains(u"ends with a no-break space (U+00A0)."_s); }));
    paste(desk, u"Password"_s, u"wrong"_s);
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(eventually([&desk] { return !desk.visibleTexts().join(u' ').contains(u"U+00A0"_s); }));
}

void TestSignInDialog::aPastedHeaderIsTheKey()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    desk.dialog()->findChild<QTabWidget *>()->setCurrentIndex(1);
    paste(desk, u"API key"_s, u"x-api-key: \u200Bapi_Kq7vR2mXw9LtZb4NcY8sHd3f\r\n"_s);
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(desk.isSignedIn());
}

void TestSignInDialog::aKeyThatCannotBeSentSaysWhy()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    desk.dialog()->findChild<QTabWidget *>()->setCurrentIndex(1);
    paste(desk, u"API key"_s, u"api_Kq7v\u200BR2m"_s);
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(
        eventually([&desk] { return desk.visibleTexts().join(u' ').contains(u"an invisible character (U+200B)"_s); }));
    QCOMPARE(desk.service().requests().size(), 0);
}

LANYARD_TEST(QApplication, TestSignInDialog)
#include "tst_signindialog.moc"
