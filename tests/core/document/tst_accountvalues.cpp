// API keys, settings and countries: what is made of their members.

#include "core/document/apikey.h"
#include "core/document/arrival.h"
#include "core/document/catalogue.h"
#include "core/document/countries.h"
#include "core/document/countrynames.h"
#include "core/document/refusedplaces.h"
#include "core/document/setting.h"
#include "core/document/timeleft.h"
#include "core/document/user.h"
#include "core/document/userfields.h"
#include "tests/core/document/values.h"
#include "tests/core/support.h"
#include "tests/support/testclass.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class AccountValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keyStates_data();
    void keyStates();
    void aKeyKnowsWhenItsStateChanges_data() { keyStates_data(); }
    void aKeyKnowsWhenItsStateChanges();
    void aKeyWithoutMembersIsUsable();
    void aKeyShowsWhatItHolds();
    void settingTypes_data();
    void settingTypes();
    void booleansKeepTheirForm_data();
    void booleansKeepTheirForm();
    void readOnlySettings_data();
    void readOnlySettings();
    void differentSettingsHaveDifferentNames();
    void secretSettings_data();
    void secretSettings();
    void whatCanHoldNoSecretIsNone_data();
    void whatCanHoldNoSecretIsNone();
    void textsUnderAHeadingOfSecretsAreSecret_data();
    void textsUnderAHeadingOfSecretsAreSecret();
    void countries();
    void countriesAsTheyAreTyped_data();
    void countriesAsTheyAreTyped();
    void countriesInTheLanguageOfTheDesktop_data();
    void countriesInTheLanguageOfTheDesktop();
    void countriesAsTheirUsersCallThem_data();
    void countriesAsTheirUsersCallThem();
    void suggestionsBeginWithWhatIsMeant_data();
    void suggestionsBeginWithWhatIsMeant();
    void severalCountriesAreNotNone();
    void aDamagedCatalogueIsReadAsFarAsItGoes();
    void aTextInAFormOfTheServicesIsTheSame_data();
    void aTextInAFormOfTheServicesIsTheSame();
    void membersAsServicesNameThem_data();
    void membersAsServicesNameThem();
    void whatAServiceRefusedBelongsToItsPlace_data();
    void whatAServiceRefusedBelongsToItsPlace();
};

void AccountValuesTest::keyStates_data()
{
    QTest::addColumn<QByteArray>("expires");
    QTest::addColumn<QByteArray>("revoked");
    QTest::addColumn<ApiKey::State>("state");
    QTest::addColumn<qint64>("daysLeft");
    const auto row = [](const QByteArray &expires, const QByteArray &revoked, ApiKey::State state, qint64 daysLeft) {
        QTest::newRow((expires + " " + revoked).constData()) << expires << revoked << state << daysLeft;
    };
    using State = ApiKey::State;
    row("null", "null", State::Usable, -1);
    row("\"\"", "false", State::Usable, -1);
    row("\"0001-01-01T00:00:00\"", "false", State::Usable, -1);
    row("\"soon\"", "false", State::Unknown, -1);
    row("null", "\"maybe\"", State::Unknown, -1);
    row("\"2024-05-31\"", "false", State::Expired, 0); // from its beginning
    row("\"2024-06-01\"", "false", State::Expiring, 1);
    row("\"2024-05-31T12:00:00Z\"", "false", State::Expired, 0);
    row("\"2024-05-31T11:59:59.9999999\"", "false", State::Expired, 0);
    row("\"2024-05-31T12:00:01Z\"", "false", State::Expiring, 1);
    row("\"2024-06-01T12:00:00Z\"", "false", State::Expiring, 1);
    row("\"2024-06-01T12:00:01Z\"", "false", State::Expiring, 2);
    row("\"2024-05-31T12:00:59Z\"", "false", State::Expiring, 1);
    row("\"2024-05-31T12:01:00.5Z\"", "false", State::Expiring, 1);
    row("\"2024-05-31T12:30:30Z\"", "false", State::Expiring, 1);
    row("\"2024-05-31T18:20:00Z\"", "false", State::Expiring, 1);
    row("\"2024-06-02T12:00:00Z\"", "false", State::Expiring, 2);
    row("\"2024-06-02T12:00:01Z\"", "false", State::Expiring, 3);
    row("\"2024-06-30T12:00:00Z\"", "false", State::Expiring, 30);
    row("\"2024-06-30T12:00:01Z\"", "false", State::Usable, 31);
    row("\"2024-05-31T14:00:00+02:00\"", "false", State::Expired, 0);
    row("\"9999-12-31T23:59:59.9999999\"", "false", State::Usable, -1);
    row("null", "true", State::Revoked, -1);
    row("\"2020-01-01T00:00:00Z\"", "true", State::Revoked, 0);
}

void AccountValuesTest::keyStates()
{
    QFETCH(const QByteArray, expires);
    QFETCH(const QByteArray, revoked);
    QFETCH(const ApiKey::State, state);
    QFETCH(const qint64, daysLeft);
    const QDateTime now = utc(2024, 5, 31, 12);
    const ApiKey key(QJsonObject{{u"expireDate"_s, json(expires)}, {u"revoked"_s, json(revoked)}});
    QCOMPARE(key.state(now), state);
    QCOMPARE(key.daysLeft(now), daysLeft);
}

void AccountValuesTest::aKeyKnowsWhenItsStateChanges()
{
    QFETCH(const QByteArray, expires);
    QFETCH(const QByteArray, revoked);
    const QDateTime now = utc(2024, 5, 31, 12);
    const ApiKey key(QJsonObject{{u"expireDate"_s, json(expires)}, {u"revoked"_s, json(revoked)}});
    const auto shown = [&key](const QDateTime &when) {
        const qint64 days = std::min<qint64>(key.daysLeft(when), ApiKey::ExpiringDays + 1);
        return std::tuple(key.state(when), days, days > ApiKey::ExpiringDays ? TimeLeft() : timeLeft(key, when));
    };
    const auto next = key.nextChange(now);
    QCOMPARE(shown(next ? next->addSecs(-1) : now.addYears(100)), shown(now));
    QVERIFY(!next || (*next > now && shown(*next) != shown(now)));
}

void AccountValuesTest::aKeyWithoutMembersIsUsable()
{
    const ApiKey key(QJsonObject{});
    QCOMPARE(key.state(utc(2024, 5, 31)), ApiKey::State::Usable);
    QVERIFY(key.id().isEmpty() && key.name().isEmpty() && key.key().isEmpty() && key.clientSecret().isEmpty());
    QVERIFY(key.permissions().isUndefined() && key.revoked() == false);
    QVERIFY(!key.created().isKnown() && key.expires().kind == ServiceMoment::Kind::Nothing);
}

void AccountValuesTest::aKeyShowsWhatItHolds()
{
    const ApiKey key(QJsonObject{{u"id"_s, u"9007199254740993"_s},
                                 {u"name"_s, u"Build"_s},
                                 {u"key"_s, u"api_x"_s},
                                 {u"clientSecret"_s, u"cs_y"_s},
                                 {u"createdDate"_s, u"2023-02-14T09:30:00.1234567Z"_s},
                                 {u"expireDate"_s, u"soon"_s},
                                 {u"ownerId"_s, 7},
                                 {u"permissions"_s, u"15"_s},
                                 {u"description"_s, u"text"_s}});
    QCOMPARE(key.id(), u"9007199254740993"_s);
    QCOMPARE(key.name(), u"Build"_s);
    QVERIFY(key.key() == Secret::fromText(u"api_x"_s) && key.clientSecret() == Secret::fromText(u"cs_y"_s));
    QCOMPARE(key.created().moment, utc(2023, 2, 14, 9, 30, 0, 123));
    QCOMPARE(key.createdText(), u"2023-02-14T09:30:00.1234567Z"_s);
    QCOMPARE(key.expires().text, u"soon"_s);
    QCOMPARE(key.ownerId(), u"7"_s);
    QCOMPARE(key.permissions(), QJsonValue(u"15"_s));
    QCOMPARE(key.description(), u"text"_s);
}

