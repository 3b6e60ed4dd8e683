// What the window looks like: whose it is, its pages, the form of the profile, the line at its foot.
#include "core/workspace/workspace.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "tests/ui/opendialogs.h"
#include "ui/accounts/accountdelegate.h"
#include "ui/accounts/accountsbutton.h"
#include "ui/accounts/accounttext.h"
#include "ui/common/avatar.h"
#include "ui/common/cutlabel.h"
#include "ui/common/messagebar.h"
#include "ui/common/savebar.h"
#include "ui/look/card.h"
#include "ui/look/characterwidth.h"
#include "ui/look/contrast.h"
#include "ui/look/pageheader.h"
#include "ui/look/plainlabel.h"
#include "ui/look/spacing.h"
#include "ui/mainwindow.h"
#include "ui/pagedelegate.h"
#include "ui/profile/fieldcell.h"
#include "ui/profile/fieldeditor.h"
#include "ui/profile/profilepage.h"
#include "ui/sidebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSpinBox>
#include <QStatusBar>
#include <QTableView>
#include <QTextBlock>
#include <QToolButton>
#include <QTreeView>

#include <limits>
#include <map>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

// Of what can be seen in @p dialog, without what only holds other parts.
QRect placeOfContents(const QDialog &dialog)
{
    QRect all;
    const auto parts = dialog.findChildren<QWidget *>();
    for (const QWidget *part : parts) {
        const auto *label = qobject_cast<const QLabel *>(part);
        const bool isContent = (label && (!label->text().isEmpty() || !label->pixmap().isNull())) ||
                               qobject_cast<const Card *>(part) || qobject_cast<const QAbstractButton *>(part) ||
                               qobject_cast<const QLineEdit *>(part) || qobject_cast<const QPlainTextEdit *>(part) ||
                               qobject_cast<const QAbstractItemView *>(part);
        const QRect seen = part->visibleRegion().boundingRect();
        if (isContent && part->isVisible() && !seen.isEmpty())
            all |= QRect(part->mapTo(&dialog, seen.topLeft()), seen.size());
    }
    return all;
}

} // namespace

class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theWindowIsEmptyUntilTheFirstSignIn();
    void aUserWithoutAPictureLooksTheSameEverywhere();
    void aNarrowWindowStillTellsWhoAndWhere();
    void theArrowOfTheAccountsIsOnTheScreenAtEverySize();
    void theFocusOfTheAccountsIsSeen();
    void whatUndoesAllLooksUnlikeWhatUndoesOne();
    void theNamesStandBesideThePictureInBothDirections();
    void namesThatDifferAtTheEndAreNotCutAlike();
    void aLineReadsInTheOrderOfItsWordsInBothDirections();
    void theKeysAreCountedAtTheEndOfTheirLine();
    void theSidebarGrowsWithTheText();
    void rowsOfEveryListAreEquallyHigh();
    void theReviewFitsANarrowScreen();
    void whatIsClickedIsLargeEnough();
    void boxesToTickGrowWithTheText();
    void fieldsAndButtonsBesideEachOtherAreOfOneHeight();
    void theTextOfAButtonHasRoomAroundIt();
    void everyDialogHasTheSameMargins_data();
    void everyDialogHasTheSameMargins();
    void thePagesBeginAtTheSamePlace();
    void thePictureStandsFirst();
    void theFormIsACenteredColumnAndTwoWhereThereIsRoom_data();
    void theFormIsACenteredColumnAndTwoWhereThereIsRoom();
    void theFieldsOfEveryCardBeginInLine();
    void thePagesKeepTheirPlaceWhenOtherAccountsNeedTheUser();
    void theListOfPagesIsOnTheScreenAsItIsPainted();
    void nothingMovesWhenAFieldIsChanged_data();
    void nothingMovesWhenAFieldIsChanged();
    void nothingMovesWhenAMessageComesOrGoes_data();
    void nothingMovesWhenAMessageComesOrGoes();
    void whatClearsAFilterIsThereAtOnce();
    void theSaveBarHasItsPlaceFromTheStart_data();
    void theSaveBarHasItsPlaceFromTheStart();
    void theBarOfAChangeIsBesideItsField();
    void theCopyMarkIsRightBehindItsValue();
    void aNumberIsNeverCut_data();
    void aNumberIsNeverCut();
    void aCutValueSaysSo();
    void whatALabelDoesNotTellIsExplained();
    void theStatusLineSaysWhereHowAndHowLong();
    void theStatusLineIsBriefBeforeItIsCut();
    void theTriangleOfAChosenRowIsSeen();
    void areasOfTextShowWholeLines();
    void aCopiedKeyTakesNoPlaceThatThereIsRoomFor();
    void aMenuIsToldFromTheWindowBehindIt();
    void theStatusLineSaysThatTheSessionHasEnded();
    void presentationModeIsNotOverlooked();

private:
    [[nodiscard]] QStringList namesOnTheButton() const;
    [[nodiscard]] QList<QRect> placesOfFields() const;
    void resizeTo(int width, int height);

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

