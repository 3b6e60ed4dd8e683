// Secrets: they cannot be printed, they are overwritten, and only a usable one becomes a credential.

#include "core/base/knownsecrets.h"
#include "core/document/apikey.h"
#include "tests/core/memorystore.h"
#include "tests/core/support.h"
#include "tests/support/system.h"
#include "tests/support/testclass.h"

#include <QDataStream>
#include <QDebug>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <limits>
#include <ostream>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

template<typename Stream, typename T>
concept Streamable = requires(Stream &stream, const T &value)
{
    stream << value;
};

static_assert(Streamable<QDebug, QString> && Streamable<QTextStream, QString>); // the concept can say yes
static_assert(!Streamable<QDebug, Secret> && !Streamable<QTextStream, Secret>);
static_assert(!Streamable<QDataStream, Secret> && !Streamable<std::ostream, Secret>);
static_assert(!std::is_convertible_v<Secret, QString> && !std::is_convertible_v<Secret, QByteArray>);
static_assert(!std::is_convertible_v<Secret, QByteArrayView> && !std::is_convertible_v<Secret, QVariant>);
static_assert(!std::is_convertible_v<QString, Secret> && !std::is_convertible_v<QByteArray, Secret>);

// Long enough that the allocator's own marks in freed memory leave most of it alone.
QByteArray marked()
{
    return QByteArray("MARK").repeated(256);
}

// Letters and digits, like no other word, and with dots between three parts, as tokens have them.
QString tokenLike(qsizetype size, quint64 number)
{
    static constexpr QStringView letters = u"abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789-_";
    QString token;
    for (qsizetype i = 0; i < size; ++i) {
        number = number * 6364136223846793005U + 1442695040888963407U;
        token += i == size / 4 || i == size / 2 ? QChar(u'.') : letters.at(qsizetype((number >> 33) % 56));
    }
    return token;
}

// In the processor's time; the least of several, for other programs only add to it.
std::clock_t costOfSearching(const KnownSecrets &known, const QString &text)
{
    std::clock_t least = std::numeric_limits<std::clock_t>::max();
    for (int i = 0; i < 3; ++i) {
        const std::clock_t start = std::clock();
        static_cast<void>(known.redacted(text));
        least = std::min(least, std::clock() - start);
    }
    return least;
}

} // namespace

class SecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesShareOneBuffer();
    void textGoesInAndOutUnchanged();
    void aNameThatAKeyBeginsWithIsNoSecret_data();
    void aNameThatAKeyBeginsWithIsNoSecret();
    void variantsOfAKnownSecretAreFound_data();
    void variantsOfAKnownSecretAreFound();
    void theBeginningOfAWordIsThatOfASecret_data();
    void theBeginningOfAWordIsThatOfASecret();
    void redactedTextHoldsNoneOfThem_data();
    void redactedTextHoldsNoneOfThem();
    void knownSecretsAreFoundWherever_data();
    void knownSecretsAreFoundWherever();
    void anyHalfOfALongSecretIsFoundWhole_data();
    void anyHalfOfALongSecretIsFoundWhole();
    void manySecretsOfOneBeginningAreFoundWhole();
    void secretsOfManySizesCostLittleMoreThanOne_data();
    void secretsOfManySizesCostLittleMoreThanOne();
    void secretsAreEqualByTheirBytes();
    void theBufferIsOverwrittenWhenTheLastCopyGoes();
    void wipeOverwritesBytes();
    void wipeOverwritesText();
    void wipeLeavesWhatIsSharedAlone();
    void onlyAUsableSecretBecomesACredential_data();
    void onlyAUsableSecretBecomesACredential();
    void aMaskTellsNeitherLengthNorMostCharacters_data();
    void aMaskTellsNeitherLengthNorMostCharacters();
    void theMemoryStoreKeepsReadsAndForgets();
    void theMemoryStoreFailsAsToldTo();
};

