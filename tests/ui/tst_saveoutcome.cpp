#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "ui/account/accountstack.h"
#include "ui/account/accountview.h"
#include "ui/common/messagebar.h"
#include "ui/profile/profilepage.h"
#include "ui/settings/settingspage.h"

#include <QAbstractItemView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

// What has the focus: a field with news, a cell of the settings with text, or the button of a message.
enum class Focus { Field, Cell, Message };

template<typename Part>
Part *partOf(QWidget &whole)
{
    auto *part = qobject_cast<Part *>(&whole);
    return part ? part : whole.findChild<Part *>();
}

} // namespace

// What the window says and does when a save ends, however it ends.
class TestSaveOutcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theMessageSaysWhatBecameOfTheSave_data();
    void theMessageSaysWhatBecameOfTheSave();
    void aLostSaveTellsWhatOfItIsMissing_data();
    void aLostSaveTellsWhatOfItIsMissing();
    void whatTheServiceRefusedIsSaidAtTheField();
    void aRefusalWithoutANameIsSaidAtTheFieldItMeans();
    void aLongSaveIsCountedAndCanBeCancelled_data();
    void aLongSaveIsCountedAndCanBeCancelled();
    void aLongReloadIsCountedAndCanBeCancelled_data();
    void aLongReloadIsCountedAndCanBeCancelled();
    void aServiceThatIsDownKeepsTheEdits();
    void whatOthersChangedOutlivesASaveThatFails();
    void whatOthersChangedIsSaidAtTheField_data();
    void whatOthersChangedIsSaidAtTheField();
    void whatIsTornDownIsStillWhole_data();
    void whatIsTornDownIsStillWhole();
    void whatIsTakenBackWhileItSavesIsNoConflict_data();
    void whatIsTakenBackWhileItSavesIsNoConflict();
    void aConflictShowsWhatIsTypedMeanwhile();
    void whoTypesWhenTheSessionEndsIsNotInterrupted();
    void aSaveAskedForDuringASaveFollowsIt();
    void aSaveThatIsNotConfirmedIsNotFollowed_data();
    void aSaveThatIsNotConfirmedIsNotFollowed();
    void aPageInTheWayIsTriedAgain();
    void quittingWaitsForTheSave();
    void quittingThatWaitsCanBeCancelled();
    void quittingDoesNotFollowAFailedSave();
    void theQuestionGoesWhenAllIsSaved();
    void theQuestionGoesWhenNothingIsLeftToAskAbout();
    void theQuestionNamesWhatIsBegun();
    void theQuestionOffersNoSaveThatCannotBe();

private:
    void answerAfter(int milliseconds)
    {
        ServiceOptions slow = m_app->service().options();
        slow.latencyMs = milliseconds;
        m_app->service().setOptions(slow);
    }
    // Shortcuts belong to the active window; for a moment after a dialog has closed there is none.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        QVERIFY(becomesActive(&m_app->window()));
        QTest::keyClick(&m_app->window(), key, modifiers);
    }
    void save() { press(Qt::Key_S); }
    [[nodiscard]] QList<QRect> placesOf(const QStringList &buttons)
    {
        QList<QRect> places;
        for (const QString &name : buttons) {
            const auto *button = m_app->find<QPushButton>(name);
            places << QRect(button->mapTo(&m_app->window(), QPoint()), button->size());
        }
        return places;
    }
    [[nodiscard]] QMessageBox *box()
    {
        const auto boxes = m_app->window().findChildren<QMessageBox *>();
        for (QMessageBox *box : boxes) {
            if (box->isVisible())
                return box;
        }
        return nullptr;
    }
    [[nodiscard]] QString city() { return m_app->service().user(mrossi).value("city"_L1).toString(); }

    std::unique_ptr<AppFixture> m_app;
};

void TestSaveOutcome::init()
{
    m_app = std::make_unique<AppFixture>();
    m_app->start(mrossi);
    QVERIFY(m_app->signIn(u"lanyard"_s));
}

void TestSaveOutcome::cleanup()
{
    m_app.reset();
}

