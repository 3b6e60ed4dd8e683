#include "core/models/placetext.h"

#include "core/base/text.h"
#include "core/document/jsontext.h"
#include "core/document/userfields.h"
#include "core/models/fieldvalue.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

class PlaceText
{
    Q_DECLARE_TR_FUNCTIONS(PlaceText)

public:
    static QString notSet() { return tr("not set"); }
    static QString picture(const QString &base64)
    {
        return tr("a picture of %1").arg(QLocale().formattedDataSize(base64.size() * 3 / 4));
    }
};

constexpr qsizetype ShownLimit = 300;

bool isMarkedSpace(const QString &text, qsizetype i)
{
    return text.at(i) == u' ' && (i == 0 || i + 1 == text.size() || text.at(i - 1) == u' ');
}

// Two values that differ must look different: characters that a single-line cell does not show are marked.
QString withMarks(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s);
    QString marked;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\n')
            marked += u'↵';
        else if (c == u'\t')
            marked += u'→';
        else if (c == QChar::Nbsp)
            marked += u"‹U+00A0›"_s;
        else
            marked += isMarkedSpace(text, i) ? QChar(u'␣') : c;
    }
    return marked;
}

// As displayed, before it is cut.
QString marked(const QString &text)
{
    return visibleText(withMarks(text));
}

// @p from is an offset in the marked text.
QString line(const QString &text, qsizetype from)
{
    if (text.isEmpty())
        return PlaceText::notSet();
    if (from == 0) // the end of a long text is of no interest
        return visibleText(withMarks(text.left(ShownLimit * 4)), false, ShownLimit);
    QString shown = marked(text).mid(from);
    if (shown.size() > ShownLimit)
        shown = shown.left(ShownLimit) + u'…';
    return u'…' + shown;
}

// As a value is stored, not as it is displayed.
QString wholeText(const Path &path, const QJsonValue &value)
{
    const UserField *field = path.isSetting() ? nullptr : userField(path.fieldKey());
    return field ? fieldText(field->kind, value) : jsonText(value);
}

// Where to start so that the first difference of two long texts is visible in a cell narrower than a line. Offsets are
// in the displayed text: a mark is longer than the character it stands for.
qsizetype beginOfDifference(const QString &a, const QString &b)
{
    constexpr qsizetype shownBefore = 40;
    const QString x = marked(a);
    const QString y = marked(b);
    const auto differs = std::mismatch(x.begin(), x.end(), y.begin(), y.end()).first - x.begin();
    if (differs <= 2 * shownBefore)
        return 0;
    const qsizetype from = differs - shownBefore;
    return x.at(from).isLowSurrogate() ? from + 1 : from;
}

QString settingLabel(const QString &category, const QString &name)
{
    const QString shown = visibleText(name, false, 100);
    return category.isEmpty() ? shown : visibleText(category, false, 100) + u" › "_s + shown;
}

} // namespace

QString placeLabel(const Path &path, const User &user)
{
    if (!path.isSetting()) {
        const UserField *field = userField(path.fieldKey());
        return field ? fieldLabel(*field) : visibleText(path.fieldKey(), false, ShownLimit);
    }
    if (path.isFormerSetting()) {
        const QStringList name = path.formerName().split(u'\n');
        return QCoreApplication::translate("PlaceText", "%1 (no longer there)")
            .arg(settingLabel(name.first(), name.last()));
    }
    const auto setting = user.setting(path.settingId());
    if (!setting)
        return QCoreApplication::translate("PlaceText", "Setting %1").arg(visibleText(path.settingId(), false, 40));
    return settingLabel(setting->category(), setting->name());
}

namespace {

QString placeTextFrom(const Path &path, const User &user, const ValueAt &at, qsizetype from)
{
    const QJsonValue value = at(path);
    if (path.isSetting()) {
        const auto setting = user.setting(path.settingId());
        // The last response may have omitted the settings: one without a name may be a password.
        if ((!setting || setting->looksSecret()) && !isJsonNothing(value))
            return QString(8, u'•');
        return line(jsonText(value), from);
    }
    const UserField *field = userField(path.fieldKey());
    if (!field)
        return line(jsonText(value), from);
    if (field->kind == FieldKind::Image)
        return isJsonNothing(value) ? PlaceText::notSet() : PlaceText::picture(jsonText(value));
    const QString text = line(fieldText(field->kind, value), from);
    const QString code = field->companion.isEmpty() ? QString() : jsonText(at(Path::field(QString(field->companion))));
    return code.isEmpty() ? text : u"%1 (%2)"_s.arg(text, visibleText(code, false, 10));
}

} // namespace

QString placeText(const Path &path, const User &user, const ValueAt &at)
{
    return placeTextFrom(path, user, at, 0);
}

QStringList placeTexts(const Path &path, const User &user, const QList<ValueAt> &values)
{
    const qsizetype from = beginOfDifference(wholeText(path, values.at(0)(path)), wholeText(path, values.at(1)(path)));
    QStringList texts;
    for (const ValueAt &at : values)
        texts << placeTextFrom(path, user, at, from);
    return texts;
}

} // namespace lanyard
