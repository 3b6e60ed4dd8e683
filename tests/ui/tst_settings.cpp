// The page of settings in other hands: whatever is typed, pasted or dictated for a setting is saved as what it means,
// or is said to be no value and waits; and who reads, filters, saves or reloads stays where they were.
#include "core/models/settingsmodel.h"
#include "tests/support/sanitized.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "ui/look/contrast.h"
#include "ui/look/icons.h"
#include "ui/look/spacing.h"

#include <QAbstractProxyModel>
#include <QAccessible>
#include <QCalendarWidget>
#include <QCheckBox>
#include <QClipboard>
#include <QColorDialog>
#include <QComboBox>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QHelpEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QToolTip>
#include <QTreeView>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

constexpr auto person = "mrossi"_L1;

QJsonObject setting(int id, const QString &name, const QString &type, const QJsonValue &value)
{
    return {{u"id"_s, id}, {u"category"_s, u"Kind"_s}, {u"name"_s, name}, {u"type"_s, type}, {u"value"_s, value}};
}

QJsonArray arrayOf(const QList<QJsonObject> &settings)
{
    QJsonArray array;
    for (const QJsonObject &one : settings)
        array.append(one);
    return array;
}

QList<QJsonObject> withNewIds(QList<QJsonObject> settings)
{
    for (QJsonObject &one : settings)
        one.insert(u"id"_s, one.value(u"id"_s).toInt() + 1000);
    return settings;
}

QList<QJsonObject> many(bool other)
{
    QList<QJsonObject> all;
    for (int id = 100; id < 160; ++id) {
        QJsonObject one = setting(id, u"Setting %1"_s.arg(id), u"Int32"_s, u"30"_s);
        one.insert(u"category"_s, u"Category %1"_s.arg(id / 20));
        all.append(one);
    }
    if (other) { // before, and in another order
        std::reverse(all.begin(), all.end());
        QJsonObject first = setting(1, u"A first one"_s, u"Int32"_s, u"1"_s);
        first.insert(u"category"_s, u"A category"_s);
        all.append(first);
    }
    return all;
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void whatIsWrittenIsSavedByType_data();
    void whatIsWrittenIsSavedByType();
    void whatIsNoValueWaits_data();
    void whatIsNoValueWaits();
    void whyItIsNoValueIsInSight_data();
    void whyItIsNoValueIsInSight();
    void aMisfitIsTakenBack_data();
    void aMisfitIsTakenBack();
    void undoInTheEditorIsOfTyping();
    void redoIsOfWhatWasUndone_data();
    void redoIsOfWhatWasUndone();
    void anOddValueIsShownAndCanBeWrittenOver_data();
    void anOddValueIsShownAndCanBeWrittenOver();
    void aKeyThatMovesOnClosesTheEditor_data();
    void aKeyThatMovesOnClosesTheEditor();
    void escDoesNotLoseALongText();
    void downLeadsFromTheFilterToTheList();
    void aLongPasteIsNotCut_data();
    void aLongPasteIsNotCut();
    void aMegabyteIsRefused_data();
    void aMegabyteIsRefused();
    void whatIsComposedIsTaken_data();
    void whatIsComposedIsTaken();
    void copyingTakesTheValueAsItStands_data();
    void copyingTakesTheValueAsItStands();
    void openingAndClosingChangesNothing_data();
    void openingAndClosingChangesNothing();
    void aHeadingTakesTheRoomOfAllColumns();
    void anywhereInARowEditsItsValue_data();
    void anywhereInARowEditsItsValue();
    void lettersFindANameAndChangeNoValue_data();
    void lettersFindANameAndChangeNoValue();
    void aReadOnlyRowSaysWhy();
    void severalLinesKeepTheirBreaks();
    void whatCannotBeSeenIsNotSaved();
    void aSecretNumberIsMasked();
    void aSwitchAboutASecretIsASwitch();
    void aSlipThatIsSavedFromItsEditorIsRemarkedOn();
    void aLongRemarkLeavesTheRowInSight();
    void whatIsUnseenInASecretIsNamed_data();
    void whatIsUnseenInASecretIsNamed();
    void brokenJsonDoesNotLeaveTheEditor();
    void brokenJsonIsUndoneInTheEditor();
    void aSwitchKeepsTheSpelling_data();
    void aSwitchKeepsTheSpelling();
    void spaceSwitchesAtOnce_data();
    void spaceSwitchesAtOnce();
    void whatIsNoSwitchIsNotSwitched_data();
    void whatIsNoSwitchIsNotSwitched();
    void aTickedBoxIsSeenInTheSelectedRow();
    void aSwitchThatTheFilterNoLongerFindsStays();
    void aFaultInJsonIsGoneTo_data();
    void aFaultInJsonIsGoneTo();
    void theCalendarOpensFromTheRow();
    void aColourIsChosen_data();
    void aColourIsChosen();
    void onlyAColourThatIsUnderstoodIsChosen();
    void aSwatchIsSeenOnItsRow_data();
    void aSwatchIsSeenOnItsRow();
    void theEditorIsFoundByAssistiveTechnology();
    void whatAssistiveTechnologySelectsIsActedOn();
    void whereSomebodyIsOutlivesReloadAndSave_data();
    void whereSomebodyIsOutlivesReloadAndSave();
    void anEditorFollowsItsSettingToANewId_data();
    void anEditorFollowsItsSettingToANewId();
    void whatHasNoIdOfItsOwnIsFoundByItsName_data();
    void whatHasNoIdOfItsOwnIsFoundByItsName();
    void aFilterWithoutMatchesLeavesTheChoice();
    void aFirstRowIsChosenRightToLeft();
    void aRowHasAMenu_data();
    void aRowHasAMenu();
    void theMenuOpensAtTheRow();
    void aRowTellsItsState();
    void whatOthersChangedIsMarkedAtItsRow();
    void whatIsUnsavedIsMarkedAtItsFoldedCategory();
    void aHeaderSorts_data();
    void aHeaderSorts();
    void sortingKeepsChoiceEditorAndPlace();
    void sortingWorksByKeysAlone();
    void theOrderIsRemembered();
    void columnWidthsAreRemembered();
    void theValuesTakeTheRoomOfALargeWindow();
    void nameAndValueAreInSightTogether();
    void cutTextsHaveToolTips();
    void theTypeIsToldInWords();
    void theTypeIsAColumnThatCanBeShown();
    void anEmptyResultCanBeCleared();
    void whoIsInAListThatEmptiesIsLedOn();
    void aListThatIsNotReadWholeSaysSo();

private:
    // Signed in, on the page, with these settings at the service.
    void begin(const QList<QJsonObject> &settings, const QString &locale = u"en_US"_s)
    {
        if (!m_rows.startsWith(QLatin1StringView(QTest::currentTestFunction())))
            m_rows.clear();
        QLocale::setDefault(QLocale(locale));
        m_app.reset();
        m_app = std::make_unique<AppFixture>();
        hold(settings);
        m_app->start(person);
        QVERIFY(m_app->signIn(u"lanyard"_s));
        m_app->goTo(2);
        m_tree = m_app->find<QTreeView>(u"Settings"_s);
        QVERIFY(m_tree);
    }
    // The same in the window of the row before, as far as that left it as it found it: most of a row's time would be
    // its sign-in.
    void beginRow(const QList<QJsonObject> &settings, const QString &locale = u"en_US"_s)
    {
        const QString rows = QString::fromLatin1(QTest::currentTestFunction()) + locale;
        const bool isNext = std::exchange(m_rows, rows) == rows;
        if (!m_app || !isNext || !isAtRest())
            return begin(settings, locale);
        QLocale::setDefault(QLocale(locale));
        hold(settings);
        m_app->service().clearRequests();
        reload();
        QCOMPARE(m_app->session().user().settings().size(), settings.size());
    }
    [[nodiscard]] bool isAtRest()
    {
        if (QApplication::activeModalWidget() || !m_app->session().hasUser())
            return false;
        m_app->goTo(2);
        m_tree = m_app->find<QTreeView>(u"Settings"_s);
        if (QWidget *open = editor())
            QTest::keyClick(open, Qt::Key_Escape);
        if (auto *revert = m_app->findIfThere<QAbstractButton>(u"Discard changes"_s); revert && revert->isEnabled())
            revert->click();
        return isClosed() && !m_app->session().isSaving() &&
               (m_app->saveText() == "No changes"_L1 || m_app->saveText() == "Saved"_L1);
    }
    void hold(const QList<QJsonObject> &settings)
    {
        QJsonObject user = m_app->service().user(person);
        user.insert(u"settings"_s, arrayOf(settings));
        QVERIFY(m_app->service().setUser(person, user));
    }
    void reload()
    {
        QTest::keyClick(&m_app->window(), Qt::Key_F5);
        QVERIFY(eventually([this] { return !m_app->session().isReloading(); }));
    }
    [[nodiscard]] QString held(int id)
    {
        return User(m_app->service().user(person)).valueAt(Path::setting(QString::number(id))).toString();
    }
    [[nodiscard]] QModelIndex row(const QString &name, int column = SettingsModel::Name)
    {
        const QModelIndexList found =
            m_tree->model()->match(m_tree->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                   Qt::MatchExactly | Qt::MatchCaseSensitive | Qt::MatchRecursive);
        return found.isEmpty() ? QModelIndex() : found.first().siblingAtColumn(column);
    }
    [[nodiscard]] QLineEdit *open(const QString &name)
    {
        m_tree->setCurrentIndex(row(name));
        m_tree->setFocus();
        QTest::keyClick(m_tree, Qt::Key_F2);
        return editor();
    }
    // The keys that open another editor switch it.
    void openSwitch(const QString &name)
    {
        m_tree->setCurrentIndex(row(name));
        m_app->press(u"Edit value"_s);
    }
    [[nodiscard]] QLineEdit *editor() { return m_tree->viewport()->findChild<QLineEdit *>(); }
    [[nodiscard]] bool isClosed()
    {
        return eventually(
            [this] { return !m_tree->viewport()->findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly); });
    }
    static void write(QLineEdit *edit, const QString &text, const QString &way)
    {
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        if (text.isEmpty())
            QTest::keyClick(edit, Qt::Key_Delete);
        if (way == "keys"_L1) {
            for (const QChar c : text)
                QTest::sendKeyEvent(QTest::Click, edit, Qt::Key_unknown, QString(c), Qt::NoModifier);
        } else if (way == "paste"_L1) {
            QApplication::clipboard()->setText(text);
            QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
        } else if (way == "input method"_L1) {
            QInputMethodEvent commit;
            commit.setCommitString(text);
            QCoreApplication::sendEvent(edit, &commit);
        } else {
            QAccessibleInterface *access = QAccessible::queryAccessibleInterface(edit);
            access->editableTextInterface()->replaceText(0, static_cast<int>(edit->text().size()), text);
        }
    }
    [[nodiscard]] bool isSaved()
    {
        m_app->goTo(2); // active again after a dialog
        QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
        return eventually([this] { return m_app->saveText() == "Saved"_L1; });
    }
    [[nodiscard]] bool isSaid(const QString &text) { return m_app->visibleTexts().join(u' ').contains(text); }
    [[nodiscard]] bool says(const QString &text)
    {
        return eventually([&] { return isSaid(text); });
    }

    std::unique_ptr<AppFixture> m_app;
    QString m_rows; // the test, and the locale, whose rows share the window; empty: none do
    QTreeView *m_tree = nullptr;
};

void TestSettings::cleanup()
{
    if (QTest::currentTestFailed())
        m_rows.clear();
    if (m_rows.isEmpty())
        m_app.reset();
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QLocale::setDefault(QLocale::c());
}

