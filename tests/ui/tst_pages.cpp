// The three pages: what is typed, marked, taken back, refused, found, copied and hidden again.
#include "core/base/text.h"
#include "core/document/userfields.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "ui/account/accountview.h"
#include "ui/apikeys/keyactions.h"
#include "ui/common/avatar.h"
#include "ui/common/messagebar.h"
#include "ui/common/pagearea.h"
#include "ui/common/savebar.h"
#include "ui/common/secretclipboard.h"
#include "ui/look/icons.h"
#include "ui/look/plainlabel.h"
#include "ui/profile/pictureeditor.h"
#include "ui/profile/profilepage.h"

#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDialog>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QWheelEvent>
#include <QWindow>

#include <csignal>

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
    void aTextOfOneLineBeginsAtTheWindowsEdge_data();
    void aTextOfOneLineBeginsAtTheWindowsEdge();
    void theTextOfAButtonIsBesideItsIcon_data();
    void theTextOfAButtonIsBesideItsIcon();
    void theTextOfAButtonKeepsItsDirection();
    void theSizeOfAPictureIsReadInItsOrder();
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
    void aKeyTypedIntoTheFilterIsNamedAndNotRepeated();
    void aKeyThatIsStillHeldDoesNothingInTheWindowBehind_data();
    void aKeyThatIsStillHeldDoesNothingInTheWindowBehind();
    void aLockedScreenHidesAndClears();
    void settingsAreEditedByType();
    void aReadOnlySettingIsLocked();
    void theClipboardIsClearedOnlyWhileItIsOurs();
    void aSilentOwnerOfTheClipboardIsWaitedForOnce();
    void aKeyThatComesBackAlteredIsCleared_data();
    void aKeyThatComesBackAlteredIsCleared();
    void signingOutClearsTheClipboardAtOnce();
    void aKeyThatCannotBeSeenWholeIsCopiedWithAWarning();
    void twentyClicksAreOneSave();
    void anotherAccountIsShownAndLeavesThisOneAsItIs();
    void aComputerThatSleptLooksAtItsSession();
    void aMillionCharactersGoBackWhole();
    void aMessageIsAsWideAsThePageBelowIt_data();
    void aMessageIsAsWideAsThePageBelowIt();
    void theFieldInUseStaysWhereItIsWhenAMessageComesOrGoes();
    void theWheelOverAListAtItsTopLeavesThePage();
    void whatTheUserHasScrolledToStaysWhenTheFocusComesBack_data();
    void whatTheUserHasScrolledToStaysWhenTheFocusComesBack();
    void inALowWindowAMessageScrollsWithThePage();
    void nothingMovesByItselfUnderThePointer();
    void aRefusedFieldIsInSightWithItsReason_data();
    void aRefusedFieldIsInSightWithItsReason();

private:
    std::unique_ptr<AppFixture> m_app;
};

namespace {

// The columns of a picture in which something is drawn on its background, from left to right.
QList<int> inkOf(const QWidget &widget, const QRect &place)
{
    const QImage image = const_cast<QWidget &>(widget).grab(place).toImage();
    const int middle = image.height() / 2;
    const QRgb ground = image.pixel(image.width() - 1, 0);
    QList<int> columns;
    for (int x = 0; x < image.width(); ++x) {
        for (int y = middle - image.height() / 4; y < middle + image.height() / 4; ++y) {
            if (qAbs(qGray(image.pixel(x, y)) - qGray(ground)) > 60) {
                columns << x;
                break;
            }
        }
    }
    return columns;
}

// The direction that begins at the edge where the text is.
std::optional<Qt::LayoutDirection> edgeOf(const QWidget &label)
{
    const QList<int> ink = inkOf(label, label.rect());
    if (!ink.isEmpty() && ink.first() < 20)
        return Qt::LeftToRight;
    return !ink.isEmpty() && ink.last() > 380 ? std::optional(Qt::RightToLeft) : std::nullopt;
}

} // namespace

void TestPages::aTextOfOneLineBeginsAtTheWindowsEdge_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"Contact"_s, u"عنوان"_s}) {
        QTest::addRow("%s, left to right", qPrintable(text)) << Qt::LeftToRight << text;
        QTest::addRow("%s, right to left", qPrintable(text)) << Qt::RightToLeft << text;
    }
}

void TestPages::aTextOfOneLineBeginsAtTheWindowsEdge()
{
    QFETCH(const Qt::LayoutDirection, direction);
    QFETCH(const QString, text);
    const auto other = direction == Qt::RightToLeft ? Qt::LeftToRight : Qt::RightToLeft;
    for (const bool isWrapped : {false, true}) {
        PlainLabel label(text);
        label.setWordWrap(isWrapped);
        label.resize(400, 40);
        label.setLayoutDirection(direction);
        label.show();
        QVERIFY(QTest::qWaitForWindowExposed(&label));
        QCOMPARE(edgeOf(label), std::optional(direction));
        label.setLayoutDirection(other); // while it is shown
        QCOMPARE(edgeOf(label), std::optional(other));
    }
}

void TestPages::theTextOfAButtonIsBesideItsIcon_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft;
}

// In English its dots are at its right end, whatever the window's direction.
void TestPages::theTextOfAButtonKeepsItsDirection()
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    const auto restored = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
    const auto pictureOf = [](const QString &text) {
        QPushButton button(text);
        button.resize(200, 40);
        button.ensurePolished();
        return button.grab().toImage();
    };
    QCOMPARE(pictureOf(u"Choose picture…"_s), pictureOf(leftToRight(u"Choose picture…"_s)));
    QVERIFY(pictureOf(u"Choose picture…"_s) != pictureOf(u"…Choose picture"_s));
}