void TestSaveOutcome::theMessageSaysWhatBecameOfTheSave_data()
{
    QTest::addColumn<ForcedAnswer>("answer");
    QTest::addColumn<QString>("message"); // empty: none
    QTest::addColumn<QString>("notice");  // at the field
    QTest::addColumn<bool>("saved");
    const auto post = [](int status, const QByteArray &body, bool carriedOut) {
        return ForcedAnswer{.method = "POST", .status = status, .body = body, .carriedOut = carriedOut};
    };
    const QByteArray cut = R"({"success":true,"us)";
    QTest::newRow("confirmed without a body") << post(204, {}, true) << QString() << QString() << true;
    QTest::newRow("confirmed without a body, not done")
        << post(204, {}, false) << u"did not take 1 change"_s << u"The service kept “Roma”."_s << false;
    const QByteArray queued = R"({"success":true,"message":"queued"})";
    for (const auto &[status, body] :
         {std::pair(202, queued), {206, queued}, {201, QByteArray()}, {200, QByteArray()}}) {
        QTest::addRow("%d, done", status) << post(status, body, true) << QString() << QString() << true;
        QTest::addRow("%d, not done", status)
            << post(status, body, false) << u"The save was not confirmed. The service does not show"_s << QString()
            << false;
    }
    QTest::newRow("202 that says no") << post(202, R"({"success":false})", true) << u"answered with an error, but"_s
                                      << QString() << true;
    const QByteArray user = QJsonDocument(QJsonObject{{u"id"_s, u"u1"_s}, {u"city"_s, u"Torino"_s}}).toJson();
    const QByteArray mail = R"({"success":false,"code":9,"message":"Mail could not be sent","user":)" + user + '}';
    QTest::newRow("refused, done") << post(200, mail, true) << u"your changes arrived"_s << QString() << true;
    QTest::newRow("refused, done, its words")
        << post(200, mail, true) << u"“Mail could not be sent”"_s << QString() << true;
    QTest::newRow("refused, with the user")
        << post(200, mail, false) << u"“Mail could not be sent”"_s << QString() << false;
    QTest::newRow("no word of success, done")
        << post(200, R"({"user":)" + user + '}', true) << u"your changes arrived"_s << QString() << true;
    QTest::newRow("cut off, done") << post(200, cut, true) << u"your changes arrived"_s << QString() << true;
    QTest::newRow("cut off, not done") << post(200, cut, false) << u"does not show your changes yet"_s << QString()
                                       << false;
    QTest::newRow("fault, done") << post(500, {}, true) << u"answered with an error, but"_s << QString() << true;
    QTest::newRow("fault") << post(500, {}, false) << u"Your changes were not saved; they are kept here."_s << QString()
                           << false;
    ForcedAnswer gateway = post(401, {}, false);
    gateway.headers = {{"WWW-Authenticate", "Basic realm=\"Staff\""}};
    QTest::newRow("a gateway's own sign-in")
        << gateway << u"asks for a sign-in of its own (Basic)"_s << QString() << false;
    ForcedAnswer page = post(403, "<html><center>nginx</center></html>", false);
    page.contentType = "text/html";
    QTest::newRow("a firewall's page") << page << u"nginx in front of"_s << QString() << false;
    QTest::newRow("forbidden") << post(403, {}, false) << u"Your changes were not saved; they are kept here."_s
                               << QString() << false;
}

void TestSaveOutcome::theMessageSaysWhatBecameOfTheSave()
{
    QFETCH(const ForcedAnswer, answer);
    QFETCH(const QString, message);
    QFETCH(const QString, notice);
    QFETCH(const bool, saved);
    QVERIFY(m_app->service().setUser(mrossi, [this] {
        QJsonObject user = m_app->service().user(mrossi);
        user.insert("city"_L1, u"Roma"_s);
        return user;
    }()));
    m_app->session().reload();
    QVERIFY(eventually([this] { return m_app->find<QLineEdit>(u"City"_s)->text() == "Roma"_L1; }));
    m_app->service().failNext(answer);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    save();
    QVERIFY(eventually([this] { return !m_app->session().isSaving(); }));
    QCOMPARE(m_app->saveText(), saved ? u"Saved"_s : u"1 change"_s);
    QVERIFY2(m_app->messageText().contains(message) && m_app->messageText().isEmpty() == message.isEmpty(),
             qPrintable(m_app->messageText()));
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Torino"_s);
    const QString all = m_app->visibleTexts().join(u'\n');
    QCOMPARE(all.contains(u"The service kept"_s), !notice.isEmpty());
    QVERIFY2(all.contains(notice), qPrintable(all));
    QCOMPARE(city(), saved ? u"Torino"_s : u"Roma"_s);
    QCOMPARE(m_app->session().state(), Session::State::SignedIn);
}

void TestSaveOutcome::aLostSaveTellsWhatOfItIsMissing_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("carriedOut");
    QTest::addColumn<QString>("message");
    QTest::addColumn<bool>("isKept"); // at the field
    QTest::newRow("it did not arrive") << 200 << false << u"does not show 1 change yet"_s << false;
    QTest::newRow("it arrived") << 200 << true << u"your changes arrived"_s << false;
    QTest::newRow("confirmed, not taken") << 204 << false << u"did not take 1 change"_s << true;
}

