// Nothing that is typed is lost, and nothing of others is overwritten: merge, conflicts, review, undo, drafts, guards.
#include "core/document/change.h"
#include "core/document/dates.h"
#include "core/document/userfields.h"
#include "core/models/settingsmodel.h"
#include "core/settings/preferences.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "ui/account/accountview.h"
#include "ui/common/pagearea.h"
#include "ui/common/roomydelegate.h"
#include "ui/common/texttable.h"

#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QLockFile>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QTableWidget>
#include <QTreeView>

#include <algorithm>
#include <atomic>
#include <functional>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace {

// What a user types into the field, and what the service then holds: another for each number from 1 to 3.
QString typed(const UserField &field, int number)
{
    switch (field.kind) {
    case FieldKind::Date:
        return displayDate(QDate(1970 + number, 2, 3));
    case FieldKind::Country:
        return QStringList{u"France"_s, u"Malta"_s, u"Spain"_s}.at(number - 1);
    case FieldKind::Email:
        return u"person%1@mail.example"_s.arg(number);
    default:
        return u"%1 %2"_s.arg(field.key, QString::number(number));
    }
}

QJsonValue stored(const UserField &field, int number)
{
    if (field.kind == FieldKind::Date)
        return u"%1-02-03T00:00:00Z"_s.arg(1970 + number);
    return typed(field, number);
}

QString settingOf(const QJsonObject &user, int id)
{
    return User(user).valueAt(Path::setting(QString::number(id))).toString();
}

} // namespace

class TestEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyFieldIsMergedInTheForm_data();
    void everyFieldIsMergedInTheForm();
    void aDecisionLeadsToTheNextConflict();
    void conflictsAreDecidedByKeyboard();
    void valuesThatDifferAtTheirEndsAreShownWhole();
    void longTextsAreDecidedOnWhole();
    void inASmallDialogTheValuesStandBelowEachOther();
    void anotherLayoutChoosesNothingElse();
    void whatTellsRowsApartLeavesTheRoomToTheValues();
    void picturesAreSeenInReviewAndConflict();
    void aWordIsBrokenOnlyWhereItsOwnLineIsFull();
    void whatIsHalfTypedIsAskedAboutToo_data();
    void whatIsHalfTypedIsAskedAboutToo();
    void aConflictThatIsPutOffLosesNothing();
    void aConflictThatIsPutOffStaysMarked();
    void aConflictIsDecidedAgainWhenItHasChanged_data();
    void aConflictIsDecidedAgainWhenItHasChanged();
    void reviewShowsWasAndWillBe();
    void reviewTellsWhatWasAlsoChangedElsewhere();
    void reviewListsWhatNeedsCorrectingAndLeadsThere();
    void whatIsDiscardedIsOfferedUntilTheNextEdit();
    void aFieldWithARefusedTextIsCountedOnce();
    void whatIsDiscardedComesBackByAClickAndByAKey();
    void aDifferenceFarIntoATextIsSeen_data();
    void aDifferenceFarIntoATextIsSeen();
    void undoWorksAcrossFieldsAndPages();
    void aSavedSecretIsNotUndone();
    void unsavedEditsComeBackAfterACrash();
    void aChangeThatNoDraftMayHoldIsNamedAfterACrash();
    void whatIsTypedAfterACrashIsNotDiscardedWithTheRest();
    void whatDoesNotFitComesBackAfterACrash();
    void whatIsInAnOpenEditorComesBackAfterACrash_data();
    void whatIsInAnOpenEditorComesBackAfterACrash();
    void draftsGoWithThePreference();
    void savedAndRevertedEditsLeaveNoDraft_data();
    void savedAndRevertedEditsLeaveNoDraft();
    void signingOutAsksAboutUnsavedEdits();
    void whatIsTypedWhileItSavesIsSavedBeforeSigningOut_data();
    void whatIsTypedWhileItSavesIsSavedBeforeSigningOut();
    void aSaveThatWasDoneLeadsOnToSigningOut();
    void theEndOfTheSessionIsAnnounced();
    void theMenuOffersWhatTheButtonsDo();
    void aDoubledMemberIsLockedAndTheRestIsSaved();
    void aLostAnswerIsExplained();
    void typingGoesOnWhileItSaves();
    void theOldValueTypedWhileItSavesIsAnEdit_data();
    void theOldValueTypedWhileItSavesIsAnEdit();
    void aCellThatIsOpenDuringASaveEditsWhatIsSaved_data();
    void aCellThatIsOpenDuringASaveEditsWhatIsSaved();
    void aPictureThatIsNoneHoldsNoSaveBack();
    void aHalfTypedDateGoesWithItsUser();
    void aPastedCellOfATableIsOneLine();
    void pastedControlCharactersAreLeftOut();
    void noBreakSpacesOutliveAKeyPress();
    void aKeyAcceptsALongText();
    void aLongTextThatIsOnlyLookedAtIsNoChange_data();
    void aLongTextThatIsOnlyLookedAtIsNoChange();
    void aSecretIsNeverShownInClear_data();
    void aSecretIsNeverShownInClear();
    void aReloadLeavesWhatIsTypedInACell();
    void escapeAfterAReloadTakesBackWhatIsTypedInACell();
    void whatIsWrittenAfterAllIsNotComplainedOf_data();
    void whatIsWrittenAfterAllIsNotComplainedOf();
    void aPreferenceIsTakenAsItStands_data();
    void aPreferenceIsTakenAsItStands();
    void aReloadThatMovesTheCellKeepsItsText();
    void anIdOfAnotherSettingTakesNoText_data();
    void anIdOfAnotherSettingTakesNoText();
    void aRefusedSettingIsTheOneThatWasSent_data();
    void aRefusedSettingIsTheOneThatWasSent();
    void aCellThatIsLockedSaysWhatWasTyped();
    void whatDoesNotFitIsSaidWhenItCannotBeCorrected_data();
    void whatDoesNotFitIsSaidWhenItCannotBeCorrected();
    void aReloadLeavesAChoiceToTheUser();
    void aLongTextFindsItsSettingAgain();
    void aChangeOfASettingThatIsGoneIsShownUntilItIsBack();
    void aLongTextWhoseSettingIsGoneSaysSo();

private:
    [[nodiscard]] QStringList drafts() const
    {
        return QDir(m_app->home() + u"/config/drafts"_s).entryList(QDir::Files);
    }
    [[nodiscard]] bool isInADraft(const QByteArray &text) const
    {
        return eventually([&] {
            const QStringList names = drafts();
            return std::any_of(names.begin(), names.end(), [&](const QString &name) {
                QFile file(m_app->home() + u"/config/drafts/"_s + name);
                return file.open(QIODevice::ReadOnly) && file.readAll().contains(text);
            });
        });
    }
    void othersSave(const QString &key, const QJsonValue &value)
    {
        m_app->othersSave(key, value, m_name);
        if (key == "userName"_L1)
            m_name = value.toString();
    }
    void answerSlowly()
    {
        ServiceOptions slow = m_app->service().options();
        slow.latencyMs = 300;
        m_app->service().setOptions(slow);
    }
    // And it is read again, at a moment that the user does not choose.
    void othersSaveAndItIsSeen(const QString &key, const QJsonValue &value)
    {
        othersSave(key, value);
        m_app->session().reload();
        QVERIFY(eventually([&] { return m_app->session().user().document().value(key) == value; }));
    }
    // The service holds that value of the setting, and it is here.
    void holdSetting(int id, const QString &value)
    {
        const Change change{Path::setting(QString::number(id)), value};
        const QJsonObject user = withChanges(m_app->service().user(m_name), {change});
        othersSaveAndItIsSeen(u"settings"_s, user.value("settings"_L1));
    }
    // The service holds the settings as @p edit makes them, and they are here.
    void holdSettings(const std::function<void(QJsonArray &)> &edit)
    {
        QJsonArray settings = m_app->service().user(m_name).value("settings"_L1).toArray();
        edit(settings);
        othersSaveAndItIsSeen(u"settings"_s, settings);
    }
    template<typename Editor>
    [[nodiscard]] Editor *openCell(const QString &filter)
    {
        m_app->goTo(2);
        m_app->typeInto(u"Filter"_s, filter);
        m_app->press(u"Edit value"_s);
        return m_app->find<QTreeView>(u"Settings"_s)->findChild<Editor *>();
    }
    [[nodiscard]] QDialog *openLongText(const QString &filter, const QString &name)
    {
        m_app->goTo(2);
        m_app->typeInto(u"Filter"_s, filter);
        m_app->press(u"Edit value"_s);
        return m_app->dialogCalled(name);
    }
    [[nodiscard]] bool isSaved()
    {
        return eventually([this] { return m_app->saveText() == "Saved"_L1; });
    }

    std::unique_ptr<AppFixture> m_app;
    QString m_name; // under which the service finds the user: it may be what is changed
};

void TestEdits::init()
{
    m_name = mrossi;
    m_app = std::make_unique<AppFixture>();
    m_app->start(mrossi);
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->goTo(0);
}

void TestEdits::cleanup()
{
    m_app.reset();
}

void TestEdits::everyFieldIsMergedInTheForm_data()
{
    QTest::addColumn<QString>("key");
    for (const UserField &field : userFields()) {
        if (field.editable && field.kind != FieldKind::Image) // a picture has no keys to type: see tst_merge
            QTest::newRow(field.key.data()) << QString(field.key);
    }
}

void TestEdits::everyFieldIsMergedInTheForm()
{
    QFETCH(const QString, key);
    const UserField &field = *userField(key);
    const QString label = fieldLabel(field);
    for (const QString &theirs : {u"same"_s, u"other"_s, u"both same"_s, u"both different"_s, u"removed"_s}) {
        const QJsonValue before = stored(field, 1);
        othersSave(key, before);
        othersSave(u"rank"_s, 1);
        const auto reads = m_app->service().count("GET", "/v1/auth/user");
        m_app->goTo(0);
        QTest::keyClick(&m_app->window(), Qt::Key_F5);
        QVERIFY2(eventually([&] { return m_app->service().count("GET", "/v1/auth/user") > reads; }),
                 qPrintable(theirs));
        QVERIFY(eventually([&] { return m_app->session().user().document().value(key) == before; }));
        m_app->typeInto(label, typed(field, 2));
        QCOMPARE(m_app->saveText(), u"1 change"_s);

        const bool isConflict = theirs == u"both different"_s || theirs == u"removed"_s;
        if (theirs == u"other"_s)
            othersSave(u"rank"_s, 7);
        else if (theirs == u"both same"_s)
            othersSave(key, stored(field, 2));
        else if (isConflict)
            othersSave(key, theirs == u"removed"_s ? QJsonValue(QJsonValue::Undefined) : stored(field, 3));
        const auto posts = m_app->service().count("POST", "/v1/auth/user");
        QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
        if (isConflict) {
            QDialog *dialog = m_app->conflict();
            QVERIFY2(dialog, qPrintable(theirs));
            QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), posts);
            m_app->press(theirs == u"removed"_s ? u"Keep mine"_s : u"Take theirs"_s, dialog);
            m_app->press(u"Save"_s, dialog);
        }
        const bool isLeft = theirs != u"both different"_s; // something of ours to save
        QVERIFY2(isLeft ? isSaved() : eventually([this] { return m_app->saveText() == u"No changes"_s; }),
                 qPrintable(theirs + m_app->saveText() + m_app->messageText()));
        const QJsonValue kept = stored(field, theirs == u"both different"_s ? 3 : 2);
        if (key == "userName"_L1)
            m_name = kept.toString();
        const QJsonObject now = m_app->service().user(m_name);
        QCOMPARE(now.value(key), kept);
        QCOMPARE(now.value("rank"_L1).toInt(), theirs == u"other"_s ? 7 : 1);
    }
}

