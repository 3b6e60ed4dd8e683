#include "app/terminal.h"

#include <QByteArray>

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace lanyard {

bool hasDisplay(int argc, char *argv[])
{
#ifdef Q_OS_LINUX
    constexpr const char *named[] = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
    const bool isNamed = std::any_of(std::begin(named), std::end(named),
                                     [](const char *name) { return !qEnvironmentVariableIsEmpty(name); });
    return isNamed || qgetenv("XDG_SESSION_TYPE") == "wayland" ||
           std::any_of(argv + 1, argv + argc, [](const char *argument) {
               const QByteArrayView text(argument);
               return text.endsWith("-platform") || text.endsWith("-display");
           });
#else
    Q_UNUSED(argc)
    Q_UNUSED(argv)
    return true;
#endif
}

void print(const QString &text)
{
    std::fputs(qPrintable(text), stdout);
}

void complain(const QString &problem)
{
    std::fprintf(stderr, "lanyard: %s\n", qPrintable(problem));
}

} // namespace lanyard