// Of two changes, somebody else had made one before.
void TestSaveOutcome::aLostSaveTellsWhatOfItIsMissing()
{
    QFETCH(const int, status);
    QFETCH(const bool, carriedOut);
    QFETCH(const QString, message);
    QFETCH(const bool, isKept);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->typeInto(u"Region"_s, u"Piemonte"_s);
    QJsonObject user = m_app->service().user(mrossi);
    user.insert("city"_L1, u"Torino"_s);
    QVERIFY(m_app->service().setUser(mrossi, user));
    m_app->service().failNext(
        {.method = "POST", .status = status, .body = R"({"success":true,"us)", .carriedOut = carriedOut});
    save();
    QVERIFY(eventually([this] { return !m_app->session().isSaving(); }));
    QVERIFY2(m_app->messageText().contains(message), qPrintable(m_app->messageText()));
    QCOMPARE(m_app->saveText(), carriedOut ? u"Saved"_s : u"1 change"_s);
    QCOMPARE(m_app->visibleTexts().join(u'\n').contains(u"The service kept"_s), isKept);
}

void TestSaveOutcome::whatTheServiceRefusedIsSaidAtTheField()
{
    m_app->service().failNext(
        {.method = "POST",
         .status = 400,
         .body = R"({"title":"Bad","errors":{"User.Email":["<b>Not</b> an address."],"$.user.settings":["No."]}})"});
    m_app->typeInto(u"E-mail"_s, u"nowhere"_s);
    save();
    const QString notice = u"The service says: “<b>Not</b> an address.”"_s;
    QVERIFY2(eventually([&] { return m_app->visibleTexts().contains(notice); }),
             qPrintable(m_app->visibleTexts().join(u'\n')));
    QVERIFY2(m_app->messageText().startsWith(u"Your changes were not saved"_s), qPrintable(m_app->messageText()));
    QVERIFY(!m_app->findIfThere<QPushButton>(u"Try again"_s)); // it would be refused again
    m_app->typeInto(u"E-mail"_s, u"m.rossi@example.com"_s);
    QVERIFY(eventually([&] { return !m_app->visibleTexts().contains(notice); }));
    save();
    QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
}

void TestSaveOutcome::aRefusalWithoutANameIsSaidAtTheFieldItMeans()
{
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->typeInto(u"E-mail"_s, m_app->service().user(u"jkim"_s).value("email"_L1).toString());
    save();
    const QString notice = u"The service says: “The e-mail address is already used by another account.”"_s;
    QVERIFY2(eventually([&] { return m_app->visibleTexts().contains(notice); }),
             qPrintable(m_app->visibleTexts().join(u'\n')));
    QCOMPARE(m_app->visibleTexts().filter(u"The service says"_s).size(), 1);
    QCOMPARE(m_app->saveText(), u"2 changes"_s);
    m_app->press(u"Review…"_s); // which says it too, and keeps nobody from trying again
    QDialog *dialog = m_app->dialogCalled(u"Review changes"_s);
    QVERIFY(dialog);
    const auto *table = m_app->find<QTableWidget>(u"Changes"_s, dialog);
    QVERIFY2(table->item(0, 2)->text().endsWith(u'\n' + notice), qPrintable(table->item(0, 2)->text()));
    QCOMPARE(table->item(1, 2)->text(), u"Torino"_s);
    QVERIFY(m_app->find<QPushButton>(u"Save"_s, dialog)->isEnabled());
    dialog->reject();
}

void TestSaveOutcome::aLongSaveIsCountedAndCanBeCancelled_data()
{
    QTest::addColumn<bool>("isSent");
    QTest::newRow("before it is sent") << false;
    QTest::newRow("after it was sent") << true;
}

void TestSaveOutcome::aLongSaveIsCountedAndCanBeCancelled()
{
    QFETCH(const bool, isSent);
    const QString before = city();
    const int reads = m_app->service().count("GET", "/v1/auth/user");
    answerAfter(isSent ? 400 : 8000);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    save();
    QVERIFY(!m_app->findIfThere<QPushButton>(u"Cancel saving"_s));
    const QList<QRect> places = placesOf({u"Review…"_s, u"Discard changes"_s});
    if (isSent) {
        QVERIFY(eventually([&] { return m_app->service().count("GET", "/v1/auth/user") > reads; }));
        answerAfter(8000); // the next one, which is the post
    }
    QVERIFY(eventually([this] { return m_app->findIfThere<QPushButton>(u"Cancel saving"_s) != nullptr; }));
    QVERIFY2(QRegularExpression(u"^Saving… [5-9] s$"_s).match(m_app->saveText()).hasMatch(),
             qPrintable(m_app->saveText()));
    QCOMPARE(placesOf({u"Review…"_s, u"Discard changes"_s}), places);
    // It does not look like a button to press.
    QVERIFY(m_app->find<QProgressBar>(u"Saving"_s)->height() <=
            m_app->find<QPushButton>(u"Cancel saving"_s)->height() / 2);
    answerAfter(0);
    m_app->press(u"Cancel saving"_s);
    QVERIFY(eventually([this] { return !m_app->session().isSaving() && !m_app->messageText().isEmpty(); }));
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), isSent ? 1 : 0);
    const bool arrived = city() != before; // the service has it, whether or not it got to answer
    const QString said = !isSent   ? u"Nothing was sent"_s
                         : arrived ? u"had already arrived"_s
                                   : u"may still carry it out"_s;
    QVERIFY2(m_app->messageText().contains(said), qPrintable(m_app->messageText()));
    QCOMPARE(m_app->saveText(), arrived ? u"Saved"_s : u"1 change"_s);
    if (!arrived)
        m_app->press(u"Save again"_s);
    QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
    QCOMPARE(city(), u"Torino"_s);
}