void TestPages::theSizeOfAPictureIsReadInItsOrder()
{
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QVERIFY(image.save(&buffer, "PNG"));
    const auto restored = qScopeGuard([usual = QLocale()] { QLocale::setDefault(usual); });
    for (const char *locale : {"en_US", "ar_EG"}) {
        QLocale::setDefault(QLocale(QLatin1StringView(locale)));
        PictureFieldEditor editor(userFields()[0], nullptr);
        editor.setValue(QString::fromLatin1(bytes.toBase64()));
        const QString size = editor.findChild<QPushButton *>()->toolTip();
        QVERIFY(size.contains(u'×'));
        // Three numbers, of which none is read as the beginning of the next: marked where the digits are Arabic.
        QCOMPARE(size.count(QChar(0x2068)), QLocale().zeroDigit() == "0"_L1 ? 0 : 3);
    }
}

void TestPages::theTextOfAButtonIsBesideItsIcon()
{
    QFETCH(const Qt::LayoutDirection, direction);
    // Of the application: a painter takes its direction from there, not from the widget.
    QApplication::setLayoutDirection(direction);
    const auto restored = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
    QWidget window;
    auto *button = new QPushButton(icon("signout"_L1), u"IIIIII"_s, &window);
    button->setGeometry(0, 0, 300, 40);
    window.resize(300, 40);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QList<int> ink = inkOf(*button, button->rect().adjusted(3, 8, -3, -8));
    QVERIFY(!ink.isEmpty());
    int widest = 0;
    for (int i = 1; i < ink.size(); ++i)
        widest = qMax(widest, ink.at(i) - ink.at(i - 1));
    QVERIFY2(widest < 20, qPrintable(QString::number(widest)));
}

void TestPages::init()
{
    m_app = std::make_unique<AppFixture>();
    m_app->start(u"mrossi"_s);
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->goTo(0);
}

void TestPages::cleanup()
{
    m_app.reset();
}

void TestPages::typingTheOldValueBackUnmarksTheField()
{
    m_app->typeInto(u"First name"_s, u"Marta"_s);
    QCOMPARE(m_app->saveText(), u"1 change"_s);
    QVERIFY(m_app->find<QToolButton>(u"Undo First name"_s));
    m_app->typeInto(u"First name"_s, u"Maria"_s);
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    QVERIFY(!m_app->findIfThere<QToolButton>(u"Undo First name"_s));
}

void TestPages::revertTakesBackOneOrAll()
{
    m_app->typeInto(u"First name"_s, u"Marta"_s);
    m_app->typeInto(u"City"_s, u"Milano"_s);
    m_app->typeInto(u"Country"_s, u"France"_s);
    QCOMPARE(m_app->saveText(), u"3 changes"_s);
    m_app->press(u"Undo Country"_s);
    QCOMPARE(m_app->find<QComboBox>(u"Country"_s)->currentText(), u"Italy"_s);
    QCOMPARE(m_app->saveText(), u"2 changes"_s);
    m_app->press(u"Discard changes"_s);
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    QCOMPARE(m_app->find<QLineEdit>(u"First name"_s)->text(), u"Maria"_s);
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Roma"_s);
}

void TestPages::aHalfTypedDateIsNotSavedAndSaysWhy()
{
    m_app->typeInto(u"First name"_s, u"Marta"_s);
    m_app->typeInto(u"Birth date"_s, u"31/31/19"_s);
    QVERIFY(m_app->visibleTexts().join(u' ').contains("This is not a date."_L1));
    m_app->press(u"Save"_s);
    QTest::qWait(200);
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 0);
    QCOMPARE(m_app->find<QLineEdit>(u"Birth date"_s)->text(), u"31/31/19"_s);
    m_app->typeInto(u"Birth date"_s, QString());
    m_app->press(u"Save"_s);
    QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
    QVERIFY(m_app->service().user(u"mrossi"_s).value("birthDate"_L1).isNull() ||
            m_app->service().user(u"mrossi"_s).value("birthDate"_L1).isUndefined());
}

void TestPages::anUnknownCountryIsKeptAsTyped()
{
    m_app->typeInto(u"Country"_s, u"Atlantis"_s);
    m_app->press(u"Save"_s);
    QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
    QCOMPARE(m_app->service().user(u"mrossi"_s).value("country"_L1).toString(), u"Atlantis"_s);
    QCOMPARE(m_app->find<QComboBox>(u"Country"_s)->currentText(), u"Atlantis"_s);
}

void TestPages::aFieldThatTheServiceDidNotTakeSaysSo()
{
    ServiceOptions options = m_app->service().options();
    options.ignoredMembers = QStringList{u"department"_s};
    m_app->service().setOptions(options);
    m_app->typeInto(u"First name"_s, u"Marta"_s);
    m_app->typeInto(u"Department"_s, u"Research"_s);
    m_app->press(u"Save"_s);
    QVERIFY(eventually([this] { return m_app->messageText().contains("did not take 1 change"_L1); }));
    const QString texts = m_app->visibleTexts().join(u" | "_s);
    QVERIFY2(texts.contains(u"The service kept “"), qPrintable(texts));
    QCOMPARE(m_app->find<QLineEdit>(u"Department"_s)->text(), u"Research"_s);
    QCOMPARE(m_app->saveText(), u"1 change"_s);
    QCOMPARE(m_app->service().user(u"mrossi"_s).value("firstName"_L1).toString(), u"Marta"_s);
}

