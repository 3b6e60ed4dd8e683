// The main job, whole, in the real window: sign in, edit, save, copy a key, restart, sign out.
#include "app/firstpaint.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "ui/apikeys/apikeyspage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QImage>
#include <QJsonArray>
#include <QLineEdit>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

// With the default values written, those come back too where nothing stood: they mean the same.
bool isDefault(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || value == QJsonValue(0) || value == QJsonValue(false) ||
           value == QJsonValue(QString()) || value == QJsonValue(QJsonArray());
}

// The members that differ, those of settings as settings/<id>/<member>.
QStringList differences(const QJsonObject &before, const QJsonObject &after, const QString &prefix = {})
{
    QStringList paths;
    QStringList keys = before.keys() + after.keys();
    keys.removeDuplicates();
    for (const QString &key : std::as_const(keys)) {
        const QJsonValue a = before.value(key);
        const QJsonValue b = after.value(key);
        if (a == b || (isDefault(a) && isDefault(b)))
            continue;
        if (!a.isArray() || !b.isArray() || a.toArray().size() != b.toArray().size()) {
            paths << prefix + key;
            continue;
        }
        for (qsizetype i = 0; i < a.toArray().size(); ++i) {
            const QJsonObject element = a.toArray().at(i).toObject();
            paths << differences(element, b.toArray().at(i).toObject(),
                                 u"%1%2/%3/"_s.arg(prefix, key, element.value("id"_L1).toVariant().toString()));
        }
    }
    paths.removeAll(u"updatedAt"_s);
    paths.removeAll(u"lastLogIn"_s);
    paths.sort();
    return paths;
}

// Notes what is shown as a window of its own, however short.
class ShownWindows : public QObject
{
public:
    ShownWindows() { qApp->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() == QEvent::Show && widget && widget->isWindow())
            names << QString::fromLatin1(widget->metaObject()->className());
        return QObject::eventFilter(watched, event);
    }

    QStringList names;
};

// A part of a window.
class PaintNoting : public QWidget
{
public:
    PaintNoting(QStringList &order, QWidget &window) : QWidget(&window), m_order(order) {}

protected:
    void paintEvent(QPaintEvent * /*event*/) override { m_order << u"painted"_s; }

private:
    QStringList &m_order;
};

bool isWayland()
{
    return QGuiApplication::platformName() == "wayland"_L1;
}

// Wayland lets a program have the clipboard only with a key or a click that the compositor has seen.
bool typeForReal(AppFixture &desk, const QStringList &keys)
{
    return eventually([&desk] { return QGuiApplication::focusWindow() == desk.window().windowHandle(); }) &&
           QProcess::execute(u"wtype"_s, keys) == 0;
}

// What another program is given, as the compositor hands it over; the program answers meanwhile.
QByteArray pastedByAnotherProgram(const QStringList &arguments)
{
    QProcess paste;
    paste.start(u"wl-paste"_s, arguments);
    if (!eventually([&paste] { return paste.state() == QProcess::NotRunning; }))
        paste.kill();
    return paste.readAllStandardOutput();
}

// The program hands over what it has copied when its event loop comes to it, and the compositor what it was handed.
bool anotherProgramPastes(const QByteArray &text, const QStringList &arguments = {})
{
    QByteArray pasted;
    const bool isThere = eventually([&] {
        pasted = pastedByAnotherProgram(arguments + QStringList{u"--no-newline"_s});
        return pasted == text;
    });
    if (!isThere)
        qWarning() << "pasted" << pasted.size() << "bytes in place of" << text.size();
    return isThere;
}

void putPictureOnClipboard()
{
    QImage picture(900, 600, QImage::Format_RGB32);
    picture.fill(Qt::darkCyan);
    QApplication::clipboard()->setImage(picture);
}

} // namespace

class TestMainJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    // A save takes over what is half typed: an editor that was closed by Enter is not closed again.
    void init() { QTest::failOnWarning(QRegularExpression(u"does not belong to this view"_s)); }
    void isDoneInTheWindow_data();
    void isDoneInTheWindow();
    void aRestartNeedsNoQuestion();
    void aStartShowsNothingButItsWindow();
    void whatIsForLaterComesAfterTheFirstPaint();
    void whatIsForLaterComesAlsoIfNothingIsPainted();

