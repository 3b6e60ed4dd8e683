#include "core/models/settingjson.h"

#include "core/base/charactername.h"
#include "core/base/codepoint.h"
#include "core/models/jsonfault.h"

#include <QCoreApplication>

namespace lanyard {

namespace {

class SettingJsonText
{
    Q_DECLARE_TR_FUNCTIONS(SettingJsonText)

public:
    static QString badJson(qsizetype line, qsizetype column, const QString &what)
    {
        return tr("This is not valid JSON. Line %1, column %2: %3")
            .arg(QString::number(line), QString::number(column), what);
    }
    static QString doubledName(qsizetype line, qsizetype column)
    {
        return tr("Programs may read this JSON in different ways. Line %1, column %2: this name is in the object "
                  "already.")
            .arg(QString::number(line), QString::number(column));
    }
    static QString noSpace(char32_t code)
    {
        return tr("%1 is no space in JSON. Write a usual one, or none.").arg(characterName(code));
    }
    static QString jsonFault(JsonFault::Kind kind)
    {
        using enum JsonFault::Kind;
        switch (kind) {
        case NoValue:
            return tr("a value was expected here.");
        case Unquoted:
            return tr("text must be in straight double quotation marks (\").");
        case NoName:
            return tr("a name in quotation marks was expected here.");
        case UnquotedName:
            return tr("a name must be in straight double quotation marks (\").");
        case NoColon:
            return tr("a colon is missing.");
        case NoCommaInObject:
            return tr("a comma or a closing brace is missing.");
        case NoCommaInList:
            return tr("a comma or a closing bracket is missing.");
        case OpenText:
            return tr("the closing quotation mark of this text is missing.");
        case ControlCharacter:
            return tr("a line break or tab in text must be written as \\n or \\t.");
        case Escape:
            return tr("the backslash is not followed by a known letter.");
        case Number:
            return tr("a digit was expected here.");
        case LeadingZero:
            return tr("a number must not begin with an extra zero.");
        case TooDeep:
            return tr("objects and lists are nested too deeply.");
        case GoesOn:
            return tr("nothing may follow the value.");
        case DoubledName:
            break; // is valid
        }
        return {};
    }
};

// What is between the values of a document looks like nothing: it has to be named.
QString problemOf(const JsonFault &fault, QStringView text)
{
    const char32_t code = fault.offset < text.size() ? pointAt(text, fault.offset).code : 0;
    const bool isBetween = fault.kind != JsonFault::Kind::ControlCharacter && fault.kind != JsonFault::Kind::Escape;
    const bool isUnseen = code != 0 && (QChar::isSpace(code) || isInvisible(code, false));
    return isBetween && isUnseen ? SettingJsonText::noSpace(code) : SettingJsonText::jsonFault(fault.kind);
}

SettingReading read(const QString &text)
{
    const std::optional<JsonFault> fault = findJsonFault(text);
    if (!fault)
        return {text};
    const QStringView before = QStringView(text).left(fault->offset);
    const qsizetype line = before.count(u'\n') + 1;
    const qsizetype column = before.size() - before.lastIndexOf(u'\n');
    return {text,
            fault->kind == JsonFault::Kind::DoubledName
                ? SettingJsonText::doubledName(line, column)
                : SettingJsonText::badJson(line, column, problemOf(*fault, text)),
            fault->offset};
}

} // namespace

SettingReading readJson(const QString &typeName, const QString &typed, const QString &stored)
{
    // A .NET object can be anything.
    const auto fault = findJsonFault(stored);
    const bool isLoose = typeName.contains(QLatin1StringView("object"), Qt::CaseInsensitive) && fault &&
                         fault->kind != JsonFault::Kind::DoubledName;
    return isLoose ? SettingReading{typed} : read(typed);
}

} // namespace lanyard
