// Text comes in many ways: composed by an input method, dropped, dragged, pasted with the middle button. Whatever
// happens meanwhile, all of it arrives, once, and where it was meant to go.
#include "core/models/settingsmodel.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QImage>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProcess>
#include <QScopeGuard>
#include <QTreeView>
#include <QUrl>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

struct Field
{
    const char *label;
    const char *key;
    const char *typed;
    const char *composed;
    const char *shown; // once it is left
    const char *saved;
};

// One of each kind of editor.
constexpr Field fields[] = {
    {"City", "city", "x", "東京", "x東京", "x東京"},
    {"Notes", "notes", "x", "東京", "x東京", "x東京"},
    {"Country", "country", "Fra", "nce", "France", "France"},
    {"Birth date", "birthDate", "1984-02-", "01", "1 Feb 1984", "1984-02-01T00:00:00Z"},
};

} // namespace

class TestWaysIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsComposedArrivesOnce_data();
    void whatIsComposedArrivesOnce();
    void whatIsNoTextIsRefused_data();
    void whatIsNoTextIsRefused();
    void theMiddleButtonPastes_data();
    void theMiddleButtonPastes();
    void aDraggedPartIsNotLost_data();
    void aDraggedPartIsNotLost();
    void deadKeysMakeLetters_data();
    void deadKeysMakeLetters();
    void aDeadKeyEditsNothing_data();
    void aDeadKeyEditsNothing();
    void aSaveCanBeUndone_data();
    void aSaveCanBeUndone();

private:
    [[nodiscard]] QJsonValue held(const QString &key) { return m_app->service().user(mrossi).value(key); }
    [[nodiscard]] QString shown(const QString &label);
    [[nodiscard]] bool isSaved()
    {
        QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
        return eventually([this] { return m_app->saveText() == "Saved"_L1; });
    }
    void reload();
    void trigger(const QString &action);
    [[nodiscard]] QWidget *goToEditor(const QString &label);
    static void work(const QStringList &arguments);
    static void compose(const QString &text)
    {
        QInputMethodEvent preedit(text, {});
        QCoreApplication::sendEvent(QApplication::focusWidget(), &preedit);
    }

    std::unique_ptr<AppFixture> m_app;
};

void TestWaysIn::init()
{
    m_app = std::make_unique<AppFixture>();
    m_app->start(mrossi);
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->goTo(0);
}

void TestWaysIn::cleanup()
{
    m_app.reset();
}

QString TestWaysIn::shown(const QString &label)
{
    if (const auto *line = m_app->findIfThere<QLineEdit>(label))
        return line->text();
    return m_app->find<QPlainTextEdit>(label)->toPlainText();
}

void TestWaysIn::reload()
{
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    QVERIFY(eventually([this] { return !m_app->session().isReloading(); }));
}

void TestWaysIn::trigger(const QString &action)
{
    const auto actions = m_app->window().findChildren<QAction *>();
    for (QAction *one : actions) {
        if (one->text().remove(u'&').startsWith(action))
            return one->trigger();
    }
    QTest::qFail(qPrintable(action + u" is in no menu"_s), __FILE__, __LINE__);
}

void TestWaysIn::whatIsComposedArrivesOnce_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("meanwhile");
    for (int field = 0; field < 4; ++field) {
        for (const char *meanwhile : {"save", "another page", "reload", "reload that changes another field",
                                      "reload that changes the field", "slow save of another field",
                                      "slow save that changes the field", "undo", "revert all", "sign out", "close"}) {
            const QString way = QString::fromLatin1(meanwhile);
            // The beginning of several countries' names is no edit yet: reverting it cannot be undone.
            if (QLatin1StringView(fields[field].key) != "country"_L1 || way != "revert all"_L1)
                QTest::addRow("%s, %s", fields[field].label, meanwhile) << field << way;
        }
    }
}