void AccountValuesTest::settingTypes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Setting::Type>("type");
    using Type = Setting::Type;
    const std::pair<const char *, Type> rows[] = {
        {"String", Type::Text},
        {"", Type::Text},
        {"Policy/2", Type::Text},
        {"Boolean", Type::Boolean},
        {"bool", Type::Boolean},
        {"System.Boolean", Type::Boolean},
        {" BOOLEAN ", Type::Boolean},
        {"Int32", Type::Integer},
        {"System.Int64", Type::Integer},
        {"long", Type::Integer},
        {"uint64", Type::Integer},
        {"Double", Type::Real},
        {"Decimal", Type::Decimal},
        {"DateTime", Type::DateTime},
        {"DateTimeOffset", Type::DateTimeOffset},
        {"JSON", Type::Json},
        {"Object", Type::Json},
        {"Color", Type::Colour},
        {"Url", Type::Url},
        {"Uri", Type::Url},
        {"int?", Type::Integer},
        {"Nullable<Int32>", Type::Integer},
        {"System.Nullable<System.Int32>", Type::Integer},
        {"System.Drawing.Color", Type::Colour},
        {"SByte", Type::Integer},
        {"ushort", Type::Integer},
        {"float", Type::Single},
        {"TimeSpan", Type::TimeSpan},
        {"Guid", Type::Guid},
        {"DateOnly", Type::Date},
        {"TimeOnly", Type::Time},
        {"List<string>", Type::Text},
        {"int[]", Type::Text},
        {"Integer32", Type::Text},
        {"System.", Type::Text},
    };
    for (const auto &[name, type] : rows)
        QTest::newRow(*name ? name : "(none)") << QString::fromLatin1(name) << type;
}

void AccountValuesTest::settingTypes()
{
    QFETCH(const QString, name);
    QFETCH(const Setting::Type, type);
    const Setting setting(QJsonObject{{u"type"_s, name}});
    QCOMPARE(setting.type(), type);
    QCOMPARE(setting.typeName(), name);
}

void AccountValuesTest::booleansKeepTheirForm_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<std::optional<bool>>("value");
    QTest::addColumn<QString>("yes");
    QTest::addColumn<QString>("no");
    const auto row = [](const char *before, std::optional<bool> value, const char *yes, const char *no) {
        QTest::newRow(*before ? before : "(none)")
            << QString::fromLatin1(before) << value << QString::fromLatin1(yes) << QString::fromLatin1(no);
    };
    row("true", true, "true", "false");
    row("False", false, "True", "False");
    row("TRUE", true, "TRUE", "FALSE");
    row("1", true, "1", "0");
    row("0", false, "1", "0");
    row("yes", true, "yes", "no");
    row("No", false, "Yes", "No");
    row("ON", true, "ON", "OFF");
    row(" on ", true, "on", "off");
    row("Y", true, "Y", "N");
    row("f", false, "t", "f");
    row("", {}, "true", "false");
    row("enabled", {}, "true", "false");
    row("2", {}, "true", "false");
}

void AccountValuesTest::booleansKeepTheirForm()
{
    QFETCH(const QString, before);
    QFETCH(const std::optional<bool>, value);
    QFETCH(const QString, yes);
    QFETCH(const QString, no);
    QVERIFY(readSettingBoolean(before) == value);
    QCOMPARE(writeSettingBoolean(true, before), yes);
    QCOMPARE(writeSettingBoolean(false, before), no);
    QVERIFY(readSettingBoolean(yes) == true && readSettingBoolean(no) == false);
}

void AccountValuesTest::readOnlySettings_data()
{
    QTest::addColumn<QByteArray>("setting");
    QTest::addColumn<bool>("readOnly");
    const auto row = [](const QByteArray &setting, bool readOnly) {
        QTest::newRow(setting.constData()) << setting << readOnly;
    };
    row(R"({"id":1,"value":"x"})", false);
    row(R"({"id":"a","value":""})", false);
    row(R"({"id":1,"value":null})", false);
    row(R"({"id":1})", false);
    row(R"({"id":1,"value":"x","readOnly":false})", false);
    row(R"({"id":1,"value":"x","readOnly":true})", true);
    // Whoever writes it in another way means it as well, and what is not understood is not taken for a no.
    for (const QByteArray yes : {R"("true")", R"("True")", "1", R"("1")", R"("yes")", R"("locked")", "2", "[]", "{}"})
        row(R"({"id":1,"value":"x","readOnly":)" + yes + '}', true);
    for (const QByteArray no : {R"("false")", "0", R"("0")", R"("no")", R"("")", "null"})
        row(R"({"id":1,"value":"x","readOnly":)" + no + '}', false);
    row(R"({"id":1,"value":5})", true); // not the text that the contract says
    row(R"({"id":1,"value":{"a":1}})", true);
    row(R"({"value":"x"})", true); // nothing to find it by
}

void AccountValuesTest::readOnlySettings()
{
    QFETCH(const QByteArray, setting);
    QFETCH(const bool, readOnly);
    QCOMPARE(Setting(json(setting).toObject()).readOnly(), readOnly);
}

void AccountValuesTest::differentSettingsHaveDifferentNames()
{
    QSet<QString> names;
    const QList<QByteArray> settings{
        R"({"category":"a","group":"b","name":"c"})",   R"({"category":"a\nb","group":"c"})",
        R"({"category":"a\nb","group":"","name":"c"})", R"({"category":"a","group":"b\nc"})",
        R"({"category":"a","group":"","name":"b\nc"})", R"({"group":"a\nb","name":"c"})",
        R"({"category":"","group":"a","name":"b\nc"})"};
    for (const QByteArray &setting : settings) {
        const Setting read(json(setting).toObject());
        names << read.fullName();
        QCOMPARE(partsOfFullName(read.fullName()), (QStringList{read.category(), read.group(), read.name()}));
    }
    QCOMPARE(names.size(), settings.size());
}

