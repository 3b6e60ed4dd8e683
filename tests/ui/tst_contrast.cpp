#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "tests/ui/desktops.h"
#include "tests/ui/readability.h"
#include "ui/account/conflictdialog.h"
#include "ui/account/conflicttable.h"
#include "ui/accounts/accountmenu.h"
#include "ui/common/messagebar.h"
#include "ui/common/savebar.h"
#include "ui/look/card.h"
#include "ui/look/contrast.h"
#include "ui/look/icons.h"
#include "ui/look/outlines.h"
#include "ui/look/primarybutton.h"
#include "ui/look/segmentbar.h"
#include "ui/sidebar.h"
#include "ui/signin/signindialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>

#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QTableView>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

#include <map>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

// Of the row that was played: nothing that is hard to read.
#define VERIFY_READ()                                                                                                  \
    do {                                                                                                               \
        qInfo("%s: least contrast %s", QTest::currentDataTag(), qPrintable(m_readability.worst()));                    \
        QVERIFY2(m_unreadable.isEmpty(), qPrintable(m_unreadable.join(u'\n')));                                        \
    } while (false)

// Everything that can be read and every mark of a state, as it is painted on the screen, in the colours of usual
// desktops: also of one that changes while everything is shown.
class TestContrast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void coloursAreMadeReadable_data();
    void coloursAreMadeReadable();
    void separatorsAreSeen();
    void edgesAreSeenInHighContrast();
    void whatCannotBeUsedIsSeenInHighContrast();
    void aSelectedIconIsSeenBehindAnotherWindow();
    void aSelectionIsSeenBehindAnotherWindow();
    void textsAreReadBehindAnotherWindow_data();
    void textsAreReadBehindAnotherWindow();
    void thatNothingIsChangedIsSaidQuietly_data() { everythingCanBeRead_data(); }
    void thatNothingIsChangedIsSaidQuietly();
    void theChosenSegmentIsSeen_data() { everythingCanBeRead_data(); }
    void theChosenSegmentIsSeen();
    void everythingCanBeRead_data();
    void everythingCanBeRead();
    void anAppearanceIsFollowedAtOnceAndGivenBack();
    void dialogsCanBeRead_data() { everythingCanBeRead_data(); }
    void dialogsCanBeRead();
    void theSignInCanBeRead_data() { everythingCanBeRead_data(); }
    void theSignInCanBeRead();
    void theAccountsCanBeRead_data() { everythingCanBeRead_data(); }
    void theAccountsCanBeRead();

private:
    using Part = std::pair<QString, std::function<void()>>;
    void addAccounts();
    void begin();
    void lookAtEach(QWidget *window, int desktop, const QList<Part> &parts);
    void look(const QString &where);

    AccountService m_second;
    std::unique_ptr<AppFixture> m_app;
    QPointer<QWidget> m_window; // that is looked at
    Readability m_readability;
    QStringList m_unreadable;
};

void TestContrast::initTestCase()
{
    // The desktop that the program is started in counts as much as one that it changes to.
    QApplication::setPalette(desktops().at(2).palette);
    m_app = std::make_unique<AppFixture>();
    const QPalette atStart = QApplication::palette();
    QVERIFY(contrast(atStart.color(QPalette::PlaceholderText), atStart.color(QPalette::Base)) >= TextContrast);
    QVERIFY(contrast(atStart.color(QPalette::HighlightedText), atStart.color(QPalette::Highlight)) >= TextContrast);
    m_app->start(u"mrossi"_s);
    QVERIFY(m_app->signIn(u"lanyard"_s));
    addAccounts();
    m_app->window().resize(1300, 900);
    m_app->typeInto(u"City"_s, u"Torino"_s); // marks, buttons
    QTest::qWait(400);                       // a button to clear it fades in
}

