// A service that puts into every text what a widget could mistake for something else: markup that names files and
// addresses, characters that turn a line round, megabytes. Every window is walked. e2e_hostile plays this again and
// watches from outside that no file is opened and no address called for it.
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "tests/ui/controlnames.h"

#include "ui/common/textarea.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QScreen>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

// The names that e2e_hostile looks for among the files that are opened and the addresses that are called.
const QString markup =
    u"<img src=\"file:///hostile-marker.png\"><img src='http://127.0.0.1:9/hostile-marker'>"
    "<a href=\"https://evil.example/\">x</a><b>&amp;</b> &Save \u202Egnp.exe\u202C\u2066\u200B\r\n\t\u0007"_s;

bool isHarmless(QChar c)
{
    const char16_t code = c.unicode();
    const bool isControl = (code < 0x20 && code != u'\n' && code != u'\t') || (code >= 0x7F && code < 0xA0);
    const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E ||
                       code == 0x200F || code == 0x061C;
    return !isControl && !turns;
}

// The program's own marks of direction, which keep a date in its order, turn nothing after the text that they enclose.
bool isHarmless(const QString &text)
{
    int open = 0;
    for (const QChar c : text) {
        if (c == QChar(0x2066) || c == QChar(0x2068))
            ++open;
        else if (c == QChar(0x2069) && open > 0)
            --open;
        else if (!isHarmless(c) || (c == u'\n' && open > 0))
            return false;
    }
    return open == 0;
}

// A text that was escaped is rendered too, as what it was.
bool hasMarkup(const QString &text)
{
    return Qt::mightBeRichText(text) && text.contains(u'<');
}

// Every text that Qt could render, and every one that could turn its line round.
class Walk
{
public:
    explicit Walk(QWidget *root) : m_root(root) {}
    [[nodiscard]] QStringList problems();

private:
    void look(const QObject *at, const QString &text, const QString &what);
    void lookAtView(const QAbstractItemView *view, const QModelIndex &parent);

    QWidget *m_root;
    QStringList m_problems;
};

void Walk::look(const QObject *at, const QString &text, const QString &what)
{
    constexpr qsizetype longest = 2200; // what is shown is cut before, with places to break; only editors hold more
    if (!isHarmless(text) || text.size() > longest)
        m_problems << u"%1 of %2 (%3 characters): %4"_s.arg(what, QLatin1StringView(at->metaObject()->className()))
                          .arg(text.size())
                          .arg(text.left(200));
}

void Walk::lookAtView(const QAbstractItemView *view, const QModelIndex &parent)
{
    const QAbstractItemModel *model = view->model();
    for (int row = 0; row < qMin(model->rowCount(parent), 50); ++row) {
        for (int column = 0; column < model->columnCount(parent); ++column) {
            const QModelIndex index = model->index(row, column, parent);
            look(view, index.data(Qt::DisplayRole).toString(), u"cell"_s);
            look(view, index.data(Qt::AccessibleTextRole).toString(), u"accessible text"_s);
            const QString tip = index.data(Qt::ToolTipRole).toString();
            look(view, QString(tip).remove(u'\n'), u"tool tip"_s); // which may have lines
            if (hasMarkup(tip))
                m_problems << u"tool tip of a cell is rich: "_s + tip.left(200);
        }
        lookAtView(view, model->index(row, 0, parent));
    }
}

QStringList Walk::problems()
{
    QList<QWidget *> widgets = m_root->findChildren<QWidget *>();
    widgets.prepend(m_root);
    for (const QWidget *widget : std::as_const(widgets)) {
        look(widget, widget->isWindow() ? widget->windowTitle() : QString(), u"title"_s);
        look(widget, widget->toolTip(), u"tool tip"_s);
        look(widget, widget->statusTip(), u"status tip"_s);
        look(widget, widget->accessibleName(), u"accessible name"_s);
        if (hasMarkup(widget->toolTip()))
            m_problems << u"tool tip is rich: "_s + widget->toolTip().left(200);
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            look(widget, label->text(), u"text"_s);
            const bool mayRender = label->textFormat() != Qt::PlainText &&
                                   (label->textFormat() != Qt::AutoText || Qt::mightBeRichText(label->text()));
            if (mayRender)
                m_problems << u"label renders: "_s + label->text().left(200);
        }
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            look(widget, button->text(), u"text"_s);
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model())
            lookAtView(view, {});
        // Only plain editors: a QTextEdit would render what is put into it.
        if (widget->inherits("QTextEdit") || widget->inherits("QTextBrowser"))
            m_problems << u"rich editor"_s;
    }
    const auto actions = m_root->findChildren<QAction *>();
    for (const QAction *action : actions)
        look(action, action->text(), u"text"_s);
    return m_problems;
}