void SecretTest::copiesShareOneBuffer()
{
    const Secret first = Secret::fromText(u"one"_s);
    const Secret second = first; // NOLINT: the copy is what is tested
    QCOMPARE(static_cast<const void *>(first.expose().data()), static_cast<const void *>(second.expose().data()));
    QCOMPARE(first.size(), 3);
    QVERIFY(Secret().isEmpty() && Secret().expose().isEmpty() && Secret().exposeText().isEmpty());
    QVERIFY(Secret(QByteArrayView("")).isEmpty());
}

void SecretTest::textGoesInAndOutUnchanged()
{
    for (const QString &text : {u"pä ss\u0000wörd🔑\r\n"_s, u"\uFEFFbehind a byte order mark"_s, u"\uFEFF"_s}) {
        QCOMPARE(Secret::fromText(text).exposeText(), text);
        QCOMPARE(Secret::fromText(text).size(), text.toUtf8().size());
    }
}

void SecretTest::secretsAreEqualByTheirBytes()
{
    QVERIFY(Secret::fromText(u"a"_s) == Secret(QByteArrayView("a")));
    QVERIFY(!(Secret::fromText(u"a"_s) == Secret::fromText(u"A"_s)));
    QVERIFY(Secret() == Secret::fromText(u""_s));
}

void SecretTest::theBufferIsOverwrittenWhenTheLastCopyGoes()
{
    const QByteArray mark = marked();
    auto first = std::make_unique<Secret>(QByteArrayView(mark));
    auto second = std::make_unique<Secret>(*first);
    const char *address = first->expose().data();
    first.reset();
    QCOMPARE(memoryAt(address, mark.size()), mark);
    second.reset();
    QVERIFY(!memoryAt(address, mark.size()).isEmpty());
    QVERIFY(!memoryAt(address, mark.size()).contains("MARK"));

    // That freed memory does keep what nobody overwrites: without this, the test would prove nothing.
    auto plain = std::make_unique<std::vector<char>>(mark.begin(), mark.end());
    address = plain->data();
    plain.reset();
    if (freedMemoryKeepsItsContent())
        QVERIFY(memoryAt(address, mark.size()).contains("MARK"));
}

void SecretTest::wipeOverwritesBytes()
{
    QByteArray bytes = marked();
    const char *address = bytes.constData();
    QVERIFY(memoryAt(address, 1024).contains("MARK"));
    wipe(bytes);
    QVERIFY(bytes.isEmpty());
    QVERIFY(!memoryAt(address, 1024).contains("MARK"));
}

void SecretTest::wipeOverwritesText()
{
    QString text = QString::fromLatin1(marked());
    const QChar *address = text.constData();
    const QByteArray before = memoryAt(address, 2048);
    QVERIFY(before.contains(QByteArray("M\0A\0R\0K\0", 8)));
    wipe(text);
    QVERIFY(text.isEmpty());
    QVERIFY(!memoryAt(address, 2048).contains(QByteArray("M\0A\0R\0K\0", 8)));
    wipe(text); // once more does no harm
}

void SecretTest::wipeLeavesWhatIsSharedAlone()
{
    QByteArray bytes = marked();
    const QByteArray other = bytes;
    wipe(bytes);
    QVERIFY(bytes.isEmpty());
    QCOMPARE(other, marked());
    QString literal = u"a literal is nobody's to destroy"_s;
    wipe(literal);
    QCOMPARE(u"a literal is nobody's to destroy"_s.at(0), u'a');
}

