// One way in for every editor: what it shows is what counts, however the text came, and nothing changes by itself.
#include "core/document/dates.h"
#include "core/document/userfields.h"
#include "tests/support/sanitized.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "tests/ui/desktops.h"
#include "ui/account/accountview.h"
#include "ui/look/contrast.h"
#include "ui/look/plainlabel.h"
#include "ui/profile/profilepage.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QCalendarWidget>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QStyle>
#include <QTabBar>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTextCharFormat>
#include <QToolButton>
#include <QtTest/qtestspontaneevent.h>
#include <QWheelEvent>

#include <set>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

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
            for (const int turn : {-120, 120}) { // looked at each time: one turn takes the other back
                wheelOver(widget, turn);
                if (valuesIn(root) != before)
                    return QLatin1StringView(widget->metaObject()->className()) + u' ' + AppFixture::nameOf(widget);
            }
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
    void theCountrysListOpensAtTheCountry_data();
    void theCountrysListOpensAtTheCountry();
    void tabInAnOpenListChoosesAndGoesOn();
    void theCountrysListOpensAtWhatIsTyped_data();
    void theCountrysListOpensAtWhatIsTyped();
    void theSuggestionsStayWithinThePage();
    void keysThatOnlyLookChangeNothing();
    void theCalendarChangesNothingByItself();
    void theCalendarCanBeReadAndClicked_data();
    void theCalendarCanBeReadAndClicked();
    void aValueIsShownFromItsBeginning();
    void aValueBeginsAtTheEdgeOfItsLabel();
    void theCalendarOpensAtTheLastDate_data();
    void theCalendarOpensAtTheLastDate();
    void whatAnAssistantSetsIsSaved_data();
    void whatAnAssistantSetsIsSaved();
    void whatAnAssistantSetsInAReadOnlyFieldIsNotShown();
    void whatIsComposedIsSaved();
    void datesAreReadAsTheyAreWritten_data();
    void datesAreReadAsTheyAreWritten();
    void aSpaceThatIsNotSeenIsTold();
    void aHalfTypedDateIsUnsaved();
    void theSentenceBelowAFieldIsInSight();
    void theBarThatComesHidesNoFieldInUse();
    void noWidthPutsAButtonOutOfSight();
    void theGroupsKeepTheirOrderAtEveryWidth();
    void aHalfTypedDateIsKept_data();
    void aHalfTypedDateIsKept();
    void aHalfTypedDateIsOneStepOfUndo();
    void aTextThatIsNoDateIsShownAndStays();
    void anUnusualDateIsAskedAbout();
    void aboutAnAddressOneThingIsAsked_data();
    void aboutAnAddressOneThingIsAsked();
    void theTimeOfABirthDateIsSaidAndReviewed();
    void aYearThatNobodyIsBornInIsNotSaved();
    void countriesAreFoundAndSaidToBeUnknown_data();
    void countriesAreFoundAndSaidToBeUnknown();
    void aCountryThatSeveralAreCalledIsNotSaved_data();
    void aCountryThatSeveralAreCalledIsNotSaved();
    void theSuggestionsGoWithWhatElseIsDone_data();
    void theSuggestionsGoWithWhatElseIsDone();
    void whatCannotBecomeRightIsSaidAtOnceAndTheRestLater();
    void escapeTakesTheCountryBack_data();
    void escapeTakesTheCountryBack();
    void aCountryIsOneStepOfUndo_data();
    void aCountryIsOneStepOfUndo();
    void hiddenCharactersAreLeftOut_data();
    void hiddenCharactersAreLeftOut();
    void aMarkAtTheEndGoesWhenTheFieldIsLeft();
    void aDeletionTakesNothingElse();
    void hiddenCharactersOfTheServiceAreShownAndKept_data();
    void hiddenCharactersOfTheServiceAreShownAndKept();
    void aPlaceThatIsDroppedOnAloneChanges();
    void aValueThatNoFieldHoldsIsWrittenAnewByKeyboard_data();
    void aValueThatNoFieldHoldsIsWrittenAnewByKeyboard();
    void whatIsTypedOverAValueThatNoFieldHoldsIsNotSwallowed();
    void copyingAReadOnlyFieldSaysSo();
    void anotherUserIsReadFromTheBeginning();
    void undoBringsBackNoFilterOfAnotherUser();
    void aCountryInAnotherLanguageIsTypedBack();
    void tabLeadsFromAChangedFieldToTheNext();
    void aLongPasteIsNotCut();
    void aSlipThatIsSavedAtOnceIsRemarkedOn_data();
    void aSlipThatIsSavedAtOnceIsRemarkedOn();
    void aSlipThatWasReadIsNotRemarkedOnOnceSaved();
    void aMegabyteIsRefused_data();
    void aMegabyteIsRefused();
    void theFocusComesBackWithAChosenPicture();
    void aPictureComesAsAFileToo_data();
    void aPictureComesAsAFileToo();

private:
    void start();
    void startWith(const QString &key, const QJsonValue &value);
    void dictate(const QString &label, const QByteArray &how, const QString &wanted);
    [[nodiscard]] QLineEdit *line(const QString &field) { return m_app->find<QLineEdit>(field); }
    [[nodiscard]] QComboBox *countryBox() { return m_app->find<QComboBox>(u"Country"_s); }
    [[nodiscard]] QJsonValue held(const QString &key) { return m_app->service().user(mrossi).value(key); }
    [[nodiscard]] bool says(const QString &text) { return m_app->visibleTexts().join(u' ').contains(text); }
    [[nodiscard]] bool isSaved()
    {
        QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
        return eventually([this] { return m_app->saveText() == "Saved"_L1; });
    }
    static void leave() { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); }
    static void paste(QWidget *edit, const QString &text)
    {
        QApplication::clipboard()->setText(text);
        QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
    }

    std::unique_ptr<AppFixture> m_app;
};

void TestEditors::init()
{
    m_app = std::make_unique<AppFixture>();
}

void TestEditors::cleanup()
{
    m_app.reset();
}

void TestEditors::start()
{
    m_app->start(mrossi);
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->goTo(0);
}

void TestEditors::theWheelChangesNothing()
{
    m_app->start(mrossi);
    QVERIFY(m_app->isAsked());
    QCOMPARE(changedByTheWheel(m_app->dialog()), QString());
    QVERIFY(m_app->signIn(u"lanyard"_s));
    for (const int page : {0, 1, 2}) {
        m_app->goTo(page);
        QCOMPARE(changedByTheWheel(&m_app->window()), QString());
    }
    m_app->typeInto(u"Filter"_s, u"colour"_s);
    Q_EMIT m_app->window().preferencesRequested();
    QDialog *preferences = m_app->dialogCalled(u"Preferences"_s);
    QVERIFY(preferences);
    QCOMPARE(changedByTheWheel(preferences), QString());
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestEditors::theWheelScrollsThePageOverEveryField()
{
    start();
    m_app->window().resize(700, 420);
    for (const QString &field : {u"Country"_s, u"Birth date"_s, u"City"_s}) {
        auto *edit = m_app->find<QLineEdit>(field);
        auto *page = m_app->window().findChild<ProfilePage *>();
        QVERIFY(eventually([page] { return page->verticalScrollBar()->maximum() > 0; }));
        edit->setFocus();
        page->verticalScrollBar()->setValue(page->verticalScrollBar()->maximum());
        const int before = page->verticalScrollBar()->value();
        wheelOver(edit, 120);
        QVERIFY2(page->verticalScrollBar()->value() < before, qPrintable(field));
    }
}

void TestEditors::startWith(const QString &key, const QJsonValue &value)
{
    QJsonObject user = m_app->service().user(mrossi);
    user.insert(key, value);
    QVERIFY(m_app->service().setUser(mrossi, user));
    start();
}

void TestEditors::theCountrysListOpensAtTheCountry_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("Down") << Qt::Key_Down << Qt::KeyboardModifiers();
    QTest::newRow("Up") << Qt::Key_Up << Qt::KeyboardModifiers();
    QTest::newRow("Alt+Down") << Qt::Key_Down << Qt::KeyboardModifiers(Qt::AltModifier);
    QTest::newRow("F4") << Qt::Key_F4 << Qt::KeyboardModifiers();
}

void TestEditors::theCountrysListOpensAtTheCountry()
{
    QFETCH(const Qt::Key, key);
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    start();
    QComboBox *box = countryBox();
    box->setFocus();
    const auto open = [&] {
        QTest::keyClick(box, key, modifiers);
        return eventually([box] { return box->view()->isVisible(); }) &&
               box->view()->currentIndex().data().toString() == "Italy"_L1;
    };
    QVERIFY(open());
    QTest::keyClick(box->view(), Qt::Key_Down);
    QTest::keyClicks(box->view(), u"fra"_s);
    QCOMPARE(box->view()->currentIndex().data().toString(), u"France"_s);
    QCOMPARE(box->currentText(), u"Italy"_s);
    QTest::keyClick(box->view(), Qt::Key_Escape);
    QVERIFY(eventually([box] { return !box->view()->isVisible(); }));
    QCOMPARE(box->currentText(), u"Italy"_s);
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    QVERIFY(open());
    QTest::keyClick(box->view(), Qt::Key_Down);
    QTest::keyClick(box->view(), Qt::Key_Return);
    QVERIFY(eventually([this] { return m_app->saveText() == "1 change"_L1; }));
    QCOMPARE(box->currentText(), u"Jamaica"_s);
    QVERIFY(isSaved());
    QCOMPARE(held(u"countryCode"_s), QJsonValue(u"JM"_s));
}

