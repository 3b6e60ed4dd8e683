#include "core/session/enteredsecret.h"

#include "core/base/codepoint.h"
#include "core/base/typedtext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr qsizetype ApiKeyLimit = 8 * 1024; // as Credential::make()

class EnteredSecretText
{
    Q_DECLARE_TR_FUNCTIONS(EnteredSecretText)
};

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r';
}

QStringView withoutLineBreakEnds(QStringView text)
{
    while (!text.isEmpty() && isLineBreak(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isLineBreak(text.back()))
        text.chop(1);
    return text;
}

QString nameOf(QChar c)
{
    if (c == u' ')
        return EnteredSecretText::tr("a space");
    if (c == u'\t')
        return EnteredSecretText::tr("a tab");
    if (isLineBreak(c))
        return EnteredSecretText::tr("a line break");
    const QString code = codePointName(c.unicode());
    if (c == QChar::Nbsp || c == QChar(0x202F))
        return EnteredSecretText::tr("a no-break space (%1)").arg(code);
    return isUnseen(c) ? EnteredSecretText::tr("an invisible character (%1)").arg(code)
                       : u"“%1”"_s.arg(c.isSurrogate() ? code : QString(c));
}

// The sentence for the first character at one of the ends of @p typed that nobody sees, or else for the first within;
// spaces within are usual. Empty if there is none.
QString unseenRemark(QStringView typed, const QString &begins, const QString &ends, const QString &contains)
{
    const QStringView text = withoutLineBreakEnds(typed);
    if (text.isEmpty())
        return {};
    if (isUnseen(text.front()))
        return begins.arg(nameOf(text.front()));
    if (isUnseen(text.back()))
        return ends.arg(nameOf(text.back()));
    const auto found = std::find_if(text.begin(), text.end(), [](QChar c) { return c != u' ' && isUnseen(c); });
    return found == text.end() ? QString() : contains.arg(nameOf(*found));
}

bool takeOff(QStringView &text, QLatin1StringView prefix)
{
    if (!text.startsWith(prefix, Qt::CaseInsensitive))
        return false;
    text = text.sliced(prefix.size());
    return true;
}

bool takeOffWord(QStringView &text)
{
    // Text before a name, or a key, in a command or a line of code. No key contains a space.
    static constexpr std::array before{"bearer "_L1, "apikey "_L1,   "export "_L1,   "set "_L1,
                                       "const "_L1,  "let "_L1,      "var "_L1,      "-h "_L1,
                                       "- "_L1,      "--header "_L1, "--header="_L1, "$env:"_L1};
    return std::any_of(before.begin(), before.end(), [&text](QLatin1StringView word) { return takeOff(text, word); });
}

// A name and the ":" or "=" that separates it from the key, or a word and its space.
bool takeOffName(QStringView &text)
{
    const qsizetype end = std::distance(
        text.begin(), std::find_if(text.begin(), text.end(), [](QChar c) { return c == u':' || c == u'='; }));
    QStringView name = withoutUnseenEnds(text.first(end));
    while (!name.isEmpty() && (name.back() == u'"' || name.back() == u'\''))
        name.chop(1);
    while (!name.isEmpty() && u"\"'?&"_s.contains(name.front()))
        name = name.sliced(1);
    // Only known names: a key may contain such characters itself.
    static constexpr std::array names{"x-api-key"_L1, "api-key"_L1,       "api_key"_L1, "apikey"_L1,
                                      "api key"_L1,   "authorization"_L1, "key"_L1};
    const bool isKnown = std::any_of(names.begin(), names.end(), [name](QLatin1StringView known) {
        return name.compare(known, Qt::CaseInsensitive) == 0;
    });
    const bool isVariable = name.endsWith("_KEY"_L1) && name == name.toString().toUpper();
    if (end == text.size() || (!isKnown && !isVariable))
        return takeOffWord(text);
    text = text.sliced(end + 1);
    return true;
}

// Characters that surround a key on both sides: for code in a chat, for bold text, for JSON.
bool takeOffFrame(QStringView &text)
{
    for (const auto &[open, close] :
         {std::pair("```"_L1, "```"_L1), std::pair("**"_L1, "**"_L1), std::pair("{"_L1, "}"_L1)}) {
        if (text.size() <= open.size() + close.size() || !text.startsWith(open) || !text.endsWith(close))
            continue;
        const QStringView within =
            withoutUnseenEnds(text.sliced(open.size(), text.size() - open.size() - close.size()));
        if (open == "{"_L1 && !within.startsWith(u'"'))
            continue; // a key may itself be in braces
        text = within;
        return true;
    }
    return false;
}

bool takeOffQuotes(QStringView &text)
{
    static constexpr std::array<std::pair<char16_t, char16_t>, 7> quotes{
        {{u'"', u'"'}, {u'\'', u'\''}, {u'`', u'`'}, {u'“', u'”'}, {u'„', u'“'}, {u'«', u'»'}, {u'<', u'>'}}};
    for (const auto &[open, close] : quotes) {
        if (text.size() < 2 || text.front() != open || text.back() != close)
            continue;
        const QStringView within = text.sliced(1, text.size() - 2);
        if (within.contains(QChar(open)) || within.contains(QChar(close)))
            continue; // two quoted strings: a name and its value
        text = within;
        return true;
    }
    return false;
}

QStringView keyIn(QStringView pasted)
{
    QStringView key = withoutUnseenEnds(pasted);
    while (true) {
        // A comma or a semicolon after a quoted string is punctuation; elsewhere it belongs to the key.
        if (key.size() > 2 && u",;"_s.contains(key.back()) && u"\"'"_s.contains(key.at(key.size() - 2)))
            key.chop(1);
        if (!takeOffFrame(key) && !takeOffQuotes(key) && !takeOffName(key))
            return key;
        key = withoutUnseenEnds(key);
    }
}

} // namespace

Secret enteredPassword(QStringView typed)
{
    return Secret::fromText(withoutLineBreakEnds(typed));
}

QString passwordRemark(QStringView typed)
{
    return unseenRemark(typed, EnteredSecretText::tr("The password that you entered begins with %1."),
                        EnteredSecretText::tr("The password that you entered ends with %1."),
                        EnteredSecretText::tr("The password that you entered contains %1."));
}

QString enteredUserName(QStringView typed)
{
    return withoutLineBreakEnds(typed).toString();
}

QString userNameRemark(QStringView typed)
{
    return unseenRemark(typed, EnteredSecretText::tr("The username that you entered begins with %1."),
                        EnteredSecretText::tr("The username that you entered ends with %1."),
                        EnteredSecretText::tr("The username that you entered contains %1."));
}

Secret enteredApiKey(QStringView pasted)
{
    return Secret::fromText(keyIn(pasted));
}

QString apiKeyProblem(QStringView pasted)
{
    const QStringView key = keyIn(pasted);
    if (key.isEmpty())
        return EnteredSecretText::tr("This is not an API key: it contains nothing that could be sent.");
    const auto found = std::find_if(key.begin(), key.end(), [](QChar c) { return c <= u' ' || c >= u'\x7F'; });
    if (found != key.end())
        return EnteredSecretText::tr("This API key contains %1, which cannot be sent. Copy it again.")
            .arg(nameOf(*found));
    if (key.size() > ApiKeyLimit)
        return EnteredSecretText::tr("This API key is longer than 8 KiB. Copy it again.");
    return {};
}

} // namespace lanyard