void TestSettings::whatIsWrittenIsSavedByType_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("saved");
    const auto row = [](const char *type, const char *locale, const QString &stored, const QString &written,
                        const char *way, const QString &saved) {
        QTest::addRow("%s %s %s by %s", type, locale, qPrintable(written), way)
            << QString::fromLatin1(type) << QString::fromLatin1(locale) << stored << written << QString::fromLatin1(way)
            << saved;
    };
    // By locale: rows of one share a window.
    row("Double", "it_IT", u"1.5"_s, u"12,75"_s, "keys", u"12.75"_s);
    row("Double", "fa_IR", u"1.5"_s, u"۱۲٫۷۵"_s, "keys", u"12.75"_s);
    row("Double", "fa_IR", u"1.5"_s, u"\u200E−۱٬۲۳۴٫۵"_s, "paste", u"-1234.5"_s);
    row("Double", "ar_EG", u"1.5"_s, u"\u061C-١٢٫٧٥"_s, "paste", u"-12.75"_s);
    row("Double", "th_TH", u"1.5"_s, u"๑๒.๗๕"_s, "keys", u"12.75"_s);
    row("Double", "de_CH", u"1.5"_s, u"1’234.5"_s, "paste", u"1234.5"_s);
    row("Double", "de_CH", u"1.5"_s, u"1'234.5"_s, "keys", u"1234.5"_s);
    row("Int32", "hi_IN", u"30"_s, u"12,34,567"_s, "paste", u"1234567"_s);
    row("DateOnly", "fa_IR", u"2024-01-01"_s, u"۱۹۸۴/۳/۱۷"_s, "keys", u"1984-03-17"_s);
    row("DateOnly", "th_TH", u"2024-01-01"_s, u"17/3/1984"_s, "paste", u"1984-03-17"_s);
    row("DateTime", "de_CH", u"2024-01-01T00:00:00"_s, u"26.8.2024 7:05"_s, "paste", u"2024-08-26T07:05:00"_s);
    row("DateTime", "ar_EG", u"2024-01-01T00:00:00"_s, u"٢٦/٨/٢٠٢٤ ٧:٠٥"_s, "keys", u"2024-08-26T07:05:00"_s);
    row("Int64", "it_IT", u"30"_s, u"9.223.372.036.854.775.807"_s, "paste", u"9223372036854775807"_s);
    row("DateOnly", "it_IT", u"2024-01-01"_s, u"17/3/1984"_s, "keys", u"1984-03-17"_s);
    row("Color", "it_IT", u"#3366CC"_s, u"#036"_s, "keys", u"#036"_s);
    row("Url", "it_IT", u"https://a.example"_s, u"https://b.example/?c=d"_s, "paste", u"https://b.example/?c=d"_s);
    row("Double", "de_DE", u"1.5"_s, u"12,75"_s, "paste", u"12.75"_s);
    row("Decimal", "de_DE", u"1.5"_s, u"0,1234567890123456789012345678"_s, "keys", u"0.1234567890123456789012345678"_s);
    row("DateTime", "de_DE", u"2024-01-01T00:00:00"_s, u"26.8.2024 7:05"_s, "keys", u"2024-08-26T07:05:00"_s);
    row("String", "de_DE", u"a"_s, u"12,75"_s, "assistive technology", u"12,75"_s);
    row("Policy/2", "de_DE", u"a"_s, u"1.234"_s, "keys", u"1.234"_s);
    row("Double", "en_US", u"1.5"_s, u"12.75"_s, "assistive technology", u"12.75"_s);
    row("int?", "en_US", u"30"_s, u"45\n"_s, "paste", u"45"_s);
    row("Double", "fr_CH", u"1.5"_s, u"1'234,5"_s, "keys", u"1234.5"_s);
    row("Double", "hi_IN", u"1.5"_s, u"१२.७५"_s, "keys", u"12.75"_s);
    row("Double", "ar_EG", u"1.5"_s, u"١٢٫٧٥"_s, "input method", u"12.75"_s);
    row("Int32", "ar_EG", u"30"_s, u"٤٥"_s, "keys", u"45"_s);
}

void TestSettings::whatIsWrittenIsSavedByType()
{
    QFETCH(const QString, type);
    QFETCH(const QString, locale);
    QFETCH(const QString, stored);
    QFETCH(const QString, written);
    QFETCH(const QString, way);
    QFETCH(const QString, saved);
    beginRow({setting(1, u"Tried"_s, type, stored), setting(2, u"Other"_s, u"String"_s, u"x"_s)}, locale);
    QLineEdit *edit = open(u"Other"_s);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(isClosed());
    edit = open(u"Tried"_s);
    QVERIFY(edit);
    write(edit, written, way);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(isClosed());
    QVERIFY(isSaved());
    QCOMPARE(held(1), saved);
    QCOMPARE(held(2), u"x"_s);
}

void TestSettings::whatIsNoValueWaits_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("stored");
    const auto row = [](const char *type, const char *locale, const QString &written, const char *sentence,
                        const QString &stored = {}) {
        QTest::addRow("%s %s %s", type, locale, qPrintable(written))
            << QString::fromLatin1(type) << QString::fromLatin1(locale) << written << QString::fromLatin1(sentence)
            << stored;
    };
    row("Double", "de_DE", u"1.234"_s, "two ways");
    row("Double", "en_US", u"1,234"_s, "two ways");
    row("Double", "en_US", u"12,75"_s, "not a number");
    row("Int32", "en_US", u"7 days"_s, "not a whole number");
    row("Int32", "en_US", u"99999999999999"_s, "does not fit here");
    row("Int64", "en_US", u"9223372036854775808"_s, "does not fit here");
    row("Color", "en_US", u"#zzz"_s, "not a colour");
    row("DateTime", "en_US", u"yesterday"_s, "not a date");
    row("Url", "en_US", u"javascript:x"_s, "javascript:");
    row("Int32", "en_US", QString(), "empty value", u"5"_s);
    row("Color", "en_US", QString(), "empty value", u"#3366CC"_s);
}

void TestSettings::whatIsNoValueWaits()
{
    QFETCH(const QString, type);
    QFETCH(const QString, locale);
    QFETCH(const QString, written);
    QFETCH(const QString, sentence);
    QFETCH(const QString, stored);
    beginRow({setting(1, u"Tried"_s, type, stored), setting(2, u"Other"_s, u"String"_s, u"x"_s)}, locale);
    QLineEdit *edit = open(u"Tried"_s);
    QVERIFY(edit);
    write(edit, written, u"keys"_s);
    QCOMPARE(edit->text(), written);       // nothing is swallowed
    QTest::keyClick(edit, Qt::Key_Return); // before, it may be half a value
    QVERIFY(says(sentence));
    QVERIFY(edit->accessibleDescription().contains(sentence));
    QTest::qWait(50);
    QVERIFY(editor() && editor()->isVisible() && editor()->hasFocus());
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, m_tree->visualRect(row(u"Other"_s)).center());
    QVERIFY(isClosed());
    QCOMPARE(row(u"Tried"_s, SettingsModel::Value).data().toString(), written);
    reload();
    m_app->goTo(0);
    QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier); // leads there
    QVERIFY(eventually([this] { return editor() && editor()->isVisible() && editor()->hasFocus(); }));
    QCOMPARE(editor()->text(), written);
    QVERIFY(says(sentence));
    QCOMPARE(held(1), stored);
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 0);
    QTest::keyClick(editor(), Qt::Key_Escape);
    QVERIFY(isClosed());
    QCOMPARE(row(u"Tried"_s, SettingsModel::Value).data().toString(), stored);
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestSettings::whyItIsNoValueIsInSight_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("when");
    for (const QSize size : {QSize(560, 300), QSize(640, 420), QSize(760, 340), QSize(1000, 520)}) {
        for (const QString &name : {u"First"_s, u"Last"_s}) {
            for (const QString &when :
                 {u"while it is typed"_s, u"once it is left"_s, u"at a save"_s, u"at a save of another page"_s})
                QTest::addRow("%s, %d high, %s", qPrintable(name), size.height(), qPrintable(when))
                    << size << name << when;
        }
    }
}

// On a small screen too, where the page has no room for the list and what is below it: the whole sentence, and the row.
void TestSettings::whyItIsNoValueIsInSight()
{
    QFETCH(const QSize, size);
    QFETCH(const QString, name);
    QFETCH(const QString, when);
    QList<QJsonObject> settings{setting(1, u"First"_s, u"Int32"_s, u"7"_s)};
    for (int id = 2; id < 12; ++id)
        settings << setting(id, u"In between %1"_s.arg(id), u"String"_s, u"x"_s);
    settings << setting(12, u"Last"_s, u"Int32"_s, u"7"_s);
    beginRow(settings);
    m_app->window().resize(size);
    QLineEdit *edit = open(name);
    QVERIFY(edit);
    write(edit, u"abc"_s, u"keys"_s);
    if (when != "while it is typed"_L1 && when != "at a save"_L1) {
        QTest::keyClick(edit, Qt::Key_Tab);
        QVERIFY(isClosed());
        m_tree->setCurrentIndex(row(name));
    }
    if (when.endsWith("another page"_L1))
        m_app->goTo(0);
    if (when.startsWith("at a save"_L1))
        QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
    const auto isTold = [this] {
        const auto labels = m_app->window().findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith("This is not a whole number"_L1) &&
                   label->visibleRegion().boundingRect() == label->rect();
        });
    };
    const auto isRowInSight = [this, &name] {
        const QRect wanted = m_tree->visualRect(row(name, SettingsModel::Value));
        const QRect seen = m_tree->viewport()->visibleRegion().boundingRect();
        return seen.top() <= wanted.top() && seen.bottom() >= wanted.bottom();
    };
    VERIFY_EVENTUALLY(isTold() && isRowInSight());
}

void TestSettings::aMisfitIsTakenBack_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("the value") << u"Undo change"_s;
    QTest::newRow("everything") << u"Discard changes"_s;
    QTest::newRow("signing out") << u"Sign out"_s;
    QTest::newRow("Esc, left and opened again") << u"Esc"_s;
    QTest::newRow("undo") << u"Undo"_s;
    QTest::newRow("undo, opened again") << u"Undo in the editor"_s;
}

void TestSettings::aMisfitIsTakenBack()
{
    QFETCH(const QString, way);
    beginRow({setting(1, u"Tried"_s, u"Int32"_s, u"30"_s)});
    QLineEdit *edit = open(u"Tried"_s);
    QVERIFY(edit);
    write(edit, u"7 days"_s, u"keys"_s);
    if (way == "Esc"_L1) {
        m_app->find<QLineEdit>(u"Filter"_s)->setFocus();
        QVERIFY(isClosed());
        edit = open(u"Tried"_s);
        QVERIFY(edit && edit->text() == "7 days"_L1);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(isClosed());
    } else if (way == "Undo in the editor"_L1) {
        m_app->find<QLineEdit>(u"Filter"_s)->setFocus();
        QVERIFY(isClosed());
        reload();
        edit = open(u"Tried"_s);
        QVERIFY(edit && edit->text() == "7 days"_L1);
        QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(edit->text(), u"30"_s);
        QCOMPARE(edit->accessibleDescription(), u"Whole number"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(isClosed());
    } else if (way == "Undo"_L1) {
        m_app->find<QLineEdit>(u"Filter"_s)->setFocus();
        QVERIFY(isClosed());
        for (const Qt::Key key : {Qt::Key_Z, Qt::Key_Y, Qt::Key_Z}) {
            m_tree->setFocus();
            QTest::keyClick(m_tree, key, Qt::ControlModifier);
            QCOMPARE(row(u"Tried"_s, SettingsModel::Value).data().toString(), key == Qt::Key_Z ? u"30"_s : u"7 days"_s);
        }
    } else {
        m_app->press(way);
    }
    if (way == "Sign out"_L1) { // it would be lost
        QMessageBox *question = nullptr;
        QVERIFY(eventually([&] { return (question = m_app->window().findChild<QMessageBox *>()) != nullptr; }));
        m_app->press(u"Discard"_s, question);
        QVERIFY(eventually([this] { return !m_app->session().hasUser(); }));
        QVERIFY(m_app->signIn(u"lanyard"_s));
        m_app->goTo(2);
    }
    QCOMPARE(row(u"Tried"_s, SettingsModel::Value).data().toString(), u"30"_s);
    QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
    QTest::qWait(50);
    QVERIFY(!editor());
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 0);
}

