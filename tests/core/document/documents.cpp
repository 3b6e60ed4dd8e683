#include "tests/core/document/documents.h"

#include "core/document/setting.h"
#include "core/document/userfields.h"
#include "tests/service/contract.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

QString Documents::text()
{
    static const QStringList texts{u""_s,
                                   u"a"_s,
                                   u"Ελένη 東京 ليلى 👨‍👩‍👧"_s,
                                   u"line\r\nline\nline\t"_s,
                                   u"\u0000\u001B\u202E"_s,
                                   u"\"\\/<b>&amp;"_s,
                                   u"9007199254740993"_s,
                                   u"1984-03-17T00:00:00.1234567Z"_s,
                                   u"2024-05-28T06:30:00.9876543"_s,
                                   u"0001-01-01T00:00:00"_s,
                                   QString(3000, u'x')};
    return texts.at(below(static_cast<int>(texts.size())));
}

QJsonValue Documents::value(int depth)
{
    switch (below(depth < 6 ? 9 : 7)) {
    case 0:
        return QJsonValue::Null;
    case 1:
        return often();
    case 2:
        return qint64(9007199254740993) + below(100);
    case 3:
        return below(1000) / 8.0;
    case 7:
        return array(depth);
    case 8:
        return members(depth);
    default:
        return text();
    }
}

QJsonObject Documents::user()
{
    QJsonObject user = members(0);
    for (const Member &member : userMembers()) {
        if (often())
            user.insert(member.name, value(3));
    }
    user.insert("id"_L1, u"7"_s);
    QJsonArray settings;
    for (int i = below(6); i > 0; --i) {
        QJsonObject setting = members(4);
        // Also ids that stand twice, are missing, or are of any type.
        setting.insert("id"_L1, often() ? QJsonValue(i) : value(6));
        settings.append(setting);
    }
    if (often())
        user.insert("settings"_L1, settings);
    return user;
}

Change Documents::change(const QJsonObject &user)
{
    const QJsonArray settings = user.value("settings"_L1).toArray();
    const QJsonValue wanted = below(4) == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(text());
    if (!settings.isEmpty() && often())
        return {Path::setting(Setting(settings.at(below(static_cast<int>(settings.size()))).toObject()).id()), wanted};
    const auto fields = userFields();
    return {Path::field(fields[static_cast<std::size_t>(below(static_cast<int>(fields.size())))].key.toString()),
            wanted};
}

QJsonArray Documents::array(int depth)
{
    QJsonArray array;
    for (int i = below(4); i > 0; --i)
        array.append(value(depth + 1));
    return array;
}

QJsonObject Documents::members(int depth)
{
    QJsonObject object;
    for (int i = below(5); i > 0; --i)
        object.insert(u"unknown %1"_s.arg(below(50)), value(depth + 1));
    return object;
}

// Where two documents differ, as "member" or "settings[i].member".
QSet<QString> differences(const QJsonObject &a, const QJsonObject &b)
{
    QSet<QString> places;
    QStringList members = a.keys() + b.keys();
    for (const QString &member : std::as_const(members)) {
        const QJsonArray listA = a.value(member).toArray();
        const QJsonArray listB = b.value(member).toArray();
        if (a.value(member) == b.value(member) && a.contains(member) == b.contains(member))
            continue;
        if (member != "settings"_L1 || listA.size() != listB.size()) {
            places << member;
            continue;
        }
        for (qsizetype i = 0; i < listA.size(); ++i) {
            const auto inside = differences(listA.at(i).toObject(), listB.at(i).toObject());
            for (const QString &place : inside)
                places << u"settings[%1].%2"_s.arg(i).arg(place);
        }
    }
    return places;
}

// Where a change belongs in a document; nothing when there is no such place, or more than one.
QString placeOf(const QJsonObject &user, const Path &path)
{
    if (!path.isSetting())
        return path.fieldKey();
    const QJsonArray settings = user.value("settings"_L1).toArray();
    QStringList places;
    for (qsizetype i = 0; i < settings.size(); ++i) {
        const QJsonObject setting = settings.at(i).toObject();
        if (!Setting::isNone(setting) && Setting::idIn(setting) == path.settingId())
            places << u"settings[%1].value"_s.arg(i);
    }
    return places.size() == 1 ? places.first() : QString();
}

} // namespace lanyard::testing
