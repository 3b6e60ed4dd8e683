// The profile as a file: JSON without what gives access unless it is asked for, and a vCard that programs read back.

#include "core/document/user.h"
#include "core/models/hiddensecrets.h"
#include "core/models/profileexport.h"
#include "tests/core/models/contentreader.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <QBuffer>
#include <QImage>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

const QString exportedKey = u"api_0123456789abcdefghijABCD"_s;
const QString exportedClientSecret = u"cs_0123456789abcd"_s;
const QString exportedToken = u"tok-8f3KwQz2LmV7"_s;

QJsonObject exportedDocument()
{
    const QJsonObject key{{u"id"_s, 1},
                          {u"name"_s, u"Build"_s},
                          {u"key"_s, exportedKey},
                          {u"clientSecret"_s, exportedClientSecret},
                          {u"hash"_s, u"hidden-hash"_s},
                          {u"key_SHA256"_s, u"hidden-sum-hash"_s},
                          {u"rotation"_s, QJsonObject{{u"previousKey"_s, u"hidden-former"_s}, {u"days"_s, 90}}},
                          {u"refreshToken"_s, u"hidden-refresh"_s},
                          {u"scopes"_s, QJsonArray{u"read"_s, u"as "_s + exportedKey}},
                          {u"lastUsed"_s, u"2026-11-02T07:00:00Z"_s},
                          {u"description"_s, u"ends with "_s + exportedKey}};
    const QJsonObject plain{{u"id"_s, 1}, {u"name"_s, u"Theme"_s}, {u"value"_s, u"dark"_s}};
    const QJsonObject database{
        {u"id"_s, 3}, {u"name"_s, u"Database"_s}, {u"value"_s, u"Server=x;Password=hidden-db;User=y"_s}};
    const QJsonObject secret{{u"id"_s, 2}, {u"name"_s, u"SmtpPassword"_s}, {u"value"_s, u"hidden-smtp"_s}};
    return {{u"id"_s, u"7f0c"_s},
            {u"userName"_s, u"mrossi"_s},
            {u"customerId"_s, qint64{9007199254740993}},
            {u"sshKey"_s, u"hidden-ssh"_s},
            {u"jwt"_s, u"hidden-jwt"_s},
            {u"webhookUrl"_s, u"https://u:hidden-url@h/x"_s},
            {u"passwordHash"_s, u"hidden-password"_s},
            {u"hash"_s, u"hidden-hash-of-all"_s},
            {u"securityAnswer"_s, u"hidden-answer"_s},
            {u"notes"_s, u"my key: "_s + exportedKey},
            {u"extra"_s, QJsonObject{{u"accessToken"_s, u"hidden-token"_s},
                                     {u"pin_sha256_digest"_s, u"hidden-digest"_s},
                                     {u"colour"_s, u"blue"_s}}},
            {u"apiKeys"_s, QJsonArray{key, exportedKey}},
            {u"settings"_s, QJsonArray{plain, secret, database}}};
}

QString exportedPng()
{
    QImage image(4, 4, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QByteArray data;
    QBuffer buffer(&data);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return QString::fromLatin1(data.toBase64());
}

// A document of somebody who is signed in.
struct Export
{
    explicit Export(const QJsonObject &document) : user(document)
    {
        known.setUser(user);
        known.setToken(Secret::fromText(exportedToken));
    }

    User user;
    HiddenSecrets known;
};

QByteArray exported(const QJsonObject &document, Secrets secrets)
{
    const Export whole(document);
    return profileJson(whole.user, secrets, whole.known);
}

QList<ContentLine> cardOf(QJsonObject document)
{
    document.insert(u"id"_s, u"7f0c"_s);
    const Export whole(document);
    return readContent(profileVCard(whole.user, whole.known)).value_or(QList<ContentLine>());
}

} // namespace

class ProfileExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theJsonHoldsNoSecretUnlessAsked();
    void theJsonHoldsWhatIsNoSecret();
    void theJsonHoldsASwitchOrANumberNamedLikeAHash();
    void whatSaysSomethingOfASecretIsNone();
    void theHostOfASecretAddressIsNoSecret();
    void theJsonSaysWhatWasLeftOut();
    void theWholeJsonIsTheDocument();
    void aListInAnUnknownFormIsLeftOut();
    void theCardHoldsTheProfile();
    void theCardHoldsNothingThatIsMissing();
    void theCardHoldsNoSecret();
    void theCardHoldsThePictureWhole();
    void aTextThatIsNoPictureIsLeftOut();
    void aHostileValueStaysInItsProperty_data();
    void aHostileValueStaysInItsProperty();
};