void TestEditors::tabInAnOpenListChoosesAndGoesOn()
{
    start();
    QComboBox *box = countryBox();
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(eventually([box] { return box->view()->isVisible(); }));
    QTest::keyClicks(box->view(), u"fra"_s);
    QTest::keyClick(box->view(), Qt::Key_Tab);
    QVERIFY(eventually([box] { return !box->view()->isVisible() && !box->hasFocus(); }));
    QCOMPARE(box->currentText(), u"France"_s);
    QVERIFY(m_app->window().isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QVERIFY(eventually([box] { return box->hasFocus(); })); // it went to the one behind the country
    QVERIFY(isSaved());
    QCOMPARE(held(u"countryCode"_s), QJsonValue(u"FR"_s));
}

// Never at the country that was typed over, which Enter would bring back.
void TestEditors::theCountrysListOpensAtWhatIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isSuggested"); // Down and Enter in the suggestions, or else in the list
    QTest::addColumn<QString>("chosen");
    QTest::newRow("without accents") << u"cote"_s << true << u"Côte d'Ivoire"_s;
    QTest::newRow("a code") << u"CR"_s << true << u"Costa Rica"_s;
    QTest::newRow("an abbreviation") << u"uk"_s << true << u"United Kingdom"_s;
    QTest::newRow("the list, a code") << u"uk"_s << false << u"United Kingdom"_s;
    QTest::newRow("the list, without accents") << u"cote"_s << false << u"Côte d'Ivoire"_s;
    QTest::newRow("the list, no country") << u"Atlantis"_s << false << u"Atlantis"_s;
}

void TestEditors::theCountrysListOpensAtWhatIsTyped()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, isSuggested);
    QFETCH(const QString, chosen);
    start();
    m_app->typeInto(u"Country"_s, typed);
    QWidget *list = QApplication::activePopupWidget();
    QVERIFY(list || !isSuggested);
    if (isSuggested) {
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
    } else {
        if (list)
            QTest::keyClick(list, Qt::Key_Escape);
        QTest::keyClick(countryBox(), Qt::Key_F4);
        QVERIFY(eventually([this] { return countryBox()->view()->isVisible(); }));
        QTest::keyClick(countryBox()->view(), Qt::Key_Return);
        if (countryBox()->view()->isVisible())
            QTest::keyClick(countryBox()->view(), Qt::Key_Escape);
    }
    QCOMPARE(line(u"Country"_s)->text(), chosen);
    QVERIFY(isSaved());
    QCOMPARE(held(u"country"_s).toString(), chosen);
}

// Below the field or above it, not over the bar that saves, the field itself or another window.
void TestEditors::theSuggestionsStayWithinThePage()
{
    start();
    m_app->window().resize(700, 420);
    VERIFY_EVENTUALLY(m_app->window().height() == 420);
    QComboBox *box = countryBox();
    auto *page = m_app->window().account().findChild<ProfilePage *>();
    box->setFocus();
    for (const bool isAtTheEnd : {true, false}) {
        const int fieldTop = box->mapTo(page->widget(), QPoint(0, 0)).y();
        const int spare = page->viewport()->height() - box->height() - 2;
        page->verticalScrollBar()->setValue(isAtTheEnd ? fieldTop - spare : fieldTop - 2);
        line(u"Country"_s)->selectAll();
        QTest::keyClicks(line(u"Country"_s), u"s"_s);
        VERIFY_EVENTUALLY(QApplication::activePopupWidget());
        const QRect list = QApplication::activePopupWidget()->geometry();
        const QRect field(box->mapToGlobal(QPoint(0, 0)), box->size());
        const QRect room(page->viewport()->mapToGlobal(QPoint(0, 0)), page->viewport()->size());
        QVERIFY(room.contains(list));
        QVERIFY(!list.intersects(field));
        QCOMPARE(list.top() < field.top(), isAtTheEnd);
        QVERIFY(list.height() > 2 * box->fontMetrics().height());
        QVERIFY(qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget())->sizeHintForRow(0) >= 24);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    }
}