void TestLook::aUserWithoutAPictureLooksTheSameEverywhere()
{
    QJsonObject user = m_app->service().user(u"mrossi"_s);
    user.insert("image"_L1, QString());
    QVERIFY(m_app->service().setUser(u"mrossi"_s, user));
    QVERIFY(m_app->signIn(u"lanyard"_s));
    const auto look = [this] {
        QList<QImage> images;
        const auto avatars = m_app->window().findChildren<Avatar *>();
        for (Avatar *avatar : avatars) {
            avatar->setDiameter(60);
            images << avatar->grab().toImage().copy(10, 10, 40, 40); // without what is around the circle
        }
        return images;
    };
    QCOMPARE(look().size(), 2);
    QCOMPARE(look().first(), look().last());
    m_app->typeInto(u"First name"_s, u"Paola"_s); // not the name yet
    QCOMPARE(look().first(), look().last());
    const QImage before = look().first();
    m_app->press(u"Save"_s);
    VERIFY_EVENTUALLY(m_app->saveText() == "Saved"_L1);
    VERIFY_EVENTUALLY(look().first() != before);
    QCOMPARE(look().first(), look().last());
    // Nor another colour: it is still the same user.
    QCOMPARE(look().first().pixelColor(20, 2), before.pixelColor(20, 2));
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

// As it is on the screen: a picture that is taken of the button alone is painted for that.
void TestLook::theArrowOfTheAccountsIsOnTheScreenAtEverySize()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    const auto *button = m_app->find<QPushButton>(u"Accounts"_s);
    const auto isThere = [&] {
        const int side = button->style()->pixelMetric(QStyle::PM_MenuButtonIndicator, nullptr, button);
        const QRect around = button->layout()->contentsRect();
        const QRect end(around.right() - side + 1, around.top(), side, around.height());
        const QRect place(button->mapTo(&m_app->window(), end.topLeft()), end.size());
        const QImage seen =
            button->screen()
                ->grabWindow(m_app->window().winId(), place.x(), place.y(), place.width(), place.height())
                .toImage();
        for (int y = 0; y < seen.height(); ++y) {
            for (int x = 0; x < seen.width(); ++x) {
                if (seen.pixel(x, y) != seen.pixel(0, 0))
                    return true;
            }
        }
        return false;
    };
    for (const QSize size : {QSize(1080, 700), QSize(600, 480), QSize(1080, 700), QSize(1000, 620), QSize(1200, 760)}) {
        resizeTo(size.width(), size.height());
        QTest::qWait(50); // what is painted before everything has its place
        const bool isWide = button->parentWidget()->width() > 150;
        QVERIFY2(!isWide || eventually([&] { return isThere(); }), qPrintable(QString::number(size.width())));
    }
    for (const bool isLarge : {true, false}) {
        isLarge ? m_app->window().showMaximized() : m_app->window().showNormal();
        COMPARE_EVENTUALLY(m_app->window().width() > 1200, isLarge);
        QTest::qWait(50);
        VERIFY_EVENTUALLY(isThere());
    }
}

void TestLook::theFocusOfTheAccountsIsSeen()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    auto *button = m_app->find<QPushButton>(u"Accounts"_s);
    const auto seen = [&] {
        QTest::qWait(20);
        const QRect place(button->mapTo(&m_app->window(), QPoint()), button->size());
        return m_app->window().grab(place).toImage();
    };
    for (const QSize size : {QSize(1080, 700), QSize(600, 480)}) {
        resizeTo(size.width(), size.height());
        m_app->find<QListWidget>(u"Pages"_s)->setFocus();
        const QImage before = seen();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
        QVERIFY(button->hasFocus());
        const QImage after = seen();
        const auto differs = [&](QPoint place) { return before.pixel(place) != after.pixel(place); };
        const QPoint middle = before.rect().center();
        int sides = 0;
        const int around = space(Space::Small); // the frame may be within the button
        for (const QPoint from : {QPoint(middle.x(), 0), QPoint(0, middle.y()), QPoint(middle.x(), before.height() - 1),
                                  QPoint(before.width() - 1, middle.y())}) {
            const QPoint step((middle.x() > from.x()) - (middle.x() < from.x()),
                              (middle.y() > from.y()) - (middle.y() < from.y()));
            bool isFramed = false;
            for (int i = 0; i < around; ++i)
                isFramed = isFramed || differs(from + i * step);
            sides += isFramed ? 1 : 0;
        }
        QCOMPARE(sides, 4);
    }
}

void TestLook::whatUndoesAllLooksUnlikeWhatUndoesOne()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->typeInto(u"City"_s, u"Torino"_s);
    resizeTo(480, 480);
    const auto pictureOn = [](const QAbstractButton *button) {
        return button->icon().pixmap(button->iconSize()).toImage().convertToFormat(QImage::Format_ARGB32);
    };
    const auto *all = m_app->find<QPushButton>(u"Discard changes"_s);
    VERIFY_EVENTUALLY(all->text().isEmpty() && !all->icon().isNull());
    QVERIFY(pictureOn(all) != pictureOn(m_app->find<QToolButton>(u"Undo City"_s)));
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

// "30 min left" is not "min left 30".
void TestLook::aLineReadsInTheOrderOfItsWordsInBothDirections()
{
    const auto restored = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
    QList<QImage> painted;
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QApplication::setLayoutDirection(direction);
        CutLabel label(u"30 min left"_s);
        label.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
        label.resize(label.sizeHint());
        painted << label.grab().toImage();
    }
    QVERIFY(painted.at(0) == painted.at(1));
}