void TestPages::aFailedSaveKeepsEverythingAndCanBeTriedAgain()
{
    m_app->typeInto(u"E-mail"_s, u"jkim@example.org"_s);
    ForcedAnswer fault;
    fault.method = "POST";
    fault.path = "/v1/auth/user";
    fault.status = 500;
    m_app->service().failNext(fault);
    m_app->press(u"Save"_s);
    QVERIFY(eventually([this] { return m_app->messageText().contains("an internal error"_L1); }));
    QCOMPARE(m_app->find<QLineEdit>(u"E-mail"_s)->text(), u"jkim@example.org"_s);
    QCOMPARE(m_app->saveText(), u"1 change"_s);
    m_app->press(u"Try again"_s);
    QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
    QCOMPARE(m_app->service().user(u"mrossi"_s).value("email"_L1).toString(), u"jkim@example.org"_s);
}

void TestPages::anEndedSessionKeepsTheEditsAndGoesOnWithTheSave()
{
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->service().expireTokens();
    m_app->press(u"Save"_s);
    QVERIFY(m_app->isAsked());
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Torino"_s);
    QVERIFY(!m_app->findIfThere<QLineEdit>(u"Username"_s, m_app->dialog())); // it is told, not asked for
    QVERIFY(m_app->signIn(u"lanyard"_s));
    QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
    QCOMPARE(m_app->service().user(u"mrossi"_s).value("city"_L1).toString(), u"Torino"_s);
}

void TestPages::closingWithUnsavedChangesAsks()
{
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->window().close();
    QMessageBox *box = nullptr;
    const auto isQuestioned = [&] { return (box = m_app->window().findChild<QMessageBox *>()) != nullptr; };
    QVERIFY(eventually(isQuestioned));
    QVERIFY(m_app->window().isVisible());
    m_app->press(u"Cancel"_s, box);
    QVERIFY(eventually([this] { return !m_app->window().findChild<QMessageBox *>(); }));
    QVERIFY(m_app->window().isVisible());
    m_app->window().close();
    QVERIFY(eventually(isQuestioned));
    m_app->press(u"Save"_s, box);
    QVERIFY(eventually([this] { return !m_app->window().isVisible(); }));
    QCOMPARE(m_app->service().user(u"mrossi"_s).value("city"_L1).toString(), u"Torino"_s);
}

void TestPages::closingWithoutChangesNeedsOneClick()
{
    m_app->window().close();
    QVERIFY(eventually([this] { return !m_app->window().isVisible(); }));
}

void TestPages::keysAreFoundByTextAndState()
{
    m_app->goTo(1);
    auto *table = m_app->find<QTableView>(u"API keys"_s);
    QCOMPARE(table->model()->rowCount(), 9);
    m_app->typeInto(u"Filter"_s, u"WRITE build"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    m_app->typeInto(u"Filter"_s, u"api_"_s); // secrets are not searched
    QCOMPARE(table->model()->rowCount(), 0);
    m_app->typeInto(u"Filter"_s, QString());
    auto *show = m_app->find<QComboBox>(u"Show"_s);
    show->setFocus();
    QTest::keyClick(show, Qt::Key_End);
    QCOMPARE(table->model()->rowCount(), 3); // one expired, one revoked, one both
}

void TestPages::statesStayReadableWhenTheDesktopTurnsDark()
{
    m_app->typeInto(u"Birth date"_s, u"31/31/1984"_s);
    const auto labels = m_app->window().findChildren<QLabel *>();
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
    m_app->goTo(1);
    auto *table = m_app->find<QTableView>(u"API keys"_s);
    const auto revealed = [table] { return shownKeys(table).filter(u"api_"_s).size(); };
    m_app->press(u"Reveal"_s);
    QCOMPARE(revealed(), 1);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(revealed(), 0);
    m_app->press(u"Reveal"_s);
    QCOMPARE(revealed(), 1);
    m_app->goTo(0);
    QCOMPARE(revealed(), 0);

    m_app->goTo(1);
    m_app->press(u"Reveal"_s);
    QCOMPARE(revealed(), 1);
    QWidget other; // another window, which the window manager gives the focus to
    other.show();
    QVERIFY(becomesActive(&other));
    QVERIFY(eventually([&] { return revealed() == 0; }));
    other.close();
    QVERIFY(becomesActive(&m_app->window()));

    m_app->press(u"Reveal"_s);
    QCOMPARE(revealed(), 1);
    const auto timers =
        m_app->window().findChild<KeyActions *>()->findChildren<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
    QCOMPARE(timers.size(), 1);
    QVERIFY(timers.first()->isActive());
    QCOMPARE(timers.first()->interval(), 20'000);
    timers.first()->setInterval(10); // twenty seconds have passed
    QVERIFY(eventually([&] { return revealed() == 0; }));
    QVERIFY(!m_app->find<QPushButton>(u"Reveal"_s)->isChecked());
}

void TestPages::nothingIsRevealedInPresentationMode()
{
    m_app->goTo(1);
    auto *table = m_app->find<QTableView>(u"API keys"_s);
    m_app->press(u"Reveal"_s);
    QCOMPARE(shownKeys(table).filter(u"api_"_s).size(), 1);
    QAction &mode = m_app->window().presentationMode();
    mode.trigger();
    QCOMPARE(shownKeys(table).filter(u"api_"_s).size(), 0);
    auto *reveal = m_app->find<QPushButton>(u"Reveal"_s);
    QVERIFY(!reveal->isEnabled());
    const auto *revealSecret = m_app->find<QAbstractButton>(u"Reveal client secret"_s);
    QVERIFY(!revealSecret->isEnabled());
    QCOMPARE(revealSecret->toolTip(), u"Presentation mode is on: nothing can be revealed."_s);
    QCOMPARE(reveal->toolTip(), u"Presentation mode is on: no key can be revealed."_s);
    QCOMPARE(reveal->accessibleDescription(), reveal->toolTip());
    mode.trigger();
    QVERIFY(reveal->isEnabled());
    QCOMPARE(reveal->toolTip(), QString());
    QCOMPARE(reveal->accessibleDescription(), u"Build server"_s);
    QCOMPARE(shownKeys(table).filter(u"api_"_s).size(), 0);
}

void TestPages::aKeyTypedIntoTheFilterIsNamedAndNotRepeated()
{
    m_app->goTo(1);
    const QJsonArray keys = m_app->service().user(u"mrossi"_s).value("apiKeys"_L1).toArray();
    const QString key = keys.first().toObject().value("key"_L1).toString();
    const QString name = keys.first().toObject().value("name"_L1).toString();
    QVERIFY(key.size() > 8 && !name.isEmpty());
    const auto isSaid = [this, &key] {
        const auto labels = m_app->window().findChildren<QLabel *>(); // a hidden one is read, too
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->text().contains(key); });
    };
    auto *filter = m_app->find<QLineEdit>(u"Filter"_s);
    filter->setText(key);
    QVERIFY2(m_app->visibleTexts().filter(u"This is the key “"_s + name).size() == 1,
             qPrintable(m_app->visibleTexts().join(u'|')));
    QVERIFY(!isSaid());
    filter->setText(u"x "_s + key);
    QString apart = key;
    for (qsizetype at = 4; at < apart.size(); at += 5)
        apart.insert(at, QChar(0x200B));
    // However it is written.
    for (const QString &form : {key, key.toUpper(), apart, QString(apart).replace(QChar(0x200B), u' '),
                                QString::fromLatin1(key.toUtf8().toBase64()), QString(key).replace(u'_', "%5F"_L1)}) {
        filter->setText(u"x "_s + form);
        QVERIFY2(m_app->visibleTexts().contains(u"No key matches “x •••”."_s),
                 qPrintable(m_app->visibleTexts().filter(u"matches"_s).join(u'|')));
        QVERIFY(!isSaid());
    }
    filter->setText(u"nothing"_s);
    filter->clear();
    const auto labels = m_app->window().findChildren<QLabel *>();
    QVERIFY(std::none_of(labels.begin(), labels.end(),
                         [](const QLabel *label) { return label->text().contains(u"No key matches"_s); }));
}