// It went back to the first one, which was then decided by the next key.
void TestEdits::aDecisionLeadsToTheNextConflict()
{
    m_app->typeInto(u"Mobile"_s, u"+39 2"_s);
    m_app->othersSave(u"mobile"_s, u"+49 2"_s);
    QDialog *dialog = m_app->startConflict();
    QVERIFY(dialog);
    auto *table = m_app->find<QTableWidget>(u"Changed by both"_s, dialog);
    QCOMPARE(table->rowCount(), 3);
    QVERIFY(eventually([table] { return table->hasFocus(); }));
    QTest::keyClick(table, Qt::Key_Down);
    for (const int row : {2, 0}) {
        QTest::keyClick(dialog->focusWidget(), Qt::Key_T, Qt::AltModifier);
        COMPARE_EVENTUALLY(table->currentRow(), row);
    }
}

void TestEdits::conflictsAreDecidedByKeyboard()
{
    m_app->typeInto(u"Mobile"_s, u"+39 2"_s);
    QDialog *dialog = m_app->startConflict();
    QVERIFY(dialog);
    auto *table = m_app->find<QTableWidget>(u"Changed by both"_s, dialog);
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 0)->text(), u"Phone"_s); // as in the form
    QCOMPARE(table->item(1, 0)->text(), u"City"_s);
    QCOMPARE(table->item(1, 1)->text(), u"Torino"_s);
    QCOMPARE(table->item(1, 2)->text(), u"Milano"_s);
    QCOMPARE(table->item(1, 3)->text(), u"Roma"_s);
    auto *save = m_app->find<QPushButton>(u"Save"_s, dialog);
    QVERIFY(!save->isEnabled());
    QVERIFY(eventually([table] { return table->hasFocus(); }));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_T, Qt::AltModifier); // Take theirs, for the phone
    QVERIFY(eventually([table] { return table->currentRow() == 1; }));  // on to what is not decided
    QVERIFY(!save->isEnabled());
    QTest::keyClick(dialog->focusWidget(), Qt::Key_M, Qt::AltModifier); // Keep mine, for the city
    QVERIFY(eventually([save] { return save->isEnabled(); }));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_S, Qt::AltModifier);
    QVERIFY(isSaved());
    const QJsonObject now = m_app->service().user(mrossi);
    QCOMPARE(now.value("city"_L1).toString(), u"Torino"_s);
    QCOMPARE(now.value("phoneNumber"_L1).toString(), u"+49 1"_s);
    QCOMPARE(now.value("mobile"_L1).toString(), u"+39 2"_s);
    QCOMPARE(m_app->find<QLineEdit>(u"Phone"_s)->text(), u"+49 1"_s);
}

// Neither a conflict that was not chosen, nor another value of the one that was.
void TestEdits::anotherLayoutChoosesNothingElse()
{
    QDialog *dialog = m_app->startConflict();
    QVERIFY(dialog);
    auto *table = m_app->find<QTableWidget>(u"Changed by both"_s, dialog);
    const auto layOut = [&](bool isNarrow) {
        dialog->resize(isNarrow ? dialog->minimumSizeHint().width() : 900, 500);
        return eventually([&] { return table->rowCount() == (isNarrow ? 8 : 2); });
    };
    table->selectionModel()->clear();
    for (const bool isNarrow : {true, false}) {
        QVERIFY(layOut(isNarrow));
        QVERIFY(!table->selectionModel()->hasSelection());
        QVERIFY(!m_app->find<QPushButton>(u"Keep mine"_s, dialog)->isEnabled());
    }
    table->setCurrentCell(1, 2);
    for (const bool isNarrow : {true, false, true}) {
        QVERIFY(layOut(isNarrow));
        QCOMPARE(table->currentItem()->text(), isNarrow ? u"Theirs: Milano"_s : u"Milano"_s);
        QVERIFY(table->currentItem()->isSelected());
    }
}

// Beside each other they would be columns of a few letters.
void TestEdits::inASmallDialogTheValuesStandBelowEachOther()
{
    QDialog *dialog = m_app->startConflict();
    QVERIFY(dialog);
    auto *table = m_app->find<QTableWidget>(u"Changed by both"_s, dialog);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(table->currentItem()->text(), u"City"_s);
    dialog->resize(dialog->minimumSizeHint().width(), 500);
    VERIFY_EVENTUALLY(table->rowCount() == 8);
    const auto texts = [table] {
        QStringList all;
        for (int row = 4; row < table->rowCount(); ++row)
            all << table->item(row, 0)->text();
        return all;
    };
    QCOMPARE(texts(), (QStringList{u"City"_s, u"Yours: Torino"_s, u"Theirs: Milano"_s, u"Before: Roma"_s}));
    QCOMPARE(table->currentItem()->text(), u"City"_s); // it is still the chosen one
    QCOMPARE(table->columnWidth(0), table->viewport()->width());
    QVERIFY(table->isColumnHidden(1));
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Space);
    const auto spokenOf = [table](int row) { return table->item(row, 0)->data(Qt::AccessibleTextRole).toString(); };
    QCOMPARE(spokenOf(5), u"Yours: Torino, chosen"_s);
    table->scrollToItem(table->item(2, 0));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualItemRect(table->item(2, 0)).center());
    QCOMPARE(spokenOf(2), u"Theirs: +49 1, chosen"_s);
    dialog->resize(900, 500);
    VERIFY_EVENTUALLY(table->rowCount() == 2);
    QCOMPARE(table->item(1, 1)->data(Qt::AccessibleTextRole).toString(), u"Yours: Torino, chosen"_s);
    QCOMPARE(table->item(0, 2)->data(Qt::AccessibleTextRole).toString(), u"Theirs: +49 1, chosen"_s);
    m_app->press(u"Save"_s, dialog);
    QVERIFY(isSaved());
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Torino"_s);
    QCOMPARE(m_app->service().user(mrossi).value("phoneNumber"_L1).toString(), u"+49 1"_s);
}

void TestEdits::whatTellsRowsApartLeavesTheRoomToTheValues()
{
    TextTable table(u"Changes"_s, {u"Field"_s, u"Was"_s, u"Will be"_s});
    table.resize(700, 300);
    const QString words = u"several words that go on and on "_s.repeated(3);
    table.setRows({{u"1"_s, {words, words, words}}});
    table.show();
    VERIFY_EVENTUALLY(table.viewport()->width() > 600);
    const int room = table.viewport()->width();
    QVERIFY2(table.columnWidth(0) <= room / 4, qPrintable(QString::number(table.columnWidth(0))));
    QCOMPARE(table.columnWidth(0) + table.columnWidth(1) + table.columnWidth(2), room);
    QVERIFY(table.rowHeight(0) >= 4 * table.fontMetrics().lineSpacing()); // whole, in several lines
    table.setRows({{u"1"_s, {u"City"_s, u"Roma"_s, words}}});
    QVERIFY(table.columnWidth(0) < room / 4);
    QVERIFY(table.columnWidth(2) > table.columnWidth(1));
    QCOMPARE(table.columnWidth(0) + table.columnWidth(1) + table.columnWidth(2), room);
}

void TestEdits::picturesAreSeenInReviewAndConflict()
{
    const auto pictures = [this](const QString &name, QDialog *dialog) {
        const auto *table = m_app->find<QTableWidget>(name, dialog);
        QList<QSize> sizes;
        for (int column = 1; column < table->columnCount(); ++column)
            sizes << table->item(0, column)->data(RoomyDelegate::PictureRole).value<QImage>().size();
        return sizes;
    };
    QImage other(8, 8, QImage::Format_RGB32);
    other.fill(Qt::red);
    QByteArray png;
    QBuffer buffer(&png);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && other.save(&buffer, "PNG"));
    const QSize before(128, 128);
    m_app->choose(u"Change picture"_s, u"Remove picture"_s);
    m_app->press(u"Review…"_s);
    QDialog *review = m_app->dialogCalled(u"Review changes"_s);
    QVERIFY(review);
    QCOMPARE(pictures(u"Changes"_s, review), (QList<QSize>{before, QSize(0, 0)}));
    const auto *table = m_app->find<QTableWidget>(u"Changes"_s, review);
    QVERIFY(table->rowHeight(0) > 4 * table->fontMetrics().lineSpacing());
    review->reject();
    othersSave(u"image"_s, QString::fromLatin1(png.toBase64()));
    QVERIFY(becomesActive(&m_app->window()));
    m_app->press(u"Save"_s);
    QDialog *conflict = m_app->conflict();
    QVERIFY(conflict);
    QCOMPARE(pictures(u"Changed by both"_s, conflict), (QList<QSize>{QSize(0, 0), other.size(), before}));
    table = m_app->find<QTableWidget>(u"Changed by both"_s, conflict);
    QVERIFY(table->item(0, 2)->data(Qt::AccessibleTextRole).toString().startsWith("Theirs: a picture ("_L1));
    conflict->reject();
}

// One of them is a single word that is wider than its column.
void TestEdits::valuesThatDifferAtTheirEndsAreShownWhole()
{
    m_app->typeInto(u"E-mail"_s, u"mgr@example.org"_s);
    othersSave(u"email"_s, u"maria.rossi@example.org;billing@example.net"_s);
    QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
    QDialog *dialog = m_app->conflict();
    QVERIFY(dialog);
    auto *table = m_app->find<QTableWidget>(u"Changed by both"_s, dialog);
    dialog->resize(620, dialog->height());
    QCOMPARE(table->rowCount(), 1);
    const auto isWhole = [table] {
        const int line = table->fontMetrics().lineSpacing();
        const int wide = table->fontMetrics().horizontalAdvance(table->item(0, 2)->text());
        return table->rowHeight(0) >= line * (1 + wide / table->columnWidth(2));
    };
    VERIFY_EVENTUALLY(isWhole());
    // Something is seen in its second line.
    const QRect cell = table->visualItemRect(table->item(0, 2));
    const QImage seen = table->viewport()->grab(cell.adjusted(1, cell.height() / 2, -1, -1)).toImage();
    const QRgb ground = seen.pixel(0, seen.height() - 1);
    int painted = 0;
    for (int x = 0; x < seen.width(); ++x) {
        for (int y = 0; y < seen.height(); ++y)
            painted += seen.pixel(x, y) != ground ? 1 : 0;
    }
    QVERIFY(painted > 20);
}

// A screen reader reads all of it too, and the keyboard alone comes to its end.
void TestEdits::longTextsAreDecidedOnWhole()
{
    const QString between = u"several words that go on and on "_s.repeated(60);
    m_app->typeInto(u"Notes"_s, u"my start "_s + between + u"my end"_s);
    m_app->press(u"Review…"_s);
    QDialog *review = m_app->dialogCalled(u"Review changes"_s);
    QVERIFY(review);
    QVERIFY(m_app->find<QTableWidget>(u"Changes"_s, review)->item(0, 2)->text().endsWith("my end"_L1));
    review->reject();
    othersSave(u"notes"_s, QString(u"their start "_s + between + u"their end"_s));
    QVERIFY(becomesActive(&m_app->window()));
    m_app->press(u"Save"_s);
    QDialog *conflict = m_app->conflict();
    QVERIFY(conflict);
    auto *table = m_app->find<QTableWidget>(u"Changed by both"_s, conflict);
    for (const auto &[column, whose] : {std::pair(1, u"my"_s), std::pair(2, u"their"_s)}) {
        for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)}) {
            const QString text = table->item(0, column)->data(role).toString();
            QVERIFY2(text.contains(whose + u" start"_s) && text.contains(whose + u" end"_s), qPrintable(text));
        }
    }
    const auto row = [table] { return table->visualItemRect(table->item(0, 1)); };
    VERIFY_EVENTUALLY(row().height() > table->viewport()->height() && row().top() == 0);
    for (int i = 0; i < 200 && row().bottom() >= table->viewport()->height(); ++i)
        QTest::keyClick(table, Qt::Key_Down);
    QVERIFY(row().bottom() < table->viewport()->height());
    for (int i = 0; i < 200 && row().top() < 0; ++i)
        QTest::keyClick(table, Qt::Key_PageUp);
    QCOMPARE(row().top(), 0);
    conflict->reject();
}

