// An API key as text for programs: whatever its value and its name, the programs read back what was meant.

#include "core/document/apikey.h"
#include "core/models/keyformats.h"
#include "tests/core/support.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"

#include <QProcess>
#include <QRegularExpression>
#include <QSysInfo>

#ifdef Q_OS_WIN
#include <windows.h>

#include <shellapi.h>
#endif

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

const QString formatsServer = u"https://lic.example:5455/portal"_s;

ApiKey namedKey(const QString &name, const QString &value)
{
    return ApiKey({{u"id"_s, 1}, {u"name"_s, name}, {u"key"_s, value}});
}

QString textAs(KeyFormat format, const ApiKey &key, const QString &server = formatsServer)
{
    return keyAs(format, key, server).exposeText();
}

QByteArray ranBy(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(20'000) || process.exitCode() != 0)
        return "failed: " + process.readAllStandardError();
    return process.readAllStandardOutput();
}

// What curl would be given, by the shell.
QStringList wordsOfCurl(const QString &command)
{
    const QByteArray script = "set -u\ncurl() { for word; do printf '%s\\n' \"$word\"; done; }\n" + command.toUtf8();
    QStringList words = QString::fromUtf8(ranBy(u"sh"_s, {}, script)).split(u'\n');
    words.removeLast();
    return words;
}

// What curl would be given by Windows.
QStringList windowsWordsOf(const QString &command)
{
    QStringList words;
#ifdef Q_OS_WIN
    int count = 0;
    const std::wstring line = command.toStdWString();
    wchar_t **found = CommandLineToArgvW(line.c_str(), &count);
    for (int i = 0; i < count; ++i)
        words << QString::fromWCharArray(found[i]);
    LocalFree(found);
#else
    static_cast<void>(command);
#endif
    return words;
}

// As readers of .env files have in common: bare, or in either quotes without escapes.
QString readAsDotenv(const QString &line)
{
    static const QRegularExpression form(
        u"\\A[A-Za-z_][A-Za-z0-9_]*=(?:(?<bare>[^\\s'\"#$`\\\\]*)|'(?<single>[^']*)'|\"(?<double>[^\"$`\\\\]*)\")\\z"_s);
    const auto match = form.match(line);
    if (!match.hasMatch())
        return u"not a line of .env: "_s + line;
    return match.captured(u"bare"_s) + match.captured(u"single"_s) + match.captured(u"double"_s);
}

void addHeaderValues()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("usual") << u"api_0123456789abcdefghijABCD"_s;
    QTest::newRow("single quote") << u"a'b''c'"_s;
    QTest::newRow("double quote") << u"a\"b"_s;
    QTest::newRow("expansion") << u"$HOME`id`$(id)!!"_s;
    QTest::newRow("backslashes") << u"\\a\\\\b\\"_s;
    QTest::newRow("comment and glob") << u"#a*?[b]{c}~;&|<>()"_s;
    QTest::newRow("looks like an option") << u"--output=/tmp/x"_s;
    QTest::newRow("looks like a file") << u"@/etc/passwd"_s;
    QTest::newRow("base64") << u"QUJD+/=="_s;
    QTest::newRow("all quotes") << u"'\"`$\\'"_s;
}

} // namespace

class KeyFormatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHeaderIsNameAndValue();
    void theShellGivesCurlTheWholeHeaderAndAddress_data() { addHeaderValues(); }
    void theShellGivesCurlTheWholeHeaderAndAddress();
    void windowsGivesCurlTheWholeHeaderAndAddress_data() { addHeaderValues(); }
    void windowsGivesCurlTheWholeHeaderAndAddress();
    void curlTakesAnAddressInBracketsAsItIs();
    void theShellReadsTheEnvLineBack_data() { addHeaderValues(); }
    void theShellReadsTheEnvLineBack();
    void dotenvReadsTheEnvLineBack_data();
    void dotenvReadsTheEnvLineBack();
    void theVariableIsAnIdentifier_data();
    void theVariableIsAnIdentifier();
    void pythonReadsTheJsonBack_data();
    void pythonReadsTheJsonBack();
    void aValueThatWouldBreakOutIsNotWritten_data();
    void aValueThatWouldBreakOutIsNotWritten();
    void theFormWithoutTheKeyHoldsNothingOfIt_data();
    void theFormWithoutTheKeyHoldsNothingOfIt();
    void aKeyWithoutValueHasNoForm();
};

void KeyFormatsTest::aHeaderIsNameAndValue()
{
    QCOMPARE(textAs(KeyFormat::Header, namedKey(u"Build"_s, u"api_abc"_s)), u"x-api-key: api_abc"_s);
}

