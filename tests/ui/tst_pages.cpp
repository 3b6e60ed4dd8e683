// The three pages: what is typed, marked, taken back, refused, found, copied and hidden again.
#include "core/account/userfields.h"
#include "tests/ui/desk.h"
#include "ui/apikeys/apikeyspage.h"
#include "ui/common/avatar.h"
#include "ui/common/savebar.h"
#include "ui/common/secretclipboard.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

QString settingValue(const QJsonObject &user, const QString &name)
{
    const QJsonArray settings = user.value("settings"_L1).toArray();
    for (const QJsonValue &setting : settings) {
        if (setting.toObject().value("name"_L1).toString() == name)
            return setting.toObject().value("value"_L1).toString();
    }
    return {};
}

QStringList shownKeys(const QTableView *table)
{
    QStringList texts;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        texts << table->model()->index(row, 1).data().toString();
    return texts;
}

} // namespace

class TestPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initialsHaveTheSameColourAtEveryStart();
    void init();
    void cleanup();
    void typingTheOldValueBackUnmarksTheField();
    void revertTakesBackOneOrAll();
    void aHalfTypedDateIsNotSavedAndSaysWhy();
    void anUnknownCountryIsKeptAsTyped();
    void aFieldThatTheServiceDidNotTakeSaysSo();
    void aFailedSaveKeepsEverythingAndCanBeTriedAgain();
    void anEndedSessionKeepsTheEditsAndGoesOnWithTheSave();
    void closingWithUnsavedChangesAsks();
    void closingWithoutChangesNeedsOneClick();
    void keysAreFoundByTextAndState();
    void statesStayReadableWhenTheDesktopTurnsDark();
    void aRevealedKeyHidesAgain();
    void nothingIsRevealedInPresentationMode();
    void aLockedScreenHidesAndClears();
    void settingsAreEditedByType();
    void aReadOnlySettingIsLocked();
    void theClipboardIsClearedOnlyWhileItIsOurs();
    void signingOutClearsTheClipboardAtOnce();
    void aKeyThatCannotBeSeenWholeIsCopiedWithAWarning();
    void twentyClicksAreOneSave();
    void aComputerThatSleptLooksAtItsSession();
    void aMillionCharactersGoBackWhole();

private:
    std::unique_ptr<Desk> m_desk;
};

void TestPages::init()
{
    m_desk = std::make_unique<Desk>();
    m_desk->start(u"mrossi"_s);
    QVERIFY(m_desk->signIn(u"lanyard"_s));
    m_desk->goTo(0);
}

void TestPages::cleanup()
{
    m_desk.reset();
}

void TestPages::typingTheOldValueBackUnmarksTheField()
{
    m_desk->typeInto(u"First name"_s, u"Marta"_s);
    QCOMPARE(m_desk->saveText(), u"1 change"_s);
    QVERIFY(m_desk->find<QToolButton>(u"Revert First name"_s));
    m_desk->typeInto(u"First name"_s, u"Maria"_s);
    QCOMPARE(m_desk->saveText(), u"No changes"_s);
    QVERIFY(!m_desk->findIfThere<QToolButton>(u"Revert First name"_s));
}

void TestPages::revertTakesBackOneOrAll()
{
    m_desk->typeInto(u"First name"_s, u"Marta"_s);
    m_desk->typeInto(u"City"_s, u"Milano"_s);
    m_desk->typeInto(u"Country"_s, u"France"_s);
    QCOMPARE(m_desk->saveText(), u"3 changes"_s);
    m_desk->press(u"Revert Country"_s);
    QCOMPARE(m_desk->find<QComboBox>(u"Country"_s)->currentText(), u"Italy"_s);
    QCOMPARE(m_desk->saveText(), u"2 changes"_s);
    m_desk->press(u"Revert"_s);
    QCOMPARE(m_desk->saveText(), u"No changes"_s);
    QCOMPARE(m_desk->find<QLineEdit>(u"First name"_s)->text(), u"Maria"_s);
    QCOMPARE(m_desk->find<QLineEdit>(u"City"_s)->text(), u"Roma"_s);
}