// One that needs the user, and one that is signed out.
void TestContrast::addAccounts()
{
    Workspaces &workspaces = m_app->workspaces();
    QVERIFY(m_second.start());
    auto ended = workspaces.make();
    Session &session = ended->session();
    session.signIn({.server = m_second.address(), .userName = mrossi, .secret = Secret::fromText(u"lanyard")});
    QVERIFY(eventually([&session] { return session.state() == Session::State::SignedIn; }));
    workspaces.insert(std::move(ended));
    workspaces.setCurrent(workspaces.at(0));
    m_second.expireTokens();
    session.reload();
    QVERIFY(eventually([&session] { return session.state() == Session::State::Expired; }));
    SavedAccount known;
    known.origin = Origin::parse(u"https://licences.example.org"_s).value();
    known.userName = u"jkim"_s;
    workspaces.open().setAccount(known);
    QVERIFY(becomesActive(&m_app->window()));
}

void TestContrast::cleanupTestCase()
{
    m_app.reset();
}

void TestContrast::coloursAreMadeReadable_data()
{
    QTest::addColumn<QColor>("wanted");
    QTest::addColumn<QColor>("background");
    QTest::newRow("grey on white") << QColor(0xA0, 0xA0, 0xA0) << QColor(Qt::white);
    QTest::newRow("grey on grey") << QColor(0x80, 0x80, 0x80) << QColor(0x80, 0x80, 0x80);
    QTest::newRow("black on black") << QColor(Qt::black) << QColor(Qt::black);
    QTest::newRow("red on red") << QColor(Qt::red) << QColor(0xD0, 0x20, 0x20);
    QTest::newRow("enough already") << QColor(0x20, 0x20, 0x20) << QColor(Qt::white);
}

void TestContrast::coloursAreMadeReadable()
{
    QFETCH(const QColor, wanted);
    QFETCH(const QColor, background);
    const QColor made = readable(wanted, background);
    QVERIFY(contrast(made, background) >= TextContrast);
    if (contrast(wanted, background) >= AimedContrast)
        QCOMPARE(made, wanted);
}

namespace {

QColor pixelOf(QWidget &widget, QPoint place)
{
    return widget.grab().toImage().pixelColor(place);
}

} // namespace

// Windows paints a selection almost as light as the list, in a window that is not used. An icon keeps its colour.
void TestContrast::aSelectedIconIsSeenBehindAnotherWindow()
{
    const QPalette before = QApplication::palette();
    QPalette pale = desktops().first().palette;
    pale.setColor(QPalette::Inactive, QPalette::Highlight, QColor(0xF0, 0xF0, 0xF0));
    pale.setColor(QPalette::Inactive, QPalette::HighlightedText, Qt::black);
    QApplication::setPalette(pale);
    const QPalette shown = QApplication::palette();
    const QImage drawn = icon("key"_L1).pixmap(QSize(64, 64), QIcon::Selected).toImage();
    QApplication::setPalette(before);
    QColor mark;
    for (int x = 0; x < drawn.width() && mark.alpha() < 255; ++x)
        mark = drawn.pixelColor(x, drawn.height() / 2);
    const QColor ground = shown.color(QPalette::Inactive, QPalette::Highlight);
    QVERIFY(contrast(mark, ground) >= MarkContrast);
    QVERIFY(contrast(shown.color(QPalette::Inactive, QPalette::HighlightedText), ground) >= TextContrast);
}

// A dark Windows gives it the window's colour: the page that is open, and the row in a list without the focus.
void TestContrast::aSelectionIsSeenBehindAnotherWindow()
{
    const QPalette before = QApplication::palette();
    for (const Desktop &desktop : desktops()) {
        QPalette lost = desktop.palette;
        lost.setColor(QPalette::Inactive, QPalette::Highlight, lost.color(QPalette::Window));
        lost.setColor(QPalette::Inactive, QPalette::HighlightedText, lost.color(QPalette::WindowText));
        QApplication::setPalette(lost);
        const QPalette shown = QApplication::palette();
        QApplication::setPalette(before);
        const QColor selected = shown.color(QPalette::Inactive, QPalette::Highlight);
        for (const auto ground : {QPalette::Window, QPalette::Base})
            QVERIFY2(contrast(selected, shown.color(QPalette::Inactive, ground)) >= 1.2, desktop.name.data());
        QVERIFY(contrast(shown.color(QPalette::Inactive, QPalette::HighlightedText), selected) >= TextContrast);
    }
}

void TestContrast::textsAreReadBehindAnotherWindow_data()
{
    QTest::addColumn<int>("desktop");
    QTest::addColumn<double>("least");
    QTest::newRow("light") << 0 << AimedContrast;
    QTest::newRow("of high contrast") << static_cast<int>(desktops().size()) - 1 << HighTextContrast;
}

