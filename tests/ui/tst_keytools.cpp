// What is done with keys and profile outside the window: a key is checked with the service, found among the others, and
// written about to files, of which nobody else can read one.
#include "core/models/apikeysmodel.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "ui/common/secretedit.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

const QString toolKey = u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s; // of "Build server"

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

QString textIn(QDialog *dialog)
{
    QStringList texts;
    for (const QList<QLabel *> labels = dialog->findChildren<QLabel *>(); const QLabel *label : labels) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts.join(u'\n');
}

} // namespace

class KeyToolsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aCheckSaysWhoseTheKeyIs();
    void aCheckSaysNoSecretOfTheAccount();
    void theAnswerIsWholeInTheWindow_data();
    void theAnswerIsWholeInTheWindow();
    void aKeyThatIsNotAcceptedEndsNoSession();
    void aKeyThatIsNotAcceptedIsShownAsRefused();
    void aCheckCanBeCancelled();
    void aPastedKeyIsNamedAndSentNowhere();
    void theFoundKeyIsGoneTo();
    void whatIsOfNoKeySaysSo();
    void whatADialogAnswersIsInSight();
    void theMenusOfAKeyAreAboutThatKey();
    void aReminderIsForTheUserAlone();
    void aKeyThatNeverExpiresHasNoReminder();
    void theRemindersOfAllAreOneCalendar();
    void theProfileIsWrittenWithoutSecrets();
    void secretsAreWrittenOnlyAfterAWarning();
    void theContactCardIsTheFirstChoice();
    void withoutAUserNothingIsExported();
    void theProposedFolderExists_data();
    void theProposedFolderExists();

private:
    [[nodiscard]] QAction *action(const QString &text);
    [[nodiscard]] QDialog *opened(const QString &actionText, const QString &title);
    void select(const QString &name);
    [[nodiscard]] QByteArray written(const QString &title, const QString &name);

    std::unique_ptr<AppFixture> m_app;
};

void KeyToolsTest::init()
{
    m_app = std::make_unique<AppFixture>();
    m_app->start(u"mrossi"_s);
    QVERIFY(m_app->signIn(u"lanyard"_s));
    m_app->goTo(1);
    select(u"Build server"_s);
}

void KeyToolsTest::cleanup()
{
    m_app.reset();
}

QAction *KeyToolsTest::action(const QString &text)
{
    for (const QList<QAction *> actions = m_app->window().findChildren<QAction *>(); QAction * candidate : actions) {
        if (withoutMnemonic(candidate->text()) == text)
            return candidate;
    }
    QTest::qFail(qPrintable(u"no action is called "_s + text), __FILE__, __LINE__);
    return nullptr;
}

QDialog *KeyToolsTest::opened(const QString &actionText, const QString &title)
{
    if (QAction *found = action(actionText))
        found->trigger();
    return m_app->dialogCalled(title);
}

void KeyToolsTest::select(const QString &name)
{
    auto *table = m_app->find<QTableView>(u"API keys"_s);
    QVERIFY(table);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 0).data().toString() == name)
            table->setCurrentIndex(table->model()->index(row, 0));
    }
    QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), name);
}

// What is in the file that is then asked for.
QByteArray KeyToolsTest::written(const QString &title, const QString &name)
{
    auto *dialog = qobject_cast<QFileDialog *>(m_app->dialogCalled(title));
    if (!dialog)
        return "no dialog";
    const QString path = m_app->home() + u'/' + name;
    auto *field = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, path);
    QTest::keyClick(field, Qt::Key_Return);
    const QString said = u"“%1” was written to the folder %2."_s.arg(name, m_app->home());
    if (!eventually([this, &said] { return m_app->messageText().contains(said); }))
        return "no message: " + m_app->messageText().toUtf8();
    constexpr QFile::Permissions others{0x077};
    if ((QFile::permissions(path) & others) != 0)
        return "others may read it";
    QFile file(path);
    const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : "no file";
    file.remove(); // what a test leaves behind is searched for secrets, and here somebody wanted them
    return content;
}

void KeyToolsTest::aCheckSaysWhoseTheKeyIs()
{
    QDialog *dialog = opened(u"Check key"_s, u"Check key"_s);
    QVERIFY(dialog);
    QVERIFY(eventually(
        [dialog] { return textIn(dialog).contains(u"”: This key works: it belongs to mrossi (Maria Rossi)."_s); }));
    m_app->press(u"Close"_s, dialog);
}

