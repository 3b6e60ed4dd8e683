#pragma once

#include <QStringList>

class QCoreApplication;

namespace lanyard {

/// Installs the translations for @p language, as in translatedLanguages(), or if that is empty for the system's, with
/// English for missing ones (English has its own, for plurals), and Qt's texts in the same language. They replace those
/// installed before; texts that are shown already stay as they are.
void installTranslations(QCoreApplication &application, const QString &language = {});

/// The languages that there are translations for, as codes like "en" or "pt_BR".
[[nodiscard]] QStringList translatedLanguages();

/// In its own words.
[[nodiscard]] QString languageName(const QString &code);

/// From its construction on, the texts are in @p language, unless that is empty.
struct ChosenLanguage
{
    explicit ChosenLanguage(const QString &language);
};

} // namespace lanyard