// With Qt 6.8, GTK's theme paints them as what cannot be used: also the pages' names while the focus is in a page.
void TestContrast::textsAreReadBehindAnotherWindow()
{
    QFETCH(const int, desktop);
    QFETCH(const double, least);
    const QPalette before = QApplication::palette();
    QPalette faint = desktops().at(desktop).palette;
    const std::pair<QPalette::ColorRole, QPalette::ColorRole> texts[] = {{QPalette::WindowText, QPalette::Window},
                                                                         {QPalette::Text, QPalette::Base},
                                                                         {QPalette::ButtonText, QPalette::Button}};
    for (const auto &[role, ground] : texts) {
        const QColor behind = faint.color(QPalette::Inactive, ground);
        faint.setColor(QPalette::Inactive, role, mixed(faint.color(QPalette::Active, role), behind, 0.6F));
    }
    QApplication::setPalette(faint);
    const QPalette shown = QApplication::palette();
    QApplication::setPalette(before);
    for (const auto &[role, ground] : texts)
        QVERIFY(contrast(shown.color(QPalette::Inactive, role), shown.color(QPalette::Inactive, ground)) >= least);
}

// Some themes have them as light as the window, as all of these desktops have here.
void TestContrast::separatorsAreSeen()
{
    for (const Desktop &desktop : desktops()) {
        const QColor separator = separatorColour(desktop.palette);
        QVERIFY2(contrast(separator, desktop.palette.color(QPalette::Window)) >= 1.3, desktop.name.data());
    }
}

void TestContrast::edgesAreSeenInHighContrast()
{
    const QPalette before = QApplication::palette();
    QApplication::setPalette(desktops().last().palette);
    const QColor window = QApplication::palette().color(QPalette::Window);
    Card card;
    QListView list;
    QScrollBar bar(Qt::Vertical);
    bar.setPageStep(100); // its handle is in the upper half
    for (QWidget *widget : {static_cast<QWidget *>(&card), static_cast<QWidget *>(&list)}) {
        widget->resize(200, 200);
        QVERIFY(contrast(pixelOf(*widget, {100, 0}), window) >= MarkContrast);
    }
    SaveBar saving;
    saving.resize(700, saving.sizeHint().height());
    QVERIFY(contrast(pixelOf(saving, {100, 0}), window) >= MarkContrast);
    QMenu accounts;
    Sidebar sidebar(accounts);
    sidebar.resize(200, 300);
    QVERIFY(contrast(pixelOf(sidebar, {sidebar.width() - 1, 150}), window) >= MarkContrast);
    bar.resize(20, 200);
    QVERIFY(contrast(pixelOf(bar, {10, 50}), window) >= MarkContrast);
    QVERIFY(contrast(QApplication::palette().color(QPalette::PlaceholderText), window) >= 7);
    for (const Tone tone : {Tone::Good, Tone::Warning, Tone::Bad, Tone::Quiet})
        QVERIFY(contrast(toneColour(tone, window), window) >= 7);
    QApplication::setPalette(before);
}

void TestContrast::whatCannotBeUsedIsSeenInHighContrast()
{
    const QPalette before = QApplication::palette();
    const auto back = qScopeGuard([&before] { QApplication::setPalette(before); });
    QApplication::setPalette(desktops().last().palette);
    const QColor window = QApplication::palette().color(QPalette::Window);
    QPushButton usual(u"Undo change"_s);
    QPushButton primary(u"Sign in"_s);
    makePrimary(primary);
    for (QPushButton *button : {&usual, &primary}) {
        button->setEnabled(false);
        button->resize(button->sizeHint());
        QVERIFY(contrast(pixelOf(*button, {button->width() / 2, 0}), window) >= MarkContrast);
        const QRect inside = button->rect().adjusted(4, 4, -4, -4);
        const QImage text = button->grab(inside).toImage();
        double most = 1;
        for (int y = 0; y < text.height(); ++y) {
            for (int x = 0; x < text.width(); ++x)
                most = qMax(most, contrast(text.pixelColor(x, y), window));
        }
        QVERIFY2(most >= 4, qPrintable(QString::number(most)));
    }
}

