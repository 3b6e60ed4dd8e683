// Windows and dialogs on the screen that there is: ctest runs this once for each size of screen (see CMakeLists.txt).

#include "tests/ui/desk.h"

#include "app/hardening.h"
#include "ui/common/messages.h"
#include "ui/mainwindow.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class ScreensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void everythingIsOnTheScreen();
    void aWindowOfALargerScreenIsBroughtBack();
    void filesAreAskedForByADialogThatOpens();

private:
    [[nodiscard]] bool isOnTheScreen(const QWidget *window) const;
    [[nodiscard]] bool canBeClicked(const QWidget *button) const;

    std::unique_ptr<Desk> m_desk;
};

void ScreensTest::init()
{
    m_desk = std::make_unique<Desk>();
    m_desk->start(u"mrossi"_s);
}

// With its frame.
bool ScreensTest::isOnTheScreen(const QWidget *window) const
{
    const QRect room = window->screen()->availableGeometry();
    if (room.contains(window->frameGeometry()))
        return true;
    qWarning() << window->windowTitle() << window->frameGeometry() << "is not within" << room;
    return false;
}

bool ScreensTest::canBeClicked(const QWidget *button) const
{
    if (!button)
        return false;
    const QWidget *window = button->window();
    const QRect place(button->mapTo(window, QPoint(0, 0)), button->size());
    if (button->isVisible() && window->rect().contains(place) && window->childAt(place.center()) == button)
        return isOnTheScreen(window);
    qWarning() << button << place << "in" << window->rect();
    return false;
}

void ScreensTest::everythingIsOnTheScreen()
{
    QVERIFY(m_desk->isAsked());
    QTRY_VERIFY(isOnTheScreen(m_desk->dialog()));
    QVERIFY(canBeClicked(m_desk->find<QPushButton>(u"Cancel"_s, m_desk->dialog())));
    QVERIFY(canBeClicked(m_desk->find<QPushButton>(u"Sign in"_s, m_desk->dialog())));
    QVERIFY(m_desk->signIn(u"lanyard"_s));
    MainWindow &window = m_desk->window();
    QTRY_VERIFY(isOnTheScreen(&window));
    QVERIFY(canBeClicked(m_desk->find<QPushButton>(u"Sign out"_s)));
    auto *city = m_desk->find<QLineEdit>(u"City"_s);
    city->setFocus();
    QTest::keyClicks(city, u"Torino"_s);
    window.messages().show(
        {.topic = Topic::Diagnostics, .text = u"A sentence that is long enough to be broken. "_s.repeated(4)});
    for (int page = 0; page < 3; ++page) {
        m_desk->goTo(page);
        QTRY_VERIFY(canBeClicked(m_desk->find<QPushButton>(u"Save"_s)));
        QVERIFY(canBeClicked(m_desk->find<QPushButton>(u"Sign out"_s)));
        QVERIFY(isOnTheScreen(&window));
    }
    for (const auto &[action, title, button] : {std::tuple(u"Preferences…"_s, u"Preferences"_s, u"Close"_s),
                                                std::tuple(u"Review…"_s, u"Review changes"_s, u"Save"_s)}) {
        for (QAction *candidate : window.findChildren<QAction *>()) {
            if (candidate->text() == action)
                candidate->trigger();
        }
        QDialog *dialog = m_desk->dialogCalled(title);
        QVERIFY(dialog);
        QTRY_VERIFY(isOnTheScreen(dialog));
        QVERIFY(canBeClicked(m_desk->find<QPushButton>(button, dialog)));
        dialog->close();
    }
}

void ScreensTest::aWindowOfALargerScreenIsBroughtBack()
{
    QVERIFY(m_desk->isAsked());
    QVERIFY(m_desk->signIn(u"lanyard"_s));
    QWidget large;
    large.setGeometry(2600, 1500, 2000, 1200);
    m_desk->window().restorePlacement({{u"geometry"_s, QString::fromLatin1(large.saveGeometry().toBase64())}});
    QTRY_VERIFY(isOnTheScreen(&m_desk->window()));
    QTRY_VERIFY(canBeClicked(m_desk->find<QPushButton>(u"Save"_s)));
}

// The portal of the desktop may not look into a hardened process, and opens nothing then.
void ScreensTest::filesAreAskedForByADialogThatOpens()
{
    QVERIFY(m_desk->isAsked());
    QVERIFY(m_desk->signIn(u"lanyard"_s));
    hardenProcess();
    m_desk->find<QPushButton>(u"Choose picture…"_s)->click();
    auto *dialog = qobject_cast<QFileDialog *>(m_desk->dialogCalled(u"Choose picture"_s));
    QVERIFY(dialog);
    QVERIFY(dialog->testOption(QFileDialog::DontUseNativeDialog));
    QTRY_VERIFY(isOnTheScreen(dialog));
    dialog->close();
}

} // namespace lanyard::testing

QTEST_MAIN(lanyard::testing::ScreensTest)
#include "tst_screens.moc"