void SecretTest::onlyAUsableSecretBecomesACredential_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("asToken");
    QTest::addColumn<bool>("asKey");
    const auto row = [](const char *name, const QByteArray &bytes, bool asToken, bool asKey) {
        QTest::newRow(name) << bytes << asToken << asKey;
    };
    row("JWT", "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjF9.c2ln", true, true);
    row("all characters of a token", "abcXYZ019-._~+/", true, true);
    row("padded", "dG9rZW4==", true, true);
    row("one character", "a", true, true);
    row("8 KiB", QByteArray(8192, 'x'), true, true);
    row("usual key", "api_Kq7vR2mXw9LtZb4NcY8sHd3f", true, true);
    row("all printable characters", R"(!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~)", false, true);
    row("equals sign inside", "a=b", false, true);
    row("comma", "a,b", false, true);
    row("quotes", "\"a\"", false, true);
    row("only padding", "==", false, true);
    row("empty", "", false, false);
    row("one beyond 8 KiB", QByteArray(8193, 'x'), false, false);
    row("CR LF", "abc\r\nX-Injected: 1", false, false);
    row("CR", "abc\rdef", false, false);
    row("LF at the end", "abc\n", false, false);
    row("NUL", QByteArray("abc\0def", 7), false, false);
    row("NUL alone", QByteArray(1, '\0'), false, false);
    row("space inside", "abc def", false, false);
    row("space before", " abc", false, false);
    row("space after", "abc ", false, false);
    row("tab", "abc\tdef", false, false);
    row("vertical tab", "abc\vdef", false, false);
    row("escape", "abc\x1b[0m", false, false);
    row("DEL", "abc\x7f", false, false);
    row("Latin-1", "abc\xe9", false, false);
    row("UTF-8", "abcé", false, false);
    row("NEL in UTF-8", "abc\xc2\x85", false, false);
    row("no-break space", "abc\xc2\xa0", false, false);
    row("line separator", "abc\xe2\x80\xa8", false, false);
    row("zero-width space", "abc\xe2\x80\x8b", false, false);
    row("byte order mark",
        "\xef\xbb\xbf"
        "abc",
        false, false);
    row("0xFF", "abc\xff", false, false);
}

void SecretTest::onlyAUsableSecretBecomesACredential()
{
    QFETCH(const QByteArray, bytes);
    const Origin origin = originOf(u"https://licences.example.com"_s);
    const Secret secret{QByteArrayView(bytes)};
    const auto check = [&](Credential::Kind kind, bool usable) {
        const auto credential = Credential::make(kind, origin, secret);
        QCOMPARE(credential.ok(), usable);
        if (!usable) {
            QCOMPARE(credential.error().kind, Error::Kind::UnusableCredential);
            QVERIFY(bytes.size() < 3 || !errorDetails(credential.error()).contains(QString::fromUtf8(bytes)));
            return;
        }
        QVERIFY(credential.value().secret() == secret);
        QCOMPARE(credential.value().kind(), kind);
        QVERIFY(credential.value().origin() == origin);
    };
    QFETCH(const bool, asToken);
    QFETCH(const bool, asKey);
    check(Credential::Kind::Token, asToken);
    check(Credential::Kind::ApiKey, asKey);
}

void SecretTest::aMaskTellsNeitherLengthNorMostCharacters_data()
{
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("mask");
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("one character") << u"x"_s << u"••••••••"_s;
    QTest::newRow("15 characters") << u"123456789012345"_s << u"••••••••"_s;
    QTest::newRow("16 characters") << u"1234567890123456"_s << u"••••••••3456"_s;
    QTest::newRow("usual key") << u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s << u"••••••••Hd3f"_s;
    QTest::newRow("long") << QString(5000, u'k') << u"••••••••kkkk"_s;
}

void SecretTest::aMaskTellsNeitherLengthNorMostCharacters()
{
    QFETCH(const QString, secret);
    QFETCH(const QString, mask);
    QCOMPARE(maskedSecret(Secret::fromText(secret)), mask);
}

