#include "core/models/placetext.h"

#include "core/base/text.h"
#include "core/document/dates.h"
#include "core/document/jsontext.h"
#include "core/document/secretvalue.h"
#include "core/document/userfields.h"
#include "core/models/editvalue.h"
#include "core/models/fieldvalue.h"
#include "core/models/localvalue.h"
#include "core/models/picture.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

class PlaceText
{
    Q_DECLARE_TR_FUNCTIONS(PlaceText)

public:
    static QString notSet() { return tr("not set"); }
    static QString picture(const QString &base64, qsizetype number = 0)
    {
        const PictureFacts facts = pictureFacts(base64);
        const QString bytes = quoted(QLocale().formattedDataSize(facts.bytes));
        const QString text = number == 0   ? tr("a picture (%1)")
                             : number == 1 ? tr("another picture (%1)")
                                           : tr("a third picture (%1)");
        return text.arg(facts.kind.isEmpty() ? bytes
                                             : tr("%1, %2 × %3 pixels, %4")
                                                   .arg(facts.kind)
                                                   .arg(facts.size.width())
                                                   .arg(facts.size.height())
                                                   .arg(bytes));
    }
    static QString unknownPicture() { return tr("another picture"); }
};

constexpr qsizetype ShownLimit = 300;

// As displayed, before it is cut.
QString marked(const QString &text)
{
    return visibleText(withSpaceMarks(text));
}

// @p from is an offset in the marked text.
QString line(const QString &text, qsizetype from)
{
    if (text.isEmpty())
        return PlaceText::notSet();
    if (from == 0) // the end of a long text is of no interest
        return visibleText(withSpaceMarks(text.left(ShownLimit * 4)), false, ShownLimit);
    QString shown = marked(text).mid(from);
    if (shown.size() > ShownLimit)
        shown = shown.left(ShownLimit) + u'…';
    return u'…' + shown;
}

// Of a setting: as its page shows it, or as it is stored.
enum class Form { Local, Stored };

struct Shown
{
    Form form;
    const HiddenSecrets &hidden;
};

QString settingText(const Path &path, const User &user, const QJsonValue &value, const Shown &as)
{
    const QString stored = jsonText(value);
    const QString plain = as.hidden.shown(withoutSecretValues(stored));
    const auto setting = as.form == Form::Local && plain == stored ? user.settingAt(path) : std::nullopt;
    const QString local = setting ? localValue(setting->typeName(), stored) : QString();
    return local.isEmpty() ? plain : local;
}

// Two values that differ must look different.
Form formOf(const Path &path, const User &user, const QList<ValueAt> &values, const HiddenSecrets &hidden)
{
    QMap<QString, QString> storedAs;
    for (const ValueAt &at : values) {
        const QString stored = jsonText(at(path));
        QString &first = storedAs[settingText(path, user, at(path), {Form::Local, hidden})];
        first = first.isNull() ? stored : first;
        if (first != stored)
            return Form::Stored;
    }
    return Form::Local;
}

// As a value is stored, not as it is displayed; but for what a setting keeps secret.
QString wholeText(const Path &path, const User &user, const QJsonValue &value, const Shown &as)
{
    const UserField *field = path.isSetting() ? nullptr : userField(path.fieldKey());
    return field ? as.hidden.shown(fieldText(field->kind, value)) : settingText(path, user, value, as);
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

// @p number of those that look alike otherwise.
QString pictureText(const QJsonValue &picture, qsizetype number = 0)
{
    if (isFingerprint(picture))
        return PlaceText::unknownPicture();
    return isJsonNothing(picture) ? PlaceText::notSet() : PlaceText::picture(jsonText(picture), number);
}

bool isPicture(const Path &path)
{
    const UserField *field = path.isSetting() ? nullptr : userField(path.fieldKey());
    return field && field->kind == FieldKind::Image;
}

bool isSamePicture(const QJsonValue &a, const QJsonValue &b)
{
    return isFingerprint(a) || isFingerprint(b) ? a == b
                                                : pictureFacts(jsonText(a)).sha256 == pictureFacts(jsonText(b)).sha256;
}

// Two of the same size are told apart by a number.
QStringList pictureTexts(const QList<QJsonValue> &pictures)
{
    QStringList texts;
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        const auto same = std::find_if(pictures.begin(), pictures.begin() + i, [&](const QJsonValue &earlier) {
            return isSamePicture(earlier, pictures.at(i));
        });
        qsizetype number = 0;
        while (same == pictures.begin() + i && number < i && texts.contains(pictureText(pictures.at(i), number)))
            ++number;
        texts << (same == pictures.begin() + i ? pictureText(pictures.at(i), number)
                                               : texts.at(same - pictures.begin()));
    }
    return texts;
}