// In the sidebar, in the menu and in the dialog of the accounts.
void TestLook::namesThatDifferAtTheEndAreNotCutAlike()
{
    const QString names = u"Licence management of the regional office "_s;
    const auto painted = [&names](const QString &end) {
        NameLabel label(names + end);
        label.resize(label.sizeHint().width() / 2, label.sizeHint().height());
        return label.grab().toImage();
    };
    QVERIFY(painted(u"north"_s) != painted(u"south"_s));
    const auto inMenu = [&names](const QString &end) {
        AccountText text;
        text.name = names + end;
        text.userName = u"licence-management-regional-office"_s; // alike: it is the name that is looked at
        text.server = u"licences.example"_s;
        const QFontMetrics metrics(QApplication::font());
        return text.line(metrics.horizontalAdvance(u'x') * 50, widthIn(metrics));
    };
    QVERIFY(inMenu(u"north"_s) != inMenu(u"south"_s));
    const auto inDialog = [&names](const QString &end) {
        AccountText text;
        text.name = names + end;
        text.userName = u"office"_s;
        text.server = u"licences.example"_s;
        text.needs = u"unsaved changes, signed out"_s;
        QListWidget list;
        list.addItem(QString());
        list.setItemDelegate(new AccountDelegate(&list));
        AccountDelegate::setText(*list.model(), 0, text);
        list.resize(list.fontMetrics().horizontalAdvance(u'x') * 30, 200);
        return list.grab().toImage();
    };
    QVERIFY(inDialog(u"north"_s) != inDialog(u"south"_s));
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

void TestLook::resizeTo(int width, int height)
{
    m_app->window().resize(width, height);
    COMPARE_EVENTUALLY(m_app->window().size(), QSize(width, height));
    QTest::qWait(20); // layouts
}

QList<QRect> TestLook::placesOfFields() const
{
    QList<QRect> places;
    const auto cells = m_app->window().findChildren<FieldEditor *>();
    for (const FieldEditor *cell : cells)
        places << QRect(cell->mapTo(&m_app->window(), QPoint()), cell->size());
    return places;
}

void TestLook::theSidebarGrowsWithTheText()
{
    // The height of what is drawn of an icon, and that of its row.
    const auto measured = [this] {
        auto *pages = m_app->find<QListWidget>(u"Pages"_s);
        const QRect row = pages->visualItemRect(pages->item(Sidebar::Settings));
        const QImage picture = pages->viewport()->grab(row).toImage();
        const QRgb behind = picture.pixel(0, 0);
        int top = -1;
        int bottom = -1;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixel(x, y) == behind)
                    continue;
                top = top < 0 ? y : top;
                bottom = y;
            }
        }
        return std::pair(bottom - top, row.height());
    };
    const auto start = [this] {
        m_app->startWith({});
        QVERIFY(m_app->isSignedIn());
        resizeTo(640, 480); // compact: icons alone
    };
    QVERIFY(m_app->signIn(u"lanyard"_s));
    QVERIFY(m_app->isKept());
    m_app->quit();
    start();
    const auto [icon, row] = measured();
    m_app->quit();
    const QFont usual = QApplication::font();
    const auto restored = qScopeGuard([&usual] { QApplication::setFont(usual); });
    QFont large = usual;
    large.setPointSizeF(usual.pointSizeF() * 2);
    QApplication::setFont(large);
    start();
    const auto [largeIcon, largeRow] = measured();
    QVERIFY2(largeIcon > icon * 3 / 2, qPrintable(u"%1 after %2"_s.arg(largeIcon).arg(icon)));
    QVERIFY(largeRow > row * 3 / 2);
    const QStringList names{u"mrossi"_s, m_app->session().account().origin.shortText()};
    COMPARE_EVENTUALLY(namesOnTheButton(), names); // and there is still room for who and where
    auto *accounts = m_app->window().findChild<AccountsButton *>();
    accounts->setWaitingCount(4);
    resizeTo(641, 480);
    COMPARE_EVENTUALLY(namesOnTheButton(), QStringList(u"⚠ 4"_s) + names); // also while others wait
    accounts->setWaitingCount(0);
    resizeTo(640, 360);
    const auto *pages = m_app->find<QListWidget>(u"Pages"_s);
    VERIFY_EVENTUALLY(m_app->window().height() == 360 && pages->verticalScrollBar()->maximum() == 0);
    VERIFY_EVENTUALLY(m_app->window().findChild<AccountsButton *>()->findChild<Avatar *>()->isVisible());
    m_app->quit();
}

void TestLook::whatIsClickedIsLargeEnough()
{
    constexpr int least = 24;
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->typeInto(u"Birth date"_s, u"1984-03-18"_s); // which can be cleared
    m_app->window().messages().show({.topic = Topic::Diagnostics, .text = u"Something happened."_s, .stays = true});
    QSet<const QAbstractButton *> all;
    int clearCount = 0;
    for (const int page : {1, 2, 0}) {
        m_app->goTo(page);
        const auto buttons = m_app->window().findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (!button->isVisible() || button->inherits("QTableCornerButton"))
                continue;
            all << button;
            clearCount += qobject_cast<QLineEdit *>(button->parent()) ? 1 : 0;
            QVERIFY2(button->width() >= least && button->height() >= least, qPrintable(AppFixture::nameOf(button)));
        }
    }
    for (const QString &name : {u"Close message"_s, u"Copy client secret"_s})
        QVERIFY(std::any_of(all.begin(), all.end(), [&](auto *one) { return AppFixture::nameOf(one) == name; }));
    QVERIFY(clearCount >= 1);
    const auto *pages = m_app->find<QListWidget>(u"Pages"_s);
    QVERIFY(pages->sizeHintForRow(0) >= least);
}

void TestLook::boxesToTickGrowWithTheText()
{
    const QFont usual = QApplication::font();
    const auto restored = qScopeGuard([&usual] { QApplication::setFont(usual); });
    const auto side = [](const QAbstractButton &button, QStyle::SubElement indicator) {
        QStyleOptionButton option;
        option.initFrom(&button);
        return button.style()->subElementRect(indicator, &option, &button).height();
    };
    for (const int percent : {100, 200}) {
        QFont font = usual;
        font.setPointSizeF(usual.pointSizeF() * percent / 100);
        QApplication::setFont(font);
        QCheckBox check(u"Keep me signed in"_s);
        QRadioButton radio(u"Dark"_s);
        const int line = check.fontMetrics().height();
        QVERIFY(side(check, QStyle::SE_CheckBoxIndicator) >= line);
        QVERIFY(side(radio, QStyle::SE_RadioButtonIndicator) >= line);
        QVERIFY(check.sizeHint().height() >= 24);
        QVERIFY(radio.sizeHint().height() >= 24);
    }
}

void TestLook::fieldsAndButtonsBesideEachOtherAreOfOneHeight()
{
    QLineEdit line;
    QComboBox choice;
    QComboBox editable;
    editable.setEditable(true);
    QSpinBox number;
    QDateEdit date;
    QPushButton button(u"Choose…"_s);
    for (const QWidget *other : std::initializer_list<QWidget *>{&choice, &editable, &number, &date, &button})
        QCOMPARE(other->sizeHint().height(), line.sizeHint().height());
}

