#include "tests/service/accountservice.h"

#include "tests/service/calls.h"
#include "tests/service/certificate.h"
#include "tests/service/requestlog.h"
#include "tests/service/statefile.h"
#include "tests/service/wire.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

class AccountService::Private
{
public:
    Answer answer(LoggedRequest request);
    std::optional<Answer> forced(const LoggedRequest &request);
    void save();

    mutable std::mutex mutex; // guards all of these
    ServiceOptions options;
    QString loadError;
    Calls calls;
    RequestLog log;
    QList<ForcedAnswer> forcedAnswers;
    std::function<void(const LoggedRequest &)> observer;
    std::unique_ptr<Certificate> certificate;
    std::unique_ptr<Wire> wire;
    bool stopping = false;

    std::condition_variable stopped; // cuts the latency of answers short
};

// Runs on a thread of the wire.
Answer AccountService::Private::answer(LoggedRequest request)
{
    std::unique_lock lock(mutex);
    const qint64 id = log.add(request);
    const ServiceOptions current = options;
    if (current.latencyMs > 0) {
        stopped.wait_for(lock, std::chrono::milliseconds(current.latencyMs), [this] { return stopping; });
    }
    const std::optional<Answer> instead = forced(request);
    Answer answer = instead ? *instead : calls.handle(request, current);
    request = log.setStatus(id, answer.status, request);
    if (calls.takeChanged()) {
        save();
    }
    const auto observe = observer;
    lock.unlock();
    if (observe) {
        observe(request);
    }
    return answer;
}

std::optional<Answer> AccountService::Private::forced(const LoggedRequest &request)
{
    for (qsizetype i = 0; i < forcedAnswers.size(); ++i) {
        ForcedAnswer &forced = forcedAnswers[i];
        if ((!forced.method.isEmpty() && forced.method != request.method) ||
            (!forced.path.isEmpty() && forced.path != request.pathWithoutQuery())) {
            continue;
        }
        const Answer answer{.status = forced.status,
                            .contentType = forced.body.isEmpty() ? QByteArray() : forced.contentType,
                            .body = forced.body,
                            .headers = forced.headers};
        if (forced.carriedOut) {
            static_cast<void>(calls.handle(request, options));
        }
        if (forced.times > 0 && --forced.times == 0) {
            forcedAnswers.removeAt(i);
        }
        return answer;
    }
    return std::nullopt;
}

void AccountService::Private::save()
{
    QString error;
    if (!options.stateFile.isEmpty() && !writeState(options.stateFile, calls, &error)) {
        qWarning("%s", qUtf8Printable(error));
    }
}

AccountService::AccountService(ServiceOptions options) : m_p(std::make_unique<Private>())
{
    m_p->options = std::move(options);
    readState(m_p->options, m_p->calls, &m_p->loadError);
}

AccountService::~AccountService()
{
    stop();
}

bool AccountService::start(QString *error)
{
    stop();
    std::unique_lock lock(m_p->mutex);
    QString reason = m_p->loadError;
    const ServiceOptions &options = m_p->options;
    if (options.tls == ServiceOptions::Tls::Off) {
        m_p->certificate.reset();
    } else if (!m_p->certificate || m_p->certificate->kind() != options.tls) {
        m_p->certificate = Certificate::make(options.tls);
        reason = m_p->certificate ? reason : u"the certificate cannot be made"_s;
    }
    m_p->stopping = false;
    if (reason.isEmpty()) {
        m_p->wire = Wire::listen(options.port, m_p->certificate.get(), &reason,
                                 [p = m_p.get()](LoggedRequest request) { return p->answer(std::move(request)); });
    }
    if (error) {
        *error = reason;
    }
    return m_p->wire != nullptr;
}

void AccountService::stop()
{
    std::unique_ptr<Wire> wire;
    {
        const std::lock_guard lock(m_p->mutex);
        m_p->stopping = true;
        wire = std::move(m_p->wire);
    }
    m_p->stopped.notify_all();
    wire.reset(); // without the lock: waits for answers that need it
}

quint16 AccountService::port() const
{
    const std::lock_guard lock(m_p->mutex);
    return m_p->wire ? m_p->wire->port() : quint16(0);
}

QString AccountService::address() const
{
    const std::lock_guard lock(m_p->mutex);
    if (!m_p->wire) {
        return {};
    }
    return u"%1://127.0.0.1:%2"_s.arg(m_p->wire->isSecure() ? u"https"_s : u"http"_s).arg(m_p->wire->port());
}

QByteArray AccountService::certificatePem() const
{
    const std::lock_guard lock(m_p->mutex);
    return m_p->certificate ? m_p->certificate->pem() : QByteArray();
}

void AccountService::renewCertificate()
{
    const std::lock_guard lock(m_p->mutex);
    m_p->certificate.reset();
}

ServiceOptions AccountService::options() const
{
    const std::lock_guard lock(m_p->mutex);
    return m_p->options;
}

void AccountService::setOptions(const ServiceOptions &options)
{
    const std::lock_guard lock(m_p->mutex);
    m_p->options = options;
}

QList<LoggedRequest> AccountService::requests() const
{
    const std::lock_guard lock(m_p->mutex);
    return m_p->log.requests();
}

void AccountService::clearRequests()
{
    const std::lock_guard lock(m_p->mutex);
    m_p->log.clear();
}

int AccountService::count(const QByteArray &method, const QByteArray &path) const
{
    const QList<LoggedRequest> all = requests();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const LoggedRequest &request) {
        return request.method == method && request.pathWithoutQuery() == path;
    }));
}

void AccountService::setRequestObserver(std::function<void(const LoggedRequest &)> observer)
{
    const std::lock_guard lock(m_p->mutex);
    m_p->observer = std::move(observer);
}

QJsonObject AccountService::user(const QString &userName) const
{
    const std::lock_guard lock(m_p->mutex);
    const Account *account = m_p->calls.store().byName(userName);
    return account ? account->user : QJsonObject();
}

bool AccountService::setUser(const QString &userName, const QJsonObject &document)
{
    const std::lock_guard lock(m_p->mutex);
    Account *account = m_p->calls.store().byName(userName);
    if (account) {
        account->user = document;
        m_p->save();
    }
    return account != nullptr;
}

QString AccountService::ownerOf(const QByteArray &token) const
{
    const std::lock_guard lock(m_p->mutex);
    return m_p->calls.tokens().ownerOf(token);
}

void AccountService::expireTokens()
{
    const std::lock_guard lock(m_p->mutex);
    m_p->calls.tokens().expireAll();
    m_p->save();
}

void AccountService::unblock()
{
    const std::lock_guard lock(m_p->mutex);
    m_p->calls.guard().clear();
}

void AccountService::failNext(const ForcedAnswer &answer)
{
    const std::lock_guard lock(m_p->mutex);
    m_p->forcedAnswers.append(answer);
}

} // namespace lanyard::testing
