// What a screen reader finds: every control has a name, its own in the window, equal to what is written beside or on
// it. And what a hostile service cannot do: no widget takes its texts for HTML.
#include "tests/ui/controlnames.h"
#include "tests/ui/desk.h"

#include <QDialog>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlOfEachPageHasItsOwnName();
    void everyControlOfTheSignInDialogHasItsOwnName();
    void tabReachesEveryFieldInReadingOrder();
    void noWidgetTakesTextsForHtml();
};

void TestAccessibility::everyControlOfEachPageHasItsOwnName()
{
    Desk desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    for (int page = 0; page < 3; ++page) {
        desk.goTo(page);
        VERIFY_NAMED(&desk.window());
    }
    // Changed fields bring a button each.
    desk.goTo(0);
    desk.typeInto(u"First name"_s, u"A"_s);
    desk.typeInto(u"Last name"_s, u"B"_s);
    VERIFY_NAMED(&desk.window());
    // A narrow window shows less and still says it.
    desk.window().resize(600, 480);
    QVERIFY(eventually([&desk] { return desk.window().width() < 700; }));
    VERIFY_NAMED(&desk.window());
}

void TestAccessibility::everyControlOfTheSignInDialogHasItsOwnName()
{
    Desk desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    VERIFY_NAMED(desk.dialog());
    QCOMPARE(desk.dialog()->windowTitle(), u"Sign in"_s);
    desk.dialog()->findChild<QTabWidget *>()->setCurrentIndex(1);
    VERIFY_NAMED(desk.dialog());
}

void TestAccessibility::tabReachesEveryFieldInReadingOrder()
{
    Desk desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.find<QLineEdit>(u"Title"_s)->setFocus();
    QVERIFY(eventually([&desk] { return desk.window().focusWidget() && desk.window().isActiveWindow(); }));
    QStringList reached;
    for (int i = 0; i < 60; ++i) {
        const QString name = Desk::nameOf(desk.window().focusWidget());
        if (reached.contains(name))
            break;
        reached << name;
        QTest::keyClick(desk.window().focusWidget(), Qt::Key_Tab);
    }
    const QStringList fields{u"Title"_s,           u"First name"_s,  u"Last name"_s,    u"User name"_s,
                             u"Choose picture…"_s, u"E-mail"_s,      u"Phone"_s,        u"Mobile"_s,
                             u"Address"_s,         u"Postal code"_s, u"City"_s,         u"Region"_s,
                             u"Country"_s,         u"Department"_s,  u"Birth date"_s,   u"Notes"_s,
                             u"User ID"_s,         u"Roles"_s,       u"Rank"_s,         u"Customer ID"_s,
                             u"Created"_s,         u"Updated"_s,     u"Last sign-in"_s, u"Messages dismissed"_s};
    qsizetype last = -1;
    for (const QString &field : fields) {
        const qsizetype position = reached.indexOf(field);
        QVERIFY2(position > last, qPrintable(field + u" is not reached in order: "_s + reached.join(u", "_s)));
        last = position;
    }
}

void TestAccessibility::noWidgetTakesTextsForHtml()
{
    Desk desk;
    QJsonObject user = desk.service().user(u"mrossi"_s);
    const QString hostile = u"<b>x</b><img src=\"/etc/passwd\"> & \u202Egnp"_s;
    for (const auto member : {"firstName"_L1, "lastName"_L1, "title"_L1, "department"_L1, "region"_L1})
        user.insert(member, hostile);
    QJsonArray keys = user.value("apiKeys"_L1).toArray();
    QJsonObject key = keys.at(0).toObject();
    key.insert("name"_L1, hostile);
    key.insert("description"_L1, hostile);
    keys.replace(0, key);
    user.insert("apiKeys"_L1, keys);
    QVERIFY(desk.service().setUser(u"mrossi"_s, user));
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    for (int page = 0; page < 3; ++page) {
        desk.goTo(page);
        const auto labels = desk.window().findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
        const auto widgets = desk.window().findChildren<QWidget *>();
        for (const QWidget *widget : widgets)
            QVERIFY2(!Qt::mightBeRichText(widget->toolTip()), qPrintable(widget->toolTip()));
    }
    QVERIFY(desk.window().windowTitle().contains("<b>x</b>"_L1));
    QVERIFY(!desk.window().windowTitle().contains(QChar(0x202E)));
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