void TestLook::theTextOfAButtonHasRoomAroundIt()
{
    for (const QString &text : {u"OK"_s, u"Discard changes"_s, u"Remove account…"_s}) {
        const QPushButton button(text);
        const int room = button.sizeHint().width() - button.fontMetrics().horizontalAdvance(text);
        QVERIFY2(room >= 2 * space(Space::Medium), qPrintable(text));
    }
}

void TestLook::everyDialogHasTheSameMargins_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isMirrored");
    for (const QString &name : dialogNames()) {
        QTest::addRow("%s", qPrintable(name)) << name << false;
        QTest::addRow("%s, right to left", qPrintable(name)) << name << true;
    }
}

void TestLook::everyDialogHasTheSameMargins()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isMirrored);
    if (name == "Sign in"_L1)
        QVERIFY(m_app->isAsked());
    else
        QVERIFY(m_app->signIn(u"lanyard"_s));
    const auto restored = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
    QApplication::setLayoutDirection(isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
    resizeTo(1080, 760);
    QDialog *dialog = dialogOf(*m_app, name);
    QVERIFY(dialog);
    // Where the lines begin, and below the buttons.
    const auto margins = [dialog] {
        const QRect all = placeOfContents(*dialog);
        const int begin = dialog->isRightToLeft() ? dialog->width() - all.right() - 1 : all.left();
        return std::pair(begin, dialog->height() - all.bottom() - 1);
    };
    const bool isCentred = name == "About Lanyard"_L1;
    const auto areSame = [&] {
        const auto [beside, below] = margins();
        return (isCentred || qAbs(beside - space(DialogMargin)) <= 2) && qAbs(below - space(DialogMargin)) <= 2;
    };
    QVERIFY2(eventually(areSame), qPrintable(u"%1 and %2"_s.arg(margins().first).arg(margins().second)));
    endItsSignals(*dialog);
    dialog->close();
}

void TestLook::rowsOfEveryListAreEquallyHigh()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->goTo(1);
    QCOMPARE(m_app->find<QTableView>(u"API keys"_s)->rowHeight(0), listRowHeight());
    m_app->goTo(2);
    auto *tree = m_app->find<QTreeView>(u"Settings"_s);
    QCOMPARE(tree->visualRect(tree->model()->index(0, 0)).height(), listRowHeight());
    m_app->goTo(0);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->press(u"Review…"_s);
    QDialog *review = m_app->dialogCalled(u"Review changes"_s);
    QVERIFY(review);
    const auto *changes = review->findChild<QTableView *>();
    COMPARE_EVENTUALLY(changes->rowHeight(0), listRowHeight());
    review->reject();
    QVERIFY(listRowHeight() >= 24);
}

void TestLook::theReviewFitsANarrowScreen()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->press(u"Review…"_s);
    QDialog *review = m_app->dialogCalled(u"Review changes"_s);
    QVERIFY(review);
    review->resize(320, 400);
    COMPARE_EVENTUALLY(review->width(), 320);
    for (const QString &name : {u"Undo this change"_s, u"Close"_s, u"Save"_s}) {
        const auto *button = m_app->find<QPushButton>(name, review);
        VERIFY_EVENTUALLY(button->width() >= button->sizeHint().width());
        VERIFY_EVENTUALLY(button->visibleRegion().boundingRect() == button->rect());
    }
    review->reject();
}

void TestLook::thePagesBeginAtTheSamePlace()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    resizeTo(760, 600); // where the profile takes all the width
    QList<QPoint> places;
    for (int page = 0; page < 3; ++page) {
        m_app->goTo(page);
        const auto headings = m_app->window().account().findChildren<Heading *>();
        for (const Heading *heading : headings) {
            if (heading->isVisible() && qobject_cast<PageHeader *>(heading->parent())) {
                places << heading->mapTo(&m_app->window(), QPoint());
                break;
            }
        }
        QCOMPARE(places.size(), page + 1);
        QCOMPARE(places.last(), places.first());
    }
}

void TestLook::thePictureStandsFirst()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    const auto *change = m_app->find<QPushButton>(u"Change picture"_s);
    const auto *title = m_app->find<QLineEdit>(u"Title"_s);
    QVERIFY(change->mapToGlobal(QPoint()).y() < title->mapToGlobal(QPoint()).y());
    QVERIFY2(change->toolTip().contains(u'×'), qPrintable(change->toolTip())); // how large it is
    // Its text has room, also beside the arrow.
    const int arrow = change->style()->pixelMetric(QStyle::PM_MenuButtonIndicator, nullptr, change);
    const int text = change->fontMetrics().horizontalAdvance(u"Change picture"_s);
    QVERIFY(change->width() >= text + arrow + 2 * space(Space::Medium));
}

void TestLook::theFormIsACenteredColumnAndTwoWhereThereIsRoom_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("columns");
    QTest::newRow("narrow") << 700 << 1;
    QTest::newRow("usual") << 1080 << 1;
    QTest::newRow("1280") << 1280 << 1;
    QTest::newRow("1366") << 1366 << 2;
    QTest::newRow("1920") << 1920 << 2;
}

void TestLook::theFormIsACenteredColumnAndTwoWhereThereIsRoom()
{
    QFETCH(const int, width);
    QFETCH(const int, columns);
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->window().setMaximumSize(width, 700); // also on a smaller screen
    m_app->window().setMinimumSize(width, 700);
    resizeTo(width, 700);
    const auto *page = m_app->window().account().findChild<ProfilePage *>();
    const auto cards = page->findChildren<Card *>();
    QList<int> lefts;
    QRect all;
    for (const Card *card : cards) {
        const QRect place(card->mapTo(page, QPoint()), card->size());
        if (!lefts.contains(place.left()))
            lefts << place.left();
        all |= place;
    }
    QCOMPARE(lefts.size(), columns);
    // In characters of six pixels 720 and 1250.
    const int widest = characterWidth(page->fontMetrics()) * (columns == 1 ? 120 : 208);
    const int room = page->width() - page->verticalScrollBar()->sizeHint().width();
    QCOMPARE(all.width(), qMin(widest, room - 2 * space(Space::Large)));
    QVERIFY(qAbs((room - all.right() - 1) - all.left()) <= 1);
}