void TestSettings::undoInTheEditorIsOfTyping()
{
    begin({setting(1, u"Tried"_s, u"String"_s, u"a"_s), setting(2, u"Other"_s, u"String"_s, u"x"_s)});
    QLineEdit *edit = open(u"Other"_s);
    QVERIFY(edit);
    QTest::keyClicks(edit, u"y"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(isClosed());
    edit = open(u"Tried"_s);
    QVERIFY(edit);
    QTest::keyClicks(edit, u"b"_s);
    QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(edit->text(), u"a"_s);
    QCOMPARE(row(u"Other"_s, SettingsModel::Value).data().toString(), u"y"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(isClosed());
    QTest::keyClick(m_tree, Qt::Key_Z, Qt::ControlModifier); // outside it is the document's
    QCOMPARE(row(u"Other"_s, SettingsModel::Value).data().toString(), u"x"_s);
}

void TestSettings::redoIsOfWhatWasUndone_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QKeySequence>("redo");
    for (const char *place : {"Tried", "Other", "Odd", "Filter"}) {
        for (const char *redo : {"Ctrl+Y", "Ctrl+Shift+Z"})
            QTest::addRow("%s: %s", place, redo)
                << QString::fromLatin1(place) << QKeySequence(QString::fromLatin1(redo));
    }
}

// Not of the document, of which something could be redone too.
void TestSettings::redoIsOfWhatWasUndone()
{
    QFETCH(const QString, place);
    QFETCH(const QKeySequence, redo);
    beginRow({setting(1, u"Tried"_s, u"String"_s, u"a"_s), setting(2, u"Other"_s, u"Int32"_s, u"7"_s),
              setting(3, u"Odd"_s, u"Boolean"_s, u"perhaps"_s)});
    write(open(u"Tried"_s), u"old"_s, u"keys"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    QVERIFY(isClosed());
    QTest::keyClick(m_tree, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(eventually([this] { return m_app->saveText() == "No changes"_L1; }));
    auto *filter = m_app->find<QLineEdit>(u"Filter"_s);
    QLineEdit *edit = place == "Filter"_L1 ? filter : open(place);
    QVERIFY(edit);
    edit->setFocus();
    QTest::keyClicks(edit, u"77"_s);
    const QString typed = edit->text();
    QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(edit->text() != typed);
    QTest::keySequence(edit, redo);
    QCOMPARE(edit->text(), typed);
    filter->clear();
    if (edit != filter)
        QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(isClosed());
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestSettings::anOddValueIsShownAndCanBeWrittenOver_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("written");
    QTest::newRow("hexadecimal") << u"Int32"_s << u"0x1F"_s << u"31"_s;
    QTest::newRow("groups") << u"Int32"_s << u"1,000"_s << u"1000"_s;
    QTest::newRow("neither yes nor no") << u"Boolean"_s << u"maybe"_s << u"true"_s;
    QTest::newRow("not a number") << u"Double"_s << u"NaN"_s << u"1.5"_s;
}

void TestSettings::anOddValueIsShownAndCanBeWrittenOver()
{
    QFETCH(const QString, type);
    QFETCH(const QString, stored);
    QFETCH(const QString, written);
    beginRow({setting(1, u"Tried"_s, type, stored)});
    m_tree->setCurrentIndex(row(u"Tried"_s));
    QVERIFY(says(u"does not fit its type"_s));
    QLineEdit *edit = open(u"Tried"_s);
    QVERIFY(edit);
    QCOMPARE(edit->text(), stored);
    QTest::keyClick(edit, Qt::Key_End);
    QTest::keyClick(edit, Qt::Key_Backspace); // key by key
    QCOMPARE(edit->text(), stored.chopped(1));
    write(edit, written, u"keys"_s);
    QTest::keyClick(m_tree->viewport()->findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly), Qt::Key_Return);
    QVERIFY(isClosed());
    QVERIFY(isSaved());
    QCOMPARE(held(1), written);
}

void TestSettings::aKeyThatMovesOnClosesTheEditor_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("lands");
    QTest::newRow("Down") << int(Qt::Key_Down) << u"5"_s << u"C"_s;
    QTest::newRow("Up") << int(Qt::Key_Up) << u"5"_s << u"A"_s;
    QTest::newRow("Page Down") << int(Qt::Key_PageDown) << u"5"_s << u"D"_s;
    QTest::newRow("Page Up") << int(Qt::Key_PageUp) << u"5"_s << QString();
    QTest::newRow("Down, no number") << int(Qt::Key_Down) << u"five"_s << u"C"_s;
}

// As in a spreadsheet: what was typed stays in its row, and what is typed next belongs to the row that is marked.
void TestSettings::aKeyThatMovesOnClosesTheEditor()
{
    QFETCH(const int, key);
    QFETCH(const QString, written);
    QFETCH(const QString, lands);
    beginRow({setting(1, u"A"_s, u"Int32"_s, u"1"_s), setting(2, u"B"_s, u"Int32"_s, u"2"_s),
              setting(3, u"C"_s, u"Int32"_s, u"3"_s), setting(4, u"D"_s, u"Int32"_s, u"4"_s)});
    QLineEdit *edit = open(u"B"_s);
    QVERIFY(edit);
    write(edit, written, u"keys"_s);
    QTest::keyClick(edit, static_cast<Qt::Key>(key));
    QVERIFY(isClosed());
    QVERIFY(m_tree->hasFocus());
    QCOMPARE(row(u"B"_s, SettingsModel::Value).data().toString(), written);
    if (lands.isEmpty())
        return; // the heading
    QCOMPARE(m_tree->currentIndex().siblingAtColumn(0).data().toString(), lands);
    QTest::keyClick(m_tree, Qt::Key_F2);
    QVERIFY(editor());
    QTest::keyClick(editor(), Qt::Key_7);
    QTest::keyClick(editor(), Qt::Key_Return);
    QVERIFY(isClosed());
    QCOMPARE(row(lands, SettingsModel::Value).data().toString(), u"7"_s);
    QCOMPARE(row(u"B"_s, SettingsModel::Value).data().toString(), written);
}

void TestSettings::escDoesNotLoseALongText()
{
    begin({setting(1, u"Tried"_s, u"Json"_s, u"[1]"_s)});
    const auto openDialog = [this] {
        m_app->goTo(2);
        m_tree->setCurrentIndex(row(u"Tried"_s));
        m_tree->setFocus();
        QTest::keyClick(m_tree, Qt::Key_F2);
        return m_app->dialogCalled(u"Tried"_s);
    };
    QPointer<QDialog> dialog = openDialog();
    QVERIFY(dialog);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Escape); // nothing to lose
    QVERIFY(eventually([&] { return !dialog; }));
    dialog = openDialog();
    QVERIFY(dialog);
    auto *text = m_app->find<QPlainTextEdit>(u"Tried"_s, dialog);
    QTest::keyClicks(text, u"long work"_s);
    for (const bool discards : {false, true}) {
        QTest::keyClick(text, Qt::Key_Escape);
        QDialog *question = m_app->dialogCalled(u"Changed text"_s);
        QVERIFY(question && dialog->isVisible());
        if (discards) {
            m_app->press(u"Discard"_s, question);
            QVERIFY(eventually([&] { return !dialog; }));
            // Without being asked to, or no key would arrive anywhere.
            QVERIFY(eventually([this] { return m_app->window().isActiveWindow() && m_tree->hasFocus(); }));
        } else {
            QTest::keyClick(question, Qt::Key_Escape);
            QVERIFY(eventually([&] { return !dialog->findChild<QMessageBox *>(); }));
            QVERIFY(text->toPlainText().startsWith(u"long work"_s));
        }
    }
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestSettings::downLeadsFromTheFilterToTheList()
{
    begin(many(false));
    m_app->typeInto(u"Filter"_s, u"setting 120"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(m_tree->hasFocus());
    QCOMPARE(m_tree->currentIndex().siblingAtColumn(0).data().toString(), u"Setting 120"_s);
}

void TestSettings::aLongPasteIsNotCut_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("hasRoom");
    QTest::newRow("text") << u"Tried"_s << u"String"_s << true;
    QTest::newRow("secret") << u"Licence password"_s << u"String"_s << false;
    QTest::newRow("address") << u"Tried"_s << u"Url"_s << false;
}

void TestSettings::aLongPasteIsNotCut()
{
    QFETCH(const QString, name);
    QFETCH(const QString, type);
    QFETCH(const bool, hasRoom);
    beginRow({setting(1, name, type, u"https://a.example/"_s)});
    const QString text = u"https://b.example/"_s + QString(40'000, u'x') + u"end"_s;
    QLineEdit *edit = open(name);
    QVERIFY(edit);
    write(edit, text, u"paste"_s);
    if (hasRoom) {
        QDialog *dialog = m_app->dialogCalled(name);
        QVERIFY(dialog);
        QCOMPARE(m_app->find<QPlainTextEdit>(name, dialog)->toPlainText().size(), text.size());
        m_app->press(u"OK"_s, dialog);
    } else {
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(isClosed());
    }
    QVERIFY(isSaved());
    QVERIFY(held(1) == text);
}

void TestSettings::aMegabyteIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::newRow("text") << u"Tried"_s << u"String"_s;
    QTest::newRow("secret") << u"Licence password"_s << u"String"_s;
#if !defined(LANYARD_SANITIZED) // where each takes as long as all the others of a page
    QTest::newRow("number") << u"Tried"_s << u"Int32"_s;
    QTest::newRow("address") << u"Tried"_s << u"Url"_s;
    QTest::newRow("JSON") << u"Tried"_s << u"Json"_s;
#endif
}

void TestSettings::aMegabyteIsRefused()
{
    QFETCH(const QString, name);
    QFETCH(const QString, type);
    beginRow({setting(1, name, type, u"1"_s)});
    QVERIFY(!m_app->visibleTexts().join(u' ').contains("too long and was not inserted"_L1));
    const QString text = u"\u0301\u0302"_s.repeated(500'000);
    QApplication::clipboard()->setText(text);
    if (type == "Json"_L1) {
        m_tree->setCurrentIndex(row(name));
        QTest::keyClick(m_tree, Qt::Key_F2);
        QDialog *dialog = m_app->dialogCalled(name);
        QVERIFY(dialog);
        auto *edit = m_app->find<QPlainTextEdit>(name, dialog);
        QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(edit->toPlainText(), u"1"_s);
    } else {
        QLineEdit *edit = open(name);
        QVERIFY(edit);
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(edit, Qt::Key_V, Qt::ControlModifier);
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(edit->text(), u"1"_s);
    }
    QVERIFY(m_app->visibleTexts().join(u' ').contains("too long and was not inserted"_L1));
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestSettings::whatIsComposedIsTaken_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"save", "another page", "another row", "reload", "reload with another setting", "undo"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void TestSettings::whatIsComposedIsTaken()
{
    QFETCH(const QString, way);
    begin({setting(1, u"Tried"_s, u"String"_s, u"a"_s), setting(2, u"Other"_s, u"String"_s, u"x"_s)});
    QInputMethodEvent preedit(u"東京"_s, {});
    QLineEdit *edit = open(u"Tried"_s);
    QVERIFY(edit);
    write(edit, u"b"_s, u"keys"_s);
    QCoreApplication::sendEvent(edit, &preedit);
    QVERIFY(editor());
    if (way.endsWith("another page"_L1))
        m_app->goTo(0);
    else if (way.endsWith("another row"_L1))
        QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, m_tree->visualRect(row(u"Other"_s)).center());
    else if (way == "undo"_L1)
        QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier);
    else if (way == "reload with another setting"_L1)
        hold({setting(0, u"A first one"_s, u"String"_s, u"y"_s), setting(1, u"Tried"_s, u"String"_s, u"a"_s),
              setting(2, u"Other"_s, u"String"_s, u"x"_s)});
    if (way.startsWith("reload"_L1))
        reload();
    if (way == "undo"_L1) { // of what was typed; the rest was taken before
        QTest::keyClick(editor(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(editor()->text(), u"b東京"_s);
    }
    QVERIFY(isSaved());
    QCOMPARE(held(1), u"b東京"_s);
    QCOMPARE(held(2), u"x"_s);
}

void TestSettings::copyingTakesTheValueAsItStands_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("copied");
    QTest::addColumn<QString>("said");
    const QString json = u"{\n  \"a\": [1, 2]\n}"_s;
    const QString unclear = QString(3000, u'x') + u"\u202E\ty"_s;
    QTest::newRow("number") << u"Tried"_s << u"Int32"_s << u"30"_s << u"30"_s << u"Value copied."_s;
    QTest::newRow("JSON") << u"Tried"_s << u"Json"_s << json << json << u"Value copied."_s;
    QTest::newRow("long, hidden marks") << u"Tried"_s << u"String"_s << unclear << unclear << u"Value copied."_s;
    QTest::newRow("secret") << u"Mail password"_s << u"String"_s << u"hidden"_s << u"before"_s
                            << u"A secret value cannot be copied."_s;
    QTest::newRow("secret in it") << u"Tried"_s << u"String"_s << u"https://u:hidden@h/"_s << u"before"_s
                                  << u"A secret value cannot be copied."_s;
}

void TestSettings::copyingTakesTheValueAsItStands()
{
    QFETCH(const QString, name);
    QFETCH(const QString, type);
    QFETCH(const QString, value);
    QFETCH(const QString, copied);
    QFETCH(const QString, said);
    begin({setting(1, name, type, value)});
    for (const int column : {0, 1, 2, 3}) {
        QApplication::clipboard()->setText(u"before"_s);
        m_tree->setFocus();
        m_tree->setCurrentIndex(row(name, column));
        QTest::keyClick(m_tree, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), copied);
        QVERIFY(says(said));
        QVERIFY(!editor());
    }
}

void TestSettings::openingAndClosingChangesNothing_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("stored");
    const std::pair<const char *, const char *> rows[] = {
        {"Int32", "0x1F"}, {"Int32", "1,000"}, {"Int32", "01"},   {"Int32", " 5 "},   {"Double", "1.50"},
        {"Double", "1,5"}, {"Boolean", "Y"},   {"Boolean", "n"},  {"Boolean", "oN"},  {"Boolean", "maybe"},
        {"Boolean", ""},   {"Color", "#zzz"},  {"Url", "portal"}, {"DateTime", "now"}};
    for (const auto &[type, stored] : rows)
        QTest::addRow("%s %s", type, stored) << QString::fromLatin1(type) << QString::fromLatin1(stored);
}

void TestSettings::openingAndClosingChangesNothing()
{
    QFETCH(const QString, type);
    QFETCH(const QString, stored);
    beginRow({setting(1, u"Tried"_s, type, stored)}, u"de_DE"_s);
    for (const Qt::Key end : {Qt::Key_Return, Qt::Key_Escape, Qt::Key_Tab}) {
        m_tree->setCurrentIndex(row(u"Tried"_s));
        m_tree->setFocus();
        if (type == "Boolean"_L1)
            openSwitch(u"Tried"_s);
        else
            QTest::keyClick(m_tree, Qt::Key_F2);
        auto *widget = m_tree->viewport()->findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(widget);
        const auto *box = qobject_cast<QComboBox *>(widget);
        const auto *check = qobject_cast<QCheckBox *>(widget);
        const QString shown = stored == "1.50"_L1 ? u"1,50"_s : stored;
        QCOMPARE(check ? check->text() : box ? box->currentText() : editor()->text(), shown);
        const QPoint middle = widget->rect().center();
        QWheelEvent wheel(middle, widget->mapToGlobal(middle), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(widget, &wheel);
        QTest::keyClick(widget, end);
        if (end == Qt::Key_Tab)
            m_app->goTo(0); // the next row may be open
        QVERIFY(isClosed());
        m_app->goTo(2);
        QCOMPARE(m_app->saveText(), u"No changes"_s);
    }
}

void TestSettings::aHeadingTakesTheRoomOfAllColumns()
{
    QJsonObject first = setting(1, u"First"_s, u"String"_s, u"one"_s);
    first.insert(u"category"_s, u"Licences"_s);
    begin({first});
    const QModelIndex heading = m_tree->model()->index(0, SettingsModel::Name);
    const auto isPainted = [&] { // in the cell of its value
        const QRect cell = m_tree->visualRect(heading.siblingAtColumn(SettingsModel::Value));
        const QImage image = m_tree->viewport()->grab(cell).toImage();
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, image.height() / 2) != image.pixel(image.width() - 1, 0))
                return true;
        }
        return false;
    };
    QVERIFY(!isPainted());
    m_tree->header()->setMinimumSectionSize(m_tree->indentation());
    m_tree->setColumnWidth(SettingsModel::Name, 2 * m_tree->indentation());
    QVERIFY(isPainted());
    m_tree->header()->moveSection(SettingsModel::Name, 1); // as a user drags it
    QVERIFY(!isPainted());
}