#define VERIFY_HARMLESS(root)                                                                                          \
    do {                                                                                                               \
        QCoreApplication::sendPostedEvents();                                                                          \
        const QStringList problems = Walk(root).problems();                                                            \
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));                                                \
        VERIFY_NAMED(root);                                                                                            \
    } while (false)

// @p text in every text of the user that is not what the program goes by.
QJsonValue filled(const QJsonValue &value, const QString &text, const QString &name = {})
{
    static const QStringList kept{u"id"_s,           u"userName"_s,    u"image"_s,       u"key"_s,
                                  u"clientSecret"_s, u"phoneNumber"_s, u"permissions"_s, u"birthDate"_s};
    if (value.isString())
        return kept.contains(name) || name.endsWith("At"_L1) || name.endsWith("Date"_L1) || name.startsWith("last"_L1)
                   ? (name == "lastName"_L1 ? QJsonValue(text) : value)
                   : QJsonValue(text);
    if (value.isArray()) {
        QJsonArray all;
        const QJsonArray items = value.toArray();
        for (const QJsonValue &item : items)
            all.append(filled(item, text, name));
        return all;
    }
    QJsonObject all;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        all.insert(it.key(), value.isObject() ? filled(it.value(), text, it.key()) : it.value());
    return value.isObject() ? QJsonValue(all) : value;
}

void trigger(AppFixture &desk, const QString &text)
{
    const auto actions = desk.window().findChildren<QAction *>();
    for (QAction *action : actions) {
        if (action->text().remove(u'&') == text)
            action->trigger();
    }
}

} // namespace

class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWindowShowsPlainTexts();
    void megabytesAreShownCut();
    void aTextWithoutABreakIsAsQuickAsAnother();
    void whatTheServiceSaysIsQuotedPlain();
    void noPictureButPngAndJpegIsShown_data();
    void noPictureButPngAndJpegIsShown();

private:
    void signIn(AppFixture &desk, const QString &text);
    void walkPages(AppFixture &desk);
};

void TestHostile::signIn(AppFixture &desk, const QString &text)
{
    const QJsonObject user = filled(desk.service().user(u"mrossi"_s), text).toObject();
    QVERIFY(desk.service().setUser(u"mrossi"_s, user));
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
}

void TestHostile::walkPages(AppFixture &desk)
{
    for (int page = 0; page < 3; ++page) {
        desk.goTo(page);
        VERIFY_HARMLESS(&desk.window());
    }
}

void TestHostile::everyWindowShowsPlainTexts()
{
    AppFixture desk;
    signIn(desk, markup);
    walkPages(desk);
    desk.goTo(1);
    desk.press(u"Copy key"_s);
    VERIFY_HARMLESS(&desk.window()); // the status line names the key
    desk.press(u"Reveal"_s);
    VERIFY_HARMLESS(&desk.window());

    desk.goTo(0);
    desk.typeInto(u"Phone"_s, u"1"_s);
    desk.press(u"Review…"_s);
    QDialog *dialog = desk.dialogCalled(u"Review changes"_s);
    QVERIFY(dialog);
    VERIFY_HARMLESS(dialog);
    QJsonObject others = desk.service().user(u"mrossi"_s);
    others.insert("phoneNumber"_L1, markup + u'2');
    QVERIFY(desk.service().setUser(u"mrossi"_s, others));
    desk.press(u"Save"_s, dialog);
    dialog = desk.conflict();
    QVERIFY(dialog);
    VERIFY_HARMLESS(dialog);
    desk.press(u"Cancel"_s, dialog);

    for (const auto &[action, title] :
         {std::pair(u"Preferences…"_s, u"Preferences"_s), std::pair(u"About Lanyard"_s, u"About Lanyard"_s)}) {
        trigger(desk, action);
        dialog = desk.dialogCalled(title);
        QVERIFY(dialog);
        VERIFY_HARMLESS(dialog);
        dialog->reject();
    }

    desk.window().close();
    dialog = desk.dialogCalled(u"Unsaved changes"_s);
    QVERIFY(dialog);
    VERIFY_HARMLESS(dialog);
    dialog->reject();
}