// "Reachable" is not "R" behind another word, and the rest below.
void TestEdits::aWordIsBrokenOnlyWhereItsOwnLineIsFull()
{
    TextTable table(u"Changes"_s, {u"Field"_s});
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    const auto heightOf = [&table](const QString &text) {
        table.setRows({{u"1"_s, {text}}});
        table.setColumnWidth(0, table.fontMetrics().horizontalAdvance(QString(12, u'x')));
        table.resizeRowsToContents();
        return table.rowHeight(0);
    };
    const QString word(14, u'x');
    QVERIFY(heightOf(u"a "_s + word) > heightOf(word));
}

void TestEdits::whatIsHalfTypedIsAskedAboutToo_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("half");
    QTest::addColumn<QString>("rest");
    QTest::newRow("a date") << u"Birth date"_s << u"birthDate"_s << u"1990-01-01T00:00:00Z"_s << u"18 Mar 1"_s
                            << u"984"_s;
    QTest::newRow("a country") << u"Country"_s << u"country"_s << u"France"_s << u"Uni"_s << u"ted Kingdom"_s;
}

// What was begun before others saved is an edit of what was there then, even if it was no value yet.
void TestEdits::whatIsHalfTypedIsAskedAboutToo()
{
    QFETCH(const QString, label);
    QFETCH(const QString, key);
    QFETCH(const QString, theirs);
    QFETCH(const QString, half);
    QFETCH(const QString, rest);
    m_app->typeInto(label, half);
    auto *edit = m_app->find<QLineEdit>(label);
    othersSaveAndItIsSeen(key, theirs);
    QCOMPARE(edit->text(), half);
    const auto says = [this](const QString &text) { return m_app->visibleTexts().join(u' ').contains(text); };
    QVERIFY(says(u"Also changed elsewhere, to"_s));
    edit->setFocus();
    edit->end(false);
    QTest::keyClicks(edit, rest);
    QTest::keyClick(edit, Qt::Key_S, Qt::ControlModifier);
    QDialog *dialog = m_app->conflict();
    QVERIFY(dialog);
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 0);
    m_app->press(u"Take theirs"_s, dialog);
    m_app->press(u"Save"_s, dialog);
    QVERIFY(eventually([this] { return !m_app->session().isSaving(); }));
    QCOMPARE(m_app->service().user(m_name).value(key), QJsonValue(theirs));
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 0);
    COMPARE_EVENTUALLY(m_app->saveText(), u"No changes"_s); // nothing was saved
}

void TestEdits::aConflictThatIsPutOffLosesNothing()
{
    m_app->typeInto(u"City"_s, u"Torino"_s);
    othersSave(u"city"_s, u"Milano"_s);
    m_app->press(u"Save"_s);
    QDialog *dialog = m_app->conflict();
    QVERIFY(dialog);
    const QScrollBar *bar = dialog->findChild<PageArea *>()->verticalScrollBar();
    VERIFY_EVENTUALLY(bar->maximum() == 0); // its buttons are seen
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(eventually([this] { return m_app->window().isActiveWindow(); }));
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Torino"_s);
    QCOMPARE(m_app->saveText(), u"1 change, 1 also changed elsewhere"_s);
    QVERIFY(!m_app->findIfThere<QPushButton>(u"Save"_s)); // it is still a conflict
    m_app->press(u"Decide…"_s);
    dialog = m_app->conflict();
    QVERIFY(dialog);
    QVERIFY(!m_app->findIfThere<QPushButton>(u"Keep all mine"_s, dialog)); // of one field that is the same
    m_app->press(u"Keep mine"_s, dialog);
    m_app->press(u"Save"_s, dialog);
    QVERIFY(isSaved());
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Torino"_s);
}

// At its field and at its row, however often these are looked at.
void TestEdits::aConflictThatIsPutOffStaysMarked()
{
    holdSetting(202, u"First"_s);
    m_app->goTo(0);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    QPointer<QLineEdit> cell = openCell<QLineEdit>(u"greeting"_s);
    QVERIFY(cell);
    QTest::keyClicks(cell, u"Mine"_s);
    QTest::keyClick(cell, Qt::Key_Enter);
    QVERIFY(eventually([&cell] { return !cell; }));
    const Change theirs{Path::setting(u"202"_s), u"Theirs"_s};
    othersSave(u"settings"_s, withChanges(m_app->service().user(m_name), {theirs}).value("settings"_L1));
    othersSave(u"city"_s, u"Milano"_s);
    m_app->press(u"Save"_s);
    QDialog *dialog = m_app->conflict();
    QVERIFY(dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(eventually([this] { return m_app->window().isActiveWindow(); }));
    QCOMPARE(m_app->saveText(), u"2 changes, 2 also changed elsewhere"_s);
    m_app->goTo(0);
    m_app->typeInto(u"Birth date"_s, u"12/13"_s); // what else keeps it from being saved is said beside
    QCOMPARE(m_app->saveText(), u"2 changes, 1 field needs attention, 2 also changed elsewhere"_s);
    m_app->press(u"Undo Birth date"_s);
    m_app->goTo(2);
    QTest::keyClick(m_app->find<QTreeView>(u"Settings"_s), Qt::Key_Home);
    const auto row = [this] {
        const SettingsModel &settings = m_app->workspaces().current()->settings();
        return settings.indexOfSetting(u"202"_s).data(Qt::AccessibleDescriptionRole).toString();
    };
    QVERIFY2(row().contains(u"Also changed elsewhere, to “Theirs”."_s), qPrintable(row()));
    m_app->goTo(0);
    auto *city = m_app->find<QLineEdit>(u"City"_s);
    const QString atCity = u"Also changed elsewhere, to “Milano”."_s;
    city->setFocus();
    QTest::keyClick(city, Qt::Key_Tab);
    QVERIFY2(city->accessibleDescription().contains(atCity), qPrintable(city->accessibleDescription()));
    QVERIFY(m_app->visibleTexts().contains(atCity));
    m_app->press(u"Undo City"_s); // a decision about one of them
    QCOMPARE(m_app->saveText(), u"1 change, 1 also changed elsewhere"_s);
    m_app->press(u"Decide…"_s);
    dialog = m_app->conflict();
    QVERIFY(dialog);
    m_app->press(u"Keep mine"_s, dialog);
    m_app->press(u"Save"_s, dialog);
    QVERIFY(isSaved());
    QCOMPARE(row().contains(u"elsewhere"_s), false);
    QCOMPARE(settingOf(m_app->service().user(mrossi), 202), u"Mine"_s);
}

void TestEdits::aConflictIsDecidedAgainWhenItHasChanged_data()
{
    QTest::addColumn<QString>("decision");
    QTest::addColumn<QString>("later");
    QTest::newRow("keep mine") << u"Keep mine"_s << u"Napoli"_s;
    QTest::newRow("take theirs") << u"Take theirs"_s << u"Napoli"_s;
    QTest::newRow("take theirs, taken back") << u"Take theirs"_s << u"Roma"_s;
}

// The computer sleeps over the question; somebody saves once more; the session is looked at when it wakes.
void TestEdits::aConflictIsDecidedAgainWhenItHasChanged()
{
    QFETCH(const QString, decision);
    QFETCH(const QString, later);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    othersSave(u"city"_s, u"Milano"_s);
    m_app->press(u"Save"_s);
    QPointer<QDialog> first = m_app->conflict();
    QVERIFY(first);
    othersSave(u"city"_s, later);
    Q_EMIT m_app->clockWatch().jumped();
    QVERIFY(eventually([&] { return m_app->session().user().document().value("city"_L1).toString() == later; }));
    m_app->press(decision, first);
    m_app->press(u"Save"_s, first);
    QVERIFY(eventually([&first] { return !first; }));
    QDialog *second = m_app->conflict();
    QVERIFY(second);
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 0);
    auto *table = m_app->find<QTableWidget>(u"Changed by both"_s, second);
    QCOMPARE(table->item(0, 1)->text(), u"Torino"_s);
    QCOMPARE(table->item(0, 2)->text(), later);
    m_app->press(u"Keep mine"_s, second);
    m_app->press(u"Save"_s, second);
    QVERIFY(isSaved());
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Torino"_s);
}

void TestEdits::reviewShowsWasAndWillBe()
{
    QVERIFY(!m_app->findIfThere<QPushButton>(u"Review…"_s)); // there is nothing to review
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->typeInto(u"Country"_s, u"France"_s);
    m_app->press(u"Review…"_s);
    QDialog *dialog = m_app->dialogCalled(u"Review changes"_s);
    QVERIFY(dialog);
    auto *table = m_app->find<QTableWidget>(u"Changes"_s, dialog);
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(1, 0)->text(), u"Country"_s);
    QCOMPARE(table->item(1, 1)->text(), u"Italy (IT)"_s);
    QCOMPARE(table->item(1, 2)->text(), u"France (FR)"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_U, Qt::AltModifier); // Undo this change

    QVERIFY(eventually([table] { return table->rowCount() == 1; }));
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 0);
    QTest::keyClick(table, Qt::Key_S, Qt::AltModifier);
    QVERIFY(isSaved());
    const QJsonObject now = m_app->service().user(mrossi);
    QCOMPARE(now.value("city"_L1).toString(), u"Torino"_s);
    QCOMPARE(now.value("country"_L1).toString(), u"Italy"_s);
}

void TestEdits::reviewTellsWhatWasAlsoChangedElsewhere()
{
    const QString before = m_app->find<QLineEdit>(u"City"_s)->text();
    m_app->typeInto(u"City"_s, u"Torino"_s);
    othersSaveAndItIsSeen(u"city"_s, u"Bari"_s);
    m_app->press(u"Review…"_s);
    QDialog *dialog = m_app->dialogCalled(u"Review changes"_s);
    QVERIFY(dialog);
    auto *table = m_app->find<QTableWidget>(u"Changes"_s, dialog);
    QCOMPARE(table->item(0, 1)->text(), before);
    QCOMPARE(table->item(0, 2)->text(), u"Torino\nAlso changed elsewhere, to “Bari”."_s);
    const QString what = u"1 field was also changed elsewhere: when you save, you choose what to keep."_s;
    QVERIFY(m_app->find<QLabel>(what, dialog));
    auto *save = m_app->find<QPushButton>(u"Save"_s, dialog);
    QVERIFY(save->isEnabled());
    QCOMPARE(save->accessibleDescription(), what);
    m_app->press(u"Undo this change"_s, dialog);
    QVERIFY(!m_app->findIfThere<QLabel>(what, dialog));
}