void TestSettings::anywhereInARowEditsItsValue_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("key"); // 0: a double click
    for (const int column : {0, 1, 2, 3}) {
        for (const int key : {0, int(Qt::Key_F2), int(Qt::Key_Return), int(Qt::Key_Enter)})
            QTest::addRow("column %d, key %d", column, key) << column << key;
    }
}

void TestSettings::anywhereInARowEditsItsValue()
{
    QFETCH(const int, column);
    QFETCH(const int, key);
    beginRow({setting(1, u"Tried"_s, u"Int32"_s, u"30"_s), setting(2, u"Other"_s, u"String"_s, u"x"_s)});
    const QModelIndex index = row(u"Tried"_s, column);
    m_tree->showColumn(SettingsModel::Type);
    if (key == 0) {
        const QPoint place = m_tree->visualRect(index).center();
        QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(m_tree->viewport(), Qt::LeftButton, {}, place);
    } else {
        m_tree->setFocus();
        m_tree->setCurrentIndex(index);
        QTest::keyClick(m_tree, static_cast<Qt::Key>(key));
    }
    QVERIFY(editor());
    QCOMPARE(editor()->text(), u"30"_s);
    QCOMPARE(editor()->selectedText(), u"30"_s);
}

void TestSettings::lettersFindANameAndChangeNoValue_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("found");
    for (const int column : {0, 1}) {
        QTest::addRow("column %d, a letter", column) << column << u"lo"_s << u"l"_s << u"Language"_s;
        QTest::addRow("column %d, a space", column) << column << u"w x"_s << u"work p"_s << u"Work phone"_s;
        QTest::addRow("column %d, a switch", column) << column << u"w x"_s << u"dark mo"_s << u"Dark mode"_s;
        QTest::addRow("column %d, digits", column) << column << u"017"_s << u"0171 555"_s << u"Tried"_s;
        QTest::addRow("column %d, a mark", column) << column << u"x"_s << u"é"_s << u"École"_s;
    }
}

