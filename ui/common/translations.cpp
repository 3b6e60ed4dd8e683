#include "ui/common/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

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

void install(QCoreApplication &application, const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new OwnTranslator(&application);
    if (translator->load(locale, name, u"_"_s, folder))
        QCoreApplication::installTranslator(translator);
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
    install(application, QLocale(QLocale::English), ownName, ownFolder);
    install(application, locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (locale.language() != QLocale::English)
        install(application, locale, ownName, ownFolder);
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