void SecretTest::theMemoryStoreKeepsReadsAndForgets()
{
    MemoryStore store;
    QVERIFY(!store.name().isEmpty());
    QVERIFY(!wait(store.read(u"key"_s)).value());
    VERIFY_OK(wait(store.write(u"key"_s, Secret::fromText(u"one"_s))));
    VERIFY_OK(wait(store.write(u"key"_s, Secret::fromText(u"two"_s))));
    QVERIFY(wait(store.read(u"key"_s)).value() == Secret::fromText(u"two"_s));
    QVERIFY(!wait(store.read(u"other"_s)).value());
    QCOMPARE(store.entries().size(), 1);
    VERIFY_OK(wait(store.remove(u"key"_s)));
    VERIFY_OK(wait(store.remove(u"key"_s)));
    QVERIFY(!wait(store.read(u"key"_s)).value());
}

void SecretTest::theMemoryStoreFailsAsToldTo()
{
    MemoryStore store;
    VERIFY_OK(wait(store.write(u"key"_s, Secret::fromText(u"one"_s))));
    store.failWith(Error::Kind::KeychainRefused);
    COMPARE_ERROR(wait(store.read(u"key"_s)), Error::Kind::KeychainRefused);
    COMPARE_ERROR(wait(store.write(u"key"_s, Secret::fromText(u"two"_s))), Error::Kind::KeychainRefused);
    COMPARE_ERROR(wait(store.remove(u"key"_s)), Error::Kind::KeychainRefused);
    COMPARE_ERROR(wait(store.open(u"key"_s)), Error::Kind::KeychainRefused);
    store.failWith(Error::Kind::KeychainLocked);
    COMPARE_ERROR(wait(store.read(u"key"_s)), Error::Kind::KeychainLocked);
    VERIFY_OK(wait(store.open(u"key"_s)));
    QVERIFY(wait(store.read(u"key"_s)).value() == Secret::fromText(u"one"_s));
}

void SecretTest::knownSecretsAreFoundWherever_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    QTest::newRow("none") << u"nothing, token_no"_s << u"nothing, token_no"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("alone") << u"token_12"_s << u"•••"_s;
    QTest::newRow("at both ends") << u"token_12 and token_12"_s << u"••• and •••"_s;
    QTest::newRow("one begins with another") << u"token_1234, token_12, token_123"_s << u"•••, •••, •••3"_s;
    QTest::newRow("without a gap") << u"token_12token_1234"_s << u"••••••"_s;
    QTest::newRow("not ASCII") << u"an \u00FCberl\u00E4nge\U0001F511."_s << u"an •••."_s;
    QTest::newRow("an ordinary word") << u"short and shortly"_s << u"short and shortly"_s;
}

void SecretTest::knownSecretsAreFoundWherever()
{
    QFETCH(const QString, text);
    QFETCH(const QString, clean);
    const KnownSecrets known({Secret::fromText(u"token_12"), Secret::fromText(u"token_1234"),
                              Secret::fromText(u"short"), Secret(),
                              Secret::fromText(u"\u00FCberl\u00E4nge\U0001F511")});
    QCOMPARE(known.redacted(text), clean);
    const QJsonObject deep{{u"a"_s, QJsonArray{1, true, QJsonObject{{u"b"_s, text}}}}};
    QCOMPARE(known.redacted(QJsonValue(deep)),
             QJsonValue(QJsonObject{{u"a"_s, QJsonArray{1, true, QJsonObject{{u"b"_s, clean}}}}}));
    QCOMPARE(known.isIn(QJsonValue(deep)), clean != text);
    QCOMPARE(KnownSecrets().redacted(text), text);
}

void SecretTest::aNameThatAKeyBeginsWithIsNoSecret_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isMasked");
    QTest::newRow("a word") << u"prod"_s << false;
    QTest::newRow("a long word") << u"production"_s << false;
    QTest::newRow("words") << u"productionserver"_s << false; // half of it
    QTest::newRow("with a digit") << u"prod2server"_s << false;
    QTest::newRow("with a digit, of twelve characters, less than half") << u"prod2-server"_s << false;
    // Whoever sees half of a key may find the rest of it.
    QTest::newRow("with a digit, half of it") << u"prod2-server-west"_s << true;
    QTest::newRow("most of it") << u"prod2-server-west-8f3kq2mX"_s << true;
}