void TestSaveOutcome::aLongReloadIsCountedAndCanBeCancelled_data()
{
    QTest::addColumn<int>("key"); // 0: a click
    QTest::addColumn<int>("page");
    QTest::newRow("F5") << int(Qt::Key_F5) << 0;
    QTest::newRow("Esc in a field") << int(Qt::Key_Escape) << 0;
    QTest::newRow("Esc in the settings") << int(Qt::Key_Escape) << 2;
    QTest::newRow("a click") << 0 << 0;
}

void TestSaveOutcome::aLongReloadIsCountedAndCanBeCancelled()
{
    QFETCH(const int, key);
    QFETCH(const int, page);
    const auto says = [this](const QString &pattern) {
        return !m_app->visibleTexts().filter(QRegularExpression(pattern)).isEmpty();
    };
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->goTo(page);
    QWidget *focused = page == 0 ? static_cast<QWidget *>(m_app->find<QLineEdit>(u"City"_s))
                                 : m_app->find<QAbstractItemView>(u"Settings"_s);
    focused->setFocus();
    QJsonObject user = m_app->service().user(mrossi);
    const QString before = user.value("region"_L1).toString();
    user.insert("region"_L1, u"Puglia"_s);
    QVERIFY(m_app->service().setUser(mrossi, user));
    answerAfter(9000);
    press(Qt::Key_F5, {});
    QTest::keyClick(focused, Qt::Key_F5);
    QTest::keyClick(focused, Qt::Key_Escape);
    QVERIFY(says(u"^Reloading…$"_s)); // too early to be cancelled by a second press
    QVERIFY(!m_app->findIfThere<QAbstractButton>(u"Cancel reloading"_s));
    const QList<QRect> places = placesOf({u"Review…"_s, u"Save"_s});
    QVERIFY(eventually([this] { return m_app->findIfThere<QAbstractButton>(u"Cancel reloading"_s) != nullptr; }));
    QTest::qWait(50); // the layout has answered
    QVERIFY(says(u"^Reloading… [5-8] s$"_s));
    QCOMPARE(placesOf({u"Review…"_s, u"Save"_s}), places);
    QTest::simulateEvent(focused, true, Qt::Key_F5, Qt::NoModifier, {}, true); // the key is held down
    QVERIFY(m_app->session().isReloading());
    answerAfter(0);
    const int reads = m_app->service().count("GET", "/v1/auth/user");
    if (key != 0)
        QTest::keyClick(focused, Qt::Key(key));
    else
        m_app->press(u"Cancel reloading"_s);
    QVERIFY(!m_app->session().isReloading());
    QVERIFY(says(u"^Updated "_s) && !says(u"Reloading"_s));
    QVERIFY(!m_app->findIfThere<QAbstractButton>(u"Cancel reloading"_s));
    QTest::qWait(300); // for what would be said of it
    QCOMPARE(m_app->messageText(), QString());
    QCOMPARE(m_app->service().count("GET", "/v1/auth/user"), reads);
    m_app->goTo(0);
    QCOMPARE(m_app->find<QLineEdit>(u"Region"_s)->text(), before);
    press(Qt::Key_F5, {});
    QVERIFY(eventually([this] { return m_app->find<QLineEdit>(u"Region"_s)->text() == "Puglia"_L1; }));
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Torino"_s);
}