// Also one that only the document of the answer holds.
void KeyToolsTest::aCheckSaysNoSecretOfTheAccount()
{
    const QString token = m_app->session().secret().exposeText();
    const QString password = u"Zebra-Quagga-5512-mango"_s;
    QJsonObject user = m_app->service().user(u"mrossi"_s);
    user.insert(u"firstName"_s, token);
    user.insert(u"lastName"_s, password);
    QJsonArray settings = user.value("settings"_L1).toArray();
    settings.append(QJsonObject{
        {u"id"_s, u"900"_s}, {u"name"_s, u"SMTP password"_s}, {u"type"_s, u"String"_s}, {u"value"_s, password}});
    user.insert(u"settings"_s, settings);
    QVERIFY(m_app->service().setUser(u"mrossi"_s, user));
    QDialog *dialog = opened(u"Check key"_s, u"Check key"_s);
    QVERIFY(dialog);
    QVERIFY(eventually([dialog] { return textIn(dialog).contains(u"This key works"_s); }));
    QString said = textIn(dialog);
    said.removeIf([](QChar c) { return c.category() == QChar::Other_Format; }); // where a long word may be broken
    for (const QString &secret : {token.left(20), password})
        QVERIFY2(!said.contains(secret), qPrintable(said));
    m_app->press(u"Close"_s, dialog);
}

void KeyToolsTest::theAnswerIsWholeInTheWindow_data()
{
    QTest::addColumn<bool>("isReached");
    QTest::newRow("status 500") << true;
    QTest::newRow("unreachable") << false;
}

// Of a key with a long name, too: the window grows with its sentence.
void KeyToolsTest::theAnswerIsWholeInTheWindow()
{
    QFETCH(const bool, isReached);
    if (isReached) {
        ServiceOptions options = m_app->service().options();
        options.failureForm = ServiceOptions::FailureForm::Status500;
        m_app->service().setOptions(options);
        m_app->othersSave(u"apiKeys"_s, QJsonArray());
    } else {
        m_app->service().stop();
    }
    QDialog *dialog = opened(u"Check key"_s, u"Check key"_s);
    QVERIFY(dialog);
    VERIFY_EVENTUALLY(m_app->findIfThere<QPushButton>(u"Close"_s, dialog));
    const auto *area = dialog->findChild<QScrollArea *>();
    QVERIFY2(eventually([area] { return area->widget()->height() <= area->viewport()->height(); }),
             qPrintable(textIn(dialog)));
    const auto labels = area->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && label->wordWrap())
            QVERIFY(eventually([label] { return label->height() >= label->heightForWidth(label->width()); }));
    }
    QVERIFY(!area->verticalScrollBar()->isVisible());
}

void KeyToolsTest::aKeyThatIsNotAcceptedEndsNoSession()
{
    m_app->othersSave(u"apiKeys"_s, QJsonArray());
    QDialog *dialog = opened(u"Check key"_s, u"Check key"_s);
    QVERIFY(dialog);
    QVERIFY(eventually([dialog] { return textIn(dialog).contains(u"The service does not accept this key."_s); }));
    QCOMPARE(m_app->session().state(),
             Session::State::SignedIn); // isSignedIn() wants the window in front of the dialog
}

// The list and the details contradicted the answer: both went on to call the key usable.
void KeyToolsTest::aKeyThatIsNotAcceptedIsShownAsRefused()
{
    const QJsonArray keys = m_app->service().user(u"mrossi"_s).value(u"apiKeys"_s).toArray();
    const auto status = [this] {
        const auto *table = m_app->find<QTableView>(u"API keys"_s);
        return table->currentIndex().siblingAtColumn(ApiKeysModel::Status).data().toString();
    };
    const auto check = [this](const QString &answer) {
        QDialog *dialog = opened(u"Check key"_s, u"Check key"_s);
        QVERIFY(dialog);
        QVERIFY(eventually([&] { return textIn(dialog).contains(answer); }));
        m_app->press(u"Close"_s, dialog);
    };
    QCOMPARE(status(), u"usable"_s);
    m_app->othersSave(u"apiKeys"_s, QJsonArray());
    check(u"The service does not accept this key."_s);
    QCOMPARE(status(), u"refused"_s);
    const auto told = [this] { return m_app->visibleTexts().join(u'\n'); };
    VERIFY_EVENTUALLY(told().contains(u"Refused by the service (checked on "_s));
    QVERIFY(!told().contains(u"Usable. It never expires."_s));
    m_app->othersSave(u"apiKeys"_s, keys);
    m_app->session().reload();
    VERIFY_EVENTUALLY(!m_app->session().isReloading());
    QCOMPARE(status(), u"refused"_s); // nothing else has been said of the key
    check(u"This key works"_s);
    QCOMPARE(status(), u"usable"_s);
    VERIFY_EVENTUALLY(told().contains(u"Usable. It never expires."_s));
}

