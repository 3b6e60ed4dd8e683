#include "core/models/fieldvalue.h"

#include "core/base/text.h"
#include "core/base/typedtext.h"
#include "core/document/clocktext.h"
#include "core/document/dates.h"
#include "core/document/jsontext.h"
#include "core/document/samemeaning.h"
#include "core/document/servicelist.h"
#include "core/document/servicemoment.h"
#include "core/models/settingmoment.h"

#include <QDate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QJsonValue textJson(const QString &edited, const QString &before)
{
    return withLineEndsOf(before, fromEditable(edited, before));
}

QJsonValue imageJson(const QString &base64, const QString &before)
{
    const qsizetype comma = before.startsWith("data:"_L1) ? before.indexOf(u',') : -1;
    if (comma < 0 || base64.isEmpty())
        return base64;
    // Edited pictures are always PNG or JPEG; the first base64 characters show which.
    const auto type = base64.startsWith("iVBOR"_L1) ? "data:image/png;base64,"_L1 : "data:image/jpeg;base64,"_L1;
    return type + base64;
}

// Characters that a text editor drops or turns into a line break.
bool isHarmedByEditor(QChar c, bool multiLine)
{
    if (c == u'\n' || c == u'\r')
        return !multiLine;
    return c.unicode() < 0x20 ? c != u'\t'
                              : c == QChar::ParagraphSeparator || c == QChar::LineSeparator || c.unicode() == 0xFDD0 ||
                                    c.unicode() == 0xFDD1;
}

bool hasMixedLineEnds(const QString &text)
{
    const qsizetype pairs = text.count("\r\n"_L1);
    return text.count(u'\r') != pairs || (pairs > 0 && text.count(u'\n') != pairs);
}

// Without a time zone it stays as it is written, as in a setting. Older .NET services write /Date(…)/, and year 1 for
// what has not happened.
QString timestampText(const QJsonValue &value)
{
    const QString stored = jsonText(value);
    if (const auto moment = parseTimestamp(stored))
        return zoneOf(stored).isEmpty() ? displayDateTime(*moment) : displayTimestamp(*moment);
    if (isDateNotSet(value))
        return {};
    const ServiceMoment other = readServiceMoment(value);
    return other.kind == ServiceMoment::Kind::Moment ? displayTimestamp(other.moment) : stored;
}

} // namespace

QString fieldText(FieldKind kind, const QJsonValue &value)
{
    if (kind == FieldKind::List)
        return listText(value);
    const QString text = jsonText(value);
    if (kind == FieldKind::Timestamp)
        return timestampText(value);
    if (kind == FieldKind::Date) {
        const auto date = parseCalendarDate(text);
        return date ? displayDate(*date) : text;
    }
    return kind == FieldKind::Image ? QString() : text;
}

QString exactFieldText(FieldKind kind, const QJsonValue &value)
{
    const QString text = jsonText(value);
    const bool isShownAsStored = fieldText(kind, value) == text;
    return kind == FieldKind::Timestamp && !isShownAsStored ? exactMoment(SettingKind::DateTime, text) : QString();
}

QString editText(FieldKind kind, const QJsonValue &value)
{
    const bool multiLine = kind == FieldKind::MultiLine;
    QString text = kind == FieldKind::List ? listText(value) : jsonText(value);
    if (multiLine)
        text.replace(u"\r\n"_s, u"\n"_s);
    return editableText(text, multiLine);
}

QJsonValue fieldJson(FieldKind kind, const QVariant &edited, const QJsonValue &before)
{
    const QString old = before.toString();
    switch (kind) {
    case FieldKind::Date: {
        const QDate date = edited.toDate();
        if (date.isValid())
            return date == parseCalendarDate(old) ? before : QJsonValue(writeCalendarDate(date, old));
        // Every notation of "not set" is left unchanged.
        return isDateNotSet(before) ? before : QJsonValue(QJsonValue::Null);
    }
    case FieldKind::Image:
        return imageJson(edited.toString(), old);
    default:
        return textJson(edited.toString(), old);
    }
}

qsizetype longestText(FieldKind kind)
{
    switch (kind) {
    case FieldKind::MultiLine:
        return 256 * 1024;
    case FieldKind::Country:
    case FieldKind::Date:
        return 1000; // looked up at each key press
    default:
        return 100'000;
    }
}

bool fitsEditor(FieldKind kind, const QJsonValue &value)
{
    if (!value.isString())
        return isJsonNothing(value);
    const QString text = value.toString();
    if (kind == FieldKind::Image)
        return true;
    const bool multiLine = kind == FieldKind::MultiLine;
    const QString shown = editText(kind, value);
    return shown.size() <= longestText(multiLine ? kind : FieldKind::Text) && !hasMixedLineEnds(text) &&
           text.isValidUtf16() && textJson(shown, text) == value &&
           std::none_of(text.begin(), text.end(), [multiLine](QChar c) { return isHarmedByEditor(c, multiLine); });
}

} // namespace lanyard