void AccountValuesTest::secretSettings_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("secret");
    QTest::newRow("password") << u"SMTP password"_s << u"String"_s << true;
    QTest::newRow("token") << u"AccessToken"_s << u""_s << true;
    QTest::newRow("type") << u"Value"_s << u"Secret"_s << true;
    QTest::newRow("API key") << u"Map API key"_s << u""_s << true;
    for (const QString &name : {u"api_key"_s,
                                u"Map.Api-Key"_s,
                                u"SmtpPwd"_s,
                                u"PASSPHRASE"_s,
                                u"Signing passphrase"_s,
                                u"private_key"_s,
                                u"PrivateKey"_s,
                                u"Access key"_s,
                                u"AccessKeyId"_s,
                                u"Encryption-Key"_s,
                                u"Pass phrase"_s,
                                u"pass_word"_s,
                                u"ConnectionString"_s,
                                u"connection strings"_s,
                                u"Pass"_s,
                                u"smtp.pass"_s,
                                u"SmtpPass"_s,
                                u"User PIN"_s,
                                u"PinCode"_s,
                                u"Kennwort"_s,
                                u"Passwort"_s,
                                u"mot de passe"_s,
                                u"Contraseña"_s,
                                u"senha"_s,
                                u"пароль"_s,
                                u"密码"_s,
                                u"Bearer"_s,
                                u"SigningKey"_s,
                                u"shared_key"_s,
                                u"SAS"_s,
                                u"Lo\u0308senord"_s, // marks as characters of their own
                                u"Lösenord"_s,
                                u"Losenord"_s,
                                u"contrasen\u0303a"_s,
                                u"パスワード"_s,
                                u"ハ\u309Aスワート\u3099"_s,
                                u"ﾊﾟｽﾜｰﾄﾞ"_s, // half as wide
                                u"비밀번호"_s,
                                u"비밀번호"_s.normalized(QString::NormalizationForm_D),
                                u"Ｐａｓｓｗｏｒｄ"_s,
                                u"ＡＰＩ　Ｋｅｙ"_s,
                                u"smtp_pw"_s,
                                u"PW"_s,
                                u"MailPw"_s,
                                u"pincode"_s,
                                u"authkey"_s,
                                u"Auth-Key"_s,
                                u"şifre"_s,
                                u"ŞİFRE"_s,
                                u"SIFRE"_s,
                                u"Adgangskode"_s,
                                u"heslo"_s,
                                u"jelszó"_s,
                                u"Jelszo"_s,
                                u"kodeord"_s,
                                u"Passord"_s,
                                u"hasło"_s,
                                u"Συνθηματικό"_s,
                                u"密碼"_s,
                                u"Recovery phrase"_s,
                                u"SeedPhrase"_s,
                                u"seed_phrase"_s,
                                u"Passphrase"_s,
                                u"Recovery code"_s,
                                u"Recovery codes"_s,
                                u"RecoveryKey"_s,
                                u"Backup codes"_s,
                                u"Mnemonic"_s,
                                u"sshKey"_s,
                                u"SSH private key"_s,
                                u"jwt"_s,
                                u"SessionJwt"_s,
                                u"Authorization"_s,
                                u"Proxy-Authorization"_s,
                                u"cookie"_s,
                                u"Set-Cookie"_s,
                                u"SessionCookie"_s,
                                u"Session ID"_s,
                                u"PHPSESSID"_s,
                                u"JSESSIONID"_s,
                                u"sid"_s,
                                u"Webhook secret"_s,
                                u"SecretArn"_s,
                                u"Secretary’s password"_s,
                                u"webhook_key"_s,
                                u"License key 207"_s,
                                u"ProductKey"_s,
                                u"SentryDsn"_s,
                                u"HMAC key"_s,
                                u"hmac"_s,
                                u"salt"_s,
                                u"HashSalt"_s,
                                u"AccountKey"_s,
                                u"Security answer"_s,
                                u"Zugangstoken"_s,
                                u"Zugangstokens"_s,
                                u"apiToken"_s,
                                u"apitoken"_s,
                                u"tokenValue"_s,
                                u"tokenvalue"_s,
                                u"Tokens"_s,
                                u"Passwort1"_s,
                                u"Passwortfeld"_s,
                                u"Benutzerkennwörter"_s,
                                u"dbpassword"_s,
                                u"SMTPPASSWORD"_s,
                                u"dbpasswords"_s,
                                u"Webapi key"_s,
                                u"Clave secreta"_s,
                                u"Parola"_s,
                                u"Parool"_s,
                                u"PIN code"_s,
                                u"Pin"_s,
                                u"BlobSas"_s,
                                u"OTP"_s,
                                u"SharedAccessSignature"_s})
        QTest::newRow(qPrintable(name)) << name << u"String"_s << true;
    for (const QString &name : {u"Passenger list"_s,
                                u"CompassMode"_s,
                                u"Bypass proxy"_s,
                                u"Spinner"_s,
                                u"Opinion"_s,
                                u"Pinned items"_s,
                                u"Shortcut key"_s,
                                u"SearchKey"_s,
                                u"Passive mode"_s,
                                u"Sasha"_s,
                                u"Monkey"_s,
                                u"Author key"_s,
                                u"Opening hours"_s,
                                u"Spinach"_s,
                                u"Power"_s,
                                u"Pinned"_s,
                                u"Keyboard layout"_s,
                                u"Pwm frequency"_s,
                                u"Pincushion"_s,
                                u"Zip code"_s,
                                u"Postal code"_s,
                                u"Shortcut"_s,
                                u"Spin code"_s,
                                u"Messages log"_s,
                                u"Caches location"_s,
                                u"Notifications if requested"_s,
                                u"Compass order"_s,
                                u"Has location"_s,
                                u"Recovery e-mail"_s,
                                u"Random seed"_s,
                                u"Phrase of the day"_s,
                                u"Backup folder"_s,
                                u"Authorized"_s,
                                u"Authorization mode"_s,
                                u"AuthorizationUrl"_s,
                                u"Cookie lifetime"_s,
                                u"Accept cookies"_s,
                                u"SessionIdleTimeout"_s,
                                u"Session length"_s,
                                u"Salt Lake City"_s,
                                u"Basalt"_s,
                                u"Side"_s,
                                u"SSH port"_s,
                                u"Webhook URL"_s,
                                u"Secretary"_s,
                                u"SecretariatPhone"_s,
                                u"Segretaria"_s,
                                u"Tokenizer"_s,
                                u"SshPublicKey"_s,
                                u"Autokennzeichen"_s,
                                u"Kontokennung"_s,
                                u"Fotokennung"_s,
                                u"Nettokennzahl"_s,
                                u"Foto Ken"_s,
                                u"Secretaresse"_s,
                                u"Secretion"_s,
                                u"Parolacce"_s,
                                u"Het Parool"_s,
                                u"Passwordless sign-in"_s,
                                u"Possession ID"_s,
                                u"Boarding pass"_s,
                                u"BoardingPass"_s,
                                u"Ski pass"_s,
                                u"Pin board"_s,
                                u"Pin to top"_s,
                                u"Map pin"_s,
                                u"SAS Institute"_s})
        QTest::newRow(qPrintable(name)) << name << u"String"_s << false;
    for (const QString &name : // what a program stores about a secret, and keys that open nothing
         {u"hasPassword"_s,      u"has_api_key"_s,     u"isSecret"_s,          u"is_token"_s,
          u"wasPasswordReset"_s, u"passwordChanged"_s, u"passwordChangedAt"_s, u"password_set_at"_s,
          u"tokenCount"_s,       u"apiKey.count"_s,    u"passwordExpires"_s,   u"token_expires_at"_s,
          u"tokenExpiry"_s,      u"TokenLifetime"_s,   u"passwordLength"_s,    u"minPasswordLength"_s,
          u"passwordRequired"_s, u"passwordPolicy"_s,  u"pin_attempts"_s,      u"passwordAge"_s,
          u"otpEnabled"_s,       u"jwt_ttl"_s,         u"secretRotatedAt"_s,   u"sortKey"_s,
          u"primaryKeyColumn"_s, u"hotkey"_s,          u"keyboard"_s,          u"foreignKey"_s,
          u"defaultValue"_s,     u"colourSeed"_s,      u"PublicKey"_s,         u"keyCount"_s,
          u"keystoneVersion"_s,  u"monkey"_s})
        QTest::newRow(qPrintable(u"about: "_s + name)) << name << u"String"_s << false;
    for (const QString &name : // which look alike
         {u"Password changed"_s,
          u"SMTP password, changed"_s,
          u"password"_s,
          u"passwordAt"_s,
          u"isolatedToken"_s,
          u"issuerToken"_s,
          u"hashPassword"_s,
          u"passwordHistory"_s,
          u"oldPassword"_s,
          u"expiredPassword"_s,
          u"lengthPassword"_s,
          u"requiredPassword"_s,
          u"countToken"_s,
          u"changedPassword"_s,
          u"token_at"_s,
          u"PASSWORD_CURRENT"_s,
          u"password_confirmation"_s,
          u"secretKeyBase"_s,
          u"tokenValue"_s,
          u"passwordHash"_s,
          u"apiKeyNew"_s,
          u"enabledPin"_s,
          u"agePassword"_s,
          u"wasteToken"_s,
          u"policyPassword"_s,
          u"TTLToken"_s})
        QTest::newRow(qPrintable(u"of: "_s + name)) << name << u"String"_s << true;
    for (const QString &name : {u"p\u0430ssword"_s, u"SMTP \u0440assw\u043Erd"_s, u"\u0430pi_key"_s, u"T\u03BFken"_s,
                                u"\u041F\u0430\u0440o\u043B\u044C"_s, u"2FA seed"_s, u"2fa_seed"_s, u"TwoFactorSeed"_s,
                                u"Geheimnis"_s, u"Kundengeheimnis"_s})
        QTest::newRow(qPrintable(u"of a reader: "_s + name)) << name << u"String"_s << true;
    for (const QString &name : {u"Random seed"_s, u"Seed catalogue"_s, u"\u0420\u0435\u0436\u0438\u043C"_s})
        QTest::newRow(qPrintable(name)) << name << u"String"_s << false;
    QTest::newRow("greeting") << u"Greeting"_s << u"String"_s << false;
    QTest::newRow("keyboard") << u"Keyboard"_s << u"String"_s << false;
}