void TestHostile::megabytesAreShownCut()
{
    AppFixture desk;
    signIn(desk, QString(200'000, u'W')); // of each text: together they are just what an answer may be
    walkPages(desk);
    const QSize size = desk.window().size();
    QVERIFY2(size.width() <= desk.window().screen()->size().width(), qPrintable(QString::number(size.width())));
}

// Qt's own way with such a text takes fifty times as long as with one of words.
void TestHostile::aTextWithoutABreakIsAsQuickAsAnother()
{
    const auto nsToShow = [](const QString &text) {
        TextArea area;
        area.resize(500, 300);
        area.show();
        QElapsedTimer timer;
        timer.start();
        area.setText(text);
        area.grab();
        QTest::keyClick(&area, Qt::Key_A);
        area.grab();
        return timer.nsecsElapsed();
    };
    const qint64 words = nsToShow(u"words and "_s.repeated(20'000));
    const qint64 noWords = nsToShow(QString(200'000, u'W'));
    QVERIFY2(noWords < words * 10,
             qPrintable(u"%1 ms, %2 ms with words"_s.arg(noWords / 1000000).arg(words / 1000000)));
    TextArea area;
    QGuiApplication::clipboard()->setText(QString(5000, u'x'));
    area.paste();
    QCOMPARE(area.wordWrapMode(), QTextOption::WrapAnywhere);
    area.setText(u"words"_s);
    QCOMPARE(area.wordWrapMode(), QTextOption::WrapAtWordBoundaryOrAnywhere);
}

void TestHostile::whatTheServiceSaysIsQuotedPlain()
{
    AppFixture desk;
    QJsonObject envelope{{u"success"_s, false}, {u"code"_s, 7}, {u"message"_s, markup.repeated(100)}};
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    desk.service().failNext({"POST", "/v1/auth/login", 200, QJsonDocument(envelope).toJson()});
    desk.typeInto(u"Password"_s, u"lanyard"_s, desk.dialog());
    desk.press(u"Sign in"_s, desk.dialog());
    QVERIFY(eventually([&desk] { return desk.visibleTexts().join(u' ').contains("Server says"_L1); }));
    const QStringList behindTheDialog = Walk(&desk.window()).problems(); // where there is no control yet
    QVERIFY2(behindTheDialog.isEmpty(), qPrintable(behindTheDialog.join(u'\n')));
    VERIFY_HARMLESS(desk.dialog());

    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.goTo(0);
    desk.typeInto(u"Phone"_s, u"1"_s);
    desk.service().failNext({"POST", "/v1/auth/user", 200, QJsonDocument(envelope).toJson()});
    desk.press(u"Save"_s);
    QVERIFY(eventually([&desk] { return desk.messageText().contains("Server says"_L1); }));
    VERIFY_HARMLESS(&desk.window());
    desk.press(u"Show details"_s);
    QDialog *details = desk.dialogCalled(u"Details"_s);
    QVERIFY(details);
    VERIFY_HARMLESS(details);
    details->reject();
}

void TestHostile::noPictureButPngAndJpegIsShown_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("text"); // instead of data
    const auto row = [](const char *name, const QByteArray &data) { QTest::newRow(name) << data << QString(); };
    row("SVG with a file", "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
                           "width='9' height='9'><image xlink:href='file:///hostile-marker.png' width='9' "
                           "height='9'/></svg>");
    row("SVG with an entity", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///hostile-marker.png'>]><svg "
                              "xmlns='http://www.w3.org/2000/svg'><text>&e;</text></svg>");
    row("XPM", "/* XPM */ static char *a[] = {\"1 1 1 1\", \"a c red\", \"a\"};");
    row("GIF", QByteArray::fromBase64("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs="));
    row("PNG that is cut", QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16));
    for (const QString &address :
         {u"file:///hostile-marker.png"_s, u"/hostile-marker.png"_s, u"http://127.0.0.1:9/hostile-marker"_s,
          u":/icons/lanyard.svg"_s, u"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"_s})
        QTest::newRow(qPrintable(address.left(30))) << QByteArray() << address;
}

void TestHostile::noPictureButPngAndJpegIsShown()
{
    QFETCH(const QByteArray, data);
    QFETCH(const QString, text);
    AppFixture desk;
    QJsonObject user = desk.service().user(u"mrossi"_s);
    user.insert("image"_L1, text.isEmpty() ? QString::fromLatin1(data.toBase64()) : text);
    QVERIFY(desk.service().setUser(u"mrossi"_s, user));
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    VERIFY_HARMLESS(&desk.window());
    // What is not shown is still what the service holds: it goes back as it came.
    desk.typeInto(u"Phone"_s, u"1"_s);
    desk.press(u"Save"_s);
    QVERIFY(eventually([&desk] { return desk.saveText() == "Saved"_L1; }));
    QCOMPARE(desk.service().user(u"mrossi"_s).value("image"_L1), user.value("image"_L1));
}

LANYARD_TEST(QApplication, TestHostile)
#include "tst_hostile.moc"