// As on a category: whoever uses a screen reader presses L to search.
void TestSettings::lettersFindANameAndChangeNoValue()
{
    QFETCH(const int, column);
    QFETCH(const QString, value);
    QFETCH(const QString, typed);
    QFETCH(const QString, found);
    const int interval = QApplication::keyboardInputInterval();
    const auto again = qScopeGuard([interval] { QApplication::setKeyboardInputInterval(interval); });
    QApplication::setKeyboardInputInterval(60000); // one text, however long the machine takes
    begin({setting(1, u"Tried"_s, u"String"_s, value), setting(2, u"Language"_s, u"String"_s, u"it"_s),
           setting(6, u"Dark mode"_s, u"Boolean"_s, u"true"_s), setting(7, u"Dark menu"_s, u"Boolean"_s, u"true"_s),
           setting(3, u"Work phone"_s, u"String"_s, u"1"_s), setting(4, u"École"_s, u"String"_s, u"2"_s),
           setting(5, u"Work fax"_s, u"String"_s, u"3"_s)});
    m_tree->setFocus();
    m_tree->setCurrentIndex(row(u"Tried"_s, column));
    if (typed == u"é"_s) { // of a dead key
        QInputMethodEvent letter;
        letter.setCommitString(typed);
        QCoreApplication::sendEvent(m_tree, &letter);
    } else {
        QTest::keyClicks(m_tree, typed);
    }
    QVERIFY(!editor());
    QVERIFY(m_tree->hasFocus());
    QCOMPARE(m_tree->currentIndex().siblingAtColumn(0).data().toString(), found);
    QCOMPARE(row(u"Tried"_s, SettingsModel::Value).data().toString(), value);
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestSettings::aReadOnlyRowSaysWhy()
{
    QJsonObject locked = setting(1, u"Tried"_s, u"Int32"_s, u"30"_s);
    locked.insert(u"readOnly"_s, true);
    begin({locked, setting(2, u"Number"_s, u"Int32"_s, 5), setting(3, u"Twin"_s, u"Int32"_s, u"1"_s),
           setting(3, u"Twin too"_s, u"Int32"_s, u"2"_s)});
    const std::pair<QString, QString> rows[] = {{u"Tried"_s, u"Set by the service"_s},
                                                {u"Number"_s, u"other than text"_s},
                                                {u"Twin"_s, u"lists this setting twice"_s}};
    for (const auto &[name, reason] : rows) {
        m_tree->setCurrentIndex(row(name));
        m_tree->setFocus();
        for (const Qt::Key key : {Qt::Key_F2, Qt::Key_Return, Qt::Key_Space}) {
            QTest::keyClick(m_tree, key);
            QVERIFY(!editor());
            QVERIFY(says(reason));
        }
    }
}

void TestSettings::whatAssistiveTechnologySelectsIsActedOn()
{
    begin({setting(1, u"First"_s, u"String"_s, u"one"_s), setting(2, u"Second"_s, u"String"_s, u"two"_s),
           setting(3, u"Third"_s, u"String"_s, u"three"_s)});
    m_tree->setCurrentIndex(row(u"First"_s));
    QAccessibleTableInterface *table = QAccessible::queryAccessibleInterface(m_tree)->tableInterface();
    QVERIFY(table);
    for (int line = 0; line < table->rowCount(); ++line) {
        if (table->cellAt(line, 0)->text(QAccessible::Name) == "Third"_L1)
            QVERIFY(table->selectRow(line));
    }
    QVERIFY(m_tree->selectionModel()->isSelected(row(u"Third"_s)));
    QVERIFY(eventually([this] { return m_tree->currentIndex() == row(u"Third"_s); }));
    m_app->press(u"Edit value"_s);
    QVERIFY(editor());
    QCOMPARE(editor()->text(), u"three"_s);
    // Whichever row Qt takes a cell's action for
    m_tree->setCurrentIndex(row(u"First"_s));
    table->cellAt(2, 0)->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(eventually([this] { return m_tree->selectionModel()->isSelected(m_tree->currentIndex()); }));
}

void TestSettings::severalLinesKeepTheirBreaks()
{
    begin({setting(1, u"Tried"_s, u"String"_s, u"x"_s), setting(2, u"Count"_s, u"Int32"_s, u"30"_s)});
    QLineEdit *edit = open(u"Tried"_s);
    QVERIFY(edit);
    write(edit, u"one\r\ntwo"_s, u"paste"_s);
    QDialog *dialog = m_app->dialogCalled(u"Tried"_s);
    QVERIFY(dialog);
    QCOMPARE(m_app->find<QPlainTextEdit>(u"Tried"_s, dialog)->toPlainText(), u"one\ntwo"_s);
    m_app->press(u"OK"_s, dialog);
    QVERIFY(isSaved());
    QCOMPARE(held(1), u"one\ntwo"_s);
    edit = open(u"Count"_s);
    QVERIFY(edit);
    write(edit, u"1\n2"_s, u"paste"_s);
    QVERIFY(says(u"one line"_s));
}

void TestSettings::whatCannotBeSeenIsNotSaved()
{
    const QString held202E = u"alive \u202Eevil"_s;
    begin({setting(1, u"Tried"_s, u"String"_s, u"x"_s), setting(2, u"Other"_s, u"String"_s, held202E)});
    QLineEdit *edit = open(u"Tried"_s);
    QVERIFY(edit);
    write(edit, u"a\u200Bb\u202Ec\u007Fd\te"_s, u"paste"_s);
    QCOMPARE(edit->text(), u"abcd\te"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(isClosed());
    edit = open(u"Other"_s);
    QVERIFY(edit);
    QVERIFY(edit->text().contains(u"‹U+202E›"_s)); // and what was there stays
    QTest::keyClick(edit, Qt::Key_End);
    QTest::keyClicks(edit, u"!"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(isClosed());
    QVERIFY(isSaved());
    QCOMPARE(held(1), u"abcd e"_s);
    QCOMPARE(held(2), held202E + u'!');
}

void TestSettings::aSwitchAboutASecretIsASwitch()
{
    begin({setting(1, u"Require password"_s, u"Boolean"_s, u"True"_s)});
    const QModelIndex shown = row(u"Require password"_s, SettingsModel::Value);
    QVERIFY(!shown.data().toString().contains(u'•'));
    QCOMPARE(shown.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
}

void TestSettings::aSecretNumberIsMasked()
{
    begin({setting(1, u"Secret number"_s, u"Int32"_s, u"17"_s)});
    QCOMPARE(row(u"Secret number"_s, SettingsModel::Value).data().toString(), QString(8, u'•'));
    QLineEdit *edit = open(u"Secret number"_s);
    QVERIFY(edit && !m_tree->viewport()->findChild<QComboBox *>());
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    write(edit, u"perhaps"_s, u"keys"_s);
    QVERIFY(says(u"does not fit the type"_s));
    QVERIFY(!m_app->visibleTexts().join(u' ').contains(u"perhaps"_s));
    write(edit, u"42"_s, u"keys"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(isClosed());
    QVERIFY(isSaved());
    QCOMPARE(held(1), u"42"_s);
}

void TestSettings::aSlipThatIsSavedFromItsEditorIsRemarkedOn()
{
    begin({setting(1, u"Server"_s, u"String"_s, u"old"_s), setting(2, u"Other"_s, u"String"_s, u"x"_s)});
    QLineEdit *edit = open(u"Server"_s);
    QVERIFY(edit);
    write(edit, u"smtp\u2011a"_s, u"paste"_s);
    QTest::keyClick(edit, Qt::Key_S, Qt::ControlModifier);
    VERIFY_EVENTUALLY(m_app->saveText() == "Saved"_L1);
    QCOMPARE(held(1), u"smtp\u2011a"_s);
    QVERIFY(says(u"(U+2011)"_s));

    write(open(u"Server"_s), u"smtp\u2010b"_s, u"paste"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    QVERIFY(isClosed());
    QVERIFY(says(u"(U+2010)"_s));
    QTest::keyClick(m_tree, Qt::Key_Down); // it was read
    QTest::keyClick(m_tree, Qt::Key_Up);
    QVERIFY(isSaved());
    QVERIFY(!isSaid(u"(U+2010)"_s));
}

void TestSettings::aLongRemarkLeavesTheRowInSight()
{
    QList<QJsonObject> many;
    for (int i = 1; i <= 40; ++i)
        many << setting(i, u"Setting %1"_s.arg(i, 2, 10, QChar(u'0')), u"String"_s, u"x"_s);
    begin(many);
    m_app->window().resize(700, 700);
    m_tree->setCurrentIndex(row(u"Setting 01"_s));
    QCoreApplication::processEvents();
    QModelIndex last = m_tree->currentIndex();
    const auto isSeen = [this](const QModelIndex &index) {
        const QRect place = m_tree->visualRect(index);
        return place.top() >= 0 && place.bottom() < m_tree->viewport()->height();
    };
    while (isSeen(m_tree->indexBelow(last)))
        last = m_tree->indexBelow(last);
    const int height = m_tree->viewport()->height();
    write(open(last.siblingAtColumn(0).data().toString()), u"a\u2010b\u2011c\u2212d\u2009e\u2007f"_s, u"paste"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    QVERIFY(isClosed());
    QVERIFY(says(u"(U+2010)"_s));
    QVERIFY(eventually([&] { return m_tree->viewport()->height() < height; }));
    VERIFY_EVENTUALLY(isSeen(m_tree->currentIndex()));
    QVERIFY(m_tree->currentIndex().siblingAtColumn(0) == last.siblingAtColumn(0));
}

void TestSettings::whatIsUnseenInASecretIsNamed_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"keys", "paste"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void TestSettings::whatIsUnseenInASecretIsNamed()
{
    QFETCH(QString, way);
    begin({setting(1, u"SMTP"_s, u"Password"_s, u"old"_s)});
    QLineEdit *edit = open(u"SMTP"_s);
    QVERIFY(edit);
    write(edit, u" sec\u00A0r\t\u00ADet1\u200E\u200B –\u0430 "_s, way);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(isClosed());
    QVERIFY(says(u"begins and ends with a space"_s));
    QVERIFY(says(u"a no-break space (U+00A0)"_s));
    QVERIFY(way == "keys"_L1 || says(u"a tab"_s)); // as a key it leads on
    QVERIFY(says(u"was removed from what you entered"_s));
    QVERIFY(says(u"a zero-width space (U+200B)"_s));
    QVERIFY(!isSaid(u"dash"_s) && !isSaid(u"Cyrillic"_s)); // seen: a part of the secret
    write(open(u"SMTP"_s), u"plain\u200E"_s, way);
    QTest::keyClick(editor(), Qt::Key_Return);
    QVERIFY(isClosed());
    QVERIFY(says(u"a left-to-right mark (U+200E)"_s));
    QVERIFY(!isSaid(u"a zero-width space"_s) && !isSaid(u"begins or ends"_s));
    QVERIFY(isSaved());
    QCOMPARE(held(1), u"plain"_s);
    write(open(u"SMTP"_s), u"pasted\n"_s, u"paste"_s);
    QVERIFY(says(u"a line break"_s));
    QTest::keyClick(editor(), Qt::Key_Return);
    QVERIFY(isClosed());
    QVERIFY(isSaved());
    QCOMPARE(held(1), u"pasted"_s);
    write(open(u"SMTP"_s), u"cell\t\r\n"_s, u"paste"_s); // from a spreadsheet
    QVERIFY(says(u"a tab"_s));
    QTest::keyClick(editor(), Qt::Key_Return);
    QVERIFY(isClosed());
    QVERIFY(isSaved());
    QCOMPARE(held(1), u"cell"_s);
}

void TestSettings::brokenJsonDoesNotLeaveTheEditor()
{
    begin({setting(1, u"Tried"_s, u"JSON"_s, u"{\"a\":1}"_s)});
    m_tree->setCurrentIndex(row(u"Tried"_s));
    m_tree->setFocus();
    QTest::keyClick(m_tree, Qt::Key_F2);
    QDialog *dialog = m_app->dialogCalled(u"Tried"_s);
    QVERIFY(dialog);
    auto *text = m_app->find<QPlainTextEdit>(u"Tried"_s, dialog);
    text->selectAll();
    QTest::keyClicks(text, u"{\"a\":2"_s);
    m_app->press(u"OK"_s, dialog);
    QTest::qWait(50);
    QVERIFY(dialog->isVisible());
    QVERIFY(says(u"Line 1, column 7"_s));
    QTest::keyClicks(text, u"}"_s);
    m_app->press(u"OK"_s, dialog);
    QVERIFY(isSaved());
    QCOMPARE(held(1), u"{\"a\":2}"_s);
}

// Which holds it again, as after a crash.
void TestSettings::brokenJsonIsUndoneInTheEditor()
{
    const QString stored = u"{\"a\":1}"_s;
    const QString typed = u"{\"a\":2"_s;
    begin({setting(1, u"Tried"_s, u"JSON"_s, stored)});
    const auto *filter = qobject_cast<QAbstractProxyModel *>(m_tree->model());
    auto *model = filter ? qobject_cast<SettingsModel *>(filter->sourceModel()) : nullptr;
    QVERIFY(model && model->setText(u"1"_s, typed, stored));
    for (const bool isUndone : {false, true}) {
        m_tree->setCurrentIndex(row(u"Tried"_s));
        m_tree->setFocus();
        QTest::keyClick(m_tree, Qt::Key_F2);
        const QPointer<QDialog> dialog = m_app->dialogCalled(u"Tried"_s);
        QVERIFY(dialog);
        auto *text = m_app->find<QPlainTextEdit>(u"Tried"_s, dialog.data());
        QCOMPARE(text->toPlainText(), typed);
        if (!isUndone) { // nothing was changed here, which would be asked about
            QTest::keyClick(dialog, Qt::Key_Escape);
        } else {
            QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier);
            QCOMPARE(text->toPlainText(), stored);
            m_app->press(u"OK"_s, dialog.data());
        }
        QVERIFY(eventually([&dialog] { return !dialog; }));
    }
    QCOMPARE(row(u"Tried"_s, SettingsModel::Value).data().toString(), stored);
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestSettings::aSwitchKeepsTheSpelling_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("switched");
    QTest::newRow("True") << u"en_US"_s << u"True"_s << u"False"_s;
    QTest::newRow("true") << u"de_DE"_s << u"true"_s << u"false"_s;
    QTest::newRow("1") << u"ar_EG"_s << u"1"_s << u"0"_s;
    QTest::newRow("no") << u"en_US"_s << u"no"_s << u"yes"_s;
}

void TestSettings::aSwitchKeepsTheSpelling()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, stored);
    QFETCH(const QString, switched);
    begin({setting(1, u"Tried"_s, u"Boolean"_s, stored)}, locale);
    openSwitch(u"Tried"_s);
    auto *box = m_app->findIfThere<QCheckBox>(u"Tried"_s, m_tree->viewport());
    QVERIFY(box && box->hasFocus());
    const QImage shown = box->grab().toImage();
    QVERIFY(contrast(shown.pixelColor(shown.width() / 2, 0), box->palette().color(QPalette::Base)) >= MarkContrast);
    QCOMPARE(box->text(), stored);
    const QAccessibleInterface *told = QAccessible::queryAccessibleInterface(box);
    QCOMPARE(told->role(), QAccessible::CheckBox);
    const bool wasOn = told->state().checked;
    QCOMPARE(wasOn, readSettingBoolean(stored) == true);
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(told->state().checked != wasOn);
    QCOMPARE(box->text(), switched);
    QTest::keyClick(box, Qt::Key_Space); // back, as it was written
    QTest::keyClick(box, Qt::Key_Return);
    QVERIFY(isClosed());
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    openSwitch(u"Tried"_s);
    box = m_app->findIfThere<QCheckBox>(u"Tried"_s, m_tree->viewport());
    QVERIFY(box);
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(box->height() / 2, box->height() / 2));
    QTest::keyClick(box, Qt::Key_Return);
    QVERIFY(isClosed());
    QVERIFY(isSaved());
    QCOMPARE(held(1), switched);
}

void TestSettings::spaceSwitchesAtOnce_data()
{
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("switched");
    QTest::addColumn<int>("column");
    QTest::newRow("Space on the name") << u"True"_s << u"False"_s << int(SettingsModel::Name);
    QTest::newRow("Space on the value") << u"no"_s << u"yes"_s << int(SettingsModel::Value);
    QTest::newRow("in an odd spelling") << u"yEs"_s << u"no"_s << int(SettingsModel::Name);
}

// Without an editor; twice leaves the value as it was written.
void TestSettings::spaceSwitchesAtOnce()
{
    QFETCH(const QString, stored);
    QFETCH(const QString, switched);
    QFETCH(const int, column);
    beginRow({setting(1, u"Tried"_s, u"Boolean"_s, stored), setting(2, u"Other"_s, u"Boolean"_s, u"true"_s)});
    m_tree->setFocus();
    m_tree->setCurrentIndex(row(u"Tried"_s, column));
    const auto doIt = [this](Qt::Key key = Qt::Key_Space) { QTest::keyClick(m_tree, key); };
    const auto value = [this] { return row(u"Tried"_s, SettingsModel::Value).data(Qt::EditRole).toString(); };
    doIt();
    QCOMPARE(value(), switched);
    QVERIFY(isClosed());
    QVERIFY(m_tree->hasFocus());
    QCOMPARE(m_tree->currentIndex().row(), row(u"Tried"_s).row());
    QCOMPARE(m_app->saveText(), u"1 change"_s);
    doIt();
    QCOMPARE(value(), stored);
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    for (const Qt::Key key : {Qt::Key_F2, Qt::Key_Return, Qt::Key_Enter}) {
        doIt(key);
        QCOMPARE(value(), switched);
        QVERIFY(isClosed());
        QTest::keyClick(m_tree, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(value(), stored);
    }
    doIt();
    QVERIFY(isSaved());
    QCOMPARE(held(1), switched);
    QCOMPARE(held(2), u"true"_s);
}

void TestSettings::whatIsNoSwitchIsNotSwitched_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"a click on the name", "a click on the value", "a click on the type", "a held key",
                            "the right button", "a double click on the value", "a double click on the name"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

// A double click on the name opens the editor, and changes nothing.
void TestSettings::whatIsNoSwitchIsNotSwitched()
{
    QFETCH(const QString, way);
    beginRow({setting(1, u"Tried"_s, u"Boolean"_s, u"True"_s)});
    m_tree->showColumn(SettingsModel::Type);
    m_tree->setFocus();
    m_tree->setCurrentIndex(row(u"Tried"_s));
    const int column = way.endsWith("value"_L1) || way.endsWith("button"_L1) ? int(SettingsModel::Value)
                       : way.endsWith("type"_L1)                             ? int(SettingsModel::Type)
                                                                             : int(SettingsModel::Name);
    const QPoint place = m_tree->visualRect(row(u"Tried"_s, column)).center();
    bool opens = true;
    if (way == "a held key"_L1) {
        QKeyEvent again(QEvent::KeyPress, Qt::Key_Space, {}, u" "_s, true);
        QCoreApplication::sendEvent(m_tree, &again);
        opens = false;
    } else {
        const auto button = way.endsWith("button"_L1) ? Qt::RightButton : Qt::LeftButton;
        QTest::mouseClick(m_tree->viewport(), button, {}, place);
        opens = way.startsWith("a double click"_L1);
        if (way.contains("double"_L1)) {
            QTest::mouseDClick(m_tree->viewport(), button, {}, place);
            QTest::mouseRelease(m_tree->viewport(), button, {}, place);
        }
    }
    auto *box = m_tree->viewport()->findChild<QCheckBox *>();
    QCOMPARE(box != nullptr, opens);
    if (box)
        QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(isClosed());
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    QCOMPARE(row(u"Tried"_s, SettingsModel::Value).data(Qt::EditRole).toString(), u"True"_s);
}

// Of the colour of the row, it needs an edge of its own.
void TestSettings::aTickedBoxIsSeenInTheSelectedRow()
{
    begin({setting(1, u"Tried"_s, u"Boolean"_s, u"True"_s)});
    const QModelIndex value = row(u"Tried"_s, SettingsModel::Value);
    m_tree->setCurrentIndex(value);
    m_tree->setFocus();
    const QRect cell = m_tree->visualRect(value);
    const QImage box = m_tree->viewport()->grab(QRect(cell.topLeft(), QSize(cell.height(), cell.height()))).toImage();
    const QRgb edge = m_tree->palette().color(QPalette::Active, QPalette::HighlightedText).rgb();
    int longest = 0;
    for (int y = 0; y < box.height(); ++y) {
        for (int x = 0, run = 0; x < box.width(); ++x) {
            run = box.pixel(x, y) == edge ? run + 1 : 0;
            longest = qMax(longest, run);
        }
    }
    QVERIFY2(longest > iconSide() / 2, qPrintable(QString::number(longest)));
}

void TestSettings::aSwitchThatTheFilterNoLongerFindsStays()
{
    begin({setting(1, u"Tried"_s, u"Boolean"_s, u"True"_s), setting(2, u"Other"_s, u"String"_s, u"x"_s)});
    m_app->typeInto(u"Filter"_s, u"tried true"_s);
    m_tree->setCurrentIndex(row(u"Tried"_s));
    m_tree->setFocus();
    QTest::keyClick(m_tree, Qt::Key_Space);
    QVERIFY(row(u"Tried"_s).isValid());
    QCOMPARE(m_app->saveText(), u"1 change"_s);
}

void TestSettings::aFaultInJsonIsGoneTo_data()
{
    QTest::addColumn<QString>("stored");
    QTest::addColumn<bool>("byKey");
    QTest::newRow("by its button") << u"{}"_s << false;
    QTest::newRow("by F8") << u"{}"_s << true;
    QTest::newRow("between Windows' line ends") << u"{\r\n\r\n}"_s << true;
}

void TestSettings::aFaultInJsonIsGoneTo()
{
    QFETCH(const QString, stored);
    QFETCH(const bool, byKey);
    begin({setting(1, u"Tried"_s, u"JSON"_s, stored)});
    m_tree->setCurrentIndex(row(u"Tried"_s));
    m_tree->setFocus();
    QTest::keyClick(m_tree, Qt::Key_F2);
    QDialog *dialog = m_app->dialogCalled(u"Tried"_s);
    QVERIFY(dialog);
    auto *text = m_app->find<QPlainTextEdit>(u"Tried"_s, dialog);
    auto *goTo = m_app->find<QPushButton>(u"Go to error"_s, dialog);
    QVERIFY(!goTo->isEnabled());
    text->selectAll();
    text->insertPlainText(u"{\n  \"a\": 1,\n  \"b\": oops\n}\n"_s);
    QVERIFY(goTo->isEnabled());
    if (byKey)
        QTest::keyClick(text, Qt::Key_F8);
    else
        goTo->click();
    QVERIFY(says(u"Line 3, column 8"_s));
    QVERIFY(text->hasFocus());
    QCOMPARE(text->textCursor().blockNumber(), 2);
    QCOMPARE(text->textCursor().positionInBlock(), 7);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(text, Qt::Key_Delete);
    QTest::keyClicks(text, u"2"_s);
    QVERIFY(!goTo->isEnabled());
    m_app->press(u"OK"_s, dialog);
    QVERIFY(isSaved());
    QCOMPARE(held(1).remove(u'\r'), u"{\n  \"a\": 1,\n  \"b\": 2\n}\n"_s);
}

void TestSettings::theCalendarOpensFromTheRow()
{
    begin({setting(1, u"Tried"_s, u"DateOnly"_s, u"2024-08-26"_s), setting(2, u"Other"_s, u"Int32"_s, u"1"_s)});
    const auto calendar = [this] { return m_tree->findChild<QCalendarWidget *>(); };
    m_tree->setFocus();
    m_tree->setCurrentIndex(row(u"Other"_s));
    QTest::keyClick(m_tree, Qt::Key_F4);
    QVERIFY(!editor() && !calendar());
    m_tree->setCurrentIndex(row(u"Tried"_s));
    QTest::keyClick(m_tree, Qt::Key_F4);
    QVERIFY(eventually([&] { return calendar() && calendar()->isVisible(); }));
    QVERIFY(editor());
    QCOMPARE(calendar()->selectedDate(), QDate(2024, 8, 26));
}

void TestSettings::aColourIsChosen_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("chosen");
    QTest::newRow("small letters") << u"en_US"_s << u"#ab12cd"_s << u"#3366cf"_s;
    QTest::newRow("three digits") << u"de_DE"_s << u"#ABC"_s << u"#3366CF"_s;
    QTest::newRow("none before") << u"ar_EG"_s << QString() << u"#3366CF"_s;
    QTest::newRow("the same") << u"en_US"_s << u"#36c"_s << QString();
}

void TestSettings::aColourIsChosen()
{
    QFETCH(const QString, locale);
    QFETCH(const QString, stored);
    QFETCH(const QString, chosen);
    begin({setting(1, u"Tried"_s, u"Color"_s, stored), setting(2, u"Other"_s, u"String"_s, u"x"_s)}, locale);
    m_tree->setCurrentIndex(row(u"Other"_s));
    QVERIFY(!m_app->findIfThere<QPushButton>(u"Choose colour…"_s));
    m_tree->setCurrentIndex(row(u"Tried"_s));
    m_app->press(u"Choose colour…"_s);
    auto *dialog = qobject_cast<QColorDialog *>(m_app->dialogCalled(u"Choose a colour: Tried"_s));
    QVERIFY(dialog);
    if (!chosen.isEmpty())
        dialog->setCurrentColor(QColor(0x33, 0x66, 0xCF));
    m_app->press(u"OK"_s, dialog);
    QVERIFY(eventually([this] { return !m_app->window().findChild<QColorDialog *>(); }));
    if (chosen.isEmpty()) {
        QCOMPARE(m_app->saveText(), u"No changes"_s);
        return;
    }
    QVERIFY(isSaved());
    QCOMPARE(held(1), chosen);
    QCOMPARE(held(2), u"x"_s);
}

void TestSettings::onlyAColourThatIsUnderstoodIsChosen()
{
    QJsonObject locked = setting(3, u"Locked"_s, u"Color"_s, u"#36C"_s);
    locked.insert("readOnly"_L1, true);
    begin({setting(1, u"Two readings"_s, u"Color"_s, u"#803366CC"_s), setting(2, u"Known"_s, u"Color"_s, u"red"_s),
           locked});
    for (const QString &name : {u"Two readings"_s, u"Locked"_s, u"Known"_s}) {
        m_tree->setCurrentIndex(row(name));
        QCOMPARE(m_app->find<QPushButton>(u"Choose colour…"_s)->isEnabled(), name == "Known"_L1);
    }
    QLineEdit *edit = open(u"Two readings"_s);
    QVERIFY(edit);
    QTest::keyClicks(edit, u"#3366CC40"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(isSaved());
    QCOMPARE(held(1), u"#3366CC40"_s);
}

void TestSettings::aSwatchIsSeenOnItsRow_data()
{
    QTest::addColumn<bool>("isSelected");
    QTest::newRow("selected") << true;
    QTest::newRow("not selected") << false;
}

// Also if it is of the very colour that the row has.
void TestSettings::aSwatchIsSeenOnItsRow()
{
    QFETCH(const bool, isSelected);
    begin({setting(1, u"Other"_s, u"String"_s, u"x"_s)});
    const QColor ground = m_tree->palette().color(isSelected ? QPalette::Highlight : QPalette::Base);
    hold({setting(1, u"Other"_s, u"String"_s, u"x"_s), setting(2, u"Tried"_s, u"Color"_s, ground.name())});
    reload();
    m_tree->setAlternatingRowColors(false);
    m_tree->setFocus();
    m_tree->setCurrentIndex(row(isSelected ? u"Tried"_s : u"Other"_s));
    const QRect cell = m_tree->visualRect(row(u"Tried"_s, SettingsModel::Value));
    const QImage image = m_tree->viewport()->grab(cell).toImage();
    const auto standsOut = [&](int x) {
        return contrast(image.pixelColor(x, image.height() / 2), ground) >= MarkContrast;
    };
    int left = 0;
    while (left < iconSide() && !standsOut(left))
        ++left;
    QVERIFY(left > 0 && left < iconSide());
    QVERIFY(!standsOut(left + iconSide() / 2)); // the swatch itself
    QVERIFY(standsOut(left + iconSide() - 1));
}

void TestSettings::theEditorIsFoundByAssistiveTechnology()
{
    begin({setting(1, u"Tried"_s, u"Int32"_s, u"30"_s)});
    QVERIFY(open(u"Tried"_s));
    // From the window down, as a screen reader walks.
    QList<QAccessibleInterface *> open{QAccessible::queryAccessibleInterface(&m_app->window())};
    QAccessibleInterface *found = nullptr;
    while (!open.isEmpty() && !found) {
        QAccessibleInterface *one = open.takeLast();
        if (one->editableTextInterface() && one->text(QAccessible::Name) == "Tried"_L1)
            found = one;
        for (int i = 0; i < one->childCount(); ++i) {
            if (QAccessibleInterface *child = one->child(i)) {
                QVERIFY(one->indexOfChild(child) == i || child->role() != QAccessible::EditableText);
                open << child;
            }
        }
    }
    QVERIFY(found);
    QCOMPARE(found->object(), editor());
    found->editableTextInterface()->replaceText(0, 2, u"x"_s);
    QVERIFY(found->text(QAccessible::Description).contains("not a whole number"_L1));
    found->editableTextInterface()->insertText(1, u"5"_s);
    found->editableTextInterface()->deleteText(0, 1);
    QCOMPARE(found->text(QAccessible::Description), u"Whole number"_s);
    QVERIFY(isSaved());
    QCOMPARE(held(1), u"5"_s);
}

void TestSettings::whereSomebodyIsOutlivesReloadAndSave_data()
{
    QTest::addColumn<QString>("act");
    for (const char *act : {"reload", "another order and one more", "save", "filter and back",
                            "renamed and in another category", "the topmost is gone", "new ids"})
        QTest::newRow(act) << QString::fromLatin1(act);
}

void TestSettings::whereSomebodyIsOutlivesReloadAndSave()
{
    QFETCH(const QString, act);
    begin(many(false));
    m_tree->collapse(row(u"Category 5"_s));
    m_tree->setFocus();
    m_tree->setCurrentIndex(row(u"Setting 144"_s));
    m_tree->scrollTo(row(u"Setting 130"_s), QAbstractItemView::PositionAtTop);
    QCOMPARE(m_tree->indexAt(QPoint(50, 1)).data().toString(), u"Setting 130"_s);
    if (act == "another order and one more"_L1) {
        hold(many(true));
        reload();
        QVERIFY(eventually([this] { return row(u"A first one"_s).isValid(); }));
    } else if (act == "save"_L1) {
        QTest::keyClick(m_tree, Qt::Key_F2);
        QTest::keyClicks(editor(), u"31"_s);
        QVERIFY(isSaved());
        m_tree->scrollTo(row(u"Setting 130"_s), QAbstractItemView::PositionAtTop);
    } else if (act == "reload"_L1) {
        reload();
    } else if (act == "renamed and in another category"_L1) {
        QList<QJsonObject> others = many(false);
        others[44].insert(u"name"_s, u"Setting 144, as it is called now"_s);
        others[44].insert(u"category"_s, u"Category 6"_s);
        hold(others);
        reload();
        QVERIFY(eventually([this] { return row(u"Setting 144, as it is called now"_s).isValid(); }));
    } else if (act == "new ids"_L1) {
        hold(withNewIds(many(false)));
        reload();
        QVERIFY(eventually([this] { return row(u"Setting 144"_s).data(SettingsModel::IdRole) == u"1144"_s; }));
    } else if (act == "the topmost is gone"_L1) {
        QList<QJsonObject> others = many(false);
        others.removeAt(30);
        hold(others);
        reload();
        QVERIFY(eventually([this] { return !row(u"Setting 130"_s).isValid(); }));
    } else {
        m_app->typeInto(u"Filter"_s, u"category"_s);
        m_app->typeInto(u"Filter"_s, QString());
        m_tree->setFocus();
    }
    QVERIFY(m_tree->currentIndex().siblingAtColumn(0).data().toString().startsWith(u"Setting 144"_s));
    QVERIFY(m_tree->selectionModel()->isSelected(m_tree->currentIndex()));
    QCOMPARE(m_tree->indexAt(QPoint(50, 1)).data().toString(),
             act == "the topmost is gone"_L1 ? u"Setting 131"_s : u"Setting 130"_s);
    QVERIFY(!m_tree->isExpanded(row(u"Category 5"_s)));
    QVERIFY(m_tree->isExpanded(row(u"Category 6"_s)));
    QVERIFY(m_tree->hasFocus());
}

void TestSettings::anEditorFollowsItsSettingToANewId_data()
{
    QTest::addColumn<bool>("isLong"); // in a window of its own
    QTest::newRow("in the row") << false;
    QTest::newRow("in a window") << true;
}

void TestSettings::anEditorFollowsItsSettingToANewId()
{
    QFETCH(const bool, isLong);
    const QList<QJsonObject> settings{setting(1, u"Alpha"_s, u"String"_s, u"a"_s),
                                      setting(2, u"Gamma"_s, u"String"_s, isLong ? u"1\n2"_s : u"g"_s)};
    begin(settings);
    m_tree->setCurrentIndex(row(u"Gamma"_s));
    m_tree->setFocus();
    QTest::keyClick(m_tree, Qt::Key_F2);
    QDialog *dialog = nullptr;
    if (isLong) {
        dialog = m_app->dialogCalled(u"Gamma"_s);
        QVERIFY(dialog);
        m_app->find<QPlainTextEdit>(u"Gamma"_s, dialog)->setPlainText(u"typed"_s);
    } else {
        write(editor(), u"typed"_s, u"keys"_s);
    }
    hold(withNewIds(settings));
    m_app->session().reload();
    QVERIFY(eventually([this] { return row(u"Gamma"_s).data(SettingsModel::IdRole) == u"1002"_s; }));
    if (isLong) {
        m_app->press(u"OK"_s, dialog);
    } else {
        QVERIFY(editor() && editor()->hasFocus());
        QCOMPARE(editor()->text(), u"typed"_s);
        QTest::keyClick(editor(), Qt::Key_Return);
    }
    QVERIFY(isSaved());
    QCOMPARE(held(1002), u"typed"_s);
}

void TestSettings::whatHasNoIdOfItsOwnIsFoundByItsName_data()
{
    QTest::addColumn<QJsonValue>("id");
    QTest::newRow("missing") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("zero") << QJsonValue(0);
    QTest::newRow("the same") << QJsonValue(7);
}

// A reload must not lead to the first of them.
void TestSettings::whatHasNoIdOfItsOwnIsFoundByItsName()
{
    QFETCH(const QJsonValue, id);
    const auto settings = [&id](bool hasMore) {
        QList<QJsonObject> all;
        for (const QString &name : {u"A"_s, u"B"_s, u"C"_s}) {
            QJsonObject one = setting(1, name, u"String"_s, name);
            if (id.isUndefined())
                one.remove(u"id"_s);
            else
                one.insert(u"id"_s, id);
            all.append(one);
        }
        if (hasMore)
            all.append(setting(9, u"D"_s, u"String"_s, u"D"_s));
        return all;
    };
    begin(settings(false));
    m_tree->setCurrentIndex(row(u"B"_s));
    hold(settings(true));
    reload();
    QVERIFY(eventually([this] { return row(u"D"_s).isValid(); }));
    QCOMPARE(m_tree->currentIndex().siblingAtColumn(0).data().toString(), u"B"_s);
}

void TestSettings::aFilterWithoutMatchesLeavesTheChoice()
{
    begin(many(false));
    m_tree->setCurrentIndex(row(u"Setting 144"_s));
    m_app->typeInto(u"Filter"_s, u"atlantis"_s);
    QVERIFY(says(u"No setting matches “atlantis”."_s));
    QVERIFY(!m_app->find<QPushButton>(u"Edit value"_s)->isEnabled());
    const QString key = m_app->session().user().apiKeys().first().key().exposeText();
    QVERIFY(key.size() > 12);
    m_app->typeInto(u"Filter"_s, u"is "_s + key); // pasted into the wrong field
    QVERIFY(says(u"No setting matches “is •••”."_s));
    m_app->typeInto(u"Filter"_s, QString());
    QCOMPARE(m_tree->currentIndex().siblingAtColumn(0).data().toString(), u"Setting 144"_s);
    QVERIFY(m_app->find<QPushButton>(u"Edit value"_s)->isEnabled());
    m_app->typeInto(u"Filter"_s, u"setting 120"_s); // hides the chosen one
    QCOMPARE(m_tree->currentIndex().siblingAtColumn(0).data().toString(), u"Setting 120"_s);
    m_app->typeInto(u"Filter"_s, QString());
    QCOMPARE(m_tree->currentIndex().siblingAtColumn(0).data().toString(), u"Setting 144"_s);
    // Among its neighbours, once it was found.
    m_app->typeInto(u"Filter"_s, u"setting 139"_s);
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, m_tree->visualRect(m_tree->currentIndex()).center());
    m_app->typeInto(u"Filter"_s, QString());
    QCOMPARE(m_tree->currentIndex().siblingAtColumn(0).data().toString(), u"Setting 139"_s);
    QVERIFY(m_tree->viewport()->rect().contains(m_tree->visualRect(m_tree->currentIndex()).center()));
    // Others give its id to another setting, and a new one to it.
    QJsonArray settings = m_app->service().user(u"mrossi"_s).value("settings"_L1).toArray();
    const auto give = [&settings](int id, int to) {
        QJsonObject object = settings.at(id - 100).toObject();
        object.insert("id"_L1, to);
        settings.replace(id - 100, object);
    };
    give(139, 9139);
    give(138, 139);
    m_app->othersSave(u"settings"_s, settings);
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    VERIFY_EVENTUALLY(m_tree->currentIndex().data(SettingsModel::IdRole) == u"9139"_s);
    QCOMPARE(m_tree->currentIndex().siblingAtColumn(0).data().toString(), u"Setting 139"_s);
}

void TestSettings::aFirstRowIsChosenRightToLeft()
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    begin(many(false), u"ar_EG"_s);
    QCOMPARE(m_tree->currentIndex().siblingAtColumn(0).data().toString(), u"Setting 100"_s);
    QVERIFY(m_tree->selectionModel()->isSelected(m_tree->currentIndex()));
    m_app->typeInto(u"Filter"_s, u"atlantis"_s);
    m_app->typeInto(u"Filter"_s, QString());
    QCOMPARE(m_tree->currentIndex().siblingAtColumn(0).data().toString(), u"Setting 100"_s);
}

namespace {

QMenu *openMenu(QWidget *view)
{
    view->setFocus();
    QTest::keyClick(view, Qt::Key_F10, Qt::ShiftModifier);
    return eventually([] { return QApplication::activePopupWidget() != nullptr; })
               ? qobject_cast<QMenu *>(QApplication::activePopupWidget())
               : nullptr;
}

QString enabledEntries(const QMenu *menu)
{
    QStringList entries;
    for (const QAction *action : menu->actions()) {
        if (action->isEnabled())
            entries << action->text().remove(u'&');
    }
    return entries.join(u", "_s);
}

} // namespace

void TestSettings::aRowHasAMenu_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("entries");
    QTest::newRow("a value") << u"Plain"_s << u"Copy value, Edit value"_s;
    QTest::newRow("a changed one") << u"Changed"_s << u"Copy value, Edit value, Undo change"_s;
    QTest::newRow("a locked one") << u"Locked"_s << u"Copy value"_s;
    QTest::newRow("a secret") << u"SMTP password"_s << u"Edit value"_s;
    QTest::newRow("a category") << u"Kind"_s << u"Collapse"_s;
}

void TestSettings::aRowHasAMenu()
{
    QFETCH(const QString, row);
    QFETCH(const QString, entries);
    QJsonObject locked = setting(3, u"Locked"_s, u"String"_s, u"x"_s);
    locked.insert("readOnly"_L1, true);
    beginRow({setting(1, u"Plain"_s, u"String"_s, u"a"_s), setting(2, u"Changed"_s, u"String"_s, u"b"_s), locked,
              setting(4, u"SMTP password"_s, u"String"_s, u"made-up"_s)});
    QLineEdit *edit = open(u"Changed"_s);
    QTest::keyClicks(edit, u"c"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(isClosed());
    m_tree->setCurrentIndex(row == "Kind"_L1 ? m_tree->model()->index(0, 0) : this->row(row));
    QMenu *menu = openMenu(m_tree);
    QVERIFY(menu);
    QCOMPARE(enabledEntries(menu), entries + u", , Sort by, Columns"_s);
    menu->close();
}

void TestSettings::theMenuOpensAtTheRow()
{
    begin(many(false));
    for (const QString &name : {u"Setting 100"_s, u"Setting 144"_s}) {
        m_tree->setCurrentIndex(row(name));
        m_tree->verticalScrollBar()->setValue(0); // where the last one cannot be seen
        QMenu *menu = openMenu(m_tree);
        QVERIFY(menu);
        const QRect place = m_tree->visualRect(row(name));
        QVERIFY(m_tree->viewport()->rect().contains(place.center()));
        const int top = m_tree->viewport()->mapToGlobal(place.topLeft()).y();
        QVERIFY2(qAbs(menu->y() - top) <= place.height() + 2 ||
                     qAbs(menu->geometry().bottom() - top) <= place.height() + 2,
                 qPrintable(name));
        menu->close();
        QVERIFY(eventually([] { return !QApplication::activePopupWidget(); }));
    }
}

void TestSettings::aRowTellsItsState()
{
    QJsonObject locked = setting(3, u"Locked"_s, u"String"_s, u"x"_s);
    locked.insert("readOnly"_L1, true);
    begin({setting(1, u"Plain"_s, u"String"_s, u"a"_s), setting(2, u"Number"_s, u"Int32"_s, u"1"_s), locked});
    const auto state = [this](const QString &name) {
        return row(name, SettingsModel::Value).data(Qt::AccessibleDescriptionRole).toString();
    };
    QCOMPARE(state(u"Plain"_s), QString());
    QVERIFY2(state(u"Locked"_s).contains(u"cannot be changed here"_s), qPrintable(state(u"Locked"_s)));
    QLineEdit *edit = open(u"Plain"_s);
    QTest::keyClicks(edit, u"c"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(isClosed());
    QCOMPARE(state(u"Plain"_s), u"changed"_s);
    edit = open(u"Number"_s);
    QTest::keyClicks(edit, u"zz"_s);
    m_app->find<QLineEdit>(u"Filter"_s)->setFocus();
    QVERIFY(isClosed());
    QVERIFY2(state(u"Number"_s).contains(u"number"_s), qPrintable(state(u"Number"_s)));
}

// As in the profile until it has been looked at, and at the category that is folded over it.
void TestSettings::whatOthersChangedIsMarkedAtItsRow()
{
    const QJsonObject mine = setting(1, u"Mine"_s, u"String"_s, u"a"_s);
    begin({mine, setting(2, u"Theirs"_s, u"Color"_s, u"#036"_s), setting(3, u"Locked"_s, u"String"_s, u"x"_s)});
    write(open(u"Mine"_s), u"b"_s, u"keys"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    QVERIFY(isClosed());
    m_tree->setAlternatingRowColors(false);
    const auto isMarked = [this](const QString &name) {
        const QImage image = m_tree->viewport()->grab(m_tree->visualRect(row(name))).toImage();
        const QColor mark = toneColour(Tone::Warning, m_tree->palette().color(QPalette::Base));
        const auto isNear = [](int a, int b) { return qAbs(a - b) < 30; };
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor seen = image.pixelColor(x, y);
                if (isNear(seen.red(), mark.red()) && isNear(seen.green(), mark.green()) &&
                    isNear(seen.blue(), mark.blue()))
                    return true;
            }
        }
        return false;
    };
    QVERIFY(!isMarked(u"Theirs"_s));
    QJsonObject locked = setting(3, u"Locked"_s, u"String"_s, u"y"_s);
    locked.insert("readOnly"_L1, true);
    hold({mine, setting(2, u"Theirs"_s, u"Color"_s, u"#063"_s), locked});
    reload();
    QVERIFY(row(u"Theirs"_s).data(SettingsModel::NewsRole).toBool());
    QVERIFY(isMarked(u"Theirs"_s) && isMarked(u"Locked"_s) && !isMarked(u"Mine"_s) && !isMarked(u"Kind"_s));
    QVERIFY(row(u"Theirs"_s).data(Qt::ToolTipRole).toString().contains(u"Changed elsewhere"_s));
    m_tree->collapse(row(u"Kind"_s));
    QVERIFY(isMarked(u"Kind"_s));
    QCOMPARE(row(u"Kind"_s).data(Qt::AccessibleDescriptionRole).toString(),
             u"1 unsaved change. 2 settings with a remark"_s);
    m_tree->expand(row(u"Kind"_s));
    m_tree->setFocus();
    for (const QString &name : {u"Theirs"_s, u"Locked"_s, u"Mine"_s})
        m_tree->setCurrentIndex(row(name));
    QVERIFY(!isMarked(u"Theirs"_s) && !isMarked(u"Locked"_s));
    m_tree->collapse(row(u"Kind"_s));
    QVERIFY(!isMarked(u"Kind"_s));
}

// By a sign, where the changed setting itself is not in sight.
void TestSettings::whatIsUnsavedIsMarkedAtItsFoldedCategory()
{
    begin({setting(1, u"Mine"_s, u"String"_s, u"a"_s), setting(2, u"Other"_s, u"Int32"_s, u"1"_s)});
    const auto described = [this] { return row(u"Kind"_s).data(Qt::AccessibleDescriptionRole).toString(); };
    const auto picture = [this] { return m_tree->viewport()->grab(m_tree->visualRect(row(u"Kind"_s))).toImage(); };
    m_tree->collapse(row(u"Kind"_s));
    const QImage unmarked = picture();
    m_tree->expand(row(u"Kind"_s));
    QCOMPARE(described(), QString());
    write(open(u"Mine"_s), u"b"_s, u"keys"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    QVERIFY(isClosed());
    write(open(u"Other"_s), u"zz"_s, u"keys"_s);
    m_app->find<QLineEdit>(u"Filter"_s)->setFocus();
    QVERIFY(isClosed());
    m_tree->collapse(row(u"Kind"_s));
    QCOMPARE(described(), u"2 unsaved changes"_s);
    QVERIFY(picture() != unmarked);
    m_app->press(u"Discard changes"_s);
    QVERIFY(eventually([&] { return described().isEmpty(); }));
    QCOMPARE(picture(), unmarked);
}

namespace {

// The names in the tree from top to bottom, those of categories and groups in brackets.
QString namesIn(const QTreeView &tree)
{
    QStringList names;
    for (QModelIndex index = tree.model()->index(0, 0); index.isValid(); index = tree.indexBelow(index)) {
        const QString name = index.data().toString();
        names << (index.data(SettingsModel::IsSettingRole).toBool() ? name : u'[' + name + u']');
    }
    return names.join(u' ');
}

QList<QJsonObject> unsorted()
{
    QJsonObject inGroup = setting(1, u"g"_s, u"String"_s, u"3"_s);
    inGroup.insert("group"_L1, u"Z"_s);
    QJsonObject inOther = setting(2, u"h"_s, u"String"_s, u"1"_s);
    inOther.insert("group"_L1, u"Y"_s);
    QJsonObject described = setting(5, u"c"_s, u"Int32"_s, u"9"_s);
    described.insert("description"_L1, u"a description"_s);
    return {setting(3, u"a"_s, u"Int32"_s, u"10"_s),
            setting(4, u"b"_s, u"String"_s, u"Text"_s),
            described,
            setting(6, u"d password"_s, u"String"_s, u"0"_s),
            setting(7, u"e"_s, u"String"_s, u"apple"_s),
            inGroup,
            inOther};
}

void clickHeader(const QTreeView &tree, int column)
{
    QHeaderView *header = tree.header();
    header->showSection(column);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(column) + 20, header->height() / 2));
}

} // namespace

void TestSettings::aHeaderSorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("up");
    QTest::addColumn<QString>("down");
    const QString groups = u"[Kind] [Y] h [Z] g "_s;
    QTest::newRow("name") << int(SettingsModel::Name) << u"[Kind] a b c d password e [Y] h [Z] g"_s
                          << u"[Kind] [Z] g [Y] h e d password c b a"_s;
    // A secret is sorted by its dots only.
    QTest::newRow("value") << int(SettingsModel::Value) << groups + u"c a d password e b"_s
                           << groups + u"b e d password a c"_s;
    QTest::newRow("type") << int(SettingsModel::Type) << groups + u"b d password e a c"_s
                          << groups + u"a c b d password e"_s;
    QTest::newRow("description") << int(SettingsModel::Description) << groups + u"a b d password e c"_s
                                 << groups + u"c a b d password e"_s;
}