void TestLook::theFieldsOfEveryCardBeginInLine()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    for (const int width : {760, 1080}) {
        resizeTo(width, 700);
        const auto leftOf = [this](const QString &field) {
            const QWidget *editor = m_app->find<QLineEdit>(field);
            if (const auto *choice = qobject_cast<const QComboBox *>(editor->parentWidget()))
                editor = choice;
            return editor->mapTo(&m_app->window(), QPoint()).x();
        };
        for (const QString &second : {u"Last name"_s, u"Mobile"_s, u"Country"_s, u"Birth date"_s})
            QVERIFY2(qAbs(leftOf(second) - leftOf(u"Last name"_s)) <= 2, qPrintable(second));
        QVERIFY(m_app->find<QLineEdit>(u"Postal code"_s)->width() < m_app->find<QLineEdit>(u"City"_s)->width());
    }
}

void TestLook::thePagesKeepTheirPlaceWhenOtherAccountsNeedTheUser()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    resizeTo(1080, 700);
    auto *sidebar = m_app->window().findChild<Sidebar *>();
    const auto *pages = m_app->find<QListWidget>(u"Pages"_s);
    const auto *name = sidebar->findChild<AccountsButton *>()->findChild<CutLabel *>();
    const auto placesWith = [&](int waiting) {
        sidebar->setAccounts(u"Maria Rossi"_s, true, waiting);
        QTest::qWait(50);
        return std::pair(pages->mapToGlobal(QPoint()).y(), name->mapToGlobal(QPoint()).y());
    };
    const auto before = placesWith(0);
    QCOMPARE(placesWith(2), before);
    QCOMPARE(placesWith(0), before);
}

// What is left behind by another page would be no part of a picture that is taken of the list.
void TestLook::theListOfPagesIsOnTheScreenAsItIsPainted()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    resizeTo(1080, 700);
    QCursor::setPos(m_app->window().mapToGlobal(QPoint(700, 20)));
    auto *pages = m_app->find<QListWidget>(u"Pages"_s);
    const QRect place(pages->mapTo(&m_app->window(), QPoint(0, 0)), pages->size());
    const auto seen = [&] {
        return m_app->window()
            .screen()
            ->grabWindow(m_app->window().winId(), place.x(), place.y(), place.width(), place.height())
            .toImage()
            .convertToFormat(QImage::Format_RGB32);
    };
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_1, Qt::Key_3, Qt::Key_2, Qt::Key_1}) {
        QTest::keyClick(m_app->window().focusWidget(), key, Qt::ControlModifier);
        QTest::qWait(100);
        const QImage painted = m_app->window().grab(place).toImage().convertToFormat(QImage::Format_RGB32);
        VERIFY_EVENTUALLY(seen() == painted);
    }
}

void TestLook::nothingMovesWhenAFieldIsChanged_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("spare");
    QTest::newRow("in a page that scrolls") << 1080 << -450;
    QTest::newRow("in one that begins to scroll") << 1400 << 10;
    QTest::newRow("in one that fits") << 1400 << 60;
}

// Neither by its mark and Undo, nor by what the bar below says and offers.
void TestLook::nothingMovesWhenAFieldIsChanged()
{
    QFETCH(const int, width);
    QFETCH(const int, spare);
    QVERIFY(m_app->signIn(u"lanyard"_s));
    auto *page = m_app->window().account().findChild<ProfilePage *>();
    resizeTo(width, 700);
    const int needed = page->widget()->minimumSizeHint().height() - page->viewport()->height();
    resizeTo(width, 700 + needed + spare);
    const QList<QRect> before = placesOfFields();
    auto *title = m_app->find<QLineEdit>(u"Title"_s);
    title->setFocus();
    QTest::keyClicks(title, u"x"_s);
    QVERIFY(m_app->find<QPushButton>(u"Save"_s));
    QVERIFY(m_app->find<QToolButton>(u"Undo Title"_s));
    QTest::qWait(20);
    QCOMPARE(placesOfFields(), before);
    QCOMPARE(page->horizontalScrollBar()->maximum(), 0);
}

// While it faded in, it could hardly be seen.
void TestLook::nothingMovesWhenAMessageComesOrGoes_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QSize>("size");
    for (const auto &[title, size] : {std::pair("low", QSize(900, 500)), std::pair("usual", QSize(1280, 800)),
                                      std::pair("large", QSize(1600, 1150))}) {
        for (const int page : {0, 1, 2})
            QTest::addRow("page %d, %s", page, title) << page << size;
    }
}

// A click that is on its way hits what it was meant for, whatever is told meanwhile.
void TestLook::nothingMovesWhenAMessageComesOrGoes()
{
    QFETCH(const int, page);
    QFETCH(const QSize, size);
    QVERIFY(m_app->signIn(u"lanyard"_s));
    resizeTo(size.width(), size.height());
    m_app->goTo(page);
    QTest::qWait(20);
    MessageQueue &messages = m_app->window().account().messages();
    const auto *bar = m_app->window().findChild<MessageBar *>();
    const auto show = [&messages] {
        messages.show({.topic = Topic::Save, .level = Message::Level::Error, .text = u"It failed."_s});
    };
    const auto places = [this] {
        std::map<const QWidget *, QRect> all;
        const auto parts = m_app->window().account().findChildren<QWidget *>();
        for (const QWidget *part : parts) {
            if (part->isVisible() && part->focusPolicy() != Qt::NoFocus)
                all[part] = QRect(part->mapTo(&m_app->window(), QPoint(0, 0)), part->size());
        }
        return all;
    };
    const auto before = places();
    show();
    VERIFY_EVENTUALLY(bar->isVisible());
    QTest::qWait(100);
    auto now = places();
    std::erase_if(now, [bar](const auto &part) { return bar->isAncestorOf(part.first); });
    QVERIFY(before.size() > 3 && now == before);
    for (const int other : {(page + 1) % 3, page})
        m_app->goTo(other);
    QTest::qWait(20);
    messages.settle(Topic::Save);
    VERIFY_EVENTUALLY(!bar->isVisible());
    QTest::qWait(100);
    QVERIFY(places() == before);
}

