#include "core/account/countries.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QStandardPaths>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <libintl.h>
#endif

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// iso-codes ships its translations as gettext catalogues beside its data.
QString translated(const QString &english, const QString &dataFolder)
{
#ifdef Q_OS_LINUX
    static const char *const domain = "iso_3166-1";
    static const bool bound = [&dataFolder] {
        bindtextdomain(domain, QFile::encodeName(dataFolder + "/locale"_L1).constData());
        bind_textdomain_codeset(domain, "UTF-8");
        return true;
    }();
    Q_UNUSED(bound)
    // gettext's answer for an empty text is the catalogue's own header.
    return english.isEmpty() ? QString() : QString::fromUtf8(dgettext(domain, english.toUtf8().constData()));
#else
    Q_UNUSED(dataFolder)
    return english;
#endif
}

QList<Country> fromIsoCodes()
{
    constexpr auto relative = "iso-codes/json/iso_3166-1.json"_L1;
    const QString path = QStandardPaths::locate(QStandardPaths::GenericDataLocation, relative);
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const QString dataFolder = path.chopped(relative.size() + 1);
    const QJsonArray entries = QJsonDocument::fromJson(file.readAll()).object().value("3166-1"_L1).toArray();
    QList<Country> list;
    for (const QJsonValue &entry : entries) {
        const QJsonObject object = entry.toObject();
        const QString formal = object.value("name"_L1).toString();
        // The everyday name where there is one: "Bolivia", not "Bolivia, Plurinational State of".
        const QString name = object.value("common_name"_L1).toString(formal);
        const QString official = object.value("official_name"_L1).toString();
        list.append({object.value("alpha_2"_L1).toString(),
                     name,
                     translated(name, dataFolder),
                     {object.value("alpha_3"_L1).toString(), object.value("numeric"_L1).toString(), formal, official,
                      translated(formal, dataFolder), translated(official, dataFolder)}});
    }
    return list;
}

QList<Country> fromLocale()
{
    QList<Country> list;
    for (int i = 1; i <= QLocale::LastTerritory; ++i) {
        const auto territory = static_cast<QLocale::Territory>(i);
        const QString code = QLocale::territoryToCode(territory);
        // Longer codes and numbers are regions of the world, not countries.
        if (code.size() == 2 && code.at(0).isLetter())
            list.append({code, QLocale::territoryToString(territory), QLocale::territoryToString(territory)});
    }
    return list;
}

} // namespace

const QList<Country> &countries()
{
    static const QList<Country> list = [] {
        QList<Country> all = fromIsoCodes();
        if (all.isEmpty())
            all = fromLocale();
        const auto isKosovo = [](const Country &country) { return country.code == "XK"_L1; };
        if (std::none_of(all.begin(), all.end(), isKosovo))
            all.append({u"XK"_s, u"Kosovo"_s, u"Kosovo"_s, {u"XKX"_s, u"Republic of Kosovo"_s}});
        std::sort(all.begin(), all.end(), [](const Country &a, const Country &b) {
            return QString::localeAwareCompare(a.displayName, b.displayName) < 0;
        });
        return all;
    }();
    return list;
}

const Country *findCountry(const QString &code, const QString &name)
{
    const QList<Country> &all = countries();
    auto found = std::find_if(all.begin(), all.end(), [&code](const Country &country) {
        return country.code.compare(code, Qt::CaseInsensitive) == 0;
    });
    if (found == all.end() && code.isEmpty() && !name.isEmpty()) {
        found = std::find_if(all.begin(), all.end(), [&name](const Country &country) {
            return country.name.compare(name, Qt::CaseInsensitive) == 0 ||
                   country.displayName.compare(name, Qt::CaseInsensitive) == 0;
        });
    }
    return found == all.end() ? nullptr : &*found;
}

} // namespace lanyard