void TestEditors::keysThatOnlyLookChangeNothing()
{
    start();
    const QStringList before = valuesIn(m_app->window().findChild<ProfilePage *>());
    for (const QString &field : {u"Country"_s, u"Birth date"_s, u"City"_s}) {
        QLineEdit *edit = line(field);
        edit->setFocus();
        for (const auto key : {Qt::Key_Home, Qt::Key_End, Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Left, Qt::Key_Right,
                               Qt::Key_Escape}) {
            QTest::keyClick(edit, key); // looked at each time: one key takes the other back
            QCOMPARE(valuesIn(m_app->window().findChild<ProfilePage *>()), before);
        }
        leave();
        QCOMPARE(valuesIn(m_app->window().findChild<ProfilePage *>()), before);
    }
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestEditors::theCalendarChangesNothingByItself()
{
    start();
    const QString before = line(u"Birth date"_s)->text();
    for (const auto key : {Qt::Key_PageDown, Qt::Key_Down, Qt::Key_Right}) {
        m_app->press(u"Calendar for Birth date"_s);
        auto *calendar = m_app->window().findChild<QCalendarWidget *>();
        QVERIFY(calendar);
        QCOMPARE(calendar->selectedDate(), QDate(1984, 3, 17));
        QTest::keyClick(calendar->findChild<QAbstractItemView *>(), key);
        calendar->showNextMonth();
        QTest::keyClick(calendar, Qt::Key_Escape);
        QVERIFY(eventually([this] { return !m_app->window().findChild<QCalendarWidget *>(); }));
        QCOMPARE(line(u"Birth date"_s)->text(), before);
    }
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    m_app->press(u"Calendar for Birth date"_s);
    auto *days = m_app->window().findChild<QCalendarWidget *>()->findChild<QAbstractItemView *>();
    QTest::keyClick(days, Qt::Key_Right);
    QTest::keyClick(days, Qt::Key_Return);
    QVERIFY(eventually([this] { return m_app->saveText() == "1 change"_L1; }));
    QVERIFY(isSaved());
    QVERIFY(held(u"birthDate"_s).toString().startsWith("1984-03-18"_L1));
}

void TestEditors::theCalendarCanBeReadAndClicked_data()
{
    QTest::addColumn<QPalette>("palette");
    for (const Desktop &desktop : desktops())
        QTest::addRow("%s", qPrintable(desktop.name)) << desktop.palette;
}

void TestEditors::theCalendarCanBeReadAndClicked()
{
    QFETCH(const QPalette, palette);
    const auto restored = qScopeGuard([] { QApplication::setPalette(QApplication::style()->standardPalette()); });
    start();
    m_app->press(u"Calendar for Birth date"_s);
    QApplication::setPalette(palette);
    auto *calendar = m_app->window().findChild<QCalendarWidget *>();
    QVERIFY(calendar);
    const QColor bar = calendar->palette().color(QPalette::Highlight);
    for (const char *name : {"qt_calendar_prevmonth", "qt_calendar_nextmonth"}) {
        const auto *button = calendar->findChild<QToolButton *>(QString::fromLatin1(name));
        QVERIFY(button->width() >= 24 && button->height() >= 24);
        const QImage arrow = button->icon().pixmap(button->iconSize()).toImage();
        std::set<double> contrasts; // of each pixel: a style's own arrow may have an edge that stands out
        for (int y = 0; y < arrow.height(); ++y) {
            for (int x = 0; x < arrow.width(); ++x) {
                if (arrow.pixelColor(x, y).alpha() > 250)
                    contrasts.insert(contrast(QColor(arrow.pixelColor(x, y).rgb()), bar));
            }
        }
        QVERIFY(!contrasts.empty());
        QVERIFY2(*contrasts.begin() >= MarkContrast, qPrintable(QString::number(*contrasts.begin())));
    }
    QCOMPARE(calendar->weekdayTextFormat(Qt::Sunday).foreground().style(), Qt::NoBrush);
    const auto *days = calendar->findChild<QAbstractItemView *>(u"qt_calendar_calendarview"_s);
    const QPalette colours = days->palette();
    const QColor others = colours.color(QPalette::Disabled, QPalette::Text);
    QVERIFY(contrast(others, colours.color(QPalette::Base)) >= TextContrast);
    QVERIFY(contrast(others, colours.color(QPalette::Active, QPalette::Text)) > 1.5);
}

void TestEditors::aValueIsShownFromItsBeginning()
{
    startWith(u"department"_s, QString(u"Licences and key accounts of "_s).repeated(10));
    QVERIFY(!line(u"Department"_s)->hasFocus());
    QCOMPARE(line(u"Department"_s)->cursorPosition(), 0);
}

void TestEditors::aValueBeginsAtTheEdgeOfItsLabel()
{
    const auto restored = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
    start();
    for (const Qt::LayoutDirection direction : {Qt::RightToLeft, Qt::LeftToRight}) {
        QApplication::setLayoutDirection(direction);
        const Qt::Alignment edge = direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
        for (const QString &field : {u"City"_s, u"E-mail"_s})
            QVERIFY(
                eventually([&] { return line(field)->alignment() == (edge | Qt::AlignAbsolute | Qt::AlignVCenter); }));
        // In several lines too, from the first letter to the last.
        const auto *address = m_app->find<QPlainTextEdit>(u"Address"_s);
        const int half = address->viewport()->width() / 2;
        QTextCursor cursor(address->document());
        QVERIFY(!address->toPlainText().isEmpty());
        for (const QTextCursor::MoveOperation end : {QTextCursor::Start, QTextCursor::EndOfBlock}) {
            cursor.movePosition(end);
            VERIFY_EVENTUALLY((address->cursorRect(cursor).x() > half) == (direction == Qt::RightToLeft));
        }
    }
}

void TestEditors::theCalendarOpensAtTheLastDate_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"17/3/84", "zz", "30 Feb 1984"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void TestEditors::theCalendarOpensAtTheLastDate()
{
    QFETCH(const QString, typed);
    start();
    m_app->typeInto(u"Birth date"_s, typed);
    QTest::keyClick(line(u"Birth date"_s), Qt::Key_Tab);
    m_app->press(u"Calendar for Birth date"_s);
    auto *calendar = m_app->window().findChild<QCalendarWidget *>();
    QVERIFY(calendar);
    QCOMPARE(calendar->selectedDate(), QDate(1984, 3, 17));
    QTest::keyClick(calendar, Qt::Key_Escape);
    QVERIFY(eventually([this] { return !m_app->window().findChild<QCalendarWidget *>(); }));
}

void TestEditors::whatAnAssistantSetsIsSaved_data()
{
    QTest::addColumn<QByteArray>("how");
    for (const char *how : {"set", "insert", "delete", "replace"})
        QTest::newRow(how) << QByteArray(how);
}

// Dictation, screen keyboards, braille displays: in every field.
void TestEditors::whatAnAssistantSetsIsSaved()
{
    QFETCH(const QByteArray, how);
    start();
    QHash<QString, QString> stored;
    for (const UserField &field : userFields()) {
        if (!field.editable || field.kind == FieldKind::Image || field.key == "userName"_L1)
            continue;
        const QString wanted = field.kind == FieldKind::Date      ? u"1971-02-03"_s
                               : field.kind == FieldKind::Country ? u"France"_s
                                                                  : u"dictated "_s + field.key;
        stored.insert(QString(field.key), field.kind == FieldKind::Date ? wanted + u"T00:00:00Z"_s : wanted);
        dictate(fieldLabel(field), how, wanted);
        QVERIFY2(m_app->saveText().startsWith(QString::number(stored.size())), field.key.data());
    }
    QVERIFY(isSaved());
    for (auto member = stored.begin(); member != stored.end(); ++member)
        QCOMPARE(held(member.key()).toString(), member.value());
    QCOMPARE(held(u"countryCode"_s), QJsonValue(u"FR"_s));
}

void TestEditors::dictate(const QString &label, const QByteArray &how, const QString &wanted)
{
    QWidget *edit = m_app->findIfThere<QLineEdit>(label);
    if (!edit)
        edit = m_app->find<QPlainTextEdit>(label);
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(edit);
    QAccessibleEditableTextInterface *text = accessible->editableTextInterface();
    const auto set = [&](const QString &value) {
        text->replaceText(0, accessible->textInterface()->characterCount(), value);
    };
    const int size = static_cast<int>(wanted.size());
    if (how == "set") {
        accessible->setText(QAccessible::Value, wanted);
    } else if (how == "insert") {
        set(wanted.chopped(2));
        text->insertText(size - 2, wanted.right(2));
    } else if (how == "delete") {
        set(wanted + u"zz"_s);
        text->deleteText(size, size + 2);
    } else {
        set(wanted);
    }
}

void TestEditors::whatAnAssistantSetsInAReadOnlyFieldIsNotShown()
{
    QJsonObject user = m_app->service().user(mrossi);
    for (const QString &key :
         {u"city"_s, u"country"_s, u"birthDate"_s}) // no texts: no editor of a text would keep them
        user.insert(key, 19840317);
    QVERIFY(m_app->service().setUser(mrossi, user));
    start();
    for (const QString &field : {u"Rank"_s, u"City"_s, u"Country"_s, u"Birth date"_s}) {
        QLineEdit *edit = line(field);
        const QString before = edit->text();
        QVERIFY2(field == "Rank"_L1 || before == "19840317"_L1, qPrintable(before));
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(edit);
        accessible->setText(QAccessible::Value, u"99"_s);
        QCOMPARE(edit->text(), before);
        accessible->editableTextInterface()->insertText(0, u"9"_s);
        QCOMPARE(edit->text(), before);
        QCOMPARE(m_app->saveText(), u"No changes"_s);
    }
}

// An input method shows it already, though it has not been entered.
void TestEditors::whatIsComposedIsSaved()
{
    start();
    for (const auto &[field, key] : {std::pair{u"City"_s, u"city"_s}, std::pair{u"Notes"_s, u"notes"_s}}) {
        QWidget *edit = m_app->findIfThere<QLineEdit>(field);
        if (!edit)
            edit = m_app->find<QPlainTextEdit>(field);
        m_app->typeInto(field, u"x"_s);
        QInputMethodEvent preedit(u"東京"_s, {});
        QCoreApplication::sendEvent(edit, &preedit);
        QVERIFY(isSaved());
        QCOMPARE(held(key), QJsonValue(u"x東京"_s));
        QCoreApplication::sendEvent(edit, &preedit); // and without any other change
        QVERIFY(isSaved());
        QCOMPARE(held(key), QJsonValue(u"x東京東京"_s));
    }
}

void TestEditors::datesAreReadAsTheyAreWritten_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("typed");
    const auto row = [](const char *locale, const QString &typed) {
        QTest::addRow("%s %s", locale, qPrintable(typed)) << QString::fromLatin1(locale) << typed;
    };
    for (const char *locale :
         {"de_DE", "fr_FR", "it_IT", "pt_PT", "pl_PL", "ru_RU", "tr_TR", "nl_NL", "sv_SE", "en_GB"})
        row(locale, u"1.2.1984"_s);
    row("en_US", u"2/1/1984"_s);
    row("en_US", u"1 February 1984"_s);
    row("en_US", u"Feb 1, 1984"_s);
    row("en_US", u"19840201"_s);
    row("ja_JP", u"1984年2月1日"_s);
    row("ar_EG", u"1/2/1984"_s);
    row("ar_EG", u"١/٢/١٩٨٤"_s);
    row("ar_EG", u"١ فبراير ١٩٨٤"_s);
    row("fa_IR", u"۱۹۸۴/۲/۱"_s);
    row("fa_IR", u"۱ فوریهٔ ۱۹۸۴"_s);
    row("hi_IN", u"१/२/१९८४"_s);
    row("hi_IN", u"1 फ़रवरी 1984"_s);
    row("th_TH", u"1/2/1984"_s);
    row("th_TH", u"๑/๒/๑๙๘๔"_s);
    row("th_TH", u"1 กุมภาพันธ์ 1984"_s);
    row("de_CH", u"1. Feb. 1984"_s);
    row("de_CH", u"01.02.1984"_s);
}

void TestEditors::datesAreReadAsTheyAreWritten()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, typed);
    const QLocale before;
    QLocale::setDefault(QLocale(locale));
    const auto back = qScopeGuard([&before] { QLocale::setDefault(before); });
    start();
    QLineEdit *edit = line(u"Birth date"_s);
    edit->setFocus();
    edit->selectAll();
    paste(edit, typed);
    QCOMPARE(edit->text(), typed); // not rewritten under the cursor
    leave();
    QCOMPARE(edit->text(), displayDate(QDate(1984, 2, 1)));
    QVERIFY(isSaved());
    QVERIFY(held(u"birthDate"_s).toString().startsWith("1984-02-01"_L1));
}

// When it was pasted, or when the field is left: half a name ends with a space.
void TestEditors::aSpaceThatIsNotSeenIsTold()
{
    start();
    for (const auto &[field, typed, said] :
         {std::tuple(u"First name"_s, u"Anna "_s, u"ends with a space"_s),
          {u"Username"_s, u"anna "_s, u"to sign in"_s},
          {u"Postal code"_s, u"75\u202F002"_s, u"a narrow no-break space (U+202F)"_s}}) {
        QLineEdit *edit = line(field);
        AppFixture::scrollTo(edit);
        edit->setFocus();
        edit->selectAll();
        paste(edit, typed);
        QVERIFY2(says(said), qPrintable(field));
        QTest::keyClick(edit, Qt::Key_Tab);
        QVERIFY2(says(said), qPrintable(field));
        QCOMPARE(edit->text(), typed);
    }
    auto *address = m_app->find<QPlainTextEdit>(u"Address"_s);
    AppFixture::scrollTo(address);
    address->setFocus();
    address->selectAll();
    address->insertPlainText(u"4 rue\tVerte"_s);
    QTest::keyClick(address, Qt::Key_Tab);
    QVERIFY(says(u"a tab"_s));
}

