#include "core/document/refusedplaces.h"

#include "core/document/merge.h"
#include "core/document/userfields.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

std::optional<Path> placeOfMember(const QString &member, const QStringList &sentSettings)
{
    if (const UserField *field = fieldOfMember(member))
        return field->editable ? std::optional(Path::field(QString(field->key))) : std::nullopt;
    static const QRegularExpression ofSetting(u"(?:^|[./$])settings?['\"]?[\\[./]['\"]?(\\d{1,6})(?!\\d)"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = ofSetting.match(member);
    if (!match.hasMatch() || match.captured(1).toInt() >= sentSettings.size())
        return std::nullopt;
    return Path::setting(sentSettings.at(match.captured(1).toInt()));
}

bool mentions(const QString &text, const QString &name)
{
    if (name.isEmpty())
        return false;
    const QRegularExpression whole(u"(?<![\\w-])"_s + QRegularExpression::escape(name) + u"(?![\\w-])"_s,
                                   QRegularExpression::CaseInsensitiveOption |
                                       QRegularExpression::UseUnicodePropertiesOption);
    return whole.match(text).hasMatch();
}

bool isMentioned(const Path &place, const QString &text, const User &user)
{
    if (!place.isSetting()) {
        const UserField *field = userField(place.fieldKey());
        return field && (mentions(text, QString(field->key)) || mentions(text, fieldLabel(*field)) ||
                         mentions(text, QString::fromUtf8(field->label)));
    }
    const QList<Setting> settings = user.settings();
    return std::any_of(settings.begin(), settings.end(), [&](const Setting &setting) {
        return !place.isFormerSetting() && setting.id() == place.settingId() && mentions(text, setting.name());
    });
}

} // namespace

QList<RefusedPlace> refusedPlaces(const Error &error, const QList<Path> &sent, const User &user)
{
    QList<Path> places;
    for (const Path &path : sent) {
        if (const Path place = placeOf(path); !places.contains(place))
            places.append(place);
    }
    QList<RefusedPlace> refused;
    for (auto it = error.refusedMembers.begin(); it != error.refusedMembers.end(); ++it) {
        const auto place = placeOfMember(it.key(), error.sentSettings);
        // A setting is identified only by its index, and the service may count differently.
        if (!place || it.value().trimmed().isEmpty() || (place->isSetting() && !places.contains(*place)))
            continue;
        refused.append({*place, it.value().trimmed()});
    }
    const QString message = error.serverMessage.trimmed();
    if (!error.refusedMembers.isEmpty() || error.kind != Error::Kind::Refused || message.isEmpty())
        return refused;
    for (const Path &place : std::as_const(places)) {
        if (places.size() == 1 || isMentioned(place, message, user))
            refused.append({place, message});
    }
    return refused;
}

} // namespace lanyard