void TestSaveOutcome::aServiceThatIsDownKeepsTheEdits()
{
    m_app->typeInto(u"City"_s, u"Torino"_s);
    const quint16 port = m_app->service().port();
    m_app->service().stop();
    save();
    QVERIFY(eventually([this] { return m_app->messageText().contains(u"could not be reached"_s); }));
    QVERIFY2(m_app->messageText().startsWith(u"Your changes were not saved; they are kept here."_s),
             qPrintable(m_app->messageText()));
    QCOMPARE(m_app->saveText(), u"1 change"_s);
    press(Qt::Key_F5, {}); // that fails too, and says so of itself
    QVERIFY(eventually([this] { return !m_app->session().isReloading(); }));
    ServiceOptions options = m_app->service().options();
    options.port = port;
    m_app->service().setOptions(options);
    QVERIFY(m_app->service().start());
    m_app->session().reload();
    QVERIFY(eventually([this] { return m_app->messageText().startsWith(u"Your changes were not saved"_s); }));
    m_app->press(u"Try again"_s);
    QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
    QCOMPARE(m_app->messageText(), QString());
    QCOMPARE(city(), u"Torino"_s);
}

void TestSaveOutcome::whatOthersChangedIsSaidAtTheField_data()
{
    QTest::addColumn<bool>("save");
    QTest::newRow("a merge took it") << true;
    QTest::newRow("a reload under unsaved edits") << false;
}

void TestSaveOutcome::whatOthersChangedIsSaidAtTheField()
{
    QFETCH(const bool, save);
    QJsonObject user = m_app->service().user(mrossi);
    const QString before = user.value("region"_L1).toString();
    user.insert("region"_L1, u"Sardegna"_s);
    QVERIFY(m_app->service().setUser(mrossi, user));
    m_app->typeInto(u"City"_s, u"Cagliari"_s);
    if (save)
        this->save();
    else
        press(Qt::Key_F5, {});
    const auto said = [this] { return m_app->visibleTexts().join(u'\n'); };
    QVERIFY(eventually([this] { return m_app->find<QLineEdit>(u"Region"_s)->text() == "Sardegna"_L1; }));
    QVERIFY2(eventually([&] { return said().contains(u"Changed elsewhere; it was “%1”."_s.arg(before)); }),
             qPrintable(said()));
    auto *region = m_app->find<QLineEdit>(u"Region"_s);
    AppFixture::scrollTo(region);
    region->setFocus();
    QTest::keyClick(region, Qt::Key_Tab); // it was looked at
    QVERIFY2(eventually([&] { return !said().contains(u"changed elsewhere"_s); }), qPrintable(said()));
}

// Read by a reload that found it under an edit of the same field, as by one of another field.
void TestSaveOutcome::whatOthersChangedOutlivesASaveThatFails()
{
    QJsonObject user = m_app->service().user(mrossi);
    const QString before = user.value("region"_L1).toString();
    user.insert("region"_L1, u"Sardegna"_s);
    user.insert("city"_L1, u"Nuoro"_s);
    QVERIFY(m_app->service().setUser(mrossi, user));
    m_app->typeInto(u"City"_s, u"Cagliari"_s);
    press(Qt::Key_F5, {});
    const auto says = [this](const QString &text) { return m_app->visibleTexts().contains(text); };
    const QString atRegion = u"Changed elsewhere; it was “%1”."_s.arg(before);
    const QString atCity = u"Also changed elsewhere, to “Nuoro”."_s;
    QVERIFY(eventually([&] { return says(atRegion) && says(atCity); }));
    m_app->service().failNext({.path = "/v1/auth/user", .status = 403});
    save();
    QVERIFY(eventually([this] { return m_app->messageText().contains(u"were not saved"_s); }));
    QVERIFY2(says(atRegion) && says(atCity), qPrintable(m_app->visibleTexts().join(u'\n')));
    m_app->typeInto(u"City"_s, u"Sassari"_s); // a save asks about it all the same
    QVERIFY(says(atCity));
    m_app->press(u"Undo City"_s);
    QVERIFY(eventually([&] { return !says(atCity); }));
}

