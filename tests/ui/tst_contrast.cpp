#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "ui/account/conflictdialog.h"
#include "ui/accounts/accountmenu.h"
#include "ui/look/contrast.h"
#include "ui/common/messagebar.h"
#include "ui/signin/signindialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QTableView>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

#include <map>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

// The colours of a desktop, as its platform theme hands them to Qt. What a theme leaves out stays as it was.
struct Desktop
{
    const char *name;
    const char *window;
    const char *windowText;
    const char *base;
    const char *alternateBase;
    const char *text;
    const char *button;
    const char *buttonText;
    const char *highlight;
    const char *highlightedText;
    const char *placeholder; // null: Qt's own, which may be that of another theme
};

const Desktop desktops[] = {
    {"Fusion", "#efefef", "#000000", "#ffffff", "#f7f7f7", "#000000", "#efefef", "#000000", "#308cc6", "#ffffff",
     "#80000000"},
    {"Breeze light", "#eff0f1", "#232629", "#ffffff", "#f7f7f7", "#232629", "#fcfcfc", "#232629", "#3daee9", "#ffffff",
     "#707d8a"},
    {"Breeze dark", "#2a2e32", "#fcfcfc", "#1b1e20", "#232629", "#fcfcfc", "#31363b", "#fcfcfc", "#3daee9", "#fcfcfc",
     "#80000000"}, // Qt 6.4 leaves the light theme's there
    {"Adwaita dark", "#303030", "#ffffff", "#2d2d2d", "#353535", "#ffffff", "#353535", "#eeeeec", "#15539e", "#ffffff",
     "#80eeeeec"},
    {"Adwaita light", "#f6f5f4", "#2e3436", "#ffffff", "#fbfafa", "#000000", "#f6f5f4", "#2e3436", "#3584e4", "#ffffff",
     "#802e3436"},
    {"high contrast", "#000000", "#ffffff", "#000000", "#000000", "#ffffff", "#000000", "#ffffff", "#ffff00", "#000000",
     "#ffffff"},
};

QPalette paletteOf(const Desktop &desktop)
{
    QPalette palette;
    const std::pair<QPalette::ColorRole, const char *> colours[] = {
        {QPalette::Window, desktop.window},
        {QPalette::WindowText, desktop.windowText},
        {QPalette::Base, desktop.base},
        {QPalette::AlternateBase, desktop.alternateBase},
        {QPalette::Text, desktop.text},
        {QPalette::Button, desktop.button},
        {QPalette::ButtonText, desktop.buttonText},
        {QPalette::Highlight, desktop.highlight},
        {QPalette::HighlightedText, desktop.highlightedText},
        {QPalette::PlaceholderText, desktop.placeholder},
        {QPalette::Light, desktop.button},
        {QPalette::Mid, desktop.button},
        {QPalette::ToolTipBase, desktop.base},
        {QPalette::ToolTipText, desktop.text},
    };
    for (const auto &[role, colour] : colours)
        palette.setColor(role, QColor(QLatin1StringView(colour)));
    palette.setColor(QPalette::Disabled, QPalette::WindowText, QColor(0x80, 0x80, 0x80));
    palette.setColor(QPalette::Disabled, QPalette::Text, QColor(0x80, 0x80, 0x80));
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, QColor(0x80, 0x80, 0x80));
    return palette;
}

// The contrast of what is drawn there: between the most frequent colour and the third of the pixels that differ most
// from it (the edges of letters are mixed, and what stands behind them can be a gradient).
double measured(const QImage &image)
{
    std::map<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ++counts[image.pixel(x, y) | 0xFF000000];
    }
    const auto background = std::max_element(counts.begin(), counts.end(),
                                             [](const auto &a, const auto &b) { return a.second < b.second; });
    std::map<double, int, std::greater<>> ratios;
    for (const auto &[colour, count] : counts)
        ratios[contrast(QColor(colour), QColor(background->first))] += count;
    int pixels = 0;
    for (const auto &[ratio, count] : ratios) {
        pixels += count;
        if (pixels >= 3)
            return ratio;
    }
    return 1;
}

// An account is shown in two lines of several colours, with what it needs at the end of the second one.
QList<QRect> partsOf(const QAbstractItemView &view, const QRect &cell, const QString &text)
{
    if (view.accessibleName() != "Accounts"_L1)
        return {cell};
    QRect upper = cell;
    upper.setHeight(cell.height() / 2);
    QRect where(cell.left(), upper.bottom() + 1, cell.width() / 3, cell.bottom() - upper.bottom());
    QList<QRect> parts{upper, where};
    if (text.contains(u'('))
        parts << QRect(cell.right() - cell.width() / 6, where.top(), cell.width() / 6, where.height());
    return parts;
}

} // namespace