void TestPages::aKeyThatIsStillHeldDoesNothingInTheWindowBehind_data()
{
    QTest::addColumn<bool>("isMarked"); // as a repeat, by Qt
    QTest::newRow("repeats") << true;
    QTest::newRow("repeats over another window") << false;
}

void TestPages::aKeyThatIsStillHeldDoesNothingInTheWindowBehind()
{
    QFETCH(const bool, isMarked);
    m_app->goTo(0);
    auto *city = m_app->find<QLineEdit>(u"City"_s);
    city->clear();
    QDialog dialog(&m_app->window());
    auto *close = new QPushButton(u"Close it"_s, &dialog);
    connect(close, &QPushButton::pressed, &dialog, &QDialog::close);
    dialog.show();
    QVERIFY(becomesActive(&dialog));
    close->setFocus();
    const auto send = [](QEvent::Type type, bool isRepeat, quint64 at) {
        QKeyEvent key(type, Qt::Key_Space, Qt::NoModifier, u" "_s, isRepeat);
        key.setTimestamp(at);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &key);
    };
    send(QEvent::KeyPress, false, 1000);
    QVERIFY(becomesActive(&m_app->window()));
    city->setFocus();
    for (const quint64 at : {1500ULL, 1530ULL, 1560ULL}) {
        send(QEvent::KeyRelease, isMarked, at);
        send(QEvent::KeyPress, isMarked, at);
    }
    QCOMPARE(city->text(), QString());
    send(QEvent::KeyRelease, false, 1600);
    send(QEvent::KeyPress, false, 1700);
    send(QEvent::KeyPress, true, 2200);
    QCOMPARE(city->text(), u"  "_s);
}

void TestPages::aLockedScreenHidesAndClears()
{
    if (!qEnvironmentVariableIsSet("LANYARD_SESSION"))
        QSKIP("Sends on the session bus: run it under tests/support/session.sh.");
    m_app->goTo(1);
    auto *table = m_app->find<QTableView>(u"API keys"_s);
    m_app->press(u"Copy key"_s);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"api_"_s));
    m_app->press(u"Reveal"_s);
    QCOMPARE(shownKeys(table).filter(u"api_"_s).size(), 1);
    QDBusMessage locked = QDBusMessage::createSignal(u"/org/freedesktop/ScreenSaver"_s,
                                                     u"org.freedesktop.ScreenSaver"_s, u"ActiveChanged"_s);
    locked << true;
    QVERIFY(QDBusConnection::sessionBus().send(locked));
    constexpr int beforeTheyGoByThemselves = 15'000;
    QVERIFY(eventually([&] { return shownKeys(table).filter(u"api_"_s).isEmpty(); }, beforeTheyGoByThemselves));
    QVERIFY(eventually([] { return !QGuiApplication::clipboard()->text().startsWith(u"api_"_s); },
                       beforeTheyGoByThemselves));
}

void TestPages::settingsAreEditedByType()
{
    m_app->goTo(2);
    auto *tree = m_app->find<QTreeView>(u"Settings"_s);
    m_app->typeInto(u"Filter"_s, u"days before"_s);
    m_app->press(u"Edit value"_s);
    auto *number = tree->findChild<QLineEdit *>();
    QVERIFY(number);
    QTest::keyClicks(number, u"7"_s);
    QTest::keyClick(number, Qt::Key_Enter);
    QVERIFY(eventually([this] { return m_app->saveText() == "1 change"_L1; }));

    m_app->typeInto(u"Filter"_s, u"layout"_s);
    m_app->press(u"Edit value"_s);
    QPlainTextEdit *text = nullptr;
    QVERIFY(eventually([&] { return (text = m_app->findIfThere<QPlainTextEdit>(u"Layout of the licence table"_s)); }));
    text->setPlainText(u"{\"a\": 1}"_s);
    m_app->press(u"OK"_s);
    QVERIFY(eventually([this] { return m_app->saveText() == "2 changes"_L1; }));

    m_app->press(u"Save"_s);
    QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
    const QJsonObject user = m_app->service().user(u"mrossi"_s);
    QCOMPARE(settingValue(user, u"Days before expiry"_s), u"7"_s);
    QCOMPARE(settingValue(user, u"Layout of the licence table"_s), u"{\"a\": 1}"_s);
}

