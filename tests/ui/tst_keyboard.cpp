// What a key does when it comes at a moment, or to a place, that the user did not have in mind: it enters, replaces and
// decides nothing.
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

QString textOfField(const QWidget *widget)
{
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return text->toPlainText();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->currentText();
    const auto *line = qobject_cast<const QLineEdit *>(widget);
    return line ? line->text() : QString();
}

// The name of the first field that a key with one of the modifiers enters text into; empty when there is none.
QString fieldThatTakes(QWidget *root, Qt::Key key)
{
    const auto all = root->findChildren<QWidget *>();
    for (QWidget *field : all) {
        if (!field->isVisible() || field->focusPolicy() == Qt::NoFocus || qobject_cast<QAbstractButton *>(field))
            continue;
        field->setFocus();
        for (const Qt::KeyboardModifiers modifiers :
             {Qt::KeyboardModifiers(Qt::AltModifier), Qt::AltModifier | Qt::ShiftModifier,
              Qt::ControlModifier | Qt::AltModifier, Qt::KeyboardModifiers(Qt::MetaModifier)}) {
            const QString before = textOfField(field);
            QTest::keyClick(field, key, modifiers);
            if (textOfField(field) != before || QApplication::focusWidget() != field->window()->focusWidget())
                return AppFixture::nameOf(field) + u": "_s + textOfField(field);
        }
    }
    return {};
}

} // namespace

class TestKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void noKeyWithAltEntersText();
    void theLetterOfAButtonThatIsDisabledIsNotSaved();
    void altGrEntersText();

private:
    void enter()
    {
        m_app->start(mrossi);
        QVERIFY(m_app->signIn(u"lanyard"_s));
        m_app->goTo(0);
    }
    [[nodiscard]] QLineEdit *line(const QString &field) { return m_app->find<QLineEdit>(field); }
    [[nodiscard]] bool isSaved()
    {
        return eventually([this] { return m_app->saveText() == "Saved"_L1; });
    }

    std::unique_ptr<AppFixture> m_app;
};

void TestKeyboard::init()
{
    m_app = std::make_unique<AppFixture>();
}

void TestKeyboard::cleanup()
{
    m_app.reset();
}

void TestKeyboard::noKeyWithAltEntersText()
{
    m_app->start(mrossi);
    QVERIFY(m_app->isAsked());
    QCOMPARE(fieldThatTakes(m_app->dialog(), Qt::Key_7), QString());
    QVERIFY(m_app->signIn(u"lanyard"_s));
    for (int page = 0; page < 3; ++page) {
        m_app->goTo(page);
        QCOMPARE(fieldThatTakes(&m_app->window(), Qt::Key_7), QString());
    }
    m_app->typeInto(u"Filter"_s, u"greeting"_s);
    m_app->press(u"Edit value"_s);
    auto *cell = m_app->find<QTreeView>(u"Settings"_s)->findChild<QLineEdit *>();
    QVERIFY(cell);
    QTest::keyClick(cell, Qt::Key_7, Qt::AltModifier);
    QVERIFY2(!cell->text().contains(u'7'), qPrintable(cell->text()));
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestKeyboard::theLetterOfAButtonThatIsDisabledIsNotSaved()
{
    enter();
    QLineEdit *city = line(u"City"_s);
    AppFixture::scrollTo(city);
    city->setFocus();
    city->selectAll();
    QVERIFY(!m_app->find<QPushButton>(u"Save"_s)->isEnabled());
    QTest::keyClick(city, Qt::Key_S, Qt::AltModifier);
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    QTest::keyClicks(city, u"Torino"_s);
    QTest::keyClick(city, Qt::Key_S, Qt::AltModifier);
    QVERIFY(isSaved());
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Torino"_s);
    QCOMPARE(city->text(), u"Torino"_s);
}

void TestKeyboard::altGrEntersText()
{
    enter();
    QLineEdit *city = line(u"City"_s);
    AppFixture::scrollTo(city);
    city->setFocus();
    city->selectAll();
    QTest::keyClick(city, Qt::Key_At, Qt::GroupSwitchModifier);
    QTest::keyClick(city, Qt::Key_E, Qt::GroupSwitchModifier);
    QCOMPARE(city->text(), u"@e"_s);
}

LANYARD_TEST(QApplication, TestKeyboard)

#include "tst_keyboard.moc"
