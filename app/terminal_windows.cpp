#include "app/terminal.h"

#include <QByteArray>

#include <qt_windows.h>

namespace lanyard {

namespace {

void writeTo(DWORD stream, const QString &text)
{
    // Nothing, unless it leads to a file or another program.
    HANDLE output = GetStdHandle(stream);
    if (!output || output == INVALID_HANDLE_VALUE) {
        AttachConsole(ATTACH_PARENT_PROCESS);
        output = GetStdHandle(stream);
    }
    DWORD mode = 0;
    DWORD written = 0;
    if (GetConsoleMode(output, &mode)) {
        WriteConsoleW(output, text.utf16(), static_cast<DWORD>(text.size()), &written, nullptr);
    } else {
        const QByteArray bytes = text.toUtf8();
        WriteFile(output, bytes.constData(), static_cast<DWORD>(bytes.size()), &written, nullptr);
    }
}

} // namespace

bool hasDisplay(int, char *[])
{
    return true;
}

void print(const QString &text)
{
    writeTo(STD_OUTPUT_HANDLE, text);
}

void complain(const QString &problem)
{
    writeTo(STD_ERROR_HANDLE, QStringLiteral("lanyard: %1\n").arg(problem));
}

} // namespace lanyard