void TestLook::whatClearsAFilterIsThereAtOnce()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->goTo(1);
    auto *filter = m_app->find<QLineEdit>(u"Filter"_s);
    auto *button = filter->findChild<QToolButton *>();
    QVERIFY(button);
    const auto seen = [button] { return button->grab().toImage(); };
    const auto isFaded = [button](double to) {
        return qFuzzyCompare(1 + button->property("opacity").toDouble(), 1 + to);
    };
    const QImage nothing = seen();
    QTest::keyClicks(filter, u"b"_s);
    const QImage first = seen();
    QVERIFY(first != nothing);
    VERIFY_EVENTUALLY(isFaded(1));
    QCOMPARE(seen(), first);
    QTest::keyClick(filter, Qt::Key_Backspace);
    QCOMPARE(seen(), nothing);
}

void TestLook::theSaveBarHasItsPlaceFromTheStart_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("wide") << 1080;
    QTest::newRow("narrow") << 560;
}

// Whatever it says and offers; after a save the sentence stands alone.
void TestLook::theSaveBarHasItsPlaceFromTheStart()
{
    QFETCH(const int, width);
    QVERIFY(m_app->signIn(u"lanyard"_s));
    resizeTo(width, 700);
    const auto *bar = m_app->window().account().findChild<SaveBar *>();
    VERIFY_EVENTUALLY(bar->isVisible() && m_app->window().width() == width);
    QTest::qWait(20);
    const QRect place = bar->geometry();
    const auto buttons = [bar] {
        const auto all = bar->findChildren<QPushButton *>();
        return std::count_if(all.begin(), all.end(), [](const QPushButton *one) { return one->isVisible(); });
    };
    QCOMPARE(buttons(), 0);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    COMPARE_EVENTUALLY(buttons(), 3);
    QCOMPARE(bar->geometry(), place);
    m_app->typeInto(u"Birth date"_s, u"31/31/1984"_s);
    VERIFY_EVENTUALLY(m_app->saveText() ==
                      (width < 800 ? u"1 change, 1 problem"_s : u"1 change, 1 field needs attention"_s));
    QTest::qWait(20);
    QCOMPARE(bar->geometry(), place);
    m_app->press(u"Undo Birth date"_s);
    m_app->press(u"Save"_s);
    COMPARE_EVENTUALLY(m_app->saveText(), u"Saved"_s);
    QTest::qWait(20);
    QCOMPARE(buttons(), 0);
    QCOMPARE(bar->geometry(), place);
    for (const int page : {1, 2, 0}) {
        m_app->goTo(page);
        QTest::qWait(20);
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->geometry(), place);
    }
}

void TestLook::theBarOfAChangeIsBesideItsField()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    const auto restored = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QApplication::setLayoutDirection(direction);
        const auto cells = m_app->window().account().findChildren<FieldCell *>();
        QVERIFY(cells.size() > 10);
        for (const FieldCell *cell : cells) {
            const auto before = [cell, direction] {
                const QRect content = cell->layout()->contentsRect();
                return direction == Qt::LeftToRight ? content.left() : cell->width() - content.right() - 1;
            };
            COMPARE_EVENTUALLY(before(), space(Space::Medium)); // it is laid out in its own time
        }
        const auto *heading = m_app->find<Heading>(u"Contact"_s);
        const auto *label = m_app->find<QLabel>(u"E-mail"_s);
        const auto edge = [direction](const QWidget *widget) {
            const QRect rect = widget->rect();
            return widget->mapToGlobal(direction == Qt::LeftToRight ? rect.topLeft() : rect.topRight()).x();
        };
        COMPARE_EVENTUALLY(edge(heading), edge(label));
    }
}

void TestLook::theCopyMarkIsRightBehindItsValue()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    const auto restored = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
    resizeTo(1080, 700);
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QApplication::setLayoutDirection(direction);
        for (const QString &field : {u"User ID"_s, u"Roles"_s, u"Rank"_s, u"Created"_s, u"Last sign-in"_s}) {
            const auto *value = m_app->find<QLineEdit>(field);
            const auto *copy = m_app->find<QToolButton>(u"Copy "_s + field);
            const auto between = [=] {
                const int x = value->mapFromGlobal(copy->mapToGlobal(QPoint())).x();
                return direction == Qt::LeftToRight ? x - value->width() : -x - copy->width();
            };
            VERIFY_EVENTUALLY(between() >= 0 && between() <= space(Space::Medium)); // laid out in its own time
            const QPoint place = value->mapFromGlobal(copy->mapToGlobal(QPoint()));
            const int text = value->fontMetrics().horizontalAdvance(value->text());
            QVERIFY2(value->width() >= text && value->width() <= text + space(Space::Medium), qPrintable(field));
            QVERIFY(qAbs(place.y() + copy->height() / 2 - value->height() / 2) <= 2); // on its line
        }
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
    m_app->press(u"Copy Rank"_s);
    const auto *copied = m_app->find<QLabel>(u"Copied"_s);
    const auto *copy = m_app->find<QToolButton>(u"Copy Rank"_s);
    const QPoint place = copy->mapFromGlobal(copied->mapToGlobal(QPoint()));
    QVERIFY(place.x() >= copy->width() && place.x() <= copy->width() + space(Space::Medium));
}

void TestLook::aNumberIsNeverCut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("textPercent");
    QTest::newRow("a small screen with large text") << QSize(1024, 600) << 150;
    QTest::newRow("two columns") << QSize(1500, 700) << 100;
    QTest::newRow("narrow") << QSize(640, 480) << 200;
}

