#include "core/models/placetext.h"

#include "core/base/differing.h"
#include "core/base/text.h"
#include "core/document/dates.h"
#include "core/document/jsontext.h"
#include "core/document/secretvalue.h"
#include "core/document/userfields.h"
#include "core/models/editvalue.h"
#include "core/models/fieldvalue.h"
#include "core/models/localvalue.h"
#include "core/models/picturetexts.h"

#include <QCoreApplication>
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
    static QString dots() { return QString(8, u'•'); }
    static QString more(qsizetype characters)
    {
        return u"… "_s + tr("(and %n more character(s))", nullptr, static_cast<int>(characters));
    }
};

constexpr qsizetype ShownLimit = 300;

// As displayed, before it is cut.
QString marked(const QString &text)
{
    return visibleText(withSpaceMarks(text));
}

// The end of a long text is of no interest.
QString beginningOf(const QString &text)
{
    return visibleText(withSpaceMarks(text.left(ShownLimit * 4)), false, ShownLimit);
}

// @p shown is marked already.
QString from(const QString &shown, qsizetype begin)
{
    const QString passage = shown.mid(begin, ShownLimit);
    return u'…' + passage + (begin + passage.size() < shown.size() ? u"…"_s : QString());
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
    if (path.isSetting())
        return settingText(path, user, value, as);
    const UserField *field = userField(path.fieldKey());
    return as.hidden.shown(field ? fieldText(field->kind, value) : jsonText(value));
}

bool isPicture(const Path &path)
{
    const UserField *field = path.isSetting() ? nullptr : userField(path.fieldKey());
    return field && field->kind == FieldKind::Image;
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

// The last response may have omitted the settings: one of which nothing is known may be a password.
bool mayBeSecret(const Path &path, const User &user, bool isPlain)
{
    const auto setting = path.isSetting() ? user.settingAt(path) : std::nullopt;
    return path.isSetting() && (setting ? setting->looksSecret() : !isPlain);
}

// @p text is that of the value at @p path as it is displayed: here with what belongs to it, or dots in its place.
QString completed(const QString &text, const Path &path, const User &user, const ValueAt &at,
                  const HiddenSecrets &hidden, bool isPlain = false)
{
    const QJsonValue value = at(path);
    if (mayBeSecret(path, user, isPlain) && !isJsonNothing(value))
        return PlaceText::dots();
    QString shown = text.isEmpty() ? PlaceText::notSet() : text;
    const UserField *field = path.isSetting() ? nullptr : userField(path.fieldKey());
    if (!field)
        return shown;
    if (field->kind == FieldKind::Date && isDateWithTime(jsonText(value)))
        return u"%1 (%2)"_s.arg(shown, jsonText(value).trimmed());
    const QString code = field->companion.isEmpty() ? QString() : jsonText(at(Path::field(QString(field->companion))));
    return code.isEmpty() ? shown : u"%1 (%2)"_s.arg(shown, visibleText(hidden.shown(code), false, 10));
}

// What is very long is cut at last, once the first two look different.
QStringList compared(const QStringList &texts)
{
    constexpr qsizetype most = 20'000;
    const auto isTooLong = [](const QString &text) { return text.size() > most; };
    QStringList shown = differingPassages(texts);
    if (std::any_of(shown.begin(), shown.end(), isTooLong))
        shown = differingPassages(texts.first(2)) + texts.mid(2);
    for (QString &text : shown) {
        if (isTooLong(text))
            text = text.left(most) + PlaceText::more(text.size() - most);
    }
    return shown;
}

} // namespace

QString placeText(const Path &path, const User &user, const ValueAt &at, const HiddenSecrets &hidden)
{
    if (isPicture(path))
        return pictureText(at(path));
    const QString text = wholeText(path, user, at(path), {Form::Local, hidden});
    return completed(beginningOf(text), path, user, at, hidden);
}

QString placeTextUnlike(const ValueAt &other, const Path &path, const User &user, const ValueAt &at,
                        const HiddenSecrets &hidden)
{
    if (isPicture(path))
        return pictureText(at(path));
    const auto shown = [&](const ValueAt &value) {
        return marked(wholeText(path, user, value(path), {Form::Local, hidden}));
    };
    const QString text = shown(at);
    const qsizetype begin = beginOfDifference(text, shown(other));
    return begin == 0 ? placeText(path, user, at, hidden) : completed(from(text, begin), path, user, at, hidden);
}

QStringList placeTexts(const Path &path, const User &user, const QList<ValueAt> &values, const HiddenSecrets &hidden,
                       bool isPlain)
{
    if (isPicture(path)) {
        QList<QJsonValue> pictures;
        for (const ValueAt &at : values)
            pictures << at(path);
        return pictureTexts(pictures);
    }
    const Shown as{path.isSetting() ? formOf(path, user, values, hidden) : Form::Local, hidden};
    QStringList texts;
    for (const ValueAt &at : values)
        texts << marked(wholeText(path, user, at(path), as));
    texts = compared(texts);
    for (qsizetype i = 0; i < texts.size(); ++i)
        texts[i] = completed(texts.at(i), path, user, values.at(i), hidden, isPlain);
    return texts;
}

QStringList placeTexts(const Path &path, const User &user, const ValueAt &was, const QString &typed,
                       const HiddenSecrets &hidden, bool isPlain)
{
    const QString before = wholeText(path, user, was(path), {Form::Local, hidden});
    const QStringList texts = compared({marked(before), marked(hidden.shown(withoutSecretValues(typed)))});
    const QString shown = typed.isEmpty() ? PlaceText::notSet() : texts.last();
    const bool isMasked = mayBeSecret(path, user, isPlain) && !typed.isEmpty();
    return {completed(texts.first(), path, user, was, hidden, isPlain), isMasked ? PlaceText::dots() : shown};
}

} // namespace lanyard