// A composition is open: what the input method shows has not been entered yet, and the user sees it in the field.
void TestWaysIn::whatIsComposedArrivesOnce()
{
    QFETCH(const int, field);
    QFETCH(const QString, meanwhile);
    const QString label = QString::fromUtf8(fields[field].label);
    const QString key = QString::fromUtf8(fields[field].key);
    const QString typed = QString::fromUtf8(fields[field].typed);
    const QString before = shown(label);
    const QJsonValue heldBefore = held(key);
    const auto posts = [this] { return m_app->service().count("POST", "/v1/auth/user"); };
    const bool isReplaced = meanwhile.endsWith("changes the field"_L1);
    const auto replace = [&] {
        m_app->othersSave(key, key == "birthDate"_L1 ? u"1999-09-09T00:00:00Z"_s : u"Elsewhere"_s);
    };
    if (meanwhile.startsWith("slow save"_L1)) {
        if (isReplaced)
            replace();
        m_app->typeInto(u"Region"_s, u"Umbria"_s);
        ServiceOptions slow = m_app->service().options();
        slow.latencyMs = 300;
        m_app->service().setOptions(slow);
        QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
        QVERIFY(m_app->session().isSaving());
    }
    if (isReplaced) { // nothing typed yet: the field is the service's
        QWidget *edit = m_app->findIfThere<QLineEdit>(label);
        if (!edit)
            edit = m_app->find<QPlainTextEdit>(label);
        AppFixture::scrollTo(edit);
        edit->setFocus();
        const bool isArea = qobject_cast<QPlainTextEdit *>(edit);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_End, isArea ? Qt::ControlModifier : Qt::NoModifier);
    } else {
        m_app->typeInto(label, typed);
    }
    compose(QString::fromUtf8(fields[field].composed));
    if (meanwhile == "another page"_L1) {
        m_app->goTo(1);
        m_app->goTo(0);
    } else if (meanwhile == "reload"_L1) {
        reload();
    } else if (meanwhile == "reload that changes another field"_L1) {
        m_app->othersSave(u"title"_s, u"Dr"_s);
        reload();
        QCOMPARE(shown(u"Title"_s), u"Dr"_s);
        QCOMPARE(shown(label), typed); // it goes on
    } else if (isReplaced) {
        if (meanwhile.startsWith("slow save"_L1)) {
            QVERIFY(eventually([&] { return !m_app->session().isSaving(); }));
        } else {
            replace();
            reload();
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        const QString now = shown(label);
        QCOMPARE(now, before + QString::fromUtf8(fields[field].composed));
        QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
        if (key != "birthDate"_L1) { // that is no date, and waits for its correction
            QDialog *conflict = m_app->conflict();
            QVERIFY(conflict);
            m_app->press(u"Keep mine"_s, conflict);
            m_app->press(u"Save"_s, conflict);
            QVERIFY(eventually([this] { return m_app->saveText() == "Saved"_L1; }));
            QCOMPARE(held(key), QJsonValue(now));
        }
        return;
    } else if (meanwhile.startsWith("slow save"_L1)) {
        QVERIFY(eventually([this] { return !m_app->session().isSaving(); }));
    } else if (meanwhile == "undo"_L1 || meanwhile == "revert all"_L1) {
        if (meanwhile == "undo"_L1)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        else
            trigger(u"Discard changes"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(!shown(label).contains(QString::fromUtf8(fields[field].shown)));
        if (meanwhile == "revert all"_L1) {
            QCOMPARE(shown(label), before);
            trigger(u"Undo"_s);
        } else {
            trigger(u"Redo"_s);
        }
    } else if (meanwhile == "sign out"_L1 || meanwhile == "close"_L1) {
        if (meanwhile == "close"_L1)
            m_app->window().close();
        else
            m_app->press(u"Sign out"_s);
        QDialog *question = m_app->dialogCalled(u"Unsaved changes"_s);
        QVERIFY(question);
        m_app->press(u"Save"_s, question);
        QVERIFY(eventually([&] { return posts() == 1; }));
        QVERIFY(eventually([&] { return held(key) != heldBefore; }));
        QCOMPARE(held(key), QJsonValue(QString::fromUtf8(fields[field].saved)));
        return;
    }
    QVERIFY(isSaved());
    QCOMPARE(held(key), QJsonValue(QString::fromUtf8(fields[field].saved)));
    const auto saves = posts();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // not once more
    QCOMPARE(m_app->saveText(), u"Saved"_s);
    QCOMPARE(shown(label), QString::fromUtf8(fields[field].shown));
    QCOMPARE(posts(), saves);
}

// The widget that takes the keys; on the page of settings the editor of a cell.
QWidget *TestWaysIn::goToEditor(const QString &label)
{
    if (label.startsWith("setting"_L1)) {
        m_app->goTo(2);
        auto *tree = m_app->find<QTreeView>(u"Settings"_s);
        tree->setCurrentIndex(tree->model()
                                  ->match(tree->model()->index(0, 0), SettingsModel::IdRole, u"202"_s, 1,
                                          Qt::MatchExactly | Qt::MatchRecursive)
                                  .value(0));
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_F2);
        return tree->viewport()->findChild<QLineEdit *>();
    }
    if (label == "Filter"_L1)
        m_app->goTo(1);
    QWidget *edit = m_app->findIfThere<QLineEdit>(label);
    if (!edit)
        edit = m_app->find<QPlainTextEdit>(label);
    AppFixture::scrollTo(edit);
    edit->setFocus();
    return edit;
}

