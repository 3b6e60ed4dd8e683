#include "core/session/diagnostics.h"

#include "core/session/session.h"

#include <QCoreApplication>
#include <QMetaEnum>
#include <QSslSocket>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QString storageOf(const Session &session)
{
    switch (session.storage()) {
    case Session::Storage::UntilQuit:
        return u"until quit"_s;
    case Session::Storage::Keychain:
        return u"in the keychain"_s;
    case Session::Storage::KeychainFailed:
        break;
    }
    const auto &error = session.storageError();
    return u"until quit, "_s + (error ? QString::fromLatin1(kindName(error->kind)) : QString());
}

QString connectionOf(const Origin &origin)
{
    if (!origin.isEncrypted())
        return origin.isLoopback() ? u"http to this computer"_s : u"http to another computer"_s;
    return u"https"_s;
}

} // namespace

QStringList diagnosticsOf(const Session &session)
{
    const auto states = QMetaEnum::fromType<Session::State>();
    QStringList lines{
        u"Lanyard: "_s + QCoreApplication::applicationVersion(),
        u"Qt: %1, built with %2"_s.arg(QLatin1StringView(qVersion()), QLatin1StringView(QT_VERSION_STR)),
        u"TLS: "_s + QSslSocket::sslLibraryVersionString(),
        u"System: %1, %2 %3, %4"_s.arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion(),
                                       QSysInfo::currentCpuArchitecture()),
        u"Desktop: "_s + qEnvironmentVariable("XDG_CURRENT_DESKTOP", u"not told"_s),
        u"Session: "_s + QString::fromLatin1(states.valueToKey(static_cast<int>(session.state()))),
    };
    if (session.hasUser()) {
        lines << u"Kept: "_s + storageOf(session) << u"Connection: "_s + connectionOf(session.account().origin)
              << u"API keys: %1"_s.arg(session.user().apiKeys().size())
              << u"Settings: %1"_s.arg(session.user().settings().size());
    }
    return lines;
}

} // namespace lanyard