void TestPages::aReadOnlySettingIsLocked()
{
    m_app->goTo(2);
    m_app->typeInto(u"Filter"_s, u"data centre"_s);
    QVERIFY(!m_app->find<QPushButton>(u"Edit value"_s)->isEnabled());
    QVERIFY(m_app->visibleTexts().join(u' ').contains("cannot be changed here"_L1));
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
    QApplication::clipboard()->setText(u"something of the user's own"_s);
    QVERIFY(eventually([&replaced] { return replaced.count() == 1; }));
    QCOMPARE(QApplication::clipboard()->text(), u"something of the user's own"_s);
}

// Qt waits five seconds for it, as often as it is asked for one form of a text: the window stood still for half a
// minute.
void TestPages::aSilentOwnerOfTheClipboardIsWaitedForOnce()
{
    if (QGuiApplication::platformName() != "xcb"_L1)
        QSKIP("X11 alone asks the owner itself");
    SecretClipboard keeper;
    QSignalSpy replaced(&keeper, &SecretClipboard::replaced);
    keeper.copy(Secret(QByteArrayView("api_CANARY")), u"Key"_s);
    QProcess other;
    other.start(u"xclip"_s, {u"-quiet"_s, u"-selection"_s, u"clipboard"_s});
    other.write("something else");
    other.closeWriteChannel();
    QVERIFY(eventually([] { return !QApplication::clipboard()->ownsClipboard(); }));
    const auto pid = static_cast<pid_t>(other.processId());
    QCOMPARE(::kill(pid, SIGSTOP), 0);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(eventually([&replaced] { return replaced.count() == 1; }));
    const qint64 waited = timer.restart();
    QVERIFY(QApplication::clipboard()->mimeData()->formats().isEmpty());
    const qint64 once = timer.elapsed();
    ::kill(pid, SIGKILL);
    other.waitForFinished();
    QVERIFY2(waited < 2 * once, qPrintable(u"%1 ms, beside %2"_s.arg(waited).arg(once)));
}

void TestPages::aKeyThatComesBackAlteredIsCleared_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("back");
    QTest::addColumn<bool>("isOurs");
    const QString nul = u"api_CANARY"_s + QChar::Null + u"end"_s;
    QTest::newRow("as it was") << u"api_CANARY"_s << u"api_CANARY"_s << true;
    QTest::newRow("without its line break") << u"api_CANARY\n"_s << u"api_CANARY"_s << true;
    QTest::newRow("with a line break") << u"api_CANARY"_s << u"api_CANARY\n"_s << true;
    QTest::newRow("with another line break") << u"api_\r\nCANARY\r\n"_s << u"api_\nCANARY"_s << true;
    QTest::newRow("up to a NUL") << nul << u"api_CANARY"_s << true;
    QTest::newRow("another key") << u"api_CANARY"_s << u"api_CANARIES"_s << false;
    QTest::newRow("only the part behind a NUL") << nul << u"end"_s << false;
}

// As clipboard managers give it back.
void TestPages::aKeyThatComesBackAlteredIsCleared()
{
    QFETCH(const QString, key);
    QFETCH(const QString, back);
    QFETCH(const bool, isOurs);
    SecretClipboard keeper;
    keeper.copy(Secret::fromText(key), u"Key"_s);
    QApplication::clipboard()->setText(back);
    keeper.clearNow();
    QCOMPARE(QApplication::clipboard()->text(), isOurs ? QString() : back);
    if (!isOurs)
        return;
    QApplication::clipboard()->setText(back); // it is brought back
    QVERIFY(eventually([&back] { return QApplication::clipboard()->text() != back; }));
}

void TestPages::signingOutClearsTheClipboardAtOnce()
{
    ServiceOptions slow = m_app->service().options();
    slow.latencyMs = 2000;
    m_app->service().setOptions(slow);
    m_app->goTo(1);
    m_app->press(u"Copy key"_s);
    QVERIFY(!QApplication::clipboard()->text().isEmpty());
    m_app->press(u"Sign out"_s);
    QCOMPARE(m_app->session().state(), Session::State::SigningOut);
    QVERIFY(QApplication::clipboard()->text().isEmpty());
}

// What stands in it is what is copied, byte by byte; pasted into a terminal it would be a command.
void TestPages::aKeyThatCannotBeSeenWholeIsCopiedWithAWarning()
{
    QJsonObject user = m_app->service().user(u"mrossi"_s);
    QJsonArray keys = user.value("apiKeys"_L1).toArray();
    QJsonObject key = keys.first().toObject();
    const QString text = u"api_1\u202E\nrm -rf x\n"_s;
    key.insert("key"_L1, text);
    keys.replace(0, key);
    user.insert("apiKeys"_L1, keys);
    m_app->goTo(1);
    m_app->press(u"Copy key"_s);
    const auto warns = [this] {
        return m_app->visibleTexts().join(u'\n').contains(u"Do not paste it into a terminal"_s);
    };
    QVERIFY(!warns());
    QVERIFY(m_app->service().setUser(u"mrossi"_s, user));
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    QVERIFY(eventually([this, &text] {
        const QJsonArray now = m_app->session().user().document().value("apiKeys"_L1).toArray();
        return now.first().toObject().value("key"_L1).toString() == text;
    }));
    m_app->press(u"Copy key"_s);
    QCOMPARE(QApplication::clipboard()->text(), text);
    QVERIFY(warns());
}