void TestPages::aHalfTypedDateIsNotSavedAndSaysWhy()
{
    m_desk->typeInto(u"First name"_s, u"Marta"_s);
    m_desk->typeInto(u"Birth date"_s, u"31/31/19"_s);
    QVERIFY(m_desk->visibleTexts().join(u' ').contains("This is not a date."_L1));
    m_desk->press(u"Save"_s);
    QTest::qWait(200);
    QCOMPARE(m_desk->service().count("POST", "/v1/auth/user"), 0);
    QCOMPARE(m_desk->find<QLineEdit>(u"Birth date"_s)->text(), u"31/31/19"_s);
    m_desk->typeInto(u"Birth date"_s, QString());
    m_desk->press(u"Save"_s);
    QVERIFY(eventually([this] { return m_desk->saveText() == "Saved"_L1; }));
    QVERIFY(m_desk->service().user(u"mrossi"_s).value("birthDate"_L1).isNull() ||
            m_desk->service().user(u"mrossi"_s).value("birthDate"_L1).isUndefined());
}

void TestPages::anUnknownCountryIsKeptAsTyped()
{
    m_desk->typeInto(u"Country"_s, u"Atlantis"_s);
    m_desk->press(u"Save"_s);
    QVERIFY(eventually([this] { return m_desk->saveText() == "Saved"_L1; }));
    QCOMPARE(m_desk->service().user(u"mrossi"_s).value("country"_L1).toString(), u"Atlantis"_s);
    QCOMPARE(m_desk->find<QComboBox>(u"Country"_s)->currentText(), u"Atlantis"_s);
}

void TestPages::aFieldThatTheServiceDidNotTakeSaysSo()
{
    ServiceOptions options = m_desk->service().options();
    options.ignoredMembers = QStringList{u"department"_s};
    m_desk->service().setOptions(options);
    m_desk->typeInto(u"First name"_s, u"Marta"_s);
    m_desk->typeInto(u"Department"_s, u"Research"_s);
    m_desk->press(u"Save"_s);
    QVERIFY(eventually([this] { return m_desk->messageText().contains("did not take 1 change"_L1); }));
    const QString texts = m_desk->visibleTexts().join(u" | "_s);
    QVERIFY2(texts.contains(u"The service kept “"), qPrintable(texts));
    QCOMPARE(m_desk->find<QLineEdit>(u"Department"_s)->text(), u"Research"_s);
    QCOMPARE(m_desk->saveText(), u"1 change"_s);
    QCOMPARE(m_desk->service().user(u"mrossi"_s).value("firstName"_L1).toString(), u"Marta"_s);
}

void TestPages::aFailedSaveKeepsEverythingAndCanBeTriedAgain()
{
    m_desk->typeInto(u"E-mail"_s, u"jkim@example.org"_s);
    ForcedAnswer fault;
    fault.method = "POST";
    fault.path = "/v1/auth/user";
    fault.status = 500;
    m_desk->service().failNext(fault);
    m_desk->press(u"Save"_s);
    QVERIFY(eventually([this] { return m_desk->messageText().contains("an internal error"_L1); }));
    QCOMPARE(m_desk->find<QLineEdit>(u"E-mail"_s)->text(), u"jkim@example.org"_s);
    QCOMPARE(m_desk->saveText(), u"1 change"_s);
    m_desk->press(u"Try again"_s);
    QVERIFY(eventually([this] { return m_desk->saveText() == "Saved"_L1; }));
    QCOMPARE(m_desk->service().user(u"mrossi"_s).value("email"_L1).toString(), u"jkim@example.org"_s);
}