void SecretTest::aNameThatAKeyBeginsWithIsNoSecret()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isMasked);
    const QString end = u"-8f3kq2mX9Lw4Tz7b"_s;
    const KnownSecrets known({Secret::fromText(name.contains(end.first(9)) ? name + u"9Lw4"_s : name + end)});
    for (const QString &text : {name, u"The key of "_s + name + u", as it was."_s})
        QCOMPARE(known.isIn(text), isMasked);
}

void SecretTest::variantsOfAKnownSecretAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    const QString key = u"api_Kq7vR2mXw9Lt/Zb4NcY8"_s;
    const auto row = [](const char *name, const QString &text, const QString &clean = u"(•••)"_s) {
        QTest::newRow(name) << text << clean;
    };
    const auto within = [&](const QString &what, qsizetype at = 9) {
        return u"("_s + QString(key).insert(at, what) + u")"_s;
    };
    row("capitals", u"("_s + key.toUpper() + u")"_s);
    row("small letters", u"("_s + key.toLower() + u")"_s);
    row("a space", within(u" "_s));
    row("a line break and an indent", within(u"\r\n    "_s));
    row("U+200B", within(u"\u200B"_s));
    row("U+00AD", within(u"\u00AD"_s));
    row("two places", u"("_s + QString(key).insert(9, u' ').insert(3, u'\u2060') + u")"_s);
    row("full-width", u"("_s + QString(key).replace(u'q', u'\uFF51').replace(u'_', u'\uFF3F') + u")"_s);
    row("percent-encoded", u"("_s + QString(key).replace(u"/"_s, u"%2f"_s).replace(u"_"_s, u"%5F"_s) + u")"_s);
    row("each of it percent-encoded", u"(%61%70%69%5F%4B%71%37%76%52%32%6D%58%77%39%4C%74%2F%5A%62%34%4E%63%59%38)"_s);
    row("HTML", u"("_s + QString(key).replace(u"/"_s, u"&#x2F;"_s).replace(u"_"_s, u"&#95;"_s) + u")"_s);
    row("JSON", u"("_s + QString(key).replace(u"/"_s, u"\\/"_s).replace(u"_"_s, u"\\u005f"_s) + u")"_s);
    row("a JSON line break", within(u"\\n"_s));
    const auto base64 = [](const QString &text) { return QString::fromLatin1(text.toUtf8().toBase64()); };
    row("base64", u"("_s + base64(key) + u")"_s);
    row("base64 of it and a name", u"("_s + base64(u"a:"_s + key) + u")"_s);
    row("base64 with what is around it", u"Basic "_s + base64(u"maria.rossi:"_s + key + u":x"_s) + u"."_s,
        u"Basic "_s + base64(u"maria.rossi:"_s) + u"•••Ong=."_s);
    const QString whole = base64(u"a name that is a few letters longer:"_s + key + u" and what is behind it"_s);
    const QString masked = whole.first(48) + u"•••"_s + whole.sliced(80);
    for (const qsizetype size : {64, 76})
        row(qPrintable(u"base64 in lines of %1"_s.arg(size)), QString(whole).insert(size, u"\r\n"_s), masked);
    row("base64 in lines of a program", QString(whole).insert(64, u"\\\n    "_s), masked);
    row("hexadecimal", u"("_s + QString::fromLatin1(key.toUtf8().toHex()) + u")"_s);
    const auto hexWith = [](const QString &text, char sign) { return QString::fromLatin1(text.toUtf8().toHex(sign)); };
    row("hexadecimal with hyphens", u"("_s + hexWith(key, '-') + u")"_s);
    row("hexadecimal with colons", u"("_s + hexWith(key, ':').toUpper() + u")"_s);
    row("hexadecimal with spaces", u"("_s + hexWith(key, ' ') + u")"_s);
    row("hexadecimal with hyphens and what is around it", u"(f"_s + hexWith(u"a:"_s + key + u":x"_s, '-') + u"0)"_s,
        u"(f61-3a-•••-3a-780)"_s);
    row("hexadecimal with hyphens of another", u"("_s + hexWith(u"somebody else"_s, '-') + u")"_s,
        u"("_s + hexWith(u"somebody else"_s, '-') + u")"_s);
    row("base64 behind a slash", u"https://h/a/"_s + base64(key), u"https://h/a/•••"_s);
    row("its first half", u"("_s + key.first(12) + u")"_s);
    row("more than its half", u"("_s + key.first(17) + u")"_s);
    row("cut and gone on with", u"("_s + key.first(17) + u"…)"_s, u"(•••…)"_s);
    row("less than its half", u"("_s + key.first(11) + u")"_s, u"("_s + key.first(11) + u")"_s);
    row("its end", u"("_s + key.last(12) + u")"_s);
    row("without its prefix", u"("_s + key.sliced(4) + u")"_s);
    for (qsizetype at = 1; at < 12; ++at)
        row(qPrintable(u"half from the middle, %1"_s.arg(at)), u"("_s + key.sliced(at, 12) + u")"_s);
    row("the most of it, with more around", u"(x"_s + key.sliced(3, 20).toUpper() + u"y)"_s, u"(x•••y)"_s);
    row("less than half from the middle", u"("_s + key.sliced(5, 11) + u")"_s, u"("_s + key.sliced(5, 11) + u")"_s);
    row("base64 of its end", u"("_s + base64(u"ab:"_s + key.last(13)) + u")"_s, u"(YWI6•••)"_s);
    row("a part twice", key.last(12) + u" "_s + key.sliced(5, 14), u"••• •••"_s);
    row("the time of another day", u"2023-11-28T00:00:00.0000000Z"_s, u"2023-11-28T00:00:00.0000000Z"_s);
    row("the end of what are words", u"(orse battery)"_s, u"(orse battery)"_s);
    row("not ASCII", u"(\u00FCBERL\u00C4NGE%C3%9Fschl\u00FCssel 1)"_s);
    row("a short one in another case", u"(Token_12, TOKEN_12)"_s, u"(Token_12, TOKEN_12)"_s);
    row("half of what are words", u"(correct horse)"_s, u"(correct horse)"_s);
    row("words in another case", u"(Correct Horse Battery)"_s);
    row("% that is no escape", u"100 % of &c. in C:\\users\\x %zz &#xyz; \\u12"_s,
        u"100 % of &c. in C:\\users\\x %zz &#xyz; \\u12"_s);
}