void AccountValuesTest::secretSettings()
{
    QFETCH(const QString, name);
    QFETCH(const QString, type);
    QFETCH(const bool, secret);
    QCOMPARE(Setting(QJsonObject{{u"name"_s, name}, {u"type"_s, type}}).looksSecret(), secret);
}

void AccountValuesTest::whatCanHoldNoSecretIsNone_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("secret");
    const auto row = [](const QString &type, const QString &value, bool secret) {
        QTest::newRow(qPrintable(type + u' ' + value)) << type << value << secret;
    };
    for (const QString &value : {u""_s, u"True"_s, u"0"_s, u"no"_s})
        row(u"System.Boolean"_s, value, false);
    // What is typed into them need not fit, and is kept until it is corrected.
    for (const QString &type : {u"Date"_s, u"DateTime"_s, u"DateTimeOffset"_s, u"TimeSpan"_s}) {
        for (const QString &value : {u""_s, u"2024-05-03"_s, u"30.00:00:00"_s})
            row(type, value, true);
    }
    // A service may keep something else in them.
    for (const QString &type : {u"Boolean"_s, u"Date"_s, u"DateTime"_s, u"DateTimeOffset"_s, u"TimeSpan"_s}) {
        row(type, u"hunter2"_s, true);
        row(type, u"4711"_s, true);
    }
    // A number may be a PIN, also one that is not set yet.
    for (const QString &type : {u"Int32"_s, u"Double"_s, u"String"_s, u"Guid"_s}) {
        row(type, u"0"_s, true);
        row(type, u""_s, true);
    }
}

void AccountValuesTest::whatCanHoldNoSecretIsNone()
{
    QFETCH(const QString, type);
    QFETCH(const QString, value);
    const QJsonObject setting{{u"name"_s, u"Require password"_s}, {u"type"_s, type}, {u"value"_s, value}};
    QTEST(Setting(setting).looksSecret(), "secret");
}

void AccountValuesTest::textsUnderAHeadingOfSecretsAreSecret_data()
{
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("secret");
    for (const QString &heading : {u"Passwords"_s,          u"Saved passwords"_s,  u"SECRETS"_s,
                                   u"client_secrets"_s,     u"API keys"_s,         u"Credentials"_s,
                                   u"Zugangsdaten"_s,       u"Kennwörter"_s,       u"Mots de passe"_s,
                                   u"Access tokens 2"_s,    u"Tokens"_s,           u"accesstokens"_s,
                                   u"Zugangstokens"_s,      u"OAuth2 tokens"_s,    u"Shared secrets"_s,
                                   u"Staging: tokens"_s,    u"Passwords (old)"_s,  u"Staging (passwords)"_s,
                                   u"Passwords and keys"_s, u"Keys & passwords"_s, u"passwords_and_keys"_s,
                                   u"PasswordsAndKeys"_s,   u"SSH keys"_s,         u"Connection strings"_s}) {
        QTest::newRow(qPrintable(heading)) << heading << u"String"_s << true;
        QTest::newRow(qPrintable(heading + u", a number"_s)) << heading << u"Int32"_s << false;
        QTest::newRow(qPrintable(heading + u", a date"_s)) << heading << u"DateTime"_s << false;
        QTest::newRow(qPrintable(heading + u", a switch"_s)) << heading << u"Boolean"_s << false;
    }
    for (const QString &heading :
         {u"Password policy"_s, u"Password"_s, u"Secretaries"_s, u"Token lifetime"_s, u"Keys"_s, u"Shortcut keys"_s,
          u"Security"_s, u"Tokens per minute"_s, u"Lost tokens"_s, u"Beer tokens"_s, u"Design tokens"_s,
          u"Max tokens"_s, u"Trade secrets"_s, u"Open secrets"_s, u"Beer tokens (old)"_s, u"Trade secrets and keys"_s,
          u"Passwords and security"_s})
        QTest::newRow(qPrintable(heading)) << heading << u"String"_s << false;
}

void AccountValuesTest::textsUnderAHeadingOfSecretsAreSecret()
{
    QFETCH(const QString, heading);
    QFETCH(const QString, type);
    for (const QString &place : {u"group"_s, u"category"_s}) {
        const QJsonObject setting{{u"name"_s, u"Staging"_s}, {place, heading}, {u"type"_s, type}};
        QTEST(Setting(setting).looksSecret(), "secret");
    }
}

void AccountValuesTest::countries()
{
    QVERIFY(lanyard::countries().size() > 200);
    for (const Country &country : lanyard::countries()) {
        QVERIFY2(country.code.size() == 2 && country.code == country.code.toUpper(), qPrintable(country.code));
        QVERIFY2(!country.name.isEmpty() && !country.displayName.isEmpty(), qPrintable(country.code));
        QCOMPARE(findCountry(country.code, {}), &country);
    }
    QCOMPARE(findCountry(u"it"_s, u"France"_s)->name, u"Italy"_s); // the code goes first
    QCOMPARE(findCountry({}, u"iTALY"_s)->code, u"IT"_s);
    QVERIFY(!findCountry(u"XX"_s, u"Italy"_s));
    QVERIFY(!findCountry({}, u"Atlantis"_s));
    QVERIFY(!findCountry({}, {}));
}

