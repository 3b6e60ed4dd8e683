#include "core/models/fieldremark.h"

#include "core/base/text.h"
#include "core/base/typedtext.h"
#include "core/document/calendars.h"
#include "core/document/clocktext.h"
#include "core/document/countries.h"
#include "core/document/dates.h"
#include "core/document/jsontext.h"
#include "core/document/typeddate.h"
#include "core/models/documentedits.h"
#include "core/models/fieldvalue.h"
#include "core/models/textremark.h"

#include <QCoreApplication>
#include <QDate>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

class FieldRemark
{
    Q_DECLARE_TR_FUNCTIONS(FieldRemark)
};

Path mainPathOf(const UserField &field)
{
    return Path::field(QString(field.key));
}

// Undefined if the field has none.
QJsonValue companionValue(const UserField &field, const DocumentEdits &user)
{
    return field.companion.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                                     : user.value(Path::field(QString(field.companion)));
}

// Why an editor would harm @p value; empty if it would not.
QString unfitText(FieldKind kind, const QJsonValue &value)
{
    if (fitsEditor(kind, value))
        return {};
    if (!value.isString())
        return FieldRemark::tr("The service keeps this value as something other than text: it cannot be changed here.");
    const QString text = value.toString();
    const bool isLine = kind != FieldKind::MultiLine;
    if (text.size() > longestText(isLine ? FieldKind::Text : kind))
        return FieldRemark::tr("This text is too long to be edited here: it can only be replaced as a whole.");
    const auto isBreak = [](QChar c) {
        return c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    };
    return isLine && std::any_of(text.begin(), text.end(), isBreak)
               ? FieldRemark::tr("This is not a single line of text: it cannot be edited here, only replaced as a "
                                 "whole.")
               : FieldRemark::tr("This text contains characters that would be lost if it were edited here: it can only "
                                 "be replaced as a whole.");
}

QString dateQuestion(const QJsonValue &value)
{
    const auto date = parseCalendarDate(jsonText(value));
    if (date && *date > QDate::currentDate())
        return FieldRemark::tr("This date is in the future. Is the year correct?");
    return date && date->year() < EarliestUsualYear
               ? FieldRemark::tr("This date is before %1. Is the year correct?").arg(EarliestUsualYear)
               : QString();
}

// The day that another program shows, if it reads @p text as a moment.
QString elsewhereText(const QString &text)
{
    const auto moment = parseTimestamp(text);
    const QDate day = parseCalendarDate(text).value_or(QDate());
    const QDate other = moment ? moment->toLocalTime().date() : day;
    if (other == day)
        return FieldRemark::tr("Where it is read as a time, programs may show another day.");
    return (other > day ? FieldRemark::tr("Other programs may show the day after, %1.")
                        : FieldRemark::tr("Other programs may show the day before, %1."))
        .arg(displayDate(other));
}

// The day is the one that the text says, in no time zone; what else it says is kept, but not in silence.
QString timeRemark(const QJsonValue &value, bool isEdited)
{
    const QString text = jsonText(value);
    if (!isDateWithTime(text))
        return {};
    const QString stored = isEdited ? FieldRemark::tr("This is saved with the time that the old date had, as %1.")
                                    : FieldRemark::tr("The service stores this date with a time, as %1.");
    return stored.arg(text.trimmed()) + u' ' + elsewhereText(text);
}

QString countryQuestion(const QJsonValue &name, const QJsonValue &code)
{
    if (isJsonNothing(name) || !isJsonNothing(code))
        return {};
    return readCountry(jsonText(name)).isAmbiguous
               ? FieldRemark::tr(
                     "This could mean several countries. Choose one from the list, or it is saved as typed, "
                     "without a country code.")
               : FieldRemark::tr("This is not a country that Lanyard knows. It is saved as typed, without a country "
                                 "code.");
}

QString userNameQuestion(const QString &name)
{
    QString remark = lineRemark(name, TextUse::Code);
    if (remark.isEmpty() || (!isUnseen(name.front()) && !isUnseen(name.back())))
        return remark;
    return remark + u' ' + FieldRemark::tr("It has to be typed exactly like this to sign in.");
}

// Groups of Arabic digits with spaces between them are shown from right to left, in whichever direction the field
// reads: in the usual digits, everybody reads the same number. No telephone dials those of full width either.
QString digitsQuestion(const QString &number)
{
    const auto isOther = [](QChar c) { return c.isDigit() && c.unicode() > u'9'; };
    return std::any_of(number.begin(), number.end(), isOther)
               ? FieldRemark::tr("In the digits 0 to 9, this number is %1. Is it intended as it stands?")
                     .arg(leftToRight(withAsciiDigits(number)))
               : QString();
}