void SecretTest::variantsOfAKnownSecretAreFound()
{
    QFETCH(const QString, text);
    QFETCH(const QString, clean);
    const KnownSecrets known({Secret::fromText(u"api_Kq7vR2mXw9Lt/Zb4NcY8"), Secret::fromText(u"token_12"),
                              Secret::fromText(u"correct horse battery"),
                              Secret::fromText(u"2024-05-01T00:00:00.0000000Z"),
                              Secret::fromText(u"\u00DCberl\u00E4nge\u00DFschl\u00FCssel1")});
    QCOMPARE(known.redacted(text), clean);
    QCOMPARE(known.redacted(text + text), clean + clean);
    QCOMPARE(known.isIn(text), clean != text);
    QCOMPARE(known.redacted(clean), clean);
    const qsizetype begun = 3; // what begins there is replaced whole, however it is written
    QVERIFY(!known.isIn(known.redacted(text, begun)));
}

void SecretTest::theBeginningOfAWordIsThatOfASecret_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isBegun");
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("seven characters") << u"see api_Kq7"_s << false;
    QTest::newRow("eight") << u"see api_Kq7v"_s << true;
    QTest::newRow("in another case") << u"see API_KQ7V"_s << true;
    QTest::newRow("more") << u"api_Kq7vR2mXw and more"_s << true;
    QTest::newRow("whole") << u"api_Kq7vR2mXw9Lt/Zb4NcY8"_s << true;
    QTest::newRow("within a word") << u"seeapi_Kq7v"_s << false;
    QTest::newRow("what may be a word") << u"password and sk_live_"_s << false;
    QTest::newRow("what is none") << u"sk_live_5"_s << true;
}