private:
    static void editProfile(AppFixture &desk);
    static void editFirstBooleanSetting(AppFixture &desk);
    static void copyFirstKey(AppFixture &desk, const QString &userName);

    QProcess m_keyboard;
};

// A virtual keyboard is there as long as the program that brings it, and the focus with it: one stays.
void TestMainJob::initTestCase()
{
    if (isWayland())
        m_keyboard.start(u"wtype"_s, {u"-s"_s, u"600000"_s});
}

void TestMainJob::cleanupTestCase()
{
    m_keyboard.kill();
    m_keyboard.waitForFinished();
}

void TestMainJob::isDoneInTheWindow_data()
{
    QTest::addColumn<QString>("userName");
    QTest::addColumn<QString>("password"); // empty: with the first key of the account
    QTest::addColumn<bool>("writeDefaults");
    QTest::addColumn<bool>("hasSettings");
    QTest::newRow("rich account") << u"mrossi"_s << u"lanyard"_s << false << true;
    QTest::newRow("sparse account") << u"admin"_s << u"admin"_s << false << false;
    QTest::newRow("with an API key") << u"mrossi"_s << QString() << false << true;
    QTest::newRow("a service that writes defaults") << u"mrossi"_s << u"lanyard"_s << true << true;
    QTest::newRow("sparse account, defaults written") << u"admin"_s << u"admin"_s << true << false;
}

