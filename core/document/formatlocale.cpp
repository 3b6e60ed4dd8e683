#include "core/document/formatlocale.h"

#include <QString>

namespace lanyard {

namespace {

// In POSIX's order.
QLocale localeOf(const char *category, const QLocale &locale)
{
    if (locale != QLocale::system())
        return locale;
    for (const char *variable : {"LC_ALL", category, "LANG"}) {
        if (const QString name = qEnvironmentVariable(variable); !name.isEmpty())
            return QLocale(name);
    }
    return locale;
}

} // namespace

QLocale localeOfDates(const QLocale &locale)
{
    return localeOf("LC_TIME", locale);
}

QLocale localeOfNumbers(const QLocale &locale)
{
    return localeOf("LC_NUMERIC", locale);
}

} // namespace lanyard