void SecretTest::theBeginningOfAWordIsThatOfASecret()
{
    QFETCH(const QString, text);
    const KnownSecrets known({Secret::fromText(u"api_Kq7vR2mXw9Lt/Zb4NcY8"), Secret::fromText(u"passwordpassword"),
                              Secret::fromText(u"sk_live_51Habcdefgh")});
    QTEST(known.isBegunIn(text), "isBegun");
}

void SecretTest::anyHalfOfALongSecretIsFoundWhole_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {46, 64, 65, 127, 200, 600, 4096, 8192})
        QTest::addRow("%lld characters", static_cast<long long>(size)) << size;
}

void SecretTest::anyHalfOfALongSecretIsFoundWhole()
{
    QFETCH(const qsizetype, size);
    const QString secret = tokenLike(size, 1);
    const KnownSecrets known({Secret::fromText(secret), Secret::fromText(tokenLike(size + 1, 2))});
    const qsizetype half = qMin<qsizetype>((size + 1) / 2, 2048);
    for (qsizetype at = 0; at + half <= size; at += 1 + size / 97) {
        const QString part = secret.sliced(at, half);
        const QString end = part.endsWith(u'.') ? u".)."_s : u")."_s; // as behind a sentence
        const QString clean = known.redacted(u"see ("_s + part + u")."_s);
        QVERIFY2(clean == u"see (•••)."_s || clean == u"see (•••"_s + end, qPrintable(clean));
    }
}

void SecretTest::manySecretsOfOneBeginningAreFoundWhole()
{
    QList<Secret> secrets;
    QStringList texts;
    for (qsizetype size = 24; size < 400; size += 3) {
        texts << u"eyJhbGciOi"_s + tokenLike(size, static_cast<quint64>(size));
        secrets << Secret::fromText(texts.last());
    }
    const KnownSecrets known(secrets);
    for (const QString &text : texts)
        QCOMPARE(known.redacted(u"a "_s + text + u" b. "_s + text + u"."_s), u"a ••• b. •••."_s);
}

void SecretTest::secretsOfManySizesCostLittleMoreThanOne_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("behind");
    QTest::newRow("a letter repeated behind a digit") << u"1"_s << QString();
    QTest::newRow("a letter repeated before another") << QString() << u"b"_s;
    QTest::newRow("a letter repeated before a digit") << QString() << u"1"_s;
}

