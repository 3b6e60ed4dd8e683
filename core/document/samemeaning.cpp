#include "core/document/samemeaning.h"

#include "core/base/json.h"
#include "core/document/dates.h"
#include "core/document/exactnumber.h"
#include "core/document/jsontext.h"
#include "core/document/notation.h"
#include "core/document/samejson.h"
#include "core/document/setting.h"
#include "core/document/user.h"
#include "core/document/userfields.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

using Kind = SettingKind;

Kind kindOfField(const UserField *field)
{
    if (field && field->kind == FieldKind::Date)
        return Kind::Date;
    return field && field->kind == FieldKind::Timestamp ? Kind::DateTime : Kind::Text;
}

QString withPlainLineEnds(QString text)
{
    return text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
}

bool isSameDate(const QString &a, const QString &b)
{
    const auto date = parseCalendarDate(a);
    return date && date == parseCalendarDate(b);
}

// A calendar date compared with the same one written as its midnight.
bool isItsMidnight(const QString &date, const QString &midnight)
{
    return date.size() == 10 && midnight.startsWith(date + "T00:00:00"_L1) && parseCalendarDate(date);
}

bool isDecimal(const QString &text)
{
    constexpr qsizetype longest = 1'200; // see the same limit of what is typed
    static const QRegularExpression pattern(u"\\A[+-]?(?:\\d+\\.?|\\d*\\.\\d+)(?:[eE][+-]?\\d{1,9})?\\z"_s,
                                            QRegularExpression::DontCaptureOption);
    return text.size() <= longest && pattern.match(text).hasMatch();
}

bool hasSameValue(Kind kind, const QString &a, const QString &b)
{
    if (!isDecimal(a) || !isDecimal(b))
        return false;
    if (sameNumber(a.toLatin1(), b.toLatin1()))
        return true;
    static const QRegularExpression whole(u"\\A[+-]?\\d+\\z"_s);
    if (whole.match(a).hasMatch() && whole.match(b).hasMatch())
        return false;
    // A service that keeps it in binary writes it back with as many digits as it needs.
    return (kind == Kind::Real && a.toDouble() == b.toDouble()) || (kind == Kind::Single && a.toFloat() == b.toFloat());
}

template<typename Value>
bool isSame(const std::optional<Value> &a, const std::optional<Value> &b)
{
    return a && a == b;
}

bool isSameText(Kind kind, const QString &a, const QString &b)
{
    if (a == b)
        return true;
    switch (kind) {
    case Kind::Text:
        return withPlainLineEnds(a) == withPlainLineEnds(b);
    case Kind::Json:
        return sameJson(a, b) || withPlainLineEnds(a) == withPlainLineEnds(b);
    case Kind::Boolean:
        return isSame(readSettingBoolean(a), readSettingBoolean(b));
    case Kind::Integer:
    case Kind::Single:
    case Kind::Real:
    case Kind::Decimal:
        return hasSameValue(kind, a.trimmed(), b.trimmed());
    case Kind::Date:
        return isSameDate(a, b);
    case Kind::DateTime:
    case Kind::DateTimeOffset:
        return isSameMoment(a, b) || isItsMidnight(a, b) || isItsMidnight(b, a);
    case Kind::Guid:
        return isSame(guidDigits(a), guidDigits(b));
    case Kind::Time:
        return isSame(ticksOfTime(a), ticksOfTime(b));
    case Kind::TimeSpan:
        return isSame(ticksOfDuration(a), ticksOfDuration(b));
    case Kind::Colour:
        return isSame(argbOfColour(a), argbOfColour(b));
    case Kind::Url:
        return isSame(plainAddress(a), plainAddress(b));
    }
    return false;
}

// By their digits: no number of C++ holds all of Int64 and UInt64.
bool isInRange(const SettingType &type, const QString &text)
{
    static const QRegularExpression whole(u"\\A[+-]?\\d{1,40}\\z"_s);
    if (!whole.match(text).hasMatch())
        return false;
    bool isSigned = false;
    const qint64 number = text.toLongLong(&isSigned);
    if (isSigned && number < 0)
        return number >= type.least.toLongLong();
    bool isRead = false;
    const quint64 positive = text.toULongLong(&isRead);
    return isRead && positive <= type.most.toULongLong();
}

bool isJson(const QString &text)
{
    return parseJson('[' + text.toUtf8() + ']').array().size() == 1; // a value alone is one, too
}

bool isDateKind(Kind kind)
{
    return kind == Kind::Date || kind == Kind::DateTime || kind == Kind::DateTimeOffset;
}

} // namespace

SettingKind kindAt(const Path &path, const User &user)
{
    if (!path.isSetting())
        return kindOfField(userField(path.fieldKey()));
    const auto setting = user.settingAt(path);
    return setting ? setting->type() : Kind::Text;
}

bool sameMeaning(SettingKind kind, const QJsonValue &a, const QJsonValue &b)
{
    if (a == b || (isJsonNothing(a) && isJsonNothing(b)))
        return true;
    if (isDateKind(kind) && isDateNotSet(a) && isDateNotSet(b))
        return true;
    const auto isTextOrNumber = [](const QJsonValue &value) { return value.isString() || value.isDouble(); };
    return isTextOrNumber(a) && isTextOrNumber(b) && isSameText(kind, jsonText(a), jsonText(b));
}

bool hasMeaning(const SettingType &type, const QString &text)
{
    const QString plain = text.trimmed();
    if (plain.isEmpty() || (isDateKind(type.kind) && isDateNotSet(plain)))
        return true;
    switch (type.kind) {
    case Kind::Text:
        return true;
    case Kind::Boolean:
        return readSettingBoolean(plain).has_value();
    case Kind::Integer:
        return isInRange(type, plain);
    case Kind::Single:
    case Kind::Real:
    case Kind::Decimal:
        return isDecimal(plain);
    case Kind::Date:
        return parseCalendarDate(plain).has_value();
    case Kind::DateTime:
    case Kind::DateTimeOffset:
        return parseTimestamp(plain) || parseCalendarDate(plain);
    case Kind::Guid:
        return guidDigits(plain).has_value();
    case Kind::Json:
        return isJson(plain);
    case Kind::Time:
        return ticksOfTime(plain).has_value();
    case Kind::TimeSpan:
        return ticksOfDuration(plain).has_value();
    case Kind::Colour:
        return argbOfColour(plain).has_value();
    case Kind::Url:
        return plainAddress(plain).has_value();
    }
    return true;
}

bool isDateNotSet(const QJsonValue &value)
{
    return isJsonNothing(value) || (value.isString() && value.toString().startsWith("0001-01-01"_L1));
}

} // namespace lanyard