void AccountValuesTest::countriesAsTheyAreTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code"); // empty: nobody knows which
    const auto row = [](const QString &typed, const QString &code = {}) {
        QTest::newRow(qPrintable(u"“%1”"_s.arg(typed))) << typed << code;
    };
    for (const Country &country : lanyard::countries()) {
        for (const QString &typed : {country.name, country.displayName, country.code, country.code.toLower(),
                                     country.name.toUpper(), u' ' + country.name + u' '})
            row(typed, country.code);
    }
    row(u"fra"_s, u"FR"_s);
    row(u"İTALY"_s, u"IT"_s); // as a Turkish keyboard has it
    row(u"Olanda"_s, u"NL"_s);
    row(u"TÜRKİYE"_s, u"TR"_s);
    row(u"türkıye"_s, u"TR"_s);
    row(u"ITALIA"_s, u"IT"_s);
    row(u"ıtaly"_s, u"IT"_s);
    row(u"ΕΛΛΆΔΑ"_s, u"GR"_s);
    row(u"ΕΛΛΑΔΑ"_s, u"GR"_s); // capitals have no accents
    row(u"РОССИЯ"_s, u"RU"_s);
    row(u"日本"_s, u"JP"_s);
    row(u"السعودية"_s, u"SA"_s);
    row(u"المملكة العربية السعودية"_s, u"SA"_s);
    row(u"ประเทศไทย"_s, u"TH"_s);
    row(u"भारत"_s, u"IN"_s);
    row(u"Cote d\u02BCIvoire"_s, u"CI"_s);
    row(u"Co\u0302te d'Ivoire"_s, u"CI"_s); // as macOS writes it
    row(u"Ｇｅｒｍａｎｙ"_s, u"DE"_s);
    row(u"New\u00A0Zealand"_s, u"NZ"_s);
    row(u"Germany\u200E"_s, u"DE"_s);
    row(u"CHE"_s, u"CH"_s);
    row(u"ch"_s, u"CH"_s);
    row(u"en"_s);
    row(u"Germ"_s, u"DE"_s);
    row(u"DEU"_s, u"DE"_s);
    row(u"276"_s, u"DE"_s);
    row(u"Deutschland"_s, u"DE"_s);
    row(u"italia"_s, u"IT"_s);
    row(u"USA"_s, u"US"_s);
    row(u"U.S.A."_s, u"US"_s);
    row(u"United States of America"_s, u"US"_s);
    row(u"UK"_s, u"GB"_s);
    row(u"Great Britain"_s, u"GB"_s);
    row(u"Holland"_s, u"NL"_s);
    row(u"The Netherlands"_s, u"NL"_s);
    row(u"Kosovo"_s, u"XK"_s);
    row(u"south korea"_s, u"KR"_s);
    row(u"Russia"_s, u"RU"_s);
    row(u"Czech Republic"_s, u"CZ"_s);
    row(u"Ivory Coast"_s, u"CI"_s);
    row(u"Cote d’Ivoire"_s, u"CI"_s);
    row(u"Turkey"_s, u"TR"_s);
    row(u"Türkiye"_s, u"TR"_s);
    for (const QString &name : {u"تركيا"_s, u"ترکیه"_s, u"トルコ"_s, u"터키"_s, u"土耳其"_s, u"Τουρκία"_s})
        row(name, u"TR"_s);
    row(u"エスワティニ"_s, u"SZ"_s);
    row(u"チェコ"_s, u"CZ"_s);
    row(u"turkiye"_s, u"TR"_s);
    row(u"Österreich"_s, u"AT"_s);
    row(u"Reunion"_s, u"RE"_s);
    row(u"st. kitts and nevis"_s, u"KN"_s);
    row(u"Trinidad & Tobago"_s, u"TT"_s);
    row(u"Guinea"_s, u"GN"_s);
    row(u"Niger"_s, u"NE"_s);
    row(u"Bolivia"_s, u"BO"_s);
    row(u"Congo"_s, u"CG"_s);
    row(u"DR Congo"_s, u"CD"_s);
    row(u"Vatican"_s, u"VA"_s);
    // In the languages of the country, of the desktop, of neither
    for (const QString &name : {u"Deutschland"_s, u"DEUTSCHLAND"_s, u"Allemagne"_s, u"Germania"_s, u"Alemania"_s,
                                u"Alemanha"_s, u"Duitsland"_s, u"Niemcy"_s, u"Германия"_s, u"ドイツ"_s, u"德国"_s})
        row(name, u"DE"_s);
    for (const QString &name : {u"Schweiz"_s, u"Suisse"_s, u"Svizzera"_s, u"Svizra"_s, u"Suiza"_s, u"Zwitserland"_s})
        row(name, u"CH"_s);
    for (const QString &name : {u"Grossbritannien"_s, u"Großbritannien"_s, u"GROSSBRITANNIEN"_s, u"England"_s,
                                u"Engeland"_s, u"Schottland"_s, u"Royaume-Uni"_s, u"Vereinigtes Königreich"_s,
                                u"Vereinigtes Koenigreich"_s, u"Inglaterra"_s, u"Britain"_s, u"U.K."_s, u"G.B."_s})
        row(name, u"GB"_s);
    for (const QString &name :
         {u"Vereinigte Staaten"_s, u"Vereinigte Staaten von Amerika"_s, u"États-Unis"_s, u"Etats Unis"_s,
          u"Stati Uniti"_s, u"EE. UU."_s, u"Estados Unidos"_s, u"США"_s, u"Amerika"_s, u"the United States"_s})
        row(name, u"US"_s);
    for (const QString &name : {u"Niederlande"_s, u"Nederland"_s, u"Pays-Bas"_s, u"Hollande"_s, u"Holanda"_s})
        row(name, u"NL"_s);
    for (const QString &name : {u"n.a."_s, u"no."_s, u"i.o."_s, u"T.N."_s, u"N/A"_s, u"n/a"_s})
        row(name, QString());
    // At home, without their formal names
    for (const QString &name : {u"한국"_s, u"남한"_s, u"韓国"_s})
        row(name, u"KR"_s);
    for (const QString &name : {u"북한"_s, u"北朝鮮"_s})
        row(name, u"KP"_s);
    for (const QString &name : {u"イギリス"_s, u"بريطانيا"_s, u"انجلترا"_s, u"อังกฤษ"_s, u"בריטניה"_s, u"אנגליה"_s})
        row(name, u"GB"_s);
    for (const QString &name :
         {u"アメリカ"_s, u"أمريكا"_s, u"امريكا"_s, u"อเมริกา"_s, u"ארה״ב"_s, u"ארה\"ב"_s, u"미국"_s})
        row(name, u"US"_s);
    row(u"Wlochy"_s, u"IT"_s);
    row(u"Włochy"_s, u"IT"_s);
    row(u"Tchéquia"_s, u"CZ"_s);
    row(u"Irã"_s, u"IR"_s);
    row(u"Bharat"_s, u"IN"_s);
    row(u"Czechia"_s, u"CZ"_s);
    row(u"Tschechien"_s, u"CZ"_s);
    row(u"Česko"_s, u"CZ"_s);
    row(u"Česká republika"_s, u"CZ"_s);
    row(u"Elfenbeinküste"_s, u"CI"_s);
    row(u"Elfenbeinkueste"_s, u"CI"_s);
    row(u"Burma"_s, u"MM"_s);
    row(u"Birmanie"_s, u"MM"_s);
    row(u"Myanmar"_s, u"MM"_s);
    row(u"Swaziland"_s, u"SZ"_s);
    row(u"Eswatini"_s, u"SZ"_s);
    row(u"Macedonia"_s, u"MK"_s);
    row(u"North Macedonia"_s, u"MK"_s);
    row(u"Kosova"_s, u"XK"_s);
    row(u"Kosowo"_s, u"XK"_s);
    row(u"Weißrussland"_s, u"BY"_s);
    row(u"Türkei"_s, u"TR"_s);
    row(u"Tuerkei"_s, u"TR"_s);
    row(u"Österreich"_s, u"AT"_s);
    row(u"Oesterreich"_s, u"AT"_s);
    row(u"Südkorea"_s, u"KR"_s);
    row(u"Corée du Sud"_s, u"KR"_s);
    row(u"Ceylon"_s, u"LK"_s);
    row(u"Persia"_s, u"IR"_s);
    row(u"Vatikan"_s, u"VA"_s);
    row(u"Ελλάδα"_s, u"GR"_s);
    row(u"日本"_s, u"JP"_s);
    row(u"中国"_s, u"CN"_s);
    row(u"臺灣"_s, u"TW"_s);
    row(u"مصر"_s, u"EG"_s);
    row(u"भारत"_s, u"IN"_s);
    row(u"Magyarország"_s, u"HU"_s);
    row(u"Magyarorszag"_s, u"HU"_s);
    row(u"Danmark"_s, u"DK"_s);
    row(u"Dänemark"_s, u"DK"_s);
    row(u"Polska"_s, u"PL"_s);
    row(u"Suomi"_s, u"FI"_s);
    // Several are called so
    row(u"Korea"_s);
    row(u"Virgin Islands"_s);
    row(u"Domin"_s);
    row(u"Nigeri"_s);
    row(u"Yugoslavia"_s);
    row(u"Italy (IT)"_s, u"IT"_s);
    row(u"Italy (FR)"_s);
    row(u"🇮🇹"_s, u"IT"_s);
    row(u"🇮"_s);
    row(u"Unit"_s);
    row(u"Guin"_s);
    row(u"Kore"_s);
    row(u"KOR"_s, u"KR"_s);
    row(u"fr an"_s);
    row(u"xx"_s);
    row(u"Z"_s);
    row(u"Atlantis"_s);
    row(u""_s);
    row(u"  "_s);
}

