#include "core/models/shellword.h"

namespace lanyard {

// In Windows' PowerShell, "curl" is another program.
QString curlProgram()
{
    return QStringLiteral("curl.exe");
}

// As a program takes its words from the command line (CommandLineToArgvW()): backslashes count only before a quotation
// mark. The command prompt leaves all else in quotation marks alone, but for the name of a variable between %.
QString curlWord(const QString &text)
{
    QString word(u'"');
    qsizetype backslashes = 0;
    for (const QChar c : text) {
        if (c == u'"')
            word += QString(backslashes + 1, u'\\');
        backslashes = c == u'\\' ? backslashes + 1 : 0;
        word += c;
    }
    return word + QString(backslashes, u'\\') + u'"';
}

} // namespace lanyard