void TestMainJob::isDoneInTheWindow()
{
    QFETCH(QString, userName);
    QFETCH(QString, password);
    QFETCH(bool, writeDefaults);
    QFETCH(bool, hasSettings);
    ServiceOptions options;
    options.writeDefaults = writeDefaults;
    AppFixture desk(options);
    desk.start(userName);
    const QString key =
        desk.service().user(userName).value("apiKeys"_L1).toArray().at(0).toObject().value("key"_L1).toString();
    QVERIFY(password.isEmpty() ? desk.signInWithKey(key) : desk.signIn(password));

    const QJsonObject before = desk.service().user(userName);
    editProfile(desk);
    if (hasSettings)
        editFirstBooleanSetting(desk);
    QTest::keyClick(&desk.window(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY2(eventually([&desk] { return desk.saveText() == "Saved"_L1; }),
             qPrintable(desk.saveText() + desk.messageText()));

    const QJsonObject after = desk.service().user(userName);
    QStringList expected{u"birthDate"_s, u"country"_s, u"countryCode"_s, u"firstName"_s, u"image"_s, u"notes"_s};
    if (hasSettings)
        expected << u"settings/204/value"_s;
    QCOMPARE(differences(before, after), expected);
    QCOMPARE(after.value("birthDate"_L1).toString(), u"1990-12-31T00:00:00Z"_s);
    QCOMPARE(after.value("countryCode"_L1).toString(), u"JP"_s);
    QCOMPARE(after.value("firstName"_L1).toString(), u"Giulia"_s);

    copyFirstKey(desk, userName);
    desk.press(u"Sign out"_s);
    QVERIFY(desk.isAsked());
    QVERIFY(desk.keychain().entries().isEmpty());
    QCOMPARE(desk.service().count("POST", "/v1/auth/logout"), password.isEmpty() ? 0 : 1);
    QVERIFY(QApplication::clipboard()->text().isEmpty());
    if (isWayland())
        QVERIFY(anotherProgramPastes({}));
}

void TestMainJob::editProfile(AppFixture &desk)
{
    desk.goTo(0);
    desk.typeInto(u"First name"_s, u"Giulia"_s);
    desk.typeInto(u"Birth date"_s, u"1990-12-31"_s);
    desk.typeInto(u"Country"_s, u"Japan"_s);
    if (QWidget *countries = QApplication::activePopupWidget())
        QTest::keyClick(countries, Qt::Key_Escape);
    desk.typeInto(u"Notes"_s, u"Call after nine."_s);
    putPictureOnClipboard();
    desk.choose(u"Change picture"_s, u"Paste picture"_s);
    QCOMPARE(desk.saveText(), u"5 changes"_s);
}

void TestMainJob::editFirstBooleanSetting(AppFixture &desk)
{
    desk.goTo(2);
    auto *tree = desk.find<QTreeView>(u"Settings"_s);
    desk.typeInto(u"Filter"_s, u"weekly"_s);
    desk.press(u"Edit value"_s);
    auto *box = tree->findChild<QCheckBox *>();
    QVERIFY(box);
    QTest::keyClick(box, Qt::Key_Space);
    QTest::keyClick(box, Qt::Key_Enter);
}

void TestMainJob::copyFirstKey(AppFixture &desk, const QString &userName)
{
    desk.goTo(1);
    QSignalSpy copied(desk.window().findChild<ApiKeysPage *>(), &ApiKeysPage::copyRequested);
    auto *table = desk.find<QTableView>(u"API keys"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
    if (isWayland())
        QVERIFY(typeForReal(desk, {u"-M"_s, u"ctrl"_s, u"c"_s, u"-m"_s, u"ctrl"_s}));
    else
        desk.press(u"Copy key"_s);
    QVERIFY(eventually([&copied] { return copied.count() == 1; }));
    QString key; // as the service has it
    const QString name = table->model()->index(0, 0).data().toString();
    const QJsonArray keys = desk.service().user(userName).value("apiKeys"_L1).toArray();
    for (const QJsonValue &one : keys) {
        if (one["name"_L1].toString() == name)
            key = one["key"_L1].toString();
    }
    QVERIFY(key.size() > 8);
    QCOMPARE(QApplication::clipboard()->text(), key);
    QCOMPARE(QApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
    QVERIFY(QApplication::clipboard()->text(QClipboard::Selection) != key);
    if (!isWayland()) // e2e_main_job asks from outside there
        return;
    QVERIFY(anotherProgramPastes(key.toUtf8()));
    QVERIFY(anotherProgramPastes("secret", {u"--type"_s, u"x-kde-passwordManagerHint"_s}));
}

void TestMainJob::aRestartNeedsNoQuestion()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(desk.isKept());
    QCOMPARE(desk.keychain().entries().size(), 1);
    desk.quit();

    desk.startWith({});
    QVERIFY(desk.isSignedIn());
    QCOMPARE(desk.window().windowTitle(), u"Maria Rossi — Lanyard"_s);
    QCOMPARE(desk.service().count("POST", "/v1/auth/login"), 1);
}

// A part that is shown before it is in its place is a window, for as long as that takes, and costs what a window does.
void TestMainJob::aStartShowsNothingButItsWindow()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(desk.isKept());
    desk.quit();

    const ShownWindows shown;
    desk.startWith({});
    QVERIFY(desk.isSignedIn());
    QCOMPARE(shown.names, QStringList{u"lanyard::MainWindow"_s});
}

void TestMainJob::whatIsForLaterComesAfterTheFirstPaint()
{
    QStringList order;
    QWidget window;
    auto *inside = new PaintNoting(order, window);
    inside->resize(window.size());
    constexpr int neverMs = 60'000;
    afterFirstPaint(
        window, [&order] { order << u"later"_s; }, neverMs);
    QCoreApplication::processEvents();
    QVERIFY(order.isEmpty());
    window.show();
    QVERIFY(eventually([&order] { return order.contains(u"later"_s); }));
    QCOMPARE(order.first(), u"painted"_s);
    QCOMPARE(order.count(u"later"_s), 1);
}

void TestMainJob::whatIsForLaterComesAlsoIfNothingIsPainted()
{
    bool isCalled = false;
    QWidget hidden;
    afterFirstPaint(hidden, [&isCalled] { isCalled = true; });
    QVERIFY(eventually([&isCalled] { return isCalled; }));
}

LANYARD_TEST(QApplication, TestMainJob)
#include "tst_mainjob.moc"