// One of which the last digit is out of sight is another number.
void TestLook::aNumberIsNeverCut()
{
    QFETCH(QSize, size);
    QFETCH(int, textPercent);
    const QFont usual = QApplication::font();
    const auto restored = qScopeGuard([&usual] { QApplication::setFont(usual); });
    QFont large = usual;
    large.setPointSizeF(usual.pointSizeF() * textPercent / 100);
    QApplication::setFont(large);
    QJsonObject user = m_app->service().user(u"mrossi"_s);
    user.insert("rank"_L1, std::numeric_limits<qint64>::min());
    QVERIFY(m_app->service().setUser(u"mrossi"_s, user));
    QVERIFY(m_app->signIn(u"lanyard"_s));
    const auto width = [&] { return size.width(); };
    for (const int wider : {0, 15, 30, 45, 60, 90, 120, 180, 240}) {
        resizeTo(width() + wider, size.height());
        for (const QString &field : {u"Rank"_s, u"Customer ID"_s, u"Created"_s, u"Messages dismissed"_s}) {
            const auto *value = m_app->find<QLineEdit>(field);
            const bool mayBeCut = value->text().size() > 20 && textPercent > 150; // but not without a sign
            const int text = value->fontMetrics().horizontalAdvance(value->text());
            QVERIFY2(eventually([&] { return mayBeCut || value->contentsRect().width() >= text; }),
                     qPrintable(u"%1 at %2: %3 of %4"_s.arg(field).arg(width() + wider).arg(value->width()).arg(text)));
        }
    }
}

// Nothing but the dots of "…" is at its end.
void TestLook::aCutValueSaysSo()
{
    QJsonObject user = m_app->service().user(u"mrossi"_s);
    user.insert("roles"_L1, QJsonArray{u"M"_s.repeated(200)});
    QVERIFY(m_app->service().setUser(u"mrossi"_s, user));
    QVERIFY(m_app->signIn(u"lanyard"_s));
    auto *value = m_app->find<QLineEdit>(u"Roles"_s);
    VERIFY_EVENTUALLY(value->text().contains(u"MMM"_s));
    QTest::qWait(20);
    const QImage seen = value->grab().toImage();
    const int letter = value->fontMetrics().horizontalAdvance(u'M');
    int drawn = 0;
    for (int x = seen.width() - letter; x < seen.width(); ++x) {
        for (int y = 0; y < seen.height() / 2; ++y)
            drawn += seen.pixel(x, y) != seen.pixel(seen.width() - 1, 0) ? 1 : 0;
    }
    QCOMPARE(drawn, 0);
}

void TestLook::whatALabelDoesNotTellIsExplained()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    for (const QString &field : {u"Rank"_s, u"Customer ID"_s, u"Messages dismissed"_s}) {
        const QString said = m_app->find<QLineEdit>(field)->accessibleDescription();
        QVERIFY2(said.endsWith(u'.') && said.contains(u' '), qPrintable(field));
        QVERIFY2(m_app->visibleTexts().contains(said), qPrintable(said)); // also without a pointer
    }
    QVERIFY(m_app->find<QLineEdit>(u"User ID"_s)->accessibleDescription().isEmpty());
}

void TestLook::theStatusLineSaysWhereHowAndHowLong()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    QVERIFY(m_app->isKept());
    resizeTo(1080, 700);
    const QString kept = u"Sign-in kept in "_s + m_app->session().storageName();
    QVERIFY2(eventually([&] { return m_app->visibleTexts().contains(kept); }),
             qPrintable(m_app->visibleTexts().join(u'|')));
    QVERIFY(m_app->visibleTexts().contains(u"Signed in with a password"_s));
    QVERIFY(m_app->visibleTexts().join(u'|').contains("Session ends in "_L1));
    resizeTo(640, 480);
    QVERIFY(!m_app->visibleTexts().contains(u"Signed in with a password"_s)); // but where there is no room, and then
    QVERIFY(m_app->find<QLabel>(kept)->toolTip().contains("Signed in with a password"_L1));
    const QFont usual = QApplication::font();
    const auto restored = qScopeGuard([&usual] { QApplication::setFont(usual); });
    QFont large = usual;
    large.setPointSizeF(usual.pointSizeF() * 2);
    QApplication::setFont(large);
    resizeTo(641, 480); // with large text it is brief, and still read aloud as a whole
    COMPARE_EVENTUALLY(m_app->find<QLabel>(kept)->text(), m_app->session().storageName());
    QVERIFY(m_app->visibleTexts().contains(u"30 min left"_s));
    QVERIFY(m_app->find<QLabel>(u"Session ends in 30 min"_s));
    const auto labels = m_app->window().findChild<QStatusBar *>()->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY2(eventually([&] { return !label->isVisible() || label->width() >= label->sizeHint().width(); }),
                 qPrintable(label->text()));
    QApplication::setFont(usual);
    resizeTo(640, 480);
    m_app->press(u"Sign out"_s);
    QVERIFY(m_app->isAsked());
    QVERIFY(m_app->signInWithKey(u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s));
    resizeTo(1080, 700);
    VERIFY_EVENTUALLY(m_app->visibleTexts().contains(u"Signed in with an API key"_s));
}

void TestLook::theStatusLineIsBriefBeforeItIsCut()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    QVERIFY(m_app->isKept());
    const auto labels = m_app->window().findChild<QStatusBar *>()->findChildren<QLabel *>();
    int brief = 0;
    for (int width = 1080; width >= 480; width -= 20) {
        resizeTo(width, 480);
        for (const QLabel *label : labels)
            QVERIFY2(eventually([&] { return !label->isVisible() || label->width() >= label->sizeHint().width(); }),
                     qPrintable(u"%1: %2"_s.arg(width).arg(label->text())));
        brief += m_app->visibleTexts().contains(u"30 min left"_s) ? 1 : 0;
    }
    QVERIFY(brief > 0);
}