// By its colour and by its edge.
void TestContrast::thatNothingIsChangedIsSaidQuietly()
{
    QFETCH(const int, desktop);
    begin();
    QApplication::setPalette(desktops().at(desktop).palette);
    m_window = &m_app->window();
    const auto *said = m_app->window().account().findChild<SaveBar *>()->findChild<QLabel *>();
    const auto colour = [said] { return said->palette().color(said->foregroundRole()); };
    const auto behind = [said] { return said->palette().color(QPalette::Window); };
    m_app->goTo(0);
    m_app->press(u"Discard changes"_s);
    COMPARE_EVENTUALLY(m_app->saveText(), u"No changes"_s);
    COMPARE_EVENTUALLY(behind(), QApplication::palette().color(QPalette::Window));
    const double quiet = contrast(colour(), behind());
    look(u"Nothing changed"_s);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    COMPARE_EVENTUALLY(m_app->saveText(), u"1 change"_s);
    QVERIFY(quiet >= TextContrast);
    QVERIFY(quiet < contrast(colour(), behind()) || isOfHighContrast(QApplication::palette()));
    VERIFY_READ();
}

void TestContrast::theChosenSegmentIsSeen()
{
    QFETCH(const int, desktop);
    const QPalette before = QApplication::palette();
    const auto back = qScopeGuard([&before] { QApplication::setPalette(before); });
    QApplication::setPalette(desktops().at(desktop).palette);
    SegmentBar bar;
    bar.addTab(u"Password"_s);
    bar.addTab(u"API key"_s);
    bar.resize(bar.sizeHint());
    const QImage seen = bar.grab().toImage();
    const QRect chosen = bar.tabRect(0);
    const QRect other = bar.tabRect(1);
    const auto fill = [&seen](const QRect &segment) {
        return seen.pixelColor(segment.left() + 6, segment.center().y());
    };
    double most = 1;
    for (int y = 0; y < chosen.height() / 3; ++y)
        most = qMax(most, contrast(seen.pixelColor(chosen.center().x(), y), fill(other)));
    QVERIFY2(most >= MarkContrast, qPrintable(QString::number(most)));
    QVERIFY(fill(chosen).hsvSaturation() > 100);
}

void TestContrast::everythingCanBeRead_data()
{
    QTest::addColumn<int>("desktop");
    // One after the other in one window: each row is a switch while everything is shown.
    for (int i = 0; i < static_cast<int>(desktops().size()); ++i)
        QTest::newRow(desktops().at(i).name.data()) << i;
    QTest::newRow("and back to light") << 1;
}

void TestContrast::everythingCanBeRead()
{
    QFETCH(const int, desktop);
    begin();
    m_window = &m_app->window();
    const Message::Level levels[] = {Message::Level::Info, Message::Level::Warning, Message::Level::Error};
    MessageQueue &messages = m_app->window().messages();
    messages.show({.topic = Topic::Save,
                   .level = levels[desktop % 3],
                   .text = u"Something was said before the colours changed."_s,
                   .action = {u"Do it"_s, [] {}},
                   .stays = true});
    QApplication::setPalette(desktops().at(desktop).palette);
    m_app->goTo(0);
    look(u"Profile"_s);
    for (const Message::Level level : levels) {
        messages.show({.topic = Topic::Save, .level = level, .text = u"Something happened."_s, .stays = true});
        look(u"Message %1"_s.arg(static_cast<int>(level)));
    }
    m_app->goTo(1);
    look(u"API keys"_s);
    m_app->find<QTableView>(u"API keys"_s)->selectAll();
    look(u"API keys, selected"_s);
    m_app->goTo(2);
    look(u"Settings"_s);
    VERIFY_READ();
}

void TestContrast::begin()
{
    m_unreadable.clear();
    m_readability = {};
}

// Each part as it is shown in the colours of one desktop, then while the desktop changes to the row's.
void TestContrast::lookAtEach(QWidget *window, int desktop, const QList<Part> &parts)
{
    QVERIFY(window);
    m_window = window;
    const int other = (desktop + 2) % static_cast<int>(desktops().size());
    for (const auto &[name, show] : parts) {
        QApplication::setPalette(desktops().at(other).palette);
        show();
        QTest::qWait(10);
        QApplication::setPalette(desktops().at(desktop).palette);
        look(u"%1, %2"_s.arg(window->windowTitle(), name));
    }
}