// With real events of keyboard and mouse.
void TestWaysIn::work(const QStringList &arguments)
{
    QProcess tool;
    tool.start(u"xdotool"_s, arguments);
    QVERIFY(eventually([&tool] { return tool.state() == QProcess::NotRunning; }));
    QCOMPARE(tool.exitCode(), 0);
    QTest::qWait(100);
}

namespace {

std::unique_ptr<QMimeData> content(const QString &what)
{
    auto data = std::make_unique<QMimeData>();
    if (what.contains("HTML"_L1))
        data->setHtml(u"<b>bold</b>"_s);
    if (what.contains("text"_L1))
        data->setText(u"plain"_s);
    if (what == "address of a file"_L1)
        data->setUrls({QUrl(u"file:///etc/hostname"_s)});
    if (what == "colour"_L1)
        data->setColorData(QColor(Qt::red));
    if (what == "picture"_L1)
        data->setImageData(QImage(4, 4, QImage::Format_RGB32));
    return data;
}

QString textOf(const QWidget *edit)
{
    if (const auto *area = qobject_cast<const QPlainTextEdit *>(edit))
        return area->toPlainText();
    return qobject_cast<const QLineEdit *>(edit)->text();
}

QWidget *targetOf(QWidget *edit)
{
    auto *area = qobject_cast<QPlainTextEdit *>(edit);
    return area ? area->viewport() : edit;
}

QPoint cursorPlace(QWidget *edit, int position)
{
    if (auto *area = qobject_cast<QPlainTextEdit *>(edit)) {
        QTextCursor cursor(area->document());
        cursor.setPosition(position);
        return area->viewport()->mapToGlobal(area->cursorRect(cursor).center());
    }
    auto *line = qobject_cast<QLineEdit *>(edit);
    line->setCursorPosition(position);
    return line->mapToGlobal(line->inputMethodQuery(Qt::ImCursorRectangle).toRect().center());
}

QStringList mouse(const QString &what, QPoint place)
{
    return {u"mousemove"_s, QString::number(place.x()), QString::number(place.y()), what, u"1"_s};
}

} // namespace

void TestWaysIn::whatIsNoTextIsRefused_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("what");
    for (const char *label : {"City", "Notes", "Country", "Birth date", "setting", "Filter"}) {
        for (const char *way : {"paste", "drop"}) {
            for (const char *what : {"HTML", "HTML and text", "address of a file", "colour", "picture"})
                QTest::addRow("%s, %s, %s", label, way, what)
                    << QString::fromLatin1(label) << QString::fromLatin1(way) << QString::fromLatin1(what);
        }
    }
}