void TestPages::anEndedSessionKeepsTheEditsAndGoesOnWithTheSave()
{
    m_desk->typeInto(u"City"_s, u"Torino"_s);
    m_desk->service().expireTokens();
    m_desk->press(u"Save"_s);
    QVERIFY(m_desk->isAsked());
    QCOMPARE(m_desk->find<QLineEdit>(u"City"_s)->text(), u"Torino"_s);
    QVERIFY(!m_desk->find<QLineEdit>(u"Username"_s, m_desk->dialog())->isEnabled());
    QVERIFY(m_desk->signIn(u"lanyard"_s));
    QVERIFY(eventually([this] { return m_desk->saveText() == "Saved"_L1; }));
    QCOMPARE(m_desk->service().user(u"mrossi"_s).value("city"_L1).toString(), u"Torino"_s);
}

void TestPages::closingWithUnsavedChangesAsks()
{
    m_desk->typeInto(u"City"_s, u"Torino"_s);
    m_desk->window().close();
    QMessageBox *box = nullptr;
    const auto isQuestioned = [&] { return (box = m_desk->window().findChild<QMessageBox *>()) != nullptr; };
    QVERIFY(eventually(isQuestioned));
    QVERIFY(m_desk->window().isVisible());
    QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
    QVERIFY(eventually([this] { return !m_desk->window().findChild<QMessageBox *>(); }));
    QVERIFY(m_desk->window().isVisible());
    m_desk->window().close();
    QVERIFY(eventually(isQuestioned));
    QTest::mouseClick(box->button(QMessageBox::Save), Qt::LeftButton);
    QVERIFY(eventually([this] { return !m_desk->window().isVisible(); }));
    QCOMPARE(m_desk->service().user(u"mrossi"_s).value("city"_L1).toString(), u"Torino"_s);
}

void TestPages::closingWithoutChangesNeedsOneClick()
{
    m_desk->window().close();
    QVERIFY(eventually([this] { return !m_desk->window().isVisible(); }));
}

void TestPages::keysAreFoundByTextAndState()
{
    m_desk->goTo(1);
    auto *table = m_desk->find<QTableView>(u"API keys"_s);
    QCOMPARE(table->model()->rowCount(), 9);
    m_desk->typeInto(u"Filter"_s, u"WRITE build"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    m_desk->typeInto(u"Filter"_s, u"api_"_s); // secrets are not searched
    QCOMPARE(table->model()->rowCount(), 0);
    m_desk->typeInto(u"Filter"_s, QString());
    auto *show = m_desk->find<QComboBox>(u"Show"_s);
    show->setFocus();
    QTest::keyClick(show, Qt::Key_End);
    QCOMPARE(table->model()->rowCount(), 3); // one expired, one revoked, one both
}

void TestPages::statesStayReadableWhenTheDesktopTurnsDark()
{
    m_desk->typeInto(u"Birth date"_s, u"31/31/1984"_s);
    const auto labels = m_desk->window().findChildren<QLabel *>();
    const auto notice = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().startsWith(u"This is not a date"_s);
    });
    QVERIFY(notice != labels.end());
    const auto lightness = [&] { return (*notice)->palette().color(QPalette::WindowText).lightnessF(); };
    QVERIFY(lightness() < 0.5F);
    const QPalette usual = QApplication::palette();
    const auto back = qScopeGuard([usual] { QApplication::setPalette(usual); });
    QApplication::setPalette(QPalette(QColor(0x3A, 0x3D, 0x42), QColor(0x2B, 0x2D, 0x31)));
    QVERIFY(eventually([&] { return lightness() > 0.5F; }));
    QApplication::setPalette(usual);
    QVERIFY(eventually([&] { return lightness() < 0.5F; }));
}