void KeyToolsTest::aCheckCanBeCancelled()
{
    QDialog *dialog = opened(u"Check key"_s, u"Check key"_s);
    QVERIFY(dialog);
    QPointer<QDialog> closed = dialog;
    dialog->reject();
    VERIFY_EVENTUALLY(!closed);
    QVERIFY(m_app->isSignedIn());
}

void KeyToolsTest::aPastedKeyIsNamedAndSentNowhere()
{
    m_app->service().clearRequests();
    QDialog *dialog = opened(u"Which key is this?"_s, u"Which key is this?"_s);
    QVERIFY(dialog);
    auto *field = m_app->find<SecretEdit>(u"API key"_s, dialog);
    QVERIFY(field);
    QVERIFY(field->echoMode() != QLineEdit::Normal);
    QTest::keyClicks(field, u"x-api-key: "_s + toolKey);
    QVERIFY(eventually([dialog] { return textIn(dialog).contains(u"This is the key “Build server”."_s); }));
    QVERIFY(textIn(dialog).contains(u"It ends in Hd3f."_s) && !textIn(dialog).contains(toolKey));
    QTest::keyClick(field, Qt::Key_Backspace);
    QTest::keyClick(field, Qt::Key_Return); // asks at once, and leaves the answer there
    QVERIFY(textIn(dialog).contains(u"It is none of this account’s API keys."_s));
    QVERIFY(dialog->isVisible());
    QPointer<QDialog> closed = dialog;
    dialog->reject();
    VERIFY_EVENTUALLY(!closed);
    QVERIFY(m_app->service().requests().isEmpty());
}

void KeyToolsTest::theFoundKeyIsGoneTo()
{
    m_app->find<QLineEdit>(u"Filter"_s)->setText(u"Reporting"_s); // it hides the one that is looked for
    m_app->goTo(0);
    QPointer<QDialog> dialog = opened(u"Which key is this?"_s, u"Which key is this?"_s);
    QVERIFY(dialog);
    auto *field = m_app->find<SecretEdit>(u"API key"_s, dialog);
    auto *show = m_app->find<QPushButton>(u"Show key"_s, dialog);
    QVERIFY(show->palette().color(QPalette::Active, QPalette::Button) !=
            QApplication::palette().color(QPalette::Button));
    QVERIFY(!show->isEnabled());
    const int close = m_app->find<QPushButton>(u"Close"_s, dialog)->x();
    QVERIFY2(show->x() > close, "what leads on is the last");
    QTest::keyClicks(field, toolKey);
    QTest::keyClick(field, Qt::Key_Return); // answers, and leaves the answer there
    QVERIFY(textIn(dialog).contains(u"This is the key “Build server”."_s));
    VERIFY_EVENTUALLY(show->isDefault() && show->isEnabled());
    QVERIFY(dialog && dialog->isVisible());
    QTest::keyClick(field, Qt::Key_Return);
    VERIFY_EVENTUALLY(!dialog);
    auto *table = m_app->find<QTableView>(u"API keys"_s);
    VERIFY_EVENTUALLY(table->isVisible() && table->hasFocus());
    QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"Build server"_s);
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
}

void KeyToolsTest::whatIsOfNoKeySaysSo()
{
    QDialog *dialog = opened(u"Which key is this?"_s, u"Which key is this?"_s);
    QVERIFY(dialog);
    m_app->typeInto(u"API key"_s, u"api_something_else_entirely"_s, dialog);
    QVERIFY(eventually([dialog] { return textIn(dialog).contains(u"It is none of this account’s API keys."_s); }));
}