void TestPages::twentyClicksAreOneSave()
{
    ServiceOptions slow = m_app->service().options();
    slow.latencyMs = 100;
    m_app->service().setOptions(slow);
    m_app->typeInto(u"City"_s, u"Bari"_s);
    auto *save = m_app->find<QPushButton>(u"Save"_s);
    for (int i = 0; i < 20; ++i) {
        QTest::mouseClick(save, Qt::LeftButton);
        QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
        QTest::qWait(10);
    }
    QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 1);
    QCOMPARE(m_app->service().count("GET", "/v1/auth/user"), 2); // the one of the sign-in, and the fresh read
}

void TestPages::aComputerThatSleptLooksAtItsSession()
{
    m_app->typeInto(u"City"_s, u"Bari"_s);
    const int reads = m_app->service().count("GET", "/v1/auth/user");
    m_app->service().expireTokens();
    Q_EMIT m_app->clockWatch().jumped();
    QVERIFY(eventually([this] { return m_app->session().state() == Session::State::Expired; }));
    QCOMPARE(m_app->service().count("GET", "/v1/auth/user"), reads + 1);
    QVERIFY(m_app->messageText().contains(u"session has ended"_s));
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Bari"_s);
}

// In every text that the service takes at any length: shown with its size, not edited, and not touched by a save of
// something else.
void TestPages::aMillionCharactersGoBackWhole()
{
    QJsonObject user = m_app->service().user(u"mrossi"_s);
    for (const UserField &field : userFields()) {
        const bool isFree = field.kind == FieldKind::Text || field.kind == FieldKind::MultiLine ||
                            field.kind == FieldKind::Phone || field.kind == FieldKind::Country;
        if (field.editable && isFree && field.key != "userName"_L1 && field.key != "city"_L1)
            user.insert(field.key, QString(1'000'000, u'x'));
    }
    QVERIFY(m_app->service().setUser(u"mrossi"_s, user));
    const auto notes = [this] { return m_app->session().user().document().value("notes"_L1).toString().size(); };
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    QVERIFY(eventually([&] { return notes() == 1'000'000; }));
    QVERIFY(m_app->find<QLineEdit>(u"Department"_s)->isReadOnly());
    QVERIFY(m_app->find<QPlainTextEdit>(u"Notes"_s)->isReadOnly());
    m_app->typeInto(u"City"_s, u"Bari"_s);
    m_app->press(u"Save"_s);
    QVERIFY2(eventually([this] { return m_app->saveText() == "Saved"_L1; }), qPrintable(m_app->messageText()));
    QJsonObject expected = user;
    expected.insert("city"_L1, u"Bari"_s);
    QJsonObject now = m_app->service().user(u"mrossi"_s);
    for (QJsonObject *document : {&now, &expected})
        document->remove("updatedAt"_L1);
    QVERIFY(now == expected);
}

void TestPages::anotherAccountIsShownAndLeavesThisOneAsItIs()
{
    MainWindow &window = m_app->window();
    Workspaces &open = m_app->workspaces();
    Workspace &first = *open.current();
    const AccountView *view = &window.account();
    m_app->typeInto(u"City"_s, u"Bari"_s);
    m_app->typeInto(u"Birth date"_s, u"31/31/19"_s);
    m_app->goTo(2);
    const QString title = window.windowTitle();
    const auto isUndoPossible = [&window] {
        const auto actions = window.menuBar()->findChildren<QAction *>();
        return std::any_of(actions.begin(), actions.end(), [](const QAction *action) {
            return action->shortcut() == QKeySequence(QKeySequence::Undo) && action->isEnabled();
        });
    };
    QVERIFY(isUndoPossible());

    Workspace &second = open.open();
    open.setCurrent(second);
    QVERIFY(&window.account() != view && !view->isVisible());
    QCOMPARE(window.windowTitle(), u"Lanyard"_s);
    QVERIFY(!isUndoPossible() && !m_app->find<QPushButton>(u"Sign out"_s)->isEnabled());
    QVERIFY(!m_app->visibleTexts().join(u'\n').contains("Updated at"_L1));
    second.edits().edit(Path::field(u"city"_s), u"Roma"_s);
    QVERIFY(isUndoPossible());

    open.setCurrent(first);
    QVERIFY(&window.account() == view && view->isVisible());
    QCOMPARE(window.windowTitle(), title);
    QVERIFY(m_app->find<QTreeView>(u"Settings"_s));
    m_app->goTo(0);
    QCOMPARE(m_app->find<QLineEdit>(u"Birth date"_s)->text(), u"31/31/19"_s);
    QVERIFY(m_app->visibleTexts().join(u'\n').contains("Updated at"_L1));

    open.setCurrent(second);
    open.close(second);
    QVERIFY(&window.account() == view && view->isVisible() && isUndoPossible());
}

// A number of an earlier run: a hash that is salted for each process would give another one here.
void TestPages::initialsHaveTheSameColourAtEveryStart()
{
    QCOMPARE(avatarColour(u"Maria Rossi"_s).hslHue(), 296);
    QVERIFY(avatarColour(u"Maria Rossi"_s) != avatarColour(u"Mario Rossi"_s));
}

void TestPages::aMessageIsAsWideAsThePageBelowIt_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {560, 900, 1270}) // one field a line, one column, and more than that is wide
        QTest::addRow("%d", width) << width;
}