void AccountValuesTest::countriesAsTheyAreTyped()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, code);
    const Country *country = countryFromTyped(typed);
    QCOMPARE(country ? country->code : QString(), code);
}

// Whatever languages glibc has been told to generate on this machine.
void AccountValuesTest::countriesInTheLanguageOfTheDesktop_data()
{
    QTest::addColumn<QStringList>("languages");
    QTest::addColumn<QString>("germany");
    QTest::newRow("de") << QStringList{u"de-Latn-DE"_s, u"de-DE"_s, u"de"_s} << u"Deutschland"_s;
    QTest::newRow("de_CH") << QStringList{u"de-Latn-CH"_s, u"de-CH"_s} << u"Deutschland"_s;
    QTest::newRow("fr, then de") << QStringList{u"fr"_s, u"de"_s} << u"Allemagne"_s;
    QTest::newRow("zh_TW") << QStringList{u"zh-Hant-TW"_s, u"zh-TW"_s} << u"德國"_s;
    QTest::newRow("sr_Latn") << QStringList{u"sr-Latn-RS"_s, u"sr-Latn"_s} << u"Nemačka"_s;
    QTest::newRow("sr") << QStringList{u"sr-Cyrl-RS"_s, u"sr-RS"_s, u"sr"_s} << u"Немачка"_s;
    QTest::newRow("nb") << QStringList{u"nb-Latn-NO"_s, u"nb"_s} << u"Tyskland"_s;
    QTest::newRow("en, then de") << QStringList{u"en-US"_s, u"de"_s} << u"Germany"_s;
    QTest::newRow("none that is translated") << QStringList{u"xx"_s, u"it-IT"_s} << u"Germania"_s;
    QTest::newRow("C") << QStringList{u"C"_s} << u"Germany"_s;
    QTest::newRow("nothing") << QStringList() << u"Germany"_s;
}

void AccountValuesTest::countriesInTheLanguageOfTheDesktop()
{
    QFETCH(const QStringList, languages);
    QFETCH(const QString, germany);
    const QList<Country> all = countriesIn(languages);
    QCOMPARE(all.size(), lanyard::countries().size());
    const auto found = std::find_if(all.begin(), all.end(), [](const Country &c) { return c.code == "DE"_L1; });
    QVERIFY(found != all.end());
    QCOMPARE(found->displayName, germany);
    QCOMPARE(found->name, u"Germany"_s);
}

// What looks like a code or the beginning of another name is not what its user means by it.
void AccountValuesTest::countriesAsTheirUsersCallThem_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code"); // "?": it could be several
    const auto row = [](const QString &language, const QString &typed, const QString &code) {
        QTest::addRow("%s in %s", qPrintable(typed), qPrintable(language)) << language << typed << code;
    };
    row(u"cs-CZ"_s, u"ČR"_s, u"CZ"_s);
    row(u"cs-CZ"_s, u"čr"_s, u"CZ"_s);
    row(u"cs-CZ"_s, u"CR"_s, u"?"_s);
    row(u"cs-CZ"_s, u"SR"_s, u"?"_s);
    row(u"en-GB"_s, u"ČR"_s, QString());
    row(u"en-GB"_s, u"CR"_s, u"CR"_s);
    row(u"en-GB"_s, u"cr"_s, u"CR"_s);
    row(u"en-GB"_s, u"Ａ"_s, QString());
    row(u"en-GB"_s, u"ＩＴ"_s, u"IT"_s);
    row(u"en-GB"_s, u"ÍT"_s, QString());
    row(u"vi-VN"_s, u"Anh"_s, u"GB"_s);
    row(u"vi-VN"_s, u"anh"_s, u"GB"_s);
    row(u"vi-VN"_s, u"Nga"_s, u"RU"_s);
    row(u"vi-VN"_s, u"NGA"_s, u"?"_s);
    row(u"en-GB"_s, u"NGA"_s, u"NG"_s);
    row(u"vi-VN"_s, u"Bỉ"_s, u"BE"_s);
    row(u"vi-VN"_s, u"Áo"_s, u"AT"_s);
    row(u"vi-VN"_s, u"AO"_s, u"?"_s);
    row(u"vi-VN"_s, u"BI"_s, u"?"_s);
    row(u"vi-VN"_s, u"Hoa Kỳ"_s, u"US"_s);
    row(u"vi-VN"_s, u"Hàn Quốc"_s, u"KR"_s);
    row(u"vi-VN"_s, u"Nhật Bản"_s, u"JP"_s);
    row(u"fa-IR"_s, u"کره"_s, u"?"_s);
    row(u"fa-IR"_s, u"کره جنوبی"_s, u"KR"_s);
    row(u"fa-IR"_s, u"ايران"_s, u"IR"_s); // with the Arabic yeh
    row(u"fa-IR"_s, u"سوييس"_s, u"CH"_s);
    row(u"fa-IR"_s, u"آمریکا"_s, u"US"_s);
    row(u"fa-IR"_s, u"انگلیس"_s, u"GB"_s);
    row(u"fa-IR"_s, u"ترکیه"_s, u"TR"_s);
    row(u"id-ID"_s, u"AS"_s, u"?"_s);
    row(u"id-ID"_s, u"Inggris"_s, u"GB"_s);
    row(u"es-ES"_s, u"RU"_s, u"?"_s);
    row(u"fr-FR"_s, u"RU"_s, u"?"_s);
    row(u"de-DE"_s, u"RU"_s, u"RU"_s);
    row(u"el-GR"_s, u"ΗΠΑ"_s, u"US"_s);
    row(u"el-GR"_s, u"Αγγλία"_s, u"GB"_s);
    row(u"el-GR"_s, u"Τουρκία"_s, u"TR"_s);
    row(u"fi-FI"_s, u"Englanti"_s, u"GB"_s);
    row(u"uk-UA"_s, u"Росія"_s, u"RU"_s);
    row(u"nl-NL"_s, u"VS"_s, u"US"_s);
    row(u"nl-NL"_s, u"VK"_s, u"GB"_s);
    row(u"hi-IN"_s, u"रूस"_s, u"RU"_s);
    row(u"zh-CN"_s, u"南韩"_s, u"KR"_s);
    row(u"da-DK"_s, u"Faeroerne"_s, u"FO"_s);
    row(u"de-AT"_s, u"osterr"_s, u"AT"_s);
    row(u"pt-BR"_s, u"franca"_s, u"FR"_s);
}

void AccountValuesTest::countriesAsTheirUsersCallThem()
{
    QFETCH(const QString, language);
    QFETCH(const QString, typed);
    QFETCH(const QString, code);
    const QList<Country> all = countriesIn({language});
    const CountryReading reading = CountryNames(all, {language}).read(typed);
    QCOMPARE(reading.isAmbiguous ? u"?"_s : reading.country ? reading.country->code : QString(), code);
}

// In their order: what is named first, then what begins so.
void AccountValuesTest::suggestionsBeginWithWhatIsMeant_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("first");
    const auto row = [](const QString &language, const QString &typed, const QStringList &first) {
        QTest::addRow("%s in %s", qPrintable(typed), qPrintable(language)) << language << typed << first;
    };
    row(u"en-GB"_s, u"uk"_s, {u"GB"_s, u"UA"_s});
    row(u"en-GB"_s, u"us"_s, {u"US"_s});
    row(u"en-GB"_s, u"ger"_s, {u"DE"_s});
    row(u"en-GB"_s, u"IN"_s, {u"IN"_s, u"ID"_s});
    row(u"en-GB"_s, u"CR"_s, {u"CR"_s, u"HR"_s});
    row(u"en-GB"_s, u"cote"_s, {u"CI"_s});
    row(u"en-GB"_s, u"united"_s, {u"AE"_s, u"GB"_s, u"US"_s});
    row(u"pt-BR"_s, u"franca"_s, {u"FR"_s});
    row(u"pt-BR"_s, u"japao"_s, {u"JP"_s});
    row(u"de-AT"_s, u"osterr"_s, {u"AT"_s});
    row(u"de-AT"_s, u"oesterr"_s, {u"AT"_s});
    row(u"cs-CZ"_s, u"nem"_s, {u"DE"_s});
    row(u"cs-CZ"_s, u"CR"_s, {u"CR"_s, u"CZ"_s});
    row(u"vi-VN"_s, u"Bỉ"_s, {u"BE"_s, u"BI"_s});
    row(u"en-GB"_s, u"-"_s, {});
}