// Markup is never taken for text; and what has no text in it replaces none.
void TestWaysIn::whatIsNoTextIsRefused()
{
    QFETCH(const QString, label);
    QFETCH(const QString, way);
    QFETCH(const QString, what);
    QWidget *edit = goToEditor(label);
    QVERIFY(edit);
    if (label == "Filter"_L1)
        QTest::keyClicks(edit, u"a"_s);
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier); // a paste would replace all of it
    const QString before = textOf(edit);
    QVERIFY(!before.isEmpty() || label == "Notes"_L1);
    std::unique_ptr<QMimeData> data = content(what);
    if (way == "paste"_L1) {
        QApplication::clipboard()->setMimeData(data.release());
        // Of the country it is the combo box.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
    } else {
        QWidget *target = targetOf(edit);
        const QPoint place(4, target->height() / 2);
        QDragEnterEvent enter(place, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(target, &enter);
        if (enter.isAccepted()) {
            QDragMoveEvent move(place, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(target, &move);
            QDropEvent drop(place, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(target, &drop);
        }
    }
    const QString now = textOf(edit);
    QVERIFY2(!now.contains("bold"_L1), qPrintable(now));
    if (what == "HTML and text"_L1)
        QVERIFY2(way == "paste"_L1 ? now == "plain"_L1 : now.contains("plain"_L1), qPrintable(now));
    else if (what != "address of a file"_L1) // which has a text form
        QCOMPARE(now, before);
    else
        QVERIFY2(now == before || now.contains("file:///etc/hostname"_L1), qPrintable(now));
}

void TestWaysIn::theMiddleButtonPastes_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("saved");
    QTest::newRow("line") << u"City"_s << u"Napoli"_s << u"city"_s << u"Napoli"_s;
    QTest::newRow("area") << u"Notes"_s << u"a\nb"_s << u"notes"_s << u"a\nb"_s;
    QTest::newRow("country") << u"Country"_s << u"france"_s << u"country"_s << u"France"_s;
    QTest::newRow("date") << u"Birth date"_s << u"1984-02-01"_s << u"birthDate"_s << u"1984-02-01T00:00:00Z"_s;
    QTest::newRow("lines in a line") << u"City"_s << u"Na\npoli\n"_s << u"city"_s << u"Na poli"_s;
    QTest::newRow("setting") << u"setting"_s << u"Hello"_s << QString() << u"Hello"_s;
}

// The X selection: what was marked last, in any program.
void TestWaysIn::theMiddleButtonPastes()
{
    QFETCH(const QString, label);
    QFETCH(const QString, pasted);
    QFETCH(const QString, key);
    QFETCH(const QString, saved);
    if (!QApplication::clipboard()->supportsSelection())
        QSKIP("no selection here");
    QWidget *edit = goToEditor(label);
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_Delete);
    QApplication::clipboard()->setText(pasted, QClipboard::Selection);
    QTest::mouseClick(targetOf(edit), Qt::MiddleButton, {}, QPoint(4, 8));
    QVERIFY(textOf(edit).contains(pasted.left(2)));
    if (label == "setting"_L1)
        QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(isSaved());
    if (key.isEmpty())
        QCOMPARE(User(m_app->service().user(mrossi)).valueAt(Path::setting(u"202"_s)), QJsonValue(saved));
    else
        QCOMPARE(held(key), QJsonValue(saved));
}