void KeyFormatsTest::theShellGivesCurlTheWholeHeaderAndAddress()
{
    NEEDS_UNIX_PROGRAMS;
    QFETCH(QString, value);
    const QString command = textAs(KeyFormat::Curl, namedKey(u"Build"_s, value));
    QCOMPARE(command.count(u'\n'), 0);
    QCOMPARE(wordsOfCurl(command),
             QStringList({u"--header"_s, u"x-api-key: "_s + value, formatsServer + u"/v1/auth/user"_s}));
}

void KeyFormatsTest::windowsGivesCurlTheWholeHeaderAndAddress()
{
    if (QSysInfo::productType() != "windows"_L1)
        QSKIP("Only Windows reads its command lines so.");
    QFETCH(QString, value);
    const QString command = textAs(KeyFormat::Curl, namedKey(u"Build"_s, value));
    QCOMPARE(windowsWordsOf(command),
             QStringList({u"curl.exe"_s, u"--header"_s, u"x-api-key: "_s + value, formatsServer + u"/v1/auth/user"_s}));
}

void KeyFormatsTest::curlTakesAnAddressInBracketsAsItIs()
{
    NEEDS_UNIX_PROGRAMS;
    const QString command = textAs(KeyFormat::Curl, namedKey(u"Build"_s, u"api_abc"_s), u"https://[::1]:5455"_s);
    QCOMPARE(wordsOfCurl(command), QStringList({u"--globoff"_s, u"--header"_s, u"x-api-key: api_abc"_s,
                                                u"https://[::1]:5455/v1/auth/user"_s}));
}

void KeyFormatsTest::theShellReadsTheEnvLineBack()
{
    NEEDS_UNIX_PROGRAMS;
    QFETCH(QString, value);
    const QString line = textAs(KeyFormat::EnvLine, namedKey(u"Build server"_s, value));
    const QByteArray script = line.toUtf8() + "\nprintf '%s' \"$BUILD_SERVER_API_KEY\"\n";
    QCOMPARE(QString::fromUtf8(ranBy(u"sh"_s, {}, script)), value);
}

void KeyFormatsTest::dotenvReadsTheEnvLineBack_data()
{
    QTest::addColumn<QString>("value");
    for (const QString &value : {u"api_0123456789abcdefghijABCD"_s, u"a'b"_s, u"a\"b"_s, u"$HOME`id`"_s, u"\\a\\b"_s,
                                 u"#a b # c"_s, u"QUJD+/=="_s, u"schlüssel"_s, u" ends "_s, u"12345"_s})
        QTest::newRow(qPrintable(value)) << value;
}

void KeyFormatsTest::dotenvReadsTheEnvLineBack()
{
    QFETCH(QString, value);
    QCOMPARE(readAsDotenv(textAs(KeyFormat::EnvLine, namedKey(u"Build"_s, value))), value);
}

void KeyFormatsTest::theVariableIsAnIdentifier_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("variable");
    QTest::newRow("usual") << u"Build server"_s << u"BUILD_SERVER_API_KEY"_s;
    QTest::newRow("its own ending") << u"Build API key"_s << u"BUILD_API_KEY"_s;
    QTest::newRow("only its ending") << u"api-key"_s << u"API_KEY"_s;
    QTest::newRow("none") << QString() << u"API_KEY"_s;
    QTest::newRow("digit first") << u"2nd"_s << u"KEY_2ND_API_KEY"_s;
    QTest::newRow("accents") << u"Größe é"_s << u"GROSSE_E_API_KEY"_s;
    QTest::newRow("no letter of the shell") << u"鍵"_s << u"API_KEY"_s;
    QTest::newRow("signs") << u" $(rm -rf ~); \n--x=`y` "_s << u"RM_RF_X_Y_API_KEY"_s;
    QTest::newRow("marks") << u"a\u202Eb\u200B"_s << u"A_B_API_KEY"_s;
    QTest::newRow("long") << QString(5000, u'x') << QString(60, u'X') + u"_API_KEY"_s;
}

void KeyFormatsTest::theVariableIsAnIdentifier()
{
    QFETCH(QString, name);
    QTEST(keyVariable(name), "variable");
    static const QRegularExpression identifier(u"\\A[A-Z_][A-Z0-9_]*\\z"_s);
    QVERIFY(identifier.match(keyVariable(name)).hasMatch());
}

void KeyFormatsTest::pythonReadsTheJsonBack_data()
{
    addHeaderValues();
    QTest::newRow("controls") << u"a\r\nx: y\t\u0001"_s;
    QTest::newRow("not ascii") << u"schlüssel \U0001F511"_s;
    QTest::newRow("markup") << u"</script><b>&amp;"_s;
}