void TestSaveOutcome::whatIsTornDownIsStillWhole_data()
{
    using Make = std::function<std::unique_ptr<QWidget>(AccountStack &)>;
    QTest::addColumn<Make>("make");
    QTest::addColumn<Focus>("focus");
    const Make page = [](AccountStack &open) { return std::make_unique<ProfilePage>(open.workspace().profile()); };
    const Make settings = [](AccountStack &open) {
        return std::make_unique<SettingsPage>(open.workspace().settings());
    };
    const Make view = [](AccountStack &open) { return std::make_unique<AccountView>(open.workspace()); };
    const Make window = [](AccountStack &open) {
        return std::make_unique<MainWindow>(open.workspaces(), open.services());
    };
    QTest::newRow("the profile") << page << Focus::Field;
    QTest::newRow("the settings") << settings << Focus::Cell;
    QTest::newRow("the account, in a field") << view << Focus::Field;
    QTest::newRow("the account, in a cell") << view << Focus::Cell;
    QTest::newRow("the account, in a message") << view << Focus::Message;
    QTest::newRow("the window, in a field") << window << Focus::Field;
    QTest::newRow("the window, in a cell") << window << Focus::Cell;
    QTest::newRow("the window, in a message") << window << Focus::Message;
}

// Destroying a widget takes the focus from the field inside, which may tell the edits something. Whoever listens to
// them must not be half destroyed by then; what it is still says so.
void TestSaveOutcome::whatIsTornDownIsStillWhole()
{
    QFETCH(const std::function<std::unique_ptr<QWidget>(AccountStack &)>, make);
    QFETCH(const Focus, focus);
    QJsonObject user = m_app->service().user(mrossi);
    user.insert("region"_L1, u"Sardegna"_s);
    QVERIFY(m_app->service().setUser(mrossi, user));
    DocumentEdits &edits = m_app->workspaces().current()->edits();
    edits.edit(Path::field(u"city"_s), u"Cagliari"_s);
    m_app->session().reload();
    QVERIFY(eventually([&] { return !edits.notice(Path::field(u"region"_s)).isEmpty(); }));

    auto torn = make(m_app->window().accounts());
    torn->show();
    torn->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(torn.get()));
    if (auto *view = partOf<AccountView>(*torn))
        view->setPage(focus == Focus::Cell ? AccountView::Settings : AccountView::Profile);
    if (focus == Focus::Cell) {
        auto *settings = partOf<SettingsPage>(*torn);
        settings->focusSetting(u"202"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F2);
        QTest::keyClicks(QApplication::focusWidget(), u"Ciao"_s);
        QVERIFY(settings->openEditor());
    } else if (focus == Focus::Message) {
        partOf<AccountView>(*torn)->messages().show(
            {.topic = Topic::Disk, .text = u"News"_s, .action = {u"Go"_s, [] {}}});
        m_app->find<QPushButton>(u"Go"_s, torn.get())->setFocus();
    } else {
        m_app->find<QLineEdit>(u"Region"_s, torn.get())->setFocus();
    }
    const QMetaObject *const whole = torn->metaObject();
    QWidget *const half = torn.get();
    QStringList told;
    connect(&edits, &DocumentEdits::changed, half,
            [&] { told << QString::fromLatin1(half->metaObject()->className()); });
    torn.reset();
    told.removeAll(QString::fromLatin1(whole->className()));
    QCOMPARE(told, QStringList());
}

void TestSaveOutcome::whatIsTakenBackWhileItSavesIsNoConflict_data()
{
    QTest::addColumn<bool>("another");
    QTest::newRow("nothing else") << false;
    QTest::newRow("another field is saved") << true;
}

// Who reverts has nothing to say about what others wrote there: “Keep mine” would bring the old value back.
void TestSaveOutcome::whatIsTakenBackWhileItSavesIsNoConflict()
{
    QFETCH(const bool, another);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    if (another)
        m_app->typeInto(u"Region"_s, u"Piemonte"_s);
    m_app->othersSave(u"city"_s, u"Napoli"_s);
    answerAfter(500);
    save();
    QVERIFY(m_app->session().isSaving());
    m_app->press(u"Undo City"_s);
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Roma"_s);
    QVERIFY(eventually([this] { return m_app->find<QLineEdit>(u"City"_s)->text() == "Napoli"_L1; }));
    answerAfter(0);
    QVERIFY(eventually([this] { return !m_app->session().isSaving() && !m_app->saveText().contains(u'1'); }));
    QTest::qWait(50);
    QVERIFY(!QApplication::activeModalWidget());
    QCOMPARE(city(), u"Napoli"_s);
    QCOMPARE(m_app->service().user(mrossi).value("region"_L1).toString() == "Piemonte"_L1, another);
    QCOMPARE(m_app->saveText(), another ? u"Saved"_s : u"No changes"_s);
}

