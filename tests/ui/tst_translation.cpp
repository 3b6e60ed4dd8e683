// That the window can be translated: each text in it has been asked of the translation, in words and a context that
// lupdate finds in the sources. See also tests/checks/check_translations.py.
#include "core/base/text.h"
#include "core/document/countries.h"
#include "tests/support/testclass.h"
#include "tests/ui/appfixture.h"
#include "tests/ui/ear.h"
#include "tests/ui/opendialogs.h"
#include "ui/common/translations.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QGroupBox>
#include <QHeaderView>
#include <QJsonArray>
#include <QKeySequence>
#include <QLabel>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QProcess>
#include <QScopeGuard>
#include <QTabBar>
#include <QTranslator>
#include <QXmlStreamReader>

#include <set>

using namespace Qt::StringLiterals;
using namespace lanyard;
using namespace lanyard::testing;

namespace lanyard::testing {

using SourceText = std::pair<QString, QString>; // context, words

// Adds a mark to each text that it is asked for, and keeps what that was.
class MarkingTranslator : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        const QString words = QString::fromUtf8(text);
        m_asked.emplace(QString::fromUtf8(context), words);
        return words + AppFixture::TranslatedMark;
    }
    [[nodiscard]] const std::set<SourceText> &asked() const { return m_asked; }

private:
    mutable std::set<SourceText> m_asked;
};

} // namespace lanyard::testing

namespace {

std::set<SourceText> textsIn(const QString &file)
{
    QFile translations(file);
    if (!translations.open(QIODevice::ReadOnly))
        return {};
    std::set<SourceText> found;
    QXmlStreamReader xml(&translations);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "source"_L1)
            found.emplace(context, xml.readElementText());
    }
    return found;
}

// Each text of the user's document.
void collectTexts(const QJsonValue &value, QStringList &texts)
{
    if (value.isString())
        texts << value.toString();
    for (const QJsonValue member : value.isArray() ? value.toArray() : QJsonArray())
        collectTexts(member, texts);
    const QJsonObject object = value.toObject();
    for (const QJsonValue member : object)
        collectTexts(member, texts);
}

QStringList textsOfCells(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex cell = model.index(row, column, parent);
            for (const int role :
                 {static_cast<int>(Qt::DisplayRole), static_cast<int>(Qt::ToolTipRole),
                  static_cast<int>(Qt::AccessibleTextRole), static_cast<int>(Qt::AccessibleDescriptionRole)})
                texts << cell.data(role).toString();
        }
        texts << textsOfCells(model, model.index(row, 0, parent));
    }
    return texts;
}

QStringList textsOf(const QWidget *widget)
{
    QStringList texts{widget->toolTip(), widget->accessibleName(), widget->accessibleDescription(),
                      widget->isWindow() ? widget->windowTitle() : QString()};
    for (const char *property : {"text", "title", "placeholderText", "prefix", "suffix", "specialValueText"}) {
        if (!qobject_cast<const QLineEdit *>(widget) || qstrcmp(property, "text") != 0) // what is in one is data
            texts << widget->property(property).toString();
    }
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            texts << tabs->tabText(i) << tabs->tabToolTip(i);
    }
    if (const auto *header = qobject_cast<const QHeaderView *>(widget)) {
        for (int i = 0; header->model() && i < header->count(); ++i)
            texts << header->model()->headerData(i, header->orientation()).toString();
    } else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model()) {
        texts << textsOfCells(*view->model());
    }
    return texts;
}

// Hidden ones as well: their time will come.
QStringList textsIn(const QWidget &window)
{
    QStringList texts = textsOf(&window);
    const auto widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets)
        texts << textsOf(widget);
    const auto actions = window.findChildren<QAction *>();
    for (const QAction *action : actions)
        texts << action->text() << action->toolTip();
    texts.removeDuplicates();
    return texts;
}

// What is no text of the program: the user's, the tests', units and names.
QStringList dataOf(AppFixture &desk)
{
    QStringList data{u"Lanyard"_s, u"KiB"_s,    u"A long text"_s, u"English"_s,
                     u"City"_s,    u"Torino"_s, u"Milano"_s,      desk.session().account().origin.shortText()};
    collectTexts(desk.service().user(u"mrossi"_s), data);
    for (const Country &country : countries())
        data << country.displayName;
    data.removeAll(QString());
    for (QString &text : data)
        text = text.simplified();
    std::sort(data.begin(), data.end(), [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return data;
}

// Of @p shown, those with words of the program that no translation was asked for.
QStringList untranslated(const QStringList &shown, const QStringList &data)
{
    static const QRegularExpression word(u"\\p{L}{2,}"_s);
    QStringList found;
    for (const QString &one : shown) {
        QString text = withoutQuoteMarks(one);
        const bool isData = !text.isEmpty() && (text.front().isDigit() || u"•{"_s.contains(text.front()));
        if (text.contains(AppFixture::TranslatedMark) || isData)
            continue;
        text = text.replace(u"‹U+000A›"_s, u" "_s).simplified(); // one that is long has been broken
        for (const QString &known : data)
            text.remove(known);
        if (word.match(text).hasMatch())
            found << text;
    }
    return found;
}

} // namespace

class TestTranslation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsAskedOfTheTranslation_data();
    void everyTextIsAskedOfTheTranslation();
    void whatIsAnnouncedIsAskedOfTheTranslation();
    void everyTextThatIsAskedForIsFoundInTheSources();
    void theLanguageIsOneOfThoseThereAre();
    void qtsTextsAreInTheLanguageOfTheOthers();

private:
    MarkingTranslator m_translator;
};