void TestSettings::aHeaderSorts()
{
    QFETCH(const int, column);
    begin(unsorted());
    QCOMPARE(namesIn(*m_tree), u"[Kind] a b c d password e [Y] h [Z] g"_s);
    if (column != SettingsModel::Name) {
        clickHeader(*m_tree, column);
        QTEST(namesIn(*m_tree), "up");
    }
    clickHeader(*m_tree, column);
    QTEST(namesIn(*m_tree), "down");
    clickHeader(*m_tree, column);
    QTEST(namesIn(*m_tree), "up");
}

void TestSettings::sortingKeepsChoiceEditorAndPlace()
{
    begin(many(false));
    m_tree->setFocus();
    m_tree->collapse(row(u"Category 6"_s));
    QLineEdit *edit = open(u"Setting 103"_s);
    QVERIFY(edit);
    QTest::keyClicks(edit, u"7"_s);
    clickHeader(*m_tree, SettingsModel::Name);
    QCOMPARE(m_tree->model()->index(0, 0).data().toString(), u"Category 7"_s);
    QCOMPARE(editor(), edit); // still open, still being typed into
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"7"_s);
    const auto isInView = [this](const QString &name) {
        return m_tree->viewport()->rect().contains(m_tree->visualRect(row(name)).center());
    };
    QVERIFY(isInView(u"Setting 103"_s));
    // Over its cell again, once the row has its new place.
    QVERIFY(eventually([&] {
        const QRect cell = m_tree->visualRect(row(u"Setting 103"_s, SettingsModel::Value));
        return m_tree->viewport()->childAt(cell.center()) == edit;
    }));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(isClosed());
    QCOMPARE(row(u"Setting 103"_s, SettingsModel::Value).data().toString(), u"77"_s);
    // An edited value moves its row, when it counts for the order.
    clickHeader(*m_tree, SettingsModel::Value);
    QCOMPARE(m_tree->currentIndex().siblingAtColumn(0), row(u"Setting 103"_s));
    QCOMPARE(m_tree->selectionModel()->selectedRows(), QModelIndexList{row(u"Setting 103"_s)});
    QVERIFY(isInView(u"Setting 103"_s));
    QVERIFY(!m_tree->isExpanded(row(u"Category 6"_s)));
    QVERIFY(m_tree->hasFocus());
    // What is not in view does not pull the list to it.
    m_tree->verticalScrollBar()->setValue(m_tree->verticalScrollBar()->maximum());
    QVERIFY(!isInView(u"Setting 103"_s));
    clickHeader(*m_tree, SettingsModel::Type);
    QVERIFY(!isInView(u"Setting 103"_s));
    QVERIFY(isSaved());
    QCOMPARE(held(103), u"77"_s);
}

