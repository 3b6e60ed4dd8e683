#include "tests/service/statefile.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace lanyard::testing {

bool readState(const ServiceOptions &options, Calls &calls, QString *error)
{
    QFile file(options.stateFile);
    if (options.stateFile.isEmpty() || !file.exists()) {
        return calls.store().load(options.accounts.isEmpty() ? AccountStore::builtIn() : options.accounts, options,
                                  error);
    }
    if (!file.open(QIODevice::ReadOnly)) {
        *error = u"the state file %1 cannot be read: %2"_s.arg(options.stateFile, file.errorString());
        return false;
    }
    const QByteArray json = file.readAll();
    if (!calls.store().load(json, options, error)) {
        *error = u"the state file %1 cannot be used: %2"_s.arg(options.stateFile, *error);
        return false;
    }
    calls.tokens().fromJson(QJsonDocument::fromJson(json).object().value("tokens"_L1).toObject());
    return true;
}

bool writeState(const QString &path, Calls &calls, QString *error)
{
    const QJsonObject state{{u"accounts"_s, calls.store().toJson()}, {u"tokens"_s, calls.tokens().toJson()}};
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(QJsonDocument(state).toJson()) >= 0 && file.commit();
    if (!written) {
        *error = u"the state file %1 cannot be written: %2"_s.arg(path, file.errorString());
    }
    return written;
}

} // namespace lanyard::testing