QString textQuestion(const UserField &field, const DocumentEdits &user, const QString &before)
{
    const QJsonValue value = user.value(mainPathOf(field));
    const QString text = jsonText(value);
    switch (field.kind) {
    case FieldKind::Email: // what the service says about it counts
        return user.isRefused(mainPathOf(field)) ? QString() : addressRemark(text);
    case FieldKind::Country:
        return countryQuestion(value, companionValue(field, user));
    case FieldKind::Phone: {
        QStringList questions{digitsQuestion(text), lineRemark(text, TextUse::Code, before)};
        questions.removeAll(QString());
        return questions.join(u' ');
    }
    case FieldKind::Text:
        if (field.key == "userName"_L1)
            return userNameQuestion(text);
        return lineRemark(text, field.ownForm == OwnForm::Code ? TextUse::Code : TextUse::Line, before);
    case FieldKind::MultiLine:
        return characterRemark(text, TextUse::Prose, before);
    default:
        return {};
    }
}

} // namespace

QString fieldNotice(const UserField &field, const DocumentEdits &user)
{
    const auto lock = field.editable ? user.base().lock(mainPathOf(field)) : std::nullopt;
    if (lock)
        return errorText(*lock);
    const Path path = mainPathOf(field);
    const bool isShown = field.editable && user.misfit(path).isEmpty();
    const QJsonValue companion = companionValue(field, user);
    const bool isOdd = !isTextOrNothing(companion);
    const QString unfit = isShown ? unfitText(field.kind, isOdd ? companion : user.value(path)) : QString();
    const QString notice = user.notice(path);
    return unfit.isEmpty() || notice.isEmpty() ? unfit + notice : unfit + u' ' + notice;
}

QString shownText(const UserField &field, const DocumentEdits &user)
{
    const QString misfit = user.misfit(mainPathOf(field));
    return misfit.isEmpty() ? fieldText(field.kind, user.value(mainPathOf(field))) : misfit;
}

// A text of the service that is not a date is shown as it is, and can be replaced with one.
QString typedDate(const UserField &field, const DocumentEdits &user)
{
    QString misfit = user.misfit(mainPathOf(field));
    const QJsonValue value = user.value(mainPathOf(field));
    if (!misfit.isEmpty())
        return misfit;
    return isDateNotSet(value) ? QString() : editableText(fieldText(field.kind, value), false);
}

// Whatever of it is in doubt is looked at: what is half typed, and the country's code.
bool isHidden(const UserField &field, const DocumentEdits &user)
{
    if (field.kind == FieldKind::Image || !user.hidden().isPresenting())
        return false;
    return user.hidden().finds(shownText(field, user)) || user.hidden().finds(jsonText(companionValue(field, user)));
}

QString hiddenNotice(const UserField &field, const DocumentEdits &user)
{
    const QString why = field.editable
                            ? FieldRemark::tr("This text contains a secret, which presentation mode hides. Turn "
                                              "presentation mode off to edit it.")
                            : FieldRemark::tr("This text contains a secret, which presentation mode hides.");
    const QString notice = user.notice(mainPathOf(field));
    return notice.isEmpty() ? why : why + u' ' + notice;
}

QString fieldProblem(const UserField &field, const DocumentEdits &user)
{
    const QString misfit = user.misfit(mainPathOf(field));
    if (misfit.isEmpty())
        return {};
    if (field.kind == FieldKind::Country)
        return FieldRemark::tr("This could mean several countries. Choose one from the list, or write the whole name.");
    return dateProblem(readBirthDate(misfit), {QDate(1984, 3, 17)});
}

QString fieldQuestion(const UserField &field, const DocumentEdits &user)
{
    const QJsonValue value = user.value(mainPathOf(field));
    const auto before = user.askedOver(mainPathOf(field));
    if (field.kind == FieldKind::Date) {
        QStringList sentences{before ? dateQuestion(value) : QString(),
                              timeRemark(value, user.isEdited(mainPathOf(field)))};
        sentences.removeAll(QString());
        return sentences.join(u' ');
    }
    return before ? textQuestion(field, user, jsonText(*before)) : QString();
}

} // namespace lanyard