void TestEdits::reviewListsWhatNeedsCorrectingAndLeadsThere()
{
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->typeInto(u"Birth date"_s, u"zz"_s);
    m_app->press(u"Review…"_s);
    QDialog *dialog = m_app->dialogCalled(u"Review changes"_s);
    QVERIFY(dialog);
    auto *table = m_app->find<QTableWidget>(u"Changes"_s, dialog);
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(1, 0)->text(), u"Birth date"_s);
    QVERIFY2(table->item(1, 2)->text().startsWith(u"zz\nNeeds correcting: This is not a date."_s),
             qPrintable(table->item(1, 2)->text()));
    auto *save = m_app->find<QPushButton>(u"Save"_s, dialog);
    QVERIFY(!save->isEnabled());
    QCOMPARE(save->toolTip(), u"1 change must be corrected or undone before you can save."_s);
    QVERIFY(m_app->find<QLabel>(save->toolTip(), dialog));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return); // goes there
    QVERIFY(eventually([this] { return !m_app->dialog(); }));
    VERIFY_EVENTUALLY(m_app->find<QLineEdit>(u"Birth date"_s)->hasFocus());

    m_app->press(u"Review…"_s);
    dialog = m_app->dialogCalled(u"Review changes"_s);
    table = m_app->find<QTableWidget>(u"Changes"_s, dialog);
    table->setCurrentCell(1, 0);
    m_app->press(u"Undo this change"_s, dialog);
    m_app->press(u"Save"_s, dialog);
    QVERIFY(isSaved());
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Torino"_s);
}

void TestEdits::aFieldWithARefusedTextIsCountedOnce()
{
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->goTo(2);
    m_app->typeInto(u"Filter"_s, u"days before"_s);
    for (const auto &typed : {u"47"_s, u"4,71"_s}) {
        m_app->press(u"Edit value"_s);
        const QPointer<QLineEdit> number = m_app->find<QTreeView>(u"Settings"_s)->findChild<QLineEdit *>();
        QVERIFY(number);
        number->selectAll();
        QTest::keyClicks(number, typed);
        QTest::keyClick(number, Qt::Key_Return);
        VERIFY_EVENTUALLY(!number || typed.contains(u',')); // the refused one stays open
    }
    COMPARE_EVENTUALLY(m_app->saveText(), u"1 change, 1 field needs attention"_s);
    m_app->press(u"Review…"_s);
    QDialog *dialog = m_app->dialogCalled(u"Review changes"_s);
    QVERIFY(dialog);
    QCOMPARE(m_app->find<QTableWidget>(u"Changes"_s, dialog)->rowCount(), 2);
    dialog->reject();
    m_app->press(u"Discard changes"_s);
    QVERIFY2(m_app->messageText().startsWith(u"2 changes discarded."_s), qPrintable(m_app->messageText()));
}

void TestEdits::whatIsDiscardedIsOfferedUntilTheNextEdit()
{
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->press(u"Discard changes"_s);
    for (const int page : {1, 2})
        m_app->goTo(page);
    QVERIFY(m_app->messageText().startsWith("1 change discarded."_L1));
    m_app->press(u"Undo"_s);
    VERIFY_EVENTUALLY(m_app->findIfThere<QLineEdit>(u"City"_s)); // it is shown
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Torino"_s);
    m_app->press(u"Discard changes"_s);
    m_app->typeInto(u"Region"_s, u"Lombardia"_s);
    QCOMPARE(m_app->messageText(), QString());
}

void TestEdits::whatIsDiscardedComesBackByAClickAndByAKey()
{
    const auto city = [this] { return m_app->find<QLineEdit>(u"City"_s)->text(); };
    const auto date = [this] { return m_app->find<QLineEdit>(u"Birth date"_s)->text(); };
    const QString cityBefore = city();
    const QString dateBefore = date();
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->typeInto(u"Birth date"_s, u"zz"_s);
    for (const bool byKey : {false, true}) {
        m_app->press(u"Discard changes"_s);
        QCOMPARE(m_app->messageText(), u"2 changes discarded. Ctrl+Z brings back what you entered."_s);
        QCOMPARE(city(), cityBefore);
        QCOMPARE(date(), dateBefore);
        if (byKey)
            QTest::keyClick(m_app->window().focusWidget(), Qt::Key_Z, Qt::ControlModifier);
        else
            m_app->press(u"Undo"_s);
        QVERIFY(eventually([&] { return city() == "Torino"_L1; }));
        QCOMPARE(date(), u"zz"_s);
        QCOMPARE(m_app->messageText(), QString());
    }
    // Once there is something newer to undo, it is not offered: it would undo that.
    m_app->press(u"Discard changes"_s);
    m_app->typeInto(u"City"_s, u"Bari"_s);
    m_app->press(u"Discard changes"_s);
    QVERIFY(!m_app->messageText().isEmpty());
    m_app->typeInto(u"City"_s, u"Lecce"_s);
    QCOMPARE(m_app->messageText(), QString());
}

void TestEdits::aDifferenceFarIntoATextIsSeen_data()
{
    QTest::addColumn<QString>("before"); // what stands before it in both texts
    const QString words = u"All work and no play. "_s;
    for (const int place : {20, 130, 150, 250, 290, 3000})
        QTest::addRow("at %d", place) << words.repeated(place / 10).left(place);
    QTest::newRow("behind line breaks") << u"a\r\n"_s.repeated(90);
    QTest::newRow("behind marks") << u"a\u202Eb\u202C"_s.repeated(30);
}

// In the cells of the review and of the question who of two has the last word: as wide as a cell is, not as long as a
// text is.
void TestEdits::aDifferenceFarIntoATextIsSeen()
{
    QFETCH(const QString, before);
    const auto text = [&before](const QString &which) { return before + which + u" and so on"_s.repeated(50); };
    const auto cellWithout = [](const QTableWidget *table, const QStringList &words) {
        for (int column = 1; column <= words.size(); ++column) {
            if (!table->item(0, column)->text().contains(words.at(column - 1)))
                return QString(table->item(0, column)->text());
        }
        return QString();
    };
    othersSave(u"notes"_s, text(u"first"_s));
    m_app->session().reload();
    auto *notes = m_app->find<QPlainTextEdit>(u"Notes"_s);
    QVERIFY(eventually([notes] { return notes->toPlainText().contains(u"first"_s); }));
    const QString shown = notes->toPlainText();
    AppFixture::scrollTo(notes);
    notes->setFocus();
    notes->selectAll();
    QApplication::clipboard()->setText(QString(shown).replace(u"first"_s, u"second"_s));
    QTest::keyClick(notes, Qt::Key_V, Qt::ControlModifier);
    m_app->press(u"Review…"_s);
    QDialog *review = m_app->dialogCalled(u"Review changes"_s);
    QVERIFY(review);
    QCOMPARE(cellWithout(m_app->find<QTableWidget>(u"Changes"_s, review), {u"first"_s, u"second"_s}), QString());
    review->reject();
    othersSave(u"notes"_s, text(u"third"_s));
    QVERIFY(becomesActive(&m_app->window()));
    m_app->press(u"Save"_s);
    QDialog *conflict = m_app->conflict();
    QVERIFY(conflict);
    QCOMPARE(
        cellWithout(m_app->find<QTableWidget>(u"Changed by both"_s, conflict), {u"second"_s, u"third"_s, u"first"_s}),
        QString());
    conflict->reject();
}

void TestEdits::undoWorksAcrossFieldsAndPages()
{
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->typeInto(u"Notes"_s, u"a note"_s);
    m_app->goTo(2);
    m_app->typeInto(u"Filter"_s, u"days before"_s);
    m_app->press(u"Edit value"_s);
    auto *number = m_app->find<QTreeView>(u"Settings"_s)->findChild<QLineEdit *>();
    QVERIFY(number);
    QTest::keyClicks(number, u"9"_s);
    QTest::keyClick(number, Qt::Key_Enter);
    QVERIFY(eventually([this] { return m_app->saveText() == "3 changes"_L1; }));
    m_app->goTo(0);
    const auto undo = [this](Qt::KeyboardModifiers modifiers = Qt::ControlModifier) {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &m_app->window(), Qt::Key_Z, modifiers);
    };
    undo(); // goes to the settings
    QCOMPARE(m_app->saveText(), u"2 changes"_s);
    QVERIFY(m_app->find<QTreeView>(u"Settings"_s)->hasFocus());
    undo();
    QCOMPARE(m_app->saveText(), u"1 change"_s);
    QVERIFY(m_app->find<QPlainTextEdit>(u"Notes"_s)->hasFocus());
    undo(); // with the focus in an editor: the document's, not the editor's own
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Roma"_s);
    undo(Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(m_app->saveText(), u"2 changes"_s);
    undo(Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_app->saveText(), u"3 changes"_s);
    m_app->press(u"Save"_s);
    QVERIFY(isSaved());
    undo(); // what was saved can be undone, and is then a change to be saved
    QCOMPARE(m_app->saveText(), u"1 change"_s);
}