void TestSaveOutcome::aConflictShowsWhatIsTypedMeanwhile()
{
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->othersSave(u"city"_s, u"Napoli"_s);
    answerAfter(1000);
    save();
    QTest::keyClicks(m_app->find<QLineEdit>(u"City"_s), u" Nord"_s);
    QVERIFY(m_app->session().isSaving());
    answerAfter(0);
    QVERIFY(eventually([this] { return m_app->saveText().contains(u"also changed elsewhere"_s); }));
    m_app->press(u"Decide…"_s);
    QDialog *conflict = m_app->conflict();
    QVERIFY(conflict);
    auto *table = m_app->find<QTableWidget>(u"Changed by both"_s, conflict);
    const QStringList shown{table->item(0, 1)->text(), table->item(0, 2)->text(), table->item(0, 3)->text()};
    QCOMPARE(shown, (QStringList{u"Torino Nord"_s, u"Napoli"_s, u"Roma"_s}));
    m_app->press(u"Keep mine"_s, conflict);
    m_app->press(u"Save"_s, conflict);
    QVERIFY(eventually([this, &shown] { return city() == shown.first(); }));
}

void TestSaveOutcome::aSaveAskedForDuringASaveFollowsIt()
{
    answerAfter(500);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    save();
    QVERIFY(m_app->session().isSaving());
    QTest::keyClicks(m_app->find<QLineEdit>(u"City"_s), u", centro"_s);
    save();
    answerAfter(0);
    QVERIFY(eventually([this] { return city() == "Torino, centro"_L1; }));
    QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 2);
}

void TestSaveOutcome::aSaveThatIsNotConfirmedIsNotFollowed_data()
{
    QTest::addColumn<bool>("carriedOut");
    QTest::addColumn<QString>("message");
    QTest::newRow("failed") << false << u"Your changes were not saved"_s;
    QTest::newRow("found later") << true << u"answered with an error, but"_s;
}

// What became of the first one is to be read before another one is sent.
void TestSaveOutcome::aSaveThatIsNotConfirmedIsNotFollowed()
{
    QFETCH(const bool, carriedOut);
    QFETCH(const QString, message);
    answerAfter(500);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->service().failNext({.method = "POST", .status = 500, .carriedOut = carriedOut});
    save();
    QVERIFY(m_app->session().isSaving());
    QTest::keyClicks(m_app->find<QLineEdit>(u"City"_s), u", centro"_s);
    save();
    answerAfter(0);
    QVERIFY(eventually([this] { return !m_app->session().isSaving(); }));
    QTest::qWait(100);
    QVERIFY2(m_app->messageText().contains(message), qPrintable(m_app->messageText()));
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 1);
    QCOMPARE(m_app->saveText(), u"1 change"_s);
}

// Of a hotel's network: there is no account to sign in to.
void TestSaveOutcome::aPageInTheWayIsTriedAgain()
{
    m_app->service().failNext(
        {.method = "GET", .status = 302, .headers = {{"Location", "http://portal.invalid/welcome"}}});
    press(Qt::Key_F5, {});
    QVERIFY(eventually([this] { return !m_app->messageText().isEmpty(); }));
    m_app->press(u"Try again"_s);
    QVERIFY(eventually([this] { return m_app->messageText().isEmpty(); }));
    QVERIFY(!m_app->dialog());
}

// A dialog that opens under somebody's hands takes what they type for a password, and Enter sends it.
void TestSaveOutcome::whoTypesWhenTheSessionEndsIsNotInterrupted()
{
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->service().expireTokens();
    answerAfter(500);
    save();
    QTest::keyClicks(m_app->find<QLineEdit>(u"City"_s), u", centro"_s);
    QVERIFY(eventually([this] { return m_app->session().state() == Session::State::Expired; }));
    answerAfter(0);
    QVERIFY(eventually([this] { return m_app->messageText().startsWith(u"Your session has ended."); }));
    QVERIFY(!m_app->dialog());
    QTest::keyClicks(QApplication::focusWidget(), u" storico"_s);
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Torino, centro storico"_s);
    m_app->press(u"Sign in again"_s);
    QVERIFY(m_app->isAsked());
    QVERIFY(m_app->signIn(u"lanyard"_s));
    QVERIFY(eventually([this] { return city() == "Torino, centro storico"_L1; }));
    QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
    QCOMPARE(m_app->messageText(), QString());
}

