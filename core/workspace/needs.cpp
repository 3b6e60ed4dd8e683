#include "core/workspace/needs.h"

#include "core/models/apikeysmodel.h"
#include "core/models/documentedits.h"
#include "core/workspace/draftwriter.h"
#include "core/workspace/saver.h"

#include <QCoreApplication>

#include <limits>
#include <utility>

namespace lanyard {

namespace {

class NeedText
{
    Q_DECLARE_TR_FUNCTIONS(NeedText)
};

bool isUnreachable(Error::Kind kind)
{
    if (kind == Error::Kind::CertificateUntrusted || kind == Error::Kind::CertificateChanged)
        return false; // it has been reached
    return (kind >= Error::Kind::AddressInvalid && kind <= Error::Kind::OutcomeUnknown) ||
           kind == Error::Kind::TooManyRequests || kind == Error::Kind::ServiceFault;
}

} // namespace

QString needText(Need need)
{
    switch (need) {
    case Need::Conflict:
        return NeedText::tr("conflicting changes");
    case Need::NotSaved:
        return NeedText::tr("not saved");
    case Need::SessionEnded:
        return NeedText::tr("session ended");
    case Need::CertificateUntrusted:
        return NeedText::tr("certificate not trusted");
    case Need::CertificateChanged:
        return NeedText::tr("certificate changed");
    case Need::Unreachable:
        return NeedText::tr("cannot be reached");
    case Need::KeychainLocked:
        return NeedText::tr("keychain locked");
    case Need::Saving:
        return NeedText::tr("saving…");
    case Need::Unsaved:
        return NeedText::tr("unsaved changes");
    case Need::KeyExpired:
        return NeedText::tr("API key expired");
    case Need::SigningIn:
        return NeedText::tr("signing in…");
    case Need::SignedOut:
        return NeedText::tr("signed out");
    case Need::NotRestored:
        return {};
    }
    Q_UNREACHABLE();
}

Needs::Needs(Session &session, Saver &saver, DocumentEdits &edits, const DraftWriter &drafts, ApiKeysModel &apiKeys,
             const SavedAccount &account)
    : m_session(session), m_saver(saver), m_edits(edits), m_drafts(drafts), m_apiKeys(apiKeys), m_account(account)
{
    m_end.setSingleShot(true);
    m_end.setTimerType(Qt::PreciseTimer); // a coarse one may be early, and then nothing has ended yet
    connect(&m_end, &QTimer::timeout, this, &Needs::update);
    connect(&session, &Session::stateChanged, this, [this] {
        m_isUntouched = false;
        m_failure.reset();
        update();
    });
    connect(&session, &Session::userChanged, this, [this] {
        m_failure.reset();
        update();
    });
    connect(&session, &Session::restoreFailed, this, &Needs::noteFailure);
    connect(&session, &Session::reloadFailed, this, &Needs::noteFailure);
    connect(&session, &Session::signInFailed, this, &Needs::noteFailure);
    connect(&session, &Session::storageChanged, this, &Needs::update);
    // Before the save itself begins.
    connect(&saver, &Saver::started, this, [this] { m_isNotSaved = false; });
    connect(&saver, &Saver::started, this, &Needs::update, Qt::QueuedConnection);
    connect(&saver, &Saver::finished, this, &Needs::noteSave);
    connect(&saver, &Saver::resolved, this, &Needs::update);
    connect(&edits, &DocumentEdits::changed, this, &Needs::update);
    connect(&edits, &DocumentEdits::reloaded, this, &Needs::update);
    connect(&apiKeys, &ApiKeysModel::modelReset, this, &Needs::noteKeys);
    connect(&apiKeys, &ApiKeysModel::dataChanged, this, &Needs::noteKeys);
}

void Needs::reset()
{
    m_isUntouched = true;
    m_failure.reset();
    update();
}

QList<Need> Needs::list() const
{
    using State = Session::State;
    const State state = m_session.state();
    QList<Need> needs;
    const auto add = [&needs](bool isNeeded, Need need) {
        if (isNeeded)
            needs << need;
    };
    add(!m_saver.isSaving() && !m_edits.conflicts().isEmpty(), Need::Conflict);
    add(m_isNotSaved && needs.isEmpty(), Need::NotSaved);
    const bool isTroubled = !needs.isEmpty();
    const auto end = m_session.account().expiresAt;
    const bool isOver = state == State::SignedIn && end && *end <= QDateTime::currentDateTimeUtc();
    add(isOver || state == State::Expired || m_failure == Error::Kind::SessionExpired, Need::SessionEnded);
    add(m_failure == Error::Kind::CertificateUntrusted, Need::CertificateUntrusted);
    add(m_failure == Error::Kind::CertificateChanged, Need::CertificateChanged);
    add(m_failure && isUnreachable(*m_failure), Need::Unreachable);
    add(isKeychainLocked(), Need::KeychainLocked);
    add(m_saver.isSaving(), Need::Saving);
    add(!isTroubled && isUnsaved(), Need::Unsaved);
    add(m_hasExpiredKey, Need::KeyExpired);
    add(state == State::Restoring || state == State::SigningIn, Need::SigningIn);
    const bool isOut = state == State::SignedOut || state == State::SigningOut;
    if (isOut && needs.isEmpty() && !m_account.origin.isEmpty())
        needs << (m_isUntouched && m_account.kept ? Need::NotRestored : Need::SignedOut);
    return needs;
}

bool Needs::isUnsaved() const
{
    if (m_session.hasUser())
        return m_saver.unsaved() == Saver::Unsaved::Edits;
    return m_drafts.isDue(m_account.origin, m_account.userId);
}

bool Needs::isKeychainLocked() const
{
    const auto &error = m_session.storageError();
    return m_failure == Error::Kind::KeychainLocked || (error && error->kind == Error::Kind::KeychainLocked);
}

void Needs::noteSave(const SaveResult &result)
{
    using Kind = SaveResult::Kind;
    m_isNotSaved = result.kind == Kind::Missing || result.kind == Kind::Unknown || result.kind == Kind::Failed;
    update();
}

// Of a sign-in, a wrong password for example says nothing about the account.
void Needs::noteFailure(const std::optional<Error> &error)
{
    m_failure = error ? std::optional(error->kind) : std::nullopt;
    update();
}

void Needs::noteKeys()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_hasExpiredKey = false;
    for (int row = 0; row < m_apiKeys.rowCount() && !m_hasExpiredKey; ++row) {
        const ApiKey &key = m_apiKeys.keyAt(row);
        m_hasExpiredKey =
            key.state(now) == ApiKey::State::Expired && key.expires().moment.addDays(ApiKey::ExpiringDays) > now;
    }
    update();
}

// A session may be over without the service having said so.
void Needs::planEnd()
{
    const auto end = m_session.account().expiresAt;
    const qint64 left = end ? QDateTime::currentDateTimeUtc().msecsTo(*end) : -1;
    if (m_session.state() == Session::State::SignedIn && left >= 0 && left < std::numeric_limits<int>::max())
        m_end.start(static_cast<int>(left) + 1);
    else
        m_end.stop();
}

void Needs::update()
{
    planEnd();
    if (!m_edits.hasUnsaved())
        m_isNotSaved = false;
    const QList<Need> needs = list();
    if (std::exchange(m_told, needs) != needs)
        Q_EMIT changed();
}

} // namespace lanyard

#include "moc_needs.cpp"
