#include "core/document/secretforms.h"

#include "core/document/secretmask.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr auto AnyCase = QRegularExpression::CaseInsensitiveOption;

QString withoutTokens(const QString &text)
{
    static const QRegularExpression form(u"(?<![A-Za-z0-9_-])(?<secret>"
                                         "eyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]{2,}){2,4}|"
                                         "gh[opusr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|"
                                         "glpat-[A-Za-z0-9_-]{16,}|xox[abeoprs]-[A-Za-z0-9-]{10,}|"
                                         "(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9]))"_s);
    return maskedSecrets(text, form);
}

// Whoever has the address may write there. In JSON each slash may be escaped.
QString withoutWebhooks(const QString &text)
{
    static const QRegularExpression form(
        u"(?<![A-Za-z0-9-])(?:(?<slack>hooks\\.slack(?:-gov)?\\.com)|(?<discord>discord(?:app)?\\.com)|"
        "webhook\\.office\\.com|outlook\\.office(?:365)?\\.com)\\.?(?::[0-9]{0,5})?(?<slash>(?:\\\\?/)++)"
        "(?(<slack>)(?:services|workflows|triggers)|"
        "(?(<discord>)api(?&slash)(?:v[0-9]{1,3}(?&slash))?webhooks(?&slash)[0-9]{1,30}|webhook[a-z0-9]{0,9}))"
        "(?&slash)(?<secret>[^\\s\"'<>?#,;)]{8,})"_s,
        AnyCase);
    return text.contains("hooks"_L1, Qt::CaseInsensitive) || text.contains("webhook"_L1, Qt::CaseInsensitive)
               ? maskedSecrets(text, form)
               : text;
}

// "bearer" alone is a word too: what follows has to look like a token.
QString withoutHeaders(const QString &text)
{
    static const QRegularExpression header(u"authorization[\"']?\\s*[:=]\\s*[\"']?(?:basic|bearer|token|apikey|digest|"
                                           "negotiate|ntlm)\\s+(?<secret>[^\\s\"',;]+)"_s,
                                           AnyCase);
    static const QRegularExpression bearer(
        u"(?<![\\w-])bearer\\s+(?<secret>(?=[a-z._~+/-]*[0-9])[a-z0-9._~+/-]{16,}=*)"_s, AnyCase);
    QString clean = text.contains("authorization"_L1, Qt::CaseInsensitive) ? maskedSecrets(text, header) : text;
    return clean.contains("bearer"_L1, Qt::CaseInsensitive) ? maskedSecrets(clean, bearer) : clean;
}

// Whoever has the address may do what was signed.
QString withoutSignatures(const QString &text)
{
    static const QRegularExpression form(u"(?<![^\\s?&;\"'])(?:sig|x-amz-signature|x-goog-signature)="
                                         "(?<secret>[^&\\s;\"'#]{8,})"_s,
                                         AnyCase);
    return text.contains(u'=') ? maskedSecrets(text, form) : text;
}

// An option that only says where a password is found, or what it has to be like, holds none.
QString withoutPasswordsOfCommands(const QString &text)
{
    static const QRegularExpression curl(
        u"\\bcurl\\b[^\\n]{0,500}?\\s(?:-u|-U|--user|--proxy-user)(?:[ \\t]++|=)?"
        "(?:(?<quote>[\"'])(?:(?!\\k<quote>)[^:\\n])*+|[^\\s:\"']*+):"
        "(?<secret>(?(<quote>)(?:\\\\[^\\n]|(?!\\k<quote>)[^\\n])+|(?:\\\\[^\\n]|[^\\s\"'\\\\])+))"_s);
    static const QRegularExpression name(
        u"(?<!\\S)--(?!no-|[A-Za-z0-9_-]{0,60}-(?:file|path|stdin|prompt|length|policy)\\b)"
        "(?<name>[A-Za-z][A-Za-z0-9_-]{0,60})[ \\t]+(?!-)"_s);
    static const QRegularExpression value(u"(?:\"[^\"]*\"?|'[^']*'?|\\S*)"_s);
    const QString clean = text.contains("curl"_L1) ? maskedSecrets(text, curl) : text;
    return clean.contains("--"_L1) ? maskedBehind(name, value, clean) : clean;
}

// Directly behind it, as for OpenSSL: pass:blue-horse. A test passes or fails.
QString withoutPasswordsBehindColons(const QString &text)
{
    static const QRegularExpression form(u"(?<![\\p{L}\\p{N}_.:/-])(?:pass|pwd|pw):"
                                         "(?!(?:fail(?:ed)?|true|false|null|none|yes|no)\\b)"
                                         "(?<secret>[^\\s\"',;:/\\[\\]{}()<>•][^\\s\"',;]{3,})"_s,
                                         AnyCase);
    return text.contains("pass:"_L1, Qt::CaseInsensitive) || text.contains("pw"_L1, Qt::CaseInsensitive)
               ? maskedSecrets(text, form)
               : text;
}

QString withoutSecretElements(const QString &text)
{
    static const QRegularExpression name(u"<(?<name>[\\p{L}_][\\p{L}\\p{N}_.:-]{0,60})(?:\\s[^<>]{0,200})?(?<!/)>"
                                         "(?!\\s*+(?:<(?!!)|\\z)|(?:null|true|false)<)"_s);
    static const QRegularExpression value(u"(?:\\s*+<!\\[CDATA\\[(?:[^\\]]|\\](?!\\]>))*+(?:\\]\\]>)?)?[^<]*"_s);
    return text.contains(u'<') ? maskedBehind(name, value, text) : text;
}

} // namespace

QString withoutSecretForms(const QString &text)
{
    return withoutSecretElements(withoutPasswordsBehindColons(
        withoutPasswordsOfCommands(withoutSignatures(withoutHeaders(withoutWebhooks(withoutTokens(text)))))));
}

} // namespace lanyard