// One undo too many would bring back a password that nobody can see, on another page.
void TestEdits::aSavedSecretIsNotUndone()
{
    QPointer<QLineEdit> secret = openCell<QLineEdit>(u"smtp password"_s);
    QVERIFY(secret);
    QTest::keyClicks(secret, u"another"_s);
    QTest::keyClick(secret, Qt::Key_Return);
    m_app->press(u"Save"_s);
    QVERIFY(isSaved());
    m_app->goTo(0);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    QTest::keyClick(&m_app->window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    QTest::keyClick(&m_app->window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    QVERIFY(m_app->find<QLineEdit>(u"City"_s)->isVisible());
}

void TestEdits::unsavedEditsComeBackAfterACrash()
{
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->typeInto(u"Birth date"_s, QString());
    QPointer<QLineEdit> secret = openCell<QLineEdit>(u"smtp password"_s);
    QVERIFY(secret);
    QTest::keyClicks(secret, u"another"_s);
    QTest::keyClick(secret, Qt::Key_Return);
    QVERIFY(eventually([&secret] { return !secret; }));
    QVERIFY(isInADraft("SMTP password"));
    QVERIFY(isInADraft("Torino"));
    othersSave(u"city"_s, u"Milano"_s);
    m_app->quit(); // without a question: the program is just gone
    m_app->start(mrossi);
    if (!m_app->isKept())
        QVERIFY(m_app->signIn(u"lanyard"_s));
    QVERIFY(eventually([this] { return m_app->saveText() == "2 changes, 1 also changed elsewhere"_L1; }));
    const QString but = u"were restored, except a change to SMTP password."_s; // which is nowhere on the disk
    QVERIFY2(m_app->messageText().contains(but), qPrintable(m_app->messageText()));
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Torino"_s);
    QCOMPARE(m_app->find<QLineEdit>(u"Birth date"_s)->text(), QString());
    m_app->press(u"Decide…"_s);
    QDialog *dialog = m_app->conflict();
    QVERIFY(dialog);
    QCOMPARE(m_app->find<QTableWidget>(u"Changed by both"_s, dialog)->rowCount(), 1);
    m_app->press(u"Keep mine"_s, dialog);
    m_app->press(u"Save"_s, dialog);
    QVERIFY(isSaved());
    QVERIFY(drafts().isEmpty());
}

// Whoever does not know that a change was lost does not make it again.
void TestEdits::whatIsTypedAfterACrashIsNotDiscardedWithTheRest()
{
    const QString region = m_app->find<QLineEdit>(u"Region"_s)->text();
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->typeInto(u"Region"_s, u"Piemonte"_s);
    QVERIFY(isInADraft("Piemonte"));
    m_app->quit();
    m_app->start(mrossi);
    if (!m_app->isKept())
        QVERIFY(m_app->signIn(u"lanyard"_s));
    VERIFY_EVENTUALLY(m_app->find<QLineEdit>(u"City"_s)->text() == "Torino"_L1);
    m_app->typeInto(u"City"_s, u"Torino Nord"_s);
    m_app->press(u"Discard them"_s);
    VERIFY_EVENTUALLY(m_app->find<QLineEdit>(u"Region"_s)->text() == region);
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Torino Nord"_s);
    m_app->press(u"Save"_s);
    QVERIFY(isSaved());
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Torino Nord"_s);
}

void TestEdits::aChangeThatNoDraftMayHoldIsNamedAfterACrash()
{
    QPointer<QLineEdit> secret = openCell<QLineEdit>(u"smtp password"_s);
    QVERIFY(secret);
    QTest::keyClicks(secret, u"another"_s);
    QTest::keyClick(secret, Qt::Key_Return);
    QVERIFY(isInADraft("SMTP password"));
    for (const bool isTold : {true, false}) { // once
        m_app->quit();                        // without a question: the program is just gone
        m_app->start(mrossi);
        if (!m_app->isKept())
            QVERIFY(m_app->signIn(u"lanyard"_s));
        QVERIFY(m_app->isSignedIn());
        const auto isNamed = [this] {
            return m_app->messageText().startsWith("A change to SMTP password from "_L1) &&
                   m_app->messageText().endsWith("was not saved and cannot be restored. Make it again."_L1);
        };
        QVERIFY2(isTold ? eventually(isNamed) : !isNamed(), qPrintable(m_app->messageText()));
        QCOMPARE(m_app->saveText(), u"No changes"_s);
        QVERIFY(drafts().isEmpty());
    }
}

// Also of a dialog that is open while the system ends the program.
void TestEdits::whatDoesNotFitComesBackAfterACrash()
{
    const QString layout = u"Layout of the licence table"_s;
    m_app->typeInto(u"Birth date"_s, u"12/13"_s);
    m_app->typeInto(u"Country"_s, u"Uni"_s);
    m_app->find<QLineEdit>(u"City"_s)->setFocus();
    QDialog *dialog = openLongText(u"layout"_s, layout);
    QVERIFY(dialog);
    auto *text = m_app->find<QPlainTextEdit>(layout, dialog);
    text->selectAll();
    QTest::keyClicks(text, u"{half"_s);
    m_app->window().account().takeTyping();
    // The last of it: on a slow machine what came before is written while this is typed.
    QVERIFY(isInADraft("{half"));
    m_app->quit();
    othersSave(u"birthDate"_s, u"1990-01-01T00:00:00Z"_s);

    m_app->start(mrossi);
    if (!m_app->isKept())
        QVERIFY(m_app->signIn(u"lanyard"_s));
    QVERIFY(eventually([this] { return m_app->messageText().contains(u"were restored"_s); }));
    const QString said = m_app->visibleTexts().join(u' ');
    QCOMPARE(m_app->find<QLineEdit>(u"Birth date"_s)->text(), u"12/13"_s);
    QCOMPARE(m_app->find<QLineEdit>(u"Country"_s)->text(), u"Uni"_s);
    QVERIFY2(said.contains(u"Also changed elsewhere, to"_s) && said.contains(u"Write"_s) &&
                 said.contains(u"several countries"_s),
             qPrintable(said));
    dialog = openLongText(u"layout"_s, layout);
    QVERIFY(dialog);
    QCOMPARE(m_app->find<QPlainTextEdit>(layout, dialog)->toPlainText(), u"{half"_s);
    dialog->reject();
}

void TestEdits::whatIsInAnOpenEditorComesBackAfterACrash_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("bar");
    QTest::newRow("a value that is typed") << u"4711"_s << u"Editing…"_s;
    QTest::newRow("a text that Enter has refused") << u"4,71"_s << u"1 field needs attention"_s;
    QTest::newRow("a text in the dialog") << u"{half"_s << u"1 field needs attention"_s;
}

void TestEdits::whatIsInAnOpenEditorComesBackAfterACrash()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, bar);
    const QString layout = u"Layout of the licence table"_s;
    const bool isDialog = typed.startsWith(u'{');
    m_app->goTo(2);
    if (isDialog) {
        QDialog *dialog = openLongText(u"layout"_s, layout);
        QVERIFY(dialog);
        auto *text = m_app->find<QPlainTextEdit>(layout, dialog);
        text->selectAll();
        QTest::keyClicks(text, typed);
    } else {
        m_app->typeInto(u"Filter"_s, u"days before"_s);
        m_app->press(u"Edit value"_s);
        auto *number = m_app->find<QTreeView>(u"Settings"_s)->findChild<QLineEdit *>();
        QVERIFY(number);
        QTest::keyClick(number, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(number, typed);
        if (bar != u"Editing…"_s)
            QTest::keyClick(number, Qt::Key_Return);
    }
    QVERIFY(isInADraft(typed.toUtf8()));
    QVERIFY2(eventually([&] { return m_app->saveText() == bar; }), qPrintable(m_app->saveText()));
    m_app->quit();

    m_app->start(mrossi);
    if (!m_app->isKept())
        QVERIFY(m_app->signIn(u"lanyard"_s));
    QVERIFY(eventually([this] { return m_app->messageText().contains(u"were restored"_s); }));
    m_app->goTo(2);
    if (isDialog) {
        QDialog *dialog = openLongText(u"layout"_s, layout);
        QVERIFY(dialog);
        QCOMPARE(m_app->find<QPlainTextEdit>(layout, dialog)->toPlainText(), typed);
        dialog->reject();
        return;
    }
    m_app->typeInto(u"Filter"_s, u"days before"_s);
    QCOMPARE(m_app->saveText(), bar == u"Editing…"_s ? u"1 change"_s : bar);
    m_app->press(u"Edit value"_s);
    auto *number = m_app->find<QTreeView>(u"Settings"_s)->findChild<QLineEdit *>();
    QVERIFY(number);
    QCOMPARE(number->text().remove(u','), bar == u"Editing…"_s ? typed : u"471"_s);
    QTest::keyClick(number, Qt::Key_Escape);
    if (bar == u"Editing…"_s)
        m_app->press(u"Undo change"_s);
    QVERIFY(eventually([this] { return drafts().isEmpty(); })); // nothing of it stays
}

void TestEdits::draftsGoWithThePreference()
{
    m_app->typeInto(u"City"_s, u"Torino"_s);
    QVERIFY(eventually([this] { return !drafts().isEmpty(); }));
    Q_EMIT m_app->window().preferencesRequested();
    QDialog *dialog = m_app->dialogCalled(u"Preferences"_s);
    QVERIFY(dialog);
    m_app->press(u"Restore unsaved changes after a crash"_s, dialog);
    QVERIFY(drafts().isEmpty());
    m_app->press(u"Close"_s, dialog);
    m_app->goTo(0);
    m_app->typeInto(u"City"_s, u"Lecce"_s);
    QTest::qWait(1500);
    QVERIFY(drafts().isEmpty());
}

void TestEdits::savedAndRevertedEditsLeaveNoDraft_data()
{
    QTest::addColumn<QString>("button");
    QTest::newRow("saved") << u"Save"_s;
    QTest::newRow("reverted") << u"Discard changes"_s;
}

void TestEdits::savedAndRevertedEditsLeaveNoDraft()
{
    QFETCH(const QString, button);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    QVERIFY(eventually([this] { return !drafts().isEmpty(); }));
    m_app->press(button);
    QVERIFY(eventually([this] { return drafts().isEmpty(); }));
}

void TestEdits::signingOutAsksAboutUnsavedEdits()
{
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->press(u"Sign out"_s);
    QMessageBox *box = nullptr;
    QVERIFY(eventually([&] { return (box = m_app->window().findChild<QMessageBox *>()) != nullptr; }));
    QVERIFY(m_app->session().hasUser());
    m_app->press(u"Save"_s, box);
    QVERIFY(eventually([this] { return !m_app->session().hasUser(); }));
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Torino"_s);
}

void TestEdits::whatIsTypedWhileItSavesIsSavedBeforeSigningOut_data()
{
    QTest::addColumn<bool>("savingAlready");
    QTest::newRow("typed after the question") << false;
    QTest::newRow("asked while it saves") << true;
}

void TestEdits::whatIsTypedWhileItSavesIsSavedBeforeSigningOut()
{
    QFETCH(const bool, savingAlready);
    answerSlowly();
    m_app->typeInto(u"City"_s, u"Torino"_s);
    if (savingAlready) {
        QTest::keyClick(m_app->find<QLineEdit>(u"City"_s), Qt::Key_S, Qt::ControlModifier);
        m_app->typeInto(u"Phone"_s, u"+39 1"_s);
    }
    m_app->press(u"Sign out"_s);
    QMessageBox *box = nullptr;
    QVERIFY(eventually([&] { return (box = m_app->window().findChild<QMessageBox *>()) != nullptr; }));
    m_app->press(u"Save"_s, box);
    QVERIFY(m_app->session().isSaving());
    if (!savingAlready)
        m_app->typeInto(u"Phone"_s, u"+39 1"_s);
    QVERIFY(eventually([this] { return !m_app->session().hasUser(); }));
    const QJsonObject now = m_app->service().user(mrossi);
    QCOMPARE(now.value("city"_L1).toString(), u"Torino"_s);
    QCOMPARE(now.value("phoneNumber"_L1).toString(), u"+39 1"_s);
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 2);
}

// The session ends after the post. Signing in again shows that it was done, and the user wanted to leave then.
void TestEdits::aSaveThatWasDoneLeadsOnToSigningOut()
{
    ServiceOptions silent = m_app->service().options();
    silent.updateAnswersUser = false;
    m_app->service().setOptions(silent);
    std::atomic<bool> expired = false;
    m_app->service().setRequestObserver([this, &expired](const LoggedRequest &request) {
        if (request.method == "POST" && request.pathWithoutQuery() == "/v1/auth/user" && !expired.exchange(true))
            m_app->service().expireTokens();
    });
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->press(u"Sign out"_s);
    QMessageBox *box = nullptr;
    QVERIFY(eventually([&] { return (box = m_app->window().findChild<QMessageBox *>()) != nullptr; }));
    m_app->press(u"Save"_s, box);
    QVERIFY(m_app->isAsked());
    QVERIFY(expired);
    m_app->typeInto(u"Password"_s, u"lanyard"_s, m_app->dialog());
    m_app->press(u"Sign in"_s, m_app->dialog());
    QVERIFY(eventually([this] { return m_app->session().state() == Session::State::SignedOut; }));
    QVERIFY(!m_app->session().hasUser());
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 1);
    m_app->service().setRequestObserver({});
}

void TestEdits::theMenuOffersWhatTheButtonsDo()
{
    QMenu *menu = nullptr;
    for (QAction *action : m_app->window().menuBar()->actions()) {
        if (action->text() == "&Edit"_L1)
            menu = action->menu();
    }
    QVERIFY(menu);
    const auto isOffered = [menu](const QString &text) {
        menu->popup(QPoint(0, 0));
        const QList<QAction *> actions = menu->actions();
        const auto found = std::find_if(actions.begin(), actions.end(), [&text](const QAction *action) {
            return QString(action->text()).remove(u'&') == text;
        });
        const bool isEnabled = found != actions.end() && (*found)->isEnabled();
        menu->hide();
        return isEnabled;
    };
    QVERIFY(!isOffered(u"Review…"_s) && !isOffered(u"Discard changes"_s));
    m_app->typeInto(u"City"_s, u"Torino"_s);
    QVERIFY(isOffered(u"Review…"_s) && isOffered(u"Discard changes"_s));
}

