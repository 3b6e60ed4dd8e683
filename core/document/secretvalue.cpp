#include "core/document/secretvalue.h"

#include "core/document/secretforms.h"
#include "core/document/secretmask.h"
#include "core/document/secretyaml.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// With U+FFFD for each half of a character: what is no Unicode matches nothing.
QString withoutHalves(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else if (text.at(i).isSurrogate())
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

QString withoutPrivateKeys(const QString &text)
{
    static const QRegularExpression form(
        u"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?<secret>.+?)(?:-----END|\\z)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    return text.contains("-----BEGIN"_L1) ? maskedSecrets(text, form) : text;
}

// What stands behind the last @ before the path is the host.
QString withoutPasswordsInAddresses(const QString &text)
{
    static const QRegularExpression form(
        u"(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{0,30}://[^\\s/?#:@\"']*:(?<secret>[^\\s/?#\"']+)@"_s);
    return text.contains("://"_L1) ? maskedSecrets(text, form) : text;
}

// Whatever the member is, except that null, true and false and the empty text tell nothing. The end may be cut off.
QString withoutSecretMembers(const QString &text)
{
    static const QRegularExpression name(
        u"\"(?<name>(?:[^\"\\\\]|\\\\.){1,200})\"\\s*:\\s*+(?!\"\"|(?:null|true|false)\\b)"_s);
    static const QRegularExpression value(u"(?:\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\\\?\\z)|"
                                          "(?<tree>[\\[{](?:[^\\[\\]{}\"]|\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\\\?\\z)|"
                                          "(?&tree))*+(?:[\\]}]|\\z))|"
                                          "[^\\s,\\]}]*)"_s);
    return text.contains(u':') ? maskedBehind(name, value, text, u"\"•••\"") : text;
}

// `name=value` separated by semicolons, else by & or spaces; a value with the separators in it is quoted or in braces.
QString withoutSecretPairs(const QString &text)
{
    static const QRegularExpression name(u"(?<name>[\\p{L}\\p{N}_.\\- ]{1,60})\\s*=(?!=)[^\\S\\n]*"_s);
    static const QRegularExpression ofList(u"(?:\"[^\"]*\"?|'[^']*'?|\\{[^}]*\\}?|[^;\\n\"]*)"_s);
    static const QRegularExpression ofWords(u"(?:\"[^\"]*\"?|'[^']*'?|"
                                            "(?:[^&\\s\"]+(?:[^\\S\\n]+(?![\\p{L}\\p{N}_.-]+\\s*=)[^&\\s\"]+)*)?)"_s);
    if (!text.contains(u'='))
        return text;
    return maskedBehind(name, text.contains(u';') ? ofList : ofWords, text);
}

} // namespace

QString withoutSecretValues(const QString &value)
{
    const QString text = withoutHalves(value);
    const QString plain = withoutSecretForms(withoutPasswordsInAddresses(withoutPrivateKeys(text)));
    const QString clean = withoutSecretPairs(withoutSecretYaml(withoutSecretMembers(plain)));
    return clean == text ? value : clean;
}

// Between what is left on both sides.
QStringList secretsInValue(const QString &value)
{
    QStringList secrets;
    const QString text = withoutHalves(value);
    const QStringList rest = withoutSecretValues(text).split(SecretMask.toString());
    qsizetype at = rest.first().size();
    for (qsizetype i = 1; i < rest.size(); ++i) {
        const bool isLast = i + 1 == rest.size();
        const qsizetype end = isLast ? text.size() - rest.at(i).size() : text.indexOf(rest.at(i), at);
        if (end < at)
            break; // the text has a mask of its own
        const bool isQuoted =
            end - at > 2 && QStringView(u"\"'").contains(text.at(at)) && text.at(end - 1) == text.at(at);
        secrets << (isQuoted ? text.sliced(at + 1, end - at - 2) : text.sliced(at, end - at));
        at = end + rest.at(i).size();
    }
    return secrets;
}

bool holdsSecretValue(const QString &value)
{
    return withoutSecretValues(value) != value;
}

} // namespace lanyard