// Also in one that is lower than what it says.
void KeyToolsTest::whatADialogAnswersIsInSight()
{
    const auto isInSight = [](const QDialog *dialog, const QString &beginning) {
        for (const QList<QLabel *> labels = dialog->findChildren<QLabel *>(); const QLabel *label : labels) {
            if (label->text().startsWith(beginning))
                return label->visibleRegion().boundingRect().height() >= label->height();
        }
        return false;
    };
    const auto lower = [](QDialog *dialog, int lines) {
        dialog->resize(dialog->width(), dialog->fontMetrics().lineSpacing() * lines);
        return eventually([dialog] { return dialog->findChild<QScrollArea *>()->verticalScrollBar()->maximum() > 0; });
    };
    QPointer<QDialog> lookup = opened(u"Which key is this?"_s, u"Which key is this?"_s);
    QVERIFY(lookup && lower(lookup, 7));
    m_app->typeInto(u"API key"_s, toolKey, lookup);
    VERIFY_EVENTUALLY(isInSight(lookup, u"This is the key"_s));
    lookup->reject();
    VERIFY_EVENTUALLY(!lookup);
    QDialog *exported = opened(u"Export profile…"_s, u"Export profile"_s);
    QVERIFY(exported && lower(exported, 11));
    for (const QString &choice : {u"Whole account (JSON)"_s, u"Include secrets"_s}) {
        auto *button = m_app->find<QAbstractButton>(choice, exported);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    VERIFY_EVENTUALLY(isInSight(exported, u"The file will hold API keys"_s));
}

void KeyToolsTest::theMenusOfAKeyAreAboutThatKey()
{
    const auto textsOf = [](const QMenu *menu) {
        QStringList texts;
        for (const QList<QAction *> actions = menu->actions(); const QAction *action : actions) {
            if (!action->isSeparator())
                texts << withoutMnemonic(action->text());
        }
        return texts;
    };
    auto *table = m_app->find<QTableView>(u"API keys"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_F10, Qt::ShiftModifier);
    VERIFY_EVENTUALLY(QApplication::activePopupWidget());
    QCOMPARE(textsOf(qobject_cast<QMenu *>(QApplication::activePopupWidget())),
             QStringList({u"Copy key"_s, u"Reveal"_s, u"Copy as"_s, u"Copy client secret"_s, u"Reveal client secret"_s,
                          u"Check key"_s, u"Export expiry reminder…"_s, u"Columns"_s, u"Sort by"_s}));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    m_app->press(u"Tools"_s);
    VERIFY_EVENTUALLY(QApplication::activePopupWidget());
    QCOMPARE(textsOf(qobject_cast<QMenu *>(QApplication::activePopupWidget())),
             QStringList({u"Which key is this?"_s, u"Export all expiry reminders…"_s}));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    VERIFY_EVENTUALLY(!QApplication::activePopupWidget());
    m_app->goTo(0); // from any page
    QTest::keyClick(&m_app->window(), Qt::Key_E, Qt::AltModifier);
    VERIFY_EVENTUALLY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_W);
    QVERIFY(m_app->dialogCalled(u"Which key is this?"_s));
}

void KeyToolsTest::aReminderIsForTheUserAlone()
{
    select(u"Reporting"_s);
    action(u"Export expiry reminder…"_s)->trigger();
    const QByteArray calendar = written(u"Export expiry reminder"_s, u"one.ics"_s);
    QCOMPARE(calendar.count("BEGIN:VEVENT"), 1);
    QVERIFY(calendar.contains("SUMMARY:API key “Reporting” expires"));
}

void KeyToolsTest::aKeyThatNeverExpiresHasNoReminder()
{
    QVERIFY(!action(u"Export expiry reminder…"_s)->isEnabled());
    select(u"Reporting"_s);
    QVERIFY(action(u"Export expiry reminder…"_s)->isEnabled());
}

void KeyToolsTest::theRemindersOfAllAreOneCalendar()
{
    action(u"Export all expiry reminders…"_s)->trigger();
    const QByteArray calendar = written(u"Export expiry reminder"_s, u"all.ics"_s);
    QVERIFY(calendar.count("BEGIN:VEVENT") > 1);
    QCOMPARE(calendar.count("BEGIN:VCALENDAR"), 1);
    QVERIFY(!calendar.contains("api_"));
}