void TestTranslation::everyTextIsAskedOfTheTranslation_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("the window") << QString();
    for (const QString &name : dialogNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestTranslation::everyTextIsAskedOfTheTranslation()
{
    QFETCH(const QString, name);
    AppFixture desk;
    QVERIFY(QCoreApplication::installTranslator(&m_translator)); // it is asked first
    const auto removed = qScopeGuard([this] { QCoreApplication::removeTranslator(&m_translator); });
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    if (name != "Sign in"_L1)
        QVERIFY(desk.signIn(u"lanyard"_s));
    const QStringList data = dataOf(desk);
    if (name.isEmpty()) {
        desk.typeInto(u"Birth date"_s, u"x"_s);
        for (int page = 0; page < 3; ++page)
            desk.goTo(page);
    }
    QWidget *window = name.isEmpty() ? static_cast<QWidget *>(&desk.window()) : dialogOf(desk, name);
    QVERIFY(window);
    const QStringList found = untranslated(textsIn(*window), data);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    if (!name.isEmpty()) {
        endItsSignals(*window);
        window->close();
    }
}

// In the main job, with a refused sign-in and a filter.
void TestTranslation::whatIsAnnouncedIsAskedOfTheTranslation()
{
    if (!qEnvironmentVariableIsSet("LANYARD_SESSION"))
        QSKIP("Starts a bus for screen readers: run it under tests/support/session.sh.");
    AppFixture desk;
    QVERIFY(QCoreApplication::installTranslator(&m_translator));
    const auto removed = qScopeGuard([this] { QCoreApplication::removeTranslator(&m_translator); });
    Ear ear;
    QVERIFY(ear.listen());
    desk.start(u"mrossi"_s);
    QVERIFY(desk.isAsked());
    QTest::keyClick(desk.find<QLineEdit>(u"Password"_s, desk.dialog()), Qt::Key_Return);
    VERIFY_EVENTUALLY(ear.times(u"“Password"_s) == 1);
    QVERIFY(desk.signIn(u"lanyard"_s));
    desk.typeInto(u"City"_s, u"Torino"_s);
    QTest::keyClick(&desk.window(), Qt::Key_S, Qt::ControlModifier);
    VERIFY_EVENTUALLY(ear.times(u"Saved"_s) == 1);
    desk.goTo(1);
    desk.typeInto(u"Filter"_s, u"server"_s);
    VERIFY_EVENTUALLY(ear.times(u" of "_s) == 1);
    desk.press(u"Copy key"_s);
    VERIFY_EVENTUALLY(ear.times(u"copied"_s) == 1);
    desk.goTo(2);
    QVERIFY2(ear.heard().size() > 6, qPrintable(ear.heard().join(u'\n')));
    const QStringList found = untranslated(ear.heard(), dataOf(desk));
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

// After the others, of which it knows what they asked for. Qt's own texts are in its own translations.
void TestTranslation::everyTextThatIsAskedForIsFoundInTheSources()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"all.ts"_s);
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(LANYARD_SOURCES));
    lupdate.start(QStringLiteral(LANYARD_LUPDATE), {u"-silent"_s, u"-I"_s, u"."_s, u"core"_s, u"ui"_s, u"app"_s,
                                                    u"-extensions"_s, u"cpp,h"_s, u"-ts"_s, file});
    QVERIFY(lupdate.waitForFinished());
    const std::set<SourceText> inSources = textsIn(file);
    QVERIFY(inSources.size() > 500);
    QVERIFY(m_translator.asked().size() > 100);
    QStringList lost;
    for (const SourceText &text : m_translator.asked()) {
        if (!text.first.startsWith(u'Q') && !inSources.contains(text))
            lost << u"%1: “%2”"_s.arg(text.first, text.second);
    }
    QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u'\n')));
}

void TestTranslation::theLanguageIsOneOfThoseThereAre()
{
    AppFixture desk;
    desk.start(u"mrossi"_s);
    QVERIFY(desk.signIn(u"lanyard"_s));
    QVERIFY(desk.isKept());
    const auto choices = [&desk]() -> QComboBox * {
        Q_EMIT desk.window().preferencesRequested();
        QDialog *dialog = desk.dialogCalled(u"Preferences"_s);
        return dialog ? desk.find<QComboBox>(u"Language"_s, dialog) : nullptr;
    };
    QComboBox *language = choices();
    QVERIFY(language);
    QCOMPARE(language->count(), 1 + translatedLanguages().size());
    QCOMPARE(language->currentText(), u"System default"_s);
    QCOMPARE(language->itemText(1), u"English"_s); // of no country
    QTest::keyClick(language, Qt::Key_Down);
    desk.quit();
    desk.startWith({});
    QVERIFY(desk.isSignedIn());
    language = choices();
    QVERIFY(language);
    QCOMPARE(language->currentText(), u"English"_s);
    QTest::keyClick(language, Qt::Key_Up);
    QVERIFY(language->currentData().toString().isEmpty());
}

// There is no Polish translation of Lanyard's, but one of Qt's.
void TestTranslation::qtsTextsAreInTheLanguageOfTheOthers()
{
    const QString polish = QLibraryInfo::path(QLibraryInfo::TranslationsPath) + u"/qtbase_pl.qm"_s;
    QVERIFY2(QFile::exists(polish), "tests/support/packages.sh names the package");
    installTranslations(*qApp, u"pl"_s);
    const auto usual = qScopeGuard([] { installTranslations(*qApp); });
    QCOMPARE(QKeySequence(Qt::Key_Down).toString(QKeySequence::NativeText), u"Down"_s);
    QTranslator qts;
    QVERIFY(qts.load(polish) && QCoreApplication::installTranslator(&qts));
    QVERIFY(u"Down"_s != QKeySequence(Qt::Key_Down).toString(QKeySequence::NativeText));
}

LANYARD_TEST(QApplication, TestTranslation)
#include "tst_translation.moc"