void ProfileExportTest::theJsonHoldsNoSecretUnlessAsked()
{
    QJsonObject document = exportedDocument();
    document.insert(u"about"_s, QString(u"signed in with "_s + exportedToken));
    document.insert(u"uses"_s, QJsonObject{{exportedKey, 3}, {u"of others"_s, 4}});
    const QByteArray json = exported(document, Secrets::LeaveOut);
    for (const QString &secret : {exportedKey, exportedClientSecret, exportedToken, u"hidden"_s})
        QVERIFY2(!json.contains(secret.toUtf8()), qPrintable(secret));
    QVERIFY(json.contains("of others"));
    QVERIFY(QJsonDocument::fromJson(json)["$leftOut"_L1].toArray().contains(u"•••"_s));
}

void ProfileExportTest::theJsonHoldsWhatIsNoSecret()
{
    const QByteArray json = exported(exportedDocument(), Secrets::LeaveOut);
    const QJsonObject document = QJsonDocument::fromJson(json).object();
    QVERIFY(json.contains("9007199254740993"));
    QCOMPARE(document.value("notes"_L1).toString(), u"my key: •••"_s);
    QCOMPARE(document.value("extra"_L1).toObject(), QJsonObject({{u"colour"_s, u"blue"_s}}));
    QCOMPARE(document.value("apiKeys"_L1).toArray(),
             QJsonArray({QJsonObject{{u"id"_s, 1},
                                     {u"name"_s, u"Build"_s},
                                     {u"rotation"_s, QJsonObject{{u"days"_s, 90}}},
                                     {u"scopes"_s, QJsonArray{u"read"_s, u"as •••"_s}},
                                     {u"lastUsed"_s, u"2026-11-02T07:00:00Z"_s},
                                     {u"description"_s, u"ends with •••"_s}}}));
    QCOMPARE(
        document.value("settings"_L1).toArray(),
        QJsonArray(
            {QJsonObject{{u"id"_s, 1}, {u"name"_s, u"Theme"_s}, {u"value"_s, u"dark"_s}},
             QJsonObject{{u"id"_s, 2}, {u"name"_s, u"SmtpPassword"_s}},
             QJsonObject{{u"id"_s, 3}, {u"name"_s, u"Database"_s}, {u"value"_s, u"Server=x;Password=•••;User=y"_s}}}));
}

void ProfileExportTest::theJsonHoldsASwitchOrANumberNamedLikeAHash()
{
    const QJsonObject harmless{
        {u"encrypted"_s, true}, {u"weekly_digest"_s, false}, {u"sizeOfHash"_s, 256}, {u"hash"_s, QJsonValue()}};
    const QJsonObject forms{{u"encrypted"_s, u"hidden"_s},
                            {u"digest"_s, QJsonArray{u"hidden"_s}},
                            {u"hash"_s, QJsonObject{{u"of"_s, u"hidden"_s}}},
                            {u"password_hash"_s, 4711}};
    QJsonObject document = exportedDocument();
    document.insert(u"harmless"_s, harmless);
    document.insert(u"forms"_s, forms);
    document.insert(u"encrypted"_s, true);
    const QJsonObject key{{u"id"_s, 2}, {u"encrypted"_s, true}};
    document.insert(u"apiKeys"_s, QJsonArray{key});
    const QJsonObject clean = QJsonDocument::fromJson(exported(document, Secrets::LeaveOut)).object();
    QCOMPARE(clean.value("harmless"_L1).toObject(), harmless);
    QCOMPARE(clean.value("forms"_L1).toObject(), QJsonObject());
    QCOMPARE(clean.value("encrypted"_L1), QJsonValue(true));
    QCOMPARE(clean.value("apiKeys"_L1).toArray(), QJsonArray{key});
}

void ProfileExportTest::whatSaysSomethingOfASecretIsNone()
{
    const QJsonObject facts{{u"hasPassword"_s, true},      {u"passwordChanged"_s, u"2026-01-01"_s},
                            {u"token"_s, QJsonValue()},    {u"isSecret"_s, u"yes"_s},
                            {u"token_count"_s, 3},         {u"primaryKeyColumn"_s, u"account"_s},
                            {u"sortKey"_s, u"lastName"_s}, {u"hotkey"_s, u"Ctrl+Alt+K"_s},
                            {u"keyboard"_s, u"it-IT"_s}};
    const QJsonObject secrets{{u"password"_s, u"hidden-1"_s}, {u"pin"_s, 4711}, {u"isolated_token"_s, u"hidden-2"_s}};
    QJsonObject document = exportedDocument();
    document.insert(u"facts"_s, facts);
    document.insert(u"secrets"_s, secrets);
    const QJsonObject clean = QJsonDocument::fromJson(exported(document, Secrets::LeaveOut)).object();
    QCOMPARE(clean.value("facts"_L1).toObject(), facts);
    QCOMPARE(clean.value("secrets"_L1).toObject(), QJsonObject());
}

