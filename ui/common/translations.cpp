#include "ui/common/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

constexpr auto ownFolder = ":/i18n"_L1;
constexpr auto ownName = "lanyard"_L1;

// The program's translators, and no other ones.
class OwnTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;
};

// Null if there is none for @p locale.
OwnTranslator *loaded(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<OwnTranslator>(&application);
    return translator->load(locale, name, u"_"_s, folder) ? translator.release() : nullptr;
}

} // namespace

void installTranslations(QCoreApplication &application, const QString &language)
{
    const auto children = application.children();
    for (QObject *child : children) {
        if (auto *before = dynamic_cast<OwnTranslator *>(child))
            delete before; // which also removes it
    }
    const QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    const QLocale english(QLocale::English);
    OwnTranslator *own = loaded(application, locale, ownName, ownFolder);
    // Qt's texts in the same one: names of keys and menus of text fields would be the only ones in another language.
    const QLocale shown = own ? QLocale(own->language()) : english;
    OwnTranslator *qts = loaded(application, shown, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    for (OwnTranslator *translator : {loaded(application, english, ownName, ownFolder), qts, own}) {
        if (translator)
            QCoreApplication::installTranslator(translator);
    }
}

ChosenLanguage::ChosenLanguage(const QString &language)
{
    if (!language.isEmpty())
        installTranslations(*qApp, language);
}

QStringList translatedLanguages()
{
    QStringList languages;
    const QStringList files = QDir(ownFolder).entryList({u"lanyard_*.qm"_s});
    for (const QString &file : files)
        languages << file.section(u'.', 0, 0).section(u'_', 1);
    return languages;
}

// Without a country, as English is spoken anywhere: "en" alone is American English to Qt.
QString languageName(const QString &code)
{
    const QLocale locale(code);
    const bool hasCountry = code.contains(u'_');
    return (hasCountry ? locale : QLocale(locale.language(), QLocale::World)).nativeLanguageName();
}

} // namespace lanyard