void AccountValuesTest::suggestionsBeginWithWhatIsMeant()
{
    QFETCH(const QString, language);
    QFETCH(const QString, typed);
    QFETCH(const QStringList, first);
    const QList<Country> all = countriesIn({language});
    QStringList codes;
    for (const Country *country : CountryNames(all, {language}).suggestions(typed))
        codes << country->code;
    QVERIFY2(codes.isEmpty() == first.isEmpty(), qPrintable(codes.join(u' ')));
    QStringList found = codes.mid(0, first.size());
    if (first.size() == 2 && first.contains(u"CZ"_s)) // by their display names
        found.sort();
    QCOMPARE(found, first);
}

void AccountValuesTest::severalCountriesAreNotNone()
{
    for (const QString &typed : {u"Korea"_s, u"Guin"_s, u"Nigeri"_s, u"Virgin Islands"_s})
        QVERIFY2(readCountry(typed).isAmbiguous, qPrintable(typed));
    for (const QString &typed : {u"Atlantis"_s, u"xx"_s, u"Italy (FR)"_s, u"Italy"_s, QString(100'000, u'a')})
        QVERIFY2(!readCountry(typed).isAmbiguous, qPrintable(typed.left(20)));
}

void AccountValuesTest::aDamagedCatalogueIsReadAsFarAsItGoes()
{
    QFile real(u"/usr/share/locale/de/LC_MESSAGES/iso_3166-1.mo"_s);
    QVERIFY(real.open(QIODevice::ReadOnly));
    const QByteArray whole = real.readAll();
    const QTemporaryDir folder;
    const auto textsIn = [&folder](const QByteArray &bytes) {
        QFile file(folder.filePath(u"a.mo"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        file.close();
        qsizetype texts = 0;
        Catalogue(file.fileName()).forEach([&texts](QByteArrayView text, QByteArrayView translation) {
            texts += !text.isEmpty() && !translation.isEmpty() ? 1 : 0;
        });
        return texts;
    };
    const qsizetype all = textsIn(whole);
    QVERIFY(all > 400);
    for (qsizetype size = 0; size < whole.size(); size = size * 3 / 2 + 1)
        QVERIFY(textsIn(whole.left(size)) < all);
    for (qsizetype place = 0; place < 64; ++place) {
        QByteArray damaged = whole;
        damaged[place] = '\xff';
        QVERIFY(textsIn(damaged) * 8 <= whole.size());
    }
    QCOMPARE(textsIn("no catalogue, but as long as the head of one"), 0);
    QVERIFY(Catalogue(folder.filePath(u"b.mo"_s)).isEmpty());
}

void AccountValuesTest::aTextInAFormOfTheServicesIsTheSame_data()
{
    QTest::addColumn<QString>("place"); // a member of the profile, or the type of a setting
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QJsonValue>("now");
    QTest::addColumn<bool>("same");
    const auto row = [](const QString &place, const QString &sent, const QJsonValue &now, bool same) {
        QTest::addRow("%s: %s, %s", qPrintable(place), qPrintable(sent), qPrintable(now.toString()))
            << place << sent << now << same;
    };
    row(u"email"_s, u"Anna.New@Example.org"_s, u"anna.new@example.org"_s, true);
    row(u"email"_s, u"anna@example.org"_s, u"annaexample.org"_s, false);
    row(u"email"_s, u"anna@example.org"_s, u"anne@example.org"_s, false);
    row(u"phoneNumber"_s, u"+39 06 555"_s, u"+3906555"_s, true);
    row(u"mobile"_s, u"+39 (06) 555-1"_s, u"39065551"_s, true);
    row(u"mobile"_s, u"+39 06 555"_s, u"+39 06 556"_s, false);
    row(u"city"_s, u"Reggio nell'Emilia"_s, u"REGGIO NELL’EMILIA"_s, false);
    row(u"city"_s, u"Bari"_s, u"BARI"_s, false);
    row(u"city"_s, u" Bari "_s, u"Bari"_s, true);
    row(u"city"_s, u"Bari  Vecchia"_s, u"Bari Vecchia"_s, true);
    row(u"city"_s, u"Bari Vecchia"_s, u"BariVecchia"_s, false);
    row(u"city"_s, u" "_s, u""_s, false);
    row(u"city"_s, u"Bari"_s, u"Bari"_s + QString(6, QChar(QChar::Null)), true);
    row(u"city"_s, u"Bari"_s, u"Bar"_s, false);
    row(u"city"_s, u"Bari"_s, QString(), false);
    row(u"userName"_s, u"M.Rossi"_s, u"m.rossi"_s, true);
    row(u"userName"_s, u"m.rossi"_s, u"mrossi"_s, false);
    row(u"lastName"_s, u"Rossi-Bianchi"_s, u"Rossi Bianchi"_s, false);
    row(u"lastName"_s, u"O'Brien"_s, u"OBRIEN"_s, false);
    row(u"lastName"_s, u"O'Brien"_s, u"O'BRIEN"_s, false);
    row(u"department"_s, u"R&D, EU"_s, u"R&D EU"_s, false);
    row(u"lastName"_s, u"Jose\u0301"_s, u"Jos\u00e9"_s, true);
    row(u"lastName"_s, u"José"_s, u"Jose"_s, false);
    row(u"lastName"_s, u"कि"_s, u"क"_s, false);
    row(u"postalCode"_s, u"sw1a1aa"_s, u"SW1A 1AA"_s, true);
    row(u"country"_s, u"Italy"_s, u"ITALY"_s, true);
    row(u"countryCode"_s, u"IT"_s, u"it"_s, true);
    row(u"notes"_s, u"Do not call!"_s, u"Do. Not call"_s, false);
    row(u"notes"_s, u"Do not call!"_s, u"Do not call"_s, false);
    row(u"notes"_s, u"\none  two\n\n"_s, u"one two"_s, true);
    row(u"notes"_s, u"one\n\ntwo"_s, u"one\ntwo"_s, false);
    row(u"notes"_s, u"one\ntwo"_s, u"one two"_s, false);
    row(u"notes"_s, u"One.\nTwo\n\n"_s, u"One.\r\nTwo"_s, true);
    row(u"notes"_s, u"!!!"_s, u"?"_s, false);
    row(u"image"_s, u"AbCd"_s, u"abcd"_s, false);
    row(u"birthDate"_s, u"2000-01-02"_s, u"20000102"_s, false);
    for (const QString &type : {u"String"_s, u"Double"_s, u"Decimal"_s, u"Int32"_s}) {
        row(type, u"1.5"_s, u"15"_s, false);
        row(type, u"-5"_s, u"5"_s, false);
        row(type, u"−5"_s, u"5"_s, false);
        row(type, u"(5)"_s, u"5"_s, false);
        row(type, u"1.5"_s, u"1,5"_s, false);
    }
    row(u"String"_s, u"v1.5"_s, u"V15"_s, false);
    row(u"String"_s, u"v1.5 "_s, u"v1.5"_s, true);
    row(u"String"_s, u"v1.5"_s, u"V1.5"_s, false);
    row(u"SmtpPassword"_s, u"Pa-ss Wörd!"_s, u"PASSWÖRD"_s, false);
    row(u"SmtpPassword"_s, u"secret "_s, u"secret"_s, false);
    row(u"String"_s, u"C#"_s, u"c"_s, false);
    row(u"String"_s, u"5 €"_s, u"5"_s, false);
    row(u"String"_s, u"5 %"_s, u"5"_s, false);
    row(u"String"_s, u"5"_s, 5.5, false);
    row(u"Url"_s, u"https://example.com/a"_s, u"https://EXAMPLE.com/a/"_s, true);
    row(u"Url"_s, u"https://example.com/a"_s, u"https://example.com/A"_s, false);
    row(u"Url"_s, u"https://example.com/?a=/"_s, u"https://example.com/?a="_s, false);
    row(u"Guid"_s, u"6f96-none"_s, u"6F96none"_s, false);
    row(u"Json"_s, uR"(["A"])"_s, uR"(["a"])"_s, false);
    row(u"DateTime"_s, u"2024-05-31"_s, u"20240531"_s, false);
}

// Only if it is not the value before: that was kept, not written.
void AccountValuesTest::aTextInAFormOfTheServicesIsTheSame()
{
    QFETCH(const QString, place);
    QFETCH(const QString, sent);
    QFETCH(const QJsonValue, now);
    QFETCH(const bool, same);
    const bool isField = userField(place) != nullptr;
    const QJsonObject setting{{u"id"_s, 1}, {u"type"_s, place}, {u"value"_s, now}};
    const User user({{u"id"_s, u"u"_s}, {place, now}, {u"settings"_s, QJsonArray{setting}}});
    const Path path = isField ? Path::field(place) : Path::setting(u"1"_s);
    Change change{path, sent, u"before"_s};
    QVERIFY(!isNormalised(change, user)); // never sent: somebody else's
    change.wasSent = true;
    QCOMPARE(isNormalised(change, user), same);
    change.before = now;
    QVERIFY(!isNormalised(change, user));
    change.before.reset(); // not known
    QVERIFY(!isNormalised(change, user));
}

void AccountValuesTest::membersAsServicesNameThem_data()
{
    QTest::addColumn<QString>("key"); // empty: no field of the profile
    const auto row = [](const char *member, const QString &key) { QTest::newRow(member) << key; };
    for (const char *member : {"email", "Email", "EMAIL", "User.Email", "user.email", "$.user.email", "$.email",
                               "user[email]", "$.user['email']", "$['user']['email']", "/user/email", "Email[0]"})
        row(member, member == QByteArrayView("Email[0]") ? QString() : u"email"_s);
    row("User.PhoneNumber", u"phoneNumber"_s);
    row("CountryCode", u"country"_s);
    for (const char *member : {"", "$", "user", "$.user", "$.user.apiKeys[0].name", "user.settings[3].id", "nickname"})
        row(member, {});
}

void AccountValuesTest::membersAsServicesNameThem()
{
    const UserField *field = fieldOfMember(QString::fromLatin1(QTest::currentDataTag()));
    QTEST(field ? QString(field->key) : QString(), "key");
}

void AccountValuesTest::whatAServiceRefusedBelongsToItsPlace_data()
{
    QTest::addColumn<QString>("member"); // empty: the service names none
    QTest::addColumn<QString>("message");
    QTest::addColumn<QStringList>("sent"); // "#5": the setting 5; "~5": one that had that id
    QTest::addColumn<QStringList>("places");
    const QStringList two{u"city"_s, u"email"_s};
    const QStringList settings{u"#7"_s, u"#8"_s};
    const QString inUse = u"The e-mail address is already used by another account."_s;
    for (const char *member : {"Email", "User.Email", "$.user.email", "/user/email"})
        QTest::newRow(member) << QString::fromLatin1(member) << u"Bad"_s << two << QStringList{u"email"_s};
    for (const char *member : {"user.settings[1].value", "Settings[1].Value", "$.user.settings[1]", "/user/settings/1"})
        QTest::newRow(member) << QString::fromLatin1(member) << u"Bad"_s << settings << QStringList{u"#8"_s};
    QTest::newRow("a setting that was not sent")
        << u"settings[0]"_s << u"Bad"_s << QStringList{u"#8"_s} << QStringList();
    QTest::newRow("a setting that is not there") << u"settings[9]"_s << u"Bad"_s << settings << QStringList();
    QTest::newRow("a key's member") << u"apiKeys[1].name"_s << u"Bad"_s << two << QStringList();
    QTest::newRow("a field nobody edits") << u"user.rank"_s << u"Bad"_s << two << QStringList();
    QTest::newRow("the only place") << QString() << u"No."_s << QStringList{u"city"_s} << QStringList{u"city"_s};
    QTest::newRow("a country and its code")
        << QString() << u"No."_s << QStringList{u"country"_s, u"countryCode"_s} << QStringList{u"country"_s};
    QTest::newRow("by its label") << QString() << inUse << two << QStringList{u"email"_s};
    QTest::newRow("by its label, in which there is another")
        << QString() << u"The e-mail address is already in use."_s << QStringList{u"address"_s, u"email"_s}
        << QStringList{u"email"_s};
    QTest::newRow("by a label of two words, one of them another's")
        << QString() << u"Mobile phone is not valid."_s << QStringList{u"mobile"_s, u"phoneNumber"_s}
        << QStringList{u"mobile"_s};
    QTest::newRow("of a place that was not sent, in whose label there is another")
        << QString() << u"The e-mail address is already in use."_s << QStringList{u"address"_s, u"city"_s}
        << QStringList();
    QTest::newRow("both") << QString() << u"Phone and mobile phone are not valid."_s
                          << QStringList{u"mobile"_s, u"phoneNumber"_s} << QStringList{u"mobile"_s, u"phoneNumber"_s};
    QTest::newRow("by its key") << QString() << u"birthDate: in the future"_s << QStringList{u"birthDate"_s, u"city"_s}
                                << QStringList{u"birthDate"_s};
    QTest::newRow("by a setting's name") << QString() << u"Volume is too loud."_s << settings << QStringList{u"#8"_s};
    QTest::newRow("by the name of the setting that has its id now")
        << QString() << u"Volume is too loud."_s << QStringList{u"~8"_s, u"#7"_s} << QStringList();
    QTest::newRow("only whole words") << QString() << u"Capacity exceeded."_s << two << QStringList();
    QTest::newRow("no words at all") << QString() << u" "_s << QStringList{u"city"_s} << QStringList();
}

void AccountValuesTest::whatAServiceRefusedBelongsToItsPlace()
{
    QFETCH(const QString, member);
    QFETCH(const QString, message);
    QFETCH(const QStringList, sent);
    const User user(QJsonDocument::fromJson(
                        R"({"settings":[{"id":8,"name":"Volume"},{"id":6,"name":"New"},{"id":7,"name":"Theme"}]})")
                        .object()); // which was read in another order than that in which it was sent
    Error error;
    error.kind = Error::Kind::Refused;
    error.serverMessage = message;
    error.sentSettings = {u"7"_s, u"8"_s};
    if (!member.isEmpty())
        error.refusedMembers.insert(member, u"Not this."_s);
    QList<Path> paths;
    for (const QString &place : sent) {
        if (place.startsWith(u'~'))
            paths << Path::formerSetting(place.mid(1), u"\n\nOld"_s);
        else
            paths << (place.startsWith(u'#') ? Path::setting(place.mid(1)) : Path::field(place));
    }
    QStringList places;
    const auto refused = refusedPlaces(error, paths, user);
    for (const auto &[path, words] : refused) {
        places << (path.isSetting() ? u'#' + path.settingId() : path.fieldKey());
        QCOMPARE(words, member.isEmpty() ? error.serverMessage : u"Not this."_s);
    }
    QTEST(places, "places");
}

} // namespace lanyard::testing

LANYARD_TEST(QCoreApplication, lanyard::testing::AccountValuesTest)
#include "tst_accountvalues.moc"