// From the menu bar, and from the menu of a row.
void TestSettings::sortingWorksByKeysAlone()
{
    begin(unsorted());
    const auto press = [](const QList<Qt::Key> &keys) {
        for (const Qt::Key key : keys) {
            QVERIFY(eventually([] { return QApplication::activePopupWidget(); }));
            QTest::keyClick(QApplication::activePopupWidget(), key);
        }
        QVERIFY(eventually([] { return !QApplication::activePopupWidget(); }));
    };
    const QString groups = u"[Kind] [Y] h [Z] g "_s;
    QTest::keyClick(&m_app->window(), Qt::Key_V, Qt::AltModifier);
    press({Qt::Key_R, Qt::Key_V});
    QCOMPARE(namesIn(*m_tree), groups + u"c a d password e b"_s);
    m_tree->setFocus();
    QContextMenuEvent menuKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(m_tree, &menuKey);
    press({Qt::Key_S, Qt::Key_G});
    QCOMPARE(namesIn(*m_tree), groups + u"b e d password a c"_s);
    QVERIFY(m_tree->hasFocus());
}

void TestSettings::theOrderIsRemembered()
{
    begin(unsorted());
    m_tree->header()->resizeSection(SettingsModel::Name, 300);
    clickHeader(*m_tree, SettingsModel::Value);
    const QString sorted = namesIn(*m_tree);
    const QJsonObject placement = m_app->window().placement();
    begin(unsorted());
    QVERIFY(namesIn(*m_tree) != sorted);
    m_app->window().restorePlacement(placement);
    QCOMPARE(namesIn(*m_tree), sorted);
    // As it was kept before settings could be sorted.
    m_tree->setSortingEnabled(false);
    m_tree->header()->setSortIndicator(SettingsModel::Name, Qt::DescendingOrder);
    const QJsonObject old = m_app->window().placement();
    begin(unsorted());
    const QString usual = namesIn(*m_tree);
    m_app->window().restorePlacement(old);
    QCOMPARE(namesIn(*m_tree), usual);
    clickHeader(*m_tree, SettingsModel::Value);
    QCOMPARE(namesIn(*m_tree), sorted);
}