void KeyToolsTest::theProfileIsWrittenWithoutSecrets()
{
    QDialog *dialog = opened(u"Export profile…"_s, u"Export profile"_s);
    QVERIFY(dialog);
    m_app->find<QRadioButton>(u"Whole account (JSON)"_s, dialog)->click();
    m_app->press(u"Export…"_s, dialog);
    const QByteArray json = written(u"Export profile"_s, u"profile.json"_s);
    QVERIFY2(json.contains("\"Build server\""), json.left(200).constData());
    QVERIFY(!json.contains("api_") && !json.contains("cs_"));
}

void KeyToolsTest::secretsAreWrittenOnlyAfterAWarning()
{
    QDialog *dialog = opened(u"Export profile…"_s, u"Export profile"_s);
    QVERIFY(dialog);
    m_app->find<QRadioButton>(u"Whole account (JSON)"_s, dialog)->click();
    QVERIFY(!textIn(dialog).contains(u"Keep it as safe as a password"_s));
    m_app->find<QCheckBox>(u"Include secrets"_s, dialog)->click();
    QVERIFY(textIn(dialog).contains(u"Keep it as safe as a password"_s));
    m_app->press(u"Export…"_s, dialog);
    QVERIFY(written(u"Export profile"_s, u"secrets.json"_s).contains(toolKey.toUtf8()));
}

void KeyToolsTest::theContactCardIsTheFirstChoice()
{
    QDialog *dialog = opened(u"Export profile…"_s, u"Export profile"_s);
    QVERIFY(dialog);
    QVERIFY(!m_app->find<QCheckBox>(u"Include secrets"_s, dialog)->isEnabled());
    m_app->press(u"Export…"_s, dialog);
    const QByteArray card = written(u"Export profile"_s, u"me.vcf"_s);
    QVERIFY2(card.startsWith("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Dr. Maria Rossi\r\n"), card.left(200).constData());
    QVERIFY(card.contains("\r\nPHOTO:data:image/png;base64,"));
}

void KeyToolsTest::withoutAUserNothingIsExported()
{
    QVERIFY(action(u"Export profile…"_s)->isEnabled());
    m_app->session().signOut();
    QVERIFY(eventually([this] { return m_app->session().state() == Session::State::SignedOut; }));
    QVERIFY(!action(u"Export profile…"_s)->isEnabled());
    QVERIFY(!action(u"Check key"_s)->isEnabled());
}

void KeyToolsTest::theProposedFolderExists_data()
{
    QTest::addColumn<QString>("documents"); // in the home folder
    QTest::addColumn<bool>("isThere");
    QTest::newRow("the one for documents") << u"Papers"_s << true;
    QTest::newRow("the home folder") << u"Papers/Letters"_s << false;
}

// A folder that is set up may be on a disk that is not there any more.
void KeyToolsTest::theProposedFolderExists()
{
    QFETCH(const QString, documents);
    QFETCH(const bool, isThere);
    const QByteArray configBefore = qgetenv("XDG_CONFIG_HOME");
    const auto reset = qScopeGuard([&] { qputenv("XDG_CONFIG_HOME", configBefore); });
    const QString config = m_app->home() + u"/folders"_s;
    const QString folder = QDir::homePath() + u'/' + documents;
    QVERIFY(QDir().mkpath(config));
    QFile dirs(config + u"/user-dirs.dirs"_s);
    QVERIFY(dirs.open(QIODevice::WriteOnly));
    dirs.write("XDG_DOCUMENTS_DIR=\"$HOME/" + documents.toUtf8() + "\"\n");
    dirs.close();
    qputenv("XDG_CONFIG_HOME", config.toUtf8());
    QVERIFY(isThere ? QDir().mkpath(folder) : !QFileInfo::exists(folder));
    QDialog *dialog = opened(u"Export profile…"_s, u"Export profile"_s);
    QVERIFY(dialog);
    m_app->press(u"Export…"_s, dialog);
    auto *files = qobject_cast<QFileDialog *>(m_app->dialogCalled(u"Export profile"_s));
    QVERIFY(files);
    QCOMPARE(files->directory().absolutePath(), isThere ? folder : QDir::homePath());
    files->close();
    if (isThere)
        QDir().rmdir(folder);
}

} // namespace lanyard::testing

LANYARD_TEST(QApplication, lanyard::testing::KeyToolsTest)
#include "tst_keytools.moc"
