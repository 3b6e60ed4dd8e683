#include "core/document/dates.h"
#include "core/document/jsontext.h"
#include "core/document/user.h"
#include "core/models/contentlines.h"
#include "core/models/hiddensecrets.h"
#include "core/models/picture.h"
#include "core/models/pictureformat.h"
#include "core/models/profileexport.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QString cardMember(const User &user, QLatin1StringView key)
{
    return jsonText(user.value(key));
}

void addUnlessEmpty(ContentLines &lines, const QString &name, const QString &text)
{
    if (!text.trimmed().isEmpty())
        lines.addText(name, text);
}

// A value of several components, each of which may be empty.
void addComponents(ContentLines &lines, const QString &name, const QStringList &components)
{
    QStringList escaped;
    for (const QString &component : components)
        escaped << escapedContent(component);
    if (!components.join(QString()).trimmed().isEmpty())
        lines.add(name, escaped.join(u';'));
}

void addBirthDate(ContentLines &lines, const User &user)
{
    if (const auto date = parseCalendarDate(cardMember(user, "birthDate"_L1)))
        lines.add(u"BDAY"_s, date->toString(u"yyyyMMdd"_s));
}

void addPhoto(ContentLines &lines, const User &user)
{
    const QByteArray data = pictureData(cardMember(user, "image"_L1));
    if (!data.isEmpty())
        lines.add(u"PHOTO"_s, "data:image/"_L1 + QString::fromLatin1(formatOf(data)) + ";base64,"_L1 +
                                  QString::fromLatin1(data.toBase64()));
}

} // namespace

QByteArray profileVCard(const User &user, const HiddenSecrets &known)
{
    const auto clean = [&known](const QString &any) {
        return known.masked(any, any.size());
    }; // one may be in any field
    const auto text = [&](QLatin1StringView key) { return clean(cardMember(user, key)); };
    ContentLines lines;
    lines.add(u"BEGIN"_s, u"VCARD"_s);
    lines.add(u"VERSION"_s, u"4.0"_s);
    const QString title = text("title"_L1); // of address, as Dr.: vCard's TITLE is somebody's job
    lines.addText(u"FN"_s, (title + u' ' + clean(user.displayName())).trimmed());
    addComponents(lines, u"N"_s, {text("lastName"_L1), text("firstName"_L1), {}, title, {}});
    addComponents(lines, u"ORG"_s, {QString(), text("department"_L1)}); // the organisation is not known
    addUnlessEmpty(lines, u"EMAIL"_s, text("email"_L1));
    addUnlessEmpty(lines, u"TEL;TYPE=voice"_s, text("phoneNumber"_L1));
    addUnlessEmpty(lines, u"TEL;TYPE=cell"_s, text("mobile"_L1));
    addComponents(lines, u"ADR"_s,
                  {QString(), QString(), text("address"_L1), text("city"_L1), text("region"_L1), text("postalCode"_L1),
                   text("country"_L1)});
    addBirthDate(lines, user);
    addPhoto(lines, user);
    lines.add(u"END"_s, u"VCARD"_s);
    return lines.bytes();
}

} // namespace lanyard