void ProfileExportTest::theHostOfASecretAddressIsNoSecret()
{
    const QString host = u"db.internal.example.com:5432/prod"_s;
    const auto notesWith = [&](const QString &value, const QString &notes) {
        const QJsonObject setting{{u"id"_s, 1}, {u"name"_s, u"Database connection string"_s}, {u"value"_s, value}};
        const QJsonObject document{{u"id"_s, u"7f0c"_s}, {u"notes"_s, notes}, {u"settings"_s, QJsonArray{setting}}};
        const QByteArray json = exported(document, Secrets::LeaveOut);
        return QJsonDocument::fromJson(json).object().value("notes"_L1).toString();
    };
    const QString address = u"postgres://app:hidden-Pa55word@"_s + host;
    QCOMPARE(notesWith(address, u"moved to "_s + host), u"moved to "_s + host);
    QCOMPARE(notesWith(address, u"it is hidden-Pa55word"_s), u"it is •••"_s);
    QVERIFY(!notesWith(address, u"see "_s + address).contains(u"hidden"_s));
    const QString signedPath = u"db.internal.example.com:5432/prod/7Hx92kLmQ0"_s; // which may be a secret too
    QVERIFY(notesWith(u"https://app:hidden-Pa55word@"_s + signedPath, signedPath).contains(u"•••"_s));
}

void ProfileExportTest::theJsonSaysWhatWasLeftOut()
{
    const QJsonObject document{{u"id"_s, u"7f0c"_s},
                               {u"sshKey"_s, u"hidden"_s},
                               {u"extra"_s, QJsonObject{{u"accessToken"_s, u"hidden"_s}, {u"colour"_s, u"blue"_s}}},
                               {u"apiKeys"_s, QJsonArray{QJsonObject{{u"id"_s, 1}, {u"key"_s, exportedKey}}}}};
    const QJsonObject clean = QJsonDocument::fromJson(exported(document, Secrets::LeaveOut)).object();
    QCOMPARE(clean.value(LeftOutMember).toArray(), QJsonArray({u"accessToken"_s, u"key"_s, u"sshKey"_s}));
    QVERIFY(!exported({{u"id"_s, u"7f0c"_s}}, Secrets::LeaveOut).contains("leftOut"));
    QVERIFY(!exported(document, Secrets::Include).contains("leftOut"));
}

void ProfileExportTest::theWholeJsonIsTheDocument()
{
    const QByteArray json = exported(exportedDocument(), Secrets::Include);
    QCOMPARE(QJsonDocument::fromJson(json).object(), exportedDocument());
}

void ProfileExportTest::aListInAnUnknownFormIsLeftOut()
{
    const QJsonObject document{{u"id"_s, u"7f0c"_s},
                               {u"apiKeys"_s, QJsonObject{{u"first"_s, u"hidden-key"_s}}},
                               {u"settings"_s, u"hidden-setting"_s}};
    QVERIFY(!exported(document, Secrets::LeaveOut).contains("hidden"));
}

void ProfileExportTest::theCardHoldsTheProfile()
{
    const auto card = cardOf({{u"userName"_s, u"mrossi"_s},
                              {u"firstName"_s, u"Maria"_s},
                              {u"lastName"_s, u"Rossi; Bianchi"_s},
                              {u"title"_s, u"Dr."_s},
                              {u"department"_s, u"Licences, Keys"_s},
                              {u"email"_s, u"maria@example.org"_s},
                              {u"phoneNumber"_s, u"+39 06 5550"_s},
                              {u"mobile"_s, u"+39 333"_s},
                              {u"birthDate"_s, u"1984-03-17T00:00:00Z"_s},
                              {u"address"_s, u"Via 1\nScala B"_s},
                              {u"postalCode"_s, u"00187"_s},
                              {u"region"_s, u"Lazio"_s},
                              {u"city"_s, u"Roma"_s},
                              {u"country"_s, u"Italy"_s},
                              {u"notes"_s, u"Line\r\nline, 東京 🌿"_s.repeated(40)}});
    QCOMPARE(card.first().name + card.first().value + card.at(1).name + card.at(1).value + card.last().value,
             u"BEGINVCARDVERSION4.0VCARD"_s);
    const auto components = [&card](const QString &name) { return textComponents(valuesOf(card, name).value(0)); };
    QCOMPARE(components(u"FN"_s), QStringList(u"Dr. Maria Rossi; Bianchi"_s));
    QCOMPARE(components(u"N"_s), QStringList({u"Rossi; Bianchi"_s, u"Maria"_s, {}, u"Dr."_s, {}}));
    QVERIFY(valuesOf(card, u"TITLE"_s).isEmpty()); // that is somebody's job
    QCOMPARE(components(u"ORG"_s), QStringList({QString(), u"Licences, Keys"_s}));
    QCOMPARE(components(u"EMAIL"_s), QStringList(u"maria@example.org"_s));
    QCOMPARE(components(u"TEL;TYPE=voice"_s), QStringList(u"+39 06 5550"_s));
    QCOMPARE(components(u"TEL;TYPE=cell"_s), QStringList(u"+39 333"_s));
    QCOMPARE(components(u"BDAY"_s), QStringList(u"19840317"_s));
    QCOMPARE(components(u"ADR"_s),
             QStringList({QString(), QString(), u"Via 1\nScala B"_s, u"Roma"_s, u"Lazio"_s, u"00187"_s, u"Italy"_s}));
    QVERIFY(valuesOf(card, u"NOTE"_s).isEmpty()); // not meant for whom the card is given to
}