// Category, group and name: names may be the same in two groups.
QString settingLabel(const QStringList &parts, const HiddenSecrets &hidden)
{
    QStringList shown;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            shown << visibleText(hidden.shown(part), false, 100);
    }
    return shown.join(u" › "_s);
}

} // namespace

QString placeLabel(const Path &path, const User &user, const HiddenSecrets &hidden)
{
    if (!path.isSetting()) {
        const UserField *field = userField(path.fieldKey());
        return field ? fieldLabel(*field) : visibleText(path.fieldKey(), false, ShownLimit);
    }
    if (path.isFormerSetting()) {
        return QCoreApplication::translate("PlaceText", "%1 (no longer there)")
            .arg(settingLabel(partsOfFullName(path.formerName()), hidden));
    }
    const auto setting = user.settingAt(path);
    if (!setting)
        return QCoreApplication::translate("PlaceText", "Setting %1").arg(visibleText(path.settingId(), false, 40));
    return settingLabel({setting->category(), setting->group(), setting->name()}, hidden);
}

std::ptrdiff_t placeInForm(const Path &path)
{
    const UserField *row = path.isSetting() ? nullptr : userField(path.fieldKey());
    return row ? row - userFields().data() : std::ptrdiff_t(userFields().size());
}

namespace {

QString placeTextFrom(const Path &path, const User &user, const ValueAt &at, qsizetype from, const Shown &as)
{
    const QJsonValue value = at(path);
    if (path.isSetting()) {
        const auto setting = user.settingAt(path);
        // The last response may have omitted the settings: one without a name may be a password.
        if ((!setting || setting->looksSecret()) && !isJsonNothing(value))
            return QString(8, u'•');
        return line(settingText(path, user, value, as), from);
    }
    const UserField *field = userField(path.fieldKey());
    if (!field)
        return line(as.hidden.shown(jsonText(value)), from);
    if (field->kind == FieldKind::Image)
        return pictureText(value);
    const QString text = line(as.hidden.shown(fieldText(field->kind, value)), from);
    if (field->kind == FieldKind::Date && isDateWithTime(jsonText(value)))
        return u"%1 (%2)"_s.arg(text, jsonText(value).trimmed());
    const QString code = field->companion.isEmpty() ? QString() : jsonText(at(Path::field(QString(field->companion))));
    return code.isEmpty() ? text : u"%1 (%2)"_s.arg(text, visibleText(as.hidden.shown(code), false, 10));
}

} // namespace

QString placeText(const Path &path, const User &user, const ValueAt &at, const HiddenSecrets &hidden)
{
    return placeTextFrom(path, user, at, 0, {Form::Local, hidden});
}

QStringList placeTexts(const Path &path, const User &user, const QList<ValueAt> &values, const HiddenSecrets &hidden)
{
    if (isPicture(path)) {
        QList<QJsonValue> pictures;
        for (const ValueAt &at : values)
            pictures << at(path);
        return pictureTexts(pictures);
    }
    const Shown as{path.isSetting() ? formOf(path, user, values, hidden) : Form::Local, hidden};
    const auto whole = [&](const ValueAt &at) { return wholeText(path, user, at(path), as); };
    const qsizetype from = beginOfDifference(whole(values.at(0)), whole(values.at(1)));
    QStringList texts;
    for (const ValueAt &at : values)
        texts << placeTextFrom(path, user, at, from, as);
    return texts;
}

} // namespace lanyard