void KeyFormatsTest::pythonReadsTheJsonBack()
{
    NEEDS_UNIX_PROGRAMS;
    QFETCH(QString, value);
    const QString name = u"Build \"server\"\\ \u2028\n'x'"_s;
    const QByteArray program = "import json,sys\no=json.loads(sys.stdin.buffer.read())\n"
                               "sys.stdout.buffer.write('\\0'.join([o['name'],o['server'],o['key']]).encode())";
    const QByteArray read = ranBy(u"python3"_s, {u"-c"_s, QString::fromLatin1(program)},
                                  textAs(KeyFormat::Json, namedKey(name, value)).toUtf8());
    QCOMPARE(QString::fromUtf8(read).split(u'\0'), QStringList({name, formatsServer, value}));
}

void KeyFormatsTest::aValueThatWouldBreakOutIsNotWritten_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("isLine");
    QTest::newRow("line break") << u"a\r\nX-Other: b"_s << false;
    QTest::newRow("nul") << u"a\u0000b"_s << false;
    QTest::newRow("escape") << u"a\u001B[2Jb"_s << false;
    QTest::newRow("space") << u"a b"_s << true;
    QTest::newRow("not ascii") << u"schlüssel"_s << true;
}

void KeyFormatsTest::aValueThatWouldBreakOutIsNotWritten()
{
    QFETCH(QString, value);
    QFETCH(bool, isLine);
    const ApiKey key = namedKey(u"Build"_s, value);
    for (const KeyFormat format : {KeyFormat::Header, KeyFormat::Curl}) {
        QVERIFY(keyAs(format, key, formatsServer).isEmpty());
        // Nothing of the key is in this one.
        QCOMPARE(maskedKeyAs(format, key, formatsServer),
                 maskedKeyAs(format, namedKey(u"Build"_s, u"api_abc"_s), formatsServer));
        QVERIFY(keyFormatFault(format, key).contains(u"request header"_s));
    }
    QCOMPARE(keyFormatFault(KeyFormat::EnvLine, key).isEmpty(), isLine);
    QCOMPARE(keyFormatFault(KeyFormat::Json, key), QString());
    QCOMPARE(!keyAs(KeyFormat::EnvLine, key, formatsServer).isEmpty(), isLine);
    QVERIFY(!keyAs(KeyFormat::Json, key, formatsServer).isEmpty());
}

void KeyFormatsTest::theFormWithoutTheKeyHoldsNothingOfIt_data()
{
    QTest::addColumn<KeyFormat>("format");
    QTest::addColumn<QString>("text");
    const QString mask = u"••••••••"_s;
    QTest::newRow("header") << KeyFormat::Header << u"x-api-key: "_s + mask;
    const bool isWindows = QSysInfo::productType() == "windows"_L1;
    const QString command = isWindows ? u"curl.exe --header \"x-api-key: %1\" \"%2/v1/auth/user\""_s
                                      : u"curl --header 'x-api-key: %1' '%2/v1/auth/user'"_s;
    QTest::newRow("curl") << KeyFormat::Curl << command.arg(mask, formatsServer);
    QTest::newRow("env") << KeyFormat::EnvLine << u"BUILD_API_KEY='%1'"_s.arg(mask);
    QTest::newRow("json") << KeyFormat::Json
                          << u"{\"key\":\"%1\",\"name\":\"Build\",\"server\":\"%2\"}"_s.arg(mask, formatsServer);
}

void KeyFormatsTest::theFormWithoutTheKeyHoldsNothingOfIt()
{
    QFETCH(KeyFormat, format);
    QTEST(maskedKeyAs(format, namedKey(u"Build"_s, u"api_0123456789abcdefghijABCD"_s), formatsServer), "text");
}

void KeyFormatsTest::aKeyWithoutValueHasNoForm()
{
    for (const KeyFormat format : {KeyFormat::Header, KeyFormat::Curl, KeyFormat::EnvLine, KeyFormat::Json}) {
        QVERIFY(keyAs(format, namedKey(u"Build"_s, {}), formatsServer).isEmpty());
        QVERIFY(maskedKeyAs(format, namedKey(u"Build"_s, {}), formatsServer).isEmpty());
        QVERIFY(keyCopied(format).startsWith(u"%1 copied as "_s) &&
                maskedKeyCopied(format).startsWith(u"Copied as "_s));
    }
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::KeyFormatsTest)

#include "tst_keyformats.moc"