void TestContrast::dialogsCanBeRead()
{
    QFETCH(const int, desktop);
    begin();
    MainWindow &window = m_app->window();
    const auto nothing = [] {};
    const auto see = [&](QDialog *dialog, const QList<Part> &parts) {
        lookAtEach(dialog, desktop, parts);
        delete dialog;
    };
    Q_EMIT window.preferencesRequested();
    QDialog *preferences = m_app->dialogCalled(u"Preferences"_s);
    QVERIFY(preferences);
    QList<Part> parts{{u"proxy by hand"_s, [&] {
                           auto *way = m_app->find<QComboBox>(u"Proxy"_s, preferences);
                           way->setCurrentIndex(way->count() - 1);
                           m_app->typeInto(u"Host"_s, u"a b"_s, preferences);
                           m_app->typeInto(u"Port"_s, u"zz"_s, preferences);
                       }}};
    if (auto *tabs = preferences->findChild<QTabWidget *>()) {
        for (int tab = tabs->count() - 1; tab >= 0; --tab)
            parts << Part(tabs->tabText(tab), [tabs, tab] { tabs->setCurrentIndex(tab); });
    }
    see(preferences, parts);
    m_app->goTo(0);
    m_app->press(u"Review…"_s);
    see(m_app->dialogCalled(u"Review changes"_s), {{u"opened"_s, nothing}});
    auto *conflicts = new ConflictDialog(
        {{u"City"_s, u"Torino"_s, u"Milano"_s, u"Roma"_s}, {u"Region"_s, u"Piemonte"_s, u"Lombardia"_s, u"Lazio"_s}},
        &window);
    conflicts->open();
    see(conflicts, {{u"opened"_s, nothing}, {u"decided"_s, [&] { m_app->press(u"Keep all mine"_s, conflicts); }}});
    const auto actions = window.findChildren<QAction *>();
    for (QAction *action : actions) {
        if (action->text().remove(u'&') == "About Lanyard"_L1)
            action->trigger();
    }
    see(m_app->dialogCalled(u"About Lanyard"_s), {{u"opened"_s, nothing}});
    m_app->press(u"Sign out"_s);
    QDialog *question = m_app->dialogCalled(u"Unsaved changes"_s);
    lookAtEach(question, desktop, {{u"opened"_s, nothing}});
    QTest::keyClick(question, Qt::Key_Escape);
    m_app->goTo(2);
    m_app->typeInto(u"Filter"_s, u"layout"_s);
    m_app->press(u"Edit value"_s);
    see(m_app->dialogCalled(u"Layout of the licence table"_s),
        {{u"opened"_s, nothing}, {u"wrong"_s, [&] {
                                      auto *text = QApplication::activeWindow()->findChild<QPlainTextEdit *>();
                                      text->setFocus();
                                      QTest::keyClicks(text, u"{"_s);
                                  }}});
    m_app->typeInto(u"Filter"_s, QString());
    VERIFY_READ();
}

void TestContrast::anAppearanceIsFollowedAtOnceAndGivenBack()
{
    begin();
    const QPalette fixtures = QApplication::palette();
    const auto back = qScopeGuard([&fixtures] { QApplication::setPalette(fixtures); });
    QApplication::setPalette(QPalette());
    const QPalette desktops = QApplication::palette();
    Q_EMIT m_app->window().preferencesRequested();
    QDialog *preferences = m_app->dialogCalled(u"Preferences"_s);
    QVERIFY(preferences);
    const auto choose = [&](const QString &appearance) {
        auto *choice = m_app->find<QRadioButton>(appearance, preferences);
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Space);
        QVERIFY(choice->isChecked());
    };
    const auto brightness = [preferences] { return preferences->palette().color(QPalette::Window).lightness(); };
    m_window = preferences;
    for (const QString &appearance : {u"Dark"_s, u"Light"_s}) {
        choose(appearance);
        QVERIFY(eventually([&] { return (brightness() < 128) == (appearance == "Dark"_L1); }));
        look(appearance);
        QCOMPARE(QApplication::palette().color(QPalette::Active, QPalette::Highlight),
                 desktops.color(QPalette::Active, QPalette::Highlight)); // it stays the same program
    }
    choose(u"System"_s);
    QVERIFY(eventually([&] { return QApplication::palette() == desktops; }));
    delete preferences;
    m_window = nullptr;
    VERIFY_READ();
}