void TestPages::aRevealedKeyHidesAgain()
{
    m_desk->goTo(1);
    auto *table = m_desk->find<QTableView>(u"API keys"_s);
    const auto revealed = [table] { return shownKeys(table).filter(u"api_"_s).size(); };
    m_desk->press(u"Reveal"_s);
    QCOMPARE(revealed(), 1);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(revealed(), 0);
    m_desk->press(u"Reveal"_s);
    QCOMPARE(revealed(), 1);
    m_desk->goTo(0);
    QCOMPARE(revealed(), 0);

    m_desk->goTo(1);
    m_desk->press(u"Reveal"_s);
    QCOMPARE(revealed(), 1);
    QWidget other; // another window, which the window manager gives the focus to
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    QVERIFY(eventually([&] { return revealed() == 0; }));
    other.close();
    m_desk->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_desk->window()));

    m_desk->press(u"Reveal"_s);
    QCOMPARE(revealed(), 1);
    const auto timers = m_desk->window().apiKeysPage()->findChildren<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
    QCOMPARE(timers.size(), 1);
    QVERIFY(timers.first()->isActive());
    QCOMPARE(timers.first()->interval(), 20'000);
    timers.first()->setInterval(10); // twenty seconds have passed
    QVERIFY(eventually([&] { return revealed() == 0; }));
    QVERIFY(!m_desk->find<QPushButton>(u"Reveal"_s)->isChecked());
}

void TestPages::nothingIsRevealedInPresentationMode()
{
    m_desk->goTo(1);
    auto *table = m_desk->find<QTableView>(u"API keys"_s);
    m_desk->press(u"Reveal"_s);
    QCOMPARE(shownKeys(table).filter(u"api_"_s).size(), 1);
    const auto actions = m_desk->window().findChildren<QAction *>();
    const auto mode = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->text().remove(u'&') == "Presentation mode"_L1;
    });
    QVERIFY(mode != actions.end());
    (*mode)->trigger();
    QCOMPARE(shownKeys(table).filter(u"api_"_s).size(), 0);
    QVERIFY(!m_desk->find<QPushButton>(u"Reveal"_s)->isEnabled());
    (*mode)->trigger();
    QVERIFY(m_desk->find<QPushButton>(u"Reveal"_s)->isEnabled());
    QCOMPARE(shownKeys(table).filter(u"api_"_s).size(), 0);
}

void TestPages::aLockedScreenHidesAndClears()
{
    if (!qEnvironmentVariableIsSet("LANYARD_SESSION"))
        QSKIP("Sends on the session bus: run it under tests/support/session.sh.");
    m_desk->goTo(1);
    auto *table = m_desk->find<QTableView>(u"API keys"_s);
    m_desk->press(u"Copy key"_s);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"api_"_s));
    m_desk->press(u"Reveal"_s);
    QCOMPARE(shownKeys(table).filter(u"api_"_s).size(), 1);
    QDBusMessage locked = QDBusMessage::createSignal(u"/org/freedesktop/ScreenSaver"_s,
                                                     u"org.freedesktop.ScreenSaver"_s, u"ActiveChanged"_s);
    locked << true;
    QVERIFY(QDBusConnection::sessionBus().send(locked));
    QVERIFY(eventually([&] { return shownKeys(table).filter(u"api_"_s).isEmpty(); }));
    QVERIFY(eventually([] { return !QGuiApplication::clipboard()->text().startsWith(u"api_"_s); }));
}

void TestPages::settingsAreEditedByType()
{
    m_desk->goTo(2);
    auto *tree = m_desk->find<QTreeView>(u"Settings"_s);
    m_desk->typeInto(u"Filter"_s, u"days before"_s);
    m_desk->press(u"Edit value"_s);
    auto *number = tree->findChild<QLineEdit *>();
    QVERIFY(number);
    QTest::keyClicks(number, u"7"_s);
    QTest::keyClick(number, Qt::Key_Enter);
    QVERIFY(eventually([this] { return m_desk->saveText() == "1 change"_L1; }));

    m_desk->typeInto(u"Filter"_s, u"layout"_s);
    m_desk->press(u"Edit value"_s);
    QPlainTextEdit *text = nullptr;
    QVERIFY(eventually([&] { return (text = m_desk->findIfThere<QPlainTextEdit>(u"Layout of the licence table"_s)); }));
    text->setPlainText(u"{\"a\": 1}"_s);
    m_desk->press(u"OK"_s);
    QVERIFY(eventually([this] { return m_desk->saveText() == "2 changes"_L1; }));

    m_desk->press(u"Save"_s);
    QVERIFY(eventually([this] { return m_desk->saveText() == "Saved"_L1; }));
    const QJsonObject user = m_desk->service().user(u"mrossi"_s);
    QCOMPARE(settingValue(user, u"Days before expiry"_s), u"7"_s);
    QCOMPARE(settingValue(user, u"Layout of the licence table"_s), u"{\"a\": 1}"_s);
}

