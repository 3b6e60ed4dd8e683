#include "core/document/normalised.h"

#include "core/document/merge.h"
#include "core/document/userfields.h"

#include <algorithm>
#include <string_view>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

enum class Form { Exact, Text, Phone, Url };

Form formAt(const Path &path, const User &user)
{
    if (path.isSetting()) {
        const SettingKind kind = kindAt(path, user);
        return kind == SettingKind::Text ? Form::Text : kind == SettingKind::Url ? Form::Url : Form::Exact;
    }
    const UserField *field = userField(path.fieldKey());
    switch (field ? field->kind : FieldKind::Image) {
    case FieldKind::Text:
    case FieldKind::MultiLine:
    case FieldKind::Email:
    case FieldKind::Country:
        return Form::Text;
    case FieldKind::Phone:
        return Form::Phone;
    default:
        return Form::Exact;
    }
}

// Neither spaces nor punctuation, which a service may drop. A mark such as a vowel sign is part of a letter.
bool isKept(char32_t character)
{
    return QChar::isLetterOrNumber(character) || QChar::isMark(character);
}

// "a@b", "C#", "100%" and "A & B" are other texts without it.
bool isSign(char32_t character)
{
    constexpr std::u32string_view signs = U"@#%&*";
    return QChar::category(character) >= QChar::Symbol_Math || signs.find(character) != std::u32string_view::npos;
}

// What is left of @p text without what a service may change.
QString essence(const QString &text, Form form)
{
    QString plain = text;
    plain.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    const QList<uint> characters = plain.normalized(QString::NormalizationForm_KC).toUpper().toCaseFolded().toUcs4();
    QString essence;
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const char32_t character = characters.at(i);
        const bool isBeforeDigit = i + 1 < characters.size() && QChar::isDigit(characters.at(i + 1));
        const bool counts = isSign(character) || character == U'\n' || (isBeforeDigit && QChar::isPunct(character));
        if (isKept(character) || (counts && form == Form::Text))
            essence += QChar::fromUcs4(character);
    }
    return essence.trimmed();
}

QString withoutSlash(const QString &address)
{
    const bool isPath = !address.contains(u'?') && !address.contains(u'#');
    return isPath && address.endsWith(u'/') ? address.chopped(1) : address;
}

bool isSame(const QString &sent, const QString &now, Form form)
{
    if (form == Form::Url)
        return sameMeaning(SettingKind::Url, withoutSlash(sent.trimmed()), withoutSlash(now.trimmed()));
    const QString left = essence(sent, form);
    return left == essence(now, form) &&
           std::any_of(left.begin(), left.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

} // namespace

bool isNormalised(const Change &change, const User &now)
{
    const QJsonValue value = now.valueAt(change.path);
    const Form form = formAt(change.path, now);
    return form != Form::Exact && change.before && value.isString() && change.value.isString() &&
           !sameMeaning(kindAt(change.path, now), value, *change.before) &&
           isSame(change.value.toString(), value.toString(), form);
}

bool hasArrived(const Change &change, const User &now)
{
    return isDone(change, now) || isNormalised(change, now);
}

} // namespace lanyard