void TestEditors::aHalfTypedDateIsUnsaved()
{
    start();
    const QString before = line(u"Birth date"_s)->text();
    m_app->typeInto(u"Birth date"_s, u"zz"_s);
    QCOMPARE(m_app->saveText(), u"1 field needs attention"_s);
    QVERIFY(says(u"This is not a date."_s));
    QVERIFY(m_app->find<QPushButton>(u"Review…"_s)->isEnabled());
    line(u"City"_s)->setFocus();
    m_app->press(u"Save"_s);
    QVERIFY(line(u"Birth date"_s)->hasFocus());
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 0);
    m_app->window().close();
    QVERIFY(eventually([this] { return m_app->window().findChild<QMessageBox *>() != nullptr; }));
    QTest::keyClick(m_app->window().findChild<QMessageBox *>(), Qt::Key_Escape);
    QVERIFY(eventually([this] { return !m_app->window().findChild<QMessageBox *>(); }));
    m_app->press(u"Discard changes"_s);
    QCOMPARE(line(u"Birth date"_s)->text(), before);
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    QVERIFY(!says(u"This is not a date."_s));
    m_app->typeInto(u"Birth date"_s, u"zz"_s);
    m_app->press(u"Undo Birth date"_s);
    QCOMPARE(line(u"Birth date"_s)->text(), before);
    m_app->typeInto(u"Birth date"_s, u"31/31/2000"_s);
    m_app->typeInto(u"Birth date"_s, before);
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestEditors::aHalfTypedDateIsKept_data()
{
    QTest::addColumn<QByteArray>("through");
    for (const char *through : {"page", "reload"})
        QTest::newRow(through) << QByteArray(through);
}

void TestEditors::aHalfTypedDateIsKept()
{
    QFETCH(const QByteArray, through);
    start();
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->typeInto(u"Birth date"_s, u"17 Mar"_s);
    if (through == "page") {
        m_app->goTo(1);
        m_app->goTo(0);
    } else {
        const auto reads = m_app->service().count("GET", "/v1/auth/user");
        QTest::keyClick(&m_app->window(), Qt::Key_F5);
        QVERIFY(eventually([&] { return m_app->service().count("GET", "/v1/auth/user") > reads; }));
        QVERIFY(eventually([this] { return !m_app->session().isReloading(); }));
        QVERIFY(!says(u"Day, month or year is missing"_s)); // it is still being typed
        line(u"City"_s)->setFocus();
    }
    QCOMPARE(line(u"Birth date"_s)->text(), u"17 Mar"_s);
    QVERIFY(says(u"Day, month or year is missing"_s));
    QVERIFY(m_app->saveText().endsWith(u"1 field needs attention"_s));
    m_app->press(u"Discard changes"_s);
    QVERIFY(!says(u"Day, month or year is missing"_s));
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

// Undo takes back nothing that was done before it, and loses nothing that could be done again.
void TestEditors::aHalfTypedDateIsOneStepOfUndo()
{
    start();
    const auto press = [](int key) { QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), Qt::ControlModifier); };
    const QString before = line(u"Birth date"_s)->text();
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->typeInto(u"Birth date"_s, u"17 Mar"_s);
    press(Qt::Key_Z);
    QCOMPARE(line(u"Birth date"_s)->text(), before);
    QCOMPARE(line(u"City"_s)->text(), u"Torino"_s);
    QVERIFY(!says(u"Day, month or year is missing"_s));
    press(Qt::Key_Y);
    QCOMPARE(line(u"Birth date"_s)->text(), u"17 Mar"_s);
    QVERIFY(says(u"Day, month or year is missing"_s));
    press(Qt::Key_Z);
    press(Qt::Key_Z);
    QCOMPARE(line(u"City"_s)->text(), u"Roma"_s);
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    press(Qt::Key_Y);
    press(Qt::Key_Y);
    QCOMPARE(line(u"City"_s)->text(), u"Torino"_s);
    QCOMPARE(line(u"Birth date"_s)->text(), u"17 Mar"_s);
}

void TestEditors::aTextThatIsNoDateIsShownAndStays()
{
    startWith(u"birthDate"_s, u"spring of 1984"_s);
    QCOMPARE(line(u"Birth date"_s)->text(), u"spring of 1984"_s);
    line(u"Birth date"_s)->setFocus();
    leave();
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    m_app->typeInto(u"Birth date"_s, u"spring of 1985"_s);
    QVERIFY(says(u"This is not a date."_s));
    m_app->press(u"Discard changes"_s);
    QCOMPARE(line(u"Birth date"_s)->text(), u"spring of 1984"_s);
    m_app->typeInto(u"Birth date"_s, u"1984-03-17"_s);
    QVERIFY(isSaved());
    QCOMPARE(held(u"birthDate"_s), QJsonValue(u"1984-03-17T00:00:00Z"_s));
}

void TestEditors::theSentenceBelowAFieldIsInSight()
{
    start();
    m_app->window().resize(1000, 480);
    QLineEdit *field = line(u"Birth date"_s);
    auto *area = m_app->window().findChild<ProfilePage *>();
    const auto isInSight = [&] {
        for (const QLabel *label : area->findChildren<QLabel *>()) {
            const QRect place(label->mapTo(area->viewport(), QPoint()), label->size());
            if (label->isVisible() && label->text().startsWith("This is not a date."_L1))
                return area->viewport()->rect().contains(place);
        }
        return false;
    };
    const auto putInTheLastLine = [&] {
        const int bottom = field->mapTo(area->widget(), QPoint(0, field->height())).y();
        area->verticalScrollBar()->setValue(bottom - area->viewport()->height());
    };
    field->setFocus();
    putInTheLastLine();
    QTest::keyClicks(field, u"zz"_s);
    QVERIFY(eventually(isInSight));
    line(u"City"_s)->setFocus();
    putInTheLastLine();
    QVERIFY(!isInSight());
    field->setFocus();
    QVERIFY(eventually(isInSight));
}

void TestEditors::theBarThatComesHidesNoFieldInUse()
{
    start();
    m_app->window().resize(1000, 480);
    QLineEdit *field = line(u"Phone"_s);
    const auto *area = m_app->window().findChild<ProfilePage *>();
    field->setFocus();
    const int bottom = field->mapTo(area->widget(), QPoint(0, field->height())).y();
    area->verticalScrollBar()->setValue(bottom - area->viewport()->height()); // in the last line
    QTest::keyClicks(field, u"1"_s);
    QVERIFY(m_app->find<QPushButton>(u"Save"_s));
    VERIFY_EVENTUALLY(
        area->viewport()->rect().contains(QRect(field->mapTo(area->viewport(), QPoint()), field->size())));
}

void TestEditors::noWidthPutsAButtonOutOfSight()
{
    start();
    m_app->typeInto(u"City"_s, u"Torino"_s);
    const auto *area = m_app->window().findChild<ProfilePage *>();
    QStringList wrong;
    for (int width = 1000; width >= 560; width -= 20) {
        m_app->window().resize(width, 600);
        if (!eventually([&] { return m_app->window().width() == width; }, 1000))
            break; // the smallest
        QTest::qWait(20);
        if (area->horizontalScrollBar()->maximum() > 0)
            wrong << QString::number(width);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u' ')));
}

// Down the first column, then down the second one.
void TestEditors::theGroupsKeepTheirOrderAtEveryWidth()
{
    start();
    const auto *page = m_app->window().findChild<ProfilePage *>();
    const auto headings = page->findChildren<Heading *>();
    const auto isInOrder = [&] {
        QPoint last(-1, -1);
        for (const Heading *heading : headings) {
            const QPoint place = heading->mapTo(page->widget(), QPoint(0, 0));
            if (place.x() <= last.x() + 1 && place.y() <= last.y())
                return false;
            last = place;
        }
        return headings.size() > 5; // the page's own and those of the groups
    };
    for (const int width : {1080, 1600, 1080, 640, 1600, 640}) {
        m_app->window().resize(width, 700);
        COMPARE_EVENTUALLY(m_app->window().width(), width);
        QVERIFY2(eventually([&] { return isInOrder(); }), qPrintable(QString::number(width)));
    }
}

void TestEditors::anUnusualDateIsAskedAbout()
{
    start();
    m_app->typeInto(u"Birth date"_s, u"2984-03-17"_s);
    QVERIFY(says(u"This date is in the future. Is the year correct?"_s));
    m_app->typeInto(u"Birth date"_s, u"1584-03-17"_s);
    QVERIFY(says(u"This date is before 1850. Is the year correct?"_s));
    QVERIFY(isSaved());
    m_app->typeInto(u"Birth date"_s, u"1984-03-17"_s);
    QVERIFY(!says(u"Is the year correct?"_s));
}

