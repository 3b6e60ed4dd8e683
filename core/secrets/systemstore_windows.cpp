#include "core/base/log.h"
#include "core/secrets/systemstore.h"

#include <QCoreApplication>

#include <memory>
#include <qt_windows.h>
#include <wincred.h>

using namespace Qt::StringLiterals;

namespace lanyard {

namespace {

struct CredentialDeleter
{
    void operator()(CREDENTIALW *credential) const
    {
        SecureZeroMemory(credential->CredentialBlob, credential->CredentialBlobSize);
        CredFree(credential);
    }
};

// What Windows shows an entry as, in its Credential Manager.
std::wstring targetOf(const QString &key)
{
    return ("lanyard:"_L1 + key).toStdWString();
}

QString storeName()
{
    return QCoreApplication::translate("SecretStore", "Windows Credential Manager");
}

Error lastError(const char *call)
{
    const DWORD code = GetLastError();
    qCInfo(logKeychain) << call << "error" << code;
    // There is none for the network's own accounts, and where the administrator has forbidden it.
    const bool isMissing = code == ERROR_NO_SUCH_LOGON_SESSION || code == ERROR_NOT_SUPPORTED;
    Error error =
        errorOf(isMissing ? Error::Kind::KeychainMissing : Error::Kind::KeychainRefused, qt_error_string(int(code)));
    error.subject = storeName();
    return error;
}

/// Windows' Credential Manager, which keeps each entry encrypted with the user's password, on this computer alone. It
/// answers at once, and never asks.
class CredentialStore : public SecretStore
{
public:
    [[nodiscard]] QString name() const override { return storeName(); }

    [[nodiscard]] Pending<std::optional<Secret>> read(const QString &key) override;
    [[nodiscard]] Pending<Done> write(const QString &key, const Secret &secret) override;
    [[nodiscard]] Pending<Done> remove(const QString &key) override;
    [[nodiscard]] Pending<Done> open(const QString &) override { return completed<Done>(Done{}); }
};

Pending<std::optional<Secret>> CredentialStore::read(const QString &key)
{
    using Found = std::optional<Secret>;
    CREDENTIALW *read = nullptr;
    if (!CredReadW(targetOf(key).c_str(), CRED_TYPE_GENERIC, 0, &read)) {
        if (GetLastError() == ERROR_NOT_FOUND)
            return completed<Found>(Found());
        return completed<Found>(lastError("CredRead"));
    }
    const std::unique_ptr<CREDENTIALW, CredentialDeleter> credential(read);
    return completed<Found>(Found(
        Secret(QByteArrayView(credential->CredentialBlob, static_cast<qsizetype>(credential->CredentialBlobSize)))));
}

Pending<Done> CredentialStore::write(const QString &key, const Secret &secret)
{
    if (secret.size() > CRED_MAX_CREDENTIAL_BLOB_SIZE)
        return completed<Done>(errorOf(Error::Kind::KeychainRefused, u"larger than a keychain entry can be"_s));
    std::wstring target = targetOf(key);
    const QByteArrayView bytes = secret.expose();
    CREDENTIALW credential = {};
    credential.Type = CRED_TYPE_GENERIC;
    credential.TargetName = target.data();
    credential.Persist = CRED_PERSIST_LOCAL_MACHINE;
    credential.CredentialBlobSize = static_cast<DWORD>(bytes.size());
    // Windows does not write there.
    credential.CredentialBlob = const_cast<BYTE *>(reinterpret_cast<const BYTE *>(bytes.data()));
    if (!CredWriteW(&credential, 0))
        return completed<Done>(lastError("CredWrite"));
    return completed<Done>(Done{});
}

Pending<Done> CredentialStore::remove(const QString &key)
{
    if (!CredDeleteW(targetOf(key).c_str(), CRED_TYPE_GENERIC, 0) && GetLastError() != ERROR_NOT_FOUND)
        return completed<Done>(lastError("CredDelete"));
    return completed<Done>(Done{});
}

} // namespace

std::unique_ptr<SecretStore> makeSystemStore()
{
    return std::make_unique<CredentialStore>();
}

} // namespace lanyard