// What a hostile service can write: secrets of each size there is, and a text that nearly is one everywhere.
void SecretTest::secretsOfManySizesCostLittleMoreThanOne()
{
    if (!hasProcessorClock())
        QSKIP("There is no clock of the processor's time.");
    QFETCH(const QString, before);
    QFETCH(const QString, behind);
    const auto secretOf = [&](qsizetype size) {
        return Secret::fromText(QString(before + QString(size, u'a') + behind));
    };
    QList<Secret> secrets;
    for (qsizetype size = 24; size < 1200; size += 2)
        secrets << secretOf(size);
    const QString text(30'000, u'a');
    const std::clock_t one = costOfSearching(KnownSecrets({secretOf(600)}), text);
    const std::clock_t all = costOfSearching(KnownSecrets(secrets), text);
    constexpr int sizes = 25; // of stretches, up to half of 1200
    QVERIFY2(all < 8 * sizes * (one + 1000), qPrintable(u"%1 times the cost"_s.arg(double(all) / double(one + 1000))));
}

void SecretTest::redactedTextHoldsNoneOfThem_data()
{
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    const auto row = [](const char *name, const QString &secret, const QString &text,
                        const QString &clean = u"(•••)"_s) { QTest::newRow(name) << secret << text << clean; };
    const QString password = u"Tom&Jerry<2026>"_s;
    const QString key = u"api_Kq7vR2mXw9LtZb4NcY8sHd3f"_s;
    row("nothing said", u"token_1"_s, QString(), QString());
    row("no secret", QString(), u"unchanged"_s, u"unchanged"_s);
    row("as it is", u"token_1"_s, u"no token_1, no token_12!"_s, u"no •••, no •••2!"_s);
    row("not ASCII", u"schlüssel"_s, u"schlüssel schlüssel"_s, u"••• •••"_s);
    row("three letters", u"cat"_s, u"a cat and a category"_s, u"a cat and a category"_s);
    row("HTML", password, u"(Tom&amp;Jerry&lt;2026&gt;)"_s);
    row("an address", password, u"(Tom%26Jerry%3C2026%3E)"_s);
    row("a form", u"correct horse 1"_s, u"(correct+horse+1)"_s);
    row("JSON", u"ab\"cd\\efgh77"_s, u"(ab\\\"cd\\\\efgh77)"_s);
    row("a quoted apostrophe", u"it's 1"_s, u"(it\\'s 1)"_s);
    row("base64 with the user name", u"Sp4ß"_s,
        u"("_s + QString::fromLatin1(u"bob:Sp4ß"_s.toUtf8().toBase64()) + u")"_s, u"(Ym9i•••)"_s);
    row("base64 of four characters", u"Sp4t"_s, u"("_s + QString::fromLatin1("Sp4t"_ba.toBase64()) + u")"_s);
    row("long base64", key.repeated(80), u"("_s + QString::fromLatin1(key.repeated(80).toUtf8().toBase64()) + u")"_s);
    row("hexadecimal", password, u"("_s + QString::fromLatin1(password.toUtf8().toHex()) + u")"_s);
    row("hexadecimal with colons", u"Sp4ß"_s,
        u"(x "_s + QString::fromLatin1(u"Sp4ß"_s.toUtf8().toHex(':').toUpper()) + u")"_s, u"(x •••)"_s);
    row("hexadecimal capitals", u"Sp4ß"_s, u"(x"_s + QString::fromLatin1(u"Sp4ß"_s.toUtf8().toHex().toUpper()) + u")"_s,
        u"(x•••)"_s);
    row("other capitals", u"Sommer26"_s, u"(SOMMER26)"_s);
    row("with spaces", u"Sommer26"_s, u"(S o m m e r 2 6)"_s);
    row("ten characters of a key", key, u"("_s + key.first(10) + u")"_s);
    row("sixteen characters with spaces", key, u"(a p i _ K q 7 v R 2 m X w 9 L t)"_s);
    row("more than half", key, u"("_s + key.first(20) + u"…)"_s, u"(•••…)"_s);
    row("without its first letters", u"Kaffee-Tasse26"_s, u"(fee-Tasse26 is no password)"_s, u"(••• is no password)"_s);
    row("a word as it is", u"sign"_s, u"(sign)"_s);
    row("a word in another case", u"sign"_s, u"Sign in first"_s, u"Sign in first"_s);
    row("letters of several words", u"thea"_s, u"the answer"_s, u"the answer"_s);
    row("a word with an escape in it", u"müller"_s, u"(m%C3%BCller)"_s);
    row("the beginning of words", u"password of mine 1"_s, u"the password is wrong"_s, u"the password is wrong"_s);
}

void SecretTest::redactedTextHoldsNoneOfThem()
{
    QFETCH(const QString, secret);
    const KnownSecrets known({Secret::fromText(secret), Secret()}, KnownSecrets::In::Answers);
    QFETCH(const QString, text);
    QTEST(known.redacted(text), "clean");
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::SecretTest)
#include "tst_secret.moc"