void TestEditors::aboutAnAddressOneThingIsAsked_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("asked");
    QTest::newRow("words") << u"maria.rossi at example"_s
                           << u"An e-mail address has a name, an @ and a server. Is this one correct?"_s;
    QTest::newRow("a space") << u"maria rossi@example.org"_s
                             << u"An e-mail address has no spaces. Is this one correct?"_s;
    QTest::newRow("with a name") << u"Maria Rossi <maria.rossi@example.org>"_s
                                 << u"An e-mail address has no “<”. Is this one correct?"_s;
    QTest::newRow("two") << u"maria.rossi@example.org, billing@example.net"_s
                         << u"This could be more than one e-mail address. Is it correct?"_s;
}

void TestEditors::aboutAnAddressOneThingIsAsked()
{
    QFETCH(const QString, address);
    QFETCH(const QString, asked);
    start();
    m_app->typeInto(u"E-mail"_s, address);
    leave();
    VERIFY_EVENTUALLY(says(asked));
    QCOMPARE(m_app->visibleTexts().join(u' ').count(u"correct?"_s), 1);
}

void TestEditors::theTimeOfABirthDateIsSaidAndReviewed()
{
    startWith(u"birthDate"_s, u"1984-04-16T12:30:00+01:00"_s);
    const auto isTold = [this](const QString &text) {
        return says(text) && line(u"Birth date"_s)->accessibleDescription().contains(text);
    };
    QVERIFY(isTold(u"with a time, as 1984-04-16T12:30:00+01:00."_s));
    m_app->typeInto(u"Birth date"_s, u"1984-04-17"_s);
    QVERIFY(isTold(u"with the time that the old date had, as 1984-04-17T12:30:00+01:00."_s));
    m_app->press(u"Review…"_s);
    QDialog *review = m_app->dialogCalled(u"Review changes"_s);
    QVERIFY(review);
    const auto isReviewed = [review](const QString &text) {
        const auto *table = review->findChild<QTableWidget *>();
        return table && !table->findItems(text, Qt::MatchContains).isEmpty();
    };
    QVERIFY(isReviewed(u"(1984-04-16T12:30:00+01:00)"_s) && isReviewed(u"(1984-04-17T12:30:00+01:00)"_s));
    m_app->press(u"Close"_s, review);
    m_app->typeInto(u"Birth date"_s, u"1984-04-16"_s);
    QVERIFY(!says(u"the old date"_s));
}

void TestEditors::aYearThatNobodyIsBornInIsNotSaved()
{
    start();
    const QJsonValue before = held(u"birthDate"_s);
    m_app->typeInto(u"Birth date"_s, u"17 March 2984"_s);
    m_app->press(u"Save"_s);
    QVERIFY(says(u"The year 2984 is unusual"_s));
    m_app->press(u"Calendar for Birth date"_s);
    auto *calendar = m_app->window().findChild<QCalendarWidget *>();
    QVERIFY(calendar);
    QVERIFY(calendar->selectedDate() < QDate::currentDate());
    QTest::keyClick(calendar, Qt::Key_Escape);
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 0);
    QCOMPARE(held(u"birthDate"_s), before);
}

void TestEditors::countriesAreFoundAndSaidToBeUnknown_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::newRow("code") << u"DE"_s << u"Germany"_s << u"DE"_s;
    QTest::newRow("beginning") << u"fra"_s << u"France"_s << u"FR"_s;
    QTest::newRow("Kosovo") << u"Kosovo"_s << u"Kosovo"_s << u"XK"_s;
    QTest::newRow("USA") << u"USA"_s << u"United States"_s << u"US"_s;
    QTest::newRow("in another language") << u"Allemagne"_s << u"Germany"_s << u"DE"_s;
    QTest::newRow("its own name") << u"deutschland"_s << u"Germany"_s << u"DE"_s;
    QTest::newRow("unknown") << u"Atlantis"_s << u"Atlantis"_s << QString();
    QTest::newRow("none") << QString() << QString() << QString();
}

void TestEditors::countriesAreFoundAndSaidToBeUnknown()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, name);
    QFETCH(const QString, code);
    const QString unknown = u"This is not a country that Lanyard knows."_s;
    for (const bool isLeft : {true, false}) { // or saved at once
        m_app = std::make_unique<AppFixture>();
        start();
        m_app->typeInto(u"Country"_s, typed);
        QCOMPARE(says(unknown), typed == "Atlantis"_L1); // the others: not yet
        if (isLeft) {
            leave();
            QCOMPARE(line(u"Country"_s)->text(), name);
            QCOMPARE(says(unknown), code.isEmpty() && !name.isEmpty());
        }
        QVERIFY(isSaved());
        QCOMPARE(line(u"Country"_s)->text(), name);
        QCOMPARE(held(u"country"_s).toString(), name);
        QCOMPARE(held(u"countryCode"_s).toString(), code);
    }
}

void TestEditors::aCountryThatSeveralAreCalledIsNotSaved_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"uni", "Unit", "Korea"})
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void TestEditors::aCountryThatSeveralAreCalledIsNotSaved()
{
    QFETCH(const QString, typed);
    const QString problem = u"This could mean several countries. Choose one from the list"_s;
    start();
    const QJsonValue before = held(u"country"_s);
    m_app->typeInto(u"Country"_s, typed);
    QVERIFY(!says(problem)); // yet: more may be typed
    m_app->press(u"Save"_s);
    QVERIFY(says(problem));
    QTest::qWait(50);
    QCOMPARE(line(u"Country"_s)->text(), typed);
    QVERIFY(line(u"Country"_s)->hasFocus() || countryBox()->hasFocus());
    QCOMPARE(held(u"country"_s), before);
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 0);
    m_app->typeInto(u"Country"_s, u"Germany"_s);
    QVERIFY(!says(problem));
    QVERIFY(isSaved());
    QCOMPARE(held(u"countryCode"_s).toString(), u"DE"_s);
}

void TestEditors::theSuggestionsGoWithWhatElseIsDone_data()
{
    QTest::addColumn<QByteArray>("act");
    for (const char *act : {"page", "save", "move", "resize", "Tab", "revert"})
        QTest::newRow(act) << QByteArray(act);
}

void TestEditors::theSuggestionsGoWithWhatElseIsDone()
{
    QFETCH(const QByteArray, act);
    start();
    m_app->typeInto(u"Country"_s, u"ger"_s);
    const auto list = [] {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->isVisible() && widget->windowType() == Qt::Popup && qobject_cast<QAbstractItemView *>(widget))
                return widget;
        }
        return static_cast<QWidget *>(nullptr);
    };
    QVERIFY(list());
    if (act == "page")
        QTest::keyClick(list(), Qt::Key_2, Qt::ControlModifier); // the window that has the keyboard
    else if (act == "save")
        QTest::keyClick(list(), Qt::Key_S, Qt::ControlModifier);
    else if (act == "move")
        m_app->window().move(m_app->window().pos() + QPoint(40, 30));
    else if (act == "resize")
        m_app->window().resize(m_app->window().size() - QSize(40, 30));
    else if (act == "Tab")
        QTest::keyClick(list(), Qt::Key_Tab);
    else
        for (QAction *action : m_app->window().findChildren<QAction *>()) {
            if (action->text().remove(u'&') == "Discard changes"_L1)
                action->trigger(); // the focus stays
        }
    QVERIFY(eventually([&list] { return !list(); }));
}

void TestEditors::whatCannotBecomeRightIsSaidAtOnceAndTheRestLater()
{
    start();
    const QString noCountry = u"It is saved as typed, without a country code."_s;
    m_app->typeInto(u"Country"_s, u"Fra"_s);
    QVERIFY(!says(noCountry));
    m_app->typeInto(u"Country"_s, u"Atlantis"_s);
    QVERIFY(countryBox()->hasFocus() && says(noCountry));
    m_app->typeInto(u"E-mail"_s, u"rossi"_s);
    QVERIFY(!says(u"an @"_s));
    QTest::keyClick(line(u"E-mail"_s), Qt::Key_Tab);
    VERIFY_EVENTUALLY(says(u"an @"_s));
    QVERIFY(isSaved());
}

void TestEditors::escapeTakesTheCountryBack_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"typed", "typed, Enter", "no country", "half a name", "offered", "F4"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