void TestWaysIn::aDraggedPartIsNotLost_data()
{
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("isCopied");
    QTest::addColumn<QString>("notes");
    QTest::addColumn<QString>("there");
    const QString all = u"one two\u00a0three four"_s;
    QTest::newRow("within, moved") << u"Notes"_s << false << u"two\u00a0three one four"_s << QString();
    QTest::newRow("within, copied") << u"Notes"_s << true << u"two\u00a0three one two\u00a0three four"_s << QString();
    QTest::newRow("another field") << u"Department"_s << false << all << u"two\u00a0three "_s;
    QTest::newRow("another field, copied") << u"Department"_s << true << all << u"two\u00a0three "_s;
    QTest::newRow("read-only") << u"Rank"_s << false << all << QString();
    const QString longText = u"one two"_s + u" three"_s.repeated(300);
    QTest::newRow("refused") << u"Birth date"_s << false << longText << QString();
}

// Part of a text is dragged with the mouse.
void TestWaysIn::aDraggedPartIsNotLost()
{
    QFETCH(const QString, to);
    QFETCH(const bool, isCopied);
    QFETCH(const QString, notes);
    QFETCH(const QString, there);
    const bool isLong = to == "Birth date"_L1;
    m_app->othersSave(u"notes"_s, isLong ? notes : u"one two\u00a0three four"_s);
    reload();
    m_app->window().resize(900, 760);
    QVERIFY(eventually([this] { return m_app->window().windowHandle()->size() == QSize(900, 760); }));
    QTest::qWait(100); // and its form is laid out anew
    auto *area = m_app->find<QPlainTextEdit>(u"Notes"_s);
    AppFixture::scrollTo(area);
    QWidget *target = m_app->findIfThere<QLineEdit>(to);
    if (!target)
        target = area;
    AppFixture::scrollTo(target);
    QVERIFY(QTest::qWaitForWindowActive(&m_app->window()));
    const QString before = textOf(target);
    QTextCursor part = area->textCursor();
    part.setPosition(4);
    part.setPosition(isLong ? static_cast<int>(notes.size()) : 14, QTextCursor::KeepAnchor);
    const QPoint from = cursorPlace(area, 8);
    const QPoint place = cursorPlace(target, 0);
    area->setFocus();
    area->setTextCursor(part);
    const auto at = [](QPoint p) {
        return QStringList{u"mousemove"_s, QString::number(p.x()), QString::number(p.y())};
    };
    QStringList acts = mouse(u"mousedown"_s, from);
    acts << u"sleep"_s << u"0.7"_s; // longer than a click
    for (int step = 1; step <= 8; ++step)
        acts << at(from + (place - from) * step / 8) << u"sleep"_s << u"0.05"_s;
    if (isCopied)
        acts << u"keydown"_s << u"ctrl"_s << u"sleep"_s << u"0.2"_s << at(place + QPoint(1, 0)) << u"sleep"_s
             << u"0.2"_s;
    acts << at(place) << u"sleep"_s << u"0.3"_s << u"mouseup"_s << u"1"_s << u"sleep"_s << u"0.2"_s << u"keyup"_s
         << u"ctrl"_s;
    work(acts);
    COMPARE_EVENTUALLY(area->document()->toRawText(), notes);
    if (target != area)
        QCOMPARE(textOf(target), there + before);
}

void TestWaysIn::deadKeysMakeLetters_data()
{
    QTest::addColumn<QString>("label");
    for (const char *label : {"City", "Notes", "Birth date", "setting", "Filter"})
        QTest::newRow(label) << QString::fromLatin1(label);
}

// Qt makes them of two keys, and gives the letter to the field as an input method does.
void TestWaysIn::deadKeysMakeLetters()
{
    QFETCH(const QString, label);
    QVERIFY(QTest::qWaitForWindowActive(&m_app->window()));
    QWidget *edit = goToEditor(label);
    // A layout that has these keys: a tool that adds them as it types is quicker than Qt, which looks for them.
    QCOMPARE(QProcess::execute(u"setxkbmap"_s, {u"us"_s, u"-variant"_s, u"intl"_s, u"-option"_s, u"compose:rctrl"_s}),
             0);
    const auto back = qScopeGuard([] { QProcess::execute(u"setxkbmap"_s, {u"us"_s, u"-option"_s}); });
    // Again until the layout has reached the program, which it does in its own time.
    const auto isTyped = [edit] {
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_Delete);
        work({u"key"_s, u"--delay"_s, u"60"_s, u"dead_acute"_s, u"e"_s});
        work({u"key"_s, u"--delay"_s, u"60"_s, u"Multi_key"_s, u"o"_s, u"e"_s, u"x"_s});
        return textOf(edit) == u"éœx"_s;
    };
    QVERIFY2(eventually(isTyped), qPrintable(textOf(edit)));
}

