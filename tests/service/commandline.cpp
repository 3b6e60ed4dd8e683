#include "tests/service/commandline.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

void CommandLine::addOptions(QCommandLineParser &parser)
{
    for (const Switch &row : switches()) {
        parser.addOption({QString::fromLatin1(row.name), QString::fromLatin1(row.help),
                          row.valueName ? QString::fromLatin1(row.valueName) : QString()});
    }
    parser.addOption({u"accounts"_s, u"Take the accounts from this JSON file instead of those built in."_s, u"file"_s});
    parser.addOption({u"log"_s, u"Append one line of JSON per request to this file, without secrets."_s, u"file"_s});
    parser.addOption({u"port-file"_s, u"Write the port to this file once it is listened on."_s, u"file"_s});
    parser.addOption({u"certificate-file"_s, u"Write the certificate to this file, as PEM."_s, u"file"_s});
}

bool CommandLine::read(const QCommandLineParser &parser, QString *error)
{
    for (const Switch &row : switches()) {
        const QString name = QString::fromLatin1(row.name);
        const QStringList values = row.valueName ? parser.values(name) : QStringList(parser.isSet(name), QString());
        for (const QString &value : values) {
            if (!row.apply(options, value)) {
                *error = u"--%1 cannot be \"%2\". %3"_s.arg(name, value, QString::fromLatin1(row.help));
                return false;
            }
        }
    }
    logFile = parser.value(u"log"_s);
    portFile = parser.value(u"port-file"_s);
    certificateFile = parser.value(u"certificate-file"_s);
    if (parser.isSet(u"accounts"_s)) {
        QFile file(parser.value(u"accounts"_s));
        if (!file.open(QIODevice::ReadOnly)) {
            *error = u"--accounts: %1 cannot be read: %2"_s.arg(file.fileName(), file.errorString());
            return false;
        }
        options.accounts = file.readAll();
    }
    return true;
}

} // namespace lanyard::testing