// To what it was when the field was entered. In a list, it closes that and takes nothing back.
void TestEditors::escapeTakesTheCountryBack()
{
    QFETCH(const QString, way);
    start();
    QComboBox *box = countryBox();
    AppFixture::scrollTo(box);
    box->setFocus();
    const auto focused = [] {
        QWidget *popup = QApplication::activePopupWidget();
        return popup ? popup : QApplication::focusWidget();
    };
    const auto press = [&focused](Qt::Key key) { QTest::keyClick(focused(), key); };
    box->lineEdit()->selectAll();
    QWidget *typedInto = box;
    if (way == "F4"_L1) {
        press(Qt::Key_F4);
        typedInto = box->view();
    }
    QTest::keyClicks(typedInto, way == "no country"_L1    ? u"Atlantis"_s
                                : way == "half a name"_L1 ? u"uni"_s
                                                          : u"Germany"_s);
    if (way == "offered"_L1)
        press(Qt::Key_Down);
    if (way == "offered"_L1 || way == "typed, Enter"_L1)
        press(Qt::Key_Return);
    if (way == "F4"_L1)
        QTest::keyClick(typedInto, Qt::Key_Return);
    VERIFY_EVENTUALLY(m_app->saveText() == "1 change"_L1);
    const QString chosen = box->currentText();
    if (QApplication::activePopupWidget()) {
        press(Qt::Key_Escape);
        QVERIFY(!QApplication::activePopupWidget());
        QCOMPARE(box->currentText(), chosen);
    }
    QTest::simulateEvent(focused(), true, Qt::Key_Escape, Qt::NoModifier, {}, true); // still held
    QCOMPARE(box->currentText(), chosen);
    press(Qt::Key_Escape);
    QCOMPARE(box->currentText(), u"Italy"_s);
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    leave();
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    m_app->typeInto(u"Country"_s, u"France"_s);
    leave();
    box->setFocus();
    press(Qt::Key_Escape);
    QCOMPARE(box->currentText(), u"France"_s);
    QVERIFY(isSaved());
    QCOMPARE(held(u"countryCode"_s), QJsonValue(u"FR"_s));
}

void TestEditors::aCountryIsOneStepOfUndo_data()
{
    QTest::addColumn<QByteArray>("chosen");
    QTest::addColumn<bool>("byMenu");
    for (const char *chosen : {"list", "typed", "beginning", "offered", "slowly"}) {
        QTest::addRow("%s, Ctrl+Z", chosen) << QByteArray(chosen) << false;
        QTest::addRow("%s, menu", chosen) << QByteArray(chosen) << true;
    }
}

void TestEditors::aCountryIsOneStepOfUndo()
{
    QFETCH(const QByteArray, chosen);
    QFETCH(const bool, byMenu);
    start();
    QComboBox *box = countryBox();
    m_app->typeInto(u"City"_s, u"Torino"_s);
    AppFixture::scrollTo(box);
    box->setFocus();
    if (chosen == "list") {
        QTest::keyClick(box, Qt::Key_Down);
        QTest::keyClicks(box->view(), u"germany"_s);
        QTest::keyClick(box->view(), Qt::Key_Return);
    } else if (chosen == "typed") {
        m_app->typeInto(u"Country"_s, u"Germany"_s);
        leave();
        box->setFocus();
    } else if (chosen == "beginning") {
        m_app->typeInto(u"Country"_s, u"ger"_s);
        leave();
        box->setFocus();
    } else if (chosen == "slowly") {
        m_app->typeInto(u"Country"_s, u"Ger"_s);
        QTest::qWait(1100);
        QTest::keyClicks(line(u"Country"_s), u"many"_s);
    } else {
        m_app->typeInto(u"Country"_s, u"germ"_s);
        auto *offers = m_app->window().findChild<QCompleter *>()->popup();
        QVERIFY(eventually([offers] { return offers->isVisible(); }));
        QTest::keyClick(offers, Qt::Key_Down);
        QCOMPARE(box->currentText(), u"germ"_s); // only looked at
        QTest::keyClick(offers, Qt::Key_Return);
    }
    QVERIFY(eventually([box] { return box->currentText() == "Germany"_L1; }));
    const auto undo = [&] {
        if (!byMenu)
            return QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        const auto actions = m_app->window().findChildren<QAction *>();
        for (QAction *action : actions) {
            if (action->shortcut() == QKeySequence(QKeySequence::Undo))
                action->trigger();
        }
    };
    undo();
    QCOMPARE(box->currentText(), u"Italy"_s);
    QCOMPARE(m_app->saveText(), u"1 change"_s);
    undo();
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    QCOMPARE(line(u"City"_s)->text(), u"Roma"_s);
}

void TestEditors::hiddenCharactersAreLeftOut_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArray>("how");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    const auto rows = [](const QString &field, const QList<QByteArray> &ways, const QString &text,
                         const QString &kept) {
        for (const QByteArray &how : ways)
            QTest::addRow("%s, %s", qPrintable(field), how.constData()) << field << how << text << kept;
    };
    rows(u"Title"_s, {"paste", "drop", "assistant", "input method"},
         u"\u202EDr.\u200B\u007F\tمی\u200Cخواهم\u2066👨\u200D👩\uFEFF"_s, u"Dr. می\u200Cخواهم👨\u200D👩"_s);
    rows(u"Notes"_s, {"paste", "assistant"}, u"a\u202Eb\u200Bc\u007F\td\ne\uFEFF"_s, u"abc\td\ne"_s);
    rows(u"E-mail"_s, {"paste"}, u" mailto:ada@example.com "_s, u"ada@example.com"_s);
    rows(u"Mobile"_s, {"paste", "drop", "assistant", "input method"}, u"\u200E+39 333 555 0100\u200E"_s,
         u"+39 333 555 0100"_s);
    rows(u"Phone"_s, {"paste"}, u"+39 333 555 0100\u202C\u200F\n"_s, u"+39 333 555 0100"_s);
    rows(u"Address"_s, {"paste", "assistant"}, u"one\ntwo\u200E"_s, u"one\ntwo"_s);
    rows(u"Country"_s, {"paste", "assistant"}, u"\u202EGer\u200Bma\u2066ny\uFEFF"_s, u"Germany"_s);
    rows(u"Birth date"_s, {"paste", "assistant"}, u"\u202E1984-\u200B02-\u206601\uFEFF"_s, u"1984-02-01"_s);
}

void TestEditors::hiddenCharactersAreLeftOut()
{
    QFETCH(const QString, field);
    QFETCH(const QByteArray, how);
    QFETCH(const QString, text);
    QFETCH(const QString, kept);
    start();
    const auto *area = field == "Notes"_L1 || field == "Address"_L1 ? m_app->find<QPlainTextEdit>(field) : nullptr;
    QWidget *edit = area ? const_cast<QPlainTextEdit *>(area) : static_cast<QWidget *>(line(field));
    m_app->typeInto(field, QString());
    if (how == "paste") {
        paste(edit, text);
    } else if (how == "drop") {
        QMimeData data;
        data.setText(text);
        QDropEvent drop(edit->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QDragEnterEvent enter(edit->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(edit, &enter);
        QCoreApplication::sendEvent(edit, &drop);
    } else if (how == "assistant") {
        QAccessible::queryAccessibleInterface(edit)->editableTextInterface()->insertText(0, text);
    } else {
        QInputMethodEvent commit;
        commit.setCommitString(text);
        QCoreApplication::sendEvent(edit, &commit);
    }
    QCOMPARE(area ? area->toPlainText() : line(field)->text(), kept);
    QVERIFY(isSaved());
    const auto of = std::find_if(userFields().begin(), userFields().end(),
                                 [&field](const UserField &one) { return fieldLabel(one) == field; });
    QVERIFY2(held(QString(of->key)).toString().startsWith(kept), qPrintable(held(QString(of->key)).toString()));
    QVERIFY(of->kind == FieldKind::Date || held(QString(of->key)) == QJsonValue(kept));
}

// It stays while more may follow.
void TestEditors::aMarkAtTheEndGoesWhenTheFieldIsLeft()
{
    start();
    m_app->typeInto(u"City"_s, QString());
    const auto type = [this](const QString &text) {
        for (const QChar c : text) {
            QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, c);
            QCoreApplication::sendEvent(line(u"City"_s), &press);
        }
    };
    type(u"א\u200F"_s);
    QCOMPARE(line(u"City"_s)->text(), u"א\u200F"_s);
    type(u"!\u200F"_s);
    leave();
    QCOMPARE(line(u"City"_s)->text(), u"א\u200F!"_s);
    QVERIFY(isSaved());
    QCOMPARE(held(u"city"_s), QJsonValue(u"א\u200F!"_s));
}

// Not the spaces at an end of an address, as a paste does.
void TestEditors::aDeletionTakesNothingElse()
{
    start();
    m_app->typeInto(u"E-mail"_s, u"a  bcd"_s);
    QAccessible::queryAccessibleInterface(line(u"E-mail"_s))->editableTextInterface()->deleteText(3, 6);
    QCOMPARE(line(u"E-mail"_s)->text(), u"a  "_s);
}

void TestEditors::hiddenCharactersOfTheServiceAreShownAndKept_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("shown");
    QTest::newRow("override") << u"title"_s << u"a\u202Eevil\u202C b"_s << u"a‹U+202E›evil‹U+202C› b"_s;
    QTest::newRow("tab") << u"city"_s << u"Ro\tma"_s << u"Ro‹U+0009›ma"_s;
    QTest::newRow("zero width") << u"city"_s << u"Ro\u200Bma"_s << u"Ro‹U+200B›ma"_s;
    QTest::newRow("DEL") << u"city"_s << u"Ro\u007Fma"_s << u"Ro‹U+007F›ma"_s;
    QTest::newRow("mark at the end") << u"city"_s << u"Roma\u200E"_s << u"Roma‹U+200E›"_s;
    QTest::newRow("country") << u"country"_s << u"Ital\u202Ey"_s << u"Ital‹U+202E›y"_s;
    QTest::newRow("notes") << u"notes"_s << u"a\u202Eb"_s << u"a‹U+202E›b"_s;
}