void TestPages::aMessageIsAsWideAsThePageBelowIt()
{
    QFETCH(const int, width);
    m_app->window().messages().show({.topic = Topic::Save, .level = Message::Level::Error, .text = u"It failed."_s});
    m_app->window().resize(width, 700);
    const auto *bar = m_app->window().findChild<MessageBar *>();
    const auto *form = m_app->window().findChild<ProfilePage *>();
    QVERIFY(bar && form);
    const auto sides = [this](const QWidget *widget, const QRect &place) {
        const int left = widget->mapTo(&m_app->window(), place.topLeft()).x();
        return std::pair(left, left + place.width());
    };
    QVERIFY(eventually([&] {
        return m_app->window().width() == width && bar->isVisible() &&
               sides(bar, bar->rect()) == sides(form, form->form());
    }));
    m_app->goTo(1);
    const auto *list = m_app->find<QTableView>(u"API keys"_s);
    QVERIFY(eventually([&] { return sides(bar, bar->rect()).first == sides(list, list->rect()).first; }));
    m_app->goTo(0);
    QVERIFY(eventually([&] { return sides(bar, bar->rect()) == sides(form, form->form()); }));
}

void TestPages::theFieldInUseStaysWhereItIsWhenAMessageComesOrGoes()
{
    m_app->window().resize(900, 500);
    m_app->typeInto(u"Region"_s, u"Lombardia"_s);
    auto *field = m_app->find<QLineEdit>(u"Region"_s);
    const auto place = [&] { return field->mapTo(&m_app->window(), QPoint(0, 0)).y(); };
    QVERIFY(eventually([&] { return m_app->saveText() == "1 change"_L1; }));
    const int before = place();
    MessageQueue &messages = m_app->window().messages();
    const auto *bar = m_app->window().findChild<MessageBar *>();
    messages.show({.topic = Topic::Save, .level = Message::Level::Error, .text = u"It failed."_s});
    QVERIFY(eventually([&] { return bar->isVisible(); }));
    QTest::qWait(100);
    QCOMPARE(place(), before);
    messages.settle(Topic::Save);
    QVERIFY(eventually([&] { return !bar->isVisible(); }));
    QTest::qWait(100);
    QCOMPARE(place(), before);
    // At the upper edge it moves, as a whole, with its label.
    QScrollBar *scroll = m_app->window().findChild<ProfilePage *>()->verticalScrollBar();
    scroll->setValue(scroll->value() + place() - bar->parentWidget()->mapTo(&m_app->window(), QPoint(0, 0)).y());
    messages.show({.topic = Topic::Save, .level = Message::Level::Error, .text = u"It failed."_s});
    QVERIFY(eventually([&] { return bar->isVisible(); }));
    const auto labels = m_app->window().findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->buddy() == field)
            QVERIFY(eventually([&] { return label->visibleRegion().boundingRect() == label->rect(); }));
    }
}

// Neither to the header that the message covers, nor for good where the keys have led there.
void TestPages::theWheelOverAListAtItsTopLeavesThePage()
{
    m_app->window().resize(1000, 700);
    m_app->goTo(1);
    auto *table = m_app->find<QTableView>(u"API keys"_s);
    const auto *bar = m_app->window().findChild<MessageBar *>();
    const auto place = [&] { return table->mapTo(&m_app->window(), QPoint(0, 0)).y(); };
    const int before = place();
    m_app->window().messages().show({.topic = Topic::Save, .level = Message::Level::Error, .text = u"It failed."_s});
    VERIFY_EVENTUALLY(bar->isVisible() && place() == before);
    PageArea *area = nullptr;
    for (QWidget *around = table; !area; around = around->parentWidget())
        area = qobject_cast<PageArea *>(around);
    COMPARE_EVENTUALLY(area->verticalScrollBar()->value(), area->verticalScrollBar()->maximum());
    QVERIFY(area->verticalScrollBar()->value() > 0);
    table->verticalScrollBar()->setValue(0);
    QWindow *window = m_app->window().windowHandle();
    const auto turnUp = [&] {
        const QPoint middle = table->viewport()->mapTo(&m_app->window(), table->viewport()->rect().center());
        QWheelEvent wheel(middle, window->mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&wheel); // Qt offers no other to the parents
        QCoreApplication::instance()->notify(window, &wheel);
    };
    for (int turn = 0; turn < 3; ++turn) {
        turnUp();
        QTest::qWait(20);
    }
    QCOMPARE(place(), before);
    area->verticalScrollBar()->setValue(0);
    m_app->goTo(2);
    m_app->goTo(1);
    COMPARE_EVENTUALLY(place(), before);
}

void TestPages::whatTheUserHasScrolledToStaysWhenTheFocusComesBack_data()
{
    QTest::addColumn<QString>("button");
    for (const auto &button : {u"Close message"_s, u"Try again"_s, u"Discard changes"_s})
        QTest::newRow(qPrintable(button)) << button;
}

// As soon as the user types there, it is in sight again.
void TestPages::whatTheUserHasScrolledToStaysWhenTheFocusComesBack()
{
    QFETCH(const QString, button);
    m_app->window().resize(900, 500);
    m_app->typeInto(u"Title"_s, u"Dr"_s);
    auto *field = m_app->find<QLineEdit>(u"Title"_s);
    const auto *bar = m_app->window().findChild<MessageBar *>();
    const bool isMessage = button != "Discard changes"_L1;
    if (isMessage) {
        const Message::Action again{.text = u"Try again"_s, .run = [] {}};
        m_app->window().messages().show(
            {.topic = Topic::Save, .level = Message::Level::Error, .text = u"It failed."_s, .action = again});
        VERIFY_EVENTUALLY(bar->isVisible());
    }
    QTest::qWait(100);
    QScrollBar *scroll = m_app->window().findChild<ProfilePage *>()->verticalScrollBar();
    scroll->setValue(scroll->maximum() * 3 / 4);
    auto *seen = m_app->find<QLineEdit>(u"Region"_s);
    const auto place = [&] { return seen->mapTo(&m_app->window(), QPoint(0, 0)).y(); };
    const int before = place();
    QVERIFY(field->visibleRegion().isEmpty());
    auto *pressed = m_app->find<QAbstractButton>(button);
    pressed->setFocus(Qt::MouseFocusReason); // as the pointer does
    m_app->press(button);
    VERIFY_EVENTUALLY(field->hasFocus());
    VERIFY_EVENTUALLY(bar->isVisible() != isMessage);
    QTest::qWait(100);
    QCOMPARE(place(), before);
    QTest::keyClicks(field, u"a"_s);
    VERIFY_EVENTUALLY(!field->visibleRegion().isEmpty());
}