void TestEdits::theEndOfTheSessionIsAnnounced()
{
    m_app.reset();
    m_app = std::make_unique<AppFixture>(ServiceOptions{.tokenLifetimeSeconds = 126});
    m_app->start(mrossi);
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->typeInto(u"City"_s, u"Torino"_s);
    QVERIFY(eventually([this] { return m_app->messageText().contains(u"session ends at "_s); }));
    QVERIFY(!m_app->visibleTexts().join(u'|').contains(u"Session ends in"_s)); // it is said once
    m_app->press(u"Sign in again"_s);
    QVERIFY(m_app->isAsked());
    QTest::keyClick(m_app->dialog(), Qt::Key_Escape); // not now: the session is as good as before
    QVERIFY(eventually([this] { return !m_app->dialog(); }));
    QCOMPARE(m_app->session().state(), Session::State::SignedIn);
    QCOMPARE(m_app->find<QLineEdit>(u"City"_s)->text(), u"Torino"_s);
    QVERIFY(becomesActive(&m_app->window()));
    m_app->press(u"Save"_s);
    QVERIFY(isSaved());
}

void TestEdits::aDoubledMemberIsLockedAndTheRestIsSaved()
{
    const QByteArray id = m_app->session().user().id().toUtf8();
    m_app->service().failNext(
        {.method = "GET",
         .status = 200,
         .body = R"({"success":true,"user":{"id":")" + id + R"(","city":"Roma","title":"Dr","title":"Prof"}})",
         .times = 2});
    QTest::keyClick(&m_app->window(), Qt::Key_F5);
    QVERIFY(eventually([this] { return m_app->find<QLineEdit>(u"Title"_s)->isReadOnly(); }));
    QCOMPARE(m_app->find<QLineEdit>(u"Title"_s)->text(), u"Prof"_s);
    const auto labels = m_app->window().findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"“title” twice"_s);
    }));
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->press(u"Save"_s);
    QVERIFY(eventually([this] { return m_app->service().count("POST", "/v1/auth/user") == 1; }));
    QVERIFY(m_app->service().requests().last().body.contains(R"("city":"Torino","title":"Dr","title":"Prof"})"));
}

void TestEdits::aLostAnswerIsExplained()
{
    const ForcedAnswer cut{.method = "POST", .status = 200, .body = R"({"success":true,"us)", .carriedOut = true};
    m_app->service().failNext(cut);
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->press(u"Save"_s);
    QVERIFY(isSaved());
    QVERIFY(m_app->messageText().contains(u"arrived"_s));
    ForcedAnswer lost = cut;
    lost.carriedOut = false;
    m_app->service().failNext(lost);
    m_app->typeInto(u"City"_s, u"Lecce"_s);
    m_app->press(u"Save"_s);
    QVERIFY(eventually([this] { return m_app->messageText().contains(u"does not show your changes yet"_s); }));
    QCOMPARE(m_app->saveText(), u"1 change"_s);
    m_app->press(u"Try again"_s);
    QVERIFY(isSaved());
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Lecce"_s);
}