void TestEditors::hiddenCharactersOfTheServiceAreShownAndKept()
{
    QFETCH(const QString, key);
    QFETCH(const QString, stored);
    QFETCH(const QString, shown);
    startWith(key, stored);
    const QString label = fieldLabel(*userField(key));
    QWidget *edit = m_app->findIfThere<QLineEdit>(label);
    const auto *area = edit ? nullptr : m_app->find<QPlainTextEdit>(label);
    QCOMPARE(area ? area->toPlainText() : line(label)->text(), shown);
    m_app->typeInto(u"Region"_s, u"Umbria"_s);
    QVERIFY(isSaved());
    QCOMPARE(held(key), QJsonValue(stored)); // as it was
    if (area || key == "country"_L1)
        return;
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_End);
    QTest::keyClicks(edit, u"!"_s);
    QVERIFY(isSaved());
    QCOMPARE(held(key), QJsonValue(stored + u'!'));
    edit->setFocus();
    qobject_cast<QLineEdit *>(edit)->setSelection(static_cast<int>(shown.indexOf(u'‹')), 8);
    QTest::keyClick(edit, Qt::Key_Delete);
    QVERIFY(isSaved());
    QString without = stored + u'!';
    without.remove(shown.indexOf(u'‹'), 1); // that character, and no other
    QCOMPARE(held(key), QJsonValue(without));
}

void TestEditors::aPlaceThatIsDroppedOnAloneChanges()
{
    start();
    auto *page = m_app->window().findChild<ProfilePage *>();
    QMimeData data;
    data.setUrls({QUrl(u"file:///etc/hostname"_s)});
    const QStringList before = valuesIn(page);
    const auto edits = page->findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        const QPoint place = edit->rect().center();
        QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(edit, &enter);
        QDropEvent drop(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(edit, &drop);
        Q_EMIT m_app->window().account().revertRequested();
        QCOMPARE(valuesIn(page), before);
    }
}

void TestEditors::aValueThatNoFieldHoldsIsWrittenAnewByKeyboard_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("a line break in a line") << u"City"_s << u"city"_s << u"Berlin\nMitte"_s;
    QTest::newRow("a line separator in lines") << u"Notes"_s << u"notes"_s << u"one\u2028two"_s;
    QTest::newRow("a date") << u"Birth date"_s << u"birthDate"_s << u"1984\n"_s;
}

void TestEditors::aValueThatNoFieldHoldsIsWrittenAnewByKeyboard()
{
    QFETCH(const QString, label);
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    startWith(key, value);
    QWidget *edit = key == "notes"_L1 ? static_cast<QWidget *>(m_app->find<QPlainTextEdit>(label)) : line(label);
    const auto isReadOnly = [edit] { return edit->property("readOnly").toBool(); };
    AppFixture::scrollTo(edit);
    edit->setFocus();
    QVERIFY(isReadOnly());
    QVERIFY2(edit->accessibleDescription().contains(u"replaced as a whole"_s),
             qPrintable(edit->accessibleDescription()));
    leave();
    auto *replace = qobject_cast<QToolButton *>(QApplication::focusWidget());
    QVERIFY(replace);
    QCOMPARE(replace->text(), u"Replace "_s + label);
    QTest::keyClick(replace, Qt::Key_Space);
    QVERIFY(!isReadOnly());
    QVERIFY(!replace->isVisible());
    QCOMPARE(QApplication::focusWidget(), edit);
    QCOMPARE(edit->accessibleDescription(), u"changed"_s);

    QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(isReadOnly());
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    replace->click();
    QTest::keyClicks(edit, key == "birthDate"_L1 ? u"1984-02-01"_s : u"Malta"_s);
    QVERIFY(isSaved());
    QCOMPARE(held(key).toString().left(10), key == "birthDate"_L1 ? u"1984-02-01"_s : u"Malta"_s);
}

void TestEditors::whatIsTypedOverAValueThatNoFieldHoldsIsNotSwallowed()
{
    start();
    m_app->typeInto(u"City"_s, u"Berl"_s);
    QJsonObject user = m_app->service().user(mrossi);
    user.insert("city"_L1, u"a\u2028b"_s);
    QVERIFY(m_app->service().setUser(mrossi, user));
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    QLineEdit *city = line(u"City"_s);
    QVERIFY(eventually([city] { return city->accessibleDescription().contains(u"Also changed elsewhere"_s); }));
    QTest::keyClicks(city, u"in"_s);
    QCOMPARE(city->text(), u"Berlin"_s);
    QVERIFY(!city->isReadOnly());
}

void TestEditors::copyingAReadOnlyFieldSaysSo()
{
    start();
    m_app->press(u"Copy Rank"_s);
    QVERIFY(says(u"Copied"_s));
    QVERIFY(eventually([this] { return !says(u"Copied"_s); }));
}

void TestEditors::anotherUserIsReadFromTheBeginning()
{
    start();
    m_app->window().resize(700, 420);
    auto *bar = m_app->window().findChild<ProfilePage *>()->verticalScrollBar();
    QVERIFY(eventually([bar] { return bar->maximum() > 0; }));
    bar->setValue(bar->maximum());
    m_app->press(u"Sign out"_s);
    QVERIFY(m_app->isAsked());
    m_app->typeInto(u"Username"_s, u"admin"_s, m_app->dialog());
    QVERIFY(m_app->signIn(u"admin"_s));
    QCOMPARE(bar->value(), 0);
}

// Undo does not bring back what another person searched for: it may have been a key.
void TestEditors::undoBringsBackNoFilterOfAnotherUser()
{
    start();
    const auto pages = {AccountView::ApiKeys, AccountView::Settings};
    for (const auto page : pages) {
        m_app->goTo(page);
        QTest::keyClicks(m_app->find<QLineEdit>(u"Filter"_s), u"7"_s);
        QTest::keyClick(m_app->find<QLineEdit>(u"Filter"_s), Qt::Key_Backspace);
    }
    m_app->press(u"Sign out"_s);
    QVERIFY(m_app->isAsked());
    m_app->typeInto(u"Username"_s, u"admin"_s, m_app->dialog());
    QVERIFY(m_app->signIn(u"admin"_s));
    for (const auto page : pages) {
        m_app->goTo(page);
        QTest::keyClick(m_app->find<QLineEdit>(u"Filter"_s), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_app->find<QLineEdit>(u"Filter"_s)->text(), QString());
    }
}

// The service may hold the name in another language than the user's.
void TestEditors::aCountryInAnotherLanguageIsTypedBack()
{
    startWith(u"country"_s, u"Italia"_s);
    QLineEdit *edit = line(u"Country"_s);
    QCOMPARE(edit->text(), u"Italia"_s);
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_End);
    QTest::keyClicks(edit, u"x"_s);
    QCOMPARE(m_app->saveText(), u"1 change"_s);
    QTest::keyClick(edit, Qt::Key_Backspace);
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    leave();
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    QCOMPARE(edit->text(), u"Italia"_s);
}