void ProfileExportTest::theCardHoldsNothingThatIsMissing()
{
    QStringList names;
    for (const QList<ContentLine> card = cardOf({{u"userName"_s, u"mrossi"_s}, {u"notes"_s, QJsonValue()}});
         const ContentLine &line : card)
        names << line.name;
    QCOMPARE(names, QStringList({u"BEGIN"_s, u"VERSION"_s, u"FN"_s, u"END"_s}));
}

void ProfileExportTest::theCardHoldsNoSecret()
{
    QJsonObject document = exportedDocument();
    const QStringList members{u"firstName"_s, u"lastName"_s, u"title"_s,      u"department"_s, u"email"_s,
                              u"mobile"_s,    u"address"_s,  u"postalCode"_s, u"city"_s,       u"notes"_s};
    for (const QString &member : members)
        document.insert(member, u"a %1, %2, hidden-smtp, %3"_s.arg(exportedKey, exportedClientSecret, exportedToken));
    document.insert(u"lastName"_s, u"https://u:hidden-url@h"_s); // which is no secret that the document lists
    const auto card = cardOf(document);
    QCOMPARE(textComponents(valuesOf(card, u"N"_s).value(0)).value(1), u"a •••, •••, •••, •••"_s);
    for (const ContentLine &line : card) {
        for (const QString &secret : {exportedKey, exportedClientSecret, exportedToken, u"hidden"_s})
            QVERIFY2(!line.value.contains(secret), qPrintable(line.name));
    }
}

void ProfileExportTest::theCardHoldsThePictureWhole()
{
    const QString png = exportedPng();
    QCOMPARE(valuesOf(cardOf({{u"image"_s, u"data:image/png;base64,"_s + png}}), u"PHOTO"_s),
             QStringList(u"data:image/png;base64,"_s + png));
    QCOMPARE(valuesOf(cardOf({{u"image"_s, png}}), u"PHOTO"_s), QStringList(u"data:image/png;base64,"_s + png));
}

void ProfileExportTest::aTextThatIsNoPictureIsLeftOut()
{
    for (const QString &text : {u"https://example.org/x.png"_s, u"PHN2Zz4="_s, u"x\r\nNOTE:y"_s})
        QVERIFY(valuesOf(cardOf({{u"image"_s, text}}), u"PHOTO"_s).isEmpty());
}

void ProfileExportTest::aHostileValueStaysInItsProperty_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("line break") << u"x\r\nEND:VCARD\nTEL:1\rN:2"_s;
    QTest::newRow("separators") << u"a;b,c\\n\\:\""_s;
    QTest::newRow("unusual line breaks") << u"a\u2028b\u2029c\u0085d\ve\ff"_s;
    QTest::newRow("controls") << u"a\u0000b\u001B[2J\u007F"_s;
    QTest::newRow("half characters") << QString(QChar(0xDC00)) + QString(90, u'é');
}

void ProfileExportTest::aHostileValueStaysInItsProperty()
{
    QFETCH(QString, value);
    const auto card =
        cardOf({{u"firstName"_s, value}, {u"department"_s, value}, {u"email"_s, value}, {u"city"_s, value}});
    QStringList names;
    for (const ContentLine &line : card)
        names << line.name;
    QCOMPARE(names, QStringList({u"BEGIN"_s, u"VERSION"_s, u"FN"_s, u"N"_s, u"ORG"_s, u"EMAIL"_s, u"ADR"_s, u"END"_s}));
    QCOMPARE(textComponents(valuesOf(card, u"ORG"_s).value(0)).size(), 2);
    QCOMPARE(textComponents(valuesOf(card, u"ADR"_s).value(0)).size(), 7);
}

} // namespace lanyard::testing

LANYARD_TEST(QGuiApplication, lanyard::testing::ProfileExportTest)
#include "tst_profileexport.moc"
