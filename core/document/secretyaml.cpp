#include "core/document/secretyaml.h"

#include "core/document/secretmask.h"
#include "core/document/secretwords.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// Of other meanings too: "Pass: Brenner", "Salt: 5 g".
QString ordinaryWords()
{
    return u"(?i:pass|pin|otp|sas|salt|sid|cookies?)[ \\t]*+:"_s;
}

// Also several lines, behind | or >. A name of several words begins a sentence. Behind ordinaryWords()
// stands a secret if it looks like one, or like the content of a cookie, behind "pass", as programs write it, also if
// it is words with signs between them: "pass: blue-horse".
QString withoutSecretLines(const QString &text)
{
    static const QRegularExpression name(
        u"^[ \\t]*+(?:- +)?"
        "(?!(?!pass:[ \\t]++(?=\\S*[\\p{L}\\p{N}][-_!@#$%^&+*]+[\\p{L}\\p{N}])\\S{6,}[ \\t\\r]*$)"_s +
            ordinaryWords() +
            u"[ \\t]++(?!(?=\\S*[0-9])(?=\\S*\\p{L})\\S{6,}[ \\t\\r]*$|[^\\s=;]+=))"
            "(?<name>[\\p{L}\\p{N}_.-]{1,60})[ \\t]*+:[ \\t]++"
            "(?![\\r\\n#{\\[&*]|\\z|(?:null|true|false|~)\\s*$)"_s,
        QRegularExpression::MultilineOption);
    static const QRegularExpression value(u"(?:[|>][-+0-9]*+[ \\t]*+(?:\\r?\\n[ \\t]++[^\\r\\n]*+)++|"
                                          "(?:\"(?:[^\"\\\\]|\\\\.)*+\"?|'[^']*+'?)?[^\\r\\n]*)"_s);
    return text.contains(u':') ? maskedBehind(name, value, text) : text;
}

// Under a name. What an element with a name of its own is, that says.
QString withoutSecretLists(const QString &text)
{
    static const QRegularExpression list(u"^[ \\t]*+(?:- +)?(?!"_s + ordinaryWords() +
                                             u")(?<name>[\\p{L}\\p{N}_.-]{1,60})[ \\t]*+:[ \\t]*+(?:#[^\\r\\n]*+)?"
                                             "(?<elements>(?:\\r?\\n[ \\t]*+-[ \\t][^\\r\\n]*+)++)"_s,
                                         QRegularExpression::MultilineOption);
    static const QRegularExpression element(
        u"^[ \\t]*+-[ \\t]++(?<secret>(?![\\p{L}\\p{N}_.-]++[ \\t]*+:(?:\\s|\\z))[^\\s][^\\r\\n]*+)"_s,
        QRegularExpression::MultilineOption);
    QString clean;
    qsizetype kept = 0;
    for (auto lists = list.globalMatch(text, 0, QRegularExpression::NormalMatch, CheckedText); lists.hasNext();) {
        const QRegularExpressionMatch found = lists.next();
        if (!speaksOfSecret(found.captured(u"name")))
            continue;
        clean += QStringView(text).sliced(kept, found.capturedStart(u"elements") - kept);
        clean += maskedSecrets(found.captured(u"elements"), element);
        kept = found.capturedEnd();
    }
    return kept == 0 ? text : clean.append(QStringView(text).sliced(kept));
}

// Where the { at @p begin is closed, or the end of the text: the rest may be cut off. What is quoted closes nothing.
qsizetype endOfFlow(const QString &text, qsizetype begin)
{
    int depth = 0;
    QChar before; // but for spaces
    for (qsizetype i = begin; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'"' || (c == u'\'' && QStringView(u":,{[").contains(before))) {
            while (++i < text.size() && text.at(i) != c && text.at(i) != u'\n')
                i += c == u'"' && text.at(i) == u'\\' ? 1 : 0;
        } else if (c == u'{') {
            ++depth;
        } else if (c == u'}' && --depth == 0) {
            return i + 1;
        }
        before = c.isSpace() ? before : c;
    }
    return text.size();
}

// Members in braces, whose names are not in double quotes: {host: db1, password: x}, {'password': 'x'}.
QString withoutSecretFlows(const QString &text)
{
    static const QRegularExpression name(u"(?:\"(?:[^\"\\\\\\n]|\\\\.)*+\"?|(?<=[:,{\\[ ])'[^'\\n]*+')(*SKIP)(*FAIL)|"
                                         "[{,]\\s*+'?(?<name>[\\p{L}\\p{N}_.-]{1,60})'?\\s*+:(?:\\s++|(?=[\"']))"
                                         "(?!\"\"|''|(?:null|true|false|~)\\s*[,}])"_s);
    static const QRegularExpression value(
        u"(?:\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\\\?\\z)|'(?:[^'\\\\]|\\\\.)*+'?|"
        "(?<tree>[\\[{](?:[^\\[\\]{}\"]|\"(?:[^\"\\\\]|\\\\.)*+(?:\"|\\\\?\\z)|(?&tree))*+(?:[\\]}]|\\z))|"
        "[^,}\\]\\r\\n]*)"_s);
    QString clean;
    qsizetype kept = 0;
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', kept)) {
        const qsizetype end = endOfFlow(text, open);
        clean += QStringView(text).sliced(kept, open - kept);
        clean += maskedBehind(name, value, text.sliced(open, end - open));
        kept = end;
    }
    return kept == 0 ? text : clean.append(QStringView(text).sliced(kept));
}

} // namespace

QString withoutSecretYaml(const QString &text)
{
    return text.contains(u':') ? withoutSecretFlows(withoutSecretLists(withoutSecretLines(text))) : text;
}

} // namespace lanyard