void TestPages::aReadOnlySettingIsLocked()
{
    m_desk->goTo(2);
    m_desk->typeInto(u"Filter"_s, u"data centre"_s);
    QVERIFY(!m_desk->find<QPushButton>(u"Edit value"_s)->isEnabled());
    QVERIFY(m_desk->visibleTexts().join(u' ').contains("cannot be changed here"_L1));
}

void TestPages::theClipboardIsClearedOnlyWhileItIsOurs()
{
    SecretClipboard keeper;
    keeper.setClearAfterSeconds(2);
    QSignalSpy cleared(&keeper, &SecretClipboard::cleared);
    QSignalSpy replaced(&keeper, &SecretClipboard::replaced);
    keeper.copy(Secret(QByteArrayView("api_CANARY")), u"Key"_s);
    QCOMPARE(QApplication::clipboard()->text(), u"api_CANARY"_s);
    QVERIFY(QApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
    QVERIFY(QApplication::clipboard()->text(QClipboard::Selection) != "api_CANARY"_L1);
    QVERIFY(eventually([&cleared] { return cleared.count() == 1; }));
    QVERIFY(QApplication::clipboard()->text().isEmpty());

    keeper.copy(Secret(QByteArrayView("api_CANARY")), u"Key"_s);
    QApplication::clipboard()->setText(u"something of the person's own"_s);
    QVERIFY(eventually([&replaced] { return replaced.count() == 1; }));
    QCOMPARE(QApplication::clipboard()->text(), u"something of the person's own"_s);
}

void TestPages::signingOutClearsTheClipboardAtOnce()
{
    ServiceOptions slow = m_desk->service().options();
    slow.latencyMs = 2000;
    m_desk->service().setOptions(slow);
    m_desk->goTo(1);
    m_desk->press(u"Copy key"_s);
    QVERIFY(!QApplication::clipboard()->text().isEmpty());
    m_desk->press(u"Sign out"_s);
    QCOMPARE(m_desk->session().state(), Session::State::SigningOut);
    QVERIFY(QApplication::clipboard()->text().isEmpty());
}

// What stands in it is what is copied, byte by byte; pasted into a terminal it would be a command.
void TestPages::aKeyThatCannotBeSeenWholeIsCopiedWithAWarning()
{
    QJsonObject user = m_desk->service().user(u"mrossi"_s);
    QJsonArray keys = user.value("apiKeys"_L1).toArray();
    QJsonObject key = keys.first().toObject();
    const QString text = u"api_1\u202E\nrm -rf x\n"_s;
    key.insert("key"_L1, text);
    keys.replace(0, key);
    user.insert("apiKeys"_L1, keys);
    m_desk->goTo(1);
    m_desk->press(u"Copy key"_s);
    QVERIFY(m_desk->messageText().isEmpty());
    QVERIFY(m_desk->service().setUser(u"mrossi"_s, user));
    QTest::keyClick(&m_desk->window(), Qt::Key_F5);
    QVERIFY(eventually([this, &text] {
        const QJsonArray now = m_desk->session().user().document().value("apiKeys"_L1).toArray();
        return now.first().toObject().value("key"_L1).toString() == text;
    }));
    m_desk->press(u"Copy key"_s);
    QCOMPARE(QApplication::clipboard()->text(), text);
    QVERIFY(m_desk->messageText().contains("do not paste it into a terminal"_L1));
}

void TestPages::twentyClicksAreOneSave()
{
    ServiceOptions slow = m_desk->service().options();
    slow.latencyMs = 100;
    m_desk->service().setOptions(slow);
    m_desk->typeInto(u"City"_s, u"Bari"_s);
    auto *save = m_desk->find<QPushButton>(u"Save"_s);
    for (int i = 0; i < 20; ++i) {
        QTest::mouseClick(save, Qt::LeftButton);
        QTest::keyClick(&m_desk->window(), Qt::Key_S, Qt::ControlModifier);
        QTest::qWait(10);
    }
    QVERIFY(eventually([this] { return m_desk->saveText() == "Saved"_L1; }));
    QCOMPARE(m_desk->service().count("POST", "/v1/auth/user"), 1);
    QCOMPARE(m_desk->service().count("GET", "/v1/auth/user"), 2); // the one of the sign-in, and the fresh read
}

void TestPages::aComputerThatSleptLooksAtItsSession()
{
    m_desk->typeInto(u"City"_s, u"Bari"_s);
    const int reads = m_desk->service().count("GET", "/v1/auth/user");
    m_desk->service().expireTokens();
    Q_EMIT m_desk->clockWatch().jumped();
    QVERIFY(eventually([this] { return m_desk->session().state() == Session::State::Expired; }));
    QCOMPARE(m_desk->service().count("GET", "/v1/auth/user"), reads + 1);
    QVERIFY(m_desk->messageText().contains(u"session has ended"_s));
    QCOMPARE(m_desk->find<QLineEdit>(u"City"_s)->text(), u"Bari"_s);
}

// In every text that the service takes at any length: shown with its size, not edited, and not touched by a save of
// something else.
void TestPages::aMillionCharactersGoBackWhole()
{
    QJsonObject user = m_desk->service().user(u"mrossi"_s);
    for (const UserField &field : userFields()) {
        const bool isFree = field.kind == FieldKind::Text || field.kind == FieldKind::MultiLine ||
                            field.kind == FieldKind::Phone || field.kind == FieldKind::Country;
        if (field.editable && isFree && field.key != "userName"_L1 && field.key != "city"_L1)
            user.insert(field.key, QString(1'000'000, u'x'));
    }
    QVERIFY(m_desk->service().setUser(u"mrossi"_s, user));
    const auto notes = [this] { return m_desk->session().user().document().value("notes"_L1).toString().size(); };
    QTest::keyClick(&m_desk->window(), Qt::Key_F5);
    QVERIFY(eventually([&] { return notes() == 1'000'000; }));
    QVERIFY(m_desk->find<QLineEdit>(u"Department"_s)->isReadOnly());
    QVERIFY(m_desk->find<QPlainTextEdit>(u"Notes"_s)->isReadOnly());
    m_desk->typeInto(u"City"_s, u"Bari"_s);
    m_desk->press(u"Save"_s);
    QVERIFY2(eventually([this] { return m_desk->saveText() == "Saved"_L1; }), qPrintable(m_desk->messageText()));
    QJsonObject expected = user;
    expected.insert("city"_L1, u"Bari"_s);
    QJsonObject now = m_desk->service().user(u"mrossi"_s);
    for (QJsonObject *document : {&now, &expected})
        document->remove("updatedAt"_L1);
    QVERIFY(now == expected);
}

// A number of an earlier run: a hash that is salted for each process would give another one here.
void TestPages::initialsHaveTheSameColourAtEveryStart()
{
    QCOMPARE(avatarColour(u"Maria Rossi"_s).hslHue(), 296);
    QVERIFY(avatarColour(u"Maria Rossi"_s) != avatarColour(u"Mario Rossi"_s));
}

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