void TestWaysIn::aDeadKeyEditsNothing_data()
{
    QTest::addColumn<int>("column");
    QTest::newRow("on the name") << 0;
    QTest::newRow("on the value") << 1;
}

// On the row of a setting, where letters search.
void TestWaysIn::aDeadKeyEditsNothing()
{
    QFETCH(const int, column);
    QVERIFY(QTest::qWaitForWindowActive(&m_app->window()));
    QWidget *first = goToEditor(u"setting"_s);
    QTest::keyClick(first, Qt::Key_Escape);
    auto *tree = m_app->find<QTreeView>(u"Settings"_s);
    QVERIFY(eventually([tree] { return tree->hasFocus(); }));
    QCOMPARE(QProcess::execute(u"setxkbmap"_s, {u"us"_s, u"-variant"_s, u"intl"_s}), 0);
    const auto back = qScopeGuard([] { QProcess::execute(u"setxkbmap"_s, {u"us"_s}); });
    tree->setCurrentIndex(tree->currentIndex().siblingAtColumn(column));
    work({u"key"_s, u"--delay"_s, u"60"_s, u"dead_acute"_s, u"e"_s});
    QTest::qWait(300); // keys from outside come late
    QVERIFY(!tree->viewport()->findChild<QLineEdit *>());
    QVERIFY(tree->hasFocus());
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestWaysIn::aSaveCanBeUndone_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("way");
    for (int field = 0; field < 4; ++field) {
        for (const char *way : {"keys", "menu"})
            QTest::addRow("%s, %s", fields[field].label, way) << field << QString::fromLatin1(way);
    }
}

// After a save by keyboard, in the field: what is shown is what the next save sends.
void TestWaysIn::aSaveCanBeUndone()
{
    QFETCH(const int, field);
    QFETCH(const QString, way);
    const QString label = QString::fromUtf8(fields[field].label);
    const QString key = QString::fromUtf8(fields[field].key);
    const QString before = shown(label);
    const QJsonValue heldBefore = held(key);
    const auto step = [&](bool back) {
        if (way == "menu"_L1)
            trigger(back ? u"Undo"_s : u"Redo"_s);
        else
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z,
                            back ? Qt::ControlModifier : Qt::ControlModifier | Qt::ShiftModifier);
    };
    m_app->typeInto(label, QString::fromUtf8(fields[field].typed));
    QInputMethodEvent rest;
    rest.setCommitString(QString::fromUtf8(fields[field].composed));
    QCoreApplication::sendEvent(QApplication::focusWidget(), &rest);
    QVERIFY(isSaved());
    QCOMPARE(held(key), QJsonValue(QString::fromUtf8(fields[field].saved)));
    const QString after = shown(label);
    QCOMPARE(after, QString::fromUtf8(fields[field].shown));
    for (int tries = 0; tries < 20 && shown(label) != before; ++tries) // a step for each pause in typing
        step(true);
    QCOMPARE(shown(label), before);
    QVERIFY(isSaved());
    QCOMPARE(held(key), heldBefore);
    for (int tries = 0; tries < 20 && shown(label) != after; ++tries)
        step(false);
    QCOMPARE(shown(label), after);
    QVERIFY(isSaved());
    QCOMPARE(held(key), QJsonValue(QString::fromUtf8(fields[field].saved)));
}

LANYARD_TEST(QApplication, TestWaysIn)
#include "tst_waysin.moc"
