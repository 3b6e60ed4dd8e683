#include "core/models/placetext.h"

#include "core/account/jsontext.h"
#include "core/account/userfields.h"
#include "core/base/text.h"
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

QString line(const QString &text)
{
    return text.isEmpty() ? PlaceText::notSet()
                          : visibleText(text.left(ShownLimit * 4).simplified(), false, ShownLimit);
}

std::optional<Setting> settingAt(const Path &path, const User &user)
{
    const QList<Setting> settings = user.settings();
    const auto found = std::find_if(settings.begin(), settings.end(),
                                    [&path](const Setting &setting) { return setting.id() == path.settingId(); });
    return found == settings.end() ? std::nullopt : std::optional(*found);
}

} // namespace

QString placeLabel(const Path &path, const User &user)
{
    if (!path.isSetting()) {
        const UserField *field = userField(path.fieldKey());
        return field ? fieldLabel(*field) : visibleText(path.fieldKey(), false, ShownLimit);
    }
    const auto setting = settingAt(path, user);
    if (!setting)
        return QCoreApplication::translate("PlaceText", "Setting %1").arg(visibleText(path.settingId(), false, 40));
    const QString name = visibleText(setting->name(), false, 100);
    return setting->category().isEmpty() ? name : visibleText(setting->category(), false, 100) + u" › "_s + name;
}

QString placeText(const Path &path, const User &user, const std::function<QJsonValue(const Path &)> &at)
{
    const QJsonValue value = at(path);
    if (path.isSetting()) {
        const auto setting = settingAt(path, user);
        // The answer that was read last may have left the settings out: one without a name may be a password.
        if ((!setting || setting->looksSecret()) && !isJsonNothing(value))
            return QString(8, u'•');
        return line(jsonText(value));
    }
    const UserField *field = userField(path.fieldKey());
    if (!field)
        return line(jsonText(value));
    if (field->kind == FieldKind::Image)
        return isJsonNothing(value) ? PlaceText::notSet() : PlaceText::picture(jsonText(value));
    const QString text = line(fieldText(field->kind, value));
    const QString code = field->companion.isEmpty() ? QString() : jsonText(at(Path::field(QString(field->companion))));
    return code.isEmpty() ? text : u"%1 (%2)"_s.arg(text, visibleText(code, false, 10));
}

} // namespace lanyard