void TestLook::theTriangleOfAChosenRowIsSeen()
{
    for (const QStyle::State state : {QStyle::State_Selected, QStyle::State_None}) {
        QStyleOption row;
        row.rect = QRect(0, 0, 32, 32);
        row.state = state | QStyle::State_Children | QStyle::State_Enabled | QStyle::State_Active;
        row.palette.setColor(QPalette::Base, Qt::white);
        row.palette.setColor(QPalette::Text, Qt::black);
        row.palette.setColor(QPalette::WindowText, Qt::black);
        row.palette.setColor(QPalette::Highlight, QColor(0, 60, 140));
        row.palette.setColor(QPalette::HighlightedText, Qt::white);
        const QColor ground = row.palette.color(state == QStyle::State_Selected ? QPalette::Highlight : QPalette::Base);
        QImage painted(row.rect.size(), QImage::Format_RGB32);
        painted.fill(ground);
        QPainter painter(&painted);
        QApplication::style()->drawPrimitive(QStyle::PE_IndicatorBranch, &row, &painter);
        painter.end();
        double most = 1;
        for (int x = 0; x < painted.width(); ++x) {
            for (int y = 0; y < painted.height(); ++y)
                most = qMax(most, contrast(painted.pixelColor(x, y), ground));
        }
        QVERIFY2(most >= MarkContrast, qPrintable(QString::number(most)));
    }
}

void TestLook::areasOfTextShowWholeLines()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    for (const QString &name : {u"Address"_s, u"Notes"_s}) {
        auto *area = m_app->find<QPlainTextEdit>(name);
        QTest::keySequence(area, QKeySequence::SelectAll);
        for (int line = 0; line < 20; ++line)
            QTest::keyClick(area, Qt::Key_Return);
        QTextCursor cursor = area->textCursor();
        cursor.movePosition(QTextCursor::Start);
        area->setTextCursor(cursor);
        const int line = area->fontMetrics().lineSpacing();
        const int below = (area->viewport()->height() - area->cursorRect().top()) % line;
        QVERIFY2(below <= qCeil(area->document()->documentMargin()), qPrintable(name));
    }
}

void TestLook::aCopiedKeyTakesNoPlaceThatThereIsRoomFor()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    QVERIFY(m_app->isKept());
    resizeTo(1270, 760);
    m_app->goTo(1);
    m_app->press(u"Copy key"_s);
    const auto says = [this](const QString &text) { return m_app->visibleTexts().join(u'|').contains(text); };
    VERIFY_EVENTUALLY(says(u"copied · clears in"_s));
    QVERIFY2(says(u"Session ends in "_s), qPrintable(m_app->visibleTexts().join(u'|')));
    QVERIFY(says(u"Signed in with a password"_s));
    resizeTo(640, 480); // no mark of what is not said
    const auto labels = m_app->window().findChild<QStatusBar *>()->findChildren<QLabel *>();
    QVERIFY(std::none_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && AppFixture::nameOf(label) == "The sign-in is saved"_L1;
    }));
}

void TestLook::aMenuIsToldFromTheWindowBehindIt()
{
    const QPalette before = QApplication::palette();
    const auto back = qScopeGuard([&before] { QApplication::setPalette(before); });
    for (const QColor &ground : {QColor(Qt::black), QColor(0x25, 0x25, 0x28), QColor(0xEF, 0xEF, 0xEF)}) {
        QApplication::setPalette(QPalette(ground, ground));
        QMenu menu;
        menu.addAction(u"Copy"_s);
        menu.popup(m_app->window().mapToGlobal(QPoint(50, 50)));
        QVERIFY(eventually([&] { return menu.isVisible(); }));
        const QImage shown = menu.grab().toImage();
        QVERIFY(contrast(shown.pixelColor(0, shown.height() / 2), ground) >= MarkContrast);
        QVERIFY(contrast(shown.pixelColor(shown.width() / 2, shown.height() - 1), ground) >= MarkContrast);
    }
}

// And no longer where it was kept, nor how it was signed in.
void TestLook::theStatusLineSaysThatTheSessionHasEnded()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    QVERIFY(m_app->isKept());
    resizeTo(1080, 700);
    const auto says = [this](const QString &text) { return m_app->visibleTexts().join(u'|').contains(text); };
    VERIFY_EVENTUALLY(says(u"Sign-in kept in "_s));
    m_app->service().expireTokens();
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    VERIFY_EVENTUALLY(says(u"Session ended"_s));
    QVERIFY(!says(u"Sign-in kept in "_s));
    QVERIFY(!says(u"Signed in with a password"_s));
    const auto labels = m_app->window().findChild<QStatusBar *>()->findChildren<QLabel *>();
    const auto saysThatItIsSaved = [](const QLabel *label) {
        return label->isVisible() && AppFixture::nameOf(label) == "The sign-in is saved"_L1;
    };
    QVERIFY(std::none_of(labels.begin(), labels.end(), saysThatItIsSaved));
    m_app->press(u"Sign in again"_s);
    QVERIFY(m_app->signIn(u"lanyard"_s));
    VERIFY_EVENTUALLY(says(u"Sign-in kept in "_s));
    QVERIFY(!says(u"Session ended"_s));
}

void TestLook::presentationModeIsNotOverlooked()
{
    QVERIFY(m_app->signIn(u"lanyard"_s));
    const auto actions = m_app->window().findChildren<QAction *>();
    const auto mode = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->text().remove(u'&') == "Presentation mode"_L1;
    });
    QVERIFY(mode != actions.end());
    QVERIFY(!m_app->findIfThere<QLabel>(u"Presentation mode"_s));
    (*mode)->trigger();
    QVERIFY(m_app->find<QLabel>(u"Presentation mode"_s));
    (*mode)->trigger();
    QVERIFY(!m_app->findIfThere<QLabel>(u"Presentation mode"_s));
    // Nor after another start, in front of others.
    (*mode)->trigger();
    QVERIFY(m_app->isKept());
    m_app->quit();
    m_app->startWith({});
    QVERIFY(m_app->isSignedIn());
    QVERIFY(m_app->find<QLabel>(u"Presentation mode"_s));
    m_app->goTo(1);
    QVERIFY(!m_app->find<QPushButton>(u"Reveal"_s)->isEnabled());
}

LANYARD_TEST(QApplication, TestLook)
#include "tst_look.moc"
