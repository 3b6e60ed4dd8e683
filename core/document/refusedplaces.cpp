#include "core/document/refusedplaces.h"

#include "core/document/merge.h"
#include "core/document/userfields.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

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

// What else services call a member in their messages. Its label alone would leave another member's name in it.
struct OtherName
{
    QLatin1StringView key;
    QLatin1StringView name;
};

constexpr std::array otherNames{
    OtherName{"email"_L1, "e-mail address"_L1}, OtherName{"email"_L1, "email address"_L1},
    OtherName{"mobile"_L1, "mobile phone"_L1},  OtherName{"mobile"_L1, "mobile number"_L1},
    OtherName{"mobile"_L1, "cell phone"_L1},
};

struct Mention
{
    Path place;
    qsizetype start;
    qsizetype end;
};

void collect(QList<Mention> &mentions, const QString &text, const Path &place, const QString &name)
{
    if (name.isEmpty() || !text.contains(name, Qt::CaseInsensitive))
        return;
    const QRegularExpression whole(u"(?<![\\w-])"_s + QRegularExpression::escape(name) + u"(?![\\w-])"_s,
                                   QRegularExpression::CaseInsensitiveOption |
                                       QRegularExpression::UseUnicodePropertiesOption);
    for (auto match = whole.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        mentions.append({place, found.capturedStart(), found.capturedEnd()});
    }
}

// Every place that is called by its name in @p text, whether it was sent or not.
QList<Mention> mentionsIn(const QString &text, const User &user)
{
    QList<Mention> mentions;
    for (const UserField &field : userFields()) {
        const Path place = Path::field(QString(field.key));
        for (const QString &name : {QString(field.key), fieldLabel(field), QString::fromUtf8(field.label)})
            collect(mentions, text, place, name);
    }
    for (const OtherName &other : otherNames)
        collect(mentions, text, Path::field(QString(other.key)), QString(other.name));
    const QList<Setting> &settings = user.settings();
    for (const Setting &setting : settings)
        collect(mentions, text, Path::setting(setting.id()), setting.name());
    return mentions;
}

// "The e-mail address" is not the address: where two names overlap, the longer one is meant.
bool isMentioned(const Path &place, const QList<Mention> &mentions)
{
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention &own) {
        return own.place == place && std::none_of(mentions.begin(), mentions.end(), [&own](const Mention &other) {
                   return other.end - other.start > own.end - own.start && other.start < own.end &&
                          own.start < other.end;
               });
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
    const QList<Mention> mentions = mentionsIn(message, user);
    for (const Path &place : std::as_const(places)) {
        if (places.size() == 1 || isMentioned(place, mentions))
            refused.append({place, message});
    }
    return refused;
}

} // namespace lanyard