// A form that is filled in blindly: text, Tab, text, Tab. None of it ends in a button, and no space presses one.
void TestEditors::tabLeadsFromAChangedFieldToTheNext()
{
    start();
    const QStringList fields{u"Title"_s, u"First name"_s, u"Last name"_s, u"Username"_s};
    line(fields.first())->setFocus();
    for (qsizetype i = 0; i < fields.size(); ++i) {
        QCOMPARE(AppFixture::nameOf(QApplication::focusWidget()), fields.at(i));
        QTest::keyClicks(QApplication::focusWidget(), u"a b"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    line(u"Postal code"_s)->setFocus();
    for (const QString &field : {u"Postal code"_s, u"City"_s, u"Region"_s, u"Country"_s, u"Department"_s}) {
        QCOMPARE(AppFixture::nameOf(QApplication::focusWidget()), field);
        QTest::keyClicks(QApplication::focusWidget(), u"c d"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(AppFixture::nameOf(QApplication::focusWidget()), u"Birth date"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(AppFixture::nameOf(QApplication::focusWidget()), u"Department"_s);
    QCOMPARE(m_app->saveText(), u"9 changes"_s);
}

void TestEditors::aSlipThatIsSavedAtOnceIsRemarkedOn_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("remark");
    QTest::addColumn<bool>("isPasted");
    QTest::addColumn<QString>("save");
    const QString addresses = u"Ana <ana@mail.example>, b@mail.example"_s;
    const QString several = u"more than one e-mail address"_s;
    const QString space = u"a no-break space (U+00A0)"_s;
    QTest::newRow("pasted, Ctrl+S") << u"City"_s << u"Tur\u00A0in"_s << space << true << u"Ctrl+S"_s;
    QTest::newRow("pasted, Alt+S") << u"City"_s << u"Tur\u00A0in"_s << space << true << u"Alt+S"_s;
    QTest::newRow("pasted, a click") << u"City"_s << u"Turin "_s << u"with a space"_s << true << u"click"_s;
    QTest::newRow("typed, Ctrl+S") << u"City"_s << u"Turin "_s << u"with a space"_s << false << u"Ctrl+S"_s;
    QTest::newRow("typed, a click") << u"E-mail"_s << u"a@b.example, c"_s << several << false << u"click"_s;
    QTest::newRow("addresses") << u"E-mail"_s << addresses << several << true << u"Ctrl+S"_s;
    QTest::newRow("notes") << u"Notes"_s << u"Mari\u0430"_s << u"(U+0430)"_s << true << u"Ctrl+S"_s;
}

void TestEditors::aSlipThatIsSavedAtOnceIsRemarkedOn()
{
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const QString, remark);
    QFETCH(const bool, isPasted);
    QFETCH(const QString, save);
    start();
    m_app->typeInto(field, QString());
    QWidget *edit = QApplication::focusWidget();
    if (isPasted)
        paste(edit, text);
    else
        QTest::keyClicks(edit, text);
    QCOMPARE(says(remark), isPasted); // half a text is not remarked on
    if (save == "Ctrl+S"_L1)
        QTest::keyClick(edit, Qt::Key_S, Qt::ControlModifier);
    else if (save == "Alt+S"_L1)
        QTest::keyClick(edit, Qt::Key_S, Qt::AltModifier);
    else
        QTest::mouseClick(m_app->find<QPushButton>(u"Save"_s), Qt::LeftButton);
    VERIFY_EVENTUALLY(m_app->saveText() == "Saved"_L1);
    const auto of = std::find_if(userFields().begin(), userFields().end(),
                                 [&field](const UserField &one) { return fieldLabel(one) == field; });
    QCOMPARE(held(QString(of->key)), QJsonValue(text));
    QVERIFY(says(remark)); // what was saved can be seen
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_End);
    QTest::keyClicks(edit, u"x"_s);
    QVERIFY(!says(remark));
}

void TestEditors::aSlipThatWasReadIsNotRemarkedOnOnceSaved()
{
    start();
    m_app->typeInto(u"City"_s, QString());
    paste(line(u"City"_s), u"Tur\u00A0in"_s);
    line(u"Region"_s)->setFocus();
    QVERIFY(says(u"(U+00A0)"_s));
    QVERIFY(isSaved());
    QVERIFY(!says(u"(U+00A0)"_s));
    line(u"City"_s)->setFocus();
    paste(line(u"City"_s), u"\u2011a"_s);
    QVERIFY(isSaved());
    QVERIFY(says(u"(U+2011)"_s));
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    VERIFY_EVENTUALLY(!says(u"(U+2011)"_s));
}

void TestEditors::aLongPasteIsNotCut()
{
    start();
    const QString text = QString(40'000, u'x') + u"end"_s;
    QApplication::clipboard()->setText(text);
    line(u"City"_s)->setFocus();
    line(u"City"_s)->selectAll();
    QTest::keyClick(line(u"City"_s), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(isSaved());
    QVERIFY(held(u"city"_s) == QJsonValue(text));
}

void TestEditors::aMegabyteIsRefused_data()
{
    QTest::addColumn<QString>("part");
    QTest::newRow("combining marks") << u"\u0301\u0302"_s; // Qt laid them out for a minute, as one character
#if !defined(LANYARD_SANITIZED)                            // where each takes as long as all tests of a page
    QTest::newRow("lines") << u"a line of text\n"_s;
    QTest::newRow("right to left") << u"שלום"_s;
#endif
}

// Into a field of each kind. A part of it would be saved as if it were the whole.
void TestEditors::aMegabyteIsRefused()
{
    QFETCH(const QString, part);
    const QString text = u"a"_s + part.repeated(1'000'000 / part.size());
    start();
    std::set<FieldKind> tried{FieldKind::Image};
    for (const UserField &field : userFields()) {
        if (!field.editable || field.key == "userName"_L1 || !tried.insert(field.kind).second)
            continue;
        const QString label = fieldLabel(field);
        QWidget *edit = m_app->findIfThere<QLineEdit>(label);
        if (!edit)
            edit = m_app->find<QPlainTextEdit>(label);
        AppFixture::scrollTo(edit);
        edit->setFocus();
        const QStringList before = valuesIn(&m_app->window());
        paste(edit, text);
        QTest::qWait(50); // painted
        QCOMPARE(valuesIn(&m_app->window()), before);
        QVERIFY2(says(u"too long and was not inserted"_s), qPrintable(label));
        QTest::keyClicks(edit, u"x"_s);
        QTest::keyClick(edit, Qt::Key_Backspace);
        QVERIFY2(!says(u"too long and was not inserted"_s), qPrintable(label));
    }
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

// Also where no window manager gives it back: see CMakeLists.txt.
void TestEditors::theFocusComesBackWithAChosenPicture()
{
    start();
    QVERIFY(becomesActive(&m_app->window()));
    const QString path = m_app->home() + u"/chosen.png"_s;
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    QVERIFY(picture.save(path));
    auto *change = m_app->find<QPushButton>(u"Change picture"_s);
    const QString before = change->toolTip(); // how large it is
    change->setFocus(Qt::TabFocusReason);
    QTest::keyClick(change, Qt::Key_Space);
    VERIFY_EVENTUALLY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    auto *dialog = qobject_cast<QFileDialog *>(m_app->dialogCalled(u"Choose picture"_s));
    QVERIFY(dialog && becomesActive(dialog));
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    name->setFocus();
    QTest::keyClicks(name, path, Qt::NoModifier, 5);
    QTest::keyClick(QGuiApplication::focusWindow(), Qt::Key_Return); // a list that completes it may be open
    VERIFY_EVENTUALLY(change->toolTip() != before);
    QVERIFY(says(u"Converted to JPEG, "_s + change->toolTip()));
    VERIFY_EVENTUALLY(QApplication::activeWindow() == &m_app->window() && change->hasFocus());
}

void TestEditors::aPictureComesAsAFileToo_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("what");
    for (const char *way : {"paste", "drop"}) {
        for (const char *what : {"file", "picture", "other file", "text", "web address"})
            QTest::addRow("%s %s", way, what) << QString::fromLatin1(way) << QString::fromLatin1(what);
    }
}

// A file manager copies and drags the file, a viewer the picture.
void TestEditors::aPictureComesAsAFileToo()
{
    QFETCH(const QString, way);
    QFETCH(const QString, what);
    start();
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    const QTemporaryDir folder;
    const QString path = folder.filePath(what == "file"_L1 ? u"me.png"_s : u"me.txt"_s);
    if (what == "file"_L1)
        QVERIFY(image.save(path));
    QFile text(path);
    QVERIFY(what == "file"_L1 || (text.open(QIODevice::WriteOnly) && text.write("no picture") > 0));
    text.close();
    auto data = std::make_unique<QMimeData>();
    if (what == "picture"_L1)
        data->setImageData(image);
    else if (what == "text"_L1)
        data->setText(u"no picture"_s);
    else if (what == "web address"_L1)
        data->setUrls({QUrl(u"https://example.org/me.png"_s)});
    else
        data->setUrls({QUrl::fromLocalFile(path)});
    const QJsonValue before = held(u"image"_s);
    QWidget *editor = m_app->find<QPushButton>(u"Change picture"_s)->parentWidget();
    if (way == "paste"_L1) {
        QApplication::clipboard()->setMimeData(data.release());
        m_app->choose(u"Change picture"_s, u"Paste picture"_s);
    } else {
        QDragEnterEvent enter({5, 5}, Qt::CopyAction | Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(editor, &enter);
        QCOMPARE(enter.isAccepted(), what != "text"_L1);
        if (what == "text"_L1)
            return;
        // From a program that would remove the file when it is told that it was moved.
        QDropEvent drop({5, 5}, Qt::CopyAction | Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        drop.setDropAction(Qt::MoveAction);
        QCoreApplication::sendEvent(editor, &drop);
        QCOMPARE(drop.dropAction(), Qt::CopyAction);
    }
    if (what == "file"_L1 || what == "picture"_L1) {
        QVERIFY(isSaved());
        QVERIFY(held(u"image"_s) != before);
    } else {
        QVERIFY(says(what == "other file"_L1 ? u"picture"_s
                     : way == "paste"_L1     ? u"There is no picture on the clipboard."_s
                                             : u"Only a picture or a picture file can be dropped here."_s));
        QCOMPARE(m_app->saveText(), u"No changes"_s);
    }
}

LANYARD_TEST(QApplication, TestEditors)
#include "tst_editors.moc"
