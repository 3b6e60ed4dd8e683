// What the window shows beside its contents: whose it is, and its pages.
#include "core/workspace/workspace.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "ui/common/avatar.h"
#include "ui/mainwindow.h"
#include "ui/pagedelegate.h"
#include "ui/sidebar.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScopeGuard>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theWindowIsEmptyUntilTheFirstSignIn();
    void aNarrowWindowStillTellsWhoAndWhere();
    void theNamesStandBesideThePictureInBothDirections();
    void theKeysAreCountedAtTheEndOfTheirLine();

private:
    [[nodiscard]] QStringList namesOnTheButton() const;

    std::unique_ptr<AppFixture> m_app;
};

void TestLook::init()
{
    m_app = std::make_unique<AppFixture>();
    m_app->start(u"mrossi"_s);
}

void TestLook::cleanup()
{
    m_app.reset();
}

QStringList TestLook::namesOnTheButton() const
{
    QStringList names;
    const auto labels = m_app->find<QPushButton>(u"Accounts"_s)->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            names << label->text();
    }
    return names;
}

void TestLook::theWindowIsEmptyUntilTheFirstSignIn()
{
    QVERIFY(m_app->isAsked());
    auto *sidebar = m_app->window().findChild<Sidebar *>();
    QVERIFY(!sidebar->isVisible());
    QVERIFY(m_app->signIn(u"lanyard"_s));
    QVERIFY(sidebar->isVisible());
    m_app->press(u"Sign out"_s);
    QVERIFY(m_app->isAsked());
    QVERIFY(sidebar->isVisible()); // whose account this is can be seen
}

void TestLook::aNarrowWindowStillTellsWhoAndWhere()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    const QString server = m_app->session().account().origin.shortText();
    const QStringList inFull{u"Maria Rossi"_s, u"mrossi"_s, server};
    const QStringList inShort{u"mrossi"_s, server};
    m_app->window().resize(1080, 700);
    COMPARE_EVENTUALLY(namesOnTheButton(), inFull);
    m_app->window().resize(600, 480);
    COMPARE_EVENTUALLY(namesOnTheButton(), inShort);
    const QString tip = m_app->find<QPushButton>(u"Accounts"_s)->toolTip();
    QVERIFY2(tip.contains("Maria Rossi"_L1) && tip.contains(server), qPrintable(tip));
}

void TestLook::theNamesStandBesideThePictureInBothDirections()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    const auto restored = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
    m_app->window().resize(1080, 700);
    const auto *button = m_app->find<QPushButton>(u"Accounts"_s);
    const auto *avatar = button->findChild<Avatar *>();
    const auto labels = button->findChildren<QLabel *>();
    // From the picture to the nearer edge of the text.
    const auto farthest = [&] {
        int distance = 0;
        for (const QLabel *label : labels) {
            const int right = label->x() - avatar->geometry().right();
            const int left = avatar->x() - label->geometry().right();
            if (label->isVisible())
                distance = qMax(distance, button->isRightToLeft() ? left : right);
        }
        return distance;
    };
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QApplication::setLayoutDirection(direction);
        QVERIFY2(eventually([&] { return farthest() > 0 && farthest() < 20; }),
                 qPrintable(QString::number(farthest())));
    }
}

void TestLook::theKeysAreCountedAtTheEndOfTheirLine()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    const auto *pages = m_app->find<QListWidget>(u"Pages"_s);
    const auto remark = [pages](int page) { return pages->item(page)->data(PageDelegate::RemarkRole).toString(); };
    const int count = m_app->window().account().workspace().apiKeys().rowCount();
    QVERIFY(count > 0);
    QCOMPARE(remark(Sidebar::ApiKeys), QString::number(count));
    QCOMPARE(pages->item(Sidebar::ApiKeys)->text(), u"API keys"_s);
    QVERIFY(remark(Sidebar::Profile).isEmpty());
    m_app->typeInto(u"City"_s, u"Torino"_s);
    QCOMPARE(remark(Sidebar::Profile), u"●"_s);
    QCOMPARE(pages->item(Sidebar::Profile)->data(Qt::AccessibleTextRole).toString(), u"Profile, changed"_s);
}

LANYARD_TEST(QApplication, TestLook)
#include "tst_look.moc"
