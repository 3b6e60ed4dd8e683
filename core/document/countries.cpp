#include "core/document/countries.h"

#include "core/base/nameorder.h"
#include "core/document/catalogue.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QSet>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

// iso-codes ships its translations as gettext catalogues along with its data.
struct IsoCodes
{
    QString dataFolder; // empty if it is not installed
    QJsonArray entries;

    [[nodiscard]] QString catalogue(const QString &folder) const
    {
        return dataFolder + "/locale/"_L1 + folder + "/LC_MESSAGES/iso_3166-1.mo"_L1;
    }
};

const IsoCodes &isoCodes()
{
    static const IsoCodes codes = [] {
        constexpr auto relative = "iso-codes/json/iso_3166-1.json"_L1;
        const QString path = QStandardPaths::locate(QStandardPaths::GenericDataLocation, relative);
        QFile file(path);
        if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
            return IsoCodes{};
        return IsoCodes{path.chopped(relative.size() + 1),
                        QJsonDocument::fromJson(file.readAll()).object().value("3166-1"_L1).toArray()};
    }();
    return codes;
}

// English texts with their translations, in the first language that has any.
QHash<QString, QString> translationsIn(const QStringList &languages)
{
    QHash<QString, QString> translations;
    const auto add = [&translations](QByteArrayView text, QByteArrayView translation) {
        QString &known = translations[QString::fromUtf8(text)];
        if (known.isEmpty())
            known = QString::fromUtf8(translation);
    };
    for (const QString &language : languages) {
        const QStringList folders = catalogueFolders(language);
        if (folders.isEmpty())
            break; // English, which needs no translation
        for (const QString &folder : folders)
            Catalogue(isoCodes().catalogue(folder)).forEach(add);
    }
    return translations;
}

QList<Country> fromIsoCodes(const QStringList &languages)
{
    const QHash<QString, QString> translations = translationsIn(languages);
    const auto translated = [&translations](const QString &text) { return translations.value(text, text); };
    QList<Country> list;
    for (const QJsonValue &entry : isoCodes().entries) {
        const QJsonObject object = entry.toObject();
        const QString formal = object.value("name"_L1).toString();
        // The common name if there is one: "Bolivia", not "Bolivia, Plurinational State of".
        const QString name = object.value("common_name"_L1).toString(formal);
        const QString official = object.value("official_name"_L1).toString();
        // Many languages have the formal one only.
        const QString displayName = translations.contains(name) ? translated(name) : translated(formal);
        list.append({object.value("alpha_2"_L1).toString(),
                     name,
                     displayName == formal ? name : displayName,
                     {object.value("alpha_3"_L1).toString(), object.value("numeric"_L1).toString(), formal, official,
                      translated(formal), translated(official)}});
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

QList<Country> countriesIn(const QStringList &languages)
{
    QList<Country> all = fromIsoCodes(languages);
    if (all.isEmpty())
        all = fromLocale();
    const auto isKosovo = [](const Country &country) { return country.code == "XK"_L1; };
    if (std::none_of(all.begin(), all.end(), isKosovo))
        all.append({u"XK"_s, u"Kosovo"_s, u"Kosovo"_s, {u"XKX"_s, u"Republic of Kosovo"_s}});
    std::sort(all.begin(), all.end(), [order = nameOrder()](const Country &a, const Country &b) {
        return order.compare(a.displayName, b.displayName) < 0;
    });
    return all;
}

const QList<Country> &countries()
{
    static const QList<Country> list = countriesIn(QLocale().uiLanguages());
    return list;
}

QList<std::pair<QString, QString>> countryNamesOfAllLanguages()
{
    QHash<QByteArray, QString> codes;
    for (const QJsonValue &entry : isoCodes().entries) {
        const QJsonObject object = entry.toObject();
        for (const auto key : {"name"_L1, "common_name"_L1, "official_name"_L1}) {
            if (const QString name = object.value(key).toString(); !name.isEmpty())
                codes.insert(name.toUtf8(), object.value("alpha_2"_L1).toString());
        }
    }
    QSet<QByteArray> seen;
    QList<std::pair<QString, QString>> names;
    const auto add = [&](QByteArrayView text, QByteArrayView translation) {
        const QString code = codes.value(QByteArray::fromRawData(text.data(), text.size()));
        if (code.isEmpty() || seen.contains(translation.toByteArray() + code.toUtf8()))
            return;
        seen.insert(translation.toByteArray() + code.toUtf8());
        names.append({code, QString::fromUtf8(translation)});
    };
    if (isoCodes().dataFolder.isEmpty())
        return names;
    const QStringList folders = QDir(isoCodes().dataFolder + "/locale"_L1).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : folders)
        Catalogue(isoCodes().catalogue(folder)).forEach(add);
    return names;
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