void TestPages::inALowWindowAMessageScrollsWithThePage()
{
    m_app->window().resize(640, 280);
    m_app->typeInto(u"Region"_s, u"Lombardia"_s);
    const auto isWhole = [](const QWidget *widget) { return widget->visibleRegion().boundingRect() == widget->rect(); };
    const Message::Action again{.text = u"Try again"_s, .run = [] {}};
    m_app->window().messages().show(
        {.topic = Topic::Save, .level = Message::Level::Error, .text = u"It failed."_s, .action = again});
    const auto *bar = m_app->window().findChild<MessageBar *>();
    QVERIFY(eventually([&] { return bar->isVisible() && isWhole(bar); }));
    auto *field = m_app->find<QLineEdit>(u"Region"_s);
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"!"_s);
    QVERIFY(eventually([&] { return isWhole(field); }));
    QVERIFY(!isWhole(bar));
    m_app->window().resize(900, 700);
    QVERIFY(eventually([&] { return isWhole(bar); }));
}

// A click would hit another row of the list: information does not leave while the user points at the page.
void TestPages::nothingMovesByItselfUnderThePointer()
{
    m_app->goTo(1);
    auto *table = m_app->find<QTableView>(u"API keys"_s);
    const auto *bar = m_app->window().findChild<MessageBar *>();
    MessageQueue &messages = m_app->window().messages();
    constexpr int brieflyMs = 200; // a movement of the pointer comes late on a busy machine
    messages.findChild<QTimer *>()->setInterval(brieflyMs);
    const auto show = [&] { messages.show({.topic = Topic::Export, .text = u"It was written."_s}); };
    const auto point = [](QWidget *at, const QPoint &place) { QCursor::setPos(at->mapToGlobal(place)); };
    point(table->viewport(), QPoint(40, 20));
    VERIFY_EVENTUALLY(table->underMouse());
    show();
    VERIFY_EVENTUALLY(bar->isVisible());
    QTest::qWait(4 * brieflyMs);
    QVERIFY(bar->isVisible());
    QTest::keyClick(table, Qt::Key_Down); // the pointer lies there, and nobody uses it
    VERIFY_EVENTUALLY(!bar->isVisible());
    show();
    VERIFY_EVENTUALLY(bar->isVisible());
    VERIFY_EVENTUALLY(!bar->isVisible());
    point(table->viewport(), QPoint(42, 24));
    QTest::qWait(brieflyMs);
    show();
    VERIFY_EVENTUALLY(bar->isVisible());
    QTest::qWait(4 * brieflyMs);
    QVERIFY(bar->isVisible());
    QTest::keyClick(&m_app->window(), Qt::Key_F1); // a dialog comes and goes, over a pointer that nobody moves
    QDialog *sheet = m_app->dialogCalled(u"Keyboard shortcuts"_s);
    QVERIFY(sheet);
    QTest::keyClick(sheet, Qt::Key_Escape);
    VERIFY_EVENTUALLY(table->underMouse());
    show();
    VERIFY_EVENTUALLY(!bar->isVisible());
    point(table->viewport(), QPoint(40, 20));
    QTest::qWait(brieflyMs);
    show();
    QTest::qWait(4 * brieflyMs);
    QVERIFY(bar->isVisible());
    point(m_app->window().statusBar(), QPoint(10, 5));
    VERIFY_EVENTUALLY(!bar->isVisible());
}

void TestPages::aRefusedFieldIsInSightWithItsReason_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("isFromTop");
    for (const QSize size : {QSize(560, 300), QSize(640, 340), QSize(900, 420), QSize(1240, 360)}) {
        QTest::addRow("%d high, where it was typed", size.height()) << size << false;
        QTest::addRow("%d high, from the top", size.height()) << size << true;
    }
}

// Its label, its editor and the whole of the sentence below it, which appears with the save.
void TestPages::aRefusedFieldIsInSightWithItsReason()
{
    QFETCH(const QSize, size);
    QFETCH(const bool, isFromTop);
    m_app->window().resize(size);
    m_app->typeInto(u"Birth date"_s, u"31/3"_s);
    if (isFromTop) {
        m_app->find<QLineEdit>(u"First name"_s)->setFocus();
        m_app->window().findChild<ProfilePage *>()->verticalScrollBar()->setValue(0);
    }
    auto *field = m_app->find<QLineEdit>(u"Birth date"_s);
    QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
    const auto isWhole = [](const QWidget *one) { return one->visibleRegion().boundingRect() == one->rect(); };
    const auto labels = m_app->window().findChildren<QLabel *>();
    const auto isSeen = [&](auto &&isIt) {
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && isIt(label) && isWhole(label); });
    };
    VERIFY_EVENTUALLY(field->hasFocus() && isWhole(field) &&
                      isSeen([field](const QLabel *label) { return label->buddy() == field; }) &&
                      isSeen([](const QLabel *label) { return label->text().startsWith("Day, month or year"_L1); }));
}

LANYARD_TEST(QApplication, TestPages)
#include "tst_pages.moc"
