// One way in for every editor: what it shows is what counts, however the text came, and nothing changes by itself.
#include "tests/ui/desk.h"
#include "ui/profile/profilepage.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QtTest/qtestspontaneevent.h>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

constexpr QLatin1StringView mrossi = "mrossi"_L1;

// What every control in @p root stands at, in words.
QStringList valuesIn(const QWidget *root)
{
    QStringList values;
    const auto all = root->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            values << line->text();
        else if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
            values << text->toPlainText();
        else if (const auto *box = qobject_cast<const QComboBox *>(widget))
            values << u"%1 %2"_s.arg(box->currentIndex()).arg(box->currentText());
        else if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
            values << QString::number(tabs->currentIndex());
        else if (const auto *spin = qobject_cast<const QAbstractSpinBox *>(widget))
            values << spin->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            values << QString::number(button->isChecked());
        else if (const auto *slider = qobject_cast<const QAbstractSlider *>(widget);
                 slider && !qobject_cast<const QScrollBar *>(widget))
            values << QString::number(slider->value());
    }
    return values;
}

void wheelOver(QWidget *widget, int turn)
{
    const QPoint middle = widget->rect().center();
    QWheelEvent event(middle, widget->mapToGlobal(middle), {}, {0, turn}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&event); // Qt offers no other to the parents
    QCoreApplication::instance()->notify(widget, &event);
}

// The name of the first widget whose wheel changed a value; empty when there is none.
QString changedByTheWheel(QWidget *root)
{
    const QStringList before = valuesIn(root);
    const auto all = root->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (!widget->isVisible())
            continue;
        for (const bool focused : {false, true}) {
            if (focused && widget->focusPolicy() != Qt::NoFocus)
                widget->setFocus();
            for (const int turn : {-120, -120, 120})
                wheelOver(widget, turn);
            if (valuesIn(root) != before)
                return QLatin1StringView(widget->metaObject()->className()) + u' ' + Desk::nameOf(widget);
        }
    }
    return {};
}

} // namespace

class TestEditors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theWheelChangesNothing();
    void theWheelScrollsThePageOverEveryField();

private:
    void start();

    std::unique_ptr<Desk> m_desk;
};

void TestEditors::init()
{
    m_desk = std::make_unique<Desk>();
}

void TestEditors::cleanup()
{
    m_desk.reset();
}

void TestEditors::start()
{
    m_desk->start(mrossi);
    QVERIFY(m_desk->signIn(u"lanyard"_s));
    m_desk->goTo(0);
}

void TestEditors::theWheelChangesNothing()
{
    m_desk->start(mrossi);
    QVERIFY(m_desk->isAsked());
    QCOMPARE(changedByTheWheel(m_desk->dialog()), QString());
    QVERIFY(m_desk->signIn(u"lanyard"_s));
    for (const int page : {0, 1, 2}) {
        m_desk->goTo(page);
        QCOMPARE(changedByTheWheel(&m_desk->window()), QString());
    }
    m_desk->typeInto(u"Filter"_s, u"colour"_s);
    Q_EMIT m_desk->window().preferencesRequested();
    QDialog *preferences = m_desk->dialogCalled(u"Preferences"_s);
    QVERIFY(preferences);
    QCOMPARE(changedByTheWheel(preferences), QString());
    QCOMPARE(m_desk->saveText(), u"No changes"_s);
}

void TestEditors::theWheelScrollsThePageOverEveryField()
{
    start();
    m_desk->window().resize(700, 420);
    for (const QString &field : {u"Country"_s, u"Birth date"_s, u"City"_s}) {
        auto *edit = m_desk->find<QLineEdit>(field);
        auto *page = m_desk->window().findChild<ProfilePage *>();
        QVERIFY(eventually([page] { return page->verticalScrollBar()->maximum() > 0; }));
        edit->setFocus();
        page->verticalScrollBar()->setValue(page->verticalScrollBar()->maximum());
        const int before = page->verticalScrollBar()->value();
        wheelOver(edit, 120);
        QVERIFY2(page->verticalScrollBar()->value() < before, qPrintable(field));
    }
}

QTEST_MAIN(TestEditors)
#include "tst_editors.moc"