void TestSettings::columnWidthsAreRemembered()
{
    begin(many(false));
    const int width = m_tree->columnWidth(SettingsModel::Name) + 37;
    m_tree->header()->resizeSection(SettingsModel::Name, width);
    reload();
    QCOMPARE(m_tree->columnWidth(SettingsModel::Name), width);
    hold(many(true));
    reload();
    QCOMPARE(m_tree->columnWidth(SettingsModel::Name), width);
    const QJsonObject placement = m_app->window().placement();
    begin(many(false));
    QVERIFY(m_tree->columnWidth(SettingsModel::Name) != width);
    m_app->window().restorePlacement(placement);
    reload();
    QCOMPARE(m_tree->columnWidth(SettingsModel::Name), width);
}

void TestSettings::theValuesTakeTheRoomOfALargeWindow()
{
    const QString text = u"https://licences.example.org/portal/customers/and/their/installations"_s;
    begin({setting(1, u"Tried"_s, u"String"_s, text), setting(2, u"Other"_s, u"String"_s, u"x"_s)});
    for (const int width : {1500, 900}) { // and the other way
        m_app->window().resize(width, 700);
        VERIFY_EVENTUALLY(m_app->window().width() == width);
        COMPARE_EVENTUALLY(m_tree->header()->length(), m_tree->viewport()->width());
        const int needed = m_tree->fontMetrics().horizontalAdvance(text);
        QVERIFY(width < 1500 || m_tree->columnWidth(SettingsModel::Value) > needed);
    }
}

// Where not even they fit as wide as they are made elsewhere, as with large text on a small screen.
void TestSettings::nameAndValueAreInSightTogether()
{
    begin(
        {setting(1, u"A name that is as long as such names are"_s, u"String"_s, u"and a value of the same length"_s)});
    const int narrow = 2 * m_tree->header()->minimumSectionSize() + 2 * m_tree->frameWidth() + 4;
    m_tree->setMaximumWidth(narrow);
    COMPARE_EVENTUALLY(m_tree->width(), narrow);
    const auto isInSight = [this](int column) {
        const int left = m_tree->header()->sectionViewportPosition(column);
        const int width = m_tree->columnWidth(column);
        return left >= 0 && left + width <= m_tree->viewport()->width();
    };
    VERIFY_EVENTUALLY(isInSight(SettingsModel::Name) && isInSight(SettingsModel::Value));
}

void TestSettings::cutTextsHaveToolTips()
{
    const QString text = u"Sent <b>every</b> week to everybody who asked for it"_s;
    begin({setting(1, u"Tried"_s, u"String"_s, text), setting(2, u"Other"_s, u"String"_s, u"x"_s)});
    const auto toolTipAt = [this](const QModelIndex &index) {
        QToolTip::hideText();
        static_cast<void>(eventually([] { return !QToolTip::isVisible(); }));
        const QPoint point = m_tree->visualRect(index).center();
        QHelpEvent help(QEvent::ToolTip, point, m_tree->viewport()->mapToGlobal(point));
        QCoreApplication::sendEvent(m_tree->viewport(), &help);
        return QToolTip::isVisible() ? QToolTip::text() : QString();
    };
    const QModelIndex value = row(u"Tried"_s, SettingsModel::Value);
    m_tree->setColumnWidth(SettingsModel::Value, 100);
    QCOMPARE(toolTipAt(value), text.toHtmlEscaped());
    m_tree->setColumnWidth(SettingsModel::Value, 600); // whole
    QCOMPARE(toolTipAt(value), QString());
    QCOMPARE(toolTipAt(row(u"Other"_s, SettingsModel::Value)), QString());
    QToolTip::hideText();
}

void TestSettings::theTypeIsToldInWords()
{
    QJsonObject locked = setting(2, u"Locked"_s, u"Boolean"_s, u"True"_s);
    locked.insert("readOnly"_L1, true);
    begin({setting(1, u"Tried"_s, u"System.Byte"_s, u"7"_s), locked, setting(3, u"Days"_s, u"Int32"_s, u"30"_s),
           setting(4, u"Size"_s, u"UInt64"_s, u"30"_s)});
    // Without the limits of a computer, which are in nobody's way.
    QCOMPARE(row(u"Days"_s).data(Qt::AccessibleDescriptionRole).toString(), u"Whole number"_s);
    QCOMPARE(row(u"Size"_s).data(Qt::AccessibleDescriptionRole).toString(), u"Whole number, 0 or more"_s);
    QVERIFY(row(u"Days"_s).data(Qt::ToolTipRole).toString().contains(u"2147483647"_s));
    const QModelIndex tried = row(u"Tried"_s);
    QVERIFY2(tried.data(Qt::ToolTipRole).toString().contains(u"Whole number from 0 to 255 (System.Byte)"_s),
             qPrintable(tried.data(Qt::ToolTipRole).toString()));
    QCOMPARE(tried.data(Qt::AccessibleDescriptionRole).toString(), u"Whole number from 0 to 255"_s);
    m_tree->setCurrentIndex(tried);
    QVERIFY(says(u"Whole number from 0 to 255"_s));
    const QString why = row(u"Locked"_s, SettingsModel::Value).data(Qt::ToolTipRole).toString();
    QVERIFY2(why.contains(u"cannot be changed here"_s), qPrintable(why));
}

void TestSettings::theTypeIsAColumnThatCanBeShown()
{
    begin({setting(1, u"Tried"_s, u"Int32"_s, u"7"_s)});
    QHeaderView *header = m_tree->header();
    QVERIFY(header->isSectionHidden(SettingsModel::Type));
    QVERIFY(!header->isSectionHidden(SettingsModel::Description));
    Q_EMIT header->customContextMenuRequested(QPoint(5, 5));
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QTest::keyClick(menu, Qt::Key_T);
    QVERIFY(!header->isSectionHidden(SettingsModel::Type));
    QVERIFY(header->sectionSize(SettingsModel::Type) >= m_tree->fontMetrics().horizontalAdvance(u"Whole number"_s));
    const QJsonObject placement = m_app->window().placement();
    begin({setting(1, u"Tried"_s, u"Int32"_s, u"7"_s)});
    QVERIFY(m_tree->isColumnHidden(SettingsModel::Type));
    m_app->window().restorePlacement(placement);
    QVERIFY(!m_tree->isColumnHidden(SettingsModel::Type));
}

void TestSettings::anEmptyResultCanBeCleared()
{
    begin(many(false));
    m_app->typeInto(u"Filter"_s, u" atlantis "_s);
    QVERIFY(says(u"No setting matches “atlantis”."_s));
    QVERIFY(!m_tree->isVisible());
    m_app->press(u"Clear filter"_s);
    QVERIFY(m_tree->isVisible());
    QCOMPARE(m_app->find<QLineEdit>(u"Filter"_s)->text(), QString());
    QVERIFY(m_app->find<QLineEdit>(u"Filter"_s)->hasFocus());
}

// The edit does not match the words by which its row was found.
void TestSettings::whoIsInAListThatEmptiesIsLedOn()
{
    begin({setting(1, u"Tried"_s, u"String"_s, u"needle"_s)});
    m_app->typeInto(u"Filter"_s, u"needle"_s);
    m_tree->setCurrentIndex(row(u"Tried"_s));
    m_tree->setFocus();
    m_app->othersSave(u"settings"_s, arrayOf({setting(1, u"Tried"_s, u"String"_s, u"hay"_s)}));
    reload();
    QVERIFY(says(u"No setting matches “needle”."_s));
    QVERIFY(eventually([] { return AppFixture::nameOf(QApplication::focusWidget()) == "Clear filter"_L1; }));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(row(u"Tried"_s, SettingsModel::Value).data().toString(), u"hay"_s);
}

// What cannot be read is counted, and goes back as it came.
void TestSettings::aListThatIsNotReadWholeSaysSo()
{
    const QJsonObject tried = setting(1, u"Tried"_s, u"String"_s, u"before"_s);
    begin({tried});
    const auto answer = [this](const QJsonArray &list) {
        QJsonObject user = m_app->session().user().document();
        user.insert(u"settings"_s, list);
        const QJsonObject envelope{{u"success"_s, true}, {u"user"_s, user}};
        m_app->service().failNext({.method = "GET", .status = 200, .body = QJsonDocument(envelope).toJson()});
    };
    const auto read = [&](const QJsonArray &list) {
        answer(list);
        reload();
    };
    const auto isSaid = [this](const QString &text) {
        return eventually([&] { return m_app->visibleTexts().contains(text); });
    };
    const QString one = u"1 entry in the service’s list of settings cannot be read."_s;
    const QString two = u"2 entries in the service’s list of settings cannot be read."_s;
    QVERIFY(!m_app->visibleTexts().contains(one));
    read({tried, u"x"_s});
    QVERIFY(isSaid(one));
    read({QJsonObject(), tried});
    QVERIFY(isSaid(one));
    const QJsonArray mixed{QJsonValue::Null, tried, u"x"_s};
    read(mixed);
    QVERIFY(isSaid(two));

    write(open(u"Tried"_s), u"after"_s, u"keys"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    answer(mixed); // as a save reads it
    QVERIFY(isSaved());
    QJsonObject sent;
    for (const LoggedRequest &request : m_app->service().requests()) {
        if (request.method == "POST")
            sent = request.json().value(u"user"_s).toObject();
    }
    QJsonArray expected = mixed;
    expected[1] = setting(1, u"Tried"_s, u"String"_s, u"after"_s);
    QCOMPARE(sent.value(u"settings"_s).toArray(), expected);

    read({tried});
    QVERIFY(eventually([&] { return !m_app->visibleTexts().contains(one) && !m_app->visibleTexts().contains(two); }));
    for (const auto &[list, text] : {std::pair(QJsonArray(), u"This account has no settings."_s),
                                     std::pair(QJsonArray{5}, one), std::pair(QJsonArray{5, 6}, two)}) {
        read(list);
        QVERIFY(isSaid(text));
        QVERIFY(m_app->visibleTexts().filter(u"list of settings"_s).size() <= 1);
    }
}

LANYARD_TEST(QApplication, TestSettings)
#include "tst_settings.moc"