// Of the row that was played: nothing that is hard to read.
#define VERIFY_READ()                                                                                                  \
    do {                                                                                                               \
        qInfo("%s: least contrast %.2f:1 (%s)", QTest::currentDataTag(), m_worst, qPrintable(m_worstName));            \
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
    void everythingCanBeRead_data();
    void everythingCanBeRead();
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
    void lookOnce(const QString &where);
    void judge(const QString &what, const QRect &part, double least);
    void labels();
    void lines();
    void buttons();
    void boxes();
    void tabs();
    void texts();
    void entries();
    void headers();
    [[nodiscard]] QRect inWindow(const QWidget *widget, const QRect &part) const;
    void cells(const QAbstractItemView *view);

    AccountService m_second;
    std::unique_ptr<AppFixture> m_app;
    QPointer<QWidget> m_window; // that is looked at
    QImage m_picture;
    QString m_where;
    QStringList m_unreadable;
    double m_worst = 21;
    QString m_worstName;
};

void TestContrast::initTestCase()
{
    // The desktop that the program is started in counts as much as one that it changes to.
    QApplication::setPalette(paletteOf(desktops[2]));
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

void TestContrast::everythingCanBeRead_data()
{
    QTest::addColumn<int>("desktop");
    // One after the other in one window: each row is a switch while everything is shown.
    for (int i = 0; i < static_cast<int>(std::size(desktops)); ++i)
        QTest::newRow(desktops[i].name) << i;
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
    QApplication::setPalette(paletteOf(desktops[desktop]));
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
    m_worst = 21;
}

// Each part as it is shown in the colours of one desktop, then while the desktop changes to the row's.
void TestContrast::lookAtEach(QWidget *window, int desktop, const QList<Part> &parts)
{
    QVERIFY(window);
    m_window = window;
    const int other = (desktop + 2) % static_cast<int>(std::size(desktops));
    for (const auto &[name, show] : parts) {
        QApplication::setPalette(paletteOf(desktops[other]));
        show();
        QTest::qWait(10);
        QApplication::setPalette(paletteOf(desktops[desktop]));
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
    const QStringList before = m_unreadable;
    for (int again = 0; again < 3; ++again) { // what fades in is not there at once
        m_unreadable = before;
        lookOnce(where);
        if (m_unreadable == before)
            return;
        QTest::qWait(200);
    }
}

void TestContrast::lookOnce(const QString &where)
{
    QTest::qWait(50);
    m_where = where;
    m_picture = m_window->grab().toImage().convertToFormat(QImage::Format_RGB32);
    labels();
    lines();
    buttons();
    boxes();
    tabs();
    texts();
    entries();
    headers();
    const auto views = m_window->findChildren<QAbstractItemView *>();
    for (QAbstractItemView *view : views) {
        if (view->isVisible() && view->window() == m_window && !qobject_cast<QHeaderView *>(view))
            cells(view);
    }
}

QRect TestContrast::inWindow(const QWidget *widget, const QRect &part) const
{
    const QRect seen = part & widget->visibleRegion().boundingRect();
    return {widget->mapTo(m_window, seen.topLeft()), seen.size()};
}

// Without what only shows where one is.
void TestContrast::boxes()
{
    const auto all = m_window->findChildren<QComboBox *>();
    for (const QComboBox *box : all) {
        if (!box->isVisible() || !box->isEnabled() || box->isEditable() || box->currentText().isEmpty())
            continue;
        QStyleOptionComboBox option;
        option.initFrom(box);
        const QRect text =
            box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
        judge(u"choice “%1”"_s.arg(box->currentText()), inWindow(box, text), TextContrast);
    }
    const auto bars = m_window->findChildren<QProgressBar *>();
    for (const QProgressBar *bar : bars) {
        if (bar->isVisible())
            judge(u"progress"_s, inWindow(bar, bar->rect()), MarkContrast);
    }
}

void TestContrast::tabs()
{
    const auto all = m_window->findChildren<QTabBar *>();
    for (const QTabBar *bar : all) {
        for (int tab = 0; bar->isVisible() && bar->isEnabled() && tab < bar->count(); ++tab)
            judge(u"tab “%1”"_s.arg(bar->tabText(tab)), inWindow(bar, bar->tabRect(tab).adjusted(6, 6, -6, -6)),
                  TextContrast);
    }
}

void TestContrast::texts()
{
    const auto all = m_window->findChildren<QPlainTextEdit *>();
    for (const QPlainTextEdit *edit : all) {
        if (edit->isVisible() && edit->isEnabled() && !edit->toPlainText().trimmed().isEmpty() &&
            !edit->visibleRegion().isEmpty())
            judge(u"text “%1”"_s.arg(edit->toPlainText().left(20)),
                  inWindow(edit->viewport(), edit->viewport()->rect()), TextContrast);
    }
    const auto menus = m_window->findChildren<QMenuBar *>();
    for (const QMenuBar *bar : menus) {
        const auto actions = bar->actions();
        for (QAction *action : actions) {
            if (bar->isVisible() && action->isVisible())
                judge(u"menu “%1”"_s.arg(action->text()), inWindow(bar, bar->actionGeometry(action)), TextContrast);
        }
    }
}

// Of a menu.
void TestContrast::entries()
{
    const auto *menu = qobject_cast<const QMenu *>(m_window.data());
    if (!menu)
        return;
    for (QAction *action : menu->actions()) {
        if (action->isVisible() && action->isEnabled() && !action->isSeparator())
            judge(u"entry “%1”"_s.arg(action->text()), menu->actionGeometry(action), TextContrast);
    }
}

void TestContrast::headers()
{
    const auto all = m_window->findChildren<QHeaderView *>();
    for (const QHeaderView *header : all) {
        const bool isHorizontal = header->orientation() == Qt::Horizontal;
        for (int section = 0; header->isVisible() && isHorizontal && section < header->count(); ++section) {
            const QString text = header->model()->headerData(section, Qt::Horizontal).toString();
            const QRect part(header->sectionViewportPosition(section), 0, header->sectionSize(section),
                             header->height());
            if (!text.isEmpty() && !header->isSectionHidden(section))
                judge(u"heading “%1”"_s.arg(text), inWindow(header->viewport(), part.adjusted(4, 4, -4, -4)),
                      TextContrast);
        }
    }
}

void TestContrast::judge(const QString &what, const QRect &part, double least)
{
    const QRect seen = part & m_picture.rect();
    if (seen.width() < 6 || seen.height() < 6)
        return;
    const double ratio = measured(m_picture.copy(seen));
    if (ratio < m_worst) {
        m_worst = ratio;
        m_worstName = m_where + u": "_s + what;
    }
    if (ratio < least - 0.05) // of eight bits a channel
        m_unreadable << u"%1: %2 at %3:1"_s.arg(m_where, what).arg(ratio, 0, 'f', 2);
}

void TestContrast::labels()
{
    const auto all = m_window->findChildren<QLabel *>();
    for (const QLabel *label : all) {
        const bool isMark = !label->pixmap(Qt::ReturnByValue).isNull();
        if (!label->isVisible() || label->window() != m_window || !label->isEnabled() ||
            label->visibleRegion().isEmpty() || (!isMark && label->text().trimmed().isEmpty()) ||
            (isMark && label->width() > 40))
            continue;
        const QRect seen = label->visibleRegion().boundingRect();
        judge(isMark ? u"mark"_s : label->text().left(40), QRect(label->mapTo(m_window, seen.topLeft()), seen.size()),
              isMark ? MarkContrast : TextContrast);
    }
}

void TestContrast::lines()
{
    const auto all = m_window->findChildren<QLineEdit *>();
    for (const QLineEdit *line : all) {
        if (!line->isVisible() || line->window() != m_window || !line->isEnabled() || line->visibleRegion().isEmpty() ||
            (line->text().isEmpty() && line->placeholderText().isEmpty()))
            continue;
        const QRect seen = line->visibleRegion().boundingRect().adjusted(6, 5, -6, -5); // without the frame
        judge(u"line “%1%2”"_s.arg(line->text(), line->placeholderText()),
              QRect(line->mapTo(m_window, seen.topLeft()), seen.size()), TextContrast);
    }
}

void TestContrast::buttons()
{
    const auto all = m_window->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : all) {
        if (!button->isVisible() || button->window() != m_window || !button->isEnabled() ||
            button->visibleRegion().isEmpty() || (button->text().isEmpty() && button->icon().isNull()))
            continue;
        const auto *check = qobject_cast<const QCheckBox *>(button);
        const bool isText = (check || qobject_cast<const QPushButton *>(button)) && !button->text().isEmpty();
        QRect seen = button->visibleRegion().boundingRect().adjusted(5, 5, -5, -5);
        if (check) { // its text; the box is the style's own
            QStyleOptionButton option;
            option.initFrom(check);
            seen = check->style()->subElementRect(QStyle::SE_CheckBoxContents, &option, check) &
                   check->visibleRegion().boundingRect();
        }
        judge(u"button “%1” (%2)"_s.arg(AppFixture::nameOf(button),
                                        QLatin1StringView(button->parent()->metaObject()->className())),
              QRect(button->mapTo(m_window, seen.topLeft()), seen.size()), isText ? TextContrast : MarkContrast);
    }
}

void TestContrast::cells(const QAbstractItemView *view)
{
    const QAbstractItemModel *model = view->model();
    const QModelIndex root = view->rootIndex();
    for (int row = 0; row < model->rowCount(root); ++row) {
        for (int column = 0; column < model->columnCount(root); ++column) {
            const QModelIndex index = model->index(row, column, root);
            const QRect rect = view->visualRect(index) & view->viewport()->rect();
            const QString text = index.data(Qt::DisplayRole).toString();
            if (rect.isEmpty() || text.isEmpty() || !(index.flags() & Qt::ItemIsEnabled))
                continue;
            const bool selected = view->selectionModel()->isSelected(index);
            const QRect seen(view->viewport()->mapTo(m_window, rect.topLeft()), rect.size());
            for (const QRect &part : partsOf(*view, seen, text))
                judge(u"%1 “%2”"_s.arg(selected ? u"selected"_s : u"cell"_s, text.left(60)), part, TextContrast);
        }
    }
}

} // namespace lanyard::testing

LANYARD_TEST(QApplication, lanyard::testing::TestContrast)

#include "tst_contrast.moc"
