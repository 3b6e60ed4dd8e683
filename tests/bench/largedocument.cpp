#include "tests/bench/largedocument.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

namespace {

// Like a GUID, and like no other.
QString id(int number)
{
    return u"%1-8d2b-4f0a-9a53-2f6b1d3c9e10"_s.arg(number, 8, 16, QChar(u'0'));
}

QString key(int number)
{
    return u"lk_%1%2"_s.arg(quint32(number) * 2654435761U, 8, 16, QChar(u'0')).arg(number, 24, 16, QChar(u'0'));
}

QJsonObject apiKey(int number)
{
    return {
        {u"id"_s, number},
        {u"name"_s, u"Build agent %1"_s.arg((number * 7919) % 100'003)},
        {u"key"_s, key(number)},
        {u"clientSecret"_s, key(number + 1'000'000)},
        {u"createdDate"_s, u"20%1-0%2-24T14:15:22.1234567Z"_s.arg(10 + number % 15).arg(1 + number % 9)},
        {u"expireDate"_s, u"20%1-0%2-01T00:00:00Z"_s.arg(24 + number % 9).arg(1 + number % 9)},
        {u"ownerId"_s, id(1)},
        {u"permissions"_s, number % 16},
        {u"revoked"_s, number % 11 == 0},
        {u"description"_s, u"Signs the installers of production line %1, nightly and for releases"_s.arg(number % 97)},
    };
}

QJsonObject setting(int number, const QString &category, const QString &group)
{
    return {
        {u"id"_s, id(number)},
        {u"name"_s, u"Setting %1"_s.arg(number)},
        {u"category"_s, category},
        {u"group"_s, group},
        {u"type"_s, number % 2 == 0 ? u"String"_s : u"Int32"_s},
        {u"value"_s, QString::number(number)},
        {u"description"_s, u"What number %1 is for"_s.arg(number)},
    };
}

QString categoryOf(Many many, int number)
{
    return many == Many::Categories ? u"Category %1"_s.arg(number) : u"Category %1"_s.arg(number % 10);
}

QString groupOf(Many many, int number)
{
    return many == Many::Groups ? u"Group %1"_s.arg(number) : u"Group %1"_s.arg(number % 100 / 10);
}

} // namespace

std::optional<Many> manyOf(const QString &name)
{
    if (name == "keys"_L1)
        return Many::Keys;
    if (name == "settings"_L1)
        return Many::Settings;
    if (name == "groups"_L1)
        return Many::Groups;
    if (name == "categories"_L1)
        return Many::Categories;
    return std::nullopt;
}

QByteArray largeDocument(Many many, int count)
{
    QJsonArray keys;
    QJsonArray settings;
    for (int i = 0; i < count; ++i) {
        if (many == Many::Keys)
            keys.append(apiKey(i));
        else
            settings.append(setting(i, categoryOf(many, i), groupOf(many, i)));
    }
    if (settings.isEmpty())
        settings.append(setting(0, u"General"_s, {}));
    const QJsonObject user{
        {u"id"_s, id(1)},     {u"userName"_s, u"mrossi"_s}, {u"firstName"_s, u"Maria"_s}, {u"lastName"_s, u"Rossi"_s},
        {u"apiKeys"_s, keys}, {u"settings"_s, settings}};
    return QJsonDocument(QJsonObject{{u"success"_s, true}, {u"user"_s, user}}).toJson(QJsonDocument::Compact);
}

} // namespace lanyard::testing