void TestContrast::theSignInCanBeRead()
{
    QFETCH(const int, desktop);
    begin();
    SignInDialog dialog(&m_app->window());
    dialog.setServers({u"https://licences.example.com"_s});
    dialog.setReason(u"Your session has ended. Sign in again."_s);
    dialog.open();
    QVERIFY(becomesActive(&dialog));
    const auto failed = [&dialog](Error::Kind kind) {
        Error error = errorOf(kind);
        error.subject = u"https://licences.example.com"_s;
        if (kind == Error::Kind::CertificateUntrusted)
            error.certificate = CertificateFacts{.subject = u"licences.example.com"_s,
                                                 .issuer = u"licences.example.com"_s,
                                                 .names = {},
                                                 .validFrom = QDateTime::currentDateTime(),
                                                 .validUntil = QDateTime::currentDateTime(),
                                                 .sha256 = QByteArray(32, 'x'),
                                                 .expectedSha256 = {},
                                                 .reasons = {u"It is signed by itself."_s}};
        dialog.showError(error);
    };
    const auto fillIn = [&dialog](const QString &server, Credential::Kind kind) {
        return [&dialog, server, kind] {
            dialog.fillIn(server, u"mrossi"_s, kind);
            dialog.findChild<QTabWidget *>()->setFocus();
        };
    };
    const auto typed = [this, &dialog] {
        dialog.fillIn(u"https://licences.example.com/swagger/index.html"_s, u"mrossi"_s);
        m_app->typeInto(u"Password"_s, u"x"_s, &dialog);
    };
    lookAtEach(&dialog, desktop,
               {{u"empty"_s, fillIn({}, Credential::Kind::Token)},
                {u"with an API key"_s, fillIn(u"https://licences.example.com"_s, Credential::Kind::ApiKey)},
                {u"with a password"_s, typed},
                {u"refused"_s, [&] { failed(Error::Kind::SignInRefused); }},
                {u"unreachable"_s, [&] { failed(Error::Kind::Unreachable); }},
                {u"another user"_s, [&] { failed(Error::Kind::OtherUser); }},
                {u"unencrypted"_s, [&] { failed(Error::Kind::PlainHttpRefused); }},
                {u"certificate"_s, [&] { failed(Error::Kind::CertificateUntrusted); }},
                {u"busy"_s, [&] { dialog.setBusy(true); }}});
    VERIFY_READ();
}

void TestContrast::theAccountsCanBeRead()
{
    QFETCH(const int, desktop);
    begin();
    Q_EMIT m_app->window().manageAccountsRequested();
    QDialog *accounts = m_app->dialogCalled(u"Accounts"_s);
    QVERIFY(accounts);
    auto *list = m_app->find<QListWidget>(u"Accounts"_s, accounts);
    lookAtEach(accounts, desktop, {{u"opened"_s, [] {}}, {u"the urgent one"_s, [list] { list->setCurrentRow(1); }}});
    delete accounts;
    auto *menu = m_app->window().findChild<AccountMenu *>();
    m_app->find<QPushButton>(u"Accounts"_s)->click();
    QVERIFY(eventually([menu] { return menu->isVisible(); }));
    lookAtEach(menu, desktop,
               {{u"opened"_s, [] {}}, {u"one chosen"_s, [menu] { menu->setActiveAction(menu->actions().at(2)); }}});
    menu->close();
    VERIFY_READ();
}

void TestContrast::look(const QString &where)
{
    QStringList found;
    for (int again = 0; again < 3; ++again) { // what fades in is not there at once
        QTest::qWait(again == 0 ? 50 : 250);
        found = m_readability.look(*m_window, where);
        if (found.isEmpty())
            return;
    }
    m_unreadable << found;
}

} // namespace lanyard::testing

LANYARD_TEST(QApplication, lanyard::testing::TestContrast)

#include "tst_contrast.moc"