void TestSaveOutcome::quittingWaitsForTheSave()
{
    answerAfter(600);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    save();
    QVERIFY(m_app->session().isSaving());
    press(Qt::Key_Q);
    QVERIFY(eventually([this] { return box() != nullptr; }));
    QVERIFY2(box()->text().contains(u"quits when"_s), qPrintable(box()->text()));
    QVERIFY(eventually([this] { return !m_app->window().isVisible(); }));
    QCOMPARE(city(), u"Torino"_s);
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 1);
}

void TestSaveOutcome::quittingThatWaitsCanBeCancelled()
{
    answerAfter(600);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    save();
    press(Qt::Key_Q);
    QVERIFY(eventually([this] { return box() != nullptr; }));
    QTest::keyClick(box(), Qt::Key_Escape);
    QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
    QTest::qWait(100);
    QVERIFY(m_app->window().isVisible());
}

void TestSaveOutcome::quittingDoesNotFollowAFailedSave()
{
    answerAfter(400);
    m_app->service().failNext({.method = "POST", .status = 403});
    m_app->typeInto(u"City"_s, u"Torino"_s);
    save();
    press(Qt::Key_Q);
    QVERIFY(eventually([this] { return box() != nullptr; }));
    QVERIFY(eventually([this] { return m_app->messageText().contains(u"were not saved"_s); }));
    QVERIFY(!box());
    QVERIFY(m_app->window().isVisible());
}

// Asked while it saves, because more was typed; answered when everything is saved already.
void TestSaveOutcome::theQuestionGoesWhenAllIsSaved()
{
    answerAfter(600);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    save();
    m_app->typeInto(u"City"_s, u"Lecce"_s);
    press(Qt::Key_Q);
    QVERIFY(eventually([this] { return box() != nullptr; }));
    QVERIFY(box()->button(QMessageBox::Discard));
    m_app->press(u"Save"_s, box());
    QVERIFY2(eventually([this] { return !m_app->window().isVisible(); }),
             qPrintable(m_app->messageText() + m_app->saveText() + m_app->visibleTexts().join(u'\n')));
    QCOMPARE(city(), u"Lecce"_s);
}

// Somebody else has saved the same meanwhile, and the save reads it: "not saved yet" must not stand beside it.
void TestSaveOutcome::theQuestionGoesWhenNothingIsLeftToAskAbout()
{
    answerAfter(400);
    m_app->service().failNext({.method = "POST", .status = 204});
    m_app->typeInto(u"City"_s, u"Torino"_s);
    save();
    m_app->typeInto(u"City"_s, u"Lecce"_s);
    press(Qt::Key_Q);
    QVERIFY(eventually([this] { return box() != nullptr; }));
    QVERIFY(box()->button(QMessageBox::Discard));
    QVERIFY(eventually([this] { return m_app->service().count("POST", "/v1/auth/user") == 1; }));
    QJsonObject user = m_app->service().user(mrossi);
    user.insert("city"_L1, u"Lecce"_s);
    QVERIFY(m_app->service().setUser(mrossi, user));
    QVERIFY2(eventually([this] { return !m_app->window().isVisible(); }), qPrintable(m_app->messageText()));
    QVERIFY(!box());
}

void TestSaveOutcome::theQuestionNamesWhatIsBegun()
{
    m_app->typeInto(u"City"_s, u"Torino"_s);
    press(Qt::Key_Q);
    QVERIFY(eventually([this] { return box() != nullptr; }));
    QCOMPARE(box()->text(), u"Save changes to your profile before quitting?"_s);
    QCOMPARE(box()->informativeText(), u"If you do not save, 1 change will be lost."_s);
    QTest::keyClick(box(), Qt::Key_Escape);
    QVERIFY(eventually([this] { return !box(); }));
    m_app->press(u"Sign out"_s);
    QVERIFY(eventually([this] { return box() != nullptr; }));
    QCOMPARE(box()->text(), u"Save changes to your profile before signing out?"_s);
}

void TestSaveOutcome::theQuestionOffersNoSaveThatCannotBe()
{
    m_app->typeInto(u"Birth date"_s, u"18 Mar 1"_s);
    m_app->goTo(1);
    press(Qt::Key_Q);
    QVERIFY(eventually([this] { return box() != nullptr; }));
    QCOMPARE(box()->text(), u"1 value must be corrected before you can save. Quit without saving?"_s);
    m_app->press(u"Go to field"_s, box());
    QVERIFY(eventually([this] { return m_app->find<QLineEdit>(u"Birth date"_s)->hasFocus(); }));
    QVERIFY(m_app->window().isVisible());
}

} // namespace lanyard::testing

LANYARD_TEST(QApplication, lanyard::testing::TestSaveOutcome)

#include "tst_saveoutcome.moc"