void TestEdits::typingGoesOnWhileItSaves()
{
    answerSlowly();
    m_app->typeInto(u"City"_s, u"Tor"_s);
    auto *city = m_app->find<QLineEdit>(u"City"_s);
    QTest::keyClick(city, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(m_app->session().isSaving());
    QVERIFY(city->hasFocus());
    QTest::keyClicks(city, u"ino"_s);
    QVERIFY(eventually([this] { return !m_app->session().isSaving(); }));
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Tor"_s);
    QCOMPARE(city->text(), u"Torino"_s);
    QCOMPARE(city->cursorPosition(), 6);
    QCOMPARE(m_app->saveText(), u"1 change"_s);
    QTest::keyClick(city, Qt::Key_S, Qt::ControlModifier); // no conflict with what we saved ourselves
    QVERIFY(isSaved());
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Torino"_s);
}

void TestEdits::theOldValueTypedWhileItSavesIsAnEdit_data()
{
    QTest::addColumn<QByteArray>("how");
    for (const char *how : {"typed", "undo", "revert"})
        QTest::newRow(how) << QByteArray(how);
}

void TestEdits::theOldValueTypedWhileItSavesIsAnEdit()
{
    QFETCH(const QByteArray, how);
    answerSlowly();
    m_app->typeInto(u"City"_s, u"Roma2"_s);
    auto *city = m_app->find<QLineEdit>(u"City"_s);
    QTest::keyClick(city, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(m_app->session().isSaving());
    if (how == "typed")
        QTest::keyClick(city, Qt::Key_Backspace);
    else if (how == "undo")
        QTest::keyClick(city, Qt::Key_Z, Qt::ControlModifier);
    else
        Q_EMIT m_app->window().account().revertRequested();
    QCOMPARE(city->text(), u"Roma"_s);
    QVERIFY(eventually([this] { return !m_app->session().isSaving(); }));
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Roma2"_s);
    QCOMPARE(city->text(), u"Roma"_s);
    QCOMPARE(m_app->saveText(), u"1 change"_s);
    QTest::keyClick(city, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(isSaved());
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Roma"_s);
}

void TestEdits::aCellThatIsOpenDuringASaveEditsWhatIsSaved_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("the value before") << u"First"_s;
    QTest::newRow("a third one") << u"Third"_s;
}

// Neither lost, nor taken for somebody else's change.
void TestEdits::aCellThatIsOpenDuringASaveEditsWhatIsSaved()
{
    QFETCH(const QString, typed);
    holdSetting(202, u"First"_s);
    QPointer<QLineEdit> cell = openCell<QLineEdit>(u"greeting"_s);
    QVERIFY(cell);
    QTest::keyClicks(cell, u"Second"_s);
    QTest::keyClick(cell, Qt::Key_Enter);
    QVERIFY(eventually([&cell] { return !cell; }));
    answerSlowly();
    m_app->press(u"Save"_s);
    QVERIFY(m_app->session().isSaving());
    cell = openCell<QLineEdit>(u"greeting"_s);
    QVERIFY(cell);
    QTest::keyClicks(cell, typed);
    QVERIFY(m_app->session().isSaving());
    QVERIFY(eventually([this] { return !m_app->session().isSaving(); }));
    QTest::keyClick(cell, Qt::Key_Enter);
    QVERIFY(eventually([&cell] { return !cell; }));
    QCOMPARE(m_app->saveText(), u"1 change"_s);
    m_app->press(u"Save"_s);
    QVERIFY(isSaved());
    QCOMPARE(settingOf(m_app->service().user(mrossi), 202), typed);
}

void TestEdits::aPictureThatIsNoneHoldsNoSaveBack()
{
    const auto saysSo = [this] { return m_app->visibleTexts().join(u' ').contains(u"no picture on the clipboard"_s); };
    QApplication::clipboard()->setText(u"not a picture"_s);
    m_app->choose(u"Change picture"_s, u"Paste picture"_s);
    QVERIFY(saysSo());
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->press(u"Save"_s);
    QVERIFY(isSaved());
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Torino"_s);
    QVERIFY(!saysSo());
    m_app->choose(u"Change picture"_s, u"Paste picture"_s);
    QVERIFY(saysSo());
    m_app->choose(u"Change picture"_s, u"Remove picture"_s);
    QVERIFY(!saysSo());
}

void TestEdits::aHalfTypedDateGoesWithItsUser()
{
    othersSaveAndItIsSeen(u"birthDate"_s, QJsonValue::Undefined);
    m_app->typeInto(u"Birth date"_s, u"abc"_s);
    QVERIFY(m_app->visibleTexts().join(u' ').contains(u"This is not a date."_s));
    QCOMPARE(m_app->saveText(), u"1 field needs attention"_s);
    m_app->press(u"Sign out"_s);
    QMessageBox *question = nullptr; // it is unsaved as well
    QVERIFY(eventually([&] { return (question = m_app->window().findChild<QMessageBox *>()) != nullptr; }));
    m_app->press(u"Discard"_s, question);
    QVERIFY(eventually([this] { return !m_app->session().hasUser(); }));
    QVERIFY(m_app->signIn(u"lanyard"_s));
    QCOMPARE(m_app->find<QLineEdit>(u"Birth date"_s)->text(), QString());
    QVERIFY(!m_app->visibleTexts().join(u' ').contains(u"This is not a date."_s));
    m_app->typeInto(u"City"_s, u"Torino"_s);
    m_app->press(u"Save"_s);
    QVERIFY(isSaved());
}

void TestEdits::aPastedCellOfATableIsOneLine()
{
    auto *city = m_app->find<QLineEdit>(u"City"_s);
    city->setFocus();
    QTest::keyClick(city, Qt::Key_A, Qt::ControlModifier);
    for (const QString &end : {u"\t"_s, u"\t\t\r\n"_s, u"\n\t"_s, u"\n"_s}) {
        QTest::keyClick(city, Qt::Key_A, Qt::ControlModifier);
        QApplication::clipboard()->setText(u"Torino"_s + end);
        QTest::keyClick(city, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(city->text(), u"Torino"_s);
    }
    QVERIFY(!city->isReadOnly());
    QTest::keyClick(city, Qt::Key_Home);
    QApplication::clipboard()->setText(u"\u0007Citt\u00E0\r\ndi\n"_s);
    QTest::keyClick(city, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(city->text(), u"Citt\u00E0 di Torino"_s);
    QCOMPARE(city->cursorPosition(), 9);

    QTest::keyClick(city, Qt::Key_A,
                    Qt::ControlModifier); // the same again, which is no edit but must not look other
    QApplication::clipboard()->setText(u"Citt\u00E0 di Torino\n"_s);
    QTest::keyClick(city, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(city->text(), u"Citt\u00E0 di Torino"_s);
    m_app->press(u"Save"_s);
    QVERIFY(isSaved());
    QCOMPARE(m_app->service().user(mrossi).value("city"_L1).toString(), u"Citt\u00E0 di Torino"_s);
    QVERIFY(!city->isReadOnly());

    m_app->goTo(2);
    m_app->typeInto(u"Filter"_s, u"greeting"_s);
    m_app->press(u"Edit value"_s);
    auto *cell = m_app->find<QTreeView>(u"Settings"_s)->findChild<QLineEdit *>();
    QVERIFY(cell);
    QApplication::clipboard()->setText(u"Ciao\n"_s);
    QTest::keyClick(cell, Qt::Key_V, Qt::ControlModifier);
    QTest::keyClick(cell, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(isSaved());
    QCOMPARE(settingOf(m_app->service().user(mrossi), 202), u"Ciao"_s);
}

void TestEdits::pastedControlCharactersAreLeftOut()
{
    auto *notes = m_app->find<QPlainTextEdit>(u"Notes"_s);
    AppFixture::scrollTo(notes);
    notes->setFocus();
    QTest::keyClick(notes, Qt::Key_A, Qt::ControlModifier);
    QApplication::clipboard()->setText(u"one\u0007\ttwo\r\nthree\u001B"_s);
    QTest::keyClick(notes, Qt::Key_V, Qt::ControlModifier);
    QVERIFY(!notes->isReadOnly());
    m_app->press(u"Save"_s);
    QVERIFY(isSaved());
    QCOMPARE(m_app->service().user(mrossi).value("notes"_L1).toString().replace(u"\r\n"_s, u"\n"_s),
             u"one\ttwo\nthree"_s);
    QVERIFY(!notes->isReadOnly());
}

void TestEdits::noBreakSpacesOutliveAKeyPress()
{
    othersSaveAndItIsSeen(u"notes"_s, u"10\u00A0000\u00A0€\nin\u00A0all"_s);
    auto *notes = m_app->find<QPlainTextEdit>(u"Notes"_s);
    AppFixture::scrollTo(notes);
    notes->setFocus();
    QTest::keyClick(notes, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClicks(notes, u"x"_s);
    QTest::keyClick(notes, Qt::Key_Return, Qt::ShiftModifier);
    m_app->press(u"Save"_s);
    QVERIFY(isSaved());
    QCOMPARE(m_app->service().user(mrossi).value("notes"_L1).toString(), u"x\n10\u00A0000\u00A0€\nin\u00A0all"_s);
    QVERIFY(!notes->isReadOnly());

    holdSetting(202, u"a\u00A0b\nc"_s);
    QDialog *dialog = openLongText(u"greeting"_s, u"Greeting"_s);
    QVERIFY(dialog);
    auto *text = m_app->find<QPlainTextEdit>(u"Greeting"_s, dialog);
    QTest::keyClicks(text, u"x"_s);
    m_app->press(u"OK"_s, dialog);
    m_app->press(u"Save"_s);
    QVERIFY(isSaved());
    QCOMPARE(settingOf(m_app->service().user(mrossi), 202), u"xa\u00A0b\nc"_s);
}

void TestEdits::aKeyAcceptsALongText()
{
    holdSetting(202, u"b\nc"_s);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        const QPointer<QDialog> dialog = openLongText(u"greeting"_s, u"Greeting"_s);
        QVERIFY(dialog);
        auto *text = m_app->find<QPlainTextEdit>(u"Greeting"_s, dialog);
        QTest::keyClicks(text, u"x"_s);
        QTest::keyClick(text, key, Qt::ControlModifier);
        VERIFY_EVENTUALLY(!dialog);
    }
    m_app->press(u"Save"_s);
    QVERIFY(isSaved());
    QCOMPARE(settingOf(m_app->service().user(mrossi), 202), u"xxb\nc"_s);
}

void TestEdits::aLongTextThatIsOnlyLookedAtIsNoChange_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isEditable");
    QTest::newRow("lines") << u"a\nb"_s << true;
    QTest::newRow("CR LF") << u"a\r\nb"_s << true;
    QTest::newRow("no-break space") << u"a\u00A0b\nc"_s << true;
    QTest::newRow("CR") << u"a\rb\nc"_s << false;
    QTest::newRow("mixed line ends") << u"a\r\nb\nc"_s << false;
    QTest::newRow("line separator") << u"a\u2028b\nc"_s << false;
    QTest::newRow("paragraph separator") << u"a\u2029b\nc"_s << false;
}

void TestEdits::aLongTextThatIsOnlyLookedAtIsNoChange()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isEditable);
    holdSetting(202, text);
    QDialog *dialog = openLongText(u"greeting"_s, u"Greeting"_s);
    QVERIFY(dialog);
    auto *edit = m_app->find<QPlainTextEdit>(u"Greeting"_s, dialog);
    QCOMPARE(edit->isReadOnly(), !isEditable);
    QCOMPARE(m_app->find<QPushButton>(u"OK"_s, dialog)->isEnabled(), isEditable);
    QTest::keyClick(edit, Qt::Key_X);
    QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier);
    m_app->press(isEditable ? u"OK"_s : u"Cancel"_s, dialog);
    QVERIFY(eventually([dialog = QPointer(dialog)] { return !dialog; }));
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestEdits::aSecretIsNeverShownInClear_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isEditable");
    QTest::newRow("JSON") << u"Json"_s << u"{\"key\": \"5ecret\"}"_s << true;
    QTest::newRow("long") << u"String"_s << QString(5000, u's') << true;
    QTest::newRow("several lines") << u"String"_s << u"-----BEGIN-----\n5ecret"_s << false;
    QTest::newRow("longer than a line can be") << u"String"_s << QString(120'000, u's') << false;
}

void TestEdits::aSecretIsNeverShownInClear()
{
    QFETCH(const QString, type);
    QFETCH(const QString, value);
    QFETCH(const bool, isEditable);
    QJsonArray settings = m_app->service().user(m_name).value("settings"_L1).toArray();
    const auto password = std::find_if(settings.begin(), settings.end(), [](const QJsonValue &setting) {
        return setting.toObject().value("id"_L1).toInt() == 206;
    });
    QVERIFY(password != settings.end());
    QJsonObject object = password->toObject();
    object.insert("type"_L1, type);
    object.insert("value"_L1, value);
    *password = object;
    othersSaveAndItIsSeen(u"settings"_s, settings);
    m_app->goTo(2);
    m_app->typeInto(u"Filter"_s, u"smtp password"_s);
    auto *tree = m_app->find<QTreeView>(u"Settings"_s);
    if (!isEditable) {
        QVERIFY(!m_app->find<QPushButton>(u"Edit value"_s)->isEnabled());
        QVERIFY(m_app->visibleTexts().join(u' ').contains(u"stays hidden"_s));
        QTest::keyClick(tree, Qt::Key_F2);
        QTest::qWait(100);
        QVERIFY(!QApplication::activeModalWidget() && !tree->findChild<QLineEdit *>());
        return;
    }
    m_app->press(u"Edit value"_s);
    QTest::qWait(100);
    QVERIFY(!QApplication::activeModalWidget());
    auto *cell = tree->findChild<QLineEdit *>();
    QVERIFY(cell);
    QCOMPARE(cell->echoMode(), QLineEdit::Password);
    QTest::keyClick(cell, Qt::Key_End);
    QTest::keyClicks(cell, u" "_s); // which JSON takes as well
    QTest::keyClick(cell, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(isSaved());
    QCOMPARE(settingOf(m_app->service().user(mrossi), 206), value + u' ');
}

void TestEdits::aReloadLeavesWhatIsTypedInACell()
{
    const QPointer<QLineEdit> cell = openCell<QLineEdit>(u"greeting"_s);
    QVERIFY(cell);
    QTest::keyClicks(cell, u"Cia"_s);
    holdSetting(202, u"Salve"_s);
    QVERIFY(cell && cell->isVisible());
    QCOMPARE(cell->text(), u"Cia"_s);
    QTest::keyClicks(cell, u"o"_s);
    QTest::keyClick(cell, Qt::Key_Enter);
    QVERIFY(eventually([&cell] { return !cell; }));
    QCOMPARE(m_app->saveText(), u"1 change, 1 also changed elsewhere"_s);
    m_app->press(u"Decide…"_s); // what others saved meanwhile was never seen in the cell
    QDialog *dialog = m_app->conflict();
    QVERIFY(dialog);
    m_app->press(u"Keep mine"_s, dialog);
    m_app->press(u"Save"_s, dialog);
    QVERIFY(isSaved());
    QCOMPARE(settingOf(m_app->service().user(mrossi), 202), u"Ciao"_s);
}

void TestEdits::escapeAfterAReloadTakesBackWhatIsTypedInACell()
{
    const QPointer<QLineEdit> cell = openCell<QLineEdit>(u"greeting"_s);
    QVERIFY(cell);
    QTest::keyClicks(cell, u"Cia"_s);
    holdSetting(202, u"Salve"_s);
    QTest::keyClick(cell, Qt::Key_Escape);
    QVERIFY(eventually([&cell] { return !cell; }));
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestEdits::aRefusedSettingIsTheOneThatWasSent_data()
{
    QTest::addColumn<std::function<void(QJsonArray &)>>("edit"); // by somebody else, after the last read
    const auto row = [](const char *name, const std::function<void(QJsonArray &)> &edit) {
        QTest::newRow(name) << edit;
    };
    row("nobody's", [](QJsonArray &) {});
    row("an insertion", [](QJsonArray &settings) {
        settings.prepend(QJsonObject{{u"id"_s, 999}, {u"name"_s, u"New"_s}, {u"value"_s, u"x"_s}});
    });
    row("a removal", [](QJsonArray &settings) { settings.removeAt(0); });
    row("another order", [](QJsonArray &settings) { settings.append(settings.takeAt(0)); });
}

// The service counts what it was sent, which is not what was last read.
void TestEdits::aRefusedSettingIsTheOneThatWasSent()
{
    QFETCH(const std::function<void(QJsonArray &)>, edit);
    auto *cell = openCell<QLineEdit>(u"greeting"_s);
    QTest::keyClicks(cell, u"Ciao"_s);
    QTest::keyClick(cell, Qt::Key_Enter);
    QJsonArray settings = m_app->service().user(m_name).value("settings"_L1).toArray();
    edit(settings);
    othersSave(u"settings"_s, settings);
    const auto isGreeting = [](const QJsonValue &setting) { return setting["id"_L1].toInt() == 202; };
    const auto index = std::distance(settings.begin(), std::find_if(settings.begin(), settings.end(), isGreeting));
    m_app->service().failNext({.method = "POST",
                               .status = 400,
                               .body = R"({"title":"Bad","errors":{"User.Settings[)" + QByteArray::number(index) +
                                       R"(].Value":["Too cheerful."]}})"});
    m_app->press(u"Save"_s);
    QVERIFY2(eventually([this] { return m_app->visibleTexts().contains(u"The service says: “Too cheerful.”"_s); }),
             qPrintable(m_app->visibleTexts().join(u'\n')));
}

void TestEdits::aReloadThatMovesTheCellKeepsItsText()
{
    const QPointer<QLineEdit> cell = openCell<QLineEdit>(u"greeting"_s);
    QVERIFY(cell);
    QTest::keyClicks(cell, u"Cia"_s);
    QTest::keyClick(cell, Qt::Key_Home);
    QTest::keyClick(cell, Qt::Key_Right);
    holdSettings([](QJsonArray &settings) { settings.removeAt(0); });
    QVERIFY(eventually([&cell] { return !cell; }));
    auto *again = m_app->find<QTreeView>(u"Settings"_s)->findChild<QLineEdit *>();
    QVERIFY(again && again->hasFocus());
    QCOMPARE(again->text(), u"Cia"_s);
    QCOMPARE(again->cursorPosition(), 1);
    QCOMPARE(m_app->saveText(), u"Editing…"_s); // Esc would still take it back
    QTest::keyClick(again, Qt::Key_End);
    QTest::keyClicks(again, u"o"_s);
    m_app->press(u"Save"_s);
    QVERIFY(isSaved());
    QCOMPARE(settingOf(m_app->service().user(mrossi), 202), u"Ciao"_s);
}

void TestEdits::whatIsWrittenAfterAllIsNotComplainedOf_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("a choice") << u"preferences.json"_s;
    QTest::newRow("a certificate that is trusted no longer") << u"trust.json"_s;
    QTest::newRow("an account that is signed out") << u"accounts.json"_s;
    QTest::newRow("unsaved changes") << u"drafts"_s;
}

void TestEdits::whatIsWrittenAfterAllIsNotComplainedOf()
{
    QFETCH(const QString, file);
    const QString path = m_app->home() + u"/config/"_s + file;
    const bool isFolder = file == "drafts"_L1;
    // Another program holds the lock; or there is no folder to write into.
    QLockFile lock(path + u".lock"_s);
    QFile inTheWay(path);
    if (file == "trust.json"_L1)
        m_app->trustSettings().accept(u"https://a.example"_s, QByteArray(32, 'a'));
    QVERIFY(isFolder ? QDir(path).removeRecursively() && inTheWay.open(QIODevice::WriteOnly) : lock.tryLock());
    const auto isSaid = [this] {
        const QString all = m_app->visibleTexts().join(u' ');
        return all.contains("could not be saved"_L1) || all.contains("could not be written"_L1) ||
               all.contains("cannot be written"_L1);
    };
    if (isFolder)
        m_app->typeInto(u"City"_s, u"Torino"_s);
    else if (file == "accounts.json"_L1)
        m_app->press(u"Sign out"_s);
    else
        Q_EMIT m_app->window().preferencesRequested();
    if (file == "preferences.json"_L1) {
        m_app->press(u"Restore unsaved changes after a crash"_s, m_app->dialogCalled(u"Preferences"_s));
    } else if (file == "trust.json"_L1) {
        QDialog *dialog = m_app->dialogCalled(u"Preferences"_s);
        dialog->findChild<QTableWidget *>()->selectRow(0);
        m_app->press(u"Remove"_s, dialog);
    }
    QVERIFY(eventually(isSaid));
    lock.unlock();
    if (isFolder)
        QVERIFY(inTheWay.remove());
    QVERIFY2(eventually([&] { return !isSaid(); }), qPrintable(m_app->visibleTexts().join(u' ')));
    QVERIFY(QFileInfo::exists(path));
}

void TestEdits::aPreferenceIsTakenAsItStands_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("seconds"); // 0: as they were
    QTest::newRow("more") << u"45"_s << 45;
    QTest::newRow("the most") << u"120"_s << 120;
    QTest::newRow("native digits") << u"٤٥"_s << 45;
    QTest::newRow("spaces") << u" 45 "_s << 45;
    for (const QString &text : {u"99999"_s, u"9"_s, u"-30"_s, u"3.5"_s, u"ten"_s, u"30 minutes"_s, QString(),
                                u"99999999999999999999"_s, u"1e2"_s})
        QTest::newRow(qPrintable(u"'%1'"_s.arg(text))) << text << 0;
}

// No character is swallowed: 99999 is not 99.
void TestEdits::aPreferenceIsTakenAsItStands()
{
    QFETCH(const QString, typed);
    QFETCH(const int, seconds);
    Q_EMIT m_app->window().preferencesRequested();
    QDialog *dialog = m_app->dialogCalled(u"Preferences"_s);
    QVERIFY(dialog);
    const QString field = u"Clear copied keys from the clipboard after"_s;
    auto *edit = m_app->find<QLineEdit>(field, dialog);
    edit->setFocus();
    edit->selectAll();
    edit->insert(typed);
    QCOMPARE(edit->text(), typed);
    const QString told = u"from 10 to 120. Until then, 30 seconds apply."_s;
    const auto isTold = [&] { return m_app->visibleTexts().join(u' ').contains(told); };
    QVERIFY(!isTold()); // it may be half typed
    QTest::keyClick(edit, Qt::Key_Tab);
    QCOMPARE(edit->text(), typed);
    QCOMPARE(isTold(), seconds == 0);
    QCOMPARE(edit->accessibleDescription().contains(told), seconds == 0);
    edit->setFocus();
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE(Preferences(m_app->home() + u"/config/preferences.json"_s).clipboardSeconds(),
             seconds == 0 ? 30 : seconds);
}

void TestEdits::anIdOfAnotherSettingTakesNoText_data()
{
    QTest::addColumn<bool>("isOpen"); // the editor, when the reload comes
    QTest::newRow("typed and left") << false;
    QTest::newRow("in the open editor") << true;
}

void TestEdits::anIdOfAnotherSettingTakesNoText()
{
    QFETCH(const bool, isOpen);
    const QPointer<QLineEdit> cell = openCell<QLineEdit>(u"greeting"_s);
    QVERIFY(cell);
    QTest::keyClicks(cell, u"Ciao"_s);
    if (!isOpen)
        QTest::keyClick(cell, Qt::Key_Return);
    QVERIFY(isOpen || eventually([this] { return m_app->saveText() == "1 change"_L1; }));
    holdSettings([](QJsonArray &settings) {
        QJsonObject other = settings.at(1).toObject();
        other.insert("name"_L1, u"host"_s);
        other.insert("value"_L1, u"smtp"_s);
        settings.replace(1, other);
    });
    QVERIFY(eventually([&cell] { return !cell; }));
    const QString told = isOpen ? m_app->visibleTexts().join(u' ') : m_app->messageText();
    QVERIFY2(told.contains(isOpen ? u"no longer"_s : u"removed, renamed or moved"_s) &&
                 told.contains(isOpen ? u"Ciao"_s : u"Greeting"_s),
             qPrintable(told));
    m_app->find<QLineEdit>(u"Filter"_s)->clear();
    auto *tree = m_app->find<QTreeView>(u"Settings"_s); // hidden while no row matched
    const QModelIndexList host = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, u"host"_s, 1,
                                                      Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(host.size(), 1);
    const auto shown = [&] { return host.first().siblingAtColumn(SettingsModel::Value).data().toString(); };
    QCOMPARE(shown(), u"smtp"_s);
    QVERIFY(!tree->findChild<QLineEdit *>());
    QCOMPARE(m_app->saveText(), isOpen ? u"No changes"_s : u"1 change"_s);
    QTest::keyClick(&m_app->window(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(eventually([this] { return !m_app->session().isSaving(); }));
    QTest::keyClick(tree, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(shown(), u"smtp"_s);
    QCOMPARE(m_app->saveText(), u"No changes"_s);
    QCOMPARE(settingOf(m_app->service().user(mrossi), 202), u"smtp"_s);
    QCOMPARE(m_app->service().count("POST", "/v1/auth/user"), 0);
}

// The rows stay as they are, and the editor with them: its text has nowhere to go, and is not swallowed.
void TestEdits::aCellThatIsLockedSaysWhatWasTyped()
{
    const QPointer<QLineEdit> cell = openCell<QLineEdit>(u"greeting"_s);
    QVERIFY(cell);
    QTest::keyClicks(cell, u"Ciao"_s);
    holdSettings([](QJsonArray &settings) {
        for (qsizetype i = 0; i < settings.size(); ++i) {
            QJsonObject locked = settings.at(i).toObject();
            locked.insert("readOnly"_L1, true);
            settings.replace(i, locked);
        }
    });
    QVERIFY(eventually([&cell] { return !cell; }));
    const auto says = [this](const QString &text) { return m_app->visibleTexts().join(u' ').contains(text); };
    QVERIFY2(says(u"can no longer be changed. You had typed: Ciao"_s), qPrintable(m_app->visibleTexts().join(u' ')));
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestEdits::whatDoesNotFitIsSaidWhenItCannotBeCorrected_data()
{
    QTest::addColumn<bool>("isLocked");
    QTest::newRow("the setting is locked") << true;
    QTest::newRow("the setting is gone") << false;
}

void TestEdits::whatDoesNotFitIsSaidWhenItCannotBeCorrected()
{
    QFETCH(const bool, isLocked);
    const QPointer<QLineEdit> cell = openCell<QLineEdit>(u"discount"_s);
    QVERIFY(cell);
    cell->selectAll();
    QTest::keyClicks(cell, u"12,5,0"_s);
    m_app->goTo(0); // it stays as it was typed
    QVERIFY(eventually([this] { return m_app->saveText() == "1 field needs attention"_L1; }));
    holdSettings([isLocked](QJsonArray &settings) {
        const auto isDiscount = [](const QJsonValue &setting) { return setting["name"_L1] == "Discount"_L1; };
        const auto found = std::find_if(settings.begin(), settings.end(), isDiscount);
        QJsonObject locked = found->toObject();
        locked.insert("readOnly"_L1, true);
        *found = locked;
        if (!isLocked)
            settings.erase(found);
    });
    const QString told = m_app->messageText();
    QVERIFY2(told.contains(u"Discount"_s) && told.endsWith(u"You had typed: 12,5,0"_s), qPrintable(told));
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestEdits::aReloadLeavesAChoiceToTheUser()
{
    const QPointer<QCheckBox> box = openCell<QCheckBox>(u"weekly"_s);
    QVERIFY(box);
    QVERIFY(box->isChecked());
    holdSetting(204, u"False"_s);
    QVERIFY(box);
    m_app->goTo(0); // closes the editor, in which nothing was chosen
    QCOMPARE(m_app->saveText(), u"No changes"_s);
}

void TestEdits::aLongTextFindsItsSettingAgain()
{
    const QString before = settingOf(m_app->service().user(mrossi), 203);
    QDialog *dialog = openLongText(u"layout"_s, u"Layout of the licence table"_s);
    QVERIFY(dialog);
    QTest::keyClicks(m_app->find<QPlainTextEdit>(u"Layout of the licence table"_s, dialog), u" "_s);
    holdSettings([](QJsonArray &settings) { settings.removeAt(0); });
    m_app->press(u"OK"_s, dialog);
    QVERIFY(eventually([this] { return m_app->saveText() == "1 change"_L1; }));
    m_app->press(u"Save"_s);
    QVERIFY(isSaved());
    QCOMPARE(settingOf(m_app->service().user(mrossi), 203), u' ' + before);
}

// What was typed can be read, and the message goes with its reason.
void TestEdits::aChangeOfASettingThatIsGoneIsShownUntilItIsBack()
{
    QLineEdit *cell = openCell<QLineEdit>(u"greeting"_s);
    QVERIFY(cell);
    cell->selectAll();
    QTest::keyClicks(cell, u"Ciao"_s);
    QTest::keyClick(cell, Qt::Key_Return);
    QVERIFY(eventually([this] { return m_app->saveText() == "1 change"_L1; }));
    QJsonValue gone;
    holdSettings([&gone](QJsonArray &settings) { gone = settings.takeAt(1); });
    const auto isTold = [this] { return m_app->messageText().contains(u"removed, renamed or moved"_s); };
    QVERIFY(isTold());
    m_app->press(u"Review…"_s);
    QDialog *review = m_app->dialogCalled(u"Review changes"_s);
    QVERIFY(review);
    const auto *changes = m_app->find<QTableWidget>(u"Changes"_s, review);
    QVERIFY(changes->item(0, 0)->text().endsWith(u"Greeting (no longer there)"_s));
    QCOMPARE(changes->item(0, 1)->text(), gone.toObject().value("value"_L1).toString());
    QCOMPARE(changes->item(0, 2)->text(), u"Ciao"_s);
    QVERIFY(!m_app->find<QPushButton>(u"Go to field"_s, review)->isEnabled());
    QTest::keyClick(review, Qt::Key_Escape);
    holdSettings([&gone](QJsonArray &settings) { settings.insert(1, gone); });
    QVERIFY(eventually([&isTold] { return !isTold(); }));
    QCOMPARE(m_app->saveText(), u"1 change"_s);
}

void TestEdits::aLongTextWhoseSettingIsGoneSaysSo()
{
    QDialog *dialog = openLongText(u"layout"_s, u"Layout of the licence table"_s);
    QVERIFY(dialog);
    auto *text = m_app->find<QPlainTextEdit>(u"Layout of the licence table"_s, dialog);
    QTest::keyClicks(text, u"mine"_s);
    holdSettings([](QJsonArray &settings) { settings.removeAt(2); });
    QVERIFY(dialog->isVisible());
    QVERIFY(m_app->visibleTexts().join(u' ').contains(u"setting is no longer there"_s));
    QVERIFY(!m_app->find<QPushButton>(u"OK"_s, dialog)->isEnabled());
    QVERIFY(text->toPlainText().startsWith(u"mine"_s)); // to be copied
}

LANYARD_TEST(QApplication, TestEdits)
#include "tst_edits.moc"
