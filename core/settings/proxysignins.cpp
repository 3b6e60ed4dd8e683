#include "core/settings/proxysignins.h"

#include "core/secrets/secretstore.h"

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

QString keyOf(const QString &proxy)
{
    return "lanyard/proxy/"_L1 + proxy;
}

// User name, line break, password: neither the user name field nor a proxy accepts a name with a line break.
Secret written(const ProxySignIn &signIn)
{
    QByteArray bytes = signIn.userName.toUtf8() + '\n' + signIn.password.expose().toByteArray();
    Secret secret{QByteArrayView(bytes)};
    wipe(bytes);
    return secret;
}

std::optional<ProxySignIn> readFrom(const Secret &secret)
{
    const QByteArrayView bytes = secret.expose();
    const qsizetype end = bytes.indexOf('\n');
    if (end <= 0)
        return std::nullopt;
    return ProxySignIn{QString::fromUtf8(bytes.first(end)), Secret(bytes.sliced(end + 1))};
}

} // namespace

ProxySignIns::ProxySignIns(SecretStore &store, ProxySettings &settings, QObject *parent)
    : QObject(parent), m_store(store), m_settings(settings)
{
    m_settings.setListener([this](const QString &proxy) { keepAccepted(proxy); });
}

ProxySignIns::~ProxySignIns()
{
    m_settings.setListener({});
}

Pending<bool> ProxySignIns::useKept(const QString &proxy)
{
    if (m_read.contains(proxy) || m_settings.signIn(proxy))
        return completed<bool>(false);
    m_read.insert(proxy);
    const auto take = [this, proxy](const std::optional<Secret> &entry) -> Result<bool> {
        const auto signIn = entry ? readFrom(*entry) : std::nullopt;
        if (signIn) {
            m_kept.insert(proxy);
            m_settings.setSignIn(proxy, *signIn);
        }
        return signIn.has_value();
    };
    return m_store.read(keyOf(proxy)).map<bool>(this, take, [](const Error &) -> Result<bool> { return false; });
}

Pending<Done> ProxySignIns::use(const QString &proxy, const ProxySignIn &signIn, bool keep)
{
    m_settings.setSignIn(proxy, signIn);
    m_entered.remove(proxy);
    if (keep)
        return m_entered.insert(proxy, {signIn, {}})->kept.pending();
    return m_kept.remove(proxy) ? m_store.remove(keyOf(proxy)) : completed<Done>(Done());
}

void ProxySignIns::keepAccepted(const QString &proxy)
{
    if (!m_entered.contains(proxy))
        return;
    const Entered entered = m_entered.take(proxy);
    m_kept.insert(proxy);
    m_store.write(keyOf(proxy), written(entered.signIn)).then(this, [kept = entered.kept](const Result<Done> &result) {
        kept.complete(result);
    });
}

QString ProxySignIns::storeName() const
{
    return m_store.name();
}

} // namespace lanyard

#include "moc_proxysignins.cpp"
